"""A filled-in confirmation sheet to its answers, each with its cell; what does not fit is said, not lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from probis.documents.lembar_konfirmasi import KEPALA, KOTAK, TANDA, Baris, fingerprint, rows
from probis.interchange import _workbook
from probis.interchange._workbook import Lembar, NotAWorkbook, cell_name
from probis.model import LintasFungsi, PetaProsesBisnis

__all__ = ["Jawaban", "NotAWorkbook", "answers"]

_IDENTITY = re.compile(rf"{TANDA} ([a-z0-9-]+)/([a-z0-9-]+), sidik ([0-9a-f]{{8}})")
_YES = frozenset(("ya", "y", "benar", "betul", "✓", "✔", "☑", "√", "v"))
_NO = frozenset(("tidak", "t", "salah", "keliru", "bukan"))
_OPEN = frozenset(("", KOTAK, "☐", "-", "–"))
_LONGEST = 2000


@dataclass(slots=True)
class Jawaban:
    """Jawaban (answers) of a sheet by code: what is right, what is corrected, and the cells that say neither.

    `tertinggal` are sentences with their cell about answers that were not taken; `tempat` is the cell of each code.
    """

    benar: list[str] = field(default_factory=list)
    perbaikan: dict[str, str] = field(default_factory=dict)
    tertinggal: list[str] = field(default_factory=list)
    tempat: dict[str, str] = field(default_factory=dict)


def answers(data: bytes, model: PetaProsesBisnis, peta: LintasFungsi) -> Jawaban:
    """Return what the sheet answers about `peta`; raises NotAWorkbook for what is no sheet of this map.

    A row that says something else than the map by now is not taken: the answer was given to another question.
    """
    for sheet in _workbook.read(data):
        heads = _heads(sheet)
        if heads is not None:
            break
    else:
        wanted = ", ".join(KEPALA)
        raise NotAWorkbook(f"Tidak ada lembar dengan kolom {wanted}. Pakai lembar konfirmasi yang ditulis Probis.")
    known = next((m for text in sheet.sel.values() if (m := _IDENTITY.search(text))), None)
    if known is None:
        raise NotAWorkbook(f"Baris “{TANDA} instansi/peta, sidik …” di atas tabel sudah hilang; lembar tidak dikenali.")
    if (known[1], known[2]) != (model.instansi.id, peta.id):
        raise NotAWorkbook(f"Lembar ini milik {known[1]}/{known[2]}, bukan {model.instansi.id}/{peta.id}.")
    top, columns = heads
    stale = known[3] != fingerprint(model, peta)
    asked = {row.kode: row for row in rows(model, peta)}
    made = Jawaban()
    step = ""
    for at in sorted({row for row, _ in sheet.sel} | {row for row, _ in sheet.rumus}):
        if at <= top:
            continue
        said = {head: sheet.sel.get((at, column), "").strip() for head, column in columns.items()}
        step = said["Langkah"] or step
        formulas = [cell_name(at, column) for column in columns.values() if (at, column) in sheet.rumus]
        _take(made, sheet, at, columns, said, step, asked, stale, formulas)
    return made


def _heads(sheet: Lembar) -> tuple[int, dict[str, int]] | None:
    """The row of the heads, and the column of each; None where the sheet has none."""
    by_row: dict[int, dict[str, int]] = {}
    for (row, column), text in sheet.sel.items():
        said = " ".join(text.split())
        if said in KEPALA:
            by_row.setdefault(row, {}).setdefault(said, column)
    return next(((row, found) for row, found in sorted(by_row.items()) if set(found) == set(KEPALA)), None)


def _take(
    made: Jawaban,
    sheet: Lembar,
    at: int,
    columns: dict[str, int],
    said: dict[str, str],
    step: str,
    asked: dict[str, Baris],
    stale: bool,
    formulas: list[str],
) -> None:
    """Take one row: into what is right or corrected, or as a sentence why not."""
    code, yes, better = said["Kode"], said[KEPALA[4]].casefold(), said["Perbaikan"]

    def left(column: str, why: str) -> None:
        made.tertinggal.append(f"{sheet.nama}!{cell_name(at, columns[column])}: {why}")

    if formulas:
        made.tertinggal.append(f"{sheet.nama}!{formulas[0]}: sel ini berisi rumus; tulis jawabannya sebagai teks.")
        return
    if yes in _OPEN and not better:
        return
    row = asked.get(code)
    if row is None:
        left("Kode", f"kode “{code[:40]}” tidak ada pada peta ini; jawabannya tidak dicatat.")
    elif code in made.tempat:
        left("Kode", f"kode {code} tertulis dua kali; yang pertama dipakai.")
    elif (_shown(step), _shown(said["Usulan"])) != (_shown(row.langkah), _shown(row.isi)):
        why = "peta berubah sejak lembar ditulis" if stale else "kolom Langkah atau Usulan pada lembar ini diubah"
        left("Usulan", f"{code}: {why}, sekarang “{_shown(row.isi)[:80]}”; tanyakan lagi. Jawabannya tidak dicatat.")
    elif yes in _YES and better:
        left("Perbaikan", f"{code} dinyatakan benar, tetapi ada perbaikannya; pilih salah satu.")
    elif yes not in _YES | _NO | _OPEN:
        left(KEPALA[4], f"{code}: “{said[KEPALA[4]][:40]}” bukan ya atau tidak.")
    elif len(better) > _LONGEST:
        left("Perbaikan", f"{code}: perbaikan lebih dari {_LONGEST} huruf.")
    elif yes in _NO and not better:
        left("Perbaikan", f"{code} dinyatakan keliru tanpa perbaikan; tanyakan yang benar.")
    else:
        made.tempat[code] = f"{sheet.nama}!{cell_name(at, columns['Kode'])}"
        if better:
            made.perbaikan[code] = better
        else:
            made.benar.append(code)


def _shown(text: str) -> str:
    return " ".join(text.split())
