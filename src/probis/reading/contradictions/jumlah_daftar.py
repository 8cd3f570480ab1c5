"""Two lists of different length cannot be the same list."""

from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.bagian import Bagian
from probis.reading.contradictions._bacaan import at, original, part
from probis.reading.contradictions._daftar import compared, misplaced
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K50",
    Tingkat.PERINGATAN,
    "Daftar dan tabel sama banyaknya",
    "Jumlah yang berbeda menunjukkan dengan sekali lihat bahwa daftar dan tabel keterkaitan tidak berasal dari rencana "
    "yang sama. Butir yang salah kolom dihitung menurut isinya.",
)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each kind whose number differs between list and table, at the heading of the list."""
    wrong = misplaced(naskah)
    for lists in compared(naskah):
        if len(lists.first) == len(lists.second):
            continue
        moved = [each for each in lists.second if each.id in wrong]
        left = [each for each in original(naskah, lists.kind) if each.id in wrong]
        extra = f", termasuk {len(moved)} yang tercetak pada kolom lain" if moved else ""
        extra += f", tidak termasuk {len(left)} yang salah kolom" if left else ""
        pesan = (
            f"Daftar memuat {len(lists.first)} {lists.kind}; tabel keterkaitan (mulai {at(lists.second[0])}) memuat "
            f"{len(lists.second)}{extra}."
        )
        heading = _heading(naskah, lists.first[0], Bagian.ARAH) or lists.first[0]
        table = _heading(naskah, lists.second[0], Bagian.KETERKAITAN) or lists.second[0]
        yield Pertentangan(heading, pesan, "Samakan dengan dokumen rencananya.", (table, lists.first[0]))


def _heading(naskah: Naskah, item: Kutipan, bagian: Bagian) -> Kutipan | None:
    line = item.baris_pertama
    before = [k for k in original(naskah, Makna.JUDUL) if part(k) == bagian and k.baris_pertama <= line]
    return before[-1] if before else None
