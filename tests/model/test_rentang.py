"""Times, limits, volumes and percentages: what people write is what is kept and written again."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from probis.model import Batas, Persen, Rentang, Satuan, Volume


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("2 HK", "2 HK"),
        ("2HK", "2 HK"),
        ("2 hk", "2 HK"),
        ("1-2 HK", "1–2 HK"),
        ("1 – 2 HK", "1–2 HK"),
        ("1 s.d. 2 hari", "1–2 hari"),
        ("1,5 jam", "1,5 jam"),
        ("1,50 jam", "1,5 jam"),
        ("15 HK menurut pp-18-2016-persetujuan", "15 HK menurut pp-18-2016-persetujuan"),
    ],
)
def test_rentang_is_read_and_written_in_one_form(written: str, canonical: str) -> None:
    assert str(Rentang.model_validate(written)) == canonical


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            "dua hari",
            "Waktu “dua hari” tidak terbaca. Tulis angka dan satuan (menit, jam, HK, hari, minggu, bulan), "
            "misalnya 2 HK.",
        ),
        ("5–2 HK", "Waktu “5–2 HK” tidak terbaca. Batas atas harus lebih besar dari batas bawah, misalnya 1–2 HK."),
    ],
)
def test_a_time_that_cannot_be_read_shows_the_right_form(written: str, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Rentang.model_validate(written)
    assert [error["msg"] for error in caught.value.errors()] == [message]


numbers = st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False)


@given(numbers, st.none() | numbers, st.sampled_from(list(Satuan)), st.none() | st.just("pp-18-2016"))
def test_rentang_survives_its_own_text(low: Decimal, more: Decimal | None, unit: Satuan, law: str | None) -> None:
    high = low + more + 1 if more is not None else None
    rentang = Rentang(min=low, maks=high, satuan=unit, nilai_hukum=law)
    assert Rentang.model_validate(str(rentang)) == rentang
    assert Rentang.model_validate(rentang.model_dump(mode="json")) == rentang


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_our_words(text: str) -> None:
    for kind in (Rentang, Batas, Volume):
        try:
            kind.model_validate(text)
        except ValidationError as refused:
            assert all("tidak terbaca" in error["msg"] for error in refused.errors())


def test_batas_holds_the_event_it_counts_from() -> None:
    batas = Batas.model_validate("15 HK menurut pp-18-2016-persetujuan sejak disposisi")
    assert (batas.waktu.nilai_hukum, batas.sejak) == ("pp-18-2016-persetujuan", "disposisi")
    assert batas.ringkas == "15 HK sejak disposisi"
    assert Batas.model_validate(str(batas)) == batas


def test_volume_and_persen() -> None:
    assert str(Volume.model_validate("8 kali per tahun")) == "8 per tahun"
    persen = TypeAdapter(Persen)
    assert persen.dump_python(persen.validate_python("70 %"), mode="json") == "70 %"
    with pytest.raises(ValidationError, match="antara 0 dan 100"):
        persen.validate_python("170 %")
