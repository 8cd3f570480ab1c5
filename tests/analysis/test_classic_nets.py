"""The nets of the literature on soundness, and the mistakes that people draw, judged as their authors judge them.

Sources: A98 van der Aalst, The Application of Petri Nets to Workflow Management (1998); SO00 Sadiq and Orlowska,
Analyzing Process Models Using Graph Reduction Techniques (2000); AHV02 van der Aalst, Hirnschall and Verbeek, An
Alternative Way to Analyze Workflow Graphs (2002); KHA03 Kiepuszewski, ter Hofstede and van der Aalst, Fundamentals of
Control Flow in Workflows (2003); K06 Kindler, On the Semantics of EPCs: Resolving the Vicious Circle (2006); KV07
Koehler and Vanhatalo, Process Anti-Patterns (2007); F09 Fahland and others, Instantaneous Soundness Checking (2009);
A11 van der Aalst and others, Soundness of Workflow Nets (2011); BPMN the specification 2.0.2, chapter 13.
"""

from typing import Any

import pytest

from analysis.nets import ask, call, end, gate, peta, start, step, wait
from probis.analysis import along, soundness

_SIGNS = {"?": "pilih-", "+": "palang-", "%": "inklusif-", "*": "mana-", "@": "tunggu-", "=": "panggil-", "#": "akhir-"}
_MADE: dict[str, Any] = {
    "pilih": ask,
    "palang": gate,
    "inklusif": lambda one: gate(one, "inklusif"),
    "mana": lambda one: gate(one, "peristiwa"),
    "tunggu": lambda one: wait(one, "5 HK"),
    "panggil": lambda one: call(one, "lain"),
    "akhir": end,
}


def spelt(words: str) -> str:
    """Signs before names to ids: "+t" is the parallel gateway "palang-t"."""
    return words.translate(str.maketrans(_SIGNS))


def drawn(words: str) -> Any:
    """A map of its flows alone; the sign before a name tells its kind, a step has none."""
    flows = spelt(words).split()
    names = dict.fromkeys(name for flow in flows for name in _ends(flow))
    nodes = [start(), *(_MADE.get(name.partition("-")[0], step)(name) for name in names if name != "mulai")]
    return peta(nodes, flows)


def _ends(word: str) -> tuple[str, str]:
    sign = next(one for one in word if one in "><~!")
    one, _, other = word.partition(sign)
    return one, other.partition(":")[0]


SOUND = {
    "A98: complaints, handled in parallel with a questionnaire that may time out": (
        "mulai>register register>+p +p>kirim +p>?menilai kirim>@balas @balas>catat @balas!lewat catat>?k lewat>?k "
        "?k>+t ?menilai>olah ?menilai>tanpa olah>?cek ?cek<olah:3 ?cek>hasil tanpa>hasil hasil>+t +t>arsip arsip>#sah"
    ),
    "A11: sequence, choice, parallel and loop, nested in each other": (
        "mulai>a a>?x ?x>+p ?x>e +p>b +p>?y ?y>c ?y>d c>m d>m b>+t m>+t +t>f e>f f>?z ?z<a:2 ?z>#sah"
    ),
    "KHA03: a loop with two ways out, as no block has": "mulai>a a>?x ?x>b ?x>#satu b>?y ?y<a:2 ?y>#dua",
    "KHA03: overlapping parallel branches, sound though not structured": (
        "mulai>+p +p>a +p>b a>+q b>+t +q>+t +q>c +t>d c>+u d>+u +u>#sah"
    ),
    "AHV02: choices overlap without a block": "mulai>?a ?a>b ?a>?c ?c>b ?c>d b>e d>e e>#sah",
    "AHV02: a parallel branch split again, joined across": (
        "mulai>+a +a>+b +a>c +b>d +b>e c>+f d>+f +f>g e>+h g>+h +h>#sah"
    ),
    "BPMN: the event that comes first, joined without a bar": "mulai>*e *e>@a *e>@b @a>c @b>c c>#sah",
    "BPMN: an inclusive split and its join": "mulai>%p %p>a %p>b %p>c a>%j b>%j c>%j %j>#sah",
    "BPMN: an inclusive join of parallel branches": "mulai>+p +p>a +p>b a>%j b>%j %j>#sah",
    "BPMN: an inclusive join of a choice": "mulai>?x ?x>a ?x>b a>%j b>%j %j>#sah",
    "BPMN: an inclusive join waits for a branch with a loop": ("mulai>+p +p>a +p>b b>?x ?x<b:3 ?x>%j a>%j %j>#sah"),
    "BPMN: an inclusive block within a branch of a parallel one": (
        "mulai>+p +p>a +p>%p %p>b %p>c b>%j c>%j a>+t %j>+t +t>#sah"
    ),
    "BPMN: a limit on a wait leads to an end of its own": "mulai>@a @a>b @a!c b>#sah c>#gugur",
    "BPMN: a called process": "mulai>=a =a>#sah",
    "F09: a terminating choice inside a loop": "mulai>a a>?x ?x>b ?x>c b>?y c>?y ?y<a:1 ?y>#sah",
}

