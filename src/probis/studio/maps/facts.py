"""A process or lintas fungsi to the pairs of words that stand beside its map."""

from collections.abc import Iterable
from dataclasses import dataclass

from probis.model import Aliran, LintasFungsi, PetaProsesBisnis, Proses
from probis.studio.body.addresses import name_of
from probis.studio.body.opened import Opened
from probis.studio.body.words import saat


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what is said of it, line by line; `usulan` marks what nobody has confirmed."""

    term: str
    lines: tuple[str, ...]
    usulan: bool = False


def of_process(opened: Opened, proses: Proses, *, products: bool = False) -> tuple[Fact, ...]:
    """Return owner, what it serves, inputs and outputs where `products`, applications, risks and the revision."""
    model = opened.model
    facts = [
        Fact("Pemilik", (model.sebutan(model.pemilik(proses)) or "belum ditetapkan",), proses.usulan("pemilik")),
        Fact("Melayani", tuple(_served(model, proses.melayani)), bool(proses.melayani) and proses.usulan("melayani")),
        Fact("Masukan", _products(model, model.masukan(proses.id)) if products else ()),
        Fact("Keluaran", _products(model, model.keluaran(proses.id)) if products else ()),
        Fact("Aplikasi", proses.aplikasi),
        Fact("Risiko", proses.risiko),
        Fact("Catatan", (proses.catatan,) if proses.catatan else ()),
    ]
    return (*(fact for fact in facts if fact.lines), _revision(opened))


def of_map(opened: Opened, peta: LintasFungsi) -> tuple[Fact, ...]:
    """Return the facts of a lintas fungsi: those of its process, its limit and its volume."""
    model = opened.model
    proses = model.cari_proses(peta.proses)
    own = [
        Fact("Batas", (peta.batas.ringkas,) if peta.batas else ()),
        Fact("Volume", (str(peta.volume),) if peta.volume else ()),
        Fact("Catatan peta", (peta.catatan,) if peta.catatan else ()),
    ]
    shared = of_process(opened, proses, products=True) if proses is not None else (_revision(opened),)
    return (*shared[:-1], *(fact for fact in own if fact.lines), shared[-1])


def of_body(opened: Opened) -> tuple[Fact, ...]:
    """Return what there is to know of the whole map."""
    model = opened.model
    instansi = model.instansi
    decree = model.keputusan
    facts = [
        Fact("Instansi", (instansi.nama,)),
        Fact("Periode", (str(instansi.periode),)),
        Fact("Pimpinan", (instansi.pejabat.jabatan,) if instansi.pejabat else ()),
        Fact("Keputusan", (decree.nomor,) if decree and decree.nomor else ()),
        Fact(
            "Isi",
            (f"{len(model.proses)} proses dan sub proses", f"{len(model.lintas_fungsi)} peta lintas fungsi"),
        ),
    ]
    return (*(fact for fact in facts if fact.lines), _revision(opened))


def _served(model: PetaProsesBisnis, ids: Iterable[str]) -> Iterable[str]:
    for id in ids:  # noqa: A001
        for kind in ("sasaran", "fungsi", "tujuan", "misi", "area"):
            if model.cari(f"{kind}/{id}") is not None:
                yield f"{kind.capitalize()}: {name_of(model, f'{kind}/{id}')}"
                break
        else:
            yield id


def _products(model: PetaProsesBisnis, flows: Iterable[Aliran]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(model.nama_produk(flow.produk) for flow in flows))


def _revision(opened: Opened) -> Fact:
    return Fact("Revisi", (f"{opened.nomor}, {saat(opened.revisi.waktu)}",))
