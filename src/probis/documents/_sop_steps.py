"""A lintas fungsi to the rows and arrows of a SOP's flow table, which knows five symbols only.

Bars become arrows that part and meet, with a remark that says so; limits become questions; a wait or a call is a step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from probis.documents import _names as names
from probis.maps import steps
from probis.model import (
    Gerbang,
    JenisAlur,
    LintasFungsi,
    Mulai,
    Panggil,
    PetaProsesBisnis,
    Putusan,
    RincianLangkah,
    Selesai,
    SifatGerbang,
    SimpulApaPun,
    Tunggu,
)
from probis.paper import FlowArrow, FlowStep, FlowSymbol, text
from probis.paper.numbering import letters

_LONGEST_ANSWER: Final = 8  # signs of an answer that stands at its arrow; a longer one stands in the remarks
_LIMIT: Final = "?"  # behind the id of a step: the question whether it kept its limit
_UNKNOWN: Final = "Belum diketahui"
_WORDS: Final[dict[FlowSymbol, str]] = {
    "terminator": "Mulai atau selesai",
    "process": "Kegiatan",
    "decision": "Putusan",
}


@dataclass(frozen=True, slots=True)
class SopFlow:
    """The performers, rows and arrows of a flow table."""

    performers: tuple[str, ...]
    steps: tuple[FlowStep, ...]
    arrows: tuple[FlowArrow, ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A way from one row to another: the answer, how often at most, and whether it parts or meets with others."""

    source: str
    target: str
    answer: str = ""
    most: int | None = None
    back: bool = False
    late: bool = False
    parts: str = ""
    meets: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row before its remarks: what it is, where it stands and what it says."""

    key: str
    node: SimpulApaPun
    symbol: FlowSymbol
    text: str
    number: str
    name: str


def sop_flow(model: PetaProsesBisnis, peta: LintasFungsi, details: Mapping[str, RincianLangkah]) -> SopFlow:
    """The flow of a lintas fungsi; `details` are what a SOP says of single nodes, by their ids.

    Steps keep the numbers they have on the map; questions take the number before them and a letter.
    """
    edges = _edges(peta)
    kept, edges = _without_bars(peta, edges)
    late = {e.source for e in edges if e.late}
    rows = _rows(model, peta, [s for s in steps.reading_order(peta) if s.id in kept], late, details)
    edges = _asked(edges, rows)
    lanes, column = _columns(model, peta, rows)
    place = {row.key: n for n, row in enumerate(rows)}
    known = [e for e in edges if e.source in place and e.target in place]
    proposed = sum(peta.simpul_usulan(row.node) for row in rows)
    rare = 0 < proposed * 2 <= len(rows)
    made, arrows = [], []
    for row in rows:
        out = [e for e in known if e.source == row.key]
        signs = _signs(out)
        arrows += [FlowArrow(place[row.key], place[e.target], sign) for e, sign in zip(out, signs, strict=True)]
        at = column[row.node.jalur if row.node.jalur in column else None]
        into = [e for e in known if e.target == row.key]
        made.append(_step(model, peta, row, at, lanes[at], details, _Around(rows, place, out, into, signs, rare)))
    return SopFlow(lanes, tuple(made), tuple(dict.fromkeys(arrows)))


def _edges(peta: LintasFungsi) -> list[_Edge]:
    return [
        _Edge(
            alur.dari,
            alur.ke,
            alur.nama,
            alur.paling_banyak,
            alur.jenis is JenisAlur.KEMBALI,
            alur.jenis is JenisAlur.TENGGAT,
        )
        for alur in peta.alur
    ]


def _without_bars(peta: LintasFungsi, edges: list[_Edge]) -> tuple[set[str], list[_Edge]]:
    """The nodes that become rows, and the ways between them; a bar that chooses, or meets and parts, stays a row."""
    kept = {s.id for s in peta.simpul}
    for bar in steps.reading_order(peta):
        if not isinstance(bar, Gerbang):
            continue
        into = [e for e in edges if e.target == bar.id]
        out = [e for e in edges if e.source == bar.id]
        chooses = bar.sifat is not SifatGerbang.SERENTAK and len(out) > 1
        if chooses or (len(into) > 1 and len(out) > 1) or any(e.source == bar.id for e in into):
            continue
        kept.discard(bar.id)
        rest = [e for e in edges if bar.id not in (e.source, e.target)]
        edges = rest + [_through(a, b, bar, len(into), len(out)) for a in into for b in out]
    return kept, list(dict.fromkeys(edges))


def _through(a: _Edge, b: _Edge, bar: Gerbang, into: int, out: int) -> _Edge:
    """Two ways that met at a bar, as one."""
    return _Edge(
        a.source,
        b.target,
        "; ".join(answer for answer in (a.answer, b.answer) if answer),
        a.most if a.most is not None else b.most,
        a.back or b.back,
        a.late,
        parts=bar.id if out > 1 else a.parts or b.parts,
        meets=bar.id if into > 1 else b.meets or a.meets,
    )


def _rows(
    model: PetaProsesBisnis,
    peta: LintasFungsi,
    nodes: Iterable[SimpulApaPun],
    late: set[str],
    details: Mapping[str, RincianLangkah],
) -> list[_Row]:
    numbers = steps.numbers(peta)
    rows: list[_Row] = []
    last, letter = "", 0

    def add(key: str, node: SimpulApaPun, symbol: FlowSymbol, said: str, number: str = "") -> None:
        nonlocal last, letter
        if number:
            last, letter = number, 0
        elif symbol != "terminator" and last:
            letter += 1
            number = f"{last}{letters(letter)}"
        name = f"langkah {number}" if number else f"“{said}”"
        rows.append(_Row(key, node, symbol, said, number, name))

    for node in nodes:
        own = details[node.id].uraian if node.id in details else ""
        add(node.id, node, _symbol(peta, node), own or _text(model, node), numbers.get(node.id, ""))
        if node.id in late and rows[-1].symbol == "process":
            add(node.id + _LIMIT, node, "decision", _limit(node))
    return rows


def _symbol(peta: LintasFungsi, node: SimpulApaPun) -> FlowSymbol:
    match node:
        case Mulai() | Selesai():
            return "terminator"
        case Putusan():
            return "decision"
        case Gerbang():
            return "process" if node.sifat is SifatGerbang.SERENTAK else "decision"
        case _:
            return "process"


def _text(model: PetaProsesBisnis, node: SimpulApaPun) -> str:
    said = steps.text_of(model, node)
    match node:
        case Gerbang(sifat=SifatGerbang.SERENTAK):
            return said or "Menunggu semua cabang selesai, lalu melanjutkan serentak"
        case Gerbang(sifat=SifatGerbang.INKLUSIF):
            return said or "Cabang mana yang dikerjakan?"
        case Gerbang():
            return said or "Kejadian mana yang lebih dahulu?"
        case Panggil():
            name, code, _, _ = steps.called(model, node)
            called = f"SOP {f'{code} ' if code else ''}{name}"
            return f"{node.nama} ({called})" if node.nama and node.nama != name else f"Melaksanakan {called}"
        case _:
            return said


def _limit(node: SimpulApaPun) -> str:
    """The question whether a step kept its limit."""
    limit = node.paling_lama if isinstance(node, Tunggu) else getattr(node, "tenggat", None)
    awaited = isinstance(node, Tunggu) and (node.produk or node.pihak)
    verb = "Diterima" if awaited else "Terpenuhi" if isinstance(node, Tunggu) else "Selesai"
    return f"{verb} paling lama {limit.ringkas}?" if limit is not None else f"{verb} dalam batas waktu?"


def _asked(edges: Sequence[_Edge], rows: Sequence[_Row]) -> list[_Edge]:
    """The ways with those that leave a step with a limit going through its question."""
    asked = {row.key.removesuffix(_LIMIT) for row in rows if row.key.endswith(_LIMIT)}
    out = [_Edge(key, key + _LIMIT) for key in sorted(asked)]
    for edge in edges:
        if edge.source not in asked:
            out.append(replace(edge, answer=edge.answer or "Lewat") if edge.late else edge)
        else:
            answer = "Tidak" if edge.late else edge.answer or "Ya"
            out.append(replace(edge, source=edge.source + _LIMIT, answer=answer))
    return out


def _columns(
    model: PetaProsesBisnis, peta: LintasFungsi, rows: Sequence[_Row]
) -> tuple[tuple[str, ...], dict[str | None, int]]:
    """The names of the lanes in which anything is done, and the column of each lane; None is that of no lane."""
    known = {jalur.id for jalur in peta.jalur}
    used = {row.node.jalur if row.node.jalur in known else None for row in rows}
    lanes = [jalur for jalur in peta.jalur if jalur.id in used]
    column: dict[str | None, int] = {jalur.id: n for n, jalur in enumerate(lanes)}
    said = [jalur.nama or model.sebutan(jalur.pelaku) for jalur in lanes]
    if None in used or not said:
        column[None] = len(said)
        said.append(_UNKNOWN)
    return tuple(said), column


def _signs(out: Sequence[_Edge]) -> list[str]:
    """What stands at each arrow that leaves a row: its answer, or a number that the remarks explain."""
    signs, n = [], 0
    for edge in out:
        if len(edge.answer) > _LONGEST_ANSWER:
            n += 1
        signs.append(f"({n})" if len(edge.answer) > _LONGEST_ANSWER else edge.answer)
    return signs


@dataclass(frozen=True, slots=True)
class _Around:
    """What lies around a row: all rows with their places, the ways that leave and enter it, the signs of the first."""

    rows: Sequence[_Row]
    place: Mapping[str, int]
    out: Sequence[_Edge]
    into: Sequence[_Edge]
    signs: Sequence[str]
    rare: bool

    def name(self, key: str) -> str:
        """What a reader calls the row with this key."""
        return self.rows[self.place[key]].name

    def named(self, keys: Iterable[str]) -> str:
        """Several rows by name, "langkah 3, 4, dan 6" where all have numbers."""
        places = sorted({self.place[key] for key in keys})
        numbers = [self.rows[n].number for n in places]
        return f"langkah {names.listed(numbers)}" if all(numbers) else names.listed([self.rows[n].name for n in places])


def _step(
    model: PetaProsesBisnis,
    peta: LintasFungsi,
    row: _Row,
    column: int,
    lane: str,
    details: Mapping[str, RincianLangkah],
    around: _Around,
) -> FlowStep:
    node = row.node
    asks = row.key.endswith(_LIMIT)
    own = None if asks else details.get(node.id)
    proposed = peta.simpul_usulan(node)
    notes = [own.keterangan] if own is not None and own.keterangan else []
    if not asks:
        notes += _people(model, peta, node, lane)
    notes += _remarks(around)
    notes += ["Usulan."] if proposed and around.rare else []
    needs = own.kelengkapan if own is not None and own.kelengkapan else _products(model, node, "pakai")
    if asks:
        needs = ""
    return FlowStep(
        row.number,
        text(row.text),
        column,
        row.symbol,
        _spoken(row, lane, around),
        row.name,
        text(needs),
        text("" if asks else _time(node)),
        text("" if asks else _products(model, node, "hasil")),
        text(" ".join(notes)),
        proposed,
    )


def _people(model: PetaProsesBisnis, peta: LintasFungsi, node: SimpulApaPun, lane: str) -> list[str]:
    jalur = peta.cari_jalur(node.jalur)
    actor = jalur.pelaku if jalur is not None else None
    doers = [model.sebutan(who) for who in getattr(node, "pelaksana", ()) if who != actor]
    doers = [who for who in dict.fromkeys(doers) if who != lane]
    others = [model.sebutan(who) for who in dict.fromkeys(getattr(node, "bersama", ()))]
    out = [f"Oleh {names.listed(doers)}."] if doers else []
    return out + ([f"Bersama {names.listed(others)}."] if others else [])


def _remarks(around: _Around) -> list[str]:
    """Answers too long for their arrow, how often a return may be taken, and where branches part and meet."""
    out = []
    for edge, sign in zip(around.out, around.signs, strict=True):
        most = f"paling banyak {edge.most} kali" if edge.most is not None else ""
        if sign.startswith("("):
            out.append(f"{sign} {edge.answer}{f', {most}' if most else ''}.")
        elif most:
            out.append(f"{sign}: {most}." if sign else f"Kembali {most}.")
    parted = [e.target for e in around.out if e.parts]
    if len(set(parted)) > 1:
        out.append(f"Dilanjutkan serentak ke {around.named(parted)}.")
    met = [e.source for e in around.into if e.meets and not e.back]
    if len(set(met)) > 1:
        out.append(f"Dimulai setelah {around.named(met)} selesai.")
    return out


def _products(model: PetaProsesBisnis, node: SimpulApaPun, field: str) -> str:
    ids = getattr(node, field, ())
    if isinstance(node, Tunggu) and field == "hasil":
        ids = (node.produk,) if node.produk else ()
    return "; ".join(model.nama_produk(id_) for id_ in ids)


def _time(node: SimpulApaPun) -> str:
    said = steps.time_of(node)
    limit = node.paling_lama if isinstance(node, Tunggu) else getattr(node, "tenggat", None)
    if limit is None:
        return said
    return f"{said}, paling lama {limit.ringkas}" if said else f"Paling lama {limit.ringkas}"


def _spoken(row: _Row, lane: str, around: _Around) -> str:
    """What a screen reader says for a symbol: its kind, its column and where its arrows lead."""
    word = {"mulai": "Mulai", "selesai": "Selesai"}.get(row.node.jenis, _WORDS[row.symbol])
    ways = []
    for edge in around.out:
        to = f"{'kembali ke' if edge.back else 'ke'} {around.name(edge.target)}"
        ways.append(f"{edge.answer}: {to}" if edge.answer else to)
    said = f"{word}, {lane}"
    return f"{said}; {'; '.join(ways)}" if ways else said
