"""The proposals of every decree we have, judged one by one: what they find likely is right, and there are few."""

from pathlib import Path

import pytest

from probis.model import Usul
from probis.reading.draft import draft
from reading.scoring import FIXTURES
from reading.taken import taken

DECREE = Path(__file__).resolve().parents[2] / ".." / "shared" / "reference" / "keputusan-253-2020.txt"
FILES = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".txt", ".md"))
MOST = 5
"""Proposals that a decree of some pages may put to a person, with no contradiction of weight in it."""

# Of each file: kind of the proposal, a word of its question, and a word of the choice that a careful person takes.
JUDGED: dict[str, list[tuple[str, str, str]]] = {
    "keputusan-bupati-dinas": [("nama-ganda", "DPUPR.01.03", "Preservasi"), ("nomor-kosong", "DPUPR.07.02", "")],
    "keputusan-direktur-rumah-sakit": [("huruf-besar", "13 nama", "awal kata")],
    "keputusan-kepala-badan-perubahan": [("kode-beda-ejaan", "P-3.1", "P.3.1")],
    "peraturan-kepala-desa": [
        ("kode-beda-ejaan", "KM-Ol", "KM-01"),
        ("kode-beda-ejaan", "KM-O3", "KM-03"),
        ("kode-beda-ejaan", "KM-O5", "KM-05"),
        ("kode-beda-ejaan", "KM-04.l", "KM-04.1"),
    ],
    "peraturan-menteri": [("nama-ganda", "KT-05", "Internal")],
    "pindaian-dinas": [
        ("huruf-besar", "9 nama", "awal kata"),
        ("kode-beda-ejaan", "DPK-O3", "DPK-03"),
        ("kode-beda-ejaan", "DPK.02.2", "DPK-02.2"),
        ("kode-beda-ejaan", "DPK-03.l", "DPK-03.1"),
        ("nama-ganda", "DPK-02.1", "ARSIP"),
    ],
    "keputusan-253-2020": [
        ("tujuan-beda-bunyi", "layanan pendidikan serta kesehatan", "Ya"),
        ("tujuan-hanya-di-tabel", "kesempatan kerja", ""),
        ("sasaran-beda-bunyi", "iklim investasi", "Ya"),
        ("sasaran-beda-bunyi", "rumah layak huni", "Ya"),
        ("sasaran-beda-bunyi", "layanan pendidikan", "Ya"),
        ("sasaran-beda-bunyi", "layanan kesehatan", "Ya"),
        ("sasaran-beda-bunyi", "tatakelola", "Ya"),
        ("dilayani", "reformasi birokrasi", "Ya"),
        ("padanan-proses", "Penyusunan Analisis Jabatan", "BO-02 ANALISIS"),
        ("padanan-proses", "“penataan kelembagaan”", "BO-01 PENATAAN"),
        ("padanan-proses", "Kelembagaan Perangkat Daerah", "BO-01 PENATAAN"),
        ("padanan-proses", "Pelaksanaan Reformasi Birokrasi", "BO-07 REFORMASI"),
        ("huruf-besar", "26 nama", "awal kata"),
        ("kode-beda-ejaan", "BO.04", "BO-04"),
        ("kode-beda-ejaan", "BO.06", "BO-06"),
        ("kelompok", "7 proses", "utama"),
        ("nomor-kosong", "BO-06.1", ""),
    ],
}


def proposals(path: Path) -> tuple[Usul, ...]:
    whole = taken(path)
    return draft(whole.naskah, None, 2026, whole.document).usul


@pytest.mark.parametrize("path", [*FILES, DECREE], ids=lambda path: path.stem)
def test_each_proposal_is_one_that_a_person_would_judge_right(path: Path) -> None:
    if not path.is_file():
        pytest.skip("the decree is not beside the project")
    judged = list(JUDGED.get(path.stem, ()))
    assert path == DECREE or len(judged) <= MOST
    for usul in proposals(path):
        held = next((each for each in judged if each[0] == usul.jenis and each[1] in usul.pertanyaan), None)
        assert held is not None, f"nobody asked for {usul.jenis}: {usul.pertanyaan}"
        judged.remove(held)
        assert usul.terbaik is not None and held[2] in usul.terbaik.bunyi, (usul.pertanyaan, usul.pilihan)
    assert not judged, "not proposed any more"
