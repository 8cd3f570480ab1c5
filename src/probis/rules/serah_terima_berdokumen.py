"""Work that passes from one doer to another without a thing in hand cannot be proved to have passed."""

from collections.abc import Iterator

from probis.analysis import sebut_simpul
from probis.model import Alur, JenisAlur, Kerja, LintasFungsi, SimpulApaPun, Tingkat, Tunggu
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat

ATURAN = Aturan(
    nomor="K41",
    tingkat=Tingkat.PERINGATAN,
    judul="Serah terima antarjalur membawa dokumen atau data",
    mengapa="Di perbatasan jalur pekerjaan paling sering tertahan. Tanpa dokumen atau data yang diserahkan, tidak ada "
    "bukti kapan pekerjaan berpindah tangan dan apa yang harus diterima.",
    perbaikan="Isi `hasil` pada langkah yang menyerahkan, atau `pakai` pada langkah yang menerima.",
    dasar=(("permenpanrb-35-2012", "mutu baku: kelengkapan dan output"),),
)

_HANDS_OVER = (JenisAlur.URUT, JenisAlur.PESAN)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield, once a step, the lanes to which it hands over nothing."""
    for peta in bahan.model.lintas_fungsi:
        for simpul in peta.simpul:
            empty = [alur for alur in peta.keluar(simpul.id) if _crosses(peta, simpul, alur)]
            lanes = dict.fromkeys(_lane(bahan, peta, alur.ke) for alur in empty if not _carried(peta, simpul, alur))
            if lanes:
                pesan = f"Dari {sebut_simpul(peta, simpul)} tidak ada yang diserahkan kepada {' dan '.join(lanes)}."
                yield Pelanggaran(alamat(peta, simpul.id), pesan, "Isi `hasil` di sini atau `pakai` di sana.")


def _crosses(peta: LintasFungsi, simpul: SimpulApaPun, alur: Alur) -> bool:
    there = peta.cari_simpul(alur.ke)
    apart = there is not None and None not in (simpul.jalur, there.jalur) and simpul.jalur != there.jalur
    # A join only waits, an end only says what is reached: nobody works there.
    return apart and alur.jenis in _HANDS_OVER and there is not None and there.jenis not in ("selesai", "gerbang")


def _carried(peta: LintasFungsi, simpul: SimpulApaPun, alur: Alur) -> bool:
    """Whether something goes along: made or used here, made by what leads here, or used there."""
    there = peta.cari_simpul(alur.ke)
    return _holds(there, used=True) or any(_holds(one) for one in _behind(peta, simpul))


def _behind(peta: LintasFungsi, simpul: SimpulApaPun) -> list[SimpulApaPun]:
    """The node, and for a decision or gateway, which make nothing, what leads to it."""
    found, todo, seen = [], [simpul], set()
    while todo:
        here = todo.pop()
        if here.id in seen:
            continue
        seen.add(here.id)
        found.append(here)
        if here.jenis in ("putusan", "gerbang") and not _holds(here):
            before = [peta.cari_simpul(alur.dari) for alur in peta.masuk(here.id)]
            todo.extend(one for one in before if one is not None)
    return found


def _holds(simpul: SimpulApaPun | None, *, used: bool = False) -> bool:
    if isinstance(simpul, Tunggu):
        return simpul.produk is not None
    if isinstance(simpul, Kerja):
        return bool(simpul.pakai if used else simpul.hasil or (simpul.jenis in ("putusan", "panggil") and simpul.pakai))
    return simpul is not None and simpul.jenis == "mulai"


def _lane(bahan: Bahan, peta: LintasFungsi, node: str) -> str:
    there = peta.cari_simpul(node)
    jalur = peta.cari_jalur(there.jalur) if there is not None else None
    return (jalur.nama or bahan.model.sebutan(jalur.pelaku)) if jalur is not None else ""
