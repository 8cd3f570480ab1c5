"""The exact answers that the layout is measured by are those of trying every order, on small layered graphs."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("highspy")
sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from _layered import Layered, fewest, tried


@st.composite
def small(draw: st.DrawFn) -> Layered:
    """Three columns of up to four boxes in up to three lanes, lines between them and beside them."""
    columns: list[list[int]] = []
    boxes = 0
    for _ in range(3):
        count = draw(st.integers(1, 4))
        columns.append(list(range(boxes, boxes + count)))
        boxes += count
    lane = [draw(st.integers(0, 2)) for _ in range(boxes)]
    gaps = []
    for left, right in pairwise(columns):
        ends = st.tuples(st.sampled_from(left), st.sampled_from(right))
        gaps.append(draw(st.lists(ends, max_size=6)))
    inner = [(a, b) for column in columns for a in column for b in column if a < b]
    beside = draw(st.lists(st.sampled_from(inner), max_size=2)) if inner else []
    return Layered(boxes, lane, columns, gaps, beside)


@settings(deadline=None, max_examples=40)
@given(small(), st.booleans())
def test_the_programme_finds_what_trying_every_order_finds(graph: Layered, free: bool) -> None:
    answer = fewest(graph, free_lanes=free)
    assert answer.exact
    assert answer.crossings == tried(graph, free_lanes=free)
