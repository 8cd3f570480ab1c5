"""A SOP that shows its map as it was tells people to work in a way that nobody decided any more."""

from collections.abc import Iterator

from probis.model import StatusSop, Tingkat, berubah, sidik
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K61",
    tingkat=Tingkat.PERINGATAN,
    judul="SOP yang berlaku sesuai dengan peta lintas fungsinya",
    mengapa="SOP disusun dari peta lintas fungsi. Bila petanya berubah sesudah SOP ditetapkan, SOP itu basi: yang "
    "dibaca pelaksana lain dengan yang digambarkan peta. SOP yang ditetapkan tanpa catatan isi petanya (`sidik_peta`) "
    "tidak dapat dinilai, dan hanya dicatat.",
    perbaikan="Sesuaikan SOP-nya, tetapkan lagi, lalu catat dengan `probis sop FOLDER --tetapkan ID`. Bila perubahan "
    "petanya yang keliru, kembalikan petanya.",
    dasar=(("permenpanrb-35-2012", "evaluasi dan penyempurnaan SOP"), ("permenpanrb-19-2018", "peta dasar SOP")),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each SOP in force whose map has changed since, and each whose map of that day is not known."""
    model = bahan.model
    for sop in model.sop:
        peta = model.cari_lintas_fungsi(sop.lintas_fungsi)
        if sop.status is not StatusSop.BERLAKU or peta is None:
            continue
        name = f"SOP {sop.nomor or sop.judul or model.sebutan(peta.proses)}"
        if not sop.sidik_peta:
            pesan = f"{name} berlaku, tetapi isi peta pada hari penetapannya tidak tercatat."
            saran = f"Bila SOP itu sama dengan petanya, catat dengan `probis sop FOLDER --tetapkan {peta.id}`."
            yield Pelanggaran(f"sop/{sop.id}", pesan, saran, "sidik_peta", Tingkat.CATATAN)
        elif changed := berubah(sop.sidik_peta, sidik(model, peta)):
            pesan = f"{name} basi: pada petanya sudah berubah {_listed(changed)}."
            saran = "Sesuaikan SOP-nya dan tetapkan lagi."
            yield Pelanggaran(f"sop/{sop.id}", pesan, saran, "sidik_peta")


def _listed(words: tuple[str, ...]) -> str:
    return " dan ".join(filter(None, (", ".join(words[:-1]), words[-1])))
