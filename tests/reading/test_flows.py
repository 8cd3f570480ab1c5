"""Sentences of explanations tell who gives what to whom, whatever their order."""

import pytest

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
