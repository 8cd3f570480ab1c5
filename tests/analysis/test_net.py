"""Soundness: small nets by hand, blocks that must be sound, tangles judged as by a game without shortcuts."""

import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings

from analysis.nets import ask, call, end, gate, peta, start, step, structured, tangled, wait
from probis.analysis import soundness
from probis.analysis._net import alternatives, carrying
from probis.model import Gerbang, LintasFungsi, Mulai, Selesai, SifatGerbang
from strategies import lintas_fungsi

FORK = [start(), gate("pecah"), step("a"), step("b"), gate("temu"), end()]
FORK_FLOWS = "mulai>pecah pecah>a pecah>b a>temu b>temu temu>sah"


def told(one: LintasFungsi) -> list[str]:
    return [f"{problem.alamat.rpartition('/')[2]}: {problem.pesan}" for problem in soundness(one).problems]


def test_a_chain_and_a_fork_are_sound() -> None:
    assert soundness(peta([start(), step("a"), end()], "mulai>a a>sah")).sound
    assert soundness(peta(FORK, FORK_FLOWS)).sound


def test_a_choice_into_a_parallel_join_stands_still() -> None:
    nodes = [start(), ask("tanya"), step("a"), step("b"), gate("temu"), end()]
    made = peta(nodes, "mulai>tanya tanya>a tanya>b a>temu b>temu temu>sah")
    where = "pertemuan cabang sesudah “a” dan “b”"
    assert told(made)[0] == f"temu: Pekerjaan dapat berhenti di {where}: cabang lain yang ditunggu tidak datang."


def test_parallel_branches_without_a_join_end_while_one_still_runs() -> None:
    made = peta([start(), gate("pecah"), step("a"), step("b"), end()], "mulai>pecah pecah>a pecah>b a>sah b>sah")
    assert told(made) == ["sah: Selesai sesudah “a” dan “b” dapat tercapai selagi cabang lain belum tuntas."]


def test_parallel_branches_that_meet_in_a_plain_step_do_it_twice() -> None:
    nodes = [start(), gate("pecah"), step("a"), step("b"), step("c"), end()]
    nodes += [gate("p2"), gate("t2"), step("d"), step("e")]
    made = peta(nodes, "mulai>pecah pecah>a pecah>b a>c b>c c>p2 p2>d p2>e d>t2 e>t2 t2>sah")
    assert told(made) == ["p2: Cabang sesudah “c” dapat dimulai dua kali bersamaan."]


def test_an_end_beside_a_branch_that_still_runs_is_found() -> None:
    nodes = [start(), gate("pecah"), ask("tanya"), step("a"), gate("temu"), end(), end("gugur")]
    made = peta(nodes, "mulai>pecah pecah>tanya pecah>a tanya>gugur tanya>temu a>temu temu>sah")
    said = "Selesai sesudah “tanya” dapat tercapai selagi pertemuan cabang sesudah “tanya” dan “a” belum tuntas."
    assert f"gugur: {said}" in told(made)


def test_plain_exits_of_a_step_run_together() -> None:
    nodes = [start(), step("a"), step("b"), step("c"), end()]
    assert not soundness(peta(nodes, "mulai>a a>b a>c b>sah c>sah")).sound
    joined = [*nodes, gate("temu")]
    assert soundness(peta(joined, "mulai>a a>b a>c b>temu c>temu temu>sah")).sound


def test_a_circle_without_a_way_out_is_found() -> None:
    nodes = [start(), ask("tanya"), step("a"), step("b"), end()]
    found = told(peta(nodes, "mulai>tanya tanya>sah tanya>a a>b b>a"))
    assert len(found) == 1
    assert "berputar tanpa jalan ke selesai" in found[0]


def test_a_step_without_a_way_on_or_never_reached_is_found() -> None:
    nodes = [start(), ask("tanya"), step("a"), step("b"), end()]
    assert told(peta(nodes, "mulai>tanya tanya>a tanya>sah b>sah")) == [
        "a: Sesudah “a” tidak ada alur ke langkah berikutnya.",
        "b: “b” tidak pernah dikerjakan.",
    ]


@pytest.mark.parametrize(
    ("nodes", "words"),
    [([step("a"), end()], "a>sah"), ([start(), start("m2"), end()], "mulai>sah m2>sah"), ([start()], [])],
)
def test_one_start_and_some_end(nodes: list[dict[str, object]], words: str) -> None:
    assert len(soundness(peta(nodes, words)).problems) == 1


