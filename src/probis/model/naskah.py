"""What a document says, quotation by quotation; never the truth, so it may contradict itself."""

import re
from typing import Annotated

from pydantic import Field

from probis.model.unsur import Beku, Id, Nama, Teks


class Kutipan(Beku):
    """Kutipan (quotation): one passage with its line, and what it is taken for.

    `baris` is its line, or first and last ("186–190"); `sebagai` names the kind ("sasaran", "proses", "peraturan" …),
    `tentang` the address of the element it speaks of. A text that was read by Probis says more: `id` is unique within
    the text, `induk` is the id of what it hangs under, `nomor` the number, letter or code as printed, `bagian` the
    part of the document it stands in, `halaman` the page where the file has pages.
    """

    baris: Nama
    teks: Teks
    sebagai: Nama = ""
    tentang: Nama = ""
    catatan: Teks = ""
    id: Nama = ""
    nomor: Nama = ""
    bagian: Nama = ""
    induk: Nama = ""
    halaman: Annotated[int, Field(ge=1)] | None = None

    @property
    def baris_pertama(self) -> int:
        """The first line it stands in, or 0 where none is told."""
        head = re.match(r"\d+", self.baris)
        return int(head.group()) if head else 0


class PilihanUsul(Beku):
    """PilihanUsul (choice of a proposal): its key, what it does in words, and how likely it is, 0 to 100."""

    kunci: Id
    bunyi: Teks
    skor: Annotated[int, Field(ge=0, le=100)] = 0


ISI_SENDIRI = "isi-sendiri"
"""The key of the choice that a person fills in, where a proposal has it."""


class Usul(Beku):
    """Usul (proposal): a question that a text leaves open, put to a person with its choices.

    `kutipan` are ids of the quotations it is about, `bawaan` is the choice that holds as long as nobody has decided,
    `putusan` the choice that a person made; both name a choice by its key. `isian` is what a person wrote where the
    choice is `isi-sendiri`. `usang` says that the text no longer gives
    rise to it. The id follows from what the text says, not from its lines, so that reading again finds it.
    """

    id: Id
    jenis: Nama
    pertanyaan: Teks
    kutipan: tuple[Nama, ...] = ()
    pilihan: tuple[PilihanUsul, ...] = ()
    bawaan: Nama = ""
    putusan: Nama = ""
    isian: Nama = ""
    usang: bool = False

    @property
    def kunci(self) -> tuple[str, ...]:
        """The keys of its choices."""
        return tuple(pilihan.kunci for pilihan in self.pilihan)

    @property
    def terbaik(self) -> PilihanUsul | None:
        """The likeliest choice, the first of equals, or None where it has none."""
        return max(self.pilihan, key=lambda pilihan: pilihan.skor, default=None)

    @property
    def terbuka(self) -> bool:
        """Whether nobody has decided it yet, in one of the ways that it gives."""
        return not self.usang and not self.diputuskan

    @property
    def diputuskan(self) -> bool:
        """Whether its decision is one of its choices, and filled in where that is to be filled in."""
        return self.putusan in self.kunci and (self.putusan != ISI_SENDIRI or bool(self.isian))


class Naskah(Beku):
    """Naskah (text of a document): its name, number of lines, open and decided proposals, quotations in order."""

    nama: Nama
    jumlah_baris: Annotated[int, Field(ge=0)] = 0
    usul: tuple[Usul, ...] = ()
    kutipan: tuple[Kutipan, ...] = ()
