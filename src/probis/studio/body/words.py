"""Values to the words and shapes in which pages show them: template filters and tags."""

from datetime import date, datetime

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from probis.model import Tingkat
from probis.studio.body.opened import local, today
from probis.studio.config.build import mark

register = template.Library()

USULAN_MARK = " (usulan)"
"""What the texts of maps put behind a name that nobody has confirmed."""

_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_SHAPE = {Tingkat.GALAT: "e", Tingkat.PERINGATAN: "w", Tingkat.CATATAN: "i"}


@register.filter
def tanggal(day: date | None) -> str:
    """A day as "24 November 2026"; "" for none."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


@register.filter
def saat(moment: datetime) -> str:
    """A moment as "hari ini 09.41" or "24 November 2026 09.41"."""
    here = local(moment)
    day = "hari ini" if here.date() == today() else tanggal(here.date())
    return f"{day} {here:%H.%M}"


@register.filter
def shape(level: Tingkat) -> str:
    """The class suffix whose shape goes with a level."""
    return _SHAPE[level]


@register.filter
def angka(number: int) -> str:
    """A whole number with dots between thousands: "1.372"."""
    return f"{number:,}".replace(",", ".")


@register.filter
def ukuran(size: int) -> str:
    """A number of bytes as "0,6 KB" or "4,1 MB"."""
    number, unit = (size / 1e6, "MB") if size >= 1e6 else (max(size / 1e3, 0.1), "KB")
    return f"{number:,.1f}".translate(str.maketrans(",.", ".,")) + f" {unit}"


@register.filter
def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


@register.filter
def breakable(text: str) -> SafeString:
    """The text with a place to break after each slash: "kabupaten/kota"."""
    pieces = text.split("/")
    out = format_html("{}", pieces[0])
    for piece in pieces[1:]:
        out = format_html("{}/<wbr>{}", out, piece)
    return out


@register.filter
def proposed(text: str) -> SafeString:
    """The text of a list, each name that ends in "(usulan)" underlined by dashes instead; the ear still hears it."""
    marked: SafeString = format_html_join(", ", "{}", ((_underlined(name),) for name in text.split(", ")))
    return marked


def _underlined(name: str) -> SafeString:
    bare = name.removesuffix(USULAN_MARK)
    if bare == name:
        return breakable(name)
    return format_html('<span class="assumed">{}<span class="sr"> (usulan)</span></span>', breakable(bare))


@register.filter
def coded(text: str) -> SafeString:
    """The text with what stands between backticks set as code."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        return format_html("{}", text)
    out = format_html("{}", pieces[0])
    for place, piece in enumerate(pieces[1:], start=1):
        out = format_html("{}<code>{}</code>" if place % 2 else "{}{}", out, piece)
    return out


@register.simple_tag
def version() -> str:
    """What changes in an address when the program does."""
    return mark()


@register.simple_tag
def asset(name: str) -> str:
    """The address of a static file, which changes when the program does."""
    return f"/static/{name}?v={mark()}"
