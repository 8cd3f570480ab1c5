"""A Naskah to what every check asks of it: quotations by kind, words for their places, codes and names taken apart."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from probis.model import Kutipan, Naskah
from probis.reading.blocks import DIKTUM, roman
from probis.reading.makna import Makna
from probis.rules._aturan import lipat, lipat_kode

BERKODE = (Makna.PROSES, Makna.SUB_PROSES, Makna.LINTAS_FUNGSI)
"""What carries the code and name of a process."""

CASCADE = (Makna.VISI, Makna.MISI, Makna.TUJUAN, Makna.SASARAN)


# O, l and I beside a number, O and l alone after a mark that parts a code, or two with an O among them there. An I that
# begins a piece ("KRG.I1" beside "KRG.M1") may as well be a letter.
_SCANNED = re.compile(
    r"(?<=\d)[OolI](?![A-Za-z])|(?<![A-Za-z])[Ool](?=\d)|(?<=\d[.-])[lO](?![A-Za-z0-9])"
    r"|(?<=[A-Za-z][.-])l(?![A-Za-z0-9])"
    r"|(?<=[A-Za-z][.-])(?:O[lIO]|[lI]O)(?![A-Za-z0-9])"
)
_NUMBERS = str.maketrans("OolI", "0011")

_AMENDING = re.compile(r"\bperubahan\b(?:\s+\w+){0,2}\s+atas\b", re.IGNORECASE)
_LAST_PIECE = re.compile(r"(?:[A-Za-z]+|\d+)(?=[^A-Za-z\d]*$)")
_AGAIN = re.compile(r"\s*\((?:lanjutan|sambungan)\)\s*$", re.IGNORECASE)


def copied(kutipan: Kutipan) -> bool:
    """Whether a quotation stands on a page that the document repeats."""
    return "#" in kutipan.bagian


def part(kutipan: Kutipan) -> str:
    """Return the part of the document a quotation stands in, whether in the document itself or in a copy."""
    return kutipan.bagian.partition("#")[0]


def original(naskah: Naskah, *kinds: Makna) -> tuple[Kutipan, ...]:
    """Return the quotations of the document itself, of these kinds (all, where none is given), in order."""
    wanted = {str(kind) for kind in kinds}
    return tuple(k for k in naskah.kutipan if not copied(k) and (not wanted or k.sebagai in wanted))


def amends(naskah: Naskah) -> bool:
    """Whether a decree amends another, so that what is left out of its annex stands in the one it amends."""
    return any(_AMENDING.search(kutipan.teks) for kutipan in original(naskah, Makna.TENTANG)[:1])


def copies(naskah: Naskah) -> tuple[Kutipan, ...]:
    """Return the quotations of repeated pages, in order."""
    return tuple(k for k in naskah.kutipan if copied(k))


def coded(naskah: Naskah) -> tuple[Kutipan, ...]:
    """Return what the document itself prints with the code of a process, in order."""
    found = [k for k in original(naskah, *BERKODE) if pieces(k.nomor)]  # a dash in the column of codes is none
    headed = _headings(found)
    found = [k for k in found if k.id not in headed]
    small = {k.id for k in found if name(k)[:1].islower()}  # not a name but a sentence that begins with the code
    return tuple(k for k in found if len(small) * 2 > len(found) or k.id not in small)


def _headings(found: Sequence[Kutipan]) -> frozenset[str]:
    """Return the ids of headings that count themselves and name the process whose code stands right below them."""
    by_name: dict[str, list[Kutipan]] = {}
    for kutipan in found:
        by_name.setdefault(lipat(name(kutipan)), []).append(kutipan)
    return frozenset(
        one.id
        for same in by_name.values()
        for one, other in pairwise(same)
        if 0 < other.baris_pertama - one.baris_pertama < 3 and pieces(one.nomor)[0] != pieces(other.nomor)[0]
    )


def continued(kutipan: Kutipan) -> bool:
    """Whether a title says that its map goes on from the page before."""
    return _AGAIN.search(" ".join(kutipan.teks.split())) is not None


def at(kutipan: Kutipan) -> str:
    """Return a place as sentences say it: "baris 12"."""
    return f"baris {kutipan.baris}"


def places(kutipan: Sequence[Kutipan], most: int = 6) -> str:
    """Return several places as sentences say them: "baris 12, 15, dan 20"."""
    lines = list(dict.fromkeys(each.baris for each in kutipan))
    shown = lines[:most] + ([f"{len(lines) - most} baris lain"] if len(lines) > most else [])
    return "baris " + series(shown)


def series(words: Sequence[str]) -> str:
    """Return words as a row: "a", "a dan b", "a, b, dan c"."""
    if len(words) < 3:
        return " dan ".join(words)
    return ", ".join(words[:-1]) + f", dan {words[-1]}"


def cite(text: str, most: int = 16) -> str:
    """Return a text between quotation marks, its end cut where it is long."""
    words = text.split()
    return "“" + " ".join(words[:most]) + (" …”" if len(words) > most else "”")


def name(kutipan: Kutipan) -> str:
    """Return the name in a quotation of a process, without its code, on one line."""
    text = " ".join(kutipan.teks.split())
    text = _AGAIN.sub("", text)
    return text.removeprefix(kutipan.nomor).lstrip(" .:–-") if kutipan.nomor else text


def said(kutipan: Kutipan) -> str:
    """Return code and name as a sentence names a process."""
    return f"{kutipan.nomor} {cite(name(kutipan))}".strip()


def pieces(code: str) -> tuple[str, ...]:
    """Return the words and numbers of a code: "BO-01.1" to ("bo", "01", "1")."""
    return tuple(re.findall(r"[a-z]+|\d+", cleared(code).casefold()))


def cleared(code: str) -> str:
    """Return a code with the letters that scanning takes for numbers as numbers: "BO-O3" to "BO-03"."""
    return _SCANNED.sub(lambda found: found.group().translate(_NUMBERS), code)


def last_piece(code: str) -> tuple[str, str]:
    """Return a code parted before its last word or number, as printed: "BO-01.1" to ("BO-01.", "1")."""
    found = _LAST_PIECE.search(code)
    return (code[: found.start()], found.group()) if found else (code, "")


def depth(code: str) -> int:
    """Return how many numbers, or letters that count, stand after the first word of a code."""
    parts = pieces(code)
    return len(parts) - 1 if parts and parts[0].isalpha() else len(parts)


def shape(code: str) -> str:
    """Return how a code is written: capitals A, small letters a, numbers 0, its marks as they are."""
    return re.sub(r"\d+", "0", re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", code)))


def folded(code: str) -> str:
    """Return a code by its words and numbers only, so that "BO.04" and "BO-O4" become one."""
    return lipat_kode(cleared(code))


def scanned(text: str) -> str:
    """Return a text without spaces and with the letters that scanning confuses made one."""
    plain = lipat(text).replace(" ", "").replace("rn", "m")
    return plain.translate(str.maketrans("l10", "iio"))


def counted(number: str) -> int:
    """Return the value of a label: "3", "c", "III", "KETIGA", "Pasal 3"; 0 for what counts nothing."""
    word = number.strip(" ().:").split()[-1] if number.strip(" ().:") else ""
    if word.isdigit():
        return int(word[:6])
    if word.upper() == "PERTAMA":
        return 1
    if word.upper() in DIKTUM and len(word) > 1:
        return DIKTUM.index(word.upper()) + 1
    if len(word) == 1 and word.isascii() and word.islower():
        return ord(word) - ord("a") + 1
    if word.isupper() and (value := roman(word)):
        return value
    return ord(word) - ord("A") + 1 if len(word) == 1 and word.isascii() and word.isupper() else 0


# Words that say what is done or of whom, never about what: they tell no process from another.
_GENERIC = """penyusunan penyelenggaraan pelaksanaan pembinaan pengendalian pengelolaan penataan penerapan pengembangan
    peningkatan fasilitasi evaluasi monitoring pemantauan pelaporan perumusan perencanaan penyiapan penetapan
    pengoordinasian pengkoordinasian koordinasi pembangunan pengukuran pemberian pengawasan kebijakan kegiatan program
    tugas fungsi bidang bagian sub subbagian subbidang seksi biro dinas badan kantor sekretariat inspektorat unit kerja
    kepala organisasi daerah provinsi kabupaten kota pemerintah pemerintahan instansi sistem teknis petunjuk bahan
    urusan lain lainnya yang diberikan oleh sesuai dengan dan atau serta di ke dari pada untuk dalam meliputi kualitas
    tertentu tujuan penugasan kepada seluruh unsur kementerian
    menyusun melaksanakan membantu gubernur bupati walikota wali menteri administrasi umum rencana tahunan proses
    peta penyediaan pengadaan terhadap secara atas antar bisnis perangkat jabatan kelompok fungsional utama"""


def initials(words: Sequence[str]) -> str:
    """Return the first letters of words, in small letters."""
    return "".join(word[:1] for word in words).casefold()


_SAYS_LITTLE = frozenset(_GENERIC.split())


@lru_cache(maxsize=8192)
def topics(text: str) -> frozenset[str]:
    """Return the words of a name that say what it is about."""
    plain = f" {lipat(text)} ".replace(" di lingkungan ", " ")
    return frozenset(word for word in plain.split() if word not in _SAYS_LITTLE and len(word) > 2)


def shares_topic(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of words have one in common, also where one is built on the other: "ketatausahaan", "usaha"."""
    known = tuple(other)
    return any(_kin(word, each) for word in one for each in known)


def _kin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) > 4 and (short in long or fuzz.ratio(short, long) >= 88))


def between(naskah: Naskah, first: Kutipan, stop: int) -> Iterator[Kutipan]:
    """Yield the quotations in the lines after one and before the line `stop` (0: to the end)."""
    for kutipan in original(naskah):
        if kutipan.baris_pertama > first.baris_pertama and (not stop or kutipan.baris_pertama < stop):
            yield kutipan
