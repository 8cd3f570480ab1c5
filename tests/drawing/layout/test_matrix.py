"""Matrices: every mark once under its column and beside its row, totals right, pages never too large."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from drawing.layout.page_checks import check_page, meet
from probis.drawing.layout.matrix import Matrix, MatrixColumn, MatrixMark, MatrixRow, matrix
from probis.drawing.scene import Group, Scene, Shape, Text, dump, groups, texts, walk

NAMES = st.sampled_from(
    ("BKD", "Sub Bagian Evaluasi dan Pelaporan Kinerja", "Pemerintah Kabupaten/Kota " * 3, "x" * 50)
)
PAGES = st.sampled_from(((871.0, 467.0), (500.0, 330.0), (float("inf"), float("inf"))))


@st.composite
def charts(draw: st.DrawFn) -> Matrix:
    columns = tuple(MatrixColumn(draw(NAMES), f"P-{k:02}") for k in range(draw(st.integers(1, 24))))
    inside = tuple(MatrixRow(draw(NAMES), ref=f"unit/u{k}") for k in range(draw(st.integers(1, 20))))
    outside = tuple(MatrixRow(draw(NAMES), True, ref=f"pihak/q{k}") for k in range(draw(st.integers(0, 30))))
    marks = {}
    for r, row in enumerate((*inside, *outside)):
        for c in range(len(columns)):
            if draw(st.integers(0, 3)) == 0:
                kind = "outside" if row.outside else draw(st.sampled_from(("owner", "inside", "unknown")))
                marks[r, c] = MatrixMark(kind, draw(st.booleans()), label=f"{r}x{c}")
    sections = (("Di dalam", inside), *((("Di luar", outside),) if outside else ()))
    return Matrix("Matriks", columns, sections, marks, "Unit", "Jumlah", "Jumlah unit", "P")


def box_of(group: Group) -> tuple[float, float, float, float]:
    shape = group.items[0]
    assert isinstance(shape, Shape)
    return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


@settings(max_examples=25, deadline=None)
@given(charts(), PAGES)
def test_every_mark_stands_once_on_a_page_that_holds_it(chart: Matrix, page: tuple[float, float]) -> None:
    scenes = matrix(chart, *page)
    marks = [g.label for s in scenes for g in groups(s) if g.role == "mark"]
    assert sorted(marks) == sorted(m.label for m in chart.marks.values())
    for scene in scenes:
        assert scene.width <= page[0] + 0.01 and scene.height <= page[1] + 0.01
        check_page(scene)
        boxes = [box_of(g) for g in groups(scene) if g.role == "mark"]
        assert not any(meet(a, b) for a, b in combinations(boxes, 2))
        _in_place(chart, scene)


def _in_place(chart: Matrix, scene: Scene) -> None:
    """Each mark is level with its row and stands under the head of its column."""
    rows = {g.ref: box_of(g) for g in groups(scene) if g.role in ("unit", "party")}
    heads = {}
    for group in groups(scene):
        if group.role == "process":
            first = next(i for _, i in walk(group.items) if isinstance(i, Text))
            heads[first.text] = first.x
    for group in groups(scene):
        if group.role == "mark":
            r, c = map(int, group.label.split("x"))
            left, top, right, foot = box_of(group)
            row = rows[chart.rows[r].ref]
            assert abs((top + foot) / 2 - (row[1] + row[3]) / 2) < 0.1
            assert heads[chart.columns[c].code] - 0.1 <= left and right <= heads[chart.columns[c].code] + 40


@settings(max_examples=15, deadline=None)
@given(charts())
def test_totals_count_the_marks(chart: Matrix) -> None:
    (scene,) = matrix(chart)
    totals = next(g for g in groups(scene) if g.role == "totals")
    numbers = [t.text for t in texts(Scene(0, 0, "", "", totals.items))][1:]
    counts = [sum((r, c) in chart.marks for r in range(len(chart.rows))) for c in range(len(chart.columns))]
    assert numbers == [*map(str, counts), str(len(chart.marks))]
    assert dump(scene) == dump(matrix(chart)[0])
