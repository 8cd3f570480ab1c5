"""The few things that a person knows of a body to its full particulars: what is not said follows from the rest."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from probis.edits._government import Pemerintah, jenis_dari, pemerintah_dari, singkat_dari
from probis.edits._words import initials, slugged
from probis.model import (
    AcuanLuar,
    Beku,
    Id,
    Instansi,
    JenisInstansi,
    Keputusan,
    Nama,
    Pejabat,
    Periode,
    Profil,
)


class IsianInstansi(Beku):
    """IsianInstansi (particulars of a body): what stays empty is derived from the name.

    `pemerintah` is the government it belongs to ("Provinsi Bali"); `kode` begins the codes ("BO"), or is a whole
    grammar ("BO-{nn}"); `id` is its own id.
    """

    nama: Annotated[Nama, StringConstraints(min_length=3), Field(title="Nama instansi")]
    periode: Annotated[Periode, Field(title="Masa peta", examples=["2025-2029"])]
    tempat: Annotated[Nama, StringConstraints(min_length=2), Field(title="Tempat kedudukan")]
    nama_singkat: Annotated[Nama, Field(title="Nama singkat")] = ""
    jenis: Annotated[JenisInstansi | None, Field(title="Jenis instansi")] = None
    pemerintah: Annotated[Nama, Field(title="Pemerintah")] = ""
    induk: Annotated[Nama, Field(title="Instansi induk")] = ""
    jabatan: Annotated[Nama, Field(title="Jabatan yang menetapkan")] = ""
    pejabat: Annotated[Nama, Field(title="Nama pejabat")] = ""
    kode: Annotated[Nama, StringConstraints(max_length=50), Field(title="Awalan kode proses")] = ""
    id: Annotated[Id | None, Field(title="Id instansi", examples=["bagian-organisasi-sleman"])] = None

    # What follows from what was said --------------------------------------------------------------------------------

    @property
    def milik(self) -> Pemerintah | None:
        """The government it belongs to, as said or as its names tell."""
        if self.pemerintah:
            return pemerintah_dari(self.pemerintah) or Pemerintah("lembaga", self.pemerintah)
        return pemerintah_dari(self.nama, self.jabatan, self.induk)

    @property
    def singkat(self) -> str:
        """The short name: as said, else what stands before the name of its government."""
        short = singkat_dari(self.nama)
        above = self.milik.sebutan if self.milik else ""
        return self.nama_singkat or short.removesuffix(f" {above}").strip() or self.nama

    @property
    def jenis_pasti(self) -> JenisInstansi:
        """The kind of body."""
        return self.jenis or jenis_dari(self.nama)

    @property
    def nama_induk(self) -> str:
        """The name of the body above it: what follows its short name, else its government; "" where neither is."""
        if self.induk:
            return self.induk
        shorts = (self.singkat, singkat_dari(self.nama))
        first = next((short for short in shorts if self.nama.startswith(short) and short != self.nama), "")
        rest = self.nama.removeprefix(first).strip() if first else ""
        return rest or (self.milik.sebutan if self.milik and self.milik.sebutan != self.nama else "")

    @property
    def penetap(self) -> str:
        """The office that signs the decree."""
        return self.jabatan or (self.milik.kepala if self.milik else f"Kepala {self.singkat}")

    @property
    def awalan(self) -> str:
        """The beginning of the codes: the initials of the short name."""
        return self.kode or initials(self.singkat) or "P"

    def id_pasti(self) -> str:
        """The id: as said, else the short name with the government's own name."""
        if self.id:
            return self.id
        place = self.milik.nama if self.milik else ""
        text = self.singkat if place and slugged(place) in slugged(self.singkat) else f"{self.singkat} {place}"
        return slugged(text)[:100].strip("-") or "instansi"


def pola(isian: IsianInstansi, like: str = "") -> str:
    """Return the code grammar: a whole one as said, else its beginning with the rest of the one it is `like`."""
    if "{" in isian.kode:
        return isian.kode
    place = like.find("{")
    joint = like[place - 1] if place > 0 and not like[place - 1].isalnum() else "-"
    return f"{isian.awalan}{joint}{like[place:] if place >= 0 else '{nn}'}"


def instansi_from(isian: IsianInstansi, profil: Profil | None = None) -> Instansi:
    """Return the body that the particulars describe, with the profile given or a plain one."""
    profil = profil or Profil()
    numbered = not isian.kode and not profil.pola_proses[:1].isalpha()
    grammar = profil.pola_proses if numbered else pola(isian, profil.pola_proses)
    induk = isian.nama_induk
    return Instansi(
        id=isian.id_pasti(),
        nama=isian.nama,
        nama_singkat=isian.singkat if isian.singkat != isian.nama else "",
        jenis=isian.jenis_pasti,
        induk=AcuanLuar(instansi=slugged(induk)[:100].strip("-") or "induk", alamat="instansi", nama=induk)
        if induk
        else None,
        tempat=isian.tempat,
        periode=isian.periode,
        pejabat=Pejabat(jabatan=isian.penetap, nama=isian.pejabat),
        profil=Profil.model_validate({**profil.model_dump(), "pola_proses": grammar}),
    )


def keputusan_from(isian: IsianInstansi, mengingat: tuple[str, ...] = ()) -> Keputusan:
    """Return the open decree: its form and signer; number, date and sentences are still to come."""
    government = isian.milik
    signed = pemerintah_dari("", isian.penetap) or government
    return Keputusan(
        bentuk=(signed or Pemerintah("lembaga", "")).bentuk,
        tempat=isian.tempat,
        tentang=f"Peta Proses Bisnis {isian.nama} Tahun {isian.periode}",
        mengingat=mengingat,
        penanda_tangan=Pejabat(jabatan=isian.penetap, nama=isian.pejabat),
    )
