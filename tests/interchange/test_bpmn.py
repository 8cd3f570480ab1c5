"""Anybody's BPMN laid out: everything drawn, every other byte kept, the same bytes every time."""

from __future__ import annotations

import os
import re
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

import probis
from interchange.bpmn_files import EVERYTHING, HEAD, bpmn, file
from probis.interchange.bpmn import Broken, draw

SHARED = Path(os.environ.get("PROBIS_SHARED", Path(__file__).parents[3] / "shared"))
CORPUS = sorted((SHARED / "corpus").glob("*/*.bpmn"))
NS = {
    "b": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
}
DIAGRAM = f"{{{NS['bpmndi']}}}BPMNDiagram"


MOVABLE = {
    "task",
    "userTask",
    "serviceTask",
    "startEvent",
    "endEvent",
    "exclusiveGateway",
    "parallelGateway",
    "sequenceFlow",
}


def without_diagrams(data: bytes) -> bytes:
    """The canonical form of a file without its diagrams, every blank between its other elements kept."""
    root = etree.fromstring(data)
    for diagram in root.findall(DIAGRAM):
        before, parent = diagram.getprevious(), diagram.getparent()
        assert parent is not None
        if before is not None:
            before.tail = (before.tail or "") + (diagram.tail or "")
        else:
            parent.text = (parent.text or "") + (diagram.tail or "")
        parent.remove(diagram)
    out: bytes = etree.tostring(root.getroottree(), method="c14n2")
    return out


def bounds(element: etree._Element) -> tuple[float, float, float, float]:
    found = element.find("dc:Bounds", NS)
    assert found is not None, element.get("id")
    x, y, w, h = (float(found.get(k, "nan")) for k in ("x", "y", "width", "height"))
    return x, y, w, h


def drawn(data: bytes) -> tuple[dict[str, etree._Element], dict[str, etree._Element]]:
    """The shapes and edges of a file by what they show; nothing is drawn twice, no id stands twice."""
    root = etree.fromstring(data)
    ours = [e.get("id") for diagram in root.iterfind(DIAGRAM) for e in diagram.iter() if e.get("id")]
    others = {e.get("id") for child in root if child.tag != DIAGRAM for e in child.iter() if e.get("id")}
    assert len(ours) == len({*ours} - others)
    shapes = {s.get("bpmnElement", ""): s for s in root.iterfind(".//bpmndi:BPMNShape", NS)}
    edges = {s.get("bpmnElement", ""): s for s in root.iterfind(".//bpmndi:BPMNEdge", NS)}
    assert len(shapes) == len(root.findall(".//bpmndi:BPMNShape", NS))
    assert len(edges) == len(root.findall(".//bpmndi:BPMNEdge", NS))
    return shapes, edges


def check(data: bytes) -> bytes:
    """What holds for the layout of any file."""
    drawing = draw(data)
    out = drawing.bpmn()
    assert without_diagrams(out) == without_diagrams(data)
    assert probis.tata(out) == out
    shapes, edges = drawn(out)
    root = etree.fromstring(data)
    tags = {e.get("id"): etree.QName(e).localname for e in root.iter("{*}*") if e.get("id")}
    for sheet, places in drawing.sheets:
        assert {t.key for t in sheet.things} == places.things.keys()
        assert {s.key for s in sheet.strips} == places.strips.keys()
        for thing in sheet.things:
            if not thing.shown:
                continue
            shape = shapes[thing.key]
            x, y, w, h = bounds(shape)
            assert w > 0 and h > 0 and x >= 0 and y >= 0
            label = shape.find("bpmndi:BPMNLabel", NS)
            outside = tags[thing.key] not in ("textAnnotation",) and thing.kind not in ("task", "call")
            assert (label is not None) == (outside and bool(thing.name)), thing
            if label is not None:
                assert bounds(label)[2] > 0
            lane = shapes.get(thing.lane)
            if lane is not None and not thing.host and thing.kind not in ("data", "note"):
                left, top, across, high = bounds(lane)
                assert left <= x and top <= y and x + w <= left + across + 0.1 and y + h <= top + high + 0.1
        for a, b in combinations([t for t in sheet.things if not t.host], 2):
            p, q = places.things[a.key], places.things[b.key]
            assert not p.touches(q, -0.1), (a, b)
        for line in sheet.lines:
            edge = edges[line.key] if not line.key.startswith("\0") else None
            if edge is not None:
                assert len(edge.findall("di:waypoint", NS)) >= 2
                label = edge.find("bpmndi:BPMNLabel", NS)
                assert (label is not None) == bool(line.name)
            for key, (px, py) in ((line.source, places.lines[line.key][0]), (line.target, places.lines[line.key][-1])):
                area = places.things.get(key) or places.strips.get(key) or places.groups.get(key)
                if area:  # else the end is on another line
                    near = (min(max(px, area.x), area.right), min(max(py, area.y), area.bottom))
                    assert abs(near[0] - px) + abs(near[1] - py) < 0.5, (line, key)
    return out


