"""probis tata as a user meets it: exit codes, places, forms, nothing half-written."""

import json
from pathlib import Path

import pytest

from interchange.bpmn_files import EVERYTHING, file
from probis.cli import main


def test_bpmn_goes_in_and_comes_out_beside_it_laid_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "izin.bpmn"
    source.write_bytes(EVERYTHING)
    assert main(["tata", str(source)]) == 0
    said = capsys.readouterr()
    assert said.out.strip() == str(tmp_path / "izin.tata.bpmn")
    assert not said.err
    out = (tmp_path / "izin.tata.bpmn").read_bytes()
    assert out.count(b"<bpmndi:BPMNDiagram ") == 4
    assert source.read_bytes() == EVERYTHING
    assert main(["tata", str(tmp_path / "izin.tata.bpmn"), "--ke", str(tmp_path / "baru" / "lagi.bpmn")]) == 0
    assert (tmp_path / "baru" / "lagi.bpmn").read_bytes() == out


@pytest.mark.parametrize(("form", "begins"), [("svg", b"<svg "), ("png", b"\x89PNG"), ("pdf", b"%PDF-")])
def test_pictures(form: str, begins: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "izin.bpmn"
    source.write_bytes(EVERYTHING)
    assert main(["tata", str(source), "--format", form, "--ke", str(tmp_path / f"gambar.{form}")]) == 0
    made = [Path(name) for name in capsys.readouterr().out.split()]
    assert len(made) == (1 if form == "pdf" else 4)  # one page a diagram
    assert all(path.read_bytes().startswith(begins) for path in made)
    again = {path: path.read_bytes() for path in made}
    assert main(["tata", str(source), "--format", form, "--ke", str(tmp_path / f"gambar.{form}")]) == 0
    assert {path: path.read_bytes() for path in made} == again


def test_a_picture_holds_every_name_and_says_what_leads_where(tmp_path: Path) -> None:
    source = tmp_path / "izin.bpmn"
    long = " ".join(["Memeriksa kelengkapan permohonan dan mempertanggungjawabkannya"] * 5)
    source.write_bytes(
        file(f"""<process id="p"><startEvent id="s" name="Mulai"/><userTask id="t" name="{long}"/>
        <sequenceFlow id="f" sourceRef="s" targetRef="t"/></process>""")
    )
    assert main(["tata", str(source), "--format", "svg"]) == 0
    text = (tmp_path / "izin.tata.svg").read_text(encoding="utf-8")
    assert "…" not in text
    assert text.count("permoho") >= 5
    assert 'aria-label="Mulai (kejadian awal), menuju Memeriksa' in text
    assert "\0" not in text


def test_json(tmp_path: Path) -> None:
    source = tmp_path / "izin.bpmn"
    source.write_bytes(EVERYTHING)
    assert main(["tata", str(source), "--format", "json", "--ke", str(tmp_path / "izin.json")]) == 0
    form = json.loads((tmp_path / "izin.json").read_text(encoding="utf-8"))
    assert set(form) == {"nodes", "edges", "lanes", "labels"}
    assert {"id", "kind", "type", "name", "lane", "host", "x", "y", "w", "h"} <= set(form["nodes"][0])


def test_what_could_not_be_drawn_is_said_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "izin.bpmn"
    source.write_bytes(
        file("""<process id="p"><task id="a"/>\n<sequenceFlow id="f" sourceRef="a" targetRef="b"/></process>""")
    )
    assert main(["tata", str(source)]) == 1
    said = capsys.readouterr().err
    assert f"{source}:4: ▲ <sequenceFlow> “f” menuju “b”, yang tidak ada; tidak digambar." in said
    assert (tmp_path / "izin.tata.bpmn").exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "tidak ada"),
        (b"", "kosong"),
        (EVERYTHING[:900], ":"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DOCTYPE"),
        (b"<html/>", "bukan BPMN 2.0"),
    ],
)
def test_what_cannot_be_read_makes_nothing(
    data: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "izin.bpmn"
    if data is not None:
        source.write_bytes(data)
    assert main(["tata", str(source)]) == 2
    heard = capsys.readouterr().err
    assert heard.startswith(str(source))
    assert said in heard
    assert "Traceback" not in heard and "kesalahan program" not in heard
    assert not list(tmp_path.glob("*.tata.*"))


def test_a_folder_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tata", str(tmp_path)]) == 2
    assert "folder" in capsys.readouterr().err
