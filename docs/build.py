"""Turns rules with cases, glossary, commands and sentences of decrees into generated pages of docs/; `./run docs`."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from probis import law  # noqa: E402
from probis.analysis import Column, ColumnKind, Row, Table, find_analysis  # noqa: E402
from probis.cli import build_parser  # noqa: E402
from probis.cli._mend import said  # noqa: E402
from probis.drawing.medium import SCREEN  # noqa: E402
from probis.drawing.render.png import png  # noqa: E402
from probis.interchange import yaml  # noqa: E402
from probis.law.kalimat import NAMA_UMUM, semua_kalimat  # noqa: E402
from probis.law.peraturan import singkatan  # noqa: E402
from probis.maps import find_map  # noqa: E402
from probis.reading.contradictions import contradictions  # noqa: E402
from probis.rules import TERPENUHI, RuleModule, all_rules, mended  # noqa: E402
from probis.store.folder import read_folder  # noqa: E402
from rules.kasus import Kasus, all_cases  # noqa: E402

MADE = "<!-- Dibuat oleh ./run docs; ubah sumbernya, bukan halaman ini. -->\n"


def rule_page(rule: RuleModule, cases: list[Kasus]) -> str:
    """The page of one rule: what, why, how to mend, what it rests on, and its cases as examples."""
    aturan = rule.aturan
    known = {peraturan.id: singkatan(peraturan) for peraturan in law.semua_peraturan()}
    basis = "\n".join(f"- {known[named]}: {place}" for named, place in aturan.dasar)
    parts = [
        f"{MADE}# {aturan.judul}\n",
        f"`{rule.slug}` · {aturan.nomor} · {aturan.tingkat}\n",
        f"**Mengapa.** {aturan.mengapa}\n",
        f"**Memperbaiki.** {aturan.perbaikan}\n",
        f"**Dasar.**\n\n{basis}\n",
    ]
    if rule.mend is not None:
        parts.append(
            f"**Perbaikan sendiri.** {aturan.sendiri} `probis periksa FOLDER --perbaiki --hanya {rule.slug}` "
            "menunjukkannya dan menulisnya sesudah ditanyakan.\n"
        )
    for good, title in ((False, "Contoh yang dilaporkan"), (True, "Contoh yang benar")):
        parts.append(f"## {title}\n")
        parts += [case_section(case) for case in cases if case.good is good]
    return "\n".join(parts)


def case_section(case: Kasus) -> str:
    """One case: its sentence, its files, the findings."""
    parts = [f"{case.sentence}\n"]
    parts += [f"`{name}`\n\n```yaml\n{text.rstrip()}\n```\n" for name, text in case.files.items()]
    parts += [f"- {line}" for line in case.expected]
    repairs = [f"- {line}" for line in repaired_lines(case)]
    if repairs:
        parts += ["\nDiperbaiki sendiri:\n", *repairs]
    return "\n".join(parts) + "\n"


def repaired_lines(case: Kasus) -> list[str]:
    """What the rule of a case mends in it, place and before → after."""
    bacaan = yaml.read(case.folder())
    if case.good or bacaan.nilai is None or all_rules()[case.rule].mend is None:
        return []
    _, repairs = mended(bacaan.nilai, bacaan.naskah, None, lambda temuan: temuan.aturan == case.rule)
    return [f"`{temuan.alamat}`: {said(bacaan.nilai, repair)}" for temuan, repair in repairs]


def rules_index() -> str:
    """The list of all rules."""
    rows = "\n".join(
        f"| {r.aturan.nomor} | [{r.aturan.judul}]({slug}.md) | `{slug}` | {r.aturan.tingkat} "
        f"| {'ya' if r.mend is not None else ''} |"
        for slug, r in all_rules().items()
    )
    intro = (
        "Setiap aturan memeriksa seluruh peta. Contoh di halamannya adalah juga ujinya. Berkas yang tidak tampak pada "
        "contoh diambil dari `tests/rules/cases/_dasar`.\n"
    )
    held = "\n".join(f"| {one.nomor} | {one.judul} | {one.sebab} |" for one in TERPENUHI)
    return (
        f"{MADE}# Aturan\n\n{intro}\n| No. | Aturan | Nama | Tingkat | Perbaikan sendiri |\n|---|---|---|---|---|\n"
        f"{rows}\n\n"
        f"## Yang selalu terpenuhi\n\n| No. | Aturan | Sebab |\n|---|---|---|\n{held}\n"
    )


def contradictions_page() -> str:
    """Return the page of what is looked for in the text of an existing decree."""
    lines = [
        "# Pertentangan dalam naskah",
        "",
        "Yang dicari `probis baca` dalam naskah keputusan yang ada. Setiap temuan menyebut barisnya, kutipannya, dan,",
        "kalau ada, tempat lain yang bertentangan dengannya.",
        "",
    ]
    for slug, (pemeriksaan, _) in contradictions().items():
        lines += [f"## {pemeriksaan.judul}", "", f"`{slug}` · {pemeriksaan.nomor} · {pemeriksaan.tingkat}", ""]
        lines += [pemeriksaan.mengapa, ""]
    return "\n".join(lines)


def glossary() -> str:
    """The glossary, alphabetically."""
    rows = "\n".join(
        f"| {i.label} | `{i.pengenal}` | {i.padanan} | {i.arti} |"
        for i in sorted(law.semua_istilah(), key=lambda i: (i.label.casefold(), i.pengenal))
    )
    return f"{MADE}# Istilah\n\n| Istilah | Nama dalam model | Inggris | Arti |\n|---|---|---|---|\n{rows}\n"


def sentences() -> str:
    """Every sentence of the decrees that an office may word for itself, with its default."""
    names = "\n".join(f"- `{{{name}}}`: {meaning}" for name, meaning in NAMA_UMUM.items())
    parts = [
        f"{MADE}# Kalimat keputusan\n\nSetiap kalimat di bawah ini dapat diganti: tulis namanya dan kalimat sendiri "
        "pada `bunyi` dalam `keputusan.yaml`. Kata dalam kurung kurawal diisi dari model; yang lain tercetak "
        "apa adanya.\n\n"
        f"Yang dapat dipakai dalam setiap kalimat:\n\n{names}\n\n"
        "Kalimat berawalan `ubah-` juga mengenal `{keputusan_lama}`, keputusan yang diubah beserta pokoknya, dan "
        "`{keputusan_lama_singkat}`, tanpa pokoknya.\n"
    ]
    for found in semua_kalimat():
        choice = f" Pilihan: {', '.join(f'`{each}`' for each in found.pilihan)}." if found.pilihan else ""
        said = [("Baku", found.bunyi), *((form.replace("_", " "), said) for form, said in found.bentuk.items())]
        lines = "\n".join(f"> {form}: {' / '.join(text.split(chr(10))) or '(kosong)'}\n>" for form, text in said)
        parts.append(f"## {found.nama}\n\n{found.tempat}.{choice}\n\n{lines.removesuffix(chr(10) + '>')}\n")
    return "\n".join(parts)


def commands() -> str:
    """Every command with its arguments, as `--help` says them."""
    parser = build_parser()
    sub = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    parts = [f"{MADE}# Perintah\n\nKode keluar: 0 baik, 1 ada galat, 2 tidak dapat dibaca atau ditulis.\n"]
    for name, one in sub.choices.items():
        parts.append(f"## probis {name}\n\n```\n{one.format_help().rstrip()}\n```\n")
    return "\n".join(parts)


def example_summary() -> str:
    """The example's lintas fungsi: what each consists of, and how long it may take against its limit."""
    model = yaml.read(read_folder(ROOT / "examples" / "biro-organisasi-ntt")).nilai
    assert model is not None, "the example cannot be read"
    table = find_analysis("ringkasan-lintas-fungsi").analyse(model, None)
    assert table.total is not None
    keys = [column.key for column in table.columns]
    share = table.texts(table.total)[keys.index("usulan")]
    split = keys.index("terlama")
    intro = (
        f"{model.instansi.nama} mempunyai {len(table.rows)} lintas fungsi, dan halaman ini menghitung isi dan waktu "
        f"terlamanya. Dari seluruh langkahnya {share} masih usulan yang belum dikonfirmasi pelaksananya.\n"
    )
    notes = "\n".join(f"- {note}" for note in table.notes)
    return (
        f"{MADE}# Contoh: {model.instansi.nama}\n\n{intro}\n## Isi\n\n{_columns(table, range(split), True)}\n"
        f"## Waktu dan batas\n\n{_columns(table, (0, 1, *range(split, len(keys))), False)}\n{notes}\n"
    )


