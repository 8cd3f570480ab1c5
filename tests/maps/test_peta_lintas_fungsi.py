"""Peta lintas fungsi: numbers, documents, marks and wishes of its graph, and the words beside it."""

from __future__ import annotations

from maps.small_body import BODY, USULAN, small_body
from probis.drawing.graph import After, Graph, LeavesAt, Row
from probis.drawing.medium import A3, F4
from probis.drawing.scene import texts
from probis.maps import _steps as steps
from probis.maps import paper_of
from probis.maps.peta_lintas_fungsi import describe, draw, graph_of
from probis.model import LintasFungsi, PetaProsesBisnis


def graph() -> Graph:
    model = small_body()
    return graph_of(model, model.lintas_fungsi[0])


def test_steps_are_numbered_in_reading_order() -> None:
    number = {n.id: n.number for n in graph().nodes}
    assert number == {
        "mulai": "", "ajukan": "1", "terima": "2", "lengkap": "", "bagi": "", "cek": "3", "paraf": "4",
        "temu": "", "tunggu": "5", "usai": "", "gugur": "",
    }  # fmt: skip


def test_reading_order_follows_the_flows_where_the_file_does_not() -> None:
    peta = LintasFungsi.model_validate(
        {**BODY["lintas_fungsi"][0], "simpul": BODY["lintas_fungsi"][0]["simpul"][::-1], "letak": []}
    )
    order = [s.id for s in steps.reading_order(peta)]
    assert (
        order.index("mulai") < order.index("ajukan") < order.index("terima") < order.index("cek") < order.index("temu")
    )
    assert sorted(order) == sorted(s.id for s in peta.simpul)


def test_reading_order_ends_in_a_circle_that_no_return_marks() -> None:
    peta = LintasFungsi.model_validate(
        {
            "id": "x",
            "proses": "layanan-b",
            "simpul": [{"id": i, "jenis": "kegiatan", "nama": i} for i in "abc"],
            "alur": [{"id": f"f-{i}{j}", "dari": i, "ke": j} for i, j in ("ab", "ba", "bc", "cc")],
        }
    )
    assert [s.id for s in steps.reading_order(peta)] == ["a", "b", "c"]


def test_documents_stand_on_flows_that_cross_lanes() -> None:
    found = {f.id: f.documents for f in graph().flows}
    assert found["f2"] == ("Berkas permohonan",)  # made there and used here
    assert found["f6"] == ("Berkas permohonan",)  # through the bar, from what came before
    assert found["f3"] == () and found["f5"] == ()
    assert found["f11"] == ("Surat keterangan",)


def test_exits_say_their_answer_limit_and_time() -> None:
    text = {f.id: f.text for f in graph().flows}
    assert text["f5"] == "Tidak · paling banyak 2 kali"
    assert text["f12"] == "lewat 5 HK"
    kinds = {f.id: f.kind for f in graph().flows}
    assert (kinds["f5"], kinds["f12"], kinds["f13"], kinds["f1"]) == ("return", "timeout", "message", "sequence")


def test_lanes_tell_owner_outside_and_unknown() -> None:
    lanes = {n.id: n for n in graph().lanes}
    assert (lanes["warga"].role, lanes["satu"].role, lanes["loket"].role) == ("outside", "owner", "inside")
    assert lanes["satu"].sub_text == "pemilik proses" and lanes["lain"].unknown


def test_a_call_carries_code_and_link() -> None:
    call = next(n for n in graph().nodes if n.kind == "call")
    assert (call.code, call.link, call.unknown) == ("01.2", "peta-lintas-fungsi/penerbitan", False)


def test_a_call_to_nothing_is_unknown() -> None:
    peta = {**BODY["lintas_fungsi"][0]}
    peta["simpul"] = [{**s, "lintas_fungsi": "hilang"} if s["jenis"] == "panggil" else s for s in peta["simpul"]]
    model = small_body(lintas_fungsi=[peta])
    assert next(n for n in graph_of(model, model.lintas_fungsi[0]).nodes if n.kind == "call").unknown


