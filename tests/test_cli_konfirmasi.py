"""The whole way of a confirmation sheet: written, filled in, read back, entered; and what a stale one meets."""

import io
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bodies import example
from documents.bodies import EVIL, LONG
from probis.cli import main
from probis.documents import _names as names
from probis.documents import writer
from probis.documents.lembar_konfirmasi import KEPALA, rows
from probis.edits import find_edit, pertanyaan
from probis.interchange import yaml
from probis.interchange._lembar_konfirmasi import NotAWorkbook, answers
from probis.interchange.yaml.patch import patched
from probis.model import LintasFungsi, PetaProsesBisnis
from probis.paper.render import rendered
from probis.store.folder import read_folder

ROOT = Path(__file__).resolve().parent.parent
PADA = date(2026, 11, 24)
BODY = ROOT / "examples" / "kecamatan-telaga-arum"
ID = "evaluasi-apb-desa"
FILE = f"lintas-fungsi/{ID}.yaml"


MODELS = {name: example(name) for name in ("biro-organisasi-ntt", "kecamatan-telaga-arum")}
ASKED = [
    (name, peta.id)
    for name, model in MODELS.items()
    for peta in model.lintas_fungsi
    if any(q.usulan for q in pertanyaan(peta))
]


def sheet_of(model: PetaProsesBisnis, id_: str) -> bytes:
    return rendered(writer("lembar-konfirmasi")(model, id_), "xlsx")


def filled(data: bytes, fill: Callable[[str, Any, Any], None]) -> bytes:
    """The sheet with `fill(code, cell of Benar, cell of Perbaikan)` done on each row."""
    book = load_workbook(io.BytesIO(data))
    sheet = book["Yang ditanyakan"]
    below = False
    for row in sheet.iter_rows():
        if below and row[0].value:
            fill(str(row[0].value), row[4], row[5])
        below = below or row[0].value == KEPALA[0]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ticked(codes: set[str] | None = None) -> Callable[[str, Any, Any], None]:
    def fill(code: str, yes: Any, better: Any) -> None:
        if codes is None or code in codes:
            yes.value = "ya"

    return fill


def found(model: PetaProsesBisnis, id_: str) -> LintasFungsi:
    peta = model.cari_lintas_fungsi(id_)
    assert peta is not None
    return peta


@pytest.mark.parametrize(("name", "id_"), ASKED)
def test_a_sheet_that_is_ticked_whole_leaves_no_proposal_and_every_other_line(name: str, id_: str) -> None:
    model, parts = MODELS[name], dict(read_folder(ROOT / "examples" / name))
    peta = found(model, id_)
    said = answers(filled(sheet_of(model, id_), ticked()), model, peta)
    asked = {row.kode: row.pertanyaan for row in rows(model, peta)}
    assert not said.tertinggal and not said.perbaikan
    assert set(said.benar) == {code for code, q in asked.items() if q.usulan}
    given_ = {"id": id_, "oleh": "Siti", "tanggal": PADA, "benar": tuple(asked[code].kunci for code in said.benar)}
    done = find_edit("konfirmasi").run(model, given_, PADA).model
    assert done is not None
    path = f"lintas-fungsi/{id_}.yaml"
    out = patched(parts[path], yaml.read(parts), peta, found(done, id_))
    assert yaml.read({**parts, path: out}).nilai == done
    assert not [q for q in pertanyaan(found(done, id_)) if q.usulan]
    kept = iter(out.splitlines())
    assert all(line in kept for line in parts[path].splitlines() if not line.startswith(b"sumber:"))


@settings(max_examples=6, deadline=None)
@given(data=st.data())
def test_random_ticks_come_back_as_they_were_set(data: st.DataObject) -> None:
    model = MODELS["kecamatan-telaga-arum"]
    peta = found(model, ID)
    codes = [row.kode for row in rows(model, peta) if row.pertanyaan.usulan]
    wanted = data.draw(st.sets(st.sampled_from(codes)))
    said = answers(filled(sheet_of(model, ID), ticked(wanted)), model, peta)
    assert set(said.benar) == wanted and not said.tertinggal and not said.perbaikan


def test_codes_are_short_and_each_stands_once() -> None:
    for name, id_ in ASKED:
        codes = [row.kode for row in rows(MODELS[name], found(MODELS[name], id_))]
        assert len(set(codes)) == len(codes) and max(map(len, codes)) <= 20


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx", "html"])
def test_the_same_sheet_has_the_same_bytes(form: str) -> None:
    model = MODELS["kecamatan-telaga-arum"]
    paper = writer("lembar-konfirmasi")(model, ID)
    assert rendered(paper, form) == rendered(writer("lembar-konfirmasi")(model, ID), form)


def test_the_workbook_offers_yes_and_no_for_each_row() -> None:
    model = MODELS["kecamatan-telaga-arum"]
    sheet = load_workbook(io.BytesIO(sheet_of(model, ID)))["Yang ditanyakan"]
    (offered,) = sheet.data_validations.dataValidation
    first = next(row[0].row for row in sheet.iter_rows() if row[0].value == KEPALA[0]) + 1
    count = sum(row.pertanyaan.usulan for row in rows(model, found(model, ID)))
    assert offered.formula1 == '"ya,tidak"' and str(offered.sqref) == f"E{first}:E{first + count - 1}"


