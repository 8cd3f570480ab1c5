"""A page of a PDF to its ink: signs with places, straight strokes, other shapes and images, as a reader looks at it."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

MOST_SIGNS = 60_000
"""Signs on one page; what comes after them is not read and said to be so."""
MOST_OBJECTS = 60_000
"""Paths, texts and images on one page, those of its forms among them."""
_DEEPEST = 12
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ſt": "st", "ﬆ": "st"}
SOFT = "\u00ad"
"""A hyphen that is one only where a line ends."""
_HYPHENS = {SOFT, "\ufffe", "\x02"}
_BLANK = {" ", "\u00a0", "\t", "\r", "\n", "\u2002", "\u2003", "\u2009", "\u3000"}
_HEAVY = ("bold", "black", "heavy", "semibold", "demi")


class Box(NamedTuple):
    """A place on the page as it is seen: left, top, right, bottom in points, from its upper left corner."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """How high it is."""
        return self.y1 - self.y0

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        """Whether a point lies in it."""
        return self.x0 - slack <= x <= self.x1 + slack and self.y0 - slack <= y <= self.y1 + slack


class Sign(NamedTuple):
    """A letter: what it says, its box, its baseline, its size; `turn` in quarters clockwise, None where it is askew.

    A blank has `text` " ". `hidden` text leaves no ink (the layer under a scan).
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    size: float
    bold: bool
    turn: int | None
    hidden: bool


class Stroke(NamedTuple):
    """A level (`level`) or upright line: its place across, and where it starts and ends; `whole` numbers its path."""

    level: bool
    at: float
    start: float
    end: float
    whole: int


class Shape(NamedTuple):
    """A path that is drawn: its box; `free` where it is more than level and upright lines, `round` where it is bent.

    `framed` is a rectangle with a border; `whole` numbers the path.
    """

    box: Box
    free: bool
    framed: bool
    round: bool
    whole: int


class Image(NamedTuple):
    """An image on the page: where it stands and the number of its object, to be fetched while the page is open."""

    box: Box
    object: raw.FPDF_PAGEOBJECT


@dataclass(slots=True)
class Ink:
    """What stands on a page; `unmapped` counts the signs whose letters the file does not tell."""

    width: float
    height: float
    signs: list[Sign] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    forms: list[Box] = field(default_factory=list)
    unmapped: int = 0
    clipped: bool = False
    objects: int = 0


