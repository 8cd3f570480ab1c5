"""The bytes of one YAML file to texts, lists and mappings with places; nothing is typed, nothing is expanded."""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Any

import yaml

from probis.interchange.yaml.marked import Entries, Items, Mark, Report, Word, entries, items, shown, word
from probis.interchange.yaml.syntax import colon, sentence
from probis.interchange.yaml.words import key_twice
from probis.model import Tingkat

MAX_DEPTH = 24
MAX_NODES = 100_000
MAX_SPECIAL = 20
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_TAB = re.compile(r"^ *\t", re.MULTILINE)
_CUT = re.compile(r" #[^\s#!]")


class _Stop(Exception):
    """The file cannot be read further; why is already in the report."""


def decode(data: bytes, report: Report) -> str | None:
    """Return the text of a file in UTF-8 (with or without a byte order mark), or None with the reason reported."""
    head = data[:4]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or (len(data) > 3 and 0 in (head[0], head[1])):
        report.add(
            Mark(1),
            "Berkas ini tersimpan sebagai UTF-16, bukan UTF-8.",
            "Simpan ulang sebagai UTF-8 (di Notepad: Simpan sebagai, Pengodean: UTF-8).",
        )
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.add(
            Mark(line),
            "Ada huruf di baris ini yang tidak tersimpan sebagai UTF-8.",
            "Simpan ulang berkas sebagai UTF-8 (di Notepad: Simpan sebagai, Pengodean: UTF-8), lalu periksa baris ini.",
        )
        return None
    bad = _UNREADABLE.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        report.add(
            Mark(line, column),
            "Ada karakter kendali yang tidak tampak di baris ini.",
            "Hapus karakter itu, atau ketik ulang baris ini.",
        )
        return None
    return text


@dataclass
class Budget:
    """How many texts, lists and mappings may still be read, over all files of a folder."""

    left: int = 4 * MAX_NODES


def read_tree(data: bytes, report: Report, budget: Budget | None = None) -> Entries | Items | Word | None:
    """Return what one file holds, or None where it is empty or cannot be read (then the report says why)."""
    text = decode(data, report)
    if text is None:
        return None
    try:
        return _Composer(text, report, budget or Budget()).whole()
    except _Stop:
        return None
    except yaml.MarkedYAMLError as error:
        _report_syntax(error, text, report)
    except yaml.YAMLError:
        report.add(Mark(1), *sentence("", ""))
    return None


def _report_syntax(error: yaml.MarkedYAMLError, text: str, report: Report) -> None:
    tabs = [text.count("\n", 0, found.start()) + 1 for found in islice(_TAB.finditer(text), MAX_SPECIAL)]
    if tabs:
        for line in tabs:
            report.add(Mark(line), *sentence("tab character", ""))
        return
    mark = error.problem_mark or error.context_mark
    line = (mark.line if mark is not None else 0) + 1
    column = (mark.column if mark is not None else 0) + 1
    problem = str(error.problem or "")
    if error.context_mark is not None and ("end of stream" in problem or "expected ','" in problem):
        line, column = error.context_mark.line + 1, error.context_mark.column + 1
    lines = text.split("\n")
    line = min(line, len(lines))
    said = colon(lines[line - 1], column) if "mapping values" in problem else None
    report.add(Mark(line, column), *(said or sentence(problem, str(error.context or ""))))


