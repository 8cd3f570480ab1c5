"""A model to what its leader must know: findings by level and theme, ratios, and what to do first, by whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from probis.analysis import Cell, Row, find_analysis, proposals
from probis.law.nilai import angka
from probis.model import PetaProsesBisnis, Temuan, Tingkat
from probis.rules import all_rules, check

FIRST = 5
"""How many things to do first are named."""

THEMES: Mapping[str, frozenset[str]] = {
    "Susunan, nama, dan kode proses": frozenset({"proses"}),
    "Masukan, keluaran, dan hubungan": frozenset({"aliran", "hubungan", "penjelasan", "produk"}),
    "Peta lintas fungsi": frozenset({"lintas-fungsi"}),
    "Organisasi, tugas, dan fungsi": frozenset({"unit", "jabatan", "pihak", "organisasi", "fungsi"}),
    "Visi sampai sasaran": frozenset({"arah", "visi", "misi", "tujuan", "sasaran", "indikator", "area"}),
    "SOP": frozenset({"sop"}),
}
OTHER = "Keputusan, masa berlaku, dan evaluasi"

_WEIGHTS = {Tingkat.GALAT: 1000, Tingkat.PERINGATAN: 300, Tingkat.CATATAN: 50}
_CONFIRM, _WRITE_SOP, _EVALUATE = 600, 500, 400
_HOLD = "Penuhi: "
_TOLD_OTHERWISE = frozenset({"lintas-fungsi-punya-sop", "evaluasi-tahunan"})


@dataclass(frozen=True, slots=True)
class Ratio:
    """A question of the evaluators, or another share: letter, words, how much of how many, and the answer."""

    letter: str
    name: str
    met: int
    of: int
    answer: str = ""

    @property
    def share(self) -> Fraction | None:
        """The share of one; None where there is nothing to have a share of."""
        return Fraction(self.met, self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: what, at how many places, who does it, and how heavy it weighs."""

    what: str
    why: str
    who: str
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Quality:
    """What stands on the card: open findings by level, by theme, excused ones, ratios, and the first tasks."""

    levels: Mapping[Tingkat, int]
    themes: Mapping[str, Mapping[Tingkat, int]]
    excused: int
    ratios: tuple[Ratio, ...]
    tasks: tuple[Task, ...]


def quality(model: PetaProsesBisnis, pada: date | None) -> Quality:
    """Judge the model as of a day; ratios A to D are those of the analysis `cakupan-sop`."""
    found = check(model, pada=pada, keep_going=True)
    open_ = [temuan for temuan in found if not temuan.dikecualikan]
    themes: dict[str, Counter[Tingkat]] = {theme: Counter() for theme in (*THEMES, OTHER)}
    for temuan in open_:
        themes[_theme(temuan)][temuan.tingkat] += 1
    ratios = _ratios(model, pada)
    levels = Counter(temuan.tingkat for temuan in open_)
    return Quality(
        {tingkat: levels[tingkat] for tingkat in Tingkat},
        {theme: dict(counts) for theme, counts in themes.items() if counts},
        len(found) - len(open_),
        ratios,
        _tasks(model, open_, ratios),
    )


def _theme(temuan: Temuan) -> str:
    kind = temuan.alamat.split("/")[0]
    return next((theme for theme, kinds in THEMES.items() if kind in kinds), OTHER)


def _ratios(model: PetaProsesBisnis, pada: date | None) -> tuple[Ratio, ...]:
    table = find_analysis("cakupan-sop").analyse(model, pada)
    names = {
        "A": "Unit kerja dan fungsinya terpetakan",
        "B": "Lintas fungsi punya SOP yang berlaku",
        "C": "SOP diterapkan seluruhnya",
        "D": "Evaluasi tuntas ditindaklanjuti",
    }

    def cell(row: Row, key: str) -> Cell:
        return table.cell(row, key)

    made = []
    for row in table.rows:
        letter = str(cell(row, "butir"))
        met, of = cell(row, "terpenuhi"), cell(row, "dari")
        numbers = (met if isinstance(met, int) else 0, of if isinstance(of, int) else 0)
        made.append(Ratio(letter, names[letter], *numbers, str(cell(row, "jawaban"))))
    flags = list(proposals(model).values())
    return (*made, Ratio("", "Isi peta sudah dikonfirmasi", len(flags) - sum(flags), len(flags)))


# What to do first -----------------------------------------------------------------------------------------------------


def _tasks(model: PetaProsesBisnis, open_: Iterable[Temuan], ratios: tuple[Ratio, ...]) -> tuple[Task, ...]:
    by_letter = {ratio.letter: ratio for ratio in ratios}
    groups: dict[tuple[str, Tingkat], list[Temuan]] = {}
    for temuan in open_:
        if temuan.aturan not in _TOLD_OTHERWISE:
            groups.setdefault((temuan.aturan, temuan.tingkat), []).append(temuan)
    made = [_of_rule(model, slug, tingkat, found) for (slug, tingkat), found in groups.items()]
    made += _of_ratios(model, by_letter)
    merged: dict[str, Task] = {}
    for task in sorted(made, key=lambda task: (-task.weight, task.what)):
        merged.setdefault(task.what, task)
    return tuple(merged.values())[:FIRST]


