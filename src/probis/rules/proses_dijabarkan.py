"""A process that is not broken down is a name without content; every group must be broken down, not the core alone."""

from collections.abc import Iterator

from probis.model import Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K12",
    tingkat=Tingkat.GALAT,
    judul="Setiap proses dijabarkan dalam peta sub proses",
    mengapa="Peta proses harus dijabarkan sampai dapat menjadi dasar penyusunan SOP. Ini berlaku bagi ketiga kelompok, "
    "bukan hanya kelompok yang pertama.",
    perbaikan="Tambahkan sub prosesnya, atau catat sebagai pengecualian sampai kapan penjabarannya ditunda.",
    dasar=(("permenpanrb-19-2018", "peta sub proses"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process of the peta proses that has no sub process."""
    for proses in bahan.model.anak(None):
        if not bahan.model.anak(proses.id):
            name = f"{proses.kode} {proses.nama}".strip()
            saran = "Tambahkan sub proses dengan `induk` proses ini."
            yield Pelanggaran(f"proses/{proses.id}", f"{name} belum dijabarkan dalam peta sub proses.", saran)