def nasty() -> PetaProsesBisnis:
    model = MODELS["kecamatan-telaga-arum"]
    names = iter((EVIL, LONG[:60], "=SUM(A1:A9) & <b>", "panjang " * 37, "\"kutip\" 'tunggal'", "@x +1 -2"))
    peta = found(model, ID)
    steps = tuple(s.model_copy(update={"nama": next(names, s.nama).strip()}) for s in peta.simpul)
    new = peta.model_copy(update={"simpul": steps})
    return model.model_copy(update={"lintas_fungsi": tuple(new if p.id == ID else p for p in model.lintas_fungsi)})


def test_nasty_texts_are_texts_in_every_format_and_come_back() -> None:
    model = nasty()
    data = sheet_of(model, ID)
    for sheet in load_workbook(io.BytesIO(data)):
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    said = answers(filled(data, ticked()), model, found(model, ID))
    assert not said.tertinggal and len(said.benar) > 50
    for form in ("pdf", "docx", "html"):
        assert rendered(writer("lembar-konfirmasi")(model, ID), form)


# What is written into a sheet ---------------------------------------------------------------------------------------


def one(code: str, yes: Any, better: Any = None) -> Callable[[str, Any, Any], None]:
    def fill(at: str, tick: Any, text: Any) -> None:
        if at == code:
            tick.value, text.value = yes, better

    return fill


@pytest.mark.parametrize(
    ("yes", "better", "said"),
    [
        ("mungkin", None, "“mungkin” bukan ya atau tidak"),
        ("tidak", None, "keliru tanpa perbaikan"),
        ("ya", "3 HK", "dinyatakan benar, tetapi ada perbaikannya"),
        ("=1+1", None, "berisi rumus"),
        ("tidak", "=HYPERLINK(1)", "berisi rumus"),
        ("tidak", "x" * 2001, "lebih dari 2000 huruf"),
    ],
)
def test_a_row_that_does_not_say_one_thing_is_told_with_its_cell(yes: str, better: str | None, said: str) -> None:
    model = MODELS["kecamatan-telaga-arum"]
    got = answers(filled(sheet_of(model, ID), one("01-waktu", yes, better)), model, found(model, ID))
    assert not got.benar and not got.perbaikan
    (left,) = got.tertinggal
    assert said in left and left.startswith("Yang ditanyakan!")


def test_corrections_come_with_their_code_and_an_open_row_says_nothing() -> None:
    model = MODELS["kecamatan-telaga-arum"]
    got = answers(filled(sheet_of(model, ID), one("01-waktu", "tidak", " 3 HK ")), model, found(model, ID))
    assert got.perbaikan == {"01-waktu": "3 HK"} and not got.benar and not got.tertinggal


def test_rows_of_a_stale_sheet_are_taken_only_where_they_say_the_same() -> None:
    model = MODELS["kecamatan-telaga-arum"]
    peta = found(model, ID)
    data = filled(sheet_of(model, ID), ticked({"01-waktu", "02-langkah"}))
    first = next(row for row in rows(model, peta) if row.kode == "01-waktu").pertanyaan.unsur
    moved = {"id": ID, "oleh": "B", "tanggal": PADA, "perbaikan": {f"{first}#waktu": "17 jam"}}
    newer = find_edit("konfirmasi").run(model, moved, PADA).model
    assert newer is not None
    got = answers(data, newer, found(newer, ID))
    assert got.benar == ["02-langkah"]
    assert "peta berubah sejak lembar ditulis" in got.tertinggal[0] and "17 jam" in got.tertinggal[0]


