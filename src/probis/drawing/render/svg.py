"""A scene to SVG text: presentation attributes, one element a line, no script, the same bytes every time.

Attributes instead of style sheets because typst, which prints the same file, reads no CSS variables. The
classes (f-ROLE, s-ROLE, and the role of each group) let a page restyle the drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from probis.drawing.render.icons import number
from probis.drawing.render.outline import (
    chevron_data,
    detail_data,
    head_data,
    path_data,
    shape_data,
    tail_centre,
    tail_data,
)
from probis.drawing.render.palette import LIGHT
from probis.drawing.scene import Colour, Dash, Group, Item, Path, Scene, Shape, Text

Links = Mapping[str, str] | Callable[[str], str | None]

_FAMILY: Final = {"sans": "Inter", "serif": "TeX Gyre Bonum"}
_SHAPE_DASH: Final[Mapping[Dash, str]] = {
    "solid": "", "provisional": "3.2 2.2", "unknown": "0.8 2", "timeout": "4 2.4", "message": "0.1 2.6",
    "removed": "1.6 2", "dashed": "4 2.6", "dotted": "1 2",
}  # fmt: skip
_NODE_ROLES: Final = frozenset({"node", "flow", "lane", "party", "process", "unit", "overlay"})


def svg(scene: Scene, *, links: Links | None = None, interactive: bool = False) -> str:
    """The drawing as one SVG element.

    `links` gives the address of a group's link key; such groups become `<a>`. Only relative addresses and
    fragments are allowed, anything else raises ValueError. With `interactive` (or links) every node can be
    reached with the Tab key; lines and lanes are told, but hold no stop: their nodes name them.
    """
    size = f'width="{number(scene.width * scene.scale)}pt" height="{number(scene.height * scene.scale)}pt"'
    view = f'viewBox="0 0 {number(scene.width)} {number(scene.height)}"'
    live = interactive or links is not None
    role = "group" if live else "img"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} class="probis" '
        f'font-family="Inter, sans-serif" role="{role}" aria-label={_attribute(scene.title)}>',
        f"<title>{_text(scene.title)}</title>",
    ]
    if scene.description:
        lines.append(f"<desc>{_text(scene.description)}</desc>")
    lines.append(
        f'<rect class="f-page" width="{number(scene.width)}" height="{number(scene.height)}" fill="{LIGHT["page"]}"/>'
    )
    for item in scene.items:
        lines.extend(_element(item, links, live))
    lines.append("</svg>")
    return "\n".join(lines) + "\n"


def _element(item: Item, links: Links | None, live: bool) -> Iterator[str]:
    match item:
        case Group():
            yield from _group(item, links, live)
        case Shape():
            yield from _shape(item)
        case Path():
            yield from _path(item)
        case Text():
            yield _line(item)


def _group(group: Group, links: Links | None, live: bool) -> Iterator[str]:
    href = _href(group.link, links)
    attributes = [f"class={_attribute('g-' + group.role)}"] if group.role else []
    if group.ref:
        attributes.append(f"data-ref={_attribute(group.ref)}")
    if href is not None:
        attributes.append(f"href={_attribute(href)}")
    elif group.role in _NODE_ROLES and group.label:
        attributes.append('role="img"')
        if live and group.role not in ("flow", "lane"):
            attributes.append('tabindex="0"')
    if group.label:
        attributes.append(f"aria-label={_attribute(group.label)}")
    tag = "a" if href is not None else "g"
    yield f"<{' '.join([tag, *attributes])}>"
    for item in group.items:
        yield from _element(item, links, live)
    yield f"</{tag}>"


def _href(key: str, links: Links | None) -> str | None:
    if not key or links is None:
        return None
    href = links(key) if callable(links) else links.get(key)
    if href is None:
        return None
    parts = urlsplit(href)
    plain = all(c.isprintable() and not c.isspace() and c != "\\" for c in href)
    if not plain or parts.scheme or parts.netloc or href.startswith("//") or ":" in href.split("/")[0].split("#")[0]:
        raise ValueError(f"a drawing may only link to a relative address, not to {href!r}")
    return href


def _paint(name: str, fill: Colour | None, stroke: Colour | None) -> str:
    """The class and colour attributes of an element; an extra class name may stand first."""
    classes = [c for c in (name, f"f-{fill}" if fill else "", f"s-{stroke}" if stroke else "") if c]
    out = f'class="{" ".join(classes)}" ' if classes else ""
    out += f'fill="{LIGHT[fill] if fill else "none"}"'
    return out + (f' stroke="{LIGHT[stroke]}"' if stroke else "")


def _shape(shape: Shape) -> Iterator[str]:
    n = number
    paint = _paint("", shape.fill, shape.stroke)
    if shape.stroke:
        paint += f' stroke-width="{n(shape.weight)}"'
        dash = _SHAPE_DASH[shape.dash]
        paint += f' stroke-dasharray="{dash}"' if dash else ""
    x, y, w, h = n(shape.x), n(shape.y), n(shape.width), n(shape.height)
    match shape.form:
        case "rect" | "bar" | "call" | "capsule":
            radius = min(shape.width, shape.height) / 2 if shape.form == "capsule" else shape.radius
            round_ = f' rx="{n(radius)}"' if radius else ""
            yield f'<rect x="{x}" y="{y}" width="{w}" height="{h}"{round_} {paint}/>'
        case "disc" | "clock" | "ellipse":
            cx, cy = n(shape.x + shape.width / 2), n(shape.y + shape.height / 2)
            rx, ry = n(shape.width / 2), n(shape.height / 2)
            yield f'<ellipse cx="{cx}" cy="{cy}" rx="{rx}" ry="{ry}" {paint}/>'
        case _:
            yield f'<path d="{shape_data(shape)}" {paint}/>'
    detail = detail_data(shape)
    if detail and shape.stroke:
        weight = {"document": 0.5, "call": 0.75}.get(shape.form, 0.8)
        yield f'<path d="{detail}" {_paint("", None, shape.stroke)} stroke-width="{n(weight)}"/>'


def _path(path: Path) -> Iterator[str]:
    data = path_data(path)
    if not data:
        return
    dash = _SHAPE_DASH[path.dash]
    style = f'{_paint("", None, path.stroke)} stroke-width="{number(path.weight)}" stroke-linejoin="round"'
    if dash:
        cap = ' stroke-linecap="round"' if path.dash == "message" else ""
        style += f' stroke-dasharray="{dash}"{cap}'
    yield f'<path d="{data}" {style}/>'
    if path.tail == "circle":
        x, y = tail_centre(path)
        yield (f'<circle cx="{number(x)}" cy="{number(y)}" r="2" {_paint("", "box", path.stroke)} stroke-width="0.9"/>')
    elif path.tail != "none" and (tail := tail_data(path)):
        inside: Colour | None = "box" if path.tail == "diamond" else None
        yield f'<path d="{tail}" {_paint("", inside, path.stroke)} stroke-width="1"/>'
    head = head_data(path)
    if head and path.head == "filled":
        yield f'<path d="{head}" {_paint("", path.stroke, None)}/>'
    elif head and path.head == "hollow":
        yield f'<path d="{head}" {_paint("", "box", path.stroke)} stroke-width="0.9" stroke-linejoin="round"/>'
    elif head:
        round_ = 'stroke-width="1.2" stroke-linecap="round" stroke-linejoin="round"'
        yield f'<path d="{head}" {_paint("", None, path.stroke)} {round_}/>'
    if path.chevrons:
        yield f'<path d="{chevron_data(path)}" {_paint("", path.stroke, None)}/>'


def _line(text: Text) -> str:
    out = f'<text x="{number(text.x)}" y="{number(text.y)}" font-size="{number(text.size)}"'
    out += f' font-weight="{text.weight}"' if text.weight != 400 else ""
    out += f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
    out += ' font-style="italic"' if text.italic else ""
    out += f' font-family="{_FAMILY[text.family]}"' if text.family != "sans" else ""
    out += f' letter-spacing="{number(text.tracking)}"' if text.tracking else ""
    out += ' text-decoration="line-through"' if text.struck else ""
    out += f' transform="rotate(-90 {number(text.x)} {number(text.y)})"' if text.turned else ""
    return f"{out} {_paint('', text.colour, None)}>{_text(text.text)}</text>"


def _drawable(text: str) -> str:
    """Without the characters that XML forbids: controls, lone surrogates, non-characters."""
    if text.isprintable():
        return text
    return "".join(
        c
        for c in text
        if (c >= " " or c in "\t\n")
        and not "\x7f" <= c <= "\x9f"
        and not "\ud800" <= c <= "\udfff"
        and c not in "\ufffe\uffff"
    )


def _text(text: str) -> str:
    return escape(_drawable(text))


def _attribute(text: str) -> str:
    return quoteattr(_drawable(text).replace("\n", " ").replace("\t", " "), {'"': "&quot;"})
