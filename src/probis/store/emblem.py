"""The emblem that lies in a folder (lambang.svg, lambang.png) to a part of its revision, and that part to an image."""

from collections.abc import Mapping
from pathlib import Path

from probis.paper import BadImage, Image, emblem
from probis.paper.emblem import LARGEST

NAMES = ("lambang.svg", "lambang.png")
"""The names of the part, the one that is taken first first."""


def read_emblem(folder: Path) -> dict[str, bytes]:
    """Return the emblem of a folder as a part by name, {} where there is none.

    Raises BadImage, with the file named, where it cannot be read or used, or is a link that leads out of the folder.
    """
    path = next((folder / name for name in NAMES if (folder / name).is_file()), None)
    if path is None:
        return {}
    if not path.resolve().is_relative_to(folder.resolve()):
        raise BadImage(f"{path}: berkas ini tautan ke luar folder; salin berkasnya ke dalam folder.")
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        emblem(data, path.name)
    except OSError:
        raise BadImage(f"{path}: berkas ini tidak dapat dibaca.") from None
    except BadImage as reason:
        raise BadImage(f"{path}: {reason}") from None
    return {path.name: data}


def emblem_part(names: Mapping[str, str]) -> str:
    """Return the hash of the emblem among the parts of a revision, by name; "" where there is none."""
    return next((names[name] for name in NAMES if name in names), "")


def image(data: bytes, body: str) -> Image:
    """Return the emblem of the body of this name as it stands in a letterhead; raises BadImage."""
    return emblem(data, f"Lambang pada kepala naskah {body}")
