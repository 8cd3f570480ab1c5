"""A reference within the text to what is not there, or in two words, leaves open what it points to."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cleared, counted, original, part, places
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K54",
    Tingkat.PERINGATAN,
    "Rujukan di dalam naskah menunjuk butir yang ada",
    "“Sebagaimana dimaksud dalam huruf d” padahal butirnya sampai huruf c menunjuk sesuatu yang tidak ada. Kata "
    "depannya pun satu untuk semua: UU 12/2011 memakai “dalam” untuk Pasal, diktum, dan huruf pertimbangan, “pada” "
    "untuk ayat.",
)

_REFERENCE = re.compile(
    r"\b(?:dimaksud|tersebut|tercantum|diatur)\s+(?P<word>pada|dalam|di\s+dalam)\s+(?P<what>huruf|ayat|Pasal|Diktum)\b",
    re.IGNORECASE,
)
_STANDARD = {"huruf": "dalam", "pasal": "dalam", "diktum": "dalam", "ayat": "pada"}
_LETTERS = re.compile(
    r"\bhuruf\s+([a-z])\b(?:\s*,\s*(?:huruf\s+)?([a-z])\b)?"
    r"(?:,?\s*(?:dan|atau|sampai dengan|s\.d\.)\s*huruf\s+([a-z])\b)?",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\bdimaksud\s+(?:pada|dalam)\s*$", re.IGNORECASE)
"""Before a letter that is one of the considerations themselves."""
_THEN = re.compile(r"[,;]|\bperlu\b")
_DICTUM = re.compile(r"\bdiktum\s+(KE\w+|PERTAMA)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:dalam|pada)\s+Pasal\s+([\dOolI]{1,3})\b")
_OF_ANOTHER = re.compile(r"[^.;]{0,120}?\b(?:Undang-Undang|Peraturan|Keputusan)\b[^.;]{0,120}?\b(?:Nomor|No\.|Dasar)\b")
_OUTSIDE = re.compile(r"undang-undang|peraturan\s+(?:pemerintah|presiden|menteri|daerah|gubernur|bupati|wali)", re.I)
_BODY = (Makna.DIKTUM, Makna.PASAL, Makna.AYAT, Makna.BUTIR)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield references to a consideration, dictum or article that is not there, and those in two words."""
    considered = original(naskah, Makna.MENIMBANG)
    body = original(naskah, *_BODY)
    yield from _considerations(considered)
    if any("perubahan" in k.teks.casefold() for k in original(naskah, Makna.TENTANG)):
        body = ()  # an amendment points to what it amends
    yield from _pointed(body, "Diktum", _DICTUM, [k for k in body if k.sebagai == Makna.DIKTUM])
    yield from _pointed(body, "Pasal", _ARTICLE, [k for k in body if k.sebagai == Makna.PASAL])
    yield from _worded((*considered, *body))


def _considerations(considered: Sequence[Kutipan]) -> Iterator[Pertentangan]:
    there = {counted(k.nomor): k for k in considered if k.nomor.isalpha() and len(k.nomor) == 1}
    if any(len(re.findall(r"(?:^|[;.] )(?:\w[.)] )?bahwa\b", k.teks, re.IGNORECASE)) > 1 for k in considered):
        return  # two that run together have lost a letter
    for kutipan in considered:
        own = counted(kutipan.nomor)
        for found in _LETTERS.finditer(kutipan.teks):
            for letter in filter(None, found.groups()):
                number = counted(letter.casefold())
                after = _THEN.split(kutipan.teks[found.end() :])[0][:60]
                around = (
                    after if _INSIDE.search(kutipan.teks[: found.start()]) else kutipan.teks[: found.start()] + after
                )
                if there and considered[-1].nomor and number not in there and _OUTSIDE.search(around) is None:
                    last = considered[-1]
                    pesan = f"“huruf {letter}” ditunjuk di sini, tetapi pertimbangannya hanya sampai huruf {last.nomor}"
                    pesan = f"{pesan} ({at(last)})."
                    yield Pertentangan(kutipan, pesan, "Perbaiki rujukannya.", (last,), kata=f"huruf {letter}")
                elif kutipan.id == getattr(there.get(number), "id", "") and own == number:
                    pesan = f"Huruf {kutipan.nomor} menunjuk dirinya sendiri (“{found.group()}”)."
                    yield Pertentangan(kutipan, pesan, "Perbaiki rujukannya.")


def _pointed(
    body: Sequence[Kutipan], called: str, pattern: re.Pattern[str], items: Sequence[Kutipan]
) -> Iterator[Pertentangan]:
    there = {counted(cleared(k.nomor)) for k in items}
    last = max(there, default=0)  # a number below it was lost with its heading, which is told as a gap
    for kutipan in body if len(items) > 1 else ():
        for found in pattern.finditer(kutipan.teks):
            number = counted(cleared(found.group(1)))
            if number > last and 1 in there and not _OF_ANOTHER.match(kutipan.teks[found.end() :]):
                pesan = f"“{called} {found.group(1)}” ditunjuk di sini, tetapi naskah ini tidak memuatnya"
                pesan = f"{pesan} ({places(items)})."
                yield Pertentangan(kutipan, pesan, "Perbaiki rujukannya.", tuple(items[-1:]), kata=found.group())


def _worded(texts: Sequence[Kutipan]) -> Iterator[Pertentangan]:
    """Yield, once a part and kind of reference, the first in the word that is not the usual one where both stand."""
    used: dict[tuple[str, str], dict[str, list[Kutipan]]] = {}
    for kutipan in texts:
        for found in _REFERENCE.finditer(kutipan.teks):
            key = (part(kutipan), found.group("what").casefold())
            word = found.group("word").casefold().split()[-1]
            used.setdefault(key, {}).setdefault(word, []).append(kutipan)
    for (_, what), words in used.items():
        if len(words) > 1:
            right = _STANDARD[what]
            wrong = next(word for word in words if word != right)
            here, there = words[wrong][0], words[right][0]
            pesan = f"“{wrong} {what}” di sini, “{right} {what}” pada {at(there)}: satu rujukan dengan dua kata depan."
            yield Pertentangan(
                here, pesan, f"Tulis “{right} {what}”.", (there,), Tingkat.CATATAN, kata=f"{wrong} {what}"
            )
