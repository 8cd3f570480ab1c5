"""Soundness beside a play without any shortcut on random nets, and its time on people's BPMN.

Random nets are free of structure or nearly sound (blocks with one flow moved); the seed is the number of the net.
`--nets 10000` as many; `--corpus` another folder of BPMN files (../shared/corpus; skipped where absent).
"""

import argparse
import csv
import itertools
import os
import platform
import random
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from _bpmn_nets import nets
from _played import Played

from probis.analysis import soundness
from probis.interchange.bpmn.source import Broken, read_source
from probis.model import LintasFungsi

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
KEPT = Path(__file__).with_suffix(".csv")
COLUMNS = (
    "tangles",
    "tangles_sound",
    "tangles_alike",
    "blocks",
    "blocks_sound",
    "blocks_alike",
    "files",
    "processes",
    "processes_sound",
    "slowest_s",
)
MOST = 2000  # markings of a random net that are played out without shortcuts; larger ones are left out
KINDS = ("kegiatan", "putusan", "serentak", "inklusif", "peristiwa", "tunggu")
WORDS = {"twice": "dua kali", "left over": "belum tuntas", "stuck": ("berhenti", "tidak ada alur", "berputar")}


def _node(kind: str, key: str) -> dict[str, Any]:
    if kind in ("serentak", "inklusif", "peristiwa"):
        return {"jenis": "gerbang", "id": key, "sifat": kind}
    return {"jenis": kind, "id": key}


def _map(kinds: dict[str, str], pairs: list[tuple[str, str]]) -> LintasFungsi:
    nodes = [
        {"jenis": "mulai", "id": "mulai"},
        *(_node(kind, key) for key, kind in kinds.items()),
        {"jenis": "selesai", "id": "sah"},
    ]
    flows = [{"id": f"f{i}", "dari": a, "ke": b} for i, (a, b) in enumerate(pairs)]
    return LintasFungsi.model_validate({"id": "peta", "proses": "peta", "simpul": nodes, "alur": flows})


def tangle(seed: int) -> LintasFungsi:
    """Up to seven nodes of any kind in a chain, with flows between any of them."""
    chance = random.Random(seed)
    kinds = {f"n{i}": chance.choice(KINDS) for i in range(chance.randint(2, 7))}
    ids = list(kinds)
    pairs = dict.fromkeys(pairwise(["mulai", *ids, "sah"]))
    for _ in range(chance.randint(0, 5)):
        pairs[chance.choice(["mulai", *ids]), chance.choice([*ids, "sah"])] = None
    for pair in chance.sample(list(pairs), k=min(len(pairs) - 1, chance.randint(0, 1))):
        del pairs[pair]
    return _map(kinds, list(pairs))


def blocks(seed: int) -> LintasFungsi:
    """Blocks in each other, sound as they are; in two of three, one flow leads elsewhere or one gateway is another."""
    chance = random.Random(seed)
    kinds: dict[str, str] = {}
    pairs: list[tuple[str, str]] = []

    def new(kind: str) -> str:
        kinds[f"n{len(kinds)}"] = kind
        return f"n{len(kinds) - 1}"

    def block(depth: int) -> tuple[str, str]:
        kind = chance.choice(KINDS) if depth and len(kinds) < 7 else "kegiatan"
        if kind in ("kegiatan", "tunggu"):
            one = new(kind)
            return one, one
        plain = kind in ("putusan", "peristiwa")
        split, join = new(kind), new("kegiatan" if plain else kind)
        for _ in range(chance.randint(2, 3)):
            first, last = block(depth - 1)
            pairs.extend([(split, first), (last, join)])
        if plain and chance.random() < 0.3:
            again = new("putusan")
            pairs.extend([(join, again), (again, split)])
            return split, again
        return split, join

    first, last = block(2)
    other, end = block(1)
    pairs += [("mulai", first), (last, other), (end, "sah")]
    if chance.random() < 0.67:
        at = chance.randrange(len(pairs))
        if chance.random() < 0.5:
            pairs[at] = (pairs[at][0], chance.choice([*kinds, "sah"]))
        else:
            kinds[chance.choice(list(kinds))] = chance.choice(KINDS)
    return _map(kinds, list(dict.fromkeys(pairs)))


