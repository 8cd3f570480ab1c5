"""The elements of a BPMN file to the sheets that show them: things, lines, strips and groups, without a place.

A collaboration is one sheet with a pool for each participant, a process that no participant shows is one of its own,
and so is what a sub-process holds (the sub-process itself stands closed on the sheet above). What cannot be shown,
because it has no id or leads nowhere, is told in a note and left out; the file keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from probis.interchange.bpmn.area import old_areas
from probis.interchange.bpmn.source import MODEL, Broken, Element, Source

ThingKind: TypeAlias = Literal["task", "call", "start", "end", "event", "fork", "decision", "data", "note"]
LineKind: TypeAlias = Literal["sequence", "message", "association"]

MOST_THINGS: Final = 3000
MOST_LINES: Final = 6000
MOST_LETTERS: Final = 5000  # of one name or note
MOST_IN_A_WORD: Final = 500  # more take long to divide
MOST_TEXT: Final = 300_000  # letters of all of them

_TASKS: Final = {
    "task": "", "userTask": "user", "serviceTask": "service", "manualTask": "manual", "scriptTask": "script",
    "businessRuleTask": "business-rule", "sendTask": "send", "receiveTask": "receive", "subProcess": "sub-process",
    "transaction": "transaction", "adHocSubProcess": "ad-hoc",
    "callActivity": "",
}  # fmt: skip
_GATEWAYS: Final = {
    "exclusiveGateway": "exclusive", "parallelGateway": "parallel", "inclusiveGateway": "inclusive",
    "eventBasedGateway": "event-based", "complexGateway": "complex",
}  # fmt: skip
_EVENTS: Final[dict[str, ThingKind]] = {
    "startEvent": "start", "endEvent": "end", "intermediateThrowEvent": "event", "intermediateCatchEvent": "event",
    "boundaryEvent": "event",
}  # fmt: skip
_DATA: Final = {
    "dataObjectReference": "", "dataObject": "", "dataStoreReference": "store", "dataInput": "input",
    "dataOutput": "output",
}  # fmt: skip
_INSIDE: Final = ("subProcess", "transaction", "adHocSubProcess")
_OTHERS: Final = ("choreography", "globalChoreographyTask")  # roots with drawings of their own, which stay as they are


@dataclass(slots=True)
class Thing:
    """A node: `key` is its id in the file, or made up where it has none and so cannot be shown in BPMN."""

    key: str
    tag: str
    kind: ThingKind
    name: str
    line: int
    lane: str = ""
    host: str = ""
    sign: str = ""
    shown: bool = True


@dataclass(slots=True)
class Line:
    """A flow or association; its ends are things of its sheet, or a strip, a group or another line of it."""

    key: str
    kind: LineKind
    name: str
    source: str
    target: str
    line: int


@dataclass(slots=True)
class Strip:
    """A pool or lane."""

    key: str
    name: str
    parent: str = ""
    pool: bool = False
    shown: bool = True


@dataclass(slots=True)
class Around:
    """A group: a frame around things."""

    key: str
    name: str
    value: str = ""  # the category value that its members bear
    members: tuple[str, ...] = ()


@dataclass(slots=True)
class Sheet:
    """One diagram: what it is about, and everything on it in the order of the file."""

    subject: str
    title: str
    things: list[Thing] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    strips: list[Strip] = field(default_factory=list)
    groups: list[Around] = field(default_factory=list)
    above: str = ""  # the sheet with the sub-process that this one opens


@dataclass(frozen=True, slots=True)
class Note:
    """Something that is left out of the drawing, and its line in the file."""

    message: str
    line: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """All sheets of a file, the first to be opened first, and what they leave out."""

    sheets: tuple[Sheet, ...]
    notes: tuple[Note, ...]


def sheets_of(source: Source) -> Sheets:
    """The sheets of a file; raises Broken where it holds no BPMN process."""
    root = source.root
    if root.name != "definitions" or root.space != MODEL:
        what = "BPMN versi lain" if "bpmn" in root.space.lower() and root.name == "definitions" else f"<{root.name}>"
        raise Broken(f"bukan BPMN 2.0: elemen terluarnya {what}, bukan <definitions> dari BPMN 2.0", root.line)
    return _Reader(root).read()


class _Reader:
    """Walks the file once, then ties the lines to what they lead to."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.sheets: dict[str, Sheet] = {}
        self.talks: dict[int, Sheet] = {}
        self.notes: list[Note] = []
        self.things: dict[str, tuple[Sheet, Thing]] = {}
        self.strips: dict[str, tuple[Sheet, Strip]] = {}
        self.pending: list[tuple[LineKind, Element, str, str]] = []
        self.line_ends: dict[str, tuple[str, str]] = {}
        self.frames: dict[str, Around] = {}
        self.values = {v.get("id"): v.get("value") for c in root.of("category") for v in c.of("categoryValue")}
        self.held: dict[str, list[str]] = {}  # members of each category value
        self.unnamed = 0
        self.count = self.letters = 0

    def read(self) -> Sheets:
        processes = {p.get("id"): p for p in self.root.of("process")}
        talks = [c for c in self.root.of("collaboration") if any(c.of("participant"))]
        if not processes and not talks:
            other = next(iter(self.root.of(*_OTHERS)), None)
            what = "koreografi, yang tidak ditata" if other else "tidak ada proses di dalamnya"
            raise Broken(f"berkas BPMN ini tidak dapat ditata: {what}", (other or self.root).line)
        taken: set[str] = set()
        for talk in talks:
            self._talk(talk, processes, taken)
        for talk in talks:
            self._tied(talk, processes, taken)
        free = [p for id_, p in processes.items() if id_ not in taken]
        wanted = [p for p in free if any(_drawn(p))] or ([] if self.sheets else free[:1])
        for process in wanted:
            sheet = self._sheet(process, process.called)
            self._content(process, sheet, "")
        self._tie()
        self._surround()
        order = sorted(self.sheets.values(), key=lambda s: bool(s.above))
        return Sheets(tuple(order), tuple(sorted(self.notes, key=lambda n: n.line)))

    def _sheet(self, element: Element, title: str, above: str = "") -> Sheet:
        key = self._key(element)
        sheet = Sheet(key, " ".join(title.split()), above=above)
        self.sheets[key] = sheet
        return sheet

    def _key(self, element: Element) -> str:
        id_ = element.get("id")
        if id_:
            return id_
        self.unnamed += 1
        return f"\0{self.unnamed}"

    def _once(self, element: Element) -> tuple[str, bool]:
        """The key of something drawn, and whether DI can refer to it."""
        self.count += 1
        if self.count > MOST_THINGS:
            raise Broken(f"berkas ini memuat lebih dari {MOST_THINGS} bentuk; bagilah dahulu", element.line)
        self._read_text(element)
        key = self._key(element)
        if key in self.things or key in self.strips:
            raise Broken(f"id “{key}” dipakai dua kali", element.line)
        if key.startswith("\0"):
            self.notes.append(Note(f"<{element.name}> tidak ber-id, maka tidak dapat digambar", element.line))
        return key, not key.startswith("\0")

    def _read_text(self, element: Element) -> None:
        """Count the letters that are to be drawn."""
        texts = [element.called, *(t.text for t in element.of("text"))]
        long = sum(map(len, texts))
        self.letters += long
        if any(len(word) > MOST_IN_A_WORD for text in texts for word in text.split()):
            raise Broken(f"nama atau catatan ini memuat kata yang lebih dari {MOST_IN_A_WORD} huruf", element.line)
        if long > MOST_LETTERS:
            raise Broken(f"nama atau catatan ini lebih dari {MOST_LETTERS} huruf", element.line)
        if self.letters > MOST_TEXT:
            raise Broken(f"nama dan catatan dalam berkas ini lebih dari {MOST_TEXT} huruf", element.line)

    def _talk(self, talk: Element, processes: dict[str, Element], taken: set[str]) -> None:
        sheet = self._sheet(talk, talk.called)
        self.talks[id(talk)] = sheet
        for pool in talk.of("participant"):
            key, shown = self._once(pool)
            strip = Strip(key, pool.called, pool=True, shown=shown)
            sheet.strips.append(strip)
            self.strips[key] = sheet, strip
            ref = _local(pool.get("processRef"))
            if ref in processes and ref not in taken:
                taken.add(ref)
                sheet.title = sheet.title or " ".join(processes[ref].called.split()) or strip.name
                self._content(processes[ref], sheet, key)
        self._artifacts(talk, sheet)
        for element in talk.of("conversation", "subConversation", "callConversation"):
            self.notes.append(Note("percakapan (<" + element.name + ">) tidak digambar", element.line))
        for flow in talk.of("messageFlow"):
            self.pending.append(("message", flow, _local(flow.get("sourceRef")), _local(flow.get("targetRef"))))

    def _tied(self, talk: Element, processes: dict[str, Element], taken: set[str]) -> None:
        """Processes that no participant shows, but that send messages to one that it does, stand on its sheet."""
        ends = {_local(flow.get(end)) for flow in talk.of("messageFlow") for end in ("sourceRef", "targetRef")}
        for id_, process in processes.items():
            if id_ not in taken and ends & {e.get("id") for e in process.all() if e.space == MODEL}:
                taken.add(id_)
                self._content(process, self.talks[id(talk)], "")

    def _content(self, holder: Element, sheet: Sheet, pool: str) -> None:
        """What a process or sub-process holds."""
        lane_of: dict[str, str] = {}
        deep: dict[str, str] = {}
        for lanes in holder.of("laneSet"):
            self._lanes(lanes, sheet, pool, lane_of, deep)
        lane_of = deep | lane_of
        referred = {_local(r.get("dataObjectRef")) for r in holder.of("dataObjectReference")}
        linked: set[str] = set()
        if any(holder.of("dataObject")):
            linked = {e.text.strip() for e in holder.all() if e.name in ("sourceRef", "targetRef")}
        names = {d.get("id"): d.called for d in holder.of("dataObject")}
        for element in holder.of():
            kind = _kind(element)
            if element.name == "dataObject":
                id_ = element.get("id")
                kind = kind if id_ in linked and id_ not in referred else None
            if kind:
                name = element.called or names.get(_local(element.get("dataObjectRef")), "")
                lane = lane_of.get(element.get("id"), pool)
                self._thing(element, sheet, kind, name, lane)
                continue
            if element.name == "sequenceFlow":
                self.pending.append(("sequence", element, element.get("sourceRef"), element.get("targetRef")))
            elif element.name == "ioSpecification" and holder.name == "process":
                for data in element.of("dataInput", "dataOutput"):
                    self._thing(data, sheet, "data", data.called, pool)
        self._artifacts(holder, sheet, pool)
        hosts = {t.key: t for t in sheet.things}
        for thing in sheet.things:
            if thing.host and thing.host not in hosts:
                said = f"<{thing.tag}> “{thing.key}” menempel pada “{thing.host}”, yang tidak ada; berdiri sendiri"
                self.notes.append(Note(said, thing.line))
                thing.host = ""
            elif thing.host and thing.key not in lane_of:
                thing.lane = hosts[thing.host].lane

    def _lanes(self, lanes: Element, sheet: Sheet, parent: str, lane_of: dict[str, str], deep: dict[str, str]) -> None:
        for lane in lanes.of("lane"):
            key, shown = self._once(lane)
            strip = Strip(key, lane.called, parent, shown=shown)
            sheet.strips.append(strip)
            self.strips[key] = sheet, strip
            inner = [s for s in lane.of("childLaneSet") if any(s.of("lane"))]
            for ref in lane.of("flowNodeRef"):
                if inner:
                    deep.setdefault(_local(ref.text.strip()), key)
                else:
                    lane_of[_local(ref.text.strip())] = key
            for below in inner:
                self._lanes(below, sheet, key, lane_of, deep)

    def _thing(self, element: Element, sheet: Sheet, kind: ThingKind, name: str, lane: str) -> None:
        key, shown = self._once(element)
        thing = Thing(key, element.name, kind, name, element.line, lane, sign=_sign(element), shown=shown)
        if element.name == "boundaryEvent":
            thing.host = _local(element.get("attachedToRef"))
        sheet.things.append(thing)
        self.things[key] = sheet, thing
        for value in element.of("categoryValueRef"):
            self.held.setdefault(_local(value.text.strip()), []).append(key)
        for link in element.of("dataInputAssociation"):
            for source in link.of("sourceRef"):
                self.pending.append(("association", link, source.text.strip(), key))
                break
        for link in element.of("dataOutputAssociation"):
            target = next((t.text.strip() for t in link.of("targetRef")), "")
            self.pending.append(("association", link, key, target))
        if element.name in _INSIDE and any(_drawn(element)):
            self._content(element, self._sheet(element, name, sheet.subject), "")

    def _artifacts(self, holder: Element, sheet: Sheet, lane: str = "") -> None:
        for element in holder.of("textAnnotation"):
            text = "\n".join(t.text for t in element.of("text"))
            self._thing(element, sheet, "note", text.strip(), lane)
        for element in holder.of("group"):
            key, shown = self._once(element)
            value = _local(element.get("categoryValueRef"))
            group = Around(key, self.values.get(value, ""), value)
            if shown:
                sheet.groups.append(group)
                self.frames[key] = group
        for element in holder.of("association"):
            ends = _local(element.get("sourceRef")), _local(element.get("targetRef"))
            self.pending.append(("association", element, *ends))

    def _surround(self) -> None:
        """Groups to their members: what bears their category value, else what stood in their old frame.

        BPMN's tools say in no other way what a group holds: the only thing that old diagrams are asked for.
        """
        old = old_areas(self.root) if self.frames else {}
        for sheet in self.sheets.values():
            for group in sheet.groups:
                held = self.held.get(group.value, []) if group.value else []
                members = [key for key in held if self.things[key][0] is sheet]
                frame = old.get(group.key)
                if frame and not members:
                    members = [t.key for t in sheet.things if t.key in old and frame.holds(old[t.key])]
                group.members = tuple(members)

    def _tie(self) -> None:
        """Lines to their ends, those between sheets on the sheet that shows both."""
        if len(self.pending) > MOST_LINES:
            line = self.pending[MOST_LINES][1].line
            raise Broken(f"berkas ini memuat lebih dari {MOST_LINES} alur; bagilah dahulu", line)
        for _, element, source, target in self.pending:
            self._read_text(element)
            id_ = element.get("id")
            if id_ in self.line_ends or id_ in self.things or id_ in self.strips:
                raise Broken(f"id “{id_}” dipakai dua kali", element.line)
            if id_:
                self.line_ends[id_] = source, target
            else:
                self.notes.append(Note(f"<{element.name}> tidak ber-id, maka tidak dapat digambar", element.line))
        for pending in self.pending:
            self._line(*pending)

    def _line(self, kind: LineKind, element: Element, source: str, target: str) -> None:
        quiet = kind == "association" and element.name != "association"
        ends = self._places(source), self._places(target)
        for id_, places, word in ((source, ends[0], "berasal dari"), (target, ends[1], "menuju")):
            if not places:
                if not quiet:  # data may come from a property, which is not drawn
                    said = f"“{id_}”, yang tidak ada" if id_ else "tempat yang tidak disebut"
                    self.notes.append(
                        Note(f"<{element.name}> “{element.get('id')}” {word} {said}; tidak digambar", element.line)
                    )
                return
        both = next((s for s in ends[0] if s in ends[1]), None)
        if both is None or (ends[0][both] == ends[1][both] and ends[0][both] != source):
            if not quiet:
                said = f"<{element.name}> “{element.get('id')}” tidak berada pada satu lembar; tidak digambar"
                self.notes.append(Note(said, element.line))
            return
        line = Line(self._key(element), kind, element.called, ends[0][both], ends[1][both], element.line)
        self.sheets[both].lines.append(line)

    def _places(self, id_: str, through: int = 0) -> dict[str, str]:
        """The sheets that show a thing, innermost first, and what stands for it there."""
        out: dict[str, str] = {}
        if id_ in self.strips:
            sheet, _ = self.strips[id_]
        elif id_ in self.things:
            sheet, _ = self.things[id_]
        elif id_ in self.frames:
            sheet = next(s for s in self.sheets.values() if self.frames[id_] in s.groups)
        elif id_ in self.line_ends and through < 1:  # an association may lead to a line
            return dict.fromkeys(self._places(self.line_ends[id_][0], through + 1), id_)
        else:
            return {}
        out[sheet.subject] = id_
        while sheet.above:
            out[sheet.above] = sheet.subject
            sheet = self.sheets[sheet.above]
        return out


