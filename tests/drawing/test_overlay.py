"""Marks on a finished drawing: each kind by its form, none over a text, the list in the place of the legend."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from drawing import by_hand
from probis.drawing.layout.lanes import layout
from probis.drawing.measure import width
from probis.drawing.medium import A4, F4, SCREEN, Medium
from probis.drawing.overlay import Entry, MarkKind, Overlay, lay, refs
from probis.drawing.render.svg import svg
from probis.drawing.scene import Group, Item, Path, Scene, Shape, Text, bounds, dump, groups, texts, walk
from probis.drawing.sheet import Heading, compose_all, room, without_legend

HEAD = Heading("Peta lintas fungsi", "Fasilitasi", "BO-01.3", foot_left="Biro", foot_right="Konsep")
KINDS: tuple[MarkKind, ...] = get_args(MarkKind)


def pages(medium: Medium = SCREEN, name: str = "fasilitasi") -> tuple[Scene, ...]:
    graph = getattr(by_hand, name)()
    graph = replace(
        graph,
        nodes=tuple(replace(n, ref=f"peta/{n.id}") for n in graph.nodes),
        flows=tuple(replace(f, ref=f"peta/alur/{f.id}") for f in graph.flows),
    )
    place = None if medium.continuous else room(medium, HEAD)
    return compose_all(layout(graph, medium, place=place), HEAD, medium)


def of(kind: MarkKind, *at: str, text: str = "Ini katanya.") -> Entry:
    return Entry(kind, text, "", at, "3 HK" if kind in ("time", "late") else "")


def nodes(scenes: tuple[Scene, ...]) -> list[str]:
    return [g.ref for s in scenes for g in groups(s) if g.role == "node" and g.ref]


def marked(scene: Scene, ref: str) -> Group:
    return next(g for g in groups(scene) if g.ref == ref)


def form_of(group: Group, before: Group) -> frozenset[tuple[str, bool, str, str]]:
    """What a mark adds to a box, without its colours: forms, whether filled, dashes, and signs."""
    out = set()
    for item in group.items[len(before.items) :]:
        if isinstance(item, Shape) and item.fill != "page":
            out.add((item.form, item.fill != "box", item.dash, ""))
        if isinstance(item, Text) and not item.text.isdigit():
            out.add(("text", True, "", item.text))
    return frozenset(out)


def test_every_kind_of_mark_is_told_by_its_form_alone() -> None:
    (bare,) = pages()
    ref = nodes((bare,))[2]
    seen: dict[frozenset[tuple[str, bool, str, str]], MarkKind] = {}
    for kind in KINDS:
        (page,) = lay((bare,), Overlay("Lapis", (of(kind, ref),)), SCREEN)
        form = form_of(marked(page, ref), marked(bare, ref))
        assert form, kind
        assert form not in seen, (kind, seen.get(form))
        seen[form] = kind


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["fasilitasi", "kinerja", "anjab"])
def test_no_badge_covers_the_words_of_its_box(kind: MarkKind, name: str) -> None:
    scenes = pages(name=name)
    laid = lay(scenes, Overlay("Lapis", (of(kind, *nodes(scenes)),)), SCREEN)
    for ref in nodes(scenes):
        before, after = marked(scenes[0], ref), marked(laid[0], ref)
        words = [_box(t) for t in before.items if isinstance(t, Text)]
        for item in after.items[len(before.items) :]:
            if isinstance(item, Shape) and item.fill != "page":
                assert not any(_over(bounds(item), word) for word in words), (ref, item)


def _box(text: Text) -> tuple[float, float, float, float]:
    wide = width(text.text, text.size, text.weight)
    left = text.x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
    return left, text.y - text.size * 0.7, left + wide, text.y


def _over(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def test_no_badge_is_cut_off_at_the_edge_of_a_screen() -> None:
    box = Group((Shape("rect", 0, 0, 60, 20), Text(3, 12, "Unit", 8)), "unit", "unit/a", "Unit")
    scene = Scene(60, 20, "T", items=(box,))
    for kind in KINDS:
        (page,) = lay((scene,), Overlay("Lapis", (of(kind, "unit/a"),)), SCREEN, listed=False)
        for item in page.items:
            left, top, right, bottom = bounds(item)
            assert left >= 0
            assert top >= 0
            assert right <= page.width
            assert bottom <= page.height


def test_marks_change_nothing_else_and_unknown_addresses_mark_nothing() -> None:
    scenes = pages()
    ref = nodes(scenes)[0]
    laid = lay(scenes, Overlay("Temuan", (of("error", ref), of("error", "tidak/ada"))), SCREEN)
    for group in groups(scenes[0]):
        if group.ref and group.ref != ref:
            assert marked(laid[0], group.ref) == group
    assert "Galat" not in dump(laid[0])
    assert lay(scenes, Overlay("Temuan", (of("error", ref),)), SCREEN) == lay(
        scenes, Overlay("Temuan", (of("error", ref),)), SCREEN
    )


def test_a_screen_reader_hears_the_mark() -> None:
    scenes = pages()
    ref = nodes(scenes)[0]
    (page,) = lay(scenes, Overlay("Temuan", (of("error", ref),), {"error": "Galat"}), SCREEN)
    assert marked(page, ref).label.endswith("Galat 1: Ini katanya.")
    assert "Galat 1: Ini katanya." in svg(page)


def test_the_list_takes_the_place_of_the_legend() -> None:
    for medium in (SCREEN, F4, A4):
        scenes = pages(medium)
        overlay = Overlay("Temuan", tuple(of("warning", ref, text=f"Kata {i}.") for i, ref in enumerate(nodes(scenes))))
        laid = lay(scenes, overlay, medium)
        said = [t.text for page in laid for t in texts(page)]
        assert "Simbol" not in said
        assert {f"Kata {i}." for i in range(len(nodes(scenes)))} <= set(said)
        for page in laid:
            assert _low(page) <= page.height + 0.01
            for group in (g for g in page.items if isinstance(g, Group) and g.role == "legend"):
                _clear(group, page, medium)


def _low(page: Scene) -> float:
    return max(bounds(item)[3] for _, item in walk(page.items) if not isinstance(item, Group))


def _clear(legend: Group, page: Scene, medium: Medium) -> None:
    """The list stands between drawing and foot, and within the page's sides."""
    left, top, right, bottom = bounds(legend)
    assert left >= medium.margin_side - 0.01
    for _, item in walk((legend,)):
        if isinstance(item, Text):
            assert _box(item)[2] <= max(page.width - medium.margin_side, 420.0) + 0.5, item
    foot = next((g for g in page.items if isinstance(g, Group) and g.role == "foot"), None)
    assert foot is None or bottom <= bounds(foot)[1]
    others = [i for i in page.items if not (isinstance(i, Group) and i.role in ("head", "foot", "legend"))]
    assert all(bounds(item)[3] <= top for item in others)
    assert right <= page.width


