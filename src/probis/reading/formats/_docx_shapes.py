"""A drawing in a DOCX file (DrawingML, or VML of older files) to boxes, lines between them and pictures, in points."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from probis.reading.formats._docx_package import MC, R, W

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPC: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V: Final = "{urn:schemas-microsoft-com:vml}"
O: Final = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741

MOST_SHAPES: Final = 3_000
_POINT: Final = 12_700  # EMU
_LINES: Final = re.compile(r"line(?:Inv)?|straightConnector\d|bentConnector\d|curvedConnector\d")
_ARROWS: Final = {"rightArrow": (1, 0), "leftArrow": (-1, 0), "downArrow": (0, 1), "upArrow": (0, -1)}
_VML_LINES: Final = (20, *range(32, 41))
_VML_FORMS: Final = {
    1: "rect", 2: "roundRect", 3: "ellipse", 4: "diamond", 7: "parallelogram", 10: "octagon", 13: "rightArrow",
    15: "homePlate", 66: "leftArrow", 67: "downArrow", 68: "upArrow", 109: "flowChartProcess",
    110: "flowChartDecision", 111: "flowChartInputOutput", 112: "flowChartPredefinedProcess",
    113: "flowChartInternalStorage", 114: "flowChartDocument", 115: "flowChartMultidocument",
    116: "flowChartTerminator", 117: "flowChartPreparation", 118: "flowChartManualInput",
    119: "flowChartManualOperation", 120: "flowChartConnector", 121: "flowChartPunchedCard",
    122: "flowChartPunchedTape", 130: "flowChartOnlineStorage", 132: "flowChartMagneticDisk",
    134: "flowChartDisplay", 135: "flowChartDelay", 176: "flowChartAlternateProcess",
    177: "flowChartOffpageConnector", 202: "textBox",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """A drawn shape; `content` is what is written in it, `textbox` whether it was made to hold text."""

    id: str
    form: str
    x: float
    y: float
    width: float
    height: float
    content: Any = None
    textbox: bool = False


@dataclass(frozen=True, slots=True)
class Wire:
    """A drawn line from `start` to `end`, in the direction of its arrow; ids of what the file ties it to."""

    id: str
    start: tuple[float, float]
    end: tuple[float, float]
    source: str | None = None
    target: str | None = None
    arrow: bool = False
    content: Any = None


@dataclass(slots=True)
class Sketch:
    """What one drawing holds. `x` and `y` are where it hangs, from what `across` and `down` name."""

    boxes: list[Box] = field(default_factory=list)
    wires: list[Wire] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)  # ids of relations
    description: str = ""
    others: list[str] = field(default_factory=list)  # what is not read, in a reader's words
    x: float = 0.0
    y: float = 0.0
    across: str = "column"
    down: str = "paragraph"
    flowing: bool = False  # it stands in the text as a letter does


@dataclass(frozen=True, slots=True)
class _Frame:
    """How coordinates inside a group lie outside it: factor, then shift, each way."""

    fx: float = 1 / _POINT
    fy: float = 1 / _POINT
    dx: float = 0.0
    dy: float = 0.0

    def inner(self, off: tuple[float, float], ext: tuple[float, float], begin: tuple[float, float],
              size: tuple[float, float]) -> _Frame:  # fmt: skip
        sx = ext[0] / size[0] if size[0] else 1.0
        sy = ext[1] / size[1] if size[1] else 1.0
        return _Frame(
            self.fx * sx,
            self.fy * sy,
            self.dx + self.fx * (off[0] - begin[0] * sx),
            self.dy + self.fy * (off[1] - begin[1] * sy),
        )

    def place(self, x: float, y: float) -> tuple[float, float]:
        return self.dx + self.fx * x, self.dy + self.fy * y


def drawn(element: Any, ties: dict[str, tuple[str | None, str | None]]) -> Sketch:
    """What a w:drawing, w:pict or w:object holds; `ties` are what VML's lines are tied to, by the line's id."""
    sketch = Sketch()
    if element.tag == f"{W}drawing":
        for hung in element:
            if hung.tag in (f"{WP}anchor", f"{WP}inline"):
                _hung(hung, sketch)
    else:
        for shape in element:
            _vml(shape, sketch, None, ties)
        for embedded in element.iter(f"{O}OLEObject"):
            kind = re.sub(r"[^\w.]", "", embedded.get("ProgID", ""))[:40]
            sketch.others.append(f"objek {kind or 'lain'} yang disisipkan: hanya gambarnya yang diambil")
    return sketch


def contents(element: Any) -> Iterator[Any]:
    """The children of an element; of alternatives the one that is understood, once."""
    for child in element:
        if child.tag == f"{MC}AlternateContent":
            yield from contents(chosen(child))
        else:
            yield child


def chosen(alternatives: Any) -> Any:
    """The alternative that is read: the first one, or what stands in for it where it holds nothing to be read."""
    fallback = alternatives.find(f"{MC}Fallback")
    for choice in alternatives.iterfind(f"{MC}Choice"):
        known = choice.get("Requires", "").split()
        if fallback is None or not {"cx", "cx1", "aink", "wpi", "am3d", "c16r3"} & set(known):
            return choice
    return fallback if fallback is not None else ()


def _hung(hung: Any, sketch: Sketch) -> None:
    about = hung.find(f"{WP}docPr")
    own = ""
    if about is not None:
        own = about.get("id", "")
        sketch.description = (about.get("descr") or about.get("title") or "")[:500]
    sketch.flowing = hung.tag == f"{WP}inline"
    for name, tag in (("across", "positionH"), ("down", "positionV")):
        at = hung.find(f"{WP}{tag}")
        if at is not None:
            setattr(sketch, name, at.get("relativeFrom", ""))
            offset = at.findtext(f"{WP}posOffset")
            setattr(sketch, "x" if name == "across" else "y", _number(offset) / _POINT)
    for data in hung.iterfind(f"{A}graphic/{A}graphicData"):
        for child in contents(data):
            _part(child, sketch, _Frame(), own)
        kind = data.get("uri", "").rpartition("/")[2]
        if kind in ("chart", "chartex"):
            sketch.others.append("grafik: isinya tidak dibaca")
        elif kind == "diagram":
            sketch.others.append("SmartArt: isinya tidak dibaca")


def _part(element: Any, sketch: Sketch, frame: _Frame, own: str = "") -> None:
    if element.tag in (f"{WPG}wgp", f"{WPG}grpSp"):
        properties = element.find(f"{WPG}grpSpPr/{A}xfrm")
        inner = frame
        if properties is not None:
            off, ext = _pair(properties, "off", "x", "y"), _pair(properties, "ext", "cx", "cy")
            begin, size = _pair(properties, "chOff", "x", "y"), _pair(properties, "chExt", "cx", "cy")
            inner = frame.inner(off, ext, begin, size)
        for child in contents(element):
            _part(child, sketch, inner)
    elif element.tag == f"{WPC}wpc":
        for child in contents(element):
            _part(child, sketch, frame)
    elif element.tag == f"{PIC}pic":
        for blip in element.iter(f"{A}blip"):
            sketch.pictures.append(blip.get(f"{R}embed", ""))
    elif element.tag == f"{WPS}wsp" and len(sketch.boxes) + len(sketch.wires) < MOST_SHAPES:
        _shape(element, sketch, frame, own)


def _shape(element: Any, sketch: Sketch, frame: _Frame, own: str) -> None:
    about = element.find(f"{WPS}cNvPr")
    id_ = (about.get("id") if about is not None else None) or own
    properties = element.find(f"{WPS}spPr")
    if properties is None:
        return
    geometry = properties.find(f"{A}prstGeom")
    form = geometry.get("prst", "") if geometry is not None else "freeform"
    xfrm = properties.find(f"{A}xfrm")
    off, ext = (_pair(xfrm, "off", "x", "y"), _pair(xfrm, "ext", "cx", "cy")) if xfrm is not None else ((0, 0), (0, 0))
    x, y = frame.place(*off)
    width, height = ext[0] * frame.fx, ext[1] * frame.fy
    turn = _number(xfrm.get("rot")) / 60_000 if xfrm is not None else 0.0
    flips = (
        xfrm is not None and xfrm.get("flipH") in ("1", "true"),
        xfrm is not None and xfrm.get("flipV") in ("1", "true"),
    )
    content = element.find(f"{WPS}txbx/{W}txbxContent")
    ties = element.find(f"{WPS}cNvCnPr")
    line = properties.find(f"{A}ln")
    heads = [line is not None and _headed(line.find(f"{A}{end}")) for end in ("headEnd", "tailEnd")]
    path = _path(properties) if geometry is None and content is None and any(heads) else None
    if ties is not None or _LINES.fullmatch(form) or path or form in _ARROWS:
        start, end = path or ((0.0, 0.0), (1.0, 1.0))
        if form in _ARROWS:
            start, end = _ends_of_arrow(form)
            heads = [False, True]
        ends = [_turned(_flipped(each, flips), x, y, width, height, turn) for each in (start, end)]
        tied = [_tied(ties, name) for name in ("stCxn", "endCxn")]
        sketch.wires.append(_wire(id_, ends, tied, heads, content))
        return
    if 45 <= turn % 180 <= 135:
        x, y, width, height = x + (width - height) / 2, y + (height - width) / 2, height, width
    kind = element.find(f"{WPS}cNvSpPr")
    textbox = kind is not None and kind.get("txBox") in ("1", "true")
    if textbox and form == "rect" and line is not None and line.find(f"{A}noFill") is not None:
        form = "textBox"
    sketch.boxes.append(Box(id_, form, x, y, width, height, content, textbox))


def _wire(id_: str, ends: list[tuple[float, float]], tied: list[str | None], heads: list[bool], content: Any) -> Wire:
    if heads[0] and not heads[1]:
        ends, tied = ends[::-1], tied[::-1]
    return Wire(id_, ends[0], ends[1], tied[0], tied[1], any(heads), content)


def _headed(end: Any) -> bool:
    return end is not None and end.get("type", "none") != "none"


def _tied(ties: Any, name: str) -> str | None:
    found = ties.find(f"{A}{name}") if ties is not None else None
    return found.get("id") if found is not None else None


def _path(properties: Any) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The ends of an open path, as shares of its size."""
    path = properties.find(f"{A}custGeom/{A}pathLst/{A}path")
    if path is None or path.find(f"{A}close") is not None:
        return None
    points = [(_number(pt.get("x")), _number(pt.get("y"))) for pt in path.iter(f"{A}pt")]
    width, height = _number(path.get("w")) or 1.0, _number(path.get("h")) or 1.0
    if len(points) < 2:
        return None
    return (points[0][0] / width, points[0][1] / height), (points[-1][0] / width, points[-1][1] / height)


