"""Paper to HTML: the studio's preview, with the same content and order as the PDF; drawings as inline SVG."""

from __future__ import annotations

import base64
import re
from html import escape
from importlib.resources import files

from probis.drawing.render.svg import svg
from probis.paper.blocks import Block
from probis.paper.clause import Clauses
from probis.paper.contents import Contents, entries
from probis.paper.figure import Figure, Image, Picture
from probis.paper.flow import FlowTable
from probis.paper.instrument import Facts, Letterhead, Signature
from probis.paper.lists import DefinitionList, NumberedList
from probis.paper.numbering import Numbering
from probis.paper.paper import Paper, walk
from probis.paper.prose import Align, Heading, PageBreak, Paragraph
from probis.paper.render._flow_html import flow_html
from probis.paper.section import Section
from probis.paper.table import Cell, Row, Table
from probis.paper.text import Run, Text

_MARKERS = {
    Numbering.DECIMAL: "1",
    Numbering.LOWER: "a",
    Numbering.UPPER: "A",
    Numbering.ROMAN: "I",
}


_SCREEN_PT = 9.75  # the letters of a matrix on a screen: 13 px


def fragment(paper: Paper) -> str:
    """The paper as one ``<article class="paper">`` without styles or script, to stand inside a page of the studio."""
    mark = f' data-watermark="{escape(paper.watermark.text)}"' if paper.watermark else ""
    body = "\n".join(_section(section, mark) for section in paper.sections)
    if any(isinstance(block, Contents) for block in walk(paper)):
        body = _linked(body, paper)
    return f'<article class="paper" lang="{escape(paper.lang)}">\n{body}\n</article>\n'


def _linked(body: str, paper: Paper) -> str:
    """The body with names on its headings and the lists of contents filled; no text of a user looks like our tags."""
    count = iter(range(body.count("<h")))
    named = re.sub(r"<(h[1-6]) class=", lambda found: f'<{found[1]} id="bagian-{next(count)}" class=', body)

    def listed(found: re.Match[str]) -> str:
        rows = "\n".join(
            f'<li class="level-{entry.level}"><a href="#bagian-{entry.n}">{escape(entry.name)}</a></li>'
            for entry in entries(walk(paper), int(found[1]))
        )
        return f'<nav class="contents">\n<ol>\n{rows}\n</ol>\n</nav>'

    return re.sub(r'<nav class="contents" data-depth="(\d+)"></nav>', listed, named)


def page(paper: Paper) -> str:
    """The paper as a whole HTML page that needs no other file."""
    return (
        f'<!doctype html>\n<html lang="{escape(paper.lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(paper.title)}</title>\n<style>\n{stylesheet()}</style>\n</head>\n"
        f"<body>\n{fragment(paper)}</body>\n</html>\n"
    )


def stylesheet() -> str:
    """The style sheet of ``fragment``."""
    return files("probis.paper").joinpath("render", "paper.css").read_text(encoding="utf-8")


def _section(section: Section, mark: str) -> str:
    turned = " landscape" if section.page.landscape else ""
    return f'<section class="sheet{turned}"{mark}>\n{_blocks(section.blocks)}\n</section>'


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            names = [
                block.align.value,
                *(["small"] if block.small else []),
                *(["keep"] if block.keep_with_next else []),
            ]
            return f'<p class="{" ".join(names)}">{_text(block.text)}</p>'
        case NumberedList():
            return _list(block)
        case DefinitionList():
            rows = "\n".join(f"<dt>{_text(d.term)}</dt><dd>{_text(d.meaning)}</dd>" for d in block.items)
            return f"<dl>\n{rows}\n</dl>"
        case Clauses():
            rows = "\n".join(
                f'<div class="clause"><div class="label">{_text(c.label)}</div><div class="colon">:</div>'
                f'<div class="content">\n{_blocks(c.blocks)}\n</div></div>'
                for c in block.clauses
            )
            return f'<div class="clauses">\n{rows}\n</div>'
        case Table():
            return _table(block)
        case Figure():
            caption = f"\n<figcaption>{_text(block.caption)}</figcaption>" if block.caption else ""
            return f"<figure>\n{_image(block.picture)}{caption}\n</figure>"
        case FlowTable():
            return flow_html(block)
        case Letterhead():
            emblem = _image(block.emblem) if block.emblem else ""
            return (
                f'<header class="letterhead">{emblem}<p>{"<br>".join(_text(line) for line in block.lines)}</p></header>'
            )
        case Contents():
            return f'<nav class="contents" data-depth="{max(block.depth, 1)}"></nav>'
        case Facts():
            head = f"<p>{_text(block.head)}</p>" if block.head else ""
            rows = "".join(f"<dt>{_text(name)}</dt><dd>{_text(value)}</dd>" for name, value in block.rows)
            return f'<div class="facts">{head}<dl>{rows}</dl></div>'
        case Signature():
            above = "<br>".join(_text(line) for line in block.above)
            below = "".join(f"<br>{_text(line)}" for line in block.below)
            return f'<div class="signature"><p>{above}</p><p>{_text(block.name)}{below}</p></div>'
        case PageBreak():
            return "<hr>"


