"""Drawn shapes of Word files: their places and ties, however they were drawn; boxes that only hold text are text."""

import pytest

from probis.reading.document import Document, Drawing, Kind
from probis.reading.formats import read
from reading.drawings import apart, box, canvas, group, hung, vml, vml_box, wire
from reading.word import docx, p, table


def of(body: str) -> Document:
    return read("a.docx", docx(body))


def drawing(body: str) -> Drawing:
    (found,) = of(body).drawings
    return found


FLOW = (
    box(1, "flowChartTerminator", "Mulai", 0, 0),
    box(2, "flowChartProcess", "Menyusun", 0, 100),
    wire(3, (50, 40), (50, 100), (1, 2)),
)


def test_shapes_of_a_canvas_have_their_places_and_ties() -> None:
    document = of(p("Alur:") + canvas(*FLOW) + p("Sesudah"))
    assert [(line.kind, line.text) for line in document.lines] == [
        (Kind.TEXT, "Alur:"),
        (Kind.DRAWING, "Mulai\nMenyusun"),
        (Kind.TEXT, "Sesudah"),
    ]
    (found,) = document.drawings
    assert found.line == 2
    assert [(s.id, s.form, s.text, s.x, s.y, s.width, s.height) for s in found.shapes] == [
        ("1", "flowChartTerminator", "Mulai", 0, 0, 100, 40),
        ("2", "flowChartProcess", "Menyusun", 0, 100, 100, 40),
    ]
    (line,) = found.connectors
    assert (line.source, line.target, line.start, line.end, line.arrow) == ("1", "2", (50, 40), (50, 100), True)


def test_a_group_is_scaled_and_shifted() -> None:
    found = drawing(
        group(box(1, "flowChartProcess", "a", 20, 30), box(2, "diamond", "b", 420, 230), scale=2, shift=(20, 30))
    )
    assert [(s.x, s.y, s.width, s.height) for s in found.shapes] == [(0, 0, 50, 20), (200, 100, 50, 20)]


def test_shapes_that_hang_apart_are_one_drawing_with_their_places() -> None:
    found = drawing(
        apart(
            (box(0, "flowChartTerminator", "Mulai", 0, 0), 0, 0),
            (box(0, "flowChartProcess", "Menyusun", 0, 0), 0, 100),
            (wire(0, (0, 0), (0, 60)), 50, 40),
        )
    )
    assert [(s.text, s.x, s.y) for s in found.shapes] == [("Mulai", 0, 0), ("Menyusun", 0, 100)]
    assert len({s.id for s in found.shapes}) == 2
    assert [(c.start, c.end) for c in found.connectors] == [((50, 40), (50, 100))]


@pytest.mark.parametrize(
    ("start", "end"), [((0, 0), (80, 50)), ((80, 0), (0, 50)), ((0, 50), (80, 0)), ((80, 50), (0, 0))]
)
@pytest.mark.parametrize("form", ["straightConnector1", "bentConnector3", "line"])
def test_a_line_leads_where_it_was_drawn(start: tuple[float, float], end: tuple[float, float], form: str) -> None:
    frame = (box(1, "diamond", "a", 0, 0, 20, 20), box(2, "diamond", "b", 60, 30, 20, 20))
    (line,) = drawing(canvas(*frame, wire(3, start, end, form=form))).connectors
    assert (line.start, line.end, line.arrow) == (start, end, True)
    (line,) = drawing(canvas(*frame, wire(3, start, end, form=form, head="headEnd"))).connectors
    assert (line.start, line.end, line.arrow) == (end, start, True)
    (line,) = drawing(canvas(*frame, wire(3, start, end, form=form, head=""))).connectors
    assert (line.start, line.end, line.arrow) == (start, end, False)


def test_a_line_that_was_turned_has_turned_ends() -> None:
    turned = wire(3, (40, 40), (100, 60), form="bentConnector3").replace("<a:xfrm ", '<a:xfrm rot="5400000" ')
    frame = (box(1, "diamond", "a", 0, 0, 10, 10), box(2, "diamond", "b", 0, 100, 10, 10))
    (line,) = drawing(canvas(*frame, turned)).connectors
    assert (line.start, line.end) == ((80, 20), (60, 80))  # about the middle, (70, 50)


