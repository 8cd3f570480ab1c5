"""`probis sop` shows the register and writes what was set or evaluated into sop.yaml, and nothing else."""

import shutil
from pathlib import Path

import pytest

from probis.cli import main

SMALL = Path(__file__).resolve().parent.parent / "examples" / "kecamatan-telaga-arum"
NUMBERED = ["--nomor", "065/7/2026", "--tanggal", "2026-03-01"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "kec")
    (tmp_path / "kec" / "sop.yaml").unlink(missing_ok=True)
    return tmp_path / "kec"


def _rows(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, list[str]]:
    capsys.readouterr()
    assert main(["sop", str(folder), "--pada", "2026-11-24"]) == 0
    return {line.split("\t")[0]: line.split("\t") for line in capsys.readouterr().out.splitlines() if "\t" in line}


def test_a_sop_is_set_goes_stale_with_its_map_and_is_set_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    assert _rows(folder, capsys)["pengelolaan-surat"][6:] == ["belum ada", "–"]
    assert main(["sop", str(folder), "--tetapkan", "pengelolaan-surat", *NUMBERED, "--jabatan", "Camat"]) == 0
    assert {path: path.read_bytes() for path in before} == before
    assert _rows(folder, capsys)["pengelolaan-surat"][3:] == ["065/7/2026", "01-03-2026", "0", "berlaku", "sesuai"]
    path = folder / "lintas-fungsi" / "pengelolaan-surat.yaml"
    old = path.read_text(encoding="utf-8")
    name = next(line for line in old.splitlines() if "kegiatan: " in line)
    path.write_text(old.replace(name, f"{name} dengan saksama", 1), encoding="utf-8")
    assert _rows(folder, capsys)["pengelolaan-surat"][-1] == "basi: langkah"
    assert main(["periksa", str(folder), "--pada", "2026-11-24"]) == 0
    assert "SOP 065/7/2026 basi" in capsys.readouterr().out
    assert main(["sop", str(folder), "--tetapkan", "pengelolaan-surat", "--tanggal", "2026-11-24"]) == 0
    assert _rows(folder, capsys)["pengelolaan-surat"][3:] == ["065/7/2026", "24-11-2026", "1", "berlaku", "sesuai"]


def test_an_evaluation_is_written_down(folder: Path) -> None:
    assert main(["sop", str(folder), "--tetapkan", "pengelolaan-surat", *NUMBERED]) == 0
    argv = ["sop", str(folder), "--evaluasi", "pengelolaan-surat", "--penerapan", "sebagian", "--hasil", "Perlu: #1"]
    assert main([*argv, "--tanggal", "2026-06-01"]) == 0
    text = (folder / "sop.yaml").read_text(encoding="utf-8")
    assert "penerapan: sebagian" in text and "2026-06-01" in text and "Perlu: #1" in text


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--tetapkan", "tidak-ada", "--nomor", "1"], "Lintas fungsi “tidak-ada” tidak ada."),
        (["--tetapkan", "pengelolaan-surat"], "Nomor SOP belum diisi."),
        (["--evaluasi", "pengelolaan-surat"], "tidak punya SOP yang berlaku"),
        (["--tetapkan", "pengelolaan-surat", "--hasil", "baik"], "--hasil tidak dipakai bersama --tetapkan."),
        (["--nomor", "1"], "--nomor perlu --tetapkan ID atau --evaluasi ID."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    assert main(["sop", str(folder), *argv]) == 2
    assert said in capsys.readouterr().err
    assert not (folder / "sop.yaml").exists()
