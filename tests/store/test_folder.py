"""A folder to parts and back: what is read, what is refused, and that a failed write changes nothing."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from probis.store import folder as module
from probis.store.folder import FolderError, read_folder, write_folder
from probis.store.names import complaint

PARTS = {"instansi.yaml": b"nama: Biro\n", "lintas-fungsi/a.yaml": b"proses: a\n"}


def test_what_was_written_is_read(tmp_path: Path) -> None:
    assert write_folder(tmp_path / "biro", PARTS) == tuple(sorted(PARTS))
    assert read_folder(tmp_path / "biro") == PARTS


_NAMES = st.builds(
    lambda folders, file: "/".join([*folders, f"{file}.yaml"]),
    st.lists(st.sampled_from(["lintas-fungsi", "a", "b1"]), max_size=2),
    st.sampled_from(["a", "b", "b1", "proses", "x-y"]),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(_NAMES, st.binary(max_size=50), max_size=6))
def test_any_parts_come_back(tmp_path_factory: pytest.TempPathFactory, parts: dict[str, bytes]) -> None:
    path = tmp_path_factory.mktemp("folder")
    write_folder(path, parts)
    assert read_folder(path) == dict(sorted(parts.items()))


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    write_folder(tmp_path, PARTS)
    (tmp_path / "catatan.docx").write_bytes(b"x")
    (tmp_path / ".skema").mkdir()
    (tmp_path / ".skema" / "proses.yaml").write_bytes(b"x")
    assert read_folder(tmp_path) == PARTS
    write_folder(tmp_path, {}, remove=True)
    assert read_folder(tmp_path) == {}
    assert (tmp_path / "catatan.docx").exists()
    assert (tmp_path / ".skema" / "proses.yaml").exists()


def test_files_that_vanished_are_removed_only_when_asked(tmp_path: Path) -> None:
    write_folder(tmp_path, PARTS)
    fewer = {"instansi.yaml": b"nama: Biro\n"}
    assert write_folder(tmp_path, fewer) == ()
    assert read_folder(tmp_path) == PARTS
    assert write_folder(tmp_path, fewer, remove=True) == ("lintas-fungsi/a.yaml",)
    assert read_folder(tmp_path) == fewer


def test_right_files_are_not_touched(tmp_path: Path) -> None:
    write_folder(tmp_path, PARTS)
    os.utime(tmp_path / "instansi.yaml", (1, 1))
    write_folder(tmp_path, {**PARTS, "lintas-fungsi/a.yaml": b"baru"})
    assert (tmp_path / "instansi.yaml").stat().st_mtime == 1


def test_a_failed_write_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(tmp_path, PARTS)
    calls = iter([None])

    def full(handle: int) -> None:
        if next(calls, "full") == "full":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(FolderError, match="tidak dapat ditulisi"):
        write_folder(tmp_path, {"instansi.yaml": b"1", "lintas-fungsi/a.yaml": b"2"})
    assert read_folder(tmp_path) == PARTS
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(".tulis-")]


@pytest.mark.parametrize("name", ["../x.yaml", "/x.yaml", "a/../../x.yaml", "x.txt", "a/b/c/d/e.yaml", "a\\b.yaml"])
def test_nothing_is_written_outside_or_of_another_kind(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "biro"
    with pytest.raises(FolderError):
        write_folder(inside, {**PARTS, name: b"x"})
    assert not inside.exists()


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rahasia.yaml").write_bytes(b"sandi: 1")
    inside = tmp_path / "biro"
    write_folder(inside, PARTS)
    (inside / "arah.yaml").symlink_to(tmp_path / "rahasia.yaml")
    with pytest.raises(FolderError, match=r"arah\.yaml: Berkas ini menunjuk ke luar foldernya\."):
        read_folder(inside)


def test_a_folder_that_is_a_link_out_is_not_followed_nor_written_through(tmp_path: Path) -> None:
    outside, inside = tmp_path / "luar", tmp_path / "biro"
    outside.mkdir()
    (outside / "x.yaml").write_bytes(b"x")
    inside.mkdir()
    (inside / "lintas-fungsi").symlink_to(outside)
    assert read_folder(inside) == {}
    with pytest.raises(FolderError):
        write_folder(inside, PARTS)
    assert not (outside / "a.yaml").exists()


def test_a_link_within_the_folder_is_read(tmp_path: Path) -> None:
    write_folder(tmp_path, PARTS)
    (tmp_path / "arah.yaml").symlink_to(tmp_path / "instansi.yaml")
    assert read_folder(tmp_path)["arah.yaml"] == PARTS["instansi.yaml"]


def test_everything_wrong_is_said_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_FILE", 10)
    (tmp_path / "besar.yaml").write_bytes(b"x" * 11)
    (tmp_path / "putus.yaml").symlink_to(tmp_path / "tidak-ada")
    os.mkfifo(tmp_path / "pipa.yaml")
    with pytest.raises(FolderError) as caught:
        read_folder(tmp_path)
    said = {temuan.alamat: temuan.pesan for temuan in caught.value.temuan}
    assert said == {
        "besar.yaml": "Berkas ini terlalu besar; paling besar 0 MB.",
        "pipa.yaml": "Ini bukan berkas biasa.",
        "putus.yaml": "Berkas ini tidak dapat dibaca.",
    }


def test_a_large_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(tmp_path, {f"{n}.yaml": b"x" * 10 for n in range(5)})
    monkeypatch.setattr(module, "LARGEST_FOLDER", 30)
    with pytest.raises(FolderError, match="lebih dari 0 MB"):
        read_folder(tmp_path)
    monkeypatch.setattr(module, "MOST_FILES", 2)
    with pytest.raises(FolderError, match="lebih dari 2 berkas"):
        read_folder(tmp_path)


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="Folder ini tidak ada"):
        read_folder(tmp_path / "tidak-ada")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=20))
def test_a_name_that_is_accepted_stays_inside(name: str) -> None:
    if not complaint(name):
        assert not Path(name).is_absolute()
        assert ".." not in Path(name).parts
        assert all(mark.isprintable() for mark in name)
