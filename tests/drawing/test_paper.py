"""Every map of every example on F4, A4 and A3, read back from its PDF: nothing small, nothing cut, nothing outside."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfWriter, Transformation

from paper.render.printed import Rect, inks, sizes, texts
from probis.drawing.graph import Graph
from probis.drawing.medium import A3, A4, F4, SMALLEST_TYPE, Medium
from probis.drawing.render.pdf import pdf
from probis.drawing.scene import Scene
from probis.drawing.scene import texts as scene_texts
from probis.interchange.yaml import read
from probis.maps import all_maps
from probis.maps.peta_lintas_fungsi import graph_of
from probis.model import PetaProsesBisnis

EXAMPLES = sorted(path.parent for path in Path(__file__).parents[2].glob("examples/*/instansi.yaml"))
NEAR = 1.1  # pdfium counts 1 pt around a line
FOOT = 4.0


def body(folder: Path) -> PetaProsesBisnis:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}
    model = read(files).nilai
    assert model is not None
    return model


def drawn(model: PetaProsesBisnis, sheet: Medium) -> Iterator[tuple[str, tuple[Scene, ...]]]:
    """Every map of a body with its pages."""
    for kind in all_maps():
        for subject in kind.subjects(model):
            yield f"{kind.slug}/{subject.id}", kind.draw(model, subject.id, sheet)


@pytest.mark.parametrize("sheet", [F4, A4, A3], ids=lambda sheet: sheet.name)
@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_what_is_printed_can_be_read(folder: Path, sheet: Medium) -> None:
    model = body(folder)
    graphs = {f"peta-lintas-fungsi/{peta.id}": graph_of(model, peta) for peta in model.lintas_fungsi}
    wrong: list[str] = []
    for name, scenes in drawn(model, sheet):
        data = pdf(scenes)
        if min(sizes(data)) < SMALLEST_TYPE - 0.01:
            wrong.append(f"{name}: letters of {min(sizes(data))} pt")
        wrong += [f"{name}: outside the margins, {ink}" for page, ink in inks(data) if not _within(page, ink, sheet)]
        pages = ["\n".join(t.text for t in scene_texts(scene)) for scene in scenes]
        for page, text in zip(pages, texts(data), strict=True):
            if Counter(letters(page)) != Counter(letters(text)):
                wrong.append(f"{name}: lost in print")
        if name in graphs:
            said = [letters(page) for page in pages]
            wrong += [f"{name}: cut, {t}" for t in _words(graphs[name]) if not any(letters(t) in p for p in said)]
            wrong += [f"{name}: cut, {t}" for page in pages for t in page.split("\n") if "…" in t]
    assert wrong == []


def _within(page: Rect, ink: Rect, sheet: Medium) -> bool:
    """Whether what is drawn keeps the margins; the letters of the foot reach below its line."""
    side = sheet.margin_side - NEAR
    upright = ink[1] >= sheet.margin_foot - FOOT and ink[3] <= page[3] - sheet.margin_top + NEAR
    return upright and ink[0] >= side and ink[2] <= page[2] - side


def _words(graph: Graph) -> Iterator[str]:
    """Every text that a reader needs: a step's must stand whole on one page, so that no other is needed for it."""
    for node in graph.nodes:
        yield from (node.text, node.code)
    for lane in graph.lanes:
        yield lane.text
    for flow in graph.flows:
        yield from (flow.text, *flow.documents)


def letters(text: str) -> str:
    """The letters and digits of a text: lines, blanks and hyphens are the page's own."""
    return "".join(re.findall(r"[^\W_]", text))


def test_a_page_made_smaller_is_found_out() -> None:
    data = pdf(next(drawn(body(EXAMPLES[-1]), F4))[1])
    made = PdfWriter(clone_from=io.BytesIO(data))
    made.pages[0].add_transformation(Transformation().scale(0.9))
    kept = io.BytesIO()
    made.write(kept)
    assert sizes(kept.getvalue())[0] == pytest.approx(0.9 * sizes(data)[0])
    page, ink = inks(kept.getvalue())[0]
    assert not _within(page, ink, F4)
