"""A text to the short, readable id that it gets where nobody wrote one."""

import re
import unicodedata
from collections.abc import Iterable

_ID = re.compile(r"[a-z0-9]+(-{1,2}[a-z0-9]+)*")
LONGEST = 120


def slug(text: str, longest: int = 50) -> str:
    """Return the text in lower case with hyphens, cut at a word where it is too long; "tanpa-nama" for none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(made) > longest:
        cut = made[: longest + 1].rpartition("-")[0]
        made = cut or made[:longest]
    return made or "tanpa-nama"


def is_id(text: str) -> bool:
    """Tell whether a text can be an id as it is."""
    return len(text) <= LONGEST and _ID.fullmatch(text) is not None


def _part(text: str) -> str:
    return text if is_id(text) and len(text) <= 50 else slug(text)


def step_id(text: str) -> str:
    """Return the id of a step: its first five words."""
    return slug(" ".join(text.split()[:5]), 60)


def flow_id(source: str, target: str) -> str:
    """Return the id of an alur."""
    return f"{_part(source)}--{_part(target)}"


def product_flow_id(produk: str, dari: str | None, ke: str | None) -> str:
    """Return the id of an aliran; an end that is not known yet is "awal" or "akhir"."""
    return "--".join(
        (slug(produk, 36), "awal" if dari is None else slug(dari, 36), "akhir" if ke is None else slug(ke, 36))
    )


def relation_id(jenis: str, dari: str, ke: str) -> str:
    """Return the id of a hubungan."""
    return "--".join((slug(jenis, 36), slug(dari, 36), slug(ke, 36)))


class Taken:
    """The ids of one list; new ones are told apart by a number."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = set(ids)
        self._numbers: dict[str, int] = {}

    def new(self, base: str) -> str:
        """Return the id, or with the first number that makes it new; it is taken from then on."""
        made, number = base, self._numbers.get(base, 2)
        while made in self._ids:
            made, number = f"{base}-{number}", number + 1
        self._numbers[base] = number
        self._ids.add(made)
        return made
