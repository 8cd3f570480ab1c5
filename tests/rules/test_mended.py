"""Certain repairs: each on the bad cases of its rule, and on faults sown at random places of the example."""

import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from probis.edits import Ganti, Hapus, Perbaikan, repaired
from probis.interchange import yaml
from probis.interchange.yaml.patch_folder import patched_folder
from probis.model import Bacaan, PetaProsesBisnis, Tingkat
from probis.rules import all_rules, check, mended
from probis.rules._terdekat import surely
from probis.store.folder import read_folder
from rules.kasus import Kasus, all_cases

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "biro-organisasi-ntt"
REPAIRS = {
    "ejaan-baku/buruk-resiko": 2,
    "kembali-berbatas/buruk-tanpa-batas": 1,
    "kode-menurut-pola/buruk-angka-nol": 2,
    "kode-menurut-pola/buruk-titik-dan-kosong": 1,
    "letak-dapat-dipenuhi/buruk-tidak-ada-dan-bertentangan": 3,
    "rujukan-dikenal/buruk-salah-eja": 2,
}
"""How many findings of a rule's bad cases have a certain repair; the other cases have none of their rule."""


def _read(files: dict[str, bytes]) -> Bacaan:
    bacaan = yaml.read(files)
    assert bacaan.nilai is not None, [f"{t.tempat} {t.pesan}" for t in bacaan.temuan]
    return bacaan


def _errors(model: PetaProsesBisnis, bacaan: Bacaan) -> set[tuple[str, str]]:
    found = check(model, bacaan.naskah)
    return {(t.aturan, t.alamat) for t in found if t.tingkat is Tingkat.GALAT and not t.dikecualikan}


@pytest.mark.parametrize("kasus", all_cases(), ids=lambda kasus: f"{kasus.rule}/{kasus.name}")
def test_what_is_certain_in_a_case_is_mended_in_its_own_lines(kasus: Kasus) -> None:
    files = kasus.folder()
    bacaan = _read(files)
    assert bacaan.nilai is not None
    model, repairs = mended(bacaan.nilai, bacaan.naskah)
    own = [temuan for temuan, _ in repairs if temuan.aturan == kasus.rule]
    assert len(own) == REPAIRS.get(f"{kasus.rule}/{kasus.name}", 0)
    assert _errors(model, bacaan) <= _errors(bacaan.nilai, bacaan)
    left = {(t.aturan, t.alamat, t.pesan) for t in check(model, bacaan.naskah)}
    assert not any((t.aturan, t.alamat, t.pesan) in left for t, _ in repairs)
    changed = patched_folder(files, bacaan, model)
    assert bool(changed) == bool(repairs)
    again = _read({**files, **changed})
    assert again.nilai == model
    before = [line for path in changed for line in files[path].decode().splitlines()]
    after = [line for data in changed.values() for line in data.decode().splitlines()]
    touched = sum(1 for line in set(before) - set(after)) + sum(1 for line in set(after) - set(before))
    assert touched <= 2 * max(1, sum(r.baru.count("\n") + 1 if isinstance(r, Ganti) else 2 for _, r in repairs))


@cache
def _example() -> tuple[dict[str, bytes], Bacaan]:
    files = read_folder(EXAMPLE)
    return files, _read(files)


def test_the_example_needs_no_repair() -> None:
    _, bacaan = _example()
    assert bacaan.nilai is not None
    assert mended(bacaan.nilai, bacaan.naskah)[1] == ()


# Faults sown at random: (model, chance) -> where it was set wrong, as the change that sows it -------------


def _misspelt(id_: str, chance: random.Random) -> str:
    parts = id_.split("-")
    long = [i for i, part in enumerate(parts) if len(part) >= 7 and part.isalpha()]
    i = chance.choice(long)
    at = chance.randrange(1, len(parts[i]) - 2)
    kind = chance.randrange(3)
    word = parts[i]
    if kind == 0:
        parts[i] = word[:at] + word[at + 1 :]
    elif kind == 1:
        parts[i] = word[:at] + word[at] + word[at:]
    else:
        parts[i] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return "-".join(parts)


def _reference(model: PetaProsesBisnis, chance: random.Random) -> Perbaikan:
    def long(id_: str | None) -> bool:
        return id_ is not None and any(len(part) >= 7 and part.isalpha() for part in id_.split("-"))

    places = [(f"proses/{p.id}", "pemilik", p.pemilik) for p in model.proses if long(p.pemilik)]
    places += [(f"proses/{p.id}", "induk", p.induk) for p in model.proses if long(p.induk)]
    for peta in model.lintas_fungsi:
        at = f"lintas-fungsi/{peta.id}"
        places += [(at, "proses", peta.proses)] if long(peta.proses) else []
        places += [(f"{at}/{s.id}", "jalur", s.jalur) for s in peta.simpul if long(s.jalur)]
        places += [
            (f"{at}/{s.id}", "pelaksana", who) for s in peta.simpul for who in getattr(s, "pelaksana", ()) if long(who)
        ]
    at, field, target = chance.choice(places)
    assert target is not None
    return Ganti(at, field, target, _misspelt(target, chance))


