"""Framed charts: nothing overlaps, no line through a box, everything on the page, whatever the chart."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drawing.layout.page_checks import check_page, clean_of_lines
from probis.drawing.layout.framed import FramedTries, cost_of, framed, routed
from probis.drawing.layout.framed_chart import Disc, Frame, FrameBox, FramedChart, FramedStyle, FrameLine, Party
from probis.drawing.layout.framed_grid import grid_of, layers
from probis.drawing.layout.framed_lines import branched, joined, plain
from probis.drawing.layout.framed_roster import Roster, RosterRow, drawn_roster, roster_height
from probis.drawing.layout.framed_tracks import Span, Tap, settled, tracks
from probis.drawing.scene import Group, Path, Scene, Shape, groups, walk
from probis.drawing.scene import dump as dumped

STYLE = FramedStyle()
NAMES = ("Perencanaan", "Penataan Kelembagaan Provinsi dan Kabupaten/Kota", "SDM", "Pembinaan " * 6)


def box(id_: str, frame: str = "a", text: str = "Proses", **more: object) -> FrameBox:
    return FrameBox(id_, text, id_.upper(), frame, **more)  # type: ignore[arg-type]


def chart(boxes: tuple[FrameBox, ...], *lines: FrameLine, whole: bool = True, **more: object) -> FramedChart:
    frames = tuple(Frame(f, f"Kelompok {f}") for f in dict.fromkeys(b.frame for b in boxes))
    return FramedChart("Peta", frames, boxes, lines=lines, **more)  # type: ignore[arg-type]


@st.composite
def charts(draw: st.DrawFn) -> FramedChart:
    """Up to 12 boxes in up to three frames, some parts of another; parties at both sides; lines of all kinds."""
    count = draw(st.integers(1, 12))
    ids = [f"b{i}" for i in range(count)]
    frames = ("a", "b", "c")[: draw(st.integers(1, 3))]
    boxes = []
    for i, id_ in enumerate(ids):
        frame = draw(st.sampled_from(frames))
        whole = draw(st.sampled_from(["", "", *ids[:i]]))
        boxes.append(
            FrameBox(
                id_,
                draw(st.sampled_from(NAMES)),
                draw(st.sampled_from(["", f"P-{i:02}"])),
                frame,
                whole,
                notes=draw(st.sampled_from(((), ("dari P-01 (3)", "ke P-02, P-03 (1), P-04, P-05, P-06, P-07")))),
            )
        )
    sides: dict[str, tuple[Party, ...]] = {}
    for side in ("in", "out"):
        number = draw(st.integers(0, 6))
        sides[side] = tuple(
            Party(
                f"{side}{k}",
                tuple(
                    draw(
                        st.lists(
                            st.sampled_from(("BKD", "Perangkat Daerah", "Pemerintah Kabupaten/Kota")),
                            min_size=1,
                            max_size=4,
                        )
                    )
                ),
                square=draw(st.booleans()),
            )
            for k in range(number)
        )
    lines = []
    for k in range(draw(st.integers(0, 14))):
        kind = draw(st.sampled_from(("in", "out", "inner", "trunk", "join")))
        source, target = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
        discs = tuple(Disc(str(k + d)) for d in range(draw(st.integers(0, 2))))
        text = draw(st.sampled_from(("", "laporan", "dokumen pelaksanaan anggaran perangkat daerah")))
        if kind == "in" and sides["in"]:
            ends: tuple[str, tuple[str, ...], tuple[str, ...]] = (draw(st.sampled_from(sides["in"])).id, (target,), ())
        elif kind == "out" and sides["out"]:
            ends = (source, (draw(st.sampled_from(sides["out"])).id,), ())
        elif source == target:
            continue
        elif kind == "trunk":
            ends = (source, tuple(dict.fromkeys(t for t in (target, *ids[:3]) if t != source)), ())
            text, discs = "", discs or (Disc("t"),)
        elif kind == "join":
            ends = (source, (target,), tuple(i for i in ids[:3] if i not in (source, target)))
            text, discs = "", discs or (Disc("j"),)
        else:
            ends = (source, (target,), ())
            text, discs = "", discs or (Disc("i"),)
        lines.append(FrameLine(f"l{k}", ends[0], ends[1], text, discs, joins=ends[2]))
    return FramedChart(
        "Peta",
        tuple(Frame(f, f"Kelompok {f}", empty="belum ada proses") for f in frames),
        tuple(boxes),
        sides["in"],
        sides["out"],
        tuple(lines),
        ("Pemasok", "Masukan", "Proses", "Keluaran", "Pelanggan"),
    )


STYLES = st.sampled_from(
    (
        STYLE,
        FramedStyle(inner=True, code_above=True, fall=26.0, box=180),
        FramedStyle(running=True, most_names=1, straight=0.2, pitch=7.0),
    )
)
QUICK = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@QUICK
@given(charts(), STYLES, st.integers(1, 4))
def test_boxes_apart_and_no_line_through_one(drawn: FramedChart, style: FramedStyle, columns: int) -> None:
    place = routed(drawn, columns).placed(style)
    assert set(place.boxes) == {b.id for b in drawn.boxes}
    solid = {**place.boxes, **place.parties}
    for (i, a), (j, b) in combinations(solid.items(), 2):
        apart = a.right <= b.x + 0.01 or b.right <= a.x + 0.01 or a.foot <= b.y + 0.01 or b.foot <= a.y + 0.01
        assert apart, (i, j, a, b)
    for id_, ways in place.paths.items():
        for way in ways:
            for (x0, y0), (x1, y1) in pairwise(way):
                assert abs(x0 - x1) < 0.01 or abs(y0 - y1) < 0.01, (id_, way)
                for name, r in solid.items():
                    inside_x = min(x0, x1) < r.right - 0.1 and max(x0, x1) > r.x + 0.1
                    inside_y = min(y0, y1) < r.foot - 0.1 and max(y0, y1) > r.y + 0.1
                    assert not (inside_x and inside_y), (id_, name, r, way)


@QUICK
@given(charts(), STYLES, st.integers(1, 4))
def test_lines_end_on_outlines(drawn: FramedChart, style: FramedStyle, columns: int) -> None:
    place = routed(drawn, columns).placed(style)
    solid = {**place.boxes, **place.parties}
    lines = {n.id: n for n in drawn.lines}
    for id_, ways in place.paths.items():
        line = lines[id_]
        for k, way in enumerate(ways):
            if not line.joins:
                assert any(_on(way[-1], solid[t]) for t in line.targets), (id_, way)
            if k == 0 or line.joins:
                assert any(_on(way[0], solid[s]) for s in (line.source, *line.joins)), (id_, way)


def _on(point: tuple[float, float], r: object) -> bool:
    x, y, wide, high = r  # type: ignore[misc]
    inside = x - 0.01 <= point[0] <= x + wide + 0.01 and y - 0.01 <= point[1] <= y + high + 0.01
    edge = min(abs(point[0] - x), abs(point[0] - x - wide), abs(point[1] - y), abs(point[1] - y - high))
    return bool(inside and edge < 0.02)


@QUICK
@given(charts(), STYLES, st.integers(1, 4))
def test_lines_do_not_lie_on_each_other(drawn: FramedChart, style: FramedStyle, columns: int) -> None:
    place = routed(drawn, columns).placed(style)
    pieces = [(id_, a, b) for id_, ways in place.paths.items() for way in ways for a, b in pairwise(way)]
    for (i, a, b), (j, c, d) in combinations(pieces, 2):
        if i == j:
            continue
        for axis in (0, 1):
            same = abs(a[1 - axis] - b[1 - axis]) < 0.01 and abs(c[1 - axis] - d[1 - axis]) < 0.01
            if same and abs(a[1 - axis] - c[1 - axis]) < 1.5:
                shared = min(max(a[axis], b[axis]), max(c[axis], d[axis])) - max(
                    min(a[axis], b[axis]), min(c[axis], d[axis])
                )
                assert shared < 1.0, (i, j, a, b, c, d)


@QUICK
@given(charts(), STYLES, st.integers(1, 4))
def test_all_is_on_the_page_and_texts_are_free(drawn: FramedChart, style: FramedStyle, columns: int) -> None:
    scene = framed(drawn, style, columns)
    check_page(scene)
    outer = {p.id for p in (*drawn.suppliers, *drawn.customers)}
    labels = {n.id for n in drawn.lines if n.text and (n.source in outer or n.targets[0] in outer)}
    assert labels is not None
    paths = [p for g in groups(scene) if g.role == "flow" for p in g.items if isinstance(p, Path)]
    clean_of_lines(scene, paths)


@st.composite
def opened(draw: st.DrawFn) -> FramedChart:
    """One column of boxes, texts beside what the next one takes, discs on the other lines between them."""
    count = draw(st.integers(1, 6))
    boxes = tuple(FrameBox(f"b{i}", draw(st.sampled_from(NAMES)), f"P.{i}", "a") for i in range(count))
    texts = st.sampled_from(("Laporan", "Peraturan susunan organisasi dan tata kerja perangkat daerah " * 2))
    lines = [
        FrameLine(f"n{i}", f"b{i}", (f"b{i + 1}",), draw(texts), document=True)
        for i in range(count - 1)
        if draw(st.booleans())
    ]
    sides = {True: [Party(f"s{k}", ("BKD",)) for k in range(4)], False: [Party(f"c{k}", ("DPRD",)) for k in range(4)]}
    for k in range(draw(st.integers(0, 8))):
        a, b = draw(st.integers(0, count - 1)), draw(st.integers(0, count - 1))
        if a != b and b != a + 1:
            lines.append(FrameLine(f"o{k}", f"b{a}", (f"b{b}",), discs=(Disc("a"),)))
        elif a == b:
            left = draw(st.booleans())
            who = draw(st.sampled_from(sides[left])).id
            ends = (who, (f"b{a}",)) if left else (f"b{a}", (who,))
            lines.append(FrameLine(f"x{k}", *ends, draw(texts)))
    return FramedChart("Peta", (Frame("a", "Nama", "P"),), boxes, tuple(sides[True]), tuple(sides[False]), tuple(lines))


@QUICK
@given(opened(), st.sampled_from((0.2, 1.0)))
def test_texts_between_boxes_are_free(drawn: FramedChart, straight: float) -> None:
    style = FramedStyle(inner=True, code_above=True, fall=26.0, box=180, zone=150, straight=straight)
    scene = framed(drawn, style)
    check_page(scene)
    clean_of_lines(scene, [p for g in groups(scene) if g.role == "flow" for p in g.items if isinstance(p, Path)])


@QUICK
@given(charts(), st.randoms(use_true_random=False))
def test_order_of_lines_means_nothing(drawn: FramedChart, random: object) -> None:
    lines = list(drawn.lines)
    random.shuffle(lines)  # type: ignore[attr-defined]
    one, two = routed(drawn, 2).placed(STYLE), routed(replace(drawn, lines=tuple(lines)), 2).placed(STYLE)
    assert one.paths == two.paths and one.parties == two.parties


def test_twice_the_same() -> None:
    drawn = chart((box("x"), box("y")), FrameLine("l", "x", ("y",), discs=(Disc("1"),)))
    assert dumped(framed(drawn, STYLE, 2)) == dumped(framed(drawn, STYLE, 2))


def test_a_chain_is_straight() -> None:
    drawn = chart((box("x"), box("y"), box("z")), FrameLine("l", "x", ("y",)), FrameLine("m", "y", ("z",)))
    place = routed(drawn, 3).placed(STYLE)
    assert layers(drawn) == 3
    assert all(len(way) == 2 for ways in place.paths.values() for way in ways)
    assert cost_of(place).bends == 0


def test_supplier_stands_at_the_height_of_its_target() -> None:
    drawn = chart(
        tuple(box(i) for i in "xyz"),
        *(FrameLine(f"l{i}", f"s{i}", (i,), "data") for i in "xyz"),
        suppliers=tuple(Party(f"s{i}", (f"Pihak {i}",)) for i in "zyx"),
    )
    place = routed(drawn, 1).placed(STYLE)
    assert all(len(way) == 2 for ways in place.paths.values() for way in ways)
    assert place.parties["sx"].y < place.parties["sy"].y < place.parties["sz"].y


def test_a_whole_is_a_frame_around_its_parts() -> None:
    drawn = chart((box("w"), box("x", whole="w"), box("y", whole="w"), box("z")))
    place = routed(drawn, 2).placed(STYLE)
    frame = place.wholes["w"]
    for part in ("x", "y"):
        r = place.boxes[part]
        assert frame.x < r.x and r.right < frame.right and frame.y < r.y and r.foot < frame.foot
    assert place.boxes["z"].y >= frame.foot


def test_a_circle_of_wholes_is_drawn_as_boxes() -> None:
    place = routed(chart((box("x", whole="y"), box("y", whole="x"))), 1).placed(STYLE)
    assert set(place.boxes) == {"x", "y"}


def test_trunk_and_confluence_share_their_way() -> None:
    boxes = tuple(box(i) for i in "abcd")
    split = routed(chart(boxes, FrameLine("l", "a", ("b", "c", "d"))), 2).placed(STYLE)
    assert not split.headless and len(split.paths["l"]) == 3
    met = routed(chart(boxes, FrameLine("l", "a", ("d",), joins=("b", "c"))), 2).placed(STYLE)
    assert len(met.paths["l"]) == 3 and met.headless


def test_lines_to_nothing_are_left_out() -> None:
    drawn = chart((box("x"),), FrameLine("l", "x", ("nowhere",)), FrameLine("m", "nobody", ("x",)))
    assert routed(drawn, 1).placed(STYLE).paths == {}


def test_empty_frame_says_so() -> None:
    drawn = FramedChart("Peta", (Frame("a", "Utama", empty="belum ada"),), ())
    scene = framed(drawn, STYLE)
    assert any("belum ada" in getattr(i, "text", "") for _, i in walk(scene.items))


def test_circle_stands_in_one_column() -> None:
    drawn = chart(
        (box("x"), box("y"), box("z")),
        FrameLine("l", "x", ("y",)),
        FrameLine("m", "y", ("x",)),
        FrameLine("n", "y", ("z",)),
    )
    grid = grid_of(drawn, 2)
    assert grid.cells["x"].column == grid.cells["y"].column == 0 and grid.cells["z"].column == 1


def test_best_keeps_to_the_page_or_says_no() -> None:
    drawn = chart(tuple(box(f"p{i}") for i in range(9)))
    tries = FramedTries(drawn)
    scene = tries.best(STYLE, 600, 300)
    assert scene is not None and scene.width <= 600 and scene.height <= 300
    assert tries.best(STYLE, 600, 40) is None
    assert tries.least(STYLE, 600, 40).height > 40


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), max_size=12))
def test_tracks_part_what_meets(ends: list[tuple[float, float]]) -> None:
    spans = [Span(str(k), min(e), max(e), (Tap(min(e), 1), Tap(max(e), -1))) for k, e in enumerate(ends)]
    laid = tracks(spans, apart=1.0)
    for a, b in combinations(spans, 2):
        if laid[a.line] == laid[b.line]:
            assert a.low >= b.high + 1.0 or b.low >= a.high + 1.0


@given(st.lists(st.floats(0, 500), min_size=1, max_size=12), st.floats(1, 40))
def test_settled_keeps_order_and_distance(wishes: list[float], gap: float) -> None:
    places = settled(wishes, [gap] * (len(wishes) - 1), 0.0, 10_000.0)
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(places))
    if all(b - a >= gap for a, b in pairwise(wishes)):
        assert places == pytest.approx(wishes)


def test_plain_drops_what_is_not_a_bend() -> None:
    assert plain([(0, 0), (0, 0), (5, 0), (9, 0), (9, 4)]) == ((0, 0), (9, 0), (9, 4))


def test_branches_begin_where_they_leave() -> None:
    ways = [((0.0, 0.0), (10.0, 0.0), (10.0, 20.0)), ((0.0, 0.0), (10.0, 0.0), (10.0, 8.0), (20.0, 8.0))]
    assert branched(ways)[1] == ((10.0, 8.0), (20.0, 8.0))
    back = [way[::-1] for way in ways]
    assert joined(back)[1] == ((20.0, 8.0), (10.0, 8.0))


def test_unknown_and_provisional_show_without_colour() -> None:
    drawn = chart(
        (replace(box("x"), provisional=True), replace(box("y"), unknown=True)),
        FrameLine("l", "s", ("x",), "data", provisional=True),
        suppliers=(Party("s", ("Belum diketahui",), unknown=True),),
    )
    scene = framed(drawn, STYLE)
    dashes = {s.dash for _, s in walk(scene.items) if isinstance(s, Shape)}
    assert {"provisional", "unknown"} <= dashes
    assert {"process", "party", "relation", "provisional", "unknown"} == set(scene.symbols)
    assert [g.role for g in groups(scene)].count("process") == 2
    assert all(isinstance(g, Group) and g.label for g in groups(scene))


ROWS = st.builds(
    RosterRow,
    st.sampled_from(("BKD", "Pemerintah Kabupaten/Kota se-Provinsi", "x" * 40, "")),
    st.sampled_from(("", "P-01", "P-01, P-02 (3)", "P-01, P-02, P-03, P-04, P-05, P-06, P-07, P-08 (12, 14)")),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


@QUICK
@given(st.lists(ROWS, max_size=30), st.sampled_from((100.0, 130.0, 180.0)))
def test_rosters_hold_their_rows(rows: list[RosterRow], wide: float) -> None:
    roster = Roster("Pemasok", tuple(rows))
    scene = Scene(wide, roster_height(roster, wide) + 1, "Pemasok", "", drawn_roster(roster, wide))
    check_page(scene)
    assert len([g for g in groups(scene) if g.role == "party"]) == len(rows)
    panels = [i for i in scene.items if isinstance(i, Shape)]
    assert [p.radius > 3 for p in panels] == sorted({not r.square for r in rows}, reverse=True)
    clean_of_lines(scene, [i for i in scene.items if isinstance(i, Path)])