def test_a_return_a_time_out_and_a_call_are_sound() -> None:
    nodes = [start(), step("a"), ask("baik"), wait("tunggu", "5 HK"), call("paraf", "lain"), end(), end("gugur")]
    assert soundness(peta(nodes, "mulai>a a>baik baik<a:2 baik>tunggu tunggu>paraf tunggu!gugur paraf>sah")).sound


def test_the_event_that_comes_first_wins() -> None:
    nodes = [start(), gate("mana", "peristiwa"), wait("jawaban"), wait("batas", waktu="3 HK"), end(), end("gugur")]
    assert soundness(peta(nodes, "mulai>mana mana>jawaban mana>batas jawaban>sah batas>gugur")).sound
    joined = [start(), gate("mana", "peristiwa"), wait("jawaban"), wait("batas"), gate("temu"), end()]
    words = "mulai>mana mana>jawaban mana>batas jawaban>temu batas>temu temu>sah"
    assert not soundness(peta(joined, words)).sound


def test_an_inclusive_join_waits_for_what_was_chosen_and_only_for_that() -> None:
    nodes = [start(), gate("pilih", "inklusif"), step("a"), step("b"), step("c"), gate("temu", "inklusif"), end()]
    words = "mulai>pilih pilih>a pilih>b pilih>c a>temu b>temu c>temu temu>sah"
    assert soundness(peta(nodes, words)).sound
    parallel = [gate("temu") if node["id"] == "temu" else node for node in nodes]
    assert not soundness(peta(parallel, words)).sound
    many = [f"s{n}" for n in range(12)]
    wide = [start(), gate("pilih", "inklusif"), *map(step, many), gate("temu", "inklusif"), end()]
    both = [word for one in many for word in (f"pilih>{one}", f"{one}>temu")]
    assert soundness(peta(wide, ["mulai>pilih", *both, "temu>sah"])).sound


MESSAGE = [start(), step("minta"), wait("tunggu", "5 HK"), step("jawab"), end()]


def test_a_party_works_by_message_beside_the_sequence() -> None:
    assert soundness(peta(MESSAGE, "mulai>minta minta>tunggu minta~jawab jawab~tunggu tunggu>sah")).sound


def test_what_a_message_starts_must_be_sent_and_awaited() -> None:
    never = ["jawab: “jawab” tidak pernah dikerjakan."]
    assert told(peta(MESSAGE, "mulai>minta minta>tunggu jawab~tunggu tunggu>sah")) == never
    assert told(peta(MESSAGE, "mulai>minta minta>tunggu minta~jawab tunggu>sah")) == never


def test_a_message_carries_the_work_where_nothing_else_leaves() -> None:
    assert soundness(
        peta([start(), step("ajukan"), step("terima"), end()], "mulai>ajukan ajukan~terima terima>sah")
    ).sound


def test_a_map_too_large_to_play_out_says_so() -> None:
    branches = [f"b{n}" for n in range(12)]
    nodes, words = [start(), gate("pecah"), gate("temu"), end()], ["mulai>pecah", "temu>sah"]
    for one in branches:
        nodes += [gate(f"{one}-p"), step(f"{one}-x"), step(f"{one}-y"), gate(f"{one}-t")]
        words += [f"pecah>{one}-p", f"{one}-p>{one}-x", f"{one}-p>{one}-y", f"{one}-x>{one}-t", f"{one}-y>{one}-t"]
        words += [f"{one}-t>temu"]
    found = soundness(peta(nodes, words), limit=500)
    assert not found.complete
    assert not found.sound
    assert [problem.pesan for problem in found.problems] == [
        "Peta ini terlalu besar untuk diperiksa tuntas: lebih dari 500 keadaan."
    ]


@given(structured())
@settings(deadline=None)
def test_blocks_are_sound(drawn: tuple[LintasFungsi, object]) -> None:
    problems = soundness(drawn[0]).problems
    assume(not any("terlalu besar" in problem.pesan for problem in problems))  # told above; says nothing of soundness
    assert problems == ()


