"""Files of an older version are lifted step by step; places stay, newer versions are refused."""

import pytest

from probis.interchange.yaml import reader
from probis.interchange.yaml.marked import Entries, Report, Word
from probis.interchange.yaml.nodes import read_tree
from probis.interchange.yaml.upgrade import UnknownVersion, lift, steps
from probis.model import SKEMA

OLD = {
    "instansi.yaml": b"skema: 0\nid: biro\nnama: Biro\njenis: biro\ntahun: 2018\n",
    "proses.yaml": b"bisnis:\n- id: a\n  nama: A\n  urutan: kesatu\n",
}


def from_0(parts: dict[str, Entries]) -> dict[str, Entries]:
    """A step as they are written: plain changes of keys and values."""
    body = parts["instansi.yaml"]
    body["periode"] = {"awal": body.pop("tahun"), "akhir": "2023"}
    if "proses.yaml" in parts:
        parts["proses.yaml"]["proses"] = parts["proses.yaml"].pop("bisnis")
    return parts


def trees() -> dict[str, Entries]:
    made = {}
    for path, data in OLD.items():
        tree = read_tree(data, Report(path))
        assert isinstance(tree, Entries)
        made[path] = tree
    return made


def test_steps_lead_from_the_first_version_to_this_one() -> None:
    assert set(steps()) == set(range(1, SKEMA))


def test_a_step_changes_the_files_and_what_it_leaves_keeps_its_place() -> None:
    lifted = lift(trees(), 0, to=1, known={0: from_0})
    rows = lifted["proses.yaml"]["proses"]
    assert isinstance(rows, list)
    nama = rows[0]["nama"]
    assert isinstance(nama, Word)
    assert nama.mark.line == 3
    assert lift(trees(), 1, to=1, known={})["proses.yaml"] == trees()["proses.yaml"]


def test_steps_follow_each_other() -> None:
    went: list[int] = []

    def step(number: int):  # type: ignore[no-untyped-def]
        def run(parts: dict[str, Entries]) -> dict[str, Entries]:
            went.append(number)
            return parts

        return run

    lift(trees(), 2, to=5, known={n: step(n) for n in range(5)})
    assert went == [2, 3, 4]


def test_versions_without_a_way_are_refused() -> None:
    with pytest.raises(UnknownVersion):
        lift(trees(), 2, to=1, known={})
    with pytest.raises(UnknownVersion):
        lift(trees(), 0, to=2, known={0: from_0})


def test_reading_lifts_and_reports_at_the_old_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "lift", lambda parts, version: lift(parts, version, known={0: from_0}))
    bacaan = reader.read(OLD)
    assert [(str(t.tempat), t.pesan) for t in bacaan.temuan] == [
        ("proses.yaml:4", "Isian “urutan” harus bilangan bulat, bukan “kesatu”.")
    ]
    good = reader.read({**OLD, "proses.yaml": OLD["proses.yaml"].replace(b"kesatu", b"1")})
    assert good.nilai is not None
    assert (good.nilai.skema, good.nilai.instansi.periode.awal) == (SKEMA, 2018)
    assert good.nilai.proses[0].urutan == 1
