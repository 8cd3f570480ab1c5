"""What damaged texts have broken on their way to a draft and a report; each is read to the end."""

import pytest

from probis.reading.draft import Rancangan, draft
from probis.reading.formats import read
from probis.reading.quotations import quoted
from probis.reading.report import report, rows

DECREE = """KEPUTUSAN BUPATI MAJU
NOMOR : 5 TAHUN 2021
LAMPIRAN KEPUTUSAN BUPATI MAJU
A. PETA PROSES
| No | Kode | Nama proses | Penanggung jawab |
|---|---|---|---|
"""


def whole(text: str, suffix: str = "md") -> Rancangan:
    """The draft of a text, after a report of it was made."""
    said = quoted(read(f"naskah.{suffix}", text.encode()))
    made = draft(said.naskah, document=said.document)
    assert rows(report(said, made))
    return made


def test_control_signs_in_what_is_noise_are_shown_as_such() -> None:
    said = quoted(read("naskah.md", f"{DECREE}\n<!-- \x19sisa\x1b -->\n".encode()))
    (noise,) = [each.teks for each in said.naskah.kutipan if each.catatan == "komentar Markdown"]
    assert noise == "�sisa�"
    whole(f"{DECREE}\n<!-- \x19sisa\x1b -->\n")


@pytest.mark.parametrize("owner", ["——", "...", "(usulan)"])
def test_an_owner_without_a_letter_breaks_no_comparison_of_names(owner: str) -> None:
    made = whole(
        f"{DECREE}| 1 | P.1 | Penataan | {owner} |\n| 2 | P.2 | Pembinaan | Seksi Umum |\n"
        "| 3 | P.3 | Pelaporan | Seksi Umum dan Program |\n"
    )
    assert [each.kode for each in made.model.proses] == ["P.1", "P.2", "P.3"]


@pytest.mark.parametrize(
    ("codes", "grammar"),
    [
        (["Tangga1", "Tangga2"], "Tangga{n}"),
        (["Dn-01", "Dn-02", "Dn-3"], "Dn-{nn}"),
        (["P.1", "P.2"], "P.{n}"),
    ],
)
def test_letters_of_a_code_are_no_places_of_its_number(codes: list[str], grammar: str) -> None:
    lines = "".join(f"| {n} | {code} | Penataan {n} | Seksi {n} |\n" for n, code in enumerate(codes, 1))
    made = whole(DECREE + lines)
    assert made.model.instansi.profil.pola_proses == grammar


@pytest.mark.parametrize("label", ["a.", "1.", "(1)"])
def test_measures_under_an_aim_without_a_label_are_read(label: str) -> None:
    text = f"""KEPUTUSAN BUPATI MAJU
NOMOR : 5 TAHUN 2021
LAMPIRAN KEPUTUSAN BUPATI MAJU

SASARAN

Meningkatnya mutu layanan

{label} Persentase layanan tepat waktu
"""
    said = quoted(read("naskah.txt", text.encode())).naskah.kutipan
    assert [(each.sebagai, each.teks) for each in said if each.sebagai in ("sasaran", "indikator")] == [
        ("sasaran", "Meningkatnya mutu layanan"),
        ("indikator", "Persentase layanan tepat waktu"),
    ]
