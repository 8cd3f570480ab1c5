"""`probis alih-unit`: what it shows, what it leaves to a person, and what it writes."""

import shutil
from pathlib import Path

import pytest

from probis.cli import main

ROOT = Path(__file__).resolve().parent.parent
RENAME = ["--dari", "tatalaksana", "--ke", "tata-kelola", "--nama", "Sub Bagian Tata Kelola"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "biro"
    shutil.copytree(ROOT / "examples" / "biro-organisasi-ntt", place)
    return place


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


def test_it_shows_every_line_and_writes_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(folder)
    assert main(["alih-unit", str(folder), *RENAME, "--ya", "--pada", "2026-11-24"]) == 0
    told = capsys.readouterr().out
    after = _files(folder)
    changed = {path for path in before if before[path] != after[path]}
    assert {line.split(" (")[0] for line in told.splitlines() if line.endswith(" baris)")} == changed
    assert "- id: tatalaksana → - id: tata-kelola" in told
    assert "baru: menggantikan: [tatalaksana]" in told
    assert "Masih menyebut “Sub Bagian Tatalaksana”." in told
    assert "(jabatan/kasubag-tatalaksana#nama)" in told
    assert "tentang: unit/tata-kelola" in after["naskah.yaml"].decode()
    assert "Galat baru" not in told
    shown = sum(1 for line in told.splitlines() if " → " in line or ": baru: " in line)
    differing = sum(
        1
        for path in changed
        for line in after[path].decode().splitlines()
        if line not in before[path].decode().splitlines()
    )
    assert shown >= differing
    assert main(["periksa", str(folder), "--pada", "2026-11-24"]) == 0


def test_without_an_answer_it_is_a_rehearsal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(folder)
    assert main(["alih-unit", str(folder), *RENAME]) == 2
    out = capsys.readouterr()
    assert "organisasi.yaml (" in out.out
    assert "Tambahkan --ya" in out.err
    assert _files(folder) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--dari", "entah", "--ke", "baru"], "Unit “entah” tidak ada."),
        (["--dari", "tatalaksana", "--ke", "a", "b", "--nama", "A"], "Nama untuk “b” belum disebut."),
        (["--dari", "tatalaksana", "--ke", "a", "--nama", "A", "B"], "--nama menyebut 2 nama untuk 1 tujuan"),
        (["--dari", "tatalaksana", "--ke", "a", "--bagi", "x"], "ditulis BAGIAN=ID"),
    ],
)
def test_what_cannot_be_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    before = _files(folder)
    assert main(["alih-unit", str(folder), *arguments, "--ya"]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert "Tidak ada yang diubah." in told
    assert _files(folder) == before
