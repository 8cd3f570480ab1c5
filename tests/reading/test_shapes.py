"""Drawings to drafts of a lintas fungsi: lanes, steps, answers and returns, and what a person must look at."""

import time

import pytest

from probis.model.lintas_fungsi import JenisAlur, LintasFungsi
from probis.reading.document import Connector, Drawing, Shape
from probis.reading.formats import read
from probis.reading.shapes import DrawnMap, drawn_map
from reading.drawings import apart, box, canvas, vml, vml_box, wire
from reading.word import docx


def of(body: str) -> DrawnMap:
    (drawing,) = read("a.docx", docx(body)).drawings
    made = drawn_map(drawing, "layanan-cuti", acuan="Keputusan Bupati")
    assert made is not None
    return made


def steps(peta: LintasFungsi) -> list[tuple[str, str, str | None]]:
    lanes = {lane.id: lane.nama for lane in peta.jalur}
    return [(step.jenis, step.nama, lanes.get(step.jalur or "")) for step in peta.simpul]


def flows(peta: LintasFungsi) -> set[tuple[str, str, str, str]]:
    names = {step.id: step.nama for step in peta.simpul}
    return {(names[flow.dari], names[flow.ke], flow.nama, flow.jenis.value) for flow in peta.alur}


LANES = (
    box(1, "rect", "Pemohon", 0, 0, 200, 400),
    box(2, "rect", "Subbagian Kepegawaian", 200, 0, 200, 400),
)
NODES = (
    box(11, "flowChartTerminator", "Mulai", 50, 40, 100, 30),
    box(12, "flowChartProcess", "Mengajukan permohonan", 50, 110, 100, 40),
    box(13, "flowChartDecision", "Lengkap?", 240, 100, 120, 60),
    box(14, "flowChartProcess", "Menerbitkan surat", 250, 220, 100, 40),
    box(15, "flowChartTerminator", "Selesai", 250, 320, 100, 30),
)
ANSWERS = (box(31, "rect", "Ya", 305, 175, 25, 18, label=True), box(32, "rect", "Tidak", 180, 80, 35, 18, label=True))
ENDS = [
    ((100.0, 70.0), (100.0, 110.0), (11, 12)),
    ((150.0, 130.0), (240.0, 130.0), (12, 13)),
    ((300.0, 160.0), (300.0, 220.0), (13, 14)),
    ((300.0, 260.0), (300.0, 320.0), (14, 15)),
    ((300.0, 100.0), (100.0, 110.0), (13, 12)),
]
EXPECTED_STEPS = [
    ("mulai", "Mulai", "Pemohon"),
    ("kegiatan", "Mengajukan permohonan", "Pemohon"),
    ("putusan", "Lengkap?", "Subbagian Kepegawaian"),
    ("kegiatan", "Menerbitkan surat", "Subbagian Kepegawaian"),
    ("selesai", "Selesai", "Subbagian Kepegawaian"),
]
EXPECTED_FLOWS = {
    ("Mulai", "Mengajukan permohonan", "", "urut"),
    ("Mengajukan permohonan", "Lengkap?", "", "urut"),
    ("Lengkap?", "Menerbitkan surat", "Ya", "urut"),
    ("Menerbitkan surat", "Selesai", "", "urut"),
    ("Lengkap?", "Mengajukan permohonan", "Tidak", "kembali"),
}


def wires(tied: bool) -> list[str]:
    return [wire(20 + n, start, end, ties if tied else None) for n, (start, end, ties) in enumerate(ENDS)]


@pytest.mark.parametrize("tied", [True, False])
def test_a_flow_in_lanes_is_read_with_its_answers_and_its_return(tied: bool) -> None:
    made = of(canvas(*LANES, *NODES, *wires(tied), *ANSWERS))
    assert steps(made.lintas_fungsi) == EXPECTED_STEPS
    assert flows(made.lintas_fungsi) == EXPECTED_FLOWS
    assert made.usul == ("panah dari “Lengkap?” ke “Mengajukan permohonan” dibaca sebagai pengembalian",)
    assert [source.model_dump(mode="json")["acuan"] for source in made.lintas_fungsi.sumber] == ["Keputusan Bupati"]
    assert made.lintas_fungsi.sumber[0].baris == "1"
    assert made.lintas_fungsi.varian.value == "kini"


