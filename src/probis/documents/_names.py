"""How a decree calls things: dates, offices, titles, ordinals, in Indonesian."""

from __future__ import annotations

import re

from probis.model import BentukKeputusan, JenisInstansi, Keputusan, Pejabat, PetaProsesBisnis
from probis.paper.numbering import ordinal

OPEN = "…" * 8
"""What stands where a draft leaves a number, date or name to be written in."""

_FORMS = {
    JenisInstansi.KEMENTERIAN: BentukKeputusan.KEPUTUSAN_MENTERI,
    JenisInstansi.UNIT_KEMENTERIAN: BentukKeputusan.KEPUTUSAN_MENTERI,
    JenisInstansi.PROVINSI: BentukKeputusan.KEPUTUSAN_GUBERNUR,
    JenisInstansi.BIRO: BentukKeputusan.KEPUTUSAN_GUBERNUR,
    JenisInstansi.KABUPATEN: BentukKeputusan.KEPUTUSAN_BUPATI,
    JenisInstansi.KOTA: BentukKeputusan.KEPUTUSAN_WALI_KOTA,
}
_REGIONAL = ("Gubernur", "Bupati", "Wali Kota")


def decree_of(model: PetaProsesBisnis) -> Keputusan:
    """The model's decree, or an open one in the form that this kind of body uses."""
    if model.keputusan is not None:
        return model.keputusan
    return Keputusan(bentuk=_FORMS.get(model.instansi.jenis, BentukKeputusan.KEPUTUSAN_KEPALA))


def signer(model: PetaProsesBisnis) -> Pejabat:
    """Who signs; where nobody is named, the office alone, with its place left open."""
    decree = decree_of(model)
    office = decree.bentuk.jabatan
    if decree.penanda_tangan is not None:
        return decree.penanda_tangan
    head = model.instansi.pejabat
    if head is not None and head.jabatan.lower().startswith(office.lower()):
        return head
    return Pejabat(jabatan=f"{office} {OPEN}")


def instrument(model: PetaProsesBisnis) -> str:
    """Keputusan Gubernur Nusa Tenggara Timur."""
    return f"{decree_of(model).bentuk.naskah} {signer(model).jabatan}"


def short_instrument(model: PetaProsesBisnis) -> str:
    """Keputusan Gubernur."""
    form = decree_of(model).bentuk
    return f"{form.naskah} {form.jabatan}"


def regional(model: PetaProsesBisnis) -> bool:
    """True where the head of a region decides."""
    return decree_of(model).bentuk.jabatan in _REGIONAL


def gazette(model: PetaProsesBisnis) -> str:
    """Berita Daerah Kabupaten Alor: where a regulation is gazetted, without year and number."""
    told = decree_of(model).pengundangan
    if told is not None and told.berita:
        return re.sub(r"\s+(?:Tahun|Nomor)\s.*$", "", told.berita, flags=re.IGNORECASE)
    return f"Berita Daerah {OPEN}" if regional(model) else "Berita Negara Republik Indonesia"


def subject(model: PetaProsesBisnis) -> str:
    """What the decree is about, without a full stop."""
    own = decree_of(model).tentang.rstrip(" .;")
    return own or f"Peta Proses Bisnis {model.instansi.nama} Tahun {model.instansi.periode}"


def ordinal_word(number: int) -> str:
    """5 → kelima, 1 → kesatu."""
    return ordinal(number).lower()


def ended(sentence: str, mark: str) -> str:
    """The sentence with this closing mark where it has none of its own."""
    sentence = sentence.rstrip()
    return sentence if not sentence or sentence[-1] in ".;:,!?" else sentence + mark


def listed(words: list[str]) -> str:
    """a, b, dan c."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"
