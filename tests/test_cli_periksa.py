"""The reports of `probis periksa`: grouped text, HTML with marked maps, SARIF, a baseline that outlives moves."""

import json
import re
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from probis.cli import main
from probis.cli._baseline import compare, prints, read_baseline
from probis.cli._folder import find, read
from probis.cli._report import by_file, by_rule
from probis.cli._sarif import sarif
from probis.cli._stop import Stop
from probis.model import Tempat, Temuan, Tingkat
from probis.rules import all_rules

ROOT = Path(__file__).resolve().parent.parent
PADA = date(2026, 11, 24)
DAY = ("--pada", "2026-11-24")
HOSTILE = "<script>alert(1)</script>&\"'[klik](http://jahat.example){0}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small example with faults: a process without an owner, one with a hostile name, a sub process without map."""
    place = tmp_path / "peta"
    shutil.copytree(ROOT / "examples" / "kecamatan-telaga-arum", place)
    path = place / "proses.yaml"
    text = path.read_text(encoding="utf-8")
    text += f"- id: jahat\n  kode: KTA-09\n  nama: '{HOSTILE.replace(chr(39), chr(39) * 2)}'\n  kelompok: utama\n"
    path.write_text(text, encoding="utf-8")
    return place


def _run(argv: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(argv)
    return code, capsys.readouterr().out


def test_text_is_grouped_by_file_or_rule_and_tells_every_finding(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, plain = _run(["periksa", str(folder), *DAY], capsys)
    assert code == 1
    found = [each for each in find(read(folder), PADA) if not each.dikecualikan]
    assert len(plain.splitlines()) == len(found) + 1
    for kelompok in ("berkas", "aturan"):
        code, said = _run(["periksa", str(folder), "--kelompok", kelompok, *DAY], capsys)
        assert code == 1 and "\x1b" not in said
        assert said.splitlines()[-1] == plain.splitlines()[-1]
        words = " ".join(said.split())
        for one in found:
            assert " ".join(one.pesan.split()) in words
    assert all(f"[{one.aturan}]" in said for one in found)


def test_lines_keep_to_the_width_and_control_characters_are_not_printed() -> None:
    long = "kata yang panjang " * 30
    found = [Temuan("satu-pemilik", Tingkat.GALAT, "proses/p", f"{long}\x1b[2J", "Isi.", tempat=Tempat("a.yaml", 7))]
    for said in (list(by_file(found, 60)), list(by_rule(found, {}, 60))):
        assert max(map(len, said)) <= 60
        assert not any("\x1b" in line for line in said)
    coloured = "\n".join(by_file(found, 60, colour=True))
    assert "\x1b[31m■ galat\x1b[0m" in coloured and "\x1b[2J" not in coloured


def test_advice_that_all_share_is_said_once() -> None:
    found = [Temuan("r", Tingkat.CATATAN, f"proses/{n}", f"Pesan {n}.", "Saran bersama.") for n in range(3)]
    said = "\n".join(by_rule(found, {"r": "Judul aturan"}))
    assert said.count("Saran bersama.") == 1 and "Judul aturan" in said and "3 tempat" in said


def test_sarif_holds_rules_places_and_suppressions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = _run(["periksa", str(folder), "--format", "sarif", *DAY], capsys)
    assert code == 1
    log = json.loads(said)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules)) and str(folder) not in said
    found = find(read(folder), PADA)
    assert len(run["results"]) == len(found)
    levels = {"galat": "error", "peringatan": "warning", "catatan": "note"}
    for result, one in zip(run["results"], found, strict=True):
        assert result["ruleId"] == rules[result["ruleIndex"]] == one.aturan
        assert result["level"] == levels[one.tingkat]
        assert one.tempat is not None
        physical = result["locations"][0]["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == one.tempat.berkas
        assert physical["region"]["startLine"] == one.tempat.baris
        if one.dikecualikan:
            assert result["suppressions"][0]["justification"] == one.alasan
        assert not re.search(r"(?<!\\)\[", result["message"]["text"])
    helped = [rule for rule in run["tool"]["driver"]["rules"] if rule["id"] in all_rules()]
    assert helped and all(rule["help"]["text"].startswith(rule["fullDescription"]["text"]) for rule in helped)


SARIF_KEYS = {
    "log": {"$schema", "version", "runs"},
    "run": {"tool", "language", "columnKind", "results"},
    "driver": {"name", "version", "language", "rules"},
    "rule": {"id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"},
    "result": {"ruleId", "ruleIndex", "kind", "level", "message", "locations", "partialFingerprints", "baselineState"}
    | {"suppressions"},
    "location": {"physicalLocation", "logicalLocations"},
}
"""The properties of SARIF 2.1.0 that a report may use; its schema forbids every other one."""


def test_sarif_keeps_to_what_its_schema_allows(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "acuan.json"
    _run(["periksa", str(folder), "--tulis-acuan", str(kept), *DAY], capsys)
    known = json.loads(kept.read_text(encoding="utf-8"))
    known["temuan"][0]["sidik"] = "0" * len(known["temuan"][0]["sidik"])  # one that is gone, one that is new
    kept.write_text(json.dumps(known), encoding="utf-8")
    for more in ((), ("--acuan", str(kept))):
        log = json.loads(_run(["periksa", str(folder), "--format", "sarif", *more, *DAY], capsys)[1])
        (run,) = log["runs"]
        driver = run["tool"]["driver"]
        assert set(log) <= SARIF_KEYS["log"] and set(run) <= SARIF_KEYS["run"] and set(driver) <= SARIF_KEYS["driver"]
        assert re.fullmatch(r"[a-zA-Z]{2}(-[a-zA-Z]{2})?", run["language"])
        assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
        assert all(set(rule) <= SARIF_KEYS["rule"] for rule in driver["rules"])
        assert len({json.dumps(rule) for rule in driver["rules"]}) == len(driver["rules"])  # uniqueItems
        for result in run["results"]:
            assert set(result) <= SARIF_KEYS["result"] and result["message"]["text"]
            assert result["level"] in ("none", "note", "warning", "error")
            assert result.get("kind", "fail") == "fail" or result["level"] == "none"  # 3.27.10
            assert -1 <= result.get("ruleIndex", -1) < len(driver["rules"])
            assert result.get("baselineState", "new") in ("new", "unchanged", "updated", "absent")
            for place in result.get("locations", ()):
                assert set(place) <= SARIF_KEYS["location"]
                region = place.get("physicalLocation", {}).get("region", {"startLine": 1})
                assert all(number >= 1 for number in region.values())
            for one in result.get("suppressions", ()):
                assert one["kind"] in ("inSource", "external")
                assert one["status"] in ("accepted", "underReview", "rejected")
        states = {result.get("baselineState") for result in run["results"]}
        assert states >= ({"new", "unchanged", "absent"} if more else {None})


def test_sarif_names_files_from_where_the_command_is_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    bacaan = read(Path("peta"))
    log = sarif(find(bacaan, PADA), bacaan.nilai, Path("peta"))
    uris = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in log["runs"][0]["results"]}
    assert uris and all(uri.startswith("peta/") for uri in uris)


def test_excused_findings_are_suppressed_with_their_reason() -> None:
    one = Temuan("satu-pemilik", Tingkat.GALAT, "proses/p", "Pesan.", alasan="Menunggu keputusan.")
    (result,) = sarif([one], None, Path("peta"))["runs"][0]["results"]
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "Menunggu keputusan."}
    ]


