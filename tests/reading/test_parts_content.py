"""What a body is to reach, its mandate and its structure are read from unlike texts: lists, tables, articles."""

import time

from probis.reading.blocks import blocks
from probis.reading.document import Line
from probis.reading.parts import tugas_fungsi
from probis.reading.sections import sections
from reading.decrees import text


def of(content: str, *kinds: str) -> list[tuple[str, str, str]]:
    """Return (number, words, words of what it stands under) of each quotation of these kinds."""
    said = text(content).naskah.kutipan
    named = {each.id: each.teks for each in said}
    return [(each.nomor, each.teks, named.get(each.induk, "")) for each in said if each.sebagai in kinds]


def test_a_list_of_goals_after_each_mission_hangs_under_it() -> None:
    content = """I. VISI DAN MISI
Visi
"Lembah Hijau Sehat"
Misi
1. Meningkatkan derajat kesehatan
   Tujuan:
   a. Menurunkan angka kematian ibu
      Sasaran:
      1) Turunnya kematian ibu
      2) Turunnya kematian bayi
   b. Menurunkan prevalensi stunting
2. Meningkatkan mutu layanan
   Tujuan:
   a. Terwujudnya layanan prima
"""
    assert of(content, "visi") == [("", "Lembah Hijau Sehat", "")]
    assert of(content, "misi") == [
        ("1", "Meningkatkan derajat kesehatan", ""),
        ("2", "Meningkatkan mutu layanan", ""),
    ]
    assert of(content, "tujuan") == [
        ("a", "Menurunkan angka kematian ibu", "Meningkatkan derajat kesehatan"),
        ("b", "Menurunkan prevalensi stunting", "Meningkatkan derajat kesehatan"),
        ("a", "Terwujudnya layanan prima", "Meningkatkan mutu layanan"),
    ]
    assert {above for _, _, above in of(content, "sasaran")} == {"Menurunkan angka kematian ibu"}


def test_numbers_of_several_parts_say_what_an_item_stands_under() -> None:
    content = """BAB II
VISI, MISI, TUJUAN DAN SASARAN STRATEGIS RENSTRA KEMENTERIAN ANGIN 2020-2024

Misi 1: Memberdayakan arsip
Tujuan 1.1: Terwujudnya tata kelola arsip
Sasaran 1.1.1: Meningkatnya kualitas arsip
Indikator: Indeks kualitas arsip
Misi 2: Melestarikan arsip
Tujuan 2.1: Terwujudnya pelestarian arsip
"""
    assert of(content, "tujuan", "sasaran", "indikator") == [
        ("1.1", "Terwujudnya tata kelola arsip", "Memberdayakan arsip"),
        ("1.1.1", "Meningkatnya kualitas arsip", "Terwujudnya tata kelola arsip"),
        ("", "Indeks kualitas arsip", "Meningkatnya kualitas arsip"),
        ("2.1", "Terwujudnya pelestarian arsip", "Melestarikan arsip"),
    ]
    assert of(content, "periode") == [("", "2020-2024", "")]
    assert of(content, "dokumen") == [("", "RENSTRA KEMENTERIAN ANGIN 2020-2024", "")]


def test_lists_that_follow_each_other_hang_under_nothing() -> None:
    content = """A. VISI DAN MISI

Visi : Maju
Misi :
1. Satu kata
2. Dua kata

Tujuan :
1. Tiga kata
"""
    assert of(content, "tujuan") == [("1", "Tiga kata", "")]


