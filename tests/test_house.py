"""The house: who may know whom beyond what import-linter's contracts say, file sizes, no room without a subject."""

from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "probis"
READING = ("reading.formats", "reading.parts", "reading.contradictions")
FAMILIES = ("rules", "maps", "documents", "interchange", "edits", "analysis", "cli", *READING)


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("probis")


@pytest.mark.parametrize("family", FAMILIES)
def test_members_of_a_family_never_import_each_other(graph: grimp.ImportGraph, family: str) -> None:
    members = {m for m in graph.find_children(f"probis.{family}") if not m.rpartition(".")[2].startswith("_")}
    known = {
        (member, other)
        for member in members
        for inner in {member} | graph.find_descendants(member)
        for other in members - {member}
        if graph.find_modules_directly_imported_by(inner) & ({other} | graph.find_descendants(other))
    }
    assert not known


def test_no_file_is_two_rooms() -> None:
    long = {
        path.name: lines
        for path in SOURCE.rglob("*.py")
        if "migrations" not in path.parts and (lines := len(path.read_text(encoding="utf-8").splitlines())) > 700
    }
    assert not long


def test_no_room_is_without_a_subject() -> None:
    names = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"}
    assert not [path for path in SOURCE.rglob("*") if path.stem in names]


def test_every_module_opens_with_a_sentence() -> None:
    bare = [
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if "migrations" not in path.parts and not path.read_text(encoding="utf-8").startswith('"""')
    ]
    assert not bare


def test_no_committed_file_names_a_package_registry_or_this_machine() -> None:
    hosts = ("py" + "pi.org", "files.python" + "hosted.org", "registry." + "npmjs.org", "debian" + ".org/debian")
    suffixes = {".py", ".md", ".txt", ".in", ".toml", ".yaml", ".sh", ".css", ".html", ".js", ""}
    for path in ROOT.rglob("*"):
        ours = path.is_file() and not {".git", ".venv", "build", ".out"} & set(path.parts)
        if ours and path.suffix in suffixes and path.stat().st_size < 10**6:
            text = path.read_text(encoding="utf-8", errors="ignore")
            assert not [host for host in hosts if host in text], path
