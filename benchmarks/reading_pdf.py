"""Seconds and peak memory of reading a PDF of 300 pages, and how much of what Probis prints comes back.

The pages are the example's own book, its pages from the start again until there are 300; read in a
process of its own, as the commands do. A row a run is kept in reading_pdf.csv.
"""

import csv
import io
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

from pypdf import PdfReader, PdfWriter

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "reading")]

from pdf_measure import shares  # noqa: E402

from probis.documents import writer  # noqa: E402
from probis.interchange import yaml  # noqa: E402
from probis.paper.render import pdf  # noqa: E402
from probis.reading.formats import read  # noqa: E402
from probis.store.folder import read_folder  # noqa: E402

PAGES = 300
KEPT = Path(__file__).with_suffix(".csv")
CHILD = """
import sys, time
from probis.reading.formats import read
lines = len(read("b.pdf", sys.stdin.buffer.read()).lines)
status = open("/proc/self/status").read() if sys.platform == "linux" else "VmHWM: 0"
print(lines, status.split("VmHWM:")[1].split()[0], time.process_time())
"""  # the peak of this process alone: what the system sums up counts the parent's before the start


def pages(data: bytes, count: int) -> bytes:
    """The file's pages, from the start again until there are `count`."""
    source, made = PdfReader(io.BytesIO(data)), PdfWriter()
    for number in range(count):
        made.add_page(source.pages[number % len(source.pages)])
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def timed(data: bytes) -> tuple[float, float, float, int]:
    """Seconds, seconds of work, peak MB and lines of one reading in a process of its own."""
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", CHILD], input=data, capture_output=True, check=True)
    lines, peak, work = done.stdout.split()
    return time.perf_counter() - started, float(work), int(peak) / 1024, int(lines)


def main() -> None:
    """Measure both and keep a row."""
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    right = all_ = 0
    for name in ("biro-organisasi-ntt", "kecamatan-telaga-arum"):
        model = yaml.read(read_folder(ROOT / "examples" / name)).nilai
        assert model is not None
        paper = writer("keputusan")(model)
        for kind, (got, want, _) in shares(paper, read("k.pdf", pdf.render(paper))).items():
            print(f"{name} {kind}: {got}/{want}")
            right, all_ = right + got, all_ + want
        if name.startswith("biro"):
            book = pages(pdf.render(writer("buku")(model)), PAGES)
    seconds, work, peak, lines = timed(book)
    print(f"{PAGES} pages, {len(book) / 1e6:.1f} MB: {seconds:.1f} s, {work:.1f} s of work, {peak:.0f} MB")
    print(f"{lines} lines; {right}/{all_} parts")
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout
    new = not KEPT.exists()
    with KEPT.open("a", newline="", encoding="utf-8") as file:
        kept = csv.writer(file, lineterminator="\n")
        if new:
            kept.writerow(["commit", "python", "cpus", "pages", "seconds", "work_s", "peak_mb", "parts_right", "parts"])
        row = [PAGES, f"{seconds:.2f}", f"{work:.2f}", f"{peak:.0f}", right, all_]
        kept.writerow([commit.strip(), platform.python_version(), os.cpu_count(), *row])


if __name__ == "__main__":
    main()
