"""Paper to bytes: PDF, DOCX, XLSX and HTML, one renderer a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
