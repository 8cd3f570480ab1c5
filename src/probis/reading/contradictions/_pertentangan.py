"""What every check of a text is made of: why it is there, and what it says of which quotations."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from probis.model import Kutipan, Naskah, Tingkat


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """Pemeriksaan (check): its working number (K50 …), level, title, and why it matters."""

    nomor: str
    tingkat: Tingkat
    judul: str
    mengapa: str


@dataclass(frozen=True, slots=True)
class Pertentangan:
    """Pertentangan (contradiction): the quotation that is wrong, what is wrong, what to do, the other quotations.

    `baris` is set where the fault stands in another line than the quotation's first; `kata` are the words at fault as
    printed, by which their line is found where the lines of the file are at hand.
    """

    kutipan: Kutipan
    pesan: str
    saran: str = ""
    lain: tuple[Kutipan, ...] = ()
    tingkat: Tingkat | None = None
    baris: int = 0
    kata: str = ""


Pemeriksa = Callable[[Naskah], Iterator[Pertentangan]]
