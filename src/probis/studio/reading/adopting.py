"""The draft of an upload to the first revision of an edition, under the code, name and period that a person chose."""

import re
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError

from probis.interchange import yaml
from probis.model import Periode
from probis.store.attached import read_attached
from probis.store.folder import FolderError, read_folder
from probis.studio.reading.uploads import Became, Upload
from probis.studio.revisions.loading import FOLDER, begin, taken
from probis.studio.revisions.models import Instansi

_CODE = re.compile(r"[a-z0-9]+(-{1,2}[a-z0-9]+)*")
_LONGEST_CODE, _LONGEST_NAME, _LONGEST_WHO = 120, 300, 100
_TRIES = 500


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person chose: code and name of the body, years of the period, and who they are."""

    kode: str
    nama: str
    awal: str
    akhir: str
    oleh: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a draft was not made an edition, which field is to be mended, and what would be free.

    `path` leads to the edition that is in the way, "" where none is.
    """

    pesan: str
    field: str
    usul: str = ""
    path: str = ""


def adopt(upload: Upload, wish: Wish, when: datetime) -> Became | Refusal:
    """Make the draft an edition by the person's name; an edition that is there already is never touched."""
    periode = _period(wish)
    if isinstance(periode, Refusal):
        return periode
    refused = _wrong(wish) or conflict(wish.kode, wish.nama, periode)
    if refused is not None:
        return refused
    try:
        parts = read_folder(upload.draft)
    except FolderError:
        return Refusal("Rancangannya tidak terbaca lagi. Pilih “Baca lagi”, lalu coba sekali lagi.", "")
    bacaan = yaml.read(parts)
    model = bacaan.nilai
    if model is None:
        return Refusal("Rancangan ini belum dapat dibuka sebagai peta. Pilih “Baca lagi”.", "")
    own = model.instansi
    chosen = own.model_copy(update={"id": wish.kode, "nama": wish.nama, "periode": periode})
    if chosen != own:
        parts = yaml.write(model.model_copy(update={"instansi": chosen}), bacaan.naskah)
        read = yaml.read(parts)
        if read.nilai is None:
            return Refusal("; ".join(each.pesan for each in read.temuan[:3]), "nama")
        model = read.nilai
    parts |= read_attached(upload.draft, model)
    made = begin(parts, model, who=wish.oleh, when=when, why=f"rancangan yang dibaca dari {upload.nama}")
    if made is None:
        return conflict(wish.kode, wish.nama, periode) or Refusal("Peta itu baru saja dibuat orang lain.", "kode")
    return Became(made.instansi, made.edisi, f"{wish.nama} {periode}", wish.oleh, when)


def conflict(kode: str, nama: str, periode: Periode) -> Refusal | None:
    """Return what is in the way of an edition, with a code that is free; None where nothing is."""
    other = Instansi.objects.filter(kode=kode).first()
    if other is None:
        return None
    free = next((each for n in range(2, _TRIES) if not _known(each := f"{kode[:100]}-{n}")), "")
    aside = f" Pilih kode lain, misalnya {free}, atau periode lain." if free else " Pilih kode atau periode lain."
    if taken(kode, periode):
        path = f"/{kode}/{periode.awal}-{periode.akhir}/"
        return Refusal(f"Peta {other.nama} {periode} sudah ada, jadi tidak diubah.{aside}", "kode", free, path)
    if " ".join(other.nama.casefold().split()) != " ".join(nama.casefold().split()):
        aside = f" Pilih kode lain{f', misalnya {free}' if free else ''}, atau samakan namanya bila instansinya sama."
        return Refusal(f"Kode {kode} sudah dipakai {other.nama}.{aside}", "kode", free)
    return None


def _known(kode: str) -> bool:
    return bool(Instansi.objects.filter(kode=kode).exists())


def _wrong(wish: Wish) -> Refusal | None:
    if not _CODE.fullmatch(wish.kode) or len(wish.kode) > _LONGEST_CODE:
        return Refusal("Kode instansi terdiri atas huruf kecil, angka, dan tanda hubung, misalnya dinas-arsip.", "kode")
    if not wish.nama or len(wish.nama) > _LONGEST_NAME or not wish.nama.isprintable():
        return Refusal(f"Tulis nama instansi, paling panjang {_LONGEST_NAME} huruf.", "nama")
    if not wish.oleh or len(wish.oleh) > _LONGEST_WHO or not wish.oleh.isprintable():
        return Refusal("Tulis nama Anda: revisi pertama peta ini mencatatnya.", "oleh")
    if wish.oleh.casefold() == FOLDER:
        return Refusal("Tulis nama orang: “folder” berarti peta yang dimuat dari folder.", "oleh")
    return None


def _period(wish: Wish) -> Periode | Refusal:
    if not all(year.isascii() and year.isdigit() and len(year) == 4 for year in (wish.awal, wish.akhir)):
        return Refusal("Tulis periode sebagai dua tahun, misalnya 2025 dan 2029.", "awal")
    try:
        return Periode(awal=int(wish.awal), akhir=int(wish.akhir))
    except ValidationError as error:
        said = error.errors()[0]
        known = said["msg"] if said["type"] == "probis" else "Tahun periode antara 1945 dan 2200."
        return Refusal(known, "awal")
