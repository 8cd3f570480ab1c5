"""Paper to DOCX: styles, real numbering, real tables, fields, maps as vectors; the same bytes for the same paper."""

from __future__ import annotations

import io
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import datetime
from typing import Any

from docx import Document
from docx.oxml import parse_xml

from probis.paper.contents import Contents, entries
from probis.paper.figure import Figure, Picture
from probis.paper.paper import Paper, walk
from probis.paper.render._archive import repacked
from probis.paper.render.docx._blocks import blocks
from probis.paper.render.docx._pages import NAMESPACES, Pages
from probis.paper.render.docx._pictures import rasters
from probis.paper.render.docx._place import Book, Place
from probis.paper.render.docx._styles import DEEPEST, dress
from probis.paper.render.docx._xml import ended_by
from probis.paper.render.pdf import pages_of_headings
from probis.paper.section import Section

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_AT_ONCE = 2
_ABOUT = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Probis</Application></Properties>"
)


def render(paper: Paper) -> bytes:
    """The paper as DOCX. A paper without sections gives one empty page."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:  # typst works outside Python's lock
        return _written(paper, pool)


def _written(paper: Paper, pool: Executor) -> bytes:
    document = Document()
    drawn = (b.picture for b in walk(paper) if isinstance(b, Figure) and isinstance(b.picture, Picture))
    book = Book(document, rasters(drawn, pool))
    listing = any(isinstance(block, Contents) for block in walk(paper))
    if listing:
        pages_at = pages_of_headings(paper)
        book.listed = tuple((entry, pages_at[entry.n]) for entry in entries(walk(paper), DEEPEST))
    dress(document, paper, fields=listing)  # Word has other fonts, so that its pages may differ
    pages = Pages(document, paper)
    given = paper.sections or (Section(()),)
    parts: list[str] = []
    last = ""
    for n, section in enumerate(given):
        width, height = section.page.inner_mm
        parts.append(blocks(section.blocks, Place(book, width, paper.size_pt, high_mm=height - 6)))
        last = pages.properties(section, first=n == 0)
        if n < len(given) - 1:
            parts[-1] = ended_by(parts[-1], last)
    if not parts[-1].endswith("</w:p>"):
        parts.append('<w:p><w:pPr><w:pStyle w:val="Sela"/></w:pPr></w:p>')
    body = document.element.body
    for child in list(body):
        body.remove(child)
    body.extend(list(parse_xml(f"<w:body {NAMESPACES}>{''.join(parts)}{last}</w:body>")))
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    numbering.extend(list(parse_xml(f'<w:numbering xmlns:w="{_W}">{"".join(book.lists + book.numbers)}</w:numbering>')))
    _name(document, paper)
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue(), {"docProps/app.xml": _ABOUT, **book.media})


def _name(document: Any, paper: Paper) -> None:
    """Title, author and date of the document itself, never those of the hour."""
    about = document.core_properties
    about.title = paper.title[:255]
    about.subject = paper.subject[:255]
    about.author = about.last_modified_by = paper.author[:255]
    about.language = paper.lang
    about.comments = about.keywords = ""
    about.revision = 1
    about.created = about.modified = datetime(paper.date.year, paper.date.month, paper.date.day)
