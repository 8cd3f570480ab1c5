"""DOCX files for the tests: a body in XML with the parts it needs, or parts to put together as one likes."""

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    "{}</Types>"
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def packed(parts: dict[str, str | bytes], method: int = ZIP_DEFLATED) -> bytes:
    """A ZIP file of these parts."""
    out = io.BytesIO()
    with ZipFile(out, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def parts(body: str, media: dict[str, bytes] | None = None, **others: str) -> dict[str, str | bytes]:
    """The parts of a DOCX file; `others` are inner XML by kind ("styles", "numbering", "header1" …)."""
    made: dict[str, str | bytes] = {}
    types = f'<Override PartName="/word/document.xml" ContentType="{_TYPE}document.main+xml"/>'
    relations = ""
    for name, inner in others.items():
        kind = re.sub(r"\d+$", "", name)
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        made[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{inner}</w:{root}>"
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kind}+xml"/>'
        relations += f'<Relationship Id="{name}" Type="{_KIND}{kind}" Target="{name}.xml"/>'
    for name, data in (media or {}).items():
        made[f"word/media/{name}"] = data
        relations += f'<Relationship Id="{name.partition(".")[0]}" Type="{_KIND}image" Target="media/{name}"/>'
    made["word/document.xml"] = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    made["word/_rels/document.xml.rels"] = _RELATIONS.format(relations)
    main = f'<Relationship Id="m" Type="{_KIND}officeDocument" Target="word/document.xml"/>'
    made["_rels/.rels"] = _RELATIONS.format(main)
    return {"[Content_Types].xml": _TYPES.format(types), **made}


def docx(body: str, media: dict[str, bytes] | None = None, **others: str) -> bytes:
    """A DOCX file with this body."""
    return packed(parts(body, media, **others))


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def listed(text: str, list_: int, level: int = 0) -> str:
    """A paragraph in a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>')


def table(*rows: list[str], borders: bool = True, grid: list[int] | None = None) -> str:
    """A table of cells, each a paragraph or the XML of its content."""
    kind = "single" if borders else "none"
    edges = "".join(
        f'<w:{edge} w:val="{kind}" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made = ""
    for row in rows:
        cells = "".join(f"<w:tc>{each if each.startswith('<w:') else p(each)}</w:tc>" for each in row)
        made += f"<w:tr>{cells}</w:tr>"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid or [2000] * max(map(len, rows)))
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{made}</w:tbl>"
    )
