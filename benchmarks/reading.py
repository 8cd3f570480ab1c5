"""What `probis baca` costs and how much of a decree it gets right: seconds, memory, growth, and each kind of item.

Every reading is a command of its own that writes its folder. It reads decree 253 (where it lies beside the project),
each decree of the tests, and decrees made of growing length, as text and as Word. Right and wrong are counted over the
decrees of the tests, as they are and mutated, first for what was quoted, then for the draft model. `--cepat` leaves
the longest out. A row a run is kept in reading.csv; the kinds of the last run in reading-kinds.csv.
"""

import csv
import io
import os
import platform
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import linear_regression

import docx

ROOT = Path(__file__).resolve().parent.parent
__path__ = [str(ROOT / "tests" / "reading")]  # the tests of reading say `reading.…`, and this file is called so, too

from probis.reading.draft import draft  # noqa: E402
from probis.reading.formats import read  # noqa: E402
from probis.reading.quotations import quoted  # noqa: E402
from reading.draft_scoring import model_scores  # noqa: E402
from reading.mutations import MUTATIONS  # noqa: E402
from reading.scoring import FIXTURES, answers, scores  # noqa: E402

DECREE = ROOT / ".." / "shared" / "reference" / "keputusan-253-2020.txt"
FILES = sorted(path for path in FIXTURES.iterdir() if path.suffix in (".txt", ".md"))
PAGES = (10, 25, 50, 100, 150, 200, 250, 300)
LINES = 42
KEPT, KINDS = Path(__file__).with_suffix(".csv"), Path(__file__).with_name("reading-kinds.csv")
CHILD = """
import contextlib, io, sys, time
from probis.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main(["baca", sys.argv[1], "--ke", sys.argv[2], "--pada", "2026-01-01"])
assert code in (0, 1), code
status = open("/proc/self/status").read() if sys.platform == "linux" else "VmHWM: 0"
print(status.split("VmHWM:")[1].split()[0], time.process_time())
"""  # the peak of this process alone


def timed(path: Path) -> tuple[float, float]:
    """Seconds of work and peak MB of `probis baca PATH --ke FOLDER`, start of Python included."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-c", CHILD, str(path), str(Path(folder) / "peta")]
        done = subprocess.run(
            words, capture_output=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}
        )
    peak, work = done.stdout.split()
    return float(work), int(peak) / 1024


HEAD = """BUPATI LEMBAH HIJAU
KEPUTUSAN BUPATI LEMBAH HIJAU
NOMOR 188.45/{pages}/ORG/2024
TENTANG
PETA PROSES BISNIS PEMERINTAH KABUPATEN LEMBAH HIJAU TAHUN 2024-2029

BUPATI LEMBAH HIJAU,

Menimbang : a. bahwa hubungan kerja antarunit perlu digambarkan dalam peta proses bisnis;
            b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Bupati;

Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
            2. Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah;

MEMUTUSKAN:

Menetapkan :
KESATU : Peta Proses Bisnis Pemerintah Kabupaten Lembah Hijau sebagaimana tercantum dalam Lampiran.
KEDUA : Keputusan ini mulai berlaku pada tanggal ditetapkan.

Ditetapkan di Lembah Hijau
pada tanggal 4 Maret 2024

BUPATI LEMBAH HIJAU,

RANI SASMITA

LAMPIRAN
KEPUTUSAN BUPATI LEMBAH HIJAU
NOMOR 188.45/{pages}/ORG/2024

