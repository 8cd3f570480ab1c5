"""A body's folder of YAML files to its parts by name, and parts back to the folder, whole or not at all."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from probis.model import Temuan, Tingkat
from probis.store.names import complaint, shown

SUFFIX = ".yaml"
LARGEST_FILE = 5_000_000
LARGEST_FOLDER = 50_000_000
MOST_FILES = 5_000
DEEPEST = 3
"""Bounds: bytes of a file, bytes of all files, number of files, folders within folders."""


class FolderError(Exception):
    """The folder cannot be read or written; `temuan` says all of what is wrong, in the user's words."""

    def __init__(self, temuan: tuple[Temuan, ...]) -> None:
        super().__init__("\n".join(f"{each.alamat}: {each.pesan} {each.saran}".strip() for each in temuan))
        self.temuan = temuan


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return the parts of the YAML form in `folder` by name ("proses.yaml", "lintas-fungsi/a.yaml"), sorted.

    Other files and hidden ones are left alone; a link that leads out of the folder is refused, not followed.
    Raises FolderError with everything that is wrong: no such folder, too large, too many, unreadable.
    """
    if not folder.is_dir():
        raise FolderError((_finding(str(folder), "Folder ini tidak ada.", "Periksa nama dan letaknya."),))
    root = folder.resolve()
    parts: dict[str, bytes] = {}
    wrong: list[Temuan] = []
    total = 0
    for name, path in _ours(folder):
        if len(parts) >= MOST_FILES:
            wrong.append(_finding(str(folder), f"Folder ini memuat lebih dari {MOST_FILES} berkas."))
            break
        data = _read(name, path, root)
        if isinstance(data, Temuan):
            wrong.append(data)
            continue
        total += len(data)
        if total > LARGEST_FOLDER:
            wrong.append(_finding(str(folder), f"Isi folder ini lebih dari {LARGEST_FOLDER // 1_000_000} MB."))
            break
        parts[name] = data
    if wrong:
        raise FolderError(tuple(wrong))
    return dict(sorted(parts.items()))


def write_folder(folder: Path, parts: Mapping[str, bytes], *, remove: bool = False) -> tuple[str, ...]:
    """Make the files in `folder` those of `parts` and return the names of what was written or removed.

    All files are written aside first and then take their names, so that a full disk changes nothing; files that are
    right already are not touched. With `remove`, files of the YAML form that are not in `parts` are deleted.
    Raises FolderError for names that lead out of the folder and for a folder that cannot be written.
    """
    wrong = [_finding(shown(name), why) for name in parts if (why := complaint(name) or _not_ours(name))]
    if wrong:
        raise FolderError(tuple(wrong))
    try:
        changed = _replace(folder, parts)
        gone = sorted(name for name, _ in _ours(folder) if name not in parts) if remove else []
        for name in gone:
            (folder / name).unlink()
    except OSError as error:
        raise FolderError((_finding(str(folder), "Folder ini tidak dapat ditulisi.", _cause(error)),)) from error
    return tuple(changed + gone)


def _ours(folder: Path) -> Iterator[tuple[str, Path]]:
    for here, folders, files in os.walk(folder, followlinks=False):
        depth = len(Path(here).relative_to(folder).parts)
        folders[:] = sorted(f for f in folders if not f.startswith(".")) if depth < DEEPEST else []
        for file in sorted(files):
            if file.endswith(SUFFIX) and not file.startswith("."):
                path = Path(here, file)
                yield path.relative_to(folder).as_posix(), path


def _not_ours(name: str) -> str:
    if not name.endswith(SUFFIX) or name.count("/") > DEEPEST:
        return f"Berkas “{shown(name)}” bukan berkas peta. Namanya harus berakhir dengan {SUFFIX}."
    return ""


def _read(name: str, path: Path, root: Path) -> bytes | Temuan:
    try:
        if not path.resolve(strict=True).is_relative_to(root):
            return _finding(shown(name), "Berkas ini menunjuk ke luar foldernya.", "Salin isinya ke dalam folder.")
        if not path.is_file():
            return _finding(shown(name), "Ini bukan berkas biasa.")
        if reason := complaint(name):
            return _finding(shown(name), reason)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, RuntimeError) as error:
        return _finding(shown(name), "Berkas ini tidak dapat dibaca.", _cause(error))
    if len(data) > LARGEST_FILE:
        return _finding(shown(name), f"Berkas ini terlalu besar; paling besar {LARGEST_FILE // 1_000_000} MB.")
    return data


def _replace(folder: Path, parts: Mapping[str, bytes]) -> list[str]:
    """Write aside what differs, then give all of it its name."""
    aside: dict[str, str] = {}
    root = folder.resolve()
    try:
        for name, data in sorted(parts.items()):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.parent.resolve().is_relative_to(root):
                raise PermissionError(name)
            if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
                continue
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".tulis-")
            aside[name] = temporary
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, 0o644)
        for name, temporary in aside.items():
            os.replace(temporary, folder / name)
        return sorted(aside)
    finally:
        for temporary in aside.values():
            Path(temporary).unlink(missing_ok=True)


def _finding(at: str, message: str, advice: str = "") -> Temuan:
    return Temuan(aturan="bacaan", tingkat=Tingkat.GALAT, alamat=at, pesan=message, saran=advice)


def _cause(error: BaseException) -> str:
    if isinstance(error, PermissionError):
        return "Anda tidak punya izin atasnya."
    if isinstance(error, FileNotFoundError):
        return "Tautannya tidak menunjuk ke mana pun."
    return "Periksa apakah disk penuh atau berkasnya sedang dipakai program lain."
