"""What the family of documents shares: the description by which a document is found and listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SubjectKind = Literal["instansi", "proses", "lintas-fungsi"]


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of document: ``slug`` is its file name, ``subject`` the kind of element one paper is about."""

    slug: str
    title: str
    summary: str
    subject: SubjectKind