def test_block_arrows_are_lines() -> None:
    frame = (box(1, "flowChartProcess", "a", 0, 0), box(2, "flowChartProcess", "b", 200, 0))
    found = drawing(canvas(*frame, box(3, "rightArrow", "", 110, 10, 80, 20), box(4, "leftArrow", "", 110, 20, 80, 10)))
    assert [(c.start, c.end) for c in found.connectors] == [((110, 20), (190, 20)), ((190, 25), (110, 25))]
    assert len(found.shapes) == 2


def test_boxes_that_only_hold_text_are_text() -> None:
    document = of(hung(box(1, "rect", "LAMPIRAN : KEPUTUSAN", 0, 0), text="Kepala") + p("Badan"))
    assert [(line.kind, line.text) for line in document.lines] == [
        (Kind.TEXT, "Kepala"),
        (Kind.TEXT, "LAMPIRAN : KEPUTUSAN"),
        (Kind.TEXT, "Badan"),
    ]
    assert not document.drawings


def test_two_flows_with_text_between_them_are_two_drawings() -> None:
    between = "Peta lintas fungsi yang kedua digambarkan dengan bentuk-bentuk di bawah ini."
    document = of(canvas(*FLOW) + p(between) + canvas(*FLOW))
    assert [line.kind.value for line in document.lines] == ["drawing", "text", "drawing"]
    assert [found.line for found in document.drawings] == [1, 3]


def test_vml_shapes_are_read_in_their_group() -> None:
    rules = (
        '<o:r type="connector" idref="#_x0000_l1"><o:proxy start="" idref="#_x0000_a" connectloc="2"/>'
        '<o:proxy end="" idref="#_x0000_b" connectloc="0"/></o:r>'
    )
    line = (
        '<v:shape id="l1" o:spid="_x0000_l1" type="#_x0000_t32" o:connectortype="straight" '
        'style="position:absolute;left:500;top:400;width:0;height:600"><v:stroke endarrow="block"/></v:shape>'
    )
    back = '<v:line id="l2" from="1000,1200" to="2000,1200"><v:stroke startarrow="block"/></v:line>'
    found = drawing(
        vml(
            vml_box("a", 116, "Mulai", 0, 0)
            + vml_box("b", 110, "Lengkap?", 0, 1000)
            + vml_box("c", 109, "Kembali", 2000, 1000)
            + line
            + back,
            rules,
        )
    )
    assert [(s.form, s.text, s.x, s.y, s.width, s.height) for s in found.shapes] == [
        ("flowChartTerminator", "Mulai", 0, 0, 100, 40),
        ("flowChartDecision", "Lengkap?", 0, 100, 100, 40),
        ("flowChartProcess", "Kembali", 200, 100, 100, 40),
    ]
    first, second = found.connectors
    assert (first.source, first.target) == (found.shapes[0].id, found.shapes[1].id)
    assert (second.start, second.end, second.arrow) == ((200, 120), (100, 120), True)


def test_a_vml_text_box_is_text() -> None:
    body = (
        '<w:p><w:r><w:pict><v:shapetype id="_x0000_t202"/>'
        '<v:shape type="#_x0000_t202" style="position:absolute;width:9pt">'
        f"<v:textbox><w:txbxContent>{p('SALINAN')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    assert [line.text for line in of(body).lines] == ["SALINAN"]


def test_thousands_of_shapes_are_bounded() -> None:
    shapes = [box(n, "flowChartProcess", "", n % 50 * 10, n // 50 * 10, 8, 8) for n in range(6_000)]
    found = drawing(canvas(*FLOW, *shapes))
    assert len(found.shapes) + len(found.connectors) == 3_000


def test_a_shape_in_a_cell_is_a_mark_of_it() -> None:
    def mark(form: str, text: str = "") -> str:
        return hung(box(7, form, text, 0, 0, 30, 15) + wire(8, (15, 15), (15, 60)))

    made = table(
        ["No", "Kegiatan", "Camat", "Staf"],
        ["1", "Menyusun", mark("flowChartProcess"), ""],
        ["2", "Memeriksa", "", mark("flowChartDecision")],
        ["3", "Selesai", mark("flowChartTerminator", "Selesai"), mark("diamond", "Sesuai?")],
    )
    rows = [[cell.text for cell in line.cells] for line in of(made).lines]
    assert rows[1:] == [
        ["1", "Menyusun", "▭", ""],
        ["2", "Memeriksa", "", "◇"],
        ["3", "Selesai", "Selesai", "◇ Sesuai?"],
    ]
