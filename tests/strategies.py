"""Hypothesis strategies for every class of the model, reaching each field and variant; odd texts included.

`peta()` gives whole values, `naskah()` what stands beside them, `lintas_fungsi()` one map, `of(cls)` any class.
Ids are unique as the model wants them; references name something that exists about half of the time.
"""

import string
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pydantic import BaseModel

from probis.law import JenisPeraturan
from probis.model import (
    SKEMA,
    Alur,
    Arah,
    Batas,
    Instansi,
    Jalur,
    JenisAlur,
    JenisJabatan,
    JenisPihak,
    JenisSumber,
    Keputusan,
    LintasFungsi,
    Masa,
    Naskah,
    Organisasi,
    Periode,
    PetaProsesBisnis,
    Rentang,
    Satuan,
    SifatGerbang,
    Sisi,
    Tindakan,
    Volume,
)

ODD = (
    "Menelaah tipologi, nomenklatur, besaran",
    "Memutuskan: perlu Perda?",
    "Loket #2",
    "#2 di depan",
    "- diawali tanda hubung",
    "=",
    "= sama dengan",
    '"dikutip"',
    "'tunggal'",
    'ia berkata "ya" lalu \\ pergi',
    "ya",
    "tidak",
    "no",
    "01.03",
    "3:30",
    "1_000",
    "12",
    "-5",
    "null",
    "~",
    "true",
    "2020-08-14",
    "...",
    "---",
    "<<",
    "&jangkar",
    "*alias",
    "!tanda",
    "@biro",
    "%persen",
    "`kutip`",
    "> panah",
    "| tegak",
    "? tanya",
    ": titik dua",
    "berakhir:",
    "[kurung] {kurawal}",
    "{nn}, [x]",
    "emoji 🏛️ dan é",
    "dua  spasi",
    "tab\tdi tengah",
    "baris satu\nbaris dua",
    "baris satu\n\nbaris tiga\n  menjorok",
    "baris berspasi \nakhir",
    "kalimat " * 40 + "selesai",
    "kalimat, dengan: tanda # dan  dua spasi " * 6 + "selesai",
    "sangat" * 60,
    "pendek " + "x" * 200 + " pendek",
    "\u00a0tak putus\u00a0",
    "pemisah\u2028baris",
    "1–2 HK",
    "Biro Organisasi",
    "Menyusun konsep surat persetujuan",
    "keputusan 12",
    "usulan, dasar",
)
"""Texts that bite: YAML's signs and words, line ends, long words."""

_LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
_WORDS = st.lists(st.text(string.ascii_letters + ",.()/-–", min_size=1, max_size=12), min_size=1, max_size=8).map(
    " ".join
)
_POOL = ("biro", "karo", "tata-usaha", "pemkab", "periksa", "lengkap", "rapat", "berkas", "sah", "a1", "x--y")


@cache
def ids() -> SearchStrategy[str]:
    """Ids: most from a small pool, so that references meet them."""
    part = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=8)
    pool = st.sampled_from(_POOL)
    return pool | pool | part | st.builds("{}-{}".format, part, part)


@cache
def texts(longest: int = 300, shortest: int = 0) -> SearchStrategy[str]:
    """Texts: odd ones, plain ones, and any letters of Unicode."""
    odd = st.sampled_from([text[:longest] for text in ODD])
    made = odd | odd | st.text(_LETTERS, max_size=min(longest, 10))
    return made.filter(lambda text: len(text.strip()) >= shortest) if shortest else made


def names() -> SearchStrategy[str]:
    """What a reference or a name may hold: an id of the pool, or any text."""
    return st.sampled_from(_POOL) | texts(300)


def _decimals(low: int, high: int) -> SearchStrategy[Decimal]:
    whole = st.integers(low, high).map(Decimal)
    part = st.integers(low * 10_000, high * 10_000).map(lambda number: Decimal(number) / 10_000)
    return whole | part


@st.composite
def rentang(draw: st.DrawFn) -> Rentang:
    """Ranges of time, with and without an upper end and a value of law."""
    low = draw(_decimals(0, 9_999))
    high = draw(st.none() | _decimals(1, 9_999).map(lambda more: low + more))
    law = draw(st.none() | ids())
    return Rentang(min=low, maks=high, satuan=draw(st.sampled_from(list(Satuan))), nilai_hukum=law)


@st.composite
def periode(draw: st.DrawFn) -> Periode:
    """Periods in order."""
    awal = draw(st.integers(1945, 2200))
    return Periode(awal=awal, akhir=draw(st.integers(awal, 2200)))


def pola() -> SearchStrategy[str]:
    """Code grammars, of both kinds."""
    return st.sampled_from(["BO-{nn}", "{induk}.{n}", "01.{nn}", "P/{nnn}/x", "#{nnnn}: "])


def _numbers(meta: tuple[object, ...]) -> SearchStrategy[int]:
    low = next((m.ge for m in meta if hasattr(m, "ge")), -10_000)
    high = next((m.le for m in meta if hasattr(m, "le")), 100_000)
    return st.integers(low, high) | st.sampled_from([low, high])


