"""Turns a lintas fungsi into its workflow net, and that into the answer whether its work always ends, and clean."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from probis.analysis._called import kapital, sebut_simpul
from probis.model import (
    Alur,
    Gerbang,
    JenisAlur,
    LintasFungsi,
    Mulai,
    Putusan,
    Selesai,
    SifatGerbang,
    SimpulApaPun,
    Tunggu,
)

LIMIT = 20_000
"""Markings that are looked at before the search says that the map is too large to be played out."""

_TOLD = 5
_MANY_BRANCHES = 6


@dataclass(frozen=True, slots=True)
class Transition:
    """One way in which a node happens: it takes a token from each place in `takes`, gives one to each in `gives`.

    Places are bits; `twice` are those that get two tokens at once, which no sound net does. An inclusive join takes
    what of `takes` is there, as soon as nothing more can come; an end gives nothing and is where the work is over.
    """

    simpul: str
    takes: int
    gives: int
    twice: int = 0
    inclusive: bool = False
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Net:
    """A workflow net (van der Aalst 1998): its places as bits, its transitions, the marking it starts in.

    `target[bit]` is the node a token there waits for. Nodes in `fused` have no transitions: all they do is pass a token
    from one place to one other, so that both are one place (Murata 1989, fusion of series places). The flows into a
    node that waits for no other are one place, too: with tokens on two of them it would happen twice at once. Neither
    changes whether the net is sound. `place` is the bit of each flow.
    """

    target: Mapping[int, str]
    place: Mapping[str, int]
    fused: frozenset[str]
    transitions: tuple[Transition, ...]
    initial: int
    initial_twice: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps a map from being sound: its address, and a sentence for the user.

    `jalan` are the nodes of a shortest run to it, in an order in which they happen, from the start to the node at
    fault: of all runs one with the fewest choices, branchings and meetings. It is empty where no run leads there.
    """

    alamat: str
    pesan: str
    jalan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Soundness:
    """What playing the net found; `complete` is False where the search met its limit before it had seen everything."""

    problems: tuple[Problem, ...]
    markings: int
    complete: bool

    @property
    def sound(self) -> bool:
        """Whether everything was seen and nothing was wrong."""
        return self.complete and not self.problems


def carrying(peta: LintasFungsi) -> tuple[Alur, ...]:
    """Return the flows that carry the work on: all but messages, which carry it only where nothing else leaves a node.

    A message to a party starts work of its own there; the body does not stand still for it, it waits in a `tunggu`.
    """
    known = {simpul.id for simpul in peta.simpul}
    goes_on = {alur.dari for alur in peta.alur if alur.jenis is not JenisAlur.PESAN}
    return tuple(
        alur
        for alur in peta.alur
        if {alur.dari, alur.ke} <= known and (alur.jenis is not JenisAlur.PESAN or alur.dari not in goes_on)
    )


def alternatives(simpul: SimpulApaPun, exits: Iterable[Alur]) -> list[tuple[Alur, ...]]:
    """Return the sets of exits of which a node takes exactly one set.

    A decision and a gateway of events take one exit, a parallel gateway all, an inclusive one any of them. Other nodes
    take all plain exits together (BPMN 2.0.2, 13.3.2), or instead a return, a time-out, or one exit with a chance.
    """
    ways = tuple(exits)
    if isinstance(simpul, Gerbang):
        if simpul.sifat is SifatGerbang.SERENTAK:
            return [ways] if ways else []
        if simpul.sifat is SifatGerbang.INKLUSIF:
            return list(_some_of(ways))
        return [(way,) for way in ways]
    if isinstance(simpul, Putusan):
        return [(way,) for way in ways]
    plain = tuple(way for way in ways if _unconditional(way))
    return ([plain] if plain else []) + [(way,) for way in ways if not _unconditional(way)]


def _unconditional(alur: Alur) -> bool:
    plain = alur.jenis in (JenisAlur.URUT, JenisAlur.PESAN)
    return plain and alur.peluang is None and not alur.bawaan


def _some_of(ways: tuple[Alur, ...]) -> Iterator[tuple[Alur, ...]]:
    # Beyond six branches one, two and all of them stand for the rest: what fails for any number fails for these.
    sizes = range(1, len(ways) + 1) if len(ways) <= _MANY_BRANCHES else (1, 2, len(ways))
    for size in sizes:
        yield from combinations(ways, size)


