"""A file of measured times to values: CSV with the columns alamat, waktu, keterangan, or YAML with address and time."""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from probis.cli._stop import Stop

if TYPE_CHECKING:
    from probis.maps import Terukur
    from probis.model import PetaProsesBisnis

_LARGEST = 4_000_000  # bytes
_FORM = (
    "Tulis CSV dengan judul kolom alamat, waktu, dan (bila perlu) keterangan, atau YAML seperti "
    "“lintas-fungsi/peta/langkah: 2 HK”."
)


def measured(path: Path, model: "PetaProsesBisnis") -> "tuple[Terukur, ...]":
    """Return the measured times of a file; raises Stop where it cannot be read, with the line."""
    try:
        if path.stat().st_size > _LARGEST:
            raise Stop(f"{path}: berkas waktu terlalu besar (paling besar 4 MB).")
        data = path.read_bytes()
    except OSError:
        raise Stop(f"{path}: berkas waktu tidak dapat dibaca. Periksa nama berkasnya.") from None
    rows = _of_yaml(path, data) if path.suffix.lower() in (".yaml", ".yml") else _of_csv(path, data)
    return tuple(_checked(path, line, row, model) for line, row in rows)


def _of_csv(path: Path, data: bytes) -> "list[tuple[int, Terukur]]":
    from probis.maps import Terukur

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Stop(f"{path}: berkas waktu bukan teks UTF-8. Simpan ulang sebagai CSV UTF-8.") from None
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    out: list[tuple[int, Terukur]] = []
    try:
        head = [cell.strip().casefold() for cell in next(reader, [])]
        if "alamat" not in head or "waktu" not in head:
            raise Stop(f"{path}:1: kolom alamat atau waktu tidak ada. {_FORM}")
        for cells in reader:
            row = {key: cell.strip() for key, cell in zip(head, cells, strict=False)}
            if any(row.values()):
                found = Terukur(row.get("alamat", ""), row.get("waktu", ""), row.get("keterangan", ""))
                out.append((reader.line_num, found))
    except csv.Error:
        raise Stop(f"{path}:{reader.line_num}: baris ini tidak terbaca sebagai CSV. {_FORM}") from None
    return out


def _of_yaml(path: Path, data: bytes) -> "list[tuple[int, Terukur]]":
    from probis.interchange.yaml.marked import Entries, Report, Word
    from probis.interchange.yaml.nodes import read_tree
    from probis.maps import Terukur

    report = Report(str(path))
    tree = read_tree(data, report)
    if report.found:
        first = report.found[0]
        raise Stop(f"{first.tempat or path}: {first.pesan} {first.saran}".strip())
    if not isinstance(tree, Entries):
        raise Stop(f"{path}: isi berkas waktu tidak terbaca. {_FORM}")
    out: list[tuple[int, Terukur]] = []
    for key, value in tree.items():
        if not isinstance(value, Word):
            raise Stop(f"{path}: “{key}” tidak berisi satu waktu. {_FORM}")
        out.append((value.mark.line, Terukur(str(key), str(value))))
    return out


def _checked(path: Path, line: int, row: "Terukur", model: "PetaProsesBisnis") -> "Terukur":
    from pydantic import ValidationError

    from probis.model import Rentang

    if model.cari(row.alamat) is None:
        raise Stop(
            f"{path}:{line}: alamat “{row.alamat}” tidak ada dalam peta. Tulis seperti lintas-fungsi/peta/langkah."
        )
    try:
        Rentang.model_validate(row.waktu)
    except ValidationError:
        raise Stop(
            f"{path}:{line}: waktu “{row.waktu}” tidak terbaca. Tulis angka dan satuan, misalnya 2 HK atau 1,5 jam."
        ) from None
    return row
