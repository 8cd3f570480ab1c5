"""The kinds of map that a decree announces, and the words it defines, in lists and sentences of unlike bodies."""

import pytest

from reading.decrees import text

HEAD = "KEPUTUSAN DIREKTUR RSUD MELATI\nNOMOR 5 TAHUN 2022\nTENTANG\nPETA PROSES BISNIS RSUD MELATI\n\n"
HEAD += "Menimbang : a. bahwa peta perlu ditetapkan;\n\nMEMUTUSKAN:\n\nKESATU : Menetapkan Peta Proses Bisnis.\n\n"


def of(content: str, kind: str) -> list[str]:
    said = [each for each in text(HEAD + content).naskah.kutipan if each.sebagai == kind]
    return [each.catatan if kind == "definisi" else each.teks for each in said]


@pytest.mark.parametrize(
    ("announced", "kinds"),
    [
        (
            "KEDUA : Tingkat peta sebagaimana dimaksud dalam KESATU yaitu:\n a. peta proses tingkat rumah sakit, "
            "ditulis dengan angka romawi;\n b. peta subproses, ditulis dengan huruf; dan\n c. peta kegiatan.\n",
            ["peta proses tingkat rumah sakit", "peta subproses", "peta kegiatan"],
        ),
        (
            "KEDUA : Peta Proses Bisnis meliputi peta proses, peta SIPOC, dan peta risiko.\n",
            ["peta proses", "peta SIPOC", "peta risiko"],
        ),
        (
            "KEDUA : Peta Proses Bisnis terdiri atas:\n 1. peta proses tingkat 0;\n 2. peta relasi.\n"
            "KETIGA : Peta Relasi disusun oleh Bagian Umum.\n",
            ["peta proses tingkat 0", "peta relasi"],
        ),
        (
            "KEDUA : Peta Proses Bisnis dimaksud dalam KESATU diwujudkan ke dalam:\n a. peta proses induk;\n"
            " b. peta relasi; dan\n c. peta lintas fungsi.\nKETIGA : Peta disimpan oleh:\n a. Bagian Umum; dan\n"
            " b. Bagian Rekam Medis.\n",
            ["peta proses induk", "peta relasi", "peta lintas fungsi"],
        ),
    ],
)
def test_the_kinds_are_those_of_the_list(announced: str, kinds: list[str]) -> None:
    assert of(announced, "jenis peta") == kinds


ARTICLES = """PERATURAN BUPATI MELATI
NOMOR 6 TAHUN 2023
TENTANG
PETA PROSES BISNIS DINAS PASAR

Menimbang : a. bahwa peta perlu ditetapkan;

MEMUTUSKAN:

Menetapkan : PERATURAN BUPATI TENTANG PETA PROSES BISNIS DINAS PASAR.

BAB I
KETENTUAN UMUM
Pasal 1
Dalam Peraturan Bupati ini yang dimaksud dengan:
1. Los Pasar adalah bagian dari bangunan pasar yang dipakai bersama.
2. Peta Proses Bisnis Dinas, yang selanjutnya disebut Peta, adalah gambar hubungan kerja.
3. Proses utama adalah proses yang hasilnya diterima pedagang.
4. Tata Cara Kerja Pasar, selanjutnya disingkat TCKP, adalah urutan langkah tertulis.

BAB II
PROSES
Pasal 2
Proses utama yang pertama adalah Penataan Los (kode PS.1).
Satu-satunya proses pendukung adalah Ketatausahaan (kode PS.2).
"""


def test_what_names_a_process_defines_no_word() -> None:
    said = text(ARTICLES).naskah.kutipan
    assert [each.catatan for each in said if each.sebagai == "definisi"] == [
        "Los Pasar",
        "Peta Proses Bisnis Dinas",
        "Proses utama",
        "Tata Cara Kerja Pasar",
    ]


CAPTIONS = """## B. PETA PROSES

PS.01 Pengelolaan Pasar

![](a.png)

Gambar 1. Peta Proses Dinas Pasar

## C. PETA RELASI

Bagan 1.2: Peta relasi antarbidang

![](b.png)

Tabel 3. Daftar pedagang menurut los

Gambar 2 menunjukkan hubungan itu.
"""


def test_a_picture_is_named_after_its_caption_above_or_below_it() -> None:
    said = text(CAPTIONS, "naskah.md").naskah.kutipan
    assert [each.catatan for each in said if each.sebagai == "gambar"] == [
        "Peta Proses Dinas Pasar",
        "Peta relasi antarbidang",
    ]
    captions = [each.nomor for each in said if each.catatan == "keterangan gambar atau tabel"]
    assert captions == ["Gambar 1", "Bagan 1.2", "Tabel 3"]


def test_who_owns_a_process_is_no_meaning_of_a_word() -> None:
    content = (
        "PERATURAN BUPATI PANJANG\nNOMOR 5 TAHUN 2022\nTENTANG\nPETA PROSES BISNIS\n\nBUPATI PANJANG,\n\n"
        "Menimbang : bahwa peta perlu ditetapkan;\n\nMengingat : 1. Undang-Undang Nomor 6 Tahun 2014 tentang Desa;\n\n"
        "MEMUTUSKAN:\n\nMenetapkan : PERATURAN BUPATI TENTANG PETA PROSES BISNIS.\n\nPasal 1\n\n"
        "1. Pemilik Proses adalah perangkat daerah yang bertanggung jawab atas keluaran.\n\nPasal 2\n\n"
        "(1) Dinas Pasar adalah pemilik proses PJ.U1.\n(2) Dinas Taman adalah penanggung jawab atas proses PJ.U2.\n"
        "(3) Proses lainnya adalah penataan jalan (kode PJ.U3).\n\n"
        "LAMPIRAN\nPERATURAN BUPATI PANJANG\nNOMOR 5 TAHUN 2022\n\nPETA PROSES BISNIS\n\n"
        "PJ.U1 Penataan Pasar\nPJ.U2 Penataan Taman\nPJ.U3 Penataan Jalan\n"
    )
    said = text(content).naskah.kutipan
    assert [each.catatan for each in said if each.sebagai == "definisi"] == ["Pemilik Proses"]
