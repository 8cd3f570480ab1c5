"""Read an existing decree: what it says, what contradicts itself, and a draft folder made from it."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from probis.cli._folder import day_argument, judged_on
from probis.cli._stop import Stop
from probis.cli._write import appear, write_all, write_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from probis.model import Naskah
    from probis.reading.quotations import Quoted
    from probis.reading.report import Laporan

SUMMARY = "Baca naskah keputusan yang ada: apa isinya, apa yang bertentangan, dan rancangan petanya."
FORMATS = ("teks", "html", "json")
_ROUNDS = 4


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare NASKAH, --ke, --format, --laporan, --lanjut, --terima-semua, --timpa and --pada."""
    parser.add_argument("naskah", metavar="NASKAH", type=Path, help="berkas keputusan: .txt, .md, .docx, atau .pdf")
    parser.add_argument("--ke", metavar="FOLDER", type=Path, help="buat rancangan petanya di folder ini")
    parser.add_argument("--format", choices=FORMATS, default="teks", help="bentuk laporan (teks)")
    parser.add_argument("--laporan", metavar="BERKAS", type=Path, help="tulis laporan ke berkas ini (layar)")
    parser.add_argument("--lanjut", action="store_true", help="putuskan usul yang masih terbuka, satu demi satu")
    parser.add_argument(
        "--terima-semua",
        metavar="SKOR",
        type=_score,
        help="terima pilihan terbaik setiap usul yang skornya paling sedikit sekian (0–100)",
    )
    parser.add_argument("--timpa", action="store_true", help="baca ulang walaupun hasil lama sudah diubah")
    day_argument(parser)


