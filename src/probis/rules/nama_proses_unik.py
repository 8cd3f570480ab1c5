"""Two processes of one name are one process to whoever reads the name only."""

from collections.abc import Iterator

from probis.model import Proses, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, lipat, sebut

ATURAN = Aturan(
    nomor="K06",
    tingkat=Tingkat.PERINGATAN,
    judul="Setiap proses punya nama sendiri",
    mengapa="Nama yang sama pada dua kode membuat pembaca tidak tahu proses mana yang dimaksud. Yang dibandingkan "
    "proses-proses di bawah satu induk, sebab di bawah induk yang berlainan nama umum seperti “Pelaporan” wajar "
    "berulang; nama induknya sendiri juga tidak dipakai ulang oleh sub prosesnya.",
    perbaikan="Tambahkan pembeda pada namanya, atau gabungkan bila memang proses yang sama.",
    dasar=(("permenpanrb-19-2018", "prinsip definitif"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process that is called like an earlier sibling or like the process above it."""
    model = bahan.model
    named: dict[tuple[str | None, str], Proses] = {}
    for proses in model.pohon():
        above = model.cari_proses(proses.induk)
        twin = named.setdefault((above.id if above else None, lipat(proses.nama)), proses)
        if twin is proses and above is not None and lipat(above.nama) == lipat(proses.nama):
            twin = above
        if twin is not proses and lipat(proses.nama):
            pesan = f"{sebut(proses)} bernama sama dengan {sebut(twin)}."
            yield Pelanggaran(f"proses/{proses.id}", pesan, "Bedakan namanya, atau gabungkan prosesnya.", "nama")
