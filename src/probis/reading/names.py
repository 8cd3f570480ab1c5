"""Two names or codes as printed to how nearly they are the same."""

from functools import lru_cache

from rapidfuzz import fuzz

from probis.rules._aturan import lipat, lipat_kode

SHORT = {
    "anjab": "analisis jabatan",
    "abk": "analisis beban kerja",
    "spbe": "sistem pemerintahan berbasis elektronik",
    "sakip": "sistem akuntabilitas kinerja instansi pemerintah",
    "sdm": "sumber daya manusia",
    "rb": "reformasi birokrasi",
    "sop": "standar operasional prosedur",
    "opd": "organisasi perangkat daerah",
    "pd": "perangkat daerah",
    "setda": "sekretariat daerah",
    "monev": "monitoring dan evaluasi",
}
_EMPTY = frozenset(("dan", "serta", "atau", "di", "ke", "dari", "pada", "untuk", "yang", "dalam", "pelaksanaan"))


@lru_cache(maxsize=16384)
def folded(name: str) -> str:
    """Return a name by its words only, abbreviations of common process words written out."""
    return " ".join(SHORT.get(word, word) for word in lipat(name).split())


def similarity(one: str, other: str) -> float:
    """Return how nearly two names are the same, 0 to 100; 100 where only case, marks and abbreviations differ.

    Order of words counts little, words that only join others count nothing; a name that is the whole beginning of the
    other keeps a good score but never a full one.
    """
    first, second = folded(one), folded(other)
    if not first or not second:
        return 0.0
    if first == second or first.replace(" ", "") == second.replace(" ", ""):
        return 100.0
    left, right = _words(first), _words(second)
    score = 0.5 * fuzz.ratio(left, right) + 0.5 * fuzz.token_sort_ratio(left, right)
    shorter, longer = sorted((left.split(), right.split()), key=len)
    if len(shorter) > 1 and set(shorter) <= set(longer):
        score = max(score, 80 + 15 * len(shorter) / len(longer))
    return min(99.0, float(score))


def code_similarity(one: str, other: str) -> float:
    """Return how nearly two codes are the same: 100 as printed, 95 but for separators, 90 but for zeros or OCR."""
    if one.strip() == other.strip():
        return 100.0
    first, second = lipat_kode(one), lipat_kode(other)
    if first == second:
        return 95.0
    if _plain(first) == _plain(second):
        return 90.0
    return min(89.0, float(fuzz.ratio(first, second)))


def _words(name: str) -> str:
    return " ".join(word for word in name.split() if word not in _EMPTY) or name


def _plain(code: str) -> str:
    sharp = code.translate(str.maketrans("oil", "011"))
    return ".".join(part.lstrip("0") or "0" for part in sharp.split("-"))
