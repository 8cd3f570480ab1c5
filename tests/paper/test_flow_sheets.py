"""A flow table on its sheets: symbols in their cells, lines between them and through none, connectors on both sides."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probis.drawing.layout.flow_table import FlowPage
from probis.drawing.scene import Path, Scene, bounds, walk
from probis.paper.flow import FlowArrow, FlowStep, FlowSymbol, FlowTable
from probis.paper.flow_sheets import TITLE, FlowSheets, sheets
from probis.paper.text import text

F4 = (300.0, 185.0)


def step(n: int, column: int, symbol: FlowSymbol = "process", said: str = "Menelaah berkas permohonan") -> FlowStep:
    return FlowStep(str(n + 1), text(said), column, symbol, f"symbol {n + 1}", f"langkah {n + 1}")


def table(steps: list[FlowStep], arrows: list[FlowArrow], performers: int) -> FlowTable:
    names = tuple(f"Kepala Bagian {n}" for n in range(1, performers + 1))
    return FlowTable(names, tuple(steps), tuple(arrows), *F4, title="SOP Uji")


def long(n: int, performers: int = 5) -> FlowTable:
    """A chain with a question that leads back every seventh step and a branch beside it every eleventh."""
    steps = [step(i, i * 3 % performers, "decision" if i % 7 == 6 else "process") for i in range(n)]
    arrows = [FlowArrow(i, i + 1, "Ya" if i % 7 == 6 else "") for i in range(n - 1)]
    arrows += [FlowArrow(i, i - 4, "Tidak") for i in range(6, n, 7)]
    arrows += [FlowArrow(i, i + 2) for i in range(10, n - 2, 11)]
    return table(steps, arrows, performers)


@st.composite
def tables(draw: st.DrawFn) -> FlowTable:
    """A chain over some columns with a few leaps and returns."""
    performers = draw(st.integers(1, 12))
    n = draw(st.integers(1, 24))
    columns = draw(st.lists(st.integers(0, performers - 1), min_size=n, max_size=n))
    leaps = draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=5))
    asked = {a for a, _ in leaps}
    steps = [step(i, column, "decision" if i in asked else "process") for i, column in enumerate(columns)]
    arrows = [FlowArrow(i, i + 1, "Ya" if i in asked else "") for i in range(n - 1)]
    arrows += [FlowArrow(a, b, "Tidak") for a, b in dict.fromkeys(leaps) if b != a + 1]
    return table(steps, arrows, performers)


def judged(page: FlowPage) -> None:
    for row, (symbol, box) in enumerate(zip(page.symbols, page.boxes, strict=True)):
        if symbol.kind != "none":
            assert page.xs[symbol.column] < box.x and box.x + box.width < page.xs[symbol.column + 1]
            assert page.ys[row] < box.y and box.y + box.height < page.ys[row + 1]
    for line in page.lines:
        for end, row in ((line.points[0], line.source), (line.points[-1], line.target)):
            assert on_edge(page, row, *end)
        for a, b in pairwise(line.points):
            assert abs(a[0] - b[0]) < 1e-6 or abs(a[1] - b[1]) < 1e-6
            for row, box in enumerate(page.boxes):
                inner = (box.x + 0.2, box.y + 0.2, box.x + box.width - 0.2, box.y + box.height - 0.2)
                apart = (
                    max(a[0], b[0]) <= inner[0]
                    or min(a[0], b[0]) >= inner[2]
                    or max(a[1], b[1]) <= inner[1]
                    or min(a[1], b[1]) >= inner[3]
                )
                assert apart, f"the line {line.source}→{line.target} passes through the symbol of row {row}"


def on_edge(page: FlowPage, row: int, x: float, y: float) -> bool:
    """Whether a point is the middle of a side: there every symbol, a diamond too, has its edge."""
    left, top, w, h = page.boxes[row]
    ports = ((left, top + h / 2), (left + w, top + h / 2), (left + w / 2, top), (left + w / 2, top + h))
    return any(abs(x - px) < 1e-6 and abs(y - py) < 1e-6 for px, py in ports)


def within(scene: Scene) -> bool:
    """Whether nothing of a picture leaves it."""
    return all(
        left >= -1e-6 and top >= -1e-6 and right <= scene.width + 1e-6 and bottom <= scene.height + 1e-6
        for left, top, right, bottom in map(bounds, scene.items)
    )


@settings(max_examples=60, deadline=None)
@given(tables())
def test_symbols_stand_in_their_cells_and_lines_meet_them(flow: FlowTable) -> None:
    laid = sheets(flow)
    for sheet in laid.sheets:
        judged(sheet.page)
        assert all(within(scene) for scene in sheet.pictures.values())
    assert sum(s.kind in ("process", "decision") for p in laid.sheets for s in p.page.symbols) == len(flow.steps)
    assert sheets(flow) == laid
    whole = sheets(flow, endless=True).sheets[0].page
    assert {(line.source, line.target) for line in whole.lines} == {(a.source, a.target) for a in flow.arrows}


def height(laid: FlowSheets, at: int) -> float:
    return sum(laid.heads) + TITLE + sum(row.height for row in laid.sheets[at].rows)


def test_sixty_steps_fill_sheets_and_no_sheet_is_too_high() -> None:
    laid = sheets(long(60))
    assert 5 <= len(laid.sheets) <= 9
    assert all(height(laid, n) <= F4[1] * 72 / 25.4 + 1e-6 for n in range(len(laid.sheets)))
    for sheet in laid.sheets:
        judged(sheet.page)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 9), st.integers(3, 40))
def test_a_sheet_has_room_for_what_its_connectors_say(apart: int, last: int) -> None:
    """Steps that come together further on make the rows of connectors high, for they name them all."""
    n = 44
    steps = [step(i, i % 5, "decision" if i % 4 == 0 else "process", "Menelaah") for i in range(n)]
    arrows = [FlowArrow(i, i + 1) for i in range(n - 1)]
    arrows += [FlowArrow(i, j, "Tidak") for j in (last, n - 1) for i in range(0, j - 1, apart)]
    laid = sheets(table(steps, arrows, 5))
    assert all(height(laid, at) <= F4[1] * 72 / 25.4 + 0.01 for at in range(len(laid.sheets)))


def test_connectors_are_named_alike_on_both_sides() -> None:
    laid = sheets(long(40))
    out = {s.letter for sheet in laid.sheets for s in sheet.page.symbols if s.kind == "exit"}
    into = [s.letter for sheet in laid.sheets for s in sheet.page.symbols if s.kind == "entry"]
    assert out and sorted(into) == sorted(out)
    said = [line for sheet in laid.sheets for row in sheet.rows if row.connector for line in row.lines[1]]
    assert any("Ke langkah" in line for line in said) and any("Dari langkah" in line for line in said)


def test_the_lines_of_neighbouring_cells_meet_at_their_border() -> None:
    """Each end of a piece at a border has another at the same point beyond it."""
    sheet = sheets(long(12)).sheets[0]
    ends: list[tuple[float, float]] = []
    for (row, column), scene in sheet.pictures.items():
        for _, item in walk(scene.items):
            if isinstance(item, Path) and len(item.points) < 6:
                dx, dy = sheet.page.xs[column], sheet.page.ys[row]
                ends += [(round(x + dx, 4), round(y + dy, 4)) for x, y in (item.points[0], item.points[-1])]
    xs = {round(x, 4) for x in sheet.page.xs}
    ys = {round(y, 4) for y in sheet.page.ys}
    at_border = [p for p in ends if p[0] in xs or p[1] in ys]
    assert at_border and all(ends.count(p) % 2 == 0 for p in at_border)


def test_without_end_all_stands_on_one_sheet_without_connectors() -> None:
    laid = sheets(long(30), endless=True)
    assert len(laid.sheets) == 1
    assert not {"exit", "entry"} & {s.kind for s in laid.sheets[0].page.symbols}


def test_a_text_too_long_for_a_row_goes_on_below() -> None:
    words = "kata panjang sekali " * 120
    laid = sheets(table([step(0, 0, said=words), step(1, 1)], [FlowArrow(0, 1)], 2))
    told = " ".join(line for sheet in laid.sheets for row in sheet.rows for line in row.lines[1])
    assert words.strip() in told
    for sheet in laid.sheets:
        judged(sheet.page)


def test_words_of_lines_that_leave_together_stand_where_they_have_parted() -> None:
    """Four answers have three sides of a diamond; no two words may stand at the same piece of line."""
    steps = [step(0, 1, "decision"), *(step(n, c) for n, c in enumerate((1, 3, 4, 0), 1))]
    page = sheets(table(steps, [FlowArrow(0, n, f"({n})") for n in range(1, 5)], 6)).sheets[0].page
    assert len({label.text for label in page.labels}) == 4
    firsts = [line.points[:2] for line in page.lines]
    for label in page.labels:
        line = page.lines[int(label.text[1]) - 1]
        near = [*line.points[1:3]] if sum(f[0] == line.points[0] for f in firsts) > 1 else [*line.points[:2]]
        (x1, y1), (x2, y2) = near
        middle = label.x + 5, label.y - 2
        across = max(min(x1, x2) - middle[0], middle[0] - max(x1, x2), 0)
        down = max(min(y1, y2) - middle[1], middle[1] - max(y1, y2), 0)
        assert across < 12 and down < 12, label


def test_faults_of_the_program_are_refused() -> None:
    with pytest.raises(ValueError, match="no column"):
        table([step(0, 2)], [], 2)
    with pytest.raises(ValueError, match="no step"):
        table([step(0, 0)], [FlowArrow(0, 1)], 2)
