"""A changed map in the lines of its folder: reads as what was meant, or is refused; the rest stays byte for byte."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from probis.interchange import yaml
from probis.interchange.yaml.patch import Unpatchable
from probis.interchange.yaml.patch_folder import patched_folder
from probis.model import PetaProsesBisnis
from probis.store.folder import read_folder
from strategies import peta

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "kecamatan-telaga-arum"


@settings(max_examples=60, deadline=None)
@given(one=peta(), other=peta())
def test_any_map_becomes_any_other_or_is_refused(one: PetaProsesBisnis, other: PetaProsesBisnis) -> None:
    same = {peta.id for peta in one.lintas_fungsi}
    other = other.model_copy(
        update={"lintas_fungsi": tuple(p for p in other.lintas_fungsi if p.id in same) or one.lintas_fungsi}
    )
    other = other.model_copy(update={"lintas_fungsi": one.lintas_fungsi})
    files = yaml.write(one)
    bacaan = yaml.read(files)
    if bacaan.nilai != one:
        return
    try:
        changed = patched_folder(files, bacaan, other)
    except Unpatchable as reason:
        assert reason.pesan.endswith(".")
        return
    assert yaml.read({**files, **changed}).nilai == other


@settings(max_examples=30, deadline=None)
@given(one=peta())
def test_a_map_that_stays_changes_no_file(one: PetaProsesBisnis) -> None:
    files = yaml.write(one)
    bacaan = yaml.read(files)
    if bacaan.nilai == one:
        assert patched_folder(files, bacaan, one) == {}


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_comments_quotes_and_line_ends_stay(ending: bytes) -> None:
    files = read_folder(EXAMPLE)
    lines = files["proses.yaml"].splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith(b"  nama: "))
    name = lines[at].removeprefix(b"  nama: ").decode()
    lines[at] = f"  nama: '{name}'   # sejak 2020".encode()
    lines[at + 1 : at + 1] = [b"  # catatan di antara isian"]
    files["proses.yaml"] = b"\xef\xbb\xbf" + ending.join([*lines, b"# akhir", b""])
    bacaan = yaml.read(files)
    model = bacaan.nilai
    assert model is not None, bacaan.temuan
    changed = model.proses[0].model_copy(update={"nama": f"{name}: baru", "catatan": "ditambahkan"})
    after = model.model_copy(update={"proses": (changed, *model.proses[1:])})
    out = patched_folder(files, bacaan, after)
    assert list(out) == ["proses.yaml"]
    old, new = files["proses.yaml"].split(ending), out["proses.yaml"].split(ending)
    assert [line for line in new if line not in old] == [
        f'  nama: "{name}: baru"   # sejak 2020'.encode(),
        b"  catatan: ditambahkan",
    ]
    assert [line for line in old if line not in new] == [lines[at]]