def test_heads_above_columns_make_lanes_also_below_a_title() -> None:
    heads = (
        box(5, "rect", "ALUR PELAYANAN CUTI", 100, -60, 200, 20),
        box(1, "rect", "Pemohon", 20, 0, 160, 24),
        box(2, "rect", "Subbagian Kepegawaian", 220, 0, 160, 24),
    )
    parting = wire(9, (200, 0), (200, 400), head="")
    made = of(canvas(*heads, parting, *NODES, *wires(True), *ANSWERS))
    assert steps(made.lintas_fungsi) == EXPECTED_STEPS
    assert flows(made.lintas_fungsi) == EXPECTED_FLOWS
    assert any("ALUR PELAYANAN CUTI" in said for said in made.usul)


def test_lanes_that_lie_across_are_named_at_their_left() -> None:
    lanes = (
        box(1, "rect", "", 0, 0, 500, 100),
        box(2, "rect", "", 0, 100, 500, 100),
        box(3, "rect", "Camat", 0, 0, 30, 100),
        box(4, "rect", "Staf", 0, 100, 30, 100),
    )
    nodes = (
        box(11, "roundRect", "Mulai", 50, 30),
        box(12, "rect", "Menyusun konsep", 200, 130),
        box(13, "rect", "Menandatangani", 380, 30),
        wire(20, (150, 50), (200, 150), (11, 12), "bentConnector3"),
        wire(21, (300, 150), (380, 50), (12, 13), "bentConnector3"),
    )
    made = of(canvas(*lanes, *nodes))
    assert steps(made.lintas_fungsi) == [
        ("mulai", "Mulai", "Camat"),
        ("kegiatan", "Menyusun konsep", "Staf"),
        ("kegiatan", "Menandatangani", "Camat"),
    ]
    assert made.usul == ("gambar tidak memperlihatkan tanda selesai",)


def test_shapes_that_hang_apart_are_tied_by_where_lines_end() -> None:
    made = of(
        apart(
            (box(0, "flowChartTerminator", "Mulai", 0, 0), 0, 0),
            (box(0, "flowChartProcess", "Memeriksa", 0, 0), 0, 100),
            (wire(0, (0, 0), (0, 56)), 50, 42),
            (box(0, "flowChartTerminator", "Selesai", 0, 0), 0, 200),
            (wire(0, (0, 0), (0, 55)), 50, 143),
        )
    )
    assert flows(made.lintas_fungsi) == {("Mulai", "Memeriksa", "", "urut"), ("Memeriksa", "Selesai", "", "urut")}


def test_an_arrow_in_pieces_and_one_that_joins_another() -> None:
    shapes = (
        box(1, "flowChartTerminator", "Mulai", 0, 0),
        box(2, "flowChartProcess", "Satu", 300, 0),
        box(3, "flowChartProcess", "Dua", 0, 200),
        box(4, "flowChartProcess", "Tiga", 300, 300),
    )
    lines = (
        wire(10, (100, 20), (300, 20)),
        wire(11, (100, 220), (200, 220), head=""),
        wire(12, (200, 220), (200, 320), head=""),
        wire(13, (200, 320), (300, 320)),
        wire(14, (350, 40), (350, 120), head=""),
        wire(15, (350, 120), (50, 120), head=""),
        wire(16, (50, 120), (50, 200)),
    )
    made = of(canvas(*shapes, *lines))
    assert flows(made.lintas_fungsi) == {
        ("Mulai", "Satu", "", "urut"),
        ("Satu", "Dua", "", "urut"),
        ("Dua", "Tiga", "", "urut"),
    }


def test_documents_are_products_and_jumps_go_on_where_their_letter_stands() -> None:
    shapes = (
        box(1, "flowChartTerminator", "Mulai", 0, 0),
        box(2, "flowChartProcess", "Menyusun surat", 0, 100),
        box(3, "flowChartDocument", "Surat tugas", 0, 200),
        box(4, "flowChartConnector", "A", 30, 300, 30, 30),
        box(5, "flowChartConnector", "A", 330, 0, 30, 30),
        box(6, "flowChartProcess", "Melaksanakan tugas", 300, 100),
        box(7, "flowChartTerminator", "Selesai", 300, 200),
    )
    lines = [wire(10 + n, (0, 0), (0, 0), ties) for n, ties in enumerate([(1, 2), (2, 3), (3, 4), (5, 6), (6, 7)])]
    made = of(canvas(*shapes, *lines))
    assert flows(made.lintas_fungsi) == {
        ("Mulai", "Menyusun surat", "", "urut"),
        ("Menyusun surat", "Melaksanakan tugas", "", "urut"),
        ("Melaksanakan tugas", "Selesai", "", "urut"),
    }
    made_by = {step.nama: getattr(step, "hasil", ()) for step in made.lintas_fungsi.simpul}
    assert made_by["Menyusun surat"] == ("Surat tugas",)
    assert any("sambungan" in said for said in made.usul)
    assert any("dokumen “Surat tugas”" in said for said in made.usul)