def _strings(meta: tuple[object, ...]) -> SearchStrategy[str]:
    pattern = next((str(m.pattern) for m in meta if getattr(m, "pattern", None)), "")
    longest = next((m.max_length for m in meta if getattr(m, "max_length", None)), 300)
    if "{64}" in pattern:
        return st.text("0123456789abcdef", min_size=64, max_size=64)
    if pattern:
        return ids() if "{1,2}" in pattern else ids().map(lambda text: text.replace("--", "-"))
    if any(type(m).__name__ == "AfterValidator" for m in meta):
        return pola()
    return names() if longest == 300 else texts(min(longest, 5000))


def _value(annotation: Any, meta: tuple[object, ...] = ()) -> SearchStrategy[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *more = get_args(annotation)
        flat = [part for one in more for part in (getattr(one, "metadata", None) or [one])]
        return _value(base, (*meta, *flat))
    if origin in (Union, UnionType):
        # Nothing is what an optional field holds when it is not drawn at all.
        return st.one_of([_value(one, meta) for one in get_args(annotation) if one is not type(None)])
    if origin is tuple:
        inner = get_args(annotation)[0]
        longest = 3 if isinstance(inner, type) else 2
        return st.lists(_value(inner), min_size=1, max_size=longest).map(tuple)
    if origin is Literal:
        return st.just(get_args(annotation)[0])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return st.dictionaries(texts(40), texts(300), max_size=2).map(_stripped)
    return _plain(annotation, meta)


def _stripped(found: dict[str, str]) -> dict[str, str]:
    return {key.strip(): text for key, text in found.items()}


def _plain(cls: Any, meta: tuple[object, ...]) -> SearchStrategy[Any]:
    if issubclass(cls, StrEnum):
        return st.sampled_from(list(cls))
    if issubclass(cls, BaseModel):
        return of(cls)
    by_type: Mapping[type, Callable[[], SearchStrategy[Any]]] = {
        bool: st.booleans,
        int: lambda: _numbers(meta),
        date: st.dates,
        Decimal: lambda: _decimals(0, 100),
        str: lambda: _strings(meta),
    }
    return by_type[cls]()


@cache
def of(cls: type[BaseModel]) -> SearchStrategy[Any]:
    """Values of any class of the model: required fields always, each other field now and then."""
    special = _SPECIAL.get(cls)
    return special() if special else st.deferred(lambda: parts(cls).map(cls.model_validate))


def parts(cls: type[BaseModel], skip: tuple[str, ...] = ()) -> SearchStrategy[dict[str, Any]]:
    """The fields that a value of this class may be made of."""
    always, sometimes = {}, {}
    for name, info in cls.model_fields.items():
        if name not in skip:
            place = always if info.is_required() else sometimes
            place[name] = _value(info.annotation, tuple(info.metadata))
    return _chosen(always, sometimes)


@st.composite
def _chosen(draw: st.DrawFn, always: dict[str, Any], sometimes: dict[str, Any]) -> dict[str, Any]:
    """Draw all of the first, and any of the second."""
    made = {name: draw(strategy) for name, strategy in always.items()}
    for name, strategy in sometimes.items():
        if draw(st.booleans()):
            made[name] = draw(strategy)
    return made


def _apart(elements: list[Any], taken: set[str]) -> list[Any]:
    """Give each element an id that is not taken yet."""
    made = []
    for element in elements:
        id_, number = element.id, 2
        while id_ in taken:
            id_, number = f"{element.id}-{number}", number + 1
        taken.add(id_)
        made.append(element if id_ == element.id else element.model_copy(update={"id": id_}))
    return made


@st.composite
def lintas_fungsi(draw: st.DrawFn) -> LintasFungsi:
    """Maps of every kind: nodes and flows of all kinds, flows from and to nothing now and then."""
    (simpul_type,) = [arg for arg in get_args(LintasFungsi.model_fields["simpul"].annotation) if arg is not Ellipsis]
    made = draw(parts(LintasFungsi, skip=("jalur", "simpul", "alur")))
    made["jalur"] = _apart(draw(st.lists(of(Jalur), max_size=3)), set())
    made["simpul"] = _apart(draw(st.lists(_value(simpul_type), max_size=8)), set())
    ends = [simpul.id for simpul in made["simpul"]]
    end = st.sampled_from(ends) | st.sampled_from(ends) | names() if ends else names()
    flows = []
    for alur in draw(st.lists(of(Alur), max_size=6)):
        flows.append(alur.model_copy(update={"dari": draw(end).strip(), "ke": draw(end).strip()}))
    made["alur"] = _apart([_usual(alur) if draw(st.booleans()) else alur for alur in flows], set())
    return LintasFungsi.model_validate(made)


def _usual(alur: Alur) -> Alur:
    """Give a flow the id that it gets where its file holds none, where both ends are ids."""
    usual = f"{alur.dari}--{alur.ke}"
    good = set(usual) <= set(string.ascii_lowercase + string.digits + "-") and "---" not in usual and len(usual) < 40
    return alur.model_copy(update={"id": usual}) if good and usual.strip("-") == usual else alur


_SPECIAL: dict[type[BaseModel], Callable[[], SearchStrategy[Any]]] = {
    Rentang: rentang,
    Batas: lambda: st.builds(Batas, waktu=rentang(), sejak=st.just("") | names()),
    Volume: lambda: st.builds(Volume, jumlah=st.integers(0, 999_999_999), per=st.sampled_from(list(Masa))),
    Periode: periode,
    LintasFungsi: lintas_fungsi,
}

_LISTS = tuple(name for name, info in PetaProsesBisnis.model_fields.items() if get_origin(info.annotation) is tuple)
PARTS = (*_LISTS, "arah", "organisasi", "keputusan")
"""The fields of a value that may be empty."""


@st.composite
def peta(draw: st.DrawFn, only: str | None = None) -> PetaProsesBisnis:
    """Whole values, with two parts filled, or `only` one; ids unique as the model wants them."""
    made: dict[str, Any] = {"skema": SKEMA, "instansi": draw(of(Instansi))}
    first = draw(st.integers(0, len(PARTS) - 1)) if only is None else PARTS.index(only)
    second = first if only else (first + draw(st.integers(1, 5))) % len(PARTS)
    for name in dict.fromkeys((PARTS[first], PARTS[second])):
        made[name] = draw(_PART[name] if name in _PART else _value(PetaProsesBisnis.model_fields[name].annotation))
    return PetaProsesBisnis.model_validate(_unique(made))


_PART: Mapping[str, SearchStrategy[Any]] = {
    "arah": of(Arah),
    "organisasi": of(Organisasi),
    "keputusan": of(Keputusan),
}


def _unique(made: dict[str, Any]) -> dict[str, Any]:
    """Return the parts with ids apart within each space of ids."""
    actors, aims = set[str](), set[str]()
    unit_kinds = ("unit", "jabatan", "pihak")
    organisasi = made.get("organisasi", Organisasi())
    units = []
    for unit in _apart(list(organisasi.unit), actors):
        units.append(unit)
    changed: dict[str, Any] = {"unit": tuple(units)}
    for kind in unit_kinds[1:]:
        changed[kind] = tuple(_apart(list(getattr(organisasi, kind)), actors))
    arah = made.get("arah", Arah())
    aims_changed = {
        kind: tuple(_apart(list(getattr(arah, kind)), aims))
        for kind in ("misi", "tujuan", "sasaran", "indikator", "area")
    }
    changed["unit"] = tuple(
        unit.model_copy(update={"fungsi": tuple(_apart(list(unit.fungsi), aims))}) for unit in changed["unit"]
    )
    made["organisasi"] = organisasi.model_copy(update=changed)
    made["arah"] = arah.model_copy(update=aims_changed)
    for name in _LISTS:
        if name in made:
            made[name] = tuple(_apart(list(made[name]), actors if name == "proses" else set()))
    # The order of the lintas fungsi says nothing; files have the order of their names.
    made["lintas_fungsi"] = tuple(sorted(made.get("lintas_fungsi", ()), key=lambda one: one.id))
    return made


def every_choice() -> PetaProsesBisnis:
    """One value that holds each word of the long lists of kinds, which chance seldom draws all of."""
    simpul: list[dict[str, Any]] = [
        {"jenis": "kegiatan", "id": f"k-{one}", "nama": "Bekerja", "tindakan": one} for one in Tindakan
    ]
    simpul += [{"jenis": "gerbang", "id": f"g-{one}", "sifat": one} for one in SifatGerbang]
    steps = [one["id"] for one in simpul]
    alur = [{"id": f"a-{one}", "dari": steps[0], "ke": steps[1], "jenis": one} for one in JenisAlur]
    letak = [{"simpul": steps[0], "sisi": one} for one in Sisi]
    peta = {"id": "x", "proses": "x", "simpul": simpul, "alur": alur, "letak": letak}
    slug = lambda one: one.value.replace("_", "-")  # noqa: E731
    return PetaProsesBisnis.model_validate(
        {
            "instansi": {
                "id": "biro",
                "nama": "Biro",
                "jenis": "biro",
                "periode": {"awal": 2018, "akhir": 2023},
                "sumber": [{"jenis": one} for one in JenisSumber],
            },
            "organisasi": {
                "jabatan": [{"id": f"j-{slug(one)}", "nama": "Analis", "jenis": one} for one in JenisJabatan],
                "pihak": [{"id": f"p-{slug(one)}", "nama": "Pihak", "jenis": one} for one in JenisPihak],
            },
            "peraturan": [{"id": slug(one), "jenis": one} for one in JenisPeraturan],
            "lintas_fungsi": [peta],
        }
    )


def naskah() -> SearchStrategy[tuple[Naskah, ...]]:
    """What documents say, beside a value."""
    return st.lists(of(Naskah), max_size=2).map(tuple)
