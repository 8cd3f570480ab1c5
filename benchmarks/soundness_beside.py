"""Soundness beside SpiffWorkflow, which carries the same nets out: does every run end where we say that it must?

SpiffWorkflow (LGPL) is no part of this project: it is used where it can be imported, and the measurement is skipped
where not. Nets of steps, decisions and parallel gateways without circles are written as executable BPMN and carried out
once for each way to decide. Compared is what an engine can show: whether some run stands still. What it lets pass, two
tokens in one place or an end beside running work, is left out. `--nets 3000` as many random ones, then the corpus.
"""

import argparse
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from _bpmn_nets import nets
from soundness import CORPUS, blocks

from probis.analysis import soundness
from probis.interchange.bpmn.source import MODEL, read_source
from probis.model import LintasFungsi

MOST_RUNS = 64
STUCK = ("berhenti", "tidak ada alur")


def plain(peta: LintasFungsi) -> bool:
    """Whether it holds only what both sides carry out alike, and no circle."""
    kinds = {getattr(s, "sifat", s.jenis) for s in peta.simpul}
    if not kinds <= {"mulai", "selesai", "kegiatan", "tunggu", "putusan", "serentak"}:
        return False
    if any(a.jenis != "urut" for a in peta.alur):
        return False
    forks = ("putusan", "gerbang", "mulai")
    if any(s.jenis not in forks and len(peta.keluar(s.id)) > 1 for s in peta.simpul):
        return False  # the engine takes no step with several exits
    left = {s.id for s in peta.simpul}
    while free := {n for n in left if not any(a.ke == n and a.dari in left for a in peta.alur)}:
        left -= free
    return not left


def written(peta: LintasFungsi) -> bytes:
    """The net as executable BPMN: a decision asks `way["id"]`."""
    rows = []
    for s in peta.simpul:
        exits = peta.keluar(s.id)
        tag = {"mulai": "startEvent", "selesai": "endEvent", "putusan": "exclusiveGateway"}.get(s.jenis, "task")
        more = f" default={quoteattr(exits[-1].id)}" if s.jenis == "putusan" and exits else ""
        rows.append(f"<{'parallelGateway' if s.jenis == 'gerbang' else tag} id={quoteattr(s.id)}{more}/>")
        for i, a in enumerate(exits):
            asked = s.jenis == "putusan" and i < len(exits) - 1
            said = f"<conditionExpression>way[{s.id!r}] == {i}</conditionExpression>" if asked else ""
            ends = f"id={quoteattr(a.id)} sourceRef={quoteattr(a.dari)} targetRef={quoteattr(a.ke)}"
            rows.append(f"<sequenceFlow {ends}>{said}</sequenceFlow>")
    inner = "".join(rows)
    head = f'<definitions xmlns="{MODEL}" id="d" targetNamespace="urn:n"><process id="p" isExecutable="true">'
    return f"{head}{inner}</process></definitions>".encode()


def ways(peta: LintasFungsi) -> Iterator[dict[str, int]]:
    """Every way to decide, up to a bound."""
    asked = [s.id for s in peta.simpul if s.jenis == "putusan"]
    for number, picks in enumerate(product(*(range(max(1, len(peta.keluar(one)))) for one in asked))):
        if number < MOST_RUNS:
            yield dict(zip(asked, picks, strict=True))


def stands_still(peta: LintasFungsi, parser: Any, workflow: Any, state: Any) -> bool:
    """Whether the engine leaves a run undone."""
    from lxml import etree

    reader = parser()
    reader.add_bpmn_xml(etree.parse(BytesIO(written(peta))))
    spec = reader.get_spec("p")
    for way in ways(peta):
        run = workflow(spec)
        run.data["way"] = way
        for task in run.get_tasks():
            task.data["way"] = way
        for _ in range(400):
            ready = run.get_tasks(state=state.READY)
            if not ready:
                break
            ready[0].data["way"] = way
            ready[0].run()
            run.refresh_waiting_tasks()
        if not run.is_completed():
            return True
    return False


def main() -> None:
    """Random nets, then people's."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--nets", type=int, default=3000)
    options.add_argument("--corpus", type=Path, default=CORPUS)
    given = options.parse_args()
    try:
        from SpiffWorkflow import TaskState
        from SpiffWorkflow.bpmn.parser import BpmnParser
        from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
    except ImportError:
        print("SpiffWorkflow is not installed: skipped.")
        return
    print("| nets | carried out | sound | stand still | judged alike |\n|---|---|---|---|---|")
    people = (peta for path in sorted(given.corpus.rglob("*.bpmn")) for peta in nets(read_source(path.read_bytes())))
    for name, maps in (("blocks", (blocks(seed) for seed in range(given.nets))), ("corpus", people)):
        total = done = sound = still = alike = 0
        for peta in maps:
            total += 1
            if not plain(peta):
                continue
            found = soundness(peta)
            stuck = any(word in p.pesan for word in STUCK for p in found.problems)
            if not found.sound and not (stuck and all(any(w in p.pesan for w in STUCK) for p in found.problems)):
                continue
            engine = stands_still(peta, BpmnParser, BpmnWorkflow, TaskState)
            done += 1
            sound += found.sound
            still += engine
            alike += engine == stuck
            if engine != stuck:
                print(f"{name} {total - 1}: engine {'stands still' if engine else 'ends'}, {found.problems}")
        print(f"| {total} {name} | {done} | {sound} | {still} | {alike} |", flush=True)
