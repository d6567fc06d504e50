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
def _fields(made: type) -> dict[str, Any]:
    """The fields of a dataclass, each with its type: reading them takes longer than a
    record does."""
    hints = typing.get_type_hints(made)
    return {one.name: hints[one.name] for one in fields(made)}


def _value(hint: Any, data: Any) -> Any:
    """``data`` as the type says; it was validated when the index was made."""
    if data is None:
        return None
    if isinstance(hint, UnionType):
        hint = next(one for one in typing.get_args(hint) if one is not NoneType)
    if isinstance(hint, type) and is_dataclass(hint) and isinstance(data, Mapping):
        known = _fields(hint)
        return hint(
            **{
                name: _value(known[name], one)
                for name, one in data.items()
                if name in known
            }
        )
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)[0]
        return tuple(_value(inner, one) for one in data)
    return data
