"""What a reader calls a node without a name: what it is, and the nearest nodes that have one."""

import pytest

from analysis.nets import gate, peta, start, step
from probis.analysis import kapital, sebut_simpul
from probis.model import LintasFungsi


def _drawn() -> LintasFungsi:
    nodes = [
        start(),
        {"jenis": "kegiatan", "id": "periksa", "nama": "Memeriksa kelengkapan"},
        {"jenis": "putusan", "id": "tanya", "nama": "Lengkap?"},
        gate("g1"),
        gate("g2"),
        step("a"),
        {"jenis": "kegiatan", "id": "b", "nama": "Menelaah isi"},
        gate("g3"),
        gate("g4"),
        {"jenis": "tunggu", "id": "t"},
        {"jenis": "selesai", "id": "terbit", "nama": "Izin terbit"},
        {"jenis": "selesai", "id": "lain"},
    ]
    made = peta(
        nodes, "mulai>periksa periksa>tanya g1>a g1>g2 g2>b g2>a a>g3 b>g3 g3>g4 tanya>g4 g4>t t>terbit g4>lain"
    )
    answer = {"id": "ya", "dari": "tanya", "ke": "g1", "nama": "Ya"}
    return LintasFungsi.model_validate({**made.model_dump(), "alur": [*made.model_dump()["alur"], answer]})


@pytest.mark.parametrize(
    ("node", "said"),
    [
        ("periksa", "“Memeriksa kelengkapan”"),
        ("a", "“a”"),  # a step without a name has its id alone
        ("mulai", "mulai"),
        ("g1", "cabang sesudah “Lengkap?” dijawab “Ya”"),
        ("g2", "cabang sesudah “Lengkap?” dijawab “Ya”"),
        ("g3", "pertemuan cabang sebelum “Izin terbit”"),
        ("t", "penantian sesudah “Lengkap?”"),
        ("lain", "selesai sesudah “Lengkap?”"),
        ("tidak-ada", "“tidak-ada”"),
    ],
)
def test_a_node_is_told_by_what_stands_near_it(node: str, said: str) -> None:
    assert sebut_simpul(_drawn(), node) == said


def test_a_meeting_before_a_nameless_end_is_told_by_what_comes_together() -> None:
    nodes = [start(), gate("g"), step("a"), step("b"), gate("h"), {"jenis": "selesai", "id": "s"}]
    made = peta(nodes, "mulai>g g>a g>b a>h b>h h>s")
    assert sebut_simpul(made, "h") == "pertemuan cabang sesudah “a” dan “b”"
    assert sebut_simpul(made, "g") == "cabang sesudah mulai"


def test_gates_with_nothing_near_are_told_by_their_kind() -> None:
    made = peta([start(), gate("g"), gate("h")], "g>h h>g")
    assert kapital(sebut_simpul(made, "g")) == "Cabang"
