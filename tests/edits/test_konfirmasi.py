"""Answers of a process owner: what was ticked is confirmed, what was corrected is entered or left to a person."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodies import example
from edits.bodies import EXAMPLES
from probis.documents._marks import any_proposal
from probis.edits import Hasil, Perihal, find_edit, pertanyaan
from probis.maps import find_map
from probis.model import JenisSumber, LintasFungsi, PetaProsesBisnis, Sumber
from strategies import peta as models

PADA = date(2026, 11, 24)
BODY: dict[str, Any] = {
    "instansi": {"id": "x", "nama": "X", "jenis": "dinas", "periode": {"awal": 2025, "akhir": 2029}},
    "organisasi": {
        "unit": [
            {"id": "dinas", "nama": "Dinas"},
            {"id": "seksi-a", "nama": "Seksi A", "induk": "dinas"},
            {"id": "seksi-b", "nama": "Seksi B", "induk": "dinas"},
        ],
        "jabatan": [
            {"id": "analis-a", "nama": "Analis", "unit": "seksi-a"},
            {"id": "analis-b", "nama": "Analis", "unit": "seksi-b"},
            {"id": "kepala-b", "nama": "Kepala Seksi B", "unit": "seksi-b"},
            {"id": "kadis", "nama": "Kepala Dinas", "unit": "dinas"},
        ],
        "pihak": [{"id": "warga", "nama": "Masyarakat"}],
    },
    "produk": [{"id": "surat", "nama": "Surat, asli"}, {"id": "ceklis", "nama": "Ceklis"}],
    "proses": [{"id": "p", "nama": "Pelayanan"}],
    "lintas_fungsi": [
        {
            "id": "p",
            "proses": "p",
            "volume": "6 per tahun",
            "sumber": [
                {"jenis": "usulan", "acuan": "ingatan"},
                {"jenis": "peraturan", "acuan": "Perda", "untuk": ["simpul/b", "volume"]},
                {"jenis": "usulan", "acuan": "perkiraan", "untuk": ["simpul/b/waktu"]},
            ],
            "jalur": [{"id": "seksi-a", "pelaku": "seksi-a"}, {"id": "seksi-b", "pelaku": "seksi-b"}],
            "simpul": [
                {
                    "id": "a",
                    "jenis": "kegiatan",
                    "jalur": "seksi-a",
                    "nama": "Memeriksa",
                    "pelaksana": ["analis-a"],
                    "waktu": "2 HK",
                    "pakai": ["surat"],
                },
                {"id": "b", "jenis": "putusan", "jalur": "seksi-b", "nama": "Lengkap?", "waktu": "1 HK"},
                {
                    "id": "c",
                    "jenis": "kegiatan",
                    "nama": "Mencatat",
                    "waktu": "1 HK",
                    "sumber": [{"jenis": "usulan"}, {"jenis": "usulan", "untuk": ["waktu"]}],
                },
            ],
            "alur": [
                {"id": "a--b", "dari": "a", "ke": "b"},
                {"id": "b--c", "dari": "b", "ke": "c", "nama": "Ya", "sumber": [{"jenis": "usulan"}]},
                {"id": "b--a", "dari": "b", "ke": "a", "nama": "Tidak", "jenis": "kembali"},
            ],
        }
    ],
}


def body() -> PetaProsesBisnis:
    return PetaProsesBisnis.model_validate(BODY)


def answer(model: PetaProsesBisnis, id_: str = "p", **given_: Any) -> Hasil:
    return find_edit("konfirmasi").run(model, {"id": id_, "oleh": "Siti", "tanggal": PADA, **given_}, PADA)


def map_of(done: Hasil, id_: str = "p") -> LintasFungsi:
    assert done.model is not None, done.temuan
    found = done.model.cari_lintas_fungsi(id_)
    assert found is not None
    return found


def open_of(peta: LintasFungsi) -> set[str]:
    return {one.kunci for one in pertanyaan(peta) if one.usulan}


@pytest.mark.parametrize("name", EXAMPLES)
def test_all_ticked_leaves_no_proposal_on_any_map_of_the_examples(name: str) -> None:
    model = example(name)
    for peta in model.lintas_fungsi:
        new = map_of(answer(model, peta.id, benar=tuple(open_of(peta))), peta.id)
        assert not open_of(new) and not new.usulan()
        assert not any(new.simpul_usulan(s) for s in new.simpul) and not any(a.usulan() for a in new.alur)
        assert not [s for s in new.sumber_dipakai() if s.jenis is JenisSumber.USULAN]
        assert new.sumber[: len(peta.sumber)] == peta.sumber


def test_what_is_confirmed_is_no_proposal_on_maps_overlay_papers_and_tables() -> None:
    model = example("kecamatan-telaga-arum")
    peta = next(p for p in model.lintas_fungsi if open_of(p))
    done = answer(model, peta.id, benar=tuple(open_of(peta))).model
    assert done is not None
    kind = find_map("peta-lintas-fungsi")
    assert kind is not None
    assert "usulan" in {row.cells[-1] for row in kind.describe(model, peta.id).rows}
    assert {row.cells[-1] for row in kind.describe(done, peta.id).rows} == {""}
    again = find_edit("periode-baru").run(done, {"periode": {"awal": 2031, "akhir": 2035}}, date(2030, 12, 1))
    at = f"lintas-fungsi/{peta.id}"
    assert not [one for one in again.konfirmasi if one.perihal is Perihal.USULAN and one.alamat == at]
    assert [one for one in again.konfirmasi if one.perihal is Perihal.SUMBER and "Siti" in one.alasan]


def test_a_paper_explains_the_mark_of_proposals_only_while_one_stands() -> None:
    model = body()
    done = answer(model, benar=tuple(open_of(model.lintas_fungsi[0]))).model
    assert done is not None and any_proposal(model) and not any_proposal(done)


def test_what_is_asked_is_what_is_proposed_and_has_something_to_say() -> None:
    peta = body().lintas_fungsi[0]
    assert open_of(peta) == {
        "#proses", "a#langkah", "a#pelaksana", "a#pakai", "a#waktu", "b#waktu", "b#lanjut", "c#langkah", "c#waktu",
    }  # fmt: skip
    assert {one.kunci for one in pertanyaan(peta)} > {"#volume", "b#langkah", "b#pelaksana"}


def test_one_part_confirmed_leaves_the_step_a_proposal_until_the_last() -> None:
    model = body()
    first = answer(model, benar=("a#waktu", "a#pelaksana", "a#langkah"))
    step = map_of(first).simpul[0]
    assert map_of(first).simpul_usulan(step) and not map_of(first).simpul_usulan(step, "waktu")
    assert first.model is not None
    second = map_of(answer(first.model, benar=("a#pakai",)))
    assert not second.simpul_usulan(step) and "simpul/a" in second.sumber[-1].untuk


def test_what_a_regulation_says_of_a_step_stays() -> None:
    model = body()
    new = map_of(answer(model, benar=("b#waktu", "b#lanjut")))
    step = new.simpul[1]
    whole, timed = new.sumber_simpul(step), new.sumber_simpul(step, "waktu")
    assert whole is not None and whole.jenis is JenisSumber.PERATURAN
    assert timed == Sumber(
        jenis="wawancara", acuan="lembar konfirmasi", oleh="Siti", tanggal=PADA, untuk=new.sumber[-1].untuk
    )
    assert not new.alur[1].usulan()


def test_sources_of_the_steps_own_are_answered_where_they_stand() -> None:
    new = map_of(answer(body(), benar=("c#langkah", "c#waktu")))
    assert not new.simpul_usulan(new.simpul[2]) and not new.simpul_usulan(new.simpul[2], "waktu")
    assert [s.untuk for s in new.simpul[2].sumber if s.jenis is JenisSumber.WAWANCARA] == [(), ("waktu",)]


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [
        ("a#waktu", " 3 hari kerja. ", "waktu", "3 HK"),
        ("a#waktu", "1–2 jam", "waktu", "1–2 jam"),
        ("a#langkah", "Memeriksa\n berkas", "nama", "Memeriksa berkas"),
        ("a#langkah", "Meneliti berkas (tindakan: memeriksa)", "nama", "Meneliti berkas"),
        ("a#langkah", "=SUM(A1) & <b>", "nama", "=SUM(A1) & <b>"),
        ("a#pelaksana", "KEPALA SEKSI B", "pelaksana", "('kepala-b',)"),
        ("a#pelaksana", "seksi b", "pelaksana", "()"),
        ("a#pakai", "surat, asli; ceklis", "pakai", "('surat', 'ceklis')"),
    ],
)
def test_a_clear_correction_is_entered(key: str, text: str, field: str, value: str) -> None:
    done = answer(body(), perbaikan={key: text})
    new = map_of(done)
    assert str(getattr(new.simpul[0], field)) == value and not done.konfirmasi
    assert key not in open_of(new)
    if "b" in text.lower().split():
        assert new.simpul[0].jalur == "seksi-b"


@pytest.mark.parametrize(
    ("key", "text", "why"),
    [
        ("a#waktu", "kira-kira seminggu", "Tidak terbaca sebagai waktu"),
        ("a#waktu", "3", "Tidak terbaca sebagai waktu"),
        ("a#pelaksana", "Analis", "dipakai lebih dari satu"),
        ("a#pelaksana", "Budi", "“Budi” bukan nama yang dikenal"),
        ("a#pelaksana", "kepala dinas", "jalur bagi pelaksana itu"),
        ("a#pakai", "surat lain", "bukan nama yang dikenal"),
        ("a#langkah", "Hapus saja", "perintah atau catatan"),
        ("a#langkah", "tidak ada di sini", "perintah atau catatan"),
        ("a#langkah", "x" * 301, "paling panjang 300"),
        ("b#lanjut", "Ya ke 3", "Ubah berkasnya sendiri"),
        ("#volume", "sering", "misalnya 8 per tahun"),
        ("#proses", "Layanan", "Ubah berkasnya sendiri"),
    ],
)
def test_a_correction_that_is_not_clear_changes_nothing_and_is_left_to_a_person(key: str, text: str, why: str) -> None:
    model = body()
    done = answer(model, perbaikan={key: text})
    assert done.model == model
    (left,) = done.konfirmasi
    assert why in left.alasan and text[:20].strip() in left.alasan and left.bidang == key.split("#")[1]


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({"id_": "tiada"}, "tidak ada"),
        ({"benar": ("a#warna",)}, "Tidak ada pertanyaan “a#warna”"),
        ({"perbaikan": {"z#waktu": "1 HK"}}, "Tidak ada pertanyaan “z#waktu”"),
        ({"benar": ("a#waktu",), "perbaikan": {"a#waktu": "1 HK"}}, "sekaligus"),
        ({"tanggal": date(2026, 11, 25)}, "belum tiba"),
        ({"oleh": " "}, "Yang menjawab"),
    ],
)
def test_an_answer_that_fits_nothing_is_refused_whole(given_: dict[str, Any], said: str) -> None:
    done = answer(body(), **given_)
    assert done.model is None and said in done.temuan[0].pesan


@settings(max_examples=60, deadline=None)
@given(model=models(), data=st.data())
def test_any_ticks_on_any_map_confirm_just_those(model: PetaProsesBisnis, data: st.DataObject) -> None:
    for peta in model.lintas_fungsi[:1]:
        asked = open_of(peta)
        ticked = data.draw(st.sets(st.sampled_from(sorted(asked)))) if asked else set()
        new = map_of(answer(model, peta.id, benar=tuple(ticked)), peta.id)
        assert open_of(new) == asked - ticked
        assert [s.model_copy(update={"sumber": ()}) for s in new.simpul] == [
            s.model_copy(update={"sumber": ()}) for s in peta.simpul
        ]
