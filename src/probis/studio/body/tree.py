"""An opened edition to the tree beside its pages: parts, groups, processes and their maps, with counts of findings."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from probis.model import Kelompok, PetaProsesBisnis, Proses, Temuan, Tingkat
from probis.studio.body.addresses import page_of, pages_of_ends
from probis.studio.body.opened import WEIGHT, Opened

DEEPEST = 20
"""Levels of processes that the tree shows: more than any body has, and an end to circles."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings, and the heaviest level among them (None where there are none)."""

    number: int = 0
    worst: Tingkat | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the tree: where it leads, its code and name, its findings with those below it, and what is below."""

    path: str
    code: str
    name: str
    count: Count
    children: tuple["Branch", ...] = ()
    current: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A headed list of the tree."""

    title: str
    branches: tuple[Branch, ...]


def tree(opened: Opened, page: str) -> tuple[Group, ...]:
    """Return the tree as it stands beside `page` ("proses/x"), the way to it open."""
    found = by_page(opened.model, opened.open_findings)
    model, base = opened.model, opened.base
    parts = [
        ("", "Peta proses"),
        ("relasi", "Peta relasi"),
        ("arah", "Arah"),
        ("organisasi", "Organisasi"),
        ("keputusan", "Keputusan"),
        ("dokumen", "Dokumen"),
    ]
    groups = [
        Group(
            "Bagian",
            tuple(
                Branch(base + (f"{key}/" if key else ""), "", name, tally(found.get(key, ())), current=key == page)
                for key, name in parts
            ),
        )
    ]
    for kelompok in (*Kelompok, None):
        title = model.label_kelompok(kelompok) if kelompok is not None else "Tanpa kelompok"
        members = tuple(p for p in model.anak(None) if p.kelompok == kelompok)
        if members:
            groups.append(Group(title, tuple(_branch(opened, found, p, page, 0) for p in members)))
    return tuple(groups)


def branches_below(opened: Opened, proses: Proses) -> tuple[Branch, ...]:
    """Return the lines of the sub processes of a process."""
    found = by_page(opened.model, opened.open_findings)
    return tuple(_branch(opened, found, child, "", 1) for child in opened.model.anak(proses.id))


def by_page(model: PetaProsesBisnis, findings: Iterable[Temuan]) -> Mapping[str, tuple[Temuan, ...]]:
    """Return the findings under each page that shows what they speak of.

    A flow between two processes counts at both; what a lintas fungsi shows counts at its process too.
    """
    pages: dict[str, dict[int, Temuan]] = {}
    for number, temuan in enumerate(findings):
        keys = {page_of(model, temuan.alamat), *pages_of_ends(model, temuan.alamat)}
        if temuan.alamat.startswith("proses/"):
            keys.add(f"proses/{temuan.alamat.split('/')[1]}")
        for key in keys:
            pages.setdefault(key, {})[number] = temuan
    return {page: tuple(found.values()) for page, found in pages.items()}


def tally(findings: Iterable[Temuan]) -> Count:
    """Count findings; one that stands twice counts once."""
    distinct = set(findings)
    worst = min((t.tingkat for t in distinct), key=lambda level: WEIGHT[level], default=None)
    return Count(len(distinct), worst)


def levels(findings: Iterable[Temuan]) -> tuple[tuple[Tingkat, int], ...]:
    """Return how many findings each level has, the heaviest first; levels without any are left out."""
    counted = Counter(temuan.tingkat for temuan in findings)
    return tuple((level, counted[level]) for level in WEIGHT if counted[level])


def pages_of_process(model: PetaProsesBisnis, proses: Proses) -> tuple[str, ...]:
    """Return the pages that belong to a process alone: its own and those of its lintas fungsi."""
    return (f"proses/{proses.id}", *(f"lintas-fungsi/{peta.id}" for peta in model.peta_dari(proses.id)))


def _branch(opened: Opened, found: Mapping[str, tuple[Temuan, ...]], proses: Proses, page: str, depth: int) -> Branch:
    return _branch_and_findings(opened, found, proses, page, depth)[0]


def _branch_and_findings(
    opened: Opened, found: Mapping[str, tuple[Temuan, ...]], proses: Proses, page: str, depth: int
) -> tuple[Branch, set[Temuan]]:
    """Return the line of a process, and the findings counted in it: its own and those below it."""
    model = opened.model
    own = pages_of_process(model, proses)
    findings = {temuan for key in own for temuan in found.get(key, ())}
    children: list[Branch] = []
    for child in model.anak(proses.id) if depth < DEEPEST else ():
        branch, below = _branch_and_findings(opened, found, child, page, depth + 1)
        children.append(branch)
        findings |= below
    current = page in own
    line = Branch(
        path=f"{opened.base}{page_of(model, f'proses/{proses.id}')}/",
        code=proses.kode,
        name=proses.nama,
        count=tally(findings),
        children=tuple(children),
        current=current,
        open=current or any(child.current or child.open for child in children),
    )
    return line, findings
