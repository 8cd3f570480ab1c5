"""What a map module says of itself, and the value that discovery makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from probis.drawing.medium import Medium
from probis.drawing.scene import Scene
from probis.maps._text import MapText
from probis.model import PetaProsesBisnis, Temuan

SubjectKind = Literal["instansi", "proses", "lintas-fungsi"]


@dataclass(frozen=True, slots=True)
class MapKind:
    """Constant MAP of a map module: its Indonesian title, what it is drawn of, and its place in lists."""

    title: str
    subject: SubjectKind
    order: int


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a map can be drawn of; `id` is None where it is the whole body."""

    id: str | None
    code: str
    name: str

    @property
    def title(self) -> str:
        """Code and name as one line."""
        return f"{self.code} {self.name}".strip()


class Unkept(Protocol):
    """Model, subject and the media it is drawn for to the placements by hand that some drawing does not keep."""

    def __call__(self, model: PetaProsesBisnis, subject_id: str | None, *media: Medium) -> tuple[Temuan, ...]:
        """Return them as findings without a place in a file, in the order of the file."""
        ...


def _nothing(model: PetaProsesBisnis, subject_id: str | None, *media: Medium) -> tuple[Temuan, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Map:
    """A map of the family; `slug` is its file name with hyphens.

    `draw(model, subject_id, medium)` gives one scene a page (one on a screen), `describe(model, subject_id)` the
    same content as text, `subjects(model)` what it can be drawn of. Both raise UnknownSubject. `unkept` tells which
    placements by hand the drawings for some media do not keep; most kinds of map have none.
    """

    slug: str
    kind: MapKind
    draw: Callable[[PetaProsesBisnis, str | None, Medium], tuple[Scene, ...]]
    describe: Callable[[PetaProsesBisnis, str | None], MapText]
    subjects: Callable[[PetaProsesBisnis], tuple[Subject, ...]]
    unkept: Unkept = _nothing

    @property
    def title(self) -> str:
        """What an official calls it: "Peta Proses"."""
        return self.kind.title


class UnknownSubject(LookupError):
    """The model holds nothing under this id that the map could be drawn of; the message is for the user."""

    def __init__(self, title: str, subject_id: str | None) -> None:
        named = f"untuk “{subject_id}”" if subject_id else "tanpa menyebut untuk apa"
        super().__init__(f"{title} {named} tidak dapat digambar: tidak ada dalam model.")
