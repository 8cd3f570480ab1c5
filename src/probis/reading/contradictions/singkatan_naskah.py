"""A short form that nothing explains, or that stands beside its long form unjoined, is read as another thing."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.blocks import DIKTUM
from probis.reading.contradictions._bacaan import BERKODE, at, initials, original, part, pieces, series
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna
from probis.reading.names import SHORT
from probis.rules._aturan import lipat

PEMERIKSAAN = Pemeriksaan(
    "K09",
    Tingkat.CATATAN,
    "Singkatan dijelaskan ketika pertama kali dipakai",
    "Pembaca di luar unit penyusun tidak mengenal singkatannya. Ketika pertama kali dipakai, kepanjangannya ditulis "
    "dengan singkatannya di dalam kurung; sesudah itu dipakai salah satu saja.",
)

_WORD = re.compile(r"(?<![\w./-])([A-Z][A-Za-z0-9]*(?:-[A-Z]{2,})?)(?!\w|[./:]+\w)")
_CLAUSE = re.compile(r"[,;:.()“”]")
_LIGHT = ("dan", "di", "ke", "dari", "atau", "untuk", "yang", "serta", "dengan", "pada", "oleh", "bagi")
_CAPITALS = re.compile(r"(?:[A-Z]{2,}\d*[A-Z]*|[A-Z]+\d+[A-Z]+)(?:-[A-Z]{2,})?$")
_ROMAN = re.compile(r"[IVXLC]+$")
_MOST = 200  # short forms that are looked up; a document with more is none
_UNSPOKEN = re.compile(r"[^AEIOU]+$|.*\d")  # no word of capitals, but letters that are read one by one
_KNOWN = """RI NKRI UU UUD PP SK NIP NPWP KTP TNI POLRI ASN PNS DPR DPRD APBN APBD RPJMN RPJMD RPJPD RPJPN RKPD RKP RPD
    KKN KUHP HAM TTD YTH NO WIB WITA WIT UPT UPTD RSUD RT RW PKK KB TK SD SMP SMA SMK PT CV BUMN BUMD PANRB
    PERMENPANRB OK DAN ATAU YANG"""
"""Short forms that every reader of a decree knows, and words of capitals that are none."""
_TEXTS = (
    Makna.MENIMBANG, Makna.DIKTUM, Makna.PASAL, Makna.AYAT, Makna.BUTIR, Makna.VISI, Makna.MISI, Makna.TUJUAN,
    Makna.SASARAN, Makna.TELAAHAN, Makna.TUGAS, Makna.FUNGSI, Makna.DEFINISI, Makna.TEKS, Makna.PENGUMUMAN,
    Makna.PENJELASAN, Makna.JUDUL, Makna.DASAR, *BERKODE,
)  # fmt: skip
_PLACES = ("menimbang", "diktum", "batang-tubuh", "arah", "keterkaitan", "telaahan", "tugas-fungsi", "struktur",
           "peta-proses", "penjelasan", "peta-sub-proses", "peta-relasi", "peta-lintas-fungsi")  # fmt: skip


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield, a line each, the short forms that stand there first and are not explained where they do."""
    texts = [k for k in original(naskah, *_TEXTS) if part(k) in _PLACES]
    everything = original(naskah)
    codes = {word.upper() for k in original(naskah, *BERKODE) if k.nomor for word in pieces(k.nomor) if word.isalpha()}
    codes |= {word.upper() for k in original(naskah, *BERKODE) for word in re.split(r"[-./\s–—_]", k.nomor)}
    first: dict[str, Kutipan] = {}
    for kutipan in texts:
        for word in _short(kutipan):
            coded = word.upper() in codes or ("-" in word and word.split("-")[0].upper() in codes)
            if not coded and word.upper() not in _KNOWN.split():
                first.setdefault(word, kutipan)
    explained = _explained(everything)
    rows = [(k, clause, _weighty(clause)) for k in everything for clause in _CLAUSE.split(k.teks)]
    bare: dict[int, list[tuple[str, Kutipan, str, Kutipan | None]]] = {}
    for word, kutipan in list(first.items())[:_MOST]:
        if word.casefold() in explained:
            continue
        full, place = _written_out(word, rows)
        bare.setdefault(kutipan.baris_pertama, []).append((word, kutipan, full, place))
    for found in bare.values():
        yield _told(found)


