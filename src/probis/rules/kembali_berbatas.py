"""A return that may be taken for ever lets work circle for ever."""

from collections.abc import Iterator

from probis.analysis import sebut_simpul
from probis.edits import Ganti
from probis.model import Alur, JenisAlur, LintasFungsi, Putusan, Temuan, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat, deret
from probis.rules._rangkaian import maju, tercapai

ATURAN = Aturan(
    nomor="K42",
    tingkat=Tingkat.PERINGATAN,
    judul="Setiap pengembalian ada batasnya",
    mengapa="Berkas yang boleh dikembalikan tanpa batas tidak pasti kapan selesai, dan waktu penyelesaian peta tidak "
    "dapat dihitung. Lingkaran yang tidak ditandai sebagai pengembalian juga membuat urutan kerja tidak terbaca.",
    perbaikan="Isi `paling_banyak` pada pengembaliannya, dan `lalu` dengan langkah yang ditempuh sesudah batas itu. "
    "Tandai alur yang berbalik dengan `kembali`.",
    sendiri="Jawaban yang memutar pekerjaan ditandai `kembali`, bila hanya satu alur yang mungkin dimaksud.",
    dasar=(("permenpanrb-35-2012", "prinsip keterukuran"), ("permenpanrb-19-2018", "prinsip urutan")),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each return without a limit, and each circle that is not marked as a return."""
    for peta in bahan.model.lintas_fungsi:
        yield from _returns(peta)
        yield from _circles(peta)


def _returns(peta: LintasFungsi) -> Iterator[Pelanggaran]:
    for alur in peta.alur:
        back, there = peta.cari_simpul(alur.dari), peta.cari_simpul(alur.ke)
        if alur.jenis is JenisAlur.KEMBALI and alur.paling_banyak is None and back and there:
            pesan = (
                f"Dari {sebut_simpul(peta, back)} pekerjaan dapat kembali ke {sebut_simpul(peta, there)} tanpa batas."
            )
            saran = "Isi `paling_banyak` dan, dengan `lalu`, langkah sesudahnya."
            yield Pelanggaran(alamat(peta, back.id), pesan, saran)


def _circles(peta: LintasFungsi) -> Iterator[Pelanggaran]:
    """Each circle once, at the first of its nodes."""
    onward = maju(peta)
    told: set[str] = set()
    for simpul in peta.simpul:
        if simpul.id in told or simpul.id not in tercapai(onward.get(simpul.id, ()), onward):
            continue
        after = tercapai([simpul.id], onward)
        circle = [one for one in peta.simpul if one.id in after and simpul.id in tercapai([one.id], onward)]
        told.update(one.id for one in circle)
        names = deret([sebut_simpul(peta, one) for one in circle])
        pesan = f"Pekerjaan berputar melalui {names}, tetapi tidak ada alur yang ditandai kembali."
        yield Pelanggaran(alamat(peta, simpul.id), pesan, "Tandai alur yang berbalik dengan `kembali`.")


def mend(bahan: Bahan, temuan: Temuan) -> Ganti | None:
    """Mark the one answer that turns a circle back as a return; where another flow could be meant, nothing."""
    id_, _, node = temuan.alamat.removeprefix("lintas-fungsi/").partition("/")
    peta = bahan.model.cari_lintas_fungsi(id_)
    if peta is None or not any(breach.pesan == temuan.pesan for breach in _circles(peta)):
        return None
    onward = maju(peta)
    after = tercapai([node], onward)
    circle = {one for one in after if node in tercapai([one], onward)}
    inside = [one for one in peta.alur if {one.dari, one.ke} <= circle and one.jenis is not JenisAlur.KEMBALI]
    back = [one for one in inside if _turns(peta, one)]
    if len(back) != 1 or back[0].jenis is not JenisAlur.URUT:
        return None
    if not isinstance(peta.cari_simpul(back[0].dari), Putusan) or not back[0].nama:
        return None
    return Ganti(alamat(peta, "alur", back[0].id), "jenis", str(JenisAlur.URUT), str(JenisAlur.KEMBALI))


def _turns(peta: LintasFungsi, alur: Alur) -> bool:
    """Whether a flow leads back to a node without which the work never gets to where the flow begins."""
    starts = [one.id for one in peta.simpul if one.jenis == "mulai"]
    without = {one: tuple(n for n in there if n != alur.ke) for one, there in maju(peta).items()}
    return alur.ke not in starts and alur.dari not in tercapai(starts, without)
