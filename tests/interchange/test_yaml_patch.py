"""A confirmed or corrected lintas fungsi goes into its file line by line; every other line stays byte for byte."""

from datetime import date
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probis.edits import find_edit, pertanyaan
from probis.interchange import yaml
from probis.interchange.yaml.patch import Unpatchable, patched
from probis.model import Bacaan, LintasFungsi, PetaProsesBisnis
from probis.store.folder import read_folder

ROOT = Path(__file__).resolve().parent.parent.parent
PADA = date(2026, 11, 24)
OLEH = 'Siti "Ani" Aminah, Kepala Bagian: Kelembagaan & Analisis #1'

HEAD = """\
# kepala berkas
proses: p
volume: 6 per tahun   # dihitung dari agenda
{sumber}
jalur: [a, b]

# di bawah ini langkahnya
langkah:
- {{id: satu, jalur: a, kegiatan: "Menerima, lalu mencatat", waktu: 1 HK}}   # baris dalam kurung
- id: dua
  jalur: b
  kegiatan: >-
    Memeriksa berkas yang
    diterima

  # catatan di antara isian
  pelaksana:
  - analis
  waktu: 2 HK  # menurut ingatan
  sumber: {own}
- id: tiga
  jalur: b
  putusan: Lengkap?
  pilihan:
    Ya: empat
    Tidak: {{kembali: satu, sumber: "usulan, tebakan"}}
- jalur: a
  kegiatan: Mengarsipkan
  id: empat
# penutup
"""
OTHERS = {
    "instansi.yaml": b"id: x\nnama: X\njenis: dinas\nperiode: 2025-2029\n",
    "proses.yaml": b"proses:\n- {id: p, nama: Pelayanan}\n",
    "organisasi.yaml": (
        b"unit:\n- {id: a, nama: Unit A}\n- {id: b, nama: Unit B}\n"
        b"jabatan:\n- {id: analis, nama: Analis, unit: b}\n- {id: arsiparis, nama: Arsiparis, unit: b}\n"
    ),
}
PATH = "lintas-fungsi/p.yaml"
SOURCES = (
    "sumber: usulan, dari ingatan",
    "sumber: >-\n  usulan, dari ingatan\n  yang panjang",
    'sumber: "usulan, dari ingatan"  # kata analis',
    "sumber:\n- usulan, dari ingatan\n\n# sesudah sumber",
    "sumber:\n  - jenis: usulan\n    acuan: ingatan\n    untuk: [simpul, volume, proses]",
    "sumber:\n  jenis: usulan\n  acuan: ingatan # lemah",
    "sumber: {jenis: usulan, acuan: ingatan}",
    'sumber: ["usulan, ingatan"]',
    "sumber: [{jenis: usulan, untuk: [simpul]}, ]",
    "sumber: []",
    "sumber:",
    "catatan: tanpa sumber",
)
OWNS = (
    "\n  - usulan\n  - jenis: usulan\n    untuk: [waktu]",
    "usulan",
    "usulan, dugaan analis",
    "{jenis: usulan}",
    "[usulan]",
    "\n  - usulan\n  - jenis: wawancara\n    untuk: [waktu]",
)


def files(sumber: str, own: str, end: str = "\n", bom: bytes = b"") -> dict[str, bytes]:
    text = HEAD.format(sumber=sumber, own=own)
    return {**OTHERS, PATH: bom + text.replace("\n", end).encode()}