def _name_for_id(model: PetaProsesBisnis, chance: random.Random) -> Perbaikan:
    owned = [p for p in model.proses if p.pemilik and model.cari_pelaku(p.pemilik)]
    proses = chance.choice(owned)
    pelaku = model.cari_pelaku(proses.pemilik)
    assert pelaku is not None
    return Ganti(f"proses/{proses.id}", "pemilik", proses.pemilik or "", pelaku.nama.upper())


def _spelling(model: PetaProsesBisnis, chance: random.Random) -> Perbaikan:
    wrong = {"risiko": "resiko", "analisis": "analisa", "izin": "ijin", "sistem": "sistim", "jadwal": "jadual"}
    steps = [
        Ganti(f"lintas-fungsi/{peta.id}/{s.id}", "nama", s.nama, s.nama.replace(good, bad))
        for peta in model.lintas_fungsi
        for s in peta.simpul
        for good, bad in wrong.items()
        if f" {good} " in f" {s.nama} "
    ]
    return chance.choice(steps)


def _separator(model: PetaProsesBisnis, chance: random.Random) -> Perbaikan:
    proses = chance.choice([p for p in model.proses if "-" in p.kode])
    return Ganti(f"proses/{proses.id}", "kode", proses.kode, proses.kode.replace("-", chance.choice(". /_"), 1))


SOWN: dict[str, Callable[[PetaProsesBisnis, random.Random], Perbaikan]] = {
    "rujukan": _reference,
    "nama": _name_for_id,
    "ejaan": _spelling,
    "pemisah": _separator,
}


def _sow(kind: str, count: int) -> Iterator[tuple[PetaProsesBisnis, PetaProsesBisnis, Perbaikan]]:
    _, bacaan = _example()
    chance = random.Random(f"{kind} 2026")
    for _ in range(count):
        assert bacaan.nilai is not None
        fault = SOWN[kind](bacaan.nilai, chance)
        sown = repaired(bacaan.nilai, fault)
        assert sown is not None, fault
        yield bacaan.nilai, sown, fault


@pytest.mark.parametrize("kind", SOWN)
def test_what_is_sown_is_mended_exactly_or_left(kind: str) -> None:
    files, bacaan = _example()
    exact = 0
    for good, sown, fault in _sow(kind, 10):
        model, repairs = mended(sown, bacaan.naskah)
        assert repairs == () or model == good, fault  # never something else
        exact += model == good
        if model == good and exact < 4:
            wrong = {**files, **patched_folder(files, bacaan, sown)}
            back = patched_folder(wrong, _read(wrong), model)
            assert {**wrong, **back} == files, fault  # and byte by byte the file that was
    assert exact >= 8, exact


def test_an_idle_exception_goes_unless_its_rule_was_not_asked() -> None:
    files, _ = _example()
    text = b"- id: sekadar\n  aturan: kode-unik\n  unsur: [proses/penataan-kelembagaan]\n  alasan: pernah perlu\n"
    extra = {**files, "pengecualian.yaml": files["pengecualian.yaml"].rstrip() + b"\n" + text}
    read = _read(extra)
    assert read.nilai is not None
    model, repairs = mended(read.nilai, read.naskah)
    assert [repair for _, repair in repairs] == [Hapus("pengecualian/sekadar")]
    assert patched_folder(extra, read, model)["pengecualian.yaml"].rstrip() == files["pengecualian.yaml"].rstrip()
    off = {
        **extra,
        "instansi.yaml": extra["instansi.yaml"].replace(
            b"\nprofil:\n", b"\nprofil:\n  tingkat_aturan: {kode-unik: mati}\n"
        ),
    }
    silent = _read(off)
    assert silent.nilai is not None
    assert silent.nilai.instansi.profil.tingkat_aturan == {"kode-unik": "mati"}
    assert mended(silent.nilai, silent.naskah)[1] == ()


def test_a_misspelt_rule_is_named_rightly() -> None:
    assert surely("kode-unk", all_rules()) is None  # "kode-unik" is short: left to a person
    assert surely("rujukan-dikenall", all_rules()) == "rujukan-dikenal"
    assert surely("Rujukan Dikenal", all_rules()) == "rujukan-dikenal"


@pytest.mark.parametrize(
    ("target", "ids"),
    [
        ("biro-fungsi-3", ["biro-fungsi-1", "biro-fungsi-2"]),
        ("bidang-c", ["bidang-a"]),
        ("seksi-keuangan", ["seksi-keuangann", "seksi-keuangam"]),
        ("bagian-umum", ["bagian-hukum"]),
        ("analis-jabatan", ["analisis-jabatan"]),
        ("", ["a"]),
    ],
)
def test_what_could_be_doubted_is_left(target: str, ids: list[str]) -> None:
    assert surely(target, ids) is None


