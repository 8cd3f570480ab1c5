"""A flow table to plain data that ``flow.typ`` sets: its sheets with exact columns and rows, a picture a cell."""

from __future__ import annotations

from typing import Any

from probis.drawing.render.svg import svg
from probis.drawing.scene import Scene
from probis.paper.flow import FlowTable
from probis.paper.flow_sheets import INSET, PITCH, FlowSheet, FlowSheets, sheets
from probis.paper.render._fit import breakable, printable
from probis.paper.text import Text

_GROUND = '<rect class="f-page"'


def flow_tree(table: FlowTable, *, drawn: bool = True) -> dict[str, Any]:
    """The table as data: each text is a string, each picture a string of SVG with the words that stand for it.

    Where only places are asked for, not ``drawn``, the cells stay empty: their size is the table's.
    """
    laid = sheets(table)
    head = table.head
    names = (head.number, head.text, head.needs, head.time, head.output, head.note)
    return {
        "kind": "flow",
        "size": table.size_pt,
        "pitch": PITCH,
        "inset": INSET,
        "column": laid.column,
        "texts": laid.texts,
        "heads": laid.heads,
        "turned": laid.turned,
        "words": [
            printable(breakable(n, room - 5, table.size_pt, True)) for n, room in zip(names, laid.texts, strict=True)
        ],
        "groups": [printable(head.performers), printable(head.standard)],
        "performers": [printable("\n".join(lines)) for lines in laid.performers],
        "sheets": [_sheet(table, laid, sheet, drawn) for sheet in laid.sheets],
    }


def _sheet(table: FlowTable, laid: FlowSheets, sheet: FlowSheet, drawn: bool) -> dict[str, Any]:
    return {
        "title": printable(sheet.title),
        "heights": [row.height for row in sheet.rows],
        "rows": [
            {
                "texts": [_said(row.text(n), room, table.size_pt) for n, room in enumerate(laid.texts)],
                "connector": row.connector,
                "cells": [_cell(sheet.pictures.get((y, x)) if drawn else None) for x in range(len(laid.performers))],
            }
            for y, row in enumerate(sheet.rows)
        ],
    }


def _said(value: Text, room: float, size: float) -> str:
    return breakable(printable("".join(run.text for run in value)), room - 2 * INSET, size)


def _cell(scene: Scene | None) -> dict[str, str] | None:
    """The picture without its white ground, which would lie on the lines of the table."""
    if scene is None:
        return None
    lines = [line for line in svg(scene).split("\n") if not line.startswith(_GROUND)]
    return {"svg": printable("\n".join(lines)), "words": printable(scene.title)}
