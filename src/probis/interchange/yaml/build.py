"""A tree with places and a model class to the value, with every mistake reported at its line at once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from probis.interchange.yaml import words
from probis.interchange.yaml.marked import Entries, Mark, Report, Word, key_mark, mark_of, word
from probis.interchange.yaml.shape import Field, Kind, Shape, fields, label
from probis.interchange.yaml.short import add_ids, opened
from probis.interchange.yaml.slug import is_id, slug
from probis.law.tanggal import baca_tanggal
from probis.model import (
    Aliran,
    Alur,
    Area,
    Berkas,
    Evaluasi,
    Fungsi,
    Hubungan,
    Indikator,
    Instansi,
    Jabatan,
    Jalur,
    Keputusan,
    LintasFungsi,
    Misi,
    Pengecualian,
    Penjelasan,
    Peraturan,
    Periode,
    Pihak,
    Produk,
    Proses,
    Sasaran,
    Simpul,
    Sop,
    Tempat,
    Tujuan,
    UnitKerja,
    Visi,
)

T = TypeVar("T", bound=BaseModel)
Path = tuple[str | int, ...]

KINDS: Mapping[type[BaseModel], str] = {
    Visi: "visi",
    Misi: "misi",
    Tujuan: "tujuan",
    Sasaran: "sasaran",
    Indikator: "indikator",
    Area: "area",
    UnitKerja: "unit",
    Fungsi: "fungsi",
    Jabatan: "jabatan",
    Pihak: "pihak",
    Produk: "produk",
    Proses: "proses",
    Aliran: "aliran",
    Hubungan: "hubungan",
    Penjelasan: "penjelasan",
    LintasFungsi: "lintas-fungsi",
    Sop: "sop",
    Peraturan: "peraturan",
    Pengecualian: "pengecualian",
    Evaluasi: "evaluasi",
    Berkas: "berkas",
}
"""The first word of an element's address."""

_BROKEN = object()
"""Stands for a value that was reported and left out."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a piece of data was written, and which address and field it is."""

    mark: Mark
    alamat: str
    bidang: str
    cls: type[BaseModel] | None = None

    @property
    def owner(self) -> str:
        """What a message calls the thing that stands here."""
        return label(self.cls) if self.cls else ""


@dataclass(frozen=True, slots=True)
class Element:
    """One written element: its address and the place it stands at."""

    alamat: str
    tempat: Tempat


@dataclass
class Places:
    """The place of each address, and every element as often as it is written."""

    at: dict[str, Tempat] = field(default_factory=dict)
    elements: list[Element] = field(default_factory=list)


def _named_first(cls: type[BaseModel]) -> list[str]:
    """Return the fields that one writes first: those that must be there, else the first two."""
    needed = [name for name, field_ in fields(cls).items() if field_.required]
    return (needed or list(fields(cls)))[:3]


@lru_cache(maxsize=2048)
def key_form(key: str) -> str:
    """Return a key as the model names it: "Paling banyak" is paling_banyak."""
    return re.sub(r"[\s-]+", "_", key.strip()).lower()


