"""A process broken down into one part is that part; the level between says nothing."""

from collections.abc import Iterator

from probis.model import Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, sebut

ATURAN = Aturan(
    nomor="K14",
    tingkat=Tingkat.PERINGATAN,
    judul="Proses yang dijabarkan punya dua sub proses atau lebih",
    mengapa="Menjabarkan berarti membagi. Satu sub proses mengulang induknya dengan nama lain, atau sub proses yang "
    "lain belum ditulis.",
    perbaikan="Tambahkan sub proses lainnya, atau gabungkan sub proses itu dengan induknya.",
    dasar=(("permenpanrb-19-2018", "peta sub proses"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process that has exactly one sub process."""
    for proses in bahan.model.pohon():
        parts = bahan.model.anak(proses.id)
        if len(parts) == 1:
            pesan = f"{sebut(proses)} hanya punya satu sub proses, {sebut(parts[0])}."
            saran = "Tambahkan sub proses lainnya, atau gabungkan keduanya."
            yield Pelanggaran(f"proses/{proses.id}", pesan, saran)