def _ends_of_arrow(form: str) -> tuple[tuple[float, float], tuple[float, float]]:
    right, down = _ARROWS[form]
    return (0.5 - right / 2, 0.5 - down / 2), (0.5 + right / 2, 0.5 + down / 2)


def _flipped(at: tuple[float, float], flips: tuple[bool, bool]) -> tuple[float, float]:
    return (1 - at[0] if flips[0] else at[0]), (1 - at[1] if flips[1] else at[1])


def _turned(at: tuple[float, float], x: float, y: float, width: float, height: float,
            turn: float) -> tuple[float, float]:  # fmt: skip
    """A place given as share of a shape, turned with the shape about its middle."""
    angle = math.radians(turn)
    right, down = (at[0] - 0.5) * width, (at[1] - 0.5) * height
    return (
        x + width / 2 + right * math.cos(angle) - down * math.sin(angle),
        y + height / 2 + right * math.sin(angle) + down * math.cos(angle),
    )


def _pair(element: Any, name: str, first: str, second: str) -> tuple[float, float]:
    found = element.find(f"{A}{name}")
    return (0.0, 0.0) if found is None else (_number(found.get(first)), _number(found.get(second)))


def _number(text: str | None) -> float:
    return float(text) if text and re.fullmatch(r"\s*-?[0-9]{1,12}(?:\.[0-9]{1,9})?\s*", text) else 0.0


