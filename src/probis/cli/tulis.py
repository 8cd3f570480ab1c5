"""Write a document of a model: the decree as PDF, or as HTML to look at."""

import argparse
from pathlib import Path

from probis.cli._folder import day_argument, folder_argument, judged_on, read_model
from probis.cli._stop import Stop
from probis.cli._write import write_file

SUMMARY = "Tulis dokumen dari model, misalnya keputusan."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER, NAMA, --id, --format, --ke, --daftar and --pada."""
    folder_argument(parser)
    parser.add_argument("nama", metavar="NAMA", nargs="?", help="nama dokumen, misalnya keputusan")
    parser.add_argument("--id", help="id unsur yang didokumenkan, bila dokumennya per unsur")
    parser.add_argument("--format", choices=("pdf", "html"), default="pdf", help="bentuk berkas (pdf)")
    parser.add_argument("--ke", type=Path, metavar="BERKAS", help="berkas tujuan (NAMA.pdf di folder ini)")
    parser.add_argument("--daftar", action="store_true", help="sebutkan dokumen yang dapat ditulis")
    day_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Write the document and say its name."""
    from probis.documents import all_documents, document, writer

    if options.daftar or options.nama is None:
        for known in all_documents():
            print(f"{known.slug}\t{known.title}: {known.summary}")
        return 0
    found = document(options.nama)
    if found is None:
        raise Stop(f"Dokumen “{options.nama}” tidak ada. Pilih: {', '.join(d.slug for d in all_documents())}.")
    _, model = read_model(options.folder)
    paper = writer(found.slug)(model, options.id, pada=judged_on(options))
    if options.format == "pdf":
        from probis.paper.render.pdf import render

        data = render(paper)
    else:
        from probis.paper.render.html import page

        data = page(paper).encode()
    target = options.ke or Path(f"{found.slug}.{options.format}")
    write_file(target, data)
    print(target)
    return 0
