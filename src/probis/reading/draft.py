"""What a text says (Naskah) to the draft of a model, the proposals that it leaves open, and what it does not say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from probis.model import Kutipan, Naskah, PetaProsesBisnis, Usul
from probis.reading.document import Document
from probis.reading.drafting.decree import Regulations, body, decree, decree_name
from probis.reading.drafting.direction import direction
from probis.reading.drafting.drawn import drawn
from probis.reading.drafting.flows import Flows, Products
from probis.reading.drafting.organisation import organisation, roster
from probis.reading.drafting.pictures import pictures
from probis.reading.drafting.processes import Processes, grammar, processes
from probis.reading.drafting.sheet import Kurang, Questions, Sheet, name, printable
from probis.reading.drafting.steps import Steps
from probis.reading.makna import Makna

__all__ = ["Kurang", "Rancangan", "decisions", "draft"]

_KEPT = (1_700_000, 90_000)
"""Bytes and entries that are kept of a text beside the model; what exceeds them is counted, not kept."""


@dataclass(frozen=True, slots=True)
class Rancangan:
    """Rancangan (draft): the model, the text with addresses and proposals, gaps, decisions that no longer apply.

    `tak_tersimpan` counts the quotations that the text is too long to keep beside the model. `gambar` are the
    pictures of the document by their path in the folder.
    """

    model: PetaProsesBisnis
    naskah: Naskah
    kurang: tuple[Kurang, ...]
    usang: tuple[Usul, ...]
    tak_tersimpan: int = 0
    gambar: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def usul(self) -> tuple[Usul, ...]:
        """The proposals that the text gives rise to."""
        return tuple(usul for usul in self.naskah.usul if not usul.usang)


def decisions(naskah: Naskah) -> Mapping[str, Usul]:
    """Return the decided proposals of a text that was read before, by id."""
    return {usul.id: usul for usul in naskah.usul if usul.putusan}


def draft(
    naskah: Naskah, before: Naskah | None = None, tahun: int = 2000, document: Document | None = None
) -> Rancangan:
    """Return the draft of a text, with the decisions that `before` holds of an earlier reading.

    `tahun` is the year that the period takes where the text names none, `document` is asked for
    its pictures and drawings.
    """
    answers = decisions(before) if before is not None else {}
    questions = Questions(answers)
    sheet = Sheet(naskah, decree_name(naskah.kutipan, naskah.nama), questions)
    instansi = body(sheet, tahun)
    regulations = Regulations(sheet)
    arah = direction(sheet)
    made = roster(sheet, instansi)
    found = Processes(sheet)
    profil = grammar(found)
    products = Products(sheet)
    flows = Flows(sheet, found, made, products)
    steps = Steps(sheet, found, made, products, regulations)
    listed = processes(sheet, found, made, profil)
    dasar = [id_ for kutipan in sheet.of(Makna.DASAR) for id_ in regulations.about(kutipan)[:1]]
    drawn(sheet, document.drawings if document is not None else (), found, made, steps)
    _open_maps(sheet, found, steps)
    berkas, gambar = pictures(sheet, document.pictures if document is not None else ())
    model = PetaProsesBisnis(
        instansi=instansi.model_copy(update={"profil": profil}),
        arah=arah,
        organisasi=organisation(sheet, made, dasar),
        produk=tuple(products.made.values()),
        proses=listed,
        aliran=flows.aliran,
        hubungan=flows.hubungan,
        penjelasan=tuple(flows.penjelasan),
        lintas_fungsi=tuple(steps.maps),
        sop=tuple(steps.sop),
        peraturan=tuple(regulations.own.values()),
        keputusan=decree(sheet, regulations),
        berkas=berkas,
    )
    ids = {usul.id for usul in questions.usul}
    earlier = before.usul if before is not None else ()
    gone = tuple(u.model_copy(update={"usang": True}) for u in earlier if u.putusan and u.id not in ids)
    if questions.beyond:
        sheet.missing("usul", f"{questions.beyond} usul lagi tidak ditulis, karena naskahnya terlalu panjang.")
    kept, left = _addressed(naskah, sheet)
    named = {"nama": name(naskah.nama) or "naskah"}
    written = naskah.model_copy(update={**named, "usul": (*questions.usul, *gone), "kutipan": kept})
    return Rancangan(model, written, tuple(sheet.kurang), gone, left, gambar)


def _addressed(naskah: Naskah, sheet: Sheet) -> tuple[tuple[Kutipan, ...], int]:
    """The quotations with the addresses of what they became, as many as are kept; and how many are not."""
    size, left = sheet.questions.size, 0
    kept: list[Kutipan] = []
    for kutipan in naskah.kutipan:
        at = sheet.about.get(kutipan.id, kutipan.tentang)
        fields = sum(bool(words) for words in kutipan.__dict__.values())
        if not size.takes((printable(kutipan.teks), printable(kutipan.catatan)), 3 + 2 * fields, *_KEPT):
            left += 1
            continue
        update = {field: printable(getattr(kutipan, field)) for field in ("teks", "nomor", "catatan")}
        update["tentang"] = printable(at[:300])
        if any(getattr(kutipan, field) != words for field, words in update.items()):
            kutipan = kutipan.model_copy(update=update)
        kept.append(kutipan)
    return tuple(kept), left


def _open_maps(sheet: Sheet, found: Processes, steps: Steps) -> None:
    """Say which lintas fungsi the text names without showing how the work goes."""
    shown = {peta.proses for peta in steps.maps}
    for entry in found.entries.values():
        named = next((k for k in entry.kutipan if k.sebagai == Makna.LINTAS_FUNGSI), None)
        if named is not None and entry.id not in shown:
            words = f"{entry.kode} {entry.nama}".strip()
            sheet.missing("lintas fungsi", f"Langkah “{words}” tidak ada: gambarnya tidak terbaca sebagai teks.", named)
    for kutipan in sheet.of(Makna.PENGUMUMAN):
        if kutipan.catatan == "tanpa gambar":
            sheet.missing("gambar", "Gambar diumumkan, tetapi tidak ada sesudahnya.", kutipan)
