"""A code that is written unlike the others is not found by whoever looks for it."""

from collections import Counter
from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, coded, pieces, series, shape
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan

PEMERIKSAAN = Pemeriksaan(
    "K01",
    Tingkat.GALAT,
    "Kode ditulis dengan satu ejaan",
    "Kode yang tanda pemisah, huruf, atau nolnya lain daripada kode setingkat terbaca sebagai kode lain dan tidak "
    "ketemu ketika dicari. Yang dianggap benar ialah ejaan terbanyak dalam naskah itu sendiri.",
)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each code whose marks or leading zeros differ from most codes of its length."""
    groups: dict[int, list[Kutipan]] = {}
    for kutipan in coded(naskah):
        groups.setdefault(len(pieces(kutipan.nomor)), []).append(kutipan)
    for group in groups.values():
        shapes = Counter(_written(each.nomor) for each in group)
        usual, often = shapes.most_common(1)[0]
        if often * 2 <= len(group):
            continue
        models = [each for each in group if _written(each.nomor) == usual]
        for each in group:
            if _written(each.nomor) != usual:
                pesan = (
                    f"Kode “{each.nomor}” ({cite(each.teks, 8)}) ditulis lain daripada {often} kode setingkat, "
                    f"misalnya {series([f'“{one.nomor}”' for one in models[:2]])} pada {at(models[0])}."
                )
                yield Pertentangan(each, pesan, "Tulis dengan pemisah dan nol yang sama.", tuple(models[:2]))


def _written(code: str) -> str:
    # A number below ten shows whether zeros lead; larger ones do not.
    small = [part for part in pieces(code) if part.isdigit() and int(part) < 10]
    padded = "".join("0" if part.startswith("0") and len(part) > 1 else "." for part in small[:1])
    return f"{shape(code)} {padded or '*'}" if padded == "." else shape(code)