class _View:
    """From the file's coordinates to the page as it is seen, its own rotation and that of most of its text counted."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.turn = (page.get_rotation() // 90) % 4

    def size(self) -> tuple[float, float]:
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.turn:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        (a, b), (c, d) = self.point(left, bottom), self.point(right, top)
        return Box(min(a, c), min(b, d), max(a, c), max(b, d))


def ink(page: pypdfium2.PdfPage) -> Ink:
    """Return what stands on a page. Images are valid while the page is open."""
    view = _View(page)
    text = page.get_textpage()
    try:
        view.turn = (view.turn + _most(text, view.turn)) % 4
        width, height = view.size()
        made = Ink(width, height)
        _signs(text, view, made)
    finally:
        text.close()
    _objects(page, view, made)
    return made


class _Hand(NamedTuple):
    """What the signs of one text object share."""

    size: float
    bold: bool
    turn: int | None
    hidden: bool


def _hand(text: raw.FPDF_TEXTPAGE, i: int, object_: raw.FPDF_PAGEOBJECT, view: int) -> _Hand:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, i, matrix)
    size = raw.FPDFText_GetFontSize(text, i) * math.hypot(matrix.c, matrix.d)
    turn = _turn(matrix, view)
    buffer = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, i, buffer, 128, None)
    name = buffer.value.decode("utf-8", "replace").casefold()
    mode = raw.FPDFTextObj_GetTextRenderMode(object_) if object_ else 0
    heavy = any(word in name for word in _HEAVY) or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    return _Hand(size, heavy, turn, mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE)


def _turn(matrix: raw.FS_MATRIX, view: int) -> int | None:
    """How many quarters the page lies turned under a sign; none where it stands askew or the file gives no number."""
    angle = math.degrees(math.atan2(matrix.b, matrix.a))
    if not math.isfinite(angle):
        return None
    quarter = round(angle / 90)
    return (view - quarter) % 4 if abs(angle - 90 * quarter) < 8 else None


def _most(text: pypdfium2.PdfTextPage, view: int) -> int:
    """How many quarters more the page must be turned so that most of its text is upright."""
    count = text.count_chars()
    if not count:
        return 0
    turns: dict[int | None, int] = {}
    matrix = raw.FS_MATRIX()
    for i in range(0, count, max(1, count // 300)):
        if raw.FPDFText_IsGenerated(text.raw, i) == 1 or not raw.FPDFText_GetMatrix(text.raw, i, matrix):
            continue
        key = _turn(matrix, view)
        turns[key] = turns.get(key, 0) + 1
    best = max(turns, key=lambda key: turns[key], default=None)
    return (-best) % 4 if best and turns[best] > 0.7 * sum(turns.values()) else 0


def _signs(page: pypdfium2.PdfTextPage, view: _View, made: Ink) -> None:
    text = page.raw
    count = raw.FPDFText_CountChars(text)
    made.clipped = count > MOST_SIGNS
    hands: dict[int, _Hand] = {}
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    seen: dict[tuple[str, int, int], int] = {}
    for i in range(min(count, MOST_SIGNS)):
        code = raw.FPDFText_GetUnicode(text, i)
        sign = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if sign in _BLANK:
            if raw.FPDFText_IsGenerated(text, i) == 1:
                continue
            sign = " "
        object_ = raw.FPDFText_GetTextObject(text, i)
        address = ctypes.cast(object_, ctypes.c_void_p).value or -i
        hand = hands.get(address)
        if hand is None:
            hand = hands[address] = _hand(text, i, object_, view.turn)
        if not raw.FPDFText_GetLooseCharBox(text, i, box) or not raw.FPDFText_GetCharOrigin(text, i, x, y):
            continue
        if view.turn:
            place = view.box(box.left, box.bottom, box.right, box.top)
            across, base = view.point(x.value, y.value)
        else:  # the same, for the many
            place = Box(box.left - view.left, view.top - box.top, box.right - view.left, view.top - box.bottom)
            across, base = x.value - view.left, view.top - y.value
        if hand.turn is not None and hand.turn % 2:
            base = across
        if not place.holds(made.width / 2, made.height / 2, max(made.width, made.height)):
            continue
        if sign != " ":
            if code == 0 or sign == "\ufffd" or 0xE000 <= code < 0xF8FF:
                made.unmapped += not 0xF000 <= code < 0xF0FF
                sign = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0fc": "✓", "\uf0d8": "➢"}.get(sign, "\ufffd")
            elif raw.FPDFText_HasUnicodeMapError(text, i) == 1:
                made.unmapped += 1
            sign = SOFT if sign in _HYPHENS else _LIGATURES.get(sign, sign)
            if not sign.isprintable() and sign != SOFT:
                continue
            twin = _twin(seen, sign, place, len(made.signs))
            if twin is not None:
                if not hand.hidden:
                    made.signs[twin] = made.signs[twin]._replace(bold=True)
                continue
        made.signs.append(Sign(sign, *place, base, hand.size, hand.bold, hand.turn, hand.hidden))


def _twin(seen: dict[tuple[str, int, int], int], sign: str, box: Box, number: int) -> int | None:
    """The sign that says the same at the same place (a bold that is printed twice), else None."""
    column, row = round(box.x0 / 1.5), round(box.y1)
    for near in (column, column - 1, column + 1):
        twin = seen.get((sign, near, row))
        if twin is not None and (box.width > 2.5 or near == column):
            return twin
    seen[sign, column, row] = number
    return None


_Matrix = tuple[float, float, float, float, float, float]


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _objects(page: pypdfium2.PdfPage, view: _View, made: Ink) -> None:
    made.objects = raw.FPDFPage_CountObjects(page.raw)
    for number, (object_, kind, matrix) in enumerate(_walk(page)):
        made.objects = max(made.objects, number)
        if number >= MOST_OBJECTS:
            made.clipped = True
            return
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _path(object_, matrix, view, made, number)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
            placed = [view.point(*_at(matrix, x, y)) for x, y in corners]
            made.images.append(Image(_around(placed), object_))
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            _form(object_, view, made)


def _form(object_: raw.FPDF_PAGEOBJECT, view: _View, made: Ink) -> None:
    bounds = [ctypes.c_float() for _ in range(4)]
    if raw.FPDFPageObj_GetBounds(object_, *bounds):
        made.forms.append(view.box(*(each.value for each in bounds)))


def _walk(page: pypdfium2.PdfPage) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, int, _Matrix]]:
    """The objects of a page and of its forms, each with the matrix from its own coordinates to the page's."""
    whole: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    got = raw.FS_MATRIX()
    open_: list[tuple[Iterator[raw.FPDF_PAGEOBJECT], _Matrix]] = [
        ((raw.FPDFPage_GetObject(page.raw, i) for i in range(raw.FPDFPage_CountObjects(page.raw))), whole)
    ]
    while open_:
        inner, matrix = open_[-1]
        object_ = next(inner, None)
        if object_ is None:
            open_.pop()
            continue
        kind = raw.FPDFPageObj_GetType(object_)
        raw.FPDFPageObj_GetMatrix(object_, got)
        placed = _times((got.a, got.b, got.c, got.d, got.e, got.f), matrix)
        yield object_, kind, placed
        if kind == raw.FPDF_PAGEOBJ_FORM and len(open_) < _DEEPEST:
            count = raw.FPDFFormObj_CountObjects(object_)
            open_.append(((raw.FPDFFormObj_GetObject(o, i) for o in [object_] for i in range(count)), placed))


