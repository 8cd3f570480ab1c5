"""A map of an older period to the list of what time has made doubtful: each thing with its address and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from probis.edits._family import Konfirmasi, Perihal
from probis.edits._walk import parts, reference
from probis.law import NilaiTiada, Peraturan, cari_nilai, cari_peraturan
from probis.law.peraturan import Pencari, StatusPeraturan, masa_berlaku, nama_lengkap, perubahan, singkatan, status
from probis.law.tanggal import tanggal_panjang
from probis.model import (
    Batas,
    Jabatan,
    JenisSumber,
    LintasFungsi,
    Pejabat,
    PetaProsesBisnis,
    Rentang,
    Sop,
    Sumber,
    Unsur,
)


def of_period(old: PetaProsesBisnis, made: PetaProsesBisnis, pada: date) -> Iterator[Konfirmasi]:
    """Yield what must be confirmed anew in `made`, the next period of `old`, judged on the day `pada`."""
    yield from _decree(old, made)
    yield from _people(old)
    yield from _plan(made)
    yield from _regulations(old, pada)
    yield from _of_the_old_years(old)
    yield from _legal_values(made, pada)
    yield from _exceptions(made, pada)
    yield from _evaluations(made)
    yield from _figures(made)
    yield from _sources(made)


# The decree and the people ------------------------------------------------------------------------------------------


def _decree(old: PetaProsesBisnis, made: PetaProsesBisnis) -> Iterator[Konfirmasi]:
    if old.keputusan is None:
        return
    body = "pasal" if old.keputusan.bentuk.peraturan else "diktum"
    fields = f"Nomor, tanggal, Menimbang, {body}, dan bunyi naskah dikosongkan untuk keputusan yang baru."
    yield Konfirmasi(Perihal.KEPUTUSAN, "keputusan", fields)
    for id_ in made.keputusan.mencabut if made.keputusan else ():
        found = next((p for p in made.peraturan if p.id == id_), None)
        name = nama_lengkap(found) if found else id_
        yield Konfirmasi(Perihal.KEPUTUSAN, "keputusan", f"Akan mencabut {name}.", "mencabut")
    if not old.keputusan.nomor:
        alasan = "Keputusan masa lalu tidak bernomor, sehingga tidak ada yang dicabut."
        yield Konfirmasi(Perihal.KEPUTUSAN, "keputusan", alasan, "mencabut")
    if old.keputusan.tembusan:
        yield Konfirmasi(Perihal.KEPUTUSAN, "keputusan", "Tembusan disalin dari keputusan lama.", "tembusan")


def _people(old: PetaProsesBisnis) -> Iterator[Konfirmasi]:
    for part in parts(old):
        if isinstance(part.value, Pejabat) and (part.value.nama or part.value.nip):
            emptied = part.alamat in ("instansi", "keputusan")
            doing = "dikosongkan" if emptied else "belum diubah"
            alasan = f"{part.value.nama or part.value.nip} ({part.value.jabatan}) pejabat masa lalu; {doing}."
            yield Konfirmasi(Perihal.PEJABAT, part.alamat, alasan, part.bidang)


def _plan(made: PetaProsesBisnis) -> Iterator[Konfirmasi]:
    arah = made.arah
    named = arah.dokumen or (arah.dari.nama if arah.dari else "")
    listed = (arah.misi, arah.tujuan, arah.sasaran, arah.area)
    if not (named or arah.visi or any(listed)):
        return
    alasan = f"Rencana masa lalu ({named})" if named else "Rencana masa lalu"
    yield Konfirmasi(Perihal.RENCANA, "arah", f"{alasan}; cocokkan dengan rencana masa {made.instansi.periode}.")
    again = "Bunyinya dari rencana masa lalu."
    if arah.visi:
        yield Konfirmasi(Perihal.RENCANA, f"visi/{arah.visi.id}", again)
    for kind in ("misi", "tujuan", "sasaran", "area"):
        for element in made.jenis[kind]:
            yield Konfirmasi(Perihal.RENCANA, f"{kind}/{element.id}", again)
    for indikator in arah.indikator:
        alasan = f"Target masa lalu: {indikator.target} {indikator.satuan}".rstrip() if indikator.target else again
        yield Konfirmasi(Perihal.RENCANA, f"indikator/{indikator.id}", f"{alasan.rstrip('.')}.", "target")


# Law ----------------------------------------------------------------------------------------------------------------


def _since(old: PetaProsesBisnis) -> date:
    decree = old.keputusan
    return decree.tanggal if decree and decree.tanggal else old.instansi.periode.hari_pertama


def _regulations(old: PetaProsesBisnis, pada: date) -> Iterator[Konfirmasi]:
    own = {p.id: p for p in old.peraturan}

    def find(id_: str) -> Peraturan | None:
        return own.get(id_) or cari_peraturan(id_)

    since = _since(old)
    for (at, field, id_), _ in sorted(_cited(old).items()):
        found = find(id_)
        if found is None:
            alasan = f"Peraturan “{id_}” tidak dikenal."
        elif status(found, pada, find) is StatusPeraturan.DICABUT:
            alasan = f"{singkatan(found)} tidak berlaku lagi pada {tanggal_panjang(pada)}.{_by(found, find)}"
        else:
            newer = [p for p in perubahan(found, pada, find) if p not in perubahan(found, since, find)]
            if not newer:
                continue
            alasan = f"{singkatan(found)} diubah sejak keputusan lama: {', '.join(map(singkatan, newer))}."
        yield Konfirmasi(Perihal.PERATURAN, at, alasan, field)


def _of_the_old_years(old: PetaProsesBisnis) -> Iterator[Konfirmasi]:
    years = (str(old.instansi.periode.awal), str(old.instansi.periode.akhir))
    for peraturan in old.peraturan:
        if all(year in peraturan.tentang for year in years):
            alasan = f"{singkatan(peraturan)} tentang masa {old.instansi.periode}; pastikan penggantinya."
            yield Konfirmasi(Perihal.PERATURAN, f"peraturan/{peraturan.id}", alasan)


def _by(found: Peraturan, find: Pencari) -> str:
    by = find(found.dicabut_oleh) if found.dicabut_oleh else None
    return f" Dicabut oleh {singkatan(by)}." if by else ""


def _cited(model: PetaProsesBisnis) -> Mapping[tuple[str, str, str], None]:
    """Return (address, field, id) of each regulation that the map names."""
    found: dict[tuple[str, str, str], None] = {}
    whole = [("organisasi", model.organisasi)]
    for at, value in [*whole, *((part.alamat, part.value) for part in parts(model))]:
        for name in type(value).model_fields:
            mark = reference(type(value), name)
            if mark is None or "peraturan" not in mark.kinds or name == "mencabut":
                continue
            held = getattr(value, name)
            for id_ in held if isinstance(held, tuple) else (held,):
                found[(at, name, id_)] = None
    return found


def _legal_values(made: PetaProsesBisnis, pada: date) -> Iterator[Konfirmasi]:
    for part in parts(made):
        span = part.value.waktu if isinstance(part.value, Batas) else part.value
        if isinstance(part.value, Rentang | Batas) and isinstance(span, Rentang) and span.nilai_hukum:
            value = cari_nilai(span.nilai_hukum, pada)
            if isinstance(value, NilaiTiada):
                yield Konfirmasi(Perihal.NILAI_HUKUM, part.alamat, value.pesan, part.bidang)
            elif value.berlaku_sampai or (value.sumber and _ends(value.sumber)):
                alasan = f"Nilai “{value.id}” berlaku sampai tanggal tertentu; pastikan penggantinya."
                yield Konfirmasi(Perihal.NILAI_HUKUM, part.alamat, alasan, part.bidang)


def _ends(id_: str) -> bool:
    found = cari_peraturan(id_)
    return found is not None and masa_berlaku(found)[1] is not None


# What the body itself kept for a time -------------------------------------------------------------------------------


def _exceptions(made: PetaProsesBisnis, pada: date) -> Iterator[Konfirmasi]:
    for one in made.pengecualian:
        until = ""
        if one.sampai:
            word = "berakhir" if one.sampai < pada else "berlaku sampai"
            until = f", {word} {tanggal_panjang(one.sampai)}"
        alasan = f"Pengecualian dari aturan “{one.aturan}”{until}: {one.alasan}"
        yield Konfirmasi(Perihal.PENGECUALIAN, f"pengecualian/{one.id}", alasan, "sampai" if one.sampai else "")


def _evaluations(made: PetaProsesBisnis) -> Iterator[Konfirmasi]:
    for one in made.evaluasi:
        open_ = sum(not step.selesai for step in one.tindak_lanjut)
        rest = f"; {open_} tindak lanjut belum selesai" if open_ else ""
        alasan = f"Evaluasi {tanggal_panjang(one.tanggal)} atas peta masa lalu{rest}."
        yield Konfirmasi(Perihal.EVALUASI, f"evaluasi/{one.id}", alasan)


def _figures(made: PetaProsesBisnis) -> Iterator[Konfirmasi]:
    for peta in made.lintas_fungsi:
        if peta.volume is not None:
            alasan = f"Volume {peta.volume} dihitung pada masa lalu."
            yield Konfirmasi(Perihal.ANGKA, f"lintas-fungsi/{peta.id}", alasan, "volume")
    for jabatan in made.organisasi.jabatan:
        yield from _counted(jabatan)
    for sop in made.sop:
        yield from _dated(sop)


def _counted(jabatan: Jabatan) -> Iterator[Konfirmasi]:
    for field in ("bezetting", "kebutuhan"):
        held = getattr(jabatan, field)
        if held is not None:
            alasan = f"{field.capitalize()} {held} orang menurut hitungan masa lalu."
            yield Konfirmasi(Perihal.ANGKA, f"jabatan/{jabatan.id}", alasan, field)


def _dated(sop: Sop) -> Iterator[Konfirmasi]:
    if sop.tanggal_efektif is not None:
        alasan = f"SOP berlaku sejak {tanggal_panjang(sop.tanggal_efektif)}; pastikan masih dijalankan."
        yield Konfirmasi(Perihal.ANGKA, f"sop/{sop.id}", alasan, "tanggal_efektif")


# Sources ------------------------------------------------------------------------------------------------------------


def _sources(made: PetaProsesBisnis) -> Iterator[Konfirmasi]:
    first = made.instansi.periode.hari_pertama
    for at, element in made.unsur():
        for sumber in element.sumber_dipakai() if isinstance(element, Unsur) else ():
            yield from _source(at, element, sumber, first)


def _source(at: str, element: object, sumber: Sumber, first: date) -> Iterator[Konfirmasi]:
    field = ", ".join(sumber.untuk)
    if sumber.jenis is JenisSumber.USULAN:
        work = "Urutan kerja masih usulan." if isinstance(element, LintasFungsi) else "Masih usulan, tanpa dasar."
        ground = sumber.acuan.rstrip(".")
        yield Konfirmasi(Perihal.USULAN, at, f"Masih usulan: {ground}." if ground else work, field)
    elif sumber.jenis in _TOLD and (sumber.tanggal is None or sumber.tanggal < first):
        what = f" ({sumber.acuan})" if sumber.acuan else ""
        who = f" dengan {sumber.oleh}" if sumber.oleh and sumber.jenis is JenisSumber.WAWANCARA else ""
        old = f"tanggal {tanggal_panjang(sumber.tanggal)}, sebelum masa peta" if sumber.tanggal else "tanpa tanggal"
        yield Konfirmasi(Perihal.SUMBER, at, f"{_TOLD[sumber.jenis]}{who}{what} {old}.", field)


_TOLD = {JenisSumber.WAWANCARA: "Wawancara", JenisSumber.DOKUMEN: "Dokumen"}