def answered(
    given_: dict[str, bytes], benar: Any = None, **perbaikan: str
) -> tuple[bytes, PetaProsesBisnis, PetaProsesBisnis]:
    """The new bytes, the model that was meant, and the model that the new bytes hold."""
    bacaan = yaml.read(given_)
    assert bacaan.nilai is not None, bacaan.temuan
    peta = bacaan.nilai.lintas_fungsi[0]
    corrected = {key.replace("__", "#"): text for key, text in perbaikan.items()}
    asked = tuple(q.kunci for q in pertanyaan(peta) if q.kunci not in corrected) if benar is None else benar
    done = find_edit("konfirmasi").run(
        bacaan.nilai, {"id": "p", "oleh": OLEH, "tanggal": PADA, "benar": asked, "perbaikan": corrected}, PADA
    )
    assert done.model is not None and not done.konfirmasi, done
    out = patched(given_[PATH], bacaan, peta, done.model.lintas_fungsi[0])
    again = yaml.read({**given_, PATH: out})
    assert again.nilai is not None, again.temuan
    return out, done.model, again.nilai


def gone(before: bytes, after: bytes) -> list[str]:
    """The lines of `before` that `after` does not hold any more, in order."""
    old, new = before.decode().splitlines(keepends=True), after.decode().splitlines(keepends=True)
    kept = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    there = {n for block in kept for n in range(block.a, block.a + block.size)}
    return [line for n, line in enumerate(old) if n not in there]


@pytest.mark.parametrize("own", OWNS)
@pytest.mark.parametrize("sumber", SOURCES)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_sources_are_added_whatever_form_they_have(sumber: str, own: str, end: str) -> None:
    before = files(sumber, own, end)
    out, meant, held = answered(before)
    assert held == meant
    peta = held.lintas_fungsi[0]
    assert not [q.kunci for q in pertanyaan(peta) if q.usulan]
    assert not any(peta.simpul_usulan(s) for s in peta.simpul) and not any(a.usulan() for a in peta.alur)
    spoken = (*sumber.splitlines(), *f"sumber: {own}".splitlines(), *(x for x in HEAD.splitlines() if "usulan" in x))
    assert {x.strip() for x in gone(before[PATH], out)} <= {
        x.strip().replace("{{", "{").replace("}}", "}") for x in spoken
    }
    assert out.count(b"#") == before[PATH].count(b"#") + out.count(b"&")
    if end == "\r\n":
        assert out.count(b"\r\n") == out.count(b"\n")


@pytest.mark.parametrize("tail", ["", "\n\n", "  # akhir tanpa baris baru"])
def test_a_file_may_end_as_it_likes_and_begin_with_a_byte_order_mark(tail: str) -> None:
    before = files(SOURCES[0], "usulan", bom=b"\xef\xbb\xbf")
    before[PATH] = before[PATH].rstrip(b"\n") + tail.encode()
    out, meant, held = answered(before)
    assert held == meant and out.startswith(b"\xef\xbb\xbf#") and out.endswith(tail.encode())


@pytest.mark.parametrize(
    ("key", "text", "line"),
    [
        ("satu__waktu", "3 hari kerja", 'waktu: "3 HK"}   # baris dalam kurung'),
        ("satu__langkah", "Menerima surat: asli", 'kegiatan: "Menerima surat: asli", waktu: 1 HK}'),
        ("dua__waktu", "3–4 jam.", "  waktu: 3–4 jam  # menurut ingatan"),
        ("dua__pelaksana", "Arsiparis; analis", "  pelaksana: [arsiparis, analis]"),
        ("dua__langkah", "Memeriksa & meneliti", "  kegiatan: Memeriksa & meneliti"),
        ("tiga__langkah", "Sudah lengkap?", "  putusan: Sudah lengkap?"),
        ("empat__pelaksana", "unit b", "- jalur: b"),
        ("__volume", "7 per bulan", "volume: 7 per bulan   # dihitung dari agenda"),
    ],
)
def test_a_clear_correction_changes_its_own_line(key: str, text: str, line: str) -> None:
    before = files(SOURCES[3], "usulan")
    out, meant, held = answered(before, (), **{key: text})
    assert held == meant
    assert line in out.decode()
    question = next(q for q in pertanyaan(held.lintas_fungsi[0]) if q.kunci == key.replace("__", "#"))
    assert not question.usulan and question.sumber is not None and question.sumber.oleh == OLEH


