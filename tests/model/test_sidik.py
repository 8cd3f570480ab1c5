"""The fingerprint of a map tells what its SOP shows, and nothing else."""

from pathlib import Path
from typing import Any

import pytest

from probis.interchange import yaml
from probis.model import (
    SEGI,
    Batas,
    Kegiatan,
    Letak,
    LintasFungsi,
    Panggil,
    PetaProsesBisnis,
    Rentang,
    Satuan,
    Tunggu,
    berubah,
    sidik,
)
from probis.store.folder import read_folder

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").iterdir())
FOLDER = next(path for path in EXAMPLES if path.name.startswith("kecamatan"))
MODEL = yaml.read(read_folder(FOLDER)).nilai
assert MODEL is not None
PETA = next(peta for peta in MODEL.lintas_fungsi if sum(isinstance(s, Kegiatan) and bool(s.hasil) for s in peta.simpul))
STEP = next(s for s in PETA.simpul if isinstance(s, Kegiatan) and s.hasil)


def with_step(**update: Any) -> LintasFungsi:
    made = STEP.model_copy(update=update)
    return PETA.model_copy(update={"simpul": tuple(made if s is STEP else s for s in PETA.simpul)})


def seen(peta: LintasFungsi, model: PetaProsesBisnis = MODEL) -> tuple[str, ...]:
    return berubah(sidik(MODEL, PETA), sidik(model, peta))


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_a_map_read_back_has_the_same_fingerprint(folder: Path) -> None:
    model = yaml.read(read_folder(folder)).nilai
    assert model is not None
    again = yaml.read(yaml.write(model)).nilai
    assert again is not None
    for peta, other in zip(model.lintas_fungsi, again.lintas_fungsi, strict=True):
        assert tuple(sidik(model, peta)) == SEGI
        assert sidik(model, peta) == sidik(again, other)


def test_what_a_sop_does_not_show_does_not_count() -> None:
    placed = PETA.model_copy(update={"letak": (Letak(simpul=STEP.id, baris=2),), "catatan": "catatan"})
    assert seen(placed) == ()
    assert seen(with_step(catatan="x", beban=Rentang(min=1, satuan=Satuan.JAM), nama=f"  {STEP.nama} ")) == ()


def test_each_aspect_is_told_apart() -> None:
    assert seen(with_step(waktu=Rentang(min=77, satuan=Satuan.HK))) == ("waktu",)
    assert seen(with_step(tenggat=Batas(waktu=Rentang(min=77, satuan=Satuan.HK)))) == ("waktu",)
    assert seen(PETA.model_copy(update={"batas": Batas(waktu=Rentang(min=77, satuan=Satuan.HK))})) == ("waktu",)
    assert seen(with_step(hasil=("produk lain",))) == ("produk",)
    assert seen(with_step(bersama=("orang lain",))) == ("pelaksana",)
    assert seen(with_step(nama="Melakukan yang lain", hasil=())) == ("langkah",)
    assert seen(PETA.model_copy(update={"alur": PETA.alur[:-1]})) == ("urutan",)
    named = MODEL.model_copy(
        update={"proses": tuple(p.model_copy(update={"nama": f"{p.nama} Baru"}) for p in MODEL.proses)}
    )
    assert seen(PETA, named) == ("judul",)


def test_waits_and_calls_count_by_what_they_name() -> None:
    call = Panggil(id="x", nama="Panggil", lintas_fungsi=MODEL.lintas_fungsi[0].id)
    other = call.model_copy(update={"lintas_fungsi": MODEL.lintas_fungsi[1].id})
    wait = Tunggu(id="x", nama="Tunggu", produk="surat")
    longer = wait.model_copy(update={"paling_lama": Rentang(min=3, satuan=Satuan.HK)})

    def between(one: Panggil | Tunggu, two: Panggil | Tunggu) -> tuple[str, ...]:
        first, second = (PETA.model_copy(update={"simpul": (*PETA.simpul, step)}) for step in (one, two))
        return berubah(sidik(MODEL, first), sidik(MODEL, second))

    assert between(call, other) == ("langkah",)
    assert between(wait, longer) == ("waktu",)
    assert between(wait, wait.model_copy(update={"produk": "berkas"})) == ("produk",)


def test_an_aspect_that_an_older_fingerprint_lacks_is_passed_over() -> None:
    old = {key: value for key, value in sidik(MODEL, PETA).items() if key != "waktu"}
    assert berubah(old, sidik(MODEL, with_step(waktu=None, hasil=()))) == ("produk",)
    assert berubah({}, sidik(MODEL, PETA)) == ()