def test_the_page_holds_every_finding_marked_maps_and_nothing_from_outside(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "temuan.html"
    code, said = _run(["periksa", str(folder), "--format", "html", "--ke", str(target), *DAY], capsys)
    assert code == 1 and said.strip() == str(target)
    data = target.read_bytes()
    page = html.fromstring(data.decode())
    assert not page.xpath("//script|//link|//img|//iframe|//@src|//*[local-name()='use']")
    assert all(href.startswith("#") for href in page.xpath("//a/@href"))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)) and {href[1:] for href in page.xpath("//a/@href")} <= set(ids)
    text = " ".join(page.text_content().split())
    found = [each for each in find(read(folder), PADA) if not each.dikecualikan]
    for one in found:
        assert " ".join(one.pesan.replace("`", "").split()) in text
        assert str(one.tempat) in text
        rule = all_rules().get(one.aturan)
        if rule is not None:
            assert " ".join(rule.aturan.mengapa.replace("`", "").split()) in text
            assert all(basis in text for basis in rule.aturan.rujukan)
    assert len(page.xpath("//div[@class='draw']")) >= 1
    main(["periksa", str(folder), "--format", "html", "--ke", str(target), *DAY])
    assert target.read_bytes() == data


def test_a_folder_that_is_no_model_still_has_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "instansi.yaml").write_text("id: a\nnama: A\njenis: dinas\nperiode: <b>\n", encoding="utf-8")
    code, said = _run(["periksa", str(tmp_path), "--format", "html", *DAY], capsys)
    assert code == 2 and "<svg" not in said and "<b>&" not in said
    code, said = _run(["periksa", str(tmp_path), "--format", "sarif", *DAY], capsys)
    assert code == 2 and json.loads(said)["runs"][0]["results"]


