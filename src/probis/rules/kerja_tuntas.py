"""Work that can stop in the middle, end with something left over, or never reach a step cannot be carried out."""

from collections.abc import Iterator

from probis.analysis import along, soundness
from probis.model import Gerbang, LintasFungsi, Putusan, Tingkat
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

_WORDS = 5


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield, for each lintas fungsi whose nodes are all connected, what keeps its workflow net from being sound."""
    for peta in bahan.model.lintas_fungsi:
        if _whole(peta):
            for problem in soundness(peta).problems:
                saran = "Periksa di mana cabangnya berpisah dan bertemu."
                pesan = " ".join(filter(None, (problem.pesan, _told(peta, problem.jalan))))
                yield Pelanggaran(problem.alamat, pesan, saran, jalan=problem.jalan)


def _told(peta: LintasFungsi, jalan: tuple[str, ...]) -> str:
    """The run to a problem as a sentence: its first step, what was decided or branched on the way, its last step."""
    answers = {alur.dari: alur.nama for alur in along(peta, jalan) if alur.nama}
    before = (peta.cari_simpul(node) for node in dict.fromkeys(jalan[:-1]))
    named = [simpul for simpul in before if simpul is not None and simpul.nama and simpul.jenis != "mulai"]
    deciding = [simpul for simpul in named if isinstance(simpul, Putusan | Gerbang)]
    kept = named if len(named) <= _WORDS else [s for s in named if s in (named[0], *deciding, named[-1])]
    said: list[str] = []
    for simpul in kept[-_WORDS:]:
        answer = answers.get(simpul.id, "") if isinstance(simpul, Putusan) else ""
        said.append(f"“{simpul.nama}”" + (f" dijawab “{answer}”" if answer else ""))
    return f"Jalan tersingkat ke sana: {', lalu '.join(said)}." if said else ""


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
