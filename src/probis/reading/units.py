"""Words to what they name in a structure: a unit, its rank, or a post."""

import re

from probis.reading.blocks import ORDINAL

_RANKS: tuple[tuple[int, str], ...] = (
    (1, r"sekretariat daerah|sekretariat dprd|sekretariat jenderal|inspektorat jenderal|direktorat jenderal|deputi"
        r"|asisten|staf ahli|kementerian|pusat"),
    (2, r"sekretariat|bidang|bagian|biro|direktorat|inspektorat|inspektur pembantu|unit pelaksana teknis|uptd?b?"
        r"|balai|cabang dinas|kepaniteraan|dinas|badan|kecamatan|kelurahan|satuan|komite|instalasi|laboratorium"
        r"|fakultas|lembaga|jurusan|sekolah|divisi|departemen|kantor|perwakilan"),
    (3, r"sub\s*-?\s*bagian|subbag|sub\s*-?\s*bidang|subbid|sub\s*-?\s*direktorat|subdit|seksi|sub\s*-?\s*koordinator"
        r"|tim kerja|sub\s*-?\s*kelompok|sub\s*-?\s*unit|subpokja|sub\s*-?\s*substansi|unit|kelompok|loka|urusan"
        r"|program studi|dusun|puskesmas"),
)  # fmt: skip
_UNIT = tuple((rank, re.compile(rf"(?:{words})\b", re.IGNORECASE)) for rank, words in _RANKS)
_POST = re.compile(
    r"(?:kepala|sekretaris|asisten|direktur|inspektur|wakil|ketua|staf ahli|camat|lurah|sekretaris jenderal"
    r"|kelompok\s+(?:jabatan\s+)?(?:fungsional|pelaksana)|(?:kelompok\s+)?jabatan\s+(?:fungsional|pelaksana)|koordinator|pejabat)\b",
    re.IGNORECASE,
)
_DIVISION = re.compile(rf"bagian\s+{ORDINAL}", re.IGNORECASE)
"""A division of a chapter, which is no unit."""
_LEADS = re.compile(r"inspektur\s+pembantu|asisten\s+(?!ahli|apoteker)\w+", re.IGNORECASE)
"""Posts that are named for the part of the structure that they lead: "Asisten Administrasi Umum"."""
_UNDER = re.compile(
    r"[,;:]?\s*(?:(?:yang\s+)?(?:terdiri|tersusun)\s+(?:atas|dari)|yang\s+membawah(?:i|kan)|membawah(?:i|kan)|meliputi"
    r"|mencakup)\s*:?",
    re.IGNORECASE,
)


def _apart(text: str) -> str:
    """Return a text with words apart that a copy glued: "SekretariatJenderal"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", text[:200])


def rank(text: str) -> int:
    """Return how high a unit stands by its first word: 1 highest, 3 lowest, 0 where it names none."""
    text = _apart(text)
    if _DIVISION.match(text):
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
        return None
    who = re.split(r",?\s+sebagaimana\s+dimaksud", text[: found.start()], maxsplit=1)[0]
    return who.strip(" ,;:"), text[found.end() :].strip()


def tidy(text: str) -> str:
    """Return the name of a unit without marks and joining words at its end."""
    text = (
        re.sub(r"\s*[;,.]?\s*(?:dan|serta|dan/atau)\s*$", "", text.strip())
        if re.search(r"[;,]\s*(?:dan|serta|dan/atau)\s*$", text)
        else text
    )
    return text.strip(" ;,:").removesuffix(".")
