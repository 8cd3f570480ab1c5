"""The drop zone: a decree is taken, read beside the studio, reported, decided on, and made a body of its own."""

import base64
import io
import json
import os
import re
import threading
import time
import zipfile
from html import unescape
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from probis.cli import main
from probis.interchange import yaml
from probis.reading.report import SKEMA
from probis.reading.shape import LaporanRows
from probis.store.folder import read_folder
from probis.studio.reading import child, jobs, uploads, views
from probis.studio.revisions.models import Edisi, Instansi
from probis.studio.revisions.store import DatabaseStore
from reading.report_shape import misshapen
from reading.word import docx, p

FIXTURES = Path(__file__).parents[1] / "reading" / "fixtures"
DECREE = FIXTURES / "keputusan-wali-kota-tabel.txt"
ARCHIVES = """BUPATI TELAGA ARUM

KEPUTUSAN BUPATI TELAGA ARUM
NOMOR : 100/77/KEP/2024

TENTANG

PETA PROSES BISNIS DINAS KEARSIPAN KABUPATEN TELAGA ARUM TAHUN 2024-2026

MEMUTUSKAN:

KESATU : Peta Proses Bisnis Dinas Kearsipan Kabupaten Telaga Arum Tahun 2024-2026.

Ditetapkan di Telaga Arum
pada tanggal 3 Maret 2024

LAMPIRAN : KEPUTUSAN BUPATI TELAGA ARUM

A. PETA SUB PROSES

AR-01 PENGELOLAAN ARSIP DINAMIS

AR-02 PENGELOLAAN ARSIP STATIS

AR.03 PEMBINAAN KEARSIPAN

B. PETA LINTAS FUNGSI

AR-01.1 PENCIPTAAN ARSIP

AR-01.3 PENYUSUTAN ARSIP
"""


