"""The decree: order, words, proposals, drafts, empty parts."""

import io
import re
from datetime import date
from typing import Any

import pytest
from lxml import html as parser
from pypdf import PdfReader

from documents.bodies import EVIL, LONG, bare, whole
from probis.documents import Keadaan, NotWritable, _map_pages, _organisation, all_documents, document, writer
from probis.documents._sentences import Sentences
from probis.drawing.scene import Scene
from probis.law.kalimat import NAMA_UMUM, Kalimat, semua_kalimat
from probis.model import Ayat, Pasal, Pejabat, Pengundangan, PetaProsesBisnis, Rincian
from probis.paper import Clauses, Heading, Paper, Picture, Table, plain, walk
from probis.paper.render import html, pdf
from probis.paper.table import placed

BLANK = Picture(Scene(100, 100, "Peta"))


@pytest.fixture(autouse=True)
def _blank_maps(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a decree says does not depend on what its maps look like; test_pictures draws the real ones."""

    def drawn(model: PetaProsesBisnis, slug: str, *_: object) -> tuple[Picture, ...]:
        return (BLANK,) if model.organisasi.unit or (model.proses and slug != "struktur-organisasi") else ()

    for module in (_map_pages, _organisation):
        monkeypatch.setattr(module, "drawn", drawn)


def written(model: PetaProsesBisnis, **options: Any) -> Paper:
    return writer("keputusan")(model, **options)


def tree(paper: Paper) -> Any:
    return parser.fragment_fromstring(html.fragment(paper))


def said(paper: Paper) -> str:
    return " ".join(" ".join(tree(paper).itertext()).split())


def headings(paper: Paper) -> list[str]:
    return [f"{b.number} {plain(b.text)}".strip() for b in walk(paper) if isinstance(b, Heading)]


def in_order(found: str, *parts: str) -> None:
    at = 0
    for part in parts:
        place = found.find(part, at)
        assert place >= 0, f"{part!r} does not follow"
        at = place + len(part)


def test_the_family_finds_the_decree() -> None:
    assert "keputusan" in [found.slug for found in all_documents()]
    assert document("keputusan") == next(d for d in all_documents() if d.slug == "keputusan")
    assert document("tidak_ada") is None
    with pytest.raises(KeyError):
        writer("_names")


def test_the_parts_stand_in_the_order_of_a_decree() -> None:
    in_order(
        said(written(whole())),
        "BUPATI CONTOH",
        "KEPUTUSAN BUPATI CONTOH NOMOR : 100.3/1/2025",
        "TENTANG",
        "PETA PROSES BISNIS DINAS UJI KABUPATEN CONTOH TAHUN 2025–2029",
        "BUPATI CONTOH,",
        "Menimbang",
        "bahwa",
        "Mengingat",
        "Peraturan Menteri",
        "MEMUTUSKAN:",
        "Menetapkan",
        "KESATU",
        "KEDUA",
        "KETIGA",
        "peta proses;",
        "peta sub proses;",
        "peta relasi; dan",
        "peta lintas fungsi.",
        "KEEMPAT",
        "Ditetapkan di Kota Contoh",
        "pada tanggal 2 Maret 2025",
        "BUPATI CONTOH,",
        "NAMA BUPATI",
        "Tembusan:",
        "Inspektur Kabupaten Contoh.",
        "LAMPIRAN",
        "KEPUTUSAN BUPATI CONTOH",
        "NOMOR",
        "100.3/1/2025",
        "TANGGAL",
        "2 Maret 2025",
        "I. Visi",
        "A. Visi",
        "B. Misi",
        "C. Tujuan",
        "D. Sasaran",
        "II. Keterkaitan",
        "III. Telaahan",
        "IV. Tugas, Fungsi",
        "Kepala Dinas",
        "V. Peta Proses Bisnis Dinas Uji",
        "A. PETA PROSES",
        "Daftar Proses:",
        "Penjelasan Proses:",
        "B. PETA SUB PROSES",
        "C. PETA RELASI",
        "D. PETA LINTAS FUNGSI",
        "Lampiran ini memuat",
        "BUPATI CONTOH,",
        "NAMA BUPATI",
    )


def test_labels_of_the_body_are_used_and_nothing_of_the_example() -> None:
    found = said(written(whole()))
    assert "Proses Inti, Proses Penunjang, dan Manajemen" in found
    assert not re.search(r"NTT|Nusa Tenggara|\bBiro\b|Gubernur|BO-0|Kupang", found)


def worded(own: dict[str, str], **decree: Any) -> PetaProsesBisnis:
    """A body whose papers use every sentence there is: some parts full, some empty."""
    arah = whole().arah.model_dump(exclude={"visi"})
    return whole(
        keputusan={
            "bentuk": "keputusan_kepala",
            "mencabut": ["Keputusan lama"],
            "tembusan": ["Arsip"],
            "bunyi": own,
            **decree,
        },
        arah=arah,
    )


def changed(own: dict[str, str], dated: dict[str, Any]) -> list[Paper]:
    """Decrees that change this body: much, and no map."""
    old, new = worded(own, **dated), worded(own, nomor="8", tanggal=date(2026, 1, 2))
    again = {**dated, "tentang": "Perubahan atas Keputusan Kepala Nomor 1 tentang Peta"}
    fresh = new.arah.misi[0].model_copy(update={"id": "m-baru"})
    other = new.arah.model_copy(update={"misi": (*new.arah.misi[1:], fresh), "dokumen": "Renstra"})
    unit = [u.model_copy(update={"nama": f"{u.nama} Baru"}) for u in new.organisasi.unit]
    much = new.model_copy(
        update={
            "arah": other,
            "organisasi": new.organisasi.model_copy(update={"unit": tuple(unit)}),
            "proses": tuple(p.model_copy(update={"nama": f"{p.nama} Baru"}) for p in new.proses),
            "aliran": new.aliran[1:],
        }
    )
    few = new.model_copy(update={"arah": new.arah.model_copy(update={"dokumen": "Renstra"})})
    writes = writer("keputusan-perubahan")
    return [writes(much, lama=old), writes(few, lama=worded(own, **again))]


def odd(own: dict[str, str], dated: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> list[Paper]:
    """Decrees of bodies with a vision, with nothing but a name, with maps of two pages and one only proposed."""
    decree = {"bentuk": "keputusan_kepala", "bunyi": own}
    data = whole().model_dump()
    proposed = {**data["lintas_fungsi"][0], "id": "usulan", "varian": "usulan"}
    certified = {**decree, **dated, "pengesah": {"jabatan": "Kepala", "nip": "198001012005011001"}}
    area = {**data["arah"], "area": [{"id": "ar", "nama": "Area"}], "dilayani": ["ar"]}
    unworded = {slot: said for slot, said in own.items() if slot not in ("dasar-tugas", "penutup-lampiran")}
    papers = [
        written(bare().model_copy(update={"keputusan": whole(keputusan=decree).keputusan})),
        written(bare().model_copy(update={"keputusan": whole(keputusan={**decree, "bunyi": unworded}).keputusan})),
        written(whole(keputusan=certified, arah=area), keadaan=Keadaan.SALINAN),
        written(whole(keputusan={**decree, "bunyi": unworded})),
    ]
    with monkeypatch.context() as patch:
        patch.setattr(_map_pages, "drawn", lambda *_: (BLANK, BLANK))
        papers.append(written(whole(keputusan=decree, lintas_fungsi=[*data["lintas_fungsi"], proposed])))
    return papers


def regulating(bunyi: dict[str, str], **more: object) -> PetaProsesBisnis:
    """A body whose map a regulation sets, with chapters, parts, paragraphs and items of items."""
    pasal = (
        Pasal(bab="Ketentuan Umum", bunyi="Yang dimaksud dengan", butir=(Rincian(bunyi="Daerah adalah Alor"),)),
        Pasal(
            bab="Proses Bisnis",
            bagian="Umum",
            ayat=(
                Ayat(bunyi="Susunannya", butir=(Rincian(bunyi="sekretariat", butir=("umum", "keuangan")),)),
                Ayat(bunyi="Peta ditinjau setiap tahun"),
            ),
        ),
        Pasal(bunyi="Peraturan ini mulai berlaku pada tanggal diundangkan"),
    )
    decree: dict[str, object] = {"bentuk": "peraturan_bupati", "pasal": pasal, "bunyi": bunyi, **more}
    return whole(keputusan={**decree, "penanda_tangan": {"jabatan": "Bupati Alor", "nama": "Rani"}})


def test_a_regulation_has_chapters_articles_and_a_promulgation() -> None:
    gazetted = Pengundangan(
        tempat="Kalabahi",
        tanggal=date(2025, 2, 3),
        pejabat=Pejabat(jabatan="Sekretaris Daerah", nama="Oka"),
        berita="Berita Daerah Kabupaten Alor Tahun 2025 Nomor 9",
    )
    told = said(written(regulating({}, nomor="9 TAHUN 2025", tanggal=date(2025, 2, 1), pengundangan=gazetted)))
    for words in (
        "PERATURAN BUPATI ALOR",
        "DENGAN RAHMAT TUHAN YANG MAHA ESA",
        "PERATURAN BUPATI TENTANG",
        "BAB I",
        "KETENTUAN UMUM",
        "Bagian Kesatu",
        "Pasal 3",
        "umum; dan",
        "penempatannya dalam Berita Daerah Kabupaten Alor.",
        "Diundangkan di Kalabahi",
        "SEKRETARIS DAERAH,",
        "BERITA DAERAH KABUPATEN ALOR TAHUN 2025 NOMOR 9",
    ):
        assert words in told, words
    assert "KESATU" not in told and "KEPUTUSAN" not in told


def test_a_regulation_without_articles_says_in_articles_what_a_decree_says_in_clauses() -> None:
    told = said(written(whole(keputusan={"bentuk": "peraturan_gubernur"})))
    assert "Pasal 4" in told and "Peraturan Gubernur ini mulai berlaku pada tanggal diundangkan." in told
    assert "Diktum" not in told


def test_every_sentence_gives_way_to_the_bodys_own(monkeypatch: pytest.MonkeyPatch) -> None:
    own = {
        slot.nama: f"Kalimat {n} milik sendiri {{tak_dikenal}} {{0}} {{__class__}}"
        for n, slot in enumerate(semua_kalimat())
        if not slot.pilihan and not slot.nama.startswith("konfirmasi-")  # those of the confirmation sheet
    }
    dated = {"nomor": "7", "tanggal": date(2025, 1, 2)}
    tentang = {**own, "isi-kepala-lampiran": "tentang"}
    papers = [
        written(worded(own)),
        written(worded(own, **dated), keadaan=Keadaan.SALINAN),
        written(worded(tentang, **dated)),
        *changed(own, dated),
        *odd(own, dated, monkeypatch),
        written(regulating(own)),
    ]
    found = " ".join(f"{said(p)} {p.watermark.text if p.watermark else ''}" for p in papers)
    numbers = {n.before + n.after for p in papers for s in p.sections if (n := s.number)}
    missing = {name for name, sentence in own.items() if sentence.lower() not in found.lower()}
    assert missing <= {"nomor-halaman"}
    assert numbers == {f"{own['nomor-halaman']} "}


@pytest.mark.parametrize("slot", [slot for slot in semua_kalimat() if slot.pilihan], ids=lambda slot: slot.nama)
def test_every_choice_changes_the_paper_and_a_wrong_one_does_not(slot: Kalimat) -> None:
    base = written(worded({}, nomor="7", tanggal=date(2025, 1, 2)))
    assert slot.bunyi == slot.pilihan[0]
    for choice in slot.pilihan[1:]:
        assert written(worded({slot.nama: choice}, nomor="7", tanggal=date(2025, 1, 2))) != base
    assert written(worded({slot.nama: "lain"}, nomor="7", tanggal=date(2025, 1, 2))) == base


def test_the_number_of_a_page_is_shown_as_the_body_shows_that_of_page_one() -> None:
    model = worded({"nomor-halaman": "Halaman 1", "letak-nomor-halaman": "bawah"})
    for section in written(model).sections:
        assert section.number is not None
        assert (section.number.before, section.number.after, section.number.place) == ("Halaman ", "", "foot")


def test_a_draft_leaves_number_and_date_open_and_has_a_column_for_initials() -> None:
    paper = written(whole(), keadaan=Keadaan.RANCANGAN)
    found = said(paper)
    assert paper.watermark is not None and paper.watermark.text == "RANCANGAN"
    assert "100.3/1/2025" not in found and "2 Maret 2025" not in found
    in_order(found, "Tembusan:", "Paraf koordinasi:", "Kepala Bagian Hukum", "Asisten", "Sekretaris Daerah", "LAMPIRAN")


def test_a_draft_of_a_dated_decree_cites_the_laws_of_its_day() -> None:
    ids = ["perda-contoh-5-2021"]
    decree = {"bentuk": "keputusan_bupati", "mengingat": ids, "nomor": "1", "tanggal": date(2022, 1, 1)}
    assert "Nomor 2 Tahun 2023" not in said(written(whole(keputusan=decree), keadaan=Keadaan.RANCANGAN))


def test_a_copy_is_certified_and_carries_no_place_to_sign_for_the_head() -> None:
    decree = whole().keputusan
    assert decree is not None
    who = {"jabatan": "Kepala Bagian Hukum", "nama": "Nama Pengesah", "pangkat": "Pembina", "nip": "19700101"}
    paper = written(whole(keputusan=decree.model_dump() | {"pengesah": who}), keadaan=Keadaan.SALINAN)
    assert paper.watermark is None
    certified = ("BUPATI CONTOH,", "ttd", "NAMA BUPATI", "Salinan sesuai dengan aslinya", "KEPALA BAGIAN HUKUM,")
    signed = ("NAMA PENGESAH", "Pembina", "NIP 19700101")
    in_order(said(paper), "SALINAN", "MEMUTUSKAN", *certified, *signed, "LAMPIRAN", *certified, *signed)
    assert "ttd" not in said(written(whole()))


@pytest.mark.parametrize(
    ("form", "office"),
    [
        ("keputusan_gubernur", "KEPALA BIRO HUKUM,"),
        ("keputusan_bupati", "KEPALA BAGIAN HUKUM,"),
        ("keputusan_wali_kota", "KEPALA BAGIAN HUKUM,"),
        ("keputusan_menteri", "KEPALA BIRO HUKUM,"),
        ("keputusan_kepala", "KEPALA BAGIAN HUKUM,"),
    ],
)
def test_who_certifies_depends_on_the_form_of_decree(form: str, office: str) -> None:
    decree = {"bentuk": form, "nomor": "1", "tanggal": date(2025, 1, 2)}
    in_order(said(written(whole(keputusan=decree), keadaan=Keadaan.SALINAN)), "Salinan sesuai", office, "………")


@pytest.mark.parametrize("missing", ["nomor", "tanggal"])
@pytest.mark.parametrize("state", [Keadaan.DITETAPKAN, Keadaan.SALINAN])
def test_what_has_no_number_or_date_cannot_be_written_as_set(missing: str, state: Keadaan) -> None:
    decree = whole().keputusan
    assert decree is not None
    with pytest.raises(NotWritable, match=f"belum mempunyai {missing},"):
        written(whole(keputusan=decree.model_dump(exclude={missing})), keadaan=state)


@pytest.mark.parametrize("slot", [slot.nama for slot in semua_kalimat()])
def test_every_default_sentence_is_clean(slot: str) -> None:
    found = next(s for s in semua_kalimat() if s.nama == slot)
    assert found.tempat
    assert not re.search(r"\s{2}|!|silakan|maaf|berhasil", found.bunyi)


def test_considerations_and_clauses_of_the_body_stand_as_written() -> None:
    model = whole(
        keputusan={
            "bentuk": "keputusan_bupati",
            "menimbang": ["bahwa satu", "bahwa dua;"],
            "diktum": [{"bunyi": "Menetapkan sesuatu", "butir": ["a1", "a2", "a3"]}, {"bunyi": "Selesai."}],
        }
    )
    found = said(written(model))
    in_order(found, "bahwa satu;", "bahwa dua;", "KESATU", "Menetapkan sesuatu:", "a1;", "a2; dan", "a3.", "KEDUA")
    assert "KETIGA" not in found


def test_a_replaced_decree_is_revoked_before_the_last_clause() -> None:
    clauses = [b for b in walk(written(whole())) if isinstance(b, Clauses)][-1]
    labels = [plain(c.label) for c in clauses.clauses]
    assert labels == ["Menetapkan", "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"]
    in_order(said(written(whole())), "KEEMPAT", "Keputusan Bupati Contoh Nomor 9 Tahun 2020 dicabut", "KELIMA", "mulai")


def test_regulations_come_by_rank_with_amendments_of_their_day() -> None:
    ids = ["perda-contoh-5-2021", "permenpanrb-19-2018", "uu-23-2014", "tidak-ada"]
    decree = {"bentuk": "keputusan_bupati", "mengingat": ids}
    model = whole(keputusan=decree)
    late = said(written(model))
    in_order(
        late, "Undang-Undang Nomor 23 Tahun 2014", "Peraturan Menteri", "Peraturan Daerah", "tidak-ada belum dikenal"
    )
    assert "sebagaimana telah diubah dengan Peraturan Daerah Kabupaten Contoh Nomor 2 Tahun 2023" in late
    early = said(written(model, pada=date(2022, 1, 1)))
    assert "Nomor 2 Tahun 2023" not in early
    dated = said(written(whole(keputusan=decree | {"tanggal": date(2022, 1, 1)}), pada=date(2024, 1, 1)))
    assert "Nomor 2 Tahun 2023" not in dated


def test_a_draft_says_so_and_leaves_number_and_date_open() -> None:
    assert written(whole()).watermark is None
    for missing in ("nomor", "tanggal"):
        decree = whole().keputusan
        assert decree is not None
        model = whole(keputusan=decree.model_dump(exclude={missing}))
        paper = written(model)
        assert paper.watermark is not None
        assert paper.watermark.text == "RANCANGAN"
        assert "………" in said(paper)


def test_the_date_of_the_paper_is_the_decrees_else_the_first_day_of_the_period() -> None:
    assert written(whole()).date == date(2025, 3, 2)
    assert written(bare(), pada=date(2026, 1, 1)).date == date(2025, 1, 1)


def test_the_cascade_joins_cells_and_keeps_what_hangs_on_nothing() -> None:
    table = next(b for b in walk(written(whole())) if isinstance(b, Table))
    cells = [(y, x, plain(c.text), c.rows) for y, x, c in placed(table.body, 4)]
    assert [(y, rows) for y, x, _, rows in cells if x == 1] == [(0, 3), (3, 1), (4, 1), (5, 2)]
    assert [(y, words.split(" ", 1)[0], rows) for y, x, words, rows in cells if x == 2] == [
        (0, "1.", 2),
        (2, "2.", 1),
        (3, "–", 1),
        (4, "–", 1),
        (5, "1.", 1),
        (6, "–", 1),
    ]
    assert [words for _, x, words, _ in cells if x == 3][-1] == "1. Sasaran lepas"
    assert "Belum dikaitkan dengan misi" in [words for _, x, words, _ in cells if x == 1]


def test_what_is_proposed_shows_beside_it() -> None:
    root = tree(written(whole()))
    tagged = [" ".join(tag.getparent().itertext()) for tag in root.xpath(".//*[@class='tag']")]
    assert any("Misi dua" in words for words in tagged)
    assert any("pelaksanaan kebijakan uji" in words for words in tagged)
    assert not any("perumusan kebijakan uji" in words for words in tagged)
    assert "belum dikonfirmasi" in said(written(whole()))
    assert "belum dikonfirmasi" not in said(written(bare()))


def test_explanations_keep_their_own_numbers() -> None:
    source = html.fragment(written(whole()))
    in_order(source, '<li value="1">Permohonan diajukan', '<li value="3">Administrasi umum menjadi')


def test_what_has_no_map_is_named() -> None:
    found = said(written(whole()))
    in_order(found, "Peta sub proses dari proses berikut belum ditetapkan:", "02 Administrasi Umum")
    in_order(found, "D. PETA LINTAS FUNGSI", "01.01 Izin Baru", "Terlampir", "01.02 Perubahan Izin", "Belum ditetapkan")


def test_a_body_that_holds_nothing_gets_plain_sentences() -> None:
    paper = written(bare())
    found = said(paper)
    assert found.count("Belum ditetapkan.") >= 9
    in_order(found, *(f"{n} " for n in ("I.", "II.", "III.", "IV.", "V.")))
    assert pdf.render(paper).startswith(b"%PDF")


def test_the_closing_sentence_counts_what_is_there() -> None:
    paper = written(whole())
    closing = "1 peta proses, 1 peta sub proses, 1 peta relasi, dan 1 peta lintas fungsi."
    assert f"Lampiran ini memuat {closing}" in said(paper)
    assert "uraian tanpa peta" in said(written(bare()))


def test_evil_names_come_through_untouched() -> None:
    paper = written(whole())
    assert EVIL in said(paper)
    assert LONG in said(paper)
    assert pdf.render(paper) == pdf.render(written(whole()))


@pytest.mark.parametrize("name", ["visi", "misi", "tujuan", "sasaran", "area", "dilayani", "telaahan", "dokumen"])
def test_any_part_of_the_direction_may_be_missing(name: str) -> None:
    arah = whole().arah.model_dump(exclude={name})
    assert written(whole(arah=arah)).sections


@pytest.mark.parametrize(
    "name",
    ["organisasi", "produk", "proses", "aliran", "hubungan", "penjelasan", "lintas_fungsi", "peraturan", "keputusan"],
)
def test_any_part_of_the_model_may_be_missing(name: str) -> None:
    model = PetaProsesBisnis.model_validate(whole().model_dump(exclude={name}))
    assert pdf.render(written(model)).startswith(b"%PDF")


def test_the_text_of_the_pdf_opens_like_the_paper() -> None:
    pages = PdfReader(io.BytesIO(pdf.render(written(whole())))).pages
    in_order(pages[0].extract_text(), "BUPATI CONTOH", "KEPUTUSAN", "TENTANG", "Menimbang", "Mengingat")


def test_what_a_sentence_may_name_is_what_every_paper_fills() -> None:
    assert set(Sentences(whole()).values) == set(NAMA_UMUM)
