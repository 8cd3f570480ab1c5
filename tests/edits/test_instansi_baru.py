"""A copy of another body's map: none of its own words, nothing confirmed, codes and references whole."""

import re
from datetime import date
from functools import cache

import pytest

from bodies import example
from edits.bodies import EXAMPLES, NEW, OWN
from probis.edits import Hasil, Perihal, find_edit
from probis.model import JenisSumber, PetaProsesBisnis, Sumber, Unsur, baca_kode
from probis.rules import check

PADA = date(2026, 11, 24)
BOTH = [(template, body) for template in EXAMPLES for body in NEW]


@cache
def made(template: str, body: str) -> Hasil:
    return find_edit("instansi-baru").run(example(template), NEW[body], PADA)


def model_of(template: str, body: str) -> PetaProsesBisnis:
    model = made(template, body).model
    assert model is not None
    return model


@pytest.mark.parametrize(("template", "body"), BOTH)
def test_no_word_of_the_templates_own_body_is_left_anywhere(template: str, body: str) -> None:
    text = model_of(template, body).model_dump_json()
    for word in OWN[template]:
        shape = rf"(?<![\w]){re.escape(word)}(?![\w])"
        assert re.search(shape, example(template).model_dump_json(), re.I), f"{word} no longer tests anything"
        assert not re.search(shape, text, re.I), word
        slug = word.lower().replace(" ", "-")
        assert not re.search(rf'"[a-z0-9-]*(?<![a-z0-9]){re.escape(slug)}(?![a-z0-9])', text), slug


@pytest.mark.parametrize(("template", "body"), BOTH)
def test_all_that_was_copied_is_a_proposal_with_its_ground(template: str, body: str) -> None:
    model = model_of(template, body)
    for at, element in model.unsur():
        inner = at.startswith("lintas-fungsi/") and at.count("/") > 1
        if isinstance(element, Unsur) and at not in ("instansi", "keputusan") and not inner:
            whole = element.sumber_bidang()
            assert whole is not None and whole.jenis is JenisSumber.USULAN, at
            assert whole.acuan.startswith("disalin dari templat"), at
    for peta in model.lintas_fungsi:
        assert all(peta.simpul_usulan(simpul) for simpul in peta.simpul)
        assert peta.usulan("volume")


@pytest.mark.parametrize(("template", "body"), BOTH)
def test_only_regulations_stay_as_sources_beside_the_proposal(template: str, body: str) -> None:
    kinds = {
        sumber.jenis for _, element in model_of(template, body).unsur() for sumber in getattr(element, "sumber", ())
    }
    assert kinds <= {JenisSumber.USULAN, JenisSumber.PERATURAN}


@pytest.mark.parametrize(("template", "body"), BOTH)
def test_what_was_asked_for_stands_where_it_belongs(template: str, body: str) -> None:
    model, asked = model_of(template, body), NEW[body]
    instansi = model.instansi
    assert (instansi.nama, instansi.tempat) == (asked["nama"], asked["tempat"])
    assert instansi.periode.awal == asked["periode"]["awal"]
    assert instansi.induk is not None and instansi.pejabat is not None
    assert instansi.pejabat.nama == asked.get("pejabat", "")
    decree = model.keputusan
    assert decree is not None and not (decree.nomor or decree.tanggal or decree.menimbang or decree.bunyi)
    assert not decree.diktum and not decree.tembusan and not decree.mencabut
    assert asked["nama"] in decree.tentang
    assert model.unit_akar()[0].nama in (asked["nama"], instansi.sebutan)
    assert not model.pengecualian and not model.evaluasi and not model.berkas
    assert model.arah.visi is None and not model.arah.sasaran


@pytest.mark.parametrize(("template", "body"), BOTH)
def test_codes_follow_the_new_grammar_without_a_gap(template: str, body: str) -> None:
    model = model_of(template, body)
    profil = model.instansi.profil
    top = [baca_kode(profil.pola_proses, proses.kode) for proses in model.anak(None)]
    assert sorted(n for n in top if n is not None) == list(range(1, len(top) + 1))
    for proses in model.anak(None):
        subs = [baca_kode(profil.pola_sub_proses, sub.kode, proses.kode) for sub in model.anak(proses.id)]
        assert sorted(n for n in subs if n is not None) == list(range(1, len(subs) + 1))


@pytest.mark.parametrize(("template", "body"), BOTH)
def test_every_reference_still_leads_somewhere_and_nothing_is_lost(template: str, body: str) -> None:
    model, before = model_of(template, body), example(template)
    assert not [t for t in check(model, pada=PADA) if t.aturan == "rujukan-dikenal" and t.tingkat == "galat"]
    for kind in ("unit", "jabatan", "pihak", "produk", "proses", "aliran", "hubungan", "penjelasan", "lintas-fungsi"):
        assert len(model.jenis[kind]) == len(before.jenis[kind]), kind
    nodes = [len(peta.simpul) for peta in before.lintas_fungsi]
    assert [len(peta.simpul) for peta in model.lintas_fungsi] == nodes


