"""Words on paper: runs of text with their emphasis."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

_UNPRINTABLE = ("Cc", "Cs", "Co", "Cn")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face; ``\\n`` breaks the line, ``tag`` is a small framed word (*usulan*)."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    tag: bool = False

    def __post_init__(self) -> None:
        if self.text.isprintable():
            return
        kept = "".join(c for c in self.text if c in "\n\t" or unicodedata.category(c) not in _UNPRINTABLE)
        if kept != self.text:
            object.__setattr__(self, "text", kept)


Text = tuple[Run, ...]


def text(*parts: str | Run | Text) -> Text:
    """Plain strings, runs and texts in a row as one text; empty parts fall away."""
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, str):
            runs.append(Run(part))
        elif isinstance(part, Run):
            runs.append(part)
        else:
            runs.extend(part)
    return tuple(run for run in runs if run.text)


def bold(value: str | Text) -> Text:
    """The same text in bold."""
    return tuple(replace(run, bold=True) for run in text(value))


def italic(value: str | Text) -> Text:
    """The same text in italics."""
    return tuple(replace(run, italic=True) for run in text(value))


def plain(value: Text) -> str:
    """The text without its emphasis; a line break becomes a space."""
    return " ".join("".join(run.text for run in value).split())
