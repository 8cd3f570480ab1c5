"""The register of SOPs and the evaluators' questions: what is set, stale, applied and evaluated, counted by hand."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from bodies import example
from probis.analysis import Table, find_analysis
from probis.model import (
    EvaluasiSop,
    Instansi,
    JenisInstansi,
    PenerapanSop,
    Periode,
    PetaProsesBisnis,
    Sop,
    StatusSop,
    TindakLanjut,
    Varian,
    sidik,
)

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").iterdir())
PADA = date(2026, 11, 24)
EMPTY = PetaProsesBisnis(
    instansi=Instansi(id="kosong", nama="Kosong", jenis=JenisInstansi.BADAN, periode=Periode(awal=2025, akhir=2029))
)
NEW = ("register-sop", "cakupan-sop", "bukti-spbe", "matriks-sasaran", "matriks-fungsi", "ringkasan-raci")


def _model(folder: Path) -> PetaProsesBisnis:
    return example(folder.name)


def _small() -> PetaProsesBisnis:
    return _model(next(path for path in EXAMPLES if path.name.startswith("kecamatan")))


def _sop(model: PetaProsesBisnis, map_id: str, **fields: object) -> Sop:
    peta = model.cari_lintas_fungsi(map_id)
    assert peta is not None
    return Sop.model_validate(
        {"id": map_id, "lintas_fungsi": map_id, "nomor": f"1/{map_id}", "status": "berlaku"}
        | {"sidik_peta": sidik(model, peta), **fields}
    )


def _column(table: Table, key: str) -> dict[str, object]:
    return {row.alamat: table.cell(row, key) for row in table.rows}


def _with_sops(model: PetaProsesBisnis) -> PetaProsesBisnis:
    """One SOP as it should be, one stale, one whose map nobody recorded, one revoked."""
    ids = [peta.id for peta in model.lintas_fungsi]
    wrong = {**sidik(model, model.lintas_fungsi[1]), "waktu": "0" * 12}
    judged = EvaluasiSop(tanggal=date(2026, 5, 1), penerapan=PenerapanSop.SELURUHNYA, efisiensi=True)
    partly = EvaluasiSop(
        tanggal=date(2026, 6, 1), penerapan=PenerapanSop.SEBAGIAN, tindak_lanjut=(TindakLanjut(bunyi="Latih petugas"),)
    )
    sops = (
        _sop(model, ids[0], evaluasi=(judged,), tanggal_efektif=date(2026, 1, 2)),
        _sop(model, ids[1], sidik_peta=wrong, evaluasi=(partly,)),
        _sop(model, ids[2], sidik_peta={}),
        _sop(model, ids[3], status=StatusSop.DICABUT),
    )
    return model.model_copy(update={"sop": sops})


def test_the_register_says_what_is_set_stale_and_missing() -> None:
    model = _with_sops(_small())
    ids = [peta.id for peta in model.lintas_fungsi]
    table = find_analysis("register-sop").analyse(model, PADA)
    assert len(table.rows) == len(ids)
    against = _column(table, "peta")
    assert [against[f"sop/{id_}"] for id_ in ids[:4]] == ["sesuai", "basi: waktu", "belum tercatat", None]
    state = _column(table, "status")
    assert [state[f"sop/{id_}"] for id_ in ids[:4]] == ["berlaku"] * 3 + ["dicabut"]
    assert {state[f"lintas-fungsi/{id_}"] for id_ in ids[4:]} == {"belum ada"}
    assert _column(table, "efektif")[f"sop/{ids[0]}"] == "02-01-2026"
    assert _column(table, "evaluasi")[f"sop/{ids[1]}"] == "01-06-2026"
    assert table.notes[0].startswith(f"Dari {len(ids)} lintas fungsi yang berjalan, 3 punya SOP")
    assert table.notes[1].startswith("1 SOP basi") and f"{len(ids) - 3} belum punya SOP" in table.notes[0]


def test_a_sop_of_nothing_is_kept_in_the_register() -> None:
    lost = Sop(id="x", lintas_fungsi="hilang", judul="Yang hilang")
    table = find_analysis("register-sop").analyse(EMPTY.model_copy(update={"sop": (lost,)}), PADA)
    assert [(row.alamat, table.cell(row, "lintas_fungsi")) for row in table.rows] == [("sop/x", "Yang hilang")]


def test_the_four_questions_are_counted() -> None:
    model = _with_sops(_small())
    table = find_analysis("cakupan-sop").analyse(model, PADA)
    rows = {str(table.cell(row, "butir")): row for row in table.rows}
    n = len(model.lintas_fungsi)

    def met(letter: str) -> tuple[object, ...]:
        return tuple(table.cell(rows[letter], key) for key in ("terpenuhi", "dari", "bagian"))

    assert met("B") == (3, n, Fraction(3, n))
    assert met("C") == (1, 3, Fraction(1, 3))
    assert met("D") == (1, 2, Fraction(1, 2))
    answers = {letter: str(table.cell(row, "jawaban"))[0] for letter, row in rows.items()}
    assert answers == {"A": "a", "B": "c", "C": "c", "D": "b"}
    done = model.sop[1].model_copy(update={"evaluasi": ()})
    settled = model.model_copy(update={"sop": (model.sop[0], done, *model.sop[2:])})

    def answer_d(model: PetaProsesBisnis, pada: date) -> str:
        table = find_analysis("cakupan-sop").analyse(model, pada)
        return str(table.cell(table.rows[3], "jawaban"))[0]

    assert answer_d(settled, PADA) == "a"
    assert answer_d(settled, date(2028, 1, 1)) == "c"
    assert answer_d(settled, date(2026, 1, 1)) == "d"


def test_a_unit_whose_function_nobody_serves_is_not_mapped() -> None:
    model = _small()
    fungsi = model.semua_fungsi()[0].id
    bare = tuple(
        p.model_copy(update={"melayani": tuple(id_ for id_ in p.melayani if id_ != fungsi)}) for p in model.proses
    )
    table = find_analysis("cakupan-sop").analyse(model.model_copy(update={"proses": bare}), PADA)
    assert table.cell(table.rows[0], "terpenuhi") == len(model.organisasi.unit) - 1
    assert table.cell(table.rows[0], "belum")


def test_before_and_after_are_told_with_their_times() -> None:
    model = _small()
    now = model.lintas_fungsi[0]
    after = now.model_copy(update={"id": f"{now.id}-usulan", "varian": Varian.USULAN})
    table = find_analysis("bukti-spbe").analyse(
        model.model_copy(update={"lintas_fungsi": (*model.lintas_fungsi, after)}), PADA
    )
    last = table.rows[-1]
    assert table.cell(last, "keadaan") == "ada"
    number = sum(simpul.jenis not in ("mulai", "selesai", "gerbang") for simpul in now.simpul)
    told = str(table.cell(last, "bukti"))
    assert f"{number} menjadi {number} langkah, " in told and "HK" in told


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize(
    ("slug", "kinds"), [("matriks-sasaran", "misi tujuan sasaran area"), ("matriks-fungsi", "fungsi")]
)
def test_the_matrix_marks_what_processes_serve(folder: Path, slug: str, kinds: str) -> None:
    model = _model(folder)
    table = find_analysis(slug).analyse(model, None)
    shown = {row.alamat.rpartition("/")[2]: row for row in table.rows}
    named = {
        id_ for p in model.proses for id_ in p.melayani if any(model.cari(f"{kind}/{id_}") for kind in kinds.split())
    }
    assert named <= set(shown)
    for id_, row in shown.items():
        marked = {
            c.key.removeprefix("proses/") for c, cell in zip(table.columns, row.cells, strict=True) if cell == "●"
        }
        own = {p.id for p in model.proses if id_ in p.melayani}
        tops = {model.garis_induk(p)[-1].id for p in model.proses if p.id in own}
        assert marked == own | tops
        assert table.cell(row, "jumlah") == len(marked)
    assert table.total is not None and table.total.cells[-1] == sum(
        int(str(table.cell(r, "jumlah"))) for r in table.rows
    )


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_the_summary_of_raci_holds_every_letter_of_the_steps(folder: Path) -> None:
    model = _model(folder)
    short, long = (find_analysis(slug).analyse(model, None) for slug in ("ringkasan-raci", "matriks-raci"))
    for row in short.rows:
        map_id = row.alamat.removeprefix("lintas-fungsi/")
        steps = [step for step in long.rows if step.alamat.startswith(f"lintas-fungsi/{map_id}/")]
        for column, cell in zip(short.columns[2:], row.cells[2:], strict=True):
            having = [
                letter.upper()
                for letter in "raci"
                if any(column.title in str(long.cell(step, letter)).split("; ") for step in steps)
            ]
            assert (cell or "") == "".join(having)


@pytest.mark.parametrize("slug", NEW)
@pytest.mark.parametrize("of", [lambda: EMPTY, _small], ids=["kosong", "kecamatan"])
def test_each_is_a_table_of_whole_rows(slug: str, of: Callable[[], PetaProsesBisnis]) -> None:
    table = find_analysis(slug).analyse(of(), PADA)
    assert all(len(row.cells) == len(table.columns) for row in (*table.rows, *filter(None, [table.total])))
    assert all(len(table.texts(row)) == len(table.columns) for row in table.rows)
