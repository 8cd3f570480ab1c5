"""Columns: every member once, divider at one height, owner first, pages never too high."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drawing.layout.page_checks import check_page
from probis.drawing.layout.columns import Column, Columns, Member, columns
from probis.drawing.scene import Path, Shape, dump, groups, texts, walk

NAMES = st.sampled_from(("BKD", "Sub Bagian Tata Usaha", "Pemerintah Kabupaten/Kota se-Provinsi " * 2, "x" * 60, ""))


@st.composite
def charts(draw: st.DrawFn) -> Columns:
    shown = []
    for i in range(draw(st.integers(1, 17))):
        inside = [Member(draw(NAMES), owner=k == 0) for k in range(draw(st.integers(0, 9)))]
        outside = [
            Member(draw(NAMES), outside=True, provisional=draw(st.booleans())) for _ in range(draw(st.integers(0, 12)))
        ]
        shown.append(Column(draw(NAMES), f"P-{i:02}", (*inside, *outside), ref=f"proses/p{i}"))
    return Columns("Peta relasi", tuple(shown), "Di dalam", "Di luar", "belum ada", "P", "lanjutan")


def members(chart: Columns) -> int:
    return sum(len(c.members) for c in chart.columns)


@settings(max_examples=30, deadline=None)
@given(charts(), st.sampled_from(((871.0, 480.0), (600.0, 350.0), (float("inf"), float("inf")))))
def test_pages_hold_every_member_once(chart: Columns, page: tuple[float, float]) -> None:
    scenes = columns(chart, *page)
    found = [g for s in scenes for g in groups(s) if g.role in ("unit", "party")]
    assert len(found) == members(chart)
    for scene in scenes:
        assert scene.width <= page[0] + 0.01 and scene.height <= page[1] + 0.01
        check_page(scene)


@settings(max_examples=30, deadline=None)
@given(charts())
def test_divider_stands_at_one_height_in_a_row(chart: Columns) -> None:
    for scene in columns(chart, 871.0, 480.0):
        frames = [s for _, s in walk(scene.items) if isinstance(s, Shape) and s.fill == "lane"]
        rules = [p for _, p in walk(scene.items) if isinstance(p, Path)]
        assert len(frames) == len(rules)
        tops = {round(f.y, 2) for f in frames}
        assert len({round(r.points[0][1], 2) for r in rules}) == len(tops)


def test_owner_is_filled_with_a_letter_and_first() -> None:
    chart = Columns(
        "Peta relasi",
        (Column("Penataan", "P-1", (Member("Seksi Satu", owner=True), Member("Seksi Dua"))),),
        "Di dalam",
        "Di luar",
        "belum ada",
        "P",
        "lanjutan",
    )
    (scene,) = columns(chart)
    words = [t.text for t in texts(scene)]
    assert words.index("Seksi Satu") < words.index("P") < words.index("Seksi Dua")
    assert "belum ada" in words
    assert scene.symbols == ("process", "owner-disc")
    assert dump(scene) == dump(columns(chart)[0])


def test_no_column_is_an_empty_page() -> None:
    chart = Columns("Peta relasi", (), "Di dalam", "Di luar", "belum ada", "P", "lanjutan")
    assert columns(chart)[0].items == ()


def test_a_column_too_long_for_the_page_goes_on_beside_it() -> None:
    many = tuple(Member(f"Unit {k}") for k in range(50))
    chart = Columns(
        "Peta relasi",
        (Column("Panjang", "P-1", many, ref="proses/p1"), *(Column("Pendek", f"P-{k}") for k in range(2, 6))),
        "Di dalam",
        "Di luar",
        "belum ada",
        "P",
        "lanjutan",
    )
    scenes = columns(chart, 871.0, 470.0)
    heads = [g.label for s in scenes for g in groups(s) if g.role == "process"]
    assert len(scenes) <= 2 and heads[0] == "P-1 Panjang"
    assert heads.index("P-2 Pendek") == heads.count("P-1 Panjang (lanjutan)") + 1
    again = [g for s in scenes for g in groups(s) if g.role == "column" and "(lanjutan)" in str(g)]
    assert again and not any("belum ada" in str(g) for g in again)
