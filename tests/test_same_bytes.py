"""Same model, same bytes: two builds with another clock, zone, locale, hash seed and folder differ in nothing."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WORLDS = [
    {"TZ": "Asia/Makassar", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"},
]


def build(example: Path, world: dict[str, str], folder: Path) -> dict[str, str]:
    """Build a copy of the example elsewhere; return the hash of each file made."""
    here = folder / "deep" / "copy of the body"
    here.mkdir(parents=True)
    for path in example.rglob("*.yaml"):
        target = here / path.relative_to(example)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    command = [sys.executable, "-m", "probis", "bangun", str(here), "--ke", "hasil", "--pada", "2026-11-24"]
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), **world}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    made = folder / "hasil"
    return {
        path.relative_to(made).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(made.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("name", ["biro-organisasi-ntt", "kecamatan-telaga-arum"])
def test_two_builds_are_equal(name: str, tmp_path: Path) -> None:
    first, second = (build(ROOT / "examples" / name, world, tmp_path / str(n)) for n, world in enumerate(WORLDS))
    assert len(first) > 10
    assert first == second
