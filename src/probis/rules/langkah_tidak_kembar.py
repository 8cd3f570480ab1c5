"""The same step drawn in two maps must be kept twice, and soon differs."""

from collections.abc import Iterator

from probis.model import Kegiatan, LintasFungsi, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat, deret, lipat

ATURAN = Aturan(
    nomor="K66",
    tingkat=Tingkat.CATATAN,
    judul="Rangkaian yang sama digambar satu kali",
    mengapa="Dua kegiatan berturut-turut yang sama, oleh pelaku yang sama, dalam dua peta adalah satu rangkaian yang "
    "digambar dua kali. Bila yang satu diubah, yang lain tertinggal.",
    perbaikan="Gambar rangkaian itu sebagai peta tersendiri dan panggil (`panggil`) dari peta-peta itu.",
    dasar=(("permenpanrb-19-2018", "prinsip definitif"),),
)

_Step = tuple[str, str]
"""Who does it and what, folded."""


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield, at each later map, the first of the pairs of following steps that an earlier map shows too."""
    first: dict[tuple[_Step, _Step], LintasFungsi] = {}
    for peta in bahan.model.lintas_fungsi:
        steps = {simpul.id: simpul for simpul in peta.simpul if isinstance(simpul, Kegiatan) and simpul.nama}
        told: set[str] = set()
        for alur in peta.alur:
            here, there = steps.get(alur.dari), steps.get(alur.ke)
            if here is None or there is None:
                continue
            key = (_step(peta, here), _step(peta, there))
            twin = first.setdefault(key, peta)
            if twin is not peta and twin.varian is peta.varian and twin.id not in told:
                told.add(twin.id)
                names = deret([f"“{here.nama}”", f"“{there.nama}”"])
                pesan = f"{names} juga digambar pada peta {bahan.model.sebutan(twin.proses)}."
                saran = "Gambar satu kali sebagai peta tersendiri, lalu panggil dari keduanya."
                yield Pelanggaran(alamat(peta, here.id), pesan, saran)


def _step(peta: LintasFungsi, simpul: Kegiatan) -> _Step:
    jalur = peta.cari_jalur(simpul.jalur)
    return (jalur.pelaku if jalur else "", lipat(simpul.nama))
