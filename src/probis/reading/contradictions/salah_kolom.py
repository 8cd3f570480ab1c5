"""An item in the wrong column says that a target is a purpose, and what it belonged to loses it."""

from collections import Counter
from collections.abc import Iterator

from probis.model import Naskah, Tingkat
from probis.reading.bagian import Bagian
from probis.reading.contradictions._bacaan import CASCADE, cite, original, part
from probis.reading.contradictions._daftar import misplaced
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K51",
    Tingkat.GALAT,
    "Setiap butir tercetak pada kolomnya",
    "Sasaran yang tercetak pada kolom tujuan mengubah susunan rencana: tujuannya bertambah satu dan sasarannya "
    "berkurang. Dikenali dari bunyinya (“Meningkatnya …” ialah sasaran) atau dari daftar yang menyebutnya lain.",
)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield items in a wrong column, and tujuan or misi of the table under which nothing stands."""
    wrong = misplaced(naskah)
    table = [each for each in original(naskah, *CASCADE) if part(each) == Bagian.KETERKAITAN]
    before = None
    for each in table:
        if each.id in wrong:
            meant = wrong[each.id]
            pesan = f"{cite(each.teks)} tercetak pada kolom {each.sebagai}, padahal rumusannya {meant}"
            if each.nomor and before is not None:
                pesan += f"; nomornya {each.nomor} melanjutkan {before.sebagai} {before.nomor}"
            yield Pertentangan(each, f"{pesan}.", f"Pindahkan ke kolom {meant}.", (before,) if before else ())
        before = each
    for above, below in ((Makna.MISI, Makna.TUJUAN), (Makna.TUJUAN, Makna.SASARAN)):
        items = [each for each in table if each.sebagai == above and each.id not in wrong and not each.teks.isupper()]
        held = {each.induk for each in table if each.sebagai == below}
        shared = Counter((each.baris, each.sebagai) for each in items)
        rows = {each.baris for each in items if each.id in held}  # two may share a cell
        empty = [
            each
            for each in items
            if each.id not in held and each.baris not in rows and shared[each.baris, each.sebagai] < 2
        ]
        for each in empty if len(empty) < len(items) else ():
            pesan = f"{str(above).capitalize()} {cite(each.teks)} tidak punya {below} dalam tabel."
            yield Pertentangan(each, pesan, f"Isi kolom {below}-nya menurut dokumen rencananya.")
