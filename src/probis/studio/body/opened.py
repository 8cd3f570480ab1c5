"""The address of an edition to its newest revision, read, judged, and kept in memory as long as it is the newest."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from django.http import Http404
from django.utils import timezone

from probis.interchange import yaml
from probis.model import Bacaan, Naskah, PetaProsesBisnis, Revisi, Tempat, Temuan, Tingkat
from probis.paper import BadImage, Image
from probis.rules import all_rules, check
from probis.store.emblem import emblem_part, image
from probis.store.folder import SUFFIX
from probis.store.revisions import StoreError
from probis.store.revisions import opened as opened_revision
from probis.studio.revisions.models import Edisi
from probis.studio.revisions.store import DatabaseStore

WEIGHT = {Tingkat.GALAT: 0, Tingkat.PERINGATAN: 1, Tingkat.CATATAN: 2}


@dataclass(frozen=True, slots=True)
class Opened:
    """One edition at one revision, as judged on the day `pada`; `nomor` is the revision's number for people."""

    instansi: str
    edisi: str
    revisi: Revisi
    nomor: int
    pada: date
    model: PetaProsesBisnis
    temuan: tuple[Temuan, ...]
    naskah: tuple[Naskah, ...]
    tempat: Mapping[str, Tempat]

    @property
    def base(self) -> str:
        """The address under which all pages of this edition stand, with "/" at both ends."""
        return f"/{self.instansi}/{self.edisi}/"

    @property
    def open_findings(self) -> tuple[Temuan, ...]:
        """The findings that no exception excuses, the heaviest first."""
        return tuple(temuan for temuan in self.temuan if not temuan.dikecualikan)

    def placed(self, temuan: Temuan) -> Temuan:
        """Return a finding with its place in the files."""
        return replace(temuan, tempat=Bacaan(self.model, tempat=self.tempat).cari_tempat(temuan.alamat, temuan.bidang))


@dataclass(frozen=True, slots=True)
class Unread:
    """An edition whose newest revision does not read as a map, with the reasons."""

    nama: str
    edisi: str
    temuan: tuple[Temuan, ...]


def open_edition(instansi: str, edisi: str) -> Opened:
    """Return the edition with these codes as it is today; raises Http404. One query when it is in memory already."""
    row = Edisi.objects.select_related("instansi", "kepala").filter(instansi__kode=instansi, kode=edisi).first()
    found = _opened(row) if row is not None and row.kepala is not None else None
    if not isinstance(found, Opened):
        raise Http404
    return found


def emblem_of(opened: Opened) -> Image | None:
    """Return the emblem that the revision holds, else None; one query where there is one."""
    part = emblem_part(opened.revisi.bagian)
    if not part:
        return None
    row = Edisi.objects.filter(instansi__kode=opened.instansi, kode=opened.edisi).get()
    try:
        return image(DatabaseStore(row.pk).part(part), opened.model.instansi.nama)
    except (BadImage, StoreError):
        return None


def attached(opened: Opened, nama: str) -> bytes | None:
    """Return the bytes of a file that the map names, as the revision holds them; None where it holds none."""
    sha256 = opened.revisi.bagian.get(nama)
    if sha256 is None:
        return None
    row = Edisi.objects.filter(instansi__kode=opened.instansi, kode=opened.edisi).get()
    try:
        return DatabaseStore(row.pk).part(sha256)
    except StoreError:
        return None


def all_editions() -> list[Opened | Unread]:
    """Return all editions that hold a revision, by body and period."""
    rows = Edisi.objects.select_related("instansi", "kepala").exclude(kepala=None)
    return [_opened(row) for row in rows]


def readable_editions() -> list[Opened]:
    """Return the editions that read as maps."""
    return [each for each in all_editions() if isinstance(each, Opened)]


def today() -> date:
    """Return the day at the studio's place."""
    day: date = timezone.localdate()
    return day


def local(moment: datetime) -> datetime:
    """Return a moment on the clock of the studio's place."""
    here: datetime = timezone.localtime(moment)
    return here


def read(edisi: int, revisi: str) -> Bacaan | None:
    """Return what the files of a revision (by its hash) of the edition with this primary key say; None for no such."""
    store = DatabaseStore(edisi)
    kept = store.get(revisi)
    return yaml.read(store.parts(kept, SUFFIX)) if kept is not None else None


def clear_memory() -> None:
    """Forget all that was read, so that it is read again: after a repair of the store."""
    _reading.cache_clear()
    _findings.cache_clear()


def _opened(row: Edisi) -> Opened | Unread:
    pada = today()
    try:
        bacaan = _reading(row.pk, row.kepala.sha256)
    except StoreError as damage:
        bacaan = Bacaan(None, (Temuan("bacaan", Tingkat.GALAT, "instansi", str(damage)),))
    if bacaan.nilai is None:
        return Unread(row.instansi.nama, row.kode, bacaan.temuan)
    return Opened(
        instansi=row.instansi.kode,
        edisi=row.kode,
        revisi=opened_revision(row.kepala.sha256, bytes(row.kepala.tertulis)),
        nomor=row.kepala.nomor,
        pada=pada,
        model=bacaan.nilai,
        temuan=_findings(row.pk, row.kepala.sha256, pada),
        naskah=bacaan.naskah,
        tempat=bacaan.tempat,
    )


@lru_cache(maxsize=32)
def _reading(edisi: int, revisi: str) -> Bacaan:
    bacaan = read(edisi, revisi)
    assert bacaan is not None, "the head of an edition is one of its revisions"
    return bacaan


@lru_cache(maxsize=64)
def _findings(edisi: int, revisi: str, pada: date) -> tuple[Temuan, ...]:
    bacaan = _reading(edisi, revisi)
    if bacaan.nilai is None:
        return bacaan.temuan
    found = [*bacaan.temuan, *check(bacaan.nilai, bacaan.naskah, pada, keep_going=True)]
    placed = [replace(t, tempat=t.tempat or bacaan.cari_tempat(t.alamat, t.bidang)) for t in found]
    order = {slug: number for number, slug in enumerate(all_rules())}
    return tuple(sorted(placed, key=lambda t: (WEIGHT[t.tingkat], order.get(t.aturan, -1))))
