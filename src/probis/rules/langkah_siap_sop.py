"""A step without time, input and output cannot be written as a procedure."""

from collections.abc import Iterator

from probis.analysis import sebut_simpul
from probis.model import Kegiatan, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat, deret

ATURAN = Aturan(
    nomor="K43",
    tingkat=Tingkat.CATATAN,
    judul="Setiap kegiatan punya waktu, kelengkapan, dan hasil",
    mengapa="SOP memuat mutu baku setiap kegiatan: kelengkapan, waktu, dan output. Yang belum ada di peta akan kosong "
    "pada SOP-nya.",
    perbaikan="Isi `waktu`, `pakai`, dan `hasil` pada kegiatannya; tanyakan kepada pelaksananya bila belum pasti.",
    dasar=(("permenpanrb-35-2012", "mutu baku"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield, once a lintas fungsi, how many of its activities lack what, and which."""
    for peta in bahan.model.lintas_fungsi:
        work = [simpul for simpul in peta.simpul if isinstance(simpul, Kegiatan)]
        lacking = {
            "waktu": [simpul for simpul in work if simpul.waktu is None and simpul.beban is None],
            "kelengkapan atau hasil": [simpul for simpul in work if not simpul.pakai and not simpul.hasil],
        }
        said = [
            f"{len(steps)} tanpa {what} ({deret([sebut_simpul(peta, step) for step in steps], 3)})"
            for what, steps in lacking.items()
            if steps
        ]
        if said:
            pesan = f"Dari {len(work)} kegiatan peta ini {'; '.join(said)}."
            yield Pelanggaran(alamat(peta), pesan, "Isi `waktu`, `pakai`, dan `hasil` pada kegiatannya.")
