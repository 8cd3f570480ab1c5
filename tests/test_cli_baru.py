"""`probis baru` as a user meets it: what it makes, what it asks, what it refuses, and that nothing is half-written."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from probis.cli import main

ROOT = Path(__file__).resolve().parent.parent
DAY = ("--pada", "2026-11-24")
PROVINCE = (
    "--nama=Biro Organisasi Sekretariat Daerah Provinsi Sulawesi Tenggara",
    "--tempat=Kendari",
    "--periode=2025-2029",
)
COUNTY = ("--nama=Bagian Organisasi Sekretariat Daerah Kabupaten Sleman", "--tempat=Sleman", "--periode=2025-2029")
MINISTRY = (
    "--nama=Biro Organisasi dan SDM Sekretariat Jenderal Kementerian Kelautan dan Perikanan",
    "--tempat=Jakarta",
    "--periode=2025-2029",
    "--kode=SJ.{nn}",
)
KINDS = {"province": PROVINCE, "county": COUNTY, "ministry": MINISTRY}


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def errors_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    capsys.readouterr()
    code = main(["periksa", str(folder), "--format", "json", *DAY])
    found = json.loads(capsys.readouterr().out)["temuan"]
    errors = [(t["berkas"], t["pesan"]) for t in found if t["tingkat"] == "galat" and not t["alasan"]]
    assert code == (1 if errors else 0)
    return errors


def build(folder: Path, target: Path) -> None:
    """Make everything of a folder in a process of its own, as a user does."""
    argv = [sys.executable, "-m", "probis", "bangun", str(folder), "--ke", str(target), *DAY]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(argv, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=200)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_body_is_checked_built_and_canonical(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "baru"
    assert main(["baru", str(folder), "--tanpa-tanya", *KINDS[kind], *DAY]) == 0
    assert errors_of(folder, capsys) == []
    assert main(["rapikan", str(folder), "--periksa"]) == 0
    build(folder, tmp_path / "hasil")
    assert (tmp_path / "hasil" / "keputusan.pdf").read_bytes().startswith(b"%PDF")
    assert {"proses.yaml", "organisasi.yaml", "arah.yaml", "perlu-dikonfirmasi.md"} <= set(files(folder))


@pytest.mark.parametrize("kind", KINDS)
def test_the_hints_of_an_empty_folder_read_as_they_stand_once_uncommented(kind: str, tmp_path: Path) -> None:
    from probis.interchange import yaml

    folder = tmp_path / "baru"
    main(["baru", str(folder), "--tanpa-tanya", *KINDS[kind], *DAY])
    hints = {}
    for name, data in files(folder).items():
        lines = data.decode().splitlines()
        if name.endswith(".yaml") and "#" in lines and name != "organisasi.yaml" and name != "keputusan.yaml":
            begin = lines.index("#")
            shown = [line[2:] for line in lines[begin + 1 :] if line.startswith("# ")]
            hints[name] = "\n".join(line for line in shown if not line.startswith("Lalu")).encode()
    assert set(hints) == {"arah.yaml", "produk.yaml", "proses.yaml", "aliran.yaml", "peraturan.yaml"}
    bacaan = yaml.read({"instansi.yaml": files(folder)["instansi.yaml"], **hints})
    assert bacaan.temuan == () and bacaan.nilai is not None
    assert len(bacaan.nilai.proses) == 2 and bacaan.nilai.penjelasan


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_of_the_small_example_is_checked_and_built(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "baru"
    argv = ["baru", str(folder), "--templat", "kecamatan-telaga-arum", "--tanpa-tanya", *KINDS[kind], *DAY]
    assert main(argv) == 0
    assert errors_of(folder, capsys) == []
    assert main(["rapikan", str(folder), "--periksa"]) == 0
    build(folder, tmp_path / "hasil")
    made = files(tmp_path / "hasil")
    assert sum(name.endswith(".svg") for name in made) > 10 and "keputusan.pdf" in made
    shown = b"".join(data for name, data in made.items() if name.endswith((".svg", ".json")))
    assert b"Telaga Arum" not in shown and b"Wana Kencana" not in shown


@pytest.mark.parametrize("kind", KINDS)
def test_errors_that_a_copy_of_the_bureau_has_are_all_on_the_printed_list(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "baru"
    argv = ["baru", str(folder), "--contoh", "biro-organisasi-ntt", "--tanpa-tanya", *KINDS[kind], *DAY]
    assert main(argv) == 0
    printed = capsys.readouterr().out
    kept = (folder / "perlu-dikonfirmasi.md").read_text(encoding="utf-8")
    for _, pesan in errors_of(folder, capsys):
        assert pesan in printed and pesan in kept
    assert main(["gambar", str(folder), "peta-relasi", "--ke", str(tmp_path / "peta")]) == 0
    shown = b"".join(files(tmp_path / "peta").values()).decode()
    assert "Nusa Tenggara" not in shown and "NTT" not in shown and "usulan" in shown.lower()


def test_any_folder_can_be_a_template(tmp_path: Path) -> None:
    own = tmp_path / "punya-sendiri"
    shutil.copytree(ROOT / "examples" / "kecamatan-telaga-arum", own)
    assert main(["baru", str(tmp_path / "b"), "--templat", str(own), "--tanpa-tanya", *COUNTY, *DAY]) == 0
    assert "disalin dari templat" in (tmp_path / "b" / "proses.yaml").read_text(encoding="utf-8")


def test_the_same_twice_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        argv = ["baru", str(tmp_path / name), "--contoh", "kecamatan-telaga-arum", "--tanpa-tanya", *COUNTY, *DAY]
        assert main(argv) == 0
    assert files(tmp_path / "a") == files(tmp_path / "b")


# The next period ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_the_next_period_of_each_kind_of_body_is_checked_and_built(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "lama", tmp_path / "baru"
    argv = ["baru", str(old), "--templat", "kecamatan-telaga-arum", "--tanpa-tanya", *KINDS[kind], *DAY]
    assert main(argv) == 0
    decree = old / "keputusan.yaml"
    decree.write_text(decree.read_text(encoding="utf-8") + "nomor: 7/2025\ntanggal: 2025-02-03\n", encoding="utf-8")
    assert main(["baru", str(new), "--dari", str(old), "--periode", "2030-2034", "--tanpa-tanya", *DAY]) == 0
    assert errors_of(new, capsys) == []
    assert main(["rapikan", str(new), "--periksa"]) == 0
    build(new, tmp_path / "hasil")
    assert "mencabut: [keputusan-2025-2029]" in (new / "keputusan.yaml").read_text(encoding="utf-8")
    assert (new / "proses.yaml").read_bytes() == (old / "proses.yaml").read_bytes()


def test_the_next_period_of_the_bureau_prints_and_keeps_its_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "baru"
    source = ROOT / "examples" / "biro-organisasi-ntt"
    assert main(["baru", str(new), "--dari", str(source), "--periode=2025-2029", "--tanpa-tanya", *DAY]) == 0
    printed, kept = capsys.readouterr().out, (new / "perlu-dikonfirmasi.md").read_text(encoding="utf-8")
    for word in ("VIKTOR BUNGTILU LAISKODAT", "UU 23/2014", "RPJMD Provinsi NTT 2018-2023", "pengecualian/nama-ganda"):
        assert word in printed and word in kept
    assert "- [ ] `keputusan#mencabut`: Akan mencabut Keputusan Gubernur" in kept
    assert errors_of(new, capsys) == []
    assert (new / "naskah.yaml").read_bytes() == (source / "naskah.yaml").read_bytes()


# What is refused ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("{new}", "--tanpa-tanya"), "--nama: Nama instansi belum diisi."),
        (
            ("{new}", "--tanpa-tanya", "--nama=Dinas A", "--tempat=B", "--periode=lima tahun"),
            "Tulis seperti 2025-2029.",
        ),
        (("{new}", "--tanpa-tanya", "--nama=Dinas A", "--tempat=B", "--periode=2029-2025"), "terbalik"),
        (("{new}", "--tanpa-tanya", *COUNTY, "--jenis=istana"), "--jenis: Jenis instansi “istana” tidak dikenal."),
        (("{new}", "--tanpa-tanya", *COUNTY, "--id=Bagian Organisasi"), "Tulis seperti bagian-organisasi-sleman."),
        (("{new}", "--tanpa-tanya", *COUNTY, "--kode={x}"), "Pola kode harus memuat tepat satu tempat nomor"),
        (("{new}", "--tanpa-tanya", *COUNTY, "--contoh=atlantis"), "Templat “atlantis” tidak ada."),
        (("{new}", "--tanpa-tanya", "--dari={nowhere}", "--periode=2030-2034"), "Folder ini tidak ada."),
        (("{new}", "--tanpa-tanya", "--dari={small}", "--periode=2020-2024"), "tidak sesudah masa folder asal"),
        (("{new}", "--tanpa-tanya", "--dari={small}", "--nama=X"), "--nama tidak dipakai bersama --dari"),
        (("{full}", "--tanpa-tanya", *COUNTY), "sudah berisi"),
        (("{file}", "--tanpa-tanya", *COUNTY), "sudah ada dan bukan folder"),
        (("{file}/dalam", "--tanpa-tanya", *COUNTY), "tidak dapat dibuat"),
        ((), "Sebut folder yang akan dibuat"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_says_why_and_leaves_no_trace(
    argv: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "catatan.txt").write_text("milik saya", encoding="utf-8")
    (tmp_path / "file").write_text("milik saya", encoding="utf-8")
    names = {
        "{new}": str(tmp_path / "new"),
        "{nowhere}": str(tmp_path / "nowhere"),
        "{small}": str(ROOT / "examples" / "kecamatan-telaga-arum"),
        "{full}": str(full),
        "{file}": str(tmp_path / "file"),
    }
    filled = []
    for word in argv:
        for name, path in names.items():
            word = word.replace(name, path)
        filled.append(word)
    before = files(tmp_path)
    assert main(["baru", *filled, *DAY]) == 2
    error = capsys.readouterr().err
    assert said in error and "Traceback" not in error
    assert files(tmp_path) == before and not (tmp_path / "new").exists()
    assert not list(tmp_path.glob(".probis-*"))


def test_a_write_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(source: object, target: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("probis.cli._write.os.replace", full)
    assert main(["baru", str(tmp_path / "new"), "--tanpa-tanya", *COUNTY, *DAY]) == 2
    assert "tidak dapat dibuat" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_that_stands_there_is_used(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert main(["baru", str(tmp_path / "new"), "--tanpa-tanya", *COUNTY, *DAY]) == 0
    assert (tmp_path / "new" / "instansi.yaml").is_file()


def test_the_examples_are_listed_wherever_they_are_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["baru", "--daftar"]) == 0
    listed = capsys.readouterr().out
    assert "biro-organisasi-ntt\t" in listed and "kecamatan-telaga-arum\t" in listed
    package = tmp_path / "site" / "probis"
    shutil.copytree(ROOT / "examples" / "kecamatan-telaga-arum", package / "examples" / "kecamatan-telaga-arum")
    monkeypatch.setattr("probis.cli._examples.files", lambda name: package)
    assert main(["baru", "--daftar"]) == 0
    assert capsys.readouterr().out.startswith("kecamatan-telaga-arum\t")


# On a terminal --------------------------------------------------------------------------------------------------------


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    """A terminal whose answers are taken from a list of (beginning of the question, answer), in any order of asking."""
    talk: list[tuple[str, str]] = []

    def answer(question: str) -> str:
        for place, (begins, said) in enumerate(talk):
            if question.startswith(begins):
                del talk[place]
                return said
        return ""

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    yield talk


def test_it_asks_for_what_it_was_not_told_and_asks_again_where_an_answer_is_wrong(
    terminal: list[tuple[str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal += [
        ("Nama lengkap", "Dinas Sosial Kabupaten Sleman"),
        ("Jenis instansi [dinas]", "istana"),
        ("Jenis instansi [dinas]", "dinas"),
        ("Tempat", ""),
        ("Tempat", "Sleman"),
        ("Masa peta [2026-2030]", "kapan saja"),
        ("Masa peta [2026-2030]", "2027–2031"),
        ("Jabatan yang menetapkan [Bupati Sleman]", ""),
        ("Awalan kode proses [DS]", "SOS"),
    ]
    assert main(["baru", str(tmp_path / "new"), *DAY]) == 0
    assert terminal == []
    said = capsys.readouterr().out
    assert "Jenis instansi “istana” tidak dikenal." in said and "Tulis seperti 2025-2029." in said
    assert "Tempat kedudukan belum diisi." in said
    text = (tmp_path / "new" / "instansi.yaml").read_text(encoding="utf-8")
    for line in ("periode: 2027–2031", "tempat: Sleman", "jabatan: Bupati Sleman", "pola_proses: SOS-{nn}"):
        assert line in text


def test_the_next_period_is_offered_and_what_was_told_is_not_asked(
    terminal: list[tuple[str, str]], tmp_path: Path
) -> None:
    terminal += [("Masa peta [2030-2034]", "")]
    source = str(ROOT / "examples" / "kecamatan-telaga-arum")
    assert main(["baru", str(tmp_path / "new"), "--dari", source, *DAY]) == 0
    assert terminal == []
    assert "periode: 2030–2034" in (tmp_path / "new" / "instansi.yaml").read_text(encoding="utf-8")


def test_a_script_on_a_terminal_can_forbid_questions(
    terminal: list[tuple[str, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal += [("Nama lengkap", "Dinas Sosial Kabupaten Sleman")]
    assert main(["baru", str(tmp_path / "new"), "--tanpa-tanya", *DAY]) == 2
    assert "belum diisi" in capsys.readouterr().err
    assert len(terminal) == 1 and not (tmp_path / "new").exists()


def test_an_end_of_input_is_no_answer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone(question: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", gone)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert main(["baru", str(tmp_path / "new"), *DAY]) == 2
    assert "Tidak ada yang dibuat." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
