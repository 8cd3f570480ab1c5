"""The example's decree beside the decree's own text: every heading, clause, item and row, in the same order."""

import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from documents.aligned import Piece, aligned, ours, theirs
from probis.documents import _map_pages, _organisation, writer
from probis.drawing.scene import Scene
from probis.interchange import yaml
from probis.paper import Paper, Picture

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("PROBIS_SHARED", ROOT.parent / "shared"))
LAST_LINE = 358  # behind it: the number of the last page, then a page of the draft that was scanned a second time
JOINED = {13: 12, 14: 12, 63: 62, 162: 161}  # headings over several lines
EXPLAINED: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "keputusan_asli.toml").read_text(encoding="utf-8")
)


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> Paper:
    """The example's decree; its maps are no text."""
    for module in (_map_pages, _organisation):
        monkeypatch.setattr(module, "drawn", lambda *_: (Picture(Scene(100, 100, "Peta")),))
    folder = ROOT / "examples" / "biro-organisasi-ntt"
    model = yaml.read({str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*.yaml"))}).nilai
    assert model is not None
    return writer("keputusan")(model)


def unexplained(
    pairs: list[tuple[Piece | None, Piece | None]], reasons: dict[str, list[dict[str, Any]]]
) -> tuple[list[str], list[str]]:
    """Differences without a reason, and reasons without a difference."""
    changed = {(entry["baris"], entry.get("kami")): entry for entry in reasons["beda"]}
    alone = {entry["kami"]: entry for entry in reasons["tambahan"] if "kami" in entry}
    kinds = {entry["pola"]: entry["jumlah"] for entry in reasons["tambahan"] if "pola" in entry}
    differing, idle = [], {*changed, *alone}
    counts = dict.fromkeys(kinds, 0)
    for left, right in pairs:
        if left is not None and right is not None and left.folded == right.folded:
            continue
        said = right.words if right is not None else None
        kind = next((p for p in kinds if left is None and said is not None and re.fullmatch(p, said)), None)
        if left is not None and (left.line, said) in changed:
            idle.discard((left.line, said))
        elif left is None and said in alone:
            idle.discard(said)
        elif kind is not None:
            counts[kind] += 1
        else:
            differing.append(f"baris {left.line if left else '–'}: {left.words if left else '–'} | {said or '–'}")
    wrong = [f"{p}: {counts[p]}, bukan {kinds[p]}" for p in kinds if counts[p] != kinds[p]]
    return differing, [*map(str, idle), *wrong]


def test_the_decree_stands_whole_and_in_order_in_ours(paper: Paper) -> None:
    source = SHARED / "reference" / "keputusan-253-2020.txt"
    if not source.exists():
        pytest.skip("the decree is not here")
    left = theirs(source.read_text(encoding="utf-8"), LAST_LINE, JOINED)
    assert len(left) > 150
    pairs = aligned(left, ours(paper))
    assert unexplained(pairs, EXPLAINED) == ([], [])
    same = sum(a is not None and b is not None and a.folded == b.folded for a, b in pairs)
    assert same >= 0.9 * len(left)


def test_every_reason_is_a_sentence() -> None:
    for entry in (*EXPLAINED["beda"], *EXPLAINED["tambahan"]):
        assert len(entry["sebab"].split()) > 4 and entry["sebab"].endswith("."), entry


def test_what_is_missing_changed_moved_or_needlessly_explained_is_found() -> None:
    said = ["I. Visi", "a. bahwa satu hal perlu diatur;", "b. bahwa hal kedua perlu diatur;", "KESATU : Peta."]
    left = [Piece(n, words) for n, words in enumerate(said, 1)]
    none: dict[str, list[dict[str, Any]]] = {"beda": [], "tambahan": []}

    def judged(words: list[str], reasons: dict[str, list[dict[str, Any]]] = none) -> tuple[int, int]:
        found, idle = unexplained(aligned(left, [Piece(0, w) for w in words]), reasons)
        return len(found), len(idle)

    assert judged(said) == (0, 0)
    assert judged([said[0].upper(), *said[1:]]) == (0, 0)
    assert judged([said[0], said[1], said[3]]) == (1, 0)
    assert judged([*said, "Tembusan:"]) == (1, 0)
    assert judged([said[0], said[1].replace("satu", "dua"), *said[2:]]) == (1, 0)
    assert judged([said[3], *said[:3]]) == (2, 0)
    assert judged(said, {"beda": [{"baris": 2, "sebab": ""}], "tambahan": [{"pola": "x", "jumlah": 1}]}) == (0, 2)
