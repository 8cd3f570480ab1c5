"""Draw one map, or all maps of a kind, as SVG, PNG or PDF, for the screen or on paper, bare or with an overlay."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from probis.cli._folder import day_argument, drifted, find, folder_argument, judged_on, read_model
from probis.cli._stop import Stop
from probis.cli._write import write_all

if TYPE_CHECKING:
    from probis.maps import Given, LapisModule
    from probis.model import Bacaan, PetaProsesBisnis, Temuan

SUMMARY = "Gambar peta: SVG, PNG, atau PDF, untuk layar atau kertas."
SIMBOL = ("bagan_alir", "bpmn")
UKURAN = ("A4", "A3", "A2", "A1")
LAPIS = ("temuan", "perbedaan", "usulan", "waktu", "jalan")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER, JENIS, --id, form and medium, legend and symbols, the overlays and what they need, and --ke."""
    folder_argument(parser)
    parser.add_argument("jenis", metavar="JENIS", nargs="?", help="jenis peta, misalnya peta-proses (semua)")
    parser.add_argument("--id", help="id proses atau peta lintas fungsi yang digambar (semua)")
    parser.add_argument("--format", choices=("svg", "png", "pdf"), default="svg", help="bentuk berkas (svg)")
    parser.add_argument("--media", choices=("layar", "kertas"), default=None, help="layar, atau kertas menurut profil")
    parser.add_argument("--ukuran", choices=UKURAN, help="lembar dinding: peta utuh, diperbesar sampai memenuhi lembar")
    parser.add_argument("--legenda", choices=("ya", "tidak"), default="ya", help="arti simbol di bawah gambar (ya)")
    parser.add_argument("--simbol", choices=SIMBOL, default=None, help="simbol peta lintas fungsi (menurut profil)")
    parser.add_argument("--lapis", choices=LAPIS, default=None, help="tandai pada gambar; daftarnya mengganti legenda")
    parser.add_argument("--banding", type=Path, metavar="FOLDER", help="versi lama, untuk --lapis perbedaan")
    parser.add_argument(
        "--waktu", type=Path, metavar="BERKAS", help="waktu terukur (CSV: alamat, waktu), untuk --lapis waktu"
    )
    parser.add_argument(
        "--jalan", metavar="ID,ID", help="simpul yang dilalui, untuk --lapis jalan; jalan terpendek (jalan terlama)"
    )
    day_argument(parser)
    parser.add_argument("--ke", type=Path, default=Path(), metavar="FOLDER", help="folder tujuan (folder ini)")
    parser.add_argument("--daftar", action="store_true", help="sebutkan peta yang dapat digambar")


def run(options: argparse.Namespace) -> int:
    """Write the pictures and say their names."""
    from probis.cli import _pictures
    from probis.cli._report import lines
    from probis.drawing.sheet import without_legend
    from probis.maps import NoWay, all_maps, find_overlay, in_notation, on_wall, overlaid
    from probis.model import Simbol

    bacaan, model = read_model(options.folder)
    model = in_notation(model, Simbol(options.simbol) if options.simbol else None)
    lapis = find_overlay(options.lapis) if options.lapis else None
    kinds = [kind for kind in all_maps() if options.jenis in (None, kind.slug)]
    if not kinds:
        raise Stop(f"Jenis peta “{options.jenis}” tidak ada. Pilih: {', '.join(kind.slug for kind in all_maps())}.")
    if lapis is not None:
        kinds = [kind for kind in kinds if kind.kind.subject in lapis.lapis.subjects]
        if not kinds:
            raise Stop(f"Lapis {options.lapis} tidak berlaku untuk {options.jenis}.")
    wanted = [(kind, subject) for kind in kinds for subject in kind.subjects(model) if options.id in (None, subject.id)]
    if not wanted:
        what = f"“{options.id}”" if options.id else "apa pun"
        raise Stop(f"Tidak ada peta untuk {what}. Lihat daftarnya dengan --daftar.")
    if options.daftar:
        for kind, subject in wanted:
            print(f"{kind.slug}\t{subject.id or '-'}\t{subject.title}")
        return 0
    media = options.media or ("kertas" if options.format == "pdf" else "layar")
    if options.ukuran and options.media == "layar":
        raise Stop("--ukuran hanya berlaku untuk kertas.")
    if options.ukuran and lapis is not None:
        raise Stop("--ukuran tidak berlaku bersama --lapis.")
    medium = _pictures.medium(model, media)
    given = _given(options, bacaan, model, lapis)
    files: dict[str, bytes] = {}
    unkept: list[Temuan] = []
    for kind, subject in wanted:
        unkept += kind.unkept(model, subject.id, medium)
        stem = _pictures.stem(kind, subject.id)
        if lapis is not None:
            try:
                scenes, _ = overlaid(lapis, given, kind, subject.id, medium, listed=options.legenda == "ya")
            except NoWay as error:
                raise Stop(str(error)) from None
            stem = f"{stem}--{lapis.slug}"
        else:
            scenes = (
                on_wall(kind, model, subject.id, options.ukuran)
                if options.ukuran
                else kind.draw(model, subject.id, medium)
            )
            stem += f"--{options.ukuran.lower()}" if options.ukuran else ""
            if options.legenda == "tidak":
                scenes = tuple(without_legend(scene, medium) for scene in scenes)
        files |= _pictures.pictures(scenes, stem, options.format)
    write_all(options.ke, files)
    for name in sorted(files):
        print(options.ke / name)
    for line in lines(t for t in drifted(unkept, bacaan, judged_on(options)) if not t.dikecualikan):
        print(line, file=sys.stderr)
    return 0


def _given(
    options: argparse.Namespace, bacaan: "Bacaan", model: "PetaProsesBisnis", lapis: "LapisModule | None"
) -> "Given":
    """Read what the overlay needs; raises Stop where it is not given, or given for another overlay."""
    from probis.cli._measured import measured
    from probis.maps import Given, in_notation

    slug = lapis.slug if lapis is not None else ""
    for option, of, needed in (("banding", "perbedaan", True), ("waktu", "waktu", True), ("jalan", "jalan", False)):
        value = getattr(options, option)
        if value is not None and slug != of:
            raise Stop(f"--{option} hanya berlaku bersama --lapis {of}.")
        if value is None and needed and slug == of:
            what = "folder versi lama" if option == "banding" else "berkas waktu terukur"
            raise Stop(f"--lapis {of} memerlukan --{option} dengan {what}.")
    pada = judged_on(options)
    steps = tuple(filter(None, (each.strip() for each in (options.jalan or "").split(","))))
    if options.jalan is not None and not (steps and options.id):
        raise Stop("--jalan memerlukan --id peta lintas fungsi dan sedikitnya satu id simpul, misalnya --jalan a,b.")
    return Given(
        model,
        temuan=find(bacaan, pada) if slug == "temuan" else (),
        lama=in_notation(read_model(options.banding)[1], model.instansi.profil.simbol) if options.banding else None,
        waktu=measured(options.waktu, model) if options.waktu else (),
        langkah=steps,
        pada=pada,
    )
