"""A basis that is no longer in force, or not yet, is no basis."""

from collections.abc import Iterator
from datetime import date

from probis.law.peraturan import (
    Peraturan,
    StatusPeraturan,
    cari_peraturan,
    masa_berlaku,
    singkatan,
    status,
)
from probis.law.tanggal import tanggal_panjang
from probis.model import PetaProsesBisnis, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K53",
    tingkat=Tingkat.PERINGATAN,
    judul="Peraturan yang dirujuk berlaku pada tanggalnya",
    mengapa="Keputusan dan SOP bertumpu pada peraturan yang berlaku pada hari ditetapkan. Peraturan yang sudah dicabut "
    "atau belum berlaku melemahkannya. Keputusan dinilai pada tanggalnya, SOP pada tanggal efektifnya, dan dasar "
    "susunan organisasi pada tanggal keputusan; yang belum bertanggal, pada tanggal yang diminta.",
    perbaikan="Ganti dengan peraturan penggantinya, atau betulkan tanggalnya.",
    dasar=(("permendagri-80-2015", "dasar hukum keputusan"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each regulation cited by decree, structure or SOP that is certainly not in force on their day."""
    model = bahan.model
    own = {peraturan.id: peraturan for peraturan in model.peraturan}

    def find(id: str) -> Peraturan | None:
        return own.get(id) or cari_peraturan(id)

    for at, field, ids, day, what in _cited(model, bahan.pada):
        for id in ids if day is not None else ():  # noqa: A001
            found = find(id)
            judged = status(found, day, find) if found is not None and day is not None else None
            if found is None or day is None or judged not in (StatusPeraturan.BELUM_BERLAKU, StatusPeraturan.DICABUT):
                continue
            first, last = masa_berlaku(found, find)
            how = (
                f"tidak berlaku lagi sesudah {tanggal_panjang(last)}"
                if judged is StatusPeraturan.DICABUT and last is not None
                else f"baru berlaku {tanggal_panjang(first)}"
                if first is not None
                else "tidak berlaku"
            )
            after = find(found.dicabut_oleh) if found.dicabut_oleh and judged is StatusPeraturan.DICABUT else None
            saran = (
                f"Periksa {singkatan(after)} yang menggantikannya." if after else "Periksa peraturan dan tanggalnya."
            )
            yield Pelanggaran(at, f"{singkatan(found)}, {what}, {how}.", saran, field)


_Cited = tuple[str, str, tuple[str, ...], date | None, str]


def _cited(model: PetaProsesBisnis, pada: date | None) -> Iterator[_Cited]:
    decree = model.keputusan
    day = (decree.tanggal if decree is not None else None) or pada
    if decree is not None:
        yield "keputusan", "mengingat", decree.mengingat, day, "dasar keputusan"
    yield "organisasi", "dasar", model.organisasi.dasar, day, "dasar susunan organisasi"
    for sop in model.sop:
        yield f"sop/{sop.id}", "dasar_hukum", sop.dasar_hukum, sop.tanggal_efektif or pada, "dasar hukum SOP"
