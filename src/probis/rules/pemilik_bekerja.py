"""An owner who does nothing in any map of the process owns a name only."""

from collections.abc import Iterator

from probis.model import Jabatan, LintasFungsi, PetaProsesBisnis, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, sebut

ATURAN = Aturan(
    nomor="K40",
    tingkat=Tingkat.PERINGATAN,
    judul="Pemilik proses bekerja dalam petanya",
    mengapa="Pemilik adalah unit yang melaksanakan proses. Pemilik yang tidak mempunyai langkah dalam satu pun peta "
    "lintas fungsi proses itu tidak dapat menanggungjawabi jalannya.",
    perbaikan="Tambahkan jalur dan langkah pemilik, atau ganti `pemilik` dengan unit yang mengerjakannya.",
    dasar=(("permenpanrb-19-2018", "peta relasi"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process that names an owner and has maps, in none of which the owner, its parts or its posts work."""
    model = bahan.model
    for proses in model.proses:
        maps = model.peta_cakupan(proses.id)
        if not proses.pemilik or not maps or not model.di_dalam(proses.pemilik):
            continue
        if not any(proses.pemilik in _line(model, who) for peta in maps for who in _workers(peta)):
            pesan = (
                f"{model.sebutan(proses.pemilik)}, pemilik {sebut(proses)}, tidak bekerja dalam peta lintas fungsinya."
            )
            saran = "Tambahkan langkahnya, atau ganti pemiliknya."
            yield Pelanggaran(f"proses/{proses.id}", pesan, saran, "pemilik")


def _workers(peta: LintasFungsi) -> set[str]:
    filled = {simpul.jalur for simpul in peta.simpul}
    return {jalur.pelaku for jalur in peta.jalur if jalur.id in filled}


def _line(model: PetaProsesBisnis, who: str | None) -> list[str]:
    """Somebody and the units above; for the head of a unit, whose post may stand for the owner, the same."""
    line: list[str] = []
    found = model.cari_pelaku(who)
    while found is not None and found.id not in line:
        line.append(found.id)
        found = model.cari_pelaku(found.unit if isinstance(found, Jabatan) else getattr(found, "induk", None))
    heads = [jabatan.id for jabatan in model.organisasi.jabatan if jabatan.kepala and jabatan.unit in line]
    return line + heads
