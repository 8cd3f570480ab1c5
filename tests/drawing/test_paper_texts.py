"""Sizes from texts: broken at words, by Indonesian syllables where one is too wide, even, and inside their shapes."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing.faults import faults
from probis.drawing.graph import Flow, Graph, Lane, Node, NodeKind
from probis.drawing.layout.lanes import layout, planned
from probis.drawing.layout.style import DENSE, NORMAL, Style
from probis.drawing.measure import break_lines, width
from probis.drawing.medium import A4, F4, SCREEN
from probis.drawing.scene import texts

KINDS: tuple[NodeKind, ...] = ("task", "wait", "call", "decision", "start", "end")
LONG_WORD = "mempertanggungjawabkannyasecarakeseluruhandanmenyeluruhsekali"  # 61 letters
LONG_TEXT = "Memeriksa kelengkapan berkas permohonan persetujuan perangkat daerah kabupaten dan kota " * 4
SAYINGS = (
    "Menyusun rancangan peraturan gubernur tentang perangkat daerah",
    "Memverifikasi kelengkapan berkas permohonan",
    "Menandatangani nota dinas",
    "Mengagendakan permohonan",
    "Mempertanggungjawabkan pelaksanaan kegiatan",
    "Apakah hasil pembahasan disetujui seluruh perangkat daerah?",
)


def graph_with(kind: NodeKind, text: str) -> Graph:
    nodes = (
        Node("a", "task", "l", "Menerima", "1"),
        Node("b", kind, "l", text, "2" if kind in ("task", "wait", "call") else "", "1–2 HK", code="BO-14.2"),
        Node("c", "task", "m", "Menyimpan", "3"),
    )
    flows = (Flow("f", "a", "b"), Flow("g", "b", "c", text=text[:300], documents=(text[:300],)))
    return Graph("g", nodes, flows, (Lane("l", "Biro Organisasi"), Lane("m", text[:120] or "Jalur")))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", [LONG_WORD, LONG_TEXT[:300], "x" * 60, "Kabupaten/Kota " * 8, "a", ""])
@pytest.mark.parametrize("style", [NORMAL, DENSE])
def test_any_text_stands_inside_its_shape(kind: NodeKind, text: str, style: Style) -> None:
    assert faults(planned(graph_with(kind, text), style)) == []


@pytest.mark.parametrize("text", [LONG_WORD, LONG_TEXT[:300]])
def test_long_texts_are_whole_on_every_medium(text: str) -> None:
    for medium in (SCREEN, F4, A4):
        pages = layout(graph_with("task", text), medium)
        told = ["".join(re.findall(r"\w", "".join(t.text for t in texts(page)))) for page in pages]
        assert any("".join(re.findall(r"\w", text)) in page for page in told), medium.name


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("pertanggungjawaban", "per-tang-gung-ja-wab-an"),
        ("mempertanggungjawabkan", "mem-per-tang-gung-ja-wab-kan"),
        ("penatausahaan", "pe-na-ta-u-sa-ha-an"),
        ("kelembagaan", "ke-lem-ba-ga-an"),
        ("menandatangani", "me-nan-da-ta-ngan-i"),
    ],
)
def test_words_are_divided_between_indonesian_syllables(word: str, parts: str) -> None:
    allowed = {len("".join(parts.split("-")[:i])) for i in range(1, parts.count("-") + 1)}
    for room in range(18, 80, 4):
        lines = break_lines(word, room, 8, 500)
        if any(width(p, 8, 500) > room for p in ("x" + part + "-" for part in parts.split("-"))):
            continue  # a syllable alone is too wide: then letters are
        at = 0
        for line in lines[:-1]:
            assert line.endswith("-")
            at += len(line) - 1
            assert at in allowed, lines


@pytest.mark.parametrize("said", SAYINGS)
@pytest.mark.parametrize("room", [64, 80, 100, 130])
def test_lines_are_as_even_as_words_allow(said: str, room: int) -> None:
    """No other way to break between the same words, in as few lines, has a widest line narrower by a fifth."""
    lines = break_lines(said, room, 8, 500)
    if any(line.endswith("-") for line in lines):
        return
    pieces = " ".join(lines).split(" ")
    best = min(_widest(pieces, cut) for cut in _cuts(len(pieces), len(lines)))
    assert max(width(line, 8, 500) for line in lines) <= 1.2 * best


def _cuts(n: int, lines: int) -> list[tuple[int, ...]]:
    if lines == 1:
        return [(0, n)]
    return [(*c[:-1], k, n) for k in range(lines - 1, n) for c in _cuts(k, lines - 1)]


def _widest(pieces: list[str], cuts: tuple[int, ...]) -> float:
    return max(width(" ".join(pieces[a:b]), 8, 500) for a, b in pairwise(cuts))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=300), st.sampled_from(KINDS))
def test_texts_by_chance_stand_inside_their_shapes(text: str, kind: NodeKind) -> None:
    found = [fault for fault in faults(planned(graph_with(kind, text), DENSE)) if "leaves its shape" in fault]
    assert found == []
