"""Time of reading, checking and drawing 20 generated bodies of growing size: it grows with the size, no faster."""

import time
from statistics import linear_regression

from bodies import body
from probis.drawing.medium import F4
from probis.interchange import yaml
from probis.maps import all_maps
from probis.rules import check


def once(size: int) -> tuple[int, int, float, float, float]:
    """Steps and processes of a body, and the CPU seconds that reading, checking and drawing it take."""
    files = body(size)
    t0 = time.process_time()
    model = yaml.read(files).nilai
    assert model is not None
    t1 = time.process_time()
    check(model)
    t2 = time.process_time()
    for kind in all_maps():
        for subject in kind.subjects(model):
            kind.draw(model, subject.id, F4)
    t3 = time.process_time()
    return len(model.proses), sum(len(peta.simpul) for peta in model.lintas_fungsi), t1 - t0, t2 - t1, t3 - t2


def main() -> None:
    """Print a row a size, then how well a straight line fits and how the cost of a process changes."""
    once(1)
    rows = [once(size) for size in range(1, 21)]
    print("| processes | steps | read s | check s | draw s |\n|---|---|---|---|---|")
    for row in rows:
        print("| {} | {} | {:.3f} | {:.3f} | {:.3f} |".format(*row))
    for name, column in (("read", 2), ("check", 3), ("draw", 4)):
        sizes, times = [row[0] for row in rows], [row[column] for row in rows]
        slope, start = linear_regression(sizes, times)
        mean = sum(times) / len(times)
        fit = 1 - sum((t - slope * s - start) ** 2 for s, t in zip(sizes, times, strict=True)) / sum(
            (t - mean) ** 2 for t in times
        )
        half, whole = sum(times[5:10]) / sum(sizes[5:10]), sum(times[15:]) / sum(sizes[15:])
        cost = f"cost of a process, sizes 16–20 to 6–10: {whole / half:.2f}"
        print(f"{name}: {slope * 1000:.1f} ms a process, R² {fit:.3f}; {cost}")
