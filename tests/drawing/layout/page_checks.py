"""What every page must hold: all on it, no text on text, no line through a text, nothing under 7 pt."""

from __future__ import annotations

from itertools import combinations, pairwise

from probis.drawing.measure import width
from probis.drawing.medium import SMALLEST_TYPE
from probis.drawing.scene import Path, Scene, Shape, Text, walk

Box = tuple[float, float, float, float]


def text_box(text: Text) -> Box:
    wide = width(text.text, text.size, text.weight, text.family, italic=text.italic, tracking=text.tracking)
    left = {"start": text.x, "middle": text.x - wide / 2, "end": text.x - wide}[text.anchor]
    return left, text.y - text.size * 0.73, left + wide, text.y + text.size * 0.1


def meet(a: Box, b: Box, slack: float = 0.3) -> bool:
    return a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack


def pieces(path: Path) -> list[Box]:
    return [(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])) for a, b in pairwise(path.points)]


def check_page(scene: Scene, *, overlaps: bool = True) -> None:
    items = [item for _, item in walk(scene.items)]
    texts = [t for t in items if isinstance(t, Text)]
    for text in texts:
        left, top, right, foot = text_box(text)
        assert text.size >= SMALLEST_TYPE, text
        assert left >= -0.6 and right <= scene.width + 0.6, (text, scene.width)
        assert top >= -0.6 and foot <= scene.height + 1.6, (text, scene.height)
    for shape in items:
        if isinstance(shape, Shape):
            assert shape.x >= -0.6 and shape.x + shape.width <= scene.width + 0.6, (shape, scene.width)
            assert shape.y >= -0.6 and shape.y + shape.height <= scene.height + 0.6, (shape, scene.height)
    for path in items:
        if isinstance(path, Path):
            for x, y in path.points:
                assert -0.6 <= x <= scene.width + 0.6 and -0.6 <= y <= scene.height + 0.6, path
            for a, b in pairwise(path.points):
                assert abs(a[0] - b[0]) < 0.01 or abs(a[1] - b[1]) < 0.01, path
    if not overlaps:
        return
    boxes = [(t, text_box(t)) for t in texts]
    for (t, a), (u, b) in combinations(boxes, 2):
        assert not meet(a, b), (t.text, u.text, a, b)


def clean_of_lines(scene: Scene, lines: list[Path], *, but_discs: bool = True) -> None:
    """No line runs through a text, unless a disc is drawn under the text."""
    items = [item for _, item in walk(scene.items)]
    discs = [i for i in items if isinstance(i, Shape) and i.width >= 12 and i.height == 12] if but_discs else []
    for text in (i for i in items if isinstance(i, Text)):
        box = text_box(text)
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        if any(d.x <= middle[0] <= d.x + d.width and d.y <= middle[1] <= d.y + d.height for d in discs):
            continue
        for line in lines:
            for piece in pieces(line):
                fat = (piece[0] - 0.01, piece[1] - 0.01, piece[2] + 0.01, piece[3] + 0.01)
                assert not meet(box, fat, 0.0), (text.text, box, line.points)
