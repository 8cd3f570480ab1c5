"""Carry a unit over to its successors in all files: what is touched, what is left to decide, the lines written."""

import argparse
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from probis.cli._folder import day_argument, find, folder_argument, judged_on, parts_of, read_model
from probis.cli._stop import Stop

if TYPE_CHECKING:
    from datetime import date

    from probis.edits import Hasil, Konfirmasi
    from probis.model import Bacaan, Naskah, PetaProsesBisnis, Temuan

SUMMARY = "Alihkan unit yang berganti nama, digabung, dipecah, atau menjadi jabatan fungsional, di semua peta."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER, --dari, --ke, --nama, --singkat, --fungsional, --bagi, --ya and --pada."""
    folder_argument(parser)
    parser.add_argument("--dari", nargs="+", required=True, metavar="ID", help="id unit yang lama")
    parser.add_argument("--ke", nargs="+", required=True, metavar="ID", help="id unit penggantinya, lama atau baru")
    parser.add_argument("--nama", nargs="+", default=[], metavar="NAMA", help="nama tujuan, seurut --ke")
    parser.add_argument("--singkat", nargs="+", default=[], metavar="NAMA", help="nama singkatnya, seurut --ke")
    parser.add_argument("--fungsional", action="store_true", help="unit itu menjadi jabatan fungsional")
    parser.add_argument(
        "--bagi",
        nargs="+",
        default=[],
        metavar="BAGIAN=ID",
        help="pada pemecahan: peta, proses, atau alamat milik siapa",
    )
    parser.add_argument("--ya", action="store_true", help="tulis tanpa bertanya lagi")
    day_argument(parser)


def run(options: argparse.Namespace) -> int:
    """Show what is touched and what is left to decide, ask, and write; 1 where the result has new errors."""
    from probis.cli._mend import agreed, write
    from probis.interchange import yaml
    from probis.interchange.yaml.patch import Unpatchable
    from probis.interchange.yaml.patch_folder import patched_folder

    bacaan, model = read_model(options.folder)
    pada = judged_on(options)
    done, naskah = _done(options, bacaan, model, pada)
    assert done.model is not None
    files = parts_of(options.folder)
    try:
        changed = patched_folder(files, bacaan, done.model, naskah)
    except Unpatchable as reason:
        place = f"{reason.tempat}: " if reason.tempat else ""
        raise Stop(f"{place}{reason.pesan} Jalankan `probis rapikan {options.folder}`, lalu ulangi.") from None
    after = yaml.read({**files, **changed})
    for path, data in changed.items():
        told = list(_lines(files.get(path, b"").decode(), data.decode()))
        print(f"{path} ({len(told)} baris)")
        for line in told:
            print(f"  {line}")
    for line in _decisions(done.konfirmasi, after):
        print(line)
    worse = _new(find(bacaan, pada), find(after, pada))
    if worse:
        print(f"Galat baru ({len(worse)})")
        for temuan in worse:
            print(f"  {temuan.tempat or temuan.alamat}: {temuan.pesan} {temuan.saran} [{temuan.aturan}]")
    if not changed:
        print("Tidak ada yang perlu diubah.")
        return 0
    if not options.ya and not agreed(f"Tulis {len(changed)} berkas?", "--ya"):
        print("Tidak ada yang diubah.")
        return 0
    write(options, files, changed)
    print(f"{len(changed)} berkas ditulis; {len(done.konfirmasi)} hal perlu diputuskan.")
    return 1 if worse else 0


def _done(
    options: argparse.Namespace, bacaan: "Bacaan", model: "PetaProsesBisnis", pada: "date"
) -> "tuple[Hasil, tuple[Naskah, ...]]":
    """The edit done, and the texts beside the map with their addresses carried over."""
    from probis.edits import find_edit
    from probis.edits.alih_unit import Isian, moved

    given: dict[str, Any] = {
        "dari": options.dari,
        "ke": options.ke,
        "nama": _named(options.ke, options.nama, "--nama"),
        "singkat": _named(options.ke, options.singkat, "--singkat"),
        "fungsional": options.fungsional,
        "bagi": dict(_split(one) for one in options.bagi),
    }
    done = find_edit("alih-unit").run(model, given, pada)
    if done.model is None:
        raise Stop("\n".join([*(f"{one.pesan} {one.saran}".strip() for one in done.temuan), "Tidak ada yang diubah."]))
    addresses = moved(model, Isian.model_validate(given))
    naskah = tuple(
        one.model_copy(
            update={
                "kutipan": tuple(
                    said.model_copy(update={"tentang": addresses.get(said.tentang, said.tentang)})
                    for said in one.kutipan
                )
            }
        )
        for one in bacaan.naskah
    )
    return done, naskah


def _named(ids: list[str], names: list[str], option: str) -> dict[str, str]:
    if len(names) > len(ids):
        raise Stop(f"{option} menyebut {len(names)} nama untuk {len(ids)} tujuan pada --ke. Tidak ada yang diubah.")
    return {id_: name for id_, name in zip(ids, names, strict=False) if name.strip()}


def _split(text: str) -> tuple[str, str]:
    part, found, target = text.partition("=")
    if not found:
        raise Stop(f"--bagi “{text}” ditulis BAGIAN=ID, misalnya penyusunan-sop=tata-kelola. Tidak ada yang diubah.")
    return part.strip(), target.strip()


def _lines(before: str, after: str) -> Iterator[str]:
    """A line for each line that is changed, new or gone, with its number in the new file; where gone, in the old."""
    old, new = before.splitlines(), after.splitlines()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        both = min(i2 - i1, j2 - j1)
        for n in range(both):
            yield f"{j1 + n + 1}: {old[i1 + n].strip()} → {new[j1 + n].strip()}"
        yield from (f"{i1 + n + 1}: {old[i1 + n].strip()} → dihapus" for n in range(both, i2 - i1))
        yield from (f"{j1 + n + 1}: baru: {new[j1 + n].strip()}" for n in range(both, j2 - j1))


def _decisions(konfirmasi: "tuple[Konfirmasi, ...]", after: "Bacaan") -> Iterator[str]:
    """What a person must decide, by reason, each with its places in the files as they will be."""
    grouped: dict[str, list[str]] = {}
    for one in konfirmasi:
        tempat = after.cari_tempat(one.alamat, one.bidang)
        named = f"{one.alamat}#{one.bidang}" if one.bidang else one.alamat
        grouped.setdefault(one.alasan, []).append(f"{tempat} ({named})" if tempat else named)
    if grouped:
        yield f"Perlu diputuskan ({len(konfirmasi)})"
    for why, places in grouped.items():
        yield f"  {why}"
        yield from (f"    {place}" for place in places)


def _new(before: "tuple[Temuan, ...]", after: "tuple[Temuan, ...]") -> "list[Temuan]":
    """Errors that were not there before, by rule and sentence: addresses may have changed with the unit."""
    from probis.model import Tingkat

    known: Mapping[tuple[str, str], bool] = {(one.aturan, one.pesan): True for one in before if not one.dikecualikan}
    return [
        one
        for one in after
        if one.tingkat is Tingkat.GALAT and not one.dikecualikan and (one.aturan, one.pesan) not in known
    ]
