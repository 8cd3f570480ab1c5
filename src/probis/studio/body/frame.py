"""An opened edition and one of its pages to what every page of it shows: crumbs, title, tabs, tree, findings."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from probis.analysis import proposals
from probis.model import Keputusan, PetaProsesBisnis, Proses, Temuan, Tingkat
from probis.rules import all_rules
from probis.studio.body.addresses import href, name_of
from probis.studio.body.opened import Opened
from probis.studio.body.tree import Branch, branches_below, by_page, levels, tree


@dataclass(frozen=True, slots=True)
class Chip:
    """A status: the class that gives its shape, and its word."""

    kind: str
    word: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as a page shows it: with its rule's title, and the element by name and link."""

    temuan: Temuan
    title: str
    name: str
    path: str

    @property
    def named(self) -> bool:
        """Whether the message itself names the element."""
        return self.name in self.temuan.pesan


SHOWN_BESIDE = 4
"""Findings of one rule that stand beside a page; where there are more, a link leads to all."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """The findings of one rule beside a page: the first few, how many more, and where all of them are.

    `why` says why the rule is there, `basis` what it rests on, as readers cite it.
    """

    tingkat: Tingkat
    title: str
    why: str
    basis: tuple[str, ...]
    places: tuple[Finding, ...]
    more: int
    path: str


def frame(opened: Opened, page: str, *, tab: str = "isi", crumbs: Iterable[tuple[str, str]] = ()) -> dict[str, Any]:
    """Return the context shared by all pages of the edition; `crumbs` are (name, path) below the edition itself."""
    instansi = opened.model.instansi
    return {
        "opened": opened,
        "instansi": instansi,
        "map_title": f"{instansi.sebutan} {instansi.periode}",
        "chips": chips(opened),
        "tab": tab,
        "crumbs": tuple(crumbs),
        "groups": tree(opened, page),
        "levels": levels(opened.open_findings),
    }


def page_findings(opened: Opened, *pages: str) -> tuple[Ruled, ...]:
    """Return the findings that belong to these pages, each once, by rule, the heaviest first."""
    found = by_page(opened.model, opened.open_findings)
    mine = {temuan for page in pages for temuan in found.get(page, ())}
    groups: dict[tuple[str, Tingkat], list[Temuan]] = {}
    for temuan in opened.open_findings:
        if temuan in mine:
            groups.setdefault((temuan.aturan, temuan.tingkat), []).append(temuan)
    return tuple(
        Ruled(
            level,
            rule_title(slug),
            rule_why(slug),
            rule_basis(slug),
            tuple(shown(opened, temuan) for temuan in found[:SHOWN_BESIDE]),
            len(found) - SHOWN_BESIDE,
            f"{opened.base}temuan/#{level}-{slug}",
        )
        for (slug, level), found in groups.items()
    )


def findings_below(opened: Opened, proses: Proses) -> tuple[Branch, ...]:
    """Return the sub processes of a process that have findings, with their counts."""
    return tuple(branch for branch in branches_below(opened, proses) if branch.count.number)


def shown(opened: Opened, temuan: Temuan) -> Finding:
    """Return a finding as pages show it."""
    return Finding(
        temuan,
        rule_title(temuan.aturan),
        name_of(opened.model, temuan.alamat),
        href(opened.model, opened.base, temuan.alamat),
    )


def rule_title(slug: str) -> str:
    """Return the title of the rule with this slug; what the files' form says has one of its own."""
    rule = all_rules().get(slug)
    return rule.aturan.judul if rule is not None else "Isi berkas"


def rule_why(slug: str) -> str:
    """Return why the rule with this slug is there."""
    rule = all_rules().get(slug)
    return rule.aturan.mengapa if rule is not None else "Isi berkas menyimpang dari bentuk yang diminta."


def rule_basis(slug: str) -> tuple[str, ...]:
    """Return what the rule with this slug rests on, as readers cite it."""
    rule = all_rules().get(slug)
    return rule.aturan.rujukan if rule is not None else ()


def chips(opened: Opened) -> tuple[Chip, ...]:
    """Return the states of the edition: draft or decreed, and whether its period is over."""
    decreed = is_decreed(opened.model.keputusan)
    first = Chip("decreed", "Ditetapkan") if decreed else Chip("draft", "Rancangan")
    over = opened.model.instansi.periode.akhir < opened.pada.year
    return (first, Chip("over", "Periode berakhir")) if over else (first,)


def is_decreed(keputusan: Keputusan | None) -> bool:
    """Tell whether a decree with number and date has fixed the map."""
    return keputusan is not None and bool(keputusan.nomor) and keputusan.tanggal is not None


def count_usulan(model: PetaProsesBisnis) -> tuple[int, int]:
    """Return how many elements are proposals that nobody has confirmed, and how many elements there are."""
    flags = list(proposals(model).values())
    return sum(flags), len(flags)
