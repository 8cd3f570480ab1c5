"""Requests for the findings of an edition to their page: by rule, with why, basis, and each place."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from probis.model import Temuan, Tingkat
from probis.rules import all_rules
from probis.studio.body.frame import Finding, frame, rule_basis, rule_title, rule_why, shown
from probis.studio.body.opened import Opened, open_edition
from probis.studio.body.tree import levels
from probis.studio.maps.drift import unkept_anywhere


@dataclass(frozen=True, slots=True)
class Section:
    """All findings of one rule at one level, with what the rule says of itself."""

    slug: str
    tingkat: Tingkat
    title: str
    why: str
    repair: str
    basis: tuple[str, ...]
    places: tuple[Finding, ...]

    @property
    def excused(self) -> int:
        """How many of the places an exception excuses."""
        return sum(each.temuan.dikecualikan for each in self.places)

    @property
    def open(self) -> int:
        """How many of the places no exception excuses."""
        return len(self.places) - self.excused


@require_safe
def findings(request: HttpRequest, instansi: str, edisi: str) -> HttpResponse:
    """The page Temuan; `?tingkat=galat` shows one level, `?pengecualian=1` also what is excused."""
    opened = open_edition(instansi, edisi)
    level = request.GET.get("tingkat", "")
    excused = [temuan for temuan in opened.temuan if temuan.dikecualikan]
    with_excused = request.GET.get("pengecualian") == "1"
    chosen = [
        temuan
        for temuan in (opened.temuan if with_excused else opened.open_findings)
        if level not in list(Tingkat) or temuan.tingkat == level
    ]
    sections = _sections(opened, chosen)
    unkept, undrawn = unkept_anywhere(opened) if level not in list(Tingkat) else ((), 0)
    context = {
        **frame(opened, "temuan", tab="temuan", crumbs=[("Temuan", "")]),
        "sections": sections,
        "unkept": unkept,
        "undrawn": undrawn,
        "by_level": [(each, [s for s in sections if s.tingkat == each]) for each in Tingkat],
        "level": level,
        "counts": levels(opened.open_findings),
        "number": len(opened.open_findings),
        "excused": len(excused),
        "with_excused": with_excused,
    }
    return render(request, "findings/findings.html", context)


def _sections(opened: Opened, chosen: Iterable[Temuan]) -> tuple[Section, ...]:
    groups: dict[tuple[Tingkat, str], list[Temuan]] = {}
    for temuan in chosen:
        groups.setdefault((temuan.tingkat, temuan.aturan), []).append(temuan)
    return tuple(_section(opened, slug, level, found) for (level, slug), found in groups.items())


def _section(opened: Opened, slug: str, level: Tingkat, found: Iterable[Temuan]) -> Section:
    rule = all_rules().get(slug)
    return Section(
        slug=slug,
        tingkat=level,
        title=rule_title(slug),
        why=rule_why(slug),
        repair=rule.aturan.perbaikan if rule is not None else "",
        basis=rule_basis(slug),
        places=tuple(shown(opened, temuan) for temuan in found),
    )
