"""What the parts of an instrument say, of unlike bodies."""

import pytest

from probis.model import Kutipan
from reading.decrees import NTT, PERBUP, text


def of(quotations: tuple[Kutipan, ...], sebagai: str, bagian: str = "") -> list[Kutipan]:
    return [each for each in quotations if each.sebagai == sebagai and (not bagian or each.bagian == bagian)]


def test_a_regulation_of_a_regent() -> None:
    said = text(PERBUP).naskah.kutipan
    assert [(each.nomor, each.teks) for each in of(said, "nomor", "kepala")] == [
        ("12 TAHUN 2021", "NOMOR 12 TAHUN 2021")
    ]
    assert [each.teks for each in of(said, "tentang")] == ["PETA PROSES BISNIS PEMERINTAH KABUPATEN SUMBER JAYA"] * 3
    assert [each.nomor for each in of(said, "menimbang")] == ["a", "b"]
    assert [(each.tentang, each.catatan) for each in of(said, "peraturan", "mengingat")] == [
        ("peraturan/uud-1945", "dasar hukum"),
        ("peraturan/uu-13-1950", "dasar hukum"),
        ("peraturan/perda-5-2016", "dasar hukum"),
        ("peraturan/perda-3-2020", "perubahan"),
        ("peraturan/perda-5-2016", "dalam judul peraturan lain"),
    ]
    assert [each.teks for each in of(said, "bab")] == ["KETENTUAN UMUM", "PENYUSUNAN", "KETENTUAN PENUTUP"]
    assert [each.nomor for each in of(said, "pasal")] == ["Pasal 1", "Pasal 2", "Pasal 3", "Pasal 4"]
    second = of(said, "pasal")[1]
    assert [(each.nomor, each.induk) for each in of(said, "ayat")] == [("1", second.id), ("2", second.id)]
    assert [(each.nomor, each.induk) for each in of(said, "butir")][3:] == [
        (letter, of(said, "ayat")[1].id) for letter in "abc"
    ]
    assert [each.baris for each in of(said, "mencabut")] == ["64–65"]
    assert [(each.teks, each.catatan) for each in of(said, "tanggal")] == [
        ("3 Maret 2021", ""),
        ("4 Maret 2021", "pengundangan"),
    ]
    assert [each.teks for each in of(said, "penanda tangan")] == ["SUTRISNO HADI", "DWI LESTARI", "SUTRISNO HADI"]
    assert [each.nomor for each in of(said, "judul", "kepala-lampiran")] == ["I", "II"]


def test_the_one_who_certifies_a_copy_is_told_from_the_signatory() -> None:
    certified = "\nSalinan sesuai dengan aslinya\nKEPALA BAGIAN HUKUM,\n\nRINA KARTIKA\nNIP. 19700101 199503 2 001\n"
    said = text(PERBUP.partition("LAMPIRAN I\n")[0] + certified).naskah.kutipan
    assert [(each.teks, each.catatan) for each in of(said, "penanda tangan")] == [
        ("SUTRISNO HADI", ""),
        ("DWI LESTARI", "pengundangan"),
        ("RINA KARTIKA", "salinan"),
    ]


@pytest.mark.skipif(not NTT.is_file(), reason="the shared decree is not here")
def test_the_decree_of_the_governor() -> None:
    said = text(NTT.read_text()).naskah.kutipan
    own = [each for each in said if "#" not in each.bagian]
    assert [(each.baris, each.nomor) for each in of(tuple(own), "nomor")] == [
        ("8", "253 /KEP/HK/2020"),
        ("58", "253 /KEP/HK/2020"),
    ]
    assert [(each.baris, each.tentang) for each in of(said, "peraturan", "mengingat")] == [
        ("23", "peraturan/uu-64-1958"),
        ("24", "peraturan/uu-25-2009"),
        ("25", "peraturan/uu-23-2014"),
        ("25", "peraturan/uu-9-2015"),
        ("25", "peraturan/uu-23-2014"),
        ("27", "peraturan/permenpanrb-19-2018"),
    ]
    assert [each.nomor for each in of(said, "diktum", "diktum")] == ["KESATU", "KEDUA", "KETIGA", "KEEMPAT"]
    assert [each.baris for each in of(said, "butir", "diktum")] == ["36", "37", "38", "39"]
    assert [(each.baris, each.teks, each.catatan) for each in of(said, "tanggal")] == [
        ("43", "14 Agustus 2020", ""),
        ("60", "14 Agustus 2020", ""),
        ("379–381", "pada tanggal 2020", "tanggal kosong"),
    ]
    assert [each.baris for each in of(said, "tembusan")] == ["51", "52", "390", "391"]


@pytest.mark.parametrize(
    "second",
    [
        "KEDUA : Peta sebagaimana dimaksud dalam Diktum\n        KESATU wajib dipakai.",
        "KEDUA : Peta menurut diktum KESATU dan\n        KETIGA wajib dipakai.",
        "KEDUA : Peta wajib dipakai.",
    ],
)
def test_a_dictum_that_is_spoken_of_at_the_start_of_a_line_is_none(second: str) -> None:
    said = text(f"MEMUTUSKAN:\n\nKESATU : Menetapkan peta.\n{second}\nKETIGA : Keputusan ini berlaku.\n").naskah
    assert [each.nomor for each in said.kutipan if each.sebagai == "diktum"] == ["KESATU", "KEDUA", "KETIGA"]
