"""A wished document of an edition to its preview or file, made once, beside the request where it takes long."""

from collections.abc import Iterator, Mapping

from probis.documents import UNSEEN, writer
from probis.drawing.scene import Scene
from probis.maps import UnknownSubject, all_maps, find_map, paper_of
from probis.model import PetaProsesBisnis
from probis.paper import Image, Paper
from probis.paper.render import rendered, shows_pictures
from probis.paper.render.html import fragment
from probis.studio.body.kept import Beside, Kept, kept_on_disk
from probis.studio.body.opened import Opened
from probis.studio.config.build import mark
from probis.studio.maps import pictures
from probis.studio.papers.offered import Wish

PATIENCE = 10.0
"""Seconds for which a request waits for its document; then it is told to come again."""
PREVIEW = "pratinjau"
_PAPERS: Kept[Paper] = Kept(4)
_BYTES: Kept[bytes] = Kept(24)
_BESIDE: Beside[bytes] = Beside(12)

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}
"""The forms in which a document can be taken away, with their media types."""


class _Drawn(Mapping[tuple[str, str | None], tuple[Scene, ...]]):
    """The maps of an edition on its sheets, each drawn when a paper first asks for it, and kept for the map's files."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def __getitem__(self, key: tuple[str, str | None]) -> tuple[Scene, ...]:
        slug, subject = key
        found = find_map(slug)
        if found is None:
            raise KeyError(key)
        try:
            return pictures.scenes(self._opened, found, subject, paper_of(self._opened.model))
        except UnknownSubject:
            raise KeyError(key) from None

    def __iter__(self) -> Iterator[tuple[str, str | None]]:
        model = self._opened.model
        return ((each.slug, subject.id) for each in all_maps() for subject in each.subjects(model))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def made(opened: Opened, wish: Wish, form: str, lama: PetaProsesBisnis | None, lambang: Image | None) -> bytes:
    """Return the document in one of its forms, or as a part of a page (PREVIEW); `lama` is what it compares with,
    `lambang` the emblem of its letterhead.

    Raises NotWritable where the model cannot give it, StillMaking where it takes longer than PATIENCE.
    """
    drawn = _Drawn(opened) if shows_pictures(form) else UNSEEN
    what = (wish.document.slug, wish.subject, wish.keadaan, wish.banding)
    of = (opened.instansi, opened.edisi, opened.revisi.id, opened.pada, *what)
    key = " ".join(map(str, ("dokumen", *of, form, mark())))

    def paper() -> Paper:
        write = writer(wish.document.slug)
        return write(
            opened.model,
            wish.subject,
            pada=opened.pada,
            drawings=drawn,
            keadaan=wish.keadaan,
            lama=lama,
            lambang=lambang,
        )

    def written() -> bytes:
        found = _PAPERS.get((*of, shows_pictures(form)), paper)
        return fragment(found).encode() if form == PREVIEW else rendered(found, form)

    return _BESIDE.get(key, lambda: _BYTES.get(key, lambda: kept_on_disk(key, written)), PATIENCE)
