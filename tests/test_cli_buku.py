"""The book is the same whether its maps are drawn ahead on all processors or one after the other."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from bodies import body
from probis.documents import writer
from probis.interchange import yaml
from probis.paper.render import rendered


def test_the_book_is_the_same_however_many_processors_draw_it(tmp_path: Path) -> None:
    files = body(2)
    for name, data in files.items():
        path = tmp_path / "peta" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    command = [sys.executable, "-m", "probis", "tulis", "peta", "buku", "--format", "html", "--pada", "2026-11-24"]
    done = subprocess.run(command, cwd=tmp_path, env=dict(os.environ), capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    model = yaml.read(files).nilai
    assert model is not None
    alone = rendered(writer("buku")(model, None, pada=date(2026, 11, 24)), "html")
    assert (tmp_path / "buku.html").read_bytes() == alone
