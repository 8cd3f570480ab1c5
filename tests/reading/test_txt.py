"""Plain text read: rows where a table was drawn or surely set in columns, text everywhere else."""

import time

import pytest

from probis.reading.document import Kind
from probis.reading.formats import read


def rows(text: str) -> list[tuple[int, list[str]]]:
    lines = read("a.txt", text.encode()).lines
    return [(line.number, [cell.text for cell in line.cells]) for line in lines if line.kind is Kind.ROW]


@pytest.mark.parametrize(
    "text",
    [
        "+----+------+------+\n| No | Kode | Nama |\n+----+------+------+\n| 1  | P.1  | Satu |\n+----+------+------+",
        "┌────┬──────┬──────┐\n│ No │ Kode │ Nama │\n├────┼──────┼──────┤\n│ 1  │ P.1  │ Satu │\n└────┴──────┴──────┘",
    ],
)
def test_a_drawn_table_is_rows(text: str) -> None:
    assert rows(f"Daftar:\n{text}\nAkhir") == [(3, ["No", "Kode", "Nama"]), (5, ["1", "P.1", "Satu"])]


def test_columns_that_stand_below_each_other_are_rows() -> None:
    text = "No  Kode  Nama proses\n1   P.01  Penataan kelembagaan\n2   P.02  Analisis jabatan\n\nTeks  biasa  saja\n"
    assert rows(text) == [
        (1, ["No", "Kode", "Nama proses"]),
        (2, ["1", "P.01", "Penataan kelembagaan"]),
        (3, ["2", "P.02", "Analisis jabatan"]),
    ]


def test_heads_beside_their_text_and_two_lines_alike_are_no_table() -> None:
    assert not rows("Menimbang  :  a. bahwa\nMengingat  :  1. UU 12\nMenetapk.  :  KESATU x\n")
    assert not rows("a  b  c\nd  e  f\n\na  b\nc  d\ne  f\n")


def test_tabs_are_rows_of_one_table_until_a_line_without() -> None:
    document = read("a.txt", b"No\tNama\n1\tSatu\nteks\n2\tDua")
    assert [line.table for line in document.lines] == [1, 1, None, 2]


@pytest.mark.parametrize("line", ["a  b  c", "|" + "-" * 20 + "|", "| a | b |", "+---+", " " * 500])
def test_many_such_lines_end_soon(line: str) -> None:
    start = time.process_time()
    read("a.txt", (f"{line}\n" * 60_000).encode())
    assert time.process_time() - start < 6


COPIED = """Menimbang\t:\ta.\tbahwa dalam rangka mewujudkan organisasi yang ringkas dan lincah perlu
disusun peta;
\t\tb.\tbahwa peta telah dibahas;
KEDUA\t:\tPeta terdiri dari:
\t\t1.\tPeta Proses;
\t\t2.\tPeta Relasi.
\t\t\t\tDitetapkan di\t: Labuan

Tembusan:
1.\tBupati Teluk;
2.\tArsip.

A.\tDAFTAR PROSES

Kode\tNama Proses\tPemilik
LB/A\tPenataan Tambatan Perahu dan Gudang
Jaring\tBidang Tangkap
LB/B\tPengelolaan Pasar Ikan Segar\tUnit Pelaksana Teknis Daerah Pasar Ikan
Kuala Besar
\tLB/B-1\tPenimbangan
LB/C\tPembinaan\tSekretariat

Penutup dari daftar ini berbunyi demikian.
"""


def test_tabs_after_labels_are_paragraphs_and_a_row_goes_on_where_its_cells_are_wanting() -> None:
    lines = read("a.txt", COPIED.encode()).lines
    told = [[cell.text for cell in line.cells] for line in lines if line.cells]
    assert told == [
        ["Kode", "Nama Proses", "Pemilik"],
        ["LB/A", "Penataan Tambatan Perahu dan Gudang Jaring", "Bidang Tangkap"],
        ["LB/B", "Pengelolaan Pasar Ikan Segar", "Unit Pelaksana Teknis Daerah Pasar Ikan Kuala Besar"],
        ["", "LB/B-1", "Penimbangan"],
        ["LB/C", "Pembinaan", "Sekretariat"],
    ]
    words = [line.text for line in lines if line.text and not line.cells]
    assert words[0].startswith("Menimbang : a. bahwa dalam") and words[2] == "b. bahwa peta telah dibahas;"
    assert words[3:9] == [
        "KEDUA : Peta terdiri dari:", "1. Peta Proses;", "2. Peta Relasi.", "Ditetapkan di : Labuan", "Tembusan:",
        "1. Bupati Teluk;",
    ]  # fmt: skip
    assert words[-1] == "Penutup dari daftar ini berbunyi demikian."
    assert len(lines) == COPIED.count("\n") + 1


WRAPPED = """Tabel 2. Sasaran dan program

No   Sasaran                  Indikator                Program

1    Terjaganya mutu air      Persentase sumur         Program Air
     tanah di pesisir         yang layak               Bersih

                              Jumlah sumur yang        Program
                              ditutup                  Perlindungan

2    Terbukanya data          Nilai indeks             Program Data

BAB III
"""

