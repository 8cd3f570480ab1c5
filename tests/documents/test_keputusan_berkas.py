"""The files of the decrees read back: fonts, tags, words for pictures, language, bookmarks, fields; text stays text."""

import io
import re
import zipfile
from typing import Any

import pytest
from lxml import etree
from pypdf import PdfReader

from documents.bodies import whole
from paper.render.test_pdf import structure
from probis.documents import Keadaan, writer
from probis.model import PetaProsesBisnis
from probis.paper import Figure, Heading, NumberedList, Paper, Picture, Table, emblem, plain, walk
from probis.paper.render import docx, pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>'


def newer() -> PetaProsesBisnis:
    data = whole().model_dump()
    data["proses"][1]["nama"] = "Izin yang Diperbarui"
    return PetaProsesBisnis.model_validate(data)


def decree(kind: str) -> Paper:
    lambang = emblem(SVG, "Lambang daerah")
    if kind == "perubahan":
        return writer("keputusan-perubahan")(newer(), lama=whole(), lambang=lambang)
    return writer("keputusan")(whole(), keadaan=Keadaan(kind), lambang=lambang)


@pytest.fixture(scope="module", params=["rancangan", "ditetapkan", "salinan", "perubahan"])
def paper(request: pytest.FixtureRequest) -> Paper:
    return decree(request.param)


@pytest.fixture(scope="module")
def printed(paper: Paper) -> bytes:
    return pdf.render(paper)


def drawings(paper: Paper) -> list[Picture]:
    return [b.picture for b in walk(paper) if isinstance(b, Figure) and isinstance(b.picture, Picture)]


def squeezed(value: str) -> str:
    return re.sub(r"[\s\u00ad\u200b\x02]", "", value)


def test_the_pdf_is_archival_and_accessible(printed: bytes, paper: Paper) -> None:
    reader = PdfReader(io.BytesIO(printed))
    root = reader.trailer["/Root"]
    xmp = root["/Metadata"].get_data().decode()
    assert all(mark in xmp for mark in ("<pdfaid:part>2<", "<pdfaid:conformance>B<", "<pdfuaid:part>1<"))
    assert root["/Lang"] == "id" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None and reader.metadata.title == paper.title


def fonts_and_images(resources: Any, found: dict[str, set[str]], seen: set[int]) -> None:
    """Fonts, and whether each is embedded, and images, also those within drawings."""
    for font in resources.get("/Font", {}).values():
        base = font.get_object()["/DescendantFonts"][0].get_object()
        whole_font = any(key in base["/FontDescriptor"] for key in ("/FontFile2", "/FontFile3"))
        found["fonts" if whole_font else "loose"].add(re.sub(r"^/[A-Z]+\+", "", base["/BaseFont"]).split("-")[0])
    for drawn in resources.get("/XObject", {}).values():
        inner = drawn.get_object()
        if id(inner) in seen:
            continue
        seen.add(id(inner))
        if inner["/Subtype"] == "/Image":
            found["images"].add(str(inner["/Width"]))
        elif "/Resources" in inner:
            fonts_and_images(inner["/Resources"].get_object(), found, seen)


def test_fonts_are_embedded_and_nothing_is_an_image(printed: bytes) -> None:
    found: dict[str, set[str]] = {"fonts": set(), "loose": set(), "images": set()}
    for page in PdfReader(io.BytesIO(printed)).pages:
        fonts_and_images(page["/Resources"].get_object(), found, set())
    assert found == {"fonts": {"TeXGyreBonum", "Inter"}, "loose": set(), "images": set()}


def test_the_words_of_the_maps_are_text_on_the_page(printed: bytes, paper: Paper) -> None:
    text = squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages))
    assert drawings(paper)
    for word in ("Memeriksa permohonan", "Seksi Pelayanan"):
        assert squeezed(word) in text


def test_every_picture_has_words_and_every_part_its_tag(printed: bytes, paper: Paper) -> None:
    tags = structure(printed)
    words = [str(tag["/Alt"]) for tag in tags if "/Alt" in tag]
    assert words == ["Lambang daerah", *(picture.words for picture in drawings(paper))]
    kinds = {str(tag["/S"]) for tag in tags}
    assert {"/H1", "/H2", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TH", "/TD", "/Figure"} <= kinds


def test_bookmarks_name_decree_annex_parts_and_maps_in_order(printed: bytes, paper: Paper) -> None:
    titles: list[str] = []

    def collect(items: list[Any]) -> None:
        for item in items:
            if isinstance(item, list):
                collect(item)
            else:
                titles.append(item.title)

    collect(PdfReader(io.BytesIO(printed)).outline)
    named = [b.bookmark or f"{b.number} {plain(b.text)}".strip() for b in walk(paper) if isinstance(b, Heading)]
    assert [squeezed(t) for t in titles] == [squeezed(t) for t in named]
    assert titles[0] == "Keputusan Bupati Contoh" and "Lampiran" in titles


def test_maps_lie_and_text_stands(printed: bytes, paper: Paper) -> None:
    pages = PdfReader(io.BytesIO(printed)).pages
    lying = [page for page in pages if page.mediabox.width > page.mediabox.height]
    on_lying = sum(isinstance(b, Figure) for s in paper.sections if s.page.landscape for b in s.blocks)
    assert len(lying) == on_lying > 0
    for number, page in enumerate(pages, 1):
        shown = page.extract_text()
        assert (f"- {number} -" in shown) == (number > 1)


def test_the_docx_has_fields_numbering_heads_and_turned_sections(paper: Paper) -> None:
    archive = zipfile.ZipFile(io.BytesIO(docx.render(paper)))
    body = etree.fromstring(archive.read("word/document.xml"))
    margins = "".join(archive.read(n).decode() for n in archive.namelist() if re.search(r"word/(header|footer)\d", n))
    assert re.search(r"instr(Text)?[^>]*>?[^<]*\bPAGE\b", margins)
    turned = [s for s in body.iter(f"{W}pgSz") if s.get(f"{W}orient") == "landscape"]
    assert len(turned) == sum(s.page.landscape for s in paper.sections) > 0
    items = sum(len(b.items) for b in walk(paper) if isinstance(b, NumberedList))
    assert len(list(body.iter(f"{W}numPr"))) == items > 0
    tables = [b for b in walk(paper) if isinstance(b, Table) and b.head]
    assert len(list(body.iter(f"{W}tblHeader"))) == sum(len(table.head) for table in tables) > 0
    words = re.findall(r'<wp:docPr[^>]*descr="([^"]*)"', archive.read("word/document.xml").decode())
    assert len(words) == 1 + len(drawings(paper)) and all(words)


def test_the_same_paper_is_the_same_bytes() -> None:
    first, second = (decree("perubahan") for _ in range(2))
    assert pdf.render(first) == pdf.render(second) and docx.render(first) == docx.render(second)
