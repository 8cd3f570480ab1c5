"""`docs/bentuk-berkas.md` holds: its folder reads, its mistakes say what it says, its list of isian is complete."""

import re
from pathlib import Path

from pydantic import BaseModel

from probis.interchange.yaml import read, write
from probis.interchange.yaml.parts import LISTS, WHOLE, form
from probis.interchange.yaml.rows import HELD, KINDS, TOP
from probis.interchange.yaml.shape import LAST, SPELT, Kind, fields, label
from probis.interchange.yaml.short import without_id
from probis.model import JenisAlur, LintasFungsi, Unsur

PAGE = (Path(__file__).parents[2] / "docs" / "bentuk-berkas.md").read_text(encoding="utf-8")
WHOLE_EXAMPLE, MISTAKES = PAGE.split("## Kesalahan yang sering")
BLOCK = re.compile(r"```yaml (?P<path>\S+)\n(?P<text>.*?)```(?:\n\n```pesan\n(?P<pesan>.*?)```)?", re.DOTALL)


def blocks(text: str) -> list[tuple[str, bytes, str]]:
    return [(found["path"], found["text"].encode(), found["pesan"] or "") for found in BLOCK.finditer(text)]


FOLDER = {path: data for path, data, _ in blocks(WHOLE_EXAMPLE)}


def test_the_folder_on_the_page_reads_and_is_written_back() -> None:
    bacaan = read(FOLDER)
    assert bacaan.temuan == ()
    assert bacaan.nilai is not None
    assert len(FOLDER) == 8
    assert read(write(bacaan.nilai)).nilai == bacaan.nilai


def test_its_map_has_all_that_the_page_explains() -> None:
    bacaan = read(FOLDER)
    assert bacaan.nilai is not None
    peta = bacaan.nilai.cari_lintas_fungsi("penataan-dinas")
    assert peta is not None
    assert {"lengkap-pecah", "bahas-gabung"} <= {simpul.id for simpul in peta.simpul}
    assert {alur.jenis for alur in peta.alur} == set(JenisAlur)
    assert [alur.ke for alur in peta.keluar("paraf")] == ["kirim"]


def test_each_mistake_on_the_page_says_what_the_page_says() -> None:
    found = blocks(MISTAKES)
    assert len(found) >= 5
    for path, data, pesan in found:
        temuan = read({**FOLDER, path: data}).temuan
        assert [f"{one.tempat}: {one.pesan} {one.saran}" for one in temuan] == pesan.strip().split("\n")


def _classes() -> set[type[BaseModel]]:
    seen: set[type[BaseModel]] = set()

    def walk(cls: type[BaseModel]) -> None:
        if cls in seen or cls in SPELT:
            return
        seen.add(cls)
        for one in fields(cls).values():
            shapes = [one.shape]
            while shapes:
                shape = shapes.pop()
                shapes += [shape.item] if shape.item else []
                for variant in shape.variants:
                    walk(variant)
                if shape.kind in (Kind.MODEL, Kind.TEXT_OR_MODEL) and shape.cls:
                    walk(shape.cls)

    for cls in (*(form(file) for file in (*WHOLE, *LISTS)), LintasFungsi):
        walk(cls)
    return {cls for cls in seen if not cls.__name__.startswith("Bagian")}


def _line(cls: type[BaseModel]) -> str:
    """Return the line of the table for a class, with the names that its file uses."""
    kind = next((kind for kind, one in KINDS.items() if one is cls), "")
    skip = {*(LAST if issubclass(cls, Unsur) else ()), *(("jenis", HELD.get(kind, "nama")) if kind else ())}
    needed = {one.name for one in fields(cls).values() if one.required}
    needed -= {"id"} if kind or without_id(cls) else set()
    names = [name for name in fields(cls) if name not in skip]
    if kind:
        names[2:2] = [kind]
        needed |= {kind}
    if cls is LintasFungsi:
        names = list(TOP)
    listed = ", ".join(f"**`{name}`**" if name in needed else f"`{name}`" for name in names)
    return f"| {'langkah ' if kind else ''}{label(cls)} | {listed} |"


def test_the_list_of_isian_is_complete() -> None:
    table = PAGE.partition("| Unsur | Isian |\n|---|---|\n")[2].strip().split("\n")
    assert table == sorted(map(_line, _classes()))
