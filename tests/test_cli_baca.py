"""`probis baca` as a user meets it: reports, the draft folder, decisions that last, and what it refuses."""

import json
import os
from pathlib import Path

import pytest

from probis.cli import main
from probis.cli._folder import parts_of
from probis.documents import writer
from probis.drawing.medium import F4
from probis.interchange import yaml
from probis.maps import all_maps
from probis.paper.render.pdf import render
from probis.reading.report import SKEMA
from probis.reading.shape import LaporanRows
from probis.store.drafted import MARK
from reading.pdf_bytes import document, show
from reading.report_shape import misshapen

ROOT = Path(__file__).resolve().parent.parent
DECREE = ROOT / ".." / "shared" / "reference" / "keputusan-253-2020.txt"
EXAMPLE = ROOT / "examples" / "keputusan-253-2020"
DECREES = sorted(path for path in (ROOT / "tests" / "reading" / "fixtures").iterdir() if path.suffix in (".txt", ".md"))
TEXT = """BUPATI ALOR

KEPUTUSAN BUPATI ALOR
NOMOR : 5/HK/2024

TENTANG

PETA PROSES BISNIS DINAS KESEHATAN KABUPATEN ALOR TAHUN 2024-2026

MEMUTUSKAN:

KESATU : Peta Proses Bisnis Dinas Kesehatan <script>alert(1)</script> & lain.

LAMPIRAN : KEPUTUSAN BUPATI ALOR

A. PETA SUB PROSES

DK-01 PERENCANAAN KESEHATAN

DK.02 PELAYANAN KESEHATAN DASAR

B. PETA LINTAS FUNGSI

DK-01.1 PENYUSUNAN RENCANA KERJA
"""


@pytest.fixture
def decree(tmp_path: Path) -> Path:
    path = tmp_path / "keputusan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def baca(*words: object) -> int:
    return main(["baca", *map(str, words), "--pada", "2026-11-24"])


