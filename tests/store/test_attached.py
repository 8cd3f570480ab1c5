"""Files that a map names: taken along with exactly the bytes that it vouches for, from inside its folder only."""

from hashlib import sha256
from pathlib import Path

from probis.cli._folder import read_model
from probis.model import Berkas, PetaProsesBisnis
from probis.store.attached import read_attached

EXAMPLE = Path(__file__).parents[2] / "examples" / "kecamatan-telaga-arum"
DATA = b"gambar sebuah peta"


def _naming(*names: str, data: bytes = DATA) -> PetaProsesBisnis:
    files = [
        Berkas(id=f"b{n}", nama=name, jenis="image/png", sha256=sha256(data).hexdigest(), ukuran=len(data))
        for n, name in enumerate(names)
    ]
    return read_model(EXAMPLE)[1].model_copy(update={"berkas": tuple(files)})


def test_what_lies_there_as_the_map_says_is_taken(tmp_path: Path) -> None:
    (tmp_path / "gambar").mkdir()
    (tmp_path / "gambar" / "peta.png").write_bytes(DATA)
    (tmp_path / "gambar" / "lain.png").write_bytes(DATA)
    assert read_attached(tmp_path, _naming("gambar/peta.png", "gambar/hilang.png")) == {"gambar/peta.png": DATA}


def test_other_bytes_than_the_map_vouches_for_are_left(tmp_path: Path) -> None:
    for name, data in {"beda.png": DATA[::-1], "panjang.png": DATA + b"!", "pendek.png": DATA[:-1]}.items():
        (tmp_path / name).write_bytes(data)
    assert read_attached(tmp_path, _naming("beda.png", "panjang.png", "pendek.png")) == {}


def test_nothing_is_taken_from_outside_or_in_place_of_the_map(tmp_path: Path) -> None:
    folder = tmp_path / "peta"
    (folder / "gambar").mkdir(parents=True)
    (tmp_path / "luar.png").write_bytes(DATA)
    (folder / "gambar" / "tautan.png").symlink_to(tmp_path / "luar.png")
    (folder / "proses.yaml").write_bytes(DATA)
    assert read_attached(folder, _naming("../luar.png", "gambar/tautan.png", "proses.yaml", "gambar")) == {}
