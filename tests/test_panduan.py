"""The guides do what they say: every command and every line of Python in them is run, and what they show is seen.

In a guide a `sh` block is run line by line; a line ends with "# kode keluar N" where N is not 0. A `text` block after
it holds beginnings of lines, or parts of them, that its output must show. A `yaml PATH` block is written to that
file. All `python` blocks of a guide are one program. `probis studio` is started, asked for its first page, and ended.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUIDES = sorted((ROOT / "docs" / "panduan").glob("*.md"))
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)
EXIT = re.compile(r"\s+# kode keluar (\d+)$")


def blocks(guide: Path) -> list[tuple[str, str, str]]:
    return BLOCK.findall(guide.read_text(encoding="utf-8"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A working folder with the examples, and a `probis` that is the one under test."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("biro-*"))
    bin_ = tmp_path / ".bin"
    bin_.mkdir()
    probis = bin_ / "probis"
    probis.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m probis "$@"\n', encoding="utf-8")
    probis.chmod(0o755)
    return tmp_path


def environment(place: Path) -> dict[str, str]:
    who = {f"GIT_{role}_{part}": "penguji@contoh" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    paths = {"PATH": f"{place / '.bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src")}
    return {**os.environ, **who, **paths, "PYTHONIOENCODING": "utf-8", "HOME": str(place)}


def run_line(line: str, place: Path) -> str:
    expected = int(found[1]) if (found := EXIT.search(line)) else 0
    done = subprocess.run(
        ["sh", "-c", EXIT.sub("", line)],
        cwd=place,
        env=environment(place),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == expected, f"{line}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout + done.stderr


def visit_studio(line: str, place: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = line.split()[1:]
    command = [sys.executable, "-m", "probis", *words, "--porta", str(port)]
    process = subprocess.Popen(
        command, cwd=place, env=environment(place), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        for _ in range(240):
            assert process.poll() is None, process.stderr.read().decode() if process.stderr else ""
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as page:
                    assert page.status == 200
                    return
            except OSError:
                time.sleep(0.25)
        pytest.fail(f"{line}: no page")
    finally:
        process.terminate()
        process.wait(30)
        if process.stderr:
            process.stderr.close()


def commands(text: str) -> Iterator[str]:
    yield from (line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_every_command_of_a_guide_does_what_the_guide_says(guide: Path, place: Path) -> None:
    if "git " in guide.read_text(encoding="utf-8") and shutil.which("git") is None:
        pytest.skip("git is not installed")
    output = ""
    for kind, name, text in blocks(guide):
        if kind == "sh":
            output = ""
            for line in commands(text):
                if line.startswith("probis studio"):
                    visit_studio(line, place)
                else:
                    output += run_line(line, place)
        elif kind == "text":
            assert not [line for line in text.splitlines() if line not in output], output[-3000:]
        elif kind == "yaml" and name:
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_all_python_of_a_guide_runs_as_one_program(guide: Path, place: Path) -> None:
    program = "\n".join(text for kind, _, text in blocks(guide) if kind == "python")
    if not program:
        assert guide.stem != "perekayasa"
        return
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=place,
        env=environment(place),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-3000:]


def test_no_block_of_a_guide_escapes_the_test() -> None:
    known = {"sh", "text", "yaml", "python"}
    for guide in GUIDES:
        text = guide.read_text(encoding="utf-8")
        assert text.count("```") == 2 * len(blocks(guide)), guide.name
        assert {kind for kind, _, _ in blocks(guide)} <= known
        assert not [name for kind, name, _ in blocks(guide) if kind == "yaml" and not name], guide.name
    named = [
        "analis",
        "konfirmasi",
        "membaca-keputusan",
        "memperbaiki",
        "menata-letak",
        "pemilik-proses",
        "perekayasa",
        "tata-bpmn",
    ]
    assert [guide.stem for guide in GUIDES] == named


def test_every_command_of_the_program_is_shown_in_some_guide() -> None:
    from probis.cli import commands as all_commands

    shown = "\n".join(text for guide in GUIDES for kind, _, text in blocks(guide) if kind == "sh")
    assert not [name for name in all_commands() if f"probis {name}" not in shown]
