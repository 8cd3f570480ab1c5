"""A page of an edition to the documents that are offered on it, each with its preview and its files."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from probis.documents import Document, Keadaan, all_documents
from probis.model import PetaProsesBisnis
from probis.studio.body.addresses import map_name, name_of
from probis.studio.body.opened import Opened

_STATES = {Keadaan.RANCANGAN: "Rancangan", Keadaan.DITETAPKAN: "Ditetapkan", Keadaan.SALINAN: "Salinan"}


@dataclass(frozen=True, slots=True)
class Wish:
    """A document of one subject (None: the body), the state it is wanted in, and the revision it compares with.

    `keadaan` None is the state that the model gives; `banding` 0 is for documents that compare nothing.
    """

    document: Document
    subject: str | None = None
    keadaan: Keadaan | None = None
    banding: int = 0

    @property
    def query(self) -> str:
        """State and revision as the end of an address, "" for the usual ones."""
        pairs = [("keadaan", self.keadaan.value)] if self.keadaan else []
        pairs += [("banding", str(self.banding))] if self.banding else []
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def stem(self) -> str:
        """The address within the edition, without what follows it: "dokumen/keputusan", "dokumen/sop/x"."""
        return "/".join(filter(None, ("dokumen", self.document.slug, self.subject)))


@dataclass(frozen=True, slots=True)
class Offer:
    """One document of one subject: what it is called, the path of its preview, and its files by form."""

    title: str
    summary: str
    name: str
    path: str
    files: tuple[tuple[str, str], ...]


def offer(opened: Opened, wish: Wish) -> Offer:
    """Return a document as pages offer it."""
    stem = f"{opened.base}{wish.stem}"
    files = tuple((form, f"{stem}.{form}{wish.query}") for form in wish.document.formats)
    name = dict(subjects(opened.model, wish.document)).get(wish.subject, "")
    return Offer(wish.document.title, wish.document.summary, name, f"{stem}/{wish.query}", files)


def writable(opened: Opened) -> tuple[Document, ...]:
    """Return the documents that an edition can have: what compares needs an older revision."""
    return tuple(each for each in all_documents() if opened.nomor > 1 or not each.compares)


def offers(opened: Opened, kind: str, subject: str | None = None) -> tuple[Offer, ...]:
    """Return the documents of the body ("instansi"), or of this process or lintas fungsi."""
    return tuple(offer(opened, Wish(each, subject)) for each in writable(opened) if each.subject == kind)


def subjects(model: PetaProsesBisnis, document: Document) -> Iterator[tuple[str | None, str]]:
    """Yield what a document can be about, by id and name: the body alone, every process, or every lintas fungsi."""
    match document.subject:
        case "proses":
            yield from ((each.id, name_of(model, f"proses/{each.id}")) for each in model.pohon())
        case "lintas-fungsi":
            yield from ((each.id, map_name(model, each)) for each in model.lintas_fungsi)
        case _:
            yield None, model.instansi.nama


def states(wish: Wish, usual: Keadaan) -> Iterator[tuple[str, Wish, bool]]:
    """Yield the states of a document, each with the wish for it and whether it is the one wished; `usual` is unsaid."""
    for keadaan in wish.document.states:
        said = None if keadaan is usual else keadaan
        yield _STATES[keadaan], Wish(wish.document, wish.subject, said, wish.banding), said is wish.keadaan