def test_a_long_list_goes_on_at_the_end_and_pages_are_numbered_through() -> None:
    scenes = pages(F4)
    ref = nodes(scenes)[0]
    entries = tuple(of("info", ref, text=f"Nomor {i} dari daftar yang panjang sekali.") for i in range(150))
    laid = lay(scenes, Overlay("Temuan", entries), F4)
    assert len(laid) > len(scenes) + 1
    numbers = [t.text for page in laid for t in texts(page) if t.text.startswith("Halaman ")]
    assert numbers == [f"Halaman {i}/{len(laid)}" for i in range(1, len(laid) + 1)]
    said = [t.text for page in laid for t in texts(page)]
    for i in range(150):
        assert sum(text.startswith(f"Nomor {i} ") for text in said) == 1
    kinds = [t.text for page in laid for t in texts(page) if t.text.startswith("PETA LINTAS FUNGSI")]
    assert set(kinds) == {"PETA LINTAS FUNGSI · TEMUAN"}
    for page in laid[len(scenes) :]:
        (legend,) = (g for g in page.items if isinstance(g, Group) and g.role == "legend")
        _clear(legend, page, F4)


def test_an_entry_longer_than_a_page_does_not_run_for_ever() -> None:
    scenes = pages(F4)
    endless = of("info", nodes(scenes)[0], text="kata " * 20_000)
    assert len(lay(scenes, Overlay("Temuan", (endless,)), F4)) <= len(scenes) + 2


def test_what_is_gone_is_dotted_and_struck_through() -> None:
    (bare,) = pages()
    flow = next(g.ref for g in groups(bare) if g.role == "flow" and g.ref)
    node = nodes((bare,))[2]
    (page,) = lay((bare,), Overlay("Perbedaan", (of("removed", node, flow),)), SCREEN)

    def own(ref: str) -> list[Item]:
        return list(marked(page, ref).items[: len(marked(bare, ref).items)])

    assert all(t.struck for t in own(node) if isinstance(t, Text))
    assert all(s.dash == "removed" for s in own(node) if isinstance(s, Shape))
    assert all(p.dash == "removed" for p in own(flow) if isinstance(p, Path))


def test_an_old_value_stands_struck_through_beside_the_new() -> None:
    (bare,) = pages()
    ref, time = next(
        (g.ref, t.text) for g in groups(bare) if g.role == "node" for t in g.items
        if isinstance(t, Text) and t.anchor == "end" and t.text.endswith("HK")
    )  # fmt: skip
    (page,) = lay((bare,), Overlay("Perbedaan", (Entry("changed", "Waktu.", "", (ref,), time, "99 HK"),)), SCREEN)
    items = [t for t in marked(page, ref).items if isinstance(t, Text)]
    (old,) = (t for t in items if t.text == "99 HK")
    new = next(t for t in items if t.text == time)
    assert old.struck
    assert not new.struck
    assert _box(old)[2] < _box(new)[0]


def test_without_a_legend_a_screen_is_lower_and_a_page_the_same() -> None:
    (bare,) = pages()
    less = without_legend(bare, SCREEN)
    assert less.height < bare.height
    assert _low(less) <= less.height + 1
    assert "Simbol" not in [t.text for t in texts(less)]
    assert without_legend(less, SCREEN) == less
    (page, *_) = pages(F4)
    assert without_legend(page, F4).height == page.height
    assert refs((bare,)) == refs((less,))
