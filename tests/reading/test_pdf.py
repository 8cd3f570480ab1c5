"""PDF files written by hand: what stands where becomes paragraphs, tables, pictures and noise."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import pdf_bytes as by_hand
from pdf_bytes import document, lattice, show, turned

from probis.reading.blocks import Block, blocks
from probis.reading.document import Document, Kind
from probis.reading.formats import read

WORDS = ["bahwa", "untuk", "menata", "hubungan", "kerja", "yang", "tertib", "dan", "dapat", "dipertanggungjawabkan"]


def read_(data: bytes) -> Document:
    return read("uji.pdf", data)


def texts(data: bytes) -> list[str]:
    return [block.printed for block in blocks(read_(data).lines)]


def test_each_code_with_its_name_begins_a_paragraph_though_no_line_is_full() -> None:
    lines = [
        "BL-II Pengujian Mutu",
        "BL-II.1 Pengambilan Sampel Benih",
        "BL-II.2 Pemeriksaan Laboratorium",
        "BL-II.3 Penerbitan Surat Keterangan Sehat",
        "BL-III Pelayanan Pembudi Daya",
    ]
    assert texts(document([under(72, 700, lines) + under(72, 600, PROSE)])) == [*lines, " ".join(PROSE)]


def rows_of(document: Document) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in document.lines if line.kind is Kind.ROW]


def under(x: float, top: float, lines: list[str], size: float = 11, pitch: float = 14, font: str = "F1") -> bytes:
    return b"".join(show(x, top - pitch * at, text, size, font) for at, text in enumerate(lines))


PROSE = [
    "Organisasi perangkat daerah menata hubungan kerja yang efektif dan efisien agar",
    "layanan kepada masyarakat berjalan menurut aturan yang ditetapkan oleh pejabat yang",
    "berwenang di bidangnya.",
]


def test_labels_in_their_own_column_join_the_text_beside_them() -> None:
    page = show(72, 780, "Menimbang") + show(150, 780, ":") + show(165, 780, "a.")
    page += under(185, 780, ["bahwa untuk melaksanakan ketentuan Pasal 4 Peraturan Bupati", "Nomor 3 Tahun 2020;"])
    page += show(165, 752, "b.") + under(
        185, 752, ["bahwa berdasarkan pertimbangan huruf a, perlu menetapkan", "Keputusan;"]
    )
    page += show(72, 724, "Mengingat") + show(150, 724, ":") + show(165, 724, "1.")
    page += show(185, 724, "Undang-Undang Nomor 23 Tahun 2014;")
    page += show(72, 700, "KESATU") + show(150, 700, ":")
    page += under(165, 700, ["Menetapkan peta proses bisnis Dinas Perhubungan Kabupaten Wana", "Kencana."])
    assert texts(document([page])) == [
        "Menimbang :",
        "a. bahwa untuk melaksanakan ketentuan Pasal 4 Peraturan Bupati Nomor 3 Tahun 2020;",
        "b. bahwa berdasarkan pertimbangan huruf a, perlu menetapkan Keputusan;",
        "Mengingat :",
        "1. Undang-Undang Nomor 23 Tahun 2014;",
        "KESATU Menetapkan peta proses bisnis Dinas Perhubungan Kabupaten Wana Kencana.",
    ]


def test_a_paragraph_that_is_set_in_ends_where_its_last_line_ends() -> None:
    page = show(100, 780, "Pada paragraf pertama ini ditulis kalimat yang panjang sampai ke tepi kanan")
    page += under(72, 766, PROSE) + show(100, 724, "Paragraf kedua mulai menjorok dan berakhir.")
    found = texts(document([page]))
    assert len(found) == 2 and found[0].endswith("bidangnya.") and found[1].startswith("Paragraf kedua")


def test_a_paragraph_goes_on_over_a_page_and_running_heads_and_numbers_are_noise() -> None:
    pages = []
    for number in range(1, 6):
        page = show(230, 815, "Keputusan Bupati Wana Kencana", 9) + show(290, 795, f"- {number} -")
        body = [f"{WORDS[number]} {WORDS[-number]} {text}"[: len(text)] for text in PROSE[:2] * 20]
        pages.append(page + under(72, 770, body, pitch=15) + show(72, 30, "SALINAN", 8))
    made = read_(document(pages))
    assert len(list(blocks(made.lines))) == 1
    assert sorted({(each.what, each.text) for each in made.noise if "berulang" in each.what}) == [
        ("judul yang berulang di tiap halaman", "Keputusan Bupati Wana Kencana"),
        ("judul yang berulang di tiap halaman", "SALINAN"),
    ]
    assert [each.text for each in made.noise if each.what == "nomor halaman"] == [f"- {n} -" for n in range(1, 6)]


def test_words_that_lead_to_the_next_page_are_noise() -> None:
    first = under(72, 770, PROSE[:2] * 20, pitch=15) + show(450, 60, "b. bahwa . . .".replace(" . . .", "..."))
    made = read_(document([first, show(72, 770, "b. bahwa kata ini memulai halaman kedua;")]))
    assert [each.text for each in made.noise if "penunjuk" in each.what] == ["b. bahwa..."]


XS, YS = [72, 110, 200, 420, 520], [700, 660, 620, 580]


def table(texts: list[list[str]], top: float = 700, xs: list[float] | None = None, high: float = 40) -> bytes:
    places = xs or XS
    made = lattice(places, [top - high * at for at in range(len(texts) + 1)])
    for at, row in enumerate(texts):
        for x, text in zip(places, row, strict=False):
            made += under(x + 4, top - high * at - 14, text.split("|"), 10, 12)
    return made


HEAD = ["No", "Kode", "Nama proses", "Unit"]


def test_a_ruled_table_is_read_by_the_cell_and_wrapped_lines_are_put_together() -> None:
    body = [
        ["1.", "PU.01", "Penataan kelembagaan perangkat daerah|dan analisis jabatan", "Bagian A"],
        ["2.", "PU.02", "Reformasi", ""],
    ]
    page = show(72, 740, "Daftar proses sebagai berikut:") + table([HEAD, *body]) + show(72, 540, "Setelah tabel.")
    made = read_(document([page]))
    assert rows_of(made) == [HEAD, [body[0][0], body[0][1], body[0][2].replace("|", " "), "Bagian A"], body[1]]
    assert [line.text for line in made.lines if line.kind is Kind.TEXT] == [
        "Daftar proses sebagai berikut:",
        "Setelah tabel.",
    ]


def test_a_table_goes_on_over_pages_and_its_head_is_read_once() -> None:
    parts = [[[str(3 * page + n), f"P.{3 * page + n}", "Nama", "Unit"] for n in range(3)] for page in range(3)]
    made = read_(document([show(290, 800, f"- {n} -") + table([HEAD, *rows], 760) for n, rows in enumerate(parts, 1)]))
    assert rows_of(made) == [HEAD, *(row for rows in parts for row in rows)]
    assert {line.table for line in made.lines if line.kind is Kind.ROW} == {1}
    assert sum("kepala tabel" in each.what for each in made.noise) == 2
    assert all(cell.header for cell in next(line for line in made.lines if line.cells).cells)


def test_cells_over_rows_and_columns_and_heads_that_read_upwards() -> None:
    page = b"".join(by_hand.line(72, y, 400, y) for y in (700, 600)) + by_hand.line(150, 680, 300, 680)
    page += by_hand.line(72, 560, 400, 560) + by_hand.line(150, 580, 400, 580)
    page += b"".join(by_hand.line(x, 560, x, 700) for x in (72, 150, 300, 400)) + by_hand.line(220, 560, 220, 680)
    page += show(76, 650, "Kegiatan") + show(160, 686, "Pelaksana") + turned(190, 605, "Kepala Biro")
    page += turned(260, 605, "Sekretaris") + show(320, 650, "Waktu")
    page += show(76, 585, "Meminta") + show(160, 585, "x") + show(240, 585, "v") + show(320, 585, "3 HK")
    page += show(160, 565, "y") + show(240, 565, "z") + show(320, 565, "4 HK")
    made = read_(document([page]))
    rows = [[(c.text, c.column, c.columns, c.rows) for c in line.cells] for line in made.lines]
    assert rows == [
        [("Kegiatan", 0, 1, 2), ("Pelaksana", 1, 2, 1), ("Waktu", 3, 1, 2)],
        [("Kepala Biro", 1, 1, 1), ("Sekretaris", 2, 1, 1)],
        [("Meminta", 0, 1, 2), ("x", 1, 1, 1), ("v", 2, 1, 1), ("3 HK", 3, 1, 1)],
        [("y", 1, 1, 1), ("z", 2, 1, 1), ("4 HK", 3, 1, 1)],
    ]


def test_a_table_without_lines_is_one_where_its_columns_are_certain() -> None:
    rows = [
        HEAD,
        ["1", "A.1", "Perencanaan", "Sekretariat"],
        ["2", "A.2", "Penganggaran", "Bidang I"],
        ["3", "A.3", "Pelaporan", "Bidang II"],
    ]
    page = b"".join(
        show(x, 700 - 16 * at, text) for at, row in enumerate(rows) for x, text in zip(XS, row, strict=False)
    )
    assert rows_of(read_(document([under(72, 780, PROSE) + page]))) == rows


def test_the_heading_after_a_table_without_lines_is_none_of_it() -> None:
    page = cells_at(760, [(72, "Sasaran"), (260, "Indikator"), (440, "Target")])
    page += cells_at(744, [(72, "Turunnya kehilangan air"), (260, "Air tak berekening"), (440, "22%")])
    page += cells_at(728, [(72, "Naiknya cakupan layanan"), (260, "Jumlah sambungan"), (440, "6.500")])
    page += cells_at(712, [(72, "Naiknya mutu layanan"), (260, "Indeks kepuasan"), (440, "88")])
    page += cells_at(692, [(72, "2. SUSUNAN ORGANISASI")]) + under(72, 674, PROSE)
    document_ = read_(document([page]))
    assert [row[0] for row in rows_of(document_)][1:] == [
        "Turunnya kehilangan air",
        "Naiknya cakupan layanan",
        "Naiknya mutu layanan",
    ]
    assert "2. SUSUNAN ORGANISASI" in [block.printed for block in blocks(document_.lines)]


def test_clauses_beside_a_column_of_keywords_are_no_table() -> None:
    page = b"".join(
        show(72, 700 - 30 * at, word) + show(150, 700 - 30 * at, ":") + under(165, 700 - 30 * at, PROSE[:1])
        for at, word in enumerate(("KESATU", "KEDUA", "KETIGA", "KEEMPAT"))
    )
    made = read_(document([page]))
    assert not rows_of(made) and len(blocks(made.lines)) == 4


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    left = [f"{' '.join(WORDS[at % 3 : at % 3 + 5])}" for at in range(14)]
    page = show(72, 780, "Penjelasan umum atas keputusan ini ditulis dalam dua kolom yang sejajar di bawah")
    page += under(72, 750, ["kiri " + text for text in left], 8, 12) + under(
        320, 750, ["kanan " + text for text in left], 8, 12
    )
    found = [line.text.split()[0] for line in read_(document([page])).lines]
    assert found == ["Penjelasan", *["kiri"] * 14, *["kanan"] * 14]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_is_turned_reads_as_it_is_seen(rotate: int) -> None:
    page = under(72, 400, PROSE)
    matrix = {90: b"0 1 -1 0 595 0", 180: b"-1 0 0 -1 595 842", 270: b"0 -1 1 0 0 842"}[rotate]
    assert texts(document([b"q " + matrix + b" cm\n" + page + b"Q"], rotate=rotate)) == texts(document([page]))


def test_a_landscape_table_on_an_upright_page_is_turned() -> None:
    page = b"q 0 1 -1 0 595 0 cm\n" + table([HEAD, ["1", "P.1", "Nama", "Unit"]], 500) + under(72, 540, PROSE) + b"Q"
    assert rows_of(read_(document([page]))) == [HEAD, ["1", "P.1", "Nama", "Unit"]]


def test_a_layer_under_a_scan_is_read_and_the_scan_is_no_picture() -> None:
    page = b"q 595 0 0 842 0 0 cm /I Do Q\n"
    page += b"".join(show(72, 780 - 14 * at, text, mode=3) for at, text in enumerate(PROSE))
    scan = {10: by_hand.image(100, 140, bytes(14_000))}
    made = read_(document([page], more=scan, resources=b"/XObject << /I 10 0 R >>"))
    assert [line.text for line in made.lines] == PROSE and not made.pictures


def test_pages_without_a_layer_among_others_are_noise() -> None:
    scan = {10: by_hand.image(100, 140, bytes(14_000))}
    pages = [under(72, 780, PROSE), b"q 595 0 0 842 0 0 cm /I Do Q\n"]
    made = read_(document(pages, more=scan, resources=b"/XObject << /I 10 0 R >>"))
    assert [each.what for each in made.noise if "pindai" in each.what] == [
        "halaman 2 adalah gambar pindai tanpa lapisan teks; jalankan OCR dahulu"
    ]


def test_a_picture_stands_at_its_line_as_png() -> None:
    page = show(72, 780, "Struktur organisasi digambarkan sebagai berikut:") + b"q 300 0 0 200 100 500 cm /I Do Q\n"
    page += show(72, 450, "Tugas dan fungsi masing-masing unit.")
    made = read_(
        document(
            [page], more={10: by_hand.image(60, 40, bytes(range(240)) * 10)}, resources=b"/XObject << /I 10 0 R >>"
        )
    )
    assert [line.kind for line in made.lines] == [Kind.TEXT, Kind.PICTURE, Kind.TEXT]
    (picture,) = made.pictures
    assert picture.line == 2 and picture.media == "image/png" and picture.data[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_drawing_keeps_its_words_out_of_the_text() -> None:
    page = show(72, 800, "Peta lintas fungsi sebagai berikut:")
    for at in range(9):
        x, y = 100 + 140 * (at % 3), 700 - 70 * (at // 3)
        page += b"%d %d 90 40 re S\n" % (x, y) + show(x + 5, y + 15, f"Langkah {at}", 8)
        page += b"%d %d m %d %d l %d %d l f\n" % (x + 130, y + 20, x + 120, y + 25, x + 120, y + 15)
        page += by_hand.line(x + 90, y + 20, x + 120, y + 20)
    made = read_(document([page + show(72, 480, "Setelah gambar.")]))
    assert [line.text for line in made.lines if line.kind is Kind.TEXT] == [
        "Peta lintas fungsi sebagai berikut:",
        "Setelah gambar.",
    ]
    assert [line.kind for line in made.lines].count(Kind.PICTURE) == 1
    assert any("Langkah 4" in each.text for each in made.noise if each.what == "tulisan pada bagan")


def test_letters_printed_twice_are_read_once() -> None:
    page = show(72, 780, "MEMUTUSKAN") + show(72.3, 780, "MEMUTUSKAN") + under(72, 740, PROSE)
    made = read_(document([page]))
    assert made.lines[0].text == "MEMUTUSKAN" and len(made.lines) == 4


def test_order_in_the_file_is_of_no_account_and_spread_letters_are_a_word() -> None:
    page = show(72, 700, "Kedua.") + b"".join(show(250 + 14 * at, 760, sign) for at, sign in enumerate("TENTANG"))
    assert [line.text for line in read_(document([page + show(72, 740, "Pertama tertulis.")])).lines] == [
        "TENTANG",
        "Pertama tertulis.",
        "Kedua.",
    ]


def test_a_watermark_is_noise() -> None:
    page = under(72, 780, PROSE) + b"BT /F2 80 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (RANCANGAN) Tj ET\n"
    made = read_(document([page]))
    assert [each.text for each in made.noise] == ["RANCANGAN"] and len(made.lines) == 3


def blocks_of(data: bytes) -> tuple[Block, ...]:
    return blocks(read_(data).lines)


def test_same_bytes_same_document() -> None:
    data = document([table([HEAD, ["1", "P.1", "Nama", "Unit"]]) + under(72, 500, PROSE)])
    assert read_(data) == read_(data) and blocks_of(data)


def cells_at(top: float, columns: list[tuple[float, str]]) -> bytes:
    return b"".join(show(x, top, text) for x, text in columns if text)


@pytest.mark.parametrize("bar", ["", "|"])
def test_cells_without_lines_go_on_below_and_heads_may_stand_in_the_middle(bar: str) -> None:
    page = cells_at(760, [(72, "No"), (150, "Kegiatan"), (330, "Pelaksana"), (450, "Waktu")])
    page += cells_at(742, [(72, "1"), (100, "Menerima berkas"), (300, "Petugas"), (440, "5 menit")])
    page += cells_at(728, [(100, "permohonan warga"), (300, "Loket")])
    page += cells_at(710, [(72, "2"), (100, "Meneliti isi berkas"), (290, bar), (300, "Kepala Seksi"), (440, "1 jam")])
    page += cells_at(696, [(300, "Pelayanan")])
    page += cells_at(678, [(72, "3"), (100, "Menandatangani"), (300, "Camat"), (440, "1 jam")])
    page += under(72, 640, PROSE)
    assert rows_of(read_(document([page]))) == [
        ["No", "Kegiatan", "Pelaksana", "Waktu"],
        ["1", "Menerima berkas permohonan warga", "Petugas Loket", "5 menit"],
        ["2", "Meneliti isi berkas", "Kepala Seksi Pelayanan", "1 jam"],
        ["3", "Menandatangani", "Camat", "1 jam"],
    ]


def test_codes_begin_rows_in_any_column_and_heads_of_groups_stand_across() -> None:
    page = cells_at(760, [(72, "Kode"), (160, "Nama"), (300, "Kode"), (380, "Kegiatan")])
    page += cells_at(744, [(72, "PROSES KHUSUS UTAMA")])
    page += cells_at(728, [(72, "PU.01"), (160, "Penataan"), (300, "PU.01.01"), (380, "Pendataan")])
    page += cells_at(714, [(300, "PU.01.02"), (380, "Pemetaan")])
    page += cells_at(700, [(72, "PU.02"), (160, "Penilaian"), (300, "PU.02.01"), (380, "Peninjauan")])
    page += cells_at(686, [(300, "PU.02.02"), (380, "Penetapan")])
    assert rows_of(read_(document([page]))) == [
        ["Kode", "Nama", "Kode", "Kegiatan"],
        ["PROSES KHUSUS UTAMA", "", "", ""],
        ["PU.01", "Penataan", "PU.01.01", "Pendataan"],
        ["", "", "PU.01.02", "Pemetaan"],
        ["PU.02", "Penilaian", "PU.02.01", "Peninjauan"],
        ["", "", "PU.02.02", "Penetapan"],
    ]


@pytest.mark.parametrize("left", [["Salinan sesuai dengan aslinya,", "KEPALA BAGIAN HUKUM", "ttd", "SITI AMINAH"]])
def test_a_signature_beside_another_one_is_read_after_it(left: list[str]) -> None:
    page = under(72, 780, PROSE)
    page += under(310, 700, ["Ditetapkan di Kota Baru", "pada tanggal 3 Mei 2021", "WALI KOTA,", "ttd", "BUDI SANTOSO"])
    page += under(72, 686, left) + under(72, 600, ["Tembusan:", "1. Gubernur;"])
    said = texts(document([page]))
    assert said[1:3] == ["Ditetapkan di Kota Baru", "pada tanggal 3 Mei 2021"]
    assert said.index("BUDI SANTOSO") < said.index("Salinan sesuai dengan aslinya,") < said.index("Tembusan:")
    assert all(each in said for each in left if each != "ttd")


def test_few_rows_of_two_columns_under_other_text_are_read_one_after_the_other() -> None:
    left = [
        "Mutu adalah nilai yang ditentukan",
        "oleh keamanan serta kelayakan",
        "untuk dikonsumsi oleh",
        "setiap warga.",
    ]
    left += ["Dewan adalah badan yang tetap", "dan mandiri."]
    right = ["Pleno adalah rapat dari seluruh", "anggota dewan yang berwenang", "mengambil putusan tertinggi", "dewan."]
    right += ["dan bersifat tetap untuk semua", "pihak di dalamnya."]
    page = under(330, 800, ["LAMPIRAN", "KEPUTUSAN KETUA"]) + under(72, 740, PROSE)
    page += under(72, 690, left) + under(330, 690, right)
    page += under(72, 590, ["2. ARAH"]) + under(72, 570, PROSE)
    said = " ".join(line.text for line in read_(document([page])).lines)
    assert " ".join([*left, *right, "2. ARAH", *PROSE]) in said


HEADS = [(72, "Kode"), (150, "Proses"), (265, "Kelompok"), (372, "Pemilik"), (480, "Hasil")]
GIVEN = [
    ["G", "Pelayanan Gawat", "Utama", "Bidang Pelayanan", "Pasien tertangani"],
    ["G1", "Penerimaan dan Penilaian", "", "Bidang Pelayanan", "Catatan"],
    ["G2", "Penyelesaian Berkas", "", "Seksi Pengendalian", "Surat"],
    ["R", "Rujukan", "Pendukung", "Bidang Rujukan", "Surat rujukan"],
    ["R1", "Penjemputan", "", "Seksi Kendaraan", "Catatan"],
]


def unruled(rows: list[list[str]], top: float, head: bool = True, below: float = 29, third: float = 255) -> bytes:
    """Rows in columns without lines; the head stands in the middle of its columns, `third` where the third begins."""
    made = b"".join(show(x, top, text, font="F2") for x, text in HEADS) if head else b""
    top -= below if head else 0
    for at, row in enumerate(rows):
        made += cells_at(top - 29 * at, list(zip([72, 120, third, 340, 450], row, strict=True)))
    return made


def test_columns_without_lines_may_nearly_touch_where_many_rows_begin() -> None:
    rows = [[code + row[0], row[1], row[2], *row[3:]] for code in "AB" for row in GIVEN]
    made = read_(document([unruled(rows, 780, third=252) + under(72, 420, PROSE)]))
    assert rows_of(made) == [[text for _, text in HEADS], *rows]


@pytest.mark.parametrize("head", [True, False], ids=["head again", "no head again"])
@pytest.mark.parametrize("first", [1, 2, 3])
def test_a_table_without_lines_goes_on_over_the_page(head: bool, first: int) -> None:
    lines = under(72, 700, PROSE)
    pages = [
        lines + unruled(GIVEN[:first], 40 + 29 * (first + 1)) + show(300, 20, "7"),
        unruled(GIVEN[first:], 780, head, 59) + under(310, 500, ["KEPALA DINAS,", "SITI AMINAH"]),
    ]
    made = read_(document(pages))
    assert rows_of(made) == [[text for _, text in HEADS], *GIVEN]
    assert len({line.table for line in made.lines if line.kind is Kind.ROW}) == 1
    assert [line.text for line in made.lines][-2:] == ["KEPALA DINAS,", "SITI AMINAH"]


def test_a_row_that_the_page_parts_is_one() -> None:
    pages = [unruled(GIVEN[:3], 780), cells_at(794, [(450, "keluar")]) + unruled(GIVEN[3:], 770, head=False)]
    assert rows_of(read_(document(pages)))[3:] == [[*GIVEN[2][:-1], "Surat keluar"], *GIVEN[3:]]
    ruled = [table([HEAD, ["1", "P.1", "Nama", "Unit"]]), table([["", "", "kedua", ""], ["2", "P.2", "Lain", "Unit"]])]
    assert rows_of(read_(document(ruled)))[1:] == [["1", "P.1", "Nama kedua", "Unit"], ["2", "P.2", "Lain", "Unit"]]