def test_a_repair_that_does_not_fit_changes_nothing() -> None:
    _, bacaan = _example()
    assert bacaan.nilai is not None
    for repair in (
        Hapus("proses/tidak-ada"),
        Hapus("instansi", "profil", 0),
        Ganti("proses/penataan-kelembagaan", "kelompok", "utama", "entah"),
        Ganti("lintas-fungsi/penyusunan-sop", "letak", "x", "y"),
    ):
        assert repaired(bacaan.nilai, repair) is None


def test_an_empty_lane_goes_only_where_every_step_has_one() -> None:
    kasus = next(k for k in all_cases() if k.name == "buruk-jalur-kosong")
    files = kasus.folder()
    path = "lintas-fungsi/penerbitan.yaml"
    assert [r for _, r in mended(_read(files).nilai or pytest.fail())[1]] == []
    lines = files[path].decode().splitlines(keepends=True)
    step = next(i for i, line in enumerate(lines) if line.startswith("- id:") and "jalur" not in lines[i + 1])
    placed = "".join([*lines[: step + 1], "  jalur: bidang-pelayanan\n", *lines[step + 1 :]])
    read = _read({**files, path: placed.encode()})
    assert read.nilai is not None
    model, repairs = mended(read.nilai)
    assert [r for _, r in repairs] == [Hapus("lintas-fungsi/penerbitan/jalur/sekretariat")]
    changed = patched_folder({**files, path: placed.encode()}, read, model)
    assert changed[path].decode() == placed.replace("[bidang-pelayanan, sekretariat]", "[bidang-pelayanan]")


def _repairs(files: dict[str, bytes]) -> tuple[list[Perbaikan], dict[str, bytes]]:
    """The repairs of a folder, and its files with them."""
    bacaan = _read(files)
    assert bacaan.nilai is not None
    model, repairs = mended(bacaan.nilai, bacaan.naskah)
    return [repair for _, repair in repairs], {**files, **patched_folder(files, bacaan, model)}


def test_an_answer_that_stands_twice_is_taken_out_once() -> None:
    kasus = next(k for k in all_cases() if k.rule == "kembali-berbatas" and k.name == "buruk-tanpa-batas")
    files = kasus.folder()
    path = "lintas-fungsi/pendaftaran.yaml"
    once = b"  pilihan:\n  - {jawab: Ya, ke: lengkap}\n  - {jawab: Tidak, kembali: periksa, paling_banyak: 2}\n"
    text = files[path].partition(b"  pilihan:\n")[0]
    twice = once.replace(b"  - {jawab: T", b"  - {jawab: ya, ke: lengkap}  # lagi\n  - {jawab: T")
    found, after = _repairs({**files, path: text + twice})
    assert [type(one) for one in found] == [Hapus]
    assert after[path] == text + once


def test_the_title_of_a_sop_is_joined_as_its_process_is_named() -> None:
    kasus = next(k for k in all_cases() if k.rule == "satu-nama-per-kode" and not k.good)
    model = _read(kasus.folder()).nilai
    assert model is not None
    peta = model.lintas_fungsi[0]
    name = model.sebutan(peta.proses)
    split = f"SOP {name[:4]} {name[4:]}"
    sop = f"sop:\n- id: a\n  lintas_fungsi: {peta.id}\n  judul: {split}\n"
    files = {**kasus.folder(), "sop.yaml": sop.encode()}
    found, after = _repairs(files)
    assert Ganti("sop/a", "judul", split, f"SOP {name}") in found
    assert after["sop.yaml"] == files["sop.yaml"].replace(split.encode(), f"SOP {name}".encode())


def test_a_misspelt_rule_in_an_exception_or_the_profile_is_set_right() -> None:
    files, _ = _example()
    text = b"- id: sekadar\n  aturan: rujukan-dikenall  # lihat\n  unsur: [proses/ada]\n  alasan: pernah perlu\n"
    off = files["instansi.yaml"].replace(
        b"\nprofil:\n", b"\nprofil:\n  tingkat_aturan: {daun-punya-lintas-fungssi: catatan}\n"
    )
    extra = {**files, "pengecualian.yaml": files["pengecualian.yaml"].rstrip() + b"\n" + text, "instansi.yaml": off}
    found, after = _repairs(extra)
    assert Ganti("pengecualian/sekadar", "aturan", "rujukan-dikenall", "rujukan-dikenal") in found
    assert after["pengecualian.yaml"] == extra["pengecualian.yaml"].replace(b"dikenall", b"dikenal")
    assert after["instansi.yaml"] == off.replace(b"fungssi", b"fungsi")
