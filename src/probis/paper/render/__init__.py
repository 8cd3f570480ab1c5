"""Paper to bytes: PDF, DOCX, XLSX and HTML, one renderer a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probis.paper.figure import Picture
    from probis.paper.paper import Paper


def rendered(paper: Paper, form: str) -> bytes:
    """The paper as "docx", "xlsx", "html" (a whole page), else as PDF; only what the form needs is imported."""
    if form == "docx":
        from probis.paper.render.docx import render as to_docx

        return to_docx(paper)
    if form == "xlsx":
        from probis.paper.render.xlsx import render as to_xlsx

        return to_xlsx(paper)
    if form == "html":
        from probis.paper.render.html import page

        return page(paper).encode()
    from probis.paper.render.pdf import render as to_pdf

    return to_pdf(paper)


def shows_pictures(form: str) -> bool:
    """Tell whether a paper in this form shows its pictures."""
    return form != "xlsx"


def has_pages(form: str) -> bool:
    """Tell whether a paper in this form has pages, so that a large one is better divided into files."""
    return form in ("pdf", "docx")


def inked(picture: Picture, form: str) -> Picture:
    """The picture with what its renderer in this form would make of it, so that many are made at the same time.

    The drawing itself, which nobody needs then, is left behind: what it says and its size stay.
    """
    if not shows_pictures(form):
        return picture
    if form == "docx":
        from probis.paper.render.docx._pictures import inked as for_docx

        return without_items(for_docx(picture))
    from probis.drawing.render.svg import svg
    from probis.paper.figure import Ink

    return without_items(replace(picture, ink=Ink(svg=svg(picture.scene))))


def without_items(picture: Picture) -> Picture:
    """The picture with nothing but its ink, its size and its words."""
    return replace(picture, scene=replace(picture.scene, items=()))