def test_a_baseline_lets_what_is_known_pass_and_tells_what_is_new_and_gone(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "acuan.json"
    code, _ = _run(["periksa", str(folder), "--tulis-acuan", str(kept), *DAY], capsys)
    assert code == 1
    first = kept.read_bytes()
    number = len(json.loads(first)["temuan"])
    code, said = _run(["periksa", str(folder), "--acuan", str(kept), *DAY], capsys)
    assert code == 0
    assert said.splitlines()[-1] == f"Menurut acuan: {number} sudah dikenal, 0 tidak ada lagi."
    path = folder / "proses.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}- id: baru\n  kode: KTA-10\n  nama: Proses Baru\n  kelompok: utama\n", encoding="utf-8")
    code, said = _run(["periksa", str(folder), "--acuan", str(kept), *DAY], capsys)
    assert code == 1 and "Proses Baru" in said and HOSTILE not in said.replace("Proses Baru", "")
    path.write_text(text[: text.index("- id: jahat")], encoding="utf-8")
    code, said = _run(["periksa", str(folder), "--acuan", str(kept), *DAY], capsys)
    assert code == 0 and said.count("Tidak ada lagi: ") >= 1
    code, said = _run(["periksa", str(folder), "--acuan", str(kept), "--format", "json", *DAY], capsys)
    report = json.loads(said)
    assert code == 0 and report["hilang"] and all("dikenal" in each for each in report["temuan"])


def test_fingerprints_outlive_moved_lines_new_codes_and_new_names(folder: Path) -> None:
    before = read(folder)
    old = find(before, PADA)
    assert before.nilai is not None
    marks = prints(old, before.nilai)
    assert len(set(marks)) == len(marks)
    path = folder / "proses.yaml"
    text = path.read_text(encoding="utf-8")
    codes = sorted({p.kode for p in before.nilai.proses if p.kode}, key=len, reverse=True)
    text = re.sub("|".join(map(re.escape, codes)), lambda m: f"Z-{m[0]}", text)
    text = "# satu\n# dua\n" + text.replace("KTA-09", "Z-99")
    path.write_text(text, encoding="utf-8")
    (folder / "instansi.yaml").write_text(
        (folder / "instansi.yaml").read_text(encoding="utf-8").replace("KTA-", "Z-KTA-"), encoding="utf-8"
    )
    after = read(folder)
    assert after.nilai is not None
    fresh = find(after, PADA)
    known, now = Counter(marks), Counter(prints(fresh, after.nilai))
    assert not known - now
    moved = [replace(one, tempat=Tempat("lain.yaml", 999)) for one in old]
    assert prints(moved, before.nilai) == marks
    jahat = next(p for p in before.nilai.proses if p.id == "jahat")
    named = before.nilai.model_copy(
        update={
            "proses": tuple(
                p.model_copy(update={"nama": "Nama Lain"}) if p.id == "jahat" else p for p in before.nilai.proses
            )
        }
    )
    renamed = [replace(one, pesan=one.pesan.replace(jahat.nama, "Nama Lain")) for one in old]
    mine = [n for n, one in enumerate(old) if one.alamat == "proses/jahat"]
    again = prints(renamed, named)
    assert mine and [again[n] for n in mine] == [marks[n] for n in mine]


def test_findings_that_are_alike_are_counted() -> None:
    one = Temuan("r", Tingkat.GALAT, "proses/p", "Pesan 1.")
    two = replace(one, pesan="Pesan 2.")
    assert len(set(prints([one, two], None))) == 2
    assert len(compare([one, two], None, []).new) == 2


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"acuan": 1}', '{"acuan": 1, "temuan": [3]}', "[" * 100_000, '{"acuan": 9, "temuan": []}']
)
def test_a_file_that_is_no_baseline_is_refused_in_words(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Stop, match="acuan"):
        read_baseline(path)
    with pytest.raises(Stop, match="tidak dapat dibaca"):
        read_baseline(tmp_path / "tidak-ada.json")
