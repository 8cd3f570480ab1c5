"""A question with one answer, or with answers that have no name, cannot be followed; an activity has one way on."""

from collections.abc import Iterator

from probis.analysis import kapital, sebut_simpul
from probis.edits import Hapus
from probis.model import Alur, JenisAlur, LintasFungsi, SimpulApaPun, Temuan, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, lipat

ATURAN = Aturan(
    nomor="K37",
    tingkat=Tingkat.GALAT,
    judul="Putusan punya dua jawaban bernama atau lebih; kegiatan punya satu jalan keluar",
    mengapa="Putusan dengan satu jawaban bukan putusan. Jawaban tanpa nama tidak dapat diikuti pembaca. Kegiatan "
    "dengan dua jalan keluar tidak menjelaskan mana yang ditempuh: keduanya, atau salah satu.",
    perbaikan="Beri setiap jawaban nama. Bila kegiatan bercabang, tambahkan putusan (pilih salah satu) atau gerbang "
    "serentak (dikerjakan bersamaan).",
    sendiri="Jawaban yang tertulis dua kali dengan tujuan yang sama dihapus satu.",
    dasar=(("permenpanrb-35-2012", "simbol belah ketupat"),),
)


def _decision(at: str, name: str, exits: tuple[Alur, ...]) -> Iterator[Pelanggaran]:
    if len(exits) < 2:
        pesan = f"Putusan {name} baru punya {len(exits)} jawaban."
        yield Pelanggaran(at, pesan, "Tulis minimal dua jawaban dengan langkah tujuannya.")
    unnamed = [alur for alur in exits if not alur.nama]
    if unnamed:
        pesan = f"Putusan {name} punya {len(unnamed)} jawaban tanpa nama."
        yield Pelanggaran(at, pesan, "Beri setiap jawaban nama, misalnya Ya dan Tidak.")
    names = [lipat(alur.nama) for alur in exits if alur.nama]
    for alur in exits:
        if alur.nama and names.count(lipat(alur.nama)) > 1:
            pesan = f"Putusan {name} punya dua jawaban “{alur.nama}”."
            yield Pelanggaran(at, pesan, "Beri setiap jawaban nama yang berbeda.")
            return


def _look(peta: LintasFungsi, simpul: SimpulApaPun) -> Iterator[Pelanggaran]:
    at, name = f"lintas-fungsi/{peta.id}/{simpul.id}", sebut_simpul(peta, simpul)
    exits = tuple(alur for alur in peta.keluar(simpul.id) if alur.jenis in (JenisAlur.URUT, JenisAlur.KEMBALI))
    if simpul.jenis == "putusan":
        yield from _decision(at, name, exits)
    elif simpul.jenis in ("mulai", "kegiatan", "tunggu", "panggil") and len(exits) > 1:
        pesan = f"{kapital(name)} punya {len(exits)} jalan keluar."
        saran = "Tambahkan putusan (pilih salah satu) atau gerbang serentak (dikerjakan bersamaan)."
        yield Pelanggaran(at, pesan, saran)
    elif simpul.jenis == "selesai" and exits:
        yield Pelanggaran(
            at,
            f"Sesudah {name if name.startswith('selesai') else f'selesai {name}'} masih ada alur.",
            "Hapus alur itu, atau ganti selesai dengan kegiatan.",
        )


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield decisions with too few or unnamed answers, activities with several ways on, ends that go on."""
    for peta in bahan.model.lintas_fungsi:
        for simpul in peta.simpul:
            yield from _look(peta, simpul)


def mend(bahan: Bahan, temuan: Temuan) -> Hapus | None:
    """Take out an answer that stands twice and leads to the same step both times."""
    id_, _, node = temuan.alamat.removeprefix("lintas-fungsi/").partition("/")
    peta = bahan.model.cari_lintas_fungsi(id_)
    simpul = peta.cari_simpul(node) if peta is not None else None
    if peta is None or simpul is None or simpul.jenis != "putusan":
        return None
    seen: set[tuple[str, str]] = set()
    exits = [alur for alur in peta.keluar(node) if alur.jenis in (JenisAlur.URUT, JenisAlur.KEMBALI)]
    for alur in exits:
        said = (lipat(alur.nama), alur.ke)
        if alur.nama and said in seen and len(exits) > 2 and lipat(temuan.pesan).endswith(f"dua jawaban {said[0]}"):
            return Hapus(f"lintas-fungsi/{id_}/alur/{alur.id}")
        seen.add(said)
    return None
