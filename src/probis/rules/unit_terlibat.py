"""A unit that takes part in no process is either not needed or not drawn."""

from collections.abc import Iterator

from probis.model import Jabatan, PetaProsesBisnis, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K30",
    tingkat=Tingkat.PERINGATAN,
    judul="Setiap unit dalam struktur terlibat dalam suatu proses",
    mengapa="Peta disusun sesuai tugas dan fungsi semua unit. Unit yang tidak muncul dalam peta mana pun tugasnya "
    "belum dipetakan, atau unit itu sudah tidak ada.",
    perbaikan="Tambahkan unit itu pada `terlibat` atau sebagai jalur, atau hapus dari struktur bila sudah tidak ada.",
    dasar=(("permenpanrb-19-2018", "kesesuaian peta dengan tugas dan fungsi"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each unit that, with all below it and all its posts, owns no process and takes part in none.

    Where no process names anyone yet, nothing is judged.
    """
    model = bahan.model
    busy = _busy(model)
    if not busy:
        return
    for unit in model.organisasi.unit:
        if unit.id not in busy:
            pesan = f"{unit.nama} tidak terlibat dalam proses mana pun."
            yield Pelanggaran(f"unit/{unit.id}", pesan, "Tambahkan pada `terlibat` proses atau sebagai jalur.")


def _busy(model: PetaProsesBisnis) -> set[str]:
    """The units that take part themselves or through what is under them."""
    named = {who for proses in model.anak(None) for who in model.peserta(proses.id)}
    named |= {
        who
        for peta in model.lintas_fungsi
        for simpul in peta.simpul
        for who in (*getattr(simpul, "pelaksana", ()), *getattr(simpul, "bersama", ()))
    }
    busy: set[str] = set()
    for who in named:
        found = model.cari_pelaku(who)
        here = model.cari_pelaku(found.unit) if isinstance(found, Jabatan) else found
        while here is not None and here.id not in busy:
            busy.add(here.id)
            here = model.cari_pelaku(getattr(here, "induk", None))
    return busy
