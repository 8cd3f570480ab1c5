"""Work that begins nowhere, ends nowhere or cannot be reached is not a chain of work."""

from collections.abc import Iterator

from probis.analysis import kapital, sebut_simpul
from probis.model import LintasFungsi, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran
from probis.rules._rangkaian import semua, tercapai

ATURAN = Aturan(
    nomor="K35",
    tingkat=Tingkat.GALAT,
    judul="Satu mulai, minimal satu selesai, semua langkah terjangkau",
    mengapa="Rangkaian kerja harus jelas awal dan akhirnya. Langkah yang tidak dapat dicapai dari mulai tidak pernah "
    "dikerjakan; langkah yang tidak menuju selesai tidak pernah berakhir.",
    perbaikan="Hubungkan langkah itu dengan alur dari langkah sebelumnya dan ke langkah berikutnya.",
    dasar=(("permenpanrb-19-2018", "prinsip urutan"), ("permenpanrb-35-2012", "simbol kapsul")),
)


def _look(peta: LintasFungsi) -> Iterator[Pelanggaran]:
    at = f"lintas-fungsi/{peta.id}"
    mulai = [simpul.id for simpul in peta.simpul if simpul.jenis == "mulai"]
    selesai = [simpul.id for simpul in peta.simpul if simpul.jenis == "selesai"]
    if not mulai:
        yield Pelanggaran(at, "Peta ini belum punya mulai.", "Tambahkan satu mulai.")
    for extra in mulai[1:]:
        yield Pelanggaran(f"{at}/{extra}", f"Peta ini punya {len(mulai)} mulai.", "Sisakan satu mulai.")
    if not selesai:
        yield Pelanggaran(at, "Peta ini belum punya selesai.", "Tambahkan minimal satu selesai.")
    reached, ending = tercapai(mulai, semua(peta)), tercapai(selesai, semua(peta, terbalik=True))
    for simpul in peta.simpul:
        if mulai and simpul.id not in reached:
            saran = "Tambahkan alur dari langkah sebelumnya."
            pesan = f"{kapital(sebut_simpul(peta, simpul))} tidak dapat dicapai dari mulai."
            yield Pelanggaran(f"{at}/{simpul.id}", pesan, saran)
        if selesai and simpul.id not in ending:
            saran = "Tambahkan `ke` dengan langkah berikutnya."
            pesan = f"Dari {sebut_simpul(peta, simpul)} tidak ada jalan ke selesai."
            yield Pelanggaran(f"{at}/{simpul.id}", pesan, saran)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield, for each lintas fungsi, a missing or second start, a missing end, and nodes cut off from either."""
    for peta in bahan.model.lintas_fungsi:
        yield from _look(peta)