class _Places:
    """Flows that are one place: each flow leads to the one that stands for its place."""

    def __init__(self, flows: Iterable[Alur]) -> None:
        self.merged = {alur.id: alur.id for alur in flows}

    def of(self, flow: str) -> str:
        here = flow
        while self.merged[here] != here:
            self.merged[here] = self.merged[self.merged[here]]
            here = self.merged[here]
        return here

    def join(self, flow: str, other: str) -> bool:
        """Make one place of two; the second one's node is what its tokens wait for. Says whether they were apart."""
        one, kept = self.of(flow), self.of(other)
        self.merged[one] = kept
        return one != kept


_Ends = Mapping[str, list[Alur]]


def net(peta: LintasFungsi) -> Net:
    """Return the workflow net of a lintas fungsi; it starts with the exits of its first `mulai` marked."""
    flows = carrying(peta)
    enters: dict[str, list[Alur]] = {simpul.id: [] for simpul in peta.simpul}
    leaves: dict[str, list[Alur]] = {simpul.id: [] for simpul in peta.simpul}
    for alur in flows:
        enters[alur.ke].append(alur)
        leaves[alur.dari].append(alur)
    places = _Places(flows)
    fused = _fuse(peta, enters, leaves, places)
    kept = sorted({places.of(alur.id) for alur in flows})
    bit = {flow: 1 << number for number, flow in enumerate(kept)}
    place = {alur.id: bit[places.of(alur.id)] for alur in flows}
    transitions: dict[Transition, None] = {}
    for simpul in peta.simpul:
        if simpul.id not in fused and not isinstance(simpul, Mulai):
            transitions.update(dict.fromkeys(_transitions(simpul, enters[simpul.id], leaves[simpul.id], place)))
    start = next((simpul for simpul in peta.simpul if isinstance(simpul, Mulai)), None)
    return Net(
        target={place[alur.id]: alur.ke for alur in flows if places.of(alur.id) == alur.id},
        place=place,
        fused=frozenset(fused),
        transitions=tuple(transitions),
        initial=_mask(place, leaves[start.id]) if start is not None else 0,
        initial_twice=_twice(place, leaves[start.id]) if start is not None else 0,
    )


def _fuse(peta: LintasFungsi, enters: _Ends, leaves: _Ends, places: _Places) -> set[str]:
    """Make one place of what may be one, until nothing changes; return the nodes that only passed tokens on."""
    passing = [s for s in peta.simpul if enters[s.id] and not isinstance(s, Mulai) and not _joins(s, enters[s.id])]
    for simpul in passing:
        for alur in enters[simpul.id]:
            places.join(alur.id, enters[simpul.id][0].id)
    passing = [simpul for simpul in passing if not isinstance(simpul, Selesai)]
    fused: set[str] = set()
    changed = True
    while changed:
        changed = False
        # From the back: what follows is fused already, mostly.
        for simpul in reversed(passing):
            if simpul.id in fused:
                continue
            ways = alternatives(simpul, leaves[simpul.id])
            before = places.of(enters[simpul.id][0].id)
            # A way back to where the token was changes nothing.
            after = {places.of(way[0].id) for way in ways} - {before}
            if len(after) == 1 and all(len(way) == 1 for way in ways):
                fused.add(simpul.id)
                changed = places.join(before, after.pop())
    return fused


def _joins(simpul: SimpulApaPun, enters: list[Alur]) -> bool:
    together = isinstance(simpul, Gerbang) and simpul.sifat is not SifatGerbang.PERISTIWA
    return together and len(enters) > 1


def _mask(place: Mapping[str, int], flows: Iterable[Alur]) -> int:
    mask = 0
    for alur in flows:
        mask |= place[alur.id]
    return mask


def _twice(place: Mapping[str, int], flows: Iterable[Alur]) -> int:
    once = twice = 0
    for alur in flows:
        twice |= once & place[alur.id]
        once |= place[alur.id]
    return twice


def _transitions(
    simpul: SimpulApaPun, enters: list[Alur], leaves: list[Alur], place: Mapping[str, int]
) -> Iterator[Transition]:
    joins = _joins(simpul, enters)
    inclusive = joins and isinstance(simpul, Gerbang) and simpul.sifat is SifatGerbang.INKLUSIF
    for takes in [_mask(place, enters)] if joins else {place[alur.id]: None for alur in enters}:
        if isinstance(simpul, Selesai):
            yield Transition(simpul.id, takes, 0, ends=True)
            continue
        for given in alternatives(simpul, leaves):
            yield Transition(simpul.id, takes, _mask(place, given), _twice(place, given), inclusive)


