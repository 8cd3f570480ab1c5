"""The glossary covers the model, and the model keeps to the glossary."""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
import tomllib
from enum import Enum
from importlib.resources import files
from types import ModuleType

import pytest
from pydantic import BaseModel

from probis.law import cari_istilah, cari_peraturan, semua_istilah
from probis.law.istilah import SUMBER_LAIN, Istilah, bentuk_bidang

JANGAN = {kata: i.pengenal for i in semua_istilah() for kata in i.jangan}
SENDIRI = {"probis.law.peraturan"}  # its types are the model's, too


def modul_model() -> list[ModuleType]:
    model = importlib.import_module("probis.model")
    nama = [f"probis.model.{m.name}" for m in pkgutil.iter_modules(model.__path__)]
    return [importlib.import_module(n) for n in [*nama, *SENDIRI]]


def kelas_model() -> list[type]:
    return [
        k
        for m in modul_model()
        for n, k in vars(m).items()
        if inspect.isclass(k) and k.__module__ == m.__name__ and not n.startswith("_")
    ]


def bidang(kelas: type) -> list[str]:
    if issubclass(kelas, BaseModel):
        return list(kelas.model_fields)
    return [f.name for f in dataclasses.fields(kelas)] if dataclasses.is_dataclass(kelas) else []


def kata(pengenal: str) -> list[str]:
    return bentuk_bidang(pengenal).strip("_").split("_")


def pengenal_dalam(modul: ModuleType) -> list[str]:
    """Public names of classes, fields and functions that a module defines; private ones nobody else reads."""
    nama: list[str] = []
    for simpul in ast.walk(ast.parse(inspect.getsource(modul))):
        if isinstance(simpul, ast.ClassDef):
            nama.append(simpul.name)
            nama += [
                b.target.id for b in simpul.body if isinstance(b, ast.AnnAssign) and isinstance(b.target, ast.Name)
            ]
        elif isinstance(simpul, ast.FunctionDef) and not simpul.name.startswith("__"):
            nama.append(simpul.name)
    return [n for n in nama if not n.startswith("_")]


def test_the_model_is_there() -> None:
    assert len(kelas_model()) > 70


@pytest.mark.parametrize("kelas", kelas_model(), ids=lambda k: k.__name__)
def test_every_public_class_is_a_term(kelas: type) -> None:
    ada = cari_istilah(kelas.__name__)
    assert ada is not None and ada.pengenal == kelas.__name__


@pytest.mark.parametrize("kelas", [k for k in kelas_model() if bidang(k)], ids=lambda k: k.__name__)
def test_every_field_is_a_term(kelas: type) -> None:
    assert [b for b in bidang(kelas) if cari_istilah(b) is None] == []


@pytest.mark.parametrize("modul", modul_model(), ids=lambda m: m.__name__)
def test_no_name_in_the_model_says_a_thing_by_another_word(modul: ModuleType) -> None:
    salah = [(n, JANGAN[k]) for n in pengenal_dalam(modul) for k in kata(n) if k in JANGAN]
    assert salah == []


def test_the_check_of_names_can_fail() -> None:
    assert [JANGAN.get(k) for k in kata("AktivitasBaru")] == ["Kegiatan", None]
    assert "garis_induk" in pengenal_dalam(importlib.import_module("probis.model.peta"))


@pytest.mark.parametrize("kelas", [k for k in kelas_model() if issubclass(k, Enum)], ids=lambda k: k.__name__)
def test_values_of_enumerations_are_words_of_the_trade(kelas: type[Enum]) -> None:
    assert [w.value for w in kelas if any(k in JANGAN for k in re.split(r"[-_ ]", str(w.value)))] == []


def test_units_of_time_are_terms() -> None:
    rentang = importlib.import_module("probis.model.rentang")
    for satuan in (*rentang.Satuan, *rentang.Masa):
        assert cari_istilah(satuan.value) is not None, satuan


def test_sipoc_and_the_maps_are_terms() -> None:
    for pengenal in ("pemasok", "masukan", "keluaran", "pelanggan", "usulan", "peserta"):
        assert cari_istilah(pengenal) is not None
    for pengenal in ("peta_proses", "peta_sub_proses", "peta_relasi", "peta_lintas_fungsi"):
        ada = cari_istilah(pengenal)
        assert ada is not None and ada.sumber == "permenpanrb-19-2018"


def test_a_field_finds_the_class_it_holds() -> None:
    ada = cari_istilah("lintas_fungsi")
    assert ada is not None and ada.pengenal == "LintasFungsi"
    assert cari_istilah("tidak_ada") is None


@pytest.mark.parametrize("butir", semua_istilah(), ids=lambda i: i.pengenal)
def test_an_entry_is_whole(butir: Istilah) -> None:
    assert butir.sumber in SUMBER_LAIN or cari_peraturan(butir.sumber), butir.sumber
    assert butir.label and butir.padanan and butir.arti.endswith(".") and len(butir.arti) > 15
    assert butir.padanan.isascii()
    assert all(re.fullmatch(r"[a-z_]+", k) for k in butir.jangan)


def test_nothing_is_said_twice() -> None:
    data = tomllib.loads(files("probis.law").joinpath("istilah.toml").read_text(encoding="utf-8"))
    pengenal = [p for kelompok in data.values() for p in kelompok]
    assert len(pengenal) == len(set(pengenal)) == len(semua_istilah())
    kata_larangan = [k for i in semua_istilah() for k in i.jangan]
    assert len(kata_larangan) == len(set(kata_larangan))


def test_no_forbidden_word_is_itself_a_term() -> None:
    dipakai = {k for i in semua_istilah() for k in kata(i.pengenal)}
    assert sorted(dipakai & set(JANGAN)) == []
