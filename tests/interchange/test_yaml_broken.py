"""Broken folders: each says what is wrong, where, and what to do, word for word, and never raises."""

from pathlib import Path

import pytest

from interchange.broken.table import Case, cases
from probis.interchange.yaml import read
from probis.interchange.yaml.reader import ONE_SPACE
from probis.model import Temuan, Tingkat
from probis.model import peta as model_peta

CASES = cases()


def line(temuan: Temuan) -> str:
    return f"{temuan.tempat} {temuan.tingkat} {temuan.pesan} | {temuan.saran}"


@pytest.mark.parametrize("case", CASES, ids=[f"{case.source}: {case.name}" for case in CASES])
def test_a_broken_folder_says_what_is_wrong(case: Case) -> None:
    bacaan = read(case.files)
    assert [line(temuan) for temuan in bacaan.temuan] == case.expected
    assert (bacaan.nilai is None) == any(temuan.tingkat is Tingkat.GALAT for temuan in bacaan.temuan)
    assert all(temuan.aturan == "bacaan" for temuan in bacaan.temuan)


def test_the_table_is_long_enough_and_its_rule_cases_read() -> None:
    broken = [case for case in CASES if any(" galat " in line for line in case.expected)]
    assert len(broken) >= 40
    for case in CASES:
        if case.source == "aturan":
            assert case.rule
            assert read(case.files).nilai is not None


def test_every_line_named_is_there() -> None:
    for case in CASES:
        for temuan in read(case.files).temuan:
            assert temuan.tempat is not None
            text = case.files.get(temuan.tempat.berkas, b"").decode("utf-8", "replace")
            assert 1 <= temuan.tempat.baris <= max(1, text.count("\n") + 1)


def test_findings_name_the_element_and_the_field() -> None:
    found = {
        (temuan.alamat, temuan.bidang)
        for case in CASES
        if case.source in ("isian", "langkah")
        for temuan in read(case.files).temuan
    }
    assert {
        ("proses/a", "kelompok"),
        ("instansi", "profil/kertas/margin_atas"),
        ("keputusan", "tanggal"),
        ("sasaran/s-1", "bunyi"),
        ("lintas-fungsi/x/periksa", "waktu"),
        ("lintas-fungsi/x", "letak/0/sisi"),
        ("lintas-fungsi/x/alur/periksa--akhir", "peluang"),
    } <= found


def test_the_spaces_of_ids_are_those_of_the_model() -> None:
    assert set(ONE_SPACE) == set(model_peta.SATU_RUANG_ID)


def test_files_of_the_table_hold_cases_only() -> None:
    names = {path.name for path in (Path(__file__).parent / "broken").iterdir() if not path.name.startswith("__")}
    assert names == {"aturan.txt", "berkas.txt", "isian.txt", "langkah.txt", "table.py", "tulisan.txt"}
