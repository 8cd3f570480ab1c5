"""A process with two names is two processes to whoever reads only one of the papers."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from probis.edits import Ganti
from probis.model import Proses, Temuan, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, lipat, lipat_kode

ATURAN = Aturan(
    nomor="K05",
    tingkat=Tingkat.GALAT,
    judul="Satu nama untuk satu kode",
    mengapa="Nama proses yang berbeda antara peta, penjelasan, SOP, dan naskah keputusan membuat pembaca mengira ada "
    "proses lain. Nama yang mirip hampir selalu salah ketik; nama yang jauh berbeda mungkin proses yang lain.",
    perbaikan="Pilih satu nama pada peta proses, lalu samakan di tempat lain.",
    sendiri="Judul SOP yang hanya berbeda pemisahan kata disamakan dengan nama prosesnya.",
    dasar=(("permenpanrb-19-2018", "prinsip definitif"),),
)

_SIMILAR = 80.0  # of 100; above it the names are taken for two spellings of one name


def _compare(proses: Proses, other: str, at: str, where: str, field: str) -> Iterator[Pelanggaran]:
    mine, theirs = lipat(proses.nama), lipat(other)
    if mine == theirs:
        return
    close = fuzz.ratio(mine, theirs) >= _SIMILAR
    code = f"{proses.kode} " if proses.kode else ""
    pesan = f"{code}bernama “{proses.nama}” pada peta proses, tetapi “{other}” pada {where}."
    yield Pelanggaran(at, pesan, "Pakai satu nama.", field, Tingkat.PERINGATAN if close else None)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each other name of a process: under the same code, in its SOP, in the text of a document about it."""
    model = bahan.model
    by_code: dict[str, Proses] = {}
    for proses in model.proses:
        twin = by_code.setdefault(lipat_kode(proses.kode) or proses.id, proses)
        if twin is not proses:
            yield from _compare(twin, proses.nama, f"proses/{proses.id}", "proses lain berkode sama", "nama")
    for sop in model.sop:
        peta = model.cari_lintas_fungsi(sop.lintas_fungsi)
        owner = model.cari_proses(peta.proses) if peta is not None else None
        if sop.judul and owner is not None:
            judul = sop.judul[4:] if sop.judul.casefold().startswith("sop ") else sop.judul
            yield from _compare(owner, judul, f"sop/{sop.id}", "SOP-nya", "judul")
    for naskah in bahan.naskah:
        for kutipan in naskah.kutipan:
            kind, _, id = kutipan.tentang.partition("/")  # noqa: A001
            named = model.cari_proses(id) if kind == "proses" and kutipan.sebagai == "nama" else None
            if named is not None:
                where = f"{naskah.nama} baris {kutipan.baris}"
                yield from _compare(named, kutipan.teks, kutipan.tentang, where, "nama")


def mend(bahan: Bahan, temuan: Temuan) -> Ganti | None:
    """Give a SOP the name of its process where the two differ only in how words are joined."""
    model = bahan.model
    sop = next((one for one in model.sop if f"sop/{one.id}" == temuan.alamat), None)
    peta = model.cari_lintas_fungsi(sop.lintas_fungsi) if sop is not None else None
    owner = model.cari_proses(peta.proses) if peta is not None else None
    if sop is None or owner is None:
        return None
    head = sop.judul[:4] if sop.judul.casefold().startswith("sop ") else ""
    joined = lipat(owner.nama).replace(" ", "") == lipat(sop.judul[len(head) :]).replace(" ", "")
    return Ganti(temuan.alamat, "judul", sop.judul, head + owner.nama) if joined else None
