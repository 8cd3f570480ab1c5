"""What is wrong with an isian, as a plain Indonesian sentence and the right form beside it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from rapidfuzz import fuzz, process

from probis.interchange.yaml.marked import Entries, Items, Mark, Word, shown
from probis.interchange.yaml.slug import slug

Said = tuple[str, str]
"""What is wrong, and what to do."""


def nearest(text: str, known: Iterable[str], cutoff: int = 65) -> str | None:
    """Return the known word most like the text, or None."""
    found = process.extractOne(text[:100], list(known), scorer=fuzz.ratio, score_cutoff=cutoff)
    return str(found[0]) if found else None


def enumerated(words: Iterable[str]) -> str:
    """Return the words as a sentence lists them: "a, b, atau c"."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    comma = "," if len(listed) > 2 else ""
    return f"{', '.join(listed[:-1])}{comma} atau {listed[-1]}"


def unknown_key(key: str, owner: str, known: Iterable[str]) -> Said:
    """An isian that this thing does not have."""
    names = list(known)
    best = nearest(key, names)
    saran = f"Maksud Anda “{best}”?" if best else f"Yang dikenal: {', '.join(names)}."
    return f"Isian “{shown(key)}” tidak dikenal pada {owner}.", saran


def swallowed(first: str, keys: list[str]) -> Said:
    """A text in braces that its own commas cut into pieces."""
    keys = [key.strip() for key in keys]
    whole = ", ".join((first, *keys)) if first else ", ".join(keys)
    return (
        f"Koma memotong teks di dalam kurung {{ }}: “{shown(keys[0])}” terbaca sebagai nama isian.",
        f'Beri tanda kutip pada seluruh teks: "{shown(whole)}".',
    )


def missing(field: str, owner: str, example: str = "") -> Said:
    """An isian that must be there and is not."""
    return f"Isian “{field}” belum ada pada {owner}.", example or f"Tulis “{field}:” dengan isinya."


def blank(field: str, example: str = "") -> Said:
    """An isian that must hold something and is empty."""
    return f"Isian “{field}” masih kosong.", example or f"Tulis isinya sesudah “{field}:”."


def _kind(node: object) -> str:
    if isinstance(node, Entries | Mapping):
        return "isian bernama"
    return "daftar" if isinstance(node, Items | list | tuple) else "teks"


def not_text(field: str, node: object) -> Said:
    """A list or mapping where one text is wanted."""
    field = shown(field)
    if isinstance(node, Entries) and len(node) == 1:
        (key, value), *_ = node.items()
        if isinstance(value, Word):
            whole = shown(f"{key}: {value}".strip())
            return (
                f"Isian “{field}” harus satu teks; titik dua membuatnya terbaca sebagai isian bernama.",
                f'Beri tanda kutip pada seluruh teks: "{whole}".',
            )
    return f"Isian “{field}” harus satu teks, bukan {_kind(node)}.", f"Tulis satu teks sesudah “{field}:”."


def not_entries(field: str, names: Iterable[str], node: object) -> Said:
    """A text or list where a mapping is wanted; `names` are isian that it may hold."""
    wanted = [f"“{name}:”" for name in names]
    return (
        f"{_start(field)} harus berisi isian bernama, bukan {_kind(node)} saja.",
        f"Tulis setiap isian pada barisnya sendiri: {', '.join(wanted)}.",
    )


def not_years(field: str, text: str) -> Said:
    """A text where a span of years is wanted."""
    return f"Isian “{field}” tidak terbaca: “{shown(text)}”.", "Tulis dua tahun, misalnya 2018–2023."


def key_twice(key: str, first: Mark) -> Said:
    """An isian that stands twice."""
    return (
        f"“{shown(key)}” tertulis dua kali, pertama di baris {first.line}.",
        "Gabungkan isinya menjadi satu, atau hapus salah satu.",
    )


def not_list(field: str, node: object) -> Said:
    """A mapping where a list is wanted."""
    return f"Isian “{field}” harus daftar, bukan {_kind(node)}.", "Tulis setiap butir pada baris sendiri, diawali “- ”."


def _start(field: str) -> str:
    return f"Isian “{field}”" if field else "Berkas ini"


def not_choice(field: str, text: str, options: type[StrEnum]) -> Said:
    """A text that is none of the words this isian takes."""
    allowed = [option.value for option in options]
    best = nearest(text, allowed)
    saran = f"Tulis salah satu: {enumerated(allowed)}."
    return f"“{shown(text)}” bukan pilihan untuk “{field}”.", (f"Maksud Anda “{best}”? " if best else "") + saran


def not_number(field: str, text: str) -> Said:
    """A text where a whole number is wanted."""
    return f"Isian “{field}” harus bilangan bulat, bukan “{shown(text)}”.", "Tulis angka saja, misalnya 3."


def not_date(field: str, text: str) -> Said:
    """A text where a date is wanted."""
    return (
        f"Tanggal “{shown(text)}” pada “{field}” tidak terbaca.",
        "Tulis seperti 2020-08-14 atau 14 Agustus 2020.",
    )


def not_yes(field: str, text: str) -> Said:
    """A text where yes or no is wanted."""
    return f"Isian “{field}” harus ya atau tidak, bukan “{shown(text)}”.", "Tulis ya atau tidak."


def not_id(text: str) -> Said:
    """A text that cannot be an id."""
    return (
        f"Id “{shown(text)}” tidak dapat dipakai.",
        f"Tulis dengan huruf kecil, angka, dan tanda hubung, misalnya {slug(text)}.",
    )


def translated(error: Mapping[str, Any], field: str, owner: str) -> Said:
    """Return our sentence for one error of the validator; its own words are never used, save those we gave it."""
    kind, ctx, value = str(error["type"]), error.get("ctx") or {}, error.get("input")
    text = value if isinstance(value, str) else ""
    match kind:
        case "probis":
            pesan, stop, saran = str(error["msg"]).partition(". ")
            return pesan + ("." if stop else ""), saran
        case "missing":
            return missing(field, owner)
        case "string_too_long":
            return (
                f"Isian “{field}” terlalu panjang: {_thousands(len(text))} huruf, paling banyak "
                f"{_thousands(ctx.get('max_length', 0))}.",
                "Ringkaskan isinya.",
            )
        case "string_too_short":
            return f"Isian “{field}” terlalu pendek.", f"Tulis paling sedikit {ctx.get('min_length', 1)} huruf."
        case "string_pattern_mismatch" if "0-9a-f" in str(ctx.get("pattern")):
            return f"Isian “{field}” harus 64 angka heksadesimal.", "Salin sidik SHA-256 berkasnya seutuhnya."
        case "string_pattern_mismatch":
            return not_id(text)
        case "greater_than_equal" | "greater_than":
            least = ctx.get("ge", ctx.get("gt"))
            return f"Isian “{field}” bernilai {value}, terlalu kecil.", f"Tulis angka, paling kecil {least}."
        case "less_than_equal" | "less_than":
            most = ctx.get("le", ctx.get("lt"))
            return f"Isian “{field}” bernilai {value}, terlalu besar.", f"Tulis angka, paling besar {most}."
    return unforeseen(f"Isian “{field}”")


def unforeseen(what: str) -> Said:
    """An error that no sentence was written for; tests see to it that none is left."""
    return f"{what} tidak dapat dipakai.", "Bandingkan dengan contoh pada panduan bentuk berkas."


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
