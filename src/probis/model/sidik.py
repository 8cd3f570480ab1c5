"""A lintas fungsi to the fingerprint of what its SOP shows of it, and two fingerprints to what has changed."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from json import dumps

from probis.model.lintas_fungsi import Kerja, LintasFungsi, Panggil, SimpulApaPun, Tunggu
from probis.model.peta import PetaProsesBisnis
from probis.model.unsur import AcuanLuar

SEGI = ("judul", "langkah", "pelaksana", "urutan", "waktu", "produk")
"""The aspects of a map that a SOP shows, each with a fingerprint of its own."""

_SIGNS = 12


def sidik(model: PetaProsesBisnis, peta: LintasFungsi) -> Mapping[str, str]:
    """Return the fingerprint of each aspect: the first twelve signs of the SHA-256 of what the SOP shows of it.

    Names count, as they are printed; ids, placements, sources, notes and white space do not. The order of the steps
    is that of the file, by which a SOP numbers them.
    """
    place = {simpul.id: number for number, simpul in enumerate(peta.simpul)}
    shown: dict[str, object] = {
        "judul": _words(model.sebutan(peta.proses)),
        "langkah": [(simpul.jenis, _words(simpul.nama), _called(model, simpul)) for simpul in peta.simpul],
        "pelaksana": [list(_doers(model, peta, simpul)) for simpul in peta.simpul],
        "urutan": sorted(
            (
                place.get(alur.dari, -1),
                place.get(alur.ke, -1),
                str(alur.jenis),
                _words(alur.nama),
                alur.paling_banyak or 0,
            )
            for alur in peta.alur
        ),
        "waktu": [_times(simpul) for simpul in peta.simpul] + [peta.batas.ringkas if peta.batas else ""],
        "produk": [_products(model, simpul) for simpul in peta.simpul],
    }
    return {segi: _print(shown[segi]) for segi in SEGI}


def berubah(lama: Mapping[str, str], kini: Mapping[str, str]) -> tuple[str, ...]:
    """Return the aspects in which two fingerprints differ; where the steps do, what hangs on them is not told apart.

    An aspect that the older one does not know is passed over, so that a fingerprint outlives this program.
    """
    differing = tuple(segi for segi in SEGI if segi in lama and lama[segi] != kini.get(segi))
    return tuple(segi for segi in differing if segi in ("judul", "langkah")) if "langkah" in differing else differing


def _doers(model: PetaProsesBisnis, peta: LintasFungsi, simpul: SimpulApaPun) -> Iterator[str]:
    lane = peta.cari_jalur(simpul.jalur)
    if lane is not None:
        yield _words(lane.nama or model.sebutan(lane.pelaku))
    if isinstance(simpul, Kerja):
        for id_ in (*simpul.pelaksana, "", *simpul.bersama):
            yield _words(model.sebutan(id_))


def _called(model: PetaProsesBisnis, simpul: SimpulApaPun) -> str:
    """What a call names: the process of the map it calls, or what another body calls its own."""
    if not isinstance(simpul, Panggil):
        return ""
    if isinstance(simpul.lintas_fungsi, AcuanLuar):
        return _words(f"{simpul.lintas_fungsi.instansi} {simpul.lintas_fungsi.nama}")
    called = model.cari_lintas_fungsi(simpul.lintas_fungsi)
    return _words(model.sebutan(called.proses) if called is not None else simpul.lintas_fungsi)


def _times(simpul: SimpulApaPun) -> tuple[str, str]:
    """Its time and its limit, without the law they rest on."""
    own = simpul.waktu if isinstance(simpul, Kerja | Tunggu) else None
    limit = simpul.tenggat if isinstance(simpul, Kerja) else simpul.paling_lama if isinstance(simpul, Tunggu) else None
    return own.ringkas if own else "", limit.ringkas if limit else ""


def _products(model: PetaProsesBisnis, simpul: SimpulApaPun) -> list[list[str]]:
    if isinstance(simpul, Tunggu):
        return [[_words(model.nama_produk(simpul.produk or "")), _words(model.sebutan(simpul.pihak))]]
    if not isinstance(simpul, Kerja):
        return []
    return [[_words(model.nama_produk(id_)) for id_ in ids] for ids in (simpul.pakai, simpul.hasil)]


def _words(text: str) -> str:
    return " ".join(text.split())


def _print(shown: object) -> str:
    return sha256(dumps(shown, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()[:_SIGNS]
