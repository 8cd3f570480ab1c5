"""An output that nobody takes is work for nothing, or a customer who was forgotten."""

from collections.abc import Iterator

from probis.model import Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K20",
    tingkat=Tingkat.GALAT,
    judul="Setiap keluaran punya pelanggan",
    mengapa="Keluaran yang tidak diterima siapa pun berarti kerja yang sia-sia, atau pelanggan yang terlupa.",
    perbaikan="Isi `ke` pada alirannya dengan proses, pihak, atau unit yang menerimanya.",
    dasar=(("permenpanrb-19-2018", "prinsip pelanggan"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each product of a process none of whose flows names a customer, once a product."""
    model = bahan.model
    served = {(aliran.dari, aliran.produk) for aliran in model.aliran if aliran.ke}
    for aliran in model.aliran:
        maker = model.cari_proses(aliran.dari)
        if maker is not None and (aliran.dari, aliran.produk) not in served:
            served.add((aliran.dari, aliran.produk))
            name = f"{maker.kode} {maker.nama}".strip()
            pesan = f"Keluaran “{model.nama_produk(aliran.produk)}” dari {name} belum punya pelanggan."
            yield Pelanggaran(f"aliran/{aliran.id}", pesan, "Isi `ke` dengan yang menerimanya.", "ke")