# Playing


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where a problem was met: in a marking, by a transition if one, its token arriving at a place, others beside."""

    marking: int
    by: Transition | None
    arrives: int = 0
    beside: int = 0


class _Play:
    """The game on one net: which markings follow which, what went wrong, what happened at all."""

    def __init__(self, peta: LintasFungsi, limit: int) -> None:
        self.peta = peta
        self.net = net(peta)
        self.after: dict[int, dict[int, None]] = {}
        self.over: set[int] = set()
        self.happened: set[str] = set()
        self.problems: dict[tuple[str, str], _Fault | None] = {}
        self.came: dict[int, tuple[int, Transition]] = {}
        self.by_place: dict[int, list[Transition]] = {}
        self.coming: dict[str, dict[int, int]] = {}
        for transition in self.net.transitions:
            # A transition that takes from all its places is looked for at one of them.
            places = list(_bits(transition.takes))
            for bit in places if transition.inclusive else places[:1]:
                self.by_place.setdefault(bit, []).append(transition)
            if transition.inclusive and transition.simpul not in self.coming:
                self.coming[transition.simpul] = self._coming(transition)
        self.complete = self._run(limit)

    def _coming(self, join: Transition) -> dict[int, int]:
        """For each place outside the join, the entries of the join that its token may still reach without it."""
        onward: dict[int, int] = {}
        for transition in self.net.transitions:
            if transition.simpul != join.simpul:
                for bit in _bits(transition.takes):
                    onward[bit] = onward.get(bit, 0) | transition.gives
        found: dict[int, int] = {}
        for bit in self.net.target:
            seen, todo = bit, onward.get(bit, 0)
            while todo & ~seen:
                fresh = todo & ~seen
                seen |= fresh
                todo = 0
                for one in _bits(fresh):
                    todo |= onward.get(one, 0)
            found[bit] = seen & join.takes
        return found

    def _ready(self, marking: int, transition: Transition) -> int:
        """The tokens the transition would take from this marking, 0 where it is not enabled."""
        if not transition.inclusive:
            return transition.takes if marking & transition.takes == transition.takes else 0
        here = marking & transition.takes
        missing = transition.takes & ~here
        coming = self.coming[transition.simpul]
        # BPMN 2.0.2, 13.4.3: it waits for a token that can reach an empty entry and none that is filled.
        for bit in _bits(marking & ~transition.takes):
            if coming[bit] & missing and not coming[bit] & here:
                return 0
        return here

    def _run(self, limit: int) -> bool:
        todo = deque([self.net.initial])
        self._meet(self.net.initial_twice, _Fault(self.net.initial, None, self.net.initial_twice))
        while todo:
            marking = todo.popleft()
            if marking in self.after:
                continue
            if len(self.after) >= limit:
                return False
            following = self.after[marking] = {}
            for transition in {t: None for bit in _bits(marking) for t in self.by_place.get(bit, ())}:
                taken = self._ready(marking, transition)
                if taken:
                    self.happened.add(transition.simpul)
                    self._fire(marking & ~taken, transition, marking, following)
            todo.extend(following)
        return True

    def _fire(self, rest: int, transition: Transition, marking: int, following: dict[int, None]) -> None:
        if transition.ends:
            self.over.add(marking)
            if rest:
                pesan = f"{self._name(transition.simpul)} dapat tercapai selagi {self._waiting(rest)} belum tuntas."
                self._report(transition.simpul, pesan, _Fault(marking, transition))
            return
        twice = (rest & transition.gives) | transition.twice
        if twice:
            self.over.add(marking)
            self._meet(twice, _Fault(marking, transition, twice))
        else:
            there = rest | transition.gives
            following[there] = None
            if there != self.net.initial:
                self.came.setdefault(there, (marking, transition))

    def _meet(self, places: int, fault: _Fault) -> None:
        for bit in _bits(places):
            target, here = self.net.target[bit], replace(fault, arrives=bit)
            if isinstance(self.peta.cari_simpul(target), Selesai):
                self._report(target, f"{self._name(target)} dapat tercapai selagi cabang lain belum tuntas.", here)
            else:
                self._report(target, f"{self._name(target)} dapat dimulai dua kali bersamaan.", here)

    def _name(self, id: str) -> str:
        return sebut_simpul(self.peta, id)

    def _waiting(self, marking: int) -> str:
        names = dict.fromkeys(self._name(self.net.target[bit]) for bit in _bits(marking))
        return ", ".join(names)

    def _report(self, simpul: str, pesan: str, fault: _Fault | None = None) -> None:
        # The search goes by the number of transitions: who comes first came the shortest way.
        self.problems.setdefault((f"lintas-fungsi/{self.peta.id}/{simpul}", kapital(pesan)), fault)

    def judge(self) -> None:
        """Add what only the whole game shows: where it stands still, and what never happens."""
        before: dict[int, list[int]] = {}
        for marking, following in self.after.items():
            for one in following:
                before.setdefault(one, []).append(marking)
        ending, todo = set(self.over), list(self.over)
        while todo:
            for one in before.get(todo.pop(), ()):
                if one not in ending:
                    ending.add(one)
                    todo.append(one)
        lost = [marking for marking in self.after if marking not in ending] if self.complete else []
        for marking in lost:
            if not self.after[marking]:
                self._stuck(marking)
        if lost and all(self.after[marking] for marking in lost):
            first = next(iter(_bits(lost[0])))
            pesan = f"Sesudah {self._waiting(lost[0])} pekerjaan berputar tanpa jalan ke selesai."
            self._report(self.net.target[first], pesan, _Fault(lost[0], None, first))
        if self.complete:
            for simpul in self._never():
                if not self._dangles(simpul):
                    self._report(simpul, f"{self._name(simpul)} tidak pernah dikerjakan.")

    def _dangles(self, simpul: str) -> bool:
        """Tell of a node that work comes to and nothing leaves; say whether it is one."""
        if any(transition.simpul == simpul for transition in self.net.transitions):
            return False
        here = next(((m, b) for m in self.after for b in _bits(m) if self.net.target[b] == simpul), None)
        if here is None:
            return False
        pesan = f"Sesudah {self._name(simpul)} tidak ada alur ke langkah berikutnya."
        self._report(simpul, pesan, _Fault(here[0], None, here[1]))
        return True

    def _stuck(self, marking: int) -> None:
        if any(self._dangles(self.net.target[bit]) for bit in _bits(marking)):
            return
        first = next(iter(_bits(marking)))
        pesan = f"Pekerjaan dapat berhenti di {self._waiting(marking)}: cabang lain yang ditunggu tidak datang."
        # Every token must be where it waits, or the work would go on.
        self._report(self.net.target[first], pesan, _Fault(marking, None, first, marking ^ first))

    def told(self) -> tuple[Problem, ...]:
        """The first problems that were found, each with the run to it."""
        first = list(self.problems.items())[:_TOLD]
        return tuple(Problem(alamat, pesan, self._run_to(fault)) for (alamat, pesan), fault in first)

    def _run_to(self, fault: _Fault | None) -> tuple[str, ...]:
        """The nodes that happen on the way to a fault; those that only pass a token on, when it is taken up again."""
        start = next((simpul.id for simpul in self.peta.simpul if isinstance(simpul, Mulai)), None)
        if fault is None or start is None:
            return ()
        moves = [(fault.marking, fault.by)] if fault.by is not None else []
        marking = fault.marking
        while marking in self.came:
            moves.append(self.came[marking])
            marking = moves[-1][0]
        run, given = [start], dict.fromkeys(_bits(self.net.initial), start)
        earlier = dict(given)
        for marking, transition in reversed(moves):
            for bit in _bits(marking & transition.takes):
                run += self._shortest(given[bit], bit)
            run.append(transition.simpul)
            earlier = dict(given)
            given |= dict.fromkeys(_bits(transition.gives), transition.simpul)
        for bit in _bits(fault.beside):
            run += self._shortest(given[bit], bit)
        if fault.arrives:
            run += self._arriving(fault, given[fault.arrives], earlier.get(fault.arrives))
        return tuple(run)

    def _arriving(self, fault: _Fault, giver: str, before: str | None) -> list[str]:
        """How a token comes to the place at fault; where it meets another there, how that one came, too."""
        bit = fault.arrives
        ways = sorted(self._passed(giver, bit), key=len)
        twice = self.net.initial_twice if fault.by is None else fault.by.twice
        if twice & bit and fault.marking & bit == (0 if fault.by is not None else bit):
            ways = ways[:2]
        elif fault.by is not None and before is not None:
            ways = [*sorted(self._passed(before, bit), key=len)[:1], *ways[:1]]
        else:
            ways = ways[:1]
        return [*(one for way in ways for one in way), self.net.target[bit]]

    def _shortest(self, giver: str, bit: int) -> list[str]:
        return min(self._passed(giver, bit), key=lambda way: len(way), default=[])

    def _passed(self, giver: str, bit: int) -> list[list[str]]:
        """The fused nodes that a token in this place passes from its giver to its target, for each exit it may take."""
        place, fused = self.net.place, self.net.fused
        onward: dict[str, list[str]] = {}
        for alur in carrying(self.peta):
            if place[alur.id] == bit:
                onward.setdefault(alur.dari, []).append(alur.ke)
        found = []
        for exit_ in onward.get(giver, ()):
            before: dict[str, str | None] = {exit_: None}
            todo = deque([exit_])
            while todo and todo[0] in fused:
                here = todo.popleft()
                for there in onward.get(here, ()):
                    if there not in before:
                        before[there] = here
                        todo.append(there)
            if todo:
                way, back = [], before[todo[0]]
                while back is not None:
                    way.append(back)
                    back = before[back]
                found.append(way[::-1])
        return found

    def _never(self) -> list[str]:
        """Nodes that no game reaches and that are not a party's work: started by a message, awaited by a `tunggu`."""
        passed: dict[str, list[str]] = {}
        for alur in carrying(self.peta):
            if alur.ke in self.net.fused:
                passed.setdefault(alur.dari, []).append(alur.ke)
        starts = {simpul.id for simpul in self.peta.simpul if isinstance(simpul, Mulai)}
        done = _closure(starts | self.happened, passed, set())
        onward: dict[str, list[str]] = {}
        back: dict[str, list[str]] = {}
        for alur in self.peta.alur:
            onward.setdefault(alur.dari, []).append(alur.ke)
            back.setdefault(alur.ke, []).append(alur.dari)
        sent = _closure((a.ke for a in self.peta.alur if a.jenis is JenisAlur.PESAN and a.dari in done), onward, done)
        waits = [s.id for s in self.peta.simpul if isinstance(s, Tunggu) and s.id in done]
        awaited = _closure((one for wait in waits for one in back.get(wait, ())), back, done)
        # What stands behind a place already told does not happen because of it.
        behind = _closure((alamat.rpartition("/")[2] for alamat, _ in self.problems), onward, set())
        known = done | (sent & awaited) | behind
        return [simpul.id for simpul in self.peta.simpul if simpul.id not in known]


