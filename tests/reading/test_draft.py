"""A text to the draft of a model: what it says stands there with its lines, what it leaves open is a proposal."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from probis.interchange import yaml
from probis.model import JenisAlur, JenisSumber, Kelompok, Kutipan, Naskah, Putusan
from probis.reading.document import Picture
from probis.reading.draft import Rancangan, draft
from probis.reading.formats import read
from probis.reading.makna import Makna
from probis.reading.quotations import quoted
from probis.reading.understanding import Taraf, numbers, understanding
from reading.drawings import box, canvas, wire
from reading.taken import taken
from reading.word import docx, p

DECREE = Path(__file__).resolve().parents[2] / ".." / "shared" / "reference" / "keputusan-253-2020.txt"
FIXTURES = sorted(
    path
    for path in (Path(__file__).parent / "fixtures").rglob("*")
    if path.suffix in (".txt", ".md", ".docx", ".pdf") and path.is_file()
)


def said(*quotes: tuple[str, str, str, str] | tuple[str, str, str]) -> Naskah:
    """A text of (kind, number, words[, id it hangs under]), a line each; ids are q1, q2 …"""
    made = []
    for line, quote in enumerate(quotes, 1):
        kind, number, words, *above = quote
        made.append(
            Kutipan(
                baris=str(line),
                teks=words,
                sebagai=kind,
                nomor=number,
                id=f"q{line}",
                induk=above[0] if above else "",
                bagian=_BAGIAN.get(kind, "peta-proses"),
            )
        )
    return Naskah(nama="keputusan.txt", jumlah_baris=len(made), kutipan=tuple(made))


_BAGIAN = {
    "judul": "kepala",
    "nomor": "kepala",
    "tentang": "kepala",
    "misi": "arah",
    "tujuan": "arah",
    "unit": "struktur",
}
HEAD = (
    ("judul", "", "KEPUTUSAN BUPATI ALOR"),
    ("nomor", "12/HK/2024", "NOMOR : 12/HK/2024"),
    ("tentang", "", "PETA PROSES BISNIS DINAS KESEHATAN KABUPATEN ALOR TAHUN 2024-2026"),
)


def valid(made: Rancangan) -> None:
    files = yaml.write(made.model, (made.naskah,))
    bacaan = yaml.read(files)
    assert bacaan.nilai == made.model, bacaan.temuan[:3]
    assert bacaan.naskah == (made.naskah,)


def choose(made: Rancangan, jenis: str, kunci: str, isian: str = "") -> Naskah:
    """The text with this choice made on every proposal of the kind."""
    decided = {"putusan": kunci, "isian": isian}
    usul = tuple(u.model_copy(update=decided) if u.jenis == jenis else u for u in made.naskah.usul)
    assert usul != made.naskah.usul
    return made.naskah.model_copy(update={"usul": usul})


def test_the_head_says_whose_map_it_is() -> None:
    made = draft(said(*HEAD))
    body = made.model.instansi
    assert body.nama == "Dinas Kesehatan Kabupaten Alor"
    assert (body.jenis, body.nama_singkat) == ("dinas", "Dinas Kesehatan")
    assert made.model.keputusan is not None and made.model.keputusan.bentuk == "keputusan_bupati"
    assert made.model.keputusan.nomor == "12/HK/2024"
    assert body.sumber[0].acuan == "Keputusan Bupati Alor Nomor 12/HK/2024"
    valid(made)


def test_a_text_that_says_nothing_is_a_draft_that_says_what_is_missing() -> None:
    made = draft(Naskah(nama="kosong.txt"), tahun=2026)
    assert made.model.proses == () and made.model.keputusan is None
    assert {"visi", "proses", "periode", "keputusan"} <= {each.hal for each in made.kurang}
    assert made.model.instansi.usulan("periode")
    valid(made)


def test_a_code_spelt_otherwise_stays_as_printed_until_somebody_decides() -> None:
    text = said(
        *HEAD,
        ("proses", "DK-01", "Perencanaan"),
        ("proses", "DK.02", "Pelayanan"),
        ("sub proses", "DK-02.1", "Rujukan", "q5"),
    )
    made = draft(text)
    assert [p.kode for p in made.model.proses] == ["DK-01", "DK.02", "DK-02.1"]
    assert made.model.proses[2].induk == made.model.proses[1].id
    assert made.model.proses[2].usulan("induk")
    assert made.model.instansi.profil.pola_proses == "DK-{nn}"
    decided = draft(text, choose(made, "kode-beda-ejaan", "menurut-pola"))
    assert [p.kode for p in decided.model.proses] == ["DK-01", "DK-02", "DK-02.1"]
    valid(decided)


@pytest.mark.parametrize(
    ("codes", "pattern"),
    [
        (("01", "02"), "{nn}"),
        (("P.1", "P.2", "P.10"), "P.{n}"),
        (("PU-001", "PU-002"), "PU-{nnn}"),
        (("BPS.01", "BPS.02", "BPS-03"), "BPS.{nn}"),
    ],
)
def test_the_grammar_of_the_codes_is_that_of_most(codes: tuple[str, ...], pattern: str) -> None:
    made = draft(said(*HEAD, *(("proses", code, f"Proses {code}") for code in codes)))
    assert made.model.instansi.profil.pola_proses == pattern


def test_a_group_stands_only_where_the_text_says_it() -> None:
    made = draft(
        said(
            *HEAD,
            ("kelompok", "", "Proses Pendukung"),
            ("proses", "A-01", "Keuangan", "q4"),
            ("proses", "A-02", "Lain"),
        )
    )
    assert [p.kelompok for p in made.model.proses] == [Kelompok.PENDUKUNG, None]
    assert [u.jenis for u in made.usul if u.jenis == "kelompok"] == ["kelompok"]


def test_a_number_that_is_left_out_is_asked_about_and_kept_for_a_name() -> None:
    text = said(*HEAD, ("proses", "A-01", "Satu"), ("proses", "A-03", "Tiga"))
    made = draft(text)
    assert len(made.model.proses) == 2
    decided = draft(text, choose(made, "nomor-kosong", "cadangkan"))
    assert "A-02" in [p.kode for p in decided.model.proses]
    valid(decided)


def test_a_code_that_a_scan_blurred_is_the_same_process_and_a_proposal() -> None:
    text = said(
        *HEAD,
        ("proses", "DK-01", "Perencanaan"),
        ("proses", "DK-O2", "Pelayanan"),
        ("proses", "DK-02", "Pelayanan"),
        ("sub proses", "DK-02.l", "Rujukan", "q6"),
        ("sub proses", "DK-02.2", "Rawat Jalan", "q6"),
    )
    made = draft(text)
    assert [p.kode for p in made.model.proses] == ["DK-01", "DK-O2", "DK-02.l", "DK-02.2"]
    assert not [u for u in made.usul if u.jenis == "nomor-kosong"]
    decided = draft(text, choose(made, "kode-beda-ejaan", "menurut-pola"))
    assert [p.kode for p in decided.model.proses] == ["DK-01", "DK-02", "DK-02.1", "DK-02.2"]


def test_roman_numbers_are_no_blurred_digits() -> None:
    made = draft(said(*HEAD, ("proses", "P.I", "Satu"), ("proses", "P.II", "Dua"), ("proses", "P.III", "Tiga")))
    assert [p.kode for p in made.model.proses] == ["P.I", "P.II", "P.III"]
    assert {u.jenis for u in made.usul} <= {"kelompok"}


def test_two_names_under_one_code_are_a_proposal_and_the_first_holds() -> None:
    text = said(*HEAD, ("proses", "A-01", "Penataan Arsip"), ("proses", "A-01", "Pengelolaan Arsip"))
    made = draft(text)
    assert [p.nama for p in made.model.proses] == ["Penataan Arsip"]
    assert [p.nama for p in draft(text, choose(made, "nama-ganda", "nama-2")).model.proses] == ["Pengelolaan Arsip"]


def test_what_a_person_writes_instead_of_the_choices_holds() -> None:
    codes = said(*HEAD, *(("proses", f"A-0{n}", f"Proses {n}") for n in (1, 2, 4)), ("proses", "A.05", "Lima"))
    made = draft(codes)
    decided = draft(codes, choose(made, "kode-beda-ejaan", "isi-sendiri", "A-07"))
    assert "A-07" in [p.kode for p in decided.model.proses] and "A.05" not in [p.kode for p in decided.model.proses]
    assert not [u for u in decided.usul if u.jenis == "kode-beda-ejaan" and u.terbuka]
    valid(decided)
    named = draft(codes, choose(made, "nomor-kosong", "isi-sendiri", "Pembinaan Arsip"))
    assert ("A-03", "Pembinaan Arsip") in [(p.kode, p.nama) for p in named.model.proses]
    names = said(*HEAD, ("proses", "A-01", "Penataan Arsip"), ("proses", "A-01", "Pengelolaan Arsip"))
    other = draft(names, choose(draft(names), "nama-ganda", "isi-sendiri", "Tata Kelola Arsip"))
    assert [p.nama for p in other.model.proses] == ["Tata Kelola Arsip"]


def test_a_choice_that_is_to_be_filled_in_and_is_not_stays_open() -> None:
    codes = said(*HEAD, *(("proses", f"A-0{n}", f"Proses {n}") for n in (1, 2, 4)), ("proses", "A.05", "Lima"))
    decided = draft(codes, choose(draft(codes), "kode-beda-ejaan", "isi-sendiri"))
    assert "A.05" in [p.kode for p in decided.model.proses]
    assert [u.terbuka for u in decided.usul if u.jenis == "kode-beda-ejaan"] == [True]


def test_the_table_beside_the_list_gives_parents_and_proposals() -> None:
    text = said(
        *HEAD,
        ("misi", "1", "Mewujudkan daerah sehat"),
        ("tujuan", "1", "Meningkatkan derajat kesehatan"),
        ("tujuan", "2", "Meningkatkan mutu dan akses layanan gizi"),
    )
    table = [
        Kutipan(id="m", baris="20", teks="Mewujudkan daerah sehat", sebagai="misi", bagian="keterkaitan"),
        Kutipan(
            id="t", baris="20", teks="Meningkatkan derajat kesehatan", sebagai="tujuan", bagian="keterkaitan", induk="m"
        ),
        Kutipan(
            id="g",
            baris="21",
            teks="Meningkatkan akses layanan gizi",
            sebagai="tujuan",
            bagian="keterkaitan",
            induk="m",
        ),
    ]
    text = text.model_copy(update={"kutipan": (*text.kutipan, *table)})
    made = draft(text)
    assert [(t.bunyi[:27], t.misi) for t in made.model.arah.tujuan] == [
        ("Meningkatkan derajat keseha", "misi-1"),
        ("Meningkatkan mutu dan akses", None),
    ]
    same = draft(text, choose(made, "tujuan-beda-bunyi", "sama"))
    assert [t.misi for t in same.model.arah.tujuan] == ["misi-1", "misi-1"]
    more = draft(text, choose(made, "tujuan-beda-bunyi", "tambahkan"))
    assert len(more.model.arah.tujuan) == 3
    valid(more)


def test_steps_become_a_map_with_a_way_back() -> None:
    made = draft(
        said(
            *HEAD,
            ("sop", "", "SOP Penerbitan Izin"),
            ("langkah", "1", "Menerima berkas", "q4"),
            ("pelaksana", "", "Staf Loket", "q5"),
            ("waktu", "", "1 (satu) hari kerja", "q5"),
            ("keluaran", "", "Berkas permohonan", "q5"),
            ("langkah", "2", "Memeriksa berkas", "q4"),
            ("pelaksana", "", "Kepala Seksi", "q9"),
            ("kembali", "1", "kembali ke langkah 1", "q9"),
        ).model_copy()
    )
    (peta,) = made.model.lintas_fungsi
    assert [simpul.jenis for simpul in peta.simpul] == ["mulai", "kegiatan", "kegiatan", "selesai"]
    assert str(getattr(peta.simpul[1], "waktu", None)) == "1 HK"
    assert [(a.dari, a.ke) for a in peta.alur if a.jenis is JenisAlur.KEMBALI] == [
        ("memeriksa-berkas", "menerima-berkas")
    ]
    assert not any(isinstance(simpul, Putusan) for simpul in peta.simpul)
    assert [p.nama for p in made.model.produk] == ["Berkas permohonan"]
    valid(made)


def test_every_element_rests_on_the_decree_or_says_that_it_is_proposed() -> None:
    made = draft(said(*HEAD, ("misi", "1", "Sehat"), ("unit", "1", "Bagian Umum"), ("proses", "A-01", "Layanan")))
    for address, element in made.model.unsur():
        sumber = getattr(element, "sumber", None)
        assert sumber is None or sumber, address
        assert all(s.jenis in (JenisSumber.KEPUTUSAN, JenisSumber.USULAN) for s in sumber or ()), address


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_the_draft_of_every_decree_we_have_is_a_valid_folder(path: Path) -> None:
    made = draft(taken(path).naskah)
    valid(made)
    assert made.model.proses
    again = draft(quoted(read(path.name, path.read_bytes())).naskah, made.naskah)
    assert again.model == made.model and again.naskah == made.naskah


def test_a_drawing_becomes_the_map_of_the_process_it_stands_under_and_a_picture_a_file() -> None:
    body = (
        p("KEPUTUSAN BUPATI ALOR")
        + p("LAMPIRAN KEPUTUSAN BUPATI ALOR")
        + p("A. PETA SUB PROSES")
        + p("DK-01 PERENCANAAN KESEHATAN")
        + p("DK-02 PELAYANAN KESEHATAN")
        + p("B. PETA LINTAS FUNGSI")
        + p("DK-01.1 PENYUSUNAN RENCANA KERJA")
        + canvas(
            box(1, "flowChartTerminator", "Mulai", 0, 0),
            box(2, "flowChartProcess", "Menyusun rencana", 0, 100),
            box(3, "flowChartTerminator", "Selesai", 0, 200),
            wire(4, (50, 40), (50, 100), (1, 2)),
            wire(5, (50, 140), (50, 200), (2, 3)),
        )
    )
    document = read("k.docx", docx(body))
    document = replace(document, pictures=(Picture(document.lines[-1].number, "peta.PNG", "image/png", b"gambar"),))
    made = draft(quoted(document).naskah, document=document)
    (peta,) = made.model.lintas_fungsi
    owner = made.model.cari_proses(peta.proses)
    assert owner is not None and owner.kode == "DK-01.1"
    assert [simpul.nama for simpul in peta.simpul] == ["Mulai", "Menyusun rencana", "Selesai"]
    assert peta.sumber[0].baris == str(document.drawings[0].line)
    ((path, data),) = made.gambar.items()
    assert path.startswith("gambar/") and path.endswith(".png") and data == b"gambar"
    assert made.model.berkas[0].nama == path and made.model.berkas[0].ukuran == 6
    valid(made)


def test_a_text_that_is_too_long_to_keep_is_kept_in_part_and_says_so() -> None:
    quotes = tuple(
        Kutipan(baris=str(n), teks=f"Pengelolaan urusan nomor {n}", sebagai="proses", nomor=f"Q-{n // 2}", id=f"q{n}")
        for n in range(1, 9000)
    )
    made = draft(Naskah(nama="panjang.txt", jumlah_baris=9000, kutipan=quotes))
    assert made.tak_tersimpan > 0 and len(made.naskah.kutipan) + made.tak_tersimpan == len(quotes)
    assert any(each.hal == "usul" for each in made.kurang)
    valid(made)


WORDS = st.one_of(
    st.sampled_from(
        [
            "BO-01",
            "A.1",
            "Penataan",
            "NOMOR : 1",
            "{nn}",
            "---",
            "\u2028",
            "\x07",
            "Ω",
            "1.",
            "a. bahwa",
            "Pasal 1",
            "#",
            "é",
        ]
    ),
    st.text(max_size=30),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(Makna)), WORDS, WORDS, st.integers(0, 20)),
        max_size=25,
    )
)
def test_whatever_the_quotations_say_the_draft_is_a_valid_folder(told: list[tuple[Makna, str, str, int]]) -> None:
    quotes = []
    for line, (kind, number, words, above) in enumerate(told, 1):
        clean = {"teks": _clean(words), "nomor": _clean(number)[:300]}
        quotes.append(
            Kutipan(baris=str(line), sebagai=str(kind), id=f"q{line}", induk=f"q{above}" if above else "", **clean)
        )
    valid(draft(Naskah(nama="acak.txt", jumlah_baris=len(quotes), kutipan=tuple(quotes))))


def _clean(words: str) -> str:
    return "".join(sign for sign in words if ord(sign) >= 32 and ord(sign) != 127)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=30))
def test_whatever_the_text_its_draft_is_a_valid_folder(lines: list[str]) -> None:
    data = "\n".join(lines).encode("utf-8", "replace").replace(b"\0", b"") + b"."
    whole = quoted(read("acak.txt", data))
    valid(draft(whole.naskah))
    shown = understanding(whole)
    assert all("".join(text for text, _ in line.petikan) == line.teks for line in shown if line.teks)
    assert 0 <= numbers(shown).persen <= 100


def test_understood_words_are_those_of_quotations() -> None:
    whole = quoted(
        read(
            "k.txt",
            b"BUPATI ALOR\n\nKEPUTUSAN BUPATI ALOR\nNOMOR : 1\n\nTENTANG\n\nPETA PROSES\n\n\nMEMUTUSKAN:\n\nqwertz\n",
        )
    )
    shown = {line.nomor: line for line in understanding(whole)}
    covered = {word for k in whole.naskah.kutipan for word in k.teks.split()}
    for line in shown.values():
        for text, taraf in line.petikan:
            assert all((word in covered) is (taraf is Taraf.TERBACA) for word in text.split() if word.isalpha())
    assert numbers(tuple(shown.values())).huruf[Taraf.TERBACA] > 30


def test_a_line_that_is_parted_for_reading_is_one_line_of_the_text() -> None:
    path = next(each for each in FIXTURES if each.name == "pindaian-dinas.txt")
    read_ = quoted(read(path.name, path.read_bytes()))
    assert len({line.number for line in read_.document.lines}) < len(read_.document.lines)
    shown = understanding(read_)
    assert [each.nomor for each in shown] == sorted({each.nomor for each in shown})
    words = next(each for each in shown if each.teks.startswith("Menimbang"))
    assert [taraf for _, taraf in words.petikan] == [Taraf.TERBACA]


@pytest.mark.skipif(not DECREE.is_file(), reason="the decree is not beside the project")
def test_the_decree_of_ntt() -> None:
    made = draft(quoted(read(DECREE.name, DECREE.read_bytes())).naskah)
    model = made.model
    assert len(model.proses) == 26 and len(model.arah.sasaran) == 13 and len(model.organisasi.unit) == 11
    assert [p.kode for p in model.proses if p.induk is None][3] == "BO.04"
    jenis = {u.jenis for u in made.usul}
    assert {"kode-beda-ejaan", "nomor-kosong", "sasaran-beda-bunyi", "padanan-proses", "kelompok"} <= jenis
    assert model.keputusan is not None and len(model.keputusan.mengingat) == 4 and len(model.keputusan.diktum) == 4
    assert model.lintas_fungsi == ()
    valid(made)


def test_a_unit_is_the_same_however_its_rank_is_abbreviated() -> None:
    made = draft(
        said(
            *HEAD,
            ("unit", "1", "Sub Bagian Umum"),
            ("proses", "A-01", "Layanan"),
            ("pemilik", "", "Subbagian Umum", "q5"),
            ("proses", "A-02", "Keuangan"),
            ("pemilik", "", "Subbag Umum", "q7"),
        )
    )
    assert {proses.pemilik for proses in made.model.proses} == {"sub-bagian-umum"}
    assert len(made.model.organisasi.unit) == 2


def test_a_flow_is_tied_to_the_process_of_its_code_whatever_the_name_beside_it() -> None:
    made = draft(
        said(
            *HEAD,
            ("proses", "A.1", "Pelaporan"),
            ("proses", "B.1", "Pelaporan"),
            ("proses", "C.1", "Penilaian"),
            ("penjelasan", "1", "Pelaporan (B.1) menyampaikan laporan kepada C.1."),
            ("aliran", "", "Pelaporan (B.1) menyampaikan laporan kepada C.1", "q7"),
            ("dari", "B.1", "Pelaporan", "q8"),
            ("ke", "C.1", "C.1", "q8"),
            ("produk", "", "laporan", "q8"),
            ("keluaran", "", "laporan", "q5"),
        )
    ).model
    kode = {each.id: each.kode for each in made.proses}
    assert [(kode[each.dari or ""], kode[each.ke or ""]) for each in made.aliran] == [("B.1", "C.1")]
