"""One lintas fungsi to the sheet by which its process owner confirms it: map, questions, berita acara, attendance."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from probis.documents import _names as names
from probis.documents._annex import page_of
from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings, Sheet, drawn
from probis.documents._sentences import Sentences
from probis.documents._state import NotWritable
from probis.edits import Pertanyaan, pertanyaan
from probis.maps import find_map
from probis.model import LintasFungsi, PetaProsesBisnis, Simpul, Tunggu
from probis.paper import (
    Align,
    Block,
    Cell,
    Column,
    Facts,
    Figure,
    Heading,
    Item,
    NumberedList,
    Numbering,
    PageBreak,
    PageNumber,
    Paper,
    Paragraph,
    Picture,
    Row,
    Section,
    Table,
    bold,
    text,
)

DOCUMENT = Document(
    slug="lembar-konfirmasi",
    title="Lembar konfirmasi",
    summary="Usulan pada satu peta lintas fungsi untuk dicentang atau dibetulkan pemilik proses, dengan berita acara.",
    subject="lintas-fungsi",
    formats=("pdf", "docx", "xlsx", "html"),
    maps=("peta-lintas-fungsi",),
    order=40,
)

KEPALA = ("Kode", "Langkah", "Yang ditanyakan", "Usulan", "Benar (ya/tidak)", "Perbaikan", "Dasar")
"""The heads of the columns of the questions; a filled-in sheet is read by them."""
TANDA = "Lembar"
"""The word that opens the line by which a filled-in sheet is known."""
KOTAK = "□"

_ASKED = {
    "proses": "Nama proses",
    "volume": "Volume",
    "batas": "Batas waktu",
    "jalur": "Jalur",
    "langkah": "Nama langkah",
    "pelaksana": "Pelaksana",
    "pakai": "Dokumen masuk",
    "waktu": "Waktu",
    "beban": "Beban kerja",
    "tenggat": "Tenggat",
    "paling_lama": "Paling lama menunggu",
    "hasil": "Dokumen hasil",
    "lanjut": "Selanjutnya",
}
_LETTERS = {"putusan": "P", "gerbang": "G", "mulai": "M", "selesai": "S"}
_LINE = "…" * 14
_SIDE_MM = 11.25
_ROOM = "\u00a0\n\u00a0"  # the height of a line written by hand


@dataclass(frozen=True, slots=True)
class Baris:
    """Baris (row) of the sheet: the code by which it is answered, what it says, and the question it stands for."""

    kode: str
    langkah: str
    tentang: str
    isi: str
    pertanyaan: Pertanyaan


def rows(model: PetaProsesBisnis, peta: LintasFungsi) -> tuple[Baris, ...]:
    """Return every question with its code and words, also those that are answered, in the order of the map."""
    kind = find_map("peta-lintas-fungsi")
    described = kind.describe(model, peta.id).rows if kind is not None else ()
    asked: dict[str, list[Pertanyaan]] = {}
    for one in pertanyaan(peta):
        asked.setdefault(one.unsur, []).append(one)
    made = [
        Baris(f"peta-{q.bidang}", "Peta ini", _ASKED[q.bidang], _of_map(model, peta, q), q) for q in asked.pop("", [])
    ]
    counts: dict[str, int] = {}
    for row in described:
        simpul = peta.cari_simpul(row.address.rpartition("/")[2])
        if simpul is None:
            continue
        number = row.cells[0]
        if not number.isdigit():
            letter = _LETTERS.get(simpul.jenis, "L")
            counts[letter] = counts.get(letter, 0) + 1
            number = f"{letter}{counts[letter]}"
        for q in asked.pop(simpul.id, []):
            code = f"{number.zfill(2)}-{q.bidang.replace('_', '-')}"
            made.append(
                Baris(code, f"{number}. {row.cells[1]}", _ASKED[q.bidang], _of_step(model, simpul, q, row.cells), q)
            )
    for n, q in enumerate((q for listed in asked.values() for q in listed), 1):
        lane = peta.cari_jalur(q.unsur.removeprefix("jalur/"))
        name = (lane.nama or model.sebutan(lane.pelaku)) if lane is not None else q.unsur
        made.append(Baris(f"J{n}-jalur", f"Jalur {name}", _ASKED["jalur"], f"{name} ikut mengerjakan", q))
    return tuple(made)


def fingerprint(model: PetaProsesBisnis, peta: LintasFungsi) -> str:
    """Return eight signs that change as soon as anything that the sheet asks about says something else."""
    said = [model.instansi.id, peta.id]
    said += [part for row in rows(model, peta) for part in (row.kode, row.pertanyaan.kunci, row.langkah, row.isi)]
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:8]


def _of_map(model: PetaProsesBisnis, peta: LintasFungsi, q: Pertanyaan) -> str:
    if q.bidang == "proses":
        return f"{model.kode(peta.proses)} {model.sebutan(peta.proses)}".strip()
    held = peta.volume if q.bidang == "volume" else peta.batas
    return str(held) if held is not None else "–"


def _of_step(model: PetaProsesBisnis, simpul: Simpul, q: Pertanyaan, cells: tuple[str, ...]) -> str:
    """What is proposed, in the words of the map's own table where it says it."""
    match q.bidang:
        case "langkah":
            act = getattr(simpul, "tindakan", None)
            return f"{cells[1]} (tindakan: {act})" if act is not None else cells[1]
        case "pelaksana":
            others = [model.sebutan(who) for who in getattr(simpul, "bersama", ())]
            return f"{cells[2]}, bersama {names.listed(others)}" if others else cells[2]
        case "pakai" if isinstance(simpul, Tunggu):
            what = model.nama_produk(simpul.produk) if simpul.produk else "kabar"
            return f"{what} dari {model.sebutan(simpul.pihak)}" if simpul.pihak else what
        case "pakai" | "hasil":
            return "; ".join(model.nama_produk(one) for one in getattr(simpul, q.bidang))
        case "lanjut":
            return cells[6]
    return str(getattr(simpul, q.bidang))


