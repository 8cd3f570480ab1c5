"""Paper to PDF by typst: PDF/A-2b and PDF/UA-1, only our two fonts, the same bytes for the same paper."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any

from probis.paper.paper import Paper
from probis.paper.render._tree import tree

_STANDARDS = ["a-2b", "ua-1"]


def render(paper: Paper) -> bytes:
    """The paper as PDF. A paper without sections gives one empty page."""
    return bytes(_compile(paper, format="pdf", pdf_standards=_STANDARDS))


def render_png(paper: Paper, ppi: float = 110) -> tuple[bytes, ...]:
    """The pages of the paper as PNG, ``ppi`` dots an inch: for a preview."""
    pages = _compile(paper, format="png", ppi=ppi)
    return (pages,) if isinstance(pages, bytes) else tuple(pages)


def pages_of_headings(paper: Paper, *, drawn: bool = False) -> tuple[int, ...]:
    """The number of the page on which each heading stands, for a paper with contents: without drawing its pictures.

    Of a paper that this process has just rendered typst still knows it, where the pictures are ``drawn`` as there.
    """
    import typst

    asked: Any = typst.query  # its types know no program in memory
    found = asked(
        _templates(),
        "<pages-of-headings>",
        field="value",
        font_paths=[str(files("probis.drawing").joinpath("fonts"))],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(tree(paper, drawn=drawn), ensure_ascii=False)},
    )
    given = json.loads(found)
    return tuple(given[0]) if given else ()


def _compile(paper: Paper, **options: Any) -> Any:
    import typst

    stamp = datetime(paper.date.year, paper.date.month, paper.date.day, tzinfo=UTC)
    return typst.compile(
        _templates(),
        font_paths=[str(files("probis.drawing").joinpath("fonts"))],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(tree(paper), ensure_ascii=False)},
        timestamp=stamp,
        **options,
    )


@lru_cache(maxsize=1)
def _templates() -> dict[str, bytes]:
    found = files("probis.paper").joinpath("render")
    return {"main.typ": found.joinpath("paper.typ").read_bytes(), "flow.typ": found.joinpath("flow.typ").read_bytes()}
