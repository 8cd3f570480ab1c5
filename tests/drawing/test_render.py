"""Scenes become SVG, PNG and PDF: the same bytes every time, safe, reachable by keyboard, with our fonts only."""

from __future__ import annotations

import io
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from drawing import by_hand
from paper.render.printed import words
from probis.drawing.layout.lanes import layout
from probis.drawing.medium import A4, F4, SCREEN, mm, paper
from probis.drawing.render.pdf import pdf
from probis.drawing.render.png import png
from probis.drawing.render.svg import svg
from probis.drawing.scene import Group, Scene, Shape, Text, bounds, dump, texts
from probis.drawing.scene import Path as Line
from probis.drawing.sheet import Heading, compose_all, in_legend_order, room

HEADING = Heading(
    "Peta lintas fungsi", "Fasilitasi Penataan", "BO-01.3", (("Pemilik", "Sub Bagian"),), "Biro Organisasi", "Konsep"
)


def pages(name: str) -> tuple[Scene, ...]:
    return compose_all(layout(getattr(by_hand, name)(), F4), HEADING, F4)


@pytest.mark.parametrize("name", ["fasilitasi", "anjab", "kinerja", "panjang"])
def test_golden_drawings(name: str) -> None:
    """The dump of the drawing is kept beside this test; after a wanted change write it anew with PROBIS_GOLDEN=1."""
    kept = Path(__file__).parent / "golden" / f"{name}.txt"
    (scene,) = layout(getattr(by_hand, name)(), SCREEN)
    if os.environ.get("PROBIS_GOLDEN"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(dump(scene), encoding="utf-8")
    assert dump(scene) == kept.read_text(encoding="utf-8")


def test_a_map_of_thirteen_steps_fits_one_page() -> None:
    (page,) = pages("fasilitasi")
    assert (round(page.width), round(page.height)) == (round(mm(330)), round(mm(215)))


def test_pdf_and_png_are_the_same_twice_and_a_page_a_scene() -> None:
    drawn = pages("kinerja")
    first = pdf(drawn)
    assert first == pdf(drawn)
    assert first.startswith(b"%PDF")
    assert png(drawn[0]) == png(drawn[0])
    with pytest.raises(ValueError, match="no drawing"):
        pdf([])


def test_pdf_holds_text_in_our_fonts_and_each_page_in_its_size() -> None:
    drawn = pages("anjab")
    small = compose_all(layout(by_hand.fasilitasi(), A4), HEADING, A4)
    data = pdf([*drawn, *small])
    read = PdfReader(io.BytesIO(data)).pages
    fonts = {str(f.get_object()["/BaseFont"]) for page in read for f in page["/Resources"]["/Font"].values()}
    assert fonts
    assert all("Inter" in name for name in fonts)
    assert "Halaman 1/" in words(data)
    assert "Mengagendakan" in words(data)
    assert len(read) == len(drawn) + len(small)
    assert {round(float(page.mediabox.width)) for page in read} == {935, 842}


def test_svg_is_well_formed_and_its_order_is_the_reading_order() -> None:
    (scene,) = layout(by_hand.fasilitasi(), SCREEN)
    root = ElementTree.fromstring(svg(scene, interactive=True))
    nodes = [g for g in root.iter() if g.get("class") == "g-node"]
    assert len(nodes) == 19
    assert all(g.get("tabindex") == "0" and g.get("aria-label") for g in nodes)
    assert "script" not in svg(scene)
    said = [g.get("aria-label", "") for g in nodes]
    assert said.index("1 Mengajukan permohonan, Pemerintah Kabupaten/Kota, menuju 2") < said.index(
        "2 Mengagendakan permohonan 1 jam, Sub Bagian Tata Usaha Biro, menuju 3"
    )


def test_links_are_relative_or_refused() -> None:
    node = Group((Shape("rect", 0, 0, 10, 10),), "node", "a", "A", "kunci")
    scene = Scene(20, 20, "t", items=(node,))
    assert '<a class="g-node" data-ref="a" href="peta/x?y=1&amp;z#u"' in svg(scene, links={"kunci": "peta/x?y=1&z#u"})
    assert "<a " not in svg(scene, links={})
    assert 'tabindex="0"' in svg(scene, links={})
    for bad in ("javascript:alert(1)", "https://x", "//x", "\\\\x", " javascript:x", "data:x", "a\nb", "JaVa:x"):
        with pytest.raises(ValueError, match="relative"):
            svg(scene, links={"kunci": bad})


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_well_formed_svg(text: str) -> None:
    items = (Group((Text(1, 1, text, 8),), "node", text, text), Line(((0, 0), (5, 0), (5, 5))))
    out = svg(Scene(20, 20, text, text, items), interactive=True)
    ElementTree.fromstring(out)
    assert out == svg(Scene(20, 20, text, text, items), interactive=True)


def test_a_line_is_open_at_its_gaps_and_its_head_has_its_tip_at_the_end() -> None:
    line = Line(((0, 10), (100, 10)), gaps=((50, 10),))
    out = svg(Scene(100, 20, "t", items=(line,)))
    assert 'd="M0 10L46.8 10M53.2 10L94.8 10"' in out
    assert "L100 10L" in out


def test_dump_is_one_line_a_thing_with_whole_numbers() -> None:
    scene = Scene(10.4, 5, "T", items=(Group((Shape("rect", 1.26, 2, 3, 4),), "node", "a/b", "A"), Text(1, 2, "x", 8)))
    assert bounds(scene.items[0]) == (1.26, 2, 4.26, 6)
    assert dump(scene) == "scene 10x5 T\n  node a/b A\n    rect 1,2 3x4 box/ink\n  text 1,2 8/400 ink start x\n"


def test_pages_have_head_foot_and_a_legend_of_what_they_use() -> None:
    (page,) = pages("fasilitasi")
    said = [text.text for text in texts(page)]
    assert {"PETA LINTAS FUNGSI", "BO-01.3", "Halaman 1/1", "Simbol", "Putusan", "Lewat tenggat"} <= set(said)
    assert "Kejadian" not in said
    assert in_legend_order({"owner", "task", "no such"}) == ("task", "owner")
    assert room(F4).width == pytest.approx(mm(330) - 64)
    with pytest.raises(ValueError, match="too small"):
        paper("kartu", 50, 50)


def test_a_long_title_takes_two_lines_and_room_from_the_drawing() -> None:
    long = Heading("Peta", "Fasilitasi Penataan Perangkat Daerah Kabupaten dan Kota " * 3, "BO-01.3", HEADING.facts)
    assert room(F4, long).height < room(F4, HEADING).height