def _short(kutipan: Kutipan) -> Iterator[str]:
    text = " ".join(kutipan.teks.split())
    shouted = sum(letter.isupper() for letter in text) > 0.6 * sum(letter.isalpha() for letter in text)
    for found in _WORD.finditer(text):
        word = found.group(1)
        if _ROMAN.match(word) or word in DIKTUM or word == "PERTAMA":
            continue
        if text[: found.start()].rstrip().casefold().endswith("nomor"):
            continue  # "Nomor KM 31 Tahun 2021"
        loud = shouted or _beside_capitals(text, found)
        known = word.split("-")[0].casefold() in SHORT
        spelt = _CAPITALS.match(word) and (not loud or all(_UNSPOKEN.match(each) for each in word.split("-")))
        if spelt or (known and (word.isupper() or not loud)):
            yield word


def _beside_capitals(text: str, found: re.Match[str]) -> bool:
    """Whether a word of capitals stands in a row of such, so that it is a word like they are."""
    before, after = text[: found.start()].split()[-1:], text[found.end() :].split()[:1]
    row = [re.sub(r"\W", "", word) for word in (*before, *after)]
    return any(len(word) > 4 and word.isalpha() and word.isupper() for word in row)


def _explained(everything: Sequence[Kutipan]) -> frozenset[str]:
    """Return the short forms that stand in brackets after words, or are named with "disingkat" or "disebut"."""
    found: set[str] = set()
    for kutipan in everything:
        text = " ".join(kutipan.teks.split())
        for each in re.finditer(r"(?<!\w)(\w+(?: \w+){1,8}) \(([\w-]{2,15})\)", text):
            short = each.group(2).casefold()
            if _spells(each.group(1).casefold().split(), re.sub(r"\W", "", short)) or (
                short in SHORT and SHORT[short] in lipat(each.group(1))
            ):
                found.add(short)
        for each in re.finditer(r"\b(?:disingkat|disebut)((?: [“\"]?[\w-]{1,30}[”\"]?){1,5})", text):
            found.update(word.casefold() for word in re.findall(r"[A-Z][\w-]+", each.group(1)))
        for each in re.finditer(r"(?<![\w-])([A-Z][\w-]{1,15}) \(([A-Z]\w+(?: \w+){1,8})\)", text):
            if initials(each.group(2).split()) == each.group(1).casefold():
                found.add(each.group(1).casefold())
    return frozenset(found)


def _spells(words: Sequence[str], short: str) -> bool:
    """Whether a short form takes its letters in order from words, its first from where one of them begins."""
    for start, word in enumerate(words):
        letters = iter("".join(words[start:]))
        if word[:1] == short[:1] and all(letter in letters for letter in short):
            return True
    return False


def _weighty(text: str) -> list[re.Match[str]]:
    """Return the words of which a short form takes a letter."""
    return [word for word in re.finditer(r"[^\W\d_]+", text) if word.group().casefold() not in _LIGHT]


def _written_out(word: str, rows: Sequence[tuple[Kutipan, str, list[re.Match[str]]]]) -> tuple[str, Kutipan | None]:
    """Return the words that a short form stands for as they are printed somewhere, and where."""
    letters = word.casefold()
    meant = [each.group() for each in _weighty(SHORT.get(letters, ""))]
    size = len(meant) or len(letters)
    for kutipan, clause, words in rows if size > 2 or meant else ():
        for start in range(len(words) - size + 1):
            row = [each.group() for each in words[start : start + size]]
            if [each.casefold() for each in row] == meant or (not meant and _stands_for(letters, row)):
                return clause[words[start].start() : words[start + size - 1].end()], kutipan
    return "", None


def _stands_for(letters: str, row: Sequence[str]) -> bool:
    named = all(each[:1].isupper() for each in row)
    return named and "".join(each[0] for each in row).casefold() == letters


def _told(found: Sequence[tuple[str, Kutipan, str, Kutipan | None]]) -> Pertentangan:
    kutipan = found[0][1]
    alone = [f"“{word}”" for word, _, full, _ in found if not full]
    parts = [f"“{word}” di sini, “{full}” pada {at(place)}" for word, _, full, place in found if place is not None]
    said = "; ".join(parts)
    if said:
        said += ": kepanjangan dan singkatannya tidak dihubungkan"
    if alone:
        said += ("; " if said else "") + f"{series(alone)} tidak dijelaskan kepanjangannya"
    places = tuple(place for _, _, _, place in found if place is not None and place.baris != kutipan.baris)
    saran = "Tulis kepanjangannya dengan singkatan di dalam kurung ketika pertama kali dipakai."
    return Pertentangan(kutipan, f"{said[0].upper()}{said[1:]}.", saran, places, kata=found[0][0])
