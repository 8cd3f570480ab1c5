"""What careful readers find wrong in decree 253/KEP/HK/2020, line by line, beside what the checks of a text find."""

import pytest

from probis.model import Temuan
from probis.reading.contradictions import check
from probis.reading.formats import read
from probis.reading.quotations import quoted
from reading.decrees import NTT

FAULTS: dict[int, tuple[str, ...]] = {
    8: ("tanda-baca",),
    12: ("masa-berbeda",),
    19: ("ejaan-naskah", "tata-bahasa", "singkatan-naskah"),
    20: ("rujukan-dalam", "tata-bahasa"),
    18: ("derau-naskah",),
    22: ("derau-naskah",),
    24: ("peraturan-disebut",),
    25: ("derau-naskah",),
    54: ("derau-naskah",),
    45: ("tanda-baca",),
    58: ("tanda-baca",),
    65: ("peraturan-disebut",),
    77: ("tanda-baca",),
    79: ("jumlah-daftar",),
    82: ("daftar-berbeda",),
    86: ("daftar-berbeda",),
    87: ("tanda-baca",),
    89: ("jumlah-daftar",),
    93: ("daftar-berbeda",),
    94: ("daftar-berbeda",),
    100: ("daftar-berbeda",),
    101: ("daftar-berbeda",),
    103: ("daftar-berbeda", "ejaan-naskah"),
    105: ("rencana-disebut",),
    107: ("daftar-berbeda",),
    109: ("daftar-berbeda",),
    112: ("salah-kolom",),
    113: ("daftar-berbeda",),
    116: ("daftar-berbeda",),
    117: ("daftar-berbeda",),
    119: ("huruf-besar",),
    122: ("daftar-berbeda",),
    126: ("ejaan-naskah",),
    130: ("masa-berbeda", "ejaan-naskah", "tanda-baca", "huruf-besar", "tata-bahasa"),
    132: ("tanda-baca", "huruf-besar"),
    136: ("peraturan-disebut", "ejaan-naskah"),
    139: ("huruf-besar",),
    140: ("tata-bahasa",),
    146: ("tata-bahasa",),
    143: ("fungsi-tanpa-proses",),
    144: ("fungsi-tanpa-proses",),
    158: ("fungsi-tanpa-proses",),
    161: ("gambar-tidak-ada",),
    170: ("gambar-tidak-ada", "tidak-dijabarkan"),
    177: ("singkatan-naskah", "tata-bahasa", "saling-mendahului"),
    178: ("tata-bahasa",),
    180: ("wadah-sejajar",),
    184: ("ejaan-naskah", "proses-penjelasan"),
    187: ("ejaan-naskah", "proses-penjelasan"),
    194: ("tidak-dijabarkan",),
    199: ("nama-berbeda", "gambar-tidak-ada"),
    206: ("nama-berbeda", "gambar-tidak-ada"),
    220: ("ejaan-kode", "nama-berbeda", "fungsi-tanpa-proses", "gambar-tidak-ada"),
    234: ("ejaan-kode", "nama-berbeda", "gambar-tidak-ada"),
    241: ("nama-berbeda", "fungsi-tanpa-proses", "gambar-tidak-ada"),
    248: ("gambar-tidak-ada",),
    335: ("kode-terlewat", "gambar-tidak-ada"),
    356: ("derau-naskah",),
    358: ("derau-naskah",),
    360: ("derau-naskah",),
    362: ("derau-naskah",),
    371: ("salinan-berbeda",),
    379: ("salinan-berbeda",),
    393: ("kode-ganda",),
    **dict.fromkeys((181, 182, 183, 185, 186, 190), ("proses-penjelasan",)),
    253: ("singkatan-naskah",),
    287: ("singkatan-naskah", "gambar-tidak-ada"),
    **dict.fromkeys((213, 227), ("gambar-tidak-ada",)),
    **dict.fromkeys(
        (258, 263, 268, 278, 283, 292, 297, 307, 312, 317, 322, 328, 343, 352),
        ("gambar-tidak-ada",),
    ),
    273: ("gambar-tidak-ada", "nama-kembar"),
    302: ("gambar-tidak-ada", "nama-berbeda"),
    348: ("gambar-tidak-ada", "singkatan-naskah"),
}
"""Line to the checks that must say something of it."""


@pytest.fixture(scope="module")
def told() -> tuple[Temuan, ...]:
    if not NTT.exists():
        pytest.skip("the decree is not here")
    return check(quoted(read(NTT.name, NTT.read_bytes())).naskah)


def test_what_careful_readers_find_is_found_at_its_line(told: tuple[Temuan, ...]) -> None:
    """What one cause did in several lines is told once; its other lines are then the other places of the finding."""
    places = [(temuan.aturan, place) for temuan in told for place in (temuan.tempat, *temuan.lain) if place is not None]
    found = {(place.baris, slug) for slug, place in places}
    missed = {(line, slug) for line, slugs in FAULTS.items() for slug in slugs} - found
    assert not missed


def test_nothing_is_told_of_a_line_that_is_right(told: tuple[Temuan, ...]) -> None:
    """Lines that were read one by one and hold no fault beyond what the list says."""
    sound = {5, 7, 10, 14, 16, 23, 29, 31, 36, 37, 38, 39, 42, 43, 47, 49, 51, 52, 60, 67, 71, 73, 76}
    assert not [temuan for temuan in told if temuan.tempat is not None and temuan.tempat.baris in sound]
