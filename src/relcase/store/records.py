"""Whole entries back from the index: JSON to the dataclasses they came from."""

import json
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any

from relcase.domain.evidence import KIND_TYPES, Entry


def decoded(text: str) -> Entry:
    """The entry that JSON text holds; what was added to its record is passed over."""
    data = json.loads(text)
    entry: Entry = _value(KIND_TYPES[data["kind"]], data)
    return entry


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The types of the fields of a dataclass."""
    return typing.get_type_hints(kind)


def _value(hint: Any, data: Any) -> Any:
    """``data`` as the type says; it was validated when the index was made."""
    if data is None:
        return None
    if isinstance(hint, UnionType):
        hint = next(one for one in typing.get_args(hint) if one is not NoneType)
    if isinstance(hint, type) and is_dataclass(hint) and isinstance(data, Mapping):
        hints = _hints(hint)
        names = [one.name for one in fields(hint) if one.name in data]
        return hint(**{name: _value(hints[name], data[name]) for name in names})
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)[0]
        return tuple(_value(inner, one) for one in data)
    return data
