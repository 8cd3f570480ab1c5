"""A model to the same model whose lintas fungsi are drawn in another notation than its profile names."""

from __future__ import annotations

from probis.model import PetaProsesBisnis, Simbol


def in_notation(model: PetaProsesBisnis, simbol: Simbol | None) -> PetaProsesBisnis:
    """The model as its maps are to be drawn: in this notation, or (None) in that of its profile.

    The notation is the profile's to say, so that every map, overlay and paper finds it in one place; what another
    drawing asks for is a profile that says otherwise.
    """
    profil = model.instansi.profil
    if simbol is None or simbol is profil.simbol:
        return model
    instansi = model.instansi.model_copy(update={"profil": profil.model_copy(update={"simbol": simbol})})
    return model.model_copy(update={"instansi": instansi})
