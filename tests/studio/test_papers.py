"""Documents in the studio: found, offered where their subject is, shown, written, or refused in our words."""

import base64
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import probis.documents as family
from bodies import body
from probis.documents import all_documents, document
from probis.interchange import yaml
from probis.maps import find_map, paper_of
from probis.paper import BadImage
from probis.store.emblem import read_emblem
from probis.studio.body.kept import Beside, StillMaking
from probis.studio.config.security import POLICY
from probis.studio.maps import pictures
from probis.studio.papers import made
from probis.studio.papers.offered import Wish, subjects, writable
from probis.studio.revisions.loading import Outcome, load
from studio.conftest import HOSTILE, NOW, load_parts, renamed
from studio.test_pages import SMALL, Page, crawl, opened_at

_MODULE = '''
"""A document of the tests."""
import time
from datetime import date
from probis.documents._document import Document
from probis.documents._state import NotWritable
from probis.paper import Page, Paper, Paragraph, Section, Table, Column, Row, Cell, text

DOCUMENT = Document("{slug}", "{title}", "Ringkasan {title}.", "{subject}", {formats}{more})

def write(model, subject_id=None, *, pada=None, drawings=None, **more):
    said = f"{title} {{subject_id}} {{model.instansi.nama}} {{more.get('lama') and more['lama'].lintas_fungsi[0].id}}"
    {body}
    table = Table((Column(1),), (Row((Cell(text(said)),)),))
    section = Section((Paragraph(text(said)), table), Page(210, 297, 20, 20, 20, 20))
    return Paper("{title}", date(2026, 1, 2), (section,))
'''
KEEN = {
    "uji-badan": ("instansi", ("pdf", "docx", "html"), "", "pass"),
    "uji-proses": ("proses", ("xlsx", "html"), "", "pass"),
    "uji-lembar": ("lintas-fungsi", ("docx", "xlsx", "pdf"), "", "pass"),
    "uji-banding": ("instansi", ("html",), ", compares=True", "pass"),
    "uji-tolak": ("instansi", ("pdf", "html"), "", "raise NotWritable('Nomor <b> belum `diisi`.')"),
    "uji-gagal": ("instansi", ("pdf",), "", "raise RuntimeError('rahasia')"),
    "uji-lama": ("instansi", ("html",), "", "time.sleep(0.6)"),
}


