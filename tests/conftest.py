"""What every test shares: generated examples are judged by their result, never by the speed of the machine.

The examples are the same in every run, so that a verdict can be repeated; `--hypothesis-profile=search` looks for
new ones.
"""

import gc

import pytest
from hypothesis import HealthCheck, settings

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("search", calm)
settings.register_profile("house", calm, derandomize=True)
settings.load_profile("house")

# What lives as long as the tests is not looked through again and again for garbage: a third of the time of a reading.
gc.set_threshold(50_000, 20, 50)

FIRST = ("test_same_bytes", "test_cli_baru", "test_panduan")
"""Modules of few and long tests: at the end one processor would wait for the other."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.stem not in FIRST)
    gc.collect()
    gc.freeze()
