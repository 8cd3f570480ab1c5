"""What a user wrote into a cell of a workbook: text stays text, never a formula."""

from __future__ import annotations

from typing import Any

_LONGEST = 32767  # signs that a cell of Excel holds


def put(cell: Any, said: str) -> None:
    """Write a text; what begins with =, +, - or @ is no formula, a cell without text stays empty."""
    if not said:
        return
    cell.value = said[:_LONGEST]
    cell.data_type = "s"
    if said[:1] in ("=", "+", "-", "@"):
        cell.quotePrefix = True
