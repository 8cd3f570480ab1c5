"""Every page of the studio: answered, in our words, escaped, without inline code, with few database queries."""

import re
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from lxml import html

from bodies import body
from probis.drawing.render.palette import DARK, stylesheet
from probis.model import Revisi
from probis.rules import all_rules
from probis.studio.body.opened import Opened, clear_memory, open_edition
from probis.studio.config.security import POLICY
from probis.studio.config.values import STUDIO
from probis.studio.findings import views as findings_views
from probis.studio.revisions.models import Edisi, Instansi, Isi
from probis.studio.revisions.store import DatabaseStore
from studio.conftest import NOW, load_parts, renamed

PARTS = (
    "",
    "relasi/",
    "relasi/matriks/",
    "arah/",
    "organisasi/",
    "keputusan/",
    "dokumen/",
    "temuan/",
    "temuan/?pengecualian=1",
    "sumber/",
)
SMALL = "/kecamatan-telaga-arum/2025-2029/"
BODIES = (SMALL, "/badan-jahat/2025-2029/", "/badan-keliru/2025-2029/")
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}


class Page(HTMLParser):
    """What a page holds: ids, links, and whatever the content policy would refuse."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.refused: list[str] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if tag == "a" and named.get("href"):
            self.links.append(str(named["href"]))
        if tag == "style" or (tag == "script" and not named.get("src")):
            self.refused.append(tag)
        self.refused += [f"{tag} {name}" for name in named if name == "style" or name.startswith("on")]
        if str(named.get("src") or named.get("href") or "").partition(":")[0] in (
            "http",
            "https",
            "javascript",
            "data",
        ):
            self.refused.append(f"{tag} {named}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)


def pages_of(base: str) -> list[str]:
    opened = opened_at(base)
    own = [f"proses/{p.id}/" for p in opened.model.proses]
    own += [f"lintas-fungsi/{p.id}/" for p in opened.model.lintas_fungsi]
    return [base + path for path in (*PARTS, *own)]


def opened_at(base: str) -> Opened:
    _, instansi, edisi, _ = base.split("/")
    return open_edition(instansi, edisi)


@pytest.mark.parametrize("base", BODIES)
def test_every_page_is_sound_and_its_links_lead_to_a_place(client: Client, base: str) -> None:
    crawl(client, base, [*pages_of(base), "/", "/cari/", "/cari/?q=a"])


def test_pages_of_the_large_example_are_sound(client: Client, ntt: str) -> None:
    own = ("proses/penataan-kelembagaan/", "proses/uraian-tugas/", "lintas-fungsi/fasilitasi-kab-kota/")
    crawl(client, ntt, [ntt + path for path in (*PARTS, *own)])


def crawl(client: Client, base: str, paths: list[str]) -> None:
    """Ask for each page once; then follow the links among them, and only these."""
    pages: dict[str, Page] = {}
    for path in paths:
        response = client.get(path)
        page = pages[path] = Page(response.content.decode())
        assert response.status_code == 200, path
        assert page.refused == [], path
        assert page.unbalanced == [], path
        assert page.open == [], path
        assert len(page.ids) == len(set(page.ids)), (path, sorted(i for i in page.ids if page.ids.count(i) > 1))
    for path, page in pages.items():
        for link in page.links:
            target, _, place = link.partition("#")
            target = path if not target else path.partition("?")[0] + target if target.startswith("?") else target
            if not target.startswith(base) or re.search(r"\.(svg|png|pdf|docx|xlsx|html)$", target.partition("?")[0]):
                continue
            if target in pages:
                assert not place or place in pages[target].ids, (path, link)
            elif not target.endswith(("/proses/", "/lintas-fungsi/")):
                resolve(target.partition("?")[0])


@pytest.mark.parametrize("path", ["/", "/nggak-ada/", "/static/studio/studio.css", "/cari/?q=x"])
def test_security_headers_stand_on_every_answer(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


def test_no_cookie_is_set(client: Client, ntt: str) -> None:
    assert not client.get(ntt).cookies


def test_another_host_is_refused_in_our_words() -> None:
    response = Client(HTTP_HOST="contoh.example").get("/")
    assert response.status_code == 400
    assert "Permintaan ini tidak dapat dibaca" in response.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "x/", "tidak/ada/", "biro-organisasi-ntt/1999-2000/", "biro-organisasi-ntt/2018-2023/proses/tidak-ada/",
        "biro-organisasi-ntt/2018-2023/lintas-fungsi/tidak-ada/", "biro-organisasi-ntt/2018-2023/gambar/tidak-ada.svg",
        "biro-organisasi-ntt/2018-2023/gambar/peta-lintas-fungsi.svg",
        "biro-organisasi-ntt/2018-2023/gambar/peta-lintas-fungsi/tidak-ada.pdf",
        "badan-keliru/2025-2029/dokumen/tidak-ada.pdf", "static/studio/tidak-ada.css", "..%2f..%2fetc/passwd", "%00/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_in_our_words(client: Client, path: str) -> None:
    response = client.get(f"/{path}")
    text = response.content.decode()
    assert response.status_code == 404
    assert "Halaman ini tidak ada, atau Anda tidak terdaftar di instansinya." in text
    assert "Traceback" not in text
    assert "Not Found" not in text


def test_a_failure_is_said_in_our_words(ntt: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("rahasia")

    monkeypatch.setattr(findings_views, "levels", fail)
    response = Client(HTTP_HOST="localhost", raise_request_exception=False).get(f"{ntt}temuan/")
    text = response.content.decode()
    assert response.status_code == 500
    assert "Peta Anda tidak berubah." in text
    assert "rahasia" not in text
    assert response.headers["Content-Security-Policy"] == POLICY


def test_pages_can_only_be_read(client: Client, ntt: str) -> None:
    assert client.post(ntt).status_code == 405
    assert client.delete(ntt).status_code == 405
    assert client.head(ntt).status_code == 200


def test_hostile_names_stay_text(client: Client) -> None:
    shown = 0
    for path in [*pages_of("/badan-jahat/2025-2029/"), "/", "/cari/?q=script"]:
        text = client.get(path).content.decode()
        assert "<script>alert" not in text, path
        assert "alert(1)" not in text or "{{ 7|add:7 }}" in text, path
        shown += "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert shown > 10


@pytest.mark.parametrize("query", ['"><script>alert(1)</script>', "' OR 1=1 --", "\x00", "(" * 500, "%", "_", "İ"])
def test_hostile_searches_are_answered(client: Client, query: str) -> None:
    response = client.get("/cari/", {"q": query})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_questions_to_the_database_are_few_and_do_not_grow(client: Client, ntt: str) -> None:
    for path in (
        "/",
        ntt,
        f"{ntt}temuan/",
        f"{ntt}sumber/",
        f"{ntt}proses/anjab-abk/",
        f"{ntt}lintas-fungsi/pengukuran-kinerja/",
    ):
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        assert len(queries) == 1, (path, [q["sql"] for q in queries])


def test_an_unchanged_page_is_not_sent_again(client: Client, ntt: str) -> None:
    first = client.get(ntt)
    again = client.get(ntt, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.content


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_maps_can_be_taken_away(client: Client, form: str) -> None:
    start = {"svg": b"<svg ", "png": b"\x89PNG", "pdf": b"%PDF-"}[form]
    cross = opened_at(SMALL).model.lintas_fungsi[0].id
    for path in ("peta-proses", "peta-relasi", "struktur-organisasi", f"peta-lintas-fungsi/{cross}"):
        response = client.get(f"{SMALL}gambar/{path}.{form}")
        assert response.status_code == 200, path
        assert response.content.startswith(start)
        name = path.replace("/", "--")
        assert response.headers["Content-Disposition"] == f'attachment; filename="{name}.{form}"'
        again = client.get(f"{SMALL}gambar/{path}.{form}", headers={"If-None-Match": response.headers["ETag"]})
        assert again.status_code == 304


def test_the_decree_is_a_pdf_made_once(client: Client) -> None:
    response = client.get(f"{SMALL}dokumen/keputusan.pdf")
    assert response.status_code == 200
    assert response.content.startswith(b"%PDF-")
    assert response.headers["Content-Type"] == "application/pdf"
    again = client.get(f"{SMALL}dokumen/keputusan.pdf", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_findings_stand_beside_what_they_speak_of(client: Client) -> None:
    base = "/badan-keliru/2025-2029/"
    process = client.get(f"{base}proses/proses-2/").content.decode()
    assert "belum punya pemilik" in process
    assert 'class="sev sev-e"' in process
    other = client.get(f"{base}proses/proses-1/").content.decode()
    assert "belum punya pemilik" not in other
    everything = client.get(f"{base}temuan/").content.decode()
    assert "proses.yaml, baris" in everything
    number = len(opened_at(base).open_findings)
    assert f"Temuan ({number})" in process


def test_each_finding_beside_a_page_says_why_on_what_ground_and_where(client: Client) -> None:
    base = "/badan-keliru/2025-2029/"
    page = client.get(f"{base}proses/proses-2/").content.decode()
    side = html.fromstring(page).xpath("//section[@class='side']")[0]
    mine = [t for t in opened_at(base).open_findings if t.alamat == "proses/proses-2"]
    assert mine
    said = " ".join(side.text_content().replace("\u200b", "").split())
    everything = html.fromstring(client.get(f"{base}temuan/").content.decode())
    for one in mine:
        aturan = all_rules()[one.aturan].aturan
        assert " ".join(aturan.mengapa.replace("`", "").split()) in said
        assert all(basis in said for basis in aturan.rujukan)
        assert one.tempat is not None and f"{one.tempat.berkas}, baris {one.tempat.baris}" in said
        assert side.xpath(f".//h3/a[@href='{base}temuan/#{one.tingkat}-{one.aturan}']")
        section = everything.xpath(f"//*[@id='{one.tingkat}-{one.aturan}']")[0].text_content()
        assert all(basis in section for basis in aturan.rujukan)


def test_findings_can_be_narrowed_to_a_level(client: Client) -> None:
    base = "/badan-keliru/2025-2029/temuan/"
    errors = client.get(base, {"tingkat": "galat"}).content.decode()
    notes = client.get(base, {"tingkat": "catatan"}).content.decode()
    assert "belum punya pemilik" in errors
    assert "belum punya pemilik" not in notes
    assert client.get(base, {"tingkat": "<b>"}).status_code == 200


def test_excused_findings_show_their_reason_when_asked(client: Client, ntt: str) -> None:
    excused = [t for t in opened_at(ntt).temuan if t.dikecualikan]
    assert excused
    assert "Dikecualikan</span>" not in client.get(f"{ntt}temuan/").content.decode()
    assert "Dikecualikan</span>" in client.get(f"{ntt}temuan/?pengecualian=1").content.decode()


def test_search_finds_codes_names_units_and_steps(client: Client) -> None:
    for query, path in [
        ("bo-01.3", "lintas-fungsi/fasilitasi-kab-kota/"),
        ("budaya kerja", "proses/"),
        ("tatalaksana", "organisasi/#unit/"),
        ("ombudsman", "organisasi/#pihak/"),
        ("usulan penataan kelembagaan", "proses/"),
        ("memeriksa kelengkapan", "lintas-fungsi/fasilitasi-kab-kota/#lintas-fungsi/fasilitasi-kab-kota/"),
    ]:
        text = client.get("/cari/", {"q": query}).content.decode()
        assert f'href="/biro-organisasi-ntt/2018-2023/{path}' in text, query
    assert "Tidak ada yang cocok" in client.get("/cari/", {"q": "zzzzz"}).content.decode()


def test_maps_are_walked_down_by_links(client: Client, ntt: str) -> None:
    def drawn(path: str) -> Page:
        text = client.get(path).content.decode()
        return Page(text[text.index('<svg xmlns="http') : text.rindex("</svg>") + 6])

    assert f"{ntt}proses/penataan-kelembagaan/" in drawn(ntt).links
    assert f"{ntt}lintas-fungsi/fasilitasi-kab-kota/" in drawn(f"{ntt}proses/penataan-kelembagaan/").links
    steps = drawn(f"{ntt}lintas-fungsi/fasilitasi-kab-kota/").links
    assert any(link.startswith("#lintas-fungsi/fasilitasi-kab-kota/") for link in steps)
    assert any(link.startswith(f"{ntt}lintas-fungsi/") for link in steps)


LAYERS = ("?lapis=temuan", "?lapis=usulan", "?lapis=perbedaan", "?lapis=jalan", "?legenda=tidak", "?simbol=bpmn",
          "?simbol=bpmn&lapis=perbedaan", "?simbol=bpmn&lapis=jalan", "?simbol=bpmn&legenda=tidak")  # fmt: skip


def test_pages_with_an_overlay_are_sound(client: Client, grown: str) -> None:
    paths = ("", "relasi/", "relasi/matriks/", "organisasi/", "proses/proses-1/", "lintas-fungsi/proses-1-sub-1/")
    crawl(client, grown, [*pages_of(grown), *(grown + path + layer for path in paths for layer in LAYERS)])
    crawl(
        client,
        "/badan-jahat/2025-2029/",
        [f"/badan-jahat/2025-2029/{path}{layer}" for path in paths[:5] for layer in LAYERS],
    )


def test_an_overlay_is_listed_beside_the_map_in_the_place_of_the_legend(client: Client, grown: str) -> None:
    page = f"{grown}lintas-fungsi/proses-1-sub-1/"
    bare = client.get(page).content.decode()
    assert 'class="g-legend"' in bare
    assert "mark-list" not in bare
    assert 'class="g-legend"' not in client.get(f"{page}?legenda=tidak").content.decode()
    seen = client.get(f"{page}?lapis=perbedaan").content.decode()
    assert 'class="g-legend"' not in seen
    listed = re.sub(r"<[^>]*>|\s+", " ", seen[seen.index("mark-list") : seen.index("</ol>", seen.index("mark-list"))])
    listed = " ".join(listed.split())
    assert "waktu 9 HK menjadi 3 HK" in listed
    assert "nomor lima” menjadi “Menelaah pokok bahasan nomor 5”" in listed
    assert "Dihapus Langkah Mengarsipkan telaahan, dengan 2 alurnya." in listed
    assert "dibandingkan dengan revisi 1" in seen


def test_findings_lie_on_the_map(client: Client) -> None:
    base = "/badan-keliru/2025-2029/"
    seen = client.get(f"{base}?lapis=temuan").content.decode()
    assert 'class="mark mark-error"' in seen
    assert re.search(r'aria-label="[^"]*Galat 1: [^"]*"', seen)
    clean = client.get("/kecamatan-telaga-arum/2025-2029/?lapis=temuan").content.decode()
    assert "Tidak ada temuan pada peta ini." in clean


def test_a_way_between_two_steps_is_found_or_said_to_be_none(client: Client, grown: str) -> None:
    page = f"{grown}lintas-fungsi/proses-1-sub-1/"
    found = client.get(page, {"lapis": "jalan", "jalan": ["langkah-3", "putuskan"]}).content.decode()
    assert "Jalan terpendek" in found
    none = client.get(page, {"lapis": "jalan", "jalan": ["selesai", "ajukan"]}).content.decode()
    assert "Tidak ada jalan dari" in none
    assert "Menelaah pokok bahasan nomor 3" in none


@pytest.mark.parametrize(
    "query",
    ["lapis=<b>", "lapis=waktu", "lapis=perbedaan&banding=-1", "lapis=perbedaan&banding=999999999999",
     "lapis=jalan&jalan=x", "lapis=perbedaan&banding=٣",
     "simbol=<b>", "simbol=BPMN", "simbol=uml&lapis=temuan", "legenda=%00", "lapis=jalan&jalan=<script>&jalan=y"],
)  # fmt: skip
def test_choices_that_are_none_show_a_map_all_the_same(client: Client, grown: str, query: str) -> None:
    for path in ("", "lintas-fungsi/proses-1-sub-1/"):
        response = client.get(f"{grown}{path}?{query}")
        assert response.status_code == 200
        assert 'class="probis"' in response.content.decode()
        assert "<script>&" not in response.content.decode()


def test_a_map_is_taken_away_with_its_overlay(client: Client, grown: str) -> None:
    path = f"{grown}gambar/peta-lintas-fungsi/proses-1-sub-1.svg"
    bare, laid = client.get(path), client.get(f"{path}?lapis=perbedaan")
    assert b"menjadi 3 HK" in laid.content
    assert b"menjadi 3 HK" not in bare.content
    assert bare.headers["ETag"] != laid.headers["ETag"]
    assert 'filename="peta-lintas-fungsi--proses-1-sub-1--perbedaan.svg"' in laid.headers["Content-Disposition"]


def drawing(client: Client, path: str) -> str:
    text = client.get(path).content.decode()
    return text[text.index('<svg xmlns="http') : text.rindex("</svg>") + 6]


def test_a_lintas_fungsi_is_shown_in_the_notation_that_is_chosen(client: Client, ntt: str) -> None:
    page = f"{ntt}lintas-fungsi/fasilitasi-kab-kota/"
    bare, bpmn = client.get(page).content.decode(), client.get(f"{page}?simbol=bpmn").content.decode()
    assert "· BPMN 2.0" not in drawing(client, page)
    assert "· BPMN 2.0" in drawing(client, f"{page}?simbol=bpmn").replace("BPMN\u00a02.0", "BPMN 2.0")
    assert '<a class="btn btn-small" href="?" aria-current="true">Bagan alir</a>' in bare
    assert '<a class="btn btn-small" href="?simbol=bpmn" aria-current="true">BPMN 2.0</a>' in bpmn
    assert "?simbol=bpmn" in bpmn.partition('aria-label="Lapis pada gambar"')[2].partition("</nav>")[0]
    links = set(re.findall(r'href="([^"#]*/lintas-fungsi/[^"#]*)', drawing(client, f"{page}?simbol=bpmn")))
    assert links == {f"{ntt}lintas-fungsi/paraf-berjenjang/?simbol=bpmn"}
    table = [text.partition("Langkah demi langkah")[2].partition("</table>")[0] for text in (bare, bpmn)]
    assert table[0].replace("paraf-berjenjang/", "paraf-berjenjang/?simbol=bpmn") == table[1]
    assert "Simbol gambar" not in client.get(f"{ntt}?simbol=bpmn").content.decode()


def test_the_notation_of_the_profile_comes_first(client: Client) -> None:
    parts = renamed(body(1), "badan-bpmn")
    profil = parts["instansi.yaml"].replace(b"profil:\n", b"profil:\n  simbol: bpmn\n")
    load_parts({**parts, "instansi.yaml": profil})
    page = "/badan-bpmn/2025-2029/lintas-fungsi/proses-1-sub-1/"
    text = client.get(page).content.decode()
    assert '<a class="btn btn-small" href="?" aria-current="true">BPMN 2.0</a>' in text
    assert '<a class="btn btn-small" href="?simbol=bagan_alir">Bagan alir</a>' in text
    assert drawing(client, page) == drawing(client, f"{page}?simbol=bpmn")
    assert drawing(client, page) != drawing(client, f"{page}?simbol=bagan_alir")


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_a_map_is_taken_away_in_the_notation_that_is_shown(client: Client, grown: str, form: str) -> None:
    path = f"{grown}gambar/peta-lintas-fungsi/proses-1-sub-1.{form}"
    bare, bpmn = client.get(path), client.get(f"{path}?simbol=bpmn")
    assert bare.content != bpmn.content
    assert bare.headers["ETag"] != bpmn.headers["ETag"]
    assert f'filename="peta-lintas-fungsi--proses-1-sub-1--bpmn.{form}"' in bpmn.headers["Content-Disposition"]
    shown = client.get(f"{grown}lintas-fungsi/proses-1-sub-1/?simbol=bpmn&lapis=usulan").content.decode()
    assert f"{path}?simbol=bpmn&amp;lapis=usulan" in shown


def test_everything_that_can_be_reached_in_a_drawing_says_what_it_is(client: Client, ntt: str) -> None:
    for path in ("", "relasi/", "relasi/matriks/", "arah/", "organisasi/", "proses/penataan-kelembagaan/"):
        text = client.get(ntt + path).content.decode()
        drawing = text[text.index('<svg xmlns="http') : text.rindex("</svg>")]
        stops = re.findall(r'<a [^>]*>|<g [^>]*tabindex="0"[^>]*>', drawing)
        assert len(stops) > 5, path
        for stop in stops:
            assert re.search(r'aria-label="[^"]{3,}"', stop), (path, stop)


def test_a_drawing_that_fails_leaves_the_text(client: Client, ntt: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from probis.studio.maps import pictures

    def fail(*_: object) -> str:
        raise RuntimeError

    monkeypatch.setattr(pictures, "inline", fail)
    text = client.get(f"{ntt}lintas-fungsi/fasilitasi-kab-kota/").content.decode()
    assert "Gambar ini tidak dapat dibuat." in text
    assert "Memeriksa kelengkapan" in text


def test_an_edition_that_cannot_be_read_is_said_and_the_others_are_shown(client: Client, ntt: str) -> None:
    instansi = Instansi.objects.create(kode="badan-rusak", nama="Badan Rusak")
    edisi = Edisi.objects.create(instansi=instansi, kode="2025-2029")
    store = DatabaseStore(edisi.pk)
    try:
        revisi = store.commit(None, {"instansi.yaml": b"nama: [\n"}, who="folder", when=NOW, why="uji")
        home = client.get("/").content.decode()
        assert "Revisi ini tidak terbaca sebagai peta." in home
        assert f'href="{ntt}"' in home
        assert client.get("/badan-rusak/2025-2029/").status_code == 404
        assert isinstance(revisi, Revisi)
        Isi.objects.filter(sha256=revisi.bagian["instansi.yaml"]).delete()
        clear_memory()
        assert "hilang dari penyimpanan" in client.get("/").content.decode()
    finally:
        Edisi.objects.filter(pk=edisi.pk).update(kepala=None)
        edisi.revisi.all().delete()
        edisi.delete()


def test_an_empty_studio_says_how_to_begin(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from probis.studio.home import views

    monkeypatch.setattr(views, "all_editions", list)
    assert "Belum ada peta proses bisnis." in client.get("/").content.decode()


def test_the_dark_colours_of_maps_are_those_of_the_palette() -> None:
    css = (STUDIO / "static" / "studio" / "studio.css").read_text(encoding="utf-8")
    for rule in stylesheet(DARK).splitlines():
        assert f"  .map-box .probis {rule}\n" in css


def test_the_style_sheet_keeps_to_old_browsers() -> None:
    css = (STUDIO / "static" / "studio" / "studio.css").read_text(encoding="utf-8")
    for too_new in ("light-dark(", "color-mix(", "subgrid", "popover", "@layer", "&:", "http:", "https:"):
        assert too_new not in css
    assert css.count("{") == css.count("}")
    assert len(css) < 50_000


def test_no_page_speaks_english_or_begs() -> None:
    for path in STUDIO.rglob("*.html"):
        text = re.sub(r"\{[%{].*?[%}]\}|<[^>]*>", " ", path.read_text(encoding="utf-8"))
        words = set(re.findall(r"[a-z]+", text.casefold()))
        assert not words & {"silakan", "maaf", "berhasil", "submit", "error", "the", "loading", "not", "found"}, path
        assert "!" not in text.replace("<!", ""), path
