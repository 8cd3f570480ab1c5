"""A Word file to a document: paragraphs with the numbers Word sets in front of them, tables, pictures and drawings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from probis.reading.document import MOST_LINES, Document, Drawing, Line, Noise, Picture, Unreadable
from probis.reading.formats._docx_body import Body
from probis.reading.formats._docx_package import Package, R, W
from probis.reading.formats._docx_shapes import V
from probis.reading.formats._docx_styles import flag, val
from probis.reading.formats._items import Item


def read(name: str, data: bytes) -> Document:
    """Return the document in a DOCX file; raise `Unreadable` for what is none, is locked, or is made to do harm."""
    package = Package(name, data)
    root = package.tree(package.main)
    main = root.find(f"{W}body")
    if main is None:
        raise Unreadable(f"Berkas “{name}” bukan dokumen Word: tidak ada teksnya.")
    if sum(1 for _ in main.iter(f"{W}p")) > MOST_LINES:
        raise Unreadable(f"Naskah “{name}” lebih dari {MOST_LINES} baris.", "Bagi naskahnya.")
    body = Body(package)
    items: list[Item] = []
    for number, (section, elements) in enumerate(_sections(main)):
        if number and (section is None or val(section, "type") not in ("continuous", "nextColumn")):
            body.pages.broken()
        items += _opened(package, body, section)
        items += body.read(elements)
    return _numbered(name, items, body, package)


def _sections(main: Any) -> Iterator[tuple[Any, list[Any]]]:
    """(properties or None, elements) of each section; the properties stand in its last paragraph."""
    elements: list[Any] = []
    for element in main:
        if element.tag == f"{W}sectPr":
            yield element, elements
            return
        elements.append(element)
        section = element.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            yield section, elements
            elements = []
    if elements:
        yield None, elements


def _opened(package: Package, body: Body, section: Any) -> list[Item]:
    """What stands above a section's first page only, as lines; what runs along its pages is noted."""
    lines: list[Item] = []
    noted: list[tuple[str, str]] = []
    if section is None:
        return lines
    first_differs = bool(flag(section, "titlePg"))
    for kind, what in (("headerReference", "kepala halaman"), ("footerReference", "kaki halaman")):
        for reference in section.iterfind(f"{W}{kind}"):
            part = package.relations(package.main).get(reference.get(f"{R}id", ""), ("", ""))[0]
            root = package.tree(part) if part else None
            which = reference.get(f"{W}type", "default")
            if root is None or (which == "first" and not first_differs):
                continue
            items = body.read(root, part)
            if kind == "headerReference" and which == "first":
                lines += [item for item in items if item.text.strip() or item.picture]
                continue
            words = "\n".join(item.text for item in items if item.text.strip())
            noted += [(words, what)] if words else []
            noted += [(mark.get("string", "")[:300], "tanda air") for mark in root.iter(f"{V}textpath")]
    for words, what in noted:
        body.noted(words, what)
    return lines


def _numbered(name: str, items: list[Item], body: Body, package: Package) -> Document:
    items = items or [Item("")]
    lines: list[Line] = []
    pictures: list[Picture] = []
    drawings: list[Drawing] = []
    noise: list[Noise] = []
    paged = body.pages.said
    for number, item in enumerate(items, 1):
        lines.append(
            Line(
                number,
                item.text,
                item.raw,
                item.page if paged else None,
                item.kind,
                item.cells,
                item.table,
                item.begins,
                item.bold,
                item.centred,
                item.heading,
                item.indent,
            )
        )
        if item.picture is not None:
            pictures.append(Picture(number, *item.picture))
        if item.shapes:
            drawings.append(Drawing(number, item.shapes, item.connectors))
        noise += [Noise(number, words, what) for words, what in item.noise]
    if body.added:
        noise.insert(0, Noise(1, "", "ada sisipan dengan lacak perubahan yang belum diterima; dibaca sebagai teks"))
    if package.macros:
        noise.insert(0, Noise(1, "", "berkas ini memuat makro; makro tidak dibaca dan tidak dijalankan"))
    noise = [*noise, *(Noise(len(lines), words, what) for words, what in body.left())]
    return Document(name, "docx", tuple(lines), tuple(pictures), tuple(drawings), _once(noise))


def _once(noise: list[Noise]) -> tuple[Noise, ...]:
    """What runs along many pages is told once."""
    seen: dict[tuple[str, str], Noise] = {}
    kept = []
    for each in noise:
        running = each.what in ("kepala halaman", "kaki halaman", "tanda air")
        if running and (each.text, each.what) in seen:
            continue
        seen[(each.text, each.what)] = each
        kept.append(each)
    return tuple(kept)
