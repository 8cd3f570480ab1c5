"""Damaged files of every format read all the way to the report: only a clear refusal may come out, soon and bounded.

Files of each format are damaged in their bytes and parts. Decrees in text are also damaged by lines, as editing and
scanning do it, so that they get past the format to what is read in them, drafted from them and told of them.
"""

import argparse
import io
import multiprocessing
import random
import resource
import signal
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import reading.word as word
from probis.paper import Cell, Column, Paper, Paragraph, Row, Section, Table, text
from probis.paper.render import docx as written_docx
from probis.paper.render import pdf as written_pdf
from probis.reading.document import Unreadable
from probis.reading.draft import draft
from probis.reading.formats import formats, read
from probis.reading.quotations import quoted
from probis.reading.report import report, rows
from reading.drawings import box, canvas, vml, vml_box, wire
from reading.scoring import FIXTURES

SLOWEST = 10.0  # seconds that one file may take
GIVEN_UP = 30  # seconds after which a reader is stopped
MOST_MEMORY = 3_000_000_000  # bytes of address space; beyond it a reader fails
LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
PROSE = """# KEPUTUSAN BUPATI MAJU
**NOMOR : 5 TAHUN 2021**

Menimbang : a. bahwa perlu ditetapkan;
 b. bahwa [peta](x.png) proses bisnis;

| No | Kode | Nama proses |
|---|---|---|
| 1 | P.01 | Penataan \\| Kelembagaan |

<table><tr><th rowspan="2">NO</th><td colspan=2>Misi<br>satu</td></tr><tr><td>a</td><td>b</td></tr></table>
![Peta](data:image/png;base64,iVBORw0KGgo=)
No\tKode\tNama
1\tP.1\tSatu
No      Kode        Nama proses
1       P.1         Satu
"""
TOKENS = (
    b"<w:tbl>", b"</w:tbl>", b"<w:p>", b"</w:p>", b"<w:sdt>", b'w:val="99999999999"', b'w:val="-1"', b"&#0;",
    b"<!DOCTYPE a>", b"<![CDATA[", b"%", b"<<", b">>", b"endobj", b"stream\n", b"/Kids", b"/Length 999999999",
    b"<table>", b"</table>", b"|", b"<td rowspan=9999>", b"\xff\xfe", b"\x00", b"\r", b"\x0c", b"\xef\xbb\xbf",
    b"**", b"![](", b"<!--", b"9" * 40, b" " * 5000,
)  # fmt: skip


def paper() -> Paper:
    """A small paper with prose and a table, for the formats that Probis writes itself."""
    rows = tuple(
        Row((Cell(text(str(n))), Cell(text(f"P.{n:02d}")), Cell(text("Penataan kelembagaan")))) for n in range(9)
    )
    head = (Row((Cell(text("No")), Cell(text("Kode")), Cell(text("Nama proses")))),)
    columns = (Column(12), Column(30), Column(100))
    prose = tuple(
        Paragraph(text(f"Menimbang bahwa untuk melaksanakan ketentuan huruf {n} perlu ditetapkan.")) for n in "abc"
    )
    return Paper("Keputusan", date(2021, 1, 1), (Section((*prose, Table(columns, head, rows))),))


