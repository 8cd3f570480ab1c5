"""The studio in a real Chromium: walking down by click and by keyboard, wide and narrow, with and without script."""

import os
import re
import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

CHROMIUM = next(
    (p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome") if Path(p).exists()), ""
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed; the pages were not tried in a browser."),
]

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed.")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A server on a free port, as `./run up` starts it."""
    import waitress

    from probis.studio.config.wsgi import application

    server = waitress.create_server(application, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield browser
        browser.close()


class Watched:
    """A page with everything it complained of."""

    def __init__(self, browser: "sync_api.Browser", width: int, *, dark: bool = False, script: bool = True) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", self._failed)

    def _failed(self, request: "sync_api.Request") -> None:
        if request.failure != "net::ERR_ABORTED":  # a font that the next page no longer waits for
            self.complaints.append(f"{request.url}: {request.failure}")

    def close(self) -> None:
        self.context.close()
        assert self.complaints == []


@pytest.fixture(params=[(1440, False), (1440, True), (768, False), (360, False), (360, True)], ids=str)
def watched(request: pytest.FixtureRequest, browser: "sync_api.Browser") -> Iterator[Watched]:
    width, dark = request.param
    watched = Watched(browser, width, dark=dark)
    yield watched
    watched.close()


def show_drawing(page: "sync_api.Page") -> None:
    """On a telephone the drawing is shown when asked for."""
    page.locator("#gambar").wait_for(state="attached")
    button = page.get_by_role("link", name="Tampilkan gambar")
    if button.is_visible():
        button.click()


def overflow(page: "sync_api.Page") -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_no_page_is_wider_than_its_window(watched: Watched, address: str, ntt: str) -> None:
    paths = [
        "",
        "relasi/",
        "relasi/matriks/",
        "arah/",
        "organisasi/",
        "keputusan/",
        "dokumen/",
        "temuan/?pengecualian=1",
        "sumber/",
    ]
    paths += ["proses/penataan-kelembagaan/", "proses/uraian-tugas/", "lintas-fungsi/fasilitasi-kab-kota/"]
    paths += ["lintas-fungsi/fasilitasi-kab-kota/?simbol=bpmn&lapis=jalan#gambar"]
    for path in ["/", "/cari/?q=kelembagaan", "/tidak-ada/", *(ntt + path for path in paths)]:
        watched.page.goto(address + path)
        assert overflow(watched.page) == 0, path
        if path == "/tidak-ada/":
            watched.complaints.clear()  # the browser itself reports that this page answers 404


def test_walking_down_by_click(watched: Watched, address: str, ntt: str) -> None:
    page = watched.page
    page.goto(address + "/")
    page.get_by_role("link", name="2018–2023").first.click()
    show_drawing(page)
    page.locator(f'svg.probis a[href="{ntt}proses/penataan-kelembagaan/"]').first.click()
    page.wait_for_url(f"**{ntt}proses/penataan-kelembagaan/")
    show_drawing(page)
    page.locator(f'svg.probis a[href="{ntt}lintas-fungsi/fasilitasi-kab-kota/"]').first.click()
    page.wait_for_url(f"**{ntt}lintas-fungsi/fasilitasi-kab-kota/")
    show_drawing(page)
    page.locator('svg.probis a[href^="#"]').first.click()
    row = page.locator("tr:target")
    assert row.count() == 1
    assert "Raperda" in row.inner_text() or "ermohonan" in row.inner_text()
    show_drawing(page)
    page.locator(f'svg.probis a[href^="{ntt}lintas-fungsi/"]').first.click()
    page.wait_for_url("**/lintas-fungsi/paraf-berjenjang/")


def test_walking_down_by_keyboard(browser: "sync_api.Browser", address: str, ntt: str) -> None:
    watched = Watched(browser, 1440)
    page = watched.page
    page.goto(address + ntt)

    def walk_to(href: str, most: int = 120) -> None:
        page.locator("svg.probis a[href]").first.focus()
        for _ in range(most):
            if page.evaluate("document.activeElement.getAttribute('href')") == href:
                page.keyboard.press("Enter")
                return
            page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never reached {href}")

    walk_to(f"{ntt}proses/penataan-kelembagaan/")
    page.wait_for_url(f"**{ntt}proses/penataan-kelembagaan/")
    walk_to(f"{ntt}lintas-fungsi/fasilitasi-kab-kota/")
    page.wait_for_url(f"**{ntt}lintas-fungsi/fasilitasi-kab-kota/")
    page.locator("svg.probis a[href]").first.focus()
    visited = []
    for _ in range(6):
        visited.append(page.evaluate("document.activeElement.dataset.ref"))
        page.keyboard.press("ArrowRight")
    flows = {row["id"]: row["next"] for row in page.evaluate(
        "Array.from(document.querySelectorAll('tr[data-next]'), r => ({id: r.id, next: r.dataset.next.split(' ')}))"
    )}  # fmt: skip
    for here, there in pairwise(visited):
        assert there in flows[here]
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert page.locator("tr:target").count() == 1
    watched.close()


def test_zoom(browser: "sync_api.Browser", address: str, ntt: str) -> None:
    watched = Watched(browser, 1440)
    page = watched.page
    page.goto(f"{address}{ntt}proses/penataan-kelembagaan/")
    drawing = page.locator("svg.probis")

    def width() -> float:
        return float(page.evaluate("document.querySelector('svg.probis').getBoundingClientRect().width"))

    natural = float(page.evaluate("document.querySelector('svg.probis').viewBox.baseVal.width")) * 4 / 3
    fit = width()
    page.get_by_role("button", name="100 %").click()
    assert width() == pytest.approx(natural, abs=1)
    page.get_by_role("button", name="Perbesar").click()
    assert width() == pytest.approx(natural * 1.25, abs=1)
    page.get_by_role("button", name="Perkecil").click()
    page.get_by_role("button", name="Perkecil").click()
    assert width() == pytest.approx(natural * 0.8, abs=1)
    page.get_by_role("button", name="Pas lebar").click()
    assert width() == fit
    assert drawing.get_attribute("style") in (None, "")
    watched.close()


def test_everything_but_zoom_works_without_script(browser: "sync_api.Browser", address: str, ntt: str) -> None:
    watched = Watched(browser, 1440, script=False)
    page = watched.page
    page.goto(address + ntt)
    assert not page.locator(".zoom").is_visible()
    assert page.locator("svg.probis a[href]").count() > 10
    page.locator(f'svg.probis a[href="{ntt}proses/penataan-kelembagaan/"]').first.click()
    page.wait_for_url(f"**{ntt}proses/penataan-kelembagaan/")
    page.get_by_role("searchbox").fill("BO-05.3")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="BO-05.3").first.click()
    assert "/lintas-fungsi/pengukuran-kinerja/" in page.url
    watched.close()


def test_a_telephone_gets_the_text_and_the_drawing_when_asked(
    browser: "sync_api.Browser", address: str, ntt: str
) -> None:
    for width, narrow in ((360, True), (1440, False)):
        watched = Watched(browser, width)
        page = watched.page
        page.goto(f"{address}{ntt}lintas-fungsi/fasilitasi-kab-kota/?lapis=jalan")
        drawing, text = page.locator("svg.probis"), page.locator(".as-text h2")
        assert text.is_visible()
        assert page.locator(".mark-list").is_visible()
        assert drawing.is_visible() is not narrow
        if narrow:
            page.get_by_role("link", name="Tampilkan gambar").click()
            assert drawing.is_visible()
            assert overflow(page) == 0
        places = [page.locator(part).bounding_box() for part in (".as-text h2", ".as-map .map-box")]
        assert places[0] and places[1]
        assert (places[0]["y"] < places[1]["y"]) is narrow
        watched.close()


def rows(page: "sync_api.Page") -> list[dict[str, str]]:
    """The table beside the map: address, number, text, doer and what follows of each step."""
    found: list[dict[str, str]] = page.evaluate(
        """() => {
          const heads = Array.from(document.querySelectorAll('table.numbers thead th'), h => h.textContent.trim());
          return Array.from(document.querySelectorAll('table.numbers tbody tr'), row => {
            const cells = Array.from(row.children, c => c.textContent.trim().replace(/\\s+/g, ' '));
            const said = {id: row.id};
            heads.forEach((head, i) => { said[head] = cells[i]; });
            return said;
          });
        }"""
    )
    return found


def walked(page: "sync_api.Page", most: int) -> list[str]:
    """The addresses that the Tab key comes to within the drawing, from its start on; each must show its focus."""
    page.locator("svg.probis a[href], svg.probis [tabindex]").first.focus()
    page.keyboard.press("Shift+Tab")
    seen: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => {
              const node = document.activeElement.closest('svg.probis [data-ref]');
              if (!node) return null;
              const style = getComputedStyle(node), box = node.getBoundingClientRect();
              return {ref: node.dataset.ref, ring: style.outlineStyle + ' ' + style.outlineWidth,
                      inside: box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0};
            }"""
        )
        if here is None:
            break
        assert here["ring"] == "solid 3px", here
        assert here["inside"], here
        seen.append(here["ref"])
    return seen


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_tab_follows_the_order_of_the_table(
    browser: "sync_api.Browser", address: str, ntt: str, grown: str, script: bool
) -> None:
    maps = (f"{grown}lintas-fungsi/proses-1-sub-1/", f"{ntt}lintas-fungsi/fasilitasi-kab-kota/")
    for path in (map_ + notation for map_ in maps for notation in ("", "?simbol=bpmn")):
        watched = Watched(browser, 1440)
        watched.page.goto(address + path)
        order = [row["id"] for row in rows(watched.page)]
        if not script:
            watched.close()
            watched = Watched(browser, 1440, script=False)
            watched.page.goto(address + path)
        if path.startswith(grown):
            assert len(order) >= 60
        if script:
            assert walked(watched.page, len(order) + 20) == order
        else:
            stops = watched.page.locator("svg.probis a[href], svg.probis [tabindex]")
            assert [stops.nth(i).get_attribute("data-ref") for i in range(stops.count())] == order
        watched.close()


def test_the_accessibility_tree_holds_what_the_table_holds(
    browser: "sync_api.Browser", address: str, ntt: str, grown: str
) -> None:
    maps = (f"{grown}lintas-fungsi/proses-1-sub-1/", f"{ntt}lintas-fungsi/fasilitasi-kab-kota/")
    for path in (map_ + notation for map_ in maps for notation in ("", "?simbol=bpmn")):
        watched = Watched(browser, 1440)
        page = watched.page
        page.goto(address + path)
        session = watched.context.new_cdp_session(page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}

        def below(node: dict[str, object], tree: dict[str, dict[str, object]] = by_id) -> Iterator[dict[str, object]]:
            for child in node.get("childIds", ()):
                if child in tree:
                    yield tree[child]
                    yield from below(tree[child])

        def name(node: dict[str, object]) -> str:
            return str(node.get("name", {}).get("value", ""))

        def role(node: dict[str, object]) -> str:
            return str(node.get("role", {}).get("value", ""))

        title = page.locator("svg.probis").get_attribute("aria-label")
        drawing = next(n for n in nodes if name(n) == title and role(n) in ("group", "graphics-document", "SvgRoot"))
        links = [name(n) for n in below(drawing) if role(n) == "link"]
        table = rows(page)
        assert len(links) == len(table)
        for said, row in zip(links, table, strict=True):
            parts = [row["No"], row["Kegiatan"], row["Pelaksana"], *re.split(r"[;,] ", row["Selanjutnya"])]
            for part in parts:
                if part not in ("–", ""):
                    assert part.removesuffix(" Usulan") in said, (part, said)
        watched.close()


def test_a_screen_reader_hears_what_a_step_is(browser: "sync_api.Browser", address: str, ntt: str) -> None:
    watched = Watched(browser, 1440)
    watched.page.goto(f"{address}{ntt}lintas-fungsi/fasilitasi-kab-kota/")
    step = watched.page.locator("svg.probis").get_by_role("link", name="Memeriksa kelengkapan berkas").first
    said = step.get_attribute("aria-label") or ""
    assert "4 Memeriksa kelengkapan berkas" in said
    assert "Selanjutnya" in said
    watched.close()


def test_a_document_is_shown_on_white_paper_and_taken_away(watched: Watched, address: str, ntt: str) -> None:
    page = watched.page
    page.set_default_timeout(60_000)
    page.goto(f"{address}{ntt}keputusan/")
    page.locator("summary", has_text="Dokumen").click()
    page.locator(".menu-list").get_by_role("link", name="Keputusan", exact=True).click()
    page.wait_for_url(f"**{ntt}dokumen/keputusan/")
    page.get_by_role("link", name="Rancangan", exact=True).click()
    page.wait_for_url("**?keadaan=rancangan")
    assert overflow(page) == 0
    style = """e => { const s = getComputedStyle(e); return [s.color, s.backgroundColor, s.fill, s.fontFamily]; }"""
    sheet = page.locator(".paper .sheet").first.evaluate(style)
    assert sheet[:2] == ["rgb(17, 17, 17)", "rgb(255, 255, 255)"]
    assert "Bonum" in sheet[3]
    assert page.locator(".paper svg text.f-ink").first.evaluate(style)[2] == "rgb(20, 24, 29)"
    marker = page.locator(".paper ol[type=a]").first.evaluate("e => getComputedStyle(e).listStyleType")
    assert marker == "lower-alpha"
    mark = page.locator(".paper .sheet").first.evaluate("e => getComputedStyle(e, '::before').content")
    assert mark == '"RANCANGAN"'
    with page.expect_download() as started:
        page.locator(".actions").get_by_role("link", name="DOCX").click()
    assert started.value.suggested_filename == "keputusan--biro-organisasi-ntt--2018-2023--rancangan.docx"
    watched.complaints = [said for said in watched.complaints if "keputusan.docx" not in said]


def test_a_document_that_takes_long_comes_by_itself(
    browser: "sync_api.Browser", address: str, ntt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from probis.studio.papers import made, views

    monkeypatch.setattr(made, "PATIENCE", 0.0)
    monkeypatch.setattr(views, "AGAIN", 1)
    made._BYTES._values.clear()
    watched = Watched(browser, 1440, script=False)
    watched.page.goto(f"{address}{ntt}dokumen/keputusan/?keadaan=salinan")
    assert watched.page.get_by_role("heading", name="Sedang disusun").is_visible()
    watched.page.locator(".paper .sheet").first.wait_for(timeout=60_000)
    watched.close()


def test_no_document_is_wider_than_its_window_and_its_words_stay_whole(
    watched: Watched, address: str, ntt: str
) -> None:
    watched.page.set_default_timeout(60_000)
    cross = "fasilitasi-kab-kota"
    for path in ("matriks-unit/", "daftar-produk/", f"sop/{cross}/", f"lembar-konfirmasi/{cross}/"):
        watched.page.goto(f"{address}{ntt}dokumen/{path}")
        assert overflow(watched.page) == 0, path
    watched.page.goto(f"{address}{ntt}dokumen/matriks-unit/")
    heads = watched.page.locator(".paper thead th", has_text=re.compile("^Kode$"))
    box = heads.first.bounding_box()
    assert box
    assert box["width"] > 35


def test_a_file_dropped_anywhere_in_the_drop_zone_is_read_decided_on_and_adopted_without_script(
    browser: "sync_api.Browser", address: str, tmp_path: Path
) -> None:
    fixture = Path(__file__).parents[1] / "reading" / "fixtures" / "keputusan-bupati-dinas.txt"
    word = "Pertanggungjawabankeuangandaerahsecaraelektronikterintegrasinasional"
    for width in (1440, 360):
        decree = tmp_path / f"{word}-{word}-{width}.txt"
        decree.write_text(f"{fixture.read_text('utf-8')}\nPL.07 PELAYANAN {word.upper()}\n\n{word} {width}\n", "utf-8")
        watched = Watched(browser, width, script=False, dark=width == 360)
        page = watched.page
        page.goto(f"{address}/baca/")
        assert overflow(page) == 0
        zone = page.locator(".drop-zone").bounding_box()
        assert zone
        corner = {"x": zone["x"] + 30, "y": zone["y"] + 20}
        dragged = {"items": [], "files": [str(decree)], "dragOperationsMask": 1}
        session = watched.context.new_cdp_session(page)
        for kind in ("dragEnter", "dragOver", "drop"):
            session.send("Input.dispatchDragEvent", {"type": kind, **corner, "data": dragged})
        page.get_by_role("button", name="Baca", exact=True).click()
        page.get_by_role("link", name="Jadikan peta", exact=True).first.wait_for(timeout=60_000)
        report = page.url.partition("?")[0]
        for view in ("teks", "belum", "temuan", "usul", "usul&putus=1", "rancangan"):
            page.goto(f"{report}?tampil={view}")
            assert overflow(page) == 0, view
        page.goto(f"{report}?tampil=usul")
        tab = page.locator(".tabs a[aria-current]")
        before = int(re.sub(r"\D", "", tab.inner_text()))
        assert before > 0
        page.locator(".options button").first.click()
        page.get_by_text("Diputuskan:").wait_for()
        assert int(re.sub(r"\D", "", tab.inner_text())) == before - 1
        page.get_by_role("button", name="Batalkan", exact=True).click()
        page.wait_for_load_state()
        assert int(re.sub(r"\D", "", tab.inner_text())) == before
        page.goto(f"{report}?tampil=temuan")
        link = page.locator(".contradictions .quotes a").first
        line = link.inner_text().removeprefix("baris ")
        link.click()
        assert page.locator(f".beside-row:target[id=b{line}]").is_visible()
        words, meant = page.locator(".beside-row:target .words"), page.locator(".beside-row:target .meant")
        left, right = words.bounding_box(), meant.bounding_box()
        assert left and right
        assert (right["x"] > left["x"] + left["width"] - 1) is (width == 1440)
        page.goto(f"{report}?tampil=rancangan")
        page.get_by_label("Kode instansi").fill(f"uji-seret-{width}")
        page.get_by_label("Nama Anda").fill("Maria Lende")
        page.get_by_role("button", name="Jadikan instansi baru").click()
        page.wait_for_url(f"**/uji-seret-{width}/**")
        page.goto(f"{report}?tampil=rancangan")
        page.get_by_label("Kode instansi").fill(f"uji-seret-{width}")
        page.get_by_role("button", name="Jadikan instansi baru").click()
        assert page.get_by_label("Kode instansi").input_value() == f"uji-seret-{width}-2"
        assert page.get_by_role("alert").is_visible() and overflow(page) == 0
        watched.complaints.clear()  # the browser itself reports that this page answers 409
        page.goto(f"{address}/baca/")
        assert overflow(page) == 0
        page.locator(".confirm summary").first.click()
        assert overflow(page) == 0
        page.get_by_role("button", name="Ya, hapus").first.click()
        page.get_by_text("sudah dihapus").wait_for()
        watched.close()
