"""All rules: time on the example, seeded faults found, growth to a province, alarms on generated sound bodies.

`--only time|faults|province|alarms` one of them; `--each 20` faults of each way of going wrong. The seeds are numbers,
so that the same faults come again. A row a run is kept in checking.csv, the share of each rule in checking-faults.csv.
"""

import argparse
import csv
import os
import platform
import subprocess
import time
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from statistics import linear_regression, median

import _faults_told  # noqa: F401, enters its faults
import _faults_whole  # noqa: F401
import _faults_work  # noqa: F401
from _faults import FAULTS, NASKAH, Fault
from _sound_bodies import sound_body

from bodies import body
from probis.interchange import yaml
from probis.model import Bacaan, PetaProsesBisnis
from probis.rules import Bahan, all_rules, check
from probis.store.folder import read_folder

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "biro-organisasi-ntt"
KEPT = Path(__file__).with_suffix(".csv")
FOUND = KEPT.with_name("checking-faults.csv")
DAY = date(2026, 11, 24)
TRIES = 40


def example() -> tuple[Bacaan, PetaProsesBisnis]:
    """The example as it is read."""
    bacaan = yaml.read(read_folder(EXAMPLE))
    assert bacaan.nilai is not None
    return bacaan, bacaan.nilai


def timed(runs: int = 5) -> float:
    """Median seconds of all rules on the example, warm, and the slowest of them."""
    bacaan, model = example()
    check(model, bacaan.naskah, DAY)
    spent, worked = [], []
    for _ in range(runs):
        fresh = model.model_copy()  # without the look-ups that the run before has made
        begin, work = time.perf_counter(), time.process_time()
        check(fresh, bacaan.naskah, DAY)
        spent.append(time.perf_counter() - begin)
        worked.append(time.process_time() - work)
    each = []
    for slug, rule in all_rules().items():
        begin = time.perf_counter()
        list(rule.check(Bahan(model, bacaan.naskah, DAY)))
        each.append((time.perf_counter() - begin, slug))
    each.sort(reverse=True)
    print(
        f"all {len(each)} rules on the example: {median(spent):.3f} s (median of {runs}; of work {median(worked):.3f})"
    )
    print("slowest: " + ", ".join(f"{slug} {seconds * 1000:.0f} ms" for seconds, slug in each[:5]))
    return median(spent)


def seeded(fault: Fault, number: int, model: PetaProsesBisnis) -> tuple[PetaProsesBisnis, tuple[str, ...]] | None:
    """The model with this fault number; None where no place for it was drawn in forty tries."""
    for again in range(TRIES):
        made = fault.make(Random(f"{fault.name} {number} {again}"), model)
        if made is not None:
            return made
    return None


def faults(each: int) -> tuple[int, int]:
    """Each fault `each` times: how many were made, and how many the rule that claims them has seen."""
    bacaan, model = example()
    NASKAH[:] = bacaan.naskah
    before = {
        slug: Counter((b.alamat, b.pesan) for b in rule.check(Bahan(model, bacaan.naskah, DAY)))
        for slug, rule in all_rules().items()
    }
    made_of: Counter[str] = Counter()
    seen_of: Counter[str] = Counter()
    missed: list[str] = []
    for fault in FAULTS:
        for number in range(each):
            made = seeded(fault, number, model)
            if made is None:
                continue
            changed, places = made
            found = Counter(
                (b.alamat, b.pesan) for b in all_rules()[fault.rule].check(Bahan(changed, bacaan.naskah, DAY))
            )
            made_of[fault.rule] += 1
            if any(alamat in places for alamat, _ in found - before[fault.rule]):
                seen_of[fault.rule] += 1
            else:
                missed.append(f"{fault.rule}: {fault.name} {number} at {places[0]}")
    print("\n| rule | faults | seen |\n|---|---|---|")
    rows = [(slug, made_of[slug], seen_of[slug]) for slug in all_rules()]
    for slug, made_, seen in rows:
        print(f"| {slug} | {made_} | {seen} |")
    for line in missed[:40]:
        print("missed: " + line)
    with FOUND.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([("rule", "faults", "seen"), *rows])
    total, seen = made_of.total(), seen_of.total()
    print(f"{seen} of {total} faults of {len(FAULTS)} ways were seen ({seen / total:.2%})")
    return total, seen


