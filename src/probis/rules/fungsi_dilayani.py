"""A function that no process carries out is a duty nobody does; a process that serves no function has no mandate."""

from collections.abc import Iterator

from probis.model import PetaProsesBisnis, Proses, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K48",
    tingkat=Tingkat.GALAT,
    judul="Setiap fungsi dijalankan proses, dan setiap proses menjalankan fungsi",
    mengapa="Peta proses bisnis disusun dari tugas dan fungsi. Fungsi tanpa proses tidak ada yang mengerjakannya; "
    "proses tanpa fungsi dikerjakan tanpa dasar tugas. Bagi instansi yang fungsinya belum dimuat, aturan ini diam.",
    perbaikan="Isi `melayani` pada prosesnya dengan fungsi yang dijalankan. Bila fungsinya memang tidak ada, usulkan "
    "perubahan peraturan tentang tugas dan fungsi, dan catat sebagai pengecualian.",
    dasar=(("permenpanrb-19-2018", "kesesuaian peta dengan tugas dan fungsi"),),
)

_WORDS = 9


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each function without process, then each process of the first level without function, its parts' included.

    A process that already names what it serves may stand below one that does not: only the whole is judged.
    """
    model = bahan.model
    fungsi = {one.id: one.bunyi for one in model.semua_fungsi()}
    if not fungsi:
        return
    served = {id for proses in model.proses for id in proses.melayani}  # noqa: A001
    for id, bunyi in fungsi.items():  # noqa: A001
        if id not in served:
            words = bunyi.split()
            short = " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
            pesan = f"Fungsi “{short}” tidak dijalankan proses mana pun."
            yield Pelanggaran(f"fungsi/{id}", pesan, "Tambahkan pada `melayani` proses yang menjalankannya.")
    for proses in model.anak(None):
        if not _serves(model, proses, fungsi):
            pesan = f"{proses.kode} {proses.nama}".strip() + " tidak menjalankan fungsi mana pun."
            saran = "Isi `melayani` dengan fungsinya, atau usulkan fungsi itu dan catat pengecualiannya."
            yield Pelanggaran(f"proses/{proses.id}", pesan, saran, "melayani")


def _serves(model: PetaProsesBisnis, proses: Proses, fungsi: dict[str, str]) -> bool:
    below = (proses, *model.pohon(proses.id))
    return any(id in fungsi for one in below for id in one.melayani)  # noqa: A001
