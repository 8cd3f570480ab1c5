"""An element copied from a template to the same element as a proposal, with the ground that it was copied."""

from __future__ import annotations

import re
from typing import Any

from probis.edits._words import Words, holds, own_words
from probis.model import AcuanLuar, JenisSumber, Panggil, PetaProsesBisnis, Sumber, Unsur

_OF_THE_DECREE = re.compile(
    r"\b(?:baris\s+\d|naskah|(?:pada|dalam|menurut|nomor) keputusan|keputusan (?:tidak|hanya|ini|menyebut|memberi)"
    r"|bagian I\b|halaman|(?:gambar|kalimat) (?:pada|\d)|wawancara)",
    re.IGNORECASE,
)
"""Words by which a note or ground speaks of the template's own documents, which the new body does not have."""


class Copied:
    """Makes each element of one template a proposal of the new body."""

    def __init__(self, template: PetaProsesBisnis, words: Words) -> None:
        self._own = own_words(template)
        self._words = words
        name = template.instansi.sebutan
        for word in self._own:
            name = re.sub(re.escape(word), "", name, flags=re.IGNORECASE).strip()
        self.ground = f"disalin dari templat {name}".strip() if name else "disalin dari templat"

    def element(self, element: Any, within: bool) -> Unsur:
        """Return the element with its sources replaced; in a lintas fungsi only what spoke for itself does so again.

        Sources that are regulations stay for the single fields they speak of (a deadline, a limit): what a law says
        it says to every body. Who does a step, and whether it is done, nobody of the new body has said yet.
        """
        whole = self._source(element.sumber)
        laws = tuple(law for sumber in element.sumber if (law := _of_fields(sumber)) is not None)
        sources = laws if within and not element.sumber else (whole, *laws)
        notes = self._words.text(element.catatan) if self._clean(element.catatan) else ""
        update: dict[str, Any] = {"sumber": sources, "catatan": notes, "asing": ()}
        if isinstance(element, Panggil) and isinstance(element.lintas_fungsi, AcuanLuar):
            called = element.lintas_fungsi
            update["lintas_fungsi"] = called.model_copy(update={"instansi": self._words.id(called.instansi)})
        made: Unsur = element.model_copy(update=update)
        return made

    def _source(self, sources: tuple[Sumber, ...]) -> Sumber:
        grounds = [
            self._words.text(sumber.acuan)
            for sumber in sources
            if (sumber.jenis is JenisSumber.USULAN or (_law(sumber) and _of_fields(sumber) != sumber))
            and self._clean(sumber.acuan)
        ]
        known = "; ".join(dict.fromkeys(ground for ground in grounds if not ground.startswith("disalin dari templat")))
        acuan = f"{self.ground}: {known}" if known else self.ground
        return Sumber(jenis=JenisSumber.USULAN, acuan=acuan[:5000])

    def _clean(self, ground: str) -> bool:
        return bool(ground) and not _OF_THE_DECREE.search(ground) and holds(ground, self._own) is None

    KEPT = frozenset({(Sumber, "acuan"), (Sumber, "oleh"), (Sumber, "baris"), (Unsur, "catatan")})
    """What is judged in the template's own words first, and changed here."""


def _law(sumber: Sumber) -> bool:
    return sumber.jenis is JenisSumber.PERATURAN


def _of_fields(sumber: Sumber) -> Sumber | None:
    """Return a regulation for the single fields it speaks of, without whole steps; None where none are left."""
    fields = tuple(path for path in sumber.untuk if path != "simpul" and path.count("/") != 1)
    return sumber.model_copy(update={"untuk": fields}) if _law(sumber) and fields else None
