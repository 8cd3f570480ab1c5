"""Merged cells of Word tables: an owner over several processes, a vision over the columns of a cascade."""

from probis.model import Naskah
from probis.reading.formats import read
from probis.reading.quotations import quoted
from reading.word import docx, p, table

HEAD = "".join(map(p, ("LAMPIRAN", "KEPUTUSAN KEPALA DINAS UJI", "NOMOR 3 TAHUN 2024")))
OVER, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def of(body: str) -> Naskah:
    return quoted(read("a.docx", docx(HEAD + body))).naskah


def cell(text: str, properties: str = "") -> str:
    return f"<w:tcPr>{properties}</w:tcPr>{p(text)}"


def test_an_owner_whose_cell_goes_on_over_rows_below_owns_them_too() -> None:
    naskah = of(
        p("A. DAFTAR PROSES")
        + table(
            ["Kode", "Proses", "Pemilik Proses"],
            [cell("PK.1"), cell("Pendataan Kapal"), cell("Bidang Kapal", OVER)],
            [cell("PK.2"), cell("Pengukuran Kapal"), cell("", ON)],
            [cell("PK.3"), cell("Pendataan Awak"), cell("Bidang Awak")],
            [cell("PK.4"), cell("Urusan Lain"), cell("")],
        )
    )
    codes = {each.id: each.nomor for each in naskah.kutipan}
    owners = [(codes[each.induk], each.teks) for each in naskah.kutipan if each.sebagai == "pemilik"]
    assert owners == [("PK.1", "Bidang Kapal"), ("PK.2", "Bidang Kapal"), ("PK.3", "Bidang Awak")]


def test_a_row_over_the_head_of_a_cascade_tells_the_vision_under_any_heading() -> None:
    naskah = of(
        p("A. DARI RENCANA KE PROSES")
        + p("Tabel 1. Penjabaran")
        + table(
            [cell("Visi: Laut Lestari, Nelayan Sejahtera", '<w:gridSpan w:val="3"/>')],
            ["Misi", "Tujuan", "Sasaran"],
            ["Menjaga laut", "Terjaganya mutu laut", "Meningkatnya tutupan karang"],
            ["Menguatkan nelayan", "Kuatnya nelayan", "Meningkatnya pendapatan nelayan"],
        )
    )
    told = [(each.sebagai, each.teks) for each in naskah.kutipan if each.sebagai in ("visi", "misi")]
    assert told == [
        ("visi", "Laut Lestari, Nelayan Sejahtera"),
        ("misi", "Menjaga laut"),
        ("misi", "Menguatkan nelayan"),
    ]
