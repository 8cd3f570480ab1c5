"""Findings to SARIF 2.1.0, which code hosts and editors show at the line: rules with help, places, suppressions.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0 (27 March 2020), sections 3.11, 3.27, 3.35, 3.49.
"""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from probis import __version__
from probis.cli._baseline import Compared, prints
from probis.model import PetaProsesBisnis, Temuan, Tingkat
from probis.rules import RuleModule, all_rules

_LEVELS = {Tingkat.GALAT: "error", Tingkat.PERINGATAN: "warning", Tingkat.CATATAN: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(
    found: Iterable[Temuan], model: PetaProsesBisnis | None, folder: Path, compared: Compared | None = None
) -> dict[str, Any]:
    """Return a SARIF log with one run.

    Files are named as from the place where the command was given; a folder named absolutely, or above it, is left
    out, so that no path of a machine stands in the report. What an exception excuses is suppressed with its reason.
    """
    found = tuple(found)
    slugs = sorted({temuan.aturan for temuan in found})
    place = {slug: number for number, slug in enumerate(slugs)}
    known = {id(temuan) for temuan in compared.known} if compared is not None else set()
    results = []
    for temuan, sidik in zip(found, prints(found, model), strict=True):
        one = _result(temuan, sidik, place[temuan.aturan], _prefix(folder))
        if compared is not None and not temuan.dikecualikan:
            one["baselineState"] = "unchanged" if id(temuan) in known else "new"
        results.append(one)
    for gone in compared.gone if compared is not None else ():
        results.append(
            {
                "ruleId": gone.aturan,
                "level": "none",
                "kind": "notApplicable",
                "message": {"text": _escaped(gone.pesan)},
                "partialFingerprints": {"probisSidik/v1": gone.sidik},
                "baselineState": "absent",
            }
        )
    driver = {"name": "Probis", "version": __version__, "language": "id", "rules": [_rule(slug) for slug in slugs]}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "language": "id", "columnKind": "unicodeCodePoints", "results": results}],
    }


def _rule(slug: str) -> dict[str, Any]:
    rule: RuleModule | None = all_rules().get(slug)
    if rule is None:
        said = "Isi berkas menyimpang dari bentuk yang diminta, atau pengecualian perlu ditinjau."
        return {"id": slug, "shortDescription": {"text": "Isi berkas"}, "fullDescription": {"text": said}}
    aturan = rule.aturan
    help_ = "\n\n".join(filter(None, (aturan.mengapa, aturan.perbaikan, "\n".join(f"- {b}" for b in aturan.rujukan))))
    return {
        "id": slug,
        "name": "".join(word.capitalize() for word in slug.split("-")),
        "shortDescription": {"text": aturan.judul},
        "fullDescription": {"text": aturan.mengapa},
        "help": {"text": help_, "markdown": help_},
        "defaultConfiguration": {"level": _LEVELS[aturan.tingkat]},
        "properties": {"nomor": aturan.nomor},
    }


def _result(temuan: Temuan, sidik: str, rule: int, prefix: str) -> dict[str, Any]:
    location: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": temuan.alamat or "instansi"}]}
    if temuan.tempat is not None:
        location["physicalLocation"] = {
            "artifactLocation": {"uri": quote(f"{prefix}{temuan.tempat.berkas}")},
            "region": {"startLine": max(temuan.tempat.baris, 1), "startColumn": max(temuan.tempat.kolom, 1)},
        }
    one: dict[str, Any] = {
        "ruleId": temuan.aturan,
        "ruleIndex": rule,
        "level": _LEVELS[temuan.tingkat],
        "message": {"text": _escaped(f"{temuan.pesan} {temuan.saran}".strip())},
        "locations": [location],
        "partialFingerprints": {"probisSidik/v1": sidik},
    }
    if temuan.dikecualikan:
        one["suppressions"] = [{"kind": "external", "status": "accepted", "justification": temuan.alasan}]
    return one


def _escaped(said: str) -> str:
    """The text as a message of SARIF: brackets would make a link, braces a placeholder (3.11.5, 3.11.6)."""
    for mark in "\\[]":
        said = said.replace(mark, f"\\{mark}")
    return said.replace("{", "{{").replace("}", "}}")


def _prefix(folder: Path) -> str:
    path = PurePosixPath(folder.as_posix())
    return "" if path.is_absolute() or folder.drive or ".." in path.parts or not path.parts else f"{path}/"
