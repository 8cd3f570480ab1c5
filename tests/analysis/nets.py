"""Turns short notations into lintas fungsi: by hand, and by chance as blocks whose longest times are known."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from probis.model import Instansi, LintasFungsi, PetaProsesBisnis

_KINDS = {">": "urut", "<": "kembali", "~": "pesan", "!": "tenggat"}


def step(id: str, waktu: str | None = None, **more: Any) -> dict[str, Any]:
    return {"jenis": "kegiatan", "id": id, "waktu": waktu, **more}


def ask(id: str, waktu: str | None = None) -> dict[str, Any]:
    return {"jenis": "putusan", "id": id, "waktu": waktu}


def gate(id: str, sifat: str = "serentak") -> dict[str, Any]:
    return {"jenis": "gerbang", "id": id, "sifat": sifat}


def wait(id: str, paling_lama: str | None = None, waktu: str | None = None) -> dict[str, Any]:
    return {"jenis": "tunggu", "id": id, "paling_lama": paling_lama, "waktu": waktu}


def call(id: str, target: str, waktu: str | None = None) -> dict[str, Any]:
    return {"jenis": "panggil", "id": id, "lintas_fungsi": target, "waktu": waktu}


def start(id: str = "mulai") -> dict[str, Any]:
    return {"jenis": "mulai", "id": id}


def end(id: str = "sah") -> dict[str, Any]:
    return {"jenis": "selesai", "id": id}


def flow(text: str) -> dict[str, Any]:
    """ "a>b" sequence, "a<b:2" return from a to b at most twice, "a~b" message, "a!b" time-out."""
    sign = next(one for one in text if one in _KINDS)
    dari, _, rest = text.partition(sign)
    ke, _, times = rest.partition(":")
    return {
        "id": f"{dari}--{ke}" if sign == ">" else f"{dari}--{ke}--{_KINDS[sign]}",
        "dari": dari,
        "ke": ke,
        "jenis": _KINDS[sign],
        "paling_banyak": int(times) if times else None,
    }


def peta(nodes: Sequence[dict[str, Any]], flows: str | Sequence[str], **more: Any) -> LintasFungsi:
    """A map of nodes and flows; flows as words: "mulai>a a>sah"."""
    words = flows.split() if isinstance(flows, str) else flows
    made = {"id": "peta", "proses": "peta", "simpul": list(nodes), "alur": [flow(word) for word in words], **more}
    return LintasFungsi.model_validate(made)


def body(*maps: LintasFungsi, **more: Any) -> PetaProsesBisnis:
    instansi = Instansi.model_validate(
        {"id": "badan", "nama": "Badan Uji", "jenis": "badan", "periode": {"awal": 2020, "akhir": 2024}}
    )
    return PetaProsesBisnis(instansi=instansi, lintas_fungsi=maps, **more)


@dataclass(frozen=True)
class Block:
    """A piece of work with one way in and one way out, and its longest time in HK without and with returns."""

    nodes: tuple[dict[str, Any], ...]
    flows: tuple[str, ...]
    first: str
    last: str
    once: int
    returned: int


class _Names:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self, kind: str) -> str:
        self.count += 1
        return f"{kind}{self.count}"


@st.composite
def blocks(draw: st.DrawFn, names: _Names, depth: int, loops: bool) -> Block:
    """Steps, sequences, choices, parallel and inclusive branches, waits, and loops without loops inside."""
    kinds = ["step", "wait"] + (["sequence", "choice", "serentak", "inklusif"] if depth else [])
    kind = draw(st.sampled_from(kinds + (["loop"] if loops and depth else [])))
    if kind == "step":
        name, days = names("kerja-"), draw(st.integers(0, 9))
        return Block((step(name, f"{days} HK"),), (), name, name, days, days)
    if kind == "wait":
        name, late, after, days = names("tunggu-"), names("lewat-"), names("lanjut-"), draw(st.integers(1, 9))
        nodes = (wait(name, f"{days} HK"), step(late, "2 HK"), step(after, "0 HK"))
        return Block(nodes, (f"{name}>{after}", f"{name}!{late}", f"{late}>{after}"), name, after, days + 2, days + 2)
    if kind == "loop":
        inner, name, times = draw(blocks(names, depth - 1, False)), names("ulang-"), draw(st.integers(1, 3))
        # A gateway may not be returned to: it would wait for what came before it as well.
        before = names("awal-")
        flows = (*inner.flows, f"{before}>{inner.first}", f"{inner.last}>{name}", f"{name}<{before}:{times}")
        nodes = (step(before, "0 HK"), *inner.nodes, ask(name))
        return Block(nodes, flows, before, name, inner.once, inner.once * (times + 1))
    parts = [draw(blocks(names, depth - 1, loops)) for _ in range(draw(st.integers(2, 3)))]
    nodes = tuple(node for part in parts for node in part.nodes)
    flows = tuple(word for part in parts for word in part.flows)
    if kind == "sequence":
        flows += tuple(f"{one.last}>{other.first}" for one, other in pairwise(parts))
        once, returned = sum(part.once for part in parts), sum(part.returned for part in parts)
        return Block(nodes, flows, parts[0].first, parts[-1].last, once, returned)
    split, join = names("pecah-"), names("temu-")
    ends = (ask(split), step(join, "0 HK")) if kind == "choice" else (gate(split, kind), gate(join, kind))
    flows += tuple(f"{split}>{part.first}" for part in parts) + tuple(f"{part.last}>{join}" for part in parts)
    once, returned = max(part.once for part in parts), max(part.returned for part in parts)
    return Block((*nodes, *ends), flows, split, join, once, returned)


@st.composite
def structured(draw: st.DrawFn) -> tuple[LintasFungsi, Block]:
    """A map made of blocks, and the block it is."""
    block = draw(blocks(_Names(), draw(st.integers(0, 3)), True))
    made = peta([start(), *block.nodes, end()], [f"mulai>{block.first}", *block.flows, f"{block.last}>sah"])
    return made, block


@st.composite
def tangled(draw: st.DrawFn, returns: int = 2) -> LintasFungsi:
    """A small map without any structure: most are unsound."""
    ids = [f"n{number}" for number in range(draw(st.integers(1, 6)))]
    made = {
        "kegiatan": lambda id: step(id, f"{draw(st.integers(0, 5))} HK"),
        "putusan": ask,
        "serentak": gate,
        "peristiwa": lambda id: gate(id, "peristiwa"),
        "tunggu": lambda id: wait(id, "3 HK"),
    }
    nodes = [made[draw(st.sampled_from(sorted(made)))](one) for one in ids]
    pairs = st.tuples(st.sampled_from(["mulai", *ids]), st.sampled_from([*ids, "sah"]))
    words = {f"{one}>{other}" for one, other in draw(st.lists(pairs, min_size=2, max_size=10))}
    back = st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.integers(1, 2))
    words |= {f"{a}<{b}:{n}" for a, b, n in draw(st.lists(back, max_size=returns, unique_by=lambda one: one[:2]))}
    chain = ["mulai", *ids, "sah"]
    words |= {f"{one}>{other}" for one, other in pairwise(chain) if draw(st.booleans())}
    return peta([start(), *nodes, end()], sorted(words))
