"""The report of a reading to lines for a terminal, and questions on its proposals to decisions."""

import textwrap
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probis.model import Usul
    from probis.reading.report import Laporan

_SHOWN, _WIDTH = 12, 100
_SIGNS = {"galat": "■ galat", "peringatan": "▲ peringatan", "catatan": "○ catatan"}
_ORDER = tuple(_SIGNS)  # the heaviest first


def lines(laporan: "Laporan") -> Iterator[str]:
    """Yield the report: what was read, what contradicts itself, what is open, what is missing, noise."""
    from probis.reading.understanding import Taraf

    naskah, draft, angka = laporan.rancangan.naskah, laporan.rancangan, laporan.angka
    persen = f"{angka.persen:.1f}".replace(".", ",")
    yield f"{clean(naskah.nama)}: {naskah.jumlah_baris} baris, {len(naskah.kutipan)} kutipan, {persen} % terbaca."
    yield (
        f"Huruf: {angka.huruf[Taraf.TERBACA]} terbaca, {angka.huruf[Taraf.DERAU]} bukan isi naskah, "
        f"{angka.huruf[Taraf.BELUM]} belum terbaca."
    )
    yield ""
    yield "Yang terbaca"
    parts: dict[str, int] = {}
    for kutipan in naskah.kutipan:
        parts[kutipan.bagian.partition("#")[0] or "lain"] = parts.get(kutipan.bagian.partition("#")[0] or "lain", 0) + 1
    yield from _wrapped(", ".join(f"{part} {number}" for part, number in parts.items()) or "tidak ada")
    held = {kind: len(elements) for kind, elements in draft.model.jenis.items() if elements}
    yield from _wrapped("Rancangan: " + ", ".join(f"{number} {kind}" for kind, number in held.items()) + ".")
    yield from _contradictions(laporan)
    yield from _proposals(laporan)
    if draft.usang:
        yield from _headed(f"Putusan yang tidak lagi berlaku ({len(draft.usang)})")
        for usul in draft.usang:
            yield from _wrapped(f"{usul.pertanyaan} → {usul.putusan}: naskah tidak lagi menimbulkan pertanyaan ini.")
    if draft.kurang:
        yield from _headed(f"Yang tidak ada ({len(draft.kurang)})")
        for each in draft.kurang[:_SHOWN]:
            yield from _wrapped((f"baris {each.baris}: " if each.baris else "") + each.pesan)
        yield from _more(len(draft.kurang))
    if laporan.derau:
        yield from _headed(f"Bukan isi naskah ({len(laporan.derau)})")
        for kutipan in laporan.derau[:_SHOWN]:
            yield from _wrapped(f"baris {kutipan.baris}: “{_cut(kutipan.teks)}” {kutipan.catatan}")
        yield from _more(len(laporan.derau))
    open_ = [
        (b.nomor, t.strip()) for b in laporan.baris for t, taraf in b.petikan if taraf is Taraf.BELUM and t.strip()
    ]
    if open_:
        yield from _headed(f"Belum terbaca ({len(open_)} petikan)")
        for number, text in open_[:_SHOWN]:
            yield from _wrapped(f"baris {number}: “{_cut(text)}”")
        yield from _more(len(open_))
    if draft.tak_tersimpan:
        yield ""
        yield f"Naskahnya panjang: {draft.tak_tersimpan} kutipan terakhir tidak disimpan di naskah.yaml."


def _contradictions(laporan: "Laporan") -> Iterator[str]:
    from probis.reading.report import by_level, title

    if not laporan.temuan:
        yield from _headed("Tidak ada pertentangan yang ditemukan.")
        return
    counted = ", ".join(f"{number} {tingkat}" for tingkat, number in by_level(laporan.temuan).items())
    yield from _headed(f"Pertentangan dalam naskah: {counted}")
    groups: dict[tuple[int, str], list[int]] = {}
    for number, temuan in enumerate(laporan.temuan):
        groups.setdefault((_ORDER.index(str(temuan.tingkat)), temuan.aturan), []).append(number)
    for (level, slug), group in sorted(groups.items(), key=lambda each: (each[0][0], each[1][0])):
        yield f"  {_SIGNS[_ORDER[level]]} · {clean(title(slug))} [{slug}] · {len(group)} tempat"
        for number in group:
            temuan = laporan.temuan[number]
            line = temuan.tempat.baris if temuan.tempat else 0
            others = ", ".join(dict.fromkeys(str(place.baris) for place in temuan.lain))
            aside = f" (lihat baris {others})" if others else ""
            yield from _wrapped(f"baris {line}: {temuan.pesan}{aside} {temuan.saran}".rstrip(), 4)
            if quote := laporan.teks_baris(line):
                yield from _wrapped(f"“{_cut(quote)}”", 6)


def _proposals(laporan: "Laporan") -> Iterator[str]:
    usul = laporan.rancangan.usul
    if not usul:
        return
    open_ = laporan.usul_terbuka
    yield from _headed(f"Usul: {len(open_)} terbuka, {len(usul) - len(open_)} sudah diputuskan")
    groups: dict[str, list[Usul]] = {}
    for each in open_:
        groups.setdefault(each.jenis, []).append(each)
    for jenis, group in groups.items():
        yield f"  {jenis} ({len(group)})"
        for each in group[:_SHOWN]:
            best = each.terbaik
            aside = f" → {best.bunyi} (skor {best.skor})" if best is not None else ""
            yield from _wrapped(f"{each.pertanyaan}{aside}", 4)
        yield from _more(len(group), 4)


def decide(usul: "Usul", laporan: "Laporan", number: int, of: int) -> tuple[str, str]:
    """Ask for the decision on one proposal: the key of a choice, "" leaves it open, and what was filled in."""
    from probis.cli._ask import ask
    from probis.model import ISI_SENDIRI

    print(f"\n[{number}/{of}] {clean(usul.pertanyaan)}")
    known = {kutipan.id: kutipan for kutipan in laporan.rancangan.naskah.kutipan}
    for id_ in usul.kutipan[:4]:
        if id_ in known:
            print(f"      baris {known[id_].baris}: “{_cut(clean(known[id_].teks))}”")
    for place, choice in enumerate(usul.pilihan, 1):
        score = f" (skor {choice.skor})" if choice.skor else ""
        print(f"  {place}. {clean(choice.bunyi)}{score}")

    def complaint(answer: str) -> str:
        right = answer == "nanti" or (answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(usul.pilihan))
        return "" if right else f"Tulis angka 1 sampai {len(usul.pilihan)}, atau nanti."

    answer = ask("Pilihan", "nanti", complaint)
    key = "" if answer == "nanti" else usul.pilihan[int(answer) - 1].kunci
    if key != ISI_SENDIRI:
        return key, ""

    def unfit(words: str) -> str:
        return "" if words.isprintable() and 0 < len(words) <= 300 else "Tulis paling banyak 300 huruf."

    return key, ask("Tulis", "", unfit)


def _headed(head: str) -> Iterator[str]:
    yield ""
    yield head


def _more(number: int, indent: int = 2) -> Iterator[str]:
    if number > _SHOWN:
        yield " " * indent + f"… dan {number - _SHOWN} lagi"


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 160 else text[:159] + "…"


def _wrapped(said: str, indent: int = 2) -> list[str]:
    pad = " " * indent
    return textwrap.wrap(
        clean(said), _WIDTH, initial_indent=pad, subsequent_indent=f"{pad}  ", break_long_words=False
    ) or [pad]


def clean(said: str) -> str:
    """The text without characters that command a terminal instead of being read."""
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cf") and c != "\t" else c for c in said)