def _score(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 100):
        raise argparse.ArgumentTypeError(f"“{text}” bukan skor; tulis angka 0 sampai 100")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Print the report and write the draft; 0 fine, 1 contradictions of error level, 2 not readable or writable."""
    from probis.reading.draft import draft
    from probis.reading.report import report

    if options.ke is None and (options.lanjut or options.terima_semua is not None):
        raise Stop("Sebut foldernya dengan --ke: putusan disimpan di sana.")
    quoted = _read(options.naskah)
    before = _before(options.ke, timpa=options.timpa) if options.ke is not None else None
    tahun = judged_on(options).year
    laporan = report(quoted, draft(quoted.naskah, before, tahun, quoted.document))
    laporan = _decided(options, quoted, laporan, tahun)
    _say(options, laporan)
    if options.ke is not None:
        _write(options.ke, laporan)
        open_ = len(laporan.usul_terbuka)
        if options.format == "teks" and not options.laporan:
            rest = f" {open_} usul masih terbuka: lanjutkan dengan --lanjut." if open_ else ""
            print(f"\nRancangan ditulis di {options.ke}.{rest}")
    return 1 if laporan.ada_galat else 0


def _read(path: Path) -> "Quoted":
    from probis.reading.document import MOST_BYTES, Unreadable
    from probis.reading.quotations import quoted
    from probis.store.apart import read_apart

    try:
        if not path.is_file():
            raise Stop(f"{path}: berkas ini tidak ada.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        raise Stop(f"{path}: berkas ini tidak dapat dibaca. Periksa izinnya.") from None
    try:
        return quoted(read_apart(path.name, data))
    except Unreadable as error:
        raise Stop(f"{path}: {error}") from None


def _before(folder: Path, *, timpa: bool) -> "Naskah | None":
    """Return the text with its decisions as an earlier reading kept them; None where the folder is still free."""
    from probis.cli._folder import parts_of
    from probis.cli._report import lines
    from probis.interchange import yaml
    from probis.store.drafted import digest

    try:
        free = not any(folder.iterdir()) if folder.is_dir() else not (folder.exists() or folder.is_symlink())
    except OSError:
        raise Stop(f"{folder}: folder ini tidak dapat dibaca. Periksa izinnya.") from None
    if free:
        return None
    made = _made(folder)
    parts = parts_of(folder)
    changed = [name for name in made if name != "naskah.yaml" and digest(parts.get(name, b"")) != made[name]]
    changed += [name for name in parts if name not in made]
    if changed and not timpa:
        raise Stop(
            f"{folder}: sudah diubah sesudah dibaca ({', '.join(sorted(changed)[:5])}). Membaca lagi akan menimpanya; "
            "sebut folder lain, atau pakai --timpa."
        )
    bacaan = yaml.read(parts)
    if bacaan.nilai is None:
        raise Stop("\n".join(lines(bacaan.temuan, str(folder))) + "\nPerbaiki dahulu. Tidak ada yang ditulis.")
    return bacaan.naskah[0] if bacaan.naskah else None


def _made(folder: Path) -> "Mapping[str, str]":
    from probis.store.drafted import MARK

    try:
        held = json.loads((folder / MARK).read_text(encoding="utf-8"))["berkas"]
        return {name: str(held[name]) for name in held if isinstance(name, str) and name.endswith(".yaml")}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise Stop(
            f"{folder} sudah berisi dan bukan hasil `probis baca`. Sebut nama folder lain; Probis tidak menimpa yang "
            "sudah ada."
        ) from None


def _decided(options: argparse.Namespace, quoted: "Quoted", laporan: "Laporan", tahun: int) -> "Laporan":
    """Take decisions on what is open, by score or by asking, until nothing new comes up."""
    from probis.cli._reading import decide
    from probis.reading.draft import draft
    from probis.reading.report import report

    skipped: set[str] = set()
    for _ in range(_ROUNDS):
        made: dict[str, tuple[str, str]] = {}
        open_ = [usul for usul in laporan.usul_terbuka if usul.id not in skipped]
        for usul in open_:
            best = usul.terbaik
            if options.terima_semua is not None and best is not None and best.skor >= max(1, options.terima_semua):
                made[usul.id] = (best.kunci, "")
        asked = [usul for usul in open_ if usul.id not in made] if options.lanjut else []
        for number, usul in enumerate(asked, 1):
            try:
                answer = decide(usul, laporan, number, len(asked))
            except Stop:  # no more answers: those that were given hold
                skipped.update(each.id for each in asked)
                print()
                break
            skipped.add(usul.id)
            if answer[0]:
                made[usul.id] = answer
        if not made:
            return laporan
        naskah = laporan.rancangan.naskah
        usul_made = tuple(
            u.model_copy(update=dict(zip(("putusan", "isian"), made[u.id], strict=True))) if u.id in made else u
            for u in naskah.usul
        )
        before = naskah.model_copy(update={"usul": usul_made})
        laporan = report(quoted, draft(quoted.naskah, before, tahun, quoted.document))
    return laporan


def _say(options: argparse.Namespace, laporan: "Laporan") -> None:
    match options.format:
        case "json":
            from probis.reading.report import rows

            said = json.dumps(rows(laporan), ensure_ascii=False, indent=2)
        case "html":
            from probis.cli._reading_page import page

            said = page(laporan)
        case _:
            from probis.cli._reading import lines

            said = "\n".join(lines(laporan))
    if options.laporan:
        write_file(options.laporan, f"{said}\n".encode("utf-8", "replace"))
        print(options.laporan)
    else:
        print(said)


def _write(folder: Path, laporan: "Laporan") -> None:
    """Write the draft: a new folder appears whole; in one made before only its own files change."""
    from probis.store.drafted import TooBig, files
    from probis.store.folder import FolderError, write_folder

    try:
        parts, beside = files(laporan.rancangan)
    except TooBig as reason:
        raise Stop(f"{reason} Tidak ada yang dibuat.") from None
    if not folder.is_dir() or not any(folder.iterdir()):
        appear(folder, {**parts, **beside})
        return
    try:
        write_folder(folder, parts)
        for name in _made(folder):
            if name not in parts:
                (folder / name).unlink(missing_ok=True)
    except FolderError as error:
        raise Stop(str(error)) from None
    except OSError:
        raise Stop(f"{folder}: folder ini tidak dapat ditulisi. Periksa izinnya.") from None
    write_all(folder, beside)
