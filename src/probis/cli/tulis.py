"""Write a document of a model as PDF, DOCX, XLSX or HTML, or list what can be written."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from probis.cli._ahead import collect_less, drawn_ahead, forking
from probis.cli._folder import day_argument, drifted, emblem_of, folder_argument, judged_on, read_model
from probis.cli._stop import Stop
from probis.cli._write import write_file

if TYPE_CHECKING:
    from probis.documents import Document
    from probis.model import Bacaan, PetaProsesBisnis, Temuan

SUMMARY = "Tulis dokumen dari model, misalnya keputusan."
FORMATS = ("pdf", "docx", "xlsx", "html")
STATES = ("rancangan", "ditetapkan", "salinan")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER, NAMA, --id, --format, --keadaan, --banding, --ke, --daftar and --pada."""
    folder_argument(parser)
    parser.add_argument("nama", metavar="NAMA", nargs="?", help="nama dokumen, misalnya keputusan")
    parser.add_argument("--id", help="id unsur yang didokumenkan, bila dokumennya per unsur")
    parser.add_argument(
        "--format", choices=FORMATS, help="bentuk berkas (akhiran --ke, jika tidak bentuk pertama dokumen itu)"
    )
    parser.add_argument(
        "--keadaan",
        choices=STATES,
        help="keadaan naskah dinas (ditetapkan bila bernomor dan bertanggal, jika tidak rancangan)",
    )
    parser.add_argument("--banding", type=Path, metavar="FOLDER", help="versi lama, untuk dokumen yang membandingkan")
    parser.add_argument("--ke", type=Path, metavar="BERKAS", help="berkas tujuan (NAMA.pdf di folder ini)")
    parser.add_argument("--daftar", action="store_true", help="sebutkan dokumen yang dapat ditulis, bentuk, dan id-nya")
    day_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Write the document and say its name."""
    from probis.cli._report import lines
    from probis.documents import Keadaan, NotWritable, all_documents, document, volumes, writer
    from probis.paper.render import has_pages, rendered

    found = document(options.nama) if options.nama else None
    if options.nama and found is None:
        raise Stop(f"Dokumen “{options.nama}” tidak ada. Pilih: {', '.join(d.slug for d in all_documents())}.")
    if options.daftar or found is None:
        _, model = read_model(options.folder)
        for known in (found,) if found else all_documents():
            print(f"{known.slug}\t{', '.join(known.formats)}\t{known.title}: {known.summary}")
            for key, name in subjects(model, known):
                print(f"\t--id {key}\t{name}")
        return 0
    collect_less()
    form = _form(options, found)
    if form not in found.formats:
        raise Stop(f"{found.title} tidak ditulis sebagai {form.upper()}. Pilih: {', '.join(found.formats)}.")
    bacaan, model = read_model(options.folder)
    if options.id is not None and found.subject != "instansi" and options.id not in dict(subjects(model, found)):
        raise Stop(f"“{options.id}” tidak ada untuk {found.title}. Lihat pilihannya dengan --daftar.")
    target = options.ke or Path(f"{found.slug}{f'--{options.id}' if options.id else ''}.{form}")
    if has_pages(form) and volumes(found.slug, model, judged_on(options)):
        return _in_volumes(options, bacaan, model, found, target, form)
    write = writer(found.slug)
    try:
        with drawn_ahead(model, found.maps, form, options.id if found.subject == "lintas-fungsi" else None) as coming:
            paper = write(
                model,
                options.id,
                pada=judged_on(options),
                drawings=coming.drawings,
                keadaan=Keadaan(options.keadaan) if options.keadaan else None,
                lama=_older(options, found),
                lambang=emblem_of(options.folder, model) if found.emblem else None,
            )
            unkept = coming.unkept()
    except NotWritable as reason:
        raise Stop(str(reason)) from None
    write_file(target, rendered(paper, form))
    print(target)
    for line in lines(t for t in drifted(unkept, bacaan, judged_on(options)) if not t.dikecualikan):
        print(line, file=sys.stderr)
    return 0


def _form(options: argparse.Namespace, found: "Document") -> str:
    """Return the format asked for, else the suffix of the file to write, else the document's first; both must agree."""
    suffix = options.ke.suffix.removeprefix(".").casefold() if options.ke is not None else ""
    if options.format and suffix in FORMATS and suffix != options.format:
        raise Stop(f"“{options.ke}” berakhiran .{suffix}, padahal --format {options.format}. Samakan salah satunya.")
    if suffix and not options.format and suffix not in FORMATS:
        raise Stop(
            f"Dokumen tidak ditulis sebagai .{suffix}. Beri “{options.ke}” akhiran {', '.join(found.formats)}, "
            "atau sebut bentuknya dengan --format."
        )
    return options.format or suffix or found.formats[0]


def _in_volumes(
    options: argparse.Namespace,
    bacaan: "Bacaan",
    model: "PetaProsesBisnis",
    found: "Document",
    target: Path,
    form: str,
) -> int:
    """Write each volume of a large document beside the others and say their names."""
    from probis.cli import _volumes
    from probis.cli._report import lines
    from probis.documents import NO_DRAWINGS

    more: dict[str, Any] = {"pada": judged_on(options)}
    if found.emblem:
        more["lambang"] = emblem_of(options.folder, model)
    unkept: list[Temuan] = []
    names: list[tuple[int, Path]] = []
    for volume, made in _volumes.written(forking(), found.slug, form, model, lambda _: NO_DRAWINGS, **more):
        path = target.with_name(f"{target.stem}--jilid-{volume.number}{target.suffix}")
        write_file(path, made.data)
        names.append((volume.number, path))
        unkept += made.unkept
    for _, path in sorted(names):
        print(path)
    for line in lines(t for t in drifted(unkept, bacaan, judged_on(options)) if not t.dikecualikan):
        print(line, file=sys.stderr)
    return 0


def _older(options: argparse.Namespace, found: "Document") -> "PetaProsesBisnis | None":
    """Read the older version that a document compares with; raises Stop where it is lacking, or given for nothing."""
    if found.compares:
        if options.banding is None:
            raise Stop(f"{found.title} memerlukan --banding dengan folder versi lama.")
        return read_model(options.banding)[1]
    if options.banding is not None and found.trend:
        return read_model(options.banding)[1]
    if options.banding is not None:
        raise Stop(f"{found.title} tidak membandingkan versi; --banding tidak berlaku.")
    return None


def subjects(model: "PetaProsesBisnis", known: "Document") -> tuple[tuple[str, str], ...]:
    """What a document of one element can be about: id and name; empty where it is about the body."""
    match known.subject:
        case "proses":
            return tuple((p.id, f"{model.kode(p.id)} {model.sebutan(p.id)}".strip()) for p in model.pohon())
        case "lintas-fungsi":
            return tuple(
                (peta.id, f"{model.kode(peta.proses)} {model.sebutan(peta.proses)}".strip())
                for peta in model.lintas_fungsi
            )
        case _:
            return ()