def province(bodies: int = 40, maps: int = 20) -> tuple[float, float]:
    """So many bodies of twenty lintas fungsi, checked one after the other, and one body of growing size."""
    spent = 0.0
    for number in range(bodies):
        model = yaml.read(body(maps // 3 + (number % 2), 3)).nilai
        assert model is not None
        begin = time.process_time()
        check(model, (), DAY)
        spent += time.process_time() - begin
    print(
        f"\n{bodies} bodies × about {maps} lintas fungsi, each by itself: {spent:.2f} s, {spent / bodies:.3f} s a body"
    )
    print("\n| lintas fungsi in one body | s | ms each |\n|---|---|---|")
    sizes, times = [], []
    for processes in (7, 27, 53, 80, 120):
        model = yaml.read(body(processes, 3)).nilai
        assert model is not None
        begin = time.process_time()
        check(model, (), DAY)
        times.append(time.process_time() - begin)
        sizes.append(len(model.lintas_fungsi))
        print(f"| {sizes[-1]} | {times[-1]:.3f} | {times[-1] / sizes[-1] * 1000:.2f} |", flush=True)
    slope, start = linear_regression(sizes, times)
    mean = sum(times) / len(times)
    fit = 1 - sum((t - slope * s - start) ** 2 for s, t in zip(sizes, times, strict=True)) / sum(
        (t - mean) ** 2 for t in times
    )
    growth = (times[-1] / sizes[-1]) / (times[1] / sizes[1])
    print(
        f"{slope * 1000:.2f} ms a lintas fungsi, R² {fit:.3f}; cost of one at {sizes[-1]} to {sizes[1]}: {growth:.2f}"
    )
    return spent, growth


def alarms() -> None:
    """What the rules say of generated bodies, to be judged by a reader: three that are whole, and one of growth.py.

    What is said of the last is true of it: its steps hand nothing over, all maps begin with the same two steps, its
    flows name products in plain words and its parties take part in nothing.
    """
    print("\n| body | lintas fungsi | rule | times | first |\n|---|---|---|---|---|")
    for files in (*(sound_body(which, size) for which, size in enumerate((4, 7, 12))), body(5)):
        bacaan = yaml.read(files)
        model = bacaan.nilai
        assert model is not None, bacaan.temuan
        found = (*bacaan.temuan, *check(model, (), date(2026, 1, 2)))
        row = f"| {model.instansi.id} | {len(model.lintas_fungsi)} |"
        if not found:
            print(f"{row} – | 0 | |")
        for slug, count in sorted(Counter(one.aturan for one in found).items()):
            first = next(one for one in found if one.aturan == slug)
            print(f"{row} {slug} ({first.tingkat}) | {count} | {first.alamat}: {first.pesan} |")


def main() -> None:
    """All four, or the one that is asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", choices=("time", "faults", "province", "alarms"))
    options.add_argument("--each", type=int, default=20)
    given = options.parse_args()
    seconds = timed() if given.only in (None, "time") else 0.0
    made, seen = faults(given.each) if given.only in (None, "faults") else (0, 0)
    spent, growth = province() if given.only in (None, "province") else (0.0, 0.0)
    if given.only in (None, "alarms"):
        alarms()
    if given.only is not None:
        return
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout
    new = not KEPT.exists()
    with KEPT.open("a", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        if new:
            rows.writerow(
                ["commit", "python", "cpus", "load", "rules", "example_s", "faults", "seen", "province_s", "growth"]
            )
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        row = [commit.strip(), platform.python_version(), os.cpu_count(), f"{load:.1f}", len(all_rules())]
        rows.writerow([*row, f"{seconds:.3f}", made, seen, f"{spent:.2f}", f"{growth:.2f}"])
