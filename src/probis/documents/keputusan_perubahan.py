"""The decree that changes a set map: two versions of a model to paper, with what changed alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from probis.documents import _decree, _map_pages
from probis.documents import _names as names
from probis.documents._annex import annex_head, joined, legend, numbered, page_of
from probis.documents._changes import Changes, Place, Provision, changes
from probis.documents._decree import Content, as_articles
from probis.documents._document import Document
from probis.documents._pictures import NO_DRAWINGS, Drawings
from probis.documents._sentences import Sentences
from probis.documents._state import Keadaan, NotWritable, as_in, certified, state_of, watermark
from probis.model import Diktum, Keputusan, PetaProsesBisnis
from probis.paper import Block, Cell, Column, Heading, Image, Page, Paper, Paragraph, Row, Section, Table, bold, text

DOCUMENT = Document(
    slug="keputusan-perubahan",
    title="Keputusan perubahan",
    summary="Keputusan yang mengubah peta yang sudah ditetapkan: semula – menjadi, dan hanya peta yang berubah.",
    subject="instansi",
    states=tuple(Keadaan),
    emblem=True,
    compares=True,
    order=11,
)

_DEGREES = re.compile(r"Perubahan(?: (?P<degree>Ke\w+(?: \w+)?))? atas (?P<changed>.+)", re.IGNORECASE | re.DOTALL)
_ORDINALS = ("", "Kedua", "Ketiga", "Keempat", "Kelima", "Keenam", "Ketujuh", "Kedelapan", "Kesembilan", "Kesepuluh")
_PARTS: dict[Place, str] = {
    "arah": "ubah-bagian-arah",
    "organisasi": "ubah-bagian-organisasi",
    "proses": "ubah-bagian-proses",
    "peta": "ubah-bagian-peta",
}


def write(
    model: PetaProsesBisnis,
    subject_id: str | None = None,
    *,
    pada: date | None = None,
    drawings: Drawings = NO_DRAWINGS,
    keadaan: Keadaan | None = None,
    lama: PetaProsesBisnis,
    lambang: Image | None = None,
) -> Paper:
    """The decree that turns the map of ``lama`` into that of ``model``.

    ``lama`` must be set: with number and date. The new decree has those of ``model`` where they are others, else it
    is still open, a draft. A ``lama`` that changed a map itself (its subject begins with "Perubahan atas") is counted
    on: the next one is Perubahan Kedua. Raises NotWritable where nothing changed, or there is nothing set to change.
    """
    found = _found(lama, model)
    degree, changed = _changed(lama)
    act = _act(model, lama, degree, changed)
    state, decree = state_of(act, keadaan), names.decree_of(act)
    act, page = as_in(act, state), page_of(model)
    say = Sentences(act, keputusan_lama=changed, keputusan_lama_singkat=changed.partition(" tentang ")[0])
    said = _content(model, say, found, lama)
    ending = (_decree.signature(act, say, state), *(certified(act, say) if state is Keadaan.SALINAN else ()))
    number = say.page_number()
    opening = _decree.blocks(act, say, decree.tanggal or pada, state, said, lambang)
    head = (*annex_head(act, say, page, said.subject), *legend(model, say))
    annex = Section((*head, *_table(act, say, found), *_gone(lama, say, found)), page)
    maps = tuple(_maps(act, say, page, found, drawings))
    closing = Section((_closing(say, found), *ending), page)
    return Paper(
        title=f"{names.instrument(act)} tentang {said.subject}",
        subject=said.subject,
        author=names.signer(act).jabatan,
        date=decree.tanggal or model.instansi.periode.hari_pertama,
        watermark=watermark(say, state),
        sections=(Section(opening, page, number), *numbered(number, joined((annex, *maps, closing)))),
    )


def _found(lama: PetaProsesBisnis, model: PetaProsesBisnis) -> Changes:
    """What changed; raises NotWritable where no decree on it can be written."""
    set_before = lama.keputusan
    if set_before is None or not (set_before.nomor and set_before.tanggal):
        raise NotWritable(
            "Keputusan pada versi lama belum bernomor dan bertanggal, jadi belum ada yang dapat diubah. "
            "Tulis versi baru sebagai keputusan."
        )
    if lama.instansi.id != model.instansi.id:
        raise NotWritable(f"Versi lama adalah peta {lama.instansi.nama}, bukan {model.instansi.nama}.")
    found = changes(lama, model)
    if not found:
        raise NotWritable(
            "Versi lama dan versi baru sama dalam semua yang dimuat keputusan, jadi tidak ada yang diubah."
        )
    return found


def _changed(lama: PetaProsesBisnis) -> tuple[int, str]:
    """The how manieth change this is (from 1), and the decree that is changed, in full."""
    subject = names.subject(lama)
    before = _DEGREES.fullmatch(subject)
    if before is not None:
        told = (before["degree"] or "").capitalize()
        last = next((n for n, word in enumerate(_ORDINALS) if word == told), 0) + 1
        return last + 1, before["changed"]
    return 1, f"{names.instrument(lama)} Nomor {names.decree_of(lama).nomor} tentang {subject}"


def _act(model: PetaProsesBisnis, lama: PetaProsesBisnis, degree: int, changed: str) -> PetaProsesBisnis:
    """The model with the decree of the change in the place of the decree that set the map."""
    decree, before = names.decree_of(model), names.decree_of(lama)
    is_new = (decree.nomor, decree.tanggal) != (before.nomor, before.tanggal)
    own = is_new and _DEGREES.fullmatch(decree.tentang.rstrip(" .;")) is not None
    word = _ORDINALS[degree - 1] if degree <= len(_ORDINALS) else names.ordinal_word(degree).capitalize()
    subject = decree.tentang if own else f"Perubahan {word} atas {changed}".replace("  ", " ")
    update: dict[str, object] = {"tentang": subject, "mencabut": (), "diktum": (), "pasal": (), "pengundangan": None}
    if not is_new:
        update |= {"nomor": "", "tanggal": None}
    if not own:
        update["menimbang"] = ()
    return model.model_copy(update={"keputusan": decree.model_copy(update=update)})


def _content(model: PetaProsesBisnis, say: Sentences, found: Changes, lama: PetaProsesBisnis) -> Content:
    act = say.model
    decree: Keputusan = names.decree_of(act)
    clauses = (
        Diktum(bunyi=say.say("ubah-kesatu"), butir=tuple(_items(model, say, found, lama))),
        Diktum(bunyi=say.say("ubah-kedua")),
        Diktum(bunyi=say.say("ubah-ketiga")),
        Diktum(bunyi=say.say("diktum-terakhir")),
    )
    subject = names.subject(act)
    articles = as_articles(clauses) if decree.bentuk.peraturan else ()
    return Content(
        subject,
        decree.menimbang or (say.say("ubah-menimbang-a"), say.say("ubah-menimbang-b")),
        clauses,
        setting=f"{names.instrument(act)} tentang {subject}.".upper(),
        recalled=tuple(_earlier(lama, say)),
        articles=articles,
    )


def _earlier(lama: PetaProsesBisnis, say: Sentences) -> Iterator[str]:
    """The decree that is changed, with its latest change where there was one."""
    _, changed = _changed(lama)
    if _DEGREES.fullmatch(names.subject(lama)) is None:
        yield changed
        return
    latest = f"{names.instrument(lama)} Nomor {names.decree_of(lama).nomor}"
    yield say.say("ubah-mengingat", keputusan_terakhir=latest)


def _items(model: PetaProsesBisnis, say: Sentences, found: Changes, lama: PetaProsesBisnis) -> Iterator[str]:
    """One item a provision outside the maps, and one a map."""
    for one in found.provisions:
        if one.place != "peta":
            yield _item(say, one)
    for key in found.changed:
        yield say.say("ubah-butir-peta", hal=_map_pages.named(model, say, *key))
    for key in found.added:
        yield say.say("ubah-butir-tambah", hal=_map_pages.named(model, say, *key))
    for key in found.gone:
        yield say.say("ubah-butir-hapus", hal=_map_pages.named(lama, say, *key))


def _item(say: Sentences, one: Provision) -> str:
    if not one.was:
        return say.say("ubah-butir-tambah", hal=_with_words(one.about, one.now))
    if not one.now:
        quoted = one.was.startswith("“")
        return say.say("ubah-butir-hapus", hal=_with_words(one.about, one.was) if quoted else one.about)
    return say.say("ubah-butir", hal=one.about, semula=one.was, menjadi=one.now)


def _with_words(about: str, words: str) -> str:
    """What comes or goes, with what it says where its name does not say it."""
    return about if words == about else f"{about} {words}"


def _table(model: PetaProsesBisnis, say: Sentences, found: Changes) -> Iterator[Block]:
    """Every provision as it was and as it is, part by part, those of a lintas fungsi under its name."""
    if not found.provisions:
        return
    yield Heading(text(say.say("ubah-judul-rincian")), 2, "I.")
    heads = say.all("kolom-nomor", "kolom-ketentuan", "kolom-semula", "kolom-menjadi")
    rows: list[Row] = []
    under = ""
    for n, one in enumerate(found.provisions, 1):
        part = say.say(_PARTS[one.place])
        if one.map is not None:
            part = _sentence(_map_pages.named(model, say, "peta-lintas-fungsi", one.map))
        if part != under:
            rows.append(Row((Cell(bold(part), columns=4),)))
            under = part
        shown = (f"{n}.", _sentence(one.about), one.was or "–", one.now or "–")
        rows.append(Row(tuple(Cell(text(word)) for word in shown)))
    columns = (Column(width_mm=11), Column(0.9), Column(), Column())
    yield Table(columns, tuple(rows), (Row(tuple(Cell(text(word)) for word in heads)),))


def _gone(lama: PetaProsesBisnis, say: Sentences, found: Changes) -> Iterator[Block]:
    """The heading of the maps, and the maps that no longer hold."""
    yield Heading(text(say.say("ubah-judul-peta")), 2, "II." if found.provisions else "I.")
    shown = [*found.changed, *found.added]
    if shown:
        yield Paragraph(text(say.say("ubah-pengantar-peta")))
    for key in found.gone:
        yield Paragraph(text(_sentence(say.say("ubah-butir-hapus", hal=_map_pages.named(lama, say, *key))) + "."))


def _maps(model: PetaProsesBisnis, say: Sentences, page: Page, found: Changes, drawings: Drawings) -> Iterator[Section]:
    for slug, subject in (*found.changed, *found.added):
        yield from _map_pages.single(model, say, page, slug, subject, drawings)


def _closing(say: Sentences, found: Changes) -> Paragraph:
    """How many maps the annex holds, kind by kind, so that the signature stands under a sentence."""
    kinds = [slug.replace("-", " ") for slug, _ in (*found.changed, *found.added)]
    counts = [f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds)]
    if not counts:
        return Paragraph(text(say.say("ubah-tanpa-peta")))
    return Paragraph(text(say.say("penutup-lampiran", isi_lampiran=names.listed(counts))))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
