"""What the family of documents shares: the description by which a document is found and listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from probis.documents._state import Keadaan

SubjectKind = Literal["instansi", "proses", "lintas-fungsi"]
Format = Literal["pdf", "docx", "xlsx", "html"]


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of document: ``slug`` is its file name with hyphens, ``subject`` the kind of element one paper is about.

    ``formats`` are those that make sense for it, the usual one first; XLSX only where tables are what it holds.
    ``states`` are those in which it can be written, none where it has no states; ``compares`` says that it is
    written of an older model and a newer one, ``trend`` that it can be so written, ``emblem`` that it has a letterhead
    with a place for the emblem, ``whole`` that one of elements can also be written of all of them. ``maps`` are the
    kinds of maps of which it shows each one (or that of its element), so that the caller does well to draw them all at
    once; ``volumes`` says that a large one is written in several files; ``order`` is its place in lists.
    """

    slug: str
    title: str
    summary: str
    subject: SubjectKind
    formats: tuple[Format, ...] = ("pdf", "docx", "html")
    states: tuple[Keadaan, ...] = ()
    compares: bool = False
    trend: bool = False
    emblem: bool = False
    whole: bool = False
    maps: tuple[str, ...] = ()
    volumes: bool = False
    order: int = 90
