"""Command-line arguments to exit codes: 0 fine, 1 findings of error level, 2 could not be read or written.

One command a file; each has `SUMMARY`, `arguments(parser)` and `run(options) -> int`, and imports what is heavy only
when it runs, so that `--help` answers at once.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from probis import __version__
from probis.cli._stop import Stop


def commands() -> tuple[str, ...]:
    """Return the names of all commands: the files of this package, with hyphens."""
    return tuple(
        sorted(info.name.replace("_", "-") for info in iter_modules(__path__) if not info.name.startswith("_"))
    )


class _Formatter(argparse.HelpFormatter):
    """Help in the user's language, as wide as a terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=100)

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in the user's language."""

    def __init__(self, *args: Any, **named: Any) -> None:
        named |= {"formatter_class": _Formatter, "add_help": False}
        super().__init__(*args, **named)
        self._positionals.title, self._optionals.title = "Argumen", "Pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> None:  # type: ignore[override]
        words = {
            "the following arguments are required": "argumen ini wajib diisi",
            "unrecognized arguments": "argumen ini tidak dikenal",
            "invalid choice": "pilihan ini tidak ada",
            "choose from": "pilihannya",
            "expected one argument": "perlu satu nilai",
            "argument ": "argumen ",
            "invalid": "tidak sah:",
            "value": "nilai",
        }
        for english, indonesian in words.items():
            message = message.replace(english, indonesian)
        self.exit(2, f"probis: {message}\nKetik `{self.prog} --help` untuk bantuan.\n")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = _Parser(prog="probis", description="Satu model peta proses bisnis, dan semua yang dibuat darinya.")
    versi = f"probis {__version__}"
    parser.add_argument("--version", action="version", version=versi, help="tampilkan versi program")
    parser.add_argument("--jejak", action="store_true", help="tampilkan jejak kesalahan program, untuk pengembang")
    listed = parser.add_subparsers(
        title="Perintah", dest="command", metavar="PERINTAH", required=True, parser_class=_Parser
    )
    for name in commands():
        module = import_module(f"{__name__}.{name.replace('-', '_')}")
        sub = listed.add_parser(name, help=module.SUMMARY, description=module.SUMMARY)
        module.arguments(sub)
        sub.set_defaults(run=module.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = build_parser().parse_args(argv)
    try:
        return int(options.run(options))
    except Stop as stop:
        print(stop.message, file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 2
    except KeyboardInterrupt:
        print("Dihentikan. Tidak ada berkas yang tertulis sebagian.", file=sys.stderr)
        return 2
    except Exception as error:
        if options.jejak:
            raise
        print(
            f"Probis berhenti karena kesalahan program ({type(error).__name__}). Berkas Anda tidak berubah.\n"
            "Ulangi dengan `probis --jejak …` dan kirimkan hasilnya kepada pengembang.",
            file=sys.stderr,
        )
        return 2
