"""Time and peak memory of `probis bangun` on the example, cold, whole process; a row a run is kept in build.csv."""

import csv
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "biro-organisasi-ntt"
KEPT = Path(__file__).with_suffix(".csv")
RUNS = 3


def once() -> tuple[float, float, int]:
    """One cold run: seconds, peak MB, files made."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "probis", "bangun", str(EXAMPLE), "--ke", folder, "--pada", "2026-11-24"]
        env = dict(os.environ, PYTHONPATH=str(ROOT / "src"))
        started = time.perf_counter()
        process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        spent = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status) == 2:
            raise SystemExit("probis bangun gave up; run ./run build to see why")
        return spent, usage.ru_maxrss / 1024, sum(path.is_file() for path in Path(folder).rglob("*"))


def main() -> None:
    """Run it three times, print and keep the median."""
    runs = [once() for _ in range(RUNS)]
    fastest = min(r[0] for r in runs)
    seconds, memory = median(r[0] for r in runs), max(r[1] for r in runs)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout
    new = not KEPT.exists()
    with KEPT.open("a", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        if new:
            rows.writerow(["commit", "python", "cpus", "seconds_median", "seconds_min", "peak_mb", "files"])
        row = [
            commit.strip(),
            platform.python_version(),
            os.cpu_count(),
            f"{seconds:.2f}",
            f"{fastest:.2f}",
        ]
        rows.writerow([*row, f"{memory:.0f}", runs[0][2]])
    print(f"{runs[0][2]} files, median of {RUNS}: {seconds:.2f} s (fastest {fastest:.2f}), peak {memory:.0f} MB")
