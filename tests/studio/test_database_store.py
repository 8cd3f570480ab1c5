"""The store in the database: the contract of tests/store, and the same names as the store in a folder."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from probis.store.files import FileStore
from probis.store.revisions import Store, StoreError
from probis.studio.revisions.models import Edisi, Instansi, Isi, Revisi
from probis.studio.revisions.store import DatabaseStore
from store.contract import FIRST, SECOND, StoreContract, commit, kept

_numbers: Iterator[int] = count()


def new_store() -> DatabaseStore:
    instansi, _ = Instansi.objects.get_or_create(kode="simpanan-uji", defaults={"nama": "Simpanan Uji"})
    return DatabaseStore(Edisi.objects.create(instansi=instansi, kode=f"uji-{next(_numbers)}").pk)


@pytest.fixture(autouse=True, scope="module")
def cleared() -> Iterator[None]:
    """Leave no edition behind that is no map: other tests look at all of them."""
    yield
    mine = Edisi.objects.filter(instansi__kode="simpanan-uji")
    mine.update(kepala=None)
    Revisi.objects.filter(edisi__in=mine).delete()
    mine.delete()


class TestDatabaseStore(StoreContract):
    @pytest.fixture
    def store(self) -> Store:
        return new_store()


def test_both_stores_give_the_same_names(tmp_path: Path) -> None:
    names = []
    for store in (new_store(), FileStore(tmp_path)):
        one = kept(commit(store, None, FIRST))
        two = kept(commit(store, one.id, SECOND))
        names.append((one, two))
    assert names[0] == names[1]


def test_the_edition_knows_its_newest_revision() -> None:
    store = new_store()
    one = kept(commit(store, None, FIRST))
    two = kept(commit(store, one.id, SECOND))
    edisi = Edisi.objects.latest("pk")
    assert (edisi.kepala.sha256, edisi.kepala.nomor) == (two.id, 2)


def test_equal_bytes_are_kept_once() -> None:
    store = new_store()
    one = kept(commit(store, None, {"a.yaml": b"sama sekali", "b.yaml": b"sama sekali"}))
    assert Isi.objects.filter(sha256=one.bagian["a.yaml"]).count() == 1


def test_changed_bytes_are_noticed() -> None:
    store = new_store()
    one = kept(commit(store, None, {"a.yaml": b"isi yang akan dirusak"}))
    Isi.objects.filter(sha256=one.bagian["a.yaml"]).update(data=b"lain")
    with pytest.raises(StoreError, match="rusak"):
        store.parts(one)


def test_reading_a_revision_takes_one_query_however_many_parts() -> None:
    store = new_store()
    one = kept(commit(store, None, {f"{n}.yaml": str(n).encode() for n in range(40)}))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(store.parts(one)) == 40
    assert len(queries) == 1