def _of_rule(model: PetaProsesBisnis, slug: str, tingkat: Tingkat, found: list[Temuan]) -> Task:
    rule = all_rules().get(slug)
    advice = Counter(temuan.saran for temuan in found if temuan.saran).most_common(1)
    if rule is not None:
        what, title = _plain_repair(rule.aturan.perbaikan, rule.aturan.judul), rule.aturan.judul
    elif slug == "pengecualian":
        what, title = "Tinjau pengecualian yang berakhir atau tidak lagi diperlukan.", "Pengecualian"
    else:
        what, title = _sentence(advice[0][0] if advice else found[0].pesan), "Isi peta"
    return Task(
        what,
        f"{len(found)} {tingkat}." if what.startswith(_HOLD) else f"{title}: {len(found)} {tingkat}.",
        _owners(model, [temuan.alamat for temuan in found]),
        Fraction(_WEIGHTS[tingkat] + min(len(found), 200)),
    )


def _of_ratios(model: PetaProsesBisnis, ratios: Mapping[str, Ratio]) -> list[Task]:
    made = []
    confirmed, written, evaluated = ratios[""], ratios["B"], ratios["D"]
    if confirmed.share is not None and confirmed.share < 1:
        addresses = [alamat for alamat, proposed in proposals(model).items() if proposed]
        left, whole = (angka(Decimal(number)) for number in (confirmed.of - confirmed.met, confirmed.of))
        made.append(
            Task(
                "Konfirmasikan usulan kepada pemilik prosesnya dengan lembar konfirmasi.",
                f"{left} dari {whole} isi peta masih usulan.",
                _owners(model, addresses),
                _CONFIRM * (1 - confirmed.share),
            )
        )
    if written.share is not None and written.share < 1:
        told = {sop.lintas_fungsi for sop in model.sop if sop.status == "berlaku"}
        addresses = [f"lintas-fungsi/{p.id}" for p in model.lintas_fungsi if p.id not in told and p.varian == "kini"]
        made.append(
            Task(
                "Tetapkan SOP dari peta lintas fungsi yang belum punya.",
                f"{written.of - written.met} dari {written.of} lintas fungsi belum punya SOP yang berlaku.",
                _owners(model, addresses),
                _WRITE_SOP * (1 - written.share),
            )
        )
    if evaluated.answer[:1] in ("c", "d"):
        made.append(
            Task(
                "Evaluasi peta dan SOP, catat hasilnya, dan tindak lanjuti.",
                "Belum ada evaluasi peta atau SOP yang berkala."
                if evaluated.answer[:1] == "c"
                else "Peta dan SOP belum pernah dievaluasi.",
                model.instansi.sebutan,
                Fraction(_EVALUATE),
            )
        )
    return made


def _plain_repair(repair: str, title: str) -> str:
    """The repair for a leader: its first sentence, or what is to hold where that speaks of fields in files."""
    first = re.sub(r", misalnya [^,`]*`[^`]*`,?", "", repair).split(". ")[0]
    return f"{_HOLD}{title[:1].lower()}{title[1:]}." if "`" in first else _sentence(first)


def _sentence(said: str) -> str:
    """The first sentence, without the marks that set a field's name as code."""
    first = said.replace("`", "").split(". ")[0].rstrip(". ")
    return f"{first}."


def _owners(model: PetaProsesBisnis, addresses: Iterable[str]) -> str:
    """Who answers for these places: the owners of their processes, those with the most first; else the body."""
    counted = Counter(owner for alamat in addresses if (owner := _owner(model, alamat)))
    names = [model.sebutan(id_) for id_, _ in sorted(counted.items(), key=lambda each: (-each[1], each[0]))]
    if not names:
        return model.instansi.sebutan
    return f"{names[0]}, dan {len(names) - 1} lainnya" if len(names) > 2 else " dan ".join(names)


def _owner(model: PetaProsesBisnis, alamat: str) -> str | None:
    kind, _, rest = alamat.partition("/")
    id_ = rest.split("/")[0]
    if kind == "lintas-fungsi":
        peta = model.cari_lintas_fungsi(id_)
        id_ = peta.proses if peta is not None else ""
    elif kind == "unit":
        return id_ if model.cari_pelaku(id_) is not None else None
    elif kind in ("aliran", "hubungan"):
        flow = model.cari(alamat)
        ends = (getattr(flow, "ke", None), getattr(flow, "dari", None))
        id_ = next((end for end in ends if isinstance(end, str) and model.cari_proses(end) is not None), "")
    elif kind != "proses":
        return None
    proses = model.cari_proses(id_)
    return model.pemilik(proses) if proses is not None else None
