"""Placements by hand (letak) of a model: each is seen on the drawing, or it is told, also after a change."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from drawing.placed import kept
from probis.drawing.graph import After, LaneOrder, LeavesAt, Row, SameColumn, Shift
from probis.drawing.layout.lanes import planned
from probis.drawing.layout.plan import Plan
from probis.drawing.layout.shift import shift
from probis.drawing.layout.style import NORMAL
from probis.drawing.medium import F4, SCREEN
from probis.interchange import yaml
from probis.maps.peta_lintas_fungsi import graph_of, unkept
from probis.model import Letak, LintasFungsi, PetaProsesBisnis

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "kecamatan-telaga-arum"
SIDES = {"atas": "top", "bawah": "bottom", "kiri": "left", "kanan": "right"}
WISHED = "evaluasi-apb-desa"


@cache
def body() -> PetaProsesBisnis:
    model = yaml.read({str(p.relative_to(EXAMPLE)): p.read_bytes() for p in sorted(EXAMPLE.rglob("*.yaml"))}).nilai
    assert model is not None
    return model


def changed(id_: str, **fields: Any) -> tuple[PetaProsesBisnis, LintasFungsi]:
    """The body with one lintas fungsi changed."""
    peta = body().cari_lintas_fungsi(id_)
    assert peta is not None
    new = LintasFungsi.model_validate({**peta.model_dump(), **fields})
    maps = tuple(new if each is peta else each for each in body().lintas_fungsi)
    return body().model_copy(update={"lintas_fungsi": maps}), new


def random_letak(peta: LintasFungsi, chance: Random) -> dict[str, Any]:
    node, other = (chance.choice([*(s.id for s in peta.simpul), "hilang"]) for _ in "ab")
    reach = chance.choice((10, 60))
    return chance.choice(
        [
            {"simpul": node, "sekolom": other},
            {"simpul": node, "setelah": other},
            {"simpul": node, "baris": chance.randint(1, 4)},
            {"simpul": node, "geser": {"x": chance.randint(-reach, reach), "y": chance.randint(-reach, reach)}},
            {"simpul": node, "baris": chance.randint(1, 3), "setelah": other},
            {"jalur": chance.choice([*(j.id for j in peta.jalur), "hilang"]), "urutan": chance.randint(1, 6)},
            {"alur": chance.choice([*(a.id for a in peta.alur), "hilang"]), "sisi": chance.choice([*SIDES])},
        ]
    )


def drawings(model: PetaProsesBisnis, peta: LintasFungsi) -> tuple[Plan, Plan]:
    """The drawing for a screen, without and with its shifts."""
    before = planned(graph_of(model, peta), NORMAL)
    plan = deepcopy(before)
    shift(plan)
    return before, plan


def shown(plan: Plan, before: Plan, letak: Letak, field: str) -> bool:
    """Whether the drawing shows one field of a letak."""
    node = letak.simpul or ""
    match field:
        case "sekolom":
            return kept(plan, SameColumn((node, letak.sekolom or "")))
        case "setelah":
            return kept(plan, After(node, letak.setelah or ""))
        case "baris":
            return kept(plan, Row(node, (letak.baris or 0) - 1))
        case "sisi":
            return kept(plan, LeavesAt(letak.alur or "", SIDES[letak.sisi or ""]))  # type: ignore[arg-type]
        case "geser":
            by = letak.geser
            return by is not None and kept(plan, Shift(node, by.x, by.y), before)
    lanes = [band.lane.id for band in plan.bands]
    return letak.jalur in lanes and lanes.index(letak.jalur) == min(letak.urutan or 0, len(lanes)) - 1


@pytest.mark.parametrize("seed", range(24))
def test_every_placement_is_seen_or_told(seed: int) -> None:
    chance = Random(seed)
    peta = chance.choice([peta for peta in body().lintas_fungsi if not any(j.induk for j in peta.jalur)])
    model, peta = changed(peta.id, letak=[random_letak(peta, chance) for _ in range(chance.randint(1, 6))])
    before, plan = drawings(model, peta)
    told = {t.bidang.rsplit("/", 1)[0] if t.bidang.count("/") > 1 else t.bidang for t in unkept(model, peta.id, SCREEN)}
    fields = ("sekolom", "setelah", "baris", "urutan", "sisi", "geser")
    for i, letak in enumerate(peta.letak):
        for field in fields:
            if getattr(letak, field) is not None and f"letak/{i}" not in told:
                assert shown(plan, before, letak, field), (letak, told)


PLACED: list[dict[str, Any]] = [
    {"simpul": "telaah-kegiatan", "setelah": "telaah-belanja"},
    {"simpul": "kembalikan", "baris": 3},
    {"jalur": "camat", "urutan": 1},
    {"alur": "kembalikan--tunggu-perbaikan", "sisi": "bawah"},
]


def _kept_all(model: PetaProsesBisnis, peta: LintasFungsi, but: int | None = None) -> None:
    before, plan = drawings(model, peta)
    for i, letak in enumerate(peta.letak):
        field = next(f for f in ("setelah", "baris", "urutan", "sisi") if getattr(letak, f) is not None)
        assert shown(plan, before, letak, field) is (i != but), letak


def test_placements_hold_and_nothing_is_told() -> None:
    model, peta = changed(WISHED, letak=PLACED)
    _kept_all(model, peta)
    assert unkept(model, WISHED, SCREEN) == ()


def test_placements_outlive_a_step_that_is_added() -> None:
    _, old = changed(WISHED)
    steps, flows = list(old.model_dump()["simpul"]), list(old.model_dump()["alur"])
    steps.insert(3, {"id": "catat", "jenis": "kegiatan", "jalur": "pemerintahan", "nama": "Mencatat rancangan"})
    into = next(a for a in flows if (a["dari"], a["ke"]) == ("terima-pecah", "telaah-kegiatan"))
    flows.append({"id": "catat--telaah", "dari": "catat", "ke": "telaah-kegiatan"})
    flows[flows.index(into)] = {**into, "ke": "catat"}
    model, peta = changed(WISHED, simpul=steps, alur=flows, letak=PLACED)
    _kept_all(model, peta)
    assert unkept(model, WISHED, SCREEN) == ()


def test_placements_outlive_a_step_with_another_name() -> None:
    _, old = changed(WISHED)
    steps = [
        {**s, "nama": "Menelaah semuanya"} if s["id"] == "telaah-kegiatan" else s for s in old.model_dump()["simpul"]
    ]
    model, peta = changed(WISHED, simpul=steps, letak=PLACED)
    _kept_all(model, peta)
    assert unkept(model, WISHED, SCREEN) == ()


def test_a_step_that_is_gone_is_told_and_the_other_placements_hold() -> None:
    _, old = changed(WISHED)
    full = old.model_dump()
    steps = [s for s in full["simpul"] if s["id"] != "telaah-kegiatan"]
    flows = [a for a in full["alur"] if "telaah-kegiatan" not in (a["dari"], a["ke"])]
    model, peta = changed(WISHED, simpul=steps, alur=flows, letak=PLACED)
    _kept_all(model, peta, but=0)
    told = unkept(model, WISHED, SCREEN)
    assert [t.bidang for t in told] == ["letak/0/simpul"]
    assert "“telaah-kegiatan” yang tidak ada" in told[0].pesan


def test_what_only_paper_cannot_hold_is_told_as_such() -> None:
    model, _ = changed(WISHED, letak=[{"simpul": "kirim", "setelah": "simpulkan"}])
    told = unkept(model, WISHED, SCREEN, F4)
    assert len(told) == 1 and "menurut alur" in told[0].pesan and "Hanya di" not in told[0].pesan
    small = replace(F4, width=500.0)
    letak = [{"simpul": "tetap", "sekolom": "tolak"}, {"simpul": "telaah-kegiatan", "sekolom": "telaah-belanja"}]
    model, _ = changed(WISHED, letak=letak)
    on_screen = {t.bidang for t in unkept(model, WISHED, SCREEN)}
    for temuan in unkept(model, WISHED, small):
        assert ("Hanya di kertas; di layar letak ini berlaku." in temuan.pesan) is (temuan.bidang not in on_screen)


def test_the_order_of_lanes_holds_on_paper() -> None:
    model, peta = changed(WISHED, letak=[{"jalur": "camat", "urutan": 1}])
    assert next(w for w in graph_of(model, peta).constraints if isinstance(w, LaneOrder)).lanes[0] == "camat"
    assert unkept(model, WISHED, F4) == ()


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_that_contradict_each_other_the_first_holds(turned: bool) -> None:
    pair = [
        {"simpul": "telaah-kegiatan", "setelah": "telaah-belanja"},
        {"simpul": "telaah-kegiatan", "sekolom": "telaah-belanja"},
    ]
    model, peta = changed(WISHED, letak=pair[::-1] if turned else pair)
    before, plan = drawings(model, peta)
    fields = ("sekolom", "setelah") if turned else ("setelah", "sekolom")
    assert [shown(plan, before, letak, field) for letak, field in zip(peta.letak, fields, strict=True)] == [True, False]
    assert ["bertentangan" in t.pesan for t in unkept(model, WISHED, SCREEN)] == [True]


def test_a_step_that_carries_two_wishes_keeps_both() -> None:
    model, peta = changed(WISHED, letak=[{"simpul": "kembalikan", "baris": 2, "setelah": "simpulkan"}])
    before, plan = drawings(model, peta)
    assert all(shown(plan, before, peta.letak[0], field) for field in ("baris", "setelah"))
    assert unkept(model, WISHED, SCREEN) == ()