class _Composer:
    """Builds the tree of one file from the parser's events, which keep aliases unexpanded and nesting flat."""

    def __init__(self, text: str, report: Report, budget: Budget) -> None:
        self.budget = budget
        self.text = text
        self.report = report
        self.stack: list[tuple[Entries | Items, Word | None]] = []
        self.root: Entries | Items | Word | None = None
        self.documents = 0
        self.count = 0
        self.broken = False
        self.special: set[int] = set()
        self.hash = " #" in text

    def whole(self) -> Entries | Items | Word | None:
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            self._take(event)
        if self.broken:
            raise _Stop
        if isinstance(self.root, Word) and self.root.blank:
            return None
        return self.root

    def _take(self, event: Any) -> None:
        match event:
            case yaml.ScalarEvent():
                self._refuse_special(event)
                self._place(self._scalar(event))
            case yaml.MappingStartEvent():
                self._refuse_special(event)
                self._open(entries(_mark(event), flow=bool(event.flow_style)))
            case yaml.SequenceStartEvent():
                self._refuse_special(event)
                self._open(items((), _mark(event)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
            case yaml.AliasEvent():
                self._special(event)
                self._place(word("", _mark(event), plain=True))
            case yaml.DocumentStartEvent():
                self._document(event)
            case _:
                pass

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.report.add(
                _mark(event),
                "Berkas ini memuat lebih dari satu dokumen: ada garis “---” di tengahnya.",
                "Hapus garis itu; satu berkas memuat satu bagian.",
            )
            raise _Stop

    def _special(self, event: Any) -> None:
        self.broken = True
        mark = _mark(event)
        if mark.line in self.special or len(self.special) >= MAX_SPECIAL:
            return
        self.special.add(mark.line)
        self.report.add(
            mark,
            "Tanda & atau * di awal teks punya arti khusus dan tidak dipakai di sini.",
            "Beri tanda kutip bila tanda itu bagian dari teks; kalau tidak, tulis isinya di setiap tempat.",
        )

    def _refuse_special(self, event: Any) -> None:
        self.count += 1
        self.budget.left -= 1
        if self.budget.left < 0:
            self.report.add(
                _mark(event),
                "Isi folder ini terlalu banyak untuk dibaca sekaligus; bacaan berhenti di sini.",
                "Periksa apakah folder yang dipilih memang folder satu instansi.",
            )
            raise _Stop
        if self.count > MAX_NODES:
            self.report.add(
                _mark(event),
                f"Berkas ini memuat lebih dari {MAX_NODES:,} isian.".replace(",", "."),
                "Bagi isinya, atau periksa apakah berkasnya benar.",
            )
            raise _Stop
        if event.anchor is not None:
            self._special(event)
        if event.tag is not None:
            self.broken = True
            self.report.add(
                _mark(event),
                "Tanda ! di awal teks punya arti khusus dan tidak dipakai di sini.",
                "Beri tanda kutip bila tanda itu bagian dari teks; kalau tidak, hapus.",
            )

    def _scalar(self, event: Any) -> Word:
        made = word(event.value, _mark(event), plain=not event.style)
        if _UNREADABLE.search(made) or "\r" in made:
            self.broken = True
            self.report.add(
                made.mark,
                "Teks ini memuat karakter kendali yang tidak tampak.",
                "Hapus tulisan seperti \\0 atau \\x07 dari dalam tanda kutip.",
            )
        if self.hash and made.plain and _CUT.match(self.text, event.end_mark.index):
            line = self.text[event.end_mark.index : event.end_mark.index + 200].partition("\n")[0]
            self.report.add(
                made.mark,
                f"“{shown(line)}” dibaca sebagai komentar, bukan sebagai isian.",
                "Beri tanda kutip pada seluruh teks bila # adalah bagiannya; kalau memang komentar, tulis “# ” dengan "
                "spasi sesudahnya.",
                tingkat=Tingkat.PERINGATAN,
            )
        made.bare = self._is_key() and not self._colon_follows(event.end_mark.index)
        return made

    def _colon_follows(self, index: int) -> bool:
        return self.text[index : index + 200].lstrip().startswith(":")

    def _is_key(self) -> bool:
        if not self.stack:
            return False
        holder, key = self.stack[-1]
        return isinstance(holder, Entries) and holder.flow and key is None

    def _open(self, node: Entries | Items) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self.report.add(
                node.mark, "Isian di sini bersarang terlalu dalam.", "Periksa kurung { } dan [ ] di baris ini."
            )
            raise _Stop
        self._place(node)
        self.stack.append((node, None))

    def _place(self, node: Entries | Items | Word) -> None:
        if not self.stack:
            self.root = node
            return
        holder, key = self.stack[-1]
        if isinstance(holder, Items):
            holder.append(node)
        elif key is None:
            self._key(holder, node)
        else:
            self.stack[-1] = (holder, None)
            if key not in holder:
                if key.bare and isinstance(node, Word):
                    node.bare = True
                holder[str(key)] = node
                holder.keys_at[str(key)] = key.mark

    def _key(self, holder: Entries, node: Entries | Items | Word) -> None:
        if not isinstance(node, Word):
            self.broken = True
            self.report.add(
                node.mark,
                "Nama isian di sini berupa daftar atau kurung, bukan teks.",
                "Tulis nama isian sebagai satu kata, misalnya nama: Biro Organisasi. "
                "Beri tanda kutip bila kurung adalah bagian dari teks.",
            )
            node = word("?", node.mark)
        elif node == "<<" and node.plain:
            self.broken = True
            self.report.add(
                node.mark,
                "Tanda << tidak dipakai di sini.",
                "Tulis isinya di setiap tempat, tanpa menyalin dari tempat lain.",
            )
        elif node in holder and node.bare:
            node = _again(node, holder)
        elif node in holder:
            self.report.add(node.mark, *key_twice(node, holder.keys_at[node]))
        self.stack[-1] = (holder, node)


def _again(key: Word, holder: Entries) -> Word:
    """Return a key that a comma cut off once more, apart from the one that stands already."""
    apart = (str(key) + " " * number for number in range(1, MAX_SPECIAL))
    made = word(next((text for text in apart if text not in holder), key), key.mark, plain=True)
    made.bare = True
    return made


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
