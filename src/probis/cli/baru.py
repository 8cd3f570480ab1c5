"""Make a new folder: an empty body, a copy of another body's map, or the next period of the same body."""

import argparse
import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from probis.cli._folder import day_argument, find, judged_on, read_model
from probis.cli._stop import Stop
from probis.cli._write import appear

if TYPE_CHECKING:
    from probis.edits import Hasil
    from probis.model import Bacaan, PetaProsesBisnis

SUMMARY = "Buat folder baru: kosong, dari templat, atau masa berikutnya dari folder lama."

_OPTIONS = (
    ("nama", "NAMA", "nama lengkap instansi"),
    ("nama_singkat", "NAMA", "nama singkat (bagian depan nama lengkap)"),
    ("jenis", "JENIS", "jenis instansi, misalnya biro, dinas, atau kecamatan (dari namanya)"),
    ("pemerintah", "NAMA", "pemerintah yang membawahi, misalnya “Provinsi Bali” (dari namanya)"),
    ("induk", "NAMA", "instansi induk (dari namanya)"),
    ("tempat", "TEMPAT", "tempat kedudukan, seperti pada “Ditetapkan di …”"),
    ("periode", "TAHUN-TAHUN", "masa peta, misalnya 2025-2029"),
    ("jabatan", "JABATAN", "jabatan yang menetapkan, misalnya “Bupati Sleman” (dari namanya)"),
    ("pejabat", "NAMA", "nama pejabatnya, bila sudah diketahui"),
    ("kode", "KODE", "awalan kode proses, misalnya BO, atau pola lengkap seperti BO-{nn}"),
    ("id", "ID", "id instansi (dari namanya)"),
)
_OF_A_PERIOD = ("periode", "pejabat")
_QUESTIONS = {
    "nama": "Nama lengkap instansi",
    "nama_singkat": "Nama singkat",
    "jenis": "Jenis instansi",
    "induk": "Instansi induk",
    "tempat": "Tempat kedudukan",
    "periode": "Masa peta",
    "jabatan": "Jabatan yang menetapkan",
    "pejabat": "Nama pejabatnya (boleh kosong)",
    "kode": "Awalan kode proses",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER, where to begin from, and the particulars."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, nargs="?", help="folder yang dibuat; harus belum berisi")
    begin = parser.add_mutually_exclusive_group()
    begin.add_argument(
        "--templat",
        "--contoh",
        metavar="FOLDER|NAMA",
        help="salin peta instansi lain: foldernya, atau nama contoh; isinya menjadi usulan",
    )
    begin.add_argument("--dari", metavar="FOLDER", type=Path, help="lanjutkan peta instansi yang sama dari folder lama")
    for name, metavar, help_ in _OPTIONS:
        parser.add_argument(f"--{name.replace('_', '-')}", metavar=metavar, help=help_)
    parser.add_argument("--daftar", action="store_true", help="sebutkan contoh yang dapat menjadi templat")
    parser.add_argument("--tanpa-tanya", action="store_true", help="jangan bertanya; yang kurang menjadi kesalahan")
    day_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Make the folder and print what must be confirmed; nothing is written where anything is wrong."""
    if options.daftar:
        return _list()
    if options.folder is None:
        raise Stop("Sebut folder yang akan dibuat, misalnya `probis baru peta-kami`.")
    _free(options.folder)
    given = {name: value for name, _, _ in _OPTIONS if (value := getattr(options, name)) is not None}
    pada = judged_on(options)
    asks = sys.stdin.isatty() and not options.tanpa_tanya
    begun = _period(options, given, pada, asks) if options.dari else _body(options, given, pada, asks)
    _write(options.folder, *begun, pada)
    return 0


def _list() -> int:
    from probis.cli._examples import examples

    for name, folder in examples().items():
        _, model = read_model(folder)
        print(f"{name}\t{model.instansi.nama}, {model.instansi.periode}")
    return 0


def _free(folder: Path) -> None:
    """Raise Stop where the folder holds anything: what somebody wrote is never overwritten."""
    try:
        free = not any(folder.iterdir()) if folder.is_dir() else not (folder.exists() or folder.is_symlink())
    except OSError:
        raise Stop(f"{folder}: folder ini tidak dapat dibaca. Periksa izinnya.") from None
    if not free:
        what = "sudah berisi" if folder.is_dir() else "sudah ada dan bukan folder"
        raise Stop(f"{folder} {what}. Sebut nama folder lain; Probis tidak menimpa yang sudah ada.")


# Where to begin from ------------------------------------------------------------------------------------------------


def _period(
    options: argparse.Namespace, given: dict[str, str], pada: date, asks: bool
) -> "tuple[Hasil, Bacaan | None, Mapping[str, str]]":
    from probis.edits import find_edit

    idle = [f"--{name.replace('_', '-')}" for name in given if name not in _OF_A_PERIOD]
    if idle:
        raise Stop(f"{', '.join(idle)} tidak dipakai bersama --dari: instansinya sama, hanya masanya yang berganti.")
    bacaan, model = read_model(options.dari)
    edit = find_edit("periode-baru")
    old = model.instansi.periode
    if asks:
        span = old.akhir - old.awal
        defaults = {"periode": f"{old.akhir + 1}-{old.akhir + 1 + span}", "pejabat": ""}
        given = _asked(given, _OF_A_PERIOD, lambda name, _: defaults[name], edit.fill)
    return _good(edit.run(model, _typed(given), pada)), bacaan, {}


def _body(
    options: argparse.Namespace, given: dict[str, str], pada: date, asks: bool
) -> "tuple[Hasil, Bacaan | None, Mapping[str, str]]":
    from probis.cli._hints import hints
    from probis.edits import IsianInstansi, blank, find_edit

    edit = find_edit("instansi-baru")
    template = _template(options.templat) if options.templat else None
    if asks:
        given = _asked(given, tuple(_QUESTIONS), lambda name, known: _default(name, known, pada), edit.fill)
    filled = edit.fill(_typed(given))
    if not isinstance(filled, IsianInstansi):
        raise Stop(_wrong(filled))
    done = _good(blank(filled) if template is None else edit.apply(template, filled, pada))
    profil = done.model.instansi.profil if done.model else None
    comments = hints(profil.pola_proses, profil.pola_sub_proses) if profil else {}
    if template is not None:
        comments = {name: comments[name] for name in ("arah.yaml", "keputusan.yaml")}
    return done, None, comments


def _template(named: str) -> "PetaProsesBisnis":
    from probis.cli._examples import examples

    known = examples()
    folder = known.get(named) or Path(named)
    if named not in known and not folder.is_dir():
        raise Stop(f"Templat “{named}” tidak ada. Sebut foldernya, atau contoh: {', '.join(known) or 'tidak ada'}.")
    return read_model(folder)[1]


# Questions and answers ----------------------------------------------------------------------------------------------


def _asked(given: dict[str, str], names: tuple[str, ...], default: Any, fill: Any) -> dict[str, str]:
    """Return what was given with an answer for each of the other names."""
    from probis.cli._ask import ask

    known = dict(given)
    for name in names:
        if name in known:
            continue

        def complaint(answer: str, name: str = name) -> str:
            found = fill(_typed({**known, name: answer}))
            own = [one for one in (found if isinstance(found, tuple) else ()) if one.bidang == name]
            return f"{own[0].pesan} {own[0].saran}".strip() if own else ""

        answer = ask(_QUESTIONS[name], default(name, known), complaint)
        if answer:
            known[name] = answer
    return known


def _default(name: str, known: Mapping[str, str], pada: date) -> str:
    from probis.edits import IsianInstansi, find_edit

    years = f"{pada.year}-{pada.year + 4}"
    if name == "periode":
        return years
    filled = find_edit("instansi-baru").fill(_typed({"nama": "---", "tempat": "---", "periode": years, **known}))
    if not isinstance(filled, IsianInstansi):
        return ""
    derived = {
        "nama_singkat": filled.singkat,
        "jenis": str(filled.jenis_pasti),
        "induk": filled.nama_induk,
        "jabatan": filled.penetap,
        "kode": filled.awalan,
    }
    return derived.get(name, "")


def _typed(given: Mapping[str, str]) -> dict[str, Any]:
    """Return the answers as the edit wants them: a period is two years, what is empty was not said."""
    typed: dict[str, Any] = {name: text.strip() for name, text in given.items() if text.strip()}
    years = re.fullmatch(r"(\d{4})\s*(?:-|–|s\.d\.|sampai)\s*(\d{4})", typed.get("periode", ""))
    if years:
        typed["periode"] = {"awal": int(years[1]), "akhir": int(years[2])}
    return typed


def _good(done: "Hasil") -> "Hasil":
    if done.model is None:
        raise Stop(_wrong(done.temuan))
    return done


def _wrong(found: Any) -> str:
    rows = [f"{_option(one.bidang)}{one.pesan} {one.saran}".strip() for one in found]
    return "\n".join([*rows, "Tidak ada yang dibuat."])


def _option(field: str) -> str:
    known = {name for name, _, _ in _OPTIONS}
    return f"--{field.replace('_', '-')}: " if field in known else ""


# Writing ------------------------------------------------------------------------------------------------------------


def _write(folder: Path, done: "Hasil", bacaan: "Bacaan | None", comments: Mapping[str, str], pada: date) -> None:
    from probis.cli import _confirm
    from probis.cli._hints import heads
    from probis.interchange import yaml
    from probis.model import Tingkat

    assert done.model is not None
    before = heads(comments)
    parts = before | yaml.write(done.model, bacaan.naskah if bacaan else (), before)
    found = find(yaml.read(parts), pada)
    errors = [one for one in found if one.tingkat is Tingkat.GALAT and not one.dikecualikan]
    listed = {_confirm.FILE: _confirm.page(done.model, done.konfirmasi, errors, pada)}
    appear(folder, parts | listed)
    for line in _confirm.lines(done.konfirmasi, errors):
        print(line)
    print(f"{len(parts)} berkas peta dibuat di {folder}. Daftar lengkapnya: {folder / _confirm.FILE}")
    print(f"Lanjutkan dengan `probis periksa {folder}`.")
