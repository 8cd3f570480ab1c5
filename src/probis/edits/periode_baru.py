"""A map to the same body's map for the next period: ids stay, the decree is open, the older one is to be revoked."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import Field, ValidationError

from probis.edits._family import Edit, Hasil, said
from probis.edits._outdated import of_period
from probis.law import JenisPeraturan, Peraturan
from probis.model import Beku, Keputusan, Pejabat, Periode, PetaProsesBisnis, Temuan, Tingkat

EDIT = Edit(
    title="Masa peta berikutnya",
    summary="Lanjutkan peta instansi yang sama ke masa berikutnya, beserta daftar yang perlu dikonfirmasi ulang.",
    subject="instansi",
)


_REGULATIONS = {
    "Gubernur": JenisPeraturan.PERGUB,
    "Bupati": JenisPeraturan.PERKADA,
    "Wali Kota": JenisPeraturan.PERKADA,
    "Menteri": JenisPeraturan.PERMEN,
}


class Isian(Beku):
    """Isian (particulars): the years of the new period, and who heads the body in it where that is known."""

    periode: Annotated[Periode, Field(title="Masa peta", examples=["2025-2029"])]
    pejabat: Annotated[str, Field(title="Nama pejabat", max_length=300)] = ""


def apply(model: PetaProsesBisnis, isian: Isian, pada: date) -> Hasil:
    """Return the map for the new period, and all of it that the passing of time made doubtful by `pada`.

    The contents stay as they are, with their ids, sources, exceptions and evaluations. Emptied are: the names of
    those who head and sign, the number, date and sentences of the decree. A decree that had a number becomes a
    regulation of the body and is named in `mencabut`.
    """
    old = model.instansi.periode
    if isian.periode.awal <= old.awal:
        pesan = f"Masa {isian.periode} tidak sesudah masa folder asal, {old}."
        return Hasil(None, temuan=(Temuan("periode-baru", Tingkat.GALAT, "instansi", pesan, "", "periode"),))
    pejabat = model.instansi.pejabat
    try:
        before, revoked = _before(model)
        peraturan = model.peraturan if before is None else (*model.peraturan, before)
        made = PetaProsesBisnis.model_validate(
            model.model_copy(
                update={
                    "instansi": model.instansi.model_copy(
                        update={
                            "periode": isian.periode,
                            "pejabat": Pejabat(jabatan=pejabat.jabatan, nama=isian.pejabat) if pejabat else None,
                        }
                    ),
                    "peraturan": peraturan,
                    "keputusan": _open(model, isian, revoked),
                }
            ).model_dump()
        )
    except ValidationError as error:
        return Hasil(None, temuan=said(error, Isian, "periode-baru"))
    return Hasil(made, tuple(of_period(model, made, pada)))


def _before(model: PetaProsesBisnis) -> tuple[Peraturan | None, tuple[str, ...]]:
    """Return the older decree as a regulation (None where it is one already), and what `mencabut` names."""
    decree = model.keputusan
    if decree is None or not decree.nomor:
        return None, ()
    tahun = decree.tanggal.year if decree.tanggal and 1800 <= decree.tanggal.year <= 2200 else None
    nomor = re.sub(r"\s+tahun\s+\d{4}$", "", decree.nomor, flags=re.IGNORECASE)
    same = next((p for p in model.peraturan if p.nomor == nomor and p.tahun in (tahun, None)), None)
    if same is not None:
        return None, (same.id,)
    base = f"keputusan-{model.instansi.periode.awal}-{model.instansi.periode.akhir}"
    taken = {p.id for p in model.peraturan}
    id_ = next(name for n in range(1, len(taken) + 2) if (name := base if n == 1 else f"{base}-{n}") not in taken)
    made = Peraturan(
        id=id_,
        jenis=_REGULATIONS.get(decree.bentuk.jabatan, JenisPeraturan.PERLEMBAGA)
        if decree.bentuk.peraturan
        else JenisPeraturan.KEPUTUSAN,
        pembentuk=_signer(model, decree),
        nomor=nomor,
        tahun=tahun,
        tentang=decree.tentang or f"Peta Proses Bisnis {model.instansi.nama} Tahun {model.instansi.periode}",
        tanggal=decree.tanggal,
        catatan=f"Menetapkan peta masa {model.instansi.periode}. Sumber “keputusan” tanpa acuan menunjuk naskahnya.",
    )
    return made, (id_,)


def _signer(model: PetaProsesBisnis, decree: Keputusan) -> str:
    head = decree.penanda_tangan or model.instansi.pejabat
    return head.jabatan if head else decree.bentuk.jabatan


def _open(model: PetaProsesBisnis, isian: Isian, revoked: tuple[str, ...]) -> Keputusan | None:
    old = model.keputusan
    if old is None:
        return None
    signer = old.penanda_tangan
    return Keputusan(
        id=old.id,
        bentuk=old.bentuk,
        tempat=old.tempat,
        tentang=_subject(old.tentang, model.instansi.periode, isian.periode),
        mengingat=old.mengingat,
        mencabut=revoked,
        tembusan=old.tembusan,
        penanda_tangan=Pejabat(jabatan=signer.jabatan, nama=isian.pejabat) if signer else None,
        bunyi={},
        tambahan=old.tambahan,
    )


def _subject(text: str, old: Periode, new: Periode) -> str:
    """Return the subject with the years of the new period; "" (the usual one) where it does not name the old ones."""
    for dash in ("-", "–", " - ", " – ", " s.d. "):
        years = f"{old.awal}{dash}{old.akhir}"
        if years in text:
            return text.replace(years, f"{new.awal}{dash}{new.akhir}")
    return "" if str(old.awal) in text or str(old.akhir) in text else text
