"""Turns two states of the code into a page of the pictures that differ, old beside new: `./run look [REF]`.

The old state is a commit (HEAD where none is named), drawn by its own code from its own examples; the new one is what
lies in the folder. The page and the pictures go to tests/.out/look/.
"""

import difflib
import html
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "tests" / ".out" / "look"


def pictures(tree: Path) -> dict[str, bytes]:
    """All maps of all examples of a source tree, as SVG for the screen and for paper."""
    made: dict[str, bytes] = {}
    for example in sorted(path for path in (tree / "examples").iterdir() if (path / "instansi.yaml").exists()):
        for media in ("layar", "kertas"):
            with tempfile.TemporaryDirectory() as folder:
                command = [sys.executable, "-m", "probis", "gambar", str(example), "--media", media, "--ke", folder]
                env = {"PYTHONPATH": str(tree / "src"), "PATH": ""}
                done = subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8")
                if done.returncode:
                    print(f"{tree.name}, {example.name}: {done.stderr.strip()}", file=sys.stderr)
                for path in sorted(Path(folder).glob("*.svg")):
                    made[f"{example.name}/{media}/{path.name}"] = path.read_bytes()
    return made


def old_pictures(ref: str) -> dict[str, bytes]:
    """The pictures of a commit."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "old"
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(tree), ref], cwd=ROOT, check=True)
        try:
            return pictures(tree)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=True)


def section(name: str, old: bytes | None, new: bytes | None) -> str:
    """One changed picture: old, new, and the first lines of what differs."""
    cells = ""
    for title, data in (("old", old), ("new", new)):
        if data is None:
            cells += f"<figure><figcaption>{title}: absent</figcaption></figure>"
            continue
        path = OUT / title / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        cells += f'<figure><figcaption>{title}</figcaption><img src="{title}/{name}" alt="{title}"></figure>'
    before, after = ((data or b"").decode().splitlines() for data in (old, new))
    changes = [line for line in difflib.unified_diff(before, after, lineterm="", n=0) if line[:1] in "+-"][2:42]
    listed = html.escape("\n".join(changes))
    return f"<section><h2>{html.escape(name)}</h2><div>{cells}</div><pre>{listed}</pre></section>"


def main() -> None:
    """Draw both states, write the page, say how many differ."""
    ref = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    old, new = old_pictures(ref), pictures(ROOT)
    differing = [name for name in sorted(old | new) if old.get(name) != new.get(name)]
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    style = (
        "body{font:15px sans-serif}div{display:flex;gap:1rem}figure{flex:1;margin:0}img{width:100%;border:1px solid}"
    )
    body = "".join(section(name, old.get(name), new.get(name)) for name in differing)
    page = f'<!doctype html><meta charset="utf-8"><title>look</title><style>{style}</style>{body or "Nothing differs."}'
    (OUT / "index.html").write_text(page, encoding="utf-8")
    print(f"{len(differing)} of {len(old | new)} pictures differ from {ref}: {OUT / 'index.html'}")


if __name__ == "__main__":
    main()
