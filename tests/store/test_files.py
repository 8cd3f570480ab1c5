"""The store in a folder: the contract, damage, and two writers at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from probis.model import Revisi
from probis.store.files import FileStore
from probis.store.revisions import StaleParent, Store, StoreError
from store.contract import FIRST, SECOND, StoreContract, commit, kept


class TestFileStore(StoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Store:
        return FileStore(tmp_path / "simpanan")


def test_another_process_sees_the_same(tmp_path: Path) -> None:
    one = kept(commit(FileStore(tmp_path), None, FIRST))
    two = kept(commit(FileStore(tmp_path), one.id, SECOND))
    assert FileStore(tmp_path).head() == two


def test_changed_content_is_noticed(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    revisi = kept(commit(store, None, FIRST))
    sha256 = revisi.bagian["instansi.yaml"]
    (tmp_path / "isi" / sha256[:2] / sha256[2:]).write_bytes(b"lain")
    with pytest.raises(StoreError, match="rusak"):
        store.parts(revisi)


def test_a_changed_revision_is_noticed(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    revisi = kept(commit(store, None, FIRST))
    path = tmp_path / "revisi" / revisi.id
    path.write_bytes(path.read_bytes().replace(b"Maria", b"Mario"))
    with pytest.raises(StoreError, match="rusak"):
        store.get(revisi.id)


def test_of_many_writers_at_once_one_wins_each_round(tmp_path: Path) -> None:
    def write(number: int) -> Revisi | StaleParent:
        return commit(FileStore(tmp_path), None, {"a.yaml": str(number).encode()})

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(write, range(24)))
    winners = [outcome for outcome in outcomes if isinstance(outcome, Revisi)]
    assert len(winners) == 1
    assert all(o == StaleParent(winners[0]) for o in outcomes if isinstance(o, StaleParent))
    assert [r.id for r in FileStore(tmp_path).history()] == [winners[0].id]


def test_nothing_half_written_stays_behind(tmp_path: Path) -> None:
    commit(FileStore(tmp_path), None, FIRST)
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(".tulis-")]
