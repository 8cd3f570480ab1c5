"""Regulations: the data hold together; citation, order and status follow from them."""

import os
import re
import tomllib
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from probis.law import JenisPeraturan, Kepastian, Peraturan, cari_peraturan, semua_nilai, semua_peraturan
from probis.law.peraturan import (
    Lembaran,
    StatusPeraturan,
    kutipan,
    masa_berlaku,
    nama_lengkap,
    pengundangan,
    sebutan,
    singkatan,
    status,
    urutan,
)

HARI_KEPUTUSAN = date(2020, 8, 14)

MENGINGAT = (
    "Undang-Undang Nomor 64 Tahun 1958 tentang Pembentukan Daerah-daerah Tingkat I Bali, Nusa Tenggara Barat dan Nusa "
    "Tenggara Timur (Lembaran Negara Republik Indonesia Tahun 1958 Nomor 115, Tambahan Lembaran Negara Republik "
    "Indonesia Nomor 1649)",
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Republik Indonesia Tahun 2009 Nomor "
    "112, Tambahan Lembaran Negara Republik Indonesia Nomor 5038)",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 "
    "Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah diubah beberapa kali "
    "terakhir dengan Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua Atas Undang-Undang Nomor 23 Tahun 2014 "
    "tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2015 Nomor 58, Tambahan Lembaran Negara "
    "Republik Indonesia Nomor 5679)",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 19 Tahun 2018 tentang Penyusunan "
    "Peta Proses Bisnis Instansi Pemerintah (Berita Negara Republik Indonesia Tahun 2018 Nomor 411)",
)
ID_MENGINGAT = ("uu-64-1958", "uu-25-2009", "uu-23-2014", "permenpanrb-19-2018")


def ambil(id_: str) -> Peraturan:
    butir = cari_peraturan(id_)
    assert butir is not None, id_
    return butir


# Citation -----------------------------------------------------------------------------------------------------------


def test_mengingat_of_the_decree_is_reproduced_letter_by_letter() -> None:
    """But for the State Gazette of UU 25/2009: the decree prints 122, the gazette is 112."""
    acak = [ambil(id_) for id_ in reversed(ID_MENGINGAT)]
    assert tuple(kutipan(p, pada=HARI_KEPUTUSAN) for p in sorted(acak, key=urutan)) == MENGINGAT


def test_a_later_law_is_cited_with_its_later_amendment() -> None:
    assert kutipan(ambil("uu-23-2014"), pada=date(2014, 12, 1)).endswith("Nomor 5587)")
    satu = kutipan(ambil("uu-23-2014"), pada=date(2015, 2, 10))
    assert "sebagaimana telah diubah dengan Undang-Undang Nomor 2 Tahun 2015" in satu
    assert "terakhir dengan Undang-Undang Nomor 6 Tahun 2023" in kutipan(ambil("uu-23-2014"))


def test_a_body_s_own_regulations_are_found_by_its_own_search() -> None:
    lama = Peraturan(
        id="perda-9-2016",
        jenis=JenisPeraturan.PERDA_PROVINSI,
        pembentuk="Provinsi Nusa Tenggara Timur",
        nomor="9",
        tahun=2016,
        tentang="Pembentukan dan Susunan Perangkat Daerah",
        ln=Lembaran(tahun=2016, nomor="9"),
        tln="83",
        diubah_oleh=("perda-1-2019", "tak-ada"),
    )
    baru = lama.model_copy(
        update={
            "id": "perda-1-2019",
            "nomor": "1",
            "tahun": 2019,
            "tentang": "Perubahan",
            "ln": None,
            "tln": "",
            "diubah_oleh": (),
        }
    )
    sendiri = {p.id: p for p in (lama, baru)}
    assert kutipan(lama, sendiri.get) == (
        "Peraturan Daerah Provinsi Nusa Tenggara Timur Nomor 9 Tahun 2016 tentang Pembentukan dan Susunan Perangkat "
        "Daerah (Lembaran Daerah Provinsi Nusa Tenggara Timur Tahun 2016 Nomor 9, Tambahan Lembaran Daerah Provinsi "
        "Nusa Tenggara Timur Nomor 83) sebagaimana telah diubah dengan Peraturan Daerah Provinsi Nusa Tenggara Timur "
        "Nomor 1 Tahun 2019 tentang Perubahan"
    )
    assert status(lama, date(2019, 6, 1), sendiri.get) is StatusPeraturan.BERLAKU  # its day in 2019 is not known
    assert status(lama, date(2020, 1, 1), sendiri.get) is StatusPeraturan.DIUBAH


