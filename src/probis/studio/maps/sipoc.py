"""Processes to their rows of SIPOC: who supplies what, who gets what, how they relate, each process once."""

from collections.abc import Iterable
from dataclasses import dataclass

from probis.model import Aliran, PetaProsesBisnis, Proses
from probis.studio.body.addresses import href
from probis.studio.body.opened import Opened


@dataclass(frozen=True, slots=True)
class Given:
    """One product that is handed over; `usulan` where nobody has confirmed it."""

    anchor: str
    name: str
    usulan: bool


@dataclass(frozen=True, slots=True)
class Other:
    """A supplier or customer with all that passes; `path` leads to it where it is a process."""

    name: str
    path: str
    products: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How the process relates to another: a sentence and the numbers of what explains it."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class SipocRow:
    """One process; `explained` names the numbers of the explanations that speak of its flows and relations."""

    anchor: str
    title: str
    path: str
    suppliers: tuple[Other, ...]
    customers: tuple[Other, ...]
    relations: tuple[Relation, ...]
    explained: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Sipoc:
    """The rows, and whether all of their products are proposals, so that it need not be said at each, or some."""

    rows: tuple[SipocRow, ...]
    all_usulan: bool
    some_usulan: bool

    @property
    def anchors(self) -> frozenset[str]:
        """The addresses that can be led to."""
        return frozenset(row.anchor for row in self.rows)


_WORDS = {
    "dasar": "menjadi dasar bagi",
    "pengaruh": "memengaruhi",
    "bagian_dari": "bagian dari",
    "pengendalian": "mengendalikan",
    "koordinasi": "berkoordinasi dengan",
}


def sipoc(opened: Opened, processes: Iterable[Proses]) -> Sipoc:
    """Return the SIPOC of these processes; a flow is given once, at each process that it enters or leaves."""
    seen: set[str] = set()
    rows = tuple(_row(opened, proses, seen) for proses in processes)
    given = [g for row in rows for other in (*row.suppliers, *row.customers) for g in other.products]
    every = bool(given) and all(g.usulan for g in given)
    return Sipoc(rows, every, not every and any(g.usulan for g in given))


def _row(opened: Opened, proses: Proses, seen: set[str]) -> SipocRow:
    model = opened.model
    enters, leaves = model.masukan(proses.id), model.keluaran(proses.id)
    relations = tuple(h for h in model.hubungan if h.dari in model.cakupan(proses.id))
    about = {each.id for each in (*enters, *leaves, *relations)}
    explained = tuple((p.nomor, f"{opened.base}#penjelasan/{p.id}") for p in model.penjelasan if about & set(p.tentang))
    return SipocRow(
        anchor=f"proses/{proses.id}",
        title=f"{proses.kode} {proses.nama}".strip(),
        path=href(model, opened.base, f"proses/{proses.id}"),
        suppliers=_others(opened, [(a, a.dari) for a in enters], seen),
        customers=_others(opened, [(a, a.ke) for a in leaves], seen),
        relations=tuple(Relation(f"hubungan/{h.id}", f"{_WORDS[h.jenis]} {_called(model, h.ke)}") for h in relations),
        explained=explained,
    )


def _others(opened: Opened, flows: list[tuple[Aliran, str | None]], seen: set[str]) -> tuple[Other, ...]:
    model = opened.model
    grouped: dict[str | None, list[Given]] = {}
    for aliran, other in flows:
        alamat = f"aliran/{aliran.id}"
        anchor = "" if alamat in seen else alamat
        seen.add(alamat)
        grouped.setdefault(other, []).append(Given(anchor, model.nama_produk(aliran.produk), aliran.usulan()))
    return tuple(
        Other(
            _called(model, other),
            href(model, opened.base, f"proses/{other}") if other and model.cari_proses(other) else "",
            tuple(products),
        )
        for other, products in grouped.items()
    )


def _called(model: PetaProsesBisnis, id: str | None) -> str:
    if id is None:
        return "Belum diketahui"
    proses = model.cari_proses(id)
    return f"{proses.kode} {proses.nama}".strip() if proses is not None else model.sebutan(id)
