"""SOPs from the map and the register: what becomes which symbol, what is open, and every map of the example."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from bodies import example
from documents.bodies import EVIL, LONG
from paper.render.printed import words
from probis.documents import NotWritable, all_documents, writer
from probis.model import PetaProsesBisnis, sidik
from probis.paper import FlowTable, Heading, Paper, Table, plain, walk
from probis.paper.render import docx, html, pdf, xlsx

PADA = date(2026, 11, 24)
EXAMPLES = Path(__file__).parents[2] / "examples"


def body(nodes: list[dict[str, Any]], flows: list[tuple[Any, ...]], **parts: Any) -> PetaProsesBisnis:
    """A body with one lintas fungsi over three lanes; flows are (from, to, name?, further fields?)."""
    alur = []
    for n, (a, b, *more) in enumerate(flows):
        further = more[1] if len(more) > 1 else {}
        alur.append({"id": f"a{n}", "dari": a, "ke": b, "nama": more[0] if more else "", **further})
    lanes = parts.pop("jalur", [{"id": u, "pelaku": u} for u in ("dinas", "bidang", "seksi")])
    peta = {"id": "izin", "proses": "izin", "jalur": lanes, "simpul": nodes, "alur": alur, **parts.pop("peta", {})}
    data: dict[str, Any] = {
        "instansi": {
            "id": "dinas-uji",
            "nama": "Dinas Uji",
            "jenis": "dinas",
            "periode": {"awal": 2025, "akhir": 2029},
            "profil": parts.pop("profil", {}),
        },
        "organisasi": {
            "unit": [
                {"id": "dinas", "nama": "Dinas Uji"},
                {"id": "bidang", "nama": "Bidang Perizinan", "induk": "dinas"},
                {"id": "seksi", "nama": "Seksi Pelayanan", "induk": "bidang"},
            ],
            "jabatan": [{"id": "kepala", "nama": "Kepala Dinas", "unit": "dinas", "kepala": True}],
        },
        "proses": [{"id": "izin", "kode": "01.01", "nama": "Pemberian Izin", "pemilik": "bidang"}],
        "lintas_fungsi": [peta],
        **parts,
    }
    return PetaProsesBisnis.model_validate(data)


def node(id_: str, jenis: str, jalur: str | None = "bidang", **more: Any) -> dict[str, Any]:
    return {"id": id_, "jenis": jenis, "jalur": jalur, "nama": id_.capitalize(), **more}


def chain(n: int, lanes: int = 3) -> PetaProsesBisnis:
    """A start, n steps over so many lanes, an end."""
    jalur = [{"id": f"j{k}", "pelaku": "seksi", "nama": f"Pelaksana Kegiatan {k}"} for k in range(lanes)]
    nodes = [node(f"k{k}", "kegiatan", f"j{k % lanes}") for k in range(n)]
    nodes = [node("mulai", "mulai", "j0"), *nodes, node("selesai", "selesai", "j0")]
    ids = [one["id"] for one in nodes]
    return body(nodes, list(pairwise(ids)), jalur=jalur)


def flow_of(paper: Paper) -> FlowTable:
    return next(block for block in walk(paper) if isinstance(block, FlowTable))


def write(model: PetaProsesBisnis, id_: str | None = "izin") -> Paper:
    return writer("sop")(model, id_, pada=PADA)


def rows(model: PetaProsesBisnis) -> list[tuple[str, str, str]]:
    return [(step.number, step.symbol, plain(step.text)) for step in flow_of(write(model)).steps]


def arrows(model: PetaProsesBisnis) -> set[tuple[str, str, str]]:
    table = flow_of(write(model))
    return {(plain(table.steps[a.source].text), plain(table.steps[a.target].text), a.label) for a in table.arrows}


def note(model: PetaProsesBisnis, said: str) -> str:
    return next(plain(step.note) for step in flow_of(write(model)).steps if plain(step.text) == said)


def test_steps_keep_the_numbers_of_the_map_and_questions_take_a_letter() -> None:
    model = body(
        [
            node("mulai", "mulai"),
            node("terima", "kegiatan", "seksi", waktu="1 HK", pakai=["Surat"], hasil=["Berkas"]),
            node("lengkap", "putusan"),
            node("tanda", "kegiatan", "dinas"),
            node("selesai", "selesai"),
        ],
        [
            ("mulai", "terima"),
            ("terima", "lengkap"),
            ("lengkap", "tanda", "Ya"),
            ("lengkap", "terima", "Tidak", {"jenis": "kembali", "paling_banyak": 2}),
            ("tanda", "selesai"),
        ],
    )
    assert rows(model) == [
        ("", "terminator", "Mulai"),
        ("1", "process", "Terima"),
        ("1a", "decision", "Lengkap"),
        ("2", "process", "Tanda"),
        ("", "terminator", "Selesai"),
    ]
    assert ("Lengkap", "Terima", "Tidak") in arrows(model) and ("Lengkap", "Tanda", "Ya") in arrows(model)
    assert "Tidak: paling banyak 2 kali." in note(model, "Lengkap")
    step = flow_of(write(model)).steps[1]
    assert (plain(step.needs), plain(step.time), plain(step.output)) == ("Surat", "1 HK", "Berkas")
    assert flow_of(write(model)).performers == ("Dinas Uji", "Bidang Perizinan", "Seksi Pelayanan")


def test_a_bar_becomes_arrows_that_part_and_meet_with_a_remark() -> None:
    model = body(
        [
            node("buka", "kegiatan"),
            node("pecah", "gerbang"),
            node("satu", "kegiatan", "seksi"),
            node("dua", "kegiatan", "dinas"),
            node("gabung", "gerbang"),
            node("tutup", "kegiatan"),
        ],
        [
            ("buka", "pecah"),
            ("pecah", "satu"),
            ("pecah", "dua"),
            ("satu", "gabung"),
            ("dua", "gabung"),
            ("gabung", "tutup"),
        ],
    )
    assert arrows(model) == {("Buka", "Satu", ""), ("Buka", "Dua", ""), ("Satu", "Tutup", ""), ("Dua", "Tutup", "")}
    assert note(model, "Buka") == "Dilanjutkan serentak ke langkah 2 dan 3."
    assert note(model, "Tutup") == "Dimulai setelah langkah 2 dan 3 selesai."


def test_a_bar_that_meets_and_parts_is_a_row_and_one_that_chooses_a_question() -> None:
    nodes = [node(x, "kegiatan") for x in ("a", "b", "c", "d")]
    flows = [("a", "g"), ("b", "g"), ("g", "c", "bila kecil"), ("g", "d", "bila besar sekali")]
    both = body([*nodes[:2], node("g", "gerbang", nama=""), *nodes[2:]], flows)
    assert len(rows(both)) == 5 and ("A", "C", "") not in arrows(both)
    some = body([*nodes[:2], node("g", "gerbang", nama="", sifat="inklusif"), *nodes[2:]], flows)
    assert ("2a", "decision", "Cabang mana yang dikerjakan?") in rows(some)
    assert "(2) bila besar sekali." in note(some, "Cabang mana yang dikerjakan?")


def test_a_limit_becomes_a_question_behind_its_step() -> None:
    model = body(
        [
            node("tunggu", "tunggu", produk="Jawaban", paling_lama="5 HK", nama=""),
            node("lanjut", "kegiatan"),
            node("tegur", "kegiatan"),
        ],
        [("tunggu", "lanjut"), ("tunggu", "tegur", "", {"jenis": "tenggat"})],
    )
    assert rows(model)[:2] == [("1", "process", "Menunggu Jawaban"), ("1a", "decision", "Diterima paling lama 5 HK?")]
    assert ("Diterima paling lama 5 HK?", "Lanjut", "Ya") in arrows(model)
    assert ("Diterima paling lama 5 HK?", "Tegur", "Tidak") in arrows(model)


def test_calls_name_their_sop_on_both_sides() -> None:
    model = body([node("panggil", "panggil", nama="", lintas_fungsi="lain")], [])
    other = {"id": "lain", "proses": "lain"}
    data = model.model_dump()
    data["proses"] = [*data["proses"], {"id": "lain", "kode": "02", "nama": "Proses Lain"}]
    data["lintas_fungsi"] = [*data["lintas_fungsi"], other]
    model = PetaProsesBisnis.model_validate(data)
    assert rows(model) == [("1", "process", "Melaksanakan SOP 02 Proses Lain")]
    assert "SOP Proses Lain (02)" in words(pdf.render(write(model)))
    assert "SOP Pemberian Izin (01.01)" in words(pdf.render(write(model, "lain")))


def test_what_leads_to_itself_stands_in_no_lane_or_comes_from_nowhere_is_drawn() -> None:
    model = body(
        [node("a", "kegiatan", None), node("b", "kegiatan", "tidak-ada"), node("p", "putusan", pelaksana=["kepala"])],
        [("a", "a", "Ulang", {"jenis": "kembali"}), ("a", "hilang"), ("p", "b", "Ya")],
    )
    assert flow_of(write(model)).performers == ("Bidang Perizinan", "Belum diketahui")
    assert note(model, "P").startswith("Oleh Kepala Dinas.")
    for render in (pdf.render, docx.render, xlsx.render, html.page):
        assert render(write(model))


def registered(**more: Any) -> PetaProsesBisnis:
    sop = {
        "id": "s1",
        "lintas_fungsi": "izin",
        "judul": f"Izin {EVIL}",
        "nomor": "065/01/2026",
        "tanggal_pembuatan": "2026-01-02",
        "tanggal_efektif": "2026-02-03",
        "revisi": 2,
        "tanggal_revisi": "2026-01-20",
        "status": "berlaku",
        "disahkan": {"jabatan": "Kepala Dinas Uji", "nama": "Siti Aminah", "nip": "1970 0101", "pangkat": "Pembina"},
        "dasar_hukum": ["permenpanrb-35-2012", "tidak-dikenal"],
        "peringatan": LONG,
        "kualifikasi": ["Memahami perizinan", "Mampu mengetik"],
        "peralatan": ["Komputer"],
        "pencatatan": ["Buku agenda"],
        "keterkaitan": ["SOP Surat Masuk"],
        "rincian": [{"simpul": "terima", "uraian": "Menerima berkas", "kelengkapan": "KTP", "keterangan": "Loket"}],
        **more,
    }
    return body([node("terima", "kegiatan")], [], sop=[sop])


def test_the_register_speaks_before_the_map() -> None:
    made = write(registered())
    said = words(pdf.render(made))
    for part in (
        "065/01/2026", "2 Januari 2026", "20 Januari 2026 (revisi ke-2)", "3 Februari 2026", "Kepala Dinas Uji,",
        "Siti Aminah", "Pembina", "NIP 1970 0101", f"Izin {EVIL}", "Nomor 35 Tahun 2012", "tidak-dikenal",
        "Memahami perizinan", "Komputer", "Buku agenda", "SOP Surat Masuk", "Menerima berkas", "KTP", "Loket",
    ):  # fmt: skip
        assert part in said, part
    assert "…" not in said and "RANCANGAN" not in said and made.watermark is None and made.date == date(2026, 2, 3)


@pytest.mark.parametrize("change", [{"status": "rancangan"}, {"nomor": ""}, {"tanggal_efektif": None}])
def test_a_sop_without_number_day_or_status_is_a_draft(change: dict[str, Any]) -> None:
    made = write(registered(**change))
    assert made.watermark is not None and "rancangan" in words(pdf.render(made))


def test_a_sop_whose_map_has_changed_is_a_draft_and_says_what_changed() -> None:
    model = registered()
    peta = model.lintas_fungsi[0]
    same = registered(sidik_peta=dict(sidik(model, peta)))
    assert write(same).watermark is None
    other = peta.model_copy(update={"simpul": (*peta.simpul, *(s.model_copy(update={"id": "b"}) for s in peta.simpul))})
    made = write(same.model_copy(update={"lintas_fungsi": (other,)}))
    assert made.watermark is not None and "Petanya berubah sesudah SOP ditetapkan" in words(pdf.render(made))


def test_a_revoked_sop_is_none_and_what_nobody_knows_is_left_open() -> None:
    said = words(pdf.render(write(registered(status="dicabut"))))
    assert "065/01/2026" not in said and "Kepala Dinas," in said and "Nomor SOP …" in said and "NIP …" in said


@pytest.mark.parametrize(("lanes", "width"), [(5, 330), (12, 330), (16, 420), (26, 594)])
def test_many_performers_take_a_larger_sheet(lanes: int, width: float) -> None:
    made = write(chain(lanes + 4, lanes))
    assert [section.page.size_mm[0] for section in made.sections] == [330, width]
    document = pypdfium2.PdfDocument(pdf.render(made))
    assert round(document[1].get_size()[0] * 25.4 / 72) == width


def test_sixty_steps_fill_sheets_one_page_each() -> None:
    made = write(chain(60, 6))
    said = words(pdf.render(made))
    document = pypdfium2.PdfDocument(pdf.render(made))
    assert f"lembar {len(document) - 1} dari {len(document) - 1}" in said and "K59" in said
    assert said.count("Pelaksana Mutu Baku") == len(document) - 1


def test_without_an_id_the_only_one_is_written_else_one_must_be_named() -> None:
    assert write(registered(), None).title == f"SOP Izin {EVIL}"
    model, _ = maps_of("kecamatan-telaga-arum")
    for id_ in (None, "tidak-ada"):
        with pytest.raises(NotWritable, match="--id"):
            write(model, id_)


def test_an_empty_body_has_an_empty_book() -> None:
    model = PetaProsesBisnis.model_validate({"instansi": {**body([], []).instansi.model_dump()}})
    made = writer("sop-buku")(model, None, pada=PADA)
    for render in (pdf.render, docx.render, xlsx.render, html.page):
        assert render(made)
    assert {d.slug for d in all_documents()} >= {"sop", "sop-buku"}


def maps_of(name: str) -> tuple[PetaProsesBisnis, list[str]]:
    model = example(name)
    return model, [peta.id for peta in model.lintas_fungsi]


@pytest.mark.parametrize("name", ["biro-organisasi-ntt", "kecamatan-telaga-arum"])
def test_every_map_of_the_examples_becomes_a_sop_on_one_page_of_identity(name: str) -> None:
    model, ids = maps_of(name)
    for id_ in ids:
        made = write(model, id_)
        document = pypdfium2.PdfDocument(pdf.render(made))
        assert "lembar 1 dari" in document[1].get_textpage().get_text_range() or len(document) == 2, id_
        table = flow_of(made)
        peta = model.cari_lintas_fungsi(id_)
        assert peta is not None
        said = {plain(step.text) for step in table.steps}
        assert all(s.nama in said for s in peta.simpul if s.jenis in ("kegiatan", "putusan") and s.nama), id_


def test_the_book_holds_the_register_and_every_sop() -> None:
    model, ids = maps_of("kecamatan-telaga-arum")
    made = writer("sop-buku")(model, None, pada=PADA)
    assert sum(isinstance(block, FlowTable) for block in walk(made)) == len(ids)
    register = next(block for block in walk(made) if isinstance(block, Table))
    assert len(register.body) == len(ids)
    titles = [block.bookmark for block in walk(made) if isinstance(block, Heading) and block.bookmark]
    data = pdf.render(made)
    assert data == pdf.render(writer("sop-buku")(model, None, pada=PADA))
    import io

    outline = [str(entry["/Title"]) for entry in _flat(PdfReader(io.BytesIO(data)).outline)]
    assert [title for title in outline if title.startswith("SOP ")] == titles


def _flat(outline: list[Any]) -> list[Any]:
    return [one for entry in outline for one in (_flat(entry) if isinstance(entry, list) else [entry])]
