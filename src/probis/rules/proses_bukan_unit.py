"""A process named like a unit maps the organisation, not the work."""

from collections.abc import Iterator

from probis.model import Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, lipat, sebut

ATURAN = Aturan(
    nomor="K07",
    tingkat=Tingkat.PERINGATAN,
    judul="Nama proses bukan nama unit",
    mengapa="Proses menyebut apa yang dikerjakan, bukan siapa yang mengerjakan. Peta yang prosesnya bernama unit ikut "
    "berubah setiap kali struktur berubah, dan menyembunyikan kerja yang melintasi unit.",
    perbaikan="Beri nama menurut hasil kerjanya, misalnya “Penataan Kelembagaan”, bukan “Bagian Kelembagaan”.",
    dasar=(("permenpanrb-19-2018", "prinsip: berdasarkan kegiatan, bukan struktur"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process whose name is the full or short name of a unit, a position or a party."""
    organisasi = bahan.model.organisasi
    names = {
        lipat(name): one
        for group in (organisasi.unit, organisasi.jabatan, organisasi.pihak)
        for one in group
        for name in (one.nama, one.nama_singkat)
        if name
    }
    for proses in bahan.model.proses:
        found = names.get(lipat(proses.nama))
        if found is not None:
            pesan = f"{sebut(proses)} bernama sama dengan {found.nama} dalam organisasi."
            yield Pelanggaran(f"proses/{proses.id}", pesan, "Beri nama menurut apa yang dikerjakan.", "nama")
