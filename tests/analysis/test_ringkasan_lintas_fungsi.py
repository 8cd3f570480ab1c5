"""The table of lintas fungsi: counts, shares and verdicts by hand; any body at all; the example as it stands."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from analysis.nets import ask, body, call, end, gate, peta, start, step, wait
from probis.analysis import Cell, Column, ColumnKind, Row, Table, all_analyses, find_analysis, soundness
from probis.analysis._table import cell_text
from probis.interchange import yaml
from probis.model import LintasFungsi, PetaProsesBisnis, Proses
from strategies import peta as whole

EXAMPLE = Path(__file__).parents[2] / "examples" / "biro-organisasi-ntt"
SUMMARY = find_analysis("ringkasan-lintas-fungsi")


def table(*maps: LintasFungsi, pada: date | None = None, **more: Any) -> Table:
    return SUMMARY.analyse(body(*maps, **more), pada)


def row(made: LintasFungsi, *others: LintasFungsi) -> dict[str, Cell]:
    found = table(made, *others)
    return next(_cells(found, one) for one in found.rows if one.alamat == f"lintas-fungsi/{made.id}")


def _cells(found: Table, one: Row) -> dict[str, Cell]:
    return {column.key: found.cell(one, column.key) for column in found.columns}


def test_the_family_is_found_by_file_names() -> None:
    assert "ringkasan-lintas-fungsi" in all_analyses()
    for slug, module in all_analyses().items():
        assert slug == module.slug
        assert module.analisis.title
        assert module.analisis.summary.endswith(".")
    with pytest.raises(KeyError):
        find_analysis("tidak-ada")


def test_everything_is_counted() -> None:
    usulan = [{"jenis": "usulan", "acuan": "perkiraan"}]
    nodes = [
        start(),
        step("a", "2 HK", pakai=["surat"], hasil=["rancangan"], sumber=usulan),
        ask("baik"),
        {**wait("tunggu", "3 HK"), "produk": "jawaban"},
        call("paraf", "lain", "1 HK"),
        step("jawab", hasil=["jawaban"]),
        gate("pecah"),
        end(),
        end("gugur"),
    ]
    words = "mulai>a a>baik baik<a:2 baik>tunggu a~jawab jawab~tunggu tunggu>paraf tunggu!gugur paraf>pecah pecah>sah"
    jalur = [{"id": "satu", "pelaku": "biro"}, {"id": "dua", "pelaku": "mitra"}]
    found = row(peta(nodes, words, jalur=jalur))
    counted = {
        "langkah": 5,
        "jalur": 2,
        "putusan": 1,
        "kembali": 1,
        "tunggu": 1,
        "panggil": 1,
        "dokumen": 3,
        "pesan": 2,
        "selesai": 2,
        "usulan": Fraction(1, 5),
        "terlama": 6,
        "terlama_kembali": 10,
        "penilaian": "tanpa batas",
    }
    assert {key: found[key] for key in counted} == counted


CHAIN = [start(), step("a", "10 HK"), ask("baik"), end()]
FLOWS = "mulai>a a>baik baik<a:1 baik>sah"


@pytest.mark.parametrize(
    ("batas", "verdict"),
    [
        (None, "tanpa batas"),
        ("20 HK sejak diterima", "cukup"),
        ("1 bulan", "cukup"),
        ("19 HK", "cukup tanpa pengembalian"),
        ("10 HK", "cukup tanpa pengembalian"),
        ("9 HK", "lewat"),
        ("1 minggu", "lewat"),
    ],
)
def test_the_limit_is_kept_or_not(batas: str | None, verdict: str) -> None:
    assert row(peta(CHAIN, FLOWS, batas=batas))["penilaian"] == verdict


def test_what_is_not_known_is_said_and_never_judged_as_enough() -> None:
    nodes = [start(), step("a", "10 HK"), step("b"), end()]
    open_ = row(peta(nodes, "mulai>a a>b b>sah", batas="60 HK"))
    assert (open_["penilaian"], open_["catatan"]) == ("belum pasti", "1 langkah tanpa waktu")
    assert row(peta(nodes, "mulai>a a>b b>sah", batas="9 HK"))["penilaian"] == "lewat"
    endless = row(peta(CHAIN, "mulai>a a>baik baik<a baik>sah", batas="60 HK"))
    assert endless["penilaian"] == "cukup tanpa pengembalian"
    assert endless["catatan"] == "1 pengembalian tanpa batas, dihitung sekali"
    nowhere = row(peta([start(), step("a", "1 HK")], "mulai>a", batas="60 HK"))
    assert (nowhere["penilaian"], nowhere["terlama"]) == ("belum pasti", None)
    assert str(nowhere["catatan"]).startswith("tidak ada jalan ke selesai; rangkaian tidak utuh")


def test_a_limit_that_a_step_carries_is_measured_to_that_step() -> None:
    law = "15 HK menurut pp-18-2016-persetujuan"
    nodes = [start(), step("a", "4 HK", tenggat=f"{law} sejak diterima"), wait("setahun", None, "12 bulan"), end()]
    words = "mulai>a a>setahun setahun>sah"
    found = row(peta(nodes, words, batas=f"{law} sejak permohonan lengkap"))
    assert (found["terlama"], found["penilaian"], found["dasar"]) == (4, "cukup", "PP 18/2016")
    assert found["catatan"] == "terlama sampai “a”"
    assert row(peta(nodes, words, batas="15 HK sejak diterima"))["penilaian"] == "lewat"
    nodes[1] = step("a", "4 HK", tenggat="15 HK sejak diterima")
    assert row(peta(nodes, words, batas="15 HK sejak diterima"))["penilaian"] == "cukup"


def test_a_map_that_is_not_sound_says_so_in_its_row() -> None:
    nodes = [start(), ask("tanya"), step("a", "1 HK"), step("b", "1 HK"), gate("temu"), end()]
    note = row(peta(nodes, "mulai>tanya tanya>a tanya>b a>temu b>temu temu>sah"))["catatan"]
    assert str(note).startswith("rangkaian tidak utuh: Pekerjaan dapat berhenti")


def test_rows_stand_in_the_order_of_processes_and_the_last_row_sums_up() -> None:
    proses = [Proses.model_validate({"id": one, "nama": one.title(), "kode": one}) for one in ("z", "a")]
    shared = step("a", "1 HK", hasil=["surat"])
    maps = [peta([start(), shared, end()], "mulai>a a>sah", id=one, proses=one) for one in ("a", "hilang", "z")]
    found = table(*maps, proses=tuple(proses))
    assert [str(found.cell(one, "nama")) for one in found.rows] == ["Z", "A", "hilang"]
    assert found.total is not None
    total = _cells(found, found.total)
    assert (total["nama"], total["langkah"], total["dokumen"], total["usulan"]) == ("3 lintas fungsi", 3, 1, 0)


def test_a_body_without_maps_has_an_empty_table() -> None:
    found = table()
    assert (found.rows, found.total) == ((), None)


def test_cells_as_officials_read_them() -> None:
    assert cell_text(None, ColumnKind.HK) == "–"
    assert cell_text(Fraction(25, 2), ColumnKind.HK) == "12,5"
    assert cell_text(Fraction(10), ColumnKind.HK) == "10"
    assert cell_text(Fraction(2000), ColumnKind.HK) == "2.000"
    assert cell_text(Fraction(1, 3), ColumnKind.SHARE) == "33 %"
    assert cell_text(1234, ColumnKind.NUMBER) == "1.234"
    assert cell_text("teks", ColumnKind.TEXT) == "teks"
    with pytest.raises(KeyError):
        Table("t", (Column("a", "A"),), (Row("x", ("1",)),)).cell(Row("x", ("1",)), "b")


@given(whole(only="lintas_fungsi"))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_any_body_has_a_table(model: PetaProsesBisnis) -> None:
    found = SUMMARY.analyse(model, None)
    assert {one.alamat for one in found.rows} == {f"lintas-fungsi/{one.id}" for one in model.lintas_fungsi}
    for one in found.rows:
        assert len(found.texts(one)) == len(found.columns)
    assert found == SUMMARY.analyse(model, None)


def test_every_map_of_the_example_is_sound_and_has_a_time_for_every_step() -> None:
    names = [path for path in sorted(EXAMPLE.rglob("*.yaml")) if not path.name.startswith((".", "_"))]
    model = yaml.read({path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in names}).nilai
    assert model is not None
    assert len(model.lintas_fungsi) >= 20
    for made in model.lintas_fungsi:
        assert soundness(made).problems == (), made.id
    found = SUMMARY.analyse(model, None)
    for one in found.rows:
        once, returned = found.cell(one, "terlama"), found.cell(one, "terlama_kembali")
        assert isinstance(once, Fraction), one.alamat
        assert isinstance(returned, Fraction), one.alamat
        assert 0 < once <= returned
        assert "tanpa waktu" not in str(found.cell(one, "catatan")), one.alamat
        assert "tidak utuh" not in str(found.cell(one, "catatan")), one.alamat
