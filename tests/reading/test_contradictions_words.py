"""Small documents to what is said of them: no alarm where nothing is wrong, and words that say what to do."""

from collections.abc import Sequence
from pathlib import Path

from probis.cli import main
from probis.model import Kutipan, Naskah, Temuan, Tingkat
from probis.reading.contradictions import check
from probis.reading.formats import read
from probis.reading.quotations import quoted

EXAMPLE = Path(__file__).parents[2] / "examples" / "kecamatan-telaga-arum"
HEAD = """GUBERNUR CONTOH

KEPUTUSAN GUBERNUR CONTOH
NOMOR : 12/KEP/2020

TENTANG

PETA PROSES BISNIS BIRO UMUM

MEMUTUSKAN:

Menetapkan :

"""
ANNEX = """KESATU : Peta Proses Bisnis Biro Umum.

Ditetapkan di Contoh
pada tanggal 3 Maret 2020

GUBERNUR CONTOH,

SITI AMINAH

LAMPIRAN KEPUTUSAN GUBERNUR CONTOH
NOMOR : 12/KEP/2020
TENTANG PETA PROSES BISNIS BIRO UMUM

"""
PENJELASAN = """A. PETA PROSES

Penjelasan Proses :

1. Pengelolaan Arsip berdampak pada Pelayanan Persuratan;
2. Pencapaian program sebagai bahan Evaluasi Badan Keuangan Daerah;
3. Pelayanan Persuratan dikoordinasikan dengan Dinas Kearsipan.

B. PETA SUB PROSES

BU-01 PENGELOLAAN ARSIP

BU-02 PELAYANAN PERSURATAN

C. PETA RELASI

"""


def told(text: str, slug: str) -> Sequence[Temuan]:
    found = check(quoted(read("naskah.txt", text.encode())).naskah)
    return [each for each in found if each.aturan == slug]


def line(text: str, words: str) -> int:
    return next(number for number, each in enumerate(text.split("\n"), 1) if words in each)


def test_a_map_of_relations_that_cannot_be_read_lacks_no_party() -> None:
    text = HEAD + ANNEX + PENJELASAN
    assert not [each for each in told(text, "proses-penjelasan") if "peta relasi" in each.pesan]


def test_the_work_of_another_body_is_no_process_of_this_one() -> None:
    text = HEAD + ANNEX + PENJELASAN
    at = line(text, "Evaluasi Badan")
    (one,) = [each for each in told(text, "proses-penjelasan") if each.tempat and each.tempat.baris == at]
    assert "tidak berkode" not in one.pesan
    assert "“Pencapaian program”" in one.pesan


def test_broken_marks_of_bold_type_are_told_once_and_never_bid_to_delete_a_diktum() -> None:
    text = HEAD + "- KESATU** : Peta Proses Bisnis Biro Umum.\n- KEDUA** : Keputusan ini mulai berlaku.\n"
    (one,) = told(text, "derau-naskah")
    assert one.tempat is not None
    assert (one.tempat.baris, [each.baris for each in one.lain]) == (line(text, "KESATU"), [line(text, "KEDUA")])
    assert "tandanya saja" in one.saran


def test_a_code_is_told_how_to_be_written_with_each_model_at_its_line() -> None:
    codes = (
        "A. PETA SUB PROSES\n\nBU-01 ARSIP SURAT\n\nBU-02 PERSURATAN DINAS\n\nBU.03 KENDARAAN\n\nBU-04 RUMAH TANGGA\n"
    )
    text = HEAD + codes
    (one,) = told(text, "ejaan-kode")
    assert one.saran == "Tulis “BU-03”."
    for each in ("BU-01", "BU-02"):
        assert f"“{each}” (baris {line(text, each)})" in one.pesan


def test_a_code_whose_number_was_scanned_as_letters_is_the_code_itself() -> None:
    codes = "A. PETA SUB PROSES\n\nKM-Ol PELAYANAN SURAT\nKM-02 TATA KELOLA ARSIP\nKM-03 RUMAH TANGGA\n\n"
    text = HEAD + codes + "KM-01 PELAYANAN SURAT\n  KM-01.1 PENERIMAAN SURAT\n  KM-01.2 PENGIRIMAN SURAT\n"
    assert not told(text, "nama-kembar")
    assert [each.saran for each in told(text, "ejaan-kode")] == ["Tulis “KM-01”."]


def test_an_amendment_joined_to_its_law_may_share_its_title() -> None:
    basis = "Mengingat : 1. PP No. 18 Tahun 2016 jo. PP No. 72 Tahun 2019 tentang Perangkat Daerah;\n\nMEMUTUSKAN"
    text = HEAD.replace("MEMUTUSKAN", basis)
    assert not [each for each in told(text, "peraturan-disebut") if "berjudul" in each.pesan]
    wrong = text.replace("tentang Perangkat Daerah", "tentang Perangkat Desa")
    assert [each for each in told(wrong, "peraturan-disebut") if "berjudul" in each.pesan]


def test_a_list_whose_one_was_scanned_as_a_letter_begins_at_one() -> None:
    text = HEAD.replace(
        "MEMUTUSKAN",
        "Mengingat : l. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;\n"
        "            2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;\n\nMEMUTUSKAN",
    )
    assert not told(text, "nomor-loncat")
    assert told(text.replace("l. Und", "3. Und").replace("2. Und", "4. Und"), "nomor-loncat")


