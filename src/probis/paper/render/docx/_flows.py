"""A flow table to real tables: rows of exact height with slack, symbols as vector shapes anchored in their cells."""

from __future__ import annotations

from dataclasses import replace

from probis.drawing.scene import Scene
from probis.paper.flow import FlowTable
from probis.paper.flow_sheets import INSET, PITCH, FlowRow, FlowSheet, FlowSheets, sheets
from probis.paper.render._flow_shapes import Office, office_shapes
from probis.paper.render.docx._place import Place
from probis.paper.render.docx._styles import FONT
from probis.paper.render.docx._xml import TINY, attribute, joined, points, runs
from probis.paper.text import Text, italic, text

_SLACK = 1.15
_SPARE_MM = 3.0  # what Word needs below a table at the end of a page
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def flow(block: FlowTable, at: Place) -> str:
    """One table a sheet, each but the first on a new page."""
    laid = sheets(replace(block, height_mm=block.height_mm - _SPARE_MM), slack=_SLACK)
    parts = []
    for n, sheet in enumerate(laid.sheets):
        fresh = "<w:pageBreakBefore/>" if n else ""
        title = runs(text(sheet.title), at.room_pt, 9, heavy=True, own_size=9).replace("<w:rPr>", "<w:rPr><w:b/>")
        parts.append(
            f'<w:p><w:pPr><w:pStyle w:val="IsiTabel"/><w:keepNext/>{fresh}'
            f'<w:spacing w:before="0" w:after="0" w:line="{points(16)}" w:lineRule="exact"/></w:pPr>{title}</w:p>'
        )
        parts.append(_table(block, laid, sheet, at))
    return joined([*parts, TINY])


def _table(block: FlowTable, laid: FlowSheets, sheet: FlowSheet, at: Place) -> str:
    performers = [laid.column] * len(laid.performers)
    widths = [*laid.texts[:2], *performers, *laid.texts[2:]]
    grid = "".join(f'<w:gridCol w:w="{points(width)}"/>' for width in widths)
    rows = [_head(block, laid)]
    rows += [
        _row(block, laid, row, [sheet.pictures.get((y, x)) for x in range(len(performers))], at)
        for y, row in enumerate(sheet.rows)
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TabelBergaris"/><w:tblW w:w="{sum(map(points, widths))}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _head(block: FlowTable, laid: FlowSheets) -> str:
    words, n, texts, size = block.head, len(laid.performers), laid.texts, block.size_pt

    def cell(said: str, width: float, *, span: int = 1, merge: str = "", turned: bool = False) -> str:
        properties = f'<w:tcW w:w="{points(width)}" w:type="dxa"/>'
        properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
        properties += '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>'
        foot = f'<w:tcMar><w:bottom w:w="{points(4)}" w:type="dxa"/></w:tcMar><w:textDirection w:val="btLr"/>'
        properties += foot if turned else ""
        if merge == "continue":
            return f"<w:tc><w:tcPr>{properties}</w:tcPr>{TINY}</w:tc>"
        room = laid.heads[1] if turned else width - 4
        inner = _paragraph("KepalaTabel", text(said), room, size, "left" if turned else "center", heavy=True)
        return f'<w:tc><w:tcPr>{properties}<w:vAlign w:val="center"/></w:tcPr>{inner}</w:tc>'

    first = (
        cell(words.number, texts[0], merge="restart"),
        cell(words.text, texts[1], merge="restart"),
        cell(words.performers, laid.column * n, span=n),
        cell(words.standard, sum(texts[2:5]), span=3),
        cell(words.note, texts[5], merge="restart"),
    )
    names = ("\n".join(lines) for lines in laid.performers)
    second = (
        cell("", texts[0], merge="continue"),
        cell("", texts[1], merge="continue"),
        *(cell(name, laid.column, turned=laid.turned) for name in names),
        *(cell(said, w) for said, w in zip((words.needs, words.time, words.output), texts[2:5], strict=True)),
        cell("", texts[5], merge="continue"),
    )
    return _line("".join(first), laid.heads[0], head=True) + _line("".join(second), laid.heads[1], head=True)


def _row(block: FlowTable, laid: FlowSheets, row: FlowRow, pictures: list[Scene | None], at: Place) -> str:
    cells = []
    for n, width in enumerate(laid.texts):
        said = italic(row.text(n)) if row.connector else row.text(n)
        align = "center" if n in (0, 3) else "left"
        inner = _paragraph("IsiTabel", said, width - 2 * INSET, block.size_pt, align)
        side = points(INSET)
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{points(width)}" w:type="dxa"/><w:tcMar><w:left w:w="{side}" w:type="dxa"/>'
            f'<w:right w:w="{side}" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/></w:tcPr>{inner}</w:tc>'
        )
    drawn = [
        f'<w:tc><w:tcPr><w:tcW w:w="{points(laid.column)}" w:type="dxa"/></w:tcPr>{_anchor(scene, at)}</w:tc>'
        for scene in pictures
    ]
    return _line("".join([*cells[:2], *drawn, *cells[2:]]), row.height)


