"""A number that is left out is a process that was lost, or a wrong number."""

from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.codes import unrounded
from probis.reading.contradictions._bacaan import BERKODE, amends, at, coded, last_piece, pieces, said, series
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan

PEMERIKSAAN = Pemeriksaan(
    "K03",
    Tingkat.GALAT,
    "Nomor kode berurutan tanpa lompatan",
    "Nomor yang terlewat berarti proses hilang dari naskah, atau nomor sesudahnya salah. Sub proses dihitung sejak 1 "
    "dalam setiap proses.",
)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each gap at the code that follows it, under each parent, unless the codes count in hundreds or tens."""
    partial = amends(naskah)  # of the first level it shows only what it changes
    rounded = {key[:-1] for key in unrounded(pieces(kutipan.nomor) for kutipan in coded(naskah))}
    groups: dict[tuple[str, ...], dict[int, Kutipan]] = {}
    for kutipan in coded(naskah):
        parts = pieces(kutipan.nomor)
        if kutipan.sebagai in BERKODE and parts and parts[-1].isdigit() and parts[:-1] not in rounded:
            groups.setdefault(parts[:-1], {}).setdefault(int(parts[-1][:6]), kutipan)
    for kutipan in coded(naskah):
        parts = pieces(kutipan.nomor)
        if parts[-1] in ("i", "l") and parts[:-1] in groups:
            groups[parts[:-1]].setdefault(1, kutipan)  # a one that was scanned so
    for above, numbers in groups.items():
        if partial and not any(part.isdigit() for part in above):
            continue
        before = 0 if any(part.isdigit() for part in above) else min(numbers) - 1
        last: Kutipan | None = None
        for number in sorted(numbers):
            kutipan = numbers[number]
            if before < number - 1 and number - before < 50:
                stem = last_piece(kutipan.nomor)[0]
                width = len(pieces(kutipan.nomor)[-1])
                missing = series([f"{stem}{one:0{width}d}" for one in range(before + 1, number)][:5])
                after = f"sesudah {last.nomor} pada {at(last)}" if last is not None else "sebagai yang pertama"
                pesan = f"{missing} tidak ada: {said(kutipan)} tercetak {after}."
                saran = "Muat yang hilang, atau urutkan lagi nomornya."
                parent = next((k for k in coded(naskah) if pieces(k.nomor) == above), None)
                there = tuple(k for k in (last, parent) if k is not None)[:1]
                yield Pertentangan(kutipan, pesan, saran, there)
            before, last = number, kutipan
