"""What a process takes must be used by a step of its map, and what it gives must be made by one."""

from collections.abc import Iterator

from probis.model import Kerja, LintasFungsi, Tingkat, Tunggu
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat

ATURAN = Aturan(
    nomor="K39",
    tingkat=Tingkat.PERINGATAN,
    judul="Setiap masukan proses dipakai, dan setiap keluarannya dibuat, oleh suatu langkah",
    mengapa="Peta lintas fungsi menunjukkan bagaimana masukan menjadi keluaran. Masukan yang tidak dipakai tidak perlu "
    "diminta; keluaran yang tidak dibuat siapa pun tidak pernah ada. Peta yang langkahnya belum menyebut dokumen apa "
    "pun belum dinilai.",
    perbaikan="Isi `pakai` dan `hasil` pada langkahnya, atau betulkan aliran.yaml.",
    dasar=(("permenpanrb-19-2018", "pemasok–masukan–proses–keluaran–pelanggan"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield, for each lintas fungsi, the inputs of its process that no step uses and the outputs that none makes."""
    model = bahan.model
    for peta in model.lintas_fungsi:
        used, made = _handled(peta)
        if not used and not made:
            continue
        for flows, handled, word, act in (
            (model.masukan(peta.proses), used, "Masukan", "dipakai"),
            (model.keluaran(peta.proses), made, "Keluaran", "dihasilkan"),
        ):
            for produk in dict.fromkeys(aliran.produk for aliran in flows):
                if produk not in handled:
                    pesan = f"{word} “{model.nama_produk(produk)}” tidak {act} langkah mana pun pada peta ini."
                    field = "`pakai`" if act == "dipakai" else "`hasil`"
                    yield Pelanggaran(alamat(peta), pesan, f"Isi {field} pada langkahnya, atau betulkan aliran.yaml.")


def _handled(peta: LintasFungsi) -> tuple[set[str], set[str]]:
    """The products that steps and waits take, and those that steps make or hand on."""
    work = [simpul for simpul in peta.simpul if isinstance(simpul, Kerja)]
    waited = {simpul.produk for simpul in peta.simpul if isinstance(simpul, Tunggu) and simpul.produk}
    used = {produk for simpul in work for produk in simpul.pakai} | waited
    return used, {produk for simpul in work for produk in simpul.hasil}
