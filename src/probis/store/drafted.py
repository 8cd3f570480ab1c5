"""A draft that was read from a decree to the files of its folder, with the mark that says what the reading made."""

import json
from hashlib import sha256

from probis.interchange import yaml
from probis.reading.draft import Rancangan

MARK = ".probis-baca.json"
"""What a reading made in a folder, by name and SHA-256; what a person changed since then is not overwritten."""


class TooBig(Exception):
    """A draft that no folder can hold; the message says why, in Indonesian."""


def files(draft: Rancangan) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the parts of the map, and what stands beside them: the mark and the pictures of the document."""
    parts = yaml.write(draft.model, (draft.naskah,))
    wrong = yaml.read(parts)
    if wrong.nilai is None:
        first = "; ".join(each.pesan for each in wrong.temuan[:3])
        raise TooBig(f"Naskah ini terlalu besar untuk satu folder peta ({first}). Bagi naskahnya.")
    kept = {name: digest(data) for name, data in parts.items()}
    mark = json.dumps({"naskah": draft.naskah.nama, "berkas": kept}, ensure_ascii=False, indent=1)
    return parts, {**draft.gambar, MARK: f"{mark}\n".encode()}


def digest(data: bytes) -> str:
    """Return the sum by which the mark knows a file."""
    return sha256(data).hexdigest()
