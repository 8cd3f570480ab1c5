"""The code of a sub process says which process it belongs to; a wrong beginning sends the reader elsewhere."""

from collections.abc import Iterator

from probis.model import Tingkat, pisah_kode, tulis_kode
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, lipat_kode

ATURAN = Aturan(
    nomor="K04",
    tingkat=Tingkat.GALAT,
    judul="Kode sub proses berawal kode induknya",
    mengapa="Pembaca menemukan induk sebuah sub proses dari awal kodenya. Awalan yang berbeda menunjuk ke proses lain.",
    perbaikan="Awali kode sub proses dengan kode proses induknya, atau pindahkan sub proses ke induk yang benar.",
    dasar=(("permenpanrb-19-2018", "prinsip keterkaitan"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each sub process whose code begins with another code than its parent's, separators apart."""
    pola = bahan.model.instansi.profil.pola_sub_proses
    if "{induk}" not in pola:
        return
    for proses in bahan.model.proses:
        induk = bahan.model.cari_proses(proses.induk)
        parts = pisah_kode(pola, proses.kode)
        if induk is None or not induk.kode or parts is None:
            continue
        if lipat_kode(parts[0]) != lipat_kode(induk.kode):
            pesan = f"Kode “{proses.kode}” tidak berawal kode induknya, {induk.kode}."
            saran = f"Tulis seperti {tulis_kode(pola, parts[1], induk.kode)}."
            yield Pelanggaran(f"proses/{proses.id}", pesan, saran, "kode")
