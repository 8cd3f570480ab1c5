"""All processes of a body to three framed groups with suppliers at the left, customers at the right, and relations."""

from __future__ import annotations

from collections.abc import Sequence

from probis.drawing.layout.framed_chart import Disc, Frame, FrameBox, FramedChart, FramedStyle
from probis.drawing.medium import Medium
from probis.drawing.scene import Scene
from probis.maps import _framed_pages as framed_pages
from probis.maps._family import MapKind, Subject, UnknownSubject
from probis.maps._framed_pages import Draft, Form
from probis.maps._sheet import USULAN, heading, sentence
from probis.maps._sipoc import Entry, Linker, Note, entries, name
from probis.maps._sipoc import told as told_of
from probis.maps._text import MapRow, MapText
from probis.model import Hubungan, JenisHubungan, Kelompok, PetaProsesBisnis, Proses

MAP = MapKind("Peta Proses", "instansi", 10)

_LINES_APART = 20  # more outer lines on a side than this are bundled by process
_CAPTIONS = {
    "process": "Proses",
    "party": "Pihak luar",
    "relation": "Aliran atau hubungan",
    "number": "Nomor penjelasan",
    "provisional": "Usulan: putus, miring",
    "unknown": "Belum diketahui",
}
_FORMS = (
    Form(False, FramedStyle(party=110)),
    Form(True, FramedStyle(party=124)),
    Form(True, FramedStyle(party=140, running=True, slack=3.0, least_box=24.0, pitch=8.0)),
    Form(True, FramedStyle(party=150, running=True, most_names=2, slack=2.0, least_box=22.0, pitch=7.0)),
    Form(True, FramedStyle(least_box=24.0), listed=True),
    Form(True, FramedStyle(least_box=20.0, pitch=7.0, fall=6.0), listed=True),
    Form(True, FramedStyle(least_box=24.0), listed=True, trunks=True),
    Form(True, FramedStyle(least_box=20.0, pitch=7.0, fall=6.0), listed=True, trunks=True),
    Form(True, FramedStyle(least_box=24.0), listed=True, told=True),
    Form(True, FramedStyle(least_box=20.0, fall=5.0), listed=True, told=True),
)


def subjects(model: PetaProsesBisnis) -> tuple[Subject, ...]:
    """The body, where it has a process at all."""
    return (Subject(None, "", model.instansi.nama),) if model.anak(None) else ()


def draw(model: PetaProsesBisnis, subject_id: str | None, medium: Medium) -> tuple[Scene, ...]:
    """The peta proses of the body: one page where that can be, its explanations below or on further pages."""
    _check(model, subject_id)
    top = model.anak(None)
    found = _entries(model, top)
    unsure = any(e.provisional for e in found) or any(p.usulan("nama") for p in top)
    head = heading(
        model,
        MAP.title,
        model.instansi.nama,
        facts=(("Tahun", str(model.instansi.periode)), ("Proses", _counts(model, top))),
        provisional=unsure,
        captions=_CAPTIONS,
    )
    inside = {p.id for p in top}
    sides = (
        len({(e.source, e.target) for e in found if e.source not in inside}),
        len({(e.source, e.target) for e in found if e.target not in inside}),
    )
    forms = _FORMS if max(sides) <= _LINES_APART else _FORMS[1:]
    return framed_pages.pages(
        model,
        top,
        forms,
        lambda boxes, form: _draft(model, boxes, form),
        lambda boxes: _split(model, boxes),
        head,
        medium,
        title="Penjelasan proses",
        most=4,
    )


def describe(model: PetaProsesBisnis, subject_id: str | None) -> MapText:
    """The same as SIPOC rows: for each process who supplies what, and who gets what; relations stand in a row, too."""
    _check(model, subject_id)
    top = model.anak(None)
    rows: list[MapRow] = []
    for proses in top:
        for entry in _entries(model, (proses,), whole=True):
            enters = entry.target == proses.id
            other = name(model, entry.source if enters else entry.target)
            what = entry.what
            rows.append(
                MapRow(
                    entry.address,
                    (
                        f"{proses.kode} {proses.nama}".strip(),
                        other if enters else "",
                        what if enters else "",
                        "" if enters else what,
                        "" if enters else other,
                        ", ".join(map(str, entry.numbers)),
                        USULAN if entry.provisional else "",
                    ),
                    link=f"proses/{proses.id}",
                )
            )
        if not any(r.link == f"proses/{proses.id}" for r in rows):
            cells = (f"{proses.kode} {proses.nama}".strip(), "", "", "", "", "", "")
            rows.append(MapRow(f"proses/{proses.id}", cells, link=f"proses/{proses.id}"))
    said = " ".join(f"{p.nomor}. {p.bunyi.rstrip('.;')}." for p in sorted(model.penjelasan, key=lambda p: p.nomor))
    head = ("Proses", "Pemasok", "Masukan", "Keluaran", "Pelanggan", "Penjelasan", "Keterangan")
    return MapText(f"{MAP.title} {model.instansi.nama}", head, tuple(rows), said)


def _check(model: PetaProsesBisnis, subject_id: str | None) -> None:
    if subject_id is not None or not model.anak(None):
        raise UnknownSubject(MAP.title, subject_id)


def _counts(model: PetaProsesBisnis, top: tuple[Proses, ...]) -> str:
    """ "7 utama · 6 pendukung · 1 lainnya"."""
    words = {Kelompok.UTAMA: "utama", Kelompok.PENDUKUNG: "pendukung", Kelompok.LAINNYA: "lainnya"}
    counted = [(sum(p.kelompok is k for p in top), word) for k, word in words.items()]
    return " · ".join(f"{n} {word}" for n, word in counted if n)


