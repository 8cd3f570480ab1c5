"""Hand-overs, loads and the two variants of a process, reckoned by hand; any body at all."""

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings

from analysis.nets import ask, body, end, gate, peta, start, step
from probis.analysis import Cell, find_analysis, hand_overs, returns, steps
from probis.model import LintasFungsi, PetaProsesBisnis, Proses
from strategies import peta as whole

PADA = date(2026, 11, 24)
LANES = [{"id": "a", "pelaku": "bagian"}, {"id": "b", "pelaku": "biro"}, {"id": "c", "pelaku": "bagian"}]


def at(lane: str, node: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {**node, "jalur": lane, **more}


def small(**more: Any) -> LintasFungsi:
    """Mulai in a; a: susun, b: periksa?, fork in b to c and b, back to susun; end in b."""
    nodes = [
        at("b", start()),
        at("a", step("susun", "2 HK", beban="6–9 jam", hasil=["rancangan"])),
        at("b", ask("periksa", "1 HK"), beban="30 menit"),
        at("b", gate("pecah")),
        at("c", step("cetak", "1 HK", beban="1 jam")),
        at("b", step("catat", "1 HK")),
        at("b", gate("kumpul")),
        at("a", end()),
    ]
    flows = (
        "mulai>susun susun>periksa periksa<susun:2 periksa>pecah pecah>cetak pecah>catat cetak>kumpul catat>kumpul "
        "kumpul>sah"
    )
    return peta(nodes, flows, jalur=LANES, **more)


def test_a_hand_over_is_from_step_to_step_of_another_doer_also_through_gateways() -> None:
    assert hand_overs(small()) == (("susun", "periksa"), ("periksa", "cetak"))
    assert [alur.dari for alur in returns(small())] == ["periksa"]
    assert [one.id for one in steps(small())] == ["susun", "periksa", "cetak", "catat"]


def test_two_lanes_of_one_doer_hand_over_nothing() -> None:
    nodes = [at("a", step("satu")), at("c", step("dua"))]
    assert hand_overs(peta(nodes, "satu>dua", jalur=LANES)) == ()


def load(model: PetaProsesBisnis, who: str, pada: date = PADA) -> dict[str, Cell]:
    table = find_analysis("beban-kerja").analyse(model, pada)
    row = next(row for row in (*table.rows, table.total) if row is not None and row.cells[0] == who)
    return {column.key: cell for column, cell in zip(table.columns, row.cells, strict=True)}


def test_the_load_is_effort_times_volume() -> None:
    model = body(small(volume="4 per bulan"))
    bagian = load(model, "bagian")
    assert (bagian["langkah"], bagian["diterima"], bagian["diserahkan"], bagian["kembali"]) == (2, 1, 1, 1)
    assert bagian["terhitung"] == 1
    assert bagian["jam"] == (Fraction(15, 2) + 1) * 48
    assert bagian["beban"] == (Fraction(15, 2) + 1) * 48 / Fraction(15, 2)
    assert bagian["orang"] == (Fraction(15, 2) + 1) * 48 / 1250
    biro = load(model, "biro")
    assert biro["terhitung"] == Fraction(1, 2) and biro["jam"] == Fraction(1, 2) * 48
    total = load(model, "Seluruhnya")
    assert total["jam"] == (9) * 48 and total["langkah"] == 4 and total["peta"] == 1


def test_without_volume_or_effort_the_load_is_not_known() -> None:
    assert load(body(small()), "bagian")["jam"] is None
    assert load(body(small()), "bagian")["terhitung"] == 0


def test_a_proposed_map_loads_nobody_yet() -> None:
    assert find_analysis("beban-kerja").analyse(body(small(varian="usulan")), PADA).rows == ()


def _both() -> PetaProsesBisnis:
    nodes = [at("b", start()), at("a", step("susun", "2 HK")), at("b", step("catat", "1 HK")), at("a", end())]
    after = peta(nodes, "mulai>susun susun>catat catat>sah", id="peta-usulan", varian="usulan", jalur=LANES[:2])
    return body(small(), after, proses=(Proses(id="peta", kode="P-01", nama="Proses"),))


def test_what_a_proposal_saves() -> None:
    table = find_analysis("perbandingan-varian").analyse(_both(), PADA)
    told = {row.cells[2]: row.cells[3:] for row in table.rows}
    assert told["Langkah"] == (4, 2, 2, Fraction(1, 2))
    assert told["Pelaku"] == (2, 2, 0, 0)
    assert told["Serah terima antarpelaku"] == (2, 1, 1, Fraction(1, 2))
    assert told["Pengembalian"] == (1, 0, 1, 1)
    assert told["Putusan"] == (1, 0, 1, 1)
    assert told["Dokumen"] == (1, 0, 1, 1)
    assert told["Jalan terlama (HK)"] == (4, 3, 1, Fraction(1, 4))
    assert told["Jalan terlama dengan pengembalian (HK)"] == (10, 3, 7, Fraction(7, 10))
    assert {row.alamat for row in table.rows} == {"lintas-fungsi/peta-usulan"}
    assert table.notes[0].startswith("1 proses punya kedua varian. Seluruhnya 1 HK dihemat")


def test_times_that_are_not_known_are_not_compared() -> None:
    model = _both()
    first = model.lintas_fungsi[0]
    blind = tuple(s.model_copy(update={"waktu": None}) if s.id == "susun" else s for s in first.simpul)
    model = model.model_copy(
        update={"lintas_fungsi": (first.model_copy(update={"simpul": blind}), model.lintas_fungsi[1])}
    )
    table = find_analysis("perbandingan-varian").analyse(model, PADA)
    assert next(row.cells[3:] for row in table.rows if row.cells[2] == "Jalan terlama (HK)") == (None, 3, None, None)


def test_one_variant_alone_is_not_compared_and_that_is_said() -> None:
    table = find_analysis("perbandingan-varian").analyse(body(small()), PADA)
    assert table.rows == () and "Belum ada proses" in table.empty


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(whole())
def test_any_body_can_be_counted(model: PetaProsesBisnis) -> None:
    table = find_analysis("beban-kerja").analyse(model, PADA)
    given_, taken = (sum(int(str(table.cell(row, key))) for row in table.rows) for key in ("diserahkan", "diterima"))
    assert given_ == taken
    find_analysis("perbandingan-varian").analyse(model, PADA)