@pytest.fixture
def more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Seven further documents, each a new file among the others."""
    for slug, (subject, formats, told, does) in KEEN.items():
        title = slug.replace("-", " ").capitalize()
        text = _MODULE.format(slug=slug, title=title, subject=subject, formats=formats, more=told, body=does)
        (tmp_path / f"{slug.replace('-', '_')}.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(family, "__path__", [*family.__path__, str(tmp_path)])
    caches = (family.all_documents, family.writer, family._slugs, family._module)
    for each in caches:
        each.cache_clear()
    yield
    monkeypatch.undo()
    for each in caches:
        each.cache_clear()


def links(client: Client, path: str) -> list[str]:
    return Page(client.get(path).content.decode()).links


def test_every_document_is_offered_where_its_subject_is(client: Client, more: None) -> None:
    cross = opened_at(SMALL).model.lintas_fungsi[0]
    whole, process = links(client, SMALL), links(client, f"{SMALL}proses/{cross.proses}/")
    lanes, everything = links(client, f"{SMALL}lintas-fungsi/{cross.id}/"), links(client, f"{SMALL}dokumen/")
    body, of_process = f"{SMALL}dokumen/uji-badan/", f"{SMALL}dokumen/uji-proses/{cross.proses}/"
    of_lanes = f"{SMALL}dokumen/uji-lembar/{cross.id}/"
    assert body in whole
    assert body in links(client, f"{SMALL}keputusan/")
    assert of_process in process
    assert {of_process, of_lanes} <= set(lanes)
    assert {body, of_process, of_lanes} <= set(everything)
    assert of_lanes not in process
    assert body not in lanes
    files = {link for link in everything if f"{SMALL}dokumen/uji-lembar/{cross.id}." in link}
    assert {link.rpartition(".")[2] for link in files} == {"docx", "xlsx", "pdf"}


def test_documents_that_are_there_today_are_offered_and_shown(client: Client) -> None:
    shown = links(client, f"{SMALL}dokumen/")
    for each in all_documents():
        stem = f"{SMALL}dokumen/{each.slug}/"
        assert any(link.startswith(stem) for link in shown) is not each.compares, each.slug


def test_previews_of_all_documents_are_sound(client: Client) -> None:
    opened = opened_at(SMALL)
    wishes = [Wish(each, next(subjects(opened.model, each))[0]) for each in writable(opened)]
    assert len(wishes) > 2
    crawl(client, SMALL, [f"{SMALL}{wish.stem}/" for wish in wishes])


@pytest.mark.parametrize("base", [SMALL, "/badan-jahat/2025-2029/"])
def test_previews_are_sound(client: Client, base: str, more: None) -> None:
    model = opened_at(base).model
    cross = model.lintas_fungsi[0]
    paths = ["dokumen/", "dokumen/keputusan/", "dokumen/keputusan/?keadaan=rancangan", "dokumen/uji-badan/"]
    paths += [f"dokumen/uji-proses/{cross.proses}/", f"dokumen/uji-lembar/{cross.id}/", "dokumen/uji-lama/"]
    crawl(client, base, [base + path for path in paths])
    response = client.get(f"{base}dokumen/uji-badan/")
    text = response.content.decode()
    assert '<article class="paper"' in text
    assert response.headers["Content-Security-Policy"] == POLICY
    assert HOSTILE not in text
    named = client.get(f"{base}dokumen/uji-lembar/{cross.id}/").content.decode()
    assert f'href="{base}lintas-fungsi/{cross.id}/"' in named


@pytest.mark.parametrize(
    ("form", "start"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("xlsx", b"PK"), ("html", b"<!doctype html>")]
)
def test_a_document_is_written_in_each_of_its_forms_and_no_other(
    client: Client, more: None, form: str, start: bytes
) -> None:
    cross = opened_at(SMALL).model.lintas_fungsi[0]
    for slug, subject in (("uji-badan", ""), ("uji-proses", cross.proses), ("uji-lembar", cross.id)):
        found = document(slug)
        assert found is not None
        path = f"{SMALL}dokumen/{slug}{f'/{subject}' if subject else ''}.{form}"
        response = client.get(path)
        if form not in found.formats:
            assert response.status_code == 404
            continue
        assert response.status_code == 200, path
        assert response.content.startswith(start)
        assert response.headers["Content-Type"] == made.TYPES[form]
        name = "--".join(filter(None, (slug, subject, "kecamatan-telaga-arum", "2025-2029")))
        where = "inline" if form == "pdf" else "attachment"
        assert response.headers["Content-Disposition"] == f'{where}; filename="{name}.{form}"'
        assert client.get(path, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304


def test_the_decree_is_offered_in_its_states(client: Client, ntt: str) -> None:
    page = f"{ntt}dokumen/keputusan/"
    text = client.get(f"{page}?keadaan=rancangan").content.decode()
    assert re.search(r'data-watermark="[^"]+"', text)
    assert '<a class="btn btn-small" href="?keadaan=rancangan" aria-current="true">Rancangan</a>' in text
    assert f'href="{ntt}dokumen/keputusan.pdf?keadaan=rancangan"' in text
    usual = client.get(page).content.decode()
    assert "data-watermark" not in usual
    assert '<a class="btn btn-small" href="?" aria-current="true">Ditetapkan</a>' in usual
    assert client.get(f"{page}?keadaan=ditetapkan").content == client.get(page).content
    copy = client.get(f"{ntt}dokumen/keputusan.html?keadaan=salinan")
    plain = client.get(f"{ntt}dokumen/keputusan.html")
    assert 'filename="keputusan--biro-organisasi-ntt--2018-2023--salinan.html"' in copy.headers["Content-Disposition"]
    assert copy.headers["ETag"] != plain.headers["ETag"]
    assert "sesuai dengan aslinya" in copy.content.decode()
    assert "sesuai dengan aslinya" not in plain.content.decode()


def test_what_cannot_be_written_yet_is_said_and_not_kept(client: Client, more: None) -> None:
    base = "/badan-keliru/2025-2029/"
    paths = [f"{base}dokumen/keputusan/?keadaan=ditetapkan", f"{base}dokumen/keputusan.pdf?keadaan=salinan"]
    for path in (*paths, f"{base}dokumen/uji-tolak/", f"{base}dokumen/uji-tolak.pdf"):
        response = client.get(path)
        text = response.content.decode()
        assert response.status_code == 409, path
        assert "Belum dapat ditulis" in text
        assert ("belum dapat ditulis sebagai" in text) is ("keputusan" in path)
        assert ("Nomor &lt;b&gt; belum <code>diisi</code>." in text) is ("tolak" in path)
        assert Page(text).unbalanced == []
        if path.partition("?")[0].endswith(".pdf"):
            assert response.headers["Cache-Control"] == "no-store"


def test_a_document_that_fails_is_said_in_our_words_and_logged(
    client: Client, more: None, caplog: pytest.LogCaptureFixture
) -> None:
    for path in ("uji-gagal/", "uji-gagal.pdf"):
        response = client.get(f"{SMALL}dokumen/{path}")
        text = response.content.decode()
        assert response.status_code == 500
        assert "Tidak dapat disusun" in text
        assert "rahasia" not in text
        assert "Traceback" not in text
    assert "dokumen/uji-gagal could not be written" in caplog.text


def test_a_document_that_takes_long_is_waited_for_by_the_page(
    client: Client, more: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "PATIENCE", 0.05)
    base = "/badan-keliru/2025-2029/"
    for path, ends in (("uji-lama/", b'<article class="paper"'), ("uji-lama.html", b"<!doctype html>")):
        waiting = client.get(f"{base}dokumen/{path}")
        assert waiting.status_code == 202
        assert waiting.headers["Refresh"] == "3"
        assert "Sedang disusun" in waiting.content.decode()
        begun = time.monotonic()
        while (response := client.get(f"{base}dokumen/{path}")).status_code == 202:
            assert time.monotonic() - begun < 20
            time.sleep(0.05)
        assert response.status_code == 200
        assert ends in response.content
        made._PAPERS._values.clear()  # so that the file has to be written anew


def test_what_compares_is_offered_from_the_second_revision_on(client: Client, grown: str, more: None) -> None:
    page = f"{grown}dokumen/uji-banding/"
    assert f"{page}?banding=1" in links(client, f"{grown}dokumen/") or page in links(client, f"{grown}dokumen/")
    text = client.get(page).content.decode()
    assert "Uji banding None Badan Panjang proses-1-sub-1" in text
    assert '<option value="1" selected>1</option>' in text
    assert f'href="{grown}dokumen/uji-banding.html?banding=1"' in text
    for query in ("?banding=99", "?banding=x", "?banding=-1", "?banding=%D9%A3"):
        assert client.get(page + query).content == client.get(page).content
    assert client.get(f"{SMALL}dokumen/uji-banding/").status_code == 404
    assert f"{SMALL}dokumen/uji-banding/" not in links(client, f"{SMALL}dokumen/")


@pytest.mark.parametrize(
    "path",
    ["tidak-ada/", "tidak-ada.pdf", "keputusan/x/", "keputusan/x.pdf", "uji-lembar/", "uji-lembar/tidak-ada/",
     "uji-lembar/tidak-ada.docx", "uji-proses.xlsx", "keputusan.exe", "_decree/", "_decree.pdf"],
)  # fmt: skip
def test_documents_that_are_none_are_not_there(client: Client, more: None, path: str) -> None:
    assert client.get(f"{SMALL}dokumen/{path}").status_code == 404


def test_a_document_is_written_once_and_its_maps_are_those_of_the_pages(
    client: Client, ntt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(f"{ntt}dokumen/keputusan.docx")

    def never(_: str) -> None:
        raise AssertionError("written twice")

    monkeypatch.setattr(made, "writer", never)
    assert client.get(f"{ntt}dokumen/keputusan.docx").content == first.content
    made._BYTES._values.clear()
    assert client.get(f"{ntt}dokumen/keputusan.docx").content == first.content, "kept on disk, too"
    opened = opened_at(ntt)
    kind = find_map("peta-proses")
    assert kind is not None
    drawn = made._Drawn(opened)
    assert drawn["peta-proses", None] is pictures.scenes(opened, kind, None, paper_of(opened.model))
    assert drawn.get(("peta-lintas-fungsi", "tidak-ada")) is None
    assert drawn.get(("tidak-ada", None)) is None
    assert ("peta-lintas-fungsi", "fasilitasi-kab-kota") in set(drawn)
    assert len(drawn) > 30


def test_questions_to_the_database_do_not_grow_with_documents(client: Client, ntt: str) -> None:
    for path in ("dokumen/", "dokumen/keputusan/"):
        client.get(ntt + path)
        with CaptureQueriesContext(connection) as queries:
            client.get(ntt + path)
        assert len(queries) == 1, path


def test_the_style_of_papers_is_served_for_long_and_asks_for_nothing(client: Client) -> None:
    page = client.get(f"{SMALL}dokumen/keputusan/").content.decode()
    found = re.search(r'href="(/gaya-dokumen\.css\?v=[^"]+)"', page)
    assert found
    response = client.get(found[1])
    assert response.headers["Content-Type"].startswith("text/css")
    assert "immutable" in response.headers["Cache-Control"]
    assert "url(" not in response.content.decode()


def test_what_is_made_beside_is_bounded_and_told_once() -> None:
    beside: Beside[int] = Beside(2)
    begun = time.monotonic()
    for key in "ab":
        with pytest.raises(StillMaking):
            beside.get(key, lambda: (time.sleep(0.3), 7)[1], 0)
    with pytest.raises(StillMaking):
        beside.get("c", lambda: 9, 5)
    assert time.monotonic() - begun < 0.3, "the third is refused at once"
    assert beside.get("a", lambda: 0, 5) == 7, "the one under way is the one that is told"
    with pytest.raises(ZeroDivisionError):
        beside.get("d", lambda: 1 // 0, 5)
    assert beside.get("d", lambda: 5, 5) == 5
    assert beside.get("b", lambda: 0, 5) == 7


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>'


def test_an_emblem_in_the_folder_stands_in_the_letterhead(client: Client, tmp_path: Path) -> None:
    parts = renamed(body(1), "badan-lambang", "Badan Lambang")
    (tmp_path / "lambang.svg").write_bytes(SVG)
    load_parts(parts)
    base = "/badan-lambang/2025-2029/"
    without = client.get(f"{base}dokumen/keputusan.html").content.decode()
    assert "data:image/svg+xml" not in without
    bacaan = yaml.read(parts)
    done = load({**parts, **read_emblem(tmp_path)}, bacaan, when=NOW, why="lambang")
    assert done.outcome is Outcome.CHANGED
    text = client.get(f"{base}dokumen/keputusan/").content.decode()
    assert f"data:image/svg+xml;base64,{base64.b64encode(SVG).decode()}" in text
    assert 'alt="Lambang pada kepala naskah Badan Lambang"' in text
    assert client.get(f"{base}dokumen/keputusan.pdf").content.startswith(b"%PDF-")
    assert not [t for t in opened_at(base).temuan if "lambang" in t.pesan]


@pytest.mark.parametrize(
    ("data", "reason"), [(b"<svg", "bukan SVG atau PNG"), (SVG.replace(b"<path", b"<script/><path"), "<script>")]
)
def test_an_emblem_that_cannot_be_used_is_refused_with_its_place(tmp_path: Path, data: bytes, reason: str) -> None:
    assert read_emblem(tmp_path) == {}
    (tmp_path / "lambang.svg").write_bytes(data)
    with pytest.raises(BadImage, match=r"lambang\.svg: .*" + re.escape(reason)):
        read_emblem(tmp_path)


def test_an_emblem_is_not_fetched_from_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "luar.svg").write_bytes(SVG)
    (tmp_path / "dalam").mkdir()
    (tmp_path / "dalam" / "lambang.svg").symlink_to(tmp_path / "luar.svg")
    with pytest.raises(BadImage, match="tautan ke luar folder"):
        read_emblem(tmp_path / "dalam")
