"""Sentences of explanations tell who gives what to whom, whatever their order."""

import pytest

from probis.model import Naskah
from probis.reading.formats import read
from probis.reading.quotations import quoted
from reading.decrees import text

REGISTER = """LAMPIRAN
KEPUTUSAN KEPALA DINAS UJI
NOMOR 1 TAHUN 2024

A. DAFTAR PROSES BISNIS

PROSES UTAMA
LB.01 Pembinaan Gudang dan Pasar
LB.02 Penilaian Mutu
PROSES PENDUKUNG
LB.03 Perencanaan, Keuangan, dan Pelaporan

B. PETA RELASI

Penjelasan:
1. """


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Penilaian Mutu (LB.02) menghasilkan lembar nilai yang diserahkan kepada"
            " Pembinaan Gudang dan Pasar (LB.01).",
            ["LB.02 > LB.01: lembar nilai"],
        ),
        (
            "Rencana kerja yang telah disahkan dalam LB.03 diteruskan ke Penilaian Mutu (LB.02) sebagai dasar.",
            ["LB.03 > LB.02: Rencana kerja yang telah disahkan"],
        ),
        (
            "Dari Badan Keuangan Daerah, Penilaian Mutu menerima pagu setiap bulan Mei, sedangkan Pembinaan Gudang"
            " dan Pasar menerima salinan pagu dari pihak yang sama.",
            [
                "Badan Keuangan Daerah > Penilaian Mutu: pagu",
                "Badan Keuangan Daerah > Pembinaan Gudang dan Pasar: salinan pagu",
            ],
        ),
        (
            "Atas biaya yang dipungut, Penilaian Mutu menyampaikan bukti setor kepada Badan Keuangan Daerah dan kepada"
            " Perencanaan, Keuangan, dan Pelaporan.",
            [
                "Penilaian Mutu > Badan Keuangan Daerah: bukti setor",
                "Penilaian Mutu > Perencanaan, Keuangan, dan Pelaporan: bukti setor",
            ],
        ),
        (
            "Penilaian Mutu menyerahkan draf nilai kepada LB.03, yang selanjutnya mengembalikan catatan kepada LB.02.",
            ["Penilaian Mutu > LB.03: draf nilai", "LB.03 > LB.02: catatan"],
        ),
        (
            "Pedagang menyampaikan permohonan kepada Penilaian Mutu, dan kepada pedagang"
            " Penilaian Mutu memberikan label.",
            ["Pedagang > Penilaian Mutu: permohonan", "Penilaian Mutu > pedagang: label"],
        ),
        (
            "Daftar gudang dari LB.01 serta laporan nilai dari LB.02 dihimpun dalam Perencanaan, Keuangan,"
            " dan Pelaporan.",
            [
                "LB.01 > Perencanaan, Keuangan, dan Pelaporan: Daftar gudang",
                "LB.02 > Perencanaan, Keuangan, dan Pelaporan: laporan nilai",
            ],
        ),
        (
            "Laporan keliru disampaikan kembali oleh Penilaian Mutu kepada LB.01.",
            ["Penilaian Mutu > LB.01: Laporan keliru"],
        ),
        ("LB.03 mendukung LB.02.", ["LB.03 ~ LB.02"]),
        (
            "Penilaian Mutu menyampaikan laporan kepada Bidang Politik Dalam Negeri dalam rangka pengawasan.",
            ["Penilaian Mutu > Bidang Politik Dalam Negeri: laporan"],
        ),
        ("LB.03 mengendalikan pelaksanaan LB.01 dan LB.02.", ["LB.03 ~ LB.01", "LB.03 ~ LB.02"]),
        ("LB.01 diawasi oleh Inspektorat Daerah.", ["Inspektorat Daerah ~ LB.01"]),
        ("Inspektorat Daerah mengevaluasi Penilaian Mutu.", ["Inspektorat Daerah ~ Penilaian Mutu"]),
        ("Penilaian Mutu dilaksanakan bersama Kepolisian Daerah.", ["Penilaian Mutu ~ Kepolisian Daerah"]),
        ("Kepala Seksi memeriksa dan menilai kelengkapan berkas permohonan.", []),
        ("Penilaian Mutu dilaksanakan bersama pedagang pasar.", []),
        ("Penilaian Mutu dilaksanakan sejalan dengan LB.01.", ["Penilaian Mutu ~ LB.01"]),
        (
            "Perencanaan, Keuangan, dan Pelaporan mendukung seluruh proses utama.",
            ["Perencanaan, Keuangan, dan Pelaporan ~ LB.01", "Perencanaan, Keuangan, dan Pelaporan ~ LB.02"],
        ),
    ],
)
def test_who_gives_what_to_whom(sentence: str, told: list[str]) -> None:
    said = text(REGISTER + sentence + "\n").naskah.kutipan
    made = []
    for each in said:
        if each.sebagai in ("aliran", "hubungan"):
            under = [one for one in said if one.induk == each.id]
            dari, ke = ([one.nomor or one.teks for one in under if one.sebagai == kind] for kind in ("dari", "ke"))
            thing = "".join(f": {one.teks}" for one in under if one.sebagai == "produk")
            made += [f"{one} {'>' if each.sebagai == 'aliran' else '~'} {other}{thing}" for one in dari for other in ke]
    assert made == told


