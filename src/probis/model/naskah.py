"""What a document says, quotation by quotation; never the truth, so it may contradict itself."""

from typing import Annotated

from pydantic import Field

from probis.model.unsur import Beku, Nama, Teks


class Kutipan(Beku):
    """Kutipan (quotation): one passage with its line, and what it is taken for.

    `sebagai` names the kind ("sasaran", "proses", "kode" …), `tentang` the address of the element it speaks of.
    """

    baris: Nama
    teks: Teks
    sebagai: Nama = ""
    tentang: Nama = ""
    catatan: Teks = ""


class Naskah(Beku):
    """Naskah (text of a document): its name, number of lines, and its quotations in reading order."""

    nama: Nama
    jumlah_baris: Annotated[int, Field(ge=0)] = 0
    kutipan: tuple[Kutipan, ...] = ()
