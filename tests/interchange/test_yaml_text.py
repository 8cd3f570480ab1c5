"""The canonical layout: what an office sees in its files after `probis rapikan`."""

import yaml as pyyaml

from probis.interchange.yaml import read, write
from probis.interchange.yaml.text import WIDTH, Sure, document

FILES = {
    "instansi.yaml": b"""\
# Peta proses bisnis Biro Organisasi.
# Disusun oleh Tim.

periode: {awal: 2018, akhir: 2023}
jenis: Biro
nama: 'Biro Organisasi'
id: biro
catatan: ""
""",
    "proses.yaml": """\
proses:
- {nama: Penataan Kelembagaan, id: penataan, kode: 01.03, sumber: [{jenis: keputusan, baris: 186–190}], terlibat: biro}
""".encode(),
    "aliran.yaml": b"""\
aliran:
- {id: surat--awal--penataan, produk: Surat, ke: penataan}
- {id: lain, produk: Surat, ke: penataan}
""",
    "lintas-fungsi/rapat.yaml": b"""\
proses: penataan
mulai: Undangan diterima
selesai: {sah: Berita acara ditandatangani}
jalur: [biro, {id: dprd, pelaku: dprd}]
langkah:
- id: cek
  jalur: biro
  putusan: "Lengkap?"
  pilihan: {Ya: [bahas, catat], Tidak: {kembali: cek, paling banyak: 2, lalu: sah}}
- {id: bahas, jalur: dprd, kegiatan: "Membahas tugas, fungsi, dan susunan", waktu: 1-2 hk, ke: tanda}
- {id: catat, jalur: biro, kegiatan: Mencatat, ke: tanda, sumber: "usulan, belum ditanyakan"}
- {id: tanda, jalur: biro, kegiatan: Menandatangani}
""",
}

WANTED = {
    "instansi.yaml": """\
# yaml-language-server: $schema=.skema/instansi.json
# Peta proses bisnis Biro Organisasi.
# Disusun oleh Tim.
skema: 1
id: biro
nama: Biro Organisasi
jenis: biro
periode: 2018–2023
""",
    "proses.yaml": """\
# yaml-language-server: $schema=.skema/proses.json
proses:
- id: penataan
  kode: "01.03"
  nama: Penataan Kelembagaan
  terlibat: [biro]
  sumber: keputusan 186–190
""",
    "aliran.yaml": """\
# yaml-language-server: $schema=.skema/aliran.json
aliran:
- produk: Surat
  ke: penataan
- id: lain
  produk: Surat
  ke: penataan
""",
    "lintas-fungsi/rapat.yaml": """\
# yaml-language-server: $schema=../.skema/lintas-fungsi.json
proses: penataan
jalur: [biro, dprd]
langkah:
- id: mulai
  jalur: biro
  mulai: Undangan diterima
  ke: cek
- id: cek
  jalur: biro
  putusan: Lengkap?
  pilihan:
    Ya: cek-pecah
    Tidak:
      kembali: cek
      paling_banyak: 2
    Tidak, sudah 2 kali: sah
- id: cek-pecah
  jalur: biro
  gerbang: serentak
  ke: [bahas, catat]
- id: bahas
  jalur: dprd
  kegiatan: Membahas tugas, fungsi, dan susunan
  waktu: 1–2 HK
  ke: tanda-gabung
- id: catat
  jalur: biro
  kegiatan: Mencatat
  ke: tanda-gabung
  sumber: usulan, belum ditanyakan
- id: tanda-gabung
  jalur: biro
  gerbang: serentak
  ke: tanda
- id: tanda
  jalur: biro
  kegiatan: Menandatangani
  ke: sah
- id: sah
  jalur: biro
  selesai: Berita acara ditandatangani
""",
}


def test_the_canonical_form_is_as_shown() -> None:
    bacaan = read(FILES)
    assert bacaan.nilai is not None, bacaan.temuan
    written = write(bacaan.nilai, before=FILES)
    assert {path: data.decode() for path, data in written.items()} == WANTED
    again = read(written)
    assert again.nilai == bacaan.nilai
    assert write(bacaan.nilai, before=written) == written


def shown(value: object) -> str:
    return document({"a": value}, "").decode().removeprefix("a:").strip("\n")


def test_quotes_stand_only_where_they_are_needed() -> None:
    for text in ("Biro Organisasi", "BO-01.3", "2 HK", "ya", "tidak", "Lengkap?", "a, b", "12", "70 %", "1–2", "a:b"):
        assert shown(text) == f" {text}"
    for text in (
        "01.03",
        "no",
        "null",
        "~",
        "3:30",
        "a: b",
        "a #b",
        "- a",
        "",
        "x:",
        "2020-08-14",
        "1_000",
        "#1",
        "'a'",
    ):
        assert shown(text) == f' "{text}"'
    assert shown(Sure("2020-08-14")) == " 2020-08-14"


def test_other_readers_of_yaml_take_what_is_written_for_the_same_text() -> None:
    for text in ("01.03", "no", "null", "~", "3:30", "0x1F", "1e3", "yes", "=", "<<", "2020-08-14", ".5", "-.inf", "y"):
        assert pyyaml.safe_load(document({text: text}, "")) == {text: text}


def test_long_texts_are_folded_and_long_words_left_whole() -> None:
    long = "Menyusun bahan perumusan kebijakan " * 9 + "selesai"
    lines = document({"a": {"b": [long, "x" * 300, f'"{long}', f"{long}\n{long}"]}}, "").decode().splitlines()
    assert [
        line for line in lines if len(line) > WIDTH and "x" * 300 not in line and not line.endswith("selesai")
    ] == []
    assert lines[2] == "  - >-"
    assert pyyaml.safe_load("\n".join(lines)) == {"a": {"b": [long, "x" * 300, f'"{long}', f"{long}\n{long}"]}}
