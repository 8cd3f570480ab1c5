"""A sound body to the same body with one fault at a place drawn by chance: one function a way of going wrong.

Each makes what people do wrong, by changing the model and asking no rule, and says at which addresses a reader would
look for it. None where the place that was drawn does not lend itself.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

from probis.model import (
    Alur,
    Kegiatan,
    LintasFungsi,
    PetaProsesBisnis,
    Proses,
    UnitKerja,
)

Model = PetaProsesBisnis
Result = tuple[Model, tuple[str, ...]] | None
Seeder = Callable[[Random, Model], Result]
Part = TypeVar("Part")


@dataclass(frozen=True)
class Fault:
    """One way of going wrong: its name, the rule that claims to see it, how to make it."""

    name: str
    rule: str
    make: Seeder


FAULTS: list[Fault] = []
NASKAH: list[Any] = []
"""The texts about the body; filled by who reads it."""


def fault(rule: str) -> Callable[[Seeder], Seeder]:
    """Enter a function among the faults of a rule; its name tells what goes wrong."""

    def enter(make: Seeder) -> Seeder:
        FAULTS.append(Fault(make.__name__.replace("_", " "), rule, make))
        return make

    return enter


# Changing a value ---------------------------------------------------------------------------------------------------


def pick(chance: Random, among: Iterable[Part]) -> Part | None:
    """One of these, or None where there is none."""
    found = list(among)
    return chance.choice(found) if found else None


def put(model: Model, kind: str, old: Any, **changes: Any) -> Model:
    """The model with some fields of one element replaced."""
    new = old.model_copy(update=changes)
    return model.model_copy(update={kind: tuple(new if one is old else one for one in getattr(model, kind))})


def drop(model: Model, kind: str, gone: Callable[[Any], bool]) -> Model:
    """The model without the elements that `gone` names."""
    return model.model_copy(update={kind: tuple(one for one in getattr(model, kind) if not gone(one))})


def add(model: Model, kind: str, *new: Any) -> Model:
    """The model with elements more."""
    return model.model_copy(update={kind: (*getattr(model, kind), *new)})


def with_map(model: Model, old: LintasFungsi, **changes: Any) -> Model:
    """The model with one lintas fungsi changed; it is built anew, so that its flows stand in order."""
    new = LintasFungsi.model_validate(old.model_copy(update=changes).model_dump(warnings=False))
    return model.model_copy(update={"lintas_fungsi": tuple(new if one is old else one for one in model.lintas_fungsi)})


def with_part(model: Model, peta: LintasFungsi, kind: str, old: Any, **changes: Any) -> Model:
    """The model with one node, flow or lane of a lintas fungsi changed."""
    parts = tuple(one.model_copy(update=changes) if one is old else one for one in getattr(peta, kind))
    return with_map(model, peta, **{kind: parts})


def with_units(model: Model, units: Sequence[UnitKerja]) -> Model:
    """The model with these units."""
    return model.model_copy(update={"organisasi": model.organisasi.model_copy(update={"unit": tuple(units)})})


def mapped(chance: Random, model: Model) -> LintasFungsi:
    """One of the lintas fungsi."""
    return chance.choice(model.lintas_fungsi)


def steps(peta: LintasFungsi) -> list[Kegiatan]:
    """Its activities."""
    return [one for one in peta.simpul if isinstance(one, Kegiatan)]


def at(peta: LintasFungsi, part: str = "") -> str:
    """The address of a lintas fungsi or of one of its nodes."""
    return f"lintas-fungsi/{peta.id}" + (f"/{part}" if part else "")


def reached(peta: LintasFungsi, start: str) -> set[str]:
    """The nodes that come after one."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        for alur in peta.keluar(todo.pop()):
            if alur.ke not in seen:
                seen.add(alur.ke)
                todo.append(alur.ke)
    return seen


def tops(model: Model) -> list[Proses]:
    """The processes of the first level."""
    return [one for one in model.proses if one.induk is None]


def subs(model: Model, proses: Proses) -> list[Proses]:
    """The parts of a process."""
    return [one for one in model.proses if one.induk == proses.id]


def within(model: Model, proses: Proses) -> set[str]:
    """A process and everything below it."""
    found = {proses.id}
    while more := {one.id for one in model.proses if one.induk in found} - found:
        found |= more
    return found


def flow(dari: str, ke: str, **more: Any) -> Alur:
    """A flow of work."""
    return Alur.model_validate({"id": f"sisipan--{dari}--{ke}", "dari": dari, "ke": ke, **more})


def typo(chance: Random, word: str) -> str:
    """An id with one letter twice, or two changed about."""
    place = chance.randrange(len(word))
    letter = word[place] if word[place] != "-" else "x"
    return word[:place] + letter + word[place:]
