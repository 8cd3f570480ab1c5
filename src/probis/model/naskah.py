"""What a document says, quotation by quotation; never the truth, so it may contradict itself."""

import re
from typing import Annotated

from pydantic import Field

from probis.model.unsur import Beku, Nama, Teks


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


class Naskah(Beku):
    """Naskah (text of a document): its name, number of lines, and its quotations in reading order."""

    nama: Nama
    jumlah_baris: Annotated[int, Field(ge=0)] = 0
    kutipan: tuple[Kutipan, ...] = ()
