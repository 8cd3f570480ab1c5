"""Two processes that each begin with what the other makes leave open which of them comes first."""

import re
from collections.abc import Iterator, Mapping, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, coded, depth, name, original, said, topics
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.contradictions._proses import Matcher, matcher
from probis.reading.makna import Makna
from probis.rules._aturan import lipat

PEMERIKSAAN = Pemeriksaan(
    "K16",
    Tingkat.CATATAN,
    "Dua proses tidak saling mendahului",
    "Bila proses pertama memakai hasil proses kedua dan proses kedua memakai hasil yang pertama, penjelasan perlu "
    "menyebut mana yang lebih dahulu, atau bahwa hasilnya dipakai pada putaran berikutnya.",
)

_JOINED = re.compile(r"(?P<one>\w+) dan (?P<two>\w+) (?P<rest>[\w ]+)")
_AGAIN = ("berikut", "kembali", "timbal balik", "putaran", "siklus")


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield, once a pair, the explanation that closes a circle of two processes."""
    ends: dict[str, list[Kutipan]] = {}
    for kutipan in original(naskah, Makna.DARI, Makna.KE, Makna.PRODUK):
        ends.setdefault(kutipan.induk, []).append(kutipan)
    yield from _as_one(naskah, ends)
    match = matcher(naskah)
    sole = _made_by(coded(naskah))
    first: dict[tuple[str, str], Kutipan] = {}
    for relation in original(naskah, Makna.ALIRAN, Makna.HUBUNGAN):
        if relation.nomor == "bagian_dari" or any(word in relation.teks.casefold() for word in _AGAIN):
            continue
        for source, target in _pairs(ends.get(relation.id, ()), match, sole):
            first.setdefault((source.nomor, target.nomor), relation)
            before = first.get((target.nomor, source.nomor))
            if before is not None and first[source.nomor, target.nomor] is relation:
                where = "dalam kalimat yang sama" if before.baris == relation.baris else f"pada {at(before)}"
                pesan = f"{said(source)} mendahului {said(target)} di sini, tetapi memakai hasilnya {where}."
                saran = "Sebutkan mana yang lebih dahulu, atau bahwa hasilnya dipakai pada putaran berikutnya."
                yield Pertentangan(relation, pesan, saran, (before, source, target))


def _as_one(naskah: Naskah, ends: Mapping[str, Sequence[Kutipan]]) -> Iterator[Pertentangan]:
    """Yield relations from one to the other of two works that another explanation joins: "pengelolaan dan …"."""
    joined: dict[tuple[str, str], Kutipan] = {}
    for kutipan in original(naskah, Makna.DARI, Makna.KE):
        found = _JOINED.fullmatch(" ".join(kutipan.teks.split()))
        if found is not None:
            pair = (lipat(f"{found['one']} {found['rest']}"), lipat(f"{found['two']} {found['rest']}"))
            joined.setdefault(pair, kutipan)
    for relation in original(naskah, Makna.ALIRAN, Makna.HUBUNGAN) if joined else ():
        both = ends.get(relation.id, ())
        for source in (k for k in both if k.sebagai == Makna.DARI):
            for target in (k for k in both if k.sebagai == Makna.KE):
                key = (lipat(source.teks), lipat(target.teks))
                whole = joined.get(key) or joined.get((key[1], key[0]))
                if whole is not None and whole.baris != relation.baris:
                    pesan = f"{cite(source.teks)} mendahului {cite(target.teks)} di sini, tetapi keduanya satu pada "
                    pesan += f"{at(whole)}, {cite(whole.teks)}: seolah-olah menunggu dirinya sendiri."
                    saran = "Sebut keduanya sebagai satu proses, atau pisahkan di kedua tempat."
                    yield Pertentangan(relation, pesan, saran, (whole,), kata=target.teks)
                    return


def _pairs(ends: Sequence[Kutipan], match: Matcher, sole: Mapping[str, Kutipan]) -> Iterator[tuple[Kutipan, Kutipan]]:
    """Yield the processes from and to which a flow goes; where none is named, the one that alone makes its product."""
    targets = [one for k in ends if k.sebagai == Makna.KE and (one := match(k.teks)) is not None]
    sources = [one for k in ends if k.sebagai == Makna.DARI and (one := match(k.teks)) is not None]
    if not any(k.sebagai == Makna.DARI for k in ends):
        products = [k.teks.partition(" yang ")[0] for k in ends if k.sebagai == Makna.PRODUK]
        words = [topics(product) for product in products]
        sources = [sole[word] for each in words if len(each) == 1 for word in each if word in sole]
    for source in sources:
        yield from ((source, target) for target in targets if target is not source)


def _made_by(processes: Sequence[Kutipan]) -> Mapping[str, Kutipan]:
    """Return each word that the name of one process of the first level alone has, with that process."""
    least = min((depth(k.nomor) for k in processes), default=0)
    owners: dict[str, dict[str, Kutipan]] = {}
    for kutipan in processes:
        if depth(kutipan.nomor) == least:
            for word in topics(name(kutipan)):
                owners.setdefault(word, {}).setdefault(kutipan.nomor, kutipan)
    return {word: next(iter(found.values())) for word, found in owners.items() if len(found) == 1}
