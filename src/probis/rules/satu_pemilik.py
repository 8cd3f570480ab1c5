"""Work that everybody shares and nobody owns is not done; the owner is a unit or position of the body."""

from collections.abc import Iterator

from probis.model import Pihak, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K28",
    tingkat=Tingkat.GALAT,
    judul="Setiap proses punya satu pemilik",
    mengapa="Peta relasi menunjukkan unit yang melaksanakan setiap proses. Proses tanpa pemilik tidak ada yang "
    "menanggungjawabinya; pihak luar tidak dapat memilikinya.",
    perbaikan="Isi `pemilik` dengan unit atau jabatan yang bertanggung jawab. Sub proses tanpa pemilik mengikuti "
    "induknya.",
    dasar=(("permenpanrb-19-2018", "peta relasi"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process without owner, and each that an outside party owns."""
    model = bahan.model
    for proses in model.proses:
        at, name = f"proses/{proses.id}", f"{proses.kode} {proses.nama}".strip()
        if model.pemilik(proses) is None:
            yield Pelanggaran(at, f"{name} belum punya pemilik.", "Isi `pemilik` dengan unit atau jabatan.", "pemilik")
        elif isinstance(model.cari_pelaku(proses.pemilik), Pihak):
            pesan = f"Pemilik {name} adalah pihak luar, {model.sebutan(proses.pemilik)}."
            yield Pelanggaran(at, pesan, "Isi `pemilik` dengan unit atau jabatan di dalam.", "pemilik")