PETA SUB PROSES
"""
_ACTS = ("Penyusunan", "Pelaksanaan", "Evaluasi", "Pembinaan", "Pengendalian", "Fasilitasi", "Penetapan", "Pelaporan")
_THINGS = ("Irigasi", "Pasar", "Arsip", "Perizinan", "Jalan", "Puskesmas", "Sekolah", "Pajak", "Kepegawaian", "Aset")
_WHERE = ("Wilayah Utara", "Wilayah Selatan", "Kota", "Pesisir", "Pegunungan", "Desa", "Kecamatan")


def made(pages: int) -> str:
    """A decree of so many pages: processes with sub processes, and explanations of what flows between them."""
    chance = random.Random(pages)
    lines = HEAD.format(pages=pages).split("\n")
    process, before = 0, ""
    while len(lines) < pages * LINES:
        process += 1
        name = f"{chance.choice(_ACTS)} {chance.choice(_THINGS)} {chance.choice(_WHERE)} {process}"
        lines += ["", f"LH-{process:03d} {name.upper()}"]
        for sub in range(1, 5):
            lines.append(f"LH-{process:03d}.{sub} {chance.choice(_ACTS)} {chance.choice(_THINGS)} {process}.{sub}")
        lines += ["", "Penjelasan Proses :", f"1. Hasil {name} menjadi masukan {before or name};"]
        lines.append(f"2. Laporan {name} disampaikan kepada Dinas {chance.choice(_THINGS)} Kabupaten Lembah Hijau;")
        for number in range(3, 9):
            lines.append(f"{number}. {name} dilaksanakan menurut rencana kerja tahunan dan dipantau setiap triwulan.")
        before = name
    return "\n".join(lines[: pages * LINES])


def word(text: str) -> bytes:
    """The same as a Word file, a paragraph a line."""
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def grown(most: int) -> Iterator[tuple[str, float, float, float]]:
    """Print a row a length; yield (form, R² of a straight line, seconds and MB of the longest)."""
    with tempfile.TemporaryDirectory() as folder:
        for form in ("txt", "docx"):
            rows = []
            for pages in (each for each in PAGES if each <= most):
                path = Path(folder) / f"{pages}.{form}"
                path.write_bytes(made(pages).encode() if form == "txt" else word(made(pages)))
                rows.append((pages, *timed(path)))
                print("| {} | {} pages | {:.2f} s | {:.0f} MB |".format(form, *rows[-1]), flush=True)
            sizes, times = [row[0] for row in rows], [row[1] for row in rows]
            slope, start = linear_regression(sizes, times)
            mean = sum(times) / len(times)
            rest = sum((t - slope * s - start) ** 2 for s, t in zip(sizes, times, strict=True))
            fit = 1 - rest / sum((t - mean) ** 2 for t in times)
            print(f"{form}: {1000 * slope:.1f} ms a page, R² {fit:.4f}\n", flush=True)
            yield form, fit, *rows[-1][1:]


def judged() -> dict[tuple[str, str], Counter[str]]:
    """Count for each kind of item, over all decrees as they are and mutated: right, read, there."""
    total: dict[tuple[str, str], Counter[str]] = {}
    for path in FILES:
        asked, data = answers(path), path.read_bytes()
        for mutation in (None, *MUTATIONS):
            if mutation == "word" and path.suffix == ".md":
                continue  # its tables are no paragraphs
            name, bytes_ = path.name, data
            if mutation is not None:
                name, bytes_ = MUTATIONS[mutation](name, data.decode(), random.Random(7))
            whole = quoted(read(name, bytes_))
            model = draft(whole.naskah, None, 2026, whole.document).model
            for of, kinds in (("naskah", scores(whole.naskah, asked)), ("model", model_scores(model, asked))):
                for kind, (score, _, _) in kinds.items():
                    counts = total.setdefault((of, kind), Counter())
                    counts.update(right=score.right, read=score.read, there=score.there)
    return total


def main() -> None:
    """Measure, print, keep."""
    decree = timed(DECREE) if DECREE.is_file() else (0.0, 0.0)
    print("| decree | work | peak |\n|---|---|---|")
    if decree[0]:
        print(f"| {DECREE.stem} | {decree[0]:.2f} s | {decree[1]:.0f} MB |")
    single = []
    for path in FILES:
        single.append(timed(path))
        print(f"| {path.stem} | {single[-1][0]:.2f} s | {single[-1][1]:.0f} MB |", flush=True)
    print()
    growth = {form: rest for form, *rest in grown(100 if "--cepat" in sys.argv else max(PAGES))}
    total = judged()
    with KINDS.open("w", newline="", encoding="utf-8") as file:
        kept = csv.writer(file, lineterminator="\n")
        kept.writerow(["of", "kind", "right", "read", "there", "precision", "recall"])
        print("| of | kind | right | read | there | precision | recall |\n|---|---|---|---|---|---|---|")
        for (of, kind), counts in total.items():
            right, got, there = counts["right"], counts["read"], counts["there"]
            row = [
                of,
                kind,
                right,
                got,
                there,
                f"{right / got if got else 1:.3f}",
                f"{right / there if there else 1:.3f}",
            ]
            kept.writerow(row)
            print(f"| {' | '.join(map(str, row))} |")
    sums = [sum(counts[each] for counts in total.values()) for each in ("right", "read", "there")]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout
    new = not KEPT.exists()
    with KEPT.open("a", newline="", encoding="utf-8") as file:
        kept = csv.writer(file, lineterminator="\n")
        if new:
            head = ["commit", "python", "cpus", "decree_s", "decree_mb", "longest_fixture_s", "most_mb"]
            kept.writerow([*head, "pages", "txt_s", "txt_r2", "docx_s", "docx_r2", "right", "read", "there"])
        (txt_fit, txt_s, txt_mb), (docx_fit, docx_s, docx_mb) = growth["txt"], growth["docx"]
        most = max(decree[1], txt_mb, docx_mb, *(mb for _, mb in single))
        pages = 100 if "--cepat" in sys.argv else max(PAGES)
        row = [f"{decree[0]:.2f}", f"{decree[1]:.0f}", f"{max(s for s, _ in single):.2f}", f"{most:.0f}", pages]
        row += [f"{txt_s:.2f}", f"{txt_fit:.4f}", f"{docx_s:.2f}", f"{docx_fit:.4f}", *sums]
        kept.writerow([commit.strip(), platform.python_version(), os.cpu_count(), *row])


if __name__ == "__main__":
    main()
