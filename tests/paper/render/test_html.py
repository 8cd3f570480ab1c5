"""HTML read back: well-formed, escaped, the same content as the PDF."""

import re

import pytest
from lxml import etree
from lxml import html as parser

from paper.render.printed import words
from paper.render.samples import EMPTY_BLOCKS, EVIL, everything, register
from probis.paper import Paper, Section
from probis.paper.render import html, pdf


def tree() -> etree._Element:
    return parser.fragment_fromstring(html.fragment(everything()))


def test_user_text_is_escaped() -> None:
    assert EVIL in tree().text_content()
    assert not tree().xpath(".//b")


def test_no_script_no_handler_no_inline_style() -> None:
    page = html.page(everything())
    assert "<script" not in page
    assert not re.search(r"<[^>]+\son\w+=", page)
    assert not tree().xpath(".//*[@style]")


def test_headings_lists_and_tables_are_real() -> None:
    root = tree()
    assert [h.tag for h in root.xpath(".//h1|.//h2|.//h6")] == ["h1", "h2", "h6", "h2"]
    assert root.xpath(".//ol/@type")[0] == "a"
    assert len(root.xpath(".//table/thead/tr")) == 2
    assert root.xpath(".//th/@colspan") == ["4"]
    assert len(root.xpath(".//figure/*[local-name()='svg']")) == 2
    assert root.xpath("./section/@data-watermark") == ["RANCANGAN"] * 3


def test_fragment_is_well_formed_xml_but_for_void_elements() -> None:
    source = re.sub(r"<(br|hr|col|img)\b([^>]*[^/])?>", r"<\1\2/>", html.fragment(everything()))
    etree.fromstring(source)


def test_every_word_of_the_page_is_in_the_pdf() -> None:
    paper = everything()
    printed = re.sub(r"\s", "", words(pdf.render(paper)))
    root = tree()
    for svg in root.xpath(".//*[local-name()='svg']"):
        for title in svg.xpath(".//*[local-name()='title' or local-name()='desc']"):
            title.getparent().remove(title)
    missing = [word for word in " ".join(root.itertext()).split() if word not in printed and word != ":"]
    assert missing == []


@pytest.mark.parametrize("block", EMPTY_BLOCKS, ids=lambda b: type(b).__name__)
def test_empty_parts_are_no_crash(block: object) -> None:
    paper = Paper("x", everything().date, (Section((block,)),))  # type: ignore[arg-type]
    assert html.fragment(paper).startswith("<article")


def test_a_matrix_is_one_table_however_wide_with_its_sum_as_foot() -> None:
    root = parser.fragment_fromstring(html.fragment(Paper("x", everything().date, (Section((register(40),)),))))
    table = root.xpath(".//table[@class='matrix']")
    assert len(table) == 1
    assert int(table[0].get("width")) == pytest.approx(sum(int(c.get("width")) for c in table[0].iter("col")), abs=20)
    assert len(root.xpath(".//th/span[@class='turned']")) == 38
    assert root.xpath("string(.//tfoot/tr/td[1])") == "Jumlah"
