"""Folders to editions: the first revision, none for the same bytes, and no overwriting of somebody's work."""

from bodies import body
from probis.store.revisions import StaleParent
from probis.studio.revisions.loading import Outcome
from probis.studio.revisions.models import Edisi, Revisi
from probis.studio.revisions.store import DatabaseStore
from studio.conftest import NOW, load_parts, renamed


def changed(parts: dict[str, bytes], word: str) -> dict[str, bytes]:
    return {**parts, "instansi.yaml": parts["instansi.yaml"].replace(b"tempat: Contoh", f"tempat: {word}".encode())}


def edition(code: str) -> Edisi:
    return Edisi.objects.get(instansi__kode=code)


def test_the_same_bytes_make_one_revision() -> None:
    parts = renamed(body(1), "badan-muat")
    assert load_parts(parts).outcome is Outcome.NEW
    assert load_parts(parts).outcome is Outcome.SAME
    assert Revisi.objects.filter(edisi=edition("badan-muat")).count() == 1


def test_a_changed_folder_makes_the_next_revision_and_an_older_one_none() -> None:
    parts = renamed(body(1), "badan-ubah")
    load_parts(parts)
    second = load_parts(changed(parts, "Kota"))
    assert second.outcome is Outcome.CHANGED
    assert len(second.revisi.induk) == 1
    assert load_parts(parts).outcome is Outcome.SAME
    assert Revisi.objects.filter(edisi=edition("badan-ubah")).count() == 2


def test_somebodys_work_is_not_overwritten_by_a_folder() -> None:
    parts = renamed(body(1), "badan-sunting")
    load_parts(parts)
    store = DatabaseStore(edition("badan-sunting").pk)
    head = store.head()
    assert head is not None
    own = store.commit(head.id, changed(parts, "Desa"), who="Maria Lopo", when=NOW, why="tempat")
    assert not isinstance(own, StaleParent)
    late = load_parts(changed(parts, "Dusun"))
    assert late.outcome is Outcome.KEPT_OUT
    assert store.head() == own
