"""Headings of any words, sentences that lead in to lists, tables of contents, amendments: each block has its part."""

import random

import pytest

from probis.reading.sections import Bagian
from reading.annexes import Annex, Truth
from reading.decrees import text

HEAD = "LAMPIRAN\nKEPUTUSAN KEPALA {0}\nNOMOR 7 TAHUN 2024\nTENTANG PETA PROSES BISNIS {0}\n\n"


def annexed(body: str, content: str) -> str:
    return HEAD.format(body.upper()) + content


def parts(content: str) -> dict[str, Bagian]:
    """The part of each line by its words."""
    return {
        block.printed: section.bagian
        for section in text(content).sections
        for block in section.blocks
        if section.bagian is not Bagian.KEPALA_LAMPIRAN
    }


def said(content: str, kind: str) -> list[str]:
    return [each.teks for each in text(content).naskah.kutipan if each.sebagai == kind]


FUNCTIONS = ["a. perumusan kebijakan pasar;", "b. pembinaan pedagang; dan", "c. pengelolaan retribusi."]
UNITS = ["1. Sekretariat", "2. Bidang Pasar", "3. Bidang Perdagangan Dalam Negeri"]
AIMS = ["1) Menjaga harga bahan pokok", "2) Memajukan pedagang kecil"]


@pytest.mark.parametrize(
    ("heading", "next_heading"),
    [
        ("A. PENGANTAR", "B. CATATAN AKHIR"),
        ("BAB I\nGAMBARAN", "BAB II\nCATATAN AKHIR"),
        ("BAGIAN 1\nSELAYANG PANDANG", "BAGIAN 2\nCATATAN AKHIR"),
        ("BAGIAN SATU\nSELAYANG PANDANG", "BAGIAN DUA\nCATATAN AKHIR"),
        ("I. SEKILAS DINAS", "II. CATATAN AKHIR"),
    ],
)
@pytest.mark.parametrize(
    ("lead", "items", "part", "kind", "told"),
    [
        ("Dinas Pasar menyelenggarakan fungsi:", FUNCTIONS, Bagian.TUGAS_FUNGSI, "fungsi", 3),
        ("Dalam menjalankan tugas itu, Dinas mempunyai fungsi:", FUNCTIONS, Bagian.TUGAS_FUNGSI, "fungsi", 3),
        ("Organisasi Dinas Pasar:", UNITS, Bagian.STRUKTUR, "unit", 3),
        ("Perangkat Dinas yang menjalankan proses tersusun sebagai berikut:", UNITS, Bagian.STRUKTUR, "unit", 3),
        ("Pembangunan daerah dijalankan melalui dua misi:", AIMS, Bagian.ARAH, "", 0),
    ],
)
def test_a_sentence_turns_to_the_part_of_its_list_under_a_heading_of_other_words(
    heading: str, next_heading: str, lead: str, items: list[str], part: Bagian, kind: str, told: int
) -> None:
    content = annexed(
        "Dinas Pasar", f"{heading}\n\nDinas Pasar berdiri sejak tahun 2009.\n\n{lead}\n" + "\n".join(items)
    )
    content += f"\n\n{next_heading}\n\nPeta ini ditinjau setiap tahun.\n"
    read = parts(content)
    assert [read[each] for each in items] == [part] * len(items)
    assert read["Peta ini ditinjau setiap tahun."] is Bagian.LAIN
    assert not kind or len(said(content, kind)) == told


def test_after_the_list_of_a_sentence_the_heading_holds_again() -> None:
    content = annexed(
        "Badan Arsip",
        "A. PETA PROSES\nBadan Arsip menyelenggarakan fungsi:\na. pembinaan arsip; dan\nb. penyelamatan arsip.\n\n"
        "Kedua fungsi itu dijabarkan menjadi proses.\n",
    )
    read = parts(content)
    assert read["b. penyelamatan arsip."] is Bagian.TUGAS_FUNGSI
    assert read["Kedua fungsi itu dijabarkan menjadi proses."] is Bagian.PETA_PROSES


def test_a_unit_that_tells_its_task_stays_in_the_structure() -> None:
    content = annexed(
        "Dinas Sosial",
        "BAB I\nORGANISASI\n\nSusunan organisasi Dinas adalah sebagai berikut.\n\n1.1 Sekretariat\n\n"
        "Sekretariat mempunyai tugas melaksanakan pelayanan administrasi.\n\n1.1.1 Subbagian Umum\n\n"
        "1.2 Bidang Rehabilitasi Sosial\n\nBidang mempunyai tugas melaksanakan rehabilitasi sosial.\n",
    )
    assert said(content, "unit") == ["Sekretariat", "Subbagian Umum", "Bidang Rehabilitasi Sosial"]
    assert said(content, "proses") == said(content, "sub proses") == []


