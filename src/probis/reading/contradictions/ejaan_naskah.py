"""Words that are spelt wrongly, in two ways, or that name a body by a name that no body has."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz, process

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, original
from probis.reading.contradictions._bacaan import places as lines
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna
from probis.rules.ejaan_baku import baku, salah_eja

PEMERIKSAAN = Pemeriksaan(
    "K09",
    Tingkat.CATATAN,
    "Kata ditulis dengan ejaan baku dan dengan satu cara",
    "Kata dengan dua ejaan terbaca sebagai dua hal dan tidak ketemu ketika dicari. Yang tidak baku menurut daftar "
    "`ejaan.toml`, yang ditulis serangkai di satu tempat dan terpisah di tempat lain, dan nama badan yang salah ketik.",
)
_BODIES = (
    "inspektorat", "sekretariat", "kementerian", "kecamatan", "kelurahan", "direktorat", "bappeda", "bappelitbangda",
    "gubernur", "bupati", "wali kota", "walikota", "pemerintah", "kepolisian", "kejaksaan", "pengadilan",
)  # fmt: skip
_LEAST = 88.0
_SHORTEST = 8  # letters of a joined word that is worth a remark
_BODY_KINDS = (Makna.PIHAK, Makna.UNIT, Makna.TEMBUSAN, Makna.JABATAN_PENANDA_TANGAN, Makna.JABATAN)
_SKIPPED = (Makna.DERAU, Makna.PERATURAN, Makna.DARI, Makna.KE, Makna.PRODUK, Makna.ALIRAN, Makna.HUBUNGAN)
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*")
_DOUBLED = {"tugas, pokok dan fungsi": "tugas pokok dan fungsi"}


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield, once a word, each that is wrong, and each that is joined here and parted there."""
    texts = [k for k in original(naskah) if k.sebagai not in _SKIPPED]
    yield from _listed([k for k in texts if k.sebagai != Makna.MENGINGAT])  # titles keep the spelling of their day
    yield from _joined(texts)
    yield from _bodies(naskah)


def _listed(texts: Sequence[Kutipan]) -> Iterator[Pertentangan]:
    found: dict[str, list[Kutipan]] = {}
    for kutipan in texts:
        wrong = [*salah_eja(kutipan.teks), *(each for each in _DOUBLED if each in kutipan.teks.casefold())]
        for word in wrong:
            places = found.setdefault(word, [])
            if all(kutipan.baris_pertama != k.baris_pertama for k in places):
                places.append(kutipan)
    for word, places in found.items():
        rest = f" Juga pada {lines(places[1:])}." if len(places) > 1 else ""
        right = _DOUBLED[word] if word in _DOUBLED else baku(word)
        what = f"“{word}” tidak baku."
        if word in _DOUBLED:
            what = f"“{word}”: koma itu memisahkan “tugas” dari “pokok”."
        owned = any(k.sebagai == Makna.UNIT for k in places)
        saran = f"Tulis “{right}”" + ("; dalam nama unit, ikuti peraturan pembentukannya." if owned else ".")
        spelt = next((k for k in texts if re.search(rf"\b{re.escape(right)}\b", k.teks, re.IGNORECASE)), None)
        if spelt is not None:
            saran = f"{saran[:-1]}, seperti pada {at(spelt)}."
        others = [k for k in (spelt, *places) if k is not None and k.baris != places[0].baris]
        yield Pertentangan(places[0], f"{what}{rest}", saran, tuple(others), kata=word)


def _joined(texts: Sequence[Kutipan]) -> Iterator[Pertentangan]:
    """Two words in one place and one word in another: the rarer form is told, at its first place."""
    single: dict[str, list[Kutipan]] = {}
    pairs: dict[str, list[tuple[str, Kutipan]]] = {}
    for kutipan in texts:
        words = re.findall(r"[^\W\d_]+", _ADDRESS.sub(" ", kutipan.teks))
        for word in words:
            if len(word) >= _SHORTEST:
                single.setdefault(word.casefold(), []).append(kutipan)
        for one, two in pairwise(words):
            if len(one) > 2 and len(two) > 2 and len(one) + len(two) >= _SHORTEST and f"{one} {two}" in kutipan.teks:
                pairs.setdefault((one + two).casefold(), []).append((f"{one} {two}", kutipan))
    for joined in sorted(single.keys() & pairs.keys()):
        together, apart = single[joined], pairs[joined]
        rare = together if len({k.baris for k in together}) <= len({k.baris for _, k in apart}) else None
        here = rare[0] if rare else apart[0][1]
        there = apart[0][1] if rare else together[0]
        form, other = (joined, apart[0][0].casefold()) if rare else (apart[0][0].casefold(), joined)
        known = _stands(apart[0][0].casefold(), texts)
        if here.baris != there.baris and known and not salah_eja(joined):
            pesan = f"“{form}” di sini, “{other}” pada {at(there)}: satu kata dengan dua cara tulis."
            yield Pertentangan(here, pesan, "Pilih satu cara tulis.", (there,), kata=form)


def _stands(form: str, texts: Sequence[Kutipan]) -> bool:
    """Whether both words of a pair stand also apart from each other, so that no scanner parted them."""
    return all(any(word in _letters(k.teks) and form not in k.teks.casefold() for k in texts) for word in form.split())


def _bodies(naskah: Naskah) -> Iterator[Pertentangan]:
    words = Counter(word for _, word in {(k.baris, w) for k in original(naskah) for w in _letters(k.teks)})
    told: set[str] = set()
    for kutipan in original(naskah, *_BODY_KINDS):
        for word in re.findall(r"[A-Za-z]{6,}", kutipan.teks)[:3]:
            low = word.casefold()
            near = process.extractOne(low, _BODIES, scorer=fuzz.ratio, score_cutoff=_LEAST)
            if near is None or low in _BODIES or near[0] in low or low in told or words[low] > 2:
                continue
            told.add(low)
            saran = f"Mungkin maksudnya “{near[0].capitalize()}”."
            yield Pertentangan(kutipan, f"“{word}” tampak salah tulis.", saran, kata=word)


def _letters(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.casefold())
