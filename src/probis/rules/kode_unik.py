"""Two processes with one code make every reference to it ambiguous."""

from collections.abc import Iterator

from probis.model import Proses, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, lipat_kode

ATURAN = Aturan(
    nomor="K02",
    tingkat=Tingkat.GALAT,
    judul="Satu kode untuk satu proses",
    mengapa="Kode yang dipakai dua proses membuat rujukan dalam SOP, keputusan, dan laporan bermakna ganda.",
    perbaikan="Beri salah satu proses nomor berikutnya yang belum dipakai.",
    dasar=(("permenpanrb-19-2018", "prinsip definitif"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process whose code an earlier process has already, separators and case apart."""
    first: dict[str, Proses] = {}
    for proses in bahan.model.proses:
        key = lipat_kode(proses.kode)
        if key and key in first:
            pesan = f"Kode “{proses.kode}” sudah dipakai proses “{first[key].nama}”."
            yield Pelanggaran(f"proses/{proses.id}", pesan, "Beri nomor berikutnya yang belum dipakai.", "kode")
        elif key:
            first[key] = proses
