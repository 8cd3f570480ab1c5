"""What regulations say, as data: terms, values with dates, regulations."""

from probis.law.istilah import Istilah, cari_istilah, semua_istilah
from probis.law.nilai import Nilai, NilaiTiada, cari_nilai, semua_nilai
from probis.law.peraturan import JenisPeraturan, Kepastian, Peraturan, cari_peraturan, semua_peraturan

__all__ = [
    "Istilah",
    "JenisPeraturan",
    "Kepastian",
    "Nilai",
    "NilaiTiada",
    "Peraturan",
    "cari_istilah",
    "cari_nilai",
    "cari_peraturan",
    "semua_istilah",
    "semua_nilai",
    "semua_peraturan",
]
