"""A flow table to an HTML table: one sheet without end, in each cell of a performer a picture that fills it."""

from __future__ import annotations

from html import escape

from probis.drawing.render.svg import svg
from probis.drawing.scene import Scene
from probis.paper.flow import FlowTable
from probis.paper.flow_sheets import FlowRow, FlowSheets, sheets

_SLACK = 1.1
_PX = 96 / 72
_GROUND = '<rect class="f-page"'


def flow_html(table: FlowTable) -> str:
    """The table; pictures stretch with their cells, so that lines meet at the borders however high a row becomes."""
    laid = sheets(table, slack=_SLACK, endless=True)
    sheet, head = laid.sheets[0], table.head
    number, said, *rest = laid.texts
    widths = (number, said, *(laid.column for _ in laid.performers), *rest)
    columns = "".join(f'<col width="{round(width * _PX)}">' for width in widths)
    first = "".join(
        f'<th scope="{scope}"{spans}>{escape(words)}</th>'
        for scope, spans, words in (
            ("col", ' rowspan="2"', head.number),
            ("col", ' rowspan="2"', head.text),
            ("colgroup", f' colspan="{len(laid.performers)}"', head.performers),
            ("colgroup", ' colspan="3"', head.standard),
            ("col", ' rowspan="2"', head.note),
        )
    )
    turned = ' class="upwards"' if laid.turned else ""
    second = "".join(f'<th scope="col"{turned}><span>{escape(name)}</span></th>' for name in table.performers)
    second += "".join(f'<th scope="col">{escape(words)}</th>' for words in (head.needs, head.time, head.output))
    body = "\n".join(_row(laid, row, y) for y, row in enumerate(sheet.rows))
    title = f"<caption>{escape(sheet.title)}</caption>\n" if sheet.title else ""
    return (
        f'<div class="table flow"><table>\n{title}<colgroup>{columns}</colgroup>\n'
        f"<thead>\n<tr>{first}</tr>\n<tr>{second}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table></div>"
    )


def _row(laid: FlowSheets, row: FlowRow, y: int) -> str:
    texts = ["".join(run.text for run in row.text(n)) for n in range(6)]
    cells = [f"<td>{escape(said)}</td>".replace("\n", "<br>") for said in texts]
    find = laid.sheets[0].pictures
    drawn = [f'<td class="symbol">{_drawn(find.get((y, x)))}</td>' for x in range(len(laid.performers))]
    first = cells[0].replace("<td>", f'<td height="{round(row.height * _PX)}">', 1)
    return f"<tr>{first}{cells[1]}{''.join(drawn)}{''.join(cells[2:])}</tr>"


def _drawn(scene: Scene | None) -> str:
    if scene is None:
        return ""
    lines = [line for line in svg(scene).split("\n") if not line.startswith(_GROUND)]
    made = "\n".join(lines).rstrip("\n")
    if not scene.title:
        made = made.replace(' role="img" aria-label=""', ' aria-hidden="true"', 1).replace("\n<title></title>", "", 1)
    return made.replace("<svg ", '<svg preserveAspectRatio="none" ', 1)