def _entries(model: PetaProsesBisnis, boxes: tuple[Proses, ...], *, whole: bool = False) -> tuple[Entry, ...]:
    """Flows and relations of these processes, lifted to the top level; `whole`: also those drawn as a frame."""

    def lift(end: str) -> str:
        proses = model.cari_proses(end)
        return model.garis_induk(proses)[-1].id if proses is not None else end

    framed = frozenset() if whole else frozenset(h.id for h in _framed(model, boxes))
    return entries(model, lift, frozenset(p.id for p in boxes), framed=framed)


def _framed(model: PetaProsesBisnis, boxes: tuple[Proses, ...]) -> tuple[Hubungan, ...]:
    """The whole-part relations that are drawn as frames: the first of each part, within one group, one level deep."""
    here = {p.id: p for p in boxes}
    whole_of: dict[str, str] = {}
    out = []
    related = sorted(
        (h for h in model.hubungan if h.jenis is JenisHubungan.BAGIAN_DARI and h.dari in here and h.ke in here),
        key=lambda h: ([*here].index(h.ke), [*here].index(h.dari), h.id),
    )
    wholes = {h.ke for h in related}
    for h in related:
        if h.dari == h.ke or h.dari in whole_of or h.dari in wholes:
            continue
        if model.kelompok(here[h.dari]) is model.kelompok(here[h.ke]):
            whole_of[h.dari] = h.ke
            out.append(h)
    return tuple(out)


def _draft(model: PetaProsesBisnis, boxes: tuple[Proses, ...], form: Form) -> Draft:
    framed = _framed(model, boxes)
    whole = {h.dari: h.ke for h in framed}
    ids = tuple(p.id for p in boxes)
    linker = Linker(
        model, ids, bundled=form.bundled, opened=False, trunks=form.trunks, listed=form.listed, told=form.told
    )
    found = _entries(model, boxes)
    links = linker.links(found)
    titles = {each: model.label_kelompok(each) for each in Kelompok}
    everything = boxes == model.anak(None)
    used = {model.kelompok(p) for p in boxes}
    frames = [Frame(k.value, title, empty="belum ada proses") for k, title in titles.items() if everything or k in used]
    if None in used:
        frames.append(Frame("-", "Belum dikelompokkan", unknown=True))
    chart = FramedChart(
        f"{MAP.title} {model.instansi.sebutan}",
        tuple(frames),
        tuple(_box(model, p, whole.get(p.id, ""), framed, found, told=form.told) for p in boxes),
        links.suppliers,
        links.customers,
        links.lines,
        ("Pemasok", "Masukan", "Proses", "Keluaran", "Pelanggan"),
        f"{_counts(model, boxes) or f'{len(boxes)} proses'}; pemasok di kiri, pelanggan di kanan.",
    )
    return Draft(chart, (*_explanations(model, found, framed), *links.notes), links.rosters)


def _explanations(model: PetaProsesBisnis, found: tuple[Entry, ...], framed: tuple[Hubungan, ...]) -> tuple[Note, ...]:
    """The numbered explanations of what is drawn, and those that speak of nothing that is drawn anywhere."""
    shown = {n for e in found for n in e.numbers}
    ids = {h.id for h in framed}
    known = {a.id for a in (*model.aliran, *model.hubungan)}
    return tuple(
        Note(str(p.nomor), p.bunyi.rstrip(";. ") + ".", p.usulan(), f"penjelasan/{p.id}")
        for p in sorted(model.penjelasan, key=lambda p: (p.nomor, p.id))
        if p.nomor in shown or ids & set(p.tentang) or not known & set(p.tentang)
    )


def _box(
    model: PetaProsesBisnis,
    proses: Proses,
    whole: str,
    framed: tuple[Hubungan, ...],
    found: tuple[Entry, ...],
    *,
    told: bool,
) -> FrameBox:
    parts = [h.id for h in framed if h.ke == proses.id]
    numbers = sorted({p.nomor for p in model.penjelasan if set(parts) & set(p.tentang)})
    kelompok = model.kelompok(proses)
    inputs = [e for e in found if e.target == proses.id]
    outputs = [e for e in found if e.source == proses.id]
    names = [name(model, h.dari) for h in framed if h.ke == proses.id]
    return FrameBox(
        proses.id,
        proses.nama,
        proses.kode,
        kelompok.value if kelompok is not None else "-",
        whole,
        tuple(Disc(str(n)) for n in numbers),
        proses.usulan("nama"),
        False,
        "",
        f"proses/{proses.id}",
        sentence(
            f"{proses.kode} {proses.nama}".strip(),
            f"Memuat {', '.join(names)}" if names else "",
            f"Masukan: {_listed(model, inputs, True)}" if inputs else "",
            f"Keluaran: {_listed(model, outputs, False)}" if outputs else "",
            USULAN if proses.usulan("nama") else "",
        ),
        f"peta-sub-proses/{proses.id}" if model.anak(proses.id) else "",
        told_of(model, proses.id, found, frozenset(p.id for p in model.anak(None))) if told else (),
    )


def _listed(model: PetaProsesBisnis, found: Sequence[Entry], enters: bool) -> str:
    return ", ".join(
        f"{e.what} {'dari' if enters else 'ke'} {name(model, e.source if enters else e.target)}" for e in found
    )


def _split(model: PetaProsesBisnis, boxes: tuple[Proses, ...]) -> Sequence[tuple[Proses, ...]]:
    """By group, else in halves."""
    groups: dict[Kelompok | None, list[Proses]] = {}
    for proses in boxes:
        groups.setdefault(model.kelompok(proses), []).append(proses)
    if len(groups) > 1:
        order: list[Kelompok | None] = [*Kelompok, None]
        return [tuple(groups[k]) for k in order if k in groups]
    half = -(-len(boxes) // 2)
    return [boxes[:half], boxes[half:]]
