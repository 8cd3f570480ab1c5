"""Steps of SOPs, from tables with marks, from tables with names, and from lists, with their identity and returns."""

import pytest

from probis.model import Kutipan
from probis.reading.parts._sop_words import decides, jumps
from reading.decrees import text

MARKED = """STANDAR OPERASIONAL PROSEDUR

PEMERINTAH KOTA ARUNIKA\tNOMOR SOP\t:\t065/12/SOP/2023
\tTANGGAL PEMBUATAN\t:\t3 Januari 2023
\tTANGGAL REVISI\t:\t-
\tTANGGAL EFEKTIF\t:\t1 Februari 2023
\tDISAHKAN OLEH\t:\tKepala Dinas Perizinan
\tNAMA SOP\t:\tPelayanan Izin Reklame
Dasar Hukum\tKualifikasi Pelaksana
1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\t1. Memahami aturan perizinan
2. Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011\t2. Mampu mengoperasikan komputer
Keterkaitan\tPeralatan/Perlengkapan
SOP Surat Masuk\tKomputer

No\tKegiatan\tPelaksana\t\t\tMutu Baku\t\t\tKet
\t\tPemohon\tPetugas Loket\tKepala Bidang\tKelengkapan\tWaktu\tOutput\t
1\tMengajukan permohonan\t○\t\t\tBerkas permohonan\t10 menit\tBerkas\t
2\tMemeriksa kelengkapan berkas. Jika tidak lengkap kembali ke langkah 1\t\t◇\t\tBerkas\t15 menit\tBerkas lengkap\t
\tdan mencatatnya\t\t\t\t\t\t\t
3\tMenandatangani izin\t\tv\tv\tDraf izin\t1 hari\tIzin\tSOP lain
"""

NAMED = """## SOP Penerimaan Surat

| No | Uraian Kegiatan | Pelaksana | Waktu | Output | Keterangan |
|----|-----------------|-----------|-------|--------|-----|
| 1. | Menerima surat | Staf TU | 5 menit | Surat | |
| 2. | Memeriksa surat (lengkap? tidak → 1) | Kasubag; Staf | 5 menit | Surat | Ya → 3 |
| 3. | Mengarsipkan surat | Arsiparis | 1 jam | Arsip | |
"""

LISTED = """## SOP Penerbitan Surat Keterangan

Nomor SOP : 01/SOP/2022
Tanggal Pembuatan : 5 Mei 2022
Dasar Hukum :
1. Peraturan Bupati Sumber Jaya Nomor 12 Tahun 2021 tentang Peta Proses Bisnis;
2. UU 25/2009;

Prosedur:
1. Pemohon menyerahkan berkas kepada petugas loket.
2. Petugas Loket memeriksa berkas selama 10 menit; apabila tidak lengkap, berkas dikembalikan kepada pemohon.
3. Kepala Seksi Pelayanan meneliti berkas. Bila belum sesuai kembali ke langkah 2, jika sesuai lanjut ke langkah 4.
4. Camat menandatangani surat (1 hari kerja).
"""


def said(content: str, name: str = "naskah.txt") -> tuple[Kutipan, ...]:
    return text(content, name).naskah.kutipan


def of(quotations: tuple[Kutipan, ...], sebagai: str) -> list[Kutipan]:
    return [each for each in quotations if each.sebagai == sebagai]


def under(quotations: tuple[Kutipan, ...], sebagai: str) -> list[tuple[str, str]]:
    """Return (number of the step, text) of what hangs under steps."""
    steps = {each.id: each.nomor for each in of(quotations, "langkah")}
    return [(steps[each.induk], each.teks) for each in of(quotations, sebagai)]


def test_a_table_with_marks_under_heads_of_two_rows() -> None:
    made = said(MARKED)
    assert [each.teks for each in of(made, "sop")] == ["Pelayanan Izin Reklame"]
    (sop,) = of(made, "sop")
    assert [(each.nomor, each.teks, each.catatan, each.induk) for each in of(made, "langkah")] == [
        ("1", "Mengajukan permohonan", "", sop.id),
        (
            "2",
            "Memeriksa kelengkapan berkas. Jika tidak lengkap kembali ke langkah 1 dan mencatatnya",
            "keputusan",
            sop.id,
        ),
        ("3", "Menandatangani izin", "", sop.id),
    ]
    assert under(made, "pelaksana") == [
        ("1", "Pemohon"),
        ("2", "Petugas Loket"),
        ("3", "Petugas Loket"),
        ("3", "Kepala Bidang"),
    ]
    assert [each.nomor for each in of(made, "pelaksana")] == ["○", "◇", "v", "v"]
    assert under(made, "kelengkapan") == [("1", "Berkas permohonan"), ("2", "Berkas"), ("3", "Draf izin")]
    assert under(made, "waktu") == [("1", "10 menit"), ("2", "15 menit"), ("3", "1 hari")]
    assert under(made, "keluaran") == [("1", "Berkas"), ("2", "Berkas lengkap"), ("3", "Izin")]
    assert under(made, "keterangan") == [("3", "SOP lain")]
    assert [(each.nomor, each.catatan) for each in of(made, "kembali")] == [("1", "tidak lengkap")]


