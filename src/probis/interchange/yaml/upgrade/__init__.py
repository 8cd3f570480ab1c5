"""Files written for an older version of the model to files of this version, one step a file (`from_1.py`: 1 to 2)."""

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import cast

from probis.interchange.yaml.marked import Entries, Mark, adopted
from probis.model import SKEMA

Step = Callable[[dict[str, Entries]], dict[str, Entries]]
"""Takes the files of one version (path to what the file holds: mappings, lists and texts) and returns the next one's.

What a step leaves as it is keeps its place in the file; what it makes anew takes the place of what holds it.
"""


class UnknownVersion(Exception):
    """The files are of a version that no step leads from; `said` is what to tell the user."""

    def __init__(self, pesan: str, saran: str) -> None:
        super().__init__(pesan)
        self.said = (pesan, saran)


@cache
def steps() -> Mapping[int, Step]:
    """Return the steps by the version they start from; each module `from_<n>` holds one function `lift`."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        if module.name.startswith("from_"):
            found[int(module.name.removeprefix("from_"))] = import_module(f"{__name__}.{module.name}").lift
    return found


def lift(
    parts: Mapping[str, Entries], version: int, *, to: int = SKEMA, known: Mapping[int, Step] | None = None
) -> dict[str, Entries]:
    """Return the files lifted from `version` to `to`, step by step.

    Raises UnknownVersion for a version newer than `to`, or one that no step leads from.
    """
    path = steps() if known is None else known
    if version > to:
        raise UnknownVersion(
            f"Folder ini ditulis dengan Probis yang lebih baru: skema {version}, sedangkan versi ini mengenal sampai "
            f"skema {to}.",
            "Perbarui Probis, lalu coba lagi.",
        )
    lifted = dict(parts)
    for here in range(version, to):
        if here not in path:
            raise UnknownVersion(f"Skema {version} tidak dikenal.", f"Tulis skema: {to}.")
        lifted = path[here](lifted)
    if version == to:
        return lifted
    return {file: cast(Entries, adopted(part, Mark(1))) for file, part in lifted.items()}
