"""A citation becomes the fields it was made of, also spoilt, also in prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probis.law import JenisPeraturan, semua_peraturan
from probis.law.peraturan import Lembaran, Peraturan, kutipan, perubahan
from probis.reading.regulations import cited, named

FIELDS = ("jenis", "pembentuk", "nomor", "tahun", "tentang", "ln", "tln", "bn")


def fields(peraturan: Peraturan) -> dict[str, object]:
    return {field: getattr(peraturan, field) for field in FIELDS}


@pytest.mark.parametrize("peraturan", semua_peraturan(), ids=lambda p: p.id)
def test_every_national_regulation_comes_back_from_its_citation(peraturan: Peraturan) -> None:
    found = cited(kutipan(peraturan) + ";")
    assert found is not None
    assert fields(found.peraturan) == fields(peraturan)
    assert found.peraturan.id == peraturan.id
    last = [each.id for each in perubahan(peraturan)[-1:]]
    assert list(found.peraturan.diubah_oleh) == last
    assert [fields(each.peraturan) for each in found.perubahan] == [fields(p) for p in perubahan(peraturan)[-1:]]


CITED = (
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik "
    "(Lembaran Negara Republik Indonesia Tahun 2009 Nomor 112)"
)


@pytest.mark.parametrize(
    "spoilt",
    [
        CITED,
        CITED.replace("Undang-Undang", "Undang- Undang"),
        CITED.replace("Undang-Undang", "Undang-undang"),
        CITED.replace("Undang-Undang", "UNDANG-UNDANG"),
        CITED.replace("Nomor 25", "Nornor 25"),
        CITED.replace("Nomor 25", "No. 25"),
        CITED.replace("Nomor 25", "Nomor: 25"),
        CITED.replace("Nomor 25", "Nomor  25"),
        CITED.replace("Tahun 2009 t", "Tahun 2OO9 t"),
        CITED.replace("Nomor 112", "Nomor l12"),
        CITED.replace("tentang Pel", "tentangPel"),
        CITED.replace("(Lembaran", "Lembaran").replace("112)", "112"),
        CITED.replace("112)", "112"),
        "3. " + CITED + ";",
    ],
)
def test_a_citation_that_a_scan_spoilt(spoilt: str) -> None:
    found = cited(spoilt)
    assert found is not None
    assert (found.peraturan.id, found.peraturan.tentang) == ("uu-25-2009", "Pelayanan Publik")
    assert found.peraturan.ln == Lembaran(tahun=2009, nomor="112")


@pytest.mark.parametrize(
    ("sentence", "ids", "titles"),
    [
        (
            "bahwa untuk melaksanakan ketentuan Pasal 2 Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015 tentang "
            "Pembentukan Produk Hukum Daerah, perlu menetapkan Keputusan Gubernur",
            ["permendagri-80-2015"],
            ["Pembentukan Produk Hukum Daerah"],
        ),
        (
            "dibentuk dengan Perda Nomor 9 Tahun 2016 sebagaimana telah diubah dengan Perda Nomor 1 Tahun 2019",
            ["perda-9-2016", "perda-1-2019"],
            ["", ""],
        ),
        (
            "sesuai UU 25/2009 dan PermenPANRB 19/2018 serta PP No. 18 Tahun 2016",
            ["uu-25-2009", "permenpanrb-19-2018", "pp-18-2016"],
            ["", "", ""],
        ),
        (
            "berdasarkan Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah dan Peraturan Pemerintah "
            "Nomor 18 Tahun 2016 tentang Perangkat Daerah dibentuk biro",
            ["uu-23-2014", "pp-18-2016"],
            ["Pemerintahan Daerah", "Perangkat Daerah"],
        ),
        (
            "sesuai Undang-Undang Nomor 4 Tahun 1968 tentang Kabupaten Danau dengan mengubah Undang-Undang "
            "Nomor 14 Tahun 1950 tentang Kabupaten",
            ["uu-4-1968", "uu-14-1950"],
            [
                "Kabupaten Danau dengan mengubah Undang-Undang Nomor 14 Tahun 1950 tentang Kabupaten",
                "Kabupaten",
            ],
        ),
        (
            "sesuai Peraturan Menteri Perhubungan Nomor PM 60 Tahun 2019 tentang Angkutan Barang",
            ["permen-mp-60-2019"],
            ["Angkutan Barang"],
        ),
        ("Peraturan Bupati ini mulai berlaku", [], []),
        ("Keputusan Gubernur tentang Peta Proses Bisnis", [], []),
    ],
)
def test_regulations_in_prose(sentence: str, ids: list[str], titles: list[str]) -> None:
    found = named(sentence)
    assert [each.peraturan.id for each in found] == ids
    assert [each.peraturan.tentang for each in found] == titles


def test_a_chain_of_amendments_in_full() -> None:
    text = (
        "Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah sebagaimana telah diubah dengan Peraturan "
        "Pemerintah Nomor 72 Tahun 2019 tentang Perubahan atas Peraturan Pemerintah Nomor 18 Tahun 2016 tentang "
        "Perangkat Daerah (Lembaran Negara Republik Indonesia Tahun 2019 Nomor 187) dan terakhir dengan Peraturan "
        "Pemerintah Nomor 5 Tahun 2021 tentang Perizinan;"
    )
    found = cited(text)
    assert found is not None
    assert found.peraturan.diubah_oleh == ("pp-72-2019", "pp-5-2021")
    assert [each.dalam_judul for each in named(text, whole=True)] == [False, False, True, False]


_WORD = st.sampled_from(["Tata", "Kelola", "Perangkat", "Pelayanan", "Daerah", "Proses", "Bisnis", "Arsip"])
_TITLE = st.lists(_WORD, min_size=1, max_size=6).map(" ".join)
_GAZETTE = st.none() | st.builds(Lembaran, tahun=st.integers(1950, 2030), nomor=st.integers(1, 999).map(str))
_MAKERS = {
    JenisPeraturan.UU: [""],
    JenisPeraturan.PERPPU: [""],
    JenisPeraturan.PP: [""],
    JenisPeraturan.PERPRES: [""],
    JenisPeraturan.KEPPRES: [""],
    JenisPeraturan.INPRES: [""],
    JenisPeraturan.TAP_MPR: ["Majelis Permusyawaratan Rakyat"],
    JenisPeraturan.PERMEN: ["Menteri Kesehatan", "Menteri Energi dan Sumber Daya Mineral"],
    JenisPeraturan.PERLEMBAGA: ["Badan Pusat Statistik", "Kepala Lembaga Sandi Nusantara", "Komisi Yudisial"],
    JenisPeraturan.PERDA_PROVINSI: ["Provinsi Banda Selatan", "Provinsi Nusa Timur"],
    JenisPeraturan.PERGUB: ["Gubernur Banda Selatan"],
    JenisPeraturan.PERDA_KABKOTA: ["Kabupaten Sumber Jaya", "Kota Arunika"],
    JenisPeraturan.PERKADA: ["Bupati Sumber Jaya", "Wali Kota Arunika"],
    JenisPeraturan.KEPUTUSAN: ["Gubernur Banda Selatan", "Kepala Dinas Kesehatan", "Bupati Sumber Jaya"],
    JenisPeraturan.SURAT_EDARAN: ["Menteri Kesehatan", "Sekretaris Daerah Kota Arunika"],
}


@st.composite
def regulations(draw: st.DrawFn) -> Peraturan:
    jenis = draw(st.sampled_from(sorted(_MAKERS)))
    return Peraturan(
        id="x",
        jenis=jenis,
        pembentuk=draw(st.sampled_from(_MAKERS[jenis])),
        nomor=str(draw(st.integers(1, 999))),
        tahun=draw(st.integers(1945, 2030)),
        tentang=draw(_TITLE),
        ln=draw(_GAZETTE),
        tln=draw(st.just("") | st.integers(1, 9999).map(str)),
        bn=draw(_GAZETTE),
    )


@given(regulations(), st.sampled_from(["", ";", "."]))
def test_any_regulation_comes_back_from_its_citation(peraturan: Peraturan, mark: str) -> None:
    found = cited(kutipan(peraturan) + mark)
    assert found is not None
    assert fields(found.peraturan) == fields(peraturan)


@given(st.text(alphabet="Undang-PeraturanNomor 0123456789()/;,.tetanghubl", max_size=300))
def test_any_text_is_read_without_an_error(content: str) -> None:
    for each in named(content):
        assert 0 <= each.awal < each.akhir <= len(content)


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("Permen PANRB Nomor 19 Tahun 2018", (JenisPeraturan.PERMEN, "19", 2018)),
        ("UU No 23/2014", (JenisPeraturan.UU, "23", 2014)),
        ("SE Mendagri No. 3/2020", (JenisPeraturan.SURAT_EDARAN, "3", 2020)),
        ("SE Menteri Keuangan Nomor 7 Tahun 2019", (JenisPeraturan.SURAT_EDARAN, "7", 2019)),
        ("Kepmenpan RB No 63 Tahun 2003", (JenisPeraturan.KEPUTUSAN, "63", 2003)),
        ("Perka LAN Nomor 3 Tahun 2017", (JenisPeraturan.PERLEMBAGA, "3", 2017)),
        ("Peraturan Direksi Perumda Pasar Nomor 4 Tahun 2021", (JenisPeraturan.PERLEMBAGA, "4", 2021)),
    ],
)
def test_a_regulation_named_in_short(printed: str, read_as: tuple[JenisPeraturan, str, int]) -> None:
    (one,) = named(f"berdasarkan {printed} perlu ditetapkan peta")
    assert (one.peraturan.jenis, one.peraturan.nomor, one.peraturan.tahun) == read_as
