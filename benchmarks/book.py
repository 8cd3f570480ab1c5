"""Time and peak memory of the whole book: of the example cold, and of generated bodies of up to 300 lintas fungsi.

The example is written by `probis tulis`, whole process, as a person would; a row a run is kept in book.csv. The
generated bodies (see tests/bodies.py) go the same way, each in a process of its own.
"""

import argparse
import csv
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import linear_regression, median

from bodies import body

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "biro-organisasi-ntt"
KEPT = Path(__file__).with_suffix(".csv")
SIZES = (12, 25, 50, 75, 100)  # processes; each has three lintas fungsi
RUNS = 3


def once(folder: Path, form: str = "pdf") -> tuple[float, float, float, float]:
    """One cold run: seconds, seconds of work on all processors, peak MB of the largest process, MB of all volumes."""
    with tempfile.TemporaryDirectory() as made:
        target = Path(made) / f"buku.{form}"
        command = [sys.executable, "-m", "probis", "tulis", str(folder), "buku", "--format", form, "--ke", str(target)]
        command += ["--pada", "2026-11-24"]
        env = dict(os.environ, PYTHONPATH=str(ROOT / "src"))
        started = time.perf_counter()
        process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        spent = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status):
            raise SystemExit(f"probis tulis gave up on {folder}")
        size = sum(path.stat().st_size for path in Path(made).iterdir())
        return spent, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, size / 1e6


def example() -> None:
    """The example in each format; the PDF three times, its median kept."""
    print("| format | s | s of work | peak MB | MB |\n|---|---|---|---|---|")
    runs = [once(EXAMPLE) for _ in range(RUNS)]
    rows = [("pdf", *(median(column) for column in zip(*runs, strict=True)))]
    rows += [(form, *once(EXAMPLE, form)) for form in ("docx", "html", "xlsx")]
    for form, *numbers in rows:
        print(f"| {form} | " + " | ".join(f"{number:.2f}" for number in numbers) + " |", flush=True)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout
    new = not KEPT.exists()
    with KEPT.open("a", newline="", encoding="utf-8") as file:
        kept = csv.writer(file, lineterminator="\n")
        if new:
            kept.writerow(["commit", "python", "cpus", "load", "seconds_median", "seconds_min", "work_s", "peak_mb"])
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        fastest = min(run[0] for run in runs)
        row = [f"{load:.1f}", f"{rows[0][1]:.2f}", f"{fastest:.2f}", f"{rows[0][2]:.2f}", f"{rows[0][3]:.0f}"]
        kept.writerow([commit.strip(), platform.python_version(), os.cpu_count(), *row])


def growth(sizes: tuple[int, ...]) -> None:
    """Books of growing bodies: how well a straight line fits the work, and how memory grows."""
    print("\n| lintas fungsi | s | s of work | peak MB | MB |\n|---|---|---|---|---|")
    found = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            for name, data in body(size).items():
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            maps = sum(name.startswith("lintas-fungsi/") for name in body(size))
            found.append((maps, *once(Path(folder))))
            print("| {} | {:.2f} | {:.2f} | {:.0f} | {:.1f} |".format(*found[-1]), flush=True)
    if len(found) < 3:
        return
    maps, work, peaks = [row[0] for row in found], [row[2] for row in found], [row[3] for row in found]
    slope, start = linear_regression(maps, work)
    mean = sum(work) / len(work)
    fit = 1 - sum((w - slope * m - start) ** 2 for m, w in zip(maps, work, strict=True)) / sum(
        (w - mean) ** 2 for w in work
    )
    rise = (peaks[-1] - peaks[0]) / (maps[-1] - maps[0])
    print(f"work: {slope * 1000:.0f} ms a lintas fungsi, R² {fit:.3f}; memory: {rise:.2f} MB a lintas fungsi")


def main() -> None:
    """The example, then the growing bodies; `--sizes 4 8` for others, `--only growth` for these alone."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="processes of the generated bodies")
    options.add_argument("--only", choices=("example", "growth"))
    given = options.parse_args()
    if given.only != "growth":
        example()
    if given.only != "example":
        growth(tuple(given.sizes))
