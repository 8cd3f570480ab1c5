"""Plain text to lines: what both text formats share."""

import re

from probis.reading.document import MOST_LINES, Unreadable

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\u2060\ufeff\u00ad]")
_EMPHASIS = re.compile(r"\*{1,3}|</?(?:i|b|u|em|strong|sup|sub|span)\b[^<>]*>|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)")

_BRANCH = re.compile(r"[ \t\u00a0]*(?:[│|┃║][ \t\u00a0]*){0,12}(?:[├└┣┗╠╚][─━═-]*|[|`+\\]-{2,})[>►]?[ ]*(?=\w)")

_BRANCHES = tuple("│|┃║├└┣┗╠╚`+\\")


def decoded(name: str, data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 with a mark, or Windows-1252; raise where it is no text."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise Unreadable(f"Berkas “{name}” rusak: bukan teks UTF-16.", "Simpan ulang sebagai UTF-8.") from None
    if b"\x00" in data[:8192]:
        raise Unreadable(f"Berkas “{name}” bukan teks.", "Periksa bentuk berkasnya: .docx dan .pdf dibaca apa adanya.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def split(name: str, text: str) -> list[tuple[str, int]]:
    """Return the lines as they stand in the file, each with its page: a form feed begins a new one."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(rows) > MOST_LINES:
        raise Unreadable(f"Naskah “{name}” lebih dari {MOST_LINES} baris.", "Bagi naskahnya.")
    page, numbered = 1, []
    for row in rows:
        page += row.count("\f")
        numbered.append((row.replace("\f", ""), page))
    return numbered


def plain(raw: str) -> str:
    """Return the words of a line without marks of emphasis and signs that nobody sees."""
    return re.sub(r"[ \u00a0]+", " ", _EMPHASIS.sub("", _CONTROL.sub("", raw))).strip(" ")


def branch(raw: str) -> int:
    """Return how many characters draw the branch of a tree in front of the words of a line, 0 where none do."""
    found = _BRANCH.match(raw) if raw.lstrip()[:1] in _BRANCHES else None
    return found.end() if found is not None else 0
