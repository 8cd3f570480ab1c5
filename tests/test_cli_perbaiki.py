"""`probis periksa --perbaiki`: what it shows, asks and writes."""

import json
import shutil
from pathlib import Path

import pytest

from probis.cli import main

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "telaga"
    shutil.copytree(ROOT / "examples" / "kecamatan-telaga-arum", place)
    proses = place / "proses.yaml"
    text = proses.read_text(encoding="utf-8")
    owner = next(line for line in text.splitlines() if line.strip().startswith("pemilik: "))
    word = max(owner.split(": ")[1].split("-"), key=len)
    wrong = owner.replace(word, word[:3] + word[4:], 1)
    proses.write_text(text.replace(owner, f"{wrong}  # yang berwenang", 1), encoding="utf-8")
    return place


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


def test_a_repair_is_shown_and_written_into_its_line_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(folder)
    assert main(["periksa", str(folder), "--pada", "2026-11-24"]) == 1
    capsys.readouterr()
    assert main(["periksa", str(folder), "--perbaiki", "--ya", "--pada", "2026-11-24"]) == 0
    told = capsys.readouterr().out
    assert "pemilik: " in told
    assert " → " in told
    assert "1 perbaikan ditulis pada proses.yaml." in told
    assert "0 galat" in told
    after = _files(folder)
    assert [path for path in before if before[path] != after[path]] == ["proses.yaml"]
    lines = list(zip(before["proses.yaml"].splitlines(), after["proses.yaml"].splitlines(), strict=True))
    changed = [(old, new) for old, new in lines if old != new]
    assert len(changed) == 1
    assert changed[0][1].endswith(b"  # yang berwenang")
    assert main(["periksa", str(folder), "--perbaiki", "--pada", "2026-11-24"]) == 0
    assert "Tidak ada temuan dengan perbaikan yang pasti." in capsys.readouterr().out


def test_without_an_answer_nothing_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(folder)
    assert main(["periksa", str(folder), "--perbaiki"]) == 2
    assert "Tambahkan --ya" in capsys.readouterr().err
    assert _files(folder) == before


def test_json_stays_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["periksa", str(folder), "--perbaiki", "--ya", "--format", "json", "--pada", "2026-11-24"])
    out = capsys.readouterr()
    assert json.loads(out.out)["pada"] == "2026-11-24"
    assert "1 perbaikan ditulis" in out.err


def test_what_cannot_be_read_is_only_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "proses.yaml").write_text("proses: [\n", encoding="utf-8")
    assert main(["periksa", str(folder), "--perbaiki", "--ya"]) == 2
    assert "proses.yaml:2" in capsys.readouterr().out


def _two_faults(folder: Path) -> None:
    """A second fault beside the owner's: a misspelt word in the name of a product."""
    produk = folder / "produk.yaml"
    text = produk.read_text(encoding="utf-8")
    produk.write_text(text + "- id: daftar-resiko\n  nama: daftar resiko\n", encoding="utf-8")


def _rules_mended(folder: Path, *choice: str) -> set[str]:
    """Which of the two faults are gone after the choice."""
    assert main(["periksa", str(folder), "--perbaiki", "--ya", "--pada", "2026-11-24", *choice]) in (0, 1)
    bad = {"ejaan-baku"} if "nama: daftar resiko" in (folder / "produk.yaml").read_text(encoding="utf-8") else set()
    original = (ROOT / "examples" / "kecamatan-telaga-arum" / "proses.yaml").read_text(encoding="utf-8")
    same = (folder / "proses.yaml").read_text(encoding="utf-8").replace("  # yang berwenang", "") == original
    return {"ejaan-baku", "rujukan-dikenal"} - bad - (set() if same else {"rujukan-dikenal"})


@pytest.mark.parametrize(
    ("choice", "gone"),
    [
        ((), {"ejaan-baku", "rujukan-dikenal"}),
        (("--hanya", "ejaan-baku"), {"ejaan-baku"}),
        (("--hanya", "ejaan-baku:produk/daftar-resiko"), {"ejaan-baku"}),
        (("--hanya", "ejaan-baku:produk/daftar"), set()),  # an address is whole, not the beginning of one
        (("--kecuali", "ejaan-baku"), {"rujukan-dikenal"}),
        (("--kecuali", "ejaan-baku:produk"), {"rujukan-dikenal"}),  # all products
        (("--hanya", "ejaan-baku", "--hanya", "rujukan-dikenal", "--kecuali", "rujukan-dikenal"), {"ejaan-baku"}),
    ],
)
def test_one_repair_can_be_chosen_or_declined(folder: Path, choice: tuple[str, ...], gone: set[str]) -> None:
    _two_faults(folder)
    assert _rules_mended(folder, *choice) == gone


def test_a_choice_of_no_rule_or_without_repairs_asked_for_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _files(folder)
    assert main(["periksa", str(folder), "--perbaiki", "--ya", "--hanya", "ejaan-bakuu"]) == 2
    assert "Aturan “ejaan-bakuu” tidak ada. Maksud Anda ejaan-baku?" in capsys.readouterr().err
    assert main(["periksa", str(folder), "--kecuali", "ejaan-baku"]) == 2
    assert "tambahkan --perbaiki" in capsys.readouterr().err
    assert _files(folder) == before
