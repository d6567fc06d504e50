"""The fields of a record and of a plan, with what they hold and mean."""

import ast
import inspect
import typing
from collections.abc import Sequence
from dataclasses import MISSING, fields
from itertools import pairwise
from types import NoneType, UnionType
from typing import Any, Literal, Union

from _parts.markdown import anchor, table
from relcase.domain import evidence, vocabulary
from relcase.domain import plan as plans
from relcase.domain.vocabulary import spoken

LONG_LIST = 8
"""Values above which a list gets a table of its own."""


def record() -> str:
    """A table of fields for each part of an entry."""
    return "\n".join(_fields_of(name, getattr(evidence, name)) for name in _PARTS)


def _fields_of(name: str, model: Any) -> str:
    """The table of a model's own fields, under its heading."""
    says = " ".join((inspect.getdoc(model) or "").split())
    meanings = _meanings(model)
    own = [one for one in fields(model) if one.name in model.__annotations__]
    rows = ((*_field(model, one), meanings.get(one.name, "")) for one in own)
    title = _TITLES.get(name, name)
    listed = table(("field", "required", "holds", "meaning"), rows)
    return f"### {title}\n\n{says}\n\n{listed}"


def plan() -> str:
    """A table of fields for a plan and for its sections."""
    return "\n".join(
        _fields_of(name, getattr(plans, name)) for name in ("Plan", "Section")
    )


_PARTS = (
    *("Entry", "Source", "Verification", "SeeAlso", "Statistic", "Figure", "Baseline"),
    *("Scale", "Comparator", "Sample", "Group", "Interval", "CertaintyOverride"),
    *("Said", "SaidProblem", "Story", "Quote", "Definition", "Barrier", "Action"),
    *("Sector", "Outcome"),
)
_TITLES = {
    "Plan": "A plan",
    "Section": "A section of a plan",
    "Entry": "Every entry",
    "SeeAlso": "See also",
    "SaidProblem": "Said problem",
    "CertaintyOverride": "Certainty override",
}


def values() -> str:
    """The longer lists of values, with the words a reader sees."""
    parts = []
    for name in ("Design", "Measure"):
        listed = typing.get_args(getattr(vocabulary, name))
        rows = ((f"`{value}`", spoken(value)) for value in listed)
        parts.append(f"### {name}\n\n{table(('value', 'in words'), rows)}")
    return "\n".join(parts)


def _field(model: Any, field: Any) -> tuple[str, str, str]:
    """A field's name, whether it is required, and what it holds."""
    required = field.default is MISSING and field.default_factory is MISSING
    hint = typing.get_type_hints(model)[field.name]
    return f"`{field.name}`", "yes" if required else "", _holds(hint, field.default)


def _holds(hint: Any, default: object) -> str:
    if typing.get_origin(hint) in (Union, UnionType):
        inner = next(one for one in typing.get_args(hint) if one is not NoneType)
        nullable = " or `null`" if default is MISSING else ""
        return _holds(inner, default) + nullable
    if typing.get_origin(hint) is dict:
        return "map of text to text"
    if typing.get_origin(hint) is tuple:
        inner = _holds(typing.get_args(hint)[0], default)
        return f"list of {inner}"
    if typing.get_origin(hint) is Literal:
        return _choices(typing.get_args(hint), default)
    if inspect.isclass(hint) and issubclass(hint, evidence.Closed):
        title = _TITLES.get(hint.__name__, hint.__name__)
        return f"[{title.lower()}](#{anchor(title)})"
    return {str: "text", int: "whole number", bool: "`true` or `false`"}[hint]


def _choices(listed: Sequence[str], default: object) -> str:
    if len(listed) > LONG_LIST:
        name = "measure" if "odds_ratio" in listed else "design"
        return f"[one of these](#{name})"
    text = ", ".join(f"`{value}`" for value in listed)
    return f"{text} (else `{default}`)" if default in listed else text


def _meanings(model: Any) -> dict[str, str]:
    """The docstrings under the fields of a model."""
    found = {}
    (definition,) = ast.parse(inspect.getsource(model)).body
    assert isinstance(definition, ast.ClassDef)
    for one, after in pairwise(definition.body):
        if (
            isinstance(one, ast.AnnAssign)
            and isinstance(one.target, ast.Name)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
        ):
            found[one.target.id] = " ".join(str(after.value.value).split())
    return found
