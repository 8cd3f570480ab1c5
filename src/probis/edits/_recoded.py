"""A map whose processes carry another body's codes to the same map with codes of its own grammar, counted anew."""

from __future__ import annotations

import re

from probis.edits._walk import Changes, changed
from probis.model import PetaProsesBisnis, Profil, Proses, tulis_kode
from probis.model.kode import pisah_kode


def recoded(model: PetaProsesBisnis, before: Profil) -> PetaProsesBisnis:
    """Return the map with codes of its profile; `before` is the profile of the codes it has now.

    Numbers run from 1 in the order of the old codes, so that a gap is closed; texts that name a code follow.
    """
    codes: dict[str, str] = {}
    _count(model, None, "", before, codes)
    proses = tuple(p.model_copy(update={"kode": codes.get(p.id, p.kode)}) for p in model.proses)
    said = {p.kode: codes[p.id] for p in model.proses if p.kode and p.id in codes and p.kode != codes[p.id]}
    made = model.model_copy(update={"proses": proses})
    if not said:
        return made
    shapes = "|".join(re.escape(code) for code in sorted(said, key=lambda code: (-len(code), code)))
    pattern = re.compile(rf"(?<![\w.-])(?:{shapes})(?![\w-]|\.\w)")
    renamed = changed(
        model, Changes(lambda text: pattern.sub(lambda m: said[m[0]], text), lambda id_: id_, frozenset())
    )
    named = {p.id: p for p in renamed.proses}
    both = tuple(named[p.id].model_copy(update={"kode": p.kode}) for p in proses)
    return renamed.model_copy(update={"proses": both, "instansi": made.instansi})


def _count(model: PetaProsesBisnis, above: str | None, code: str, before: Profil, codes: dict[str, str]) -> None:
    profil = model.instansi.profil
    grammar, old = (
        (profil.pola_proses, before.pola_proses) if above is None else (profil.pola_sub_proses, before.pola_sub_proses)
    )
    ordered = sorted(enumerate(model.anak(above)), key=lambda item: _number(item[1], old, item[0]))
    number = 0
    for _, proses in ordered:
        if proses.kode:
            number += 1
            codes[proses.id] = tulis_kode(grammar, number, code)
        _count(model, proses.id, codes.get(proses.id, ""), before, codes)


def _number(proses: Proses, grammar: str, place: int) -> tuple[int, int]:
    found = pisah_kode(grammar, proses.kode)
    return (found[1], place) if found else (10**6, place)
