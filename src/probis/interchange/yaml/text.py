"""Mappings, lists and texts to YAML in the one canonical layout: block style, quotes only where needed."""

import re
from collections.abc import Mapping, Sequence

from probis.interchange.yaml.slug import is_id

WIDTH = 110
"""Columns that a line may take where its words can be broken."""

_LONGEST_KEY = 120

# What cannot stand in a plain or block text: control characters, and what YAML takes for a line break or a mark.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_UNSAFE_START = frozenset("-?:,[]{}#&*!|>'\"%@`")
# What other readers of YAML take for a number, a date, yes or no, or nothing, and would write back differently.
_MISTAKEN = re.compile(
    r"""[-+]?\d[\d_,]*(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|[-+]?\.\d[\d_]*(?:[eE][-+]?\d+)?|0[xob][0-9a-fA-F_]+
    |[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?.*|[-+]?\.inf|\.nan|~|=|<<|null|y|n|yes|no|on|off|true|false""",
    re.IGNORECASE | re.VERBOSE,
)
_WHOLE = re.compile(r"0|-?[1-9]\d{0,17}", re.ASCII)


class Sure(str):
    """A text that is written as it is: a number, a date, a word from a fixed list."""

    __slots__ = ()


def document(node: Mapping[str, object], head: str) -> bytes:
    """Return a whole file: the head (comment lines), then the mapping; UTF-8, LF, a newline at the end."""
    return "\n".join([*head.splitlines(), *_entries(node, 0), ""]).encode()


def _entries(node: Mapping[str, object], indent: int) -> list[str]:
    lines: list[str] = []
    for key, value in node.items():
        lines.extend(_entry(str(key), value, indent))
    return lines


def _entry(key: str, value: object, indent: int) -> list[str]:
    pad = " " * indent
    head = f"{pad}{_key(key)}:"
    before: list[str] = []
    if len(head) - indent > _LONGEST_KEY:
        before, head = [f"{pad}? {quoted(key)}"], f"{pad}:"
    if isinstance(value, Mapping):
        return [*before, f"{head} {{}}"] if not value else [*before, head, *_entries(value, indent + 2)]
    if isinstance(value, list | tuple):
        short = _short_list(value, WIDTH - len(head) - 1)
        return [*before, f"{head} {short}"] if short else [*before, head, *_items(value, indent)]
    first, *rest = _scalar(str(value), indent + 2, WIDTH - len(head) - 1, sure=isinstance(value, Sure))
    return [*before, f"{head} {first}", *rest]


def _items(values: Sequence[object], indent: int) -> list[str]:
    pad = " " * indent
    lines: list[str] = []
    for value in values:
        if isinstance(value, Mapping) and value:
            first, *rest = _entries(value, indent + 2)
            lines += [f"{pad}- {first[indent + 2 :]}", *rest]
        elif isinstance(value, Mapping):
            lines.append(f"{pad}- {{}}")
        else:
            first, *rest = _scalar(str(value), indent + 2, WIDTH - indent - 2, sure=isinstance(value, Sure))
            lines += [f"{pad}- {first}", *rest]
    return lines


def _short_list(values: Sequence[object], room: int) -> str:
    """Return a list of ids on one line where it fits; a comma can break none of them."""
    if not all(isinstance(value, str) and is_id(value) and _plain(value) for value in values):
        return ""
    line = f"[{', '.join(str(value) for value in values)}]"
    return line if len(line) <= room else ""


def _key(key: str) -> str:
    return key if _plain(key) and "\n" not in key else quoted(key)


def _plain(text: str) -> bool:
    """Tell whether a text can stand without quotes, and no other reader of YAML takes it for something else."""
    return not (
        not text
        or text != text.strip(" \t\n")
        or text[0] in _UNSAFE_START
        or text.startswith("...")
        or text.endswith(":")
        or any(sign in text for sign in (": ", " #", "\n", "\t"))
        or _ESCAPED.search(text)
        or (_MISTAKEN.fullmatch(text) and not _WHOLE.fullmatch(text))
    )


def _scalar(text: str, indent: int, room: int, *, sure: bool = False) -> list[str]:
    """Return the lines of a text: the first goes behind its key, the others stand `indent` deep."""
    plain = sure or _plain(text)
    if plain and len(text) <= room:
        return [text]
    in_quotes = quoted(text)
    if len(in_quotes) <= room and "\n" not in text:
        return [in_quotes]
    if _foldable(text):
        return [">-", *(" " * indent + line for line in _wrapped(text, WIDTH - indent))]
    if _literal(text):
        return ["|-", *((" " * indent + line if line else "") for line in text.split("\n"))]
    return [text] if plain else _folded_quotes(in_quotes, indent)


def quoted(text: str) -> str:
    """Return a text in double quotes, on one line."""
    safe = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + _ESCAPED.sub(lambda found: "\\u" + format(ord(found[0]), "04x"), safe) + '"'


def _breaks(text: str) -> list[str]:
    """Return the pieces between single spaces that stand between other characters."""
    return re.split(r"(?<=[^ ]) (?=[^ ])", text)


def _foldable(text: str) -> bool:
    return (text == text.strip(" ") and "\n" not in text and "\t" not in text and not _ESCAPED.search(text)) and len(
        _breaks(text)
    ) > 1


def _literal(text: str) -> bool:
    lines = text.split("\n")
    return (
        len(lines) > 1
        and bool(lines[0])
        and bool(lines[-1])
        and not _ESCAPED.search(text)
        and not any(line[:1] in (" ", "\t") for line in lines)
    )


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for piece in _breaks(text):
        if lines and len(lines[-1]) + 1 + len(piece) <= width:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return lines


def _folded_quotes(quoted: str, indent: int) -> list[str]:
    r"""Return a quoted text over several lines; "\" at a line's end joins it to the next."""
    pieces = _wrapped(quoted, WIDTH - indent - 2)
    joined = [*(f"{piece} \\" for piece in pieces[:-1]), pieces[-1]]
    return [joined[0], *(" " * indent + piece for piece in joined[1:])]