def read_text(text: str) -> Naskah:
    suffix = "md" if "|---" in text else "txt"
    return quoted(read(f"naskah.{suffix}", f"LAMPIRAN\nKEPUTUSAN BUPATI\nNOMOR 1 TAHUN 2024\n\n{text}".encode())).naskah


def ends(text: str) -> list[tuple[str, str, str]]:
    """Who gives what to whom, and who is tied to whom (with the kind of relation for the product)."""
    naskah = read_text(text)
    made = []
    for flow in naskah.kutipan:
        if flow.sebagai in ("aliran", "hubungan"):
            parts: dict[str, list[str]] = {"dari": [], "ke": [], "produk": [flow.nomor]}
            for each in naskah.kutipan:
                if each.induk == flow.id:
                    parts[each.sebagai] = [*parts[each.sebagai], each.teks]
            made += [(source, target, parts["produk"][-1]) for source in parts["dari"] for target in parts["ke"]]
    return made


SENTENCES = {
    "Bidang Tata Ruang menyampaikan peta kepada Bidang Pertanahan dan Kantor Pajak setiap bulan.": [
        ("Bidang Tata Ruang", "Bidang Pertanahan", "peta"),
        ("Bidang Tata Ruang", "Kantor Pajak", "peta"),
    ],
    "Laporan pelanggaran dikirimkan oleh Satuan Patroli kepada warga pelapor.": [
        ("Satuan Patroli", "warga pelapor", "Laporan pelanggaran")
    ],
    "Seksi Benih menerima benih dari Balai Benih untuk disalurkan kepada kelompok tani.": [
        ("Balai Benih", "Seksi Benih", "benih"),
        ("Seksi Benih", "kelompok tani", "benih"),
    ],
    "Kelompok tani menyerahkan berkas kepada Seksi Kebun, dan dari seksi itu menerima surat rekomendasi.": [
        ("Kelompok tani", "Seksi Kebun", "berkas"),
        ("Seksi Kebun", "Kelompok tani", "surat rekomendasi"),
    ],
    "Dari Kementerian Agraria, Penataan Ruang menerima peta dasar yang telah disahkan setiap tahun.": [
        ("Kementerian Agraria", "Penataan Ruang", "peta dasar yang telah disahkan")
    ],
    "Seksi Ukur mengirimkan gambar kepada Bidang Lahan, yang kemudian mengembalikan koreksi kepada Seksi Ukur.": [
        ("Seksi Ukur", "Bidang Lahan", "gambar"),
        ("Bidang Lahan", "Seksi Ukur", "koreksi"),
    ],
    "Penataan Ruang memberikan izin kepada Bidang Lahan, lalu Kantor Pajak menerima salinan dari proses tersebut.": [
        ("Penataan Ruang", "Bidang Lahan", "izin"),
        ("Penataan Ruang", "Kantor Pajak", "salinan"),
    ],
    "Catatan sengketa disampaikan kembali oleh Pengendalian Ruang kepada Penataan Ruang.": [
        ("Pengendalian Ruang", "Penataan Ruang", "Catatan sengketa")
    ],
    "Rencana rinci yang dihasilkan proses Penataan Ruang (TR-1) menjadi acuan Pengendalian Ruang (TR-2).": [
        ("Penataan Ruang", "Pengendalian Ruang", "Rencana rinci"),
        ("Penataan Ruang", "Pengendalian Ruang", "dasar"),
    ],
    "TR-2 membutuhkan data bidang tanah dari TR-1.": [
        ("TR-1", "TR-2", "data bidang tanah"),
        ("TR-1", "TR-2", "dasar"),
    ],
    "Pengendalian Ruang dipengaruhi oleh Penataan Ruang.": [("Penataan Ruang", "Pengendalian Ruang", "pengaruh")],
    "Bagian Program berkoordinasi dengan Badan Keuangan dalam penyusunan anggaran.": [
        ("Bagian Program", "Badan Keuangan", "koordinasi")
    ],
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_tell_who_gives_what_to_whom(sentence: str) -> None:
    maps = "C. PETA PROSES\n\nTR-1 Penataan Ruang\nTR-2 Pengendalian Ruang\n\n"
    assert ends(f"{maps}D. PENJELASAN PETA PROSES\n\n1. {sentence}\n") == SENTENCES[sentence]


CODED = {
    "XY.1.1|XY.1.2|XY.2.1": "{0} menyerahkan daftar calon kepada {1}.",
    "PB-110|PB-120|PB-210": "{0} menyampaikan daftar calon kepada {1} setiap bulan.",
    "Q/1/a|Q/1/b|Q/2/a": "Daftar calon dari subproses {0} dikirimkan kepada subproses {1}.",
    "RS-A.1|RS-A.2|RS-B.1": "Daftar calon yang dihasilkan oleh proses {0} disampaikan kepada proses {1}.",
    "TG-1.1|TG-1.2|TG-2.1": "Proses {0} menghasilkan daftar calon yang menjadi masukan bagi proses {1}.",
    "1.2.1|1.2.2|2.1.1": "Selanjutnya {0} meneruskan daftar calon kepada {1}.",
}
NAMES = "Pendataan Warga dan Penyusunan Daftar", "Penetapan Penerima", "Penyaluran Bantuan"


@pytest.mark.parametrize("style", ["{1} ({0})", "{1} {0}", "{0} {1}", "{0}"])
@pytest.mark.parametrize("codes", CODED)
def test_the_ends_of_a_flow_keep_code_and_name_apart(codes: str, style: str) -> None:
    if codes[0].isdigit() and style != "{1} ({0})":
        pytest.skip("a number alone is no code in a sentence")
    both = list(zip(codes.split("|"), NAMES, strict=True))
    listed = "\n\n".join(f"{code} {name}" for code, name in both)
    sentence = CODED[codes].format(*(style.format(*each) for each in both))
    found = coded_ends(f"C. PETA PROSES\n\n{listed}\n\nD. PENJELASAN PETA PROSES\n\n1. {sentence}\n")
    assert found[0] == [(code, name if "{1}" in style else code) for code, name in both[:2]]


JOINED = {
    "Adapun {1} ({0}) dalam pelaksanaannya berkoordinasi dengan Kantor Pajak Kota Lama.",
    "{1} ({0}) dilaksanakan dengan berkoordinasi dengan Kantor Pajak Kota Lama.",
    "Selain itu, proses {1} ({0}) juga dilakukan dengan cara berkoordinasi dengan Kantor Pajak Kota Lama.",
    "{1} ({0}) berkaitan erat dengan Kantor Pajak Kota Lama.",
}


@pytest.mark.parametrize("sentence", sorted(JOINED))
def test_words_about_how_it_is_done_belong_to_no_end(sentence: str) -> None:
    maps = "C. PETA PROSES\n\nXY.1.1 Pendataan Warga\nXY.1.2 Penetapan Penerima\n\n"
    told = sentence.format("XY.1.2", "Penetapan Penerima")
    found = coded_ends(f"{maps}D. PENJELASAN PETA PROSES\n\n1. {told}\n")
    assert sorted(found[0]) == [("", "Kantor Pajak Kota Lama"), ("XY.1.2", "Penetapan Penerima")]


def test_what_has_to_do_with_a_thing_is_no_relation_of_processes() -> None:
    maps = "C. PETA PROSES\n\nXY.1.1 Pendataan Warga\nXY.1.2 Penetapan Penerima\n\n"
    told = "Pendataan Warga (XY.1.1) berkaitan dengan ketersediaan anggaran pada tahun berjalan."
    assert coded_ends(f"{maps}D. PENJELASAN PETA PROSES\n\n1. {told}\n") == []


def test_each_of_several_ends_keeps_its_code() -> None:
    maps = "C. PETA PROSES\n\nXY.1.1 Pendataan Warga\nXY.1.2 Penetapan dan Penyaluran\nXY.2.1 Penilaian Hasil\n\n"
    told = (
        "Pendataan Warga (XY.1.1) mengirim data kepada Penetapan dan Penyaluran (XY.1.2) dan Penilaian Hasil (XY.2.1)"
    )
    ends = [("XY.1.1", "Pendataan Warga"), ("XY.1.2", "Penetapan dan Penyaluran"), ("XY.2.1", "Penilaian Hasil")]
    assert coded_ends(f"{maps}D. PENJELASAN PETA PROSES\n\n1. {told}\n") == [ends]


GIVEN = {
    "Pendataan Warga (XY.1.1) menyampaikan daftar kepada {} untuk ditetapkan.",
    "Pendataan Warga (XY.1.1) mengirimkan daftar ke proses {} setiap bulan.",
    "Daftar dari Pendataan Warga (XY.1.1) disampaikan kepada {} dengan surat.",
}


@pytest.mark.parametrize("sentence", sorted(GIVEN))
def test_the_words_of_a_known_name_do_not_end_it(sentence: str) -> None:
    name = "Persetujuan atas Usulan yang Masuk"
    told = sentence.format(f"{name} (XY.1.2)")
    maps = f"C. PETA PROSES\n\nXY.1.1 Pendataan Warga\nXY.1.2 {name}\nXY.2.1 Penilaian Hasil\n\n"
    found = coded_ends(f"{maps}D. PENJELASAN PETA PROSES\n\n1. {told}\n")
    assert found == [[("XY.1.1", "Pendataan Warga"), ("XY.1.2", name)]]


def test_a_table_of_flows_keeps_code_and_name_apart() -> None:
    maps = "C. PETA PROSES\n\nXY.1.1 Pendataan Warga\nXY.1.2 Penetapan Penerima\n\n"
    rows = "| Dari | Ke | Dokumen |\n|---|---|---|\n| XY.1.1 Pendataan Warga | Penetapan Penerima (XY.1.2) | daftar |\n"
    rows += "| XY.1.2 | Kantor Pos | surat |\n"
    found = coded_ends(f"{maps}D. PENJELASAN HUBUNGAN ANTARPROSES\n\n{rows}")
    assert found == [
        [("XY.1.1", "Pendataan Warga"), ("XY.1.2", "Penetapan Penerima")],
        [("XY.1.2", "XY.1.2"), ("", "Kantor Pos")],
    ]


def coded_ends(text: str) -> list[list[tuple[str, str]]]:
    """Code and name of the ends of each flow and relation that a text tells."""
    naskah = read_text(text)
    flows = [each for each in naskah.kutipan if each.sebagai in ("aliran", "hubungan")]
    ends = [each for each in naskah.kutipan if each.sebagai in ("dari", "ke")]
    return [[(each.nomor, each.teks) for each in ends if each.induk == flow.id] for flow in flows]


def test_a_table_tells_who_gives_what_to_whom() -> None:
    rows = "| Pemberi | Penerima | Yang diberikan |\n|---|---|---|\n| Nelayan | UPTD Pelelangan | hasil tangkapan |\n"
    assert ends(f"D. PENJELASAN HUBUNGAN ANTARPROSES\n\n{rows}") == [("Nelayan", "UPTD Pelelangan", "hasil tangkapan")]


@pytest.mark.parametrize("heading", ["RELASI", "HUBUNGAN KERJA", "TATA HUBUNGAN KERJA ANTARUNIT", "ALIRAN PRODUK"])
def test_a_chapter_of_articles_may_tell_flows_under_many_headings(heading: str) -> None:
    made = text(
        "PERATURAN BUPATI UJI\nNOMOR 1 TAHUN 2024\n\nMEMUTUSKAN:\n\nBAB I\nPROSES\n\n"
        "Pasal 1\n\nProses utama meliputi:\n"
        f"a. LB.01 Pembinaan Pasar; dan\nb. LB.02 Penilaian Mutu.\n\nBAB II\n{heading}\n\nPasal 2\n\n"
        "(1) Dinas Kesehatan menyampaikan data gizi balita kepada Dinas Pendidikan.\n"
        "(2) Inspektorat Daerah mengawasi Dinas Kesehatan.\n\nBAB III\nPENUTUP\n\nPasal 3\n\n"
        "Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.\n"
    ).naskah.kutipan
    flow, relation = [each for each in made if each.sebagai in ("aliran", "hubungan")]
    assert [one.teks for one in made if one.induk == flow.id] == [
        "Dinas Kesehatan",
        "Dinas Pendidikan",
        "data gizi balita",
    ]
    assert [one.teks for one in made if one.induk == relation.id] == ["Inspektorat Daerah", "Dinas Kesehatan"]
