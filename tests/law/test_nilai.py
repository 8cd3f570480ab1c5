"""Legal values: the one that holds on a day, or a clear word on why there is none."""

import tomllib
from datetime import date
from decimal import Decimal
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from probis.law import Nilai, NilaiTiada, cari_nilai, cari_peraturan, semua_nilai
from probis.law.nilai import SatuanNilai, SebabTiada, angka, masa_nilai, ungkapan
from probis.law.peraturan import Kepastian

KINI = date(2026, 11, 24)


def ambil(id_: str, pada: date = KINI) -> Nilai:
    butir = cari_nilai(id_, pada)
    assert isinstance(butir, Nilai), butir
    return butir


@pytest.mark.parametrize(
    ("id_", "harap"),
    [
        ("lapor-permintaan-informasi", "paling lama 5 HK"),
        ("lapor-tanpa-pengawasan", "paling lama 14 HK"),
        ("lapor-berkadar-pengawasan", "paling lama 60 HK"),
        ("pk-batas", "paling lama 1 bulan"),
        ("lkj-batas-pemda", "paling lama 3 bulan"),
        ("lkj-batas-perangkat-daerah", "paling lama 2 bulan"),
        ("pp-18-2016-persetujuan", "paling lama 15 HK"),
        ("abk-waktu-kerja-efektif-jam", "1.250 jam"),
        ("abk-waktu-kerja-efektif-menit", "75.000 menit"),
        ("peta-evaluasi-selang", "paling lama 1 tahun"),
        ("fes-faktor-struktural", "6 faktor"),
        ("fes-faktor-fungsional", "9 faktor"),
        ("skm-mutu-b", "76,61–88,30 poin"),
        ("zi-wbk-bersih-akuntabel", "paling sedikit 18,25 poin"),
        ("zi-wbk-area", "paling sedikit 60%"),
        ("pp-18-2016-tipe-a", "lebih dari 800 poin"),
        ("pp-18-2016-tipe-b", "lebih dari 600 sampai 800 poin"),
        ("sakip-predikat-d", "kurang dari 30 poin"),
    ],
)
def test_values_in_words(id_: str, harap: str) -> None:
    assert ungkapan(ambil(id_)) == harap


def test_the_two_forms_of_effective_working_time_agree() -> None:
    jam, menit = ambil("abk-waktu-kerja-efektif-jam").tepat, ambil("abk-waktu-kerja-efektif-menit").tepat
    assert jam is not None and jam * 60 == menit


@pytest.mark.parametrize(
    ("bagian", "jumlah"),
    [
        (
            (
                "sakip-bobot-perencanaan",
                "sakip-bobot-pengukuran",
                "sakip-bobot-pelaporan",
                "sakip-bobot-evaluasi-internal",
            ),
            "100",
        ),
        (
            tuple(f"sakip-bobot-perencanaan-{a}" for a in ("pemenuhan", "kualitas", "pemanfaatan")),
            "sakip-bobot-perencanaan",
        ),
        (
            tuple(f"sakip-bobot-pengukuran-{a}" for a in ("pemenuhan", "kualitas", "pemanfaatan")),
            "sakip-bobot-pengukuran",
        ),
        (
            tuple(f"sakip-bobot-pelaporan-{a}" for a in ("pemenuhan", "kualitas", "pemanfaatan")),
            "sakip-bobot-pelaporan",
        ),
        (("zi-bobot-pemenuhan", "zi-bobot-reform"), "zi-bobot-pengungkit"),
        (("zi-bobot-bersih-akuntabel", "zi-bobot-pelayanan-prima"), "zi-bobot-hasil"),
        (("zi-bobot-pengungkit", "zi-bobot-hasil"), "100"),
        (("pp-18-2016-bobot-variabel-umum", "pp-18-2016-bobot-variabel-teknis"), "100"),
    ],
)
def test_weights_add_up(bagian: tuple[str, ...], jumlah: str) -> None:
    utuh = Decimal(jumlah) if jumlah.isdigit() else ambil(jumlah).tepat
    assert sum((ambil(id_).tepat or Decimal(0)) for id_ in bagian) == utuh


@given(st.decimals(min_value=0, max_value=100, places=2))
def test_each_sakip_score_has_exactly_one_predicate(skor: Decimal) -> None:
    predikat = [k for k in ("aa", "a", "bb", "b", "cc", "c", "d") if ambil(f"sakip-predikat-{k}").memuat(skor)]
    assert len(predikat) == 1


@given(st.decimals(min_value=25, max_value=100, places=2))
def test_each_survey_score_has_exactly_one_grade(skor: Decimal) -> None:
    assert sum(ambil(f"skm-mutu-{k}").memuat(skor) for k in "abcd") == 1


# Dates --------------------------------------------------------------------------------------------------------------


