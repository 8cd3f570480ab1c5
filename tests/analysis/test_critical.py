"""Critical path: small nets reckoned by hand, blocks reckoned as they are built, walks counted one by one."""

import time
from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings

import bodies
from analysis.nets import Block, ask, body, call, end, gate, peta, start, step, structured, tangled, wait
from probis.analysis import CriticalPath, Elapsed, critical_paths
from probis.analysis import _critical as critical
from probis.interchange import yaml
from probis.model import JenisAlur, Kegiatan, LintasFungsi, Tunggu
from strategies import lintas_fungsi

DAY = date(2020, 8, 14)


def found(one: LintasFungsi, *others: LintasFungsi) -> CriticalPath:
    return critical_paths(body(one, *others), DAY)[one.id]


def longest(one: LintasFungsi, *others: LintasFungsi) -> tuple[Fraction, Fraction]:
    elapsed = found(one, *others).longest
    assert elapsed is not None
    return elapsed.once, elapsed.returned


def test_a_chain_adds_hours_and_days_exactly() -> None:
    nodes = [start(), step("a", "5 jam"), step("b", "150 menit"), step("c", "1–2 HK"), end()]
    assert longest(peta(nodes, "mulai>a a>b b>c c>sah")) == (3, 3)


@pytest.mark.parametrize("kind", ["serentak", "inklusif", "peristiwa"])
def test_branches_count_by_the_longest(kind: str) -> None:
    nodes = [start(), gate("pecah", kind), step("a", "2 HK"), step("b", "5 HK"), gate("temu", kind), step("c", "1 HK")]
    made = peta([*nodes, end()], "mulai>pecah pecah>a pecah>b a>temu b>temu temu>c c>sah")
    assert longest(made) == (6, 6)
    assert found(made).path == ("mulai", "pecah", "b", "temu", "c", "sah")


def test_each_end_has_its_own_time() -> None:
    nodes = [start(), step("a", "2 HK"), ask("baik", "1 HK"), step("b", "4 HK"), end(), end("gugur")]
    ends = found(peta(nodes, "mulai>a a>baik baik>b b>sah baik>gugur")).ends
    assert {name: elapsed.once for name, elapsed in ends.items()} == {"sah": 7, "gugur": 3}


def test_a_return_is_taken_as_often_as_it_may_be() -> None:
    nodes = [start(), step("a", "2 HK"), step("b", "3 HK"), ask("baik"), step("c", "1 HK"), end()]
    words = "mulai>a a>b b>baik baik<{}:{} baik>c c>sah"
    assert longest(peta(nodes, words.format("a", 2))) == (6, 6 + 2 * 5)
    assert longest(peta(nodes, words.format("b", 3))) == (6, 6 + 3 * 3)


def test_a_return_to_work_that_only_returns_reach_counts_that_work() -> None:
    nodes = [start(), step("a", "2 HK"), ask("baik"), step("mendandani", "4 HK"), end()]
    made = peta(nodes, "mulai>a a>baik baik<mendandani:2 mendandani>a baik>sah")
    assert longest(made) == (2, 2 + 2 * 6)
    assert "mendandani" not in found(made).reached


def test_returns_in_branches_that_run_together_do_not_add_up() -> None:
    nodes = [start(), gate("pecah"), gate("temu"), end()]
    for one, days in (("a", 2), ("b", 3)):
        nodes += [step(one, f"{days} HK"), ask(f"{one}-baik")]
    words = "mulai>pecah pecah>a pecah>b a>a-baik b>b-baik a-baik<a:4 b-baik<b:1 a-baik>temu b-baik>temu temu>sah"
    assert longest(peta(nodes, words)) == (3, max(2 * 5, 3 * 2))


def test_a_return_without_a_limit_counts_once_and_is_named() -> None:
    nodes = [start(), step("a", "2 HK"), ask("baik"), end()]
    made = found(peta(nodes, "mulai>a a>baik baik<a baik>sah"))
    assert made.longest == Elapsed(Fraction(2), Fraction(4))
    assert made.unlimited == ("baik--a--kembali",)
    unmarked = found(peta(nodes, "mulai>a a>baik baik>a baik>sah"))
    assert unmarked.longest == made.longest
    assert unmarked.unlimited == ("baik--a",)