@pytest.mark.parametrize("contents", ["DAFTAR ISI", "SISTEMATIKA"])
def test_a_table_of_contents_is_not_the_text(contents: str) -> None:
    content = annexed(
        "Balai Benih",
        f"{contents}\nA. Arah Strategis\nB. Tugas dan Organisasi\nC. Rincian Peta\n\n"
        "A. ARAH STRATEGIS\nVisi: Benih Unggul\n\nB. TUGAS DAN ORGANISASI\n"
        "Balai mempunyai fungsi:\n1. penyediaan benih; dan\n2. pengujian benih.\n\nC. RINCIAN PETA\n"
        "BB.01 Penyediaan Benih\nBB.02 Pengujian Benih\n",
    )
    assert [parts(content)[each] for each in ("A. Arah Strategis", "C. Rincian Peta")] == [Bagian.LAIN] * 2
    assert (said(content, "visi"), len(said(content, "fungsi"))) == (["Benih Unggul"], 2)
    assert said(content, "proses") == ["Penyediaan Benih", "Pengujian Benih"]


AMENDS = """KEPUTUSAN BUPATI LEMBAH HIJAU
NOMOR 12 TAHUN 2024
TENTANG
PERUBAHAN ATAS KEPUTUSAN BUPATI NOMOR 3 TAHUN 2022

BUPATI LEMBAH HIJAU,

Menimbang : bahwa peta proses bisnis perlu diubah;

MEMUTUSKAN:

KESATU : Beberapa ketentuan dalam Keputusan Bupati Nomor 3 Tahun 2022 diubah sebagai berikut:

1. Ketentuan Diktum KEDUA diubah sehingga berbunyi sebagai berikut:

{open}KEDUA : Peta Proses Bisnis terdiri atas:
a. peta proses; dan
b. peta relasi.{close}

2. Ketentuan Lampiran huruf B mengenai susunan organisasi diubah sehingga berbunyi sebagai berikut:

{open}B. SUSUNAN ORGANISASI
1. Sekretariat
   a. Subbagian Umum
2. Bidang Irigasi
3. Bidang Jalan{close}

3. Ketentuan Lampiran huruf C angka 2 diubah sehingga berbunyi sebagai berikut:

{open}2. LH.02 Pengelolaan Irigasi
   a. LH.02.01 Pemeliharaan Saluran
   b. LH.02.02 Pembagian Air{close}

KEDUA : Keputusan ini mulai berlaku pada tanggal ditetapkan.

Ditetapkan di Hijau
pada tanggal 5 Mei 2024
BUPATI LEMBAH HIJAU,
RATNA SUWITA
"""


@pytest.mark.parametrize(("open_", "close"), [("“", "”"), ('"', '"'), ("“", "”."), ("", "")])
def test_what_an_amendment_sets_is_of_the_part_it_changes_and_no_dictum(open_: str, close: str) -> None:
    content = AMENDS.format(open=open_, close=close)
    assert len(said(content, "diktum")) == 2
    assert said(content, "jenis peta") == ["peta proses", "peta relasi"]
    units = {each.teks: each.induk for each in text(content).naskah.kutipan if each.sebagai == "unit"}
    assert list(units) == ["Sekretariat", "Subbagian Umum", "Bidang Irigasi", "Bidang Jalan"]
    assert [bool(above) for above in units.values()] == [False, True, False, False]
    assert said(content, "proses") == ["Pengelolaan Irigasi"]
    assert said(content, "sub proses") == ["Pemeliharaan Saluran", "Pembagian Air"]
    items = [each for each in text(content).naskah.kutipan if each.sebagai == "butir"]
    assert [each.nomor for each in items] == ["1", "2", "3"]
    assert len({each.induk for each in items}) == 1


TABLES = """| {heads} |
|{rule}|
{rows}
"""


