"""Model to tables and numbers, one table a file: the analyses are discovered, the file name is the identity."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from probis.analysis._calendar_days import working_days_within
from probis.analysis._called import kapital, sebut_simpul
from probis.analysis._counts import documents, hand_overs, returns, steps
from probis.analysis._critical import CriticalPath, Elapsed, critical_paths
from probis.analysis._difference import JenisPerbedaan, Perbedaan, differences
from probis.analysis._net import Problem, Soundness, along, soundness
from probis.analysis._proposals import proposals
from probis.analysis._raci import MEANING, maps_in_order, raci_of_map
from probis.analysis._table import Analisis, AnalysisModule, Cell, Column, ColumnKind, Row, Table
from probis.analysis._working_days import convention, judged_on, working_days

__all__ = [
    "Analisis",
    "AnalysisModule",
    "Cell",
    "Column",
    "ColumnKind",
    "CriticalPath",
    "Elapsed",
    "JenisPerbedaan",
    "MEANING",
    "Perbedaan",
    "Problem",
    "Row",
    "Soundness",
    "Table",
    "all_analyses",
    "along",
    "convention",
    "critical_paths",
    "differences",
    "documents",
    "find_analysis",
    "hand_overs",
    "judged_on",
    "kapital",
    "maps_in_order",
    "proposals",
    "raci_of_map",
    "returns",
    "sebut_simpul",
    "soundness",
    "steps",
    "working_days",
    "working_days_within",
]


@cache
def all_analyses() -> Mapping[str, AnalysisModule]:
    """Every analysis of this package by its slug: a module with `ANALISIS` and `analyse(model, pada=None)`."""
    found = {}
    for info in sorted(iter_modules(__path__), key=lambda info: info.name):
        if not info.name.startswith("_"):
            module = import_module(f"{__name__}.{info.name}")
            slug = info.name.replace("_", "-")
            found[slug] = AnalysisModule(slug, module.ANALISIS, module.analyse)
    return MappingProxyType(found)


def find_analysis(slug: str) -> AnalysisModule:
    """The analysis with this slug ("ringkasan-lintas-fungsi"); raises KeyError for one that is none."""
    return all_analyses()[slug]
