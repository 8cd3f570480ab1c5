"""A supplier or customer who is missing from the peta relasi is known to one map and not to the other."""

from collections.abc import Iterator

from probis.model import Pihak, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, deret, sebut

ATURAN = Aturan(
    nomor="K31",
    tingkat=Tingkat.PERINGATAN,
    judul="Pemasok dan pelanggan luar muncul dalam peta relasi",
    mengapa="Peta relasi menunjukkan semua pihak yang berhubungan dengan proses. Pihak yang memberi atau menerima "
    "menurut peta proses, tetapi tidak ada dalam peta relasi, membuat kedua peta saling membantah.",
    perbaikan="Tambahkan pihak itu pada `terlibat` prosesnya, atau sebagai jalur pada peta lintas fungsinya.",
    dasar=(("permenpanrb-19-2018", "peta relasi"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process of the first level with the outside parties of its flows that take no part in it.

    A process in which nobody but the owner takes part yet has no peta relasi to compare with.
    """
    model = bahan.model
    for proses in model.anak(None):
        taking = set(model.peserta(proses.id))
        if taking <= {proses.pemilik}:
            continue
        ends = [one.dari for one in model.masukan(proses.id)] + [one.ke for one in model.keluaran(proses.id)]
        missing = [
            end for end in dict.fromkeys(ends) if end not in taking and isinstance(model.cari_pelaku(end), Pihak)
        ]
        if missing:
            names = deret([model.sebutan(one) for one in missing])
            pesan = f"{names} memberi kepada atau menerima dari {sebut(proses)}, tetapi tidak ada dalam peta relasinya."
            yield Pelanggaran(f"proses/{proses.id}", pesan, "Tambahkan pada `terlibat`.", "terlibat")