def test_without_a_folder_it_only_reports(decree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert baca(decree) in (0, 1)
    said = capsys.readouterr().out
    assert "Yang terbaca" in said and "DK.02" in said
    assert sorted(path.name for path in decree.parent.iterdir()) == ["keputusan.txt"]


def test_the_draft_is_a_folder_that_every_command_takes(decree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = decree.parent / "peta"
    assert baca(decree, "--ke", folder) in (0, 1)
    assert main(["periksa", str(folder), "--pada", "2026-11-24"]) == 1
    assert main(["rapikan", str(folder), "--periksa"]) == 0
    assert "kode: DK.02" in (folder / "proses.yaml").read_text(encoding="utf-8")
    assert "tentang: proses/perencanaan-kesehatan" in (folder / "naskah.yaml").read_text(encoding="utf-8")
    capsys.readouterr()


def test_decisions_last_and_reading_again_asks_nothing_twice(
    decree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = decree.parent / "peta"
    baca(decree, "--ke", folder, "--terima-semua", "90")
    assert "kode: DK-02" in (folder / "proses.yaml").read_text(encoding="utf-8")
    answers: list[str] = []

    def answer(question: str) -> str:
        answers.append(question)
        return "1"

    monkeypatch.setattr("builtins.input", answer)
    baca(decree, "--ke", folder, "--lanjut")
    assert answers
    asked = len(answers)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    baca(decree, "--ke", folder, "--lanjut")
    assert len(answers) == asked
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert "kode: DK-02" in (folder / "proses.yaml").read_text(encoding="utf-8")
    capsys.readouterr()


def test_answers_given_before_the_questions_end_hold(
    decree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = decree.parent / "peta"
    answers = iter(["9", "1"])

    def answer(question: str) -> str:
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", answer)
    assert baca(decree, "--ke", folder, "--lanjut") in (0, 1)
    assert (folder / "naskah.yaml").read_text(encoding="utf-8").count("putusan:") == 1
    assert "Tulis angka 1 sampai" in capsys.readouterr().out


def test_a_person_may_write_what_none_of_the_choices_says(
    decree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = decree.parent / "peta"
    asked: list[str] = []

    def answer(question: str) -> str:
        shown = capsys.readouterr().out
        asked.append(shown)
        if question.startswith("Tulis"):
            return "DK-09"
        return "3" if "Kode lain." in shown else "nanti"

    monkeypatch.setattr("builtins.input", answer)
    baca(decree, "--ke", folder, "--lanjut")
    assert any("3. Kode lain." in shown for shown in asked)
    assert "kode: DK-09" in (folder / "proses.yaml").read_text(encoding="utf-8")
    assert "putusan: isi-sendiri\n    isian: DK-09" in (folder / "naskah.yaml").read_text(encoding="utf-8")
    baca(decree, "--ke", folder)
    assert "kode: DK-09" in (folder / "proses.yaml").read_text(encoding="utf-8")
    capsys.readouterr()


def test_a_decision_written_into_the_file_is_taken(decree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = decree.parent / "peta"
    baca(decree, "--ke", folder)
    naskah = folder / "naskah.yaml"
    old = naskah.read_text(encoding="utf-8")
    place = old.index("jenis: kode-beda-ejaan")
    new = old[:place] + old[place:].replace("bawaan: tercetak", "bawaan: tercetak\n    putusan: menurut-pola", 1)
    naskah.write_text(new, encoding="utf-8")
    baca(decree, "--ke", folder)
    assert "kode: DK-02" in (folder / "proses.yaml").read_text(encoding="utf-8")
    capsys.readouterr()


def test_a_decision_on_what_is_gone_is_told(decree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = decree.parent / "peta"
    baca(decree, "--ke", folder, "--terima-semua", "90")
    decree.write_text(TEXT.replace("DK.02", "DK-02"), encoding="utf-8")
    capsys.readouterr()
    baca(decree, "--ke", folder)
    assert "Putusan yang tidak lagi berlaku (1)" in capsys.readouterr().out


def test_what_a_person_changed_or_made_is_not_overwritten(decree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = decree.parent / "peta"
    baca(decree, "--ke", folder)
    file = folder / "proses.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("PERENCANAAN", "Perencanaan"), encoding="utf-8")
    assert baca(decree, "--ke", folder) == 2
    assert "Perencanaan" in file.read_text(encoding="utf-8")
    assert baca(decree, "--ke", folder, "--timpa") in (0, 1)
    assert "Perencanaan" not in file.read_text(encoding="utf-8")
    own = decree.parent / "milik"
    own.mkdir()
    (own / "catatan.txt").write_text("milik saya", encoding="utf-8")
    assert baca(decree, "--ke", own) == 2
    assert [path.name for path in own.iterdir()] == ["catatan.txt"]
    (folder / MARK).write_text("[" * 100_000, encoding="utf-8")
    assert baca(decree, "--ke", folder) == 2
    capsys.readouterr()


@pytest.mark.parametrize(
    ("name", "data"),
    [("k.txt", b""), ("k.xyz", b"teks"), ("k.docx", b"PK\x03\x04rusak"), ("k.pdf", b"%PDF-1.7 rusak")],
)
def test_what_cannot_be_read_is_said_and_nothing_is_made(
    tmp_path: Path, name: str, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert baca(path, "--ke", tmp_path / "peta") == 2
    assert name in capsys.readouterr().err
    assert not (tmp_path / "peta").exists()


def test_other_refusals(tmp_path: Path, decree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert baca(tmp_path / "tidak-ada.txt") == 2
    assert baca(decree, "--lanjut") == 2
    capsys.readouterr()


def test_the_page_runs_nothing_and_escapes_the_text(decree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert baca(decree, "--format", "html") in (0, 1)
    page = capsys.readouterr().out
    assert "<script" not in page and "&lt;script&gt;" in page
    assert "default-src 'none'" in page and 'id="b3"' in page and 'class="terbaca"' in page


def test_the_rows_are_complete(decree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert baca(decree, "--format", "json") in (0, 1)
    rows = json.loads(capsys.readouterr().out)
    assert list(rows) == [
        "skema",
        "dokumen",
        "angka",
        "bagian",
        "baris",
        "kutipan",
        "temuan",
        "usul",
        "kurang",
        "derau",
        "rancangan",
        "belum_terbaca",
    ]
    assert rows["skema"] == SKEMA
    assert list(misshapen(rows, LaporanRows)) == []
    assert ["".join(p["teks"] for p in each["petikan"]) for each in rows["baris"]][:3] == TEXT.split("\n")[:3]
    assert rows["dokumen"]["baris"] == TEXT.count("\n") + 1
    by_id = {each["id"]: each for each in rows["kutipan"]}
    assert all(id_ in by_id for usul in rows["usul"] for id_ in usul["kutipan"])
    assert [each["tentang"] for each in rows["kutipan"] if each["nomor"] == "DK.02"] == [
        "proses/pelayanan-kesehatan-dasar"
    ]


@pytest.mark.skipif(not DECREE.is_file(), reason="the decree is not beside the project")
def test_the_example_is_what_reading_the_decree_gives(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "peta"
    baca(DECREE, "--ke", folder)
    capsys.readouterr()
    made = {path.name: path.read_bytes() for path in folder.iterdir()}
    if os.environ.get("PROBIS_GOLDEN"):
        for name, data in made.items():
            (EXAMPLE / name).write_bytes(data)
    kept = {path.name: path.read_bytes() for path in EXAMPLE.iterdir() if path.name != "README.md"}
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == [], "PROBIS_GOLDEN=1 writes it anew"


def test_a_pdf_is_read_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A hostile PDF may take its reader along, never the command: the library in C is not entered here."""
    from probis.reading.formats import pdf

    def entered(name: str, data: bytes) -> None:
        raise AssertionError("read in this process")

    monkeypatch.setattr(pdf, "read", entered)
    path = tmp_path / "naskah.pdf"
    path.write_bytes(document([show(72, 700, "KEPUTUSAN BUPATI ALOR")]))
    assert main(["baca", str(path)]) in (0, 1)


@pytest.mark.parametrize("path", DECREES, ids=lambda path: path.stem)
def test_every_decree_comes_through_the_whole_command(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Read, loaded, judged, written canonically, and each map of it drawn; nothing in it names what is not there."""
    folder = tmp_path / "peta"
    assert baca(path, "--ke", folder) in (0, 1)
    kept = {each.name: each.read_bytes() for each in folder.rglob("*.yaml")}
    assert main(["periksa", str(folder), "--pada", "2026-11-24"]) in (0, 1)
    assert "rujukan-dikenal" not in capsys.readouterr().out
    assert main(["rapikan", str(folder)]) == 0
    assert {each.name: each.read_bytes() for each in folder.rglob("*.yaml")} == kept
    model = yaml.read(parts_of(folder)).nilai
    assert model is not None
    drawn = 0
    for kind in all_maps():
        for subject in kind.subjects(model):
            assert kind.draw(model, subject.id, F4)
            assert kind.describe(model, subject.id)
            drawn += 1
    assert drawn
    paper = render(writer("keputusan")(model))
    assert paper.startswith(b"%PDF")