def test_a_code_of_ten_or_more_shows_no_missing_zero() -> None:
    names = (
        "ARSIP",
        "SURAT",
        "KENDARAAN",
        "RUMAH TANGGA",
        "KEPEGAWAIAN",
        "KEUANGAN",
        "ASET",
        "PROTOKOL",
        "TAMU",
        "RAPAT",
    )
    codes = "".join(f"BU-{number:02}.1 {each}\n" for number, each in enumerate((*names, "ARSIP STATIS"), 1))
    text = HEAD + "A. PETA SUB PROSES\n\n" + codes
    assert not told(text, "ejaan-kode")
    assert [each.saran for each in told(text.replace("BU-04.1", "BU-4.1"), "ejaan-kode")] == ["Tulis “BU-04.1”."]


def test_a_number_that_a_line_was_broken_at_is_no_item() -> None:
    basis = """Mengingat : 1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;
            2. Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 19
               Tahun 2018 tentang Penyusunan Peta Proses Bisnis (Berita Negara Tahun 2018 Nomor
               411) ;
            3. Peraturan Daerah Nomor 7 Tahun 2016 tentang Perangkat Daerah;

MEMUTUSKAN"""
    text = HEAD.replace("MEMUTUSKAN", basis)
    assert not told(text, "nomor-loncat")
    assert told(text.replace("            3. Per", "            5. Per"), "nomor-loncat")


def test_steps_go_on_over_the_sheets_of_a_sop() -> None:
    def steps(*numbers: tuple[int, str]) -> Naskah:
        each = [
            Kutipan(id=f"langkah@{line}", baris=str(line), bagian="sop", sebagai="langkah", nomor=str(number), teks="A",
                    induk=sheet)
            for line, (number, sheet) in enumerate(numbers, 1)
        ]  # fmt: skip
        return Naskah(nama="a", jumlah_baris=9, kutipan=tuple(each))

    assert not check(steps((1, "sop@1"), (2, "sop@1"), (3, "sop@2")))
    (one,) = check(steps((1, "sop@1"), (2, "sop@1"), (4, "sop@2")))
    assert one.aturan == "nomor-loncat"


def test_a_day_left_open_in_the_decree_and_in_the_annex_is_no_difference() -> None:
    text = (HEAD + ANNEX).replace("tanggal 3 Maret 2020", "tanggal ……………………")
    text = text.replace("NOMOR : 12/KEP/2020\nTENTANG PETA", "NOMOR : 12/KEP/2020\nTANGGAL : ……………………\nTENTANG PETA")
    assert not [each for each in told(text, "kepala-lampiran") if each.pesan.startswith("Tanggal")]
    dated = (HEAD + ANNEX).replace("TENTANG PETA PROSES BISNIS BIRO UMUM\n", "TANGGAL : 4 Maret 2020\nTENTANG PETA\n")
    assert [each for each in told(dated, "kepala-lampiran") if each.pesan.startswith("Tanggal")]


def test_a_decree_that_probis_writes_is_told_no_error_when_it_is_read(tmp_path: Path) -> None:
    written = tmp_path / "keputusan.docx"
    assert main(["tulis", str(EXAMPLE), "keputusan", "--format", "docx", "--ke", str(written)]) == 0
    found = check(quoted(read(written.name, written.read_bytes())).naskah)
    assert not [each for each in found if each.tingkat is Tingkat.GALAT]
    assert not [each for each in found if each.aturan == "derau-naskah"]


def test_words_on_both_sides_of_a_comma_are_no_long_form() -> None:
    text = HEAD + ANNEX + PENJELASAN.replace("Pencapaian program", "Pengesahan DPA")
    joined = text.replace("1. Pengelolaan Arsip", "1. Penataan Daerah, Penyusunan Analisis")
    assert "Daerah Penyusunan Analisis" not in "".join(each.pesan for each in told(joined, "singkatan-naskah"))
    spelt = text.replace("1. Pengelolaan Arsip", "1. Dokumen Pelaksanaan Anggaran")
    assert "“Dokumen Pelaksanaan Anggaran”" in "".join(each.pesan for each in told(spelt, "singkatan-naskah"))


def test_what_is_said_of_work_is_no_process_and_a_dash_is_no_code() -> None:
    annex = PENJELASAN.replace("3. Pelayanan", "3. Pengelolaan Arsip mempengaruhi mutu surat dinas;\n4. Pelayanan")
    assert "mutu surat" not in "".join(each.pesan for each in told(HEAD + ANNEX + annex, "proses-penjelasan"))
    other = annex.replace("mutu surat dinas", "pengadaan kendaraan dinas")
    assert "pengadaan kendaraan" in "".join(each.pesan for each in told(HEAD + ANNEX + other, "proses-penjelasan"))
    rows = "NO\tKODE\tPROSES\n1.\t01.01\tPENGELOLAAN ARSIP\n2.\t01.02\tPELAYANAN SURAT\n3.\t–\tJumlah seluruhnya\n"
    assert not told(HEAD + ANNEX + "A. PETA PROSES\n\n" + rows, "kode-tanpa-induk")


def test_codes_that_count_in_hundreds_leave_out_nothing() -> None:
    names = ["100 Pengelolaan Arsip", "110 Penilaian Arsip", "120 Pemusnahan Arsip", "200 Pelayanan", "210 Persuratan"]
    listed = "A. PETA PROSES\n\n" + "\n".join(f"BU-{name}" for name in names) + "\n"
    assert not told(HEAD + ANNEX + listed, "kode-terlewat")
    assert told(HEAD + ANNEX + listed.replace("BU-110", "BU-11"), "kode-terlewat")