def test_every_construct_is_drawn_with_bounds_and_labels() -> None:
    assert draw(EVERYTHING).notes == ()
    out = check(EVERYTHING)
    shapes, edges = drawn(out)
    root = etree.fromstring(EVERYTHING)
    unseen = {"dataObject", "process", "collaboration", "category", "categoryValue", "definitions"}
    for element in root.iter("{*}*"):
        tag, id_ = etree.QName(element).localname, element.get("id")
        if id_ and tag not in unseen and not tag.endswith(("laneSet", "childLaneSet")):
            assert id_ in shapes or id_ in edges, id_
    assert shapes["sub"].get("isExpanded") == "false"
    assert shapes["pilih"].get("isMarkerVisible") == "true"
    assert {shapes[k].get("isHorizontal") for k in ("Dalam", "Luar", "Lain", "L1", "L2", "L21")} == {"true"}
    planes = [p.get("bpmnElement") for p in etree.fromstring(out).iterfind(".//bpmndi:BPMNPlane", NS)]
    assert planes == ["C", "R", "sub", "dalam"]


def test_a_boundary_event_sits_on_its_host_and_a_message_ends_at_the_pool() -> None:
    shapes, edges = drawn(probis.tata(EVERYTHING))
    hx, hy, hw, hh = bounds(shapes["periksa"])
    x, y, w, h = bounds(shapes["lewat"])
    assert abs(y + h / 2 - hy) < 0.1 or abs(y + h / 2 - hy - hh) < 0.1
    assert hx <= x + w / 2 <= hx + hw
    _, py, _, ph = bounds(shapes["Luar"])
    last = edges["m2"].findall("di:waypoint", NS)[-1]
    assert min(abs(float(last.get("y", "nan")) - side) for side in (py, py + ph)) < 0.1


def test_a_group_stands_around_what_bears_its_category() -> None:
    shapes, _ = drawn(probis.tata(EVERYTHING))
    x, y, w, h = bounds(shapes["kelompok"])
    for key in ("periksa", "pilih"):
        mx, my, mw, mh = bounds(shapes[key])
        assert x < mx and y < my and mx + mw < x + w and my + mh < y + h
    sx, sy, _, _ = bounds(shapes["sub"])
    assert not (x < sx < x + w and y < sy < y + h)


def test_a_group_without_category_keeps_what_stood_in_its_old_frame() -> None:
    plain = """<process id="p"><task id="a"/><task id="b"/><task id="c"/><group id="g"/>
    <sequenceFlow id="f" sourceRef="a" targetRef="b"/><sequenceFlow id="g2" sourceRef="b" targetRef="c"/></process>"""
    old = """<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
    <bpmndi:BPMNShape bpmnElement="a"><dc:Bounds x="0" y="0" width="100" height="80"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape bpmnElement="b"><dc:Bounds x="200" y="0" width="100" height="80"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape bpmnElement="c"><dc:Bounds x="400" y="0" width="100" height="80"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape bpmnElement="g"><dc:Bounds x="180" y="-20" width="400" height="120"/></bpmndi:BPMNShape>
    </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"""
    shapes, _ = drawn(check(file(plain + old)))
    x, _, w, _ = bounds(shapes["g"])
    inside = [k for k in "abc" if x < bounds(shapes[k])[0] < x + w]
    assert inside == ["b", "c"]
    empty, _ = drawn(check(file(plain)))
    assert all(not _meet(bounds(empty["g"]), bounds(empty[k])) for k in "abc")


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


