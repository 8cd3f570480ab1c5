"""Closings and openings as copies leave them: names beside ranks, offices over two lines, heads without a colon."""

import pytest

from probis.reading.blocks import blocks
from probis.reading.document import Line
from reading.decrees import text

HEAD = "KEPUTUSAN CAMAT SUNGAI PANJANG\nNOMOR 5 TAHUN 2022\n"
HEAD += "TENTANG\nPETA PROSES BISNIS KECAMATAN\n\nCAMAT SUNGAI PANJANG,\n\n"
PREAMBLE = (
    "Menimbang : a. bahwa peta perlu ditetapkan;\n\nMengingat : 1. Undang-Undang Nomor 6 Tahun 2014 tentang Desa;\n\n"
)
BODY = "MEMUTUSKAN:\n\nKESATU : Menetapkan Peta Proses Bisnis.\n\nDitetapkan di Panjang\npada tanggal 3 Mei 2022\n"


def of(content: str, *kinds: str) -> list[str]:
    return [each.teks for each in text(content).naskah.kutipan if each.sebagai in kinds and each.catatan != "salinan"]


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        (
            "CAMAT SUNGAI PANJANG,\n\nttd\n\nRATNA DEWI, S.Sos., M.Si. Pembina\nNIP 19690824 199403 2 005\n",
            "RATNA DEWI, S.Sos., M.Si.",
        ),
        (
            "CAMAT SUNGAI PANJANG,\n\nRATNA DEWI, S.Sos.\nPenata Tingkat I\nNIP 19690824 199403 2 005\n",
            "RATNA DEWI, S.Sos.",
        ),
        ("KEPALA BADAN PENGELOLA\nSUNGAI PANJANG,\n\nttd.\n\nRATNA DEWI\n", "RATNA DEWI"),
        (
            "CAMAT SUNGAI PANJANG,\n\nttd.\n\nDr. Hj. RATNA DEWI\nMANGKUNEGARA, M.Si.\n",
            "Dr. Hj. RATNA DEWI MANGKUNEGARA, M.Si.",
        ),
        ("CAMAT SUNGAI PANJANG,\n\nttd.\n\nRATNA DEWI NRP 71020334\n", "RATNA DEWI"),
        (
            "Plt. KEPALA DINAS PASAR\nDAN PELAYANAN TERPADU SATU PINTU\nKABUPATEN PANJANG,\n\n"
            "RATNA B. DEWI, S.STP, M.Si\n",
            "RATNA B. DEWI, S.STP, M.Si",
        ),
        (
            "a.n. BUPATI PANJANG\nSEKRETARIS DAERAH,\nu.b.\nASISTEN ADMINISTRASI UMUM\n\n(cap dan tanda tangan)\n\n"
            "Dra. RATNA DEWI, M.A.P.\nPembina Utama Madya (IV/d)\n",
            "Dra. RATNA DEWI, M.A.P.",
        ),
        (
            "Rektor,\n\nProf. Ir. Ratna L. Dewi, M.Si., Ph.D.\nNIP 196908241994032005\n",
            "Prof. Ir. Ratna L. Dewi, M.Si., Ph.D.",
        ),
    ],
)
def test_the_name_under_the_office_is_the_signatory(signature: str, name: str) -> None:
    assert of(HEAD + PREAMBLE + BODY + signature, "penanda tangan") == [name]


@pytest.mark.parametrize(
    "preamble",
    [
        PREAMBLE,
        PREAMBLE.replace(" :", ""),
        PREAMBLE.replace(" :", ";").replace("Menim", "“Menirn"),
        PREAMBLE.replace(" : a.", "").replace(" : 1.", ""),
    ],
)
def test_the_heads_of_the_preamble_are_known_without_their_marks(preamble: str) -> None:
    content = HEAD + preamble + BODY
    assert len(of(content, "menimbang")) == 1
    (basis,) = of(content, "mengingat")
    assert basis.removeprefix("1. ").startswith("Undang-Undang Nomor 6")