_PICTURE = (
    "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
    '<a:blip r:embed="{}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)


def decree(mark: str) -> bytes:
    """The decree of the archives, with words of its own: so it is another file."""
    return (ARCHIVES + f"\nsalinan {mark}\n").encode()


def _settled(client: Client, where: str) -> str:
    for _ in range(900):
        page = client.get(where).content.decode()
        if 'http-equiv="refresh"' not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("never read")


def _read(client: Client, name: str, data: bytes) -> tuple[str, str]:
    """Upload, wait until it is read, return the address and the page."""
    answer = client.post("/baca/", {"naskah": SimpleUploadedFile(name, data)})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"], _settled(client, answer["Location"])


def _sha(where: str) -> str:
    return where.strip("/").rpartition("/")[2]


def _worked_in(where: str) -> uploads.Upload:
    jobs.wait(_sha(where), 60)
    upload = uploads.find(_sha(where))
    assert upload is not None and not upload.stale and not upload.reason
    return upload


def _questions(client: Client, where: str, more: str = "") -> dict[str, list[tuple[str, str]]]:
    """The proposals on the page: by id, each button's key with its word."""
    page = client.get(f"{where}?tampil=usul{more}").content.decode()
    found: dict[str, list[tuple[str, str]]] = {}
    for id_, key, verb in re.findall(r'name="pilih" value="(\S+) (\S+)"[^>]*>([^<]+)<', page):
        found.setdefault(id_, []).append((key, verb))
    return found


def _wish(client: Client, where: str, **said: str) -> dict[str, str]:
    """The form that makes a map, as the page fills it in, with what a person writes instead."""
    page = client.get(f"{where}?tampil=rancangan").content.decode()
    form = page.partition('class="adopt')[2].partition("</form>")[0]
    fields = {
        name: re.search(rf'<input[^>]* name="{name}"[^>]*>', form)[0] for name in ("nama", "kode", "awal", "akhir")
    }
    own = {name: unescape(re.search(r' value="([^"]*)"', field)[1]) for name, field in fields.items()}
    return {**own, "oleh": "Maria Lende", **said}


def test_a_decree_is_read_reported_and_made_a_body_by_a_person() -> None:
    client = Client()
    where, page = _read(client, "rsud.txt", DECREE.read_bytes())
    assert "<h1>rsud.txt</h1>" in page and "huruf terbaca" in page and "Pendaftaran Pasien" in page
    made = client.post(f"{where}jadikan/", _wish(client, where))
    assert made.status_code == 302, made.content.decode()
    shown = client.get(made["Location"])
    assert shown.status_code == 200 and "Pelayanan Rawat Jalan" in shown.content.decode()
    _, body, period, _ = made["Location"].split("/")
    store = DatabaseStore(Edisi.objects.get(instansi__kode=body, kode=period).pk)
    head = store.head()
    assert head is not None and head.oleh == "Maria Lende" and "rsud.txt" in head.alasan
    told = client.get(where).content.decode()
    assert "oleh Maria Lende" in told and made["Location"] in told
    assert made["Location"] in client.get("/baca/").content.decode()
    assert 'value="Maria Lende"' in client.get(f"{where}?tampil=rancangan").content.decode()


def test_pictures_of_a_document_stay_with_the_map_made_of_it() -> None:
    image = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsVN7MgAAAABJRU5ErkJggg=="
    )
    lines = [line for line in ARCHIVES.replace("TELAGA ARUM", "RAWA PENING").splitlines() if line]
    at = next(n for n, line in enumerate(lines) if line.startswith("A. PETA SUB"))
    drawn = [_PICTURE.format(name) for name in ("peta", "naskah")]
    body = "".join([*map(p, lines[: at + 2]), *drawn, *map(p, lines[at + 2 :])])
    media = {"peta.png": image, "naskah.svg": b"<svg><script>alert(1)</script></svg>"}
    client = Client()
    where, _ = _read(client, "bergambar.docx", docx(body, media))
    made = client.post(f"{where}jadikan/", _wish(client, where, kode="arsip-rawa-pening"))
    assert made.status_code == 302, made.content.decode()
    assert client.post(f"{where}hapus/").status_code == 302, "the map needs the upload no more"
    page = client.get(f"{made['Location']}sumber/").content.decode()
    paths = re.findall(r'href="(/[^"]+/berkas/[^"]+)"', page)
    first, other = (client.get(path) for path in paths)
    assert f'<img src="{paths[0]}"' in page and f'<img src="{paths[1]}"' not in page
    assert (first.content, first["Content-Type"]) == (image, "image/png")
    assert client.get(paths[0], headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert other["Content-Type"] == "application/octet-stream" and other["Content-Disposition"].startswith("attachment")
    assert client.get(f"{made['Location']}berkas/tidak-ada").status_code == 404


def test_a_map_that_is_there_is_not_touched_and_another_code_or_period_is_offered() -> None:
    client = Client()
    where, _ = _read(client, "arsip.txt", decree("benturan"))
    wish = _wish(client, where)
    first = client.post(f"{where}jadikan/", wish)["Location"]
    number = Edisi.objects.count()
    again = client.post(f"{where}jadikan/", wish)
    page = again.content.decode()
    free = f"{wish['kode']}-2"
    assert again.status_code == 409 and "sudah ada" in page and first in page and Edisi.objects.count() == number
    assert f'value="{free}"' in page and 'aria-invalid="true"' in page
    other = client.post(f"{where}jadikan/", {**wish, "kode": free})
    assert other["Location"] == first.replace(wish["kode"], free)
    assert wish["nama"] in client.get(other["Location"]).content.decode()
    later = client.post(f"{where}jadikan/", {**wish, "awal": "2027", "akhir": "2029"})
    assert later["Location"].endswith("/2027-2029/") and "2027–2029" in client.get(later["Location"]).content.decode()
    stranger = client.post(f"{where}jadikan/", {**wish, "nama": "Dinas Lain", "awal": "2030", "akhir": "2031"})
    assert stranger.status_code == 409 and "sudah dipakai" in stranger.content.decode()
    assert Instansi.objects.get(kode=wish["kode"]).nama == wish["nama"]


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ({"kode": "Dinas Arsip!"}, "huruf kecil"),
        ({"kode": "../../etc"}, "huruf kecil"),
        ({"nama": ""}, "Tulis nama instansi"),
        ({"oleh": ""}, "Tulis nama Anda"),
        ({"oleh": "Folder"}, "nama orang"),
        ({"awal": "2029", "akhir": "2025"}, "terbalik"),
        ({"awal": "dua"}, "dua tahun"),
        ({"awal": "1400", "akhir": "1401"}, "1945"),
    ],
)
def test_what_cannot_name_a_map_is_told_beside_the_form(said: dict[str, str], complaint: str) -> None:
    client = Client()
    where, _ = _read(client, "arsip.txt", decree("formulir"))
    number = Edisi.objects.count()
    answer = client.post(f"{where}jadikan/", _wish(client, where, **said))
    page = answer.content.decode()
    assert answer.status_code == 409 and complaint in page.partition('role="alert"')[2].partition("</p>")[0]
    assert Edisi.objects.count() == number and all(value in unescape(page) for value in said.values())


