"""The register of SOPs: which maps have one, which are stale; record that one was set or evaluated."""

import argparse
from typing import TYPE_CHECKING, Any

from probis.cli._folder import day, day_argument, folder_argument, judged_on, read_model
from probis.cli._stop import Stop

if TYPE_CHECKING:
    from datetime import date

    from probis.model import PetaProsesBisnis

SUMMARY = "Tampilkan register SOP, atau catat SOP yang ditetapkan atau dievaluasi."
_SETTING = ("nomor", "jabatan", "pejabat")
_JUDGING = ("penerapan", "hasil", "oleh", "efisiensi")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER, what is recorded, and its particulars."""
    folder_argument(parser)
    record = parser.add_mutually_exclusive_group()
    record.add_argument("--tetapkan", metavar="ID", help="catat bahwa SOP lintas fungsi ini ditetapkan")
    record.add_argument("--evaluasi", metavar="ID", help="catat evaluasi atas SOP lintas fungsi ini")
    parser.add_argument("--nomor", metavar="NOMOR", help="nomor SOP yang ditetapkan (nomor yang tercatat)")
    parser.add_argument("--tanggal", type=day, metavar="TANGGAL", help="hari penetapan atau evaluasi (hari ini)")
    parser.add_argument("--jabatan", metavar="JABATAN", help="jabatan yang mengesahkan")
    parser.add_argument("--pejabat", metavar="NAMA", help="nama pejabatnya")
    parser.add_argument("--penerapan", choices=("seluruhnya", "sebagian", "belum"), help="sejauh mana SOP dijalankan")
    parser.add_argument("--efisiensi", action="store_true", help="evaluasinya juga menilai efisiensi dan efektivitas")
    parser.add_argument("--hasil", metavar="TEKS", help="hasil evaluasi")
    parser.add_argument("--oleh", metavar="NAMA", help="yang mengevaluasi")
    day_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Print the register, or write what is recorded into sop.yaml."""
    for flag, idle in (("tetapkan", _JUDGING), ("evaluasi", _SETTING)):
        other = [f"--{name}" for name in idle if getattr(options, name)]
        if getattr(options, flag) and other:
            raise Stop(f"{', '.join(other)} tidak dipakai bersama --{flag}.")
    if options.tetapkan:
        return _record(options, "tetapkan-sop", options.tetapkan, _SETTING)
    if options.evaluasi:
        return _record(options, "evaluasi-sop", options.evaluasi, _JUDGING)
    alone = [f"--{name}" for name in (*_SETTING, *_JUDGING, "tanggal") if getattr(options, name)]
    if alone:
        raise Stop(f"{', '.join(alone)} perlu --tetapkan ID atau --evaluasi ID.")
    _, model = read_model(options.folder)
    return _list(model, judged_on(options))


def _list(model: "PetaProsesBisnis", pada: "date") -> int:
    from probis.analysis import find_analysis
    from probis.model import Sop

    table = find_analysis("register-sop").analyse(model, pada)
    keys = ("kode", "lintas_fungsi", "nomor", "efektif", "revisi", "status", "peta")
    for row in table.rows:
        said = dict(zip((column.key for column in table.columns), table.texts(row), strict=True))
        sop = model.cari(row.alamat)
        id_ = sop.lintas_fungsi if isinstance(sop, Sop) else row.alamat.rpartition("/")[2]
        print("\t".join((id_, *(said[key] for key in keys))))
    for note in table.notes:
        print(note)
    return 0


def _record(options: argparse.Namespace, slug: str, id_: str, names: tuple[str, ...]) -> int:
    from probis.edits import find_edit
    from probis.interchange import yaml
    from probis.store.folder import FolderError, read_folder, write_folder

    bacaan, model = read_model(options.folder)
    given: dict[str, Any] = {name: value for name in names if (value := getattr(options, name))}
    given |= {"lintas_fungsi": id_, "tanggal": options.tanggal or judged_on(options)}
    done = find_edit(slug).run(model, given, judged_on(options))
    if done.model is None:
        raise Stop("\n".join([*(f"{one.pesan} {one.saran}".strip() for one in done.temuan), "Tidak ada yang diubah."]))
    before = read_folder(options.folder)
    after = yaml.write(done.model, bacaan.naskah, before)
    try:
        write_folder(options.folder, {"sop.yaml": after["sop.yaml"]})
    except FolderError as error:
        raise Stop(str(error)) from None
    print(f"{options.folder / 'sop.yaml'}: SOP lintas fungsi “{id_}” tercatat.")
    return 0