def along(peta: LintasFungsi, jalan: Sequence[str]) -> tuple[Alur, ...]:
    """Return the flows that a run over these nodes takes, in its order: into each node from the last that leads to it.

    Into a gateway that waits for several come those from all of them.
    """
    flows = carrying(peta)
    taken: dict[str, Alur] = {}
    for number, here in enumerate(jalan):
        place = {one: at for at, one in enumerate(jalan[:number])}
        ways = sorted((a for a in flows if a.ke == here and a.dari in place), key=lambda a: -place[a.dari])
        simpul = peta.cari_simpul(here)
        several = simpul is not None and _joins(simpul, ways)
        taken |= {alur.id: alur for alur in (ways if several else ways[:1])}
    return tuple(taken.values())


def _closure(start: Iterable[str], steps: Mapping[str, list[str]], without: set[str]) -> set[str]:
    seen: set[str] = set()
    todo = list(start)
    while todo:
        here = todo.pop()
        if here not in seen and here not in without:
            seen.add(here)
            todo.extend(steps.get(here, ()))
    return seen


def _bits(mask: int) -> Iterator[int]:
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def soundness(peta: LintasFungsi, limit: int = LIMIT) -> Soundness:
    """Play every game on the net of a lintas fungsi and return what is wrong, in the user's words.

    Sound (van der Aalst 1998) is a map in which, whatever is decided, the work can still end; where an end leaves
    nothing running; where no flow carries two tokens at once; and where each node happens in some game. Returns are
    played without their limits, a `tunggu` may end by what it waits for or by its limit. Nodes that only a message
    starts belong to a party's own work: they must be sent to and be waited for. At most `limit` markings are looked
    at; at most five problems are told.
    """
    at = f"lintas-fungsi/{peta.id}"
    starts = sum(isinstance(simpul, Mulai) for simpul in peta.simpul)
    ends = sum(isinstance(simpul, Selesai) for simpul in peta.simpul)
    if starts != 1 or not ends:
        pesan = f"Peta ini punya {starts} mulai; harus satu." if starts != 1 else "Peta ini belum punya selesai."
        return Soundness((Problem(at, pesan),), 0, True)
    play = _Play(peta, limit)
    if not play.net.initial:
        start = next(simpul for simpul in peta.simpul if isinstance(simpul, Mulai))
        return Soundness((Problem(f"{at}/{start.id}", "Dari mulai tidak ada alur ke langkah pertama."),), 0, True)
    play.judge()
    problems = play.told()
    if not play.complete:
        pesan = f"Peta ini terlalu besar untuk diperiksa tuntas: lebih dari {limit} keadaan."
        problems = (*problems[: _TOLD - 1], Problem(at, pesan))
    return Soundness(problems, len(play.after), play.complete)
