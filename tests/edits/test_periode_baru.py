"""The next period: ids stay, the decree opens and names the older one, and all that time made doubtful is listed."""

from datetime import date
from typing import Any

import pytest

from bodies import example
from edits.bodies import EXAMPLES
from probis.edits import Hasil, Konfirmasi, Perihal, find_edit
from probis.edits._walk import all_ids
from probis.model import (
    Evaluasi,
    Jabatan,
    JenisSumber,
    Keputusan,
    Pejabat,
    Pengecualian,
    PetaProsesBisnis,
    Sop,
    Sumber,
    TindakLanjut,
)

PADA = date(2026, 11, 24)
NEXT = {"awal": 2030, "akhir": 2034}


def run(model: PetaProsesBisnis, **more: Any) -> Hasil:
    return find_edit("periode-baru").run(model, {"periode": NEXT, **more}, PADA)


def about(done: Hasil, perihal: Perihal) -> dict[str, str]:
    return {f"{one.alamat}#{one.bidang}".rstrip("#"): one.alasan for one in done.konfirmasi if one.perihal is perihal}


@pytest.fixture(scope="module")
def bureau() -> Hasil:
    return run(example("biro-organisasi-ntt"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_all_but_decree_period_and_people_stays_as_it_was(name: str) -> None:
    old, made = example(name), run(example(name)).model
    assert made is not None
    assert all_ids(made) >= all_ids(old)
    for field in set(PetaProsesBisnis.model_fields) - {"instansi", "keputusan", "peraturan"}:
        assert getattr(made, field) == getattr(old, field), field
    assert made.peraturan[: len(old.peraturan)] == old.peraturan
    assert str(made.instansi.periode) == "2030–2034"


def test_the_decree_is_open_and_revokes_the_older_one_by_name(bureau: Hasil) -> None:
    made = bureau.model
    assert made is not None and made.keputusan is not None
    decree = made.keputusan
    assert not (decree.nomor or decree.tanggal or decree.menimbang or decree.diktum or decree.bunyi or decree.sumber)
    assert "2030-2034" in decree.tentang and "2018" not in decree.tentang
    assert decree.penanda_tangan == Pejabat(jabatan="Gubernur Nusa Tenggara Timur")
    (revoked,) = decree.mencabut
    older = next(p for p in made.peraturan if p.id == revoked)
    assert (older.nomor, older.tahun, older.pembentuk) == ("253/KEP/HK/2020", 2020, "Gubernur Nusa Tenggara Timur")


def test_the_new_decree_says_that_the_older_one_is_revoked(bureau: Hasil) -> None:
    from probis.documents import writer

    assert bureau.model is not None
    undrawn = dict.fromkeys(("proses", "lintas_fungsi", "aliran", "hubungan", "penjelasan"), ())
    said = str(writer("keputusan")(bureau.model.model_copy(update=undrawn), None, pada=PADA))
    assert "Nomor 253/KEP/HK/2020 tentang Peta Proses Bisnis Biro Organisasi" in said
    assert "dicabut dan dinyatakan tidak berlaku" in said


def test_a_draft_that_never_had_a_number_revokes_nothing() -> None:
    done = run(example("kecamatan-telaga-arum"))
    assert done.model is not None and done.model.keputusan is not None
    assert done.model.keputusan.mencabut == ()
    assert "tidak bernomor" in about(done, Perihal.KEPUTUSAN)["keputusan#mencabut"]


def test_doing_it_twice_names_the_same_decree_once(bureau: Hasil) -> None:
    assert bureau.model is not None
    old = example("biro-organisasi-ntt")
    again = run(bureau.model.model_copy(update={"instansi": old.instansi, "keputusan": old.keputusan})).model
    assert again is not None and again.peraturan == bureau.model.peraturan


def test_people_plans_exceptions_and_volumes_of_the_bureau_are_listed(bureau: Hasil) -> None:
    old = example("biro-organisasi-ntt")
    assert "LAISKODAT" in about(bureau, Perihal.PEJABAT)["instansi#pejabat"]
    assert set(about(bureau, Perihal.PEJABAT)) == {"instansi#pejabat", "keputusan#penanda_tangan"}
    plans = about(bureau, Perihal.RENCANA)
    assert "RPJMD Provinsi NTT 2018-2023" in plans["arah"]
    assert {f"sasaran/{one.id}" for one in old.arah.sasaran} <= set(plans)
    exceptions = {at.split("#")[0] for at in about(bureau, Perihal.PENGECUALIAN)}
    assert exceptions == {f"pengecualian/{one.id}" for one in old.pengecualian}
    counted = {f"lintas-fungsi/{peta.id}#volume" for peta in old.lintas_fungsi if peta.volume}
    assert set(about(bureau, Perihal.ANGKA)) == counted


def test_every_proposal_is_listed_with_its_fields(bureau: Hasil) -> None:
    listed = [one for one in bureau.konfirmasi if one.perihal is Perihal.USULAN]
    proposals = [
        (at, ", ".join(sumber.untuk))
        for at, element in example("biro-organisasi-ntt").unsur()
        for sumber in getattr(element, "sumber", ())
        if sumber.jenis is JenisSumber.USULAN and at != "keputusan"
    ]
    assert sorted((one.alamat, one.bidang) for one in listed) == sorted(proposals)


def test_regulations_changed_since_or_revoked_are_listed_and_others_are_not() -> None:
    old = example("biro-organisasi-ntt")
    assert old.keputusan is not None
    cited = ("uu-25-2009", "uu-23-2014", "permenpanrb-19-2018", "tidak-ada-9-1999")
    done = run(old.model_copy(update={"keputusan": old.keputusan.model_copy(update={"mengingat": cited})}))
    said = [one.alasan for one in done.konfirmasi if one.perihal is Perihal.PERATURAN and one.bidang == "mengingat"]
    assert any("UU 23/2014 diubah sejak keputusan lama" in text for text in said)
    assert any("“tidak-ada-9-1999” tidak dikenal" in text for text in said)
    assert not [text for text in said if "PermenPANRB 19/2018" in text]


def test_a_regulation_that_was_revoked_says_by_which() -> None:
    from probis.law import semua_peraturan
    from probis.law.peraturan import status

    gone = [p for p in semua_peraturan() if p.dicabut_oleh and status(p, PADA) == "dicabut"]
    if not gone:
        pytest.skip("the law knows of no regulation that was revoked")
    old = example("kecamatan-telaga-arum")
    organisasi = old.organisasi.model_copy(update={"dasar": (gone[0].id,)})
    said = about(run(old.model_copy(update={"organisasi": organisasi})), Perihal.PERATURAN)["organisasi#dasar"]
    assert "tidak berlaku lagi pada 24 November 2026" in said and "Dicabut oleh" in said


def test_evaluations_counts_sop_and_interviews_are_listed() -> None:
    old = example("kecamatan-telaga-arum")
    told = Sumber(jenis=JenisSumber.WAWANCARA, oleh="Kasi Pelayanan", tanggal=date(2025, 3, 4))
    later = Sumber(jenis=JenisSumber.WAWANCARA, oleh="Camat", tanggal=date(2030, 1, 1))
    undated = Sumber(jenis=JenisSumber.DOKUMEN, acuan="buku agenda")
    sources = {0: (told,), 1: (later,), 2: (undated,)}
    proses = tuple(p.model_copy(update={"sumber": sources.get(n, ())}) for n, p in enumerate(old.proses))
    jabatan = Jabatan(id="penata", nama="Penata", bezetting=3)
    sop = Sop(
        id="sop-1",
        lintas_fungsi=old.lintas_fungsi[0].id,
        tanggal_efektif=date(2025, 5, 1),
        disahkan=Pejabat(jabatan="Camat", nama="BUDI"),
    )
    evaluasi = Evaluasi(id="e-1", tanggal=date(2026, 6, 1), tindak_lanjut=(TindakLanjut(bunyi="perbaiki"),))
    ended = Pengecualian(id="x", aturan="satu-pemilik", unsur=(), alasan="menunggu", sampai=date(2026, 1, 1))
    organisasi = old.organisasi.model_copy(update={"jabatan": (*old.organisasi.jabatan, jabatan)})
    update = {"proses": proses, "organisasi": organisasi, "sop": (sop,), "evaluasi": (evaluasi,)}
    done = run(old.model_copy(update={**update, "pengecualian": (ended,)}))
    sumber = about(done, Perihal.SUMBER)
    assert sumber == {
        f"proses/{proses[0].id}": "Wawancara dengan Kasi Pelayanan tanggal 4 Maret 2025, sebelum masa peta.",
        f"proses/{proses[2].id}": "Dokumen (buku agenda) tanpa tanggal.",
    }
    assert "1 tindak lanjut belum selesai" in about(done, Perihal.EVALUASI)["evaluasi/e-1"]
    assert about(done, Perihal.ANGKA)["jabatan/penata#bezetting"].startswith("Bezetting 3 orang")
    assert "1 Mei 2025" in about(done, Perihal.ANGKA)["sop/sop-1#tanggal_efektif"]
    assert "belum diubah" in about(done, Perihal.PEJABAT)["sop/sop-1#disahkan"]
    assert "berakhir 1 Januari 2026" in about(done, Perihal.PENGECUALIAN)["pengecualian/x#sampai"]


def test_a_legal_value_that_no_longer_holds_is_listed() -> None:
    old = example("biro-organisasi-ntt")
    done = find_edit("periode-baru").run(old, {"periode": NEXT}, date(1990, 1, 1))
    said = about(done, Perihal.NILAI_HUKUM)
    assert any("belum berlaku" in alasan for alasan in said.values())
    assert not about(run(old), Perihal.NILAI_HUKUM)


def test_a_period_that_is_not_later_is_refused() -> None:
    done = find_edit("periode-baru").run(
        example("kecamatan-telaga-arum"), {"periode": {"awal": 2025, "akhir": 2030}}, PADA
    )
    assert done.model is None and "tidak sesudah masa folder asal, 2025–2029" in done.temuan[0].pesan


def test_a_new_head_is_written_where_the_old_one_stood() -> None:
    made = run(example("biro-organisasi-ntt"), pejabat="EMANUEL").model
    assert made is not None and made.keputusan is not None and made.instansi.pejabat is not None
    assert isinstance(made.keputusan, Keputusan) and made.keputusan.penanda_tangan is not None
    assert {made.instansi.pejabat.nama, made.keputusan.penanda_tangan.nama} == {"EMANUEL"}
    assert all(isinstance(one, Konfirmasi) for one in run(made).konfirmasi)