@pytest.mark.parametrize(
    "head",
    [
        "Tembusan, disampaikan kepada Yth.:",
        "T e m b u s a n :",
        "Tembusan Yth.:",
        "Petikan Keputusan ini disampaikan kepada:",
        "Tindasan :",
    ],
)
def test_those_who_get_a_copy_are_known_by_the_head_of_their_list(head: str) -> None:
    content = f"{HEAD}{PREAMBLE}{BODY}CAMAT SUNGAI PANJANG,\n\nRATNA DEWI\n\n{head}\n1. Bupati Panjang;\n2. Arsip.\n"
    assert of(content, "tembusan") == ["Bupati Panjang", "Arsip"]


def test_what_stands_below_the_list_of_copies_is_none_of_it() -> None:
    after = "\nCATATAN PENYUSUN\n\n1  Sebelum perubahan\n2  Sesudah perubahan\n"
    copies = "Tembusan:\n1. Bupati Panjang;\nCamat Hulu;\n3. Arsip; dan\n4. Yang bersangkutan.\n"
    content = f"{HEAD}{PREAMBLE}{BODY}CAMAT SUNGAI PANJANG,\n\nRATNA DEWI\n\n{copies}{after}"
    assert of(content, "tembusan") == ["Bupati Panjang", "Camat Hulu", "Arsip", "Yang bersangkutan"]


def test_a_decision_of_directors_has_a_head_too() -> None:
    head = "SURAT KEPUTUSAN DIREKSI PERUMDA PASAR\nNomor: SK-02/DIR/2025\ntentang\nPeta Proses Bisnis Perumda Pasar\n\n"
    content = f"{head}Direksi Perumda Pasar,\n\n{PREAMBLE}{BODY}"
    assert of(content, "tentang")[:1] == ["Peta Proses Bisnis Perumda Pasar"]
    assert of(content, "jabatan") == ["Direksi Perumda Pasar"]


def test_those_who_put_their_initials_beside_the_signature_do_not_sign() -> None:
    right = " " * 40
    body = BODY.replace("Ditetapkan", f"{right}Ditetapkan").replace("pada tanggal", f"{right}pada tanggal")
    initials = ["  PARAF KOORDINASI", "  Sekcam        | f", "  Asisten III   | /", "  Kabag Hukum   | ,,"]
    signature = ["CAMAT SUNGAI PANJANG,", "", "", "RATNA DEWI"]
    beside = "\n".join(f"{left:40}{held}" for left, held in zip(initials, signature, strict=True))
    assert of(f"{HEAD}{PREAMBLE}{body}\n{beside}\n", "penanda tangan") == ["RATNA DEWI"]


def test_a_dictum_may_have_its_name_on_a_line_of_its_own() -> None:
    body = "MEMUTUSKAN\n\nMenetapkan\nPertama\nPeta sebagaimana dalam lampiran.\n\nKedua\n"
    body += "Biaya dibebankan pada anggaran.\n"
    content = f"{HEAD}{PREAMBLE}{body}\nDitetapkan di Panjang\npada tanggal 3 Mei 2022\nCamat,\n\nRatna Dewi\n"
    assert of(content, "diktum") == [
        "PERTAMA Peta sebagaimana dalam lampiran.",
        "KEDUA Biaya dibebankan pada anggaran.",
    ]
    assert of(content, "tanggal") == ["3 Mei 2022"]


@pytest.mark.parametrize(
    "bases",
    [
        "Dasar : 1. Undang-Undang Nomor 6 Tahun 2014;\n        2. Perbup Panjang Nomor 3 Tahun 2020.\n\n",
        "Dasar :\n\n1. Undang-Undang Nomor 6 Tahun 2014 tentang Desa;\n2. Perbup Panjang Nomor 3 Tahun 2020.\n\n",
    ],
)
def test_legal_bases_may_be_called_only_that(bases: str) -> None:
    content = HEAD + PREAMBLE.partition("Mengingat")[0] + bases + BODY
    assert [each.partition(" ")[0] for each in of(content, "mengingat")] == ["1.", "2."]
    assert len(of(content, "menimbang")) == 1


def test_the_bases_of_a_sop_in_an_annex_are_not_those_of_the_decree() -> None:
    annex = "CAMAT SUNGAI PANJANG,\n\nMAHMUD\n\nLAMPIRAN\nKEPUTUSAN CAMAT SUNGAI PANJANG\nNOMOR 5 TAHUN 2022\n\n"
    sop = "STANDAR OPERASIONAL PROSEDUR\n\nNama SOP : Izin\nDasar : 1. Perbup Panjang Nomor 3 Tahun 2020\n"
    assert len(of(HEAD + PREAMBLE + BODY + annex + sop, "mengingat")) == 1


