"""The name of an example to its folder: shipped with the package, or beside the sources of a checkout."""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path


def examples() -> Mapping[str, Path]:
    """Return every example by name; of two with one name the shipped one."""
    package = Path(str(files("probis")))
    found: dict[str, Path] = {}
    for base in (package / "examples", package.parents[1] / "examples"):
        for folder in sorted(base.iterdir()) if base.is_dir() else ():
            if (folder / "instansi.yaml").is_file():
                found.setdefault(folder.name, folder)
    return found
