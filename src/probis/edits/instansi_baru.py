"""A template's map to a new body's: the template's names, place, people and decree go, all the rest is a proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import ValidationError

from probis.edits._copied import Copied
from probis.edits._family import Edit, Hasil, said
from probis.edits._particulars import IsianInstansi, instansi_from, keputusan_from
from probis.edits._recoded import recoded
from probis.edits._to_confirm import of_template
from probis.edits._walk import Changes, all_ids, changed, spaces
from probis.edits._words import Words, holds, own_words, strangers, words_between
from probis.law import JenisPeraturan, Peraturan, cari_peraturan
from probis.law.peraturan import StatusPeraturan, status
from probis.model import Arah, Jabatan, PetaProsesBisnis, Pihak, Sop, StatusSop, UnitKerja

EDIT = Edit(
    title="Instansi baru dari templat",
    summary="Salin peta instansi lain: nama, tempat, pejabat, dan keputusannya diganti, selebihnya menjadi usulan.",
    subject="instansi",
)
Isian = IsianInstansi

_NATIONAL = frozenset(
    kind
    for kind in JenisPeraturan
    if kind.pangkat <= JenisPeraturan.PERLEMBAGA.pangkat and kind is not JenisPeraturan.KEPUTUSAN
)


def apply(model: PetaProsesBisnis, isian: IsianInstansi, pada: date) -> Hasil:
    """Return the new body's map, made from the template `model`, with what its people must confirm.

    Vision to indicators, exceptions, evaluations, files and the template's own regulations are left out: they are
    the other body's. Ids that hold its words are born anew. Nothing in the result is taken as confirmed.
    """
    try:
        instansi = instansi_from(isian, model.instansi.profil)
        words = words_between(model, instansi, isian.milik)
        left = _left(model, pada)
        ids = all_ids(left) - _kept(left)
        rename = _renaming(ids, words, left)
        copied = Copied(model, words)
        change = Changes(words.text, lambda id_: rename.get(id_, id_), ids, copied.element, Copied.KEPT)
        made = changed(left, change)
        cited = tuple(_cited(model, isian, pada))
        made = made.model_copy(update={"instansi": instansi, "keputusan": keputusan_from(isian, cited)})
        made = PetaProsesBisnis.model_validate(recoded(made, model.instansi.profil).model_dump())
    except ValidationError as error:
        return Hasil(None, temuan=said(error, IsianInstansi, "instansi-baru"))
    return Hasil(made, tuple(of_template(model, made, isian.milik)))


def _kept(model: PetaProsesBisnis) -> set[str]:
    return {peraturan.id for peraturan in model.peraturan}


def _left(model: PetaProsesBisnis, pada: date) -> PetaProsesBisnis:
    """Return the template without what is only its own."""
    peraturan = tuple(p for p in model.peraturan if _national(p, own_words(model)))
    gone = {p.id for p in model.peraturan} - {p.id for p in peraturan}
    arah = model.arah
    for listed in (arah.misi, arah.tujuan, arah.sasaran, arah.indikator):
        gone |= {element.id for element in listed}
    organisasi = model.organisasi
    return model.model_copy(
        update={
            "arah": Arah(area=arah.area, dilayani=_without(arah.dilayani, gone)),
            "organisasi": organisasi.model_copy(
                update={
                    "dasar": tuple(id_ for id_ in _without(organisasi.dasar, gone) if _in_force(id_, pada)),
                    "unit": tuple(_unit(unit) for unit in organisasi.unit),
                    "jabatan": tuple(_jabatan(jabatan) for jabatan in organisasi.jabatan),
                    "pihak": tuple(_pihak(pihak) for pihak in organisasi.pihak),
                }
            ),
            "proses": tuple(
                p.model_copy(
                    update={"melayani": _without(p.melayani, gone), "indikator": _without(p.indikator, gone), "rab": ""}
                )
                for p in model.proses
            ),
            "sop": tuple(_sop(sop, gone) for sop in model.sop),
            "peraturan": tuple(p.model_copy(update={"diubah_oleh": _without(p.diubah_oleh, gone)}) for p in peraturan),
            "keputusan": None,
            "pengecualian": (),
            "evaluasi": (),
            "berkas": (),
        }
    )


def _without(ids: tuple[str, ...], gone: Iterable[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ not in set(gone))


def _unit(unit: UnitKerja) -> UnitKerja:
    return unit.model_copy(update={"menggantikan": ()})


def _jabatan(jabatan: Jabatan) -> Jabatan:
    return jabatan.model_copy(update={"bezetting": None, "kebutuhan": None})


def _pihak(pihak: Pihak) -> Pihak:
    return pihak.model_copy(update={"instansi": None})


def _sop(sop: Sop, gone: set[str]) -> Sop:
    """Return the SOP as a draft: what it says of the steps stays, its number, dates and signature do not."""
    fresh = {"nomor": "", "revisi": 0, "status": StatusSop.RANCANGAN, "disahkan": None}
    fresh |= {"evaluasi": (), "sidik_peta": {}}
    dates = dict.fromkeys(("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif"))
    return sop.model_copy(update={**fresh, **dates, "dasar_hukum": _without(sop.dasar_hukum, gone)})


def _national(peraturan: Peraturan, own: tuple[str, ...]) -> bool:
    said_ = f"{peraturan.pembentuk} {peraturan.tentang} {peraturan.asal} {peraturan.catatan}"
    return peraturan.jenis in _NATIONAL and holds(said_, own) is None


def _in_force(id_: str, pada: date) -> bool:
    found = cari_peraturan(id_)
    return found is None or status(found, pada) not in (StatusPeraturan.DICABUT, StatusPeraturan.BELUM_BERLAKU)


def _cited(model: PetaProsesBisnis, isian: IsianInstansi, pada: date) -> Iterator[str]:
    """Yield the national regulations that the template's decree rests on and the new one's may rest on too.

    Left out is what speaks of the template's own region, and for a central body what speaks of regional government.
    """
    own = (*own_words(model), *(strangers(isian.milik.taraf) if isian.milik else ()))
    for id_ in model.keputusan.mengingat if model.keputusan else ():
        found = cari_peraturan(id_)
        if found is not None and _national(found, own) and _in_force(id_, pada):
            yield id_


def _renaming(ids: Iterable[str], words: Words, model: PetaProsesBisnis) -> dict[str, str]:
    """Return old id to new id where it changes; what two of one space would share is left as it was."""
    made = {id_: new for id_ in ids if (new := _renamed(id_, words, model)) != id_}
    apart = tuple(spaces(model))
    while True:
        shared = set[str]()
        for space in apart:
            held: dict[str, list[str]] = {}
            for id_ in space:
                held.setdefault(made.get(id_, id_), []).append(id_)
            shared |= {id_ for group in held.values() if len(group) > 1 for id_ in group if id_ in made}
        if not shared:
            return made
        made = {id_: new for id_, new in made.items() if id_ not in shared}


def _renamed(id_: str, words: Words, model: PetaProsesBisnis) -> str:
    for root in model.unit_akar():
        if id_ == root.id or id_.startswith(f"{root.id}-fungsi-"):
            kind = (words.text(root.sebutan).split() or [root.id])[0].lower()
            return kind + id_[len(root.id) :] if root.id == root.sebutan.split()[0].lower() else words.id(id_)
    return words.id(id_)
