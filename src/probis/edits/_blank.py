"""The particulars of a body to its first, nearly empty map: the body, its own unit and head, and an open decree."""

from __future__ import annotations

from pydantic import ValidationError

from probis.edits._family import Hasil, Konfirmasi, Perihal, said
from probis.edits._particulars import IsianInstansi, instansi_from, keputusan_from
from probis.edits._words import slugged
from probis.model import Jabatan, JenisJabatan, Organisasi, PetaProsesBisnis, UnitKerja

_TO_FILL = (
    (Perihal.RENCANA, "arah", "Visi, misi, tujuan, dan sasaran belum diisi.", ""),
    (Perihal.PERATURAN, "organisasi", "Peraturan pembentukan, tugas, dan fungsi belum disebut.", "dasar"),
    (Perihal.USULAN, "organisasi", "Unit, jabatan, dan pihak luar belum diisi.", "unit"),
    (Perihal.USULAN, "proses", "Proses dan sub proses belum diisi.", ""),
    (Perihal.KEPUTUSAN, "keputusan", "Nomor, tanggal, Mengingat, dan tembusan belum diisi.", "nomor"),
)


def blank(isian: IsianInstansi) -> Hasil:
    """Return a map that holds only what the particulars say, with what is to be filled in."""
    try:
        instansi = instansi_from(isian)
        root = slugged(instansi.sebutan)[:100].strip("-") or "unit"
        model = PetaProsesBisnis(
            instansi=instansi,
            organisasi=Organisasi(
                unit=(UnitKerja(id=root, nama=instansi.nama, nama_singkat=instansi.nama_singkat),),
                jabatan=(
                    Jabatan(
                        id=f"kepala-{root}",
                        nama=f"Kepala {instansi.sebutan}",
                        unit=root,
                        jenis=JenisJabatan.PIMPINAN,
                        kepala=True,
                    ),
                ),
            ),
            keputusan=keputusan_from(isian, ("permenpanrb-19-2018",)),
        )
    except ValidationError as error:
        return Hasil(None, temuan=said(error, IsianInstansi, "instansi-kosong"))
    return Hasil(model, tuple(Konfirmasi(*fields[:3], bidang=fields[3]) for fields in _TO_FILL))
