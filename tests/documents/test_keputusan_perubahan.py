"""The decree that changes a set map: what it says of what differs, which maps it holds, and when there is none."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import docx as python_docx
import pytest
from pypdf import PdfReader

from documents.bodies import EVIL, PROPOSED, bare, whole
from probis.documents import Keadaan, NotWritable, _map_pages, writer
from probis.drawing.scene import Scene
from probis.model import PetaProsesBisnis
from probis.paper import Clauses, Figure, Heading, Item, NumberedList, Paper, Picture, Table, plain, walk
from probis.paper.render import docx, html, pdf

BLANK = Picture(Scene(100, 100, "Peta"))
OLD = "Keputusan Bupati Contoh Nomor 100.3/1/2025"


@pytest.fixture(autouse=True)
def _blank_maps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_map_pages, "drawn", lambda *_: (BLANK,))


def edited(change: Callable[[dict[str, Any]], None]) -> PetaProsesBisnis:
    """The whole body after a change to its data."""
    data = whole().model_dump()
    change(data)
    return PetaProsesBisnis.model_validate(data)


def written(model: PetaProsesBisnis, old: PetaProsesBisnis | None = None, **options: Any) -> Paper:
    return writer("keputusan-perubahan")(model, lama=old or whole(), **options)


def items(paper: Paper) -> list[str]:
    """The items of Diktum KESATU."""
    clauses = [clause for block in walk(paper) if isinstance(block, Clauses) for clause in block.clauses]
    first = next(clause for clause in clauses if plain(clause.label) == "KESATU")
    return [plain(item.text) for b in first.blocks if isinstance(b, NumberedList) for item in b.items]


def titles(paper: Paper) -> list[str]:
    """The titles of the maps in the annex."""
    return [plain(b.text) for b in walk(paper) if isinstance(b, Heading) and b.level == 4]


def renamed(data: dict[str, Any]) -> None:
    data["proses"][0]["nama"] = "Layanan Terpadu"


def slower(data: dict[str, Any]) -> None:
    step = next(s for s in data["lintas_fungsi"][0]["simpul"] if s["id"] == "periksa")
    step["waktu"] = {"min": 2, "satuan": "hari"}


def test_without_a_difference_there_is_no_decree() -> None:
    with pytest.raises(NotWritable, match="tidak ada yang diubah"):
        written(whole())


@pytest.mark.parametrize("lacking", ["nomor", "tanggal"])
def test_what_is_not_set_cannot_be_changed(lacking: str) -> None:
    old = whole(keputusan={**whole().model_dump()["keputusan"], lacking: "" if lacking == "nomor" else None})
    with pytest.raises(NotWritable, match="belum bernomor dan bertanggal"):
        written(edited(renamed), old)
    with pytest.raises(NotWritable, match="belum bernomor dan bertanggal"):
        written(edited(renamed), bare())


def test_the_map_of_another_body_is_no_older_version() -> None:
    def moved(data: dict[str, Any]) -> None:
        data["instansi"]["id"] = "lain"

    with pytest.raises(NotWritable, match="bukan Dinas Uji"):
        written(whole(), edited(moved))


def test_an_older_version_must_be_given() -> None:
    with pytest.raises(NotWritable, match="versi lama belum diberikan"):
        writer("keputusan-perubahan")(whole())


def sourced(data: dict[str, Any]) -> None:
    data["proses"][0]["sumber"] = PROPOSED


def noted(data: dict[str, Any]) -> None:
    data["proses"][0]["catatan"] = "Perlu dibahas."
    data["proses"][0]["tambahan"] = {"kunci": "nilai"}


def placed(data: dict[str, Any]) -> None:
    data["lintas_fungsi"][0]["letak"] = [{"simpul": "periksa", "baris": 2}]


def with_sop(data: dict[str, Any]) -> None:
    data["sop"] = [{"id": "sop-izin", "lintas_fungsi": "izin-baru", "nomor": "1"}]


@pytest.mark.parametrize("change", [sourced, noted, placed, with_sop], ids=lambda f: f.__name__)
def test_what_no_decree_prints_is_no_change(change: Callable[[dict[str, Any]], None]) -> None:
    assert edited(change) != whole()
    with pytest.raises(NotWritable, match="tidak ada yang diubah"):
        written(edited(change))


def test_a_provision_is_said_as_it_was_and_as_it_is() -> None:
    def change(data: dict[str, Any]) -> None:
        data["arah"]["sasaran"][0]["bunyi"] = "Sasaran yang baru"

    paper = written(edited(change))
    assert items(paper) == ["bunyi sasaran nomor 1, semula “Sasaran satu”, menjadi “Sasaran yang baru”."]
    assert titles(paper) == []
    assert not [b for b in walk(paper) if isinstance(b, Figure)]
    assert "Semua peta tetap berlaku" in html.fragment(paper)


def test_only_the_map_that_changed_is_in_the_annex() -> None:
    paper = written(edited(slower))
    assert titles(paper) == ["01.01 IZIN BARU"]
    assert items(paper) == [
        f"peta lintas fungsi 01.01 Izin Baru, semula sebagaimana tercantum dalam Lampiran {OLD}, menjadi sebagaimana "
        "tercantum dalam Lampiran Keputusan ini."
    ]
    table = next(b for b in walk(paper) if isinstance(b, Table) and plain(b.head[0].cells[-1].text) == "MENJADI")
    said = [[plain(cell.text) for cell in row.cells] for row in table.body]
    assert said == [
        ["Peta lintas fungsi 01.01 Izin Baru"],
        ["1.", "Waktu langkah Memeriksa permohonan", "–", "2 hari"],
    ]
    assert "Lampiran ini memuat 1 peta lintas fungsi." in html.fragment(paper)


def test_a_new_name_changes_every_map_that_shows_it() -> None:
    paper = written(edited(renamed))
    assert items(paper)[0].startswith("nama proses 01 Pelayanan") and "menjadi “Layanan Terpadu”" in items(paper)[0]
    assert {"PETA PROSES", "PETA SUB PROSES 01 LAYANAN TERPADU", "PETA RELASI"} <= set(titles(paper))
    assert "01.01 IZIN BARU" not in titles(paper)
    assert EVIL in " ".join(items(paper))


def test_maps_that_come_and_go_are_named() -> None:
    def gone(data: dict[str, Any]) -> None:
        data["lintas_fungsi"] = []

    lost = written(edited(gone))
    assert "peta lintas fungsi 01.01 Izin Baru dihapus" in " ".join(items(lost))
    assert "01.01 IZIN BARU" not in titles(lost)
    came = written(whole(), edited(gone))
    assert "ditambahkan peta lintas fungsi 01.01 Izin Baru" in " ".join(items(came))
    assert "01.01 IZIN BARU" in titles(came)
    table = next(b for b in walk(came) if isinstance(b, Table))
    assert len(table.body) < 6  # a map that comes as a whole is one provision, not one a step


def test_an_element_that_comes_or_goes_is_said() -> None:
    def fewer(data: dict[str, Any]) -> None:
        data["arah"]["misi"] = data["arah"]["misi"][:-1]

    assert items(written(edited(fewer))) == ["misi “Misi tanpa tujuan” dihapus."]
    assert items(written(whole(), edited(fewer))) == ["ditambahkan misi “Misi tanpa tujuan”."]


def set_as(number: str, tentang: str) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        data["keputusan"] |= {"nomor": number, "tanggal": date(2026, 1, 5), "tentang": tentang}

    return change


def test_changes_are_counted() -> None:
    base = f"{OLD} tentang Peta Proses Bisnis Dinas Uji Kabupaten Contoh Tahun 2025–2029"
    first = written(edited(renamed))
    assert first.subject == f"Perubahan atas {base}"
    for before, after in (("Perubahan", "Perubahan Kedua"), ("Perubahan Kedua", "Perubahan Ketiga")):
        old = edited(set_as("8", f"{before} atas {base}"))
        paper = written(edited(renamed), old)
        assert paper.subject == f"{after} atas {base}"
        assert f"{base} sebagaimana telah diubah terakhir dengan Keputusan Bupati Contoh Nomor 8;" in " ".join(
            plain(item.text) for b in walk(paper) if isinstance(b, NumberedList) for item in b.items
        )


def test_the_decree_that_is_changed_stands_last_in_mengingat_and_the_rest_stays_in_force() -> None:
    paper = written(edited(renamed))
    clauses = {plain(c.label): c for b in walk(paper) if isinstance(b, Clauses) for c in b.clauses}
    recalled = clauses["Mengingat"].blocks[0]
    assert isinstance(recalled, NumberedList)
    last: Item = recalled.items[-1]
    assert plain(last.text).startswith(OLD)
    assert "tetap berlaku" in str(clauses["KETIGA"])
    assert "mulai berlaku pada tanggal ditetapkan" in str(clauses["KEEMPAT"])
    assert "PERUBAHAN ATAS KEPUTUSAN BUPATI CONTOH" in str(clauses["Menetapkan"])


def test_the_number_of_the_changed_decree_is_not_that_of_the_change() -> None:
    paper = written(edited(renamed))
    assert paper.watermark is not None
    with pytest.raises(NotWritable, match="belum mempunyai nomor dan tanggal"):
        written(edited(renamed), keadaan=Keadaan.DITETAPKAN)

    def both(data: dict[str, Any]) -> None:
        renamed(data)
        set_as("100.3/4/2026", "")(data)

    numbered = written(edited(both), keadaan=Keadaan.DITETAPKAN)
    assert numbered.watermark is None and numbered.date == date(2026, 1, 5)
    assert "100.3/4/2026" in html.fragment(numbered)


def test_every_format_says_the_same_and_is_the_same_twice() -> None:
    paper, again = written(edited(renamed)), written(edited(renamed))
    pages = PdfReader(io.BytesIO(pdf.render(paper))).pages
    printed = "".join("".join(page.extract_text() for page in pages).split())
    body = python_docx.Document(io.BytesIO(docx.render(paper))).element.body
    typed = "".join("".join(str(t.text) for t in body.iter() if t.tag.endswith("}t")).split())
    for sentence in (*(item[:60] for item in items(paper)), "Rincian Perubahan", "dinyatakan tetap berlaku"):
        bare_words = "".join(sentence.split())
        assert bare_words in typed, sentence
        assert bare_words in printed, sentence
    assert pdf.render(paper) == pdf.render(again) and docx.render(paper) == docx.render(again)
