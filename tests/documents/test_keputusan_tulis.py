"""`probis tulis` and the states of a decree: which can be asked for, and what is said where one cannot be had."""

import shutil
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
