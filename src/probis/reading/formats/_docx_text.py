"""A paragraph of a DOCX file to what a reader sees of it: its words by printed line, and what hangs in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from probis.reading.formats._docx_package import MC, W
from probis.reading.formats._docx_shapes import chosen
from probis.reading.formats._docx_signs import sign
from probis.reading.formats._docx_styles import Style, Styles, said

_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_THROUGH: Final = {
    f"{W}{name}"
    for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "ins", "moveTo", "bdo", "dir",
                 "ruby", "rubyBase")
}  # fmt: skip
_GONE: Final = {f"{W}del", f"{W}moveFrom"}
_SIGNS: Final = {f"{W}noBreakHyphen": "-", f"{W}tab": "\t", f"{W}ptab": "\t"}


@dataclass(slots=True)
class Segment:
    """One line of a paragraph, up to where its writer broke it: its words, and the page its first word stands on."""

    text: str = ""
    page: int | None = None
    heavy: int = 0  # letters in bold
    letters: int = 0

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return 0 < self.letters == self.heavy


@dataclass(slots=True)
class Pages:
    """On which page the text stands, as far as the file says: where the last writer broke it, or a person did."""

    page: int = 1
    said: bool = False
    _fresh: bool = False

    def broken(self) -> None:
        """A person began a new page here."""
        self.page += 1
        self.said = self._fresh = True

    def rendered(self) -> None:
        """The program that wrote the file began a new page here; after a person's break it says the same again."""
        if not self._fresh:
            self.page += 1
        self.said, self._fresh = True, False

    def written(self) -> int:
        """The page of a word that stands here."""
        self._fresh = False
        return self.page


@dataclass(slots=True)
class Written:
    """What a paragraph holds."""

    segments: list[Segment] = field(default_factory=lambda: [Segment()])
    drawings: list[Any] = field(default_factory=list)
    noise: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # kind of note and id
    added: int = 0


class Writing:
    """Reads paragraphs one after the other: fields and pages go on from one to the next."""

    def __init__(self, styles: Styles, pages: Pages) -> None:
        self._styles = styles
        self._pages = pages
        self._fields: list[bool] = []  # of each open field whether its code is still going on
        self._out = Written()
        self._gone: list[str] = []
        self._hidden: list[str] = []

    def read(self, paragraph: Any, style: Style) -> Written:
        """What a paragraph in this style holds."""
        self._out = Written()
        self._gone, self._hidden = [], []
        self._walk(paragraph, style)
        for words, what in (
            (self._gone, "teks yang dihapus dengan lacak perubahan"),
            (self._hidden, "teks tersembunyi"),
        ):
            text = "".join(words).strip()
            if text:
                self._out.noise.append((text, what))
        return self._out

    def _walk(self, element: Any, style: Style) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, style)
            elif tag in _THROUGH:
                before = sum(segment.letters for segment in self._out.segments)
                self._walk(child, style)
                if tag in (f"{W}ins", f"{W}moveTo"):
                    self._out.added += sum(segment.letters for segment in self._out.segments) - before
            elif tag in _GONE:
                self._gone += [each.text or "" for each in child.iter(f"{W}delText", f"{W}t")]
            elif tag == f"{MC}AlternateContent":
                self._walk(chosen(child), style)
            elif tag in (f"{_M}oMath", f"{_M}oMathPara"):
                self._say("".join(each.text or "" for each in child.iter(f"{_M}t")), style, False)

    def _run(self, run: Any, style: Style) -> None:
        properties = run.find(f"{W}rPr")
        at, bold = style, bool(style.bold)
        if properties is not None and len(properties):
            named = properties.find(f"{W}rStyle")
            own, by_name = said(properties), self._styles.run(named.get(f"{W}val") if named is not None else None)
            bold = own.bold if own.bold is not None else bold != bool(by_name.bold)
            at = own.over(by_name).over(style)
        self._inside(run, at, bold)

    def _inside(self, run: Any, style: Style, bold: bool) -> None:
        out = self._out
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                self._say(child.text or "", style, bold)
            elif tag in _SIGNS:
                self._say(_SIGNS[tag], style, bold)
            elif tag in (f"{W}br", f"{W}cr"):
                kind = child.get(f"{W}type")
                if kind == "page":
                    self._pages.broken()
                if not any(self._fields):
                    out.segments.append(Segment())
            elif tag == f"{W}lastRenderedPageBreak":
                self._pages.rendered()
            elif tag == f"{W}sym":
                self._symbol(child, style, bold)
            elif tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"))
            elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
                out.drawings.append(child)
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference", f"{W}commentReference"):
                out.notes.append((tag[len(W) : -len("Reference")], child.get(f"{W}id", "")))
            elif tag == f"{MC}AlternateContent":
                self._inside(chosen(child), style, bold)

    def _field(self, kind: str | None) -> None:
        if kind == "begin" and len(self._fields) < 50:
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _symbol(self, element: Any, style: Style, bold: bool) -> None:
        try:
            letter = chr(int(element.get(f"{W}char", ""), 16))
        except (ValueError, OverflowError):
            return
        if letter.isprintable() or 0xF000 <= ord(letter) <= 0xF0FF:
            self._say(sign(letter, element.get(f"{W}font", "")), style, bold)

    def _say(self, text: str, style: Style, bold: bool) -> None:
        if not text or any(self._fields):
            return
        if style.hidden:
            self._hidden.append(text)
            return
        segment = self._out.segments[-1]
        letters = sum(not letter.isspace() for letter in text)
        if letters and segment.page is None:
            segment.page = self._pages.written()
        segment.letters += letters
        segment.heavy += letters if bold else 0
        segment.text += text.upper() if style.caps else text
