"""What an edit says of itself, what it gives back, and the value that discovery makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal, Protocol

from pydantic import ValidationError

from probis.model import Beku, PetaProsesBisnis, Temuan, Tingkat

SubjectKind = Literal["instansi", "arah", "organisasi", "proses", "aliran", "lintas-fungsi", "keputusan", "unsur"]


class Perihal(StrEnum):
    """Perihal (subject matter) of a confirmation: why nobody may take the statement over as it stands."""

    KEPUTUSAN = "keputusan"
    PEJABAT = "pejabat"
    RENCANA = "rencana"
    PERATURAN = "peraturan"
    NILAI_HUKUM = "nilai hukum"
    PENGECUALIAN = "pengecualian"
    EVALUASI = "evaluasi"
    ANGKA = "angka"
    ISTILAH = "istilah"
    SUMBER = "sumber"
    UNIT = "unit"
    USULAN = "usulan"


@dataclass(frozen=True, slots=True)
class Konfirmasi:
    """Konfirmasi (confirmation) that a person of the body must give: about which address and field, and why.

    `alasan` is a sentence for the process owner; elements with the same subject and reason are shown together.
    """

    perihal: Perihal
    alamat: str
    alasan: str
    bidang: str = ""


@dataclass(frozen=True, slots=True)
class Hasil:
    """Hasil (result) of an edit: the new value and what must be confirmed in it; or None, and `temuan` says why."""

    model: PetaProsesBisnis | None
    konfirmasi: tuple[Konfirmasi, ...] = ()
    temuan: tuple[Temuan, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """Constant EDIT of an edit module: its Indonesian title, what it does in a sentence, and what it changes."""

    title: str
    summary: str
    subject: SubjectKind


class Apply(Protocol):
    """Changes a value; `isian` is an instance of the module's own `Isian`, `pada` the day of judgement."""

    def __call__(self, model: PetaProsesBisnis, isian: Any, pada: date) -> Hasil:
        """The changed value with what must be confirmed, or findings; the value given stays as it was."""


@dataclass(frozen=True, slots=True)
class EditModule:
    """An edit of the family; `slug` is its file name with hyphens.

    `isian` is the class of its particulars: each field has a title for the form, its type says what may be written.
    """

    slug: str
    edit: Edit
    isian: type[Beku]
    apply: Apply

    def fill(self, particulars: Mapping[str, Any]) -> Beku | tuple[Temuan, ...]:
        """Return the particulars as the edit wants them, or a finding for each that is missing or wrong."""
        try:
            return self.isian.model_validate(dict(particulars))
        except ValidationError as error:
            return said(error, self.isian, self.slug)

    def run(self, model: PetaProsesBisnis, particulars: Mapping[str, Any], pada: date) -> Hasil:
        """Fill in the particulars and apply the edit; what is wrong with them comes back as findings."""
        filled = self.fill(particulars)
        return Hasil(None, temuan=filled) if isinstance(filled, tuple) else self.apply(model, filled, pada)


def said(error: ValidationError, kind: type[Beku], slug: str) -> tuple[Temuan, ...]:
    """Return the findings that a failed validation amounts to, in the user's words."""
    return tuple(_said(one, kind, slug) for one in error.errors(include_url=False))


def _said(one: Any, kind: type[Beku], slug: str) -> Temuan:
    name = str(one["loc"][0]) if one["loc"] else ""
    field = kind.model_fields.get(name)
    title = field.title if field is not None and field.title else name
    match one["type"]:
        case "missing" | "string_too_short":
            pesan, saran = f"{title} belum diisi.", ""
        case "probis":
            pesan, saran = str(one["msg"]), ""
        case "string_too_long":
            pesan, saran = f"{title} terlalu panjang.", f"Paling banyak {one['ctx']['max_length']} huruf."
        case "enum":
            pesan, saran = f"{title} “{str(one['input'])[:60]}” tidak dikenal.", f"Pilih: {_choices(one)}."
        case "extra_forbidden":
            pesan, saran = f"Isian “{name}” tidak dikenal.", f"Yang dikenal: {', '.join(kind.model_fields)}."
        case _:
            example = (field.examples or [""])[0] if field is not None else ""
            pesan = f"{title} “{str(one['input'])[:60]}” tidak terbaca."
            saran = f"Tulis seperti {example}." if example else ""
    return Temuan(slug, Tingkat.GALAT, "", pesan, saran, name)


def _choices(one: Any) -> str:
    return str(one["ctx"]["expected"]).replace("'", "").replace(" or ", " atau ")
