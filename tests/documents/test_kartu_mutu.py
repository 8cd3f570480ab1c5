"""The card of quality: one page whatever the body, the numbers of the checks, what to do first by whom."""

import io
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from documents.bodies import bare, whole
from documents.test_registers import large, nasty, small
from probis.analysis import find_analysis, proposals
from probis.cli import main
from probis.documents import writer
from probis.documents._quality import FIRST, quality
from probis.model import PetaProsesBisnis, Tingkat
from probis.paper import Paper, Table, plain, walk
from probis.paper.render import docx, html, pdf
from probis.rules import check

PADA = date(2026, 11, 24)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
BODIES: list[Callable[[], PetaProsesBisnis]] = [small, large, nasty, whole, bare]


def long_names() -> PetaProsesBisnis:
    """Every unit and the body itself have names as long as can be, and nothing excuses anything."""
    model = large()
    name = "Satuan Kerja Perangkat Daerah yang Menyelenggarakan Urusan Pemerintahan " * 4
    units = tuple(unit.model_copy(update={"nama": name, "nama_singkat": ""}) for unit in model.organisasi.unit)
    return model.model_copy(
        update={
            "instansi": model.instansi.model_copy(update={"nama": name, "nama_singkat": name}),
            "organisasi": model.organisasi.model_copy(update={"unit": units}),
            "pengecualian": (),
        }
    )


def card(model: PetaProsesBisnis, lama: PetaProsesBisnis | None = None) -> Paper:
    return writer("kartu-mutu")(model, pada=PADA, lama=lama)


def on_a4(model: PetaProsesBisnis) -> PetaProsesBisnis:
    profil = model.instansi.profil
    kertas = profil.kertas.model_copy(update={"ukuran": type(profil.kertas.ukuran)("A4")})
    instansi = model.instansi.model_copy(update={"profil": profil.model_copy(update={"kertas": kertas})})
    return model.model_copy(update={"instansi": instansi})


@pytest.mark.parametrize("of", [*BODIES, long_names], ids=lambda of: of.__name__)
@pytest.mark.parametrize("compared", [False, True])
def test_it_is_one_page(of: Callable[[], PetaProsesBisnis], compared: bool) -> None:
    model = on_a4(of())
    pages = pypdfium2.PdfDocument(pdf.render(card(model, long_names() if compared else None)))
    assert len(pages) == 1


def test_its_numbers_are_those_of_the_checks() -> None:
    model = long_names()
    found = check(model, pada=PADA)
    open_ = Counter(temuan.tingkat for temuan in found if not temuan.dikecualikan)
    judged = quality(model, PADA)
    assert judged.levels == {tingkat: open_[tingkat] for tingkat in Tingkat}
    assert sum(sum(counts.values()) for counts in judged.themes.values()) == sum(open_.values())
    table = find_analysis("cakupan-sop").analyse(model, PADA)
    for ratio, row in zip(judged.ratios, table.rows, strict=False):
        assert (ratio.letter, ratio.met, ratio.of) == tuple(table.cell(row, k) for k in ("butir", "terpenuhi", "dari"))
    flags = list(proposals(model).values())
    assert (judged.ratios[-1].met, judged.ratios[-1].of) == (flags.count(False), len(flags))


def test_at_most_five_tasks_the_heaviest_first_each_with_who() -> None:
    for of in (*BODIES, long_names):
        tasks = quality(of(), PADA).tasks
        assert len(tasks) <= FIRST
        assert [task.weight for task in tasks] == sorted((task.weight for task in tasks), reverse=True)
        assert all(task.what.endswith(".") and "`" not in task.what and task.who for task in tasks)
        assert len({task.what for task in tasks}) == len(tasks)
    assert quality(long_names(), PADA).tasks[0].why.endswith("galat.")


def test_who_is_the_owner_of_most_of_the_processes_concerned() -> None:
    model = large().model_copy(update={"pengecualian": ()})
    found = [t for t in check(model, pada=PADA) if t.aturan == "daun-punya-lintas-fungsi" and not t.dikecualikan]
    processes = [model.cari_proses(t.alamat.removeprefix("proses/")) for t in found]
    owners = Counter(model.pemilik(p) for p in processes if p is not None)
    first = model.sebutan(sorted(owners, key=lambda id_: (-owners[id_], str(id_)))[0])
    task = next(t for t in quality(model, PADA).tasks if "14 peringatan" in t.why)
    assert task.who.startswith(first)


def test_an_older_map_shows_the_trend() -> None:
    worse = large().model_copy(update={"pengecualian": ()})
    said = [
        plain(cell.text)
        for block in walk(card(large(), worse))
        if isinstance(block, Table)
        for row in (*block.head, *block.body, *block.foot)
        for cell in row.cells
    ]
    assert "Sebelumnya" in said
    assert str(sum(quality(worse, PADA).levels.values())) in said
    assert "Sebelumnya" not in [
        plain(cell.text) for block in walk(card(large())) if isinstance(block, Table) for cell in block.head[0].cells
    ]


def test_every_format_is_written_and_the_same_twice() -> None:
    for render in (pdf.render, docx.render):
        assert render(card(small())) == render(card(small()))
    page = html.page(card(nasty()))
    assert page == html.page(card(nasty()))
    assert "<b>" not in page and "<script" not in page
    with ZipFile(io.BytesIO(docx.render(card(large())))) as archive:
        assert "Yang dikerjakan dahulu" in archive.read("word/document.xml").decode()


def test_the_command_takes_an_older_folder_or_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(EXAMPLES / "kecamatan-telaga-arum")
    plain_, compared = tmp_path / "a.html", tmp_path / "b.html"
    day = ("--pada", "2026-11-24", "--format", "html")
    assert main(["tulis", folder, "kartu-mutu", "--ke", str(plain_), *day]) == 0
    assert main(["tulis", folder, "kartu-mutu", "--banding", folder, "--ke", str(compared), *day]) == 0
    assert "tidak berubah" in compared.read_text(encoding="utf-8")
    assert "tidak berubah" not in plain_.read_text(encoding="utf-8")