# The paper ----------------------------------------------------------------------------------------------------------


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
) -> Paper:
    """The sheet of the lintas fungsi with this id; ``pada`` means nothing here.

    ``drawings`` holds maps that are drawn already. Raises NotWritable where there is no such lintas fungsi.
    """
    peta = model.cari_lintas_fungsi(subject_id)
    if peta is None:
        raise NotWritable("Lembar konfirmasi ditulis untuk satu lintas fungsi. Sebut id-nya dengan --id.")
    say, upright = Sentences(model, kotak=KOTAK, titik=_LINE, titik_pendek="…" * 4), page_of(model)
    wide = upright.turned(top_mm=15, right_mm=_SIDE_MM, bottom_mm=12, left_mm=_SIDE_MM)
    name = f"{model.kode(peta.proses)} {model.sebutan(peta.proses)}".strip()
    asked = tuple(row for row in rows(model, peta) if row.pertanyaan.usulan)
    number = PageNumber(before="", after="", first_shown=1, place="foot")
    width, height = wide.inner_mm
    maps = drawn(model, "peta-lintas-fungsi", peta.id, Sheet(width, height - 18), drawings)
    return Paper(
        title=f"Lembar konfirmasi {name}",
        subject=f"Konfirmasi pemilik proses atas peta lintas fungsi {name}",
        author=model.instansi.nama,
        date=names.decree_of(model).tanggal or model.instansi.periode.hari_pertama,
        sections=(
            Section(tuple(_opening(model, say, peta, name, asked)), upright, number),
            *((Section(tuple(_map(say, maps)), wide, number),) if maps else ()),
            *((Section(_questions(model, say, peta, asked), wide, number),) if asked else ()),
            Section(tuple(_record(model, say, peta, name, len(asked))), upright, number),
        ),
        size_pt=11,
    )


def _map(say: Sentences, pictures: tuple[Picture, ...]) -> Iterator[Block]:
    """The map with what is proposed dashed, a page a sheet of it."""
    yield Heading(text(say.say("konfirmasi-judul-peta")), 2, align=Align.CENTER, bookmark="Peta")
    for n, one in enumerate(pictures, 1):
        if n > 1:
            yield PageBreak()
        here = text(say.say("halaman-peta", halaman=str(n), jumlah=str(len(pictures)))) if len(pictures) > 1 else ()
        yield Figure(one, here, fill=True)


def _opening(
    model: PetaProsesBisnis, say: Sentences, peta: LintasFungsi, name: str, asked: tuple[Baris, ...]
) -> Iterator[Block]:
    yield Heading(text(say.say("konfirmasi-judul")), 1, align=Align.CENTER, bookmark="Lembar konfirmasi")
    proses = model.cari_proses(peta.proses)
    owner = model.pemilik(proses) if proses is not None else None
    lanes = dict.fromkeys(jalur.nama or model.sebutan(jalur.pelaku) for jalur in peta.jalur)
    facts = (
        ("Instansi", model.instansi.nama),
        ("Peta", name),
        ("Masa peta", str(model.instansi.periode)),
        ("Isi peta", say.say("konfirmasi-sidik", sidik=fingerprint(model, peta))),
        ("Ditanyakan oleh", _LINE * 2),
        ("Dijawab oleh", say.say("konfirmasi-penjawab", pemilik=model.sebutan(owner)) if owner else _LINE * 2),
        ("Yang mengerjakan", ", ".join(lanes) or "belum disebut"),
        ("Hari, tanggal", _LINE * 2),
    )
    yield Facts(tuple((text(key), text(value)) for key, value in facts), name_mm=38, size_pt=11)
    if not asked:
        yield Paragraph(text(say.say("konfirmasi-tanpa-usulan")), space_before_mm=6)
        return
    yield Heading(text(say.say("konfirmasi-judul-cara")), 2)
    lines = [line.strip() for line in say.say("konfirmasi-cara").splitlines() if line.strip()]
    yield NumberedList(tuple(Item(text(line)) for line in lines))
    yield Heading(text(say.say("konfirmasi-judul-dasar")), 2)
    grounds = _grounds(say, asked)
    yield NumberedList(tuple(Item(text(names.ended(ground, "."))) for ground in grounds), Numbering.LOWER)


