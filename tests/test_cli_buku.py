"""The book is the same whether its maps are drawn ahead on all processors or one after the other, or not shown."""

import os
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bodies import body
from probis.cli import _volumes
from probis.documents import (
    NO_DRAWINGS,
    UNSEEN,
    Listed,
    Ready,
    Volume,
    _pictures,
    ahead,
    document,
    volumes,
    writer,
)
from probis.interchange import yaml
from probis.maps import find_map, paper_of
from probis.paper import Figure, Paper, Table
from probis.paper.paper import walk
from probis.paper.render import rendered


@pytest.mark.parametrize("form", ["html", "docx"])
def test_the_book_is_the_same_however_many_processors_draw_it(tmp_path: Path, form: str) -> None:
    files = body(2)
    for name, data in files.items():
        path = tmp_path / "peta" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    command = [sys.executable, "-m", "probis", "tulis", "peta", "buku", "--format", form, "--pada", "2026-11-24"]
    done = subprocess.run(command, cwd=tmp_path, env=dict(os.environ), capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    model = yaml.read(files).nilai
    assert model is not None
    alone = rendered(writer("buku")(model, None, pada=date(2026, 11, 24)), form)
    assert (tmp_path / f"buku.{form}").read_bytes() == alone


def test_a_form_without_pictures_draws_no_map_and_holds_the_same_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    model = yaml.read(body(2)).nilai
    assert model is not None
    whole = writer("buku")(model, None, pada=date(2026, 11, 24))
    drawn: list[str] = []
    monkeypatch.setattr(_pictures, "_scenes", lambda *given: drawn.append("map"))
    bare = writer("buku")(model, None, pada=date(2026, 11, 24), drawings=UNSEEN)
    assert not drawn
    assert not [block for block in walk(bare) if isinstance(block, Figure)]
    assert [block for block in walk(bare) if isinstance(block, Table)] == [
        block for block in walk(whole) if isinstance(block, Table)
    ]


def test_what_is_made_ahead_is_all_that_decree_and_book_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    model = yaml.read(body(2)).nilai
    assert model is not None
    made = {
        (kind.slug, subject.id): ahead(model, kind.slug, subject.id, kind.draw(model, subject.id, paper_of(model)))
        for kind in map(find_map, document("buku").maps)  # type: ignore[union-attr]
        if kind is not None
        for subject in kind.subjects(model)
    }
    alone: dict[str, Paper] = {slug: writer(slug)(model) for slug in ("keputusan", "buku")}
    monkeypatch.setattr(_pictures, "_scenes", lambda *given: pytest.fail(f"drawn again: {given[1].slug}"))
    for slug, paper in alone.items():
        assert writer(slug)(model, drawings=Ready(made)) == paper


def test_a_large_book_is_written_in_volumes_and_the_same_in_one_process(tmp_path: Path) -> None:
    files = body(14)
    for name, data in files.items():
        path = tmp_path / "peta" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    command = [sys.executable, "-m", "probis", "tulis", "peta", "buku", "--pada", "2026-11-24", "--ke", "hasil/b.pdf"]
    done = subprocess.run(command, cwd=tmp_path, env=dict(os.environ), capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    model = yaml.read(files).nilai
    assert model is not None
    found = volumes("buku", model, date(2026, 11, 24))
    named = [str(Path("hasil") / f"b--jilid-{volume.number}.pdf") for volume in found]
    assert done.stdout.split() == named
    listed: dict[Volume, tuple[Listed, ...]] = {}
    for volume in (*found[1:], found[0]):
        made = _volumes._one("buku", "pdf", model, volume, listed, NO_DRAWINGS, {"pada": date(2026, 11, 24)})
        listed[volume] = made.listed
        assert (tmp_path / named[volume.number - 1]).read_bytes() == made.data
        again = pickle.loads(pickle.dumps(model))  # what a process that is not forked is handed
        assert again == model