# VML


def _vml(element: Any, sketch: Sketch, frame: _Frame | None, ties: dict[str, tuple[str | None, str | None]]) -> None:
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if not str(element.tag).startswith(V) or name in ("shapetype", "background", "fill", "formulas"):
        return
    if len(sketch.boxes) + len(sketch.wires) >= MOST_SHAPES:
        return
    style = dict(re.findall(r"([a-z-]{1,30})\s*:\s*([^;]{1,60})", element.get("style", "")))
    at = frame or _Frame(1.0, 1.0)
    x, y = (_measure(style.get(f"margin-{side}") or style.get(side)) for side in ("left", "top"))
    if frame is not None:
        x, y = _measure(style.get("left")), _measure(style.get("top"))
    width, height = _measure(style.get("width")), _measure(style.get("height"))
    if frame is None and (style.get("position") != "absolute" or "mso-position-horizontal-relative" in style):
        sketch.across = style.get("mso-position-horizontal-relative", "column").replace("text", "column")
    if frame is None:
        sketch.down = style.get("mso-position-vertical-relative", "paragraph").replace("text", "paragraph")
        sketch.flowing = style.get("position") != "absolute"
        sketch.description = sketch.description or element.get("alt", "")[:500]
    if name == "group":
        begin, size = _two(element.get("coordorigin"), 0.0), _two(element.get("coordsize"), 1000.0)
        inner = at.inner((x, y), (width, height), begin, size)
        for child in element:
            _vml(child, sketch, inner, ties)
        return
    image = element.find(f"{V}imagedata")
    if image is not None:
        sketch.pictures.append(image.get(f"{R}id") or image.get(f"{R}embed") or image.get(f"{O}relid") or "")
        return
    _vml_shape(element, name, style, sketch, at, (x, y, width, height), ties)


