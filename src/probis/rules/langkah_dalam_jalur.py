"""A step in no lane has nobody who does it; a lane without steps shows somebody who does nothing."""

from collections.abc import Iterator

from probis.analysis import kapital, sebut_simpul
from probis.edits import Hapus
from probis.model import Temuan, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K36",
    tingkat=Tingkat.GALAT,
    judul="Setiap langkah berada dalam satu jalur, dan setiap jalur berisi langkah",
    mengapa="Peta lintas fungsi menunjukkan siapa mengerjakan apa. Langkah tanpa jalur tidak ada pelakunya; jalur "
    "tanpa langkah (peringatan) menampilkan pihak yang tidak mengerjakan apa pun.",
    perbaikan="Isi `jalur` pada langkah, atau hapus jalur yang kosong.",
    sendiri="Jalur tanpa langkah dihapus, bila setiap langkah sudah berada dalam jalur dan jalur itu "
    "tidak diatur letaknya.",
    dasar=(("permenpanrb-19-2018", "peta lintas fungsi"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each node without a lane, and (as a warning) each lane without a node that holds no other lane."""
    for peta in bahan.model.lintas_fungsi:
        at = f"lintas-fungsi/{peta.id}"
        used = {simpul.jalur for simpul in peta.simpul} | {jalur.induk for jalur in peta.jalur}
        for simpul in peta.simpul:
            if simpul.jalur is None:
                pesan = f"{kapital(sebut_simpul(peta, simpul))} tidak berada dalam jalur mana pun."
                yield Pelanggaran(f"{at}/{simpul.id}", pesan, "Isi `jalur` dengan jalur pelakunya.", "jalur")
        for jalur in peta.jalur:
            if jalur.id not in used:
                name = jalur.nama or bahan.model.sebutan(jalur.pelaku)
                saran = "Hapus jalur ini, atau tambahkan langkahnya."
                pesan = f"Jalur “{name}” tidak berisi langkah."
                yield Pelanggaran(f"{at}/jalur/{jalur.id}", pesan, saran, "", Tingkat.PERINGATAN)


def mend(bahan: Bahan, temuan: Temuan) -> Hapus | None:
    """Take out a lane without a step; not where a step has no lane yet, and not one that was placed by hand."""
    peta_id, _, jalur = temuan.alamat.removeprefix("lintas-fungsi/").partition("/jalur/")
    peta = bahan.model.cari_lintas_fungsi(peta_id)
    if peta is None or not jalur or any(letak.jalur == jalur for letak in peta.letak):
        return None
    if any(peta.cari_jalur(simpul.jalur) is None for simpul in peta.simpul):
        return None
    return Hapus(temuan.alamat)
