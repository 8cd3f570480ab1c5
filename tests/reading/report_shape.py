"""Plain data against a TypedDict: every name there, none more, every value of its type."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict


def misshapen(value: object, wanted: Any, at: str = "") -> Iterator[str]:
    """Yield where the value is not of the shape."""
    if is_typeddict(wanted):
        hints = get_type_hints(wanted)
        if not isinstance(value, dict) or list(value) != list(hints):
            yield f"{at}: {list(value) if isinstance(value, dict) else value!r}"
            return
        for name, kind in hints.items():
            yield from misshapen(value[name], kind, f"{at}.{name}")
    elif get_origin(wanted) is list:
        assert isinstance(value, list), at
        for number, each in enumerate(value):
            yield from misshapen(each, get_args(wanted)[0], f"{at}[{number}]")
    elif get_origin(wanted) is dict:
        assert isinstance(value, dict), at
        for name, each in value.items():
            yield from misshapen(name, get_args(wanted)[0], f"{at} key")
            yield from misshapen(each, get_args(wanted)[1], f"{at}[{name}]")
    else:
        kinds = get_args(wanted) if isinstance(wanted, UnionType) else (wanted,)
        if type(value) not in [NoneType if kind is None else kind for kind in kinds]:
            yield f"{at}: {value!r} is no {wanted}"
