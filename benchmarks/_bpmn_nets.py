"""Anybody's BPMN to lintas fungsi that hold its control flow and nothing else: one for each process and sub-process.

What BPMN leaves unsaid is made explicit: work begins at one of several start events, or at all nodes that nothing
enters where there is none; it may end where nothing leaves. An event on the edge of an activity is an exit of it, and
is read as one that stops the activity. Messages between pools are left out.
"""

from collections.abc import Iterator
from typing import Any

from probis.interchange.bpmn.source import Element, Source
from probis.model import LintasFungsi

_GATES = {
    "parallelGateway": "serentak",
    "inclusiveGateway": "inklusif",
    "complexGateway": "inklusif",
    "eventBasedGateway": "peristiwa",
}
_ASIDE = ("boundaryEvent", "startEvent")


def nets(source: Source) -> Iterator[LintasFungsi]:
    """The lintas fungsi of every process and opened sub-process that holds flows."""
    for scope in source.root.all():
        if scope.name in ("process", "subProcess", "transaction") and any(scope.of("sequenceFlow")):
            yield _net(scope)


def _net(scope: Element) -> LintasFungsi:
    flows = list(scope.of("sequenceFlow"))
    nodes = {n.get("id"): n for n in scope.of() if n.get("id") and (_work(n.name) or n.name == "startEvent")}
    edge = {n.get("id"): n.get("attachedToRef") for n in scope.of("boundaryEvent")}
    number = {key: f"n{i}" for i, key in enumerate([*nodes, *edge])}
    made: list[dict[str, Any]] = []
    ways: list[dict[str, Any]] = []

    def flow(dari: str, ke: str, jenis: str = "urut") -> None:
        ways.append({"id": f"f{len(ways)}", "dari": dari, "ke": ke, "jenis": jenis})

    for key, node in nodes.items():
        made.append(_node(number[key], node))
    for each in flows:
        dari, ke = each.get("sourceRef"), each.get("targetRef")
        if ke not in nodes:
            continue
        if dari in edge and edge[dari] in nodes:
            flow(number[edge[dari]], number[ke], "tenggat")
        elif dari in nodes:
            flow(number[dari], number[ke])
    entered, left = {w["ke"] for w in ways}, {w["dari"] for w in ways if w["jenis"] == "urut"}
    starts = [number[k] for k, n in nodes.items() if n.name == "startEvent"]
    free = [m["id"] for m in made if m["id"] not in entered and m["id"] not in starts]
    made.insert(0, {"jenis": "mulai", "id": "mulai"})
    if len(starts) > 1:
        made.append({"jenis": "putusan", "id": "mana"})
        flow("mulai", "mana")
    for one in starts or free:
        flow("mana" if len(starts) > 1 else "mulai", one)
    for one in [m for m in made if m["jenis"] not in ("selesai", "mulai") and m["id"] not in left | {"mana"}]:
        made.append({"jenis": "selesai", "id": f"akhir-{one['id']}"})
        flow(one["id"], f"akhir-{one['id']}")
    return LintasFungsi.model_validate({"id": "peta", "proses": "peta", "simpul": made, "alur": ways})


def _work(name: str) -> bool:
    return (
        name != "startEvent"
        and name != "boundaryEvent"
        and name.endswith(("ask", "Gateway", "Event", "ctivity", "Process", "transaction"))
    )


def _node(key: str, node: Element) -> dict[str, Any]:
    if node.name in _GATES:
        return {"jenis": "gerbang", "id": key, "sifat": _GATES[node.name]}
    kind = {
        "exclusiveGateway": "putusan",
        "endEvent": "selesai",
        "intermediateCatchEvent": "tunggu",
        "receiveTask": "tunggu",
    }.get(node.name, "kegiatan")
    return {"jenis": kind, "id": key}
