"""What is written reads back equal, for every field and variant of the model, and writing again changes no byte."""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from probis.interchange.yaml import read, write
from probis.model import AcuanLuar, Instansi, JenisInstansi, LintasFungsi, Naskah, Periode, PetaProsesBisnis, Proses
from strategies import ODD, PARTS, every_choice, lintas_fungsi, naskah, peta

_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)

BODY = Instansi(id="biro", nama="Biro", jenis=JenisInstansi.BIRO, periode=Periode(awal=2018, akhir=2023))


def both_ways(value: PetaProsesBisnis, beside: tuple[Naskah, ...] = ()) -> dict[str, bytes]:
    files = write(value, beside)
    bacaan = read(files)
    assert bacaan.temuan == ()
    assert bacaan.nilai == value
    assert bacaan.naskah == beside
    assert write(value, beside) == files
    assert bacaan.nilai is not None
    assert write(bacaan.nilai, bacaan.naskah) == files
    return files


# Every field and variant ----------------------------------------------------------------------------------------------


def classes(cls: type[BaseModel], seen: dict[type[BaseModel], None]) -> None:
    if cls in seen:
        return
    seen[cls] = None
    for info in cls.model_fields.values():
        for one in leaves(info.annotation):
            if isinstance(one, type) and issubclass(one, BaseModel):
                classes(one, seen)


def leaves(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Annotated, tuple, Union, UnionType):
        for one in get_args(annotation):
            if one is not Ellipsis:
                yield from leaves(one)
    else:
        yield annotation


def wanted() -> set[str]:
    """Name everything that the examples must reach: fields away from their default, choices, variants."""
    seen: dict[type[BaseModel], None] = {}
    classes(PetaProsesBisnis, seen)
    classes(Naskah, seen)
    names = set[str]()
    for cls in seen:
        for name, info in cls.model_fields.items():
            if name in ("skema", "jenis") and info.annotation not in _enums(info.annotation):
                continue
            names.add(f"{cls.__name__}.{name}")
            names |= {f"{cls.__name__}.{name}={one.value}" for enum in _enums(info.annotation) for one in enum}
            if AcuanLuar in list(leaves(info.annotation)):
                names.add(f"{cls.__name__}.{name}:AcuanLuar")
            if bool in leaves(info.annotation):
                names |= {f"{cls.__name__}.{name}=True", f"{cls.__name__}.{name}=False"}
    return names


def _enums(annotation: Any) -> list[type[StrEnum]]:
    return [one for one in leaves(annotation) if isinstance(one, type) and issubclass(one, StrEnum)]


def reached(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            held = getattr(value, name)
            where = f"{type(value).__name__}.{name}"
            if info.is_required() or held != info.get_default(call_default_factory=True):
                yield where
            for one in held if isinstance(held, tuple) else (held,):
                if isinstance(one, StrEnum):
                    yield f"{where}={one.value}"
                if isinstance(one, bool):
                    yield f"{where}={one}"
                if isinstance(one, AcuanLuar):
                    yield f"{where}:AcuanLuar"
                yield from reached(one)


def test_every_field_and_variant_reads_back_equal() -> None:
    counts: Counter[str] = Counter()

    def check(value: PetaProsesBisnis, beside: tuple[Naskah, ...] = ()) -> None:
        both_ways(value, beside)
        counts.update(set(reached(value)))
        for one in beside:
            counts.update(set(reached(one)))

    check(every_choice())
    few = settings(max_examples=10, deadline=None, database=None, suppress_health_check=_SLOW)
    many = settings(few, max_examples=28)
    # At least 300 examples; further rounds only where chance has left something out.
    for turn in range(12):
        for part in PARTS:
            size = many if part == "lintas_fungsi" else few
            size(seed(turn)(given(peta(only=part))(lambda value: check(value))))()
        few(seed(turn)(given(peta(), naskah())(lambda value, beside: check(value, beside))))()
        if turn >= 1 and not wanted() - set(counts):
            break
    assert sorted(wanted() - set(counts)) == []


@settings(max_examples=60, deadline=None, suppress_health_check=_SLOW)
@given(lintas_fungsi())
def test_any_lintas_fungsi_reads_back_equal(one: LintasFungsi) -> None:
    both_ways(PetaProsesBisnis(instansi=BODY, lintas_fungsi=(one,)))


@settings(max_examples=200, deadline=None, suppress_health_check=_SLOW)
@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=300)
    | st.text("ab: #-\n\t'\"\\{}[],&*?|>%@~=!", max_size=40)
    | st.sampled_from(ODD),
    st.integers(0, 3),
)
def test_any_text_reads_back_equal_as_text_key_and_item(text: str, where: int) -> None:
    text = text.strip()
    body: Mapping[str, Any] = {
        0: {"catatan": text},
        1: {"tambahan": {text: text}},
        2: {"nama": text[:300]},
        3: {"sumber": ({"jenis": "usulan", "acuan": text, "baris": text[:300], "untuk": (text[:300],)},)},
    }[where]
    value = PetaProsesBisnis(instansi=Instansi.model_validate({**BODY.model_dump(), **body}))
    both_ways(value)


def test_ids_that_follow_from_the_rest_are_left_out() -> None:
    alur = [{"id": "a--b", "dari": "a", "ke": "b"}, {"id": "a--b-2", "dari": "a", "ke": "b"}]
    one = LintasFungsi.model_validate({"id": "x", "proses": "p", "simpul": [], "alur": alur})
    files = both_ways(PetaProsesBisnis(instansi=BODY, proses=(Proses(id="p", nama="P"),), lintas_fungsi=(one,)))
    text = files["lintas-fungsi/x.yaml"].decode()
    assert "id: a--b\n" not in text
    assert "id: a--b-2\n" in text