OLD = '<bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane bpmnElement="p"/></bpmndi:BPMNDiagram>'
OLD_TOO = OLD.replace('"d"', '"e"')
PROCESS = '<process id="p"><task id="a" name="Periksa berkas é"/></process>'


@pytest.mark.parametrize(
    "data",
    [
        file(PROCESS),
        file(f"{PROCESS}<!-- sebelum -->{OLD}<!-- antara -->\n\t{OLD_TOO}  <!-- sesudah -->"),
        file(f"{PROCESS}\r\n<extra xmlns='urn:alat' a=\"1\">&lt;teks&#x41;</extra>\r\n").replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + file(PROCESS),
        file(PROCESS).replace(b"UTF-8", b"ISO-8859-1").decode().encode("latin-1"),
        file(PROCESS).replace(b"UTF-8", b"windows-1252").decode().encode("cp1252"),
        file(PROCESS).replace(b"UTF-8", b"GB18030").decode().encode("gb18030"),
        file(PROCESS).replace(b"UTF-8", b"UTF-16").decode().encode("utf-16"),
        b"\xfe\xff" + file(PROCESS).replace(b"UTF-8", b"UTF-16").decode().encode("utf-16-be"),
        file(PROCESS).replace(b"\n", b""),
        file(f'{PROCESS}<relationship type="x"><source>a</source><target>a</target></relationship>'),
        file(PROCESS.replace("é", "é &#128512; ]]&gt; \U0001f600") + "<?alat perintah?>"),
        # every prefix different, and the default space another
        file(PROCESS)
        .replace(b"bpmndi", b"z1")
        .replace(b':dc="', b':z2="')
        .replace(b':di="', b':z3="')
        .replace(b'xmlns="', b'xmlns="urn:lain" xmlns:m="')
        .replace(b"<definitions", b"<m:definitions")
        .replace(b"</definitions", b"</m:definitions")
        .replace(b"<process", b"<m:process")
        .replace(b"</process", b"</m:process")
        .replace(b"<task", b"<m:task"),
        # no prefix for diagrams at all
        re.sub(rb' xmlns:(bpmndi|dc|di)="[^"]*"', b"", file(PROCESS)),
        # ids that ours would like to have
        file(PROCESS.replace("<task", '<task id="a_di"/><task id="a_di_2"/><task id="BPMNPlane_p"/><task')),
    ],
    ids=lambda data: f"{len(data)} bytes",
)
def test_every_other_byte_stays(data: bytes) -> None:
    out = check(data)
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1"
    before, after = data.decode(encoding), out.decode(encoding)
    diagram = r"<(\w+:)?BPMNDiagram.*?</(\w+:)?BPMNDiagram>"
    assert re.sub(diagram, "", after, flags=re.S) == re.sub(diagram, "", before, flags=re.S)
    assert len(re.findall(diagram, after, flags=re.S)) == 1


def test_lines_end_as_the_file_ends_them() -> None:
    dos = probis.tata(file(PROCESS).replace(b"\n", b"\r\n"))
    assert dos.count(b"\n") == dos.count(b"\r\n") > 5
    assert b"\r" not in probis.tata(file(PROCESS))


def test_the_colours_of_other_tools_stay() -> None:
    colours = 'xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" bioc:fill="#fff &quot;"'
    shape = f'<bpmndi:BPMNShape bpmnElement="a" {colours} isExpanded="true"/>'
    out = check(
        file(
            PROCESS
            + f'<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">{shape}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>'
        )
    )
    kept = drawn(out)[0]["a"]
    assert kept.get("{http://bpmn.io/schema/bpmn/biocolor/1.0}fill") == '#fff "'
    assert kept.get("isExpanded") is None


