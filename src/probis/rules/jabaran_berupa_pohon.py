"""A process that is part of itself has no place on any map; a breakdown is a tree, no deeper than the body sets."""

from collections.abc import Iterator

from probis.model import Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K18",
    tingkat=Tingkat.GALAT,
    judul="Jabaran proses berupa pohon",
    mengapa="Proses yang menjadi bagian dari dirinya sendiri tidak dapat digambar. Jabaran yang terlalu dalam "
    "mencampur proses dengan langkah kerja.",
    perbaikan="Betulkan `induk`, atau ubah kedalaman terbesar pada profil instansi.",
    dasar=(("permenpanrb-19-2018", "tingkatan peta"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process within a circle of parents, and each deeper than the profile allows."""
    model, deepest = bahan.model, bahan.model.instansi.profil.kedalaman_maks
    for proses in model.proses:
        line = model.garis_induk(proses)
        top = model.cari_proses(line[-1].induk)
        at, name = f"proses/{proses.id}", f"{proses.kode} {proses.nama}".strip()
        if top is proses:
            around = " → ".join([*(p.kode or p.id for p in line), proses.kode or proses.id])
            yield Pelanggaran(
                at, f"{name} menjadi bagian dari dirinya sendiri: {around}.", "Betulkan `induk`.", "induk"
            )
        elif top is None and len(line) > deepest:
            pesan = f"{name} berada pada tingkat {len(line)}; profil membolehkan sampai tingkat {deepest}."
            yield Pelanggaran(at, pesan, "Naikkan induknya, atau ubah `kedalaman_maks` pada profil.", "induk")
