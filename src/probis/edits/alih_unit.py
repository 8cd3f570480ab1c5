"""A unit renamed, merged, split or turned into functional posts: the same map with every mention of it carried over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, Any

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from probis.edits._family import Edit, Hasil, Konfirmasi, Perihal, said
from probis.edits._mentions import mentions
from probis.edits._repair import with_elements
from probis.edits._walk import reference
from probis.model import (
    Aliran,
    Beku,
    Fungsi,
    Hubungan,
    Id,
    Jabatan,
    Jalur,
    JenisJabatan,
    LintasFungsi,
    Nama,
    Pengecualian,
    Penjelasan,
    PetaProsesBisnis,
    Rujukan,
    Temuan,
    Tingkat,
    UnitKerja,
)

EDIT = Edit(
    title="Alih unit",
    summary="Alihkan unit yang berganti nama, digabung, dipecah, atau menjadi jabatan fungsional, di semua peta.",
    subject="organisasi",
)

_ID: TypeAdapter[str] = TypeAdapter(Id)
_Ids = Annotated[tuple[Annotated[Nama, StringConstraints(min_length=1)], ...], Field(min_length=1, max_length=50)]


class Isian(Beku):
    """Isian (particulars) of a transfer: which units become which, and how the new ones are called.

    `nama` and `singkat` are by id of `ke`; `bagi` says for a split which part an address, a lintas fungsi or a process
    (with all below it) goes to: all the rest goes to the first of `ke`.
    """

    dari: _Ids = Field(title="Unit yang lama", examples=["tatalaksana"])
    ke: _Ids = Field(title="Unit yang baru", examples=["tata-kelola"])
    nama: Mapping[str, Nama] = Field(default_factory=dict, title="Nama yang baru")
    singkat: Mapping[str, Nama] = Field(default_factory=dict, title="Nama singkat yang baru")
    fungsional: bool = Field(default=False, title="Menjadi jabatan fungsional")
    bagi: Mapping[str, str] = Field(default_factory=dict, title="Pembagian", examples=["penyusunan-sop: tata-kelola"])


def apply(model: PetaProsesBisnis, isian: Isian, pada: date) -> Hasil:
    """Return the map after the transfer, with what a person must still decide: parts, lanes, heads, owners, wording.

    Ids that are made of a unit's id (its lanes, functions and flows) follow it; everything else keeps its id. The
    unit that takes over remembers in `menggantikan` whom it replaces.
    """
    wrong = _wrong(model, isian)
    if wrong is not None:
        return Hasil(None, temuan=(Temuan("alih-unit", Tingkat.GALAT, "organisasi", *wrong),))
    try:
        made, notes = _Transfer(model, isian).whole()
        made = PetaProsesBisnis.model_validate(made.model_dump())
    except ValidationError as error:
        return Hasil(None, temuan=said(error, Isian, "alih-unit"))
    return Hasil(made, tuple(dict.fromkeys((*notes, *mentions(made, _names(model, made, isian))))))


def _wrong(model: PetaProsesBisnis, isian: Isian) -> tuple[str, str, str] | None:
    """What is wrong with the particulars: what, what to do, which field."""
    units = {unit.id: unit for unit in model.organisasi.unit}
    posts = {post.id: post for post in model.organisasi.jabatan}
    for field_, ids in (("dari", isian.dari), ("ke", isian.ke)):
        twice = next((one for one in ids if ids.count(one) > 1), None)
        if twice is not None:
            return f"Unit “{twice}” disebut dua kali.", "", field_
    for one in isian.dari:
        if one not in units:
            return f"Unit “{one[:80]}” tidak ada.", f"Pilih: {', '.join(list(units)[:30])}.", "dari"
        if isian.fungsional and not any(above not in isian.dari for above in _line(units, one)):
            return f"{units[one].nama} tidak berada di bawah unit lain.", "Sebut unit yang berinduk.", "dari"
    for one in isian.ke:
        kind = "jabatan" if isian.fungsional else "unit"
        other = next((name for name in ("unit", "jabatan", "pihak", "proses") if model.cari(f"{name}/{one}")), kind)
        if other != kind:
            return f"Id “{one[:80]}” sudah dipakai sebuah {other}.", "Pilih id lain.", "ke"
        try:
            _ID.validate_python(one)
        except ValidationError:
            return f"“{one[:80]}” bukan id.", "Tulis huruf kecil, angka, dan tanda hubung, misalnya tata-kelola.", "ke"
        known = one in (posts if isian.fungsional else units)
        renamed = (len(isian.dari), len(isian.ke)) == (1, 1) and not isian.fungsional
        if not known and not renamed and not isian.nama.get(one):
            return f"Nama untuk “{one}” belum disebut.", "", "nama"
        line = _line(units, one) if not isian.fungsional else ()
        above = next((old for old in isian.dari if old in line[1:]), None)
        if above is not None and not isian.fungsional:
            return (
                f"“{one}” berada di bawah “{above}” yang dialihkan.",
                "Pindahkan dahulu unit itu ke induk lain.",
                "ke",
            )
    stray = next((key for key in (*isian.nama, *isian.singkat) if key not in isian.ke), None)
    if stray is not None:
        return f"“{stray[:80]}” bukan unit tujuan.", "", "nama"
    lost = next((target for target in isian.bagi.values() if target not in isian.ke), None)
    if lost is not None:
        return f"“{lost[:80]}” pada pembagian bukan unit tujuan.", f"Pilih: {', '.join(isian.ke)}.", "bagi"
    for key in isian.bagi:
        if not any(model.cari(f"{head}{key}") for head in ("", "lintas-fungsi/", "proses/")):
            return f"“{key[:80]}” pada pembagian tidak ada.", "Sebut id peta, id proses, atau alamat unsur.", "bagi"
    return None


def _line(units: Mapping[str, UnitKerja], id_: str) -> tuple[str, ...]:
    line: list[str] = []
    here: str | None = id_
    while here is not None and here in units and here not in line:
        line.append(here)
        here = units[here].induk
    return tuple(line)


def _names(before: PetaProsesBisnis, after: PetaProsesBisnis, isian: Isian) -> dict[str, str]:
    """The names that nothing has any more, and the id that had them."""
    now = {name for unit in after.organisasi.unit for name in (unit.nama, unit.nama_singkat)}
    gone = [unit for unit in before.organisasi.unit if unit.id in isian.dari]
    return {name: unit.id for unit in gone for name in (unit.nama, unit.nama_singkat) if name and name not in now}


@dataclass
class _Transfer:
    """One transfer: what becomes of each id, and what is left to a person."""

    model: PetaProsesBisnis
    isian: Isian
    notes: list[Konfirmasi] = field(default_factory=list)
    functions: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        units = self.model.organisasi.unit
        self.old = [unit for unit in units if unit.id in self.isian.dari]
        self.first = next(unit for unit in units if unit.id == self.isian.dari[0])
        self.existing = {unit.id for unit in units}
        # In place of functional posts, what only a unit can have goes to the unit above.
        self.heir = (self._above() or "") if self.isian.fungsional else self.isian.ke[0]

    def whole(self) -> tuple[PetaProsesBisnis, list[Konfirmasi]]:
        units = self._units()
        posts = self._posts()
        organisasi = self.model.organisasi.model_copy(update={"unit": units, "jabatan": posts})
        made = with_elements(self.model.model_copy(update={"organisasi": organisasi}), self._element)
        made = self._flows(made)
        made = with_elements(made, self._named)
        return made, [replace(one, alamat=self.addresses.get(one.alamat, one.alamat)) for one in self.notes]

    def _above(self) -> str | None:
        """The nearest unit above the first that stays."""
        units = {unit.id: unit for unit in self.model.organisasi.unit}
        return next((one for one in _line(units, self.first.id) if one not in self.isian.dari), None)

    def _note(self, at: str, why: str, bidang: str = "", perihal: Perihal = Perihal.UNIT) -> None:
        self.notes.append(Konfirmasi(perihal, at, why, bidang))

    # The structure -------------------------------------------------------------------------------------------------

    def _units(self) -> tuple[UnitKerja, ...]:
        isian = self.isian
        in_place = not isian.fungsional and self.heir not in self.existing
        host = self.first.id if in_place else self.heir
        gone = [unit for unit in self.old if unit.id != host]
        made: list[UnitKerja] = []
        for unit in self.model.organisasi.unit:
            if unit.id == host:
                made.append(self._host(unit, gone))
                if not isian.fungsional:
                    made += [self._part(one) for one in isian.ke if one not in self.existing and one != self.heir]
            elif unit not in gone:
                made.append(unit)
        for unit in gone:
            self.addresses[f"unit/{unit.id}"] = f"jabatan/{isian.ke[0]}" if isian.fungsional else f"unit/{self.heir}"
            if unit.tugas:
                text = unit.tugas if len(unit.tugas) <= 200 else unit.tugas[:199] + "…"
                self._note(f"unit/{self.heir}", f"Tugas {unit.nama} belum masuk dalam tugasnya: “{text}”.", "tugas")
        if len(isian.ke) > 1 and self.first.fungsi and not isian.fungsional:
            self._note(f"unit/{self.heir}", f"Bagi fungsi {self.first.nama} di antara {self._parts()}.", "fungsi")
        return tuple(made)

    def _host(self, unit: UnitKerja, gone: list[UnitKerja]) -> UnitKerja:
        """The unit that takes over, with the functions of those that are gone."""
        isian = self.isian
        renamed = unit.id != self.heir
        functions = [self._function(one, unit.id) if renamed else one for one in unit.fungsi]
        functions += [one for other in gone for one in other.fungsi]
        before = [one for other in self.old for one in (*other.menggantikan, other.id) if one != self.heir]
        update: dict[str, Any] = {
            "id": self.heir,
            "fungsi": tuple(functions),
            "menggantikan": tuple(dict.fromkeys((*unit.menggantikan, *before))),
        }
        if unit.induk in isian.dari:
            update["induk"] = self._above()
        if name := isian.nama.get(self.heir):
            update |= {"nama": name, "nama_singkat": isian.singkat.get(self.heir, "")}
        elif short := isian.singkat.get(self.heir):
            update["nama_singkat"] = short
        if renamed:
            self.addresses[f"unit/{unit.id}"] = f"unit/{self.heir}"
        return unit.model_copy(update=update)

    def _function(self, one: Fungsi, unit: str) -> Fungsi:
        new = f"{self.heir}-fungsi-" + one.id.removeprefix(f"{unit}-fungsi-")
        if not one.id.startswith(f"{unit}-fungsi-") or len(new) > 120 or self.model.cari(f"fungsi/{new}"):
            return one
        self.functions[one.id] = new
        self.addresses[f"fungsi/{one.id}"] = f"fungsi/{new}"
        return one.model_copy(update={"id": new})

    def _part(self, id_: str) -> UnitKerja:
        isian = self.isian
        return UnitKerja(
            id=id_,
            nama=isian.nama[id_],
            nama_singkat=isian.singkat.get(id_, ""),
            induk=self._above() if self.first.induk in isian.dari else self.first.induk,
            menggantikan=isian.dari,
        )

    def _posts(self) -> tuple[Jabatan, ...]:
        isian = self.isian
        made = list(self.model.organisasi.jabatan)
        known = {post.id for post in made}
        if isian.fungsional:
            made += [
                Jabatan(
                    id=one,
                    nama=isian.nama[one],
                    nama_singkat=isian.singkat.get(one, ""),
                    unit=self.heir,
                    jenis=JenisJabatan.FUNGSIONAL,
                )
                for one in isian.ke
                if one not in known
            ]
        heads = [post for post in made if post.kepala and post.unit in (*isian.dari, self.heir)]
        lost = [post for post in heads if post.unit in isian.dari]
        for post in lost if len(heads) > 1 or isian.fungsional else ():
            why = f"{post.nama} memimpin unit yang tidak ada lagi: hapus, ganti nama, atau alihkan."
            self._note(f"jabatan/{post.id}", why, "kepala")
        return tuple(made)

    def _parts(self) -> str:
        return " dan ".join(f"“{one}”" for one in self.isian.ke)

    # References ----------------------------------------------------------------------------------------------------

    def _element(self, at: str, element: Any) -> Any:
        if at.count("/") > 1:  # within a lintas fungsi, done with it
            return element
        if isinstance(element, LintasFungsi):
            return self._map(element)
        return self._referring(at, element)

    def _referring(self, at: str, element: Any, process: str | None = None) -> Any:
        """The element with every reference to a unit that is gone carried over."""
        update: dict[str, Any] = {}
        kind: type[Beku] = type(element)
        for name in kind.model_fields:
            mark = reference(kind, name)
            held = getattr(element, name)
            if mark is None or not held or not {"unit", "fungsi"} & set(mark.kinds):
                continue
            if isinstance(held, tuple):
                new = [self._who(at, name, mark, one, process) for one in held]
                kept = [one for i, one in enumerate(new) if one not in new[:i] or one == held[i]]
                update[name] = tuple(kept)
            else:
                update[name] = self._who(at, name, mark, held, process)
        update = {name: new for name, new in update.items() if new != getattr(element, name)}
        return element.model_copy(update=update) if update else element

    def _who(self, at: str, name: str, mark: Rujukan, held: str, process: str | None) -> str:
        if "fungsi" in mark.kinds and held in self.functions:
            return self.functions[held]
        if "unit" not in mark.kinds or held not in self.isian.dari:
            return held
        if self.isian.fungsional and (name == "pemilik" or "jabatan" not in mark.kinds):
            if name == "pemilik":
                heir = self.model.sebutan(self.heir)
                why = f"{self.model.sebutan(held)} tidak ada lagi; pemiliknya kini {heir}. Tetapkan pemiliknya."
                self._note(at, why, name)
            return self.heir
        if len(self.isian.ke) == 1:
            return self.isian.ke[0]
        for key in self._keys(at, process):
            if key in self.isian.bagi:
                return self.isian.bagi[key]
        why = f"{self.model.sebutan(held)} dipecah: tentukan antara {self._parts()}; kini “{self.isian.ke[0]}”."
        self._note(at, why, name)
        return self.isian.ke[0]

    def _keys(self, at: str, process: str | None) -> list[str]:
        """What `bagi` may call a place, from the narrowest on."""
        kind, _, rest = at.partition("/")
        own = self.model.cari_proses(process or (rest if kind == "proses" else None))
        return [at, rest.partition("/")[0], *(one.id for one in (self.model.garis_induk(own) if own else ()))]

    # Lanes ---------------------------------------------------------------------------------------------------------

    def _map(self, peta: LintasFungsi) -> LintasFungsi:
        at = f"lintas-fungsi/{peta.id}"
        lanes: list[Jalur] = []
        moved: dict[str, str] = {}
        merged: set[str] = set()
        for old in peta.jalur:
            new: Jalur = self._referring(f"{at}/jalur/{old.id}", old, peta.proses)
            if new.pelaku != old.pelaku:
                twin = next((one for one in (*lanes, *peta.jalur) if _same(one, new)), None)
                if twin is not None:
                    moved[old.id] = twin.id
                    merged.add(old.id)
                    names = f"{self.model.sebutan(old.pelaku)} kini menyatu dengan jalur {self._shown(new.pelaku)}"
                    self._note(at, f"Jalur {names}: periksa serah terima dan persetujuan di antaranya.", "jalur")
                    continue
                if old.id == old.pelaku and peta.cari_jalur(new.pelaku) is None:
                    new = new.model_copy(update={"id": new.pelaku})
                    moved[old.id] = new.id
            lanes.append(new)
        self.addresses |= {f"{at}/jalur/{id_}": f"{at}/jalur/{new_id}" for id_, new_id in moved.items()}
        steps = [self._referring(f"{at}/{simpul.id}", simpul, peta.proses) for simpul in peta.simpul]
        update: dict[str, tuple[Any, ...]] = {
            "jalur": tuple(_told(one, "induk", moved) for one in lanes),
            "simpul": tuple(_told(one, "jalur", moved) for one in steps),
            "letak": tuple(_told(one, "jalur", moved) for one in peta.letak if one.jalur not in merged),
        }
        update = {name: new for name, new in update.items() if new != getattr(peta, name)}
        return peta.model_copy(update=update) if update else peta

    def _shown(self, id_: str) -> str:
        return self.isian.nama.get(id_) or self.model.sebutan(id_)

    # Flows and addresses -------------------------------------------------------------------------------------------

    def _flows(self, model: PetaProsesBisnis) -> PetaProsesBisnis:
        """Give flows whose id names an old unit the id of their new ends; those that became equal are one."""
        update: dict[str, Any] = {}
        both: tuple[tuple[str, Any, Any], ...] = (
            ("aliran", self.model.aliran, model.aliran),
            ("hubungan", self.model.hubungan, model.hubungan),
        )
        for kind, before, now in both:
            taken = {one.id for one in before}
            seen = {_ends(one): one.id for old, one in zip(before, now, strict=True) if old == one}
            made: list[Any] = []
            for old, one in zip(before, now, strict=True):
                if old == one:
                    made.append(one)
                    continue
                at = f"{kind}/{old.id}"
                if _ends(one) in seen:
                    self.addresses[at] = f"{kind}/{seen[_ends(one)]}"
                    continue
                if one.dari == one.ke:
                    self._note(at, "Pemberi dan penerimanya kini unit yang sama: hapus, atau ganti ujungnya.", "ke")
                ends = {old.dari: one.dari, old.ke: one.ke}
                new = "--".join(str(ends.get(part, part)) for part in old.id.split("--"))
                if new != old.id and new not in taken and len(new) <= 120:
                    one = one.model_copy(update={"id": new})
                    self.addresses[at] = f"{kind}/{new}"
                taken.add(one.id)
                seen[_ends(one)] = one.id
                made.append(one)
            update[kind] = tuple(made)
        return model.model_copy(update=update)

    def _named(self, at: str, element: Any) -> Any:
        """What names elements by address, or flows by id."""
        if isinstance(element, Penjelasan):
            found = [self._flow(one) for one in element.tentang]
            new = tuple(dict.fromkeys(found))
            return element.model_copy(update={"tentang": new}) if new != element.tentang else element
        if isinstance(element, Pengecualian):
            new = tuple(dict.fromkeys(self.addresses.get(one, one) for one in element.unsur))
            return element.model_copy(update={"unsur": new}) if new != element.unsur else element
        if at.startswith("evaluasi/"):
            temuan = tuple(
                one.model_copy(update={"unsur": tuple(dict.fromkeys(self.addresses.get(u, u) for u in one.unsur))})
                for one in element.temuan
            )
            return element.model_copy(update={"temuan": temuan}) if temuan != element.temuan else element
        return element

    def _flow(self, id_: str) -> str:
        for kind in ("aliran", "hubungan"):
            if f"{kind}/{id_}" in self.addresses:
                return self.addresses[f"{kind}/{id_}"].partition("/")[2]
        return id_


def _ends(one: Aliran | Hubungan) -> tuple[str, str | None, str | None]:
    return (one.produk if isinstance(one, Aliran) else str(one.jenis), one.dari, one.ke)


def _same(one: Jalur, other: Jalur) -> bool:
    """Whether two lanes of one map are the same but for their ids."""
    return (one.pelaku, one.nama, one.induk, one.kolam) == (other.pelaku, other.nama, other.induk, other.kolam)


def _told(one: Any, name: str, moved: Mapping[str, str]) -> Any:
    """The value with one id in it carried over."""
    held = getattr(one, name)
    return one.model_copy(update={name: moved[held]}) if held in moved else one


def moved(model: PetaProsesBisnis, isian: Isian) -> Mapping[str, str]:
    """Return which address becomes which by this transfer, for what stands beside the map."""
    transfer = _Transfer(model, isian)
    transfer.whole()
    return transfer.addresses
