"""Draw one map, or all maps of a kind, as SVG, PNG or PDF, for the screen or on paper."""

import argparse
from pathlib import Path

from probis.cli._folder import folder_argument, read_model
from probis.cli._stop import Stop
from probis.cli._write import write_all

SUMMARY = "Gambar peta: SVG, PNG, atau PDF, untuk layar atau kertas."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER, JENIS, --id, --format, --media and --ke."""
    folder_argument(parser)
    parser.add_argument("jenis", metavar="JENIS", nargs="?", help="jenis peta, misalnya peta-proses (semua)")
    parser.add_argument("--id", help="id proses atau peta lintas fungsi yang digambar (semua)")
    parser.add_argument("--format", choices=("svg", "png", "pdf"), default="svg", help="bentuk berkas (svg)")
    parser.add_argument("--media", choices=("layar", "kertas"), default=None, help="layar, atau kertas menurut profil")
    parser.add_argument("--ke", type=Path, default=Path(), metavar="FOLDER", help="folder tujuan (folder ini)")
    parser.add_argument("--daftar", action="store_true", help="sebutkan peta yang dapat digambar")


def run(options: argparse.Namespace) -> int:
    """Write the pictures and say their names."""
    from probis.cli import _pictures
    from probis.maps import all_maps

    _, model = read_model(options.folder)
    kinds = [kind for kind in all_maps() if options.jenis in (None, kind.slug)]
    if not kinds:
        raise Stop(f"Jenis peta “{options.jenis}” tidak ada. Pilih: {', '.join(kind.slug for kind in all_maps())}.")
    wanted = [(kind, subject) for kind in kinds for subject in kind.subjects(model) if options.id in (None, subject.id)]
    if not wanted:
        what = f"“{options.id}”" if options.id else "apa pun"
        raise Stop(f"Tidak ada peta untuk {what}. Lihat daftarnya dengan --daftar.")
    if options.daftar:
        for kind, subject in wanted:
            print(f"{kind.slug}\t{subject.id or '-'}\t{subject.title}")
        return 0
    media = options.media or ("kertas" if options.format == "pdf" else "layar")
    medium = _pictures.medium(model, media)
    files: dict[str, bytes] = {}
    for kind, subject in wanted:
        scenes = kind.draw(model, subject.id, medium)
        files |= _pictures.pictures(scenes, _pictures.stem(kind, subject.id), options.format)
    write_all(options.ke, files)
    for name in sorted(files):
        print(options.ke / name)
    return 0
