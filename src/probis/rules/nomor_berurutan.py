"""A gap in the numbers says that something is missing, or that it was taken out without a word."""

from collections.abc import Iterator

from probis.model import Proses, Tingkat, pisah_kode, tulis_kode
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K03",
    tingkat=Tingkat.GALAT,
    judul="Nomor berurutan dari satu",
    mengapa="Nomor yang terlewati menimbulkan pertanyaan: apakah ada proses yang hilang atau dihapus tanpa keterangan?",
    perbaikan="Lengkapi proses yang nomornya terlewati, nomori ulang, atau catat alasannya sebagai pengecualian.",
    dasar=(("permenpanrb-19-2018", "prinsip urutan"),),
)


def _numbers(bahan: Bahan, siblings: tuple[Proses, ...], pola: str) -> list[tuple[int, str, Proses]]:
    numbered = []
    for proses in siblings:
        parts = pisah_kode(pola, proses.kode)
        if parts is not None:
            numbered.append((parts[1], parts[0], proses))
    return sorted(numbered, key=lambda entry: entry[0])


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield, at each level, the process that stands after a gap."""
    profil = bahan.model.instansi.profil
    for induk in (None, *(proses.id for proses in bahan.model.proses)):
        pola = profil.pola_sub_proses if induk else profil.pola_proses
        expected = 1
        for nomor, kode_induk, proses in _numbers(bahan, bahan.model.anak(induk), pola):
            if nomor > expected:
                missing = [tulis_kode(pola, n, kode_induk) for n in range(expected, min(nomor, expected + 5))]
                more = " dan seterusnya" if nomor - expected > 5 else ""
                pesan = f"Sebelum {proses.kode} terlewati: {', '.join(missing)}{more}."
                saran = "Lengkapi yang terlewati, nomori ulang, atau catat alasannya sebagai pengecualian."
                yield Pelanggaran(f"proses/{proses.id}", pesan, saran, "kode")
            expected = max(expected, nomor + 1)