class Builder:
    """Builds one file's value; see `build`."""

    def __init__(self, report: Report, places: Places) -> None:
        self.report = report
        self.places = places
        self.spots: dict[Path, Spot] = {}
        self.reported: set[Path] = set()

    # The way through ---------------------------------------------------------------------------------------------

    def build(self, cls: type[T], node: Entries) -> T | None:
        """Return the value of a whole file, or None where something was reported."""
        data = self._model(cls, node, (), Spot(node.mark, "", "", cls))
        if data is _BROKEN:
            return None
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            for one in error.errors(include_url=False):
                self._translate(one, data)
        return None

    def _say(self, said: words.Said, mark: Mark, path: Path, spot: Spot) -> object:
        self.reported.add(path)
        self.report.add(mark, *said, alamat=spot.alamat, bidang=spot.bidang)
        return _BROKEN

    def _translate(self, error: Mapping[str, Any], data: Any) -> None:
        path: Path = ()
        here = data
        if error["type"] == "probis" and not error["loc"] and isinstance(data, dict) and "simpul" in data:
            return  # an id that stands twice: `Places.elements` tells where, both times
        for step in error["loc"]:
            if (isinstance(here, dict) and step in here) or (isinstance(here, list) and isinstance(step, int)):
                here = here[step]
                path = (*path, step)
        if error["type"] == "missing":
            path = (*path, error["loc"][-1])
        elif error["type"] == "string_type" and isinstance(here, dict):
            return  # a mapping stands where a text may, too; what is wrong in it is said for itself
        if any(path[:length] in self.reported for length in range(len(path) + 1)):
            return
        holder = self._spot(path[:-1])
        spot = self._spot(path)
        name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
        said = words.translated(error, name, holder.owner)
        if error["type"] == "missing":
            said = words.missing(name, holder.owner, self._example(name, holder.cls, here))
        self._say(said, spot.mark, path, Spot(spot.mark, spot.alamat, spot.bidang or name))

    def _spot(self, path: Path) -> Spot:
        while path not in self.spots and path:
            path = path[:-1]
        return self.spots.get(path, Spot(Mark(1), "", ""))

    def _example(self, name: str, cls: type[BaseModel] | None, holder: object) -> str:
        """Return how to write a field that is missing."""
        shape = fields(cls)[name].shape if cls and name in fields(cls) else None
        if shape and shape.kind is Kind.CHOICE:
            options = cast(type[StrEnum], shape.cls)
            return f"Tulis “{name}:” dengan salah satu: {words.enumerated(one.value for one in options)}."
        if shape and shape.cls is Periode:
            return "Tulis misalnya periode: 2018–2023."
        if shape and shape.rujukan:
            return f"Tulis “{name}:” dengan id {words.enumerated(shape.rujukan.kinds)}."
        if name == "id" and isinstance(holder, dict):
            text = next((str(holder[key]) for key in ("nama", "bunyi", "judul", "alasan") if holder.get(key)), "")
            return f"Tulis misalnya id: {slug(text)}." if text else ""
        return ""

    # Shapes ------------------------------------------------------------------------------------------------------

    def _value(self, shape: Shape, node: object, path: Path, spot: Spot, name: str) -> object:
        match shape.kind:
            case Kind.LIST:
                return self._list(cast(Shape, shape.item), node, path, spot, name, "")
            case Kind.MODEL:
                return self._model(cast(type[BaseModel], shape.cls), node, path, spot, name)
            case Kind.VARIANT:
                return self._variant(shape, node, path, spot)
            case Kind.TEXTS:
                return self._texts(node, path, spot, name)
            case Kind.TEXT_OR_MODEL if isinstance(node, Entries):
                return self._model(cast(type[BaseModel], shape.cls), node, path, spot, name)
        if not isinstance(node, Word):
            if isinstance(node, str):
                node = word(node, spot.mark)
            else:
                return self._say(words.not_text(name, node), mark_of(node, spot.mark), path, spot)
        return self._scalar(shape, node, path, spot, name)

    def _scalar(self, shape: Shape, text: Word, path: Path, spot: Spot, name: str) -> object:
        bare = text.strip()
        match shape.kind:
            case Kind.INT:
                found = re.fullmatch(r"([+-]?[0-9]{1,18})(?: kali)?", bare)
                return int(found[1]) if found else self._say(words.not_number(name, bare), text.mark, path, spot)
            case Kind.BOOL:
                yes = {"ya": True, "tidak": False, "true": True, "false": False}.get(bare.lower())
                return self._say(words.not_yes(name, bare), text.mark, path, spot) if yes is None else yes
            case Kind.DATE:
                day = baca_tanggal(bare)
                return day or self._say(words.not_date(name, bare), text.mark, path, spot)
            case Kind.CHOICE:
                options = cast(type[StrEnum], shape.cls)
                wanted = key_form(bare)
                chosen = next((option for option in options if key_form(option.value) == wanted), None)
                return chosen or self._say(words.not_choice(name, bare, options), text.mark, path, spot)
        return str(text)

    def _list(self, item: Shape, node: object, path: Path, spot: Spot, name: str, holder: str) -> object:
        written = self._written(item, node, path, spot, name)
        if written is None:
            return _BROKEN
        if item.kind is Kind.MODEL:
            cls = cast(type[BaseModel], item.cls)
            written = [self._entries(cls, one, (*path, -1), spot, name) for one in written]
            add_ids(cls, [one for one in written if isinstance(one, Entries)], holder)
        made: list[object] = []
        for one in written:
            if one is _BROKEN:
                continue
            here = (*path, len(made))
            at = Spot(mark_of(one, spot.mark), spot.alamat, f"{spot.bidang}/{len(made)}")
            self._keep(here, at)
            value = self._value(item, one, here, at, name)
            if value is not _BROKEN:
                made.append(value)
            self.reported.discard(here)
        return made

    def _written(self, item: Shape, node: object, path: Path, spot: Spot, name: str) -> list[object] | None:
        """Return the items of a list; one thing where a list is wanted is a list of one."""
        if isinstance(node, list | tuple):
            empty = [one for one in node if isinstance(one, Word) and one.blank]
            for one in empty:
                self.report.add(
                    one.mark,
                    f"Ada butir kosong pada “{name}”.",
                    "Isi butir itu, atau hapus barisnya.",
                    alamat=spot.alamat,
                    bidang=spot.bidang,
                )
            return [one for one in node if not (isinstance(one, Word) and one.blank)]
        if isinstance(node, Entries) and item.kind not in (Kind.MODEL, Kind.VARIANT, Kind.TEXT_OR_MODEL):
            self._say(words.not_list(name, node), mark_of(node, spot.mark), path, spot)
            return None
        return [node]

    def _texts(self, node: object, path: Path, spot: Spot, name: str) -> object:
        if not isinstance(node, Entries):
            return self._say(words.not_entries(name, ["nama"], node), mark_of(node, spot.mark), path, spot)
        self.drop_bare(node, spot)
        made: dict[str, object] = {}
        for key, text in node.items():
            at = Spot(key_mark(node, key, spot.mark), spot.alamat, f"{spot.bidang}/{key}")
            self._keep((*path, key), at)
            if isinstance(text, Word):
                made[key] = str(text)
            else:
                self._say(words.not_text(key, text), at.mark, (*path, key), at)
        return made

    def _variant(self, shape: Shape, node: object, path: Path, spot: Spot) -> object:
        jenis = str(node.get("jenis")) if isinstance(node, Entries) else ""
        for cls in shape.variants:
            if cls.model_fields["jenis"].default == jenis:
                return self._model(cls, node, path, spot)
        return _BROKEN

    # Models ------------------------------------------------------------------------------------------------------

    def drop_bare(self, node: Entries, spot: Spot) -> None:
        """Report and take out the keys that a comma inside a text in braces has made."""
        previous, cut = "", list[str]()
        at = node.mark
        for key, value in list(node.items()):
            if isinstance(value, Word) and value.bare:
                if not cut:
                    at = key_mark(node, key, node.mark)
                cut.append(key)
                del node[key]
            elif not cut:
                previous = str(value) if isinstance(value, Word) else ""
        if cut:
            self.report.add(at, *words.swallowed(previous, cut), alamat=spot.alamat, bidang=spot.bidang)

    def _entries(self, cls: type[BaseModel], node: object, path: Path, spot: Spot, name: str = "") -> object:
        """Return the node as a mapping with the model's key names and without unknown keys."""
        if isinstance(node, Word):
            text = opened(cls, node)
            if text is not None:
                return text
        if isinstance(node, Entries) and node.form is cls:
            return node
        if not isinstance(node, Entries):
            said = words.not_entries(name, _named_first(cls), node)
            if cls is Periode and isinstance(node, Word):
                said = words.not_years(name, node)
            return self._say(said, mark_of(node, spot.mark), path, spot)
        self.drop_bare(node, spot)
        known = fields(cls)
        made = Entries()
        made.mark, made.keys_at, made.flow, made.form = node.mark, {}, node.flow, cls
        for key, value in node.items():
            wanted = key if key in known else key_form(key)
            at = key_mark(node, key, node.mark)
            if wanted in made:
                self.report.add(at, *words.key_twice(key, made.keys_at[wanted]))
            elif wanted not in known:
                alamat = self._address(cls, made, spot) or spot.alamat
                self.report.add(at, *words.unknown_key(key, label(cls), known), alamat=alamat)
            else:
                made[wanted], made.keys_at[wanted] = value, at
        return made

    def _model(self, cls: type[BaseModel], node: object, path: Path, spot: Spot, name: str = "") -> object:
        known = self._entries(cls, node, path, spot, name)
        if not isinstance(known, Entries):
            return _BROKEN
        add_ids(cls, [known], "")
        alamat = self._address(cls, known, spot)
        here = Spot(known.mark, alamat or spot.alamat, "" if alamat else spot.bidang, cls)
        self._keep(path, here)
        if alamat:
            tempat = Tempat(self.report.file, known.mark.line, known.mark.column)
            self.places.at.setdefault(alamat, tempat)
            self.places.elements.append(Element(alamat, tempat))
        data: dict[str, object] = {}
        for field_ in fields(cls).values():
            if field_.name in known:
                self._field(field_, known, path, here, data)
        return data

    def _field(self, field_: Field, known: Entries, path: Path, here: Spot, data: dict[str, object]) -> None:
        name, node = field_.name, known[field_.name]
        at = (*path, name)
        bidang = f"{here.bidang}/{name}" if here.bidang else name
        spot = Spot(key_mark(known, name, here.mark), here.alamat, bidang)
        self._keep(at, spot)
        if isinstance(node, Word) and node.blank:
            if field_.required:
                self._say(words.blank(name), spot.mark, at, spot)
            return
        if field_.shape.kind is Kind.LIST:
            holder = str(known.get("id", ""))
            value = self._list(cast(Shape, field_.shape.item), node, at, spot, name, holder)
        else:
            value = self._value(field_.shape, node, at, spot, name)
        if value is not _BROKEN:
            data[name] = value

    def _keep(self, path: Path, spot: Spot) -> None:
        self.spots[path] = spot
        if spot.alamat and spot.bidang:
            tempat = Tempat(self.report.file, spot.mark.line, spot.mark.column)
            self.places.at.setdefault(f"{spot.alamat}#{spot.bidang}", tempat)

    def _address(self, cls: type[BaseModel], node: Entries, spot: Spot) -> str:
        if issubclass(cls, Instansi):
            return "instansi"
        if issubclass(cls, Keputusan):
            return "keputusan"
        id_ = node.get("id")
        if not isinstance(id_, Word) or not is_id(id_):
            return ""
        if issubclass(cls, Simpul):
            return f"{spot.alamat}/{id_}"
        if cls in (Jalur, Alur):
            return f"{spot.alamat}/{label(cls)}/{id_}"
        return f"{KINDS[cls]}/{id_}" if cls in KINDS else ""