def agreement(count: int) -> list[object]:
    """Both kinds of nets, half each: how many are judged as by the play, how many of them sound."""
    print("| nets | sound | judged alike | fault named alike | markings played | markings looked at | left out |")
    print("|---|---|---|---|---|---|---|")
    kept: list[object] = []
    makers: tuple[tuple[str, Callable[[int], LintasFungsi]], ...] = (("tangles", tangle), ("blocks", blocks))
    for name, make in makers:
        sound = alike = named = unsound = played = seen = left = played_nets = 0
        seeds = itertools.count()
        while played_nets < count // 2:
            seed = next(seeds)
            peta = make(seed)
            try:
                truth, found = Played(peta, MOST), soundness(peta)
            except OverflowError:
                left += 1
                continue
            played_nets += 1
            sound += truth.sound
            alike += truth.sound == found.sound and found.complete
            if truth.sound != found.sound:
                print(f"{name} {seed}: {sorted(truth.faults)} but {[p.pesan for p in found.problems]}")
            played += len(truth.markings)
            seen += found.markings
            if not truth.sound and found.problems:
                unsound += 1
                named += any(_names(fault, " ".join(p.pesan for p in found.problems)) for fault in truth.faults)
        row = f"| {played_nets} {name} | {sound} | {alike} | {named} of {unsound} | {played} | {seen} | {left} |"
        print(row, flush=True)
        kept += [played_nets, sound, alike]
    return kept


def _names(fault: str, said: str) -> bool:
    words = WORDS.get(fault, "tidak pernah")
    return any(word in said for word in ([words] if isinstance(words, str) else words))


def people(folder: Path) -> list[object]:
    """Every process of a folder of BPMN files: how many are sound, what is wrong, the slowest answer."""
    files = sorted(folder.rglob("*.bpmn"))
    if not files:
        print(f"\nNo BPMN in {folder.name}: skipped.")
        return []
    rows, slow, wrong, unread = 0, [], Counter[str](), 0
    sound = complete = 0
    for path in files:
        try:
            source = read_source(path.read_bytes())
        except Broken:
            unread += 1
            continue
        spent = 0.0
        for peta in nets(source):
            begin = time.perf_counter()
            found = soundness(peta)
            spent += time.perf_counter() - begin
            rows += 1
            sound += found.sound
            complete += found.complete
            wrong.update({fault for fault in (*WORDS, "dead") for p in found.problems if _names(fault, p.pesan)})
        slow.append((spent, path.name))
    slow.sort(reverse=True)
    print("\n| files | processes | sound | answered whole | slowest file | second | median ms |")
    print("|---|---|---|---|---|---|---|")
    middle = slow[len(slow) // 2][0] * 1000
    told = [f"{name} {spent:.3f} s" for spent, name in slow[:2]]
    print(f"| {len(files) - unread} | {rows} | {sound} | {complete} | {told[0]} | {told[1]} | {middle:.2f} |")
    print("Processes with: " + ", ".join(f"{fault} {count}" for fault, count in wrong.most_common()))
    return [len(files) - unread, rows, sound, f"{slow[0][0]:.4f}"]


def main() -> None:
    """The random nets, then the corpus; a row a run is kept in soundness.csv."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--nets", type=int, default=10_000)
    options.add_argument("--corpus", type=Path, default=CORPUS)
    given = options.parse_args()
    row = [*agreement(given.nets), *people(given.corpus)]
    if len(row) != len(COLUMNS):
        return
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout
    new = not KEPT.exists()
    with KEPT.open("a", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        if new:
            rows.writerow(["commit", "python", "cpus", *COLUMNS])
        rows.writerow([commit.strip(), platform.python_version(), os.cpu_count(), *row])
