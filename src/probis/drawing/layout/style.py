"""The measures and words of a lane map: one place for every number that a pass uses.

Lengths are points. The figures are those of docs on the look of maps (dense for paper, normal where there
is room).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

Notation: TypeAlias = Literal["flowchart", "bpmn"]

LINE: Final = 8.4  # line height of labels and documents, 7 pt
TEXT_LINE: Final = 9.3  # line height in a step, 8 pt
CAPSULE_LINE: Final = 9.0
LANE_LINE: Final = 9.8
LABEL_SIZE: Final = 7.0
STEP_SIZE: Final = 8.0
PORT_PITCH: Final = 12.0  # between two lines on one side of a box
TRACK_PITCH: Final = 8.0  # between two lines in a channel
HEAD_RUN: Final = 12.0  # the last straight piece before an arrow head
LINE_CLEAR: Final = 8.0  # between a passing line and a box
LABEL_CLEAR: Final = 3.0  # between a label and anything else
LABEL_ASIDE: Final = 5.0  # between a label and its own vertical line
LABEL_ABOVE: Final = 3.0  # between a label and its own horizontal line
EVENT_CLEAR: Final = 3.0  # between two boundary events on one edge
CAPTION_CLEAR: Final = 2.0  # between a shape and the text outside it
FRAME_HEAD: Final = 20.0  # the width of the head of a lane around lanes, or of a pool
CORNER: Final = 10.0  # no line leaves a box nearer to its corner than this


@dataclass(frozen=True, slots=True)
class Words:
    """The words that the layout itself adds; `{n}` is a page number."""

    to_page: str = "ke halaman {n}"
    from_page: str = "dari halaman {n}"
    to_band: str = "ke bagian bawah"
    from_band: str = "dari bagian atas"
    to_upper: str = "ke bagian atas"
    from_lower: str = "dari bagian bawah"
    unknown: str = "belum dikenal"
    leads_to: str = "menuju {targets}"
    start: str = "mulai"
    end: str = "selesai"
    decision: str = "putusan"
    wait: str = "menunggu"
    call: str = "memanggil peta lain"
    fork: str = "serentak/gabung"
    event: str = "kejadian"
    data: str = "data"
    note: str = "catatan"
    task: str = "kegiatan"
    connector: str = "sambungan"


@dataclass(frozen=True, slots=True)
class Style:
    """The measures that a map may choose; `normal` and `dense` are the two in use."""

    step_width: float = 92.0
    step_height: float = 46.0
    gap: float = 30.0
    stair: float = 52.0
    lane_head: float = 72.0
    lane_pad: float = 12.0
    row_pad: float = 6.0
    lane_least: float = 70.0
    label_room: float = 130.0  # documents beside a vertical
    text_room: float = 96.0  # the text of an exit beside a vertical
    exit_room: float = 66.0  # anything on a horizontal between two boxes
    margin: float = 6.0
    notation: Notation = "flowchart"
    pool_gap: float = 16.0
    chosen_lanes: bool = False  # the order of the lanes is the layout's to choose, where no wish names it
    words: Words = field(default_factory=Words)


NORMAL: Final = Style()
DENSE: Final = replace(
    NORMAL,
    step_width=76.0,
    gap=14.0,
    stair=32.0,
    label_room=170.0,
    lane_pad=11.2,
    lane_least=68.0,
    text_room=52.0,
    exit_room=56.0,
)
NARROW: Final = replace(DENSE, label_room=92.0)  # long names of documents take more lines
CROWDED: Final = replace(
    NARROW, step_height=38.0, lane_least=60.0, row_pad=5.0
)  # many lanes: low boxes for short texts


def in_notation(style: Style, notation: Notation) -> Style:
    """The same measures for another notation: BPMN's tasks are a little lower, its pools have a head of their own."""
    if style.notation == notation:
        return style
    return replace(style, notation=notation, step_height=style.step_height - 3.0, lane_head=style.lane_head - 2.0)