def test_a_decision_in_the_page_is_kept_in_the_draft_and_never_asked_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    client = Client()
    data = decree("putusan")
    where, _ = _read(client, "arsip.txt", data)
    asked = _questions(client, where)
    spelling = next(id_ for id_ in asked if id_.startswith("kode-beda-ejaan"))
    assert asked[spelling] == [("menurut-pola", "Terima"), ("isi-sendiri", "Tulis"), ("tercetak", "Tolak")]
    page = client.get(f"{where}?tampil=usul").content.decode()
    card = page.partition(f'id="u-{spelling}"')[2].partition("</li></ul>")[0] if spelling in page else ""
    assert (
        '<span class="code">AR.03</span> PEMBINAAN KEARSIPAN' in card
        and re.search(r"baris=\d+#b\d+", card)
        and "skor" in card
        and "berlaku sementara" in card
    )
    answer = client.post(f"{where}putusan/", {"pilih": f"{spelling} menurut-pola", "hal": "1"})
    assert answer.status_code == 302
    told = client.get(answer["Location"].partition("#")[0]).content.decode()
    assert "Diputuskan:" in told and f"({len(asked) - 1} terbuka)" in told
    upload = _worked_in(where)
    parts = read_folder(upload.draft)
    naskah = yaml.read(parts).naskah[0]
    assert {u.id: u.putusan for u in naskah.usul if u.putusan} == {spelling: "menurut-pola"}
    assert b"kode: AR-03" in parts["proses.yaml"]
    # read again from the file: nothing is asked twice
    client.post(f"{where}lagi/")
    _worked_in(where)
    assert spelling not in _questions(client, where) and spelling in _questions(client, where, "&putus=1")
    # the command line goes on from the packed folder
    packed = client.get(f"{where}rancangan.zip")
    assert packed["Content-Type"] == "application/zip"
    zipfile.ZipFile(io.BytesIO(packed.content)).extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    file = tmp_path / "arsip.txt"
    file.write_bytes(data)
    assert main(["baca", str(file), "--ke", str(folder), "--pada", "2026-11-24"]) in (0, 1)
    said = capsys.readouterr().out
    assert "1 sudah diputuskan" in said and b"kode: AR-03" in (folder / "proses.yaml").read_bytes()
    # taken back
    client.post(f"{where}putusan/", {"pilih": spelling, "putus": "1"})
    _worked_in(where)
    assert spelling in _questions(client, where)


def test_another_value_is_written_where_no_choice_is_right() -> None:
    client = Client()
    where, _ = _read(client, "arsip.txt", decree("isian"))
    spelling = next(id_ for id_ in _questions(client, where) if id_.startswith("kode-beda-ejaan"))
    client.post(f"{where}putusan/", {"pilih": f"{spelling} isi-sendiri", "isian": " \u202e \n"})
    assert uploads.decisions(_sha(where)) == {}
    client.post(f"{where}putusan/", {"pilih": f"{spelling} isi-sendiri", "isian": " AR-<b>9 "})
    upload = _worked_in(where)
    assert "kode: AR-<b>9" in read_folder(upload.draft)["proses.yaml"].decode()
    page = client.get(f"{where}?tampil=usul&putus=1").content.decode()
    assert 'value="AR-&lt;b&gt;9"' in page and "dipilih" in page
    client.post(f"{where}putusan/", {"pilih": f"{spelling} tercetak", "putus": "1", "isian": "sisa"})
    assert "kode: AR.03" in read_folder(_worked_in(where).draft)["proses.yaml"].decode()
    assert uploads.decisions(_sha(where))[spelling].isian == ""


def test_all_above_a_score_are_accepted_and_the_others_stay_open() -> None:
    client = Client()
    where, _ = _read(client, "arsip.txt", decree("skor"))
    open_ = _questions(client, where)
    assert client.post(f"{where}putusan/", {"semua": "101"})["Location"].endswith("diterima=0")
    answer = client.post(f"{where}putusan/", {"semua": "90"})
    upload = _worked_in(where)
    kept = uploads.decisions(upload.sha256)
    report = upload.report()
    high = {u["id"] for u in report["usul"] if max(p["skor"] for p in u["pilihan"]) >= 90}
    assert high and set(kept) == high and answer["Location"].endswith(f"diterima={len(high)}")
    assert f"{len(high)} usul diterima" in client.get(answer["Location"]).content.decode()
    assert set(_questions(client, where)) == set(open_) - high