def test_a_capital_i_that_a_scan_read_for_l_is_told_by_the_small_letters_around_it() -> None:
    content = HEAD + PREAMBLE + BODY.replace("tanggal", "tanggaI") + "CAMAT SUNGAI PANJANG,\n\nRATNA DEWI\n"
    assert (of(content, "tempat"), of(content, "tanggal")) == (["Panjang"], ["3 Mei 2022"])
    assert "tanggaI" in of(content, "derau")
    assert of(HEAD + PREAMBLE + BODY + "CAMAT,\n\nRATNA\n\nLAMPIRAN I\nAPI-I SiMAI DKI\n", "derau") == []


def test_rn_that_a_scan_read_for_m_is_told_by_the_word() -> None:
    copies = "Ternbusan :\n1. Bupati Panjang;\n2. Kepala Dinas Peternakan.\n"
    content = HEAD + PREAMBLE.replace("Menim", "Menirn") + BODY + f"CAMAT SUNGAI PANJANG,\n\nRATNA DEWI\n\n{copies}"
    assert of(content, "tembusan") == ["Bupati Panjang", "Kepala Dinas Peternakan"]
    assert {"Menirnbang", "Ternbusan"} <= set(of(content, "derau"))


@pytest.mark.parametrize("about", ["T E N T A N G", "T E N T A N G :", "TENTANG"])
def test_a_word_whose_letters_are_set_apart_is_that_word(about: str) -> None:
    head = HEAD.replace("TENTANG", f"\n{about}\n")
    spread = "B U P A T I   P A N J A N G\n\n" + head
    assert of(f"{spread}{PREAMBLE}{BODY}", "tentang") == ["PETA PROSES BISNIS KECAMATAN"]
    assert of(f"{spread}{PREAMBLE}{BODY}", "kop") == ["BUPATI PANJANG"]


@pytest.mark.parametrize(
    ("closing", "name"),
    [
        ("Panjang, 3 Mei 2022\nCAMAT,\n\nDrs. H. MAHMUD\n", "Drs. H. MAHMUD"),
        (
            "Ditetapkan di Panjang\npada tanggal 3 Mei 2022\n"
            "a.n. BUPATI PANJANG\nKepala Dinas Pasar,\n\nttd/cap\n\nMAHMUD\n",
            "MAHMUD",
        ),
        (
            "Ditetapkan di Panjang\npada tanggal 3 Mei 2022\n\n"
            "CAMAT SUNGAI PANJANG\nSelaku\nKUASA PENGGUNA ANGGARAN\n\nMAHMUD\n",
            "MAHMUD",
        ),
    ],
)
def test_closings_of_other_forms_have_place_day_and_name(closing: str, name: str) -> None:
    content = HEAD + PREAMBLE + BODY.partition("Ditetapkan")[0] + closing
    assert (of(content, "tempat"), of(content, "tanggal")) == (["Panjang"], ["3 Mei 2022"])
    assert of(content, "penanda tangan") == [name]


def test_considerations_may_follow_each_other_on_the_line_of_their_head() -> None:
    preamble = PREAMBLE.replace(
        "a. bahwa peta perlu ditetapkan;", "a. bahwa peta perlu ada; b. bahwa ia perlu ditetapkan;"
    )
    assert len(of(HEAD + preamble + BODY, "menimbang")) == 2


@pytest.mark.parametrize("goes_on", [False, None])
def test_each_line_of_a_signature_is_its_own_even_where_the_page_sets_them_close(goes_on: bool | None) -> None:
    said = ["Ditetapkan di Panjang", "pada tanggal 3 Mei 2022", "CAMAT SUNGAI PANJANG,", "ttd.", "RATNA DEWI"]
    lines = [Line(at, each, begins=at == 1 or goes_on) for at, each in enumerate(said[:4], 1)]
    assert [each.text for each in blocks([*lines, Line(5, said[4], begins=True)])] == said
