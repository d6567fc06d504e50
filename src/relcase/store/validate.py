"""Plain data to entries: pydantic at the door, its complaints in our words.

The only module that knows pydantic. The rules it speaks for (S01 unknown field, S03
missing or impossible value, S05 number not written as printed) have their pages among
the checks, like all others.
"""

import difflib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import SchemaValidator

from relcase.domain.evidence import Closed
from relcase.domain.problem import Finding, KeyOf, Step

Model = TypeVar("Model", bound=Closed)

_SHAPES = {
    "tuple_type": ("a list", "Write one value a line, each after `- `, or [a, b]."),
    "dataclass_type": (
        "fields of its own",
        "Write them below it, indented: `name: value`.",
    ),
    "dict_type": ("a map", "Write its values below it, indented: `name: value`."),
    "bool_type": ("true or false", None),
}


def validate(
    model: type[Model], data: object, file: str, steps: tuple[Step, ...]
) -> tuple[Model | None, list[Finding]]:
    """The value that ``data`` stands for, or everything that is wrong with it."""
    try:
        value: Model = _validator(model).validate_python(data)
        return value, []
    except ValidationError as error:
        return None, [_finding(model, file, steps, one) for one in error.errors()]


def repaired(model: type[Model], data: dict[str, Any]) -> Model | None:
    """The value with stand-ins for what is wrong in it, so that the rest can be judged.

    Never an answer to anything: what a stand-in leads to is to be overlooked.
    """
    data = deepcopy(data)
    for _ in range(_ROUNDS):
        try:
            value: Model = _validator(model).validate_python(data)
            return value
        except ValidationError as error:
            for one in error.errors():
                _stand_in(data, one)
    return None


_ROUNDS = 6
"""A stand-in may itself be of the wrong kind; an entry is at most five levels deep."""


def _stand_in(data: Any, error: Any) -> None:
    """Puts something of the right kind where ``error`` says it is wrong."""
    *way, last = error["loc"] or ("",)
    for step in way:
        data = data[step]
    given, kind = error["input"], error["type"]
    if kind == "unexpected_keyword_argument":
        del data[last]
    elif kind == "literal_error":
        allowed = _allowed(error)
        near = difflib.get_close_matches(str(given), allowed, n=1)
        data[last] = near[0] if near else "other" if "other" in allowed else allowed[0]
    elif kind == "string_type":
        is_number = isinstance(given, int | float) and not isinstance(given, bool)
        data[last] = str(given) if is_number else "…"
    else:
        stand_ins = {"tuple_type": [], "dataclass_type": {}, "bool_type": False}
        data[last] = stand_ins.get(kind, 0 if kind.startswith("int") else "…")


def _allowed(error: Any) -> list[str]:
    """The values of a closed list, out of pydantic's sentence about them."""
    words = str(error["ctx"]["expected"]).replace(" or ", ", ").split(", ")
    return [word.strip("'") for word in words]


def _validator(model: type[Closed]) -> SchemaValidator:
    if model not in _VALIDATORS:
        schema = _exact(TypeAdapter(model).core_schema)
        _VALIDATORS[model] = SchemaValidator(schema)
    return _VALIDATORS[model]


_VALIDATORS: dict[type[Closed], SchemaValidator] = {}


def _exact(schema: Any) -> Any:
    """The schema with strict counts and booleans.

    All of it strict would refuse lists for tuples and maps for dataclasses; all of it
    lax reads "12" as a count and "yes" as true.
    """
    if isinstance(schema, dict):
        strict = {"strict": True} if schema.get("type") in ("int", "bool") else {}
        return {name: _exact(part) for name, part in schema.items()} | strict
    return [_exact(part) for part in schema] if isinstance(schema, list) else schema


def _finding(
    model: type[Closed], file: str, steps: tuple[Step, ...], error: Any
) -> Finding:
    """One complaint of pydantic as a finding with a cure."""
    loc: tuple[Step, ...] = tuple(error["loc"])
    given = error["input"]
    name = str(loc[-1]) if loc else ""
    match error["type"]:
        case "missing":
            hint = f"Add `{name}: …`; docs/data-format.md says what it holds."
            return Finding(
                file, steps + loc, "S03", "error", f"'{name}' is missing", hint
            )
        case "unexpected_keyword_argument":
            at = (*steps, *loc[:-1], KeyOf(name))
            known = _known_fields(model, loc[:-1])
            return Finding(
                file,
                at,
                "S01",
                "error",
                f"there is no field '{name}' here",
                _nearest(name, known),
            )
        case "literal_error":
            return _no_value(error, file, steps + loc, loc)
        case "string_type" if isinstance(given, int | float) and not isinstance(
            given, bool
        ):
            message = f"{_field(loc)} is a bare number"
            hint = 'Put it in quotation marks exactly as the source prints it, like "1.50".'
            return Finding(file, steps + loc, "S05", "error", message, hint)
        case "int_type":
            return _count(file, steps + loc, given)
        case "string_type":
            message = f"{_field(loc)} must be text, not {_shape(given)}"
            return Finding(file, steps + loc, "S03", "error", message)
    wanted, cure = _SHAPES.get(error["type"], ("of another kind", None))
    message = f"{_field(loc)} must be {wanted}, not {_shape(given)}"
    return Finding(file, steps + loc, "S03", "error", message, cure)


def _no_value(
    error: Any, file: str, steps: tuple[Step, ...], loc: tuple[Step, ...]
) -> Finding:
    """What is none of the values of a closed list, with the nearest of them."""
    given = error["input"]
    message = f"'{given}' is not one of the values of '{loc[-1] if loc else ''}'"
    if not isinstance(given, str):
        message = f"{_field(loc)} must be one of its values, not {_shape(given)}"
    hint = _nearest(str(given), _allowed(error))
    return Finding(file, steps, "S03", "error", message, hint)


def _field(loc: tuple[Step, ...]) -> str:
    names = [str(step) for step in loc if isinstance(step, str)]
    return f"'{names[-1]}'" if names else "an entry"


def _shape(given: object) -> str:
    if given is None:
        return "empty"
    if isinstance(given, float):
        return str(given)
    shapes = {
        dict: "a map of fields",
        list: "a list",
        bool: "true or false",
        str: "text",
    }
    return shapes.get(type(given), "a number")


def _nearest(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"Did you mean '{close[0]}'?"
    return "Known are: " + ", ".join(known) + "."


def _known_fields(model: type[Closed], loc: tuple[Step, ...]) -> list[str]:
    """The fields of the dataclass that ``loc`` leads to from ``model``."""
    current: Any = model
    for step in loc:
        if not isinstance(step, str):
            continue
        hint = next(one.type for one in fields(current) if one.name == step)
        current = next(iter(_dataclasses_in(hint)), current)
    return [one.name for one in fields(current)]


def _dataclasses_in(hint: Any) -> Iterator[type[Closed]]:
    if isinstance(hint, type) and issubclass(hint, Closed):
        yield hint
    for inner in getattr(hint, "__args__", ()):
        yield from _dataclasses_in(inner)


def _count(file: str, at: tuple[Step, ...], given: object) -> Finding:
    shown = repr(given) if isinstance(given, str) else _shape(given)
    message = f"'{at[-1]}' must be a whole number without quotation marks, not {shown}"
    return Finding(
        file, at, "S05", "error", message, "Write counts plainly, like 308849."
    )
