"""One lintas fungsi to the questions that its process owner can answer: what is said of each step, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from probis.model import Gerbang, JenisSumber, LintasFungsi, Putusan, SimpulApaPun, Sumber, Unsur

BIDANG: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "langkah": ("nama", "tindakan", "lintas_fungsi", "sifat"),
        "pelaksana": ("jalur", "pelaksana", "bersama"),
        "pakai": ("pakai", "produk", "pihak"),
        "waktu": ("waktu",),
        "beban": ("beban",),
        "tenggat": ("tenggat",),
        "paling_lama": ("paling_lama",),
        "hasil": ("hasil",),
        "lanjut": ("alur",),
    }
)
"""What is asked of a step, in this order, and which fields an answer speaks of; `alur` are its exits."""

BIDANG_PETA = ("proses", "volume", "batas")
"""What is asked of the lintas fungsi itself."""


@dataclass(frozen=True, slots=True)
class Pertanyaan:
    """Pertanyaan (question) about one part of a step (`unsur` is its id), of a lane ("jalur/<id>") or, with an empty
    `unsur`, of the lintas fungsi.

    `kolom` are the fields that it speaks of, `sumber` what they rest on: the first proposal among them, if any is one.
    """

    unsur: str
    bidang: str
    kolom: tuple[str, ...]
    sumber: Sumber | None

    @property
    def kunci(self) -> str:
        """The stable name by which it is answered: "periksa#waktu", "#volume"."""
        return f"{self.unsur}#{self.bidang}"

    @property
    def usulan(self) -> bool:
        """Whether nobody has confirmed it yet."""
        return self.sumber is not None and self.sumber.jenis is JenisSumber.USULAN


def pertanyaan(peta: LintasFungsi) -> tuple[Pertanyaan, ...]:
    """Return all questions about a lintas fungsi, also those that are answered: of itself, its lanes, each step."""
    made = [Pertanyaan("", name, (name,), peta.sumber_bidang(name)) for name in BIDANG_PETA if _held(peta, name)]
    made += [Pertanyaan(f"jalur/{j.id}", "jalur", ("pelaku",), s) for j in peta.jalur if (s := _own(j)) is not None]
    for simpul in peta.simpul:
        made += _of_step(peta, simpul)
    return tuple(made)


def _of_step(peta: LintasFungsi, simpul: SimpulApaPun) -> Iterator[Pertanyaan]:
    found = [
        Pertanyaan(simpul.id, bidang, kolom, _first(peta.sumber_simpul(simpul, name) for name in kolom))
        for bidang, names in BIDANG.items()
        if not (bidang == "pelaksana" and isinstance(simpul, Gerbang))  # nobody carries out a bar
        and (kolom := tuple(name for name in names if name == "nama" or _held(simpul, name)))
    ]
    exits = _exits(peta, simpul)
    found += [exits] if exits is not None else []
    if peta.simpul_usulan(simpul) and not any(one.usulan for one in found):
        # every part rests on something, but the step as a whole does not: asked with its name
        found[0] = Pertanyaan(simpul.id, "langkah", found[0].kolom, peta.sumber_simpul(simpul))
    yield from found


def _exits(peta: LintasFungsi, simpul: SimpulApaPun) -> Pertanyaan | None:
    """The question where the work goes on: asked where it goes several ways, or where a way has its own source."""
    leaving = peta.keluar(simpul.id)
    own = [s for alur in leaving if (s := _own(alur)) is not None]
    if not own and not (leaving and isinstance(simpul, Putusan | Gerbang)) and len(leaving) < 2:
        return None
    return Pertanyaan(simpul.id, "lanjut", ("alur",), _first([*own, peta.sumber_simpul(simpul, "alur")]))


def _own(element: Unsur) -> Sumber | None:
    return element.sumber_bidang()


def _held(element: object, name: str) -> bool:
    return getattr(element, name, None) not in (None, "", ())


def _first(found: Iterable[Sumber | None]) -> Sumber | None:
    """The first proposal among sources, else the first that is one at all."""
    sources = [sumber for sumber in found if sumber is not None]
    return next((s for s in sources if s.jenis is JenisSumber.USULAN), sources[0] if sources else None)
