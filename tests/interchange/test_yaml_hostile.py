"""Files made to exhaust the reader are refused or read in bounded time, with few words."""

import time

import pytest

from probis.interchange.yaml import read
from probis.interchange.yaml.marked import MOST
from probis.model import Tingkat

BODY = b"id: biro\nnama: Biro\njenis: biro\nperiode: 2018\xe2\x80\x932023\n"

_ROWS = 499

HOSTILE = {
    "jangkar berlapis": "a0: &a0 [x]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)),
    "kurung bersarang": "proses: " + "[" * 90_000,
    "kurung bersarang tertutup": "proses: " + "{a: " * 20_000 + "}" * 20_000,
    "isian yang sama": "proses:\n- {" + ", ".join(["id: a"] * 40_000) + "}\n",
    "potongan koma": "proses:\n- {id: a, nama: x" + ", y" * 40_000 + "}\n",
    "isian tidak dikenal": "".join(f"x{n}: y\n" for n in range(40_000)),
    "id yang sama": "proses:\n" + "- {id: a, nama: A}\n" * 15_000,
    "aliran tanpa id": "aliran:\n" + "- {produk: a}\n" * 25_000,
    "butir kosong": "proses:\n" + "- \n" * 90_000,
    "satu teks panjang": "catatan: " + "a" * 1_900_000,
    "satu nama isian panjang": "a" * 1_900_000 + ": b",
    "tanda kutip terbuka": 'catatan: "' + "a\n" * 900_000,
    "tab di setiap baris": "\ta: b\n" * 300_000,
    "tanda pagar": "catatan: a #b\n" * 100_000,
}

MAPS = {
    "langkah berteks sama": "- kegiatan: A\n" * _ROWS,
    "langkah saling menunggu": "".join(
        f"- {{id: r{n}, kegiatan: A, setelah: [r{(n + 1) % _ROWS}, r{(n + 2) % _ROWS}, r{(n * 7) % _ROWS}]}}\n"
        for n in range(_ROWS)
    ),
    "langkah bercabang serentak": "".join(
        f"- {{id: r{n}, kegiatan: A, ke: [r{(n + 1) % _ROWS}, r{(n * 31 + 5) % _ROWS}]}}\n" for n in range(_ROWS)
    ),
    "langkah bercabang serentak sebanyak yang dicari": "".join(
        f"- {{id: r{n}, kegiatan: A, ke: [r{n + 1}, r{(n * 31 + 5) % _ROWS}]}}\n" for n in range(30)
    )
    + "".join(f"- {{id: r{n}, kegiatan: A}}\n" for n in range(30, _ROWS)),
    "terlalu banyak langkah": "- kegiatan: A\n" * 30_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_part_is_refused_in_bounded_time(name: str) -> None:
    _measured({"instansi.yaml": BODY, ("aliran" if "aliran" in name else "proses") + ".yaml": HOSTILE[name].encode()})


@pytest.mark.parametrize("name", MAPS)
def test_a_hostile_map_is_read_or_refused_in_bounded_time(name: str) -> None:
    _measured({"instansi.yaml": BODY, "lintas-fungsi/x.yaml": f"proses: p\nlangkah:\n{MAPS[name]}".encode()})


def test_many_large_files_are_not_read_to_the_end() -> None:
    part = b"proses:\n" + b"- {id: a, nama: A}\n" * 15_000
    files = {f"lintas-fungsi/x-{number}.yaml": part for number in range(40)}
    _measured({"instansi.yaml": BODY, **files}, seconds=15)


def test_what_is_not_listed_is_counted_and_keeps_its_level() -> None:
    warned = read({"instansi.yaml": BODY, "produk.yaml": b"produk:\n" + _numbered("- id: a%d\n  nama: A #b\n")})
    assert len(warned.temuan) == MOST + 1
    assert {one.tingkat for one in warned.temuan} == {Tingkat.PERINGATAN}
    assert warned.temuan[-1].pesan == "Masih ada 50 hal lain di berkas ini."
    assert warned.nilai is not None
    refused = read({"instansi.yaml": BODY, "produk.yaml": b"produk:\n" + _numbered("- {id: a%d, nama: A, x: y}\n")})
    assert len(refused.temuan) == MOST + 1
    assert refused.nilai is None


def _numbered(line: str) -> bytes:
    return "".join(line % number for number in range(150)).encode()


def test_twenty_maps_are_read_in_half_a_second() -> None:
    row = "- id: r{0}\n  jalur: a\n  kegiatan: Memeriksa\n  pakai: [a, b]\n  hasil: c\n  waktu: 2 HK\n  beban: 1 jam\n"
    text = "proses: p\njalur: [a]\nlangkah:\n" + "".join(row.format(number) for number in range(20))
    files = {"instansi.yaml": BODY, **{f"lintas-fungsi/x-{number}.yaml": text.encode() for number in range(20)}}
    spent = []
    for _ in range(3):
        start = time.process_time()
        assert read(files).temuan == ()
        spent.append(time.process_time() - start)
    assert min(spent) < 0.5


def _measured(files: dict[str, bytes], seconds: float = 6) -> None:
    start = time.process_time()
    bacaan = read(files)
    spent = time.process_time() - start
    assert spent < seconds, spent
    for path in files:
        assert sum(1 for one in bacaan.temuan if one.tempat and one.tempat.berkas == path) <= MOST + 1
    assert all(len(one.pesan) + len(one.saran) < 900 for one in bacaan.temuan)
