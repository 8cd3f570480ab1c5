"""A unit carried over: nothing points to it any more, no new error, only the lines concerned change."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probis.edits import Hasil, find_edit
from probis.edits._walk import reference
from probis.interchange import yaml
from probis.interchange.yaml.patch_folder import patched_folder
from probis.model import Bacaan, JenisJabatan, PetaProsesBisnis, Temuan, Tingkat, UnitKerja
from probis.rules import check
from probis.store.folder import read_folder
from strategies import peta

PADA = date(2026, 11, 24)
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "biro-organisasi-ntt"
NAMES = {
    "tata-kelola": "Sub Bagian Tata Kelola",
    "tatalaksana-yanlik": "Sub Bagian Tatalaksana dan Layanan",
    "sop": "Sub Bagian SOP",
    "analis-kebijakan": "Analis Kebijakan Ahli Muda",
}
CASES: dict[str, dict[str, Any]] = {
    "ganti nama": {"dari": ["tatalaksana"], "ke": ["tata-kelola"]},
    "nama saja": {"dari": ["tatalaksana"], "ke": ["tatalaksana"], "nama": {"tatalaksana": "Sub Bagian Tata Kelola"}},
    "gabung ke yang baru": {"dari": ["tatalaksana", "pelayanan-publik"], "ke": ["tatalaksana-yanlik"]},
    "gabung ke yang ada": {"dari": ["kelembagaan"], "ke": ["analisis-jabatan"]},
    "gabung, satu tetap": {"dari": ["kelembagaan", "analisis-jabatan"], "ke": ["analisis-jabatan"]},
    "gabung bagian": {"dari": ["bagian-tatalaksana"], "ke": ["bagian-kinerja"]},
    "pecah": {"dari": ["tatalaksana"], "ke": ["tata-kelola", "sop"], "bagi": {"penyusunan-sop": "sop"}},
    "pecah, satu tetap": {"dari": ["tatalaksana"], "ke": ["tatalaksana", "sop"], "bagi": {"penyusunan-sop": "sop"}},
    "fungsional": {"dari": ["tatalaksana"], "ke": ["analis-kebijakan"], "fungsional": True},
    "dua menjadi fungsional": {
        "dari": ["tatalaksana", "pelayanan-publik"],
        "ke": ["analis-kebijakan"],
        "fungsional": True,
    },
}


@cache
def _example() -> tuple[dict[str, bytes], Bacaan, PetaProsesBisnis]:
    files = read_folder(EXAMPLE)
    bacaan = yaml.read(files)
    assert bacaan.nilai is not None
    return files, bacaan, bacaan.nilai


def _run(model: PetaProsesBisnis, given_: dict[str, Any]) -> Hasil:
    names = {one: NAMES[one] for one in given_["ke"] if one in NAMES}
    return find_edit("alih-unit").run(model, {"nama": names, **given_}, PADA)


def _errors(model: PetaProsesBisnis, bacaan: Bacaan) -> list[Temuan]:
    found = check(model, bacaan.naskah, PADA)
    return [one for one in found if one.tingkat is Tingkat.GALAT and not one.dikecualikan]


def _pointing(model: PetaProsesBisnis, ids: set[str]) -> list[str]:
    """Where a unit, lane or flow of this id is named."""
    found = []
    for at, element in model.unsur():
        for name in type(element).model_fields:
            mark = reference(type(element), name)
            held = getattr(element, name)
            if mark is not None and {"unit", "fungsi", "aliran", "hubungan", "jalur"} & set(mark.kinds):
                listed = held if isinstance(held, tuple) else (held,)
                found += [f"{at}#{name}" for one in listed if one and ids & set(one.split("--"))]
    return found


@pytest.mark.parametrize("case", CASES)
def test_the_example_is_carried_over_line_by_line_without_a_new_error(case: str) -> None:
    files, bacaan, model = _example()
    done = _run(model, CASES[case])
    assert done.model is not None, done.temuan
    old = set(CASES[case]["dari"]) - set(CASES[case]["ke"])
    assert not _pointing(done.model, old)
    assert _errors(done.model, bacaan) == []
    changed = patched_folder(files, bacaan, done.model)
    assert yaml.read({**files, **changed}).nilai == done.model
    for path, data in changed.items():
        before, after = files[path].decode().splitlines(), data.decode().splitlines()
        gone = [line for line in before if line not in set(after)]
        said = [line for line in gone if not any(word in line for word in (*CASES[case]["dari"], "nama"))]
        assert path == "organisasi.yaml" or len(said) <= 4, said  # a flow that became another's twin, nothing else
    if not CASES[case].get("fungsional") and old:
        heir = next(unit for unit in done.model.organisasi.unit if unit.id == CASES[case]["ke"][0])
        assert set(heir.menggantikan) >= old


def test_all_functions_survive_a_merger() -> None:
    _, _, model = _example()
    told = model.organisasi.unit
    first = next(unit for unit in told if unit.id == "biro").fungsi
    units = tuple(
        unit.model_copy(
            update={
                "fungsi": tuple(
                    one.model_copy(update={"id": f"{unit.id}-fungsi-{n}"}) for n, one in enumerate(first, 1)
                )
            }
        )
        if unit.id in ("tatalaksana", "pelayanan-publik")
        else unit
        for unit in told
    )
    proses = model.proses[0].model_copy(update={"melayani": ("tatalaksana-fungsi-1", "pelayanan-publik-fungsi-2")})
    model = model.model_copy(
        update={
            "organisasi": model.organisasi.model_copy(update={"unit": units}),
            "proses": (proses, *model.proses[1:]),
        }
    )
    done = _run(model, CASES["gabung ke yang baru"])
    assert done.model is not None
    heir = next(unit for unit in done.model.organisasi.unit if unit.id == "tatalaksana-yanlik")
    assert len(heir.fungsi) == 2 * len(first)
    assert done.model.proses[0].melayani == ("tatalaksana-yanlik-fungsi-1", "pelayanan-publik-fungsi-2")


def test_a_person_is_told_what_to_decide() -> None:
    _, _, model = _example()
    merged = _run(model, CASES["gabung ke yang baru"]).konfirmasi
    assert {one.alamat for one in merged if "menyatu" in one.alasan} == {
        "lintas-fungsi/evaluasi-sop",
        "lintas-fungsi/penyusunan-standar-pelayanan",
    }
    assert {one.alamat for one in merged if "memimpin" in one.alasan} == {
        "jabatan/kasubag-tatalaksana",
        "jabatan/kasubag-pelayanan-publik",
    }
    split = _run(model, CASES["pecah"]).konfirmasi
    open_ = {one.alamat for one in split if "dipecah" in one.alasan}
    assert "proses/ketatalaksanaan" in open_
    assert not [at for at in open_ if at.startswith("lintas-fungsi/penyusunan-sop") or at == "proses/penyusunan-sop"]
    posts = _run(model, CASES["fungsional"])
    assert {one.alamat for one in posts.konfirmasi if one.bidang == "pemilik"} == {
        f"proses/{one.id}" for one in model.proses if one.pemilik == "tatalaksana"
    }
    assert posts.model is not None
    made = next(one for one in posts.model.organisasi.jabatan if one.id == "analis-kebijakan")
    assert (made.unit, made.jenis) == ("bagian-tatalaksana", JenisJabatan.FUNGSIONAL)
    renamed = _run(model, CASES["ganti nama"]).konfirmasi
    assert {one.alamat for one in renamed} == {
        "jabatan/kasubag-tatalaksana",
        "lintas-fungsi/penyusunan-peta-proses-bisnis/lintas-fungsi",
    }
    assert all("“Sub Bagian Tatalaksana”" in one.alasan for one in renamed)


def test_an_old_name_within_a_new_one_is_no_mention_of_it() -> None:
    _, _, model = _example()
    new = {"dari": ["tatalaksana"], "ke": ["baru"], "nama": {"baru": "Sub Bagian Tatalaksana dan Aset"}}
    assert "unit/baru" not in {one.alamat for one in _run(model, new).konfirmasi}


@pytest.mark.parametrize(
    ("given_", "bidang", "words"),
    [
        ({"dari": ["entah"], "ke": ["baru"]}, "dari", "tidak ada"),
        ({"dari": ["tatalaksana", "tatalaksana"], "ke": ["sop"]}, "dari", "dua kali"),
        ({"dari": ["tatalaksana"], "ke": ["Bukan Id"]}, "ke", "bukan id"),
        ({"dari": ["tatalaksana"], "ke": ["../x"]}, "ke", "bukan id"),
        ({"dari": ["tatalaksana"], "ke": ["karo"]}, "ke", "sudah dipakai"),
        ({"dari": ["tatalaksana", "kelembagaan"], "ke": ["baru"]}, "nama", "belum disebut"),
        ({"dari": ["bagian-tatalaksana"], "ke": ["tatalaksana"]}, "ke", "berada di bawah"),
        ({"dari": ["biro"], "ke": ["analis-kebijakan"], "fungsional": True}, "dari", "di bawah unit lain"),
        ({"dari": ["tatalaksana"], "ke": ["sop"], "nama": {"lain": "X"}}, "nama", "bukan unit tujuan"),
        ({"dari": ["tatalaksana"], "ke": ["tata-kelola", "sop"], "bagi": {"tidak-ada": "sop"}}, "bagi", "tidak ada"),
        ({"dari": ["tatalaksana"], "ke": ["tata-kelola"], "bagi": {"penyusunan-sop": "x"}}, "bagi", "bukan unit"),
        ({"dari": [], "ke": ["sop"]}, "dari", ""),
    ],
)
def test_what_cannot_be_is_refused_in_words(given_: dict[str, Any], bidang: str, words: str) -> None:
    _, _, model = _example()
    done = _run(model, given_)
    assert done.model is None
    assert done.temuan[0].bidang == bidang
    assert words in done.temuan[0].pesan


NASTY = ["no", "1-2", "true", "null", "0x1f", "tatalaksana--2", "a" * 120, "2026-11-24"]
WORDS = ["Seksi: “A”, #1 & *x*", "- {a: b}", "'\"\\", "ya", "Subbag\tTab", "名前 <b>", "@%`|>", "0123", "x" * 300]


@pytest.mark.parametrize("id_", NASTY)
@pytest.mark.parametrize("name", WORDS)
def test_nasty_names_and_ids_are_written_and_read_again(id_: str, name: str) -> None:
    files, bacaan, model = _example()
    if NASTY.index(id_) % 3 != WORDS.index(name) % 3:
        pytest.skip("every id and every name three times is enough")
    given_ = {"dari": ["tatalaksana"], "ke": [id_], "nama": {id_: name}}
    done = find_edit("alih-unit").run(model, given_, PADA)
    assert done.model is not None, done.temuan
    changed = patched_folder(files, bacaan, done.model)
    assert not _pointing(done.model, {"tatalaksana"} - set(id_.split("--")))
    assert yaml.read({**files, **changed}).nilai == done.model


@settings(max_examples=30, deadline=None)
@given(model=peta(), data=st.data())
def test_any_map_is_carried_over_and_its_files_with_it(model: PetaProsesBisnis, data: st.DataObject) -> None:
    units = [unit.id for unit in model.organisasi.unit]
    if not units:
        return
    old = data.draw(st.lists(st.sampled_from(units), min_size=1, max_size=2, unique=True))
    new = data.draw(st.sampled_from(["unit-pengganti-baru", *(one for one in units if one not in old)]))
    more = data.draw(st.sampled_from([[], ["pecahan-yang-baru"]]))
    functional = data.draw(st.booleans())
    ke = ["jabatan-baru-sekali"] if functional else [new, *more]
    given_ = {"dari": old, "ke": ke, "nama": dict.fromkeys(ke, "Nama Baru"), "fungsional": functional}
    done = find_edit("alih-unit").run(model, given_, PADA)
    assert (done.model is None) == bool(done.temuan)
    if done.model is None:
        return
    kept = {unit.id for unit in done.model.organisasi.unit}
    assert not kept & (set(old) - set(ke))
    assert not [unit for unit in done.model.organisasi.unit if unit.induk in set(old) - set(ke)]
    files = yaml.write(model)
    bacaan = yaml.read(files)
    if bacaan.nilai == model:
        changed = patched_folder(files, bacaan, done.model)
        assert yaml.read({**files, **changed}).nilai == done.model


def test_short_forms_stay_short() -> None:
    files = {
        "instansi.yaml": b"id: x\nnama: Dinas X\njenis: dinas\nperiode: 2025-2029\n",
        "organisasi.yaml": (
            b"unit:\n- {id: dinas, nama: Dinas X}\n"
            b"- id: bidang-a  # yang pertama\n  nama: Bidang A\n  induk: dinas\n  fungsi:\n"
            b"  - penyiapan bahan\n  - pelaksanaan kegiatan\n"
        ),
        "proses.yaml": b"proses:\n- {id: p, nama: P, pemilik: bidang-a, melayani: [bidang-a-fungsi-2]}\n",
        "lintas-fungsi/p.yaml": (
            b"proses: p\njalur:\n- bidang-a  # lajur\n- Pemohon\nmulai: Ada\nlangkah:\n"
            b"- jalur: bidang-a\n  kegiatan: Mengerjakan\n"
        ),
    }
    bacaan = yaml.read(files)
    model = bacaan.nilai
    assert model is not None, bacaan.temuan
    done = find_edit("alih-unit").run(model, {"dari": ["bidang-a"], "ke": ["bidang-b"]}, PADA)
    assert done.model is not None
    assert isinstance(done.model.organisasi.unit[1], UnitKerja)
    changed = patched_folder(files, bacaan, done.model)
    lanes = changed["lintas-fungsi/p.yaml"].decode()
    assert lanes == files["lintas-fungsi/p.yaml"].decode().replace("bidang-a", "bidang-b")
    told = changed["organisasi.yaml"].decode()
    assert "- id: bidang-b  # yang pertama\n" in told
    assert "  - penyiapan bahan\n  - pelaksanaan kegiatan\n" in told
    assert b"melayani: [bidang-b-fungsi-2]" in changed["proses.yaml"]


KECAMATAN: list[dict[str, Any]] = [
    {"dari": ["pelayanan"], "ke": ["layanan-publik"], "nama": {"layanan-publik": "Seksi Pelayanan Publik"}},
    {"dari": ["pemerintahan", "pemberdayaan"], "ke": ["desa-dan-warga"], "nama": {"desa-dan-warga": "Seksi Desa"}},
    {"dari": ["umum-keuangan"], "ke": ["umum", "keuangan"], "nama": {"umum": "Subbag Umum", "keuangan": "Subbag Uang"}},
    {"dari": ["umum-keuangan"], "ke": ["analis"], "nama": {"analis": "Analis Keuangan"}, "fungsional": True},
]


@pytest.mark.parametrize("given_", KECAMATAN, ids=lambda one: "-".join(one["dari"] + one["ke"]))
def test_files_in_short_forms_are_carried_over_too(given_: dict[str, Any]) -> None:
    files = read_folder(EXAMPLE.parent / "kecamatan-telaga-arum")
    bacaan = yaml.read(files)
    assert bacaan.nilai is not None
    done = find_edit("alih-unit").run(bacaan.nilai, given_, PADA)
    assert done.model is not None
    changed = patched_folder(files, bacaan, done.model)
    again = yaml.read({**files, **changed})
    assert again.nilai == done.model
    assert _errors(done.model, bacaan) == []
    assert all(done.model.cari(one.alamat) is not None for one in done.konfirmasi)