CLOSE = """KODE   NAMA PROSES              PENANGGUNG JAWAB
AIR-1  Penyediaan Air           Bidang Sumber
       Permukaan                Daya Air
AIR-2  Pengelolaan Irigasi         Bidang Irigasi dan
                                   Rawa

               - 4 -
  Keputusan tentang Peta     hal. 4

AIR-3  Pembinaan Petani         Bidang Bina
                                Manfaat

               - 5 -
  Keputusan tentang Peta     hal. 5

               - 6 -
  Keputusan tentang Peta     hal. 6
"""

HEADS = """NO  KEGIATAN            PELAKSANA            WAKTU
                        Staf      Kasubag
1   Menerima surat      x                    5 menit
2   Memeriksa surat               x          1 jam
    dan lampirannya
3   Mengirim surat      x                    1 jam
"""

RULED = """KODE   NAMA PROSES              UNIT
-----------------------------------------
A. PROSES INTI
PX.01  Pengelolaan Dermaga      Bidang
       Rakyat                   Dermaga
PX.02  Pembinaan Awak           Bidang Awak
B. PROSES PENUNJANG
PX.03  Keuangan                 Subbagian
"""

CENTRED = """  NO      URAIAN KEGIATAN              PELAKSANA                 MUTU BAKU           KET
                                  Staf   Kasubbag  Kadis    Syarat    Waktu   Hasil
  1   Menerima surat            √                           Surat     5'      Surat
  2   Membagi                                       √       Surat     1 jam   Lembar
      surat
  3   Mengolah                              √               Lembar    1 hari  Laporan  kembali
                                                                                       ke 2
"""

