"""The commands as a user meets them: exit codes, places, nothing half-written, never a traceback."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from probis.cli import commands, main

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "biro-organisasi-ntt"
SMALL = ROOT / "examples" / "kecamatan-telaga-arum"


def body(folder: Path, **files: str) -> Path:
    """A folder with a minimal body and the files named (`_` for `.`)."""
    head = "id: a\nnama: Instansi A\njenis: dinas\nperiode:\n  awal: 2025\n  akhir: 2029\n"
    for name, text in {"instansi": head, **files}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_periksa_names_file_and_line_and_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body(tmp_path, proses="proses:\n- id: p\n  nama: Pelayanan\n  kode: P-01\n")
    assert main(["periksa", str(tmp_path), "--pada", "2026-01-02"]) == 1
    out = capsys.readouterr().out.splitlines()
    place = "proses.yaml:2: ■ galat: P-01 Pelayanan belum dijabarkan dalam peta sub proses."
    assert any(line.startswith(place) for line in out)
    assert out[-1] == "Dinilai pada 2026-01-02: 4 galat, 0 peringatan, 0 catatan; 0 dikecualikan."


def test_periksa_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body(tmp_path, proses="proses:\n- id: p\n  nama: Pelayanan\n  kode: P-01\n")
    assert main(["periksa", str(tmp_path), "--format", "json", "--pada", "2026-01-02"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["pada"] == "2026-01-02"
    assert {(t["aturan"], t["berkas"], t["baris"]) for t in report["temuan"]} == {
        ("proses-dijabarkan", "proses.yaml", 2),
        ("sipoc-lengkap", "proses.yaml", 2),
        ("satu-pemilik", "proses.yaml", 2),
        ("kelompok-terisi", "proses.yaml", 2),
    }


@pytest.mark.parametrize(
    ("example", "pada"), [(EXAMPLE, "2020-12-31"), (SMALL, "2026-11-24")], ids=lambda p: Path(p).name
)
def test_the_examples_are_clean(example: Path, pada: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", str(example), "--pada", pada]) == 0
    assert "0 galat, 0 peringatan, 0 catatan" in capsys.readouterr().out


def test_years_later_the_decree_is_past_and_was_never_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", str(EXAMPLE), "--pada", "2026-11-24"]) == 0
    said = capsys.readouterr().out
    assert "Masa peta ini, 2018–2023, sudah lewat." in said
    assert "Peta ini belum pernah dievaluasi." in said
    assert "0 galat, 2 peringatan, 0 catatan" in said


@pytest.mark.parametrize(
    "argv",
    [
        ["periksa", "{nowhere}"],
        ["bangun", "{nowhere}", "--ke", "{out}"],
        ["bangun", "{broken}", "--ke", "{out}"],
        ["gambar", "{broken}", "--ke", "{out}"],
        ["gambar", "{good}", "peta-harta-karun", "--ke", "{out}"],
        ["gambar", "{good}", "peta-sub-proses", "--id", "tidak-ada", "--ke", "{out}"],
        ["tulis", "{good}", "surat-cinta", "--ke", "{out}/x.pdf"],
        ["rapikan", "{broken}"],
        ["skema", "--bagian", "tidak-ada"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_says_so_and_makes_nothing(
    argv: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good").mkdir()
    (tmp_path / "broken").mkdir()
    body(tmp_path / "good")
    body(tmp_path / "broken", proses="proses:\n- id: [\n")
    places = {name: str(tmp_path / name) for name in ("nowhere", "good", "broken", "out")}
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert main([part.format(**places) for part in argv]) == 2
    said = capsys.readouterr().err
    assert said.strip()
    assert "Traceback" not in said
    assert "kesalahan program" not in said
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_rapikan_reaches_a_form_it_leaves_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body(tmp_path, proses="proses: [{id: p, nama: 'Pelayanan', kode: P-01}]\n")
    assert main(["rapikan", str(tmp_path), "--periksa"]) == 1
    assert main(["rapikan", str(tmp_path)]) == 0
    assert main(["rapikan", str(tmp_path), "--periksa"]) == 0
    assert "- id: p\n  kode: P-01\n  nama: Pelayanan\n" in (tmp_path / "proses.yaml").read_text(encoding="utf-8")


def test_bangun_makes_everything_and_says_what(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bangun", str(SMALL), "--ke", str(tmp_path / "hasil"), "--pada", "2026-11-24"]) == 0
    made = {p.relative_to(tmp_path / "hasil").as_posix() for p in (tmp_path / "hasil").rglob("*") if p.is_file()}
    assert {"model.json", "temuan.json", "keputusan.pdf", "peta/peta-proses.svg", "peta/peta-proses.pdf"} <= made
    said = capsys.readouterr()
    assert f"{len(made)} berkas di " in said.out
    assert "[1/" in said.err


def test_bangun_tells_the_placements_that_its_drawings_do_not_keep(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "peta"
    shutil.copytree(SMALL, folder)
    file = folder / "lintas-fungsi" / "evaluasi-apb-desa.yaml"
    wished = "letak:\n- simpul: kirim\n  setelah: terima\n- simpul: hilang\n  baris: 1\n"
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n{wished}", encoding="utf-8")
    assert main(["bangun", str(folder), "--ke", str(tmp_path / "hasil"), "--pada", "2026-11-24"]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "[letak-dapat-dipenuhi]" in line]
    assert len(told) == 2
    assert "lintas-fungsi/evaluasi-apb-desa.yaml:" in told[0] and "menurut alur" in told[0]
    rows = json.loads((tmp_path / "hasil" / "temuan.json").read_text(encoding="utf-8"))["temuan"]
    assert [row["bidang"] for row in rows if row["aturan"] == "letak-dapat-dipenuhi"] == [
        "letak/0/setelah",
        "letak/1/simpul",
    ]
    assert main(["periksa", str(folder), "--pada", "2026-11-24"]) == 0
    assert capsys.readouterr().out.count("[letak-dapat-dipenuhi]") == 1
    excuse = "id: letak, aturan: letak-dapat-dipenuhi, unsur: [lintas-fungsi/evaluasi-apb-desa], alasan: Dibiarkan"
    (folder / "pengecualian.yaml").write_text(f"pengecualian: [{{{excuse}}}]\n", encoding="utf-8")
    assert main(["bangun", str(folder), "--ke", str(tmp_path / "lagi"), "--pada", "2026-11-24"]) == 0
    assert "2 dikecualikan" in capsys.readouterr().out.splitlines()[-1]
    file.write_text(file.read_text(encoding="utf-8").replace("- simpul: hilang\n  baris: 1\n", ""), encoding="utf-8")
    assert main(["periksa", str(folder), "--pada", "2026-11-24"]) == 0
    assert "tidak lagi diperlukan" not in capsys.readouterr().out
    assert main(["gambar", str(folder), "peta-lintas-fungsi", "--ke", str(tmp_path / "g"), "--pada", "2026-11-24"]) == 0
    assert "[letak-dapat-dipenuhi]" not in capsys.readouterr().err


def test_rapikan_keeps_placements_that_name_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "peta"
    shutil.copytree(SMALL, folder)
    file = folder / "lintas-fungsi" / "evaluasi-apb-desa.yaml"
    wished = "letak:\n- simpul: kirim\n  setelah: terima\n- simpul: hilang\n  baris: 1\n"
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n{wished}", encoding="utf-8")
    assert main(["rapikan", str(folder)]) == 0
    kept = file.read_text(encoding="utf-8")
    assert "setelah: terima" in kept and "simpul: hilang" in kept


@pytest.mark.parametrize("command", [None, *commands()])
def test_help_answers_in_the_users_language(command: str | None) -> None:
    argv = [sys.executable, "-m", "probis", *([command] if command else []), "--help"]
    env = {"PYTHONPATH": str(ROOT / "src"), "PATH": ""}
    said = subprocess.run(argv, capture_output=True, text=True, check=True, env=env, encoding="utf-8").stdout
    assert said.startswith("Pemakaian: ")
    assert not [word for word in ("usage", "options", "positional", "show this") if word in said]


def test_a_mistake_of_the_program_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> object:
        raise RuntimeError("x")

    monkeypatch.setattr("probis.store.folder.read_folder", broken)
    assert main(["periksa", str(tmp_path)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_tulis_lists_documents_with_their_formats(capsys: pytest.CaptureFixture[str]) -> None:
    from probis.documents import all_documents

    assert main(["tulis", str(SMALL), "--daftar"]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("\t")]
    assert [line.split("\t")[:2] for line in lines] == [[d.slug, ", ".join(d.formats)] for d in all_documents()]


@pytest.mark.parametrize(("form", "opening"), [("docx", b"PK"), ("html", b"<!doctype html>")])
def test_tulis_writes_the_decree_in_other_formats(form: str, opening: bytes, tmp_path: Path) -> None:
    target = tmp_path / f"k.{form}"
    assert main(["tulis", str(SMALL), "keputusan", "--format", form, "--ke", str(target)]) == 0
    assert target.read_bytes().startswith(opening)


def test_tulis_writes_what_the_suffix_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "k.docx"
    assert main(["tulis", str(SMALL), "daftar-produk", "--ke", str(target)]) == 0
    assert "word/document.xml" in zipfile.ZipFile(target).namelist()
    assert main(["tulis", str(SMALL), "daftar-produk", "--format", "pdf", "--ke", str(tmp_path / "l.docx")]) == 2
    assert "berakhiran .docx, padahal --format pdf" in capsys.readouterr().err
    assert main(["tulis", str(SMALL), "daftar-produk", "--ke", str(tmp_path / "l.odt")]) == 2
    assert "tidak ditulis sebagai .odt" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["k.docx"]


def test_tulis_refuses_a_format_that_makes_no_sense(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tulis", str(SMALL), "keputusan", "--format", "xlsx", "--ke", str(tmp_path / "k.xlsx")]) == 2
    assert "tidak ditulis sebagai XLSX" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
