"""Bytes by name to files: each appears whole under its name, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from probis.cli._stop import Stop


def write_file(path: Path, data: bytes) -> None:
    """Write one file: aside first, then under its name; raises Stop where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".probis-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(aside).chmod(0o644)
            Path(aside).replace(path)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Stop(f"{path}: berkas ini tidak dapat ditulis ({_cause(error)}).") from None


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files under a folder, in the order of their names."""
    for name in sorted(files):
        write_file(folder / name, files[name])


def appear(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder whole: its files are written beside it and then take its name at once."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".probis-"))
    except OSError:
        raise Stop(f"{folder}: folder ini tidak dapat dibuat. Periksa letak dan izinnya.") from None
    try:
        write_all(aside, files)
        aside.chmod(0o755)
        if folder.is_dir():
            folder.rmdir()
        os.replace(aside, folder)
    except (OSError, Stop):
        raise Stop(f"{folder}: folder ini tidak dapat dibuat. Periksa izin dan sisa ruang simpan.") from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _cause(error: OSError) -> str:
    known = {
        "PermissionError": "tidak ada izin",
        "NotADirectoryError": "sebagian dari letaknya bukan folder",
        "IsADirectoryError": "nama itu sudah dipakai folder",
        "FileExistsError": "nama itu sudah dipakai berkas",
    }
    return known.get(type(error).__name__, "periksa izin dan sisa ruang simpan")
