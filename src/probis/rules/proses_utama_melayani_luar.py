"""A core process that nobody outside the body needs is no core process."""

from collections.abc import Iterator

from probis.model import Kelompok, Pihak, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, sebut

ATURAN = Aturan(
    nomor="K25",
    tingkat=Tingkat.PERINGATAN,
    judul="Proses utama punya pelanggan di luar instansi",
    mengapa="Proses utama menghasilkan apa yang dibutuhkan pengguna di luar instansi. Proses yang hasilnya hanya "
    "dipakai di dalam termasuk proses pendukung.",
    perbaikan="Tambahkan aliran kepada pihak yang memakai hasilnya, atau pindahkan ke kelompok pendukung.",
    dasar=(("permenpanrb-19-2018", "kelompok proses: proses utama"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process of the group utama whose outputs, known all, go to no party outside."""
    model = bahan.model
    for proses in model.anak(None):
        outputs = model.keluaran(proses.id)
        if proses.kelompok is not Kelompok.UTAMA or not outputs or any(aliran.ke is None for aliran in outputs):
            continue
        if not any(isinstance(model.cari_pelaku(aliran.ke), Pihak) for aliran in outputs):
            pesan = f"{sebut(proses)} termasuk proses utama, tetapi tidak ada pihak luar yang memakai hasilnya."
            saran = "Tambahkan pelanggannya di aliran.yaml, atau ganti kelompoknya."
            yield Pelanggaran(f"proses/{proses.id}", pesan, saran, "kelompok")