def test_a_wait_lasts_as_long_as_it_may() -> None:
    nodes = [start(), wait("jawaban", "10 HK", "2 HK"), step("lewat", "3 HK"), end()]
    assert longest(peta(nodes, "mulai>jawaban jawaban>sah jawaban!lewat lewat>sah")) == (13, 13)
    assert longest(peta([start(), wait("triwulan", None, "4 HK"), end()], "mulai>triwulan triwulan>sah")) == (4, 4)


def test_a_wait_without_a_limit_lasts_as_long_as_the_party_works() -> None:
    nodes = [start(), step("minta", "1 HK"), wait("tunggu"), step("jawab", "6 HK"), step("b", "2 HK"), end()]
    words = "mulai>minta minta>{} minta~jawab jawab~tunggu tunggu>sah"
    assert longest(peta(nodes, words.format("tunggu"))) == (7, 7)
    limited = [wait("tunggu", "3 HK") if node["id"] == "tunggu" else node for node in nodes]
    assert longest(peta(limited, words.format("tunggu"))) == (4, 4)
    silent = found(peta([start(), wait("tunggu"), end()], "mulai>tunggu tunggu>sah"))
    assert silent.unknown == ("tunggu",)


def test_a_message_back_is_no_repetition() -> None:
    nodes = [start(), step("a", "1 HK"), step("b", "2 HK"), end()]
    made = found(peta(nodes, "mulai>a a>b b>sah b~a"))
    assert made.longest == Elapsed(Fraction(3), Fraction(3))
    assert made.unlimited == ()


def test_a_call_takes_what_it_calls() -> None:
    below = peta([start(), step("a", "4 HK"), ask("baik"), end()], "mulai>a a>baik baik<a:1 baik>sah", id="bawah")
    above = peta([start(), step("b", "1 HK"), call("c", "bawah", "2 HK"), end()], "mulai>b b>c c>sah", id="atas")
    assert longest(above, below) == (5, 9)
    assert found(above, below).short_calls == ("c",)
    assert longest(above) == (3, 3)


def test_unknown_times_below_a_call_are_unknown_above() -> None:
    below = peta([start(), step("a"), step("b", "1 HK"), end()], "mulai>a a>b b>sah", id="bawah")
    above = peta([start(), call("c", "bawah"), step("d"), end()], "mulai>c c>d d>sah", id="atas")
    assert found(above, below).unknown == ("c", "d")
    assert found(above, below).longest == Elapsed(Fraction(1), Fraction(1))


def test_calls_in_a_circle_take_their_own_time() -> None:
    words = "mulai>c c>d d>sah"
    one = peta([start(), call("c", "dua", "3 HK"), step("d", "1 HK"), end()], words, id="satu")
    two = peta([start(), call("c", "satu"), step("d", "2 HK"), end()], words, id="dua")
    self_calling = peta([start(), call("c", "tiga", "7 HK"), end()], "mulai>c c>sah", id="tiga")
    above = peta([start(), call("c", "satu"), end()], "mulai>c c>sah", id="empat")
    paths = critical_paths(body(one, two, self_calling, above), DAY)
    once = {name: path.longest.once for name, path in paths.items() if path.longest is not None}
    assert once == {"satu": 4, "dua": 2, "tiga": 7, "empat": 4}
    assert paths["dua"].unknown == ("c",)


def test_a_map_without_an_end_has_no_time() -> None:
    made = found(peta([start(), step("a", "1 HK")], "mulai>a"))
    assert made.longest is None
    assert made.path == ()
    assert found(peta([step("a", "1 HK"), end()], "a>sah")).longest is None


def test_steps_that_lead_nowhere_or_are_not_reached_do_not_make_the_time_unknown() -> None:
    nodes = [start(), step("a", "1 HK"), step("buntu"), step("jauh"), ask("baik"), end()]
    assert found(peta(nodes, "mulai>baik baik>a baik>buntu a>sah jauh>sah")).unknown == ()