# What is wrong, at which node, and a run to it: None where nothing leads there.
UNSOUND = {
    "SO00: deadlock, a choice joined by a bar": (
        "mulai>?x ?x>a ?x>b a>+t b>+t +t>#sah",
        ("+t", "berhenti", "mulai ?x a +t"),
    ),
    "SO00: lack of synchronisation, branches joined without a bar": (
        "mulai>+p +p>a +p>b a>c b>c c>?x ?x>d ?x>e d>#sah e>#gugur",
        ("?x", "dua kali", "mulai +p a c b c ?x"),
    ),
    "A98: improper completion, an end beside a running branch": (
        "mulai>+p +p>a +p>b a>#satu b>#dua",
        ("#satu", "belum tuntas", "mulai +p a #satu"),
    ),
    "A98: a token left over when a branch may be skipped": (
        "mulai>+p +p>a +p>?x ?x>b ?x>#lewat a>+t b>+t +t>#sah",
        ("#lewat", "belum tuntas", "mulai +p ?x #lewat"),
    ),
    "A98: a dead task, nothing enters it from the start": (
        "mulai>a a>#sah b>c c>#lain",
        ("b", "tidak pernah", None),
    ),
    "A11: dead behind a bar that waits for an alternative": (
        "mulai>?x ?x>a ?x>b a>+t b>+t ?x>c c>#sah +t>d d>#sah",
        ("+t", "berhenti", "mulai ?x a +t"),
    ),
    "A11: livelock, a circle that nothing leaves": (
        "mulai>a a>?x ?x>#sah ?x>b b>c c>b",
        ("b", "berputar", "mulai a ?x b"),
    ),
    "A11: unbounded, each turn of a loop starts another branch": (
        "mulai>a a>+p +p>b +p>?x ?x<a ?x>+t b>+t +t>#sah",
        ("+t", "dua kali", "mulai a +p ?x a +p b b +t"),
    ),
    "AHV02: a bar that gets a choice on one side": (
        "mulai>+p +p>?x +p>a ?x>b ?x>c b>+t a>+t +t>d c>d d>#sah",
        ("#sah", "belum tuntas", "mulai +p ?x c d #sah"),
    ),
    "KHA03: a return out of a parallel branch": (
        "mulai>a a>+p +p>b +p>?x ?x<a:1 ?x>c b>+t c>+t +t>#sah",
        ("+t", "dua kali", "mulai a +p ?x a +p b b +t"),
    ),
    "KHA03: a jump into a parallel branch": (
        "mulai>?x ?x>+p ?x>b +p>a +p>b a>+t b>+t +t>#sah",
        ("+t", "berhenti", "mulai ?x b +t"),
    ),
    "K06: the vicious circle, two inclusive joins that wait for each other": (
        "mulai>+p +p>%a +p>%b %a>+c %b>+d +c>%b +d>%a +c>e +d>f e>+t f>+t +t>#sah",
        ("%a", "berhenti", "mulai +p %a"),
    ),
    "KV07: exits of a step taken for a choice run together": (
        "mulai>a a>b a>c b>d c>d d>#sah",
        ("#sah", "belum tuntas", "mulai a b d c d #sah"),
    ),
    "KV07: a backward flow into a bar": (
        "mulai>+t +t>a a>?x ?x>+t ?x>#sah",
        ("+t", "berhenti", "mulai +t"),
    ),
    "KV07: a bar for a loop's way back": (
        "mulai>a a>+p +p>b +p<a:2 b>#sah",
        ("#sah", "cabang sesudah “a” belum tuntas", "mulai a +p b #sah"),
    ),
    "KV07: a dangling branch": (
        "mulai>+p +p>a +p>b a>#sah",
        ("b", "tidak ada alur", "mulai +p b"),
    ),
    "F09: a join across two choices that need not agree": (
        "mulai>+p +p>?x +p>?y ?x>a ?x>b ?y>c ?y>d a>+t c>+t b>+u d>+u +t>e +u>e e>#sah",
        (None, "berhenti", None),
    ),
    "F09: nested, the inner choice joined by the outer bar": (
        "mulai>+p +p>a +p>?x ?x>b ?x>c a>+t b>+t c>+t +t>#sah",
        ("+t", "berhenti", None),
    ),
    "BPMN: an inclusive split joined by a bar": (
        "mulai>%p %p>a %p>b a>+t b>+t +t>#sah",
        ("+t", "berhenti", "mulai %p a +t"),
    ),
    "BPMN: an inclusive split joined without a bar": (
        "mulai>%p %p>a %p>b a>c b>c c>?x ?x>#sah ?x>#gugur",
        ("?x", "dua kali", "mulai %p a c b c ?x"),
    ),
    "BPMN: the event that comes first, joined by a bar": (
        "mulai>*e *e>@a *e>@b @a>+t @b>+t +t>#sah",
        ("+t", "berhenti", "mulai *e @a +t"),
    ),
    "BPMN: a wait and its limit joined by a bar": (
        "mulai>@a @a>b @a!c b>+t c>+t +t>#sah",
        ("+t", "berhenti", "mulai @a b +t"),
    ),
    "BPMN: a limit within a branch ends it all": (
        "mulai>+p +p>@a +p>b @a>+t @a!c c>#gugur b>+t +t>#sah",
        ("#gugur", "belum tuntas", "mulai +p @a c #gugur"),
    ),
}


@pytest.mark.parametrize("words", SOUND.values(), ids=SOUND.keys())
def test_sound(words: str) -> None:
    found = soundness(drawn(words))
    assert found.problems == ()
    assert found.complete


@pytest.mark.parametrize(("words", "wrong"), UNSOUND.values(), ids=UNSOUND.keys())
def test_unsound(words: str, wrong: tuple[str | None, str, str | None]) -> None:
    node, word, run = wrong
    made = drawn(words)
    found = soundness(made)
    assert found.complete
    told = [
        one for one in found.problems if word in one.pesan and (node is None or one.alamat.endswith("/" + spelt(node)))
    ]
    assert told, found.problems
    if run is not None:
        assert told[0].jalan == tuple(spelt(run).split())
    for one in told:
        flows = along(made, one.jalan)
        assert {end for flow in flows for end in (flow.dari, flow.ke)} >= set(one.jalan[1:])
