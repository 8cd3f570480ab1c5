"""Processes wherever they are printed: grammars of codes, lists, tables, prose, owners, groups, relations."""

import pytest

from probis.model import Naskah
from probis.reading.formats import read
from probis.reading.quotations import quoted

KINDS = ("proses", "sub proses", "lintas fungsi")


def read_text(text: str) -> Naskah:
    return quoted(read("naskah.txt", text.encode())).naskah


def tree(text: str) -> list[tuple[str, str, str]]:
    """Code, name and the code above of each process, once a code, in order."""
    naskah = read_text(text)
    by_id = {each.id: each for each in naskah.kutipan}
    made: dict[str, tuple[str, str, str]] = {}
    for each in naskah.kutipan:
        if each.sebagai in KINDS:
            above = by_id.get(each.induk)
            code = above.nomor if above is not None and above.sebagai in KINDS else ""
            made.setdefault(each.nomor or each.teks, (each.nomor, each.teks, code))
    return list(made.values())


GRAMMARS = {
    "letters after a slash": [
        ("PRK/A", "Pemberdayaan Nelayan", ""),
        ("PRK/A-1", "Pendataan Nelayan", "PRK/A"),
        ("PRK/A-2", "Penerbitan Kartu", "PRK/A"),
        ("PRK/B", "Budi Daya", ""),
        ("PRK/B-1", "Penyediaan Benih", "PRK/B"),
    ],
    "roman, letter, number": [
        ("I", "PENYEDIAAN BENIH", ""),
        ("I.A", "Perencanaan Kebutuhan", "I"),
        ("I.A.1", "Penghitungan Kebutuhan", "I.A"),
        ("I.B", "Produksi Benih", "I"),
        ("II", "PENGAWASAN PEREDARAN", ""),
        ("II.A", "Sertifikasi Benih", "II"),
        ("II.A.1", "Pemeriksaan Lapangan", "II.A"),
    ],
    "a letter after the number": [
        ("KIS.02", "Layanan Digital", ""),
        ("KIS.02.01", "Pengembangan Aplikasi", "KIS.02"),
        ("KIS.02A", "Pengamanan Informasi", ""),
        ("KIS.02A.01", "Penilaian Kerentanan", "KIS.02A"),
    ],
    "a letter for a level": [
        ("DKC.A", "Pendaftaran Penduduk", ""),
        ("DKC.A1", "Penerbitan Kartu Keluarga", "DKC.A"),
        ("DKC.A2", "Penerbitan Surat Pindah", "DKC.A"),
        ("DKC.B", "Pencatatan Sipil", ""),
        ("DKC.B1", "Pencatatan Kelahiran", "DKC.B"),
    ],
    "figures read as letters": [
        ("PU.O1", "Penetapan Standar", ""),
        ("PU.01.01", "Pengusulan Standar", "PU.O1"),
        ("PU.02", "Pengawasan Pangan", ""),
        ("PU.02.l", "Pengambilan Contoh", "PU.02"),
    ],
}


@pytest.mark.parametrize("name", GRAMMARS)
def test_codes_of_many_grammars_stand_under_the_codes_that_they_extend(name: str) -> None:
    lines = [f"{code} {words}" for code, words, _ in GRAMMARS[name]]
    assert tree("LAMPIRAN\n\nC. PETA PROSES\n\n" + "\n".join(lines) + "\n") == GRAMMARS[name]
