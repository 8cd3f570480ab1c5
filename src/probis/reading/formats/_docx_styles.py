"""The part `styles` of a DOCX file to what a style says of its paragraphs and runs, what it rests on included."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from probis.reading.formats._docx_package import W

_DEEPEST: Final = 30
_OFF: Final = ("0", "false", "off", "none")
_HEADING: Final = re.compile(r"(?:heading|judul)\s*([1-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph or run is, None where nothing is said. `indent` is where the first line begins, in points."""

    id: str = ""
    name: str = ""
    bold: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    centred: bool | None = None
    outline: int | None = None
    left: float | None = None
    first: float | None = None
    list: str | None = None  # numId; "0" is none
    level: int | None = None

    def over(self, below: Style) -> Style:
        """What this says, and where it says nothing what `below` says."""
        return _over(self, below)

    @property
    def heading(self) -> int:
        """The level of a heading from 1, 0 for none."""
        named = _HEADING.match(self.name)
        if self.outline is not None:
            return self.outline + 1 if self.outline < 9 else 0
        return int(named[1]) if named else int(self.name.casefold() in ("title", "judul"))


_INHERITED: Final = ("bold", "caps", "hidden", "centred", "outline", "left", "first", "list", "level")


@lru_cache(maxsize=10_000)
def _over(above: Style, below: Style) -> Style:
    said = {name: value for name in _INHERITED if (value := getattr(above, name)) is not None}
    return replace(below, id=above.id or below.id, name=above.name or below.name, **said)


_NOTHING: Final = Style()


class Styles:
    """The styles by id, each with what it is based on."""

    def __init__(self, root: Any) -> None:
        self._elements: dict[str, Any] = {}
        self._made: dict[str, Style] = {}
        self.usual = Style()
        self._default = ""
        for element in root.iterfind(f"{W}style") if root is not None else ():
            id_ = element.get(f"{W}styleId", "")
            self._elements.setdefault(id_, element)
            if element.get(f"{W}type") == "paragraph" and on(element.get(f"{W}default"), False):
                self._default = id_
        if root is not None:
            for path in (f"{W}docDefaults/{W}rPrDefault", f"{W}docDefaults/{W}pPrDefault"):
                found = root.find(path)
                self.usual = said(found).over(self.usual) if found is not None else self.usual

    def of(self, id_: str | None) -> Style:
        """The style of a paragraph; the document's usual one where it names none."""
        return self._of(id_ if id_ in self._elements else self._default).over(self.usual)

    def run(self, id_: str | None) -> Style:
        """The style of a run."""
        return self._of(id_ or "")

    def bordered(self, id_: str | None) -> bool:
        """Whether the style of a table, or one it is based on, draws lines."""
        for element in self._chain(id_ or ""):
            borders = element.find(f"{W}tblPr/{W}tblBorders")
            if borders is not None:
                return drawn(borders)
        return False

    def _chain(self, id_: str) -> list[Any]:
        chain: list[Any] = []
        while id_ in self._elements and len(chain) < _DEEPEST:
            chain.append(self._elements[id_])
            id_ = val(self._elements[id_], "basedOn") or ""
        return chain

    def _of(self, id_: str) -> Style:
        if id_ not in self._made:
            made = Style()
            for element in reversed(self._chain(id_)):
                name = val(element, "name") or ""
                heading = made.heading
                made = replace(said(element), id=element.get(f"{W}styleId", ""), name=name).over(made)
                if made.outline is None and heading and not made.heading:
                    made = replace(made, outline=heading - 1)
            self._made[id_] = made
        return self._made[id_]


def said(element: Any) -> Style:
    """What the properties in `element` (its pPr and rPr, or itself as one of them) say."""
    paragraph = element if element.tag == f"{W}pPr" else element.find(f"{W}pPr")
    run = element if element.tag == f"{W}rPr" else element.find(f"{W}rPr")
    if paragraph is None and run is None:
        return _NOTHING
    made = Style()
    if paragraph is not None:
        centred = val(paragraph, "jc")
        numbered = paragraph.find(f"{W}numPr")
        left, first = indents(paragraph)
        made = replace(
            made,
            centred=None if centred is None else centred == "center",
            outline=whole(val(paragraph, "outlineLvl")),
            left=left,
            first=first,
            list=val(numbered, "numId") if numbered is not None else None,
            level=whole(val(numbered, "ilvl")) if numbered is not None else None,
        )
    if run is not None and len(run):
        made = replace(made, bold=flag(run, "b"), caps=flag(run, "caps"), hidden=flag(run, "vanish"))
    return made


def of_paragraph(properties: Any) -> Style:
    """What a pPr says of its paragraph; what it says of the mark at its end is not that."""
    if properties is None or not len(properties):
        return _NOTHING
    return replace(said(properties), bold=None, caps=None, hidden=None)


def indents(paragraph: Any) -> tuple[float | None, float | None]:
    """Left indent of a pPr and that of its first line beyond it, in points; None where nothing is said."""
    ind = paragraph.find(f"{W}ind")
    if ind is None:
        return None, None
    left = twips(ind.get(f"{W}left") or ind.get(f"{W}start"))
    hanging, first = twips(ind.get(f"{W}hanging")), twips(ind.get(f"{W}firstLine"))
    return left, -hanging if hanging is not None else first


def drawn(borders: Any) -> bool:
    """Whether any of the borders is a line that one sees."""
    return any(isinstance(edge.tag, str) and edge.get(f"{W}val") not in ("nil", "none", None) for edge in borders)


def val(element: Any, name: str) -> str | None:
    """The value of a child, None where there is none."""
    found = element.find(f"{W}{name}")
    return None if found is None else str(found.get(f"{W}val", ""))


def on(value: str | None, usual: bool = True) -> bool:
    """Whether a switch is on; `usual` where it has no value."""
    return usual if value is None else value.casefold() not in _OFF


def flag(element: Any, name: str) -> bool | None:
    """A switch among the children: None where it is not there, else on or off."""
    found = element.find(f"{W}{name}")
    return None if found is None else on(found.get(f"{W}val"))


def whole(value: str | None) -> int | None:
    """A whole number of at most seven digits, None for anything else."""
    return int(value) if value and re.fullmatch(r"-?[0-9]{1,7}", value) else None


def twips(value: str | None) -> float | None:
    """A measure in twentieths of a point, or with a unit, as points; None where it is none."""
    found = re.fullmatch(r"(-?[0-9]{1,7}(?:\.[0-9]{1,4})?)(pt|in|cm|mm|pc|pi)?", value or "")
    if found is None:
        return None
    return float(found[1]) * {"": 0.05, "pt": 1, "in": 72, "cm": 28.3465, "mm": 2.83465}.get(found[2] or "", 12)