def _vml_shape(
    element: Any, name: str, style: dict[str, str], sketch: Sketch, frame: _Frame,
    place: tuple[float, float, float, float], ties: dict[str, tuple[str | None, str | None]],
) -> None:  # fmt: skip
    id_ = element.get(f"{O}spid") or element.get("id", "")
    number = _type(element)
    content = element.find(f"{V}textbox/{W}txbxContent")
    stroke = element.find(f"{V}stroke")
    heads = [stroke is not None and stroke.get(f"{end}arrow", "none") != "none" for end in ("start", "end")]
    tied = list(ties.get(id_) or ties.get(element.get("id", "")) or (None, None))
    if name == "line":
        ends = [frame.place(*_two(element.get(end), 0.0)) for end in ("from", "to")]
        sketch.wires.append(_wire(id_, ends, tied, heads, content))
        return
    x, y = frame.place(place[0], place[1])
    width, height = place[2] * frame.fx, place[3] * frame.fy
    forms = {"rect": "rect", "roundrect": "roundRect", "oval": "ellipse"}
    form = forms.get(name) or _VML_FORMS.get(number, "freeform")
    connector = element.get(f"{O}connectortype") not in (None, "none")
    if connector or number in _VML_LINES or form in _ARROWS or (name in ("polyline", "curve") and any(heads)):
        flip = style.get("flip", "")
        start, end = (0.0, 0.0), (1.0, 1.0)
        if form in _ARROWS:
            start, end = _ends_of_arrow(form)
            heads = [False, True]
        turn = _measure(style.get("rotation"))
        ends = [_turned(_flipped(each, ("x" in flip, "y" in flip)), x, y, width, height, turn) for each in (start, end)]
        sketch.wires.append(_wire(id_, ends, tied, heads, content))
        return
    if number == 202 and element.get("stroked") not in ("f", "false"):
        form = "rect"
    sketch.boxes.append(Box(id_, form, x, y, width, height, content, number == 202))


def _type(element: Any) -> int:
    said = re.search(r"_t(\d{1,4})$", element.get("type", "")) or re.fullmatch(r"(\d{1,4})", element.get(f"{O}spt", ""))
    return int(said[1]) if said else 0


def _measure(text: str | None) -> float:
    found = re.fullmatch(r"\s*(-?[0-9]{0,9}(?:\.[0-9]{1,9})?)(pt|in|cm|mm|px|emu|pc)?\s*", text or "")
    if found is None or found[1] in ("", "-"):
        return 0.0
    unit = {"in": 72.0, "cm": 28.3465, "mm": 2.83465, "px": 0.75, "emu": 1 / _POINT, "pc": 12.0}
    return float(found[1]) * unit.get(found[2] or "", 1.0)


def _two(text: str | None, usual: float) -> tuple[float, float]:
    parts = (text or "").split(",")
    said = [_measure(part) if part.strip() else usual for part in parts[:2]]
    return (said[0], said[1]) if text and len(said) == 2 else (usual, usual)


def vml_ties(root: Any) -> dict[str, tuple[str | None, str | None]]:
    """What the lines of VML are tied to, by the id of the line."""
    ties: dict[str, tuple[str | None, str | None]] = {}
    for rule in root.iter(f"{O}r") if root is not None else ():
        ends: dict[str, str] = {}
        for proxy in rule.iterfind(f"{O}proxy"):
            for end in ("start", "end"):
                if proxy.get(end) is not None:
                    ends[end] = proxy.get("idref", "").lstrip("#")
        if rule.get("type") == "connector":
            ties[rule.get("idref", "").lstrip("#")] = (ends.get("start"), ends.get("end"))
    return ties