def test_what_is_not_certain_is_said() -> None:
    shapes = (
        box(1, "flowChartDecision", "Sesuai?", 0, 0),
        box(2, "flowChartProcess", "Satu", 0, 100),
        box(3, "flowChartProcess", "Dua", 200, 0),
        box(4, "cloud", "Awan", 0, 250),
        wire(10, (0, 0), (0, 0), (1, 2)),
        wire(11, (0, 0), (0, 0), (1, 3)),
        wire(12, (250, 40), (250, 200)),
        wire(13, (0, 0), (0, 0), (2, 4)),
    )
    said = " / ".join(of(canvas(*shapes)).usul)
    for part in (
        "2 jalan keluar putusan “Sesuai?”",
        "panah dari “Dua”",
        "bentuk “cloud”",
        "tanda mulai",
        "jalur pelaksana",
    ):
        assert part in said


def test_vml_becomes_a_draft_too() -> None:
    def line(x: int, y: int, height: int) -> str:
        style = f"position:absolute;left:{x};top:{y};width:0;height:{height}"
        return (
            f'<v:shape id="l{y}" type="#_x0000_t32" o:connectortype="straight" style="{style}">'
            '<v:stroke endarrow="block"/></v:shape>'
        )

    made = of(
        vml(
            vml_box("a", 116, "Mulai", 0, 0)
            + vml_box("b", 109, "Mencatat", 0, 1000)
            + vml_box("c", 116, "Selesai", 0, 2000)
            + line(500, 400, 600)
            + line(500, 1400, 600)
        )
    )
    assert flows(made.lintas_fungsi) == {("Mulai", "Mencatat", "", "urut"), ("Mencatat", "Selesai", "", "urut")}


def test_a_chart_of_an_organization_is_no_flow() -> None:
    shapes = (
        box(1, "rect", "Kepala", 100, 0),
        box(2, "rect", "Sekretaris", 0, 100),
        box(3, "rect", "Bidang", 200, 100),
        wire(10, (150, 40), (50, 100), (1, 2), "bentConnector3", head=""),
        wire(11, (150, 40), (250, 100), (1, 3), "bentConnector3", head=""),
    )
    (drawing,) = read("a.docx", docx(canvas(*shapes))).drawings
    assert drawn_map(drawing, "x") is None


def test_large_drawings_end_soon() -> None:
    shapes = tuple(
        Shape(str(n), "flowChartProcess", f"Langkah {n}", n % 40 * 60.0, n // 40 * 60.0, 50.0, 40.0)
        for n in range(1_500)
    )
    lines = tuple(Connector(None, None, (5.0 * n, 3.0 * n), (7.0 * n, 9.0 * n), n % 2 > 0) for n in range(1_500))
    same = tuple(Connector(None, None, (0.0, 0.0), (0.0, 0.0), False) for _ in range(1_500))
    for connectors in (lines, same):
        start = time.perf_counter()
        drawn_map(Drawing(1, shapes, connectors), "x")
        assert time.perf_counter() - start < 5


def test_returns_are_told_in_the_order_of_the_walk() -> None:
    ring = tuple(Shape(str(n), "flowChartProcess", f"L{n}", n * 100.0, 0.0, 50.0, 40.0) for n in range(4))
    ties = ((0, 1), (1, 2), (2, 3), (3, 1), (2, 0))
    lines = tuple(Connector(str(a), str(b), (0.0, 0.0), (0.0, 0.0)) for a, b in ties)
    made = drawn_map(Drawing(1, ring, lines), "x")
    assert made is not None
    back = {(a.dari, a.ke) for a in made.lintas_fungsi.alur if a.jenis is JenisAlur.KEMBALI}
    assert back == {("l3", "l1"), ("l2", "l0")}