UNNUMBERED = """Proses                     Penanggung Jawab
Penyediaan Benih           Bidang Tanaman
Unggul                     Pangan
Pelepasan Varietas         Sekretariat
Penyaluran Pupuk           Bidang Sarana
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            WRAPPED,
            [
                ["No", "Sasaran", "Indikator", "Program"],
                ["1", "Terjaganya mutu air tanah di pesisir", "Persentase sumur yang layak", "Program Air Bersih"],
                ["", "", "Jumlah sumur yang ditutup", "Program Perlindungan"],
                ["2", "Terbukanya data", "Nilai indeks", "Program Data"],
            ],
        ),
        (
            CLOSE,
            [
                ["KODE", "NAMA PROSES", "PENANGGUNG JAWAB"],
                ["AIR-1", "Penyediaan Air Permukaan", "Bidang Sumber Daya Air"],
                ["AIR-2", "Pengelolaan Irigasi", "Bidang Irigasi dan Rawa"],
                ["AIR-3", "Pembinaan Petani", "Bidang Bina Manfaat"],
            ],
        ),
        (
            HEADS,
            [
                ["NO", "KEGIATAN", "PELAKSANA", "", "WAKTU"],
                ["", "", "Staf", "Kasubag", ""],
                ["1", "Menerima surat", "x", "", "5 menit"],
                ["2", "Memeriksa surat dan lampirannya", "", "x", "1 jam"],
                ["3", "Mengirim surat", "x", "", "1 jam"],
            ],
        ),
        (
            RULED,
            [
                ["KODE", "NAMA PROSES", "UNIT"],
                ["A. PROSES INTI"],
                ["PX.01", "Pengelolaan Dermaga Rakyat", "Bidang Dermaga"],
                ["PX.02", "Pembinaan Awak", "Bidang Awak"],
                ["B. PROSES PENUNJANG"],
                ["PX.03", "Keuangan", "Subbagian"],
            ],
        ),
        (
            CENTRED,
            [
                ["NO", "URAIAN KEGIATAN", "", "PELAKSANA", "", "MUTU BAKU", "", "", "KET"],
                ["", "", "Staf", "Kasubbag", "Kadis", "Syarat", "Waktu", "Hasil", ""],
                ["1", "Menerima surat", "√", "", "", "Surat", "5'", "Surat", ""],
                ["2", "Membagi surat", "", "", "√", "Surat", "1 jam", "Lembar", ""],
                ["3", "Mengolah", "", "√", "", "Lembar", "1 hari", "Laporan", "kembali ke 2"],
            ],
        ),
        (
            UNNUMBERED,
            [
                ["Proses", "Penanggung Jawab"],
                ["Penyediaan Benih Unggul", "Bidang Tanaman Pangan"],
                ["Pelepasan Varietas", "Sekretariat"],
                ["Penyaluran Pupuk", "Bidang Sarana"],
            ],
        ),
    ],
)
def test_cells_go_on_below_in_their_column_also_where_it_slips_or_a_page_ends(
    text: str, expected: list[list[str]]
) -> None:
    assert [cells for _, cells in rows(text)] == expected
    lines = read("a.txt", text.encode()).lines
    assert len(lines) == text.count("\n") + 1
    assert len({line.table for line in lines if line.cells}) == 1


FRAMED = """
+-----------------+-------------+----------------------+
| PEMERINTAH KOTA | NOMOR SOP   | 065/1/2023           |
| DINAS SOSIAL    +-------------+----------------------+
|                 | NAMA SOP    | Santunan             |
+-----------------+-------------+----------------------+
| KETERKAITAN                   | PERALATAN            |
| SOP Surat Masuk               | 1. Komputer          |
|                               | 2. Pencetak          |
+-------------------------------+----------------------+
"""


def test_heads_a_blank_apart_are_columns_where_marks_stand_under_them() -> None:
    content = (
        "No. Uraian Kegiatan       Pemohon Petugas Kasubbag Kelengkapan   Waktu\n"
        "1   Menyerahkan berkas    V                        Berkas        30 menit\n"
        "    pencalonan                                     pencalonan\n"
        "2   Memeriksa berkas              V                Daftar        1 hari\n"
        "3   Meneliti ijazah                       V        Berkas        3 hari\n"
    )
    assert rows(content) == [
        (1, ["No.", "Uraian Kegiatan", "Pemohon", "Petugas", "Kasubbag", "Kelengkapan", "Waktu"]),
        (2, ["1", "Menyerahkan berkas pencalonan", "V", "", "", "Berkas pencalonan", "30 menit"]),
        (4, ["2", "Memeriksa berkas", "", "V", "", "Daftar", "1 hari"]),
        (5, ["3", "Meneliti ijazah", "", "", "V", "Berkas", "3 hari"]),
    ]


def test_cells_of_a_drawn_table_span_rows_and_columns() -> None:
    lines = [line for line in read("a.txt", FRAMED.encode()).lines if line.cells]
    told = [[(cell.text, cell.column, cell.columns, cell.rows) for cell in line.cells] for line in lines]
    assert told == [
        [("PEMERINTAH KOTA DINAS SOSIAL", 0, 1, 2), ("NOMOR SOP", 1, 1, 1), ("065/1/2023", 2, 1, 1)],
        [("NAMA SOP", 1, 1, 1), ("Santunan", 2, 1, 1)],
        [("KETERKAITAN\nSOP Surat Masuk", 0, 2, 1), ("PERALATAN\n1. Komputer\n2. Pencetak", 2, 1, 1)],
    ]


@pytest.mark.parametrize(("opening", "closing"), [("", ""), ("“", "”"), ('"', '"')])
def test_bars_between_cells_are_rows_also_without_a_ruler_or_in_a_quotation(opening: str, closing: str) -> None:
    text = f"{opening}| No | Langkah | Ket |\n| 1 | Satu | |\n| 2 | Dua | kembali |{closing}\n\nAkhir"
    assert [cells for _, cells in rows(text)] == [["No", "Langkah", "Ket"], ["1", "Satu", ""], ["2", "Dua", "kembali"]]


@pytest.mark.parametrize(
    "text",
    [
        "a.  bahwa  dalam   rangka\n    tertib   administrasi  perlu\n    disusun   peta   proses\n    bisnis  yang;\n",
        "Mengetahui,          Kepala Dinas,          Sekretaris,\n\nttd                  ttd                    ttd\n"
        "Ali                  Budi                   Citra\n",
        "1   Nama proses\n    1.1   Sub satu\n          1.1.1   Kegiatan\n    1.2   Sub dua\n2   Nama lain\n",
    ],
)
def test_justified_words_signatures_and_lists_of_levels_are_no_table(text: str) -> None:
    assert not rows(text)


BESIDE = """KEDUA  : Keputusan ini berlaku sejak tanggal ditetapkan.

Salinan sesuai dengan aslinya           Ditetapkan di Teluk
KEPALA BAGIAN HUKUM,                    pada tanggal 4 Mei 2022

        ttd                             BUPATI TELUK DALAM,

SITI AMINAH, S.H.                               ttd
NIP. 19700101 199503 2 001              AHMAD RAHMAN

Tembusan:
1. Gubernur;
"""


def test_a_signature_beside_that_of_the_decree_is_read_after_it() -> None:
    said = [line.text for line in read("a.txt", BESIDE.encode()).lines if line.text]
    assert said[1:6] == ["Ditetapkan di Teluk", "pada tanggal 4 Mei 2022", "BUPATI TELUK DALAM,", "ttd", "AHMAD RAHMAN"]
    assert said[6:8] == ["Salinan sesuai dengan aslinya", "KEPALA BAGIAN HUKUM,"]
    assert said[-2:] == ["Tembusan:", "1. Gubernur;"]


def test_a_signature_alone_at_the_right_stays() -> None:
    text = BESIDE.replace("Salinan sesuai dengan aslinya", " " * 29).replace("KEPALA BAGIAN HUKUM,", " " * 20)
    assert "Ditetapkan di Teluk" in [line.text for line in read("a.txt", text.encode()).lines]
