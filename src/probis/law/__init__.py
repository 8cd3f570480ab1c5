"""What regulations say, as data: terms, values with dates, regulations."""

from probis.law.istilah import Istilah, istilah, semua_istilah
from probis.law.nilai import Nilai, NilaiTiada, nilai, semua_nilai
from probis.law.peraturan import JenisPeraturan, Kepastian, Peraturan, peraturan, semua_peraturan

__all__ = [
    "Istilah",
    "JenisPeraturan",
    "Kepastian",
    "Nilai",
    "NilaiTiada",
    "Peraturan",
    "istilah",
    "nilai",
    "peraturan",
    "semua_istilah",
    "semua_nilai",
    "semua_peraturan",
]