def test_decisions_on_what_was_not_asked_and_choices_that_are_none_change_nothing() -> None:
    client = Client()
    where, _ = _read(client, "arsip.txt", decree("palsu"))
    asked = _questions(client, where)
    for wrong in ("tidak-ada x", f"{next(iter(asked))} <script>", "../../x y", " "):
        assert client.post(f"{where}putusan/", {"pilih": wrong}).status_code == 302
    for wrong in ("", "-1", "x", "9999999999"):
        assert client.post(f"{where}putusan/", {"semua": wrong}).status_code == 302
    assert uploads.decisions(_sha(where)) == {} and _questions(client, where) == asked


def test_the_text_stands_beside_what_was_understood_and_findings_lead_to_their_lines() -> None:
    client = Client()
    where, page = _read(client, "arsip.txt", decree("teks"))
    line = ARCHIVES.split("\n").index("AR.03 PEMBINAAN KEARSIPAN") + 1
    row = page.partition(f'id="b{line}"')[2].partition("</li>")[0]
    assert 'kind">proses<' in row and "AR.03" in row and "PEMBINAAN KEARSIPAN" in row.partition('class="meant"')[2]
    number = re.search(r"tampil=temuan&amp;nomor=(\d+)#t(\d+)", row)
    assert number and number[1] == number[2]
    found = client.get(f"{where}?tampil=temuan&nomor={number[1]}").content.decode()
    card = found.partition(f'id="t{number[1]}"')[2].partition("</li>")[0]
    assert f"?tampil=teks&amp;baris={line}#b{line}" in card
    assert '<span class="code">KESATU</span> Peta Proses Bisnis' in page and ">tanda<" not in page
    unread = client.get(f"{where}?tampil=belum").content.decode()
    assert "salinan teks" in unread and "PEMBINAAN KEARSIPAN" not in unread.partition('class="beside"')[2]
    for level in ("galat", "peringatan", "catatan"):
        shown = client.get(f"{where}?tampil=temuan&tingkat={level}").content.decode().partition('"contradictions"')[2]
        assert set(re.findall(r"sev sev-(.)", shown)) <= {{"galat": "e", "peringatan": "w", "catatan": "i"}[level]}
    for odd in ("?tampil=%00", "?hal=-4", "?hal=99999999", "?baris=x", "?tampil=usul&usul=%3Cscript%3E"):
        assert client.get(f"{where}{odd}").status_code == 200


def test_a_long_text_comes_in_pages_and_a_line_finds_its_page() -> None:
    client = Client()
    long = decree("panjang").decode() + "".join(f"AR-02.{n} PROSES NOMOR {n}\n\n" for n in range(1, 900))
    where, page = _read(client, "panjang.txt", long.encode())
    assert "lembar 1 dari" in page and len(page) < 400_000
    line = long.split("\n").index("AR-02.700 PROSES NOMOR 700") + 1
    there = client.get(f"{where}?baris={line}").content.decode()
    assert f'id="b{line}"' in there and f'id="b{line}"' not in page
    shown: list[str] = []
    for number in range(1, 20):
        rows = re.findall(r'id="b(\d+)"', client.get(f"{where}?hal={number}").content.decode())
        if rows == shown[-len(rows) :]:
            break
        shown += rows
    assert shown == [str(n) for n, words in enumerate(long.split("\n"), 1) if words.strip()]


def test_progress_says_the_step_and_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, begun = threading.Event(), threading.Event()
    really = jobs._run

    def slowly(sha256: str, work: Path) -> str:
        steps = child._Steps(work)
        steps.begins(child.Step.READING)
        steps.page(120, 1300)
        begun.set()
        go_on.wait(20)
        return really(sha256, work)

    monkeypatch.setattr(jobs, "_run", slowly)
    client = Client()
    where = client.post("/baca/", {"naskah": SimpleUploadedFile("lambat.txt", decree("lambat"))})["Location"]
    assert begun.wait(20)
    page = client.get(where).content.decode()
    assert "halaman 120 dari 1.300" in page and 'value="120" max="1300"' in page
    assert re.search(r'aria-current="step"><span>Membaca naskah', page) and "lambat.txt" in page
    assert "sedang dibaca" in client.get("/baca/").content.decode().casefold()
    go_on.set()
    assert "huruf terbaca" in _settled(client, where)


