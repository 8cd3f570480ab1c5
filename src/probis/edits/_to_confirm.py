"""A copied map to the list of what the people of the new body must confirm, address by address."""

from __future__ import annotations

from collections.abc import Iterator

from probis.edits._family import Konfirmasi, Perihal
from probis.edits._government import Pemerintah
from probis.edits._walk import texts
from probis.edits._words import holds, strangers
from probis.model import PetaProsesBisnis

_COPIED = {
    "area": "Area perubahan disalin dari templat.",
    "unit": "Susunan unit disalin dari templat; cocokkan dengan peraturan pembentukan instansi ini.",
    "fungsi": "Bunyi fungsi disalin dari templat; cocokkan dengan peraturan tugas dan fungsi.",
    "jabatan": "Jabatan disalin dari templat; cocokkan dengan peta jabatan, lalu isi bezetting dan kebutuhan.",
    "pihak": "Pihak luar disalin dari templat; pastikan namanya dan hubungannya dengan instansi ini.",
    "produk": "Produk disalin dari templat; pastikan nama dokumen yang dipakai di sini.",
    "proses": "Proses, pemilik, dan yang terlibat disalin dari templat.",
    "aliran": "Aliran produk disalin dari templat.",
    "hubungan": "Hubungan antarproses disalin dari templat.",
    "penjelasan": "Kalimat penjelasan disalin dari templat.",
    "sop": "SOP disalin dari templat tanpa nomor dan tanggal.",
}


def of_template(
    template: PetaProsesBisnis, made: PetaProsesBisnis, government: Pemerintah | None
) -> Iterator[Konfirmasi]:
    """Yield what must be confirmed in `made`, copied from `template`, for a body of this government."""
    yield from _decree(template)
    yield from _direction(made)
    yield from _left_out(template)
    for kind, alasan in _COPIED.items():
        for element in made.jenis[kind]:
            yield Konfirmasi(Perihal.USULAN, f"{kind}/{element.id}", alasan)
    for peta in made.lintas_fungsi:
        figures = [word for word, held in (("volume", peta.volume), ("batas", peta.batas)) if held is not None]
        alasan = "Urutan kerja, pelaksana, waktu, dan beban disalin dari templat"
        alasan += f"; {' dan '.join(figures)} juga milik templat." if figures else "."
        yield Konfirmasi(Perihal.USULAN, f"lintas-fungsi/{peta.id}", alasan)
    yield from _strange(made, government)


def _decree(template: PetaProsesBisnis) -> Iterator[Konfirmasi]:
    yield Konfirmasi(
        Perihal.KEPUTUSAN, "keputusan", "Nomor, tanggal, dan tembusan belum diisi; Mengingat perlu dilengkapi.", "nomor"
    )
    if template.organisasi.dasar or template.peraturan:
        alasan = "Peraturan pembentukan, tugas, dan fungsi instansi ini belum disebut."
        yield Konfirmasi(Perihal.PERATURAN, "organisasi", alasan, "dasar")


def _direction(made: PetaProsesBisnis) -> Iterator[Konfirmasi]:
    alasan = "Visi, misi, tujuan, sasaran, dan indikator belum diisi; milik templat tidak ikut disalin."
    yield Konfirmasi(Perihal.RENCANA, "arah", alasan)
    for proses in made.anak(None):
        alasan = "Sasaran dan indikator yang dilayani proses ini belum disebut."
        yield Konfirmasi(Perihal.RENCANA, f"proses/{proses.id}", alasan, "melayani")


def _left_out(template: PetaProsesBisnis) -> Iterator[Konfirmasi]:
    for one in template.pengecualian:
        alasan = (
            f"Templat mengecualikan aturan “{one.aturan}”; pengecualian itu tidak ikut disalin. "
            "Perbaiki temuannya, atau catat pengecualian sendiri."
        )
        yield Konfirmasi(Perihal.PENGECUALIAN, "pengecualian", alasan)


def _strange(made: PetaProsesBisnis, government: Pemerintah | None) -> Iterator[Konfirmasi]:
    words = strangers(government.taraf if government else None)
    for at, element in made.unsur():
        plain = element.model_copy(update={"sumber": (), "catatan": ""}) if hasattr(element, "sumber") else element
        inner = element.model_copy(update={"sumber": (), "simpul": (), "jalur": (), "alur": ()})
        looked = inner if at.startswith("lintas-fungsi/") and at.count("/") == 1 else plain
        word = next((found for text in texts(looked) if (found := holds(text, words))), None)
        if word and not at.startswith(("peraturan/", "keputusan")):
            alasan = f"Menyebut “{word}”, yang mungkin bukan urusan instansi ini."
            yield Konfirmasi(Perihal.ISTILAH, at, alasan)
