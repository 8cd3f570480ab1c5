"""A SOP that was signed or evaluated stands in the register; what was not said stays; what cannot be is refused."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from bodies import example
from probis.edits import find_edit
from probis.model import PenerapanSop, PetaProsesBisnis, Sop, StatusSop, berubah, sidik

MODEL_ID = "pengelolaan-surat"
DAY, LATER = date(2026, 3, 1), date(2026, 11, 24)


def record(model: PetaProsesBisnis, slug: str = "tetapkan-sop", **given: Any) -> PetaProsesBisnis:
    done = find_edit(slug).run(model, {"lintas_fungsi": MODEL_ID, **given}, LATER)
    assert done.model is not None, done.temuan
    return done.model


def now(model: PetaProsesBisnis) -> Mapping[str, str]:
    peta = model.cari_lintas_fungsi(MODEL_ID)
    assert peta is not None
    return sidik(model, peta)


def only(model: PetaProsesBisnis) -> Sop:
    assert len(model.sop) == 1
    return model.sop[0]


def test_the_first_time_it_is_made_and_knows_its_map() -> None:
    model = record(example("kecamatan-telaga-arum"), nomor="065/1", tanggal=DAY, jabatan="Kepala Dinas", pejabat="Nama")
    sop = only(model)
    assert (sop.id, sop.nomor, sop.status, sop.revisi) == (MODEL_ID, "065/1", StatusSop.BERLAKU, 0)
    assert (sop.tanggal_pembuatan, sop.tanggal_efektif, sop.tanggal_revisi) == (DAY, DAY, None)
    assert sop.disahkan is not None and sop.disahkan.nama == "Nama"
    assert sop.sidik_peta == now(model)


def test_a_draft_is_set_with_all_it_says() -> None:
    draft = Sop(id="x", lintas_fungsi=MODEL_ID, peringatan="Awas.", tanggal_pembuatan=date(2026, 1, 1))
    sop = only(
        record(example("kecamatan-telaga-arum").model_copy(update={"sop": (draft,)}), nomor="065/1", tanggal=DAY)
    )
    assert (sop.id, sop.peringatan, sop.tanggal_pembuatan, sop.revisi) == ("x", "Awas.", date(2026, 1, 1), 0)


def test_setting_it_again_is_a_revision_and_takes_the_map_of_that_day() -> None:
    first = record(example("kecamatan-telaga-arum"), nomor="065/1", tanggal=DAY)
    renamed = first.model_copy(
        update={"proses": tuple(p.model_copy(update={"nama": f"{p.nama} Baru"}) for p in first.proses)}
    )
    assert berubah(only(renamed).sidik_peta, now(renamed)) == ("judul",)
    sop = only(record(renamed, tanggal=LATER))
    assert (sop.nomor, sop.revisi, sop.tanggal_revisi, sop.tanggal_pembuatan) == ("065/1", 1, LATER, DAY)
    assert berubah(sop.sidik_peta, now(renamed)) == ()


def test_the_same_number_and_day_only_records_the_map() -> None:
    first = record(example("kecamatan-telaga-arum"), nomor="065/1", tanggal=DAY)
    assert record(first, nomor="065/1", tanggal=DAY) == first


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"lintas_fungsi": "tidak-ada", "nomor": "1"}, "Lintas fungsi “tidak-ada” tidak ada."),
        ({}, "Nomor SOP belum diisi."),
        ({"nomor": "1", "pejabat": "Nama"}, "Jabatan yang mengesahkan belum diisi."),
        ({"nomor": "x" * 301}, "Nomor SOP terlalu panjang."),
    ],
)
def test_what_cannot_be_is_said(given: dict[str, Any], said: str) -> None:
    done = find_edit("tetapkan-sop").run(example("kecamatan-telaga-arum"), {"lintas_fungsi": MODEL_ID, **given}, LATER)
    assert done.model is None and [one.pesan for one in done.temuan] == [said]


def test_an_evaluation_is_kept_with_its_sop() -> None:
    model = record(example("kecamatan-telaga-arum"), nomor="065/1", tanggal=DAY)
    one = record(model, "evaluasi-sop", penerapan="sebagian", hasil="=SUM(A1)", efisiensi=True)
    both = record(one, "evaluasi-sop", penerapan="seluruhnya", tanggal=DAY)
    last = only(both).evaluasi_terakhir
    assert len(only(both).evaluasi) == 2
    assert last is not None and (last.tanggal, last.penerapan) == (LATER, PenerapanSop.SEBAGIAN)


def test_only_a_sop_in_force_is_evaluated() -> None:
    done = find_edit("evaluasi-sop").run(example("kecamatan-telaga-arum"), {"lintas_fungsi": MODEL_ID}, LATER)
    assert done.model is None and "tidak punya SOP yang berlaku" in done.temuan[0].pesan
