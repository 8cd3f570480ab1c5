"""A product that stands twice in the list has two lives: one process gives the one, the next waits for the other."""

from collections.abc import Iterator

from probis.model import Produk, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, lipat

ATURAN = Aturan(
    nomor="K22",
    tingkat=Tingkat.GALAT,
    judul="Keluaran yang dipakai proses lain adalah satu produk dengan satu nama",
    mengapa="Satu aliran memuat kedua ujungnya, sehingga nama keluaran dan masukannya selalu sama. Itu terputus bila "
    "produk yang sama tercatat dua kali, misalnya pada berkas yang digabung atau diimpor: yang satu diberikan, yang "
    "lain ditunggu, dan keduanya tampak sama pada gambar.",
    perbaikan="Pakai satu id di semua aliran dan langkah, lalu hapus yang lain dari produk.yaml; bila memang dua hal, "
    "bedakan namanya.",
    dasar=(("permenpanrb-19-2018", "prinsip definitif"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each product whose name, apart from case, spaces and marks, an earlier one has already."""
    first: dict[str, Produk] = {}
    for produk in bahan.model.produk:
        twin = first.setdefault(lipat(produk.nama), produk)
        if twin is not produk:
            pesan = f"Produk “{produk.nama}” tercatat dua kali: sebagai {twin.id} dan {produk.id}."
            saran = "Pakai satu id di semua tempat, atau bedakan namanya."
            yield Pelanggaran(f"produk/{produk.id}", pesan, saran, "nama")
