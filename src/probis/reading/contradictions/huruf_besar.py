"""Items of one list, or one name, now with a capital and now without, look like different things."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import CASCADE, at, cite, original, part
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K09",
    Tingkat.CATATAN,
    "Huruf besar dipakai dengan satu cara",
    "Butir-butir satu daftar bermula sama: semua dengan huruf besar atau semua dengan huruf kecil. Kata yang di satu "
    "tempat berhuruf besar dan di tempat lain tidak terbaca sebagai nama di satu tempat saja.",
)

_LISTS = (Makna.MENIMBANG, Makna.BUTIR, Makna.FUNGSI, Makna.AREA, Makna.JENIS_PETA, Makna.PENJELASAN,
          Makna.TEMBUSAN)  # fmt: skip
_PROSE = (Makna.TELAAHAN, Makna.DEFINISI, Makna.TEKS, Makna.PENJELASAN, Makna.MENIMBANG, Makna.TUGAS)
_PLAN = ("visi", "misi", "tujuan", "sasaran", "program")
_ORDINAL = r"(?:pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh|ke-\d+)"
_NUMBERED = re.compile(rf"(?<=[a-z,;] )({'|'.join(_PLAN)}) ({_ORDINAL})\b", re.IGNORECASE)
_LABEL = re.compile(r"^\(?\w{1,3}[.)]\s+")


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield items that begin unlike their list, words of the plan, and numbered misi, in two kinds of letters."""
    told: set[int] = set()
    for found in (*_items(naskah), *_words(naskah), *_numbered(naskah)):
        if found.kutipan.baris_pertama not in told:
            told.add(found.kutipan.baris_pertama)
            yield found


def _items(naskah: Naskah) -> Iterator[Pertentangan]:
    quotations = original(naskah, *_LISTS)
    for (_, kind, _), group in groupby(quotations, key=lambda k: (k.bagian, k.sebagai, k.induk)):
        items = [(k, first) for k in group if (first := _first(k)) and (k.nomor or kind != Makna.PENJELASAN)]
        if kind == Makna.MENIMBANG:
            items = [(k, first) for k, first in items if first.casefold() == "bahwa"]
        small = [k for k, first in items if first[0].islower()]
        large = [k for k, first in items if first[0].isupper()]
        few, many = sorted((small, large), key=len)
        if few and len(few) * 3 <= len(many):
            what = "kecil" if few is small else "besar"
            pesan = f"{str(kind).capitalize()} {cite(_text(few[0]), 8)} bermula huruf {what}, "
            pesan += f"yang lain dalam daftarnya tidak, misalnya {cite(_text(many[0]), 5)} pada {at(many[0])}."
            yield Pertentangan(few[0], pesan, "Mulai semua butir dengan cara yang sama.", (many[0],))


def _text(kutipan: Kutipan) -> str:
    return _LABEL.sub("", kutipan.teks) if kutipan.nomor else kutipan.teks


def _first(kutipan: Kutipan) -> str:
    """Return the first word where its letters are free: no short form, no capitals throughout."""
    text = _text(kutipan)
    word = (re.findall(r"[^\W\d_]+", text) or [""])[0]
    mark = kutipan.sebagai == Makna.TEMBUSAN and len(text.split()) < 2  # "usulan", beside a name in a draft
    return "" if mark or text.isupper() or (len(word) > 1 and word.isupper()) else word


def _words(naskah: Naskah) -> Iterator[Pertentangan]:
    """Words after a same word, within the items of a plan of one part: "layanan Pendidikan", "layanan pendidikan"."""
    items = [k for k in original(naskah, *CASCADE) if not k.teks.isupper() and len(k.teks.split()) > 2]
    same = {" ".join(k.teks.casefold().split()) for k in items}
    texts = {key: [k for k in items if " ".join(k.teks.casefold().split()) == key] for key in same}
    for group in (g for _, g in groupby(items, key=part)):
        found: dict[tuple[str, str], dict[str, Kutipan]] = {}
        for kutipan in list(group):
            twins = {k.teks for k in texts[" ".join(kutipan.teks.casefold().split())]}
            if len(twins) > 1:
                continue  # told as two wordings of one item
            for one, two in pairwise(re.findall(r"[^\W\d_]+", kutipan.teks)):
                if one.islower() and not two.isupper():
                    found.setdefault((one, two.casefold()), {}).setdefault(two, kutipan)
        yield from _both(found)


def _both(found: dict[tuple[str, str], dict[str, Kutipan]]) -> Iterator[Pertentangan]:
    for (before, word), forms in found.items():
        if len(forms) > 1 and word in forms:
            form, here = next((form, k) for form, k in forms.items() if form != word)
            there = forms[word]
            pesan = f"“{before} {form}” di sini, “{before} {word}” pada {at(there)}: huruf besarnya tidak sama."
            yield Pertentangan(here, pesan, "Tulis dengan huruf yang sama.", (there,), kata=f"{before} {form}")


def _numbered(naskah: Naskah) -> Sequence[Pertentangan]:
    forms: dict[str, dict[str, tuple[Kutipan, str]]] = {}
    for kutipan in original(naskah, *_PROSE):
        for found in _NUMBERED.finditer(kutipan.teks):
            forms.setdefault(found.group(1).casefold(), {}).setdefault(found.group(1), (kutipan, found.group()))
    made = []
    for ways in forms.values():
        if len(ways) > 1:
            (there, other), (here, form) = sorted(ways.values(), key=lambda each: each[0].baris_pertama)[-2:]
            pesan = f"“{form}” di sini, “{other}” pada {at(there)}: huruf besarnya tidak sama."
            made.append(Pertentangan(here, pesan, "Tulis dengan huruf yang sama.", (there,), kata=form))
    return made
