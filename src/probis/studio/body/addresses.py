"""The address of an element in the model to the page that shows it, and to its name for people."""

from probis.analysis import sebut_simpul
from probis.law.peraturan import nama_lengkap
from probis.model import (
    Aliran,
    Hubungan,
    LintasFungsi,
    Peraturan,
    PetaProsesBisnis,
    Proses,
    Simpul,
    Unsur,
)

_PAGES = {
    "visi": "arah",
    "misi": "arah",
    "tujuan": "arah",
    "sasaran": "arah",
    "indikator": "arah",
    "area": "arah",
    "arah": "arah",
    "unit": "organisasi",
    "jabatan": "organisasi",
    "pihak": "organisasi",
    "fungsi": "organisasi",
    "organisasi": "organisasi",
    "keputusan": "keputusan",
    "peraturan": "keputusan",
    "instansi": "keputusan",
}
"""Kinds of element whose page is one of the three parts; all others belong to the peta proses or to a process."""

_PLACED = frozenset(
    {"visi", "misi", "tujuan", "sasaran", "indikator", "area", "unit", "jabatan", "pihak", "fungsi", "penjelasan"}
    | {"aliran", "hubungan"}
)
"""Kinds whose elements have a place of their own on the page that shows them; so have the steps of a lintas fungsi."""


def page_of(model: PetaProsesBisnis, alamat: str) -> str:
    """Return the page that shows the element: "" (peta proses), "arah", "proses/x", "lintas-fungsi/x" …

    A process without sub processes is shown by its lintas fungsi where it has one.
    """
    kind, _, rest = alamat.partition("/")
    first = rest.split("/")[0]
    if kind == "proses" and model.cari_proses(first) is not None:
        maps = () if model.anak(first) else model.peta_dari(first)
        return f"lintas-fungsi/{maps[0].id}" if maps else f"proses/{first}"
    if kind == "lintas-fungsi" and model.cari_lintas_fungsi(first) is not None:
        return f"lintas-fungsi/{first}"
    if kind == "sop":
        sop = model.cari(alamat)
        return page_of(model, f"lintas-fungsi/{getattr(sop, 'lintas_fungsi', '')}")
    if kind in ("aliran", "hubungan"):
        ends = pages_of_ends(model, alamat)
        return ends[0] if ends else ""
    return _PAGES.get(kind, "")


def pages_of_ends(model: PetaProsesBisnis, alamat: str) -> tuple[str, ...]:
    """Return the pages of the processes that a flow or relation joins."""
    found = model.cari(alamat)
    if not isinstance(found, Aliran | Hubungan):
        return ()
    ends = [end for end in (found.dari, found.ke) if model.cari_proses(end) is not None]
    return tuple(f"proses/{end}" for end in ends)


def href(model: PetaProsesBisnis, base: str, alamat: str) -> str:
    """Return the path of the page that shows the element, with the place on it where it has one of its own."""
    page = page_of(model, alamat)
    path = base + (f"{page}/" if page else "")
    kind = alamat.split("/")[0]
    step = kind == "lintas-fungsi" and alamat.count("/") == 2
    return f"{path}#{alamat}" if step or (kind in _PLACED and "/" in alamat) else path


def name_of(model: PetaProsesBisnis, alamat: str) -> str:
    """Return what people call the element: its code and name, its sentence, or who gives what to whom."""
    found = model.cari(alamat)
    if alamat.startswith("lintas-fungsi/") and alamat.count("/") > 1:
        return _part_of_map(model, alamat, found)
    match found:
        case None:
            return {"arah": "Arah", "organisasi": "Organisasi", "instansi": "Instansi"}.get(alamat, alamat)
        case Proses():
            return f"{found.kode} {found.nama}".strip()
        case LintasFungsi():
            return map_name(model, found)
        case Aliran():
            return _between(model, model.nama_produk(found.produk), found.dari, found.ke)
        case Hubungan():
            return _between(model, f"hubungan {found.jenis}".replace("_", " "), found.dari, found.ke)
        case Peraturan():
            return nama_lengkap(found)
        case _:
            return _said(found) or alamat


def map_name(model: PetaProsesBisnis, peta: LintasFungsi) -> str:
    """Return the name of a lintas fungsi: code and name of its process."""
    proses = model.cari_proses(peta.proses)
    return f"{proses.kode} {proses.nama}".strip() if proses is not None else peta.id


def _part_of_map(model: PetaProsesBisnis, alamat: str, found: object) -> str:
    peta = model.cari_lintas_fungsi(alamat.split("/")[1])
    code = model.kode(peta.proses) if peta is not None else ""
    where = code or (peta.id if peta is not None else alamat)
    if isinstance(found, Simpul):
        return f"{where}: {found.nama or (sebut_simpul(peta, found.id).strip('“”') if peta is not None else found.id)}"
    return f"{where}: {_said(found) or alamat.rpartition('/')[2]}"


def _between(model: PetaProsesBisnis, what: str, source: str | None, target: str | None) -> str:
    ends = [model.sebutan(end) if end else "belum diketahui" for end in (source, target)]
    return f"{what} (dari {ends[0]} ke {ends[1]})"


def _said(found: object) -> str:
    if not isinstance(found, Unsur):
        return ""
    for field in ("nama", "bunyi", "tentang", "alasan"):
        text = getattr(found, field, "")
        if isinstance(text, str) and text:
            return text if len(text) <= 120 else text[:117].rsplit(" ", 1)[0] + " …"
    return found.id
