"""An input that comes from nobody does not come."""

from collections.abc import Iterator

from probis.model import Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, sebut

ATURAN = Aturan(
    nomor="K21",
    tingkat=Tingkat.GALAT,
    judul="Setiap masukan punya pemasok",
    mengapa="Proses berjalan bila bahannya datang. Masukan tanpa pemasok tidak jelas kepada siapa dimintakan.",
    perbaikan="Isi `dari` pada aliran itu dengan proses, unit, atau pihak yang memberikannya.",
    dasar=(("permenpanrb-19-2018", "pemasok–masukan–proses–keluaran–pelanggan"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each flow into a process that comes from nowhere yet."""
    model = bahan.model
    for aliran in model.aliran:
        proses = model.cari_proses(aliran.ke)
        if proses is not None and aliran.dari is None:
            pesan = f"Masukan “{model.nama_produk(aliran.produk)}” untuk {sebut(proses)} belum punya pemasok."
            yield Pelanggaran(f"aliran/{aliran.id}", pesan, "Isi `dari`.", "dari")
