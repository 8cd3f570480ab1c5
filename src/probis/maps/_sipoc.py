"""Flows and relations to a chart of framed boxes: who supplies what to which process, and who gets what from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from probis.drawing.layout.framed_chart import Disc, FrameLine, Party
from probis.drawing.layout.framed_roster import Roster, RosterRow
from probis.maps._sheet import BELUM, USULAN, sentence
from probis.model import Aliran, Hubungan, JenisHubungan, PetaProsesBisnis, Pihak, UnitKerja

Side = Literal["in", "out"]
UNKNOWN = "?"
KINDS: Mapping[JenisHubungan, str] = {
    JenisHubungan.DASAR: "dasar",
    JenisHubungan.PENGARUH: "pengaruh",
    JenisHubungan.BAGIAN_DARI: "bagian dari",
    JenisHubungan.PENGENDALIAN: "pengendalian",
    JenisHubungan.KOORDINASI: "koordinasi",
}


class Entry(NamedTuple):
    """One flow or relation between two ends of a chart, the ends already lifted to what the chart shows."""

    source: str
    target: str
    what: str
    address: str
    numbers: tuple[int, ...]
    provisional: bool
    headless: bool
    document: bool


@dataclass(frozen=True, slots=True)
class Note:
    """An entry of the list below a map: the mark of its disc, its words, and whether it is a proposal; one without
    a mark may have a `head` over its words.
    """

    mark: str
    text: str
    provisional: bool = False
    address: str = ""
    head: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """The lines of a chart with the parties they need, or rosters of those; and what their lettered discs stand for."""

    lines: tuple[FrameLine, ...]
    suppliers: tuple[Party, ...]
    customers: tuple[Party, ...]
    notes: tuple[Note, ...]
    rosters: tuple[Roster, ...] = ()


def entries(
    model: PetaProsesBisnis, lift: Callable[[str], str], scope: frozenset[str], *, framed: frozenset[str] = frozenset()
) -> tuple[Entry, ...]:
    """All flows and relations with an end in scope, lifted; those within one box, and `framed` relations, are left
    out. The order is that of ends and names, not that of the file.
    """
    numbers: dict[str, list[int]] = {}
    for penjelasan in model.penjelasan:
        for id_ in penjelasan.tentang:
            numbers.setdefault(id_, []).append(penjelasan.nomor)
    out = []
    for kind, elements in (("aliran", model.aliran), ("hubungan", model.hubungan)):
        for element in elements:
            if element.id in framed or not isinstance(element, Aliran | Hubungan):
                continue
            source, target = (lift(end) if end else UNKNOWN for end in (element.dari, element.ke))
            if source == target or not {source, target} & scope:
                continue
            flow = isinstance(element, Aliran)
            out.append(
                Entry(
                    source,
                    target,
                    model.nama_produk(element.produk) if isinstance(element, Aliran) else KINDS[element.jenis],
                    f"{kind}/{element.id}",
                    tuple(sorted(set(numbers.get(element.id, ())))),
                    element.usulan(),
                    isinstance(element, Hubungan) and element.jenis is JenisHubungan.KOORDINASI,
                    flow,
                )
            )
    place = {id_: i for i, id_ in enumerate(_order(model))}
    last = len(place)
    return tuple(sorted(out, key=lambda e: (place.get(e.source, last), place.get(e.target, last), e.what, e.address)))


def _order(model: PetaProsesBisnis) -> list[str]:
    tree = [proses.id for proses in model.pohon()]
    organisasi = model.organisasi
    return [*tree, *(e.id for e in (*organisasi.pihak, *organisasi.unit, *organisasi.jabatan))]


def party(model: PetaProsesBisnis, end: str, *, id_: str = "") -> Party:
    """The box of an end that stands outside the frame: rounded for a party, square for a process or unit."""
    proses = model.cari_proses(end)
    if proses is not None:
        link = f"peta-sub-proses/{proses.id}" if model.anak(proses.id) else ""
        label = sentence(f"{proses.kode} {proses.nama}".strip(), "proses lain")
        return Party(id_ or end, (proses.nama,), proses.kode, True, False, False, f"proses/{proses.id}", label, link)
    who = model.cari_pelaku(end)
    if who is None:
        name = "Belum diketahui" if end == UNKNOWN else end
        said = BELUM if end == UNKNOWN else "belum dikenal"
        return Party(id_ or end, (name,), "", False, False, True, "", sentence(name, said))
    outside = isinstance(who, Pihak)
    kind = "pihak" if outside else "unit" if isinstance(who, UnitKerja) else "jabatan"
    return Party(
        id_ or end,
        (who.sebutan,),
        "",
        not outside,
        who.usulan("nama"),
        False,
        f"{kind}/{end}",
        sentence(who.nama, "pihak luar" if outside else "unit sendiri"),
    )


def told(model: PetaProsesBisnis, box: str, found: Iterable[Entry], boxes: frozenset[str]) -> tuple[str, ...]:
    """The relations of a box in words, for a map that has no room for their lines: "ke BO-03 (2), BO-05 (usulan)"."""
    groups: dict[str, dict[str, list[Entry]]] = {}
    for e in found:
        if box not in (e.source, e.target) or not {e.source, e.target} <= boxes:
            continue
        word = "dengan" if e.headless else "ke" if e.source == box else "dari"
        other = name(model, e.target if e.source == box else e.source)
        groups.setdefault(word, {}).setdefault(other, []).append(e)
    out = []
    for word in ("dari", "ke", "dengan"):
        pairs = groups.get(word, {})
        unsure = {other: all(e.provisional for e in own) for other, own in pairs.items()}
        parts = []
        for other, own in pairs.items():
            notes = [str(n) for n in sorted({n for e in own for n in e.numbers})]
            notes += [USULAN] if unsure[other] and not all(unsure.values()) else []
            parts.append(f"{other} ({', '.join(notes)})" if notes else other)
        if parts:
            out.append(f"{word} {', '.join(parts)}" + (f" · {USULAN}" if all(unsure.values()) else ""))
    return tuple(out)


def name(model: PetaProsesBisnis, end: str) -> str:
    """What a list calls an end: the code of a process where it has one, else its name."""
    if end == UNKNOWN:
        return BELUM
    return model.kode(end) or model.sebutan(end)


def letters(count: int) -> Iterable[str]:
    """a, b, … z, aa, ab, …: marks that no number of the explanations can be taken for."""
    for i in range(count):
        yield (chr(96 + i // 26) if i >= 26 else "") + chr(97 + i % 26)


@dataclass(slots=True)
class _Draft:
    """A line before its letter is known."""

    source: str
    targets: list[str]
    found: list[Entry]
    text: str
    lettered: bool
    joins: list[str] = field(default_factory=list)
    trunk: bool = False  # all that one box gives, or gets, within the frames


class Linker:
    """Bundles entries to lines. Each box has parties of its own, so that a row reads from supplier to customer:
    one list of all of them where `bundled`, else one for each product. `opened` is a process with its sub processes:
    products show as documents, and what the next one below takes stands beside its line. With `trunks` all lines of
    one box to others are one, or all to one box, whichever are fewer; its disc leads to a note that tells them apart.
    With `listed` parties stand in one list a side with the codes of their processes instead of lines, and notes of
    each process say which products they are; with `told`, so do those of relations, which have no lines then.
    """

    def __init__(
        self,
        model: PetaProsesBisnis,
        boxes: tuple[str, ...],
        *,
        bundled: bool,
        opened: bool,
        trunks: bool = False,
        listed: bool = False,
        told: bool = False,
    ) -> None:
        self.model, self.boxes = model, boxes
        self.bundled, self.opened, self.trunks, self.listed, self.told = bundled, opened, trunks, listed, told
        self.suppliers: dict[str, Party] = {}
        self.customers: dict[str, Party] = {}

    def links(self, found: tuple[Entry, ...]) -> Links:
        """The lines of all entries, in the order of the boxes."""
        scope = set(self.boxes)
        inner = [e for e in found if e.source in scope and e.target in scope]
        enters = [e for e in found if e.source not in scope]
        leaves = [e for e in found if e.target not in scope]
        drafts = self._inner(inner)
        if self.listed:
            if self.told:
                drafts, enters, leaves = [], [*enters, *inner], [*leaves, *inner]
            lines, notes = self._marked(drafts)
            suppliers = self._roster("Pemasok", [e for e in enters if e.source not in scope])
            rosters = suppliers, self._roster("Pelanggan", [e for e in leaves if e.target not in scope])
            return Links(lines, (), (), (*notes, *self._products(enters, leaves)), rosters)
        drafts += [*self._outer(enters, "in"), *self._outer(leaves, "out")]
        lines, notes = self._marked(drafts)
        return Links(lines, tuple(self.suppliers.values()), tuple(self.customers.values()), notes)

    def _marked(self, drafts: list[_Draft]) -> tuple[tuple[FrameLine, ...], tuple[Note, ...]]:
        """The lines with their letters, and what the letters stand for."""
        marks = iter(letters(sum(d.lettered for d in drafts)))
        lines, notes = [], []
        for draft in drafts:
            mark = next(marks) if draft.lettered else ""
            lines.append(self._line(draft, mark))
            if mark:
                notes.append(
                    Note(mark, self._said(draft), any(e.provisional for e in draft.found), draft.found[0].address)
                )
        return tuple(lines), tuple(notes)

    def _roster(self, head: str, found: list[Entry]) -> Roster:
        """Who gives, or gets: each with the codes of its processes."""
        by: dict[str, list[Entry]] = {}
        for e in found:
            by.setdefault(e.target if e.source in self.boxes else e.source, []).append(e)
        place = {id_: i for i, id_ in enumerate(_order(self.model))}
        rows = []
        for end in sorted(by, key=lambda e: (place.get(e, len(place)), e)):
            who, own = party(self.model, end), by[end]
            numbers: dict[str, set[int]] = {}
            for e in own:
                box = name(self.model, e.source if e.source in self.boxes else e.target)
                numbers.setdefault(box, set()).update(e.numbers)
            codes = ", ".join(f"{c} ({', '.join(map(str, sorted(n)))})" if n else c for c, n in numbers.items())
            text = self.model.kode(end) or who.names[0]
            unsure = who.provisional or all(e.provisional for e in own)
            said = sentence(head, who.label.rstrip("."), codes, USULAN if unsure else "")
            rows.append(RosterRow(text, codes, who.square, unsure, who.unknown, who.ref, said, who.link))
        return Roster(head, tuple(rows))

    def _products(self, enters: list[Entry], leaves: list[Entry]) -> Iterable[Note]:
        """What each process gets from whom, and what it gives to whom."""
        for box in self.boxes:
            for word, found in (
                ("menerima dari", [e for e in enters if e.target == box]),
                ("memberi kepada", [e for e in leaves if e.source == box]),
            ):
                groups: dict[str, list[str]] = {}
                for e in found:
                    groups.setdefault(name(self.model, e.source if e.target == box else e.target), []).append(e.what)
                if groups:
                    parts = [f"{who} ({', '.join(dict.fromkeys(what))})" for who, what in groups.items()]
                    unsure = all(e.provisional for e in found)
                    yield Note("", "; ".join(parts), unsure, found[0].address, f"{name(self.model, box)} {word}")

    def _inner(self, found: list[Entry]) -> list[_Draft]:
        """Lines between boxes: those of one source with the same first number, or the same content, share a trunk."""
        if self.trunks:
            return _trunks(found)
        pairs: dict[tuple[str, str], list[Entry]] = {}
        for entry in found:
            pairs.setdefault((entry.source, entry.target), []).append(entry)
        trunks: dict[tuple[str, object, bool], _Draft] = {}
        for (source, target), own in pairs.items():
            numbers = sorted({n for e in own for n in e.numbers})
            beside = self.opened and self.boxes.index(target) - self.boxes.index(source) == 1
            key = numbers[0] if numbers else tuple(sorted(e.what for e in own))
            if beside and not numbers:
                what = ", ".join(dict.fromkeys(e.what for e in own))
                trunks[source, target, True] = _Draft(source, [target], list(own), what, False)
                continue
            draft = trunks.setdefault((source, key, False), _Draft(source, [], [], "", False))
            draft.targets.append(target)
            draft.found.extend(own)
            draft.lettered = draft.lettered or any(not e.numbers for e in own)
        return _joined([(key, draft) for (_, key, _), draft in trunks.items()])

    def _outer(self, found: list[Entry], side: Side) -> list[_Draft]:
        """Lines to or from parties, box by box."""
        out: list[_Draft] = []
        if self.bundled:
            for box in self.boxes:
                here = [e for e in found if (e.target if side == "in" else e.source) == box]
                kinds = {True: "", False: "="}
                for outside, tail in kinds.items():
                    own = [e for e in here if self._outside(e.source if side == "in" else e.target) == outside]
                    if own:
                        out.append(self._bundle(box, own, side, tail))
            return out
        pairs: dict[tuple[str, str], list[Entry]] = {}
        for entry in found:
            box, end = (entry.target, entry.source) if side == "in" else (entry.source, entry.target)
            pairs.setdefault((box, end), []).append(entry)
        return self._alike(pairs, side)

    def _alike(self, pairs: dict[tuple[str, str], list[Entry]], side: Side) -> list[_Draft]:
        """Box by box: parties that give or get just the same stand in one list with one line."""
        groups: dict[tuple[str, tuple[str, ...], bool, bool], list[str]] = {}
        for (box, end), own in sorted(pairs.items(), key=lambda p: self.boxes.index(p[0][0])):
            names = tuple(dict.fromkeys(e.what for e in own))
            unknown = party(self.model, end).unknown
            groups.setdefault((box, names, self._outside(end), unknown), []).append(end)
        out = []
        for (box, names, _, _), ends in groups.items():
            who = self._party(ends[0], box, side, tuple(ends))
            own = [e for end in ends for e in pairs[box, end]]
            much = len(", ".join(names)) > 56 and len(names) > 1
            text = f"{len(names)} produk" if much else ", ".join(names)
            out.append(_Draft(*((who, [box]) if side == "in" else (box, [who])), own, text, much))
        return out

    def _outside(self, end: str) -> bool:
        """True for parties and for what is unknown; a process or unit of the body stands in a list of its own."""
        return not party(self.model, end).square

    def _party(self, end: str, box: str, side: Side, ends: tuple[str, ...]) -> str:
        """Hold the box of a party, or of all of `ends`; returns its id."""
        held = self.suppliers if side == "in" else self.customers
        id_ = f"{side}:{end}@{box}"
        while id_ in held:
            id_ += "'"
        held[id_] = self._many(id_, ends) if len(ends) > 1 else party(self.model, end, id_=id_)
        return id_

    def _many(self, id_: str, ends: tuple[str, ...]) -> Party:
        """A list of parties in one box."""
        found = [party(self.model, e) for e in ends]
        called = tuple(self.model.kode(e) or p.names[0] for e, p in zip(ends, found, strict=True))
        square, unknown = all(p.square for p in found), any(p.unknown for p in found)
        return Party(id_, called, "", square, False, unknown, "", sentence(", ".join(called)))

    def _bundle(self, box: str, own: list[Entry], side: Side, tail: str) -> _Draft:
        """All parties of one side of a box in one list; a single one stands alone."""
        ends = list(dict.fromkeys(e.source if side == "in" else e.target for e in own))
        names = list(dict.fromkeys(e.what for e in own))
        held = self.suppliers if side == "in" else self.customers
        id_ = f"{side}:@{box}{tail}"
        held[id_] = self._many(id_, tuple(ends)) if len(ends) > 1 else party(self.model, ends[0], id_=id_)
        text = names[0] if len(names) == 1 else f"{len(names)} produk"
        ends_of = (id_, [box]) if side == "in" else (box, [id_])
        return _Draft(*ends_of, own, text, len(own) > 1)

    def _line(self, draft: _Draft, mark: str) -> FrameLine:
        found = draft.found
        discs = [
            Disc(str(n), all(e.provisional for e in found if n in e.numbers))
            for n in sorted({n for e in found for n in e.numbers})
        ]
        if draft.trunk and (len(discs) > 1 or mark):
            discs = []
        elif len(discs) > 3:
            discs = [*discs[:2], Disc("…")]
        rest = [e for e in found if not e.numbers] or found
        if mark:
            discs.append(Disc(mark, all(e.provisional for e in rest)))
        ends = [
            ", ".join(self._called(s, found, True) for s in (draft.source, *draft.joins)),
            ", ".join(self._called(t, found, False) for t in draft.targets),
        ]
        unsure = all(e.provisional for e in found)
        return FrameLine(
            f"{draft.source}>{draft.targets[0]}>{found[0].what}",
            draft.source,
            tuple(draft.targets),
            draft.text,
            tuple(discs),
            self.opened and any(e.document for e in found) and bool(draft.text),
            unsure,
            all(e.headless for e in found),
            found[0].address,
            sentence(
                f"{ends[0]} ke {ends[1]}: {', '.join(dict.fromkeys(e.what for e in found))}",
                f"Penjelasan {', '.join(d.text for d in discs)}" if discs else "",
                USULAN if unsure else "",
            ),
            tuple(draft.joins),
        )

    def _called(self, end: str, found: list[Entry], source: bool) -> str:
        if end in self.boxes:
            return name(self.model, end)
        ends = dict.fromkeys(e.source if source else e.target for e in found)
        return ", ".join(name(self.model, e) for e in ends)

    def _said(self, draft: _Draft) -> str:
        """What a lettered disc stands for: products by party, or by target."""
        if draft.trunk:
            return self._said_of_trunk(draft)
        inner = draft.source in self.boxes and draft.targets[0] in self.boxes
        rest = [e for e in draft.found if not inner or not e.numbers]
        if inner:
            by: dict[str, list[str]] = {}
            for e in rest:
                by.setdefault(name(self.model, e.target), []).append(e.what)
            parts = [f"{t}: {', '.join(dict.fromkeys(w))}" for t, w in by.items()]
            return f"{name(self.model, draft.source)} ke {'; '.join(parts)}"
        enters = draft.source not in self.boxes
        groups: dict[str, list[str]] = {}
        for e in rest:
            groups.setdefault(name(self.model, e.source if enters else e.target), []).append(e.what)
        box = name(self.model, draft.targets[0] if enters else draft.source)
        parts = [f"{who} ({', '.join(dict.fromkeys(what))})" for who, what in groups.items()]
        return f"{box} {'dari' if enters else 'ke'} {'; '.join(parts)}"

    def _said_of_trunk(self, draft: _Draft) -> str:
        """ "BO-01 ke BO-03: dasar (2); BO-04: pengaruh", or "BO-06 dari …" where several run to one box."""
        many = bool(draft.joins)
        by: dict[str, list[str]] = {}
        for e in draft.found:
            numbers = f" ({', '.join(map(str, e.numbers))})" if e.numbers else ""
            by.setdefault(name(self.model, e.source if many else e.target), []).append(e.what + numbers)
        parts = [f"{other}: {', '.join(dict.fromkeys(what))}" for other, what in by.items()]
        one = name(self.model, draft.targets[0] if many else draft.source)
        return f"{one} {'dari' if many else 'ke'} {'; '.join(parts)}"


def _trunks(found: list[Entry]) -> list[_Draft]:
    """One line for all that a box gives to others, or for all that one gets; a single one with a number keeps it.

    Lines without a head run apart from those with one.
    """
    sides: dict[bool, dict[tuple[str, bool], _Draft]] = {True: {}, False: {}}
    for by_target, drafts in sides.items():
        for entry in found:
            key = (entry.target if by_target else entry.source, entry.headless)
            draft = drafts.setdefault(key, _Draft(entry.source, [entry.target], [], "", True, trunk=True))
            if by_target and entry.source not in (draft.source, *draft.joins):
                draft.joins.append(entry.source)
            if not by_target and entry.target not in draft.targets:
                draft.targets.append(entry.target)
            draft.found.append(entry)
    fewest = min(sides.values(), key=len)
    for draft in fewest.values():
        alone = not draft.joins and len(draft.targets) == 1
        draft.lettered = not alone or any(len(e.numbers) != 1 for e in draft.found)
    return list(fewest.values())


def _joined(drafts: list[tuple[object, _Draft]]) -> list[_Draft]:
    """Lines to one target that the same number explains run into one trunk."""
    out: list[_Draft] = []
    trunk: dict[tuple[object, str], _Draft] = {}
    for key, draft in drafts:
        if not isinstance(key, int) or len(draft.targets) > 1 or draft.lettered or draft.text:
            out.append(draft)
            continue
        first = trunk.setdefault((key, draft.targets[0]), draft)
        if first is draft:
            out.append(draft)
        else:
            first.joins.append(draft.source)
            first.found.extend(draft.found)
    return out
