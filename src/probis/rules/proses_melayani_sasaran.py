"""A process that serves no objective cannot be told from habit."""

from collections.abc import Iterator

from probis.model import PetaProsesBisnis, Proses, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, sebut

ATURAN = Aturan(
    nomor="K49",
    tingkat=Tingkat.PERINGATAN,
    judul="Setiap proses utama mendukung sasaran, tujuan, atau misi",
    mengapa="Peta diturunkan dari visi, misi, tujuan, dan sasaran. Proses utama yang tidak mendukung satu pun tidak "
    "menjelaskan mengapa dikerjakan. Bagi instansi yang arahnya belum dimuat, aturan ini diam.",
    perbaikan="Isi `melayani` pada prosesnya dengan sasaran, tujuan, atau misi yang didukungnya.",
    dasar=(("permenpanrb-19-2018", "penyusunan peta proses: visi, misi, tujuan, dan sasaran"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each core process that, with its parts, serves nothing of the cascade; where there is a cascade."""
    model, arah = bahan.model, bahan.model.arah
    cascade = {one.id for group in (arah.misi, arah.tujuan, arah.sasaran, arah.area) for one in group}
    if not cascade:
        return
    for proses in model.anak(None):
        if proses.kelompok is not None and proses.kelompok.value == "utama" and not _serves(model, proses, cascade):
            pesan = f"{sebut(proses)} tidak mendukung sasaran, tujuan, misi, atau area mana pun."
            yield Pelanggaran(f"proses/{proses.id}", pesan, "Isi `melayani`.", "melayani")


def _serves(model: PetaProsesBisnis, proses: Proses, cascade: set[str]) -> bool:
    return any(id in cascade for one in (proses, *model.pohon(proses.id)) for id in one.melayani)  # noqa: A001
