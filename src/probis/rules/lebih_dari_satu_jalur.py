"""A map of work across functions that shows one doer shows no crossing."""

from collections.abc import Iterator

from probis.model import Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat

ATURAN = Aturan(
    nomor="K34",
    tingkat=Tingkat.PERINGATAN,
    judul="Peta lintas fungsi memuat dua jalur atau lebih",
    mengapa="Peta lintas fungsi menunjukkan kerja yang melintasi unit. Peta dengan satu jalur adalah uraian kerja satu "
    "unit: cukup menjadi SOP unit itu, atau jalur yang lain belum digambar.",
    perbaikan="Gambar juga siapa yang memberi bahan, memeriksa, menyetujui, dan menerima hasilnya.",
    dasar=(("permenpanrb-19-2018", "peta lintas fungsi"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each lintas fungsi whose nodes stand in one lane only."""
    for peta in bahan.model.lintas_fungsi:
        lanes = {simpul.jalur for simpul in peta.simpul if simpul.jalur}
        if len(lanes) == 1:
            jalur = peta.cari_jalur(next(iter(lanes)))
            name = (jalur.nama or bahan.model.sebutan(jalur.pelaku)) if jalur is not None else next(iter(lanes))
            pesan = f"Semua langkah peta ini berada pada satu jalur, {name}."
            yield Pelanggaran(alamat(peta), pesan, "Tambahkan jalur pihak yang memberi, memeriksa, atau menerima.")