def test_the_identity_of_a_sop() -> None:
    made = said(MARKED)
    assert [(each.nomor, each.teks) for each in of(made, "identitas sop")] == [
        ("nomor sop", "065/12/SOP/2023"),
        ("tanggal pembuatan", "3 Januari 2023"),
        ("tanggal revisi", "-"),
        ("tanggal efektif", "1 Februari 2023"),
        ("disahkan oleh", "Kepala Dinas Perizinan"),
        ("nama sop", "Pelayanan Izin Reklame"),
        ("dasar hukum", "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"),
        ("kualifikasi pelaksana", "Memahami aturan perizinan"),
        ("dasar hukum", "Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011"),
        ("kualifikasi pelaksana", "Mampu mengoperasikan komputer"),
        ("keterkaitan", "SOP Surat Masuk"),
        ("peralatan", "Komputer"),
    ]
    assert [each.tentang for each in of(made, "peraturan")] == [
        "peraturan/uu-25-2009",
        "peraturan/permendagri-52-2011",
    ]


def test_a_table_with_names() -> None:
    made = said(NAMED, "naskah.md")
    assert [each.teks for each in of(made, "sop")] == ["Penerimaan Surat"]
    assert [each.nomor for each in of(made, "langkah")] == ["1", "2", "3"]
    assert under(made, "pelaksana") == [("1", "Staf TU"), ("2", "Kasubag"), ("2", "Staf"), ("3", "Arsiparis")]
    assert [(each.nomor, each.catatan) for each in of(made, "kembali")] == [("1", "tidak")]
    assert [(each.nomor, each.catatan) for each in of(made, "lanjut")] == [("3", "Ya")]


def test_a_list_of_steps() -> None:
    made = said(LISTED, "naskah.md")
    assert [each.nomor for each in of(made, "langkah")] == ["1", "2", "3", "4"]
    assert under(made, "pelaksana") == [
        ("1", "Pemohon"),
        ("2", "Petugas Loket"),
        ("3", "Kepala Seksi Pelayanan"),
        ("4", "Camat"),
    ]
    assert under(made, "waktu") == [("2", "10 menit"), ("4", "1 hari kerja")]
    assert [(each.nomor, each.tentang, each.catatan) for each in of(made, "kembali")] == [
        ("1", "pemohon", "tidak lengkap"),
        ("2", "", "belum sesuai"),
    ]
    assert [(each.nomor, each.catatan) for each in of(made, "lanjut")] == [("4", "sesuai")]
    assert [each.teks for each in of(made, "identitas sop") if each.nomor == "dasar hukum"][1:] == ["UU 25/2009"]


def test_a_table_that_goes_on_over_pages() -> None:
    more = "No\tKegiatan\tPelaksana\t\t\tMutu Baku\t\t\tKet\n4\tMenyerahkan izin\t\tv\t\t\t5 menit\t\t\n"
    made = said(MARKED + "\n- 2 -\n\n" + more)
    assert [each.nomor for each in of(made, "langkah")] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("sentence", "where", "when"),
    [
        ("Jika berkas tidak lengkap, dikembalikan ke langkah 2", "2", "berkas tidak lengkap"),
        ("Apabila ditolak maka kembali ke nomor 3", "3", "ditolak"),
        ("Kembali ke kegiatan 4 jika belum disetujui", "4", "belum disetujui"),
        ("Tidak: kembali ke 5", "5", ""),
        ("tidak sesuai → langkah 1", "1", "tidak sesuai"),
        ("Jika ditolak, proses berulang dari kegiatan 4", "4", "ditolak"),
        ("Bila salah, revisi ke langkah 3", "3", "salah"),
        ("T → 2", "2", "T"),
        ("Tidak: ke 2", "2", "Tidak"),
        ("Ditolak → langkah no. 3", "3", "Ditolak"),
        ("Bila gagal, ulang dari 3", "3", "gagal"),
        ("Jika tidak sesuai, kembali ke langkah sebelumnya", "8", "tidak sesuai"),
        ("Bila kurang, kembali ke tahap pertama", "1", "kurang"),
        ("bila tidak ada, ke langkah 2", "2", "tidak ada"),
        ("proses diulang dari tahap ke-2 bila hasil belum memadai", "2", "hasil belum memadai"),
    ],
)
def test_returns_in_words(sentence: str, where: str, when: str) -> None:
    (jump,) = jumps(sentence, "9")
    assert (jump.number, jump.when, jump.back) == (where, when, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kembali bekerja",
        "kembali ke loket 2",
        "Lihat SOP nomor 3",
        "Mengembalikan buku",
        "Melanjutkan rapat pada tahun 2020",
    ],
)
def test_what_returns_nowhere(sentence: str) -> None:
    assert not [jump for jump in jumps(sentence, "9") if jump.number]


def test_what_decides() -> None:
    assert decides("Apakah berkas lengkap?")
    assert decides("Memeriksa; jika tidak sesuai, dikembalikan")
    assert not decides("Menyerahkan berkas kepada pemohon")
