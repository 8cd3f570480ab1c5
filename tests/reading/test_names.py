"""Names and codes of processes compare by what they say, not by how they are typed."""

import pytest

from probis.reading.names import code_similarity, similarity


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("PENATAAN ARSIP", "Penataan  arsip", 100, 100),
        ("Analisis Jabatan dan ABK", "Analisis Jabatan dan Analisis Beban Kerja", 100, 100),
        ("Penerapan Budaya Kerja", "Pengembangan Budaya Kerja", 60, 95),
        ("Reformasi Birokrasi", "Pelaksanaan Reformasi Birokrasi", 85, 99),
        ("Pengelolaan Keuangan", "Uji Kendaraan Bermotor", 0, 55),
        ("", "Uji Kendaraan", 0, 0),
    ],
)
def test_names(one: str, other: str, least: float, most: float) -> None:
    assert least <= similarity(one, other) <= most
    assert similarity(one, other) == similarity(other, one)


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [("BO-04", "BO-04", 100), ("BO.04", "BO-04", 95), ("BO-4", "BO-04", 90), ("B0-O4", "BO-04", 90)],
)
def test_codes(one: str, other: str, score: float) -> None:
    assert code_similarity(one, other) == score


def test_codes_that_differ_by_a_number_are_never_taken_for_one() -> None:
    assert code_similarity("BO-04", "BO-05") < 90