def rewritten(data: bytes, **parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            key = name.rpartition("/")[2].split(".")[0]
            new.writestr(name, parts.get(key, old.read(name)))
    return out.getvalue()


def test_files_that_are_no_sheet_of_this_map_are_refused_with_the_reason() -> None:
    model = MODELS["kecamatan-telaga-arum"]
    peta, data = found(model, ID), sheet_of(model, ID)
    bomb = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><workbook>&b;</workbook>"
    large = rewritten(data, workbook=b" " * 41_000_000)
    other = sheet_of(MODELS["biro-organisasi-ntt"], "penyusunan-sop")
    for given_, why in (
        (b"bukan zip", "bukan XLSX"),
        (b"PK" + b"x" * 6_000_000, "lebih dari 5 MB"),
        (rewritten(data, workbook=bomb), "definisi"),
        (rewritten(data, workbook=b"<workbook"), "rusak"),
        (large, "terlalu besar"),
        (data[: len(data) // 2], "XLSX"),
        (other, "milik biro-organisasi-ntt/penyusunan-sop"),
        (rewritten(data, workbook=b"<workbook xmlns='x'/>"), "Tidak ada lembar dengan kolom"),
    ):
        with pytest.raises(NotAWorkbook, match=why):
            answers(given_, model, peta)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_damaged_sheet_is_read_or_refused_but_breaks_nothing(data: st.DataObject) -> None:
    model = MODELS["kecamatan-telaga-arum"]
    good = _good_sheet()
    if data.draw(st.booleans()):
        with zipfile.ZipFile(io.BytesIO(good)) as archive:
            name = data.draw(st.sampled_from([n for n in archive.namelist() if n.startswith("xl/") and "s" in n]))
            part = bytearray(archive.read(name))
        for _ in range(data.draw(st.integers(1, 4))):
            part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.integers(0, 255))
        broken = rewritten(good, **{name.rpartition("/")[2].split(".")[0]: bytes(part)})
    else:
        whole = bytearray(good)
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
        broken = bytes(whole)
    try:
        got = answers(broken, model, found(model, ID))
    except NotAWorkbook as reason:
        assert str(reason)
    else:
        assert set(got.benar) <= {row.kode for row in rows(model, found(model, ID))}


@cache
def _good_sheet() -> bytes:
    model = MODELS["kecamatan-telaga-arum"]
    return filled(sheet_of(model, ID), ticked())


# The command --------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(BODY, tmp_path / "peta")
    return tmp_path / "peta"


def entered(folder: Path, *more: str) -> int:
    return main(["konfirmasi", str(folder), "--id", ID, "--oleh", "Siti, Sekcam", "--tanggal", "2026-11-20", *more])


def test_the_command_enters_a_sheet_and_leaves_what_is_unclear(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fill(code: str, yes: Any, better: Any) -> None:
        yes.value = "ya"
        if code == "01-waktu":
            yes.value, better.value = "tidak", "17 jam"
        if code == "02-waktu":
            yes.value, better.value = "tidak", "kira-kira sebentar"

    sheet = folder.parent / "lembar.xlsx"
    sheet.write_bytes(filled(sheet_of(MODELS["kecamatan-telaga-arum"], ID), fill))
    before = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert entered(folder, "--dari", str(sheet), "--pada", "2026-11-24") == 2
    assert "Tambahkan --ya" in capsys.readouterr().err
    assert (folder / FILE).read_bytes() == before[f"{ID}.yaml"]
    assert entered(folder, "--dari", str(sheet), "--ya", "--pada", "2026-11-24") == 1
    said = capsys.readouterr().out
    assert "17 jam" in said and "kira-kira sebentar" in said and "1 baris masih usulan" in said
    assert b"17 jam" in (folder / FILE).read_bytes()
    assert {p.name for p in folder.rglob("*") if p.is_file() and p.read_bytes() != before[p.name]} == {f"{ID}.yaml"}
    assert main(["konfirmasi", str(folder), "--id", ID]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 baris masih usulan")


def test_rows_can_be_named_and_a_paper_of_another_content_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert entered(folder, "--baris", "01-waktu", "--sidik", "00000000", "--pada", "2026-11-24") == 2
    assert entered(folder, "--baris", "99-waktu", "--ya", "--pada", "2026-11-24") == 2
    assert "99-waktu" in capsys.readouterr().err
    assert entered(folder, "--baris", "01-waktu, 01-langkah", "--ya", "--pada", "2026-11-24") == 0
    assert "2 baris dinyatakan benar" in capsys.readouterr().out
    assert entered(folder, "--semua", "--ya", "--pada", "2026-11-24") == 0
    assert " 0 baris masih usulan" in capsys.readouterr().out
    assert main(["konfirmasi", str(folder), "--id", "tiada", "--semua"]) == 2
    assert main(["konfirmasi", str(folder), "--id", ID, "--semua"]) == 2
    assert "Sebut --oleh dan --tanggal" in capsys.readouterr().err


def test_the_body_words_the_sheet_itself_and_it_is_still_read() -> None:
    model = MODELS["kecamatan-telaga-arum"]
    peta = model.cari_lintas_fungsi(ID)
    assert peta is not None
    own = {
        "konfirmasi-judul": "LEMBAR CEK {instansi}",
        "konfirmasi-cara": "Satu.\nDua {kotak}.",
        "konfirmasi-judul-pertanyaan": "Butir",
        "konfirmasi-berita-acara": "Dibahas {peta}, {jumlah} butir, sidik {sidik}.",
        "konfirmasi-yang-bertanya": "Analis,",
    }
    decree = names.decree_of(model).model_copy(update={"bunyi": own})
    paper = writer("lembar-konfirmasi")(model.model_copy(update={"keputusan": decree}), ID)
    said = rendered(paper, "html").decode()
    count = sum(q.usulan for q in pertanyaan(peta))
    for words in (f"LEMBAR CEK {model.instansi.nama}", "Dua □.", "Butir", f"{count} butir, sidik ", "Analis,"):
        assert words in said
    for words in ("LEMBAR KONFIRMASI PETA", "Bacalah tiap baris", "Pada hari ini", "Yang bertanya,"):
        assert words not in said
    assert not answers(rendered(paper, "xlsx"), model, peta).tertinggal