def _columns(table: Table, numbers: Iterable[int], with_total: bool) -> str:
    """Some columns of a table as Markdown; numbers stand to the right."""
    chosen = tuple(numbers)

    def line(row: Row) -> str:
        texts = table.texts(row)
        return "| " + " | ".join(texts[n].replace("|", "\\|") for n in chosen) + " |\n"

    def rule(column: Column) -> str:
        return "---" if column.kind is ColumnKind.TEXT else "--:"

    heads = [table.columns[n] for n in chosen]
    head = f"| {' | '.join(c.title for c in heads)} |\n|{'|'.join(rule(c) for c in heads)}|\n"
    total = line(table.total) if with_total and table.total is not None else ""
    return head + "".join(line(row) for row in table.rows) + total


def pages() -> dict[str, str]:
    """All generated pages by their name under docs/."""
    cases = all_cases()
    made = {
        "aturan/README.md": rules_index(),
        "istilah.md": glossary(),
        "pertentangan.md": contradictions_page(),
        "perintah.md": commands(),
    }
    made["kalimat-keputusan.md"] = sentences()
    made["contoh-biro-organisasi.md"] = example_summary()
    for slug, rule in all_rules().items():
        made[f"aturan/{slug}.md"] = rule_page(rule, [case for case in cases if case.rule == slug])
    return made


def picture() -> bytes:
    """The picture of the READMEs: a real map of the example, as the screen shows it."""
    model = yaml.read(read_folder(ROOT / "examples" / "biro-organisasi-ntt")).nilai
    kind = find_map("peta-lintas-fungsi")
    assert model is not None and kind is not None, "the example cannot be drawn"
    return png(kind.draw(model, "pengelolaan-sp4n-lapor", SCREEN)[0], ppi=96)


def main() -> None:
    """Write what differs; take away pages of rules that are gone."""
    made = pages()
    for name, text in made.items():
        path = ROOT / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"docs/{name}")
    shown = ROOT / "docs" / "gambar" / "peta-lintas-fungsi.png"
    shown.parent.mkdir(exist_ok=True)
    shown.write_bytes(picture())
    for path in (ROOT / "docs" / "aturan").glob("*.md"):
        if f"aturan/{path.name}" not in made:
            path.unlink()


if __name__ == "__main__":
    main()