def _line(cells: str, height: float, *, head: bool = False) -> str:
    again = "<w:tblHeader/>" if head else ""
    exact = f'<w:trHeight w:val="{points(height)}" w:hRule="exact"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{exact}{again}</w:trPr>{cells}</w:tr>"


def _paragraph(style: str, said: Text, room: float, size: float, align: str, *, heavy: bool = False) -> str:
    """A paragraph whose lines are exactly as far from each other as the row was reckoned with, slack apart."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:spacing w:before="0" w:after="0" w:line="{points(size * PITCH)}" '
        f'w:lineRule="exact"/><w:jc w:val="{align}"/></w:pPr>{runs(said, room, size, heavy=heavy, own_size=size)}</w:p>'
    )


def _anchor(scene: Scene | None, at: Place) -> str:
    """A tiny paragraph that holds the shapes of its cell; they are placed from the corner of the cell."""
    shapes = office_shapes(scene) if scene is not None else []
    if scene is None or not shapes:
        return TINY
    book = at.book
    book.drawn += 1
    boxes = [shape.box for shape in shapes]
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    wide, high = max(b[0] + b[2] for b in boxes) - left, max(b[1] + b[3] for b in boxes) - top
    wide, high = max(wide, 1), max(high, 1)
    words = attribute(scene.title)
    about = f'<wp:docPr id="{book.drawn}" name="Simbol {book.drawn}" descr={words}/>'
    if not scene.title:
        about = f'<wp:docPr id="{book.drawn}" name="Garis {book.drawn}">{_DECORATIVE}</wp:docPr>'
    inner = "".join(_shape(shape, n) for n, shape in enumerate(shapes, 1))
    drawing = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{1000 + book.drawn}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>{about}'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_WPG}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/><a:chOff x="{left}" y="{top}"/><a:chExt cx="{wide}" '
        f'cy="{high}"/></a:xfrm></wpg:grpSpPr>{inner}</wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )
    return (
        '<w:p><w:pPr><w:pStyle w:val="Sela"/></w:pPr><w:r>'
        f'<mc:AlternateContent xmlns:mc="{_MC}" xmlns:wpg="{_WPG}" xmlns:wps="{_WPS}">'
        f'<mc:Choice Requires="wpg">{drawing}</mc:Choice></mc:AlternateContent></w:r></w:p>'
    )


def _shape(shape: Office, n: int) -> str:
    kind = "<wps:cNvCnPr/>" if shape.preset == "line" else "<wps:cNvSpPr/>"
    kind = '<wps:cNvSpPr txBox="1"/>' if shape.words else kind
    said = ""
    if shape.words:
        half = round(shape.size * 2)
        align = "center" if shape.bold else "left"
        weight = "<w:b/>" if shape.bold else ""
        inner = (
            f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>{weight}<w:sz w:val="{half}"/>'
            f'<w:szCs w:val="{half}"/></w:rPr>'
        )
        words = runs(text(shape.words), 1e6, shape.size)
        said = (
            '<wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val="Sela"/><w:spacing w:before="0" w:after="0" '
            f'w:line="{points(shape.size * 1.25)}" w:lineRule="exact"/><w:jc w:val="{align}"/>'
            f"</w:pPr>{words.replace('<w:r>', f'<w:r>{inner}')}</w:p></w:txbxContent></wps:txbx>"
        )
    return (
        f'<wps:wsp><wps:cNvPr id="{n}" name="{n}"/>{kind}<wps:spPr>{shape.geometry()}</wps:spPr>{said}'
        '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/></wps:wsp>'
    )
