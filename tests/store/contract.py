"""What every store of revisions must do, as tests; a subclass gives the store and a way to break it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from probis.model import Revisi
from probis.store.revisions import StaleParent, Store, StoreError, digest

NOON = datetime(2026, 11, 24, 12, 0, 0, 250, tzinfo=UTC)
FIRST = {"instansi.yaml": b"nama: Biro\n", "lintas-fungsi/a.yaml": b"proses: a\n"}
SECOND = {"instansi.yaml": b"nama: Biro Organisasi\n", "lintas-fungsi/a.yaml": b"proses: a\n"}


def kept(outcome: Revisi | StaleParent) -> Revisi:
    assert isinstance(outcome, Revisi)
    return outcome


def commit(store: Store, parent: str | None, parts: dict[str, bytes], why: str = "uji") -> Revisi | StaleParent:
    return store.commit(parent, parts, who="Maria Lopo", when=NOON, why=why)


class StoreContract:
    """Subclasses have a fixture `store` that is empty at first."""

    def test_an_empty_store_has_no_head_and_no_history(self, store: Store) -> None:
        assert store.head() is None
        assert list(store.history()) == []
        assert store.get("0" * 64) is None
        assert store.get("../../etc/passwd") is None

    def test_what_was_kept_comes_back_byte_by_byte(self, store: Store) -> None:
        parts = {**FIRST, "biner.yaml": bytes(range(256)), "kosong.yaml": b""}
        revisi = kept(commit(store, None, parts))
        assert store.parts(revisi) == dict(sorted(parts.items()))
        assert store.parts(revisi, "r.yaml") == {"biner.yaml": bytes(range(256))}
        assert store.part(revisi.bagian["biner.yaml"]) == bytes(range(256))
        assert store.head() == revisi == store.get(revisi.id)
        assert (revisi.oleh, revisi.alasan, revisi.waktu, revisi.induk) == ("Maria Lopo", "uji", NOON, ())

    def test_the_name_is_the_hash_of_all_that_it_says(self, store: Store) -> None:
        """The value is written down: a store made today must be readable by every later version."""
        revisi = kept(store.commit(None, {"a.yaml": b"a\n"}, who="Maria", when=NOON, why="mula – awal"))
        text = (
            'probis-revisi 1\n{"alasan":"mula – awal","bagian":{"a.yaml":"'
            + digest(b"a\n")
            + '"},"induk":[],"oleh":"Maria","waktu":"2026-11-24T12:00:00.000250Z"}'
        )
        assert revisi.id == digest(text.encode())

    def test_the_zone_of_the_clock_does_not_matter(self, store: Store) -> None:
        wita = timezone(timedelta(hours=8))
        revisi = kept(store.commit(None, FIRST, who="A", when=NOON.astimezone(wita), why=""))
        assert revisi.waktu == NOON
        assert revisi.waktu.utcoffset() == timedelta(0)

    def test_a_time_without_a_zone_is_refused(self, store: Store) -> None:
        with pytest.raises(ValueError, match="zonanya"):
            store.commit(None, FIRST, who="A", when=NOON.replace(tzinfo=None), why="")

    def test_history_runs_from_the_newest_to_the_first(self, store: Store) -> None:
        one = kept(commit(store, None, FIRST))
        two = kept(commit(store, one.id, SECOND))
        three = kept(commit(store, two.id, FIRST))
        assert [r.id for r in store.history()] == [three.id, two.id, one.id]
        assert three.induk == (two.id,)
        assert store.parts(three) == store.parts(one)

    def test_a_late_commit_is_told_the_newest_and_changes_nothing(self, store: Store) -> None:
        one = kept(commit(store, None, FIRST))
        two = kept(commit(store, one.id, SECOND))
        late = commit(store, one.id, {"x.yaml": b"x"})
        assert late == StaleParent(two)
        assert commit(store, None, {"x.yaml": b"x"}) == StaleParent(two)
        assert commit(store, "f" * 64, {"x.yaml": b"x"}) == StaleParent(two)
        assert [r.id for r in store.history()] == [two.id, one.id]

    def test_a_parent_that_never_was_is_late_too(self, store: Store) -> None:
        assert commit(store, "a" * 64, FIRST) == StaleParent(None)
        assert store.head() is None

    def test_the_same_parts_make_no_new_revision(self, store: Store) -> None:
        one = kept(commit(store, None, FIRST))
        assert commit(store, one.id, dict(reversed(FIRST.items())), why="lagi") == one
        assert len(list(store.history())) == 1

    def test_a_repeated_commit_gives_the_same_revision(self, store: Store) -> None:
        one = kept(commit(store, None, FIRST))
        two = kept(commit(store, one.id, SECOND))
        assert commit(store, one.id, SECOND) == two

    def test_merging_keeps_both_parents_even_when_the_parts_stay(self, store: Store) -> None:
        one = kept(commit(store, None, FIRST))
        two = kept(commit(store, one.id, SECOND))
        both = kept(store.commit(two.id, SECOND, who="A", when=NOON, why="gabung", merged=[one.id]))
        assert both.induk == (two.id, one.id)
        with pytest.raises(ValueError, match="tidak ada di sini"):
            store.commit(both.id, FIRST, who="A", when=NOON, why="gabung", merged=["b" * 64])

    @pytest.mark.parametrize(
        "name",
        [
            "",
            "/etc/passwd",
            "../x.yaml",
            "a//b.yaml",
            "a\\b.yaml",
            ".x.yaml",
            "a/.git/x",
            "C:x",
            "a\nb.yaml",
            "x" * 300,
        ],
    )
    def test_names_that_lead_elsewhere_are_refused(self, store: Store, name: str) -> None:
        with pytest.raises(ValueError, match="berkas"):
            commit(store, None, {name: b"x"})
        assert store.head() is None

    def test_missing_content_is_said(self, store: Store) -> None:
        with pytest.raises(StoreError, match="hilang"):
            store.part("c" * 64)
