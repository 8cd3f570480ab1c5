"""The files that a map names (gambar/bo-01.png) and that lie in its folder, to parts of its revision."""

from hashlib import sha256
from pathlib import Path

from probis.model import PetaProsesBisnis
from probis.store.folder import SUFFIX
from probis.store.names import complaint

LARGEST = 50_000_000
LARGEST_ALL = 200_000_000
"""Bounds in bytes: of one file, and of all that a revision takes along."""


def read_attached(folder: Path, model: PetaProsesBisnis) -> dict[str, bytes]:
    """Return the files of `model.berkas` that lie in `folder` by name, each with the bytes that the map vouches for.

    What is missing, differs from its hash, leads out of the folder or is too large is left out: the map still says
    what it was. No file of the YAML form is among them.
    """
    root = folder.resolve()
    parts: dict[str, bytes] = {}
    total = 0
    for berkas in model.berkas:
        if complaint(berkas.nama) or berkas.nama.endswith(SUFFIX) or berkas.ukuran > LARGEST:
            continue
        total += berkas.ukuran
        if total > LARGEST_ALL:
            break
        data = _read(folder / berkas.nama, root, berkas.ukuran)
        if data is not None and sha256(data).hexdigest() == berkas.sha256:
            parts[berkas.nama] = data
    return parts


def _read(path: Path, root: Path, size: int) -> bytes | None:
    try:
        if not path.resolve(strict=True).is_relative_to(root) or not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(size + 1)
    except (OSError, RuntimeError):
        return None