def test_reading_again_tells_how_far_it_is_beside_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    where, _ = _read(client, "ulang.txt", decree("ulang"))
    go_on, begun = threading.Event(), threading.Event()
    really = jobs._run

    def slowly(sha256: str, work: Path) -> str:
        child._Steps(work).page(7, 9)
        begun.set()
        go_on.wait(20)
        return really(sha256, work)

    monkeypatch.setattr(jobs, "_run", slowly)
    client.post(f"{where}lagi/")
    assert begun.wait(20)
    page = client.get(where).content.decode()
    assert "sedang dibaca lagi" in page and "halaman 7 dari 9" in page and "PEMBINAAN KEARSIPAN" in page
    go_on.set()
    assert "sedang dibaca lagi" not in _settled(client, where)


def test_a_child_whose_studio_is_gone_ends_and_leaves_nothing(tmp_path: Path) -> None:
    steps = child._Steps(tmp_path)
    steps.begins(child.Step.READING)
    steps._parent += 1  # as if another process had taken it in
    with pytest.raises(child.Orphaned):
        steps.begins(child.Step.UNDERSTANDING)


def test_a_pdf_tells_its_pages(tmp_path: Path) -> None:
    from reading.pdf_bytes import document, show

    file = tmp_path / "dua.pdf"
    file.write_bytes(document([show(72, 700, "KEPUTUSAN BUPATI TELAGA ARUM"), show(72, 700, "MEMUTUSKAN")]))
    heard: list[tuple[int, int]] = []
    from probis.reading.formats import read
    from probis.reading.progress import heard as listening

    with listening(lambda done, of: heard.append((done, of))):
        read("dua.pdf", file.read_bytes())
    assert heard == [(1, 2), (2, 2)]


def test_a_file_is_read_once_and_a_decision_does_not_read_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted: list[child.Wanted] = []
    really = jobs._run

    def counted(sha256: str, work: Path) -> str:
        wanted.append(json.loads((work / "permintaan.json").read_text("utf-8")))
        return really(sha256, work)

    monkeypatch.setattr(jobs, "_run", counted)
    client = Client()
    where, _ = _read(client, "sekali.txt", decree("sekali"))
    for view in views.VIEWS:
        client.get(f"{where}?tampil={view}")
    _read(client, "nama lain.txt", decree("sekali"))
    assert [each["dokumen"] for each in wanted] == [""]
    client.post(f"{where}putusan/", {"semua": "90"})
    _worked_in(where)
    assert len(wanted) == 2 and wanted[1]["dokumen"] and wanted[1]["putusan"]


def test_a_child_writes_in_its_own_folder_and_what_an_orphan_made_is_never_taken(tmp_path: Path) -> None:
    client = Client()
    where, _ = _read(client, "yatim.txt", decree("yatim"))
    folder = uploads.folder_of(_sha(where))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    orphan = uploads.working() / f"{_sha(where)}-yatim"
    orphan.mkdir()
    asked = {
        "berkas": str(next(folder.glob("naskah.*"))), "dokumen": "", "nama": "yatim.txt", "putusan": [], "tahun": 1999,
    }  # fmt: skip
    (orphan / "permintaan.json").write_text(json.dumps(asked), "utf-8")
    child.work(orphan)
    assert (orphan / "hasil" / "laporan.json").exists()
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    old = time.time() - 2 * child.LONGEST
    os.utime(orphan, (old, old))
    jobs._pool.cache_clear()
    jobs._pool()
    assert not orphan.exists()
    left = [path.name for path in folder.iterdir()]
    assert sorted(left) == sorted(["nama", "naskah.txt", "hasil-1"])


def test_two_readings_that_end_at_once_both_find_a_place(tmp_path: Path) -> None:
    where, _ = _read(Client(), "serentak.txt", decree("serentak"))
    folder = uploads.folder_of(_sha(where))
    made = tmp_path / "hasil"
    for path in uploads.results(folder)[-1].rglob("*"):
        if path.is_file():
            to = made / path.relative_to(uploads.results(folder)[-1])
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(path.read_bytes())
    (folder / "hasil-2").mkdir()
    (folder / "hasil-2" / "asing").write_text("milik proses lain", "utf-8")
    seen = uploads.results(folder)[:1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jobs, "results", lambda _: seen)
        jobs._place(folder, made)
    upload = uploads.find(_sha(where))
    assert upload is not None and upload.result == folder / "hasil-3" and upload.report()["skema"] == SKEMA


