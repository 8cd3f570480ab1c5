"""Each example folder: it can be read, it breaks no rule unexcused, and the two bodies differ where it matters."""

from functools import cache
from pathlib import Path

import pytest

from probis import rules
from probis.interchange.yaml import read, write
from probis.model import Bacaan, PetaProsesBisnis, Tingkat, UkuranKertas

_EXAMPLES = Path(__file__).parents[2] / "examples"
_FOLDERS = sorted(path.name for path in _EXAMPLES.iterdir() if path.is_dir())
_WHOLE = [name for name in _FOLDERS if not (_EXAMPLES / name / ".probis-baca.json").exists()]
"""Folders that people made; a draft read from a decree lacks what the decree lacks."""


@cache
def bacaan(folder: str) -> Bacaan:
    root = _EXAMPLES / folder
    return read({str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()})


def model(folder: str) -> PetaProsesBisnis:
    nilai = bacaan(folder).nilai
    assert nilai is not None, bacaan(folder).temuan
    return nilai


def test_both_bodies_are_there() -> None:
    assert {"biro-organisasi-ntt", "kecamatan-telaga-arum"} <= set(_FOLDERS)


@pytest.mark.parametrize("folder", _FOLDERS)
def test_reading_finds_nothing(folder: str) -> None:
    assert bacaan(folder).temuan == ()


@pytest.mark.parametrize("folder", _WHOLE)
def test_no_error_is_left_unexcused(folder: str) -> None:
    found = rules.check(model(folder), bacaan(folder).naskah)
    assert [t for t in found if t.tingkat is Tingkat.GALAT and not t.dikecualikan] == []


@pytest.mark.parametrize("folder", _FOLDERS)
def test_every_exception_is_needed_and_has_a_reason(folder: str) -> None:
    found = rules.check(model(folder), bacaan(folder).naskah)
    assert [t for t in found if t.aturan == "pengecualian"] == []
    assert all(len(pengecualian.alasan) > 40 for pengecualian in model(folder).pengecualian)


def test_the_second_body_breaks_no_rule_at_all() -> None:
    folder = "kecamatan-telaga-arum"
    assert rules.check(model(folder), bacaan(folder).naskah) == ()
    assert model(folder).pengecualian == ()


def test_the_second_body_shares_no_setting_with_the_first() -> None:
    one, two = (model(folder).instansi.profil for folder in ("biro-organisasi-ntt", "kecamatan-telaga-arum"))
    assert one.pola_proses != two.pola_proses and one.pola_sub_proses != two.pola_sub_proses
    assert one.label_kelompok != two.label_kelompok
    assert (one.kertas.ukuran, two.kertas.ukuran) == (UkuranKertas.F4, UkuranKertas.A4)
    assert model("kecamatan-telaga-arum").kode("pengelolaan-surat") == "01.03.01"


@pytest.mark.parametrize("folder", _FOLDERS)
def test_every_outside_party_of_a_flow_takes_part_in_the_process(folder: str) -> None:
    """The peta relasi names everybody whom the SIPOC names as supplier or customer."""
    peta = model(folder)
    missing = [
        (proses.id, end)
        for proses in peta.proses
        for aliran in (*peta.masukan(proses.id), *peta.keluaran(proses.id))
        for end in (aliran.dari, aliran.ke)
        if end is not None and peta.cari_pelaku(end) is not None and end not in peta.peserta(proses.id)
    ]
    assert missing == []


def test_the_bureau_is_in_canonical_form_as_it_is_the_template() -> None:
    root = _EXAMPLES / "biro-organisasi-ntt"
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.yaml"))}
    written = write(model("biro-organisasi-ntt"), bacaan("biro-organisasi-ntt").naskah, files)
    assert [name for name in written if written[name] != files.get(name)] == []
