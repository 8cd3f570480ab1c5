"""Turns a date into the words with which an Indonesian document writes it, and back."""

import re
from datetime import date

NAMA_BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_BULAN = {nama.casefold(): urut for urut, nama in enumerate(NAMA_BULAN, start=1)}
_POLA = re.compile(r"(\d{1,2})\s+([A-Za-z]{3,9})\s+(\d{4})")


def tanggal_panjang(hari: date) -> str:
    """A date in words: "14 Agustus 2020"."""
    return f"{hari.day} {NAMA_BULAN[hari.month - 1]} {hari.year:04d}"


def baca_tanggal(teks: str) -> date | None:
    """Reads "14 Agustus 2020" or "2020-08-14"; None for anything else, also for a day that does not exist."""
    bersih = teks.strip()
    cocok = _POLA.fullmatch(bersih)
    try:
        if cocok is None:
            return date.fromisoformat(bersih) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", bersih, re.ASCII) else None
        bulan = _BULAN.get(cocok[2].casefold())
        return date(int(cocok[3]), bulan, int(cocok[1])) if bulan else None
    except ValueError:
        return None