def _at(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _path(object_: raw.FPDF_PAGEOBJECT, matrix: _Matrix, view: _View, made: Ink, whole: int) -> None:
    count = raw.FPDFPath_CountSegments(object_)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(object_, fill, stroke)
    if count <= 0 or not (fill.value or stroke.value):
        return
    points: list[tuple[float, float]] = []
    lines: list[tuple[tuple[float, float], tuple[float, float]]] = []
    curved, start = False, (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(min(count, 400)):
        segment = raw.FPDFPath_GetPathSegment(object_, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = view.point(*_at(matrix, x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            lines.append((points[-1], point))
        else:
            curved = True
        points.append(point)
        if raw.FPDFPathSegment_GetClose(segment) and point != start:
            lines.append((point, start))
    box = _around(points)
    straight = [line for line in lines if abs(line[0][0] - line[1][0]) < 0.6 or abs(line[0][1] - line[1][1]) < 0.6]
    free = curved or len(straight) < len(lines)
    thin = min(box.width, box.height) < 2.6
    if not free and thin and max(box.width, box.height) >= 3:
        if box.width > box.height:
            made.strokes.append(Stroke(True, (box.y0 + box.y1) / 2, box.x0, box.x1, whole))
        else:
            made.strokes.append(Stroke(False, (box.x0 + box.x1) / 2, box.y0, box.y1, whole))
    elif stroke.value and not curved:
        for (ax, ay), (bx, by) in straight:
            if abs(ay - by) < 0.6 and abs(ax - bx) >= 3:
                made.strokes.append(Stroke(True, (ay + by) / 2, min(ax, bx), max(ax, bx), whole))
            elif abs(ax - bx) < 0.6 and abs(ay - by) >= 3:
                made.strokes.append(Stroke(False, (ax + bx) / 2, min(ay, by), max(ay, by), whole))
    framed = not free and len(lines) >= 4 and not thin
    made.shapes.append(Shape(box, free and not thin, framed and bool(stroke.value), curved, whole))
