"""What a request chooses to see of a map to notation and overlay, the switches, and the list beside the drawing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, QueryDict

from probis.drawing.overlay import Entry, Overlay
from probis.maps import Given, LapisModule, Map, find_overlay, in_notation
from probis.model import PetaProsesBisnis, Simbol, Simpul
from probis.studio.body.kept import Kept
from probis.studio.body.opened import Opened, read
from probis.studio.revisions.models import Revisi as Row

_OLDER: Kept[PetaProsesBisnis | None] = Kept(8)
_LISTED = ("temuan", "usulan", "perbedaan", "jalan")
_NAMES = {"temuan": "Temuan", "usulan": "Usulan", "perbedaan": "Perbedaan", "jalan": "Jalan"}
"""The overlays of the studio; measured times join when the studio measures them."""
_MOST_REVISIONS = 30
_NOTATIONS = {Simbol.BAGAN_ALIR: "Bagan alir", Simbol.BPMN: "BPMN 2.0"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What lies on the drawing and whether its legend is shown; `banding` is the number of the older revision.

    `simbol` is the notation where it is not that of the body's profile.
    """

    lapis: LapisModule | None = None
    legenda: bool = True
    banding: int = 0
    langkah: tuple[str, ...] = ()
    simbol: Simbol | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What tells one choice from another, for what is kept in memory."""
        return (self.lapis.slug if self.lapis else "", self.legenda, self.banding, self.langkah, self.simbol or "")

    @property
    def query(self) -> str:
        """The choice as the end of an address, "" for the usual one."""
        pairs = [("simbol", self.simbol.value)] if self.simbol else []
        pairs += [("lapis", self.lapis.slug)] if self.lapis else []
        pairs += [("banding", str(self.banding))] if self.banding else []
        pairs += [("jalan", each) for each in self.langkah]
        pairs += [] if self.legenda else [("legenda", "tidak")]
        return f"?{urlencode(pairs)}" if pairs else ""


@dataclass(frozen=True, slots=True)
class Switch:
    """One choice that a page offers: its name, where it leads, whether it is the one shown."""

    name: str
    path: str
    current: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list beside a drawing: the form of its mark and what stands in it, its words, where it leads."""

    kind: str
    sign: str
    word: str
    text: str
    detail: str
    path: str


def chosen(query: QueryDict, opened: Opened, kind: Map, subject: str | None) -> Chosen:
    """Return what the query chooses for this map; what it does not know is as if it were not said."""
    slug = query.get("lapis", "")
    lapis = find_overlay(slug) if slug in _LISTED else None
    if lapis is not None and kind.kind.subject not in lapis.lapis.subjects:
        lapis = None
    banding, langkah = 0, ()
    if lapis is not None and lapis.slug == "perbedaan":
        if opened.nomor < 2:
            lapis = None
        else:
            text = query.get("banding", "")
            asked = int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0
            banding = asked if 0 < asked < opened.nomor else opened.nomor - 1
    peta = opened.model.cari_lintas_fungsi(subject)
    if lapis is not None and lapis.slug == "jalan" and peta is not None:
        asked_ids = [each for each in query.getlist("jalan")[:2] if peta.cari_simpul(each) is not None]
        langkah = tuple(asked_ids) if len(asked_ids) == 2 else ()
    return Chosen(lapis, query.get("legenda") != "tidak", banding, langkah, _notation(query, opened.model, kind))


def _notation(query: QueryDict, model: PetaProsesBisnis, kind: Map) -> Simbol | None:
    asked = next((each for each in _NOTATIONS if each.value == query.get("simbol")), None)
    return asked if kind.kind.subject == "lintas-fungsi" and asked is not model.instansi.profil.simbol else None


def given(opened: Opened, choice: Chosen) -> Given:
    """Return what the chosen overlay is computed from; raises Http404 for a revision that cannot be read."""
    model = in_notation(opened.model, choice.simbol)
    lama = in_notation(older(opened, choice.banding), model.instansi.profil.simbol) if choice.banding else None
    return Given(model, opened.open_findings, lama, langkah=choice.langkah, pada=opened.pada)