def test_a_value_of_a_law_to_come_is_an_answer_not_a_crash() -> None:
    tiada = cari_nilai("zi-wbk-total", date(2020, 8, 14))
    assert isinstance(tiada, NilaiTiada) and tiada.sebab is SebabTiada.BELUM_BERLAKU
    assert tiada.pesan == 'Nilai "zi-wbk-total" belum berlaku pada 14 Agustus 2020; berlaku sejak 1 Januari 2021.'


def test_a_value_of_the_past() -> None:
    assert isinstance(cari_nilai("abk-lama-hari-kerja", date(2019, 1, 1)), Nilai)
    tiada = cari_nilai("abk-lama-hari-kerja", KINI)
    assert isinstance(tiada, NilaiTiada) and tiada.sebab is SebabTiada.TIDAK_BERLAKU_LAGI
    assert tiada.pesan == (
        'Nilai "abk-lama-hari-kerja" tidak berlaku lagi pada 24 November 2026; berlaku sampai 31 Desember 2020.'
    )


def test_one_id_through_two_laws() -> None:
    assert ambil("jam-kerja-sehari", date(2020, 8, 14)).sumber == "keppres-68-1995"
    assert ambil("jam-kerja-sehari", date(2023, 4, 11)).sumber == "keppres-68-1995"
    assert ambil("jam-kerja-sehari", date(2023, 4, 12)).sumber == "perpres-21-2023"


def test_an_unknown_value_names_its_neighbours() -> None:
    tiada = cari_nilai("lapor-tanpa-pengawas", KINI)
    assert isinstance(tiada, NilaiTiada) and tiada.sebab is SebabTiada.TAK_DIKENAL
    assert tiada.pesan.startswith(
        'Nilai hukum "lapor-tanpa-pengawas" tidak dikenal. Mungkin maksudnya: lapor-tanpa-pengawasan'
    )


@given(st.text(max_size=300), st.dates())
def test_any_question_is_answered(id_: str, pada: date) -> None:
    assert isinstance(cari_nilai(id_, pada), NilaiTiada | Nilai)


@given(st.sampled_from(semua_nilai()), st.dates())
def test_an_answer_holds_on_the_day_asked(butir: Nilai, pada: date) -> None:
    jawab = cari_nilai(butir.id, pada)
    if isinstance(jawab, Nilai):
        awal, akhir = masa_nilai(jawab)
        assert (awal is None or awal <= pada) and (akhir is None or pada <= akhir)
    else:
        assert jawab.pesan.startswith(f'Nilai "{butir.id}" ')


# The data and its type ----------------------------------------------------------------------------------------------


def test_periods_of_one_id_do_not_overlap_and_keep_their_unit() -> None:
    for id_ in {n.id for n in semua_nilai()}:
        sama = [n for n in semua_nilai() if n.id == id_]
        assert len({(n.satuan, n.nama) for n in sama}) == 1
        masa = sorted((a or date.min, z or date.max) for a, z in map(masa_nilai, sama))
        assert all(a <= z for a, z in masa)
        assert all(kiri[1] < kanan[0] for kiri, kanan in pairwise(masa)), id_


def test_no_id_stands_under_two_subjects() -> None:
    data = tomllib.loads(files("probis.law").joinpath("nilai.toml").read_text(encoding="utf-8"))
    semua = [id_ for pokok in data.values() for id_ in pokok]
    assert len(semua) == len(set(semua)) > 70


def test_sources_resolve() -> None:
    for butir in semua_nilai():
        assert butir.sumber is None or cari_peraturan(butir.sumber), butir.id
        assert butir.sumber or butir.berlaku_sampai, f"{butir.id}: no law and no end"


def test_a_value_of_general_knowledge_says_so() -> None:
    for id_ in (
        "pp-18-2016-persetujuan",
        "lkj-batas-pemda",
        "peta-evaluasi-selang",
        "lapor-verifikasi",
        "zi-wbbm-total",
    ):
        assert ambil(id_).kepastian is Kepastian.PENGETAHUAN_UMUM


@pytest.mark.parametrize("isi", [{}, {"min": 5, "maks": 4}, {"tepat": "lima"}, {"tepat": 1, "lain": 2}])
def test_nonsense_cannot_be_built(isi: dict[str, object]) -> None:
    dasar = {"id": "x", "nama": "X", "satuan": "HK", "kepastian": "sumber", "asal": "S1"}
    with pytest.raises(ValidationError):
        Nilai.model_validate({**dasar, **isi})


@pytest.mark.parametrize(
    ("besar", "harap"),
    [("0", "0"), ("1250", "1.250"), ("75000", "75.000"), ("4.5", "4,5"), ("76.60", "76,60"), ("0.111", "0,111")],
)
def test_numbers_as_indonesian_writes_them(besar: str, harap: str) -> None:
    assert angka(Decimal(besar)) == harap


def test_bounds_belong_or_do_not() -> None:
    tipe_b = ambil("pp-18-2016-tipe-b")
    assert [tipe_b.memuat(Decimal(n)) for n in (600, 601, 800, 801)] == [False, True, True, False]
    assert SatuanNilai.HK == "HK"
