"""The names and sizes of a folder's files to the parts to read, with what stands in the wrong place reported."""

from collections.abc import Iterable, Mapping

from probis.interchange.yaml import words
from probis.interchange.yaml.marked import Mark, Report
from probis.interchange.yaml.parts import LINTAS_FUNGSI, LISTS, ORDER, WHOLE, form
from probis.interchange.yaml.shape import fields
from probis.interchange.yaml.slug import is_id, slug

MAX_FILE = 2_000_000
MAX_FILES = 400
MAX_FOLDER = 20_000_000
"""Limits of what is read: bytes of one file, files, bytes in all."""


def sorted_out(files: Mapping[str, bytes], found: dict[str, Report]) -> dict[str, bytes]:
    """Return the files that are parts of the value, in the order of reading; `found` gets a report for each file."""
    named = {path.replace("\\", "/").removeprefix("./"): data for path, data in files.items()}
    listed = {path: data for path, data in named.items() if not _ignored(path)}
    yaml_files = {path: data for path, data in listed.items() if path.lower().endswith((".yaml", ".yml"))}
    if len(yaml_files) > MAX_FILES or sum(map(len, yaml_files.values())) > MAX_FOLDER:
        report = found.setdefault("instansi.yaml", Report("instansi.yaml"))
        report.add(Mark(1), *_too_much(yaml_files))
        return {}
    if "instansi.yaml" not in yaml_files:
        found["instansi.yaml"] = report = Report("instansi.yaml")
        report.add(Mark(1), *_no_body(yaml_files))
        if any(path.endswith("/instansi.yaml") for path in yaml_files):
            return {}
    good = {}
    for path in sorted(yaml_files, key=_rank):
        report = found.setdefault(path, Report(path))
        said = _wrong(path, yaml_files)
        if said is not None:
            report.add(Mark(1), *said)
        else:
            good[path] = yaml_files[path]
    return good


def _ignored(path: str) -> bool:
    *_, name = parts = path.split("/")
    return any(part.startswith((".", "_")) for part in parts) or name.startswith("README")


def _rank(path: str) -> tuple[int, str]:
    head = path.split("/")[0]
    return (ORDER.index(head) if head in ORDER else len(ORDER), path.removesuffix(".yaml"))


def _too_much(files: Mapping[str, bytes]) -> words.Said:
    if len(files) > MAX_FILES:
        return (
            f"Folder ini memuat {len(files)} berkas .yaml; paling banyak {MAX_FILES}.",
            "Periksa apakah folder yang dipilih memang folder satu instansi.",
        )
    return (
        f"Berkas di folder ini lebih dari {MAX_FOLDER // 1_000_000} MB seluruhnya.",
        "Periksa apakah folder yang dipilih memang folder satu instansi.",
    )


def _no_body(files: Iterable[str]) -> words.Said:
    deeper = next((path for path in sorted(files) if path.endswith("/instansi.yaml")), None)
    if deeper:
        return (
            "Berkas instansi.yaml tidak ada di folder ini.",
            f"Berkas itu ada di dalam {deeper.rpartition('/')[0]}; pilih folder itu.",
        )
    return (
        "Berkas instansi.yaml tidak ada di folder ini.",
        "Buat berkas itu dengan isian id, nama, jenis, dan periode, atau pilih folder lain.",
    )


def _wrong(path: str, files: Mapping[str, bytes]) -> words.Said | None:
    """Return what is wrong with a file before it is opened, or None."""
    twin = next((other for other in files if other != path and other.lower() == path.lower()), None)
    if twin is not None:
        return (
            f"Ada dua berkas yang namanya hanya berbeda huruf besar-kecil: {path} dan {twin}.",
            "Gabungkan isinya, atau hapus salah satu.",
        )
    if len(files[path]) > MAX_FILE:
        return (
            f"Berkas ini {len(files[path]) / 1_000_000:.1f} MB; paling besar {MAX_FILE // 1_000_000} MB.".replace(
                ".", ",", 1
            ),
            "Bagi isinya, atau periksa apakah berkasnya benar.",
        )
    if path.startswith(f"{LINTAS_FUNGSI}/"):
        return _wrong_map(path)
    return None if path in WHOLE or path in LISTS else _unknown(path)


def _wrong_map(path: str) -> words.Said | None:
    name = path.removeprefix(f"{LINTAS_FUNGSI}/")
    if "/" in name:
        return (
            "Berkas lintas fungsi berada di dalam subfolder.",
            f"Pindahkan ke {LINTAS_FUNGSI}/{name.rpartition('/')[2]}.",
        )
    if not name.endswith(".yaml"):
        return "Akhiran berkas ini bukan .yaml.", f"Namai {LINTAS_FUNGSI}/{slug(name.rpartition('.')[0])}.yaml."
    stem = name.removesuffix(".yaml")
    if not is_id(stem):
        return (
            f"Nama berkas “{stem}” tidak dapat menjadi id lintas fungsi.",
            f"Namai dengan huruf kecil, angka, dan tanda hubung, misalnya {slug(stem)}.yaml.",
        )
    return None


def _unknown(path: str) -> words.Said:
    known = (*WHOLE, *LISTS)
    head, _, name = path.rpartition("/")
    plain = name.lower().rpartition(".")[0].replace("_", "-")
    if head and f"{plain}.yaml" in known:
        return (
            "Berkas ini berada di dalam subfolder, sehingga tidak terbaca.",
            f"Pindahkan ke {plain}.yaml di folder utama.",
        )
    if f"{plain}.yaml" in known:
        return f"Berkas {path} tidak dikenal.", f"Ganti namanya menjadi {plain}.yaml."
    key = plain.replace("-", "_")
    holder = next((file for file in known if key in fields(form(file)) and file != f"{key}.yaml"), None)
    if holder and key not in ("id", "nama", "jenis", "tempat", "induk", "sumber", "catatan"):
        return f"Berkas {path} tidak dikenal.", f"“{key}” ditulis di dalam {holder}."
    if plain in (LINTAS_FUNGSI, "langkah", "jalur"):
        return f"Berkas {path} tidak dikenal.", f"Setiap lintas fungsi satu berkas di folder {LINTAS_FUNGSI}/."
    best = words.nearest(f"{plain}.yaml", known, 75)
    if best:
        return f"Berkas {path} tidak dikenal.", f"Maksud Anda {best}?"
    return (
        f"Berkas {path} tidak dikenal.",
        f"Yang dikenal: {', '.join(known)}, dan {LINTAS_FUNGSI}/<id>.yaml. "
        "Berkas lain dapat disimpan dengan nama yang diawali “_”.",
    )
