"""A lane to which work goes and from which nothing comes shows a recipient, not somebody who works."""

from collections.abc import Iterator

from probis.model import Jalur, Kerja, LintasFungsi, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat

ATURAN = Aturan(
    nomor="K62",
    tingkat=Tingkat.PERINGATAN,
    judul="Setiap jalur mengerjakan sesuatu",
    mengapa="Jalur menunjukkan siapa yang bekerja. Jalur yang hanya menerima, tanpa kegiatan yang menghasilkan atau "
    "meneruskan sesuatu, adalah pelanggan: tempatnya pada aliran produk, bukan pada peta lintas fungsi.",
    perbaikan="Hapus jalur itu dan catat pihaknya sebagai pelanggan di aliran.yaml, atau tambahkan apa yang "
    "dikerjakan dan dihasilkannya.",
    dasar=(("permenpanrb-19-2018", "peta lintas fungsi"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each lane with nodes of which none begins the work, makes a product or hands anything on."""
    for peta in bahan.model.lintas_fungsi:
        for jalur in peta.jalur:
            if _only_receives(peta, jalur):
                name = jalur.nama or bahan.model.sebutan(jalur.pelaku)
                pesan = f"Jalur “{name}” hanya menerima: tidak ada yang dihasilkan atau diteruskannya."
                saran = "Catat sebagai pelanggan di aliran.yaml, atau tambahkan yang dikerjakannya."
                yield Pelanggaran(alamat(peta, "jalur", jalur.id), pesan, saran)


def _only_receives(peta: LintasFungsi, jalur: Jalur) -> bool:
    nodes = [simpul for simpul in peta.simpul if simpul.jalur == jalur.id]
    own = {simpul.id for simpul in nodes}
    gets = any(alur.ke in own and alur.dari not in own for alur in peta.alur)
    gives = any(alur.dari in own and alur.ke not in own and _goes_on(peta, alur.ke) for alur in peta.alur)
    works = any(
        simpul.jenis in ("putusan", "panggil") or (isinstance(simpul, Kerja) and simpul.hasil) for simpul in nodes
    )
    timed = any(isinstance(simpul, Kerja) and (simpul.waktu or simpul.beban) for simpul in nodes)
    return bool(nodes) and gets and not (gives or works or timed)


def _goes_on(peta: LintasFungsi, node: str) -> bool:
    """Whether something follows: an end that stands in another lane is no hand-over."""
    found = peta.cari_simpul(node)
    return found is not None and found.jenis != "selesai"
