"""The words of `Kutipan.bagian`: which part of a decree a passage stands in."""

from enum import StrEnum


class Bagian(StrEnum):
    """Bagian (part) of a decree, in the words that `Kutipan.bagian` holds."""

    KEPALA = "kepala"
    MENIMBANG = "menimbang"
    MENGINGAT = "mengingat"
    MEMPERHATIKAN = "memperhatikan"
    DIKTUM = "diktum"
    BATANG_TUBUH = "batang-tubuh"
    PENUTUP = "penutup"
    TEMBUSAN = "tembusan"
    KEPALA_LAMPIRAN = "kepala-lampiran"
    ARAH = "arah"
    KETERKAITAN = "keterkaitan"
    TELAAHAN = "telaahan"
    TUGAS_FUNGSI = "tugas-fungsi"
    STRUKTUR = "struktur"
    PETA_PROSES = "peta-proses"
    PENJELASAN = "penjelasan"
    PETA_SUB_PROSES = "peta-sub-proses"
    PETA_RELASI = "peta-relasi"
    PETA_LINTAS_FUNGSI = "peta-lintas-fungsi"
    SOP = "sop"
    LAIN = "lain"
