"""The graph of a lintas fungsi to the same work in BPMN 2.0: pools, messages, events, without any place.

In BPMN a sequence flow stays within its pool, and another body's work is known by its messages only. So what our
graph says in one line from lane to lane becomes here, where the line crosses pools: a message; on our side an event
where no step can send or receive it; and a sequence flow on to where the work comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from probis.drawing.graph import Constraint, Flow, FlowKind, Graph, Lane, LaneOrder, LaneRole, Node, NodeKind

NO_LANE: Final = "~tanpa-jalur"
_ACTIVITIES: Final = frozenset({"task", "wait", "call"})


def bpmn_of(graph: Graph, pools: Mapping[str, str]) -> Graph:
    """The graph in BPMN's terms; `pools` names the pool of each lane, "" for a lane that is a pool of its own.

    Nodes and flows of the graph keep ids, addresses and labels; what BPMN needs beside them has ids with "~" and no
    address of its own.
    """
    return _Translated(graph, pools).graph()


class _Translated:
    """A graph on its way: `nodes` and `flows` grow, in the order in which they are met."""

    def __init__(self, graph: Graph, pools: Mapping[str, str]) -> None:
        self.source = graph
        self.lanes = {lane.id: lane for lane in reversed(graph.lanes)}
        stray = dict.fromkeys(n.lane or NO_LANE for n in graph.nodes if n.lane not in self.lanes) if graph.lanes else {}
        for id_ in stray:
            text = "belum dikenal" if id_ == NO_LANE else id_
            self.lanes[id_] = Lane(id_, text, "belum dikenal", unknown=True)
        own = next((pools.get(lane.id, "") for lane in graph.lanes if lane.role != "outside"), "")
        self.pool_of = {id_: pools.get(id_, own) or f"~{self._outermost(id_)}" for id_ in self.lanes}
        self.own = own or "~"
        self.given = {n.id: replace(n, lane=n.lane if n.lane in self.lanes else NO_LANE) for n in reversed(graph.nodes)}
        if not graph.lanes:
            self.given = {n.id: n for n in reversed(graph.nodes)}
        known = self.given
        self.flows_out: dict[str, list[Flow]] = {id_: [] for id_ in known}
        self.flows_in: dict[str, list[Flow]] = {id_: [] for id_ in known}
        for flow in graph.flows:
            if flow.source in known and flow.target in known:
                self.flows_out[flow.source].append(flow)
                self.flows_in[flow.target].append(flow)
        self.nodes: dict[str, Node] = {}
        self.flows: list[Flow] = []
        self.tied: set[tuple[str, str]] = set()
        self.heard: dict[str, int] = {}

    def _outermost(self, id_: str) -> str:
        """The lane around a lane of an outside party that is the party's, too."""
        seen, at = {id_}, id_
        while (above := self.lanes[at].parent) in self.lanes and above not in seen:
            if self.lanes[above].role != "outside":
                break
            seen.add(above)
            at = above
        return at

    def graph(self) -> Graph:
        """Everything translated."""
        for id_ in dict.fromkeys(n.id for n in self.source.nodes):
            self.nodes[id_] = self._node(self.given[id_])
        for flow in self.source.flows:
            if self._crosses(flow):
                self._message(flow)
            else:
                self._inner(flow)
        for pool in self._pools():
            self._close(pool)
        kept, order = self._lanes()
        return replace(
            self.source,
            nodes=tuple(self.nodes.values()),
            flows=tuple(self.flows),
            lanes=kept,
            constraints=tuple(_ordered(wish, order) for wish in self.source.constraints),
        )

    # Nodes as BPMN has them

    def _node(self, node: Node) -> Node:
        match node.kind:
            case "wait":
                limited = any(f.kind == "timeout" for f in self.flows_out[node.id])
                if node.sign == "timer" and not limited:
                    return replace(node, kind="event", text=f"{node.number} {node.text}".strip(), number="")
                return replace(node, kind="task", sign="receive")
            case "task":
                sends = any(self._crosses(f) for f in self.flows_out[node.id])
                return replace(node, sign="send" if sends else node.sign or "user")
            case "decision":
                return replace(node, sign="exclusive", number="", time="")
            case "fork":
                return replace(node, sign=node.sign or "parallel")
            case _:
                return node

    def _add(self, id_: str, kind: NodeKind, lane: str, sign: str, text: str, like: Flow, host: str = "") -> str:
        """A node that BPMN needs where our graph has none, said aloud with its lane."""
        if id_ not in self.nodes:
            words = {"start": "Mulai", "end": "Selesai"}.get(kind, "Kejadian")
            word = {"message": "pesan", "throw": "pesan", "timer": "batas waktu", "event-based": "pesan pertama"}
            said = ". ".join(t for t in (f"{words}: {text or word.get(sign, 'akhir')}", self._name(lane)) if t) + "."
            node = Node(id_, kind, lane, text, host=host, sign=sign, provisional=like.provisional, label=said)
            self.nodes[id_] = node
        return id_

    def _name(self, lane: str) -> str:
        return self.lanes[lane].text if lane in self.lanes else ""

    def _pool(self, id_: str) -> str:
        return self.pool_of.get(self.given[id_].lane, "") if id_ in self.given else ""

    def _crosses(self, flow: Flow) -> bool:
        known = flow.source in self.given and flow.target in self.given
        return known and self._pool(flow.source) != self._pool(flow.target)

    def _outside(self, pool: str) -> bool:
        return pool != self.own

    # Flows within a pool

    def _inner(self, flow: Flow) -> None:
        source = self._leaving(flow)
        if flow.kind == "message":
            self._data(flow)
            return
        kind = flow.kind if flow.kind in ("return", "association") else "sequence"
        self._tie(replace(flow, source=source, kind=kind))

    def _leaving(self, flow: Flow) -> str:
        """Where a flow leaves: the limit of a wait or step leaves at a clock on its edge."""
        node = self.nodes.get(flow.source)
        if flow.kind != "timeout" or node is None or node.kind not in _ACTIVITIES:
            return flow.source
        return self._add(f"{flow.id}~batas", "event", node.lane, "timer", "", flow, host=flow.source)

    def _data(self, flow: Flow) -> None:
        """What one lane of a body lets another know while both go on: data from step to step, for a pool has no
        messages within; a gateway cannot bear it and hands it on in sequence.
        """
        ends = [self.nodes.get(flow.source), self.nodes.get(flow.target)]
        if any(node is None or node.kind not in _ACTIVITIES for node in ends):
            self._tie(replace(flow, kind="sequence"))
            return
        text = ", ".join(flow.documents) or flow.text or "Pemberitahuan"
        lane = self.given[flow.source].lane
        data = self._add(f"{flow.id}~data", "data", lane, "", text, flow)
        self.flows.append(replace(flow, target=data, kind="association", text="", documents=()))
        self.flows.append(Flow(f"{flow.id}~pakai", data, flow.target, "association", provisional=flow.provisional))

    def _tie(self, flow: Flow) -> None:
        self.tied.add((flow.source, flow.target))
        self.flows.append(flow)

    def _onward(self, source: str, target: str, like: Flow, *, back: bool = False) -> None:
        """A sequence flow that our graph does not have, once."""
        if (source, target) not in self.tied:
            kind: FlowKind = "return" if back else "sequence"
            self._tie(Flow(f"{like.id}~{source}~{target}", source, target, kind, provisional=like.provisional))

    # Flows between pools

    def _message(self, flow: Flow) -> None:
        """One flow between pools: who sends, where its own work goes on, who receives."""
        sender = self._leaving(flow)
        mine = self._pool(flow.source)
        carries = self._carries(flow)
        back = self._comes_back(flow) if carries else ()
        lane = self.given[flow.source].lane
        if self.nodes[sender].kind not in _ACTIVITIES:
            word = "Dikembalikan ke" if flow.kind == "return" else "Diteruskan ke"
            text = "" if self._outside(mine) else f"{word} {self._name(self.given[flow.target].lane)}"
            kind: NodeKind = "event" if back else "end"
            sent = self._add(f"{flow.id}~kirim", kind, lane, "throw", text, flow)
            self._tie(
                replace(
                    flow,
                    source=sender,
                    target=sent,
                    kind="sequence",
                    id=f"{flow.id}~ke",
                    documents=(),
                    ref="",
                    label="",
                )
            )
            sender = sent
            flow = replace(flow, text="")
        self._wait(sender, back, flow, lane)
        for receiver, named in self._receivers(flow):
            number = self.heard.get(flow.id, 0)
            self.heard[flow.id] = number + 1
            id_ = flow.id if not number else f"{flow.id}~{number + 1}"
            papers = () if named else flow.documents
            self.flows.append(
                replace(flow, id=id_, source=sender, target=receiver, kind="message", documents=papers, main=False)
            )

    def _carries(self, flow: Flow) -> bool:
        """Whether the work itself goes along: a message does so only from where nothing else goes on."""
        return flow.kind != "message" or all(f.kind == "message" for f in self.flows_out[flow.source])

    def _comes_back(self, flow: Flow) -> tuple[Flow, ...]:
        """The flows by which work that leaves a pool with `flow` next enters it again, where it goes on."""
        pool = self._pool(flow.source)
        found = self._entries(flow.target, pool)
        if self._outside(pool):
            found = tuple(f for f in found if f.kind != "return")
            return found if len({f.target for f in found}) == 1 else ()
        return tuple(f for f in found if not self._begins(f))

    def _entries(self, start: str, pool: str) -> tuple[Flow, ...]:
        """The flows that enter a pool from what can be reached from a node beyond it, without passing the pool."""
        seen, open_ = {start}, [start]
        found: list[Flow] = []
        while open_:
            for flow in self.flows_out[open_.pop(0)]:
                if self._pool(flow.target) == pool:
                    found.append(flow)
                elif flow.target not in seen:
                    seen.add(flow.target)
                    open_.append(flow.target)
        return tuple(found)

    def _begins(self, flow: Flow) -> bool:
        """Whether a flow into a pool sets its work going: work comes here first from a start beyond the pool, or from
        nowhere.
        """
        pool = self._pool(flow.target)
        beyond = [n for n in self.given if self._pool(n) != pool]
        starts = [n for n in beyond if self.given[n].kind == "start"]
        if any(flow in self._entries(n, pool) for n in starts):
            return True
        leaving = [f for f in self.source.flows if self._crosses(f) and self._pool(f.source) == pool]
        return not any(flow in self._entries(f.target, pool) for f in leaving if self._carries(f))

    def _wait(self, sender: str, back: tuple[Flow, ...], like: Flow, lane: str) -> None:
        """From what sent a message on to where its pool hears again; to the first of several things to be heard."""
        if len({f.id for f in back}) < 2:
            for entry in back:
                self._onward(sender, self._heard(entry, "")[0], entry, back=self._returns_to(entry, direct=True))
            return
        group = "~".join(sorted(f.id for f in back))
        gate = self._add(f"{group}~mana", "decision", lane, "event-based", "", like)
        self._onward(sender, gate, like)
        for entry in back:
            self._onward(gate, self._heard(entry, group)[0], entry)

    def _returns_to(self, entry: Flow, *, direct: bool) -> bool:
        return direct and entry.kind == "return" and self._direct(entry, "")

    def _direct(self, entry: Flow, group: str) -> bool:
        """Whether a step hears a message itself: there is no other way to it."""
        node = self.nodes[entry.target]
        if node.kind not in _ACTIVITIES:
            return False
        if node.sign == "receive" or (entry.kind == "message" and not self._carries(entry)):
            return True
        if self._outside(self._pool(entry.target)):
            return True
        return not group and all(self._crosses(f) for f in self.flows_in[entry.target] if f.kind != "return")

    def _heard(self, entry: Flow, group: str) -> tuple[str, bool]:
        """Where a message that work waits for is heard, and whether that names what comes."""
        if self._direct(entry, group):
            return entry.target, False
        id_ = f"{entry.id}~terima" if not group else f"{group}~{entry.id}~terima"
        text, named = self._of_what(entry, "Jawaban diterima")
        lane = self.given[entry.target].lane
        event = self._add(id_, "event", lane, "message", text, entry)
        self._onward(event, entry.target, entry, back=entry.kind == "return")
        return event, named

    def _of_what(self, entry: Flow, otherwise: str) -> tuple[str, bool]:
        """The name of an event that hears a flow, and whether it says all that is handed over."""
        if len(entry.documents) == 1:
            return f"{entry.documents[0]} diterima", True
        if entry.documents:
            return "Berkas diterima", False
        return (f"Jawaban: {entry.text}", False) if entry.text else (otherwise, False)

    def _receivers(self, flow: Flow) -> Iterable[tuple[str, bool]]:
        """Every node that hears a message, and whether its name says what is handed over."""
        pool = self._pool(flow.target)
        out: dict[str, bool] = {}
        begins = self._begins(flow)
        if flow.kind == "message" and self._direct(flow, ""):
            begins = begins and not self._outside(pool) and not self._entered_within(flow.target)
            if not begins:
                out[flow.target] = False
        if begins and not out:
            if self._outside(pool) and self._direct(flow, ""):
                out[flow.target] = False
            else:
                text, named = self._of_what(flow, "Permintaan diterima")
                several = sum(self._crosses(f) and self._begins(f) for f in self.flows_in[flow.target]) > 1
                event = self._add(f"{flow.target}~mulai", "start", self.given[flow.target].lane, "message",
                                  "Berkas diterima" if several and flow.documents else text, flow)  # fmt: skip
                self._onward(event, flow.target, flow)
                out[event] = named and not several
        for other in self.source.flows:
            if not (self._crosses(other) and self._pool(other.source) == pool and self._carries(other)):
                continue
            back = self._comes_back(other)
            if flow in back:
                many = len({f.id for f in back}) > 1
                group = "~".join(sorted(f.id for f in back)) if many else ""
                place, named = self._heard(flow, group)
                out.setdefault(place, named)
        if not out:
            place, named = self._heard(flow, "")
            out[place] = named
        return out.items()

    def _entered_within(self, id_: str) -> bool:
        return any(not self._crosses(f) for f in self.flows_in[id_])

    # What a pool needs at its ends

    def _close(self, pool: str) -> None:
        """An end where the work of a pool is over and nothing says so; a party's work has one where it has a start."""
        inside = [n for n in self.nodes.values() if self.pool_of.get(n.lane, "") == pool]
        if self._outside(pool) and not any(n.kind == "start" for n in inside):
            return
        goes_on = {f.source for f in self.flows if f.kind in ("sequence", "return")}
        crossed = {f.source for f in self.source.flows if self._crosses(f) and self._carries(f)}
        for node in inside:
            if node.id in crossed and node.id not in goes_on and node.kind in _ACTIVITIES:
                like = next(f for f in self.source.flows if f.source == node.id and self._crosses(f))
                end = self._add(f"{node.id}~selesai", "end", node.lane, "", "", replace(like, provisional=False))
                self._onward(node.id, end, replace(like, provisional=node.provisional))

    # Pools

    def _lanes(self) -> tuple[tuple[Lane, ...], dict[str, str]]:
        """The lanes pool by pool, and for each lane the id of its outermost frame."""
        out: list[Lane] = []
        order: dict[str, str] = {}
        for pool in self._pools():
            inside = [lane for id_, lane in self._in_order() if self.pool_of[id_] == pool]
            if self._outside(pool) and len(inside) == 1:
                out.append(replace(inside[0], pool=True, parent="", sub_text=""))
                order[inside[0].id] = inside[0].id
                continue
            if pool.startswith("~"):  # a party with lanes of its own: the outermost of them is its pool
                top = pool[1:]
                out.extend(
                    replace(lane, pool=lane.id == top, parent="" if lane.id == top else lane.parent or top, sub_text="")
                    for lane in inside
                )
            else:
                top = f"~kolam~{pool}"
                role: LaneRole = "outside" if all(lane.role == "outside" for lane in inside) else "inside"
                out.append(Lane(top, pool, role=role, pool=True, label=f"Kolam {pool}."))
                ids = {lane.id for lane in inside}
                out.extend(replace(lane, parent=lane.parent if lane.parent in ids else top) for lane in inside)
            order |= {lane.id: top for lane in inside}
        return tuple(out), order

    def _pools(self) -> tuple[str, ...]:
        """The pools in the order of their first lanes."""
        return tuple(dict.fromkeys(self.pool_of[id_] for id_, _ in self._in_order()))

    def _in_order(self) -> list[tuple[str, Lane]]:
        named = dict.fromkeys(lane.id for lane in self.source.lanes)
        return [(id_, self.lanes[id_]) for id_ in (*named, *(i for i in self.lanes if i not in named))]


def _ordered(wish: Constraint, top: Mapping[str, str]) -> Constraint:
    """A wish for the order of lanes, with the pools that these stand in."""
    if not isinstance(wish, LaneOrder):
        return wish
    return LaneOrder(tuple(dict.fromkeys(id_ for lane in wish.lanes for id_ in (top.get(lane, lane), lane))))
