"""A file's bytes to its document, in a process of its own: a hostile PDF may take that process along, not this one.

The parent writes the bytes, the child answers with JSON: nothing that the child says is run.
"""

import base64
import contextlib
import json
import subprocess
import sys
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError

from probis.reading.document import Document, Unreadable
from probis.reading.formats import read

MOST_SECONDS = 90
MOST_MEMORY = 3_000_000_000  # bytes of address space
NATIVE = frozenset({"pdf"})
"""Formats whose reader is a library in C: those are read apart."""
_DOCUMENT = TypeAdapter(Document)


def read_apart(name: str, data: bytes, seconds: float = MOST_SECONDS) -> Document:
    """Return the document in a file as `formats.read` does, within `seconds`; raise `Unreadable` and nothing else."""
    if name.rpartition(".")[2].casefold() not in NATIVE or not data:
        return read(name, data)
    command = [sys.executable, "-m", "probis.store.apart", name]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise Unreadable(
            f"Berkas “{name}” tidak selesai dibaca dalam {seconds:g} detik.", "Bagi berkasnya, atau cetak ulang ke PDF."
        ) from None
    if done.returncode == 0:
        answer = unpacked(done.stdout)
        if isinstance(answer, Unreadable):
            raise answer
        if answer is not None:
            return answer
    raise Unreadable(
        f"Berkas “{name}” tidak dapat dibaca: isinya rusak atau menghabiskan memori.",
        "Buka di pembaca PDF, cetak ulang ke PDF, lalu baca hasilnya.",
    )


def unpacked(said: bytes) -> Document | Unreadable | None:
    """Return the document in what `packed` made of it, or the refusal of a child; None where it is neither."""
    try:
        answer = json.loads(said)
        if "pesan" in answer:
            return Unreadable(str(answer["pesan"]), str(answer["saran"]))
        document = _DOCUMENT.validate_python(answer["naskah"])
        kept = zip(document.pictures, answer["gambar"], strict=True)
        return replace(document, pictures=tuple(replace(each, data=base64.b64decode(data)) for each, data in kept))
    except (ValueError, KeyError, TypeError, ValidationError):
        return None


def packed(document: Document) -> dict[str, object]:
    """Return a document as plain data, its pictures beside it."""
    bare = replace(document, pictures=tuple(replace(each, data=b"") for each in document.pictures))
    pictures = [base64.b64encode(each.data).decode("ascii") for each in document.pictures]
    return {"naskah": _DOCUMENT.dump_python(bare, mode="json"), "gambar": pictures}


def bounded() -> None:
    """Take the memory limit for this process, where the system has one."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def main() -> int:
    """Read standard input as the file that the first argument names, and answer on standard output."""
    bounded()
    name, data = sys.argv[1], sys.stdin.buffer.read()
    try:
        answer = packed(read(name, data))
    except Unreadable as refused:
        answer = {"pesan": refused.pesan, "saran": refused.saran}
    except MemoryError:
        return 3
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
