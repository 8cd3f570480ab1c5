"""A document that is used before anyone has made it does not exist when it is needed."""

from collections.abc import Iterator

from probis.analysis import sebut_simpul
from probis.model import Kerja, LintasFungsi, Tingkat, Tunggu
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat, deret
from probis.rules._rangkaian import semua, tercapai

ATURAN = Aturan(
    nomor="K64",
    tingkat=Tingkat.GALAT,
    judul="Dokumen dipakai sesudah dibuat",
    mengapa="Langkah yang memakai dokumen dari langkah sesudahnya tidak dapat dimulai: urutannya terbalik, atau "
    "dokumennya tertukar. Catatan perbaikan yang datang bersama pengembalian sudah dibuat ketika langkahnya diulang. "
    "Keluaran proses yang dipakai pada awal petanya dicatat saja: mungkin terbitan sebelumnya.",
    perbaikan="Pindahkan langkah pembuatnya ke depan, ganti dokumennya, atau catat dokumen itu sebagai masukan proses "
    "di aliran.yaml bila datang dari luar.",
    dasar=(("permenpanrb-19-2018", "prinsip urutan"), ("permenpanrb-35-2012", "mutu baku: kelengkapan")),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each use of a product that the map makes nowhere before it, and that does not come from outside.

    What a return brings back, such as notes on what to correct, was made before the step that is done again.
    """
    model = bahan.model
    for peta in model.lintas_fungsi:
        given = {aliran.produk for aliran in model.masukan(peta.proses)}
        given |= {simpul.produk for simpul in peta.simpul if isinstance(simpul, Tunggu) and simpul.produk}
        makers = _makers(peta)
        renewed = {aliran.produk for aliran in model.keluaran(peta.proses)}
        onward = semua(peta)
        after = {id: tercapai(onward.get(id, ()), onward) for ids in makers.values() for id in ids}  # noqa: A001
        for simpul in peta.simpul:
            for produk in simpul.pakai if isinstance(simpul, Kerja) else ():
                made = makers.get(produk, ())
                if (
                    made
                    and produk not in given
                    and not any(one == simpul.id or simpul.id in after[one] for one in made)
                ):
                    where = deret([sebut_simpul(peta, one) for one in made])
                    user = sebut_simpul(peta, simpul)
                    pesan = f"{user} memakai {model.nama_produk(produk)}, yang baru dibuat pada {where}."
                    saran = "Periksa urutan kedua langkah itu, atau catat dokumennya sebagai masukan proses."
                    level = Tingkat.CATATAN if produk in renewed else None
                    yield Pelanggaran(alamat(peta, simpul.id), pesan, saran, "pakai", level)


def _makers(peta: LintasFungsi) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for simpul in peta.simpul:
        for produk in simpul.hasil if isinstance(simpul, Kerja) else ():
            found.setdefault(produk, []).append(simpul.id)
    return found
