"""Words to what they name in a structure: a unit, its rank, or a post."""

import re

from probis.reading.blocks import ORDINAL
from probis.reading.names import folded

_RANKS: tuple[tuple[int, str], ...] = (
    (1, r"sekretariat daerah|sekretariat dprd|sekretariat jenderal|inspektorat jenderal|direktorat jenderal"
        r"|(?:ke)?deputi(?:an)?|rektorat"
        r"|asisten|staf ahli|kementerian|pusat"),
    (2, r"sekretariat|bidang|bagian|biro|direktorat|inspektorat|inspektur pembantu|unit pelaksana teknis|uptd?b?"
        r"|balai|cabang dinas|kepaniteraan|dinas|badan|kecamatan|kelurahan|satuan|komite|instalasi|laboratorium"
        r"|fakultas|dekanat|pascasarjana|suku dinas|stasiun|perpustakaan"
        r"|lembaga|jurusan|sekolah|divisi|departemen|kantor|perwakilan"),
    (3, r"sub\s*-?\s*bagian|subbag|sub\s*-?\s*bidang|subbid|sub\s*-?\s*direktorat|subdit|seksi|sub\s*-?\s*koordinator"
        r"|tim kerja|sub\s*-?\s*kelompok|sub\s*-?\s*unit|subpokja|sub\s*-?\s*substansi|unit|kelompok|loka|urusan"
        r"|program studi|dusun|puskesmas"),
)  # fmt: skip
_UNIT = tuple((rank, re.compile(rf"(?:{words})\b", re.IGNORECASE)) for rank, words in _RANKS)
_POST = re.compile(
    r"(?:kepala|sekretaris|asisten|direktur|inspektur|wakil|ketua|staf ahli|camat|lurah|sekretaris jenderal"
    r"|kelompok\s+(?:jabatan\s+)?(?:fungsional|pelaksana)|(?:kelompok\s+)?jabatan\s+(?:fungsional|pelaksana)|koordinator|pejabat"
    r"|ka(?:sub\s?b?ag|si|bid|bag|subdit|subbid)(?:ag)?)\b",
    re.IGNORECASE,
)
_DIVISION = re.compile(rf"bagian\s+{ORDINAL}", re.IGNORECASE)
"""A division of a chapter, which is no unit."""
_ANY = re.compile(
    r"(?:seluruh\s+)?(?:unit|satuan|perangkat)(?:\s+(?:kerja|organisasi|struktural))?(?:\s+di\s?bawah(?:nya)?)?[\s.;:]*",
    re.I,
)
"""The words for units in general: the head of a list of them, "unit di bawahnya"."""
_LEADS = re.compile(r"inspektur\s+pembantu|asisten\s+(?!ahli|apoteker)\w+", re.IGNORECASE)
"""Posts that are named for the part of the structure that they lead: "Asisten Administrasi Umum"."""
_LEAF = re.compile(r"(?:sub\s*-?\s*(?:bagian|bidang|direktorat)|subbag|subbid|subdit|seksi)\b", re.IGNORECASE)
_ALIKE = re.compile(
    r"sub\s*-?\s*(?:bagian|bidang|direktorat)|subbag|subbid|subdit|seksi|bagian|bidang|biro"
    r"|(?:direktorat|sekretariat|inspektorat)(?:\s+(?:jenderal|daerah|dprd))?|(?:ke)?deputi(?:an)?|divisi|asisten|wakil",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\d{1,2}\s*(?:\([a-z ]+\)\s*)?[a-z][a-z -]*,?\s*(?:yaitu|yakni|antara\s+lain)?\s*:?\s*", re.IGNORECASE
)
"""How many, before the units themselves: "3 (tiga) bidang, yaitu"."""
_UNDER = re.compile(
    r"\b(?:(?:yang\s+)?(?:terdiri|tersusun)\s+(?:atas|dari)|yang\s+membawah(?:i|kan)|membawah(?:i|kan)|meliputi"
    r"|mencakup)\s*:?",
    re.IGNORECASE,
)


_HELD = re.compile(
    r"(?P<who>[A-Z][^();:]{2,100}?)\s*(?:\((?P<units>[^()]{4,400})\)|:\s*(?P<listed>[A-Z][^:()]{4,400}))"
)
"""A unit with those under it in brackets or after a colon: "Sekretariat (Subbagian Umum; Subbagian Keuangan)"."""


