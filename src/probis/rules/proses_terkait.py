"""A process that touches no other process and nobody outside stands alone on the map."""

from collections.abc import Iterator

from probis.model import PetaProsesBisnis, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, sebut

ATURAN = Aturan(
    nomor="K26",
    tingkat=Tingkat.GALAT,
    judul="Setiap proses terkait dengan proses lain atau pihak lain",
    mengapa="Peta menunjukkan hubungan kerja. Proses yang hanya terhubung dengan dirinya sendiri tidak memberi apa pun "
    "dan tidak menerima apa pun.",
    perbaikan="Tambahkan aliran atau hubungannya.",
    dasar=(("permenpanrb-19-2018", "prinsip keterkaitan"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process whose flows and relations, there being some, all stay within itself and its parts."""
    model = bahan.model
    touched = _ends(model)
    for proses in model.pohon():
        ends = touched.get(proses.id)
        if ends and ends <= model.cakupan(proses.id):
            pesan = f"{sebut(proses)} hanya terhubung dengan dirinya sendiri."
            yield Pelanggaran(f"proses/{proses.id}", pesan, "Tambahkan aliran dari atau ke proses dan pihak lain.")


def _ends(model: PetaProsesBisnis) -> dict[str, set[str | None]]:
    """For each process both ends of all that touches it or its parts; an end not known counts as another's."""
    found: dict[str, set[str | None]] = {}
    for dari, ke in ((one.dari, one.ke) for group in (model.aliran, model.hubungan) for one in group):
        for proses in (model.cari_proses(dari), model.cari_proses(ke)):
            for above in model.garis_induk(proses) if proses is not None else ():
                found.setdefault(above.id, set()).update((dari, ke))
    return found
