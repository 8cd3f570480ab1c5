"""Evaluations of the map: what was looked at, what was found, what was done about it."""

from datetime import date
from typing import Annotated

from probis.model.unsur import Beku, Nama, Rujukan, Teks, Unsur


class TemuanEvaluasi(Beku):
    """TemuanEvaluasi (evaluation finding): one thing the evaluators found, and about which element."""

    bunyi: Teks
    unsur: Nama = ""
    rekomendasi: Teks = ""


class TindakLanjut(Beku):
    """TindakLanjut (follow-up): what was done about a finding, when, with which evidence."""

    bunyi: Teks
    tanggal: date | None = None
    selesai: bool = False
    bukti: tuple[Annotated[Nama, Rujukan(("berkas",), bebas=True)], ...] = ()


class Evaluasi(Unsur):
    """Evaluasi (evaluation) of the map or of part of it on one day.

    `efisiensi` says that it also judged whether the work is efficient and effective.
    """

    tanggal: date
    lingkup: Teks = ""
    oleh: Nama = ""
    efisiensi: bool = False
    temuan: tuple[TemuanEvaluasi, ...] = ()
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