def test_a_start_above_the_steps_and_a_step_without_an_id_can_be_renamed() -> None:
    text = (
        "proses: p\nsumber: usulan\nmulai: Surat datang # pagi\nselesai: {sah: Selesai, gugur: Ditolak}\njalur: [a]\n"
        "langkah:\n- {jalur: a, kegiatan: Mencatat surat, ke: memilih}\n- id: memilih\n  jalur: a\n"
        "  putusan: Sah?\n  pilihan: {Ya: sah, Tidak: gugur}\n"
    )
    before = {**OTHERS, PATH: text.encode()}
    perbaikan = {
        "mulai__langkah": "Surat tiba",
        "gugur__langkah": "Surat ditolak",
        "mencatat-surat__langkah": "Mengagenda",
    }
    out, meant, held = answered(before, None, **perbaikan)
    assert held == meant
    assert "mulai: Surat tiba # pagi" in out.decode() and "gugur: Surat ditolak}" in out.decode()
    assert "{id: mencatat-surat, jalur: a, kegiatan: Mengagenda," in out.decode()


def test_what_cannot_be_said_in_the_lines_as_they_stand_is_refused() -> None:
    bacaan = yaml.read(files(SOURCES[0], "usulan"))
    assert bacaan.nilai is not None
    peta = bacaan.nilai.lintas_fungsi[0]
    lost = peta.model_copy(update={"sumber": ()})
    with pytest.raises(Unpatchable):
        patched(files(SOURCES[0], "usulan")[PATH], bacaan, peta, lost)
    flow = b"{proses: p, sumber: usulan}\n"
    other = yaml.read({**OTHERS, PATH: flow})
    assert other.nilai is not None
    with pytest.raises(Unpatchable):
        patched(flow, other, other.nilai.lintas_fungsi[0], peta)


@cache
def example(name: str, id_: str | None = None) -> tuple[dict[str, bytes], Bacaan]:
    """The files of an example and what they say; with `id_`, of its lintas fungsi only that one, which reads faster."""
    parts = dict(read_folder(ROOT / "examples" / name))
    own = f"lintas-fungsi/{id_}.yaml"
    parts = {path: data for path, data in parts.items() if id_ is None or "/" not in path or path == own}
    return parts, yaml.read(parts)


EXAMPLES = [
    (name, peta.id)
    for name in ("biro-organisasi-ntt", "kecamatan-telaga-arum")
    for peta in (example(name)[1].nilai or pytest.fail(name)).lintas_fungsi
    if any(q.usulan for q in pertanyaan(peta))
]


# Four sets of answers to each of some thirty maps: what forms a source may have is gone through above, one by one.
@pytest.mark.parametrize(("name", "id_"), EXAMPLES[::5])
@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_random_answers_to_the_examples_leave_every_other_line(name: str, id_: str, data: st.DataObject) -> None:
    parts, bacaan = example(name, id_)
    assert bacaan.nilai is not None, bacaan.temuan
    peta: LintasFungsi | None = bacaan.nilai.cari_lintas_fungsi(id_)
    assert peta is not None
    asked = [q.kunci for q in pertanyaan(peta) if q.usulan]
    ticked = data.draw(st.sets(st.sampled_from(asked)))
    given_ = {"id": id_, "oleh": OLEH, "tanggal": PADA, "benar": tuple(ticked)}
    done = find_edit("konfirmasi").run(bacaan.nilai, given_, PADA).model
    assert done is not None
    new = done.cari_lintas_fungsi(id_)
    assert new is not None
    assert {q.kunci for q in pertanyaan(new) if q.usulan} == set(asked) - ticked
    path = f"lintas-fungsi/{id_}.yaml"
    out = patched(parts[path], bacaan, peta, new)
    assert yaml.read({**parts, path: out}).nilai == done
    assert not [line for line in gone(parts[path], out) if not line.startswith("sumber:")]
