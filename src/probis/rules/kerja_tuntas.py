"""Work that can stop in the middle, end with something left over, or never reach a step cannot be carried out."""

from collections.abc import Iterator

from probis.analysis import soundness
from probis.model import LintasFungsi, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K68",
    tingkat=Tingkat.GALAT,
    judul="Apa pun yang diputuskan, pekerjaan dapat tuntas",
    mengapa="Cabang serentak yang digabung dengan cara yang salah membuat pekerjaan berhenti menunggu cabang yang "
    "tidak datang, selesai selagi cabang lain masih berjalan, atau dikerjakan dua kali. Setiap kemungkinan jalannya "
    "pekerjaan diperiksa, bukan hanya jalan utamanya.",
    perbaikan="Gabungkan cabang serentak dengan gerbang serentak, dan cabang putusan tanpa gerbang serentak.",
    dasar=(("permenpanrb-19-2018", "prinsip urutan"), ("permenpanrb-35-2012", "prinsip kejelasan alur")),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield, for each lintas fungsi whose nodes are all connected, what keeps its workflow net from being sound."""
    for peta in bahan.model.lintas_fungsi:
        if _whole(peta):
            for problem in soundness(peta).problems:
                saran = "Periksa di mana cabangnya berpisah dan bertemu."
                yield Pelanggaran(problem.alamat, problem.pesan, saran)


def _whole(peta: LintasFungsi) -> bool:
    """Whether it has one start and an end, and no loose node: what else is wrong, `mulai_selesai_terjangkau` says."""
    starts = sum(simpul.jenis == "mulai" for simpul in peta.simpul)
    ends = sum(simpul.jenis == "selesai" for simpul in peta.simpul)
    known = {simpul.id for simpul in peta.simpul}
    entered, left = {alur.ke for alur in peta.alur}, {alur.dari for alur in peta.alur}
    loose = [
        s
        for s in peta.simpul
        if (s.jenis != "mulai" and s.id not in entered) or (s.jenis != "selesai" and s.id not in left)
    ]
    return starts == 1 and ends > 0 and not loose and entered | left <= known
