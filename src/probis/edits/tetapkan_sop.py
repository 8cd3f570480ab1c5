"""A SOP that was signed to the register that knows it: number, day, revision, and how its map was on that day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, ValidationError

from probis.edits._family import Edit, Hasil, said
from probis.model import Beku, Nama, Pejabat, PetaProsesBisnis, Sop, StatusSop, Temuan, Tingkat, sidik

EDIT = Edit(
    title="Tetapkan SOP",
    summary="Catat bahwa SOP sebuah lintas fungsi ditetapkan: nomor, tanggal, revisi, dan isi peta pada hari itu.",
    subject="lintas-fungsi",
)


class Isian(Beku):
    """Isian (particulars): of which lintas fungsi, and what stands on the SOP that was signed."""

    lintas_fungsi: Annotated[Nama, Field(title="Lintas fungsi")]
    nomor: Annotated[Nama, Field(title="Nomor SOP")] = ""
    tanggal: Annotated[date | None, Field(title="Tanggal efektif", examples=["2026-11-24"])] = None
    jabatan: Annotated[Nama, Field(title="Jabatan yang mengesahkan")] = ""
    pejabat: Annotated[Nama, Field(title="Nama pejabatnya")] = ""


def apply(model: PetaProsesBisnis, isian: Isian, pada: date) -> Hasil:
    """Return the model with the SOP of this lintas fungsi in force, as of the day given, else of `pada`.

    A SOP that was in force already goes up by one revision where its number or day is another one; what is not said
    stays. Where there is none yet, it is made, with the id of its lintas fungsi.
    """
    peta = model.cari_lintas_fungsi(isian.lintas_fungsi)
    if peta is None:
        return _not(f"Lintas fungsi “{isian.lintas_fungsi}” tidak ada.", "lintas_fungsi")
    own = [sop for sop in model.sop if sop.lintas_fungsi == peta.id and sop.status is not StatusSop.DICABUT]
    old = next((sop for sop in own if sop.status is StatusSop.BERLAKU), own[0] if own else None)
    number = isian.nomor or (old.nomor if old else "")
    if not number:
        return _not("Nomor SOP belum diisi.", "nomor")
    day = isian.tanggal or pada
    update: dict[str, object] = {
        "nomor": number,
        "status": StatusSop.BERLAKU,
        "tanggal_efektif": day,
        "sidik_peta": sidik(model, peta),
    }
    if isian.jabatan:
        update["disahkan"] = Pejabat(jabatan=isian.jabatan, nama=isian.pejabat)
    elif isian.pejabat and old is not None and old.disahkan is not None:
        update["disahkan"] = Pejabat(jabatan=old.disahkan.jabatan, nama=isian.pejabat)
    elif isian.pejabat:
        return _not("Jabatan yang mengesahkan belum diisi.", "jabatan")
    if old is None:
        taken = {sop.id for sop in model.sop}
        id_ = next(
            one for n in range(1, len(taken) + 2) if (one := peta.id if n == 1 else f"{peta.id}-{n}") not in taken
        )
        old = Sop(id=id_, lintas_fungsi=peta.id)
        sops = (*model.sop, old)
    else:
        sops = model.sop
    if old.status is StatusSop.BERLAKU and (old.nomor, old.tanggal_efektif) != (number, day):
        update |= {"revisi": old.revisi + 1, "tanggal_revisi": day}
    elif old.tanggal_pembuatan is None and old.status is not StatusSop.BERLAKU:
        update["tanggal_pembuatan"] = day
    try:
        made = Sop.model_validate({**old.model_dump(), **update})
    except ValidationError as error:
        return Hasil(None, temuan=said(error, Isian, "tetapkan-sop"))
    return Hasil(model.model_copy(update={"sop": tuple(made if sop is old else sop for sop in sops)}))


def _not(pesan: str, bidang: str) -> Hasil:
    return Hasil(None, temuan=(Temuan("tetapkan-sop", Tingkat.GALAT, "sop", pesan, "", bidang),))
