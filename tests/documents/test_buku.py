"""The book holds everything that the model gives, in each format, and its contents lead there."""

import hashlib
import io
from collections.abc import Callable
from datetime import date

import pypdf
import pytest
from openpyxl import load_workbook

from documents.bodies import EVIL, bare, whole
from probis.analysis import all_analyses
from probis.documents import document, writer
from probis.documents._edition import mark
from probis.documents.buku import _COMPUTED
from probis.law.istilah import semua_istilah
from probis.model import PetaProsesBisnis
from probis.paper import DefinitionList, Figure, Heading, Paper, Table, plain, walk
from probis.paper.render import rendered

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def book() -> Paper:
    return writer("buku")(whole(), None, pada=DAY)


def test_every_part_is_there_once(book: Paper) -> None:
    headings = [plain(block.text) for block in walk(book) if isinstance(block, Heading)]
    parts = [name for name in headings if name.startswith("BAGIAN ")]
    assert [part[:8] for part in parts] == ["BAGIAN 1", "BAGIAN 2", "BAGIAN 3", "BAGIAN 4"]
    for slug in _COMPUTED:
        assert headings.count(all_analyses()[slug].analisis.title) == 1
    assert "matriks-raci" in set(all_analyses()) - set(_COMPUTED)


def test_each_lintas_fungsi_has_its_table_behind_its_map(book: Paper) -> None:
    model = whole()
    blocks = list(walk(book))
    for peta in model.lintas_fungsi:
        title = f"{model.kode(peta.proses)} {model.sebutan(peta.proses)}".strip()
        at = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and plain(b.text).startswith(title.upper()))
        kinds = [type(b) for b in blocks[at : at + 8]]
        assert Figure in kinds
        assert Table in kinds[kinds.index(Figure) :]


def test_terms_mean_what_the_glossary_says(book: Paper) -> None:
    meant = {t.label: t.arti for t in semua_istilah()}
    lists = [b for b in walk(book) if isinstance(b, DefinitionList)]
    terms = [(plain(d.term), plain(d.meaning)) for one in lists for d in one.items]
    assert ("Sasaran", " ".join(meant["Sasaran"].split())) in terms


def test_the_mark_changes_with_the_content_and_only_with_it() -> None:
    model = whole()
    other = model.model_copy(update={"produk": model.produk[1:]})
    assert mark(model) == mark(whole()) != mark(other)


@pytest.mark.parametrize("form", document("buku").formats)  # type: ignore[union-attr]
@pytest.mark.parametrize("body", [whole, bare])
def test_same_model_same_bytes_in_every_format(form: str, body: Callable[[], PetaProsesBisnis]) -> None:
    one, two = (rendered(writer("buku")(body(), None, pada=DAY), form) for _ in range(2))
    assert hashlib.sha256(one).hexdigest() == hashlib.sha256(two).hexdigest()


def test_pdf_contents_name_the_pages_on_which_the_parts_begin(book: Paper) -> None:
    read = pypdf.PdfReader(io.BytesIO(rendered(book, "pdf")))
    pages = [" ".join(page.extract_text().split()) for page in read.pages]
    start = next(n for n, said in enumerate(pages) if "DAFTAR ISI" in said)
    listed = " ".join(pages[start : start + 2])
    for part in ("BAGIAN 2. MATRIKS DAN REGISTER", "BAGIAN 3. TEMUAN"):
        at = next(n for n, said in enumerate(pages) if part in said and n > start + 1) + 1
        row = listed[listed.index(part) :][len(part) :].lstrip(" .")
        assert row.startswith(str(at))
    assert f"dari {len(read.pages)}" in pages[1]


def test_evil_texts_are_texts(book: Paper) -> None:
    book_xlsx = load_workbook(io.BytesIO(rendered(book, "xlsx")))
    cells = [cell for sheet in book_xlsx for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "<b>" not in rendered(book, "html").decode().split("</style>")[1]
    assert EVIL.split(" ", maxsplit=1)[0].replace("&", "&amp;") in rendered(book, "html").decode()
