"""The files of a folder and the changed value to those files in which only the lines differ that say the change.

The canonical data of both values are compared; where they differ, the file's own tree is walked along and changed at
that place. Comments, order and spelling of everything else stay byte for byte. The result is read again: what does not
read as the value that was meant is refused, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

import yaml

from probis.interchange.yaml.build import key_form
from probis.interchange.yaml.patch import Page, Unpatchable
from probis.interchange.yaml.reader import read
from probis.interchange.yaml.rows_out import collapse
from probis.interchange.yaml.text import document, quoted
from probis.interchange.yaml.writer import content, write
from probis.model import Bacaan, Naskah, PetaProsesBisnis, Tempat

Data = object
"""What a file holds in canonical form: mappings, lists and texts."""

_BOM = b"\xef\xbb\xbf"
_HARMLESS = re.compile(r"[^\W_](?:[\w\- ]*[\w-])?")


def patched_folder(
    files: Mapping[str, bytes], bacaan: Bacaan, after: PetaProsesBisnis, naskah: Iterable[Naskah] | None = None
) -> dict[str, bytes]:
    """Return the files that change, path to bytes, so that the folder says `after` (and `naskah`, where given).

    `bacaan` is what reading `files` gave. Raises Unpatchable where a change has no certain place in the lines.
    """
    before = bacaan.nilai
    if before is None:
        raise Unpatchable("Folder ini tidak terbaca sebagai peta.")
    texts = bacaan.naskah if naskah is None else tuple(naskah)
    old, new = _data(before, bacaan.naskah), _data(after, texts)
    differing = [path for path in dict.fromkeys((*old, *new)) if old.get(path) != new.get(path)]

    def tried(*, implied: bool) -> dict[str, bytes]:
        changed = {
            path: _patched(path, files, bacaan, old.get(path), new.get(path), after, texts, implied=implied)
            for path in differing
        }
        again = read({**files, **changed})
        if again.nilai != after or again.naskah != texts:
            raise Unpatchable("Susunan barisnya tidak dapat diubah dengan pasti.")
        return changed

    try:  # what nobody wrote (an id, a start's lane) may follow from what is changed; if not, it must be written
        return tried(implied=True)
    except Unpatchable:
        return tried(implied=False)


def _data(value: PetaProsesBisnis, naskah: tuple[Naskah, ...]) -> dict[str, Data]:
    made: dict[str, Data] = dict(content(value, naskah))
    return made | {f"lintas-fungsi/{peta.id}.yaml": collapse(peta) for peta in value.lintas_fungsi}


def _patched(
    path: str,
    files: Mapping[str, bytes],
    bacaan: Bacaan,
    old: Data,
    new: Data,
    after: PetaProsesBisnis,
    naskah: tuple[Naskah, ...],
    *,
    implied: bool,
) -> bytes:
    if path not in files or not old:
        if files.get(path, b"").strip():
            raise Unpatchable("Berkas ini tidak berisi apa pun yang terbaca.", Tempat(path, 1))
        return write(after, naskah, files)[path]
    data = files[path]
    bom = _BOM if data.startswith(_BOM) else b""
    try:
        page = Page(data[len(bom) :].decode(), bacaan)
        _Merge(page, path.removesuffix(".yaml"), implied=implied).mapping(page.root, old, new or {})
    except Unpatchable as reason:
        raise Unpatchable(reason.pesan, Tempat(path, reason.tempat.baris if reason.tempat else 1)) from None
    return bom + page.text_out().encode()


class _Merge:
    """Walks the tree of one file along the data before and after."""

    def __init__(self, page: Page, at: str, *, implied: bool) -> None:
        self.page = page
        self.at = at
        self.implied = implied

    def _node(self, node: yaml.Node, old: Data, new: Data, *, flow: bool) -> None:
        if old == new or (self.implied and _but_id(old) == _but_id(new) and not _written_id(node)):
            return
        if isinstance(node, yaml.SequenceNode) and (isinstance(old, Mapping) or isinstance(new, Mapping)):
            old, new = _answers(old), _answers(new)  # answers may stand as a list where canonical form has a mapping
        if isinstance(old, Mapping) and isinstance(new, Mapping) and isinstance(node, yaml.MappingNode):
            self.mapping(node, old, new)
        elif isinstance(old, list | tuple) and isinstance(new, list | tuple) and isinstance(node, yaml.SequenceNode):
            self._sequence(node, old, new)
        elif isinstance(old, str) and isinstance(new, str):
            if isinstance(node, yaml.ScalarNode):
                self._text(node, old, new, flow=flow)
            else:  # written out where one text would do: every mention in it
                held = [one for one in _scalars(node) if one.value.strip() == old]
                for one in held:
                    self.page.put_over(one, new, flow=True)
                if not held:
                    raise _unclear(node)
        else:
            self.page.put_over(node, new, flow=flow)

    # Mappings ------------------------------------------------------------------------------------------------------

    def mapping(self, node: yaml.MappingNode, old: Data, new: Data) -> None:
        """Change the fields of a mapping that differ."""
        assert isinstance(old, Mapping)
        assert isinstance(new, Mapping)
        gone = [key for key in old if key not in new]
        if node.flow_style and (gone or any(key not in old for key in new)):
            if "#" in self.page.text[node.start_mark.index : node.end_mark.index]:
                raise _unclear(node)
            self.page.put_over(node, new, flow=True)
            return
        for key in new:
            if key not in old:
                self.page.put(node, key, new[key], tuple(new))
            elif old[key] != new[key]:
                there = next((value for name, value in node.value if _is(name, key)), None)
                if there is None and key == "id" and self.implied:
                    continue
                if there is None:
                    raise _unclear(node)
                self._node(there, old[key], new[key], flow=bool(node.flow_style))
        for key in gone:
            self._without(node, key)

    def _without(self, node: yaml.MappingNode, key: str) -> None:
        at = next((i for i, (name, _) in enumerate(node.value) if _is(name, key)), None)
        if at is None:
            raise _unclear(node)
        name, value = node.value[at]
        start: int = name.start_mark.index
        line = self.page.text.rfind("\n", 0, start) + 1
        if self.page.text[line:start].strip():  # behind the dash of an item
            if at + 1 == len(node.value):
                raise _unclear(node)
            end: int = node.value[at + 1][0].start_mark.index
            if "#" in self.page.text[self.page.end_of(value) : end]:
                raise _unclear(node)
            self.page.pieces.append((start, end, ""))
        else:
            self._drop(line, self.page.end_of(value))

    def _drop(self, line: int, end: int) -> None:
        """Take out the lines from the start of one to the end of another, with one line break."""
        text = self.page.text
        if line:
            before = line - 2 if text[line - 2 : line] == "\r\n" else line - 1
            self.page.pieces.append((before, end, ""))
        else:
            self.page.pieces.append((0, min(len(text), text.find("\n", end) + 1 or len(text)), ""))

    # Lists ---------------------------------------------------------------------------------------------------------

    def _sequence(self, node: yaml.SequenceNode, old: Sequence[Data], new: Sequence[Data]) -> None:
        if node.flow_style:
            self._flow_list(node, old, new)
            return
        added: list[tuple[int, Data]] = []  # behind which old item, what
        kept = -1
        for i, j in _aligned(old, new):
            if i is None and j is not None:
                added.append((kept, new[j]))
            elif i is not None and j is not None:
                kept = i
                if old[i] != new[j]:
                    self._changed_item(node, old, i, new[j])
            elif i is not None:
                item = self._item(node, old, i)
                self._drop(self._dash(item), self.page.end_of(item))
        for behind, value in added:
            self._insert(node, old, behind, value)

    def _changed_item(self, node: yaml.SequenceNode, old: Sequence[Data], i: int, new: Data) -> None:
        try:
            item = self._item(node, old, i)
        except Unpatchable:
            if not self.implied:
                raise
            return
        self._node(item, old[i], new, flow=False)

    def _flow_list(self, node: yaml.SequenceNode, old: Sequence[Data], new: Sequence[Data]) -> None:
        pairs = _aligned(old, new)
        if all(i is not None and j is not None for i, j in pairs) and len(node.value) == len(old):
            for i, j in pairs:
                if i is not None and j is not None:
                    self._node(node.value[i], old[i], new[j], flow=True)
            return
        if "#" in self.page.text[node.start_mark.index : node.end_mark.index]:
            raise _unclear(node)
        self.page.put_over(node, list(new), flow=True)

    def _item(self, node: yaml.SequenceNode, old: Sequence[Data], i: int) -> yaml.Node:
        if len(node.value) == len(old):
            found: yaml.Node = node.value[i]
            return found
        id_ = _id(old[i])
        named = [one for one in node.value if isinstance(one, yaml.MappingNode) and id_ and _named(one, id_)]
        if len(named) != 1:  # a step may be written without its id
            held = self.page.mapping(f"{self.at}/{id_}")
            if not any(held is one for one in node.value):
                raise _unclear(node)
            return held
        return named[0]

    def _dash(self, item: yaml.Node) -> int:
        """The start of the line on which the dash of an item stands."""
        text, start = self.page.text, item.start_mark.index
        dash = text.rfind("-", 0, start)
        line = text.rfind("\n", 0, dash) + 1
        if dash < 0 or text[dash + 1 : start].strip() or text[line:dash].strip():
            raise _unclear(item)
        return line

    def _insert(self, node: yaml.SequenceNode, old: Sequence[Data], behind: int, value: Data) -> None:
        anchor = self._item(node, old, max(behind, 0))
        line = self._dash(anchor)
        pad = " " * (self.page.text.index("-", line) - line)
        lines = [pad + one for one in _item_lines(value)]
        end = self.page.end
        if behind < 0:
            self.page.pieces.append((line, line, "".join(one + end for one in lines)))
        else:
            at = self.page.end_of(anchor)
            self.page.pieces.append((at, at, "".join(end + one for one in lines)))

    # Texts ---------------------------------------------------------------------------------------------------------

    def _text(self, node: yaml.ScalarNode, old: str, new: str, *, flow: bool) -> None:
        """Change the words that differ where they stand once; else the whole text."""
        start, end = self.page.span(node)
        raw = self.page.text[start:end]
        was, now = _middle(old, new)
        if was != old and _HARMLESS.fullmatch(was) and _HARMLESS.fullmatch(now) and len(_found(was, raw)) == 1:
            at = start + _found(was, raw)[0]
            self.page.pieces.append((at, at + len(was), now))
        else:
            self.page.put_over(node, new, flow=flow)


def _answers(data: Data) -> Data:
    """The answers of a decision as the list of them."""
    if not isinstance(data, Mapping):
        return data
    return [{"jawab": key, **(value if isinstance(value, Mapping) else {"ke": value})} for key, value in data.items()]


def _found(word: str, text: str) -> list[int]:
    return [one.start() for one in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)]


def _middle(old: str, new: str) -> tuple[str, str]:
    """The words between what two texts have in common at both ends."""
    a, b = re.split(r"( )", old), re.split(r"( )", new)
    first = 0
    while first < min(len(a), len(b)) and a[first] == b[first]:
        first += 1
    last = 0
    while last < min(len(a), len(b)) - first and a[-1 - last] == b[-1 - last]:
        last += 1
    left, right = "".join(a[first : len(a) - last]), "".join(b[first : len(b) - last])
    tail = 0
    while tail < min(len(left), len(right)) and left[-1 - tail] == right[-1 - tail] and not left[-1 - tail].isalnum():
        tail += 1
    head = 0
    while head < min(len(left), len(right)) - tail and left[head] == right[head] and not left[head].isalnum():
        head += 1
    return left[head : len(left) - tail], right[head : len(right) - tail]


def _item_lines(value: Data) -> list[str]:
    if isinstance(value, Mapping):
        return document({"x": [value]}, "").decode().splitlines()[1:]
    lines = document({"x": value}, "").decode().splitlines()
    return ["- " + (lines[0].removeprefix("x: ") if len(lines) == 1 else quoted(str(value)))]


def _aligned(old: Sequence[Data], new: Sequence[Data]) -> list[tuple[int | None, int | None]]:
    """Which old item becomes which new one, in the order of the new; one without a partner is gone or added."""
    pairs: list[tuple[int | None, int | None]] = []
    matcher = SequenceMatcher(None, [_key(one) for one in old], [_key(one) for one in new], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pairs += list(zip(range(i1, i2), range(j1, j2), strict=True))
        else:
            pairs += _closest(old, new, range(i1, i2), range(j1, j2))
    return pairs


def _closest(
    old: Sequence[Data], new: Sequence[Data], left: range, right: range
) -> Iterator[tuple[int | None, int | None]]:
    """Pair two runs in order, so that what is alike stays together."""
    best = {(i, j): 0 for i in range(len(left) + 1) for j in range(len(right) + 1)}
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            both = best[i + 1, j + 1] + _alike(old[left[i]], new[right[j]])
            best[i, j] = max(both, best[i + 1, j], best[i, j + 1])
    i = j = 0
    while i < len(left) or j < len(right):
        if i < len(left) and j < len(right):
            both = best[i + 1, j + 1] + _alike(old[left[i]], new[right[j]])
            if best[i, j] == both:
                yield left[i], right[j]
                i, j = i + 1, j + 1
                continue
        if j == len(right) or (i < len(left) and best[i, j] == best[i + 1, j]):
            yield left[i], None
            i += 1
        else:
            yield None, right[j]
            j += 1


def _alike(one: Data, other: Data) -> int:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        same = sum(1 for key, value in one.items() if key in other and other[key] == value)
        return 1 + 3 * same + 2 * (one.keys() == other.keys())
    return 1


def _key(item: Data) -> str:
    return f"id {_id(item)}" if _id(item) else repr(item)


def _but_id(item: Data) -> Data:
    return {key: value for key, value in item.items() if key != "id"} if isinstance(item, Mapping) else object()


def _written_id(node: yaml.Node) -> bool:
    return isinstance(node, yaml.MappingNode) and any(_is(key, "id") for key, _ in node.value)


def _id(item: Data) -> str:
    return str(item["id"]) if isinstance(item, Mapping) and "id" in item else ""


def _named(node: yaml.MappingNode, id_: str) -> bool:
    return any(_is(key, "id") and value.value == id_ for key, value in node.value)


def _is(node: yaml.Node, key: str) -> bool:
    return bool(node.value == key or key_form(node.value) == key)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    open_ = [node]
    while open_:
        one = open_.pop()
        if isinstance(one, yaml.ScalarNode):
            yield one
        elif isinstance(one, yaml.MappingNode):
            open_ += [value for _, value in one.value]
        else:
            open_ += one.value


def _unclear(node: yaml.Node) -> Unpatchable:
    return Unpatchable(
        "Bagian ini tertulis dalam bentuk singkat, sehingga barisnya tidak dapat diubah sendiri.",
        Tempat("", node.start_mark.line + 1, node.start_mark.column + 1),
    )
