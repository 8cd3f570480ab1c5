"""A lintas fungsi played out flow by flow, with nothing merged and nothing shared with the analysis it is to check.

A marking is the set of flows that hold work. Two pieces of work on one flow are a fault, and the play goes no further
there; so the markings are finite.
"""

from collections.abc import Iterator
from itertools import chain, combinations

from probis.model import LintasFungsi

Marking = frozenset[str]


class Played:
    """What a whole play shows: the markings, and the kinds of fault among "twice", "left over", "stuck", "dead"."""

    def __init__(self, peta: LintasFungsi, most: int = 200_000) -> None:
        known = {s.id for s in peta.simpul}
        sequence = {a.dari for a in peta.alur if a.jenis != "pesan"}
        self.flows = [
            a for a in peta.alur if a.dari in known and a.ke in known and (a.jenis != "pesan" or a.dari not in sequence)
        ]
        self.nodes = {s.id: s for s in peta.simpul}
        self.enters = {n: [a.id for a in self.flows if a.ke == n] for n in self.nodes}
        self.ends = {a.id: a.ke for a in self.flows}
        self.faults: set[str] = set()
        self.fired: set[str] = {s.id for s in peta.simpul if s.jenis == "mulai"}
        self.markings: dict[Marking, set[Marking]] = {}
        self._play([a.id for a in self.flows if self.nodes[a.dari].jenis == "mulai"], most)

    @property
    def sound(self) -> bool:
        """Whether nothing was wrong."""
        return not self.faults

    def _play(self, first: list[str], most: int) -> None:
        over: set[Marking] = set()
        todo = [frozenset(first)]
        while todo:
            marking = todo.pop()
            if marking in self.markings:
                continue
            if len(self.markings) >= most:
                raise OverflowError(f"more than {most} markings")
            self.markings[marking] = set()
            for node in self.nodes:
                for taken in self._ways_in(node, marking):
                    rest = marking - taken
                    self.fired.add(node)
                    if self.nodes[node].jenis == "selesai":
                        over.add(marking)
                        if rest:
                            self.faults.add("left over")
                        continue
                    for given in self._ways_out(node):
                        if rest & given:
                            self.faults.add("twice")
                            over.add(marking)
                        else:
                            self.markings[marking].add(rest | given)
            todo.extend(self.markings[marking])
        while more := {m for m, after in self.markings.items() if m not in over and after & over}:
            over |= more
        if set(self.markings) - over:
            self.faults.add("stuck")
        if set(self.nodes) - self.fired:
            self.faults.add("dead")

    def _ways_in(self, node: str, marking: Marking) -> Iterator[Marking]:
        enters, here = self.enters[node], self.nodes[node]
        filled = [e for e in enters if e in marking]
        if here.jenis == "mulai" or not filled:
            return
        sifat = getattr(here, "sifat", "")
        if here.jenis != "gerbang" or sifat == "peristiwa" or len(enters) == 1:
            yield from (frozenset([e]) for e in filled)
        elif sifat == "serentak":
            if len(filled) == len(enters):
                yield frozenset(filled)
        elif all(self._may_wait_no_more(node, flow, set(filled)) for flow in marking - set(enters)):
            yield frozenset(filled)

    def _may_wait_no_more(self, join: str, flow: str, filled: set[str]) -> bool:
        """BPMN 2.0.2, 13.4.3: work that can come to an empty entry, and to none that is filled, is waited for."""
        seen, todo = {flow}, [flow]
        while todo:
            at = self.ends[todo.pop()]
            for a in self.flows:
                if a.dari == at and at != join and a.id not in seen:
                    seen.add(a.id)
                    todo.append(a.id)
        empty = set(self.enters[join]) - filled
        return not seen & empty or bool(seen & filled)

    def _ways_out(self, node: str) -> Iterator[Marking]:
        exits, here = [a for a in self.flows if a.dari == node], self.nodes[node]
        ids = [a.id for a in exits]
        if here.jenis == "putusan" or (here.jenis == "gerbang" and getattr(here, "sifat", "") == "peristiwa"):
            yield from (frozenset([i]) for i in ids)
        elif here.jenis == "gerbang" and getattr(here, "sifat", "") == "inklusif":
            yield from map(frozenset, chain.from_iterable(combinations(ids, n) for n in range(1, len(ids) + 1)))
        elif here.jenis == "gerbang":
            if ids:
                yield frozenset(ids)
        else:
            plain = {a.id for a in exits if a.jenis in ("urut", "pesan") and a.peluang is None and not a.bawaan}
            if plain:
                yield frozenset(plain)
            yield from (frozenset([i]) for i in ids if i not in plain)
