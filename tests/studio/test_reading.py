"""The drop zone: a decree is taken, read beside the studio, reported, and made a body of its own."""

import io
import time
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from probis.studio.reading import uploads
from probis.studio.revisions.models import Edisi

FIXTURES = Path(__file__).parents[1] / "reading" / "fixtures"
DECREE = FIXTURES / "keputusan-wali-kota-tabel.txt"


def _read(client: Client, name: str, data: bytes) -> tuple[str, str]:
    """Upload, wait until it is read, return the address and the page."""
    answer = client.post("/baca/", {"naskah": SimpleUploadedFile(name, data)})
    assert answer.status_code == 302, answer.content.decode()
    for _ in range(600):
        page = client.get(answer["Location"]).content.decode()
        if 'http-equiv="refresh"' not in page:
            return answer["Location"], page
        time.sleep(0.1)
    raise AssertionError("never read")


def test_a_decree_is_read_reported_and_made_a_body() -> None:
    client = Client()
    where, page = _read(client, "rsud.txt", DECREE.read_bytes())
    assert "huruf terbaca" in page and "Jadikan instansi baru" in page
    whole = client.get(f"{where}laporan/")
    assert whole.status_code == 200 and "sha256-" in whole["Content-Security-Policy"]
    assert "script-src" not in whole["Content-Security-Policy"] and b"Pendaftaran Pasien" in whole.content
    made = client.post(f"{where}jadikan/")
    assert made.status_code == 302
    shown = client.get(made["Location"])
    assert shown.status_code == 200 and "Pelayanan Rawat Jalan" in shown.content.decode()
    number = Edisi.objects.count()
    again = client.post(f"{where}jadikan/")
    assert again.status_code == 409 and "sudah ada" in again.content.decode() and Edisi.objects.count() == number
    assert "rsud.txt" in client.get("/baca/").content.decode()


@pytest.mark.parametrize(("name", "data"), [("a.exe", b"MZ"), ("a.txt", b""), ("tanpa-akhiran", b"x")])
def test_what_is_no_decree_is_refused_in_words(name: str, data: bytes) -> None:
    answer = Client().post("/baca/", {"naskah": SimpleUploadedFile(name, data)})
    assert answer.status_code == 400 and 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize(("name", "data"), [("rusak.docx", b"PK\x03\x04rusak"), ("rusak.pdf", b"%PDF-1.7 rusak")])
def test_a_broken_file_is_told_and_takes_nothing_along(name: str, data: bytes) -> None:
    _, page = _read(Client(), name, data)
    assert "Unggah berkas lain" in page and "Traceback" not in page


def test_names_are_text_and_strange_addresses_are_nothing() -> None:
    _, page = _read(Client(), "<b>x</b>.txt", b"KEPUTUSAN BUPATI <script>alert(1)</script>\n")
    assert "<script>alert" not in page and "<b>x</b>" not in page
    assert Client().get(f"/baca/{'0' * 64}/").status_code == 404


def test_a_form_without_its_token_is_refused() -> None:
    assert Client(enforce_csrf_checks=True).post("/baca/", {}).status_code == 403


def test_a_wrong_suffix_is_mended_by_sending_the_same_bytes_with_the_right_one() -> None:
    data = DECREE.read_bytes() + b"\nsekali lagi\n"
    where, page = _read(Client(), "keliru.docx", data)
    assert "Unggah berkas lain" in page and "Berkas ini bukan dokumen Word" in page
    there, page = _read(Client(), "benar.txt", data)
    assert there == where and "huruf terbaca" in page


def test_a_reading_that_cannot_begin_is_told_and_not_tried_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []

    def full(folder: Path, arguments: list[str]) -> str:
        tries.append(arguments)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(uploads, "_run", full)
    _, page = _read(Client(), "penuh.txt", b"cakram penuh")
    assert "ruang cakramnya" in page and len(tries) == 1


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
