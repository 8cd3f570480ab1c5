"""A graph to the same graph in an order that the file's order does not change: along its flows from the starts."""

from __future__ import annotations

from dataclasses import replace

from probis.drawing.graph import Flow, Graph, Node


def steady(graph: Graph) -> Graph:
    """Nodes by their distance from the starts, then lane, kind, text and id; flows by their ends, kind, text and id.

    The order of lanes stays: in a file it is what its author chose.
    """
    far = _distances(graph)
    lane = {one.id: i for i, one in enumerate(graph.lanes)}
    last = len(graph.nodes)

    def key(node: Node) -> tuple[int, int, str, str, str]:
        return far.get(node.id, last), lane.get(node.lane, -1), node.kind, node.text, node.id

    nodes = tuple(sorted(graph.nodes, key=key))
    place = {node.id: i for i, node in enumerate(nodes)}

    def ends(flow: Flow) -> tuple[int, int, str, str, str]:
        return place.get(flow.source, last), place.get(flow.target, last), flow.kind, flow.text, flow.id

    return replace(graph, nodes=nodes, flows=tuple(sorted(graph.flows, key=ends)))


def _distances(graph: Graph) -> dict[str, int]:
    """How many flows lead to each node from the nearest start, or from what nothing leads to."""
    after: dict[str, list[str]] = {}
    entered: set[str] = set()
    for flow in graph.flows:
        if flow.kind != "association":
            after.setdefault(flow.source, []).append(flow.target)
            entered.add(flow.target)
    for node in graph.nodes:
        if node.host:
            after.setdefault(node.host, []).append(node.id)
            entered.add(node.id)
    starts = [n.id for n in graph.nodes if n.kind == "start"] or [n.id for n in graph.nodes if n.id not in entered]
    far = dict.fromkeys(starts, 0)
    layer = starts
    while layer:
        following = [t for at in layer for t in after.get(at, ()) if t not in far]
        far |= dict.fromkeys(following, far[layer[0]] + 1)
        layer = list(dict.fromkeys(following))
    return far
