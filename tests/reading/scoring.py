"""A text that was read beside what a careful reader takes from it: the items of each kind that agree."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from probis.law.tanggal import baca_tanggal
from probis.model import Kutipan, Naskah
from probis.reading.codes import segments
from probis.reading.regulations import named

FIXTURES = Path(__file__).parent / "fixtures"
Items = set[tuple[str | int, ...]]


class Score(NamedTuple):
    """How many items were read right, of how many read, of how many there are."""

    right: int
    read: int
    there: int

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 1.0


def answers(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))


def scores(naskah: Naskah, asked: dict[str, Any]) -> dict[str, tuple[Score, Items, Items]]:
    """Return for each kind its score, what was missed, and what was read too much."""
    made = {}
    for kind, expected in _expected(asked).items():
        found = set(_READ[kind](naskah))
        found |= set(_MAY[kind](naskah)) & expected if kind in _MAY else set()
        if kind in ("aliran", "hubungan"):
            expected, found = _told_alike(naskah, kind, expected, asked["penjelasan"])
        made[kind] = (Score(len(found & expected), len(found), len(expected)), expected - found, found - expected)
    return made


def fold(text: str) -> str:
    """Fold case, marks, and the letters that scans confuse with numbers, so that only the words count."""
    words = re.sub(r"[\W_]+", "", text.casefold())
    return words.replace("o", "0").replace("l", "1").replace("i", "1").replace("rn", "m")


# What is asked ------------------------------------------------------------------------------------------------------


def _expected(asked: dict[str, Any]) -> dict[str, Items]:
    return dict(_kinds(asked))


def _kinds(asked: dict[str, Any]) -> Iterator[tuple[str, Items]]:
    instrument = asked.get("instrumen", {})
    if instrument:
        single = {"nomor", "tentang", "tempat", "tanggal", "penanda_tangan"} & instrument.keys()
        yield "kepala", {(name, fold(instrument[name])) for name in single}
        yield "butir", {(name, str(instrument[name])) for name in {"menimbang", "diktum", "pasal"} & instrument.keys()}
        yield "tembusan", {(fold(each),) for each in instrument["tembusan"]}
        yield "dasar", {tuple(each.split(" ")) for each in instrument["dasar"]}
    if "arah" in asked:
        named = {kind: [one] if isinstance(one, str) else one for kind, one in asked["arah"].items()}
        measured = named.pop("indikator", None)
        yield "arah", {(kind, fold(each)) for kind, every in named.items() for each in every}
        if measured is not None:
            yield "indikator", {(fold(each),) for each in measured}
    for kind in ("definisi", "jenis_peta"):
        if kind in asked:
            yield kind, {(fold(each),) for each in asked[kind]}
    if "pemilik" in asked:
        yield "pemilik", {(fold(code), fold(each)) for code, every in asked["pemilik"].items() for each in every}
    if "sop" in asked:
        each = _each(asked, "sop")
        yield "sop", {(name, fold(one[name])) for one in each for name in ("nomor", "nama") if name in one}
    if "organisasi" in asked:
        yield "fungsi", {(fold(each),) for each in asked["organisasi"]["fungsi"]}
        yield "unit", {(fold(name), fold(above)) for name, above in asked["organisasi"]["unit"].items()}
    if "proses" in asked:
        rows = asked["proses"].items()
        yield "proses", {(fold(code), fold(name), fold(above)) for code, (name, above, _) in rows}
        yield "kelompok", {(fold(code), group) for code, (_, _, group) in rows if group}
    for kind in ("aliran", "hubungan"):
        if kind in asked.get("penjelasan", {}):
            yield kind, {tuple(each) for each in asked["penjelasan"][kind]}
    if "langkah" in asked:
        yield (
            "langkah",
            {
                (which, number, fold(step), _all(map(fold, doers)), fold(needs), fold(time), fold(out), back)
                for which, steps in enumerate(_each(asked, "langkah"), 1)
                for number, (step, doers, needs, time, out, back) in steps.items()
            },
        )


def _each(asked: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Return what is asked of the first SOP, and of the others of the same file ("langkah2", "langkah3" …)."""
    return [asked[kind], *(asked[f"{kind}{at}"] for at in range(2, 20) if f"{kind}{at}" in asked)]


def _all(words: Iterable[str]) -> str:
    return ",".join(sorted(words))


# What was read ------------------------------------------------------------------------------------------------------


def _of(naskah: Naskah, *kinds: str) -> list[Kutipan]:
    return [each for each in naskah.kutipan if each.sebagai in kinds]


def _own(naskah: Naskah, *kinds: str) -> list[Kutipan]:
    return [each for each in _of(naskah, *kinds) if "#" not in each.bagian]


