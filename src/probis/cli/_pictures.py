"""A map of a model to files by name: one SVG or PNG a page, one PDF for all pages."""

from probis.drawing.medium import A3, A4, F4, SCREEN, Medium
from probis.drawing.render.pdf import pdf
from probis.drawing.render.png import png
from probis.drawing.render.svg import svg
from probis.maps import Map
from probis.model import PetaProsesBisnis, UkuranKertas

_PAPER = {UkuranKertas.F4: F4, UkuranKertas.A4: A4, UkuranKertas.A3: A3}


def medium(model: PetaProsesBisnis, media: str) -> Medium:
    """Return the screen, or the paper of the body's profile."""
    return SCREEN if media == "layar" else _PAPER[model.instansi.profil.kertas.ukuran]


def stem(kind: Map, subject_id: str | None) -> str:
    """Return the file name without ending: "peta-lintas-fungsi--fasilitasi"."""
    return f"{kind.slug}--{subject_id}" if subject_id else kind.slug


def pictures(model: PetaProsesBisnis, kind: Map, subject_id: str | None, on: Medium, form: str) -> dict[str, bytes]:
    """Draw a map and return its files; pages beyond the first carry their number."""
    scenes = kind.draw(model, subject_id, on)
    name = stem(kind, subject_id)
    if form == "pdf":
        return {f"{name}.pdf": pdf(scenes)}
    pages: dict[str, bytes] = {}
    for number, scene in enumerate(scenes, start=1):
        page = name if len(scenes) == 1 else f"{name}--halaman-{number}"
        pages[f"{page}.{form}"] = svg(scene).encode() if form == "svg" else png(scene)
    return pages