def _grounds(say: Sentences, asked: tuple[Baris, ...]) -> tuple[str, ...]:
    """What the proposals rest on, each ground once, in the order of the rows."""
    found = []
    for row in asked:
        sumber = row.pertanyaan.sumber
        said = sumber.acuan if sumber is not None else ""
        who = f" ({sumber.oleh})" if sumber is not None and sumber.oleh else ""
        found.append(f"{said or say.say('konfirmasi-tanpa-dasar')}{who}")
    return tuple(dict.fromkeys(found))


def _ground(say: Sentences, row: Baris, grounds: tuple[str, ...]) -> str:
    (mine,) = _grounds(say, (row,))
    return Numbering.LOWER.label(grounds.index(mine) + 1).rstrip(".")


def identity(model: PetaProsesBisnis, peta: LintasFungsi) -> str:
    """The line by which a filled-in sheet is known: of which body and map, with which content."""
    return f"{TANDA} {model.instansi.id}/{peta.id}, sidik {fingerprint(model, peta)}"


def _questions(
    model: PetaProsesBisnis, say: Sentences, peta: LintasFungsi, asked: tuple[Baris, ...]
) -> tuple[Block, ...]:
    grounds = _grounds(say, asked)
    body: list[Row] = []
    for n, row in enumerate(asked):
        first = n == 0 or asked[n - 1].langkah != row.langkah
        height = next((m for m, other in enumerate(asked[n:]) if other.langkah != row.langkah), len(asked) - n)
        step = (Cell(bold(row.langkah), rows=height),) if first else ()
        body.append(
            Row(
                (
                    Cell(text(row.kode)),
                    *step,
                    Cell(text(row.tentang)),
                    Cell(text(row.isi)),
                    Cell(text(KOTAK)),
                    Cell(text(_ROOM)),
                    Cell(text(_ground(say, row, grounds))),
                )
            )
        )
    columns = (
        Column(width_mm=33),
        Column(width_mm=48),
        Column(width_mm=31),
        Column(1.0),
        Column(width_mm=23, align=Align.CENTER, choices=("ya", "tidak")),
        Column(1.0),
        Column(width_mm=14, align=Align.CENTER),
    )
    head = Row(tuple(Cell(text(word)) for word in KEPALA))
    return (
        Paragraph(text(identity(model, peta)), Align.LEFT, small=True, keep_with_next=True),
        Heading(text(say.say("konfirmasi-judul-pertanyaan")), 2),
        Table(columns, tuple(body), (head,), size_pt=9),
        Heading(text(say.say("konfirmasi-judul-tambahan")), 2),
        Table(
            (Column(width_mm=14, align=Align.CENTER), Column(1.6), Column(1.0)),
            tuple(Row((Cell(text(f"{n}.")), Cell(text(_ROOM)), Cell())) for n in range(1, 5)),
            (Row(tuple(Cell(text(word)) for word in ("No.", "Langkah, dokumen, atau pihak", "Sesudah langkah"))),),
            size_pt=9,
        ),
    )


def _record(model: PetaProsesBisnis, say: Sentences, peta: LintasFungsi, name: str, count: int) -> Iterator[Block]:
    yield Heading(text(say.say("konfirmasi-judul-berita-acara")), 1, align=Align.CENTER, bookmark="Berita acara")
    held = {"peta": name, "sidik": fingerprint(model, peta), "jumlah": str(count)}
    yield Paragraph(text(say.say("konfirmasi-berita-acara", **held)), Align.LEFT)
    yield Heading(text(say.say("konfirmasi-judul-tanda-tangan")), 2)
    sign = text("\n\n\n\n" + "…" * 16 + "\nNIP " + "…" * 13)
    yield Table(
        (Column(), Column()),
        (Row((Cell(sign, align=Align.CENTER), Cell(sign, align=Align.CENTER))),),
        (Row((Cell(text(say.say("konfirmasi-yang-bertanya"))), Cell(text(say.say("konfirmasi-yang-menjawab"))))),),
        size_pt=11,
    )
    yield Heading(text(say.say("konfirmasi-judul-hadir")), 2)
    yield Table(
        (Column(width_mm=12, align=Align.CENTER), Column(1.3), Column(1.0), Column(1.2), Column(width_mm=34)),
        tuple(Row((Cell(text(f"{n}.\n\u00a0")), Cell(), Cell(), Cell(), Cell())) for n in range(1, 11)),
        (Row(tuple(Cell(text(word)) for word in ("No.", "Nama", "NIP", "Jabatan", "Tanda tangan"))),),
        size_pt=10,
    )
