"""What every part of the model is made of: frozen values, elements with an id, references and sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-{1,2}[a-z0-9]+)*$", max_length=120),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-{1,2}[a-z0-9]+)*$", "maxLength": 120}),
]
"""Id: short, readable, born once, unique within its part; references name it."""


def _printable(text: str) -> str:
    if not text.isprintable() and any((ord(sign) < 32 and sign not in "\n\t") or ord(sign) == 127 for sign in text):
        raise PydanticCustomError(
            "probis", "Teks ini memuat tanda kendali yang tidak dapat dicetak. Tulis ulang teksnya."
        )
    return text


Teks = Annotated[str, StringConstraints(max_length=5000, strip_whitespace=True), AfterValidator(_printable)]
"""Teks (text): one sentence or a few, at most 5,000 characters."""

Nama = Annotated[str, StringConstraints(max_length=300, strip_whitespace=True), AfterValidator(_printable)]
"""Nama (name): what stands in a box or a heading, at most 300 characters."""


def tanpa_teks() -> Mapping[str, str]:
    """Return the empty, read-only map of texts."""
    return MappingProxyType({})


def _freeze(texts: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(texts))


PetaTeks = Annotated[
    Mapping[Teks, Teks],
    AfterValidator(_freeze),
    PlainSerializer(dict, return_type=dict[str, str]),
]
"""PetaTeks (map of texts): names to texts, read-only, in the order written."""


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Rujukan (reference): marks a field as naming the id of an element of one of these kinds.

    A reference to nothing can be written and kept; the rule `rujukan-dikenal` reports it.
    `bebas` says that plain text is allowed where no such element exists.
    """

    kinds: tuple[str, ...]
    bebas: bool = False


RujukanProses = Annotated[Nama, Rujukan(("proses",))]
RujukanUnit = Annotated[Nama, Rujukan(("unit", "jabatan"))]
RujukanPelaku = Annotated[Nama, Rujukan(("unit", "jabatan", "pihak"))]
RujukanUjung = Annotated[Nama, Rujukan(("proses", "pihak", "unit"))]
RujukanProduk = Annotated[Nama, Rujukan(("produk",), bebas=True)]
RujukanPeraturan = Annotated[Nama, Rujukan(("peraturan",))]
RujukanBerkas = Annotated[Nama, Rujukan(("berkas",))]
RujukanLintasFungsi = Annotated[Nama, Rujukan(("lintas-fungsi",))]
RujukanSimpul = Annotated[Nama, Rujukan(("simpul",))]
RujukanJalur = Annotated[Nama, Rujukan(("jalur",))]
RujukanAlur = Annotated[Nama, Rujukan(("alur",))]


class Beku(BaseModel):
    """Beku (frozen): base of every value of the model; unknown fields are refused, nothing changes after birth."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class JenisSumber(StrEnum):
    """JenisSumber (kind of source): where a statement comes from."""

    KEPUTUSAN = "keputusan"
    PERATURAN = "peraturan"
    WAWANCARA = "wawancara"
    DOKUMEN = "dokumen"
    USULAN = "usulan"


class Sumber(Beku):
    """Sumber (source): what a statement rests on, for the whole element or for the fields named in `untuk`.

    `acuan` names the document, regulation, decree or, for *usulan*, the ground of the proposal; `baris` its lines
    ("148" or "186–190"). `untuk` holds field names; in a lintas fungsi also "simpul", "simpul/<id>" or
    "simpul/<id>/<field>". `oleh` is who said it, `tanggal` when.
    """

    jenis: JenisSumber
    acuan: Teks = ""
    baris: Nama = ""
    untuk: tuple[Nama, ...] = ()
    oleh: Nama = ""
    tanggal: date | None = None


class Asing(Beku):
    """Asing (foreign): content of another format that Probis does not model, kept as it was for the way back."""

    format: Nama
    tempat: Nama = ""
    teks: Annotated[str, StringConstraints(max_length=200_000)]


class AcuanLuar(Beku):
    """AcuanLuar (outside reference): an element of another body's map, with the name it had when referred to."""

    instansi: Nama
    alamat: Nama
    revisi: Nama | None = None
    nama: Nama = ""


class Unsur(Beku):
    """Unsur (element): base of all that has an id, sources, a note, extra texts and kept foreign content."""

    id: Id
    sumber: tuple[Sumber, ...] = ()
    catatan: Teks = ""
    tambahan: PetaTeks = Field(default_factory=tanpa_teks)
    asing: tuple[Asing, ...] = ()

    def sumber_bidang(self, field: str | None = None) -> Sumber | None:
        """Return the source that `field` rests on, or the whole element's; the last one that says something wins."""
        whole: Sumber | None = None
        exact: Sumber | None = None
        for sumber in self.sumber:
            if not sumber.untuk:
                whole = sumber
            elif field is not None and field in sumber.untuk:
                exact = sumber
        return exact or whole

    def usulan(self, field: str | None = None) -> bool:
        """Tell whether the element (or the one field) is a proposal that nobody has confirmed yet."""
        sumber = self.sumber_bidang(field)
        return sumber is not None and sumber.jenis is JenisSumber.USULAN

    def sumber_dipakai(self) -> tuple[Sumber, ...]:
        """Return the sources that something still rests on: those that no later one has taken the place of."""
        whole = self.sumber_bidang()
        return tuple(s for s in self.sumber if s is whole or any(self.sumber_bidang(field) is s for field in s.untuk))