def test_one_proposal_is_tabbed_and_many_are_only_dashed() -> None:
    marked = {n.id: (n.provisional, n.mark) for n in graph().nodes}
    assert marked["terima"] == (True, "usulan") and marked["cek"] == (False, "")
    peta = {**BODY["lintas_fungsi"][0], "sumber": [{**USULAN[0], "untuk": ["simpul"]}]}
    model = small_body(lintas_fungsi=[peta])
    nodes = graph_of(model, model.lintas_fungsi[0]).nodes
    assert all(n.provisional and not n.mark for n in nodes)


def test_what_people_placed_becomes_a_wish() -> None:
    assert graph().constraints == (After("cek", "lengkap"), Row("cek", 1), LeavesAt("f5", "top"))


def test_lanes_in_a_circle_stand_alone() -> None:
    peta = {**BODY["lintas_fungsi"][0]}
    peta["jalur"] = [
        {**j, "induk": "loket" if j["id"] == "satu" else "satu"} for j in peta["jalur"] if j["id"] in ("loket", "satu")
    ]
    model = small_body(lintas_fungsi=[peta])
    assert {n.parent for n in graph_of(model, model.lintas_fungsi[0]).lanes} == {""}


def test_labels_say_number_doer_text_and_where_it_leads() -> None:
    node = next(n for n in graph().nodes if n.id == "terima")
    assert node.label == "2 Menerima. Regu Loket (Camat Contoh). 10 menit. Selanjutnya Lengkap?. usulan."


def test_the_table_has_the_same_words() -> None:
    told = describe(small_body(), "penerbitan")
    rows = {r.address.rsplit("/", 1)[1]: r.cells for r in told.rows}
    assert told.head == (
        "No", "Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Keluaran", "Selanjutnya", "Keterangan",
    )  # fmt: skip
    assert rows["ajukan"] == (
        "1", "Mengajukan berkas", "Warga", "–", "1 jam", "Berkas permohonan, Catatan", "2 Menerima", "",
    )  # fmt: skip
    assert rows["lengkap"][6] == (
        "Ya: 3 Memeriksa dan 4 Paraf; Tidak · paling banyak 2 kali: kembali ke 1 Mengajukan berkas"
    )
    assert rows["terima"][7] == "usulan" and rows["bagi"][1] == "Dikerjakan serentak"
    assert rows["tunggu"][1] == "Menunggu Surat keterangan"


def test_the_head_tells_owner_limit_and_volume() -> None:
    scenes = draw(small_body(), "penerbitan", F4)
    found = {t.text for t in texts(scenes[0])}
    assert {"Seksi Pelayanan", "3 HK sejak berkas lengkap", "8 per tahun"} <= found


def test_a_map_that_needs_pages_goes_on_the_large_sheet_that_the_profile_allows() -> None:
    steps_of = [{"id": f"s{i}", "jenis": "kegiatan", "nama": f"Memeriksa berkas {i}"} for i in range(24)]
    flows = [{"id": f"f{i}", "dari": f"s{i}", "ke": f"s{i + 1}"} for i in range(23)]
    lane = BODY["lintas_fungsi"][0]["jalur"][0]["id"]
    long = {
        "id": "panjang", "proses": "layanan-b", "jalur": [BODY["lintas_fungsi"][0]["jalur"][0]],
        "simpul": [{**step, "jalur": lane} for step in steps_of], "alur": flows,
    }  # fmt: skip

    def sizes(**paper: str) -> list[tuple[int, int]]:
        body = {**BODY, "instansi": {**BODY["instansi"], "profil": {"kertas": paper}}, "lintas_fungsi": [long]}
        model = PetaProsesBisnis.model_validate(body)
        return [(round(page.width), round(page.height)) for page in draw(model, "panjang", paper_of(model))]

    f4, a3 = (round(F4.width), round(F4.height)), (round(A3.width), round(A3.height))
    assert sizes(ukuran="F4") == [f4]  # a second band on the same page comes first
    tall = [{**lane_of, "id": f"j{i}"} for i, lane_of in enumerate([BODY["lintas_fungsi"][0]["jalur"][0]] * 5)]
    long["jalur"] = tall
    long["simpul"] = [{**step, "jalur": f"j{i * 3 % 5}"} for i, step in enumerate(steps_of)]
    assert sizes(ukuran="F4") == [f4, f4]
    assert sizes(ukuran="F4", ukuran_peta_besar="A3") == [a3]
    assert sizes(ukuran="F4", ukuran_peta_besar="A4") == [f4, f4]  # not larger in both directions