def test_an_upload_is_deleted_also_while_it_is_read_and_its_map_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    where, _ = _read(client, "buang.txt", decree("buang"))
    made = client.post(f"{where}jadikan/", _wish(client, where, kode="dinas-buang"))["Location"]
    assert client.get(f"{where}hapus/").status_code == 405
    assert client.post(f"{where}hapus/").status_code == 302
    assert client.get(where).status_code == 404 and "buang.txt" not in client.get("/baca/").content.decode()
    assert not uploads.folder_of(_sha(where)).exists() and client.get(made).status_code == 200
    begun = threading.Event()
    really = jobs._run

    def watched(sha256: str, work: Path) -> str:
        begun.set()
        return really(sha256, work)

    monkeypatch.setattr(jobs, "_run", watched)
    where = client.post("/baca/", {"naskah": SimpleUploadedFile("b.txt", decree("buang lagi"))})["Location"]
    assert begun.wait(20)
    client.post(f"{where}hapus/")
    jobs.wait(_sha(where), 30)
    assert client.get(where).status_code == 404 and not uploads.folder_of(_sha(where)).exists()
    assert not list(uploads.working().glob(f"*{_sha(where)}*"))


def test_the_list_shows_name_date_size_and_state_and_tells_what_is_old() -> None:
    client = Client()
    where, _ = _read(client, "tua.txt", decree("tua"))
    page = client.get("/baca/").content.decode()
    row = page.partition(f'href="{where}"')[2].partition("</tr>")[0]
    assert "tua.txt" in row and "hari ini" in row and re.search(r"0,[5-7] KB", row)
    assert "usul terbuka" in row and "chip-back" not in row
    source = next(uploads.folder_of(_sha(where)).glob("naskah.*"))
    old = time.time() - (uploads.OLD_DAYS + 1) * 86400
    os.utime(source, (old, old))
    page = client.get("/baca/").content.decode()
    assert "chip-back" in page.partition(f'href="{where}"')[2].partition("</tr>")[0]
    assert f"lebih dari {uploads.OLD_DAYS} hari" in page
    client.post(f"{where}hapus/")


def test_the_report_file_has_the_shape_that_is_promised_and_another_shape_is_read_again() -> None:
    client = Client()
    where, _ = _read(client, "bentuk.txt", decree("bentuk"))
    report = json.loads(client.get(f"{where}laporan.json").content)
    assert report["skema"] == SKEMA and list(misshapen(report, LaporanRows)) == []
    assert report["dokumen"]["nama"] == "bentuk.txt"
    upload = uploads.find(_sha(where))
    assert upload is not None and upload.result is not None
    made = json.loads((upload.result / "dari.json").read_text("utf-8"))
    (upload.result / "dari.json").write_text(json.dumps({**made, "skema": SKEMA - 1}), "utf-8")
    assert 'http-equiv="refresh"' in client.get(where).content.decode()
    _settled(client, where)
    newer = _worked_in(where)
    assert newer.result is not None and newer.result != upload.result


def test_what_another_version_read_is_told_and_read_again_when_asked() -> None:
    client = Client()
    where, page = _read(client, "versi.txt", decree("versi"))
    assert "Probis versi lain" not in page
    upload = uploads.find(_sha(where))
    assert upload is not None and upload.result is not None
    made = json.loads((upload.result / "dari.json").read_text("utf-8"))
    (upload.result / "dari.json").write_text(json.dumps({**made, "program": "lama"}), "utf-8")
    assert "Probis versi lain" in client.get(where).content.decode()
    assert "Probis versi lain" in client.get("/baca/").content.decode()
    client.post(f"{where}lagi/")
    assert not _worked_in(where).outdated


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.exe", b"MZ", ".docx"),
        ("a.txt", b"", "kosong"),
        ("tanpa-akhiran", b"x", ".docx"),
        ("naskah.doc", b"x", "simpan sebagai .docx"),
        ("foto.JPG", b"x", "OCR"),
        ("tabel.xlsx", b"x", "bukan naskah"),
    ],
)
def test_what_is_no_decree_is_refused_in_words(name: str, data: bytes, why: str) -> None:
    answer = Client().post("/baca/", {"naskah": SimpleUploadedFile(name, data)})
    said = answer.content.decode().partition('role="alert"')[2].partition("</p>")[0]
    assert answer.status_code == 400 and why in said


