"""One SOP to its sections: the identity on a sheet of its own, then the flow table on sheets that are wide enough."""

from __future__ import annotations

from datetime import date
from typing import Final

from probis.documents._sentences import Sentences
from probis.documents._sop_identity import identity, is_draft, sop_of, title_of
from probis.documents._sop_steps import sop_flow
from probis.drawing.medium import mm
from probis.model import LintasFungsi, PetaProsesBisnis
from probis.paper import PAGES_MM, Align, FlowTable, Heading, Page, Section, text
from probis.paper.flow_sheets import least_width

_LARGER: Final = (PAGES_MM["A3"], (420.0, 594.0), (594.0, 841.0))
_MARGINS: Final = {"top_mm": 16.0, "right_mm": 14.0, "bottom_mm": 12.0, "left_mm": 20.0}


def sop_page(model: PetaProsesBisnis) -> Page:
    """The lying sheet of a SOP: the size of the body's profile."""
    width, height = PAGES_MM[model.instansi.profil.kertas.ukuran.value]
    return Page(width, height).turned(**_MARGINS)


def sop_sections(
    model: PetaProsesBisnis, peta: LintasFungsi, pada: date | None, say: Sentences, *, restart: bool = False
) -> tuple[Section, ...]:
    """Identity and flow table. Where there are too many performers for the sheet the table takes a larger one."""
    sop = sop_of(model, peta)
    title = title_of(model, peta, sop)
    flow = sop_flow(model, peta, {detail.simpul: detail for detail in sop.rincian} if sop is not None else {})
    page = sop_page(model)
    large = [page, *(Page(*size).turned(**_MARGINS) for size in _LARGER if size[0] > page.width_mm)]
    need = least_width(len(flow.performers))
    wide = next((p for p in large if mm(p.inner_mm[0]) >= need), large[-1])
    width, height = wide.inner_mm
    number = sop.nomor if sop is not None and sop.nomor else ""
    above = " · ".join(
        part for part in (f"SOP {title}", number, "rancangan" if is_draft(model, peta, sop) else "") if part
    )
    number_of_page = say.page_number()
    return (
        Section(
            (
                Heading(
                    text("STANDAR OPERASIONAL PROSEDUR"), 1, align=Align.CENTER, bookmark=f"SOP {title}", size_pt=13
                ),
                identity(model, peta, sop, pada, page.inner_mm[0]),
            ),
            page,
            number_of_page,
            restart,
        ),
        Section((FlowTable(flow.performers, flow.steps, flow.arrows, width, height, above),), wide, number_of_page),
    )
