"""Sections to the properties of their pages: sheet, margins, page number, watermark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

from probis.paper.paper import Paper
from probis.paper.render.docx._styles import FONT
from probis.paper.render.docx._xml import attribute, literal, paragraph, twips
from probis.paper.render.docx._xml import field as counted
from probis.paper.section import PageNumber, Section

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


@dataclass(slots=True)
class Pages:
    """The heads and feet of the sections; Word hands them on to the next section, so each is written once."""

    document: Any  # of python-docx, which does not type what adds heads and feet
    paper: Paper
    _seen: dict[tuple[str, str], str] = field(default_factory=dict)

    def properties(self, section: Section, *, first: bool) -> str:
        """The ``sectPr`` of a section; ``first`` tells that it opens the paper."""
        page, number = section.page, section.number
        opens = first or section.restart
        titled = opens and number is not None and number.first_shown == 2
        parts = [self._part("header", "default", self._head(number)), self._part("footer", "default", _foot(number))]
        if titled:
            parts += [self._part("header", "first", self._head(None)), self._part("footer", "first", "")]
        width, height = (twips(side) for side in page.size_mm)
        lying = ' w:orient="landscape"' if page.landscape else ""
        top, bottom = (max(side * 0.7 - 5, 5) for side in (page.top_mm, page.bottom_mm))
        start = '<w:pgNumType w:start="1"/>' if section.restart else ""
        return (
            f'<w:sectPr>{"".join(parts)}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{lying}/>'
            f'<w:pgMar w:top="{twips(page.top_mm)}" w:right="{twips(page.right_mm)}" '
            f'w:bottom="{twips(page.bottom_mm)}" w:left="{twips(page.left_mm)}" '
            f'w:header="{twips(top)}" w:footer="{twips(bottom)}" w:gutter="0"/>'
            f'{start}<w:cols w:space="708"/>{"<w:titlePg/>" if titled else ""}</w:sectPr>'
        )

    def _head(self, number: PageNumber | None) -> str:
        shown = _number(number) if number is not None and number.place == "head" else ""
        return (self._watermark() if self.paper.watermark else "") + shown

    def _part(self, kind: str, when: str, content: str) -> str:
        """The reference to a head or foot, where it is another one than that of the section before."""
        if self._seen.get((kind, when), "") == content:
            return ""
        self._seen[kind, when] = content
        owner = self.document.part
        part, key = owner.add_header_part() if kind == "header" else owner.add_footer_part()
        element = part.element
        for child in list(element):
            element.remove(child)
        style = "Header" if kind == "header" else "Footer"
        xml = f"<w:hdr {NAMESPACES}>{paragraph(style, content)}</w:hdr>"
        element.extend(list(parse_xml(xml)))
        return f'<w:{kind}Reference w:type="{when}" r:id="{key}"/>'

    def _watermark(self) -> str:
        """A pale word behind the text of each page, as Word itself writes one."""
        word = self.paper.watermark.text if self.paper.watermark else ""
        width = min((min(section.page.size_mm) for section in self.paper.sections), default=210.0)
        long = width * 0.76
        high = min(long / max(len(word), 1) * 1.35, width * 0.2)
        return (
            '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
            'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
            '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
            '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
            '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>'
            '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
            '<v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" alt="" style="position:absolute;margin-left:0;'
            f"margin-top:0;width:{long:.1f}mm;height:{high:.1f}mm;rotation:322;z-index:-251658752;"
            "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
            'mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#d0d0d0" stroked="f">'
            f'<v:fill opacity=".35"/><v:textpath style="font-family:&quot;{FONT}&quot;;font-size:1pt;font-weight:bold" '
            f"string={attribute(word)}/></v:shape></w:pict></w:r>"
        )


def _foot(number: PageNumber | None) -> str:
    return _number(number) if number is not None and number.place == "foot" else ""


def _all(number: PageNumber, said: Callable[[str], str] = literal) -> str:
    """The count of all pages, where the number says it."""
    return said(number.of) + counted("NUMPAGES") if number.of else ""


def _number(number: PageNumber) -> str:
    """The page's number and what surrounds it; before its first page nothing, by a field that compares."""
    shown = literal(number.before) + counted("PAGE") + _all(number) + literal(number.after)
    if number.first_shown <= 2:
        return shown
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{t}"/></w:r>' for t in ("begin", "separate", "end"))

    def code(text: str) -> str:
        return f'<w:r><w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>'

    before, after = (part.replace('"', "”") for part in (number.before, number.after))
    return (
        f"{begin}{code(' IF ')}{counted('PAGE')}{code(f' >= {number.first_shown} ')}{code(chr(34) + before)}"
        f"{counted('PAGE')}{_all(number, code)}{code(after + chr(34) + ' ' + chr(34) * 2)}{middle}{end}"
    )