@pytest.mark.parametrize(("name", "data"), [("rusak.docx", b"PK\x03\x04rusak"), ("rusak.pdf", b"%PDF-1.7 rusak")])
def test_a_broken_file_is_told_and_takes_nothing_along(name: str, data: bytes) -> None:
    _, page = _read(Client(), name, data)
    assert "Unggah berkas lain" in page and "Traceback" not in page and name in page


def test_a_file_of_white_space_is_told() -> None:
    where, page = _read(Client(), "putih.txt", b"\n \n\t\n")
    assert "tidak berisi" in page or "Unggah berkas lain" in page
    for view in views.VIEWS:
        assert Client().get(f"{where}?tampil={view}").status_code == 200


def test_names_are_text_and_strange_addresses_are_nothing() -> None:
    _, page = _read(Client(), "<b>x</b>.txt", b"KEPUTUSAN BUPATI <script>alert(1)</script>\n")
    assert "<script>alert" not in page and "<b>x</b>" not in page
    assert Client().get(f"/baca/{'0' * 64}/").status_code == 404
    assert Client().post(f"/baca/{'0' * 64}/hapus/").status_code == 404


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("surat\u202etxt.exe.txt", "surat txt.exe.txt"),
        ("\u202e.txt", "naskah.txt"),
        ("a\u0000b\n.txt", "a b .txt"),
        ("x" * 240 + ".txt", "x" * 195 + "….txt"),
    ],
)
def test_a_name_that_plays_tricks_is_shown_without_them(name: str, shown: str) -> None:
    upload = uploads.take(name, [decree(f"nama {name!r}")])
    assert upload.nama == shown


def test_a_form_without_its_token_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    where = f"/baca/{'0' * 64}/"
    for path in ("/baca/", f"{where}putusan/", f"{where}jadikan/", f"{where}hapus/", f"{where}lagi/"):
        assert client.post(path, {}).status_code == 403, path


def test_a_wrong_suffix_is_mended_by_sending_the_same_bytes_with_the_right_one() -> None:
    data = DECREE.read_bytes() + b"\nsekali lagi\n"
    where, page = _read(Client(), "keliru.docx", data)
    assert "Unggah berkas lain" in page and "bukan dokumen Word" in page
    there, page = _read(Client(), "benar.txt", data)
    assert there == where and "huruf terbaca" in page


def test_a_reading_that_cannot_begin_is_told_and_not_tried_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []

    def full(sha256: str, work: Path) -> str:
        tries.append(work)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(jobs, "_run", full)
    _, page = _read(Client(), "penuh.txt", b"cakram penuh")
    assert "ruang cakramnya" in page and len(tries) == 1


def test_decisions_that_cannot_be_worked_in_leave_the_report_and_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    where, _ = _read(client, "gagal.txt", decree("gagal"))
    monkeypatch.setattr(jobs, "_run", lambda sha256, work: "Kehabisan ruang.")
    client.post(f"{where}putusan/", {"semua": "80"})
    jobs.wait(_sha(where), 30)
    page = client.get(where).content.decode()
    assert "Kehabisan ruang." in page and "PEMBINAAN KEARSIPAN" in page
    assert client.post(f"{where}jadikan/", _wish(client, where, kode="dinas-gagal")).status_code == 409
    monkeypatch.undo()
    client.post(f"{where}lagi/")
    _worked_in(where)


def test_too_big_a_file_and_a_zip_bomb_are_refused_in_words() -> None:
    answer = Client().post("/baca/", {"naskah": SimpleUploadedFile("besar.txt", b"a b c\n" * 10_000_000)})
    assert answer.status_code == 400 and "lebih besar dari 50 MB" in answer.content.decode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("word/document.xml", b"a" * 300_000_000)
    began = time.monotonic()
    _, page = _read(Client(), "bom.docx", packed.getvalue())
    assert "terlalu besar setelah dibuka" in page and time.monotonic() - began < 30


def test_the_drop_zone_is_reached_from_the_list_of_bodies_where_the_bar_has_no_room() -> None:
    page = Client().get("/").content.decode()
    assert 'href="/baca/"' in page.partition("<main")[2]
