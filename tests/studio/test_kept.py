"""Values kept in memory and on disk: made once, few, right among threads, gone when made in vain."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from time import sleep

import pytest
from django.test import override_settings

from probis.studio.body.kept import Kept, kept_on_disk


def test_a_value_is_made_once() -> None:
    kept: Kept[int] = Kept(2)
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return number

    assert [kept.get(key, lambda key=key: make(key)) for key in (1, 1, 2, 1, 3, 1, 2)] == [1, 1, 2, 1, 3, 1, 2]
    assert made == [1, 2, 3, 2], "2 was the least recently asked for when 3 came"


def test_threads_that_ask_at_once_wait_for_one() -> None:
    kept: Kept[int] = Kept(4)
    made: list[int] = []
    ready = Barrier(6)

    def ask(_: int) -> int:
        ready.wait()
        return kept.get("x", lambda: (sleep(0.05), made.append(1), 7)[2])

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(ask, range(6))) == [7] * 6
    assert made == [1]


def test_what_fails_is_tried_again() -> None:
    kept: Kept[int] = Kept(4)
    with pytest.raises(ZeroDivisionError):
        kept.get("x", lambda: 1 // 0)
    assert kept.get("x", lambda: 5) == 5


def test_bytes_outlive_the_program_on_disk(tmp_path: Path) -> None:
    with override_settings(RESULTS=tmp_path / "hasil"):
        assert kept_on_disk("a", lambda: b"satu") == b"satu"
        assert kept_on_disk("a", lambda: b"dua") == b"satu"
        for number in range(5):
            kept_on_disk(str(number), lambda: b"x", most=3)
        assert len(list((tmp_path / "hasil").iterdir())) == 3


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "hasil").write_text("berkas")
    with override_settings(RESULTS=tmp_path / "hasil"):
        assert kept_on_disk("a", lambda: b"satu") == b"satu"
        assert kept_on_disk("a", lambda: b"dua") == b"dua"