@pytest.mark.parametrize(
    ("heads", "rows", "kind", "told"),
    [
        ("Kode|Proses|Penanggung Jawab", ["DP-01|Penataan Pasar|Bidang Pasar", "DP-02|Tera Ulang|UPTD"], "proses", 2),
        ("Kode|Nama Subproses|Keluaran", ["DP-01.1|Sewa Kios|Izin", "DP-01.2|Tera Timbangan|Cap"], "sub proses", 2),
        ("Unit Kerja|Berada di Bawah", ["Sekretariat|Kepala Dinas", "Subbagian Umum|Sekretariat"], "unit", 2),
        ("No|Kegiatan|Pelaksana|Waktu", ["1|Menerima berkas|Petugas|5 menit", "2|Meneliti|Seksi|1 jam"], "langkah", 2),
        ("Pemberi|Penerima|Yang Diberikan", ["Sekretariat|Bupati|laporan", "Nelayan|UPTD|ikan"], "aliran", 2),
        ("Tujuan|Sasaran|Indikator", ["Tertata|Naiknya omzet|Omzet", "|Naiknya tera|Angka tera"], "indikator", 2),
    ],
)
@pytest.mark.parametrize("heading", ["## TUGAS DAN FUNGSI", "## VISI DAN MISI", "## SUSUNAN ORGANISASI", "## LAMPAU"])
def test_a_table_is_read_by_its_head_under_any_heading(
    heading: str, heads: str, rows: list[str], kind: str, told: int
) -> None:
    table = TABLES.format(
        heads=heads, rule="|".join("---" for _ in heads.split("|")), rows="\n".join(f"| {row} |" for row in rows)
    )
    earlier = "| Misi | Tujuan | Sasaran |\n|---|---|---|\n| Maju | Ramai | Naiknya pedagang |\n\n"
    for before in ("", earlier):
        read = text(f"# LAMPIRAN KEPUTUSAN KEPALA DINAS PASAR\n\n{heading}\n\n{before}{table}", "a.md")
        assert [each.sebagai for each in read.naskah.kutipan].count(kind) == told


ARTICLES = """PERATURAN BUPATI TANAH SUBUR
NOMOR 9 TAHUN 2024
TENTANG
PETA PROSES BISNIS BADAN PENDAPATAN DAERAH

BUPATI TANAH SUBUR,

Menimbang : bahwa perlu peta proses bisnis;

MEMUTUSKAN:

Menetapkan : PERATURAN BUPATI TENTANG PETA PROSES BISNIS BADAN PENDAPATAN DAERAH.

BAB I
KETENTUAN UMUM

Pasal 1

Dalam Peraturan Bupati ini yang dimaksud dengan:
1. Badan adalah Badan Pendapatan Daerah.
2. Visi adalah keadaan yang diinginkan.

BAB II
ARAH

Pasal 2

(1) Visi Daerah adalah "Tanah Subur Sejahtera".
(2) Misi Daerah terdiri atas:
    a. memajukan pertanian; dan
    b. menata keuangan daerah.
(3) Sasaran Badan meliputi:
    1. menurunnya piutang pajak; dan
    2. naiknya kepatuhan.

Pasal 3

Unit yang menjalankan proses:
a. Sekretariat; dan
b. Bidang Penagihan.

Ditetapkan di Subur
pada tanggal 4 Maret 2024
BUPATI TANAH SUBUR,
HENDRA WIJAYA
"""


def test_articles_tell_directions_and_units_besides_being_articles() -> None:
    assert said(ARTICLES, "visi") == ["Tanah Subur Sejahtera"]
    assert said(ARTICLES, "misi") == ["memajukan pertanian", "menata keuangan daerah"]
    assert said(ARTICLES, "sasaran") == ["menurunnya piutang pajak", "naiknya kepatuhan"]
    assert said(ARTICLES, "unit") == ["Sekretariat", "Bidang Penagihan"]
    assert (len(said(ARTICLES, "pasal")), len(said(ARTICLES, "ayat")), len(said(ARTICLES, "butir"))) == (3, 3, 8)
    assert len(said(ARTICLES, "definisi")) == 2


def test_dicta_tell_units_besides_being_dicta() -> None:
    content = AMENDS.partition("KESATU")[0] + (
        "KESATU : Menetapkan Peta Proses Bisnis Dinas.\nKEDUA : Unit yang menjalankan proses adalah:\n"
        "  1. Sekretariat;\n  2. Bidang Irigasi; dan\n  3. Bidang Jalan.\n"
        "KETIGA : Kepala bidang wajib:\n  1. melaksanakan proses; dan\n  2. melaporkan hasilnya.\n"
        "\nDitetapkan di Hijau\npada tanggal 5 Mei 2024\nBUPATI LEMBAH HIJAU,\nRATNA SUWITA\n"
    )
    assert said(content, "unit") == ["Sekretariat", "Bidang Irigasi", "Bidang Jalan"]
    assert (len(said(content, "diktum")), len(said(content, "butir"))) == (3, 5)


