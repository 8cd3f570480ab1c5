"""What a screen reader hears at the nodes of a drawing and what the table beside it says are the same, for all maps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bodies import example
from probis.drawing.medium import SCREEN
from probis.drawing.scene import Scene, groups
from probis.maps import MapText, all_maps

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NODES = frozenset({"node", "process", "unit"})
SILENT = frozenset({"", "–", "usulan"})


def every() -> list[tuple[str, str, str | None]]:
    names = sorted(p.name for p in EXAMPLES.iterdir() if p.is_dir())
    return [(name, kind.slug, s.id) for name in names for kind in all_maps() for s in kind.subjects(example(name))]


def drawn(name: str, slug: str, subject: str | None) -> tuple[tuple[Scene, ...], MapText]:
    kind = next(k for k in all_maps() if k.slug == slug)
    return kind.draw(example(name), subject, SCREEN), kind.describe(example(name), subject)


def pieces(cell: str) -> list[str]:
    """The pieces of a cell that must be heard: lists are read one by one."""
    return [p.strip() for p in re.split(r"[;,]\s+", cell) if p.strip() not in SILENT]


def plain(text: str) -> str:
    return " ".join(re.sub(r"[().“”:;,]", " ", text).split()).casefold()


def heard(scenes: tuple[Scene, ...]) -> dict[str, str]:
    """What is said at each address."""
    said: dict[str, str] = {}
    for group in (g for scene in scenes for g in groups(scene) if g.role in NODES):
        said[group.ref] = f"{said.get(group.ref, '')} {plain(group.label)}"
    return said


@pytest.mark.parametrize(("name", "slug", "subject"), [e for e in every() if e[1] == "peta-lintas-fungsi"], ids=str)
def test_each_step_says_number_doer_text_and_where_it_leads(name: str, slug: str, subject: str | None) -> None:
    scenes, text = drawn(name, slug, subject)
    said = heard(scenes)
    assert [row.address for row in text.rows] == list(dict.fromkeys(row.address for row in text.rows))
    assert {row.address for row in text.rows} == set(said)
    columns = [text.head.index(word) for word in ("No", "Kegiatan", "Pelaksana", "Waktu", "Selanjutnya", "Keterangan")]
    for row in text.rows:
        for column in columns:
            for piece in pieces(row.cells[column]):
                assert plain(piece) in said[row.address], (row.address, piece)
        if "usulan" in row.cells:
            assert "usulan" in said[row.address]


@pytest.mark.parametrize(
    ("name", "slug", "subject"), [e for e in every() if e[1] in ("peta-proses", "peta-sub-proses")], ids=str
)
def test_each_process_says_what_enters_and_leaves_it(name: str, slug: str, subject: str | None) -> None:
    scenes, text = drawn(name, slug, subject)
    said = {plain(g.label) for s in scenes for g in groups(s) if g.role == "process"}
    columns = [text.head.index(word) for word in ("Pemasok", "Masukan", "Keluaran", "Pelanggan")]
    for row in text.rows:
        own = next(label for label in said if label.startswith(plain(row.cells[0])))
        what = [plain(piece) for column in columns for piece in pieces(row.cells[column])]
        if not set(what) & {"bagian dari"}:  # a frame says that
            assert all(piece in own for piece in what), (row.address, what, own)


@pytest.mark.parametrize(("name", "slug", "subject"), every(), ids=str)
def test_the_table_holds_all_that_is_drawn(name: str, slug: str, subject: str | None) -> None:
    scenes, text = drawn(name, slug, subject)
    table = set(plain(" ".join([*(cell for row in text.rows for cell in row.cells), *text.head])).split())
    for group in (g for s in scenes for g in groups(s) if g.role in NODES and g.ref):
        assert group.label
        # A process is told by its code; all else by its whole name.
        code = getattr(example(name).cari(group.ref), "kode", "")
        first = plain(code or group.label.partition(". ")[0])
        assert set(first.split()) <= table, (group.ref, group.label)
