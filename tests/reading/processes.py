"""A short annex to the processes that are read in it, and what is told of them."""

from probis.model import Naskah
from probis.reading.formats import read
from probis.reading.quotations import quoted

KINDS = ("proses", "sub proses", "lintas fungsi")


def read_text(text: str) -> Naskah:
    suffix = "md" if "|---" in text else "txt"
    return quoted(read(f"naskah.{suffix}", f"LAMPIRAN\nKEPUTUSAN BUPATI\nNOMOR 1 TAHUN 2024\n\n{text}".encode())).naskah


def tree(text: str) -> list[tuple[str, str, str]]:
    """Code, name and the code above of each process, once a code, in order."""
    naskah = read_text(text)
    by_id = {each.id: each for each in naskah.kutipan}
    made: dict[str, tuple[str, str, str]] = {}
    for each in naskah.kutipan:
        if each.sebagai in KINDS:
            above = by_id.get(each.induk)
            code = (above.nomor or above.teks) if above is not None and above.sebagai in KINDS else ""
            made.setdefault(each.nomor or each.teks, (each.nomor, each.teks, code))
    return list(made.values())


def told(text: str, *kinds: str) -> list[tuple[str, str, str]]:
    """What is quoted of some kinds: the code or name it stands under, the kind, its words."""
    naskah = read_text(text)
    by_id = {each.id: each for each in naskah.kutipan}
    made = []
    for each in naskah.kutipan:
        if each.sebagai in kinds:
            above = by_id.get(each.induk)
            made.append(((above.nomor or above.teks) if above is not None else "", each.sebagai, each.teks))
    return sorted(made)