def test_diagrams_of_what_is_not_laid_out_stay() -> None:
    other = '<bpmndi:BPMNDiagram id="k"><bpmndi:BPMNPlane bpmnElement="tarian"/></bpmndi:BPMNDiagram>'
    out = check_kept(file(f'<choreography id="tarian"/>{PROCESS}{OLD}{other}'))
    assert other.encode() in out


def check_kept(data: bytes) -> bytes:
    out = probis.tata(data)
    assert probis.tata(out) == out
    return out


def test_what_leads_nowhere_is_told_with_its_line_and_the_rest_drawn() -> None:
    data = file("""<process id="p">
    <task id="a"/><task/>
    <boundaryEvent id="b" attachedToRef="hilang"/>
    <sequenceFlow id="f" sourceRef="a" targetRef="hilang"/>
    <sequenceFlow id="g" sourceRef="a"/>
    <sequenceFlow sourceRef="a" targetRef="b"/>
    <association id="h" sourceRef="hilang" targetRef="a"/>
    </process>""")
    notes = [(note.line, note.message) for note in draw(data).notes]
    assert [line for line, _ in notes] == [4, 5, 6, 7, 8, 9]
    assert all("tidak" in message for _, message in notes)
    shapes, edges = drawn(check(data))
    assert set(shapes) == {"a", "b"}
    assert not edges


@given(bpmn(), st.randoms(use_true_random=False))
@settings(max_examples=20, phases=[Phase.generate], deadline=None)
def test_the_order_of_the_file_changes_nothing(data: bytes, chance: Random) -> None:
    root = etree.fromstring(data)
    for process in root.iter("{*}process", "{*}subProcess"):
        parts = [part for part in process if etree.QName(part).localname in MOVABLE]
        chance.shuffle(parts)
        for part in parts:
            process.remove(part)
        process.extend(parts)
    assert places(probis.tata(etree.tostring(root))) == places(probis.tata(data))


def places(data: bytes) -> dict[str, list[list[tuple[str, str]]]]:
    """Bounds and points of everything drawn, whatever the order of the file."""
    shapes, edges = drawn(data)
    return {
        key: [sorted((str(k), str(v)) for k, v in part.attrib.items()) for part in one.iter() if part is not one]
        for key, one in (shapes | edges).items()
    }


