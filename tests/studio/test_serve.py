"""The studio as a program of its own: served from an empty data folder, loaded once, and clear when it cannot."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from bodies import body
from probis.store.folder import write_folder

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (
    "import sys; from pathlib import Path; from probis.studio.serve import run;"
    "sys.exit(run([Path(f) for f in sys.argv[2:]], '127.0.0.1', int(sys.argv[1]), open_browser=False))"
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def command(port: int, *folders: Path) -> list[str]:
    return [sys.executable, "-c", PROGRAM, str(port), *map(str, folders)]


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "PROBIS_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}


@contextmanager
def served(home: Path, *folders: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    port = free_port()
    process = subprocess.Popen(
        command(port, *folders), env=environment(home), stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.communicate(timeout=30)


def wait_for(process: "subprocess.Popen[str]", words: str) -> str:
    assert process.stderr is not None
    said = ""
    while words not in said:
        line = process.stderr.readline()
        assert line, said
        said += line
    return said


def get(address: str) -> str:
    for _ in range(100):
        try:
            with urlopen(address, timeout=30) as response:
                return str(response.read().decode())
        except ConnectionError:
            time.sleep(0.1)
        except OSError as error:
            if "refused" not in str(error):
                raise
            time.sleep(0.1)
    raise AssertionError(f"{address} never answered")


def test_from_nothing_to_pages_and_the_same_folder_again(tmp_path: Path) -> None:
    folder, home = tmp_path / "badan", tmp_path / "data"
    write_folder(folder, body(1))
    with served(home, folder) as (address, process):
        said = wait_for(process, "Studio Probis terbuka di")
        assert "Badan Uji Pertumbuhan 2025–2029: dimuat sebagai revisi pertama" in said
        assert f"{address}/" in said
        assert "Badan Uji Pertumbuhan" in get(f"{address}/")
        assert "<svg" in get(f"{address}/badan-uji/2025-2029/")
        style = re.search(r'href="(/static/studio/studio\.css[^"]*)"', get(f"{address}/"))
        assert style
        assert "@font-face" in get(address + style[1])
    with served(home, folder) as (_, process):
        assert "sudah dimuat" in wait_for(process, "Studio Probis terbuka di")
    assert (home / "kunci-rahasia").stat().st_mode & 0o077 == 0


def run_to_end(home: Path, port: int, *folders: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(port, *folders), env=environment(home), capture_output=True, text=True, encoding="utf-8", timeout=60
    )


def test_a_folder_that_cannot_be_read_is_said_with_its_places(tmp_path: Path) -> None:
    folder = tmp_path / "badan"
    parts = body(1)
    write_folder(folder, {**parts, "proses.yaml": parts["proses.yaml"].replace(b"nama:", b"namma:", 1)})
    done = run_to_end(tmp_path / "data", free_port(), folder, tmp_path / "tidak-ada")
    assert done.returncode == 2
    assert "proses.yaml:" in done.stderr
    assert "namma" in done.stderr
    assert "Folder ini tidak ada." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        done = run_to_end(tmp_path / "data", port)
    assert done.returncode == 2
    assert f"Porta {port} sedang dipakai program lain." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_data_folder_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "berkas"
    blocked.write_text("bukan folder")
    done = run_to_end(blocked / "data", free_port())
    assert done.returncode == 2
    assert "Folder data studio tidak dapat dipakai" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("names", "status"), [("", 400), ("probis.example", 200)])
def test_other_host_names_are_answered_when_they_are_named(tmp_path: Path, names: str, status: int) -> None:
    program = (
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        "from django.test import Client\n"
        "call_command('migrate', verbosity=0)\n"
        "print(Client(HTTP_HOST='probis.example').get('/').status_code)"
    )
    settings = {"PROBIS_HOSTS": names, "DJANGO_SETTINGS_MODULE": "probis.studio.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**environment(tmp_path), **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == str(status)