@pytest.mark.parametrize(
    ("jenis", "pembentuk", "harap"),
    [
        ("pergub", "Provinsi Nusa Tenggara Timur", "Peraturan Gubernur Nusa Tenggara Timur"),
        ("pergub", "Gubernur Nusa Tenggara Timur", "Peraturan Gubernur Nusa Tenggara Timur"),
        ("perkada", "Bupati Banjar", "Peraturan Bupati Banjar"),
        ("perda-kabkota", "Kota Depok", "Peraturan Daerah Kota Depok"),
        ("perlembaga", "Badan Kepegawaian Negara", "Peraturan Badan Kepegawaian Negara"),
        ("permen", "Menteri Dalam Negeri", "Peraturan Menteri Dalam Negeri"),
        ("keputusan", "Gubernur Bali", "Keputusan Gubernur Bali"),
        ("surat-edaran", "Menteri Dalam Negeri", "Surat Edaran Menteri Dalam Negeri"),
        ("uu", "", "Undang-Undang"),
    ],
)
def test_the_opening_of_a_citation(jenis: str, pembentuk: str, harap: str) -> None:
    assert sebutan(Peraturan(id="x", jenis=JenisPeraturan(jenis), pembentuk=pembentuk)) == harap


@pytest.mark.parametrize(
    ("pembentuk", "milik"),
    [
        ("Provinsi Bali", "Daerah Provinsi Bali"),
        ("Gubernur Bali", "Daerah Provinsi Bali"),
        ("Bupati Banjar", "Daerah Kabupaten Banjar"),
        ("Wali Kota Depok", "Daerah Kota Depok"),
    ],
)
def test_the_gazette_of_the_region(pembentuk: str, milik: str) -> None:
    butir = Peraturan(id="x", jenis=JenisPeraturan.PERGUB, pembentuk=pembentuk, bn=Lembaran(tahun=2023, nomor="7"))
    assert pengundangan(butir) == f"Berita {milik} Tahun 2023 Nomor 7"


@pytest.mark.parametrize(
    ("id_", "harap"),
    [
        ("permenpanrb-19-2018", "PermenPANRB 19/2018"),
        ("uu-23-2014", "UU 23/2014"),
        ("permendagri-80-2015", "Permendagri 80/2015"),
        ("kepmenpan-25-2002", "KepmenPAN 25/KEP/M.PAN/4/2002"),
        ("perka-bkn-21-2011", "Perka BKN 21/2011"),
    ],
)
def test_short_names(id_: str, harap: str) -> None:
    assert singkatan(ambil(id_)) == harap


def test_a_number_that_holds_its_year_is_not_given_it_twice() -> None:
    assert nama_lengkap(ambil("kepmenpan-25-2002")) == (
        "Keputusan Menteri Pendayagunaan Aparatur Negara Nomor 25/KEP/M.PAN/4/2002 tentang Pedoman Pengembangan "
        "Budaya Kerja Aparatur Negara"
    )


# Status -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id_", "pada", "harap"),
    [
        ("permenpanrb-59-2020", date(2026, 5, 31), StatusPeraturan.BERLAKU),
        ("permenpanrb-59-2020", date(2026, 6, 1), StatusPeraturan.DICABUT),
        ("permenpanrb-8-2026", date(2026, 5, 31), StatusPeraturan.BELUM_BERLAKU),
        ("uu-23-2014", date(2014, 9, 29), StatusPeraturan.BELUM_BERLAKU),
        ("uu-23-2014", date(2014, 9, 30), StatusPeraturan.BERLAKU),
        ("uu-23-2014", HARI_KEPUTUSAN, StatusPeraturan.DIUBAH),
        ("permenpanrb-26-2020", HARI_KEPUTUSAN, StatusPeraturan.BERLAKU),
        # Only the year of the revoking regulation is known: revoked for certain from its last day on.
        ("permenpanrb-26-2020", date(2023, 12, 30), StatusPeraturan.BERLAKU),
        ("permenpanrb-26-2020", date(2023, 12, 31), StatusPeraturan.DICABUT),
        ("permenpanrb-19-2018", date(2026, 11, 24), StatusPeraturan.BERLAKU),
    ],
)
def test_status_on_a_day(id_: str, pada: date, harap: StatusPeraturan) -> None:
    assert status(ambil(id_), pada) is harap


@given(st.sampled_from(semua_peraturan()), st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 9000))
def test_status_only_moves_forward_in_time(butir: Peraturan, hari: date, jarak: int) -> None:
    tahap = list(StatusPeraturan)
    assert tahap.index(status(butir, hari)) <= tahap.index(status(butir, hari + timedelta(days=jarak)))


# Order --------------------------------------------------------------------------------------------------------------


def test_kinds_stand_in_the_order_of_their_rank() -> None:
    pangkat = [j.pangkat for j in JenisPeraturan]
    assert pangkat == sorted(pangkat)
    assert len({j.nama for j in JenisPeraturan}) == len(JenisPeraturan)


@given(st.permutations(semua_peraturan()))
def test_order_does_not_depend_on_the_order_given(acak: list[Peraturan]) -> None:
    assert tuple(sorted(acak, key=urutan)) == semua_peraturan()


# The type -----------------------------------------------------------------------------------------------------------

