"""Words of one body to those of another: whole words only, capitals kept, names of others left alone."""

import pytest

from bodies import example
from edits.bodies import NEW
from probis.edits._government import pemerintah_dari
from probis.edits._particulars import IsianInstansi, instansi_from
from probis.edits._words import Words, words_between
from probis.model import JenisInstansi


def words(template: str, body: str) -> Words:
    isian = IsianInstansi.model_validate(NEW[body])
    model = example(template)
    return words_between(model, instansi_from(isian, model.instansi.profil), isian.milik)


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        ("bagian kabupaten", "Keputusan Gubernur Nusa Tenggara Timur", "Keputusan Bupati Sleman"),
        ("bagian kabupaten", "GUBERNUR NUSA TENGGARA TIMUR", "BUPATI SLEMAN"),
        ("bagian kabupaten", "Setda Provinsi NTT", "Setda Kabupaten Sleman"),
        ("bagian kabupaten", "peraturan gubernur", "peraturan bupati"),
        ("bagian kabupaten", "Kepala Biro dan Kepala Biro Hukum", "Kepala Bagian dan Kepala Bagian Hukum"),
        ("bagian kabupaten", "Wakil Gubernur Nusa Tenggara Timur di Kupang", "Wakil Bupati Sleman di Sleman"),
        ("bagian kabupaten", "Tahun 2018-2023 dan 2018–2023", "Tahun 2025-2029 dan 2025–2029"),
        ("bagian kabupaten", "Pergubernuran, antNTT, Kupangan", "Pergubernuran, antNTT, Kupangan"),
        ("bagian kabupaten", "Rencana tahun 2018", "Rencana tahun 2018"),
        (
            "unit kementerian",
            "Sekretaris Daerah Provinsi Nusa Tenggara Timur",
            "Sekretaris Jenderal Kementerian Kelautan dan Perikanan",
        ),
        ("unit kementerian", "Dewan Perwakilan Rakyat Daerah Provinsi Nusa Tenggara Timur", "Dewan Perwakilan Rakyat"),
        ("unit kementerian", "Kementerian Dalam Negeri", "Kementerian Dalam Negeri"),
        ("biro provinsi", "Biro Hukum", "Biro Hukum"),
        (
            "biro provinsi",
            "Perangkat Daerah Provinsi Nusa Tenggara Timur",
            "Perangkat Daerah Provinsi Sulawesi Tenggara",
        ),
        ("dinas kabupaten", "pelaksanaan kegiatan ketatausahaan Biro", "pelaksanaan kegiatan ketatausahaan Dinas"),
        ("dinas kabupaten", "Biro Hukum Sekretariat Daerah", "Bagian Hukum Sekretariat Daerah"),
    ],
)
def test_a_text_of_the_bureau_reads_as_the_new_body_would_write_it(body: str, before: str, after: str) -> None:
    assert words("biro-organisasi-ntt", body).text(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("pergub-sotk", "perbup-sotk"),
        ("wakil-gubernur", "wakil-bupati"),
        ("perda-ntt-9", "perda-sleman-9"),
        ("sekda", "sekda"),
        ("superpergub", "superpergub"),
    ],
)
def test_an_id_changes_by_the_same_words(before: str, after: str) -> None:
    assert words("biro-organisasi-ntt", "bagian kabupaten").id(before) == after


def test_a_body_called_after_its_place_hands_on_neither_place_nor_head() -> None:
    there = words("kecamatan-telaga-arum", "kecamatan")
    assert there.text("Camat Telaga Arum membantu Bupati Wana Kencana") == "Camat Mlati membantu Bupati Sleman"
    office = words("kecamatan-telaga-arum", "dinas kabupaten")
    assert office.text("Camat Telaga Arum") == "Kepala Dinas Kesehatan"
    assert office.text("diteruskan kepada Camat") == "diteruskan kepada Kepala Dinas"


@pytest.mark.parametrize(
    ("names", "sebutan", "kepala"),
    [
        (("Dinas Sosial Kabupaten Sleman",), "Kabupaten Sleman", "Bupati Sleman"),
        (("Kecamatan Coblong Kota Bandung",), "Kota Bandung", "Wali Kota Bandung"),
        (("Biro Hukum", "Gubernur Aceh"), "Provinsi Aceh", "Gubernur Aceh"),
        (("Biro Hukum Kementerian Agama",), "Kementerian Agama", "Menteri Agama"),
        (("Pusat Data", "Kepala Badan Pusat Statistik"), "Badan Pusat Statistik", "Kepala Badan Pusat Statistik"),
    ],
)
def test_the_government_is_known_from_the_names(names: tuple[str, ...], sebutan: str, kepala: str) -> None:
    found = pemerintah_dari(*names)
    assert found is not None and (found.sebutan, found.kepala) == (sebutan, kepala)


def test_a_name_that_tells_nothing_gives_no_government() -> None:
    assert pemerintah_dari("Sanggar Seni", "Ketua") is None


def test_what_was_not_said_follows_from_the_name() -> None:
    isian = IsianInstansi.model_validate(
        {
            "nama": "Pusat Data dan Informasi Badan Pusat Statistik",
            "jabatan": "Kepala Badan Pusat Statistik",
            "tempat": "Jakarta",
            "periode": {"awal": 2025, "akhir": 2029},
        }
    )
    made = instansi_from(isian)
    assert made.nama_singkat == "Pusat Data dan Informasi"
    assert made.induk is not None and made.induk.nama == "Badan Pusat Statistik"
    assert made.profil.pola_proses == "PDI-{nn}" and made.jenis is JenisInstansi.LAINNYA


@pytest.mark.parametrize(("body", "jenis"), [("unit kementerian", "unit_kementerian"), ("kecamatan", "kecamatan")])
def test_the_kind_follows_from_the_name(body: str, jenis: str) -> None:
    assert instansi_from(IsianInstansi.model_validate(NEW[body])).jenis.value == jenis
