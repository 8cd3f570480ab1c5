"""Sets the studio up on a folder of its own, once for all tests, with the examples and three bodies for the tests."""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

_HOME = tempfile.mkdtemp(prefix="probis-studio-")
os.environ["PROBIS_HOME"] = _HOME
os.environ["DJANGO_SETTINGS_MODULE"] = "probis.studio.config.settings"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps a loop running in this thread

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment, teardown_test_environment  # noqa: E402

from bodies import body  # noqa: E402
from probis.interchange import yaml  # noqa: E402
from probis.store.folder import read_folder  # noqa: E402
from probis.studio.papers import made  # noqa: E402
from probis.studio.revisions.loading import Loaded, load  # noqa: E402

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NOW = datetime(2026, 11, 24, 1, 41, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script>\"'&amp;{{ 7|add:7 }}"


def load_parts(parts: dict[str, bytes], why: str = "uji") -> Loaded:
    bacaan = yaml.read(parts)
    assert bacaan.nilai is not None, [str(temuan) for temuan in bacaan.temuan]
    return load(parts, bacaan, when=NOW, why=why)


def renamed(parts: dict[str, bytes], id: str, nama: str = "Badan Uji") -> dict[str, bytes]:
    """The parts of a generated body under another id and name."""
    quoted = nama.replace("'", "''")
    text = parts["instansi.yaml"].decode()
    text = text.replace("id: badan-uji", f"id: {id}").replace("nama: Badan Uji Pertumbuhan", f"nama: '{quoted}'")
    return {**parts, "instansi.yaml": text.encode()}


def hostile() -> dict[str, bytes]:
    """A body whose names try to be markup."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    parts = renamed(body(2), "badan-jahat", HOSTILE)
    for name in list(parts):
        text = parts[name].decode()
        for plain in ("Pengelolaan urusan ke-1", "Bagian Teknis", "Pemohon", "Menandatangani keputusan", "bahan 0"):
            text = text.replace(f" {plain}\n", f" {quoted}\n")
        parts[name] = text.encode()
    return parts


def faulty() -> dict[str, bytes]:
    """A body without an owner for its second process, and with a code outside its grammar."""
    parts = renamed(body(3), "badan-keliru", "Badan Keliru")
    text = parts["proses.yaml"].decode()
    text = text.replace("kode: BU-02\n  nama: Pengelolaan urusan ke-2\n  kelompok: utama\n  pemilik: teknis\n",
                        "kode: BU.02\n  nama: Pengelolaan urusan ke-2\n  kelompok: utama\n")  # fmt: skip
    assert "BU.02" in text
    return {**parts, "proses.yaml": text.encode()}


@pytest.fixture(scope="session", autouse=True)
def studio() -> None:
    """The database, with the examples, a hostile body and one with findings; documents are waited for."""
    setup_test_environment()
    made.PATIENCE = 120.0
    call_command("migrate", verbosity=0, interactive=False)
    for folder in sorted(EXAMPLES.iterdir()):
        if folder.is_dir():
            load_parts(read_folder(folder))
    load_parts(hostile())
    load_parts(faulty())
    yield
    teardown_test_environment()


@pytest.fixture
def client() -> Client:
    return Client(HTTP_HOST="localhost")


@pytest.fixture(scope="session")
def ntt() -> str:
    """The address of the larger example."""
    return "/biro-organisasi-ntt/2018-2023/"


@pytest.fixture(scope="session")
def grown(studio: None) -> str:
    """The address of a body in its second revision, whose first map has 60 steps and differs from the first one."""
    from bodies import _lanes

    parts = renamed(body(2, 1), "badan-panjang", "Badan Panjang")
    name = "lintas-fungsi/proses-1-sub-1.yaml"
    new = _lanes("proses-1-sub-1", 52)
    old = new.replace("  waktu: 3 HK\n", "  waktu: 9 HK\n").replace("nomor 5\n", "nomor lima\n")
    old = old.replace(
        "bahasan nomor 52\n  waktu: 52 HK\n  ke: gabung", "bahasan nomor 52\n  waktu: 52 HK\n  ke: arsipkan"
    )
    old += "- id: arsipkan\n  jalur: arsip\n  kegiatan: Mengarsipkan telaahan\n  ke: gabung\n"
    assert old.count("arsipkan") == 3
    load_parts({**parts, name: old.encode()}, "lama")
    load_parts({**parts, name: new.encode()}, "baru")
    return "/badan-panjang/2025-2029/"


@pytest.fixture(scope="session")
def placed(studio: None) -> str:
    """The address of a body whose first map has a placement by hand that no drawing keeps, and one that all keep."""
    parts = renamed(body(1), "badan-letak", "Badan Letak")
    name = "lintas-fungsi/proses-1-sub-1.yaml"
    wished = b"letak:\n- simpul: ajukan\n  setelah: putuskan\n- simpul: putuskan\n  setelah: terima\n"
    load_parts({**parts, name: parts[name].rstrip() + b"\n" + wished})
    return "/badan-letak/2025-2029/"