@pytest.mark.parametrize(("template", "body"), BOTH)
def test_errors_that_remain_were_excused_in_the_template(template: str, body: str) -> None:
    errors = {t.aturan for t in check(model_of(template, body), pada=PADA) if t.tingkat == "galat"}
    assert errors <= {one.aturan for one in example(template).pengecualian}
    listed = " ".join(one.alasan for one in made(template, body).konfirmasi if one.perihal is Perihal.PENGECUALIAN)
    assert all(f"“{aturan}”" in listed for aturan in errors)


@pytest.mark.parametrize(
    ("body", "gone", "there"),
    [
        (
            "bagian kabupaten",
            ("Gubernur", "Pergub", "Kepala Biro"),
            ("Bupati Sleman", "Peraturan Bupati", "Bagian Hukum"),
        ),
        (
            "unit kementerian",
            ("Gubernur", "Pergub", "Sekda", "Sekretariat Daerah", "DPRD"),
            ("Menteri Kelautan dan Perikanan", "Sekretaris Jenderal Kementerian Kelautan dan Perikanan", "Sekjen"),
        ),
        ("biro provinsi", (), ("Gubernur Sulawesi Tenggara", "Kepala Biro Organisasi", "Sekda")),
        (
            "dinas kabupaten",
            ("Gubernur", "Kepala Biro", "Biro Organisasi"),
            ("Kepala Dinas Kesehatan", "Bupati Bantul"),
        ),
    ],
)
def test_offices_are_called_as_at_the_level_of_the_new_body(
    body: str, gone: tuple[str, ...], there: tuple[str, ...]
) -> None:
    model = model_of("biro-organisasi-ntt", body)
    bare = model.model_copy(
        update={"lintas_fungsi": tuple(p.model_copy(update={"sumber": ()}) for p in model.lintas_fungsi)}
    )
    text = re.sub(r'"acuan":"[^"]*"', "", bare.model_dump_json())
    assert not [word for word in gone if re.search(rf"\b{word}\b", text)]
    assert not [word for word in there if word not in text]


def test_words_of_another_level_are_put_on_the_list() -> None:
    county = [
        one for one in made("biro-organisasi-ntt", "bagian kabupaten").konfirmasi if one.perihal is Perihal.ISTILAH
    ]
    assert "proses/fasilitasi-kab-kota" in {one.alamat for one in county}
    ministry = [
        one for one in made("biro-organisasi-ntt", "unit kementerian").konfirmasi if one.perihal is Perihal.ISTILAH
    ]
    assert any("Perda" in one.alasan for one in ministry)
    assert not [
        one for one in made("biro-organisasi-ntt", "biro provinsi").konfirmasi if one.perihal is Perihal.ISTILAH
    ]


def test_a_body_in_the_same_region_keeps_its_regions_name() -> None:
    asked = {**NEW["biro provinsi"], "nama": "Dinas Sosial Provinsi Nusa Tenggara Timur", "tempat": "Kupang"}
    model = find_edit("instansi-baru").run(example("biro-organisasi-ntt"), asked, PADA).model
    assert model is not None
    text = model.model_dump_json()
    assert "Nusa Tenggara Timur" in text and "Biro Organisasi" not in re.sub(r'"acuan":"[^"]*"', "", text)


def test_a_source_that_is_law_stays_for_its_field_and_a_lesson_of_the_decree_does_not() -> None:
    template = example("kecamatan-telaga-arum")
    law = Sumber(jenis=JenisSumber.PERATURAN, acuan="PermenPANRB 19/2018", untuk=("kode",))
    talk = Sumber(jenis=JenisSumber.WAWANCARA, acuan="wawancara Camat Telaga Arum", oleh="Ibu Sari")
    first = template.proses[0].model_copy(update={"sumber": (talk, law), "catatan": "Baris 12 menulis nama lain."})
    done = find_edit("instansi-baru").run(
        template.model_copy(update={"proses": (first, *template.proses[1:])}), NEW["dinas kabupaten"], PADA
    )
    assert done.model is not None
    proses = done.model.proses[0]
    assert proses.sumber[1:] == (law,) and proses.usulan() and not proses.usulan("kode")
    assert proses.catatan == "" and "Sari" not in done.model.model_dump_json()


def test_a_code_grammar_that_is_none_is_refused_in_words() -> None:
    done = find_edit("instansi-baru").run(example("kecamatan-telaga-arum"), {**NEW["kecamatan"], "kode": "{x}"}, PADA)
    assert done.model is None
    assert "Pola kode harus memuat tepat satu tempat nomor" in done.temuan[0].pesan
