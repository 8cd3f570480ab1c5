"""Broken folders as a user has them: the rules speak where reading does not, and no word of the machine is heard."""

import re
from pathlib import Path

import pytest

from interchange.broken.table import Case, cases
from probis.cli import main
from probis.interchange import yaml
from probis.rules import check

RULES = {
    "rujukan ke yang tidak ada": "galat Rujukan `pemilik` menunjuk unit kerja atau jabatan “entah” yang tidak ada.",
    "proses berputar": "proses.yaml:2 galat",
    "jalur kosong": "peringatan Jalur",
    "langkah ke yang tidak ada": "galat Rujukan `ke` menunjuk langkah",
    "dua mulai": "galat Peta ini punya 2 mulai.",
    "tanpa selesai": "galat Peta ini belum punya selesai.",
    "tanpa langkah": "galat Peta ini belum punya mulai.",
    "produk tanpa kamus": "tidak ada dalam daftar produk",
}
"""What the rules are to find, in part, in the cases that read without a finding (see their text file)."""

MACHINE = re.compile(
    r"Traceback|pydantic|validation|Field required|Input should|mapping values|could not|expected|NoneType|"
    r"\bNone\b|\bdict\b|\bstr\b|\bint\b|Error\b|unhashable|while (parsing|scanning)",
)


def _found(case: Case) -> list[str]:
    bacaan = yaml.read(case.files)
    found = list(bacaan.temuan)
    if bacaan.nilai is not None:
        found += check(bacaan.nilai, bacaan.naskah)
    places = [temuan.tempat or bacaan.cari_tempat(temuan.alamat, temuan.bidang) for temuan in found]
    return [f"{place} {t.tingkat} {t.pesan} {t.saran}" for place, t in zip(places, found, strict=True)]


def test_there_are_enough_of_them() -> None:
    assert len(cases()) >= 40


@pytest.mark.parametrize("case", [c for c in cases() if c.name in RULES], ids=lambda case: case.name)
def test_rules_find_what_reading_lets_through(case: Case) -> None:
    assert any(RULES[case.name] in line for line in _found(case)), _found(case)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_every_finding_has_a_place_and_none_speaks_the_machines_language(case: Case) -> None:
    found = _found(case)
    assert not [line for line in found if line.startswith("None ")]
    assert not [line for line in found if MACHINE.search(line.removeprefix("None"))]


@pytest.mark.parametrize("case", cases()[::6], ids=lambda case: case.name)
def test_the_command_reports_and_leaves_the_folder_as_it_was(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, data in case.files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    code = main(["periksa", str(tmp_path), "--pada", "2026-11-24"])
    said = capsys.readouterr()
    assert code in (0, 1, 2)
    assert (code == 2) == (yaml.read(case.files).nilai is None)
    assert "kesalahan program" not in said.err
    assert not MACHINE.search(said.out + said.err)
    assert {
        p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()
    } == case.files
