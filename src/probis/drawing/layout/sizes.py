"""Pass 2. Texts to lines, and boxes to the size that holds them.

Precondition: boxes. Postcondition: width, height, lines of every box; no line is wider than its
shape, one width for all steps of the map unless a text is very long. Nothing is set smaller to fit.
"""

from __future__ import annotations

from collections.abc import Collection

from probis.drawing.bpmn_marks import ICON
from probis.drawing.layout.plan import Box, Caption, Plan
from probis.drawing.layout.style import CAPSULE_LINE, LABEL_SIZE, LINE, STEP_SIZE, TEXT_LINE, Style
from probis.drawing.measure import break_lines, width

INSET = 6.0
CALM_LINES = 3  # what the usual height holds; a word is divided rather than one line more
MOST_LINES = 5  # a step with more lines becomes wider
EVENT, GATEWAY, DATA = (20.0, 20.0), (34.0, 34.0), (22.0, 28.0)  # in BPMN's notation
ICON_GAP = 3.0  # between the type of a task and its number
FOOT = 10.0  # for the marks at the foot of a task
UNDER_EVENT = 6.4  # an event on the lower edge covers no text
CORNER_CLEAR = 2.0  # between what stands in the corners of a task and an event on its edge
UNKNOWN = 8.0  # the question mark of what is not known
TYPED = ("user", "send", "receive", "manual", "service", "script", "business-rule")
OPENED = ("sub-process", "transaction", "ad-hoc", "event-sub-process")  # and calls: more is inside
CAPTION_ROOMS = ((46.0, 1), (58.0, 2), (70.0, 3), (90.0, 4), (130.0, 5), (220.0, 99))  # width, lines it may take
LEAST_CAPTION = 24.0
CONNECTOR_TIP, CONNECTOR_LETTER, CONNECTOR_ROOM = 13.0, 20.0, 60.0


def size_boxes(plan: Plan) -> None:
    """Fill the sizes of all boxes."""
    hosts = {box.host for box in plan.boxes}
    for box in plan.boxes:
        match box.outline:
            case "capsule":
                _capsule(box)
            case "circle":
                _captioned(box, EVENT)
            case "diamond" if plan.style.notation == "bpmn":
                _captioned(box, GATEWAY)
            case "diamond":
                _diamond(box)
            case "bar":
                box.width, box.height = 3.5, 30.0
            case "pentagon":
                _connector(box, plan.style)
            case _ if box.node.kind == "data":
                _captioned(box, DATA)
            case _ if box.fixed:
                _fixed(box)
            case _:
                _step(box, plan.style, foot_room(box, plan.style, hosts))
        if box.node.size and box.fixed:
            box.width, box.height = box.node.size
        elif box.node.size:
            box.width, box.height = max(box.width, box.node.size[0]), max(box.height, box.node.size[1])


def step_inset(box: Box) -> tuple[float, float]:
    """What a step keeps free at its left and right for its outline."""
    left = INSET + (3.0 if box.node.kind == "call" and box.outline == "box" else 0.0)
    right = left - 1.0 + (9.0 if box.outline == "delay" else 0.0)
    return left, right


def icon_room(box: Box) -> float:
    """What the type of a task takes beside its number; 0 where it has none."""
    typed = box.outline == "box" and box.node.sign.partition("+")[0] in TYPED
    return ICON + ICON_GAP if typed else 0.0


def foot_room(box: Box, style: Style, hosts: Collection[int | None] = ()) -> float:
    """What the marks at the foot of a task take: it is a call, holds more, or is done several times; else what an
    event on its edge covers.
    """
    if style.notation != "bpmn":
        return 0.0
    sign, _, more = box.node.sign.partition("+")
    return FOOT if box.node.kind == "call" or sign in OPENED or more else UNDER_EVENT if box.index in hosts else 0.0


def between_corners(box: Box) -> tuple[float, float]:
    """Between which distances from its left the top of a task bears neither type and number nor time."""
    n = box.node
    left, right = step_inset(box)
    sign = icon_room(box)
    said = width(n.number, LABEL_SIZE, 700) if n.number else 0.0
    low = left + sign + said + CORNER_CLEAR if sign or said else 0.0
    time = width(n.time, LABEL_SIZE) + (UNKNOWN if n.unknown else 0.0)
    return low, box.width - (right + time + CORNER_CLEAR if time else 0.0)


def bare_above(style: Style, host: Box, event: Box) -> bool:
    """Whether an event on the upper edge of its host covers nothing that stands there."""
    low, high = between_corners(host)
    return style.notation != "bpmn" or host.outline != "box" or high - low >= event.width


