"""`probis tulis` and the states of a decree: which can be asked for, and what is said where one cannot be had."""

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from documents.bodies import bare, whole
from probis.cli import main
from probis.documents import Keadaan, NotWritable, all_documents, document, writer

SMALL = Path(__file__).parents[2] / "examples" / "kecamatan-telaga-arum"


@pytest.fixture
def decreed(tmp_path: Path) -> Path:
    """The small example, whose decree is a draft, with number and date."""
    folder = tmp_path / "bernomor"
    shutil.copytree(SMALL, folder)
    decree = folder / "keputusan.yaml"
    decree.write_text(f"{decree.read_text(encoding='utf-8')}\nnomor: '7'\ntanggal: 2025-03-02\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("state", list(Keadaan))
def test_each_state_is_written(state: Keadaan, decreed: Path, tmp_path: Path) -> None:
    target = tmp_path / "k.html"
    form = ["--format", "html", "--keadaan", state.value, "--ke", str(target)]
    assert main(["tulis", str(decreed), "keputusan", *form, "--pada", "2026-11-24"]) == 0
    said = target.read_text(encoding="utf-8")
    assert ("Paraf koordinasi" in said) == (state is Keadaan.RANCANGAN)
    assert ("Salinan sesuai dengan aslinya" in said) == (state is Keadaan.SALINAN)


def test_a_state_that_cannot_be_had_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "k.pdf"
    assert main(["tulis", str(SMALL), "keputusan", "--keadaan", "salinan", "--ke", str(target)]) == 2
    said = capsys.readouterr().err
    assert "belum mempunyai nomor dan tanggal" in said and "salinan" in said and "Traceback" not in said
    assert not target.exists()


def test_the_older_version_is_asked_for_only_where_it_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tulis", str(SMALL), "keputusan", "--banding", str(SMALL)]) == 2
    assert "--banding tidak berlaku" in capsys.readouterr().err


def test_a_document_is_asked_only_for_states_it_has() -> None:
    for known in all_documents():
        for state in Keadaan:
            if state not in known.states:
                with pytest.raises(NotWritable, match=r"tidak mengenal keadaan|tidak dapat ditulis"):
                    writer(known.slug)(whole(), keadaan=state, lama=bare())


def test_the_decree_has_three_states() -> None:
    found = document("keputusan")
    assert found is not None and found.states == tuple(Keadaan)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>'


def test_the_emblem_in_the_folder_stands_in_the_letterhead(decreed: Path, tmp_path: Path) -> None:
    target = tmp_path / "k.html"
    told = ["tulis", str(decreed), "keputusan", "--format", "html", "--ke", str(target)]
    assert main(told) == 0
    before = target.read_text(encoding="utf-8")
    assert "Lambang pada kepala naskah" not in before
    (decreed / "lambang.svg").write_text(SVG, encoding="utf-8")
    assert main(told) == 0
    assert target.read_text(encoding="utf-8").count("Lambang pada kepala naskah") == 1


def test_an_emblem_that_cannot_be_used_is_told(
    decreed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "k.pdf"
    (decreed / "lambang.svg").write_text(SVG.replace("circle", "script"), encoding="utf-8")
    assert main(["tulis", str(decreed), "keputusan", "--ke", str(target)]) == 2
    said = capsys.readouterr().err
    assert "lambang.svg" in said and "<script>" in said
    (decreed / "lambang.svg").unlink()
    outside = tmp_path / "rahasia.svg"
    outside.write_text(SVG, encoding="utf-8")
    (decreed / "lambang.svg").symlink_to(outside)
    assert main(["tulis", str(decreed), "keputusan", "--ke", str(target)]) == 2
    assert "tautan ke luar folder" in capsys.readouterr().err
    assert not target.exists()


def test_the_place_of_an_emblem_is_kept_where_there_is_none() -> None:
    from probis.paper import Letterhead, emblem, walk
    from probis.paper.render import docx, pdf

    there = emblem(SVG.encode(), "Lambang")
    with_it = writer("keputusan")(whole(), lambang=there)
    heads = [block for block in walk(with_it) if isinstance(block, Letterhead)]
    assert [head.emblem for head in heads] == [there] and heads[0].emblem_mm == 25
    assert pdf.render(with_it) == pdf.render(with_it)
    document_xml = zipfile.ZipFile(io.BytesIO(docx.render(with_it))).read("word/document.xml").decode()
    assert len(re.findall(r'<wp:docPr[^>]*descr="Lambang"', document_xml)) == 1
    assert next(b for b in walk(writer("keputusan")(whole())) if isinstance(b, Letterhead)).emblem_mm == 25
