"""The drop zone: a decree is taken, read beside the studio, reported, and made a body of its own."""

import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

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
