"""What a file holds, whatever its format: lines in reading order, with the tables, pictures and shapes among them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a line is: text, a row of a table, a picture, a group of drawn shapes."""

    TEXT = "text"
    ROW = "row"
    PICTURE = "picture"
    DRAWING = "drawing"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, the first column it covers (from 0) and how many, and how many rows.

    A cell that is covered by the one above it (vertical merge) is not there.
    """

    text: str
    column: int
    columns: int = 1
    rows: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one paragraph where the format keeps paragraphs whole.

    `number` counts from 1 over the whole file; in a text file it is the file's own line number. `text` is what a
    reader sees, with the automatic number in front where the format computes it, without marks of the format; `raw`
    is what the file holds. `begins` is True where the line surely begins a paragraph, False where it surely goes on,
    None where the format cannot say. `indent` is in points, 0 where unknown. `table` numbers the table of a row.
    """

    number: int
    text: str
    raw: str = ""
    page: int | None = None
    kind: Kind = Kind.TEXT
    cells: tuple[Cell, ...] = ()
    table: int | None = None
    begins: bool | None = None
    bold: bool = False
    centred: bool = False
    heading: int = 0
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture at a line: its name in the file, its media type and its bytes."""

    line: int
    name: str
    media: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn shape: `form` is the geometry's own name ("flowChartDecision", "rect" …), places in points."""

    id: str
    form: str
    text: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Connector:
    """A drawn line; `source` and `target` are ids of shapes where the file ties them, else None; ends in points."""

    source: str | None
    target: str | None
    start: tuple[float, float]
    end: tuple[float, float]
    arrow: bool = True
    text: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes and connectors drawn at a line."""

    line: int
    shapes: tuple[Shape, ...]
    connectors: tuple[Connector, ...]


@dataclass(frozen=True, slots=True)
class Noise:
    """What stands in the file and is no part of the text: where, the words, and what it is, in a reader's words."""

    line: int
    text: str
    what: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file as lines, with what is not text beside them. `format` is the file name's suffix without its dot."""

    name: str
    format: str
    lines: tuple[Line, ...]
    pictures: tuple[Picture, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    noise: tuple[Noise, ...] = field(default=())


class Unreadable(ValueError):
    """A file that cannot be read as a document: what is wrong, and what a person can do, in the user's words."""

    def __init__(self, pesan: str, saran: str = "") -> None:
        super().__init__(f"{pesan} {saran}".strip())
        self.pesan = pesan
        self.saran = saran


Read = Callable[[str, bytes], Document]
"""A reader of a format: file name and bytes to a document; raises `Unreadable` and nothing else."""

MOST_BYTES = 100_000_000
"""Files beyond this are refused unread."""

MOST_LINES = 200_000
"""Documents beyond this many lines are refused."""
