"""A process owner's answers to the same map: what was right rests on the interview, what was wrong is corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, TypeVar

from pydantic import Field, StringConstraints

from probis.edits._asked import Pertanyaan, pertanyaan
from probis.edits._entered import entered
from probis.edits._family import Edit, Hasil, Konfirmasi, Perihal
from probis.model import (
    Beku,
    JenisSumber,
    LintasFungsi,
    Nama,
    PetaProsesBisnis,
    SimpulApaPun,
    Sumber,
    Temuan,
    Tingkat,
    Unsur,
)

U = TypeVar("U", bound=Unsur)

EDIT = Edit(
    title="Konfirmasi pemilik proses",
    summary="Catat jawaban pemilik proses: yang benar bersumber wawancara, yang keliru dibetulkan bila terbaca jelas.",
    subject="lintas-fungsi",
)
ACUAN = "lembar konfirmasi"


class Isian(Beku):
    """Isian (particulars) of a confirmation: of which lintas fungsi, by whom, when, and the answers by question."""

    id: Nama = Field(title="Id lintas fungsi", examples=["penyusunan-sop"])
    oleh: Annotated[Nama, StringConstraints(min_length=1)] = Field(
        title="Yang menjawab", examples=["Siti Aminah, Kepala Bagian Kelembagaan"]
    )
    tanggal: date = Field(title="Tanggal wawancara", examples=["2026-11-20"])
    benar: tuple[str, ...] = Field(default=(), title="Yang dinyatakan benar", examples=["periksa#waktu"])
    perbaikan: Mapping[str, str] = Field(default_factory=dict, title="Perbaikan", examples=["periksa#waktu: 3 HK"])


def apply(model: PetaProsesBisnis, isian: Isian, pada: date) -> Hasil:
    """Return the map with what was confirmed resting on the interview, and the clear corrections entered.

    A correction that can be read in more than one way changes nothing and comes back as what a person must enter. All
    is refused where an answer belongs to no question of this lintas fungsi, or was given after the day `pada`.
    """
    peta = model.cari_lintas_fungsi(isian.id)
    if peta is None:
        return _refused(f"Lintas fungsi “{isian.id[:60]}” tidak ada.", "id")
    if isian.tanggal > pada:
        return _refused(f"Tanggal wawancara {isian.tanggal.isoformat()} belum tiba.", "tanggal")
    asked = {one.kunci: one for one in pertanyaan(peta)}
    unknown = [key for key in (*isian.benar, *isian.perbaikan) if key not in asked]
    if unknown:
        return _refused(f"Tidak ada pertanyaan “{unknown[0][:80]}” pada peta {isian.id}.", "benar")
    both = [key for key in isian.benar if key in isian.perbaikan]
    if both:
        return _refused(f"“{both[0]}” dinyatakan benar dan diperbaiki sekaligus.", "perbaikan")
    left: list[Konfirmasi] = []
    answered = [asked[key] for key in dict.fromkeys(isian.benar) if asked[key].usulan]
    changed = peta
    for key, text in isian.perbaikan.items():
        new = entered(model, changed, asked[key], text)
        if isinstance(new, str):
            left.append(_left(peta, asked[key], text, new))
        else:
            changed = new
            answered.append(asked[key])
    said = Sumber(jenis=JenisSumber.WAWANCARA, acuan=ACUAN, oleh=isian.oleh, tanggal=isian.tanggal)
    changed = _confirmed(changed, peta, answered, said)
    if changed is peta:
        return Hasil(model, tuple(left))
    maps = tuple(changed if one.id == peta.id else one for one in model.lintas_fungsi)
    return Hasil(model.model_copy(update={"lintas_fungsi": maps}), tuple(left))


def _refused(pesan: str, bidang: str) -> Hasil:
    return Hasil(None, temuan=(Temuan("konfirmasi", Tingkat.GALAT, "", pesan, "", bidang),))


def _left(peta: LintasFungsi, question: Pertanyaan, text: str, why: str) -> Konfirmasi:
    at = f"lintas-fungsi/{peta.id}" + (f"/{question.unsur}" if question.unsur else "")
    return Konfirmasi(
        Perihal.USULAN, at, f"Perbaikan “{' '.join(text.split())[:300]}” belum dicatat. {why}", question.bidang
    )


def _confirmed(peta: LintasFungsi, before: LintasFungsi, answered: Iterable[Pertanyaan], said: Sumber) -> LintasFungsi:
    """Return `peta` with sources by which all that was answered rests on the interview.

    A proposed step of which nothing is left to ask is confirmed as a whole; else only the fields that were asked: what
    a regulation says of the step stays.
    """
    done = {one.kunci: one for one in answered}
    if not done:
        return peta
    paths = [one.bidang for one in done.values() if not one.unsur]
    steps: dict[str, list[Pertanyaan]] = {}
    for one in pertanyaan(before):
        steps.setdefault(one.unsur, []).append(one)
    met = {id_: of_step for id_, of_step in steps.items() if any(one.kunci in done for one in of_step)}
    nodes = [simpul.id for simpul in before.simpul if simpul.id in met]
    proposed = {simpul.id for simpul in before.simpul if before.simpul_usulan(simpul)}
    whole = {i for i in nodes if i in proposed and not any(one.usulan and one.kunci not in done for one in met[i])}
    for id_ in nodes:
        fields = (f"simpul/{id_}/{field}" for one in met[id_] if one.kunci in done for field in one.kolom)
        paths += [f"simpul/{id_}"] if id_ in whole else fields
    peta = _own(peta, done, whole, said)
    trial = _with(peta, said, paths)
    still = [
        f"simpul/{simpul.id}/{field}"
        for simpul in trial.simpul
        if simpul.id in whole
        for field in dict.fromkeys(field for one in met[simpul.id] for field in one.kolom)
        if trial.simpul_usulan(simpul, field)
    ]
    return _with(peta, said, [*paths, *still])


def _with(peta: LintasFungsi, said: Sumber, paths: Iterable[str]) -> LintasFungsi:
    untuk = tuple(dict.fromkeys(paths))
    if not untuk:
        return peta
    return peta.model_copy(update={"sumber": (*peta.sumber, said.model_copy(update={"untuk": untuk}))})


def _own(peta: LintasFungsi, done: Mapping[str, Pertanyaan], whole: set[str], said: Sumber) -> LintasFungsi:
    """Confirm what has sources of its own, which count for more than those of the lintas fungsi."""

    def source(element: U, answered: bool) -> U:
        if not answered or not element.usulan():
            return element
        made: U = element.model_copy(update={"sumber": (*element.sumber, said)})
        return made

    return peta.model_copy(
        update={
            "simpul": tuple(_of_fields(source(s, s.id in whole), done, said) for s in peta.simpul),
            "alur": tuple(source(a, f"{a.dari}#lanjut" in done) for a in peta.alur),
            "jalur": tuple(source(j, f"jalur/{j.id}#jalur" in done) for j in peta.jalur),
        }
    )


def _of_fields(simpul: SimpulApaPun, done: Mapping[str, Pertanyaan], said: Sumber) -> SimpulApaPun:
    """Confirm the fields for which a step has a proposal of its own."""
    asked = dict.fromkeys(field for one in done.values() if one.unsur == simpul.id for field in one.kolom)
    own = {field for sumber in simpul.sumber for field in sumber.untuk}
    fields = tuple(field for field in asked if field in own and simpul.usulan(field))
    if not fields:
        return simpul
    return simpul.model_copy(update={"sumber": (*simpul.sumber, said.model_copy(update={"untuk": fields}))})
