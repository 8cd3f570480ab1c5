"""The sentences of a paper for one model: the body's own where `keputusan.bunyi` has them, else the defaults."""

from __future__ import annotations

from probis.documents import _names as names
from probis.law.kalimat import cari_kalimat, terisi
from probis.model import PetaProsesBisnis
from probis.paper import Numbering, PageNumber


class Sentences:
    """The sentences for one ``model``; ``values`` fill further {names} of the defaults."""

    def __init__(self, model: PetaProsesBisnis, **values: str) -> None:
        self.model = model
        instansi, label = model.instansi, model.instansi.profil.label_kelompok
        decree = names.decree_of(model)
        self._own, self._form = decree.bunyi, decree.bentuk.value
        self.values = {
            "instansi": instansi.nama,
            "sebutan": instansi.sebutan,
            "dokumen": model.arah.dokumen or f"Tahun {instansi.periode}",
            "tentang": names.subject(model),
            "keputusan_singkat": names.short_instrument(model),
            "naskah": decree.bentuk.naskah,
            "KEPUTUSAN_TENTANG": f"{self._called(model)} tentang {names.subject(model)}".upper(),
            "pemilik_visi": "Kepala Daerah" if names.regional(model) else "Organisasi",
            "label_utama": label.utama,
            "label_pendukung": label.pendukung,
            "label_lainnya": label.lainnya,
            **values,
        }

    @staticmethod
    def _called(model: PetaProsesBisnis) -> str:
        """What "Menetapkan" calls the instrument: a regulation without the region of its maker."""
        short = names.decree_of(model).bentuk.peraturan
        return names.short_instrument(model) if short else names.instrument(model)

    def say(self, slot: str, **values: str) -> str:
        """The sentence of a slot with further ``values``.

        What a user wrote is never evaluated: known {names} in it are replaced, all else stands as it is.
        """
        own = self._own.get(slot, "").strip()
        if own:
            return terisi(own, {**self.values, **values})
        found = cari_kalimat(slot)
        if found is None:
            raise KeyError(slot)
        return terisi(found.untuk(self._form), {**self.values, **values})

    def all(self, *slots: str) -> tuple[str, ...]:
        """The sentences of several slots, such as the heads of a table."""
        return tuple(self.say(slot) for slot in slots)

    def has(self, slot: str) -> bool:
        """True where the body words this slot itself."""
        return bool(self._own.get(slot, "").strip())

    def paragraphs(self, slot: str, **values: str) -> tuple[str, ...]:
        """The sentence of a slot as paragraphs, divided where it has an empty line."""
        return tuple(part.strip() for part in self.say(slot, **values).split("\n\n") if part.strip())

    def choice(self, slot: str) -> str:
        """One of the choices of a slot; the default where the body wrote none of them."""
        found = cari_kalimat(slot)
        if found is None:
            raise KeyError(slot)
        own = self._own.get(slot, "").strip()
        return own if own in found.pilihan else found.untuk(self._form)

    def numbering(self, slot: str) -> Numbering:
        """How a list is numbered; the slot shows its first label."""
        return Numbering(self.choice(slot))

    def page_number(self) -> PageNumber:
        """How pages are numbered; the slot shows the number of page 1, which follows where the slot has no 1."""
        shown = self.say("nomor-halaman")
        before, one, after = shown.partition("1")
        place = "foot" if self.choice("letak-nomor-halaman") == "bawah" else "head"
        return PageNumber(before, after, place=place) if one else PageNumber(f"{shown} ", "", place=place)
