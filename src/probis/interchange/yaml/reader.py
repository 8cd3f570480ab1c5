"""The files of a body's folder to a `Bacaan`: the value, what is wrong with the files, the place of each address."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from probis.interchange.yaml import words
from probis.interchange.yaml.build import Builder, Places
from probis.interchange.yaml.folder import sorted_out
from probis.interchange.yaml.marked import Entries, Items, Mark, Report, key_mark, mark_of, shown
from probis.interchange.yaml.nodes import Budget, read_tree
from probis.interchange.yaml.parts import LINTAS_FUNGSI, LISTS, WHOLE, form
from probis.interchange.yaml.rows import expand
from probis.interchange.yaml.upgrade import UnknownVersion, lift
from probis.model import SKEMA, Bacaan, Beku, LintasFungsi, Naskah, PetaProsesBisnis, Tempat, Temuan, Tingkat

ONE_SPACE = (
    ("unit", "jabatan", "pihak", "proses"),
    ("misi", "tujuan", "sasaran", "indikator", "area", "fungsi"),
)
"""Kinds whose ids are unique together, as in `PetaProsesBisnis`."""


def read(files: Mapping[str, bytes]) -> Bacaan:
    """Return what the files of a folder say; paths are relative to the folder. Never raises for what a file holds.

    `nilai` is None where any finding is an error: then nothing of the folder may be saved back, so nothing is lost.
    """
    return _Reader(files).read()


class _Reader:
    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.reports: dict[str, Report] = {}
        self.places = Places()
        self.parts: dict[str, Any] = {}
        self.naskah: tuple[Naskah, ...] = ()

    def read(self) -> Bacaan:
        good = sorted_out(self.files, self.reports)
        budget = Budget()
        trees = {path: tree for path, data in good.items() if (tree := self._tree(path, data, budget)) is not None}
        if not self._versioned(trees):
            return self._bacaan(None)
        maps: list[Beku | None] = []
        built: dict[str, Beku | None] = {}
        for path, tree in trees.items():
            if path.startswith(f"{LINTAS_FUNGSI}/"):
                built[path] = self._map(path, tree)
                maps.append(built[path])
            else:
                built[path] = self._part(path, tree)
        self.parts["lintas_fungsi"] = tuple(one for one in maps if one is not None)
        self._twice()
        for path, value in built.items():
            if value is None and not self.reports[path].failed:
                self.reports[path].add(Mark(1), *words.unforeseen("Berkas ini"))
        failed = any(report.failed for report in self.reports.values())
        return self._bacaan(None if failed else self._whole())

    def _whole(self) -> PetaProsesBisnis | None:
        try:
            return PetaProsesBisnis.model_validate(self.parts)
        except ValidationError as error:
            report = self.reports["instansi.yaml"]
            for one in error.errors(include_url=False):
                report.add(Mark(1), *words.translated(one, "", "peta proses bisnis"))
        return None

    def _bacaan(self, value: PetaProsesBisnis | None) -> Bacaan:
        found: list[Temuan] = []
        for report in self.reports.values():
            found.extend(sorted(report.found, key=_place))
            if report.more:
                last = found[-1]
                pesan = f"Masih ada {report.more} hal lain di berkas ini."
                saran = "Perbaiki yang di atas dahulu, lalu periksa lagi."
                found.append(replace(last, pesan=pesan, saran=saran, tingkat=report.worst, alamat="", bidang=""))
        failed = any(one.tingkat is Tingkat.GALAT for one in found)
        return Bacaan(None if failed else value, tuple(found), MappingProxyType(self.places.at), self.naskah)

    # Files ---------------------------------------------------------------------------------------------------------

    def _tree(self, path: str, data: bytes, budget: Budget) -> Entries | None:
        report = self.reports[path]
        tree = read_tree(data, report, budget)
        if isinstance(tree, Entries):
            return tree
        if tree is None:
            optional = path in LISTS or (path in WHOLE and path != "instansi.yaml")
            return None if report.failed or optional else _empty()
        if isinstance(tree, Items) and path in LISTS:
            (name, *_) = form(path).model_fields
            report.add(tree.mark, "Daftar di berkas ini belum diberi nama.", f"Tulis “{name}:” sebagai baris pertama.")
        else:
            report.add(mark_of(tree, Mark(1)), *words.not_entries("", _first_keys(path), tree))
        return None

    def _versioned(self, trees: dict[str, Entries]) -> bool:
        """Take `skema` out of instansi.yaml and lift older files; False where the version is not known."""
        body = trees.get("instansi.yaml")
        if body is None:
            return True
        report = self.reports["instansi.yaml"]
        written = body.pop("skema", "1")
        at = key_mark(body, "skema", body.mark)
        text = str(written).strip() if isinstance(written, str) else ""
        if not (text.isascii() and text.isdigit() and 0 < len(text) < 6):
            report.add(at, f"Versi skema “{shown(text)}” bukan bilangan.", f"Tulis skema: {SKEMA}.", bidang="skema")
            return True
        try:
            lifted = lift(trees, int(text))
        except UnknownVersion as unknown:
            report.add(at, *unknown.said, bidang="skema")
            return False
        trees.clear()
        trees.update(lifted)
        return True

    def _part(self, path: str, tree: Entries) -> Beku | None:
        value: Beku | None = Builder(self.reports[path], self.places).build(form(path), tree)
        if value is None:
            return None
        if path in WHOLE:
            self.parts[WHOLE[path][0]] = value
            return value
        for name in type(value).model_fields:
            if name == "naskah":
                self.naskah = getattr(value, name)
            else:
                self.parts[name] = getattr(value, name)
        return value

    def _map(self, path: str, tree: Entries) -> Beku | None:
        report = self.reports[path]
        id_ = path.removeprefix(f"{LINTAS_FUNGSI}/").removesuffix(".yaml")
        return Builder(report, self.places).build(LintasFungsi, expand(tree, id_, report))

    # Ids that stand twice ------------------------------------------------------------------------------------------

    def _twice(self) -> None:
        space = {kind: kinds[0] for kinds in ONE_SPACE for kind in kinds}
        seen: dict[str, list[tuple[str, Tempat]]] = {}
        for element in self.places.elements:
            kind, _, rest = element.alamat.partition("/")
            seen.setdefault(f"{space.get(kind, kind)}/{rest}", []).append((element.alamat, element.tempat))
        for places in seen.values():
            for alamat, tempat in places if len(places) > 1 else ():
                others = [other for other in places[:4] if other[1] != tempat]
                self._say_twice(alamat, tempat, others[:3])

    def _say_twice(self, alamat: str, tempat: Tempat, others: list[tuple[str, Tempat]]) -> None:
        kind, _, _ = alamat.partition("/")
        id_ = alamat.rpartition("/")[2]
        where = words.enumerated(
            str(place)
            if place.berkas != tempat.berkas
            else f"baris {place.baris}"
            if place.baris != tempat.baris
            else "baris yang sama"
            for _, place in others
        ).replace(" atau ", " dan ")
        kinds = {other.partition("/")[0] for other, _ in others} - {kind}
        shared = f" ({', '.join(sorted(kinds))} memakai kumpulan id yang sama)" if kinds else ""
        self.reports[tempat.berkas].add(
            Mark(tempat.baris, tempat.kolom),
            f"Id “{shown(id_)}” dipakai lebih dari sekali: juga di {where}{shared}.",
            "Beri id lain pada salah satunya, dan ganti juga di tempat yang merujuknya.",
            alamat=alamat,
            bidang="id",
        )


def _first_keys(path: str) -> list[str]:
    if path in LISTS:
        return list(form(path).model_fields)
    return ["proses", "langkah"] if path.startswith(LINTAS_FUNGSI) else ["id", "nama"]


def _empty() -> Entries:
    made = Entries()
    made.mark, made.keys_at = Mark(1), {}
    return made


def _place(finding: Temuan) -> tuple[int, int]:
    return (finding.tempat.baris, finding.tempat.kolom) if finding.tempat else (0, 0)
