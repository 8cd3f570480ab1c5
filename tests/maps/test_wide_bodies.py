"""Bodies as wide as real ones get: everything is drawn or told, can be read, and prints in black and white."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing.layout.page_checks import check_page, clean_of_lines, meet, text_box
from maps.wide_body import wide_body
from probis.drawing.medium import A3, F4
from probis.drawing.scene import Group, Path, Scene, Shape, Text, dump, groups, texts, walk
from probis.maps import find_map, paper_of
from probis.maps.peta_proses import draw as draw_processes
from probis.maps.peta_sub_proses import describe as describe_sub
from probis.maps.peta_sub_proses import draw as draw_sub
from probis.model import PetaProsesBisnis

OWN = ("peta-proses", "peta-relasi", "peta-relasi-matriks", "struktur-organisasi")
INK = {"ink", "second", "navy", "on-navy", "rule", "hairline", "page", "box", "lane", "lane-head", "outside"}


def solid(scene: Scene) -> list[tuple[Group, Shape]]:
    """The boxes of a page with the group of each."""
    found = []
    for group in groups(scene):
        if group.role in ("process", "party", "unit", "node") and group.items:
            first = group.items[0]
            if isinstance(first, Shape) and first.form == "rect" and first.height > 9:
                found.append((group, first))
    return found


def readable(scene: Scene) -> None:
    """Texts of a box stay in it, no text lies on a line, no colour says what a shape does not."""
    check_page(scene)
    for group, box in solid(scene):
        for text in (t for _, t in walk(group.items) if isinstance(t, Text) and not t.italic):
            if not box.y <= text.y <= box.y + box.height + 4:  # a name beside a small box of a table is none in it
                continue
            left, top, right, foot = text_box(text)
            if left > box.x + box.width:
                continue
            assert left >= box.x - 0.1 and right <= box.x + box.width + 0.1, (text, box)
            assert top >= box.y - 0.1 and foot <= box.y + box.height + 0.1, (text, box)
    lines = [p for g in groups(scene) if g.role == "flow" for p in g.items if isinstance(p, Path)]
    clean_of_lines(scene, lines)
    for line in lines:
        for a, b in pairwise(line.points):
            piece = (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
            for group, box in solid(scene):
                inside = (box.x + 0.2, box.y + 0.2, box.x + box.width - 0.2, box.y + box.height - 0.2)
                parts = group.role == "process" and box.fill == "lane-head"  # a whole is a frame that lines enter
                assert parts or not meet(piece, inside, 0.0), (line, group.label)
    for _, item in walk(scene.items):
        if isinstance(item, Shape):
            assert item.fill is None or item.fill in INK, item


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_thirty_processes_sixty_relations_forty_parties_on_one_sheet(seed: int) -> None:
    model = wide_body(seed=seed, larger="A3")
    scenes = draw_processes(model, None, F4)
    assert (scenes[0].width, scenes[0].height) == (A3.width, A3.height)
    for scene in scenes:
        readable(scene)
    boxes = [g for g in groups(scenes[0]) if g.role == "process"]
    assert {g.ref for g in boxes} == {f"proses/{p.id}" for p in model.anak(None)}
    assert not any(g.role == "process" for scene in scenes[1:] for g in groups(scene))
    told(model, scenes)


@pytest.mark.parametrize(("seed", "larger"), [(4, None), (5, "A3")])
def test_everything_is_told_on_a_small_sheet_too(seed: int, larger: str | None) -> None:
    model = wide_body(24, 40, 30, 60, seed=seed, larger=larger, paper="A4")
    scenes = draw_processes(model, None, paper_of(model))
    for scene in scenes:
        readable(scene)
    found = [g.ref for s in scenes for g in groups(s) if g.role == "process"]
    assert sorted(found) == sorted(f"proses/{p.id}" for p in model.anak(None))
    told(model, scenes)


def told(model: PetaProsesBisnis, scenes: tuple[Scene, ...]) -> None:
    """Every relation and flow is on a line or in a list, every party has its name on a page."""
    said = " ".join(g.label for s in scenes for g in groups(s) if g.role in ("flow", "note", "party", "process"))
    words = " ".join(t.text for s in scenes for t in texts(s)) + said
    for aliran in model.aliran:
        assert re.search(rf"\b{aliran.produk}\b", words), aliran
    for party in model.organisasi.pihak:
        if any(party.id in (a.dari, a.ke) for a in model.aliran):
            assert party.nama in words, party
    pages = [(g.label, [getattr(i, "text", "") for _, i in walk(g.items)]) for s in scenes for g in groups(s)]
    for relation in model.hubungan:
        ends = model.kode(relation.dari), model.kode(relation.ke)
        assert any(all(e in f"{label} {' '.join(inner)}" for e in ends) for label, inner in pages), relation


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("slug", OWN)
def test_wide_bodies_can_be_read_on_every_map(slug: str, seed: int) -> None:
    found = find_map(slug)
    assert found is not None
    for larger in (None, "A3"):
        model = wide_body(14 + 8 * seed, 20 * seed, 12 * seed, 30 * seed, seed=seed, larger=larger)
        scenes = found.draw(model, None, F4)
        for scene in scenes:
            readable(scene)
        if seed == 1:
            assert [dump(s) for s in scenes] == [dump(s) for s in found.draw(model, None, F4)]


def test_inside_and_outside_differ_in_shape() -> None:
    model = wide_body(8, 0, 12, 20)
    outside = {f"pihak/{p.id}" for p in model.organisasi.pihak}
    for slug in ("peta-relasi", "peta-relasi-matriks"):
        found = find_map(slug)
        assert found is not None
        for scene in found.draw(model, None, F4):
            for group in (g for g in groups(scene) if g.role in ("unit", "party")):
                first = group.items[0]
                assert isinstance(first, Shape)
                assert (first.radius > 3) == (group.ref in outside), group.label


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 7), st.integers(0, 40))
def test_what_crosses_the_frame_is_what_the_parent_takes_and_gives(seed: int, subs: int, flows: int) -> None:
    model = wide_body(3, 0, 6, flows, seed=seed, subs=subs)
    for parent in model.anak(None):
        crossing = {a.produk: a for a in (*model.masukan(parent.id), *model.keluaran(parent.id))}
        scenes = draw_sub(model, parent.id, F4)
        for scene in scenes:
            readable(scene)
        maps = [s for s in scenes if any(g.role == "frame" for g in groups(s))]
        seen: set[str] = set()
        for scene in maps:
            frame = next(s for g in groups(scene) if g.role == "frame" for s in g.items if isinstance(s, Shape))
            for group in (g for g in groups(scene) if g.role == "flow"):
                paths = [p for p in group.items if isinstance(p, Path)]
                outside = [
                    min(p.points[0][0], p.points[-1][0]) < frame.x
                    or max(p.points[0][0], p.points[-1][0]) > frame.x + frame.width
                    for p in paths
                ]
                products = set(re.findall(r"hasil nomor \d+", group.label))
                if len(maps) == 1:
                    assert all(outside) == bool(products & set(crossing)), group.label
                if all(outside):
                    seen |= products
        assert seen >= set(crossing)
        if len(maps) == 1:
            assert seen == set(crossing)
        rows = {row.address for row in describe_sub(model, parent.id).rows}
        assert rows >= {f"aliran/{a.id}" for a in crossing.values()}