def test_a_table_of_the_cascade_keeps_its_empty_cells_and_its_numbers() -> None:
    rows = (
        "NO\tMISI\tTUJUAN\tSASARAN",
        "1.\tMenata desa\t1. Desa tertib\t1. Naiknya tertib desa 2. Turunnya sengketa",
        "\t\t2. Desa makmur\t1. Naiknya pendapatan",
        "\t\t3. Naiknya gizi\t",
        "2.\tMenata kota\t1. Kota bersih\t1. Turunnya sampah",
    )
    content = "II. KETERKAITAN VISI, MISI, TUJUAN DAN SASARAN\n\n" + "\n".join(rows) + "\n"
    assert of(content, "misi") == [("1", "Menata desa", ""), ("2", "Menata kota", "")]
    assert of(content, "tujuan") == [
        ("1", "Desa tertib", "Menata desa"),
        ("2", "Desa makmur", "Menata desa"),
        ("3", "Naiknya gizi", "Menata desa"),
        ("1", "Kota bersih", "Menata kota"),
    ]
    assert of(content, "sasaran") == [
        ("1", "Naiknya tertib desa", "Desa tertib"),
        ("2", "Turunnya sengketa", "Desa tertib"),
        ("1", "Naiknya pendapatan", "Desa makmur"),
        ("1", "Turunnya sampah", "Kota bersih"),
    ]


def test_columns_in_another_order_and_indicators() -> None:
    rows = (
        "SASARAN\tINDIKATOR SASARAN\tTUJUAN\tSTRATEGI",
        "Naiknya mutu\tIndeks mutu\tTerwujudnya mutu\tMemperbaiki alat",
    )
    content = "KETERKAITAN TUJUAN DAN SASARAN\n\n" + "\n".join(rows) + "\n"
    assert of(content, "sasaran", "indikator", "strategi") == [
        ("", "Naiknya mutu", "Terwujudnya mutu"),
        ("", "Memperbaiki alat", "Naiknya mutu"),
        ("", "Indeks mutu", "Naiknya mutu"),
    ]


ARTICLES = """MEMUTUSKAN:

Menetapkan : PERATURAN WALI KOTA TENTANG SUSUNAN ORGANISASI.

BAB I
SUSUNAN ORGANISASI

Pasal 1

(1) Susunan organisasi Dinas terdiri atas:
a. Kepala Dinas;
b. Sekretariat;
c. Bidang Lalu Lintas; dan
d. Kelompok Jabatan Fungsional.
(2) Sekretariat sebagaimana dimaksud pada ayat (1) huruf b terdiri atas:
a. Subbagian Umum dan Kepegawaian; dan
b. Subbagian Keuangan.
(3) Bidang Lalu Lintas sebagaimana dimaksud pada ayat (1) huruf c membawahi Seksi Rekayasa dan Seksi Keselamatan.

BAB II
TUGAS DAN FUNGSI

Pasal 2

(1) Dinas mempunyai tugas membantu Wali Kota melaksanakan urusan perhubungan.
(2) Dalam melaksanakan tugas sebagaimana dimaksud pada ayat (1), Dinas menyelenggarakan fungsi:
a. perumusan kebijakan di bidang perhubungan;
b. pelaksanaan kebijakan di bidang perhubungan; dan
c. pelaksanaan fungsi lain yang diberikan oleh Wali Kota.

Pasal 3

Sekretariat mempunyai tugas memberikan pelayanan administrasi kepada semua unit.
"""


def test_structure_and_mandate_in_articles() -> None:
    assert of(ARTICLES, "unit", "jabatan struktur") == [
        ("a", "Kepala Dinas", ""),
        ("b", "Sekretariat", ""),
        ("c", "Bidang Lalu Lintas", ""),
        ("d", "Kelompok Jabatan Fungsional", ""),
        ("a", "Subbagian Umum dan Kepegawaian", "Sekretariat"),
        ("b", "Subbagian Keuangan", "Sekretariat"),
        ("", "Seksi Rekayasa", "Bidang Lalu Lintas"),
        ("", "Seksi Keselamatan", "Bidang Lalu Lintas"),
    ]
    task = "membantu Wali Kota melaksanakan urusan perhubungan"
    assert of(ARTICLES, "fungsi") == [
        ("a", "perumusan kebijakan di bidang perhubungan", task),
        ("b", "pelaksanaan kebijakan di bidang perhubungan", task),
        ("c", "pelaksanaan fungsi lain yang diberikan oleh Wali Kota", task),
    ]
    said = text(ARTICLES).naskah.kutipan
    assert [(each.catatan, each.teks) for each in said if each.sebagai == "tugas"] == [
        ("Dinas", task),
        ("Sekretariat", "memberikan pelayanan administrasi kepada semua unit"),
    ]