_teks = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)
_id = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}", fullmatch=True)
_lembaran = st.builds(Lembaran, tahun=st.integers(1800, 2200), nomor=_teks)
butir_peraturan = st.builds(
    Peraturan,
    id=_id,
    jenis=st.sampled_from(JenisPeraturan),
    pembentuk=_teks,
    nomor=_teks,
    tahun=st.none() | st.integers(1800, 2200),
    tentang=_teks,
    tanggal=st.none() | st.dates(),
    ln=st.none() | _lembaran,
    tln=_teks,
    bn=st.none() | _lembaran,
    diubah_oleh=st.lists(_id, max_size=3).map(tuple),
    dicabut_oleh=st.none() | _id,
    berlaku_sejak=st.none() | st.dates(),
    berlaku_sampai=st.none() | st.dates(),
    kepastian=st.sampled_from(Kepastian),
    asal=_teks,
    catatan=_teks,
)


@given(butir_peraturan, st.lists(butir_peraturan, max_size=3), st.dates())
def test_every_regulation_has_citation_status_and_order(butir: Peraturan, lain: list[Peraturan], hari: date) -> None:
    terkait = butir.model_copy(
        update={"diubah_oleh": tuple(p.id for p in lain), "dicabut_oleh": lain[0].id if lain else None}
    )
    cari = {p.id: p for p in lain}.get
    assert kutipan(terkait, cari, hari).startswith(sebutan(terkait))
    assert singkatan(terkait)
    assert status(terkait, hari, cari) in StatusPeraturan
    assert urutan(terkait) <= urutan(terkait)
    assert Peraturan.model_validate_json(terkait.model_dump_json()) == terkait


@pytest.mark.parametrize("id_", ["", "UU-1", "uu_1", "-uu", "uu--1", "uu-", "uu 1", "a" * 81])
def test_ids_are_slugs(id_: str) -> None:
    with pytest.raises(ValidationError):
        Peraturan(id=id_, jenis=JenisPeraturan.UU)


# The data -----------------------------------------------------------------------------------------------------------


def test_ids_are_unique_and_say_what_they_name() -> None:
    semua = semua_peraturan()
    assert len({p.id for p in semua}) == len(semua) >= 50
    assert len({(p.jenis, p.pembentuk, p.nomor, p.tahun) for p in semua}) == len(semua)
    for p in semua:
        angka = re.match(r"\d+", p.nomor)
        assert angka and p.id.endswith(f"-{angka.group()}-{p.tahun}"), p.id


def test_references_resolve_and_run_forward_in_time() -> None:
    for p in semua_peraturan():
        for id_ in (*p.diubah_oleh, *filter(None, [p.dicabut_oleh])):
            lain = ambil(id_)
            assert (lain.tahun or 0) >= (p.tahun or 0) and lain.id != p.id
        awal, akhir = masa_berlaku(p)
        assert awal is not None and (akhir is None or awal <= akhir), p.id
        assert p.tanggal is None or p.tanggal.year == p.tahun
        assert p.berlaku_sejak is None or p.tanggal is None or p.berlaku_sejak >= p.tanggal


ASAL = re.compile(r"(S\d+[a-e]?|keputusan baris \d+|GK|judul GK|tanggal GK)")


@pytest.mark.parametrize("butir", [*semua_peraturan(), *semua_nilai()], ids=lambda b: b.id)
def test_certainty_agrees_with_where_it_is_from(butir) -> None:  # type: ignore[no-untyped-def]
    tanda = butir.asal.split(", ")
    assert all(ASAL.fullmatch(t) for t in tanda), butir.asal
    hanya_umum = all(t.endswith("GK") for t in tanda)
    assert (butir.kepastian is Kepastian.PENGETAHUAN_UMUM) == hanya_umum


def test_gazette_numbers_stand_only_where_a_source_gives_them() -> None:
    for p in semua_peraturan():
        if p.ln or p.tln or p.bn:
            assert "keputusan baris" in p.asal or "S46" in p.asal, p.id


def test_every_short_name_of_a_maker_is_used() -> None:
    data = tomllib.loads(files("probis.law").joinpath("peraturan.toml").read_text(encoding="utf-8"))
    assert set(data["singkatan"]) - {"Peraturan Badan Kepegawaian Negara"} <= {sebutan(p) for p in semua_peraturan()}


BERSAMA = Path(os.environ.get("PROBIS_SHARED", Path(__file__).parents[3] / "shared"))


@pytest.mark.skipif(not (BERSAMA / "reference/domain.md").exists(), reason="the shared reference is not here")
def test_tags_and_facts_stand_in_the_reference() -> None:
    teks = (BERSAMA / "reference/domain.md").read_text(encoding="utf-8")
    ada = set(re.findall(r"^\| (S\d+[a-e]?) \|", teks, re.M))
    for butir in (*semua_peraturan(), *semua_nilai()):
        for tanda in re.findall(r"S\d+[a-e]?", butir.asal):
            assert tanda in ada, f"{butir.id}: {tanda}"
    keputusan = (BERSAMA / "reference/keputusan-253-2020.txt").read_text(encoding="utf-8")
    for kalimat in MENGINGAT:
        assert (
            kalimat.replace("Nomor 112,", "Nomor 122,") in keputusan
        )  # the decree misprints the gazette of UU 25/2009
