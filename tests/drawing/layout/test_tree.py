"""Trees: every unit once, none on another, pages never too high, lines along the boxes and not through them."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from drawing.layout.page_checks import check_page, meet, pieces
from probis.drawing.layout.tree import TreeNode, TreeNote, tree
from probis.drawing.scene import Group, Path, Scene, Shape, dump, groups, walk

NAMES = ("Seksi", "Sub Bagian Evaluasi dan Pelaporan Kinerja", "Bidang " * 9, "Pemerintahan" * 6)


@st.composite
def trees(draw: st.DrawFn) -> TreeNode:
    count = draw(st.integers(1, 40))
    above = [draw(st.integers(0, max(i - 1, 0))) for i in range(count)]
    names = [draw(st.sampled_from(NAMES)) for _ in range(count)]
    told = (
        (),
        (TreeNote("pemilik BO-01, BO-02"),),
        (TreeNote("Arsiparis, 2 dari 3 terisi", "functional"),),
        (TreeNote("Kepala Seksi: lowong", "vacant"),),
    )
    notes = [draw(st.sampled_from(told)) for _ in range(count)]
    staff = [draw(st.booleans()) for _ in range(count)]

    def node(i: int) -> TreeNode:
        children = tuple(node(k) for k in range(1, count) if above[k] == i)
        return TreeNode(f"u{i}", names[i], notes[i], children, staff[i] and i % 5 == 0, ref=f"unit/u{i}")

    return node(0)


def refs(scene: Scene) -> list[str]:
    return [g.ref for g in groups(scene) if g.role == "unit"]


def count(node: TreeNode) -> int:
    return 1 + sum(count(c) for c in node.children)


@settings(max_examples=40, deadline=None)
@given(trees(), st.sampled_from(((871.0, 480.0), (500.0, 700.0), (float("inf"), float("inf")))))
def test_every_unit_stands_once_and_apart(root: TreeNode, page: tuple[float, float]) -> None:
    scenes = tree((root,), "Struktur", *page, again="lanjutan")
    assert len({r for s in scenes for r in refs(s)}) == count(root)
    for scene in scenes:
        assert scene.width <= page[0] + 0.01
        check_page(scene)
        boxes = [_box(g) for g in groups(scene) if g.role == "unit"]
        for a, b in combinations(boxes, 2):
            assert not meet(a, b)
        for path in (p for _, p in walk(scene.items) if isinstance(p, Path)):
            for piece in pieces(path):
                assert not any(meet(piece, b, 0.5) for b in boxes), path


def _box(group: Group) -> tuple[float, float, float, float]:
    shape = group.items[0]
    assert isinstance(shape, Shape)
    return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def test_many_units_take_more_pages_of_the_same_width() -> None:
    root = TreeNode("r", "Kepala", children=tuple(TreeNode(f"u{i}", f"Bagian {i}") for i in range(90)))
    scenes = tree((root,), "Struktur", 871.0, 300.0, again="lanjutan")
    assert len(scenes) > 1 and all(s.height <= 300.0 for s in scenes)
    assert sum(r != "" for s in scenes for r in refs(s)) == 0  # no refs given, none made up


def test_a_long_list_goes_on_under_its_repeated_head() -> None:
    part = TreeNode("b", "Bagian", children=tuple(TreeNode(f"s{i}", f"Seksi {i}", ref=f"unit/s{i}") for i in range(30)))
    scenes = tree((TreeNode("r", "Kepala", children=(part,)),), "Struktur", 871.0, 400.0, again="lanjutan")
    labels = [g.label for s in scenes for g in groups(s)]
    assert "Bagian (lanjutan)" in labels
    assert sum(r.startswith("unit/s") for s in scenes for r in refs(s)) == 30


def test_staff_stands_beside_the_line() -> None:
    root = TreeNode(
        "r", "Kepala", children=(TreeNode("s", "Staf", staff=True), TreeNode("a", "Satu"), TreeNode("b", "Dua"))
    )
    (scene,) = tree((root,), "Struktur", again="lanjutan")
    boxes = {g.label: _box(g) for g in groups(scene)}
    assert boxes["Kepala"][3] < boxes["Staf"][1] and boxes["Staf"][3] < boxes["Satu"][1]
    assert boxes["Staf"][0] > (boxes["Kepala"][0] + boxes["Kepala"][2]) / 2
    assert dump(scene) == dump(tree((root,), "Struktur", again="lanjutan")[0])