@given(bpmn())
@settings(max_examples=30, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_any_file_is_laid_out(data: bytes) -> None:
    check(data)


@pytest.mark.skipif(not CORPUS, reason="the shared corpus is not here")
@pytest.mark.parametrize("path", CORPUS, ids=lambda p: p.stem)
def test_real_files_are_laid_out(path: Path) -> None:
    check(path.read_bytes())


def test_a_file_says_what_stands_where_as_json_too() -> None:
    form = draw(EVERYTHING).form()
    assert {n["id"] for n in form["nodes"]} >= {"mulai", "periksa", "pilih", "lewat"}
    edge = next(e for e in form["edges"] if e["id"] == "f3")
    assert (edge["source"], edge["target"], edge["name"]) == ("pilih", "sub", "ya")
    assert {lane["id"] for lane in form["lanes"]} == {"L1", "L21", "L22", "L3"}
    assert next(n for n in form["nodes"] if n["id"] == "lewat")["host"] == "periksa"
    assert {label["of"] for label in form["labels"]} >= {"mulai", "pilih", "lewat", "f3", "f4", "m1"}


BAD = {
    "kosong": (b"", "kosong"),
    "bukan XML": (b"PK\x03\x04zip", "baris 1"),
    "terpotong": (EVERYTHING[:900], "baris"),
    "tanda salah": (file("<process id='p'></proces>"), "baris 3"),
    "bukan BPMN": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "bukan BPMN 2.0"),
    "BPMN lama": (b"<definitions xmlns='http://schema.omg.org/spec/BPMN/2.0'/>", "bukan BPMN 2.0"),
    "tanpa proses": (file(""), "tidak ada proses"),
    "koreografi": (file("<choreography id='c'/>"), "koreografi"),
    "DOCTYPE": (b'<!DOCTYPE x [<!ENTITY e "1">]>' + EVERYTHING.split(b"\n", 1)[1], "DOCTYPE"),
    "entitas luar": (b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + EVERYTHING.split(b"\n", 1)[1], "DOCTYPE"),
    "entitas": (file("<process id='p' name='&rahasia;'/>"), "entitas"),
    "penyandian": (b"<?xml version='1.0' encoding='x-tidak-ada'?>" + HEAD.encode(), "x-tidak-ada"),
    "penyandian jahat": (b"<?xml version='1.0' encoding='unicode_escape'?>" + HEAD.encode(), "unicode_escape"),
    "bukan UTF-8": (file("<process id='p' name='x'/>").replace(b"'x'", b"'\xff'"), "UTF-8"),
    "id ganda": (file("<process id='p'><task id='a'/><task id='a'/></process>"), "dua kali"),
    "dalam": (file("<process id='p'>" + "<subProcess>" * 500 + "</subProcess>" * 500 + "</process>"), "bersarang"),
    "besar": (b"<" + b" " * (21 * 2**20), "20 MB"),
    "banyak": (file("<process id='p'>" + "<task/>" * 3001 + "</process>"), "3000 bentuk"),
    "banyak alur": (file("<process id='p'>" + "<sequenceFlow/>" * 6001 + "</process>"), "6000 alur"),
    "banyak elemen": (file("<process id='p'/>" + "<x/>" * 300_001), "300.000 elemen"),
    "kata panjang": (file(f"<process id='p'><task id='a' name='{'a' * 501}'/></process>"), "500 huruf"),
    "nama panjang": (file(f"<process id='p'><task id='a' name='{'a ' * 2501}'/></process>"), "5000 huruf"),
    "awalan": (file("<a:process id='p'/>"), "awalan"),
    "nol": (EVERYTHING[:200] + b"\0" + EVERYTHING[200:], "baris"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_refused_in_plain_words(name: str) -> None:
    data, said = BAD[name]
    with pytest.raises(Broken) as caught:
        probis.tata(data)
    assert said in str(caught.value)
    assert not re.search(r"[Ee]rror|not well|token|codec|None", str(caught.value))


@given(bpmn())
@settings(max_examples=6, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_a_cut_or_changed_file_is_read_or_refused(data: bytes) -> None:
    for at in range(200, len(data), max(1, len(data) // 8)):
        for broken in (data[:at], data[:at] + data[at + 7 :], data[:at] + b'"<&\xff' + data[at:]):
            try:
                probis.tata(broken)
            except Broken as refused:
                assert str(refused)


def test_signs_say_what_is_thrown_what_goes_on_and_what_repeats() -> None:
    things = draw(
        file("""<process id="p">
    <intermediateThrowEvent id="a"><signalEventDefinition/></intermediateThrowEvent><intermediateThrowEvent id="b"/>
    <userTask id="c" isForCompensation="true"><standardLoopCharacteristics/></userTask>
    <callActivity id="d"><multiInstanceLoopCharacteristics isSequential="true"/></callActivity>
    <boundaryEvent id="e" attachedToRef="c" cancelActivity="false"><timerEventDefinition/></boundaryEvent>
    <subProcess id="f" triggeredByEvent="true"><startEvent id="g" isInterrupting="false"/></subProcess>
    <startEvent id="h" parallelMultiple="true"><messageEventDefinition/><timerEventDefinition/></startEvent>
    <endEvent id="i"><compensateEventDefinition/></endEvent><dataStoreReference id="j"/></process>""")
    )
    signs = {t.key: t.sign for sheet, _ in things.sheets for t in sheet.things}
    assert signs == {
        "a": "signal+throw",
        "b": "",
        "c": "user+loop+compensation",
        "d": "+multi-sequential",
        "e": "timer+going-on",
        "f": "event-sub-process",
        "g": "+going-on",
        "h": "parallel-multiple",
        "i": "compensation",
        "j": "store",
    }