def test_structure_by_indentation_and_by_labels() -> None:
    indented = """II. STRUKTUR ORGANISASI
Kepala Dinas
   Sekretariat, terdiri atas:
      Subbagian Perencanaan
      Subbagian Umum
   Bidang Kesehatan Masyarakat
      Seksi Gizi
"""
    assert [(name, above) for _, name, above in of(indented, "unit")] == [
        ("Sekretariat", "Kepala Dinas"),
        ("Subbagian Perencanaan", "Sekretariat"),
        ("Subbagian Umum", "Sekretariat"),
        ("Bidang Kesehatan Masyarakat", "Kepala Dinas"),
        ("Seksi Gizi", "Bidang Kesehatan Masyarakat"),
    ]
    labelled = """B. SUSUNAN ORGANISASI

1. Sekretaris Utama
2. Deputi Bidang Kajian
   a. Direktorat Perikanan
      1) Subdirektorat Budidaya
   b. Direktorat Energi
3. Inspektorat
"""
    assert of(labelled, "unit") == [
        ("2", "Deputi Bidang Kajian", ""),
        ("a", "Direktorat Perikanan", "Deputi Bidang Kajian"),
        ("1", "Subdirektorat Budidaya", "Direktorat Perikanan"),
        ("b", "Direktorat Energi", "Deputi Bidang Kajian"),
        ("3", "Inspektorat", ""),
    ]


def test_the_body_is_formed_by_a_regulation() -> None:
    content = """IV. TUGAS DAN FUNGSI

Badan Riset dibentuk berdasarkan Peraturan Daerah Provinsi Selat Nomor 4 Tahun 2020 tentang Perangkat Daerah,\
 mempunyai tugas membantu Gubernur di bidang riset. Dalam melaksanakan tugas tersebut, Badan Riset\
 menyelenggarakan fungsi: \
a. perumusan kebijakan; b. pelaksanaan riset.
"""
    law = "Peraturan Daerah Provinsi Selat Nomor 4 Tahun 2020 tentang Perangkat Daerah"
    assert of(content, "dasar") == [("", law, "")]
    assert [(number, name) for number, name, _ in of(content, "fungsi")] == [
        ("a", "perumusan kebijakan"),
        ("b", "pelaksanaan riset"),
    ]


def test_areas_of_change_and_numbers_with_words() -> None:
    content = """III. TELAAHAN PERAN DINAS

Dinas mendukung Misi ke-3, yaitu “Mewujudkan pemerintahan yang melayani”. Terdapat 3 (tiga) area perubahan, yaitu : \
(1) Tata laksana, (2) Pelayanan dan (3) Pengawasan.
"""
    assert of(content, "misi") == [("3", "Mewujudkan pemerintahan yang melayani", "")]
    assert of(content, "area") == [("1", "Tata laksana", ""), ("2", "Pelayanan", ""), ("3", "Pengawasan", "")]
    assert of(content, "bilangan") == [("3", "3 (tiga) area perubahan", "")]


def test_tasks_are_sought_in_work_that_grows_with_the_words() -> None:
    words = "Dinas Kesehatan melaksanakan pembinaan dan pengawasan " * 90  # one line of a list without a full stop
    lines = (
        "LAMPIRAN",
        "B. TUGAS DAN FUNGSI",
        "Dinas mempunyai tugas membina.",
        *(f"{n}. {words}" for n in range(1, 300)),
    )
    made = sections(blocks(tuple(Line(number, line) for number, line in enumerate(lines, 1))))
    started = time.process_time()
    assert list(tugas_fungsi.read(made))
    assert time.process_time() - started < 6, "a million and a half letters"
