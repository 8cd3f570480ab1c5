"""The pages of a map to files by name: one SVG or PNG a page, one PDF for all pages."""

from probis.drawing.medium import SCREEN, Medium
from probis.drawing.render.pdf import pdf
from probis.drawing.render.png import png
from probis.drawing.render.svg import svg
from probis.drawing.scene import Scene
from probis.maps import Map, paper_of
from probis.model import PetaProsesBisnis


def medium(model: PetaProsesBisnis, media: str) -> Medium:
    """Return the screen, or the paper of the body's profile."""
    return SCREEN if media == "layar" else paper_of(model)


def stem(kind: Map, subject_id: str | None) -> str:
    """Return the file name without ending: "peta-lintas-fungsi--fasilitasi"."""
    return f"{kind.slug}--{subject_id}" if subject_id else kind.slug


def pictures(scenes: tuple[Scene, ...], name: str, form: str) -> dict[str, bytes]:
    """Return the files of a drawn map; pages beyond the first carry their number."""
    if form == "pdf":
        return {f"{name}.pdf": pdf(scenes)}
    pages: dict[str, bytes] = {}
    for number, scene in enumerate(scenes, start=1):
        page = name if len(scenes) == 1 else f"{name}--halaman-{number}"
        pages[f"{page}.{form}"] = svg(scene).encode() if form == "svg" else png(scene)
    return pages