def _naive(one: LintasFungsi) -> bool:
    """Soundness by a game over sets of flows, node by node, nothing fused."""
    flows = carrying(one)
    enters = {s.id: [a.id for a in flows if a.ke == s.id] for s in one.simpul}
    leaves = {s.id: alternatives(s, [a for a in flows if a.dari == s.id]) for s in one.simpul}
    fired: set[str] = {"mulai"}
    after: dict[frozenset[str], set[frozenset[str]]] = {}

    def moves(marking: frozenset[str]) -> Iterator[frozenset[str] | None]:
        for simpul in one.simpul:
            together = isinstance(simpul, Gerbang) and simpul.sifat is SifatGerbang.SERENTAK
            ways = [set(enters[simpul.id])] if together and enters[simpul.id] else [{e} for e in enters[simpul.id]]
            for way in ways:
                if isinstance(simpul, Mulai) or not way <= marking:
                    continue
                rest = marking - way
                if isinstance(simpul, Selesai):
                    fired.add(simpul.id)
                    yield None if rest else frozenset()
                    continue
                for given_ in leaves[simpul.id]:
                    fired.add(simpul.id)
                    ids = {alur.id for alur in given_}
                    yield None if rest & ids else rest | ids

    todo = [frozenset(a.id for a in flows if a.dari == "mulai")]
    while todo:
        marking = todo.pop()
        if marking not in after:
            after[marking] = set()
            for following in moves(marking):
                if following is None:
                    return False
                after[marking].add(following)
                todo.append(following)
    over, before = {frozenset[str]()}, {m: others for m, others in after.items() if m}
    while more := {m for m, others in before.items() if others & over}:
        over |= more
        before = {m: others for m, others in before.items() if m not in more}
    return set(after) <= over and fired == {simpul.id for simpul in one.simpul} and bool(after.keys() & over)


@given(tangled())
@settings(max_examples=300, deadline=None)
def test_tangles_are_judged_as_by_a_game_without_shortcuts(made: LintasFungsi) -> None:
    found = soundness(made)
    assert found.complete
    assert found.sound == _naive(made), found.problems


def _replayed(one: LintasFungsi, jalan: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The flows with work on them (one as often as it holds some) after these nodes happened, whatever they chose."""
    flows = carrying(one)
    reached = {tuple(sorted(a.id for a in flows if a.dari == jalan[0]))}
    for node in jalan[1:]:
        simpul = one.cari_simpul(node)
        assert simpul is not None
        enters = [a.id for a in flows if a.ke == node]
        together = isinstance(simpul, Gerbang) and simpul.sifat is SifatGerbang.SERENTAK
        after: set[tuple[str, ...]] = set()
        for marking in reached:
            for way in [enters] if together else [[enter] for enter in enters]:
                left = list(marking)
                if all(flow in left and not left.remove(flow) for flow in way):  # type: ignore[func-returns-value]
                    chosen = alternatives(simpul, [a for a in flows if a.dari == node]) or [()]
                    after |= {tuple(sorted([*left, *(a.id for a in given_)])) for given_ in chosen}
        reached = after
    return reached


@given(tangled())
@settings(max_examples=300, deadline=None)
def test_the_run_to_a_problem_can_be_played_and_ends_there(made: LintasFungsi) -> None:
    for problem in soundness(made).problems:
        node = problem.alamat.rpartition("/")[2]
        if not problem.jalan:
            assert "tidak pernah" in problem.pesan or node in (made.id, "mulai")
            continue
        assert (problem.jalan[0], problem.jalan[-1]) == ("mulai", node)
        door = {alur.id for alur in carrying(made) if alur.ke == node}
        at_door = [[flow for flow in marking if flow in door] for marking in _replayed(made, problem.jalan[:-1])]
        assert max(map(len, at_door), default=0) >= (2 if "dua kali" in problem.pesan else 1)
        if "belum tuntas" in problem.pesan:
            assert any(_replayed(made, problem.jalan))
            assert any(len(marking) > 1 for marking in _replayed(made, problem.jalan[:-1]))


@given(lintas_fungsi())
@settings(deadline=None)
def test_no_map_whatever_breaks_it(made: LintasFungsi) -> None:
    found = soundness(made, limit=300)
    assert all(problem.alamat.startswith(f"lintas-fungsi/{made.id}") for problem in found.problems)
    assert found.sound or found.problems


def _wide(blocks: int) -> LintasFungsi:
    """Blocks one after the other, each of four branches of six steps."""
    nodes, words, last = [start()], [], "mulai"
    for b in range(blocks):
        nodes += [gate(f"p{b}"), gate(f"t{b}")]
        words.append(f"{last}>p{b}")
        for branch in range(4):
            chain = [f"p{b}", *(f"s{b}-{branch}-{k}" for k in range(6)), f"t{b}"]
            nodes += [step(one, "1 HK") for one in chain[1:-1]]
            words += [f"{one}>{other}" for one, other in pairwise(chain)]
        last = f"t{b}"
    return peta([*nodes, end()], [*words, f"{last}>sah"])


def test_markings_and_time_grow_with_the_steps_not_with_their_interleavings() -> None:
    small, large = _wide(4), _wide(19)
    assert soundness(large).sound
    assert soundness(large).markings <= 6 * soundness(small).markings
    begin = time.process_time()
    soundness(large)
    assert time.process_time() - begin < 2