def text_top(box: Box) -> float:
    """From the top of a step to the baseline of its first line of text."""
    n = box.node
    headed = n.number or n.time or box.outline == "delay" or n.unknown or icon_room(box)
    return 20.8 if headed else 13.4


def _step(box: Box, style: Style, foot: float) -> None:
    n = box.node
    left, right = step_inset(box)
    header = width(n.number, 7, 700) + width(n.time, 7) + 8 + (12 if box.outline == "delay" else icon_room(box))
    lines: tuple[str, ...] = ()
    for factor in (1.0, 1.3, 1.7, 2.2, 3.0):
        box.width = max(style.step_width * factor, min(header + left + right, 3 * style.step_width))
        room = box.width - left - right
        code = break_lines(n.code, room, STEP_SIZE, 500)
        lines = break_lines(n.text, room, STEP_SIZE, 500) + code
        if len(lines) == CALM_LINES + 1:
            divided = break_lines(n.text, room, STEP_SIZE, 500, divide=True) + code
            lines = divided if len(divided) <= CALM_LINES else lines
        if len(lines) <= MOST_LINES:
            break
    box.lines = lines
    need = text_top(box) + (len(lines) - 1) * TEXT_LINE + 6.6 + foot
    box.height = max(style.step_height, need)


def _fixed(box: Box) -> None:
    """A box whose size is given: its text in as few lines as its width lets it."""
    left, right = step_inset(box)
    across = box.node.size[0] if box.node.size else 0.0
    box.lines = break_lines(box.node.text, max(across - left - right, 12.0), STEP_SIZE, 500)


def _captioned(box: Box, size: tuple[float, float]) -> None:
    """A small shape that never grows, with its text outside: the narrowest that takes few lines."""
    box.width, box.height = size
    box.fixed = True
    text = box.node.text
    if not text.strip():
        return
    lines: tuple[str, ...] = ()
    for room, most in CAPTION_ROOMS:
        lines = break_lines(text, room, LABEL_SIZE)
        if len(lines) <= most:
            break
    box.caption = _caption(lines)


def _caption(lines: tuple[str, ...]) -> Caption:
    return Caption(lines, max(width(line, LABEL_SIZE) for line in lines), LINE * len(lines))


def narrowed(box: Box, share: float) -> None:
    """Set the text outside a shape narrower: in more lines."""
    if box.caption:
        box.caption = _caption(break_lines(box.node.text, max(share * box.caption.width, LEAST_CAPTION), LABEL_SIZE))


def _capsule(box: Box) -> None:
    room = 64.0
    lines = break_lines(box.node.text, room, LABEL_SIZE, 600)
    while len(lines) > 3 and room < 220:
        room *= 1.4
        lines = break_lines(box.node.text, room, LABEL_SIZE, 600)
    box.lines = lines
    widest = max((width(line, LABEL_SIZE, 600) for line in lines), default=0.0)
    box.height = max(30.0, 30.0 + (len(lines) - 2) * CAPSULE_LINE)
    box.width = max(60.0, widest + 17.0)


def _diamond(box: Box) -> None:
    """The least diamond, 3 wide to 2 high, whose lines all stay inside."""
    across, high = 72.0, 48.0
    whole_width = width(box.node.text, STEP_SIZE, 500)
    while True:
        for count in range(1, int(high // TEXT_LINE) - 1):
            room = across * (1 - (count * TEXT_LINE - 1.0) / high) - 3
            if room < 22 or room * count < whole_width * 0.9:
                continue
            lines = break_lines(box.node.text, room, STEP_SIZE, 500)
            whole = across > 110 or not any(line.endswith("-") for line in lines[:-1])
            if len(lines) <= count and whole:
                box.width, box.height, box.lines = across, high, lines
                return
        across, high = across + 12.0, high + 6.0


def _connector(box: Box, style: Style) -> None:
    """A page connector: its letter, then where it leads, then the whole name of the step there (`time`), in grey.

    The size does not depend on where it leads, so that pages can be counted once everything has its place.
    """
    words = style.words
    ways = (words.to_page, words.from_page, words.to_band, words.from_band, words.to_upper, words.from_lower)
    room = max(CONNECTOR_ROOM, *(width(way.format(n=88), LABEL_SIZE, 600) for way in ways))
    name: tuple[str, ...] = ()
    for wider, lines in ((0, 2), (8, 2), (16, 2), (24, 2), (32, 2), (24, 3), (40, 3), (80, 4), (120, 9)):
        name = break_lines(box.node.time, room + wider, LABEL_SIZE)
        if len(name) <= lines:
            room += wider
            break
    box.lines = (box.node.text, *name)
    box.width = CONNECTOR_LETTER + room + CONNECTOR_TIP
    box.height = max(28.0, LINE * len(box.lines) + 8.8)
