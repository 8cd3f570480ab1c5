"""Turns a case file of a rule (files of a small body, then what is found) into values; docs and tests read the same."""

from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
DASAR = CASES / "_dasar"


@dataclass(frozen=True)
class Kasus:
    """One case: its sentence, the files that differ from the base body, the findings expected of its rule."""

    rule: str
    name: str
    sentence: str
    files: dict[str, str]
    expected: tuple[str, ...]
    others: frozenset[str]

    @property
    def good(self) -> bool:
        return self.name.startswith("baik-")

    def folder(self) -> dict[str, bytes]:
        """The whole body: the base, with the files of the case in place of its own."""
        base = {p.relative_to(DASAR).as_posix(): p.read_bytes() for p in sorted(DASAR.rglob("*.yaml"))}
        return base | {name: text.encode() for name, text in self.files.items()}


def read_case(path: Path) -> Kasus:
    head, *parts = ("\n" + path.read_text(encoding="utf-8")).split("\n--- ")
    sections = {part.partition("\n")[0].strip(): part.partition("\n")[2] for part in parts}
    sections = {name: text if text.endswith("\n") else text + "\n" for name, text in sections.items()}
    lines = [line for line in sections.pop("temuan", "").splitlines() if line.strip()]
    others = [line.removeprefix("juga:") for line in lines if line.startswith("juga:")]
    return Kasus(
        rule=path.parent.name,
        name=path.stem,
        sentence=head.strip(),
        files=sections,
        expected=tuple(line for line in lines if not line.startswith("juga:")),
        others=frozenset(word.strip() for line in others for word in line.split(",")),
    )


def all_cases() -> list[Kasus]:
    return [read_case(path) for path in sorted(CASES.glob("*/*.txt"))]