@given(structured())
@settings(deadline=None)
def test_blocks_take_what_their_parts_take(drawn: tuple[LintasFungsi, Block]) -> None:
    made, block = drawn
    assert longest(made) == (block.once, block.returned)
    path = found(made).path
    days = {s.id: s.waktu for s in made.simpul if isinstance(s, Kegiatan)}
    days |= {s.id: s.paling_lama for s in made.simpul if isinstance(s, Tunggu)}
    assert sum(span.terlama for one in path if (span := days.get(one)) is not None) == block.once


def _every_walk(made: LintasFungsi) -> int | None:
    """The longest of all walks that take each return so often, one by one."""
    weight = {s.id: int(s.waktu.terlama) if isinstance(s, Kegiatan) and s.waktu else 0 for s in made.simpul}
    weight |= {s.id: 3 for s in made.simpul if isinstance(s, Tunggu)}
    best: list[int] = []

    def walk(here: str, spent: dict[str, int], days: int) -> None:
        days += weight[here]
        if here == "sah":
            best.append(days)
        for alur in made.keluar(here):
            if alur.jenis is not JenisAlur.KEMBALI:
                walk(alur.ke, spent, days)
            elif spent.get(alur.id, 0) < (alur.paling_banyak or 1):
                walk(alur.ke, {**spent, alur.id: spent.get(alur.id, 0) + 1}, days)

    walk("mulai", {}, 0)
    return max(best, default=None)


def _forward(made: LintasFungsi) -> LintasFungsi:
    """The map with its sequence flows turned so that they lead on; circles marked as returns stay."""
    place = {simpul.id: number for number, simpul in enumerate(made.simpul)}
    kept = [a for a in made.alur if a.jenis is JenisAlur.KEMBALI or place[a.dari] < place[a.ke]]
    return made.model_copy(update={"alur": tuple(kept)})


@given(tangled())
@settings(max_examples=200, deadline=None)
def test_the_time_with_returns_is_that_of_the_longest_walk(drawn: LintasFungsi) -> None:
    made = _forward(drawn)
    elapsed = found(made).longest
    walked = _every_walk(made)
    if elapsed is None:
        # Where only returns lead on to the end, there is no time without them.
        assert walked is None or "sah" not in found(made).reached
        return
    assert elapsed.returned == walked
    assert elapsed.returned >= elapsed.once


@given(tangled(returns=3))
@settings(max_examples=200, deadline=None)
def test_where_there_are_too_many_ways_the_time_is_bounded_from_above(drawn: LintasFungsi) -> None:
    exact = found(drawn)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(critical, "_WORK_LIMIT", 0)
        bound = found(drawn)
    assert exact.exact
    assert not bound.exact
    for node, elapsed in exact.reached.items():
        assert bound.reached[node].once == elapsed.once
        assert bound.reached[node].returned >= elapsed.returned


def test_the_bound_of_a_single_return_is_exact() -> None:
    nodes = [start(), step("a", "2 HK"), ask("baik"), step("c", "1 HK"), end()]
    made = peta(nodes, "mulai>a a>baik baik<a:9 baik>c c>sah")
    exact = longest(made)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(critical, "_WORK_LIMIT", 0)
        assert longest(made) == exact == (3, 21)


@given(lintas_fungsi())
@settings(deadline=None)
def test_no_map_whatever_breaks_it(made: LintasFungsi) -> None:
    path = found(made)
    for elapsed in path.reached.values():
        assert elapsed.returned >= elapsed.once >= 0


def _seconds(size: int) -> float:
    model = yaml.read(bodies.body(size)).nilai
    assert model is not None
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        critical_paths(model, DAY)
        best = min(best, time.process_time() - begin)
    return best


def test_time_grows_with_the_body() -> None:
    assert _seconds(40) < 10 * _seconds(10) + 0.05


def test_a_long_chain_needs_no_deep_stack() -> None:
    names = [f"s{n}" for n in range(3000)]
    flows = ["mulai>s0", *(f"{a}>{b}" for a, b in pairwise(names)), "s2999>sah"]
    assert longest(peta([start(), *(step(one, "1 HK") for one in names), end()], flows)) == (3000, 3000)
