"""The look of the text: the styles, fonts and settings of the document, under names that an office reads."""

from __future__ import annotations

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from probis.paper.contents import Contents
from probis.paper.paper import Paper
from probis.paper.render.docx._xml import TAG_STYLE, points, twips
from probis.paper.section import Page

FONT = "Bookman Old Style"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LINE = 240
_FACE = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
_HEADINGS = 9
DEEPEST = 4  # levels of a table of contents
_LANGUAGES = {"id": "id-ID", "en": "en-GB"}
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="282828"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_UNWANTED = ("stylesWithEffects", "customXml", "fontTable", "settings", "webSettings")


def dress(document: Document, paper: Paper, *, fields: bool) -> None:
    """Give a new document our styles, fonts and settings; with ``fields`` Word counts them when it opens the file."""
    part = document.part
    for key, rel in list(part.rels.items()):
        if rel.reltype.rsplit("/", 1)[-1] in _UNWANTED:
            part.rels.pop(key)
    for key, rel in list(part.package.rels.items()):
        if rel.reltype.endswith("thumbnail"):
            part.package.rels.pop(key)
    styles = document.styles.element
    for child in list(styles):
        styles.remove(child)
    styles.extend(list(parse_xml(_styles(paper))))
    _add(document, "fontTable", _fonts())
    _add(document, "settings", _settings(paper, fields=fields))


def _add(document: Document, name: str, xml: str) -> None:
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
    data = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
    part = Part(PackURI(f"/word/{name}.xml"), kind, data, document.part.package)
    document.part.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}")


def _fonts() -> str:
    """Bookman Old Style, and TeX Gyre Bonum (the face of the PDF) where a computer lacks it."""
    return (
        f'<w:fonts {_W}><w:font w:name="{FONT}"><w:altName w:val="TeX Gyre Bonum"/>'
        '<w:panose1 w:val="02050604050505020204"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _settings(paper: Paper, *, fields: bool) -> str:
    update = '<w:updateFields w:val="true"/>' if fields else ""
    return (
        f'<w:settings {_W}><w:zoom w:percent="100"/>{update}<w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{_language(paper)}"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def _language(paper: Paper) -> str:
    return _LANGUAGES.get(paper.lang, _LANGUAGES["id"])


def _styles(paper: Paper) -> str:
    size = round(paper.size_pt * 2)
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FACE}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{_language(paper)}" w:eastAsia="{_language(paper)}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:line="{_LINE}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    bold = "<w:b/><w:bCs/>"
    own = [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/>'
        "</w:style>",
        _paragraph("Header", "header", after=0, jc="center"),
        _paragraph("Footer", "footer", after=0, jc="center"),
        *(
            _paragraph(
                f"Heading{n}",
                f"heading {n}",
                before=11,
                after=4,
                look=bold,
                outline=n - 1,
                after_it="Naskah",
                keep=True,
            )
            for n in range(1, _HEADINGS + 1)
        ),
        *(
            _paragraph(
                f"TOC{n}", f"toc {n}", before=6 if n == 1 else 0, after=2, left=340 * (n - 1), extra=_dots(paper)
            )
            for n in range(1, DEEPEST + 1)
        ),
        _paragraph("Naskah", "Naskah", after=4, jc="both"),
        _paragraph("Butir", "Butir", after=4, jc="both"),
        _paragraph("Kop", "Kop Naskah", after=0, look=f'{bold}<w:spacing w:val="8"/><w:sz w:val="28"/>', jc="center"),
        _paragraph("LabelDiktum", "Label Diktum", after=4),
        _paragraph("Istilah", "Istilah", after=4, look=bold),
        _paragraph("Fakta", "Fakta Lampiran", after=2, line=240),
        _paragraph("TandaTangan", "Tanda Tangan", after=0, line=240),
        _paragraph("Gambar", "Gambar", before=0, after=3, jc="center", line=240),
        _paragraph("Keterangan", "Keterangan", before=2, after=6, look=_NOTE_SIZE, line=240),
        _paragraph("IsiTabel", "Isi Tabel", after=0, look=_TABLE_SIZE, line=240),
        _paragraph("ButirTabel", "Butir Tabel", after=0, look=_TABLE_SIZE, line=240),
        _paragraph("KepalaTabel", "Kepala Tabel", after=0, look=bold + _TABLE_SIZE, line=240, jc="center"),
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Sela"><w:name w:val="Sela"/>'
        '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/>'
        '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>',
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{TAG_STYLE}"><w:name w:val="Tanda Usulan"/><w:rPr>'
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:color w:val="323232"/><w:sz w:val="16"/>'
        '<w:szCs w:val="16"/><w:bdr w:val="single" w:sz="4" w:space="0" w:color="5A5A5A"/></w:rPr></w:style>',
        _table("TabelBergaris", "Tabel Bergaris", f"<w:tblBorders>{_LINES}</w:tblBorders>", 90),
        _table("TabelTanpaGaris", "Tabel Tanpa Garis", "", 0),
    ]
    return f"<w:styles {_W}>{defaults}{''.join(own)}</w:styles>"


_NOTE_SIZE = '<w:sz w:val="19"/><w:szCs w:val="19"/>'
_TABLE_SIZE = '<w:sz w:val="20"/><w:szCs w:val="20"/>'


def _dots(paper: Paper) -> str:
    """The tab before the page number in contents: dots to the right margin of the sheet on which they stand."""
    pages = (s.page for s in paper.sections if any(isinstance(block, Contents) for block in s.blocks))
    room = next(pages, Page()).inner_mm[0]
    return f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(room)}"/></w:tabs>'


def _paragraph(
    id: str,
    name: str,
    *,
    before: float = 0,
    after: float = 0,
    jc: str = "left",
    look: str = "",
    line: int = _LINE,
    left: int = 0,
    outline: int | None = None,
    after_it: str = "",
    keep: bool = False,
    extra: str = "",
) -> str:
    built = name.split(" ")[0] in ("header", "footer", "heading", "toc")
    own = "" if built else ' w:customStyle="1"'
    parts = "<w:keepNext/><w:keepLines/>" if keep else ""
    parts += extra
    parts += f'<w:spacing w:before="{points(before)}" w:after="{points(after)}" w:line="{line}" w:lineRule="auto"/>'
    parts += f'<w:ind w:left="{left}"/>' if left else ""
    parts += f'<w:jc w:val="{jc}"/>'
    parts += f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else ""
    follows = f'<w:next w:val="{after_it}"/>' if after_it else ""
    face = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"{follows}<w:qFormat/><w:pPr>{parts}</w:pPr>{face}</w:style>"
    )


def _table(id: str, name: str, lines: str, inset: int) -> str:
    sides = "".join(f'<w:{side} w:w="{inset}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{lines}<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr></w:style>'
    )
