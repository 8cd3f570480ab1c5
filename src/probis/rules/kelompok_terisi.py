"""A group without a process says that the body has no such work, which is hardly ever true."""

from collections.abc import Iterator

from probis.model import Kelompok, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, sebut

ATURAN = Aturan(
    nomor="K11",
    tingkat=Tingkat.PERINGATAN,
    judul="Setiap proses punya kelompok, dan setiap kelompok berisi proses",
    mengapa="Peta proses terdiri atas tiga kelompok. Hampir setiap instansi mengerjakan ketiganya; kelompok yang "
    "kosong biasanya belum dipetakan. Peta dengan kurang dari tiga proses dianggap baru dimulai, dan kelompoknya belum "
    "dinilai.",
    perbaikan="Tambahkan proses kelompok itu, atau catat sebagai pengecualian mengapa tidak ada.",
    dasar=(("permenpanrb-19-2018", "kelompok proses"),),
)

_BEGUN = 3  # processes; below it the map has just been begun


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process without a group, each sub process in another than its own, each group without a process."""
    model = bahan.model
    processes = model.anak(None)
    for proses in processes:
        if proses.kelompok is None:
            pesan = f"{sebut(proses)} belum masuk kelompok mana pun."
            yield Pelanggaran(f"proses/{proses.id}", pesan, "Isi `kelompok`.", "kelompok", Tingkat.GALAT)
    for proses in model.pohon():
        above = model.cari_proses(proses.induk)
        group = model.kelompok(above) if above is not None else None
        if proses.kelompok is not None and group is not None and proses.kelompok is not group:
            pesan = f"{sebut(proses)} masuk kelompok {proses.kelompok}, sedangkan prosesnya kelompok {group}."
            saran = "Hapus `kelompok` pada sub proses: kelompoknya mengikuti prosesnya."
            yield Pelanggaran(f"proses/{proses.id}", pesan, saran, "kelompok", Tingkat.GALAT)
    filled = {proses.kelompok for proses in processes}
    if len(processes) >= _BEGUN:
        for kelompok in Kelompok:
            if kelompok not in filled:
                pesan = f"Kelompok {model.label_kelompok(kelompok)} belum berisi proses."
                yield Pelanggaran("instansi", pesan, "Tambahkan prosesnya, atau catat pengecualian beralasan.")
