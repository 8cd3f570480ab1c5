"""What an evaluation found of a SOP to the register that keeps it: day, how far it is applied, what came out."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from probis.edits._family import Edit, Hasil
from probis.model import Beku, EvaluasiSop, Nama, PenerapanSop, PetaProsesBisnis, StatusSop, Teks, Temuan, Tingkat

EDIT = Edit(
    title="Evaluasi SOP",
    summary="Catat evaluasi atas SOP sebuah lintas fungsi: tanggal, penerapan, dan hasilnya.",
    subject="lintas-fungsi",
)


class Isian(Beku):
    """Isian (particulars): of which lintas fungsi, when, by whom, and what was found."""

    lintas_fungsi: Annotated[Nama, Field(title="Lintas fungsi")]
    tanggal: Annotated[date | None, Field(title="Tanggal evaluasi", examples=["2026-11-24"])] = None
    penerapan: Annotated[PenerapanSop | None, Field(title="Penerapan")] = None
    efisiensi: Annotated[bool, Field(title="Menilai efisiensi dan efektivitas")] = False
    hasil: Annotated[Teks, Field(title="Hasil evaluasi")] = ""
    oleh: Annotated[Nama, Field(title="Yang mengevaluasi")] = ""


def apply(model: PetaProsesBisnis, isian: Isian, pada: date) -> Hasil:
    """Return the model with this evaluation of the SOP in force of the lintas fungsi, as of its day, else of `pada`."""
    own = [sop for sop in model.sop if sop.lintas_fungsi == isian.lintas_fungsi and sop.status is StatusSop.BERLAKU]
    if not own:
        pesan = f"Lintas fungsi “{isian.lintas_fungsi}” tidak punya SOP yang berlaku."
        saran = "Catat dahulu penetapannya."
        return Hasil(None, temuan=(Temuan("evaluasi-sop", Tingkat.GALAT, "sop", pesan, saran, "lintas_fungsi"),))
    made = EvaluasiSop(
        tanggal=isian.tanggal or pada,
        oleh=isian.oleh,
        penerapan=isian.penerapan,
        efisiensi=isian.efisiensi,
        hasil=isian.hasil,
    )
    new = own[0].model_copy(update={"evaluasi": (*own[0].evaluasi, made)})
    return Hasil(model.model_copy(update={"sop": tuple(new if sop is own[0] else sop for sop in model.sop)}))