def _heading(block: Heading) -> str:
    level = min(max(block.level, 1), 6)
    number = f'<span class="number">{escape(block.number)}</span> ' if block.number else ""
    align = "left" if block.align is Align.JUSTIFY else block.align.value
    return f'<h{level} class="{align}">{number}{_text(block.text)}</h{level}>'


def _list(block: NumberedList) -> str:
    marker = _MARKERS.get(block.numbering)
    start = f' start="{block.start}"' if block.start != 1 else ""
    names = [*(["labelled"] if not marker else []), *(["indent"] if block.indent_mm else [])]
    kind = (f' type="{marker}"' if marker else "") + (f' class="{" ".join(names)}"' if names else "")
    items = []
    for label, item in block.labelled():
        seen = "" if marker else f'<span class="number">{escape(label)}</span> '
        inner = f"\n{_blocks(item.blocks)}" if item.blocks else ""
        own = f' value="{item.number}"' if marker and item.number is not None else ""
        items.append(f"<li{own}>{seen}{_text(item.text)}{inner}</li>")
    return f"<ol{kind}{start}>\n" + "\n".join(items) + "\n</ol>"


def _table(block: Table) -> str:
    caption = f"<caption>{_text(block.caption)}</caption>\n" if block.caption else ""
    shares = sum(c.share for c in block.columns if c.width_mm is None) or 1
    matrix = block.turned_mm > 0  # a matrix is as wide as on paper, and scrolled; never squeezed into the page
    scale = 96 / 25.4 * (_SCREEN_PT / block.size_pt if matrix else 1)
    columns = "".join(
        f'<col width="{round(c.width_mm * scale)}">'
        if c.width_mm is not None
        else f'<col width="{round(90 * c.share / shares)}%">'
        for c in block.columns
    )
    head = f"<thead>\n{_rows(block.head, 'th')}\n</thead>\n" if block.head else ""
    foot = f"\n<tfoot>\n{_rows(block.foot, 'td')}\n</tfoot>" if block.foot else ""
    wide = round(sum(c.width_mm or 0 for c in block.columns) * scale)
    kind = f' class="matrix" width="{wide}"' if matrix else ""
    return (
        f'<div class="table"><table{kind}>\n{caption}<colgroup>{columns}</colgroup>\n{head}'
        f"<tbody>\n{_rows(block.body, 'td')}\n</tbody>{foot}\n</table></div>"
    )


def _rows(rows: tuple[Row, ...], tag: str) -> str:
    return "\n".join("<tr>" + "".join(_cell(cell, tag) for cell in row.cells) + "</tr>" for row in rows)


def _cell(cell: Cell, tag: str) -> str:
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    align = f' class="{cell.align.value}"' if cell.align else ""
    inner = f"\n{_blocks(cell.blocks)}" if cell.blocks else ""
    said = _text(cell.text)
    if cell.turned_mm:
        said = f'<span class="turned">{said}</span>'
    return f"<{tag}{spans}{align}>{said}{inner}</{tag}>"


def _image(picture: Picture | Image) -> str:
    if isinstance(picture, Picture):
        return (picture.ink.svg or svg(picture.scene)).rstrip("\n")
    kind = {"svg": "svg+xml", "png": "png", "jpg": "jpeg"}[picture.kind]
    data = base64.b64encode(picture.data).decode("ascii")
    return f'<img alt="{escape(picture.words)}" src="data:image/{kind};base64,{data}">'


def _text(value: Text) -> str:
    return "".join(_run(run) for run in value)


def _run(run: Run) -> str:
    out = escape(run.text).replace("\n", "<br>")
    if run.tag:
        return f'<span class="tag">{out}</span>'
    for on, tag in ((run.underline, "u"), (run.italic, "em"), (run.bold, "strong")):
        if on:
            out = f"<{tag}>{out}</{tag}>"
    return out
