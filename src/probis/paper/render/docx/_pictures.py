"""Pictures to inline drawings: PNG for every reader, and the drawing itself as SVG for those that can show it."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor, Future
from dataclasses import replace
from importlib import import_module
from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part

from probis.drawing.render.png import png
from probis.paper.figure import Image, Ink, Picture
from probis.paper.render._outlined import outlined
from probis.paper.render.docx._place import Book
from probis.paper.render.docx._xml import attribute

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_EMU_A_MM = 36000
_PPI = 150.0
_PROGRAM = b"""
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1mm)
"""


def rasters(pictures: Iterable[Picture], pool: Executor) -> dict[int, Future[bytes]]:
    """Each drawing that has no PNG yet as PNG, by its identity, made by the threads of ``pool`` in the meantime."""
    scenes = {id(p.scene): p.scene for p in pictures if not p.ink.png}
    return {key: pool.submit(png, scene, ppi=_PPI) for key, scene in scenes.items()}


def inked(picture: Picture) -> Picture:
    """The picture with both forms in which a document holds it."""
    return replace(picture, ink=Ink(png=png(picture.scene, ppi=_PPI), outlined=outlined(picture.scene)))


def fitted(size_mm: tuple[float, float], room_mm: float, high_mm: float) -> tuple[float, float]:
    """The size of a picture at its own size, smaller only where the place is smaller."""
    width, height = size_mm
    scale = min(1.0, room_mm / max(width, 0.1), high_mm / max(height, 0.1))
    return width * scale, height * scale


def inline(picture: Picture | Image, size_mm: tuple[float, float], book: Book) -> str:
    """A run that holds the picture, with the words that stand for it."""
    book.drawn += 1
    n = book.drawn
    vector = ""
    if isinstance(picture, Picture):
        blip = _part(book, f"gambar{n}.png", "image/png", picture.ink.png or book.png(picture.scene))
        own = _part(book, f"gambar{n}.svg", "image/svg+xml", picture.ink.outlined or outlined(picture.scene))
        vector = (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
            'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
            f'r:embed="{own}"/></a:ext></a:extLst>'
        )
    elif picture.kind == "svg":
        blip = _part(book, f"gambar{n}.png", "image/png", _raster(picture))
    else:
        kind = "jpeg" if picture.kind == "jpg" else "png"
        blip = _part(book, f"gambar{n}.{picture.kind}", f"image/{kind}", picture.data)
    width, height = (max(round(side * _EMU_A_MM), 1) for side in size_mm)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{n}" name="Gambar {n}" descr={attribute(picture.words)}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{n}" name="Gambar {n}" descr={attribute(picture.words)}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{blip}">{vector}</a:blip><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def _part(book: Book, name: str, kind: str, data: bytes) -> str:
    """The name by which the document knows these bytes, which are packed with it at the end."""
    owner = book.document.part
    book.media[f"word/media/{name}"] = data
    return owner.relate_to(Part(PackURI(f"/word/media/{name}"), kind, b"", owner.package), _IMAGE)


def _raster(image: Image) -> bytes:
    """An image that came as SVG, as PNG of 400 dots an inch: nobody else's vectors stand in our file."""
    typst: Any = import_module("typst")  # its types know no program in memory

    made = typst.compile(
        {"main": _PROGRAM},
        ignore_system_fonts=True,
        sys_inputs={"svg": image.data.decode(), "width": f"{image.size_mm[0]:.3f}"},
        format="png",
        ppi=400,
    )
    return bytes(made if isinstance(made, bytes) else made[0])