@pytest.mark.parametrize(
    "signature",
    [
        "KEPALA DINAS PASAR\nKABUPATEN LEMBAH HIJAU,\n\nRATNA SUWITA",
        "KEPALA DINAS PASAR KABUPATEN LEMBAH HIJAU,\nttd\nRATNA SUWITA",
        "KEPALA DINAS PASAR\nKABUPATEN LEMBAH HIJAU\nPROVINSI TIMUR,\nttd\nRATNA SUWITA\nNIP 19700101 199003 2 001",
    ],
)
def test_an_annex_ends_with_its_signature(signature: str) -> None:
    content = annexed("Dinas Pasar", f"A. PETA PROSES\nDP.01 Penataan Pasar\nDP.02 Tera Ulang\n\n{signature}\n")
    read = text(content)
    assert read.sections[-1].bagian is Bagian.PENUTUP
    assert [each.teks for each in read.naskah.kutipan if each.sebagai == "penanda tangan"] == ["RATNA SUWITA"]
    assert said(content, "proses") == ["Penataan Pasar", "Tera Ulang"]


def test_what_follows_the_receivers_is_not_one_of_them() -> None:
    content = AMENDS.partition("KESATU")[0] + (
        "KESATU : Menetapkan Peta Proses Bisnis.\n\nDitetapkan di Hijau\npada tanggal 5 Mei 2024\n"
        "BUPATI LEMBAH HIJAU,\nRATNA SUWITA\n\nTembusan:\n1. Gubernur;\n2. Inspektur; dan\n3. Arsip.\n\n"
        "CATATAN PENYUSUN\n\nPerbandingan:\n1. Sebelum: belum ada\n2. Sesudah: ada\n"
    )
    assert said(content, "tembusan") == ["Gubernur", "Inspektur", "Arsip"]


@pytest.mark.parametrize("seed", range(40))
def test_an_annex_is_read_whatever_its_headings_labels_and_order(seed: int) -> None:
    annex = Annex(random.Random(seed))
    read = text(annex.text(), "a.md" if seed % 2 else "a.txt").naskah.kutipan
    by_id = {each.id: each for each in read}
    found: Truth = {kind: set() for kind in annex.truth}
    for each in read:
        if each.sebagai in found:
            above = by_id[each.induk].teks if each.sebagai == "unit" and each.induk in by_id else ""
            coded = each.sebagai in ("proses", "sub proses")
            pair = (each.nomor if coded else "", each.teks) if each.sebagai != "unit" else (each.teks, above)
            found[each.sebagai].add(pair)
    assert found == annex.truth


def test_a_table_may_have_the_level_beside_its_words() -> None:
    content = (
        "# LAMPIRAN KEPUTUSAN KEPALA DINAS PASAR\n\n## I. Gambaran\n\n| Unsur | Uraian |\n|---|---|\n"
        "| Visi Kota | Kota Niaga |\n| Misi yang didukung | terdiri atas:<br>1. Menata pasar<br>2. Memajukan usaha |\n"
        "| Tujuan | Pasar yang tertib |\n\n## II. Jenjang\n\n| Eselon III | Eselon IV |\n|---|---|\n"
        "| Sekretariat | Subbagian Umum |\n|  | Subbagian Keuangan |\n| Bidang Pasar | Seksi Kios |\n"
    )
    told: dict[str, list[str]] = {}
    for each in text(content, "a.md").naskah.kutipan:
        told.setdefault(each.sebagai, []).append(each.teks)
    assert told["visi"] == ["Kota Niaga"]
    assert told["misi"] == ["Menata pasar", "Memajukan usaha"]
    assert told["tujuan"] == ["Pasar yang tertib"]
    assert told["unit"] == ["Sekretariat", "Subbagian Umum", "Subbagian Keuangan", "Bidang Pasar", "Seksi Kios"]


@pytest.mark.parametrize("heading", ["C. URUTAN KERJA PEMBAGIAN KIOS", "C. TATA CARA PEMBAGIAN KIOS", "C. KHUSUS"])
def test_steps_in_sentences_are_read_where_words_say_that_they_follow_each_other(heading: str) -> None:
    lead = "" if heading != "C. KHUSUS" else "Kegiatan berlangsung dalam urutan berikut.\n"
    content = annexed(
        "Dinas Pasar",
        f"{heading}\n\n{lead}1. Pedagang mengajukan permohonan.\n2. Petugas loket memeriksa berkas.\n"
        "3. Kepala Bidang Pasar menyetujui pembagian.\n",
    )
    assert len(said(content, "langkah")) == 3


