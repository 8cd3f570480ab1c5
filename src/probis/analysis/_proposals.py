"""Turns a model into which of its elements nobody has confirmed yet."""

from __future__ import annotations

from collections.abc import Mapping

from probis.model import PetaProsesBisnis


def proposals(model: PetaProsesBisnis) -> Mapping[str, bool]:
    """Return, for the address of each element that can rest on a source, whether it is a proposal.

    A step rests on its own source, else on what its lintas fungsi says of it; flows within a map are not counted.
    """
    flags: dict[str, bool] = {}
    maps = {f"lintas-fungsi/{peta.id}": peta for peta in model.lintas_fungsi}
    for alamat, element in model.unsur():
        parts = alamat.split("/")
        peta = maps.get("/".join(parts[:2])) if len(parts) == 3 else None
        if peta is not None and (simpul := peta.cari_simpul(parts[2])) is not None:
            flags[alamat] = peta.simpul_usulan(simpul)
        elif len(parts) <= 2 and hasattr(element, "usulan"):
            flags[alamat] = element.usulan()
    return flags
