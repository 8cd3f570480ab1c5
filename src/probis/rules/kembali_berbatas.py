"""A return that may be taken for ever lets work circle for ever."""

from collections.abc import Iterator

from probis.model import JenisAlur, LintasFungsi, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat, deret, nama_simpul
from probis.rules._rangkaian import maju, tercapai

ATURAN = Aturan(
    nomor="K42",
    tingkat=Tingkat.PERINGATAN,
    judul="Setiap pengembalian ada batasnya",
    mengapa="Berkas yang boleh dikembalikan tanpa batas tidak pasti kapan selesai, dan waktu penyelesaian peta tidak "
    "dapat dihitung. Lingkaran yang tidak ditandai sebagai pengembalian juga membuat urutan kerja tidak terbaca.",
    perbaikan="Isi `paling_banyak` pada pengembaliannya, dan `lalu` dengan langkah yang ditempuh sesudah batas itu. "
    "Tandai alur yang berbalik dengan `kembali`.",
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
            pesan = f"Dari “{nama_simpul(back)}” pekerjaan dapat kembali ke “{nama_simpul(there)}” tanpa batas."
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
        names = deret([f"“{nama_simpul(one)}”" for one in circle])
        pesan = f"Pekerjaan berputar melalui {names}, tetapi tidak ada alur yang ditandai kembali."
        yield Pelanggaran(alamat(peta, simpul.id), pesan, "Tandai alur yang berbalik dengan `kembali`.")
