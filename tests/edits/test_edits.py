"""The family: every edit says what it is, takes its particulars or says what is wrong, and leaves the value given."""

from datetime import date

import pytest
from hypothesis import given, settings

from probis.edits import EditModule, all_edits, find_edit
from probis.edits._walk import Changes, all_ids, changed
from probis.model import PetaProsesBisnis
from strategies import peta

PADA = date(2026, 11, 24)
GOOD = {
    "instansi-baru": {"nama": "Dinas Kesehatan Kabupaten Sleman", "tempat": "Sleman", "periode": (2025, 2029)},
    "periode-baru": {"periode": (2201 - 5, 2200)},
    "tetapkan-sop": {"lintas_fungsi": "periksa", "nomor": "065/1"},
    "evaluasi-sop": {"lintas_fungsi": "periksa", "penerapan": "sebagian", "hasil": "=SUM(A1)"},
    "alih-unit": {"dari": ["bidang"], "ke": ["seksi"], "nama": {"seksi": "Seksi Umum"}},
    "konfirmasi": {"id": "periksa", "oleh": "Siti Aminah", "tanggal": PADA},
}
NEEDED = {
    "instansi-baru": "periode",
    "periode-baru": "periode",
    "tetapkan-sop": "lintas_fungsi",
    "evaluasi-sop": "lintas_fungsi",
    "konfirmasi": "tanggal",
    "alih-unit": "dari",
}


def particulars(slug: str) -> dict[str, object]:
    return {
        name: {"awal": value[0], "akhir": value[1]} if isinstance(value, tuple) else value
        for name, value in GOOD[slug].items()
    }


@pytest.mark.parametrize("edit", all_edits().values(), ids=lambda edit: edit.slug)
def test_every_edit_describes_itself_and_each_of_its_particulars(edit: EditModule) -> None:
    assert edit.edit.title and edit.edit.summary.endswith(".")
    assert all(field.title for field in edit.isian.model_fields.values())
    assert edit.apply.__doc__
    assert edit.slug in GOOD, "say here with which particulars it can be tried"


@pytest.mark.parametrize("edit", all_edits().values(), ids=lambda edit: edit.slug)
def test_what_is_missing_or_unknown_is_said_in_the_users_words(edit: EditModule) -> None:
    found = edit.fill({"warna": "biru"})
    assert isinstance(found, tuple)
    assert {one.bidang for one in found} >= {NEEDED[edit.slug], "warna"}
    said = " ".join(f"{one.pesan} {one.saran}" for one in found)
    assert "belum diisi" in said and "tidak dikenal" in said
    assert not [word for word in ("Field", "Extra", "Input", "required") if word in said]


@pytest.mark.parametrize("periode", [7, "2025", [2025, 2029], {"awal": 2029, "akhir": 2025}, {"awal": 1}, None])
def test_a_period_that_is_none_is_refused(periode: object) -> None:
    found = find_edit("periode-baru").fill({"periode": periode})
    assert isinstance(found, tuple)
    assert found[0].bidang == "periode"
    assert (
        "tidak terbaca. Tulis seperti 2025-2029." in f"{found[0].pesan} {found[0].saran}"
        or "terbalik" in (found[0].pesan)
        or "belum diisi" in found[0].pesan
    )


@pytest.mark.parametrize("slug", sorted(GOOD))
@settings(max_examples=25, deadline=None)
@given(model=peta())
def test_an_edit_gives_a_whole_value_or_says_why_not_and_changes_nothing_given(
    slug: str, model: PetaProsesBisnis
) -> None:
    before = model.model_dump_json()
    done = find_edit(slug).run(model, particulars(slug), PADA)
    assert model.model_dump_json() == before
    assert (done.model is None) == bool(done.temuan)
    if done.model is not None:
        assert PetaProsesBisnis.model_validate(done.model.model_dump()) == done.model
        assert all(one.alasan and one.alamat for one in done.konfirmasi)


@settings(max_examples=25, deadline=None)
@given(model=peta())
def test_a_change_that_changes_nothing_gives_the_value_itself(model: PetaProsesBisnis) -> None:
    assert changed(model, Changes(lambda text: text, lambda id_: id_, all_ids(model))) is model


@settings(max_examples=25, deadline=None)
@given(model=peta())
def test_ids_and_the_references_to_them_change_together(model: PetaProsesBisnis) -> None:
    ids = frozenset(id_ for id_ in all_ids(model) if len(id_) < 100) - {p.id for p in model.peraturan}
    made = changed(model, Changes(lambda text: text, lambda id_: f"x-{id_}", ids))
    back = changed(made, Changes(lambda text: text, lambda id_: id_[2:], frozenset(f"x-{id_}" for id_ in ids)))
    assert all_ids(made) == {f"x-{id_}" if id_ in ids else id_ for id_ in all_ids(model)}
    if not ids & {id_[2:] for id_ in all_ids(model)}:
        assert back == model
