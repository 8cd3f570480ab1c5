"""Cascades: every leaf once, parents repeated, lines clear of boxes, pages never too large."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from drawing.layout.page_checks import check_page, clean_of_lines, meet
from probis.drawing.layout.cascade import Cascade, CascadeNode, cascade
from probis.drawing.scene import Path, Shape, dump, groups, texts, walk

TEXTS = st.sampled_from(("Mutu", "Meningkatnya kualitas tata kelola penyelenggaraan pemerintahan daerah", "x" * 60, ""))


@st.composite
def nodes(draw: st.DrawFn, id_: str = "n", column: int = 0) -> CascadeNode:
    most = 0 if column == 4 else 3
    children = []
    for k in range(draw(st.integers(0, most))):
        children.append(draw(nodes(f"{id_}.{k}", draw(st.integers(column + 1, 4)))))
    code = f"P-{draw(st.integers(1, 99)):02}" if column == 4 else ""
    strong, unknown = draw(st.booleans()), draw(st.booleans())
    return CascadeNode(id_, column, draw(TEXTS), code, tuple(children), strong, False, unknown, ref=f"x/{id_}")


@st.composite
def charts(draw: st.DrawFn) -> Cascade:
    roots = tuple(draw(nodes(f"r{k}", draw(st.integers(0, 3)))) for k in range(draw(st.integers(1, 3))))
    return Cascade("Penjabaran", ("Visi", "Misi", "Tujuan", "Sasaran", "Proses"), roots, "lanjutan")


def leaves(node: CascadeNode) -> list[str]:
    return [x for c in node.children for x in leaves(c)] if node.children else [node.ref]


@settings(max_examples=40, deadline=None)
@given(charts(), st.sampled_from(((871.0, 460.0), (700.0, 330.0), (float("inf"), float("inf")))))
def test_pages_hold_every_leaf_once_and_lines_meet_no_box(chart: Cascade, page: tuple[float, float]) -> None:
    scenes = cascade(chart, *page)
    found = [g.ref for s in scenes for g in groups(s) if g.ref]
    for leaf in (x for root in chart.roots for x in leaves(root)):
        assert found.count(leaf) == 1
    for scene in scenes:
        assert scene.width <= page[0] + 0.01 and scene.height <= page[1] + 0.01
        check_page(scene)
        items = [i for _, i in walk(scene.items)]
        boxes = [(s.x, s.y, s.x + s.width, s.y + s.height) for s in items if isinstance(s, Shape)]
        lines = [p for p in items if isinstance(p, Path)]
        assert not any(meet(a, b) for a, b in combinations(boxes, 2))
        clean_of_lines(scene, lines)
        for line in lines:
            for a, b in pairwise(line.points):
                piece = (min(a[0], b[0]), min(a[1], b[1]) - 0.01, max(a[0], b[0]), max(a[1], b[1]) + 0.01)
                assert not any(meet(piece, box, 0.0) for box in boxes), line


def test_a_parent_goes_on_under_its_name() -> None:
    root = CascadeNode("v", 0, "Visi", children=tuple(CascadeNode(f"m{k}", 1, f"Misi {k}") for k in range(30)))
    chart = Cascade("Penjabaran", ("Visi", "Misi"), (root,), "lanjutan")
    scenes = cascade(chart, 600.0, 300.0)
    assert len(scenes) > 1
    assert "Visi" in [t.text for t in texts(scenes[0])] and "Visi (lanjutan)" in [t.text for t in texts(scenes[1])]
    assert [dump(s) for s in scenes] == [dump(s) for s in cascade(chart, 600.0, 300.0)]


def test_a_page_ends_where_a_higher_box_begins() -> None:
    def mission(k: int) -> CascadeNode:
        return CascadeNode(
            f"m{k}", 1, f"Misi {k}", children=tuple(CascadeNode(f"t{k}{i}", 2, "Tujuan") for i in range(7))
        )

    root = CascadeNode("v", 0, "Visi", children=tuple(mission(k) for k in range(4)))
    scenes = cascade(Cascade("Penjabaran", ("Visi", "Misi", "Tujuan"), (root,), "lanjutan"), 600.0, 460.0)
    assert not any("Misi" in t.text and "lanjutan" in t.text for s in scenes for t in texts(s))
