"""Two questions of one doer with nothing done between them are one question asked twice, or a step is missing."""

from collections.abc import Iterator

from probis.analysis import sebut_simpul
from probis.model import JenisAlur, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat

ATURAN = Aturan(
    nomor="K65",
    tingkat=Tingkat.CATATAN,
    judul="Antara dua putusan ada yang dikerjakan",
    mengapa="Putusan menjawab pertanyaan dari hasil suatu kegiatan. Dua putusan berturut-turut pada jalur yang sama "
    "sering berarti kegiatan di antaranya belum digambar, atau keduanya dapat menjadi satu putusan.",
    perbaikan="Tambahkan kegiatan yang menjadi dasar putusan kedua, atau gabungkan jawabannya dalam satu putusan.",
    dasar=(("permenpanrb-35-2012", "simbol belah ketupat"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each decision that an answer to another one of the same lane leads to at once, without a return."""
    for peta in bahan.model.lintas_fungsi:
        asked = {simpul.id: simpul for simpul in peta.simpul if simpul.jenis == "putusan"}
        for alur in peta.alur:
            first, second = asked.get(alur.dari), asked.get(alur.ke)
            if first and second and first.jalur == second.jalur and alur.jenis is JenisAlur.URUT:
                pesan = (
                    f"Sesudah putusan {sebut_simpul(peta, first)} langsung ada putusan {sebut_simpul(peta, second)}."
                )
                saran = "Tambahkan kegiatan di antaranya, atau gabungkan keduanya."
                yield Pelanggaran(alamat(peta, second.id), pesan, saran)