def test_a_sentence_between_processes_takes_none_of_them() -> None:
    content = annexed(
        "Dinas Pasar",
        "A. PETA PROSES\nDP.01 Penataan Pasar\nProses ini dijalankan Bidang Pasar yang mempunyai tugas menata pasar.\n"
        "DP.01.1 Pembagian Kios\nDP.02 Tera Ulang\n",
    )
    assert said(content, "proses") == ["Penataan Pasar", "Tera Ulang"]
    assert said(content, "sub proses") == ["Pembagian Kios"]


def test_parts_of_a_markdown_annex_follow_their_headings() -> None:
    content = (
        "# LAMPIRAN KEPUTUSAN REKTOR UNIVERSITAS TELUK BIRU\n\n## 1. Tentang Universitas\n\n### 1.1. Visi\n\n"
        "> Universitas maritim\n\n### 1.2. Misi Universitas\n\n1. mendidik; dan\n2. meneliti.\n\n### 1.3. Struktur\n\n"
        "- Rektorat\n  - Biro Akademik\n- Fakultas Kelautan\n- Lembaga Penelitian\n\n## 2. Proses\n\n"
        "- UTB.1 Pendidikan\n- UTB.2 Penelitian\n\n## 3. Arus\n\n"
        "1. Pendidikan memberikan data lulusan kepada Penelitian.\n2. Biro Umum menyampaikan laporan kepada Rektorat.\n"
    )
    read = text(content, "a.md")
    told: dict[str, list[str]] = {}
    for each in read.naskah.kutipan:
        told.setdefault(each.sebagai, []).append(each.teks)
    assert (told["visi"], told["misi"]) == (["Universitas maritim"], ["mendidik", "meneliti"])
    assert told["unit"] == ["Rektorat", "Biro Akademik", "Fakultas Kelautan", "Lembaga Penelitian"]
    assert told["proses"] == ["Pendidikan", "Penelitian"]
    assert len(told["penjelasan"]) == 2


@pytest.mark.parametrize(
    "lead",
    [
        "Wawancara dilakukan dengan:",
        "Rapat penyusunan dihadiri oleh:",
        "Tim penyusun terdiri atas:",
        "Peta ini dibagikan kepada:",
    ],
)
def test_units_in_passing_are_no_structure(lead: str) -> None:
    content = annexed(
        "Dinas Pasar", f"A. PENDAHULUAN\n\n{lead}\n" + "\n".join(UNITS) + "\n\nB. PETA PROSES\nDP.01 Tera\n"
    )
    assert said(content, "unit") == []


def test_parts_of_an_annex_may_be_counted_in_words() -> None:
    content = (
        "LAMPIRAN\n\nBAGIAN KESATU\nARAH PENGEMBANGAN\n\nTujuan\n\n1) terwujudnya lulusan yang tangguh.\n\n"
        "BAGIAN KEDUA\nSUSUNAN UNIT KERJA\n\nUniversitas ini terdiri atas:\n"
        "a. Biro Akademik;\n   1. Bagian Registrasi;\nb. Biro Umum.\n"
    )
    said = text(content).naskah.kutipan
    assert [each.teks for each in said if each.sebagai == "unit"] == ["Biro Akademik", "Bagian Registrasi", "Biro Umum"]


@pytest.mark.parametrize("close", ["”", ""])
def test_a_dictum_that_an_amendment_sets_may_have_the_number_of_its_own_next_one(close: str) -> None:
    content = (
        "KEPUTUSAN CAMAT HULU\nNOMOR 5 TAHUN 2022\nTENTANG\nPERUBAHAN ATAS KEPUTUSAN CAMAT HULU NOMOR 3 TAHUN 2020\n\n"
        "CAMAT HULU,\n\nMenimbang : bahwa peta perlu diubah;\n\n"
        "Mengingat : 1. Undang-Undang Nomor 6 Tahun 2014 tentang Desa;\n\nMEMUTUSKAN:\n\n"
        "KESATU : Mengubah Lampiran Keputusan Camat Hulu Nomor 3 Tahun 2020.\n"
        "KEDUA : Diktum KETIGA Keputusan Camat Hulu Nomor 3 Tahun 2020 diubah sehingga berbunyi:\n"
        f"“KETIGA : Kepala Seksi menyampaikan laporan setiap semester.{close}\n"
        "KETIGA : Keputusan ini mulai berlaku pada tanggal ditetapkan.\n"
    )
    said = text(content).naskah.kutipan
    assert [each.nomor for each in said if each.sebagai == "diktum"] == ["KESATU", "KEDUA", "KETIGA"]