def older(opened: Opened, nomor: int) -> PetaProsesBisnis:
    """Return the edition as its revision of this number has it; raises Http404 for one that cannot be read."""
    row = Row.objects.filter(
        edisi__instansi__kode=opened.instansi, edisi__kode=opened.edisi, nomor=nomor
    ).first()  # fmt: skip
    if row is None:
        raise Http404

    def made() -> PetaProsesBisnis | None:
        bacaan = read(row.edisi_id, row.sha256)
        return bacaan.nilai if bacaan is not None else None

    model = _OLDER.get(row.sha256, made)
    if model is None:
        raise Http404
    return model


def switches(opened: Opened, kind: Map, choice: Chosen) -> tuple[Switch, ...]:
    """Return the overlays that this map can show, the bare drawing first."""
    out = [Switch("Tanpa", _with(choice, None), choice.lapis is None)]
    for slug in _LISTED:
        lapis = find_overlay(slug)
        if lapis is None or kind.kind.subject not in lapis.lapis.subjects or (lapis.lapis.both and opened.nomor < 2):
            continue
        current = choice.lapis is not None and choice.lapis.slug == slug
        out.append(Switch(_NAMES[slug], _with(choice, lapis), current))
    return tuple(out)


def notations(opened: Opened, kind: Map, choice: Chosen) -> tuple[Switch, ...]:
    """Return the notations in which this map can be drawn, the profile's own first; none where there is one."""
    if kind.kind.subject != "lintas-fungsi":
        return ()
    own = opened.model.instansi.profil.simbol
    out = []
    for simbol in sorted(_NOTATIONS, key=lambda each: each is not own):
        other = replace(choice, simbol=None if simbol is own else simbol)
        out.append(Switch(_NOTATIONS[simbol], other.query or "?", other.simbol is choice.simbol))
    return tuple(out)


def legend_switch(choice: Chosen) -> Switch | None:
    """Return the switch of the legend; None where the list of an overlay stands in its place."""
    if choice.lapis is not None:
        return None
    other = replace(choice, legenda=not choice.legenda)
    return Switch("Sembunyikan legenda" if choice.legenda else "Tampilkan legenda", other.query or "?", choice.legenda)


def revisions(opened: Opened, choice: Chosen) -> tuple[int, ...]:
    """Return the numbers of older revisions to choose from, the newest first, the chosen one among them."""
    if not choice.banding:
        return ()
    numbers = list(range(opened.nomor - 1, 0, -1))[:_MOST_REVISIONS]
    return tuple(numbers if choice.banding in numbers else [*numbers, choice.banding])


def nodes(opened: Opened, subject: str | None, choice: Chosen) -> tuple[tuple[str, str], ...]:
    """Return id and name of the nodes between which a way can be asked for."""
    peta = opened.model.cari_lintas_fungsi(subject)
    if peta is None or choice.lapis is None or choice.lapis.slug != "jalan":
        return ()
    return tuple((simpul.id, _name(simpul)) for simpul in peta.simpul if simpul.nama)


def _name(simpul: Simpul) -> str:
    return simpul.nama if len(simpul.nama) < 60 else simpul.nama[:57].rsplit(" ", 1)[0] + " …"


def _with(choice: Chosen, lapis: LapisModule | None) -> str:
    return Chosen(lapis, choice.legenda, simbol=choice.simbol).query or "?"


def lines(overlay: Overlay, links: Callable[[str], str | None]) -> Sequence[Line]:
    """Return the list of an overlay; `links` gives the path of an address, or None."""
    return [
        _line(entry, number, overlay, links) for number, entry in zip(overlay.numbers, overlay.entries, strict=True)
    ]


_SIGNS = {"added": "+", "changed": "≠", "removed": "−", "path": "▸"}


def _line(entry: Entry, number: str, overlay: Overlay, links: Callable[[str], str | None]) -> Line:
    path = next((found for ref in entry.refs if (found := links(ref))), "")
    sign = number or _SIGNS.get(entry.kind, "") or entry.value
    return Line(entry.kind, sign, overlay.words.get(entry.kind, ""), entry.text, entry.detail, path)


def choice_of(request: HttpRequest, opened: Opened, kind: Map | None, subject: str | None) -> Chosen:
    """Return what a request chooses; the usual where there is no map to choose for."""
    return chosen(request.GET, opened, kind, subject) if kind is not None else Chosen()