def _apart(text: str) -> str:
    """Return a text with words apart that a copy glued: "SekretariatJenderal"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", text[:200])


_SENTENCE = re.compile(
    r"\b(?:adalah|merupakan|dapat|wajib|dipimpin|bertanggung\s*jawab|sebagaimana"
    r"|(?!menengah|bermotor|berencana|bersama)(?:me(?:ng|ny|m|n|r|l)|ber)[a-z]{3,})\b"
)


def is_sentence(text: str) -> bool:
    """Whether words have a verb in small letters, as no name of a unit has."""
    return _SENTENCE.search(text) is not None


def rank(text: str) -> int:
    """Return how high a unit stands by its first word: 1 highest, 3 lowest, 0 where it names none."""
    text = _apart(text)
    if _DIVISION.match(text) or _ANY.fullmatch(text):
        return 0
    return next((rank for rank, pattern in reversed(_UNIT) if pattern.match(text)), 0)


def is_post(text: str) -> bool:
    """Whether a text names a post or a group of functional posts, not a unit."""
    text = _apart(text)
    return _POST.match(text) is not None and not _LEADS.match(text)


def is_member(text: str) -> bool:
    """Whether a text can be an entry of a structure."""
    return len(text.split()) <= 25 and (rank(text) > 0 or is_post(text))


def lead(text: str) -> tuple[str, str] | None:
    """Return (who, what follows) of "Sekretariat, terdiri atas: …" or "Bidang X membawahi …"; None for other text."""
    found = _UNDER.search(text)
    if found is None:
        held = _HELD.fullmatch(text.strip(" ;."))
        units = (held.group("units") or held.group("listed")) if held is not None else ""
        if held is None or " " not in units or not all(is_member(each) for each in re.split(r"\s*[;,]\s*", units)):
            return None
        return held.group("who"), units
    who = re.split(r",?\s+(?:sebagaimana\s+dimaksud|(?:yang\s+)?dipimpin)", text[: found.start()], maxsplit=1)[0]
    rest = text[found.end() :].strip()
    counted = _COUNTED.match(rest)
    return bare(who).strip(" ,;:"), rest[counted.end() :] if counted is not None else rest


_ROLE = re.compile(
    r"(?:unsur\s+)?(?:pimpinan|pembantu(?:\s+pimpinan)?|pelaksana|pengawas(?:an)?|penunjang|pendukung|staf|lini)"
    r"(?:\s*,?\s*(?:yaitu|yakni|adalah|ialah|(?:yang\s+)?terdiri\s+(?:dari|atas))\s*:?|\s*:)\s*",
    re.IGNORECASE,
)
"""What part a unit has in the body, in front of its name or of those that have it: "Pembantu pimpinan: Sekretariat"."""


def bare(text: str) -> str:
    """Return a text without the stray marks of a scan or a drawn tree, and without the part a unit has, in front."""
    text = re.sub(r"^[^\w(“\"]+", "", text[:20]) + text[20:]
    role = _ROLE.match(text)
    return text[role.end() :] if role is not None and role.end() < len(text) else text


_PLURAL = re.compile(
    r"(sub\s?bagian|seksi|bidang|bagian|biro|direktorat|urusan|asisten)\s?-\s?\1\b(?!\s+(?-i:[A-Z]))", re.IGNORECASE
)
"""Several units in one word, which the list that follows names: "Seksi-seksi, terdiri atas:"."""


def is_role(text: str) -> bool:
    """Whether a text only says what part those that follow have in the body: "Unsur pelaksana, terdiri dari:"."""
    return _ROLE.fullmatch(text.strip()) is not None or _PLURAL.match(text.strip()) is not None


def fits(child: str, above: str, *, told: bool) -> bool:
    """Whether one unit can stand right under another by their words; `told` where labels or places say that it does."""
    own, other = _apart(child), _apart(above)
    kind, kind_above = _ALIKE.match(own), _ALIKE.match(other)
    if kind is not None and kind_above is not None and folded(kind.group()) == folded(kind_above.group()):
        return False
    seksi, alone = own[:5].casefold() == "seksi", own[:16].casefold() == "kelompok jabatan"
    if _LEAF.match(other):
        inside = seksi and re.match(r"sub\s*-?\s*dir|subdit", other, re.IGNORECASE) is not None
        return rank(own) == 0 or inside or (rank(own) == 3 and _LEAF.match(own) is None)
    return told or not (alone or (seksi and other[:11].casefold() == "sekretariat"))


def tidy(text: str) -> str:
    """Return the name of a unit without marks and joining words at its end, and stray ones in front."""
    text = bare(text)
    text = (
        re.sub(r"\s*[;,.]?\s*(?:dan|serta|dan/atau)\s*$", "", text.strip())
        if re.search(r"[;,]\s*(?:dan|serta|dan/atau)\s*$", text)
        else text
    )
    return text.strip(" ;,:|").removesuffix(".")
