"""Folders, a host and a port to the studio, served until it is stopped."""

import logging
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from probis.interchange import yaml
from probis.model import Temuan, Tingkat
from probis.store.folder import FolderError, read_folder
from probis.studio.config.values import home

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def run(folders: Sequence[Path], host: str, port: int, *, open_browser: bool) -> int:
    """Migrate, load each folder as a revision, serve; 0 when stopped, 2 when nothing could be served.

    Folders that cannot be read are named with everything that is wrong with them, and the others are served.
    """
    try:
        _set_up(host)
        _migrate()
    except OSError as error:
        _say(f"Folder data studio tidak dapat dipakai: {error.filename or home(os.environ)}. Pilih lewat PROBIS_HOME.")
        return 2
    loaded = [_load(folder) for folder in folders]
    if folders and not any(loaded):
        return 2
    if not _free(host, port):
        _say(f"Porta {port} sedang dipakai program lain. Pilih yang lain, misalnya --porta {port + 1}.")
        return 2
    return _serve(host, port, open_browser)


def _set_up(host: str) -> None:
    """Choose the settings and start Django; a host that was asked for is a host that is answered to."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "probis.studio.config.settings")
    if host not in ("", "0.0.0.0", "::", *_LOOPBACK):
        known = os.environ.get("PROBIS_HOSTS", "")
        os.environ["PROBIS_HOSTS"] = f"{known},{host}" if known else host
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("django.request").setLevel(logging.ERROR)  # a wrong address is no news
    import django

    django.setup()


def _migrate() -> None:
    """Bring the tables up to date; a database that cannot be opened counts as a folder that cannot be used."""
    from django.core.management import call_command
    from django.db.utils import OperationalError

    try:
        call_command("migrate", verbosity=0, interactive=False)
    except OperationalError as error:
        raise OSError(str(error)) from error


def _load(folder: Path) -> bool:
    from probis.paper import BadImage
    from probis.store.attached import read_attached
    from probis.store.emblem import read_emblem
    from probis.studio.revisions.loading import load

    try:
        parts = read_folder(folder)
    except FolderError as error:
        return _refuse(folder, error.temuan)
    bacaan = yaml.read(parts)
    if bacaan.nilai is None:
        return _refuse(folder, tuple(t for t in bacaan.temuan if t.tingkat is Tingkat.GALAT) or bacaan.temuan)
    parts |= read_attached(folder, bacaan.nilai)
    try:
        parts |= read_emblem(folder)
    except BadImage as reason:
        _say(f"{reason} Lambang tidak dimuat.")
    now = datetime.now(UTC)
    done = load(parts, bacaan, when=now, why=f"dimuat dari folder {folder.resolve().name}")
    _say(f"{bacaan.nilai.instansi.sebutan} {bacaan.nilai.instansi.periode}: {done.outcome.value}")
    return True


def _refuse(folder: Path, wrong: Sequence[Temuan]) -> bool:
    _say(f"Folder {folder} tidak dapat dimuat:")
    for temuan in wrong:
        where = str(temuan.tempat) if temuan.tempat else temuan.alamat
        _say(f"  {where}: {temuan.pesan} {temuan.saran}".rstrip())
    return False


def _free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _serve(host: str, port: int, open_browser: bool) -> int:
    import waitress

    from probis.studio.config.wsgi import application

    server = waitress.create_server(application, host=host, port=port, threads=8, ident=None)
    shown = "127.0.0.1" if host in ("", "0.0.0.0") else f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{port}/"
    _say(f"Studio Probis terbuka di {address}  (hentikan dengan Ctrl+C)")
    if open_browser:
        threading.Timer(0.5, _open, [address]).start()
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
    return 0


def _open(address: str) -> None:
    """Open the browser where there is one; on a server there is none, and that is fine."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    webbrowser.open(address)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