def docx_seeds() -> list[bytes]:
    """Files with what the reader knows: lists, tables, drawings, changes, fields."""
    body = word.listed("bahwa satu", 1) + word.table(
        ["Menimbang", ":", word.listed("x", 1)], ["", "", "b"], borders=False
    )
    body += word.table(
        ['<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + word.p("a"), "b"], ["<w:tcPr><w:vMerge/></w:tcPr>", "c"]
    )
    body += "<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r><w:t>y</w:t></w:r></w:ins></w:p>"
    shapes = canvas(
        box(1, "flowChartTerminator", "Mulai", 0, 0),
        box(2, "flowChartDecision", "Ya?", 0, 90),
        wire(3, (50, 40), (50, 90), (1, 2)),
    )
    old = vml(vml_box("a", 116, "Mulai", 0, 0) + vml_box("b", 109, "Catat", 0, 900))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:titlePg/></w:sectPr>'
    full = word.docx(body + shapes + old + section, numbering=LISTS, header1=word.p("- 2 -"), styles="<w:style/>")
    return [full, word.docx(shapes), written_docx.render(paper())]


SEEDS: dict[str, Callable[[], list[bytes]]] = {
    "txt": lambda: [PROSE.encode(), PROSE.encode("utf-16"), PROSE.encode() * 20],
    "md": lambda: [PROSE.encode(), PROSE.encode() * 20],
    "docx": docx_seeds,
    "pdf": lambda: [written_pdf.render(paper())],
}
DECREES = (FIXTURES, FIXTURES / "unlike")


def seeds(suffix: str, folder: Path | None) -> list[bytes]:
    """The sound files that are damaged: our own, the decrees of the tests, and those of this format in the folder."""
    own = SEEDS[suffix]() if suffix in SEEDS else []
    folders = (*DECREES, *([folder] if folder else []))
    return [*own, *(path.read_bytes() for each in folders for path in sorted(each.glob(f"*.{suffix}")))]


def damaged(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """A file with up to six wounds; of a ZIP file sometimes one of its parts, packed again."""
    if data[:2] == b"PK" and chance.random() < 0.7:
        return _repacked(data, others, chance)
    if b"\x00" not in data[:200] and data[:4] != b"%PDF" and chance.random() < 0.7:
        return _retyped(data, others, chance)
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        _wound(made, others, chance)
    return bytes(made)


def _retyped(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Text with lines doubled, moved, dropped, joined, torn, set in, mixed with those of others, or renumbered."""
    lines = data.split(b"\n")
    for _ in range(chance.randint(1, 40)):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        few = min(chance.choice([1, 1, 1, 3, 12]), len(lines) - at)
        match chance.randrange(9):
            case 0 if len(lines) > few:
                del lines[at : at + few]
            case 1:
                lines[other:other] = lines[at : at + few]
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at : at + few] = [b" ".join(lines[at : at + few])]
            case 4:
                words = lines[at].split(b" ")
                cut = chance.randrange(len(words))
                lines[at : at + 1] = [b" ".join(words[:cut]), b" ".join(words[cut:])]
            case 5:
                lines[at] = chance.choice([b"\t", b"    ", b"| ", b"- ", b"1. ", b"a. ", b"(1) ", b"# "]) + lines[at]
            case 6:
                theirs = chance.choice(others).split(b"\n")
                start = chance.randrange(len(theirs))
                lines[at:at] = theirs[start : start + few]
            case 7:
                marks = b"0123456789IVXl.-/"
                made = [chance.choice(marks) if each in marks and chance.random() < 0.3 else each for each in lines[at]]
                lines[at] = bytes(made)
            case _:
                words = [chance.choice([each, each.upper(), b"", each * 2]) for each in lines[at].split(b" ")]
                lines[at] = b" ".join(words)
    return b"\n".join(lines)


def _repacked(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        chosen = chance.choice([name for name in names if name.endswith((".xml", ".rels"))])
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for name in names:
                part = archive.read(name)
                made.writestr(name, _wounded_xml(part, chance) if name == chosen else part)
    return out.getvalue()


def _wounded_xml(part: bytes, chance: random.Random) -> bytes:
    """XML that mostly stays XML: elements doubled, moved, dropped, nested; values replaced; else bytes."""
    made = part
    for _ in range(chance.randint(1, 4)):
        marks = [n for n in range(len(made)) if made[n : n + 1] == b"<"] if len(made) < 60_000 else []
        kind = chance.randrange(6)
        if kind == 0 or len(marks) < 3:
            wounded = bytearray(made)
            _wound(wounded, [part], chance)
            made = bytes(wounded)
        elif kind == 1:
            values = made.split(b'"')
            at = chance.randrange(len(values))
            values[at] = chance.choice([b"", b"-1", b"99999999999", b"abc", b"0", b"1e9", b"\xc3\xa9", b"%9", b"255"])
            made = b'"'.join(values)
        else:
            first, second = sorted(chance.sample(marks, 2))
            piece = made[first:second]
            if kind == 2:
                made = made[:first] + made[second:]
            elif kind == 3:
                made = made[:second] + piece * chance.choice([1, 2, 50]) + made[second:]
            elif kind == 4:
                at = chance.choice(marks)
                made = made[:at] + piece + made[at:]
            else:
                tag = chance.choice([b"w:tbl", b"w:tr", b"w:tc", b"w:p", b"w:r", b"w:sdt", b"w:txbxContent", b"w:ins"])
                made = made[:first] + b"<" + tag + b">" + piece + b"</" + tag + b">" + made[second:]
    return made


def _wound(made: bytearray, others: list[bytes], chance: random.Random) -> None:
    size = len(made)
    at = chance.randrange(size) if size else 0
    length = min(chance.choice([1, 4, 40, 400, 4000]), max(size - at, 0))
    match chance.randrange(8):
        case 0:
            made[at : at + length] = chance.randbytes(length)
        case 1:
            del made[at : at + length]
        case 2:
            made[at:at] = made[at : at + length] * chance.choice([1, 3, 30])
        case 3:
            made[at:at] = chance.choice(TOKENS) * chance.choice([1, 1, 10, 1000])
        case 4:
            del made[at:]
        case 5:
            other = chance.choice(others)
            start = chance.randrange(len(other))
            made[at : at + length] = other[start : start + length]
        case 6 if size:
            made[at] ^= 1 << chance.randrange(8)
        case _:
            for place in range(at, min(at + length, len(made))):
                if chr(made[place]).isdigit():
                    made[place] = ord(chance.choice("0123456789"))


def _given_up(*_: object) -> None:
    raise TimeoutError("it does not end")


def once(suffix: str, minutes: float, seed: int, sound: list[bytes], keep: Path | None, answer: object) -> None:
    """Damage and read files of one format until the time is over; put the figures into the queue `answer`."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGALRM, _given_up)
    chance = random.Random(f"{suffix}-{seed}")
    number = refused = 0
    slowest = 0.0
    wrong: list[str] = []
    end = time.monotonic() + minutes * 60
    while time.monotonic() < end:
        data = damaged(chance.choice(sound), sound, chance)
        number += 1
        begun = time.perf_counter()
        fault = ""
        signal.alarm(GIVEN_UP)
        try:
            whole = quoted(read(f"naskah.{suffix}", data))
            rows(report(whole, draft(whole.naskah, document=whole.document)))
        except Unreadable:
            refused += 1
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            fault = f"{type(error).__name__}: {str(error)[:100]} ({Path(place.filename).name}:{place.lineno})"
        signal.alarm(0)
        took = time.perf_counter() - begun
        slowest = max(slowest, took)
        fault = fault or (f"{took:.1f} s" if took > SLOWEST else "")
        if fault:
            wrong.append(fault)
            if keep is not None:
                (keep / f"{suffix}-{seed}-{number}.{suffix}").write_bytes(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answer.put((number, refused, slowest, peak, wrong))  # type: ignore[attr-defined]


def figures(options: argparse.Namespace) -> Iterator[tuple[str, int, int, float, float, list[str]]]:
    """The figures of each format, each in a process of its own, so that a crash is a figure too."""
    if options.keep is not None:
        options.keep.mkdir(parents=True, exist_ok=True)
    for suffix in sorted(set(options.format or formats()) & set(formats())):
        sound = seeds(suffix, options.folder)
        if not sound:
            print(f"No sound file of .{suffix} to damage; give some with --folder.")
            continue
        answer = multiprocessing.get_context("fork").Queue()
        given = (suffix, options.minutes, options.seed, sound, options.keep, answer)
        process = multiprocessing.get_context("fork").Process(target=once, args=given)
        process.start()
        try:
            told = answer.get(timeout=options.minutes * 60 + 120)
        except Exception:
            told = (0, 0, 0.0, 0.0, [f"the process ended with {process.exitcode}"])
            process.kill()
        process.join()
        yield (suffix, *told)


def main() -> None:
    """Print a row a format, then each kind of failure with how often it came."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--format", nargs="*", help="suffixes; all when none is named")
    parser.add_argument("--minutes", type=float, default=1.0, help="how long each format is fed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="further sound files to damage")
    parser.add_argument("--keep", type=Path, help="where files that break a reader are written")
    options = parser.parse_args()
    print("| format | files | refused | read | slowest s | peak MB | failures |\n|---|---|---|---|---|---|---|")
    failures: dict[str, int] = {}
    for suffix, number, refused, slowest, peak, wrong in figures(options):
        read_ = number - refused - len(wrong)
        print(f"| {suffix} | {number} | {refused} | {read_} | {slowest:.2f} | {peak:.0f} | {len(wrong)} |", flush=True)
        for fault in wrong:
            failures[f"{suffix}: {fault}"] = failures.get(f"{suffix}: {fault}", 0) + 1
    for fault, times in sorted(failures.items()):
        print(f"{times} × {fault}")


if __name__ == "__main__":
    main()
