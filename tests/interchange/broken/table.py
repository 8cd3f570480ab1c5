"""The text files beside this one to broken folders: name, files, and what reading them must say, word for word.

A file holds cases. "=== name" opens a case, "--- path" one of its files, "--- pesan" what is found: one line a finding,
`place level sentence | what to do`. After a path may stand how its bytes are made: (utf-16), (latin-1), (bom), (crlf),
(nol) with a NUL for each @, (ulang N) for the text N times over, (berkas N) for N such files. Without an
instansi.yaml of its own a case has the usual one; "--- instansi.yaml (tanpa)" leaves it out. Cases of `aturan.txt`
read without a finding; what stands after their "--- pesan" says what a rule is to find in them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

USUAL = """\
skema: 1
id: biro
nama: Biro Organisasi
jenis: biro
periode: 2018–2023
"""

_PLACE = re.compile(r"--- (?P<path>.+?)(?: \((?P<how>[^()]+)\))?")


@dataclass
class Case:
    """One broken folder."""

    name: str
    source: str
    files: dict[str, bytes] = field(default_factory=dict)
    expected: list[str] = field(default_factory=list)
    rule: str = ""


def cases() -> list[Case]:
    """Return all cases of all files beside this one."""
    return [case for path in sorted(Path(__file__).parent.glob("*.txt")) for case in _cases(path)]


def _cases(path: Path) -> Iterator[Case]:
    for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("\n")
        case = Case(name.strip(), path.stem, {"instansi.yaml": USUAL.encode()})
        for section in re.split(r"^(?=--- )", rest, flags=re.MULTILINE)[1:]:
            _take(case, *section.split("\n", 1))
        yield case


def _take(case: Case, head: str, text: str) -> None:
    found = _PLACE.fullmatch(head.strip())
    assert found, head
    path, how = found["path"], found["how"] or ""
    if path == "pesan":
        case.expected = [line for line in text.splitlines() if line.strip()]
        case.rule = how
        return
    text = text.removesuffix("\n") if text.endswith("\n\n") else text
    many = int(how.split()[1]) if how.startswith("berkas") else 0
    if how == "tanpa":
        del case.files[path]
    elif many:
        case.files |= {path.replace("N", str(number)): text.encode() for number in range(many)}
    else:
        case.files[path] = _bytes(text, how)


def _bytes(text: str, how: str) -> bytes:
    if how.startswith("ulang"):
        return text.encode() * int(how.split()[1])
    made = {
        "": text.encode(),
        "utf-16": text.encode("utf-16"),
        "latin-1": text.encode("latin-1", "replace"),
        "bom": text.encode("utf-8-sig"),
        "crlf": text.replace("\n", "\r\n").encode(),
        "nol": text.replace("@", "\0").encode(),
    }
    return made[how]