def _kind(element: Element) -> ThingKind | None:
    name = element.name
    if name == "callActivity":
        return "call"
    if name in _TASKS:
        return "task"
    if name in _GATEWAYS:
        return "fork" if name == "parallelGateway" else "decision"
    if name in _EVENTS:
        return _EVENTS[name]
    return "data" if name in ("dataObjectReference", "dataObject", "dataStoreReference") else None


def _drawn(holder: Element) -> Iterator[Element]:
    """The children that make a sheet worth its while."""
    yield from (c for c in holder.of() if _kind(c) or c.name in ("textAnnotation", "laneSet"))


def _sign(element: Element) -> str:
    """The mark inside a shape, and after "+" what is added to it: who throws, what goes on, what repeats."""
    name = element.name
    if name in _EVENTS:
        inside = [c.name for c in element.of() if c.name.endswith("EventDefinition") or c.name == "eventDefinitionRef"]
        kind = inside[0].removesuffix("EventDefinition") if inside else ""
        if len(inside) > 1 or kind == "eventDefinitionRef":
            kind = "parallel-multiple" if element.get("parallelMultiple") == "true" else "multiple"
        kind = "compensation" if kind == "compensate" else kind
        thrown = "+throw" if name == "intermediateThrowEvent" and kind else ""
        going = "false" in (element.get("cancelActivity"), element.get("isInterrupting"))
        return f"{kind}{thrown}{'+going-on' if going else ''}"
    sign = _GATEWAYS.get(name) or _TASKS.get(name) or _DATA.get(name) or ""
    if name in _INSIDE and element.get("triggeredByEvent") == "true":
        sign = "event-sub-process"
    if any(element.of("standardLoopCharacteristics")):
        sign += "+loop"
    for several in element.of("multiInstanceLoopCharacteristics"):
        sign += "+multi-sequential" if several.get("isSequential") == "true" else "+multi-parallel"
    return sign + ("+compensation" if element.get("isForCompensation") == "true" else "")


def _local(name: str) -> str:
    """A qualified name without its prefix: ids are unique in a file."""
    return name.rpartition(":")[2]