def _kepala(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    alone = not any(each.bagian == "kepala" for each in naskah.kutipan)  # an annex without its instrument
    head = "kepala-lampiran" if alone else "kepala"
    closing = ("penutup", head) if alone else ("penutup",)
    for name, parts in (("nomor", (head,)), ("tempat", ("penutup",)), ("tanggal", closing)):
        first = next((each for part in parts for each in _own(naskah, name) if each.bagian == part), None)
        if first is not None:
            yield name, fold(_day(first.teks) if name == "tanggal" else first.nomor or first.teks)
    title = [each.teks for each in _own(naskah, "tentang") if each.bagian == head]
    if title:
        yield "tentang", fold(" ".join(title))
    signed = next(iter(_own(naskah, "penanda tangan")), None)
    if signed is not None:
        yield "penanda_tangan", fold(signed.teks)


def _day(text: str) -> str:
    found = re.search(r"([\dOlI]{1,2})\s+([A-Za-z]+)\s+([\dOlI]{4})", text)
    sharp = str.maketrans("OlI", "011")
    day = baca_tanggal(f"{found[1].translate(sharp)} {found[2]} {found[3].translate(sharp)}") if found else None
    return day.isoformat() if day else text


def _butir(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    for name in ("menimbang", "diktum", "pasal"):
        if count := len(_own(naskah, name)):
            yield name, str(count)


def _tembusan(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    return ((fold(each.teks),) for each in _own(naskah, "tembusan"))


def _dasar(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    for basis in _own(naskah, "mengingat"):
        for one in named(basis.teks):
            for law in (one.peraturan, *(each.peraturan for each in one.perubahan)):
                if law.nomor and law.tahun and not one.dalam_judul:
                    yield str(law.jenis), f"{law.nomor.removesuffix(f'/{law.tahun}')}/{law.tahun}"


def _arah(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    return ((each.sebagai, fold(each.teks)) for each in _own(naskah, "visi", "misi", "tujuan", "sasaran"))


def _indikator(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    return ((fold(each.teks),) for each in _own(naskah, "indikator"))


def _definisi(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    return ((fold(each.catatan),) for each in _own(naskah, "definisi"))


def _jenis_peta(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    return ((fold(each.teks),) for each in _own(naskah, "jenis peta"))


def _pemilik(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    by_id = {each.id: each for each in naskah.kutipan}
    for each in _own(naskah, "pemilik"):
        if each.induk in by_id:
            yield fold(by_id[each.induk].nomor), fold(each.teks)


def _sop(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    for each in _own(naskah, "identitas sop"):
        if each.nomor.casefold() == "nomor sop":
            yield "nomor", fold(each.teks)
        elif each.nomor.casefold() in ("nama sop", "judul sop"):
            yield "nama", fold(each.teks)
    named = {each.induk for each in _own(naskah, "identitas sop") if each.nomor.casefold() in ("nama sop", "judul sop")}
    used = {each.induk for each in naskah.kutipan}
    for each in _own(naskah, "sop"):
        if each.id in used - named:
            yield "nama", fold(each.teks)


def _fungsi(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    return ((fold(each.teks),) for each in _own(naskah, "fungsi"))


def _unit(naskah: Naskah, sebagai: str = "unit") -> Iterator[tuple[str, ...]]:
    by_id = {each.id: each for each in naskah.kutipan}
    for each in _own(naskah, sebagai):
        above = by_id.get(each.induk)
        yield fold(each.teks), fold(above.teks) if above is not None else ""


def _first(naskah: Naskah) -> Iterator[Kutipan]:
    seen = set()
    for each in _own(naskah, "proses", "sub proses", "lintas fungsi"):
        code = segments(each.nomor)  # "M-II" is not "M-I.1", though their letters fold alike
        if code not in seen:
            seen.add(code)
            yield each


def _proses(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    by_id = {each.id: each for each in naskah.kutipan}
    for each in _first(naskah):
        above = by_id.get(each.induk)
        code = above.nomor if above is not None and above.sebagai in ("proses", "sub proses") else ""
        yield fold(each.nomor), fold(each.teks), fold(code)


_GROUPS = (("utama", r"utama|inti"), ("pendukung", "pendukung"), ("lainnya", r"lain|manaj"))


def _kelompok(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    by_id = {each.id: each for each in naskah.kutipan}
    below = {each.induk: each for each in reversed(_own(naskah, "kelompok"))}
    seen = set()
    for each in _own(naskah, "proses", "sub proses", "lintas fungsi"):
        told = by_id.get(each.induk)
        told = told if told is not None and told.sebagai == "kelompok" else below.get(each.id)
        if told is not None and segments(each.nomor) not in seen:
            seen.add(segments(each.nomor))
            group = next((name for name, words in _GROUPS if re.search(words, told.teks, re.IGNORECASE)), told.teks)
            yield fold(each.nomor), group


def _aliran(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    for flow in _own(naskah, "aliran"):
        for source in _under(naskah, flow, "dari"):
            for target in _under(naskah, flow, "ke"):
                yield source, target, next(iter(_under(naskah, flow, "produk")), "")


def _hubungan(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    for relation in _own(naskah, "hubungan"):
        for source in _under(naskah, relation, "dari"):
            for target in _under(naskah, relation, "ke"):
                yield source, target


def _under(naskah: Naskah, above: Kutipan, kind: str) -> list[str]:
    return [each.nomor or each.teks for each in _own(naskah, kind) if each.induk == above.id]


def _sipoc(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    """What the tables of processes tell of flows, row by row."""
    for each in _own(naskah, "proses", "sub proses", "lintas fungsi"):
        taken, given = _under(naskah, each, "masukan"), _under(naskah, each, "keluaran")
        yield from ((source, each.teks, thing) for source in _under(naskah, each, "pemasok") for thing in taken)
        yield from ((each.teks, target, thing) for target in _under(naskah, each, "pelanggan") for thing in given)


def _sharing(naskah: Naskah) -> Iterator[tuple[str, ...]]:
    """Who takes part in a process, by tables."""
    for each in _own(naskah, "proses", "sub proses", "lintas fungsi"):
        yield from ((each.teks, party) for party in _under(naskah, each, "pihak"))


def _told_alike(naskah: Naskah, kind: str, expected: Items, asked: dict[str, Any]) -> tuple[Items, Items]:
    """Return (expected, found) with processes by their codes; what the answers tell as the other kind is no fault."""
    codes = {fold(each.teks): fold(each.nomor) for each in _first(naskah) if each.nomor}

    def alike(items: Iterable[Iterable[str]]) -> Items:
        made = {tuple(codes.get(fold(end), fold(end)) for end in each) for each in items}
        return {tuple(sorted(each)) for each in made} if kind == "hubungan" else made

    wanted, found = alike(expected), alike(_READ[kind](naskah))
    told = asked.get("hubungan" if kind == "aliran" else "aliran", ())
    other = {tuple(sorted(each)) for each in alike(each[:2] for each in told)}
    found |= alike((_sipoc if kind == "aliran" else _sharing)(naskah)) & wanted
    return wanted, {each for each in found if each in wanted or tuple(sorted(each[:2])) not in other}


def _langkah(naskah: Naskah) -> Iterator[tuple[str | int, ...]]:
    parts: dict[str, dict[str, list[str]]] = {}
    for each in naskah.kutipan:
        if each.induk:
            told = each.nomor if each.sebagai == "kembali" else fold(each.teks)
            parts.setdefault(each.induk, {}).setdefault(each.sebagai, []).append(told)
    of: list[str] = []
    for each in _own(naskah, "langkah"):
        own = parts.get(each.id, {})
        one = {name: _all(own.get(name, [])) for name in ("pelaksana", "kelengkapan", "waktu", "keluaran")}
        step = re.split(r"[.;]\s+(?=jika|bila|apabila|kalau)", each.teks, flags=re.IGNORECASE)[0]
        if each.induk not in of:
            of.append(each.induk)
        yield of.index(each.induk) + 1, each.nomor, fold(step), *one.values(), ",".join(own.get("kembali", []))


_READ = {
    "kepala": _kepala,
    "butir": _butir,
    "tembusan": _tembusan,
    "dasar": _dasar,
    "arah": _arah,
    "indikator": _indikator,
    "definisi": _definisi,
    "jenis_peta": _jenis_peta,
    "pemilik": _pemilik,
    "sop": _sop,
    "fungsi": _fungsi,
    "unit": _unit,
    "proses": _proses,
    "kelompok": _kelompok,
    "aliran": _aliran,
    "hubungan": _hubungan,
    "langkah": _langkah,
}
_MAY = {"unit": lambda naskah: _unit(naskah, "jabatan struktur")}
"""What a reader may list or not: a post in the tree, such as a deputy director over units."""


def told(made: dict[str, tuple[Score, Items, Items]]) -> Iterable[str]:
    """Yield a line a kind for the reader of a failing test."""
    for kind, (score, missed, extra) in made.items():
        line = f"{kind}: {score.right} right of {score.read} read, {score.there} there"
        yield (
            line
            + (f"; missed {sorted(missed)[:6]}" if missed else "")
            + (f"; extra {sorted(extra)[:6]}" if extra else "")
        )
