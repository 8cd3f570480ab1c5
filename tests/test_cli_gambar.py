"""`probis gambar` with overlays and legend: files, formats, and what it says where something is missing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from probis.cli import main
from probis.cli.gambar import LAPIS
from probis.maps import all_overlays

SMALL = Path(__file__).resolve().parent.parent / "examples" / "kecamatan-telaga-arum"
MAPS = sorted(p.stem for p in (SMALL / "lintas-fungsi").glob("*.yaml"))


def draw(tmp_path: Path, *more: str, form: str = "svg") -> bytes:
    argv = [
        "gambar",
        str(SMALL),
        "peta-lintas-fungsi",
        "--id",
        MAPS[0],
        "--format",
        form,
        "--ke",
        str(tmp_path / "out"),
    ]
    assert main([*argv, "--pada", "2026-11-24", *more]) == 0
    (file,) = (tmp_path / "out").glob(f"*.{form}")
    return file.read_bytes()


def steps() -> list[str]:
    text = (SMALL / "lintas-fungsi" / f"{MAPS[0]}.yaml").read_text(encoding="utf-8")
    return re.findall(r"^- id: (\S+)$", text, re.MULTILINE)


def test_the_command_knows_every_overlay() -> None:
    assert set(LAPIS) == {each.slug for each in all_overlays()}


def test_the_legend_is_drawn_on_request(tmp_path: Path) -> None:
    assert b"Simbol" in draw(tmp_path / "a")
    assert b"Simbol" in draw(tmp_path / "b", "--legenda", "ya")
    assert b"Simbol" not in draw(tmp_path / "c", "--legenda", "tidak")
    listed = draw(tmp_path / "d", "--lapis", "jalan")
    assert b"Simbol" not in listed
    assert b"Jalan terlama" in listed
    assert b'class="g-legend"' not in draw(tmp_path / "e", "--lapis", "jalan", "--legenda", "tidak")


@pytest.mark.parametrize(("form", "start"), [("svg", b"<svg "), ("png", b"\x89PNG"), ("pdf", b"%PDF-")])
def test_overlays_in_every_format(tmp_path: Path, form: str, start: bytes) -> None:
    old = tmp_path / "lama"
    shutil.copytree(SMALL, old)
    file = old / "lintas-fungsi" / f"{MAPS[0]}.yaml"
    text = file.read_text(encoding="utf-8")
    time = re.search(r"  waktu: (.+)\n", text)
    assert time is not None
    file.write_text(text.replace(time[0], "  waktu: 77 HK\n", 1), encoding="utf-8")
    times = tmp_path / "waktu.csv"
    times.write_text(f"alamat;waktu\nlintas-fungsi/{MAPS[0]}/{steps()[1]};5 HK\n", encoding="utf-8")
    for lapis, more in (
        ("temuan", []), ("usulan", []), ("jalan", []), ("perbedaan", ["--banding", str(old)]),
        ("waktu", ["--waktu", str(times)]),
    ):  # fmt: skip
        data = draw(tmp_path / lapis, "--lapis", lapis, *more, form=form)
        assert data.startswith(start)
        if form == "svg" and lapis == "perbedaan":
            assert "waktu 77 HK menjadi" in re.sub(r"</text>\s*<text[^>]*>", " ", data.decode())
        if form == "svg" and lapis == "waktu":
            assert b">5 HK</text>" in data


def test_measured_times_from_yaml_are_those_from_csv(tmp_path: Path) -> None:
    at = f"lintas-fungsi/{MAPS[0]}/{steps()[1]}"
    (tmp_path / "w.yaml").write_text(f"{at}: 5 HK\n", encoding="utf-8")
    (tmp_path / "w.csv").write_text(f"alamat,waktu,keterangan\n{at},5 HK,\n", encoding="utf-8-sig")
    one, other = (
        draw(tmp_path / f"out-{name}", "--lapis", "waktu", "--waktu", str(tmp_path / name))
        for name in ("w.yaml", "w.csv")
    )
    assert one == other


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--lapis", "perbedaan"], "--lapis perbedaan memerlukan --banding"),
        (["--lapis", "waktu"], "--lapis waktu memerlukan --waktu"),
        (["--lapis", "temuan", "--banding", "."], "--banding hanya berlaku bersama --lapis perbedaan"),
        (["--ukuran", "A1", "--media", "layar"], "--ukuran hanya berlaku untuk kertas"),
        (["--ukuran", "A1", "--lapis", "usulan"], "--ukuran tidak berlaku bersama --lapis"),
        (["--jalan", "a,b"], "--jalan hanya berlaku bersama --lapis jalan"),
        (["--lapis", "jalan", "--jalan", "entah,b"], "Simpul “entah” tidak ada"),
        (["--lapis", "jalan", "--jalan", " , "], "--jalan memerlukan"),
        (["--lapis", "waktu", "--waktu", "{tmp}/tidak-ada.csv"], "berkas waktu tidak dapat dibaca"),
        (["--lapis", "waktu", "--waktu", "{tmp}/kolom.csv"], "kolom.csv:1: kolom alamat atau waktu tidak ada"),
        (["--lapis", "waktu", "--waktu", "{tmp}/alamat.csv"], "alamat.csv:3: alamat “entah” tidak ada dalam peta"),
        (["--lapis", "waktu", "--waktu", "{tmp}/waktu.csv"], "waktu.csv:2: waktu “lama sekali” tidak terbaca"),
        (["--lapis", "waktu", "--waktu", "{tmp}/biner.csv"], "bukan teks UTF-8"),
        (["--lapis", "waktu", "--waktu", "{tmp}/daftar.yaml"], "isi berkas waktu tidak terbaca"),
        (["--lapis", "waktu", "--waktu", "{tmp}/rusak.yaml"], "rusak.yaml:"),
        (["--lapis", "waktu", "--waktu", "{tmp}/dalam.yaml"], "tidak berisi satu waktu"),
        (["--lapis", "perbedaan", "--banding", "{tmp}/tidak-ada"], "tidak"),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, list) else "",
)  # fmt: skip
def test_what_is_missing_or_wrong_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], said: str
) -> None:
    at = f"lintas-fungsi/{MAPS[0]}/{steps()[1]}"
    for name, text in {
        "kolom.csv": "a,b\n1,2\n",
        "alamat.csv": f"alamat,waktu\n{at},1 HK\nentah,1 HK\n",
        "waktu.csv": f"alamat,waktu\n{at},lama sekali\n",
        "daftar.yaml": "- a\n- b\n",
        "rusak.yaml": "a: [\n",
        "dalam.yaml": f"{at}: [1 HK]\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "biner.csv").write_bytes(b"\xff\xfe\x00alamat")
    argv = ["gambar", str(SMALL), "peta-lintas-fungsi", "--id", MAPS[0], "--ke", str(tmp_path / "out")]
    assert main([*argv, *(part.format(tmp=tmp_path) for part in more)]) == 2
    err = capsys.readouterr().err
    assert said in err, err
    assert "Traceback" not in err
    assert "kesalahan program" not in err
    assert not (tmp_path / "out").exists()


def test_an_overlay_that_a_map_does_not_have_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gambar", str(SMALL), "peta-relasi", "--lapis", "jalan", "--ke", str(tmp_path)]) == 2
    assert "Lapis jalan tidak berlaku untuk peta-relasi." in capsys.readouterr().err


def test_the_symbols_may_be_others_than_those_of_the_profile(tmp_path: Path) -> None:
    usual = draw(tmp_path)
    assert draw(tmp_path, "--simbol", "bagan_alir") == usual
    bpmn = draw(tmp_path, "--simbol", "bpmn")
    assert bpmn != usual
    assert b"Kolam " in bpmn and b"Kolam " not in usual
    assert all(f'/{step}"'.encode() in bpmn for step in steps())


def test_placements_that_a_drawing_cannot_keep_are_told_with_their_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SMALL, tmp_path / "body")
    file = tmp_path / "body" / "lintas-fungsi" / "evaluasi-apb-desa.yaml"
    text = file.read_text(encoding="utf-8")
    wished = "letak:\n- simpul: terima\n  baris: 1\n- simpul: kirim\n  setelah: terima\n"
    file.write_text(f"{text.rstrip()}\n{wished}", encoding="utf-8")
    at = text.rstrip().count("\n") + 1 + wished[: wished.index("  setelah")].count("\n") + 1
    for medium in ("layar", "kertas"):
        argv = ["gambar", str(tmp_path / "body"), "peta-lintas-fungsi", "--id", "evaluasi-apb-desa", "--media", medium]
        assert main([*argv, "--ke", str(tmp_path / medium)]) == 0
        told = [line for line in capsys.readouterr().err.splitlines() if "letak-dapat-dipenuhi" in line]
        assert len(told) == 1, told
        assert f"evaluasi-apb-desa.yaml:{at}" in told[0] or f"baris {at}" in told[0]
        assert "menurut alur" in told[0] and "mendahului" in told[0]
        assert (tmp_path / medium).iterdir()
    for slug, more in (("lembar-konfirmasi", ["--id", "evaluasi-apb-desa"]), ("buku", []), ("keputusan", [])):
        paper = ["tulis", str(tmp_path / "body"), slug, *more, "--format"]
        assert main([*paper, "html", "--ke", str(tmp_path / "paper.html")]) == 0
        again = [line for line in capsys.readouterr().err.splitlines() if "letak-dapat-dipenuhi" in line]
        assert again == told
    assert main(["tulis", str(tmp_path / "body"), "buku", "--format", "xlsx", "--ke", str(tmp_path / "b.xlsx")]) == 0
    assert "letak-dapat-dipenuhi" not in capsys.readouterr().err  # a workbook shows no map
