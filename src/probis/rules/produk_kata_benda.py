"""A product is a thing that is handed over; a name that begins with a verb names an act."""

import re
from collections.abc import Iterator

from probis.model import Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K24",
    tingkat=Tingkat.CATATAN,
    judul="Produk bernama kata benda",
    mengapa="Masukan dan keluaran adalah dokumen, data, jasa, atau keadaan. Nama yang berawal kata kerja menyebut "
    "kegiatan yang menghasilkannya. Aturan gaya ini mati kecuali diberi tingkat pada `profil.tingkat_aturan`.",
    perbaikan="Tulis apa yang diserahkan, misalnya “laporan evaluasi”, bukan “mengevaluasi”.",
    dasar=(("permenpanrb-19-2018", "pemasok–masukan–proses–keluaran–pelanggan"),),
    bawaan=False,
)

_VERB = re.compile(r"(?:me(?:m|n|ng|ny|r|l|w)|ber|di)[a-z]{4,}", re.I)
_NOUNS = re.compile(
    r"(?:menteri|mentor|menu|merek\b|metod|metro|meng?enai|melodi|berita|berkas|bersih|beranda|berlian|beras"
    r"|dina|dipa|dire|disk|dispo|dise|diag|dikla|digi|dimens|diplo|dividen|distri)",
    re.I,
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each product whose name begins with a verb."""
    for produk in bahan.model.produk:
        if _VERB.match(produk.nama) and not _NOUNS.match(produk.nama):
            pesan = f"Produk “{produk.nama}” berawal kata kerja."
            yield Pelanggaran(f"produk/{produk.id}", pesan, "Tulis apa yang diserahkan.", "nama")
