"""Sheets and their places to the file with new diagrams (BPMN DI); every other byte stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from xml.sax.saxutils import quoteattr

from probis.interchange.bpmn.area import Area, Point
from probis.interchange.bpmn.places import Places
from probis.interchange.bpmn.sheets import Sheet, Thing
from probis.interchange.bpmn.source import DC, DD, DI, Element, Source

_USUAL: Final = {DI: "bpmndi", DC: "dc", DD: "di"}
_INSIDE: Final = ("subProcess", "transaction", "adHocSubProcess")
_OTHERS: Final = ("choreography", "globalChoreographyTask", "conversation", "globalConversation")


def with_diagrams(source: Source, drawn: Iterable[tuple[Sheet, Places]]) -> bytes:
    """The file with a diagram a sheet; the diagrams of what is not laid out (choreographies) stay."""
    drawn = list(drawn)
    old = _replaced(source, {sheet.subject for sheet, _ in drawn})
    writer = _Writer(source, old)
    text = "".join(writer.diagram(sheet, places) for sheet, places in drawn)
    if old:
        pieces = [(old[0].start, old[0].end, text), *((d.start, d.end, "") for d in old[1:])]
    else:
        after = next(iter(source.root.of("relationship")), None)
        at = after.start if after else source.root.inner
        pieces = [(at, at, text)]
    return source.with_text(pieces)


def _replaced(source: Source, subjects: set[str]) -> list[Element]:
    """The diagrams in the file, but for those of other kinds of BPMN."""
    others = {e.get("id") for e in source.root.of(*_OTHERS)} - subjects
    out = []
    for child in source.root.children:
        if child.space == DI and child.name == "BPMNDiagram":
            planes = [p.get("bpmnElement").rpartition(":")[2] for p in child.children if p.name == "BPMNPlane"]
            if not planes or not set(planes) <= others:
                out.append(child)
    return out


class _Writer:
    """Writes elements with the prefixes and line ends of the file, and ids that it does not have yet."""

    def __init__(self, source: Source, old: list[Element]) -> None:
        self.prefix = {space: source.prefixes.get(space, usual) for space, usual in _USUAL.items()}
        missing = [space for space in _USUAL if space not in source.prefixes]
        self.stated = "".join(f' xmlns:{_USUAL[space]}="{space}"' for space in missing)
        self.newline = "\r\n" if b"\r\n" in source.utf8 else "\n"
        gone = {id(d) for d in old}
        self.taken: set[str] = set()
        for child in source.root.children:
            if id(child) not in gone:
                self.taken.update(e.get("id") for e in child.all())
        self.taken |= {source.root.get("id")}
        self.own = _kept(source, old)

    def diagram(self, sheet: Sheet, places: Places) -> str:
        """One BPMNDiagram, from its first "<" to its last ">"."""
        di = self.prefix[DI]
        name = f" name={_attribute(sheet.title)}" if sheet.title else ""
        subject = _attribute(sheet.subject)
        lines = [
            f"<{_tag(di, 'BPMNDiagram')}{self.stated} id={self._id('BPMNDiagram_' + sheet.subject)}{name}>",
            f"    <{_tag(di, 'BPMNPlane')} id={self._id('BPMNPlane_' + sheet.subject)} bpmnElement={subject}>",
            *(f"      {line}" for line in self._inside(sheet, places)),
            f"    </{_tag(di, 'BPMNPlane')}>",
            f"  </{_tag(di, 'BPMNDiagram')}>",
        ]
        return self.newline.join(lines)

    def _inside(self, sheet: Sheet, places: Places) -> Iterator[str]:
        for strip in sheet.strips:
            if strip.shown and strip.key in places.strips:
                yield from self._shape(strip.key, places.strips[strip.key], None, ' isHorizontal="true"')
        for group in sheet.groups:
            if group.key in places.groups:
                yield from self._shape(group.key, places.groups[group.key], places.labels.get(group.key))
        for thing in sheet.things:
            if thing.shown and thing.key in places.things:
                label = places.labels.get(thing.key)
                yield from self._shape(thing.key, places.things[thing.key], label, _marks(thing))
        for line in sheet.lines:
            if not line.key.startswith("\0") and line.key in places.lines:
                yield from self._edge(line.key, places.lines[line.key], places.labels.get(line.key))

    def _shape(self, key: str, area: Area, label: Area | None, marks: str = "") -> Iterator[str]:
        tag = _tag(self.prefix[DI], "BPMNShape")
        yield f"<{tag} id={self._id(key + '_di')} bpmnElement={_attribute(key)}{marks}{self.own.get(key, '')}>"
        yield f"  {self._bounds(area)}"
        yield from self._label(label)
        yield f"</{tag}>"

    def _edge(self, key: str, points: tuple[Point, ...], label: Area | None) -> Iterator[str]:
        tag = _tag(self.prefix[DI], "BPMNEdge")
        yield f"<{tag} id={self._id(key + '_di')} bpmnElement={_attribute(key)}{self.own.get(key, '')}>"
        for x, y in points:
            yield f'  <{_tag(self.prefix[DD], "waypoint")} x="{_number(x)}" y="{_number(y)}"/>'
        yield from self._label(label)
        yield f"</{tag}>"

    def _label(self, label: Area | None) -> Iterator[str]:
        if label:
            tag = _tag(self.prefix[DI], "BPMNLabel")
            yield f"  <{tag}>"
            yield f"    {self._bounds(label)}"
            yield f"  </{tag}>"

    def _bounds(self, a: Area) -> str:
        place = f'x="{_number(a.x)}" y="{_number(a.y)}" width="{_number(a.width)}" height="{_number(a.height)}"'
        return f"<{_tag(self.prefix[DC], 'Bounds')} {place}/>"

    def _id(self, wanted: str) -> str:
        """An id that the file does not have yet, quoted."""
        id_, n = wanted, 1
        while id_ in self.taken:
            n += 1
            id_ = f"{wanted}_{n}"
        self.taken.add(id_)
        return _attribute(id_)


def _marks(thing: Thing) -> str:
    if thing.tag in _INSIDE:
        return ' isExpanded="false"'
    return ' isMarkerVisible="true"' if thing.tag == "exclusiveGateway" else ""


def _kept(source: Source, old: list[Element]) -> dict[str, str]:
    """What other tools wrote on shapes and edges in spaces of their own (colours), by what they show."""
    out: dict[str, str] = {}
    for element in (e for diagram in old for e in diagram.all()):
        if element.space == DI and element.name in ("BPMNShape", "BPMNEdge"):
            foreign = [(key, value) for key, value in element.attributes.items() if key.startswith("{")]
            text = "".join(_foreign(source, i, key, value) for i, (key, value) in enumerate(foreign))
            out.setdefault(element.get("bpmnElement").rpartition(":")[2], text)
    return out


def _foreign(source: Source, number: int, key: str, value: str) -> str:
    space, _, name = key[1:].partition("}")
    if space == "http://www.w3.org/XML/1998/namespace":
        return f" xml:{name}={_attribute(value)}"
    prefix = source.prefixes.get(space)
    stated = "" if prefix else f" xmlns:n{number}={_attribute(space)}"
    return f"{stated} {prefix or f'n{number}'}:{name}={_attribute(value)}"


def _tag(prefix: str, name: str) -> str:
    return f"{prefix}:{name}" if prefix else name


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _attribute(text: str) -> str:
    return quoteattr(text, {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
