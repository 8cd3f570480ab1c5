"""What a body says above and below each of its maps: kind, title, facts, period, status."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from probis.drawing.medium import A3, A4, F4, Medium
from probis.drawing.scene import Scene
from probis.drawing.sheet import Heading
from probis.model import PetaProsesBisnis, UkuranKertas

USULAN = "usulan"
BELUM = "belum diketahui"


_PAPER = {UkuranKertas.F4: F4, UkuranKertas.A4: A4, UkuranKertas.A3: A3}


def paper_of(model: PetaProsesBisnis) -> Medium:
    """The sheet that the body's profile names, as its maps lie on it."""
    return _PAPER[model.instansi.profil.kertas.ukuran]


def larger(model: PetaProsesBisnis, medium: Medium) -> Medium | None:
    """The sheet that the profile allows for a large map, where `medium` is the body's own sheet and smaller."""
    allowed = model.instansi.profil.kertas.ukuran_peta_besar
    if allowed is None or medium != paper_of(model):
        return None
    sheet = _PAPER[allowed]
    return sheet if sheet.width > medium.width and sheet.height > medium.height else None


def roomiest(
    model: PetaProsesBisnis, medium: Medium, drawn: Callable[[Medium], tuple[Scene, ...]]
) -> tuple[Medium, tuple[Scene, ...]]:
    """The sheet to draw on and what `drawn` gives for it: the large one where that saves pages of the given one."""
    own = drawn(medium)
    large = larger(model, medium)
    if large is None or len(own) == 1:
        return medium, own
    spread = drawn(large)
    return (large, spread) if len(spread) < len(own) else (medium, own)


def heading(
    model: PetaProsesBisnis,
    kind: str,
    title: str,
    *,
    code: str = "",
    facts: tuple[tuple[str, str], ...] = (),
    provisional: bool = False,
    captions: Mapping[str, str] | None = None,
) -> Heading:
    """The words around a map; empty facts are left out, `provisional` says that something in it is not confirmed."""
    instansi = model.instansi
    return Heading(
        kind=kind,
        title=title,
        code=code,
        facts=tuple(fact for fact in facts if fact[1]),
        foot_left=f"{instansi.nama} · Peta Proses Bisnis {instansi.periode}",
        foot_right=status(model, provisional=provisional),
        captions=dict(captions or {}),
    )


def status(model: PetaProsesBisnis, *, provisional: bool) -> str:
    """The standing of a map: it holds proposals, or it is decreed under a number, or it is a draft."""
    if provisional:
        return "Berisi unsur usulan"
    keputusan = model.keputusan
    if keputusan is not None and keputusan.nomor:
        return f"Keputusan Nomor {keputusan.nomor}"
    return "Konsep"


def sentence(*parts: str) -> str:
    """The parts that are not empty, as one line of speech: "BO-01, Penataan; usulan"."""
    return ". ".join(part.strip().rstrip(".") for part in parts if part.strip()) + "."
