"""Text and measures to pieces of WordprocessingML; every text of a user passes through here."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from probis.paper.prose import Align
from probis.paper.render._fit import SOFT_HYPHEN, breakable
from probis.paper.text import Run, Text

TAG_STYLE = "TandaUsulan"
_JC = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_PROPERTIES = re.compile(r'^(<w:p><w:pPr><w:pStyle w:val="\w+"/>(?:<w:keepNext/>)?(?:<w:keepLines/>)?)')
TINY = '<w:p><w:pPr><w:pStyle w:val="Sela"/></w:pPr></w:p>'  # a line of one point: what Word wants around tables


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def points(pt: float) -> int:
    """Points in twentieths of a point."""
    return round(pt * 20)


def attribute(value: str) -> str:
    """A quoted attribute value."""
    return quoteattr(value, {"\n": " ", "\t": " "})


def runs(value: Text, room_pt: float, size_pt: float, *, heavy: bool = False, own_size: float | None = None) -> str:
    """The runs of a text; words wider than ``room_pt`` may be divided, ``own_size`` differs from the style's."""
    return "".join(_run(run, room_pt, size_pt, heavy, own_size) for run in value)


def _run(run: Run, room: float, size: float, heavy: bool, own: float | None) -> str:
    if run.tag:
        return f'<w:r><w:rPr><w:rStyle w:val="{TAG_STYLE}"/></w:rPr>{_signs(run.text)}</w:r>'
    properties = "<w:b/>" if run.bold else ""
    properties += "<w:i/>" if run.italic else ""
    properties += f'<w:sz w:val="{round(own * 2)}"/><w:szCs w:val="{round(own * 2)}"/>' if own else ""
    properties += '<w:u w:val="single"/>' if run.underline else ""
    kind = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{kind}{_signs(breakable(run.text, max(room, 12), size, heavy or run.bold))}</w:r>"


def _signs(value: str) -> str:
    """The content of a run: text, line breaks, places where a long word may be divided."""
    out = []
    for piece in re.split(f"([\n\t{SOFT_HYPHEN}])", value):
        if piece == "\n":
            out.append("<w:br/>")
        elif piece == "\t":
            out.append("<w:tab/>")
        elif piece == SOFT_HYPHEN:
            out.append("<w:softHyphen/>")
        elif piece:
            out.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(out)


def paragraph(
    style: str,
    content: str,
    *,
    keep: bool = False,
    whole: bool = False,
    numbered: tuple[int, int] | None = None,
    tabs: tuple[float, ...] = (),
    before_pt: float | None = None,
    after_pt: float | None = None,
    left_mm: float = 0,
    right_mm: float = 0,
    first_mm: float = 0,
    align: Align | None = None,
) -> str:
    """One paragraph of a style; ``numbered`` is its list and level, ``keep`` holds it to what follows.

    ``first_mm`` moves the first line, to the left where it is below zero.
    """
    parts = [f'<w:pStyle w:val="{style}"/>']
    parts += ["<w:keepNext/>"] if keep else []
    parts += ["<w:keepLines/>"] if whole else []
    if numbered:
        parts.append(f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>')
    if tabs:
        parts.append("<w:tabs>" + "".join(f'<w:tab w:val="left" w:pos="{twips(t)}"/>' for t in tabs) + "</w:tabs>")
    if before_pt is not None or after_pt is not None:
        before = f' w:before="{points(before_pt)}"' if before_pt is not None else ""
        after = f' w:after="{points(after_pt)}"' if after_pt is not None else ""
        parts.append(f"<w:spacing{before}{after}/>")
    if left_mm or right_mm or first_mm:
        first = f' w:hanging="{twips(-first_mm)}"' if first_mm < 0 else f' w:firstLine="{twips(first_mm)}"'
        parts.append(f'<w:ind w:left="{twips(left_mm)}" w:right="{twips(right_mm)}"{first}/>')
    if align is not None:
        parts.append(f'<w:jc w:val="{_JC[align]}"/>')
    return f"<w:p><w:pPr>{''.join(parts)}</w:pPr>{content}</w:p>"


def joined(parts: list[str]) -> str:
    """Pieces under each other; two tables that meet are held apart, else they become one."""
    out: list[str] = []
    for part in parts:
        if part.startswith("<w:tbl>") and out and out[-1].endswith("</w:tbl>"):
            out.append(TINY)
        if part:
            out.append(part)
    return "".join(out)


def on_new_page(xml: str) -> str:
    """The same pieces, beginning on a new page."""
    if not _PROPERTIES.match(xml):
        xml = TINY + xml
    return _PROPERTIES.sub(r"\1<w:pageBreakBefore/>", xml, count=1)


def ended_by(xml: str, section: str) -> str:
    """The pieces with the properties of their section in the last paragraph, which is added where there is none."""
    if not xml.endswith("</w:p>") or xml.endswith(TINY) or "<w:txbxContent>" in xml[xml.rfind("<w:p>") - 200 :]:
        xml += TINY
    at = xml.index("</w:pPr>", xml.rfind("<w:p><w:pPr>"))
    return xml[:at] + section + xml[at:]


def field(code: str, shown: str = "1") -> str:
    """A field that Word counts, such as PAGE."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{escape(shown)}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def literal(value: str) -> str:
    """A run of plain text in the style's face."""
    return f"<w:r>{_signs(value)}</w:r>" if value else ""


def bookmarked(name: str, n: int, content: str) -> str:
    """Runs with a name by which links and fields find them; ``n`` is the number of the mark."""
    return f'<w:bookmarkStart w:id="{n}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{n}"/>'


def linked(name: str, content: str) -> str:
    """Runs that lead to a mark."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'
