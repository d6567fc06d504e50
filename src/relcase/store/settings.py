"""What is in force and where each value came from: options, environment, relcase.toml."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relcase.errors import AskedWrongly, BadValue, CouldNot
from relcase.store.textfile import read_bytes

if TYPE_CHECKING:
    from relcase.domain.report.silences import Silence

FILE = "relcase.toml"
DEFAULT_STYLE = "harvard-cite-them-right"
DEFAULT_LANG = "en-GB"

_NAMES = {
    "store": "stores",
    "builtin": "builtin",
    "style": "style",
    "lang": "lang",
    "format": "format",
}
"""What relcase.toml may hold, and the field of ``Settings`` it fills."""


class Setting(NamedTuple):
    """A value and where it came from, in words."""

    value: Any
    origin: str


class Settings(NamedTuple):
    """Everything that can be set, each with its origin."""

    stores: Setting
    builtin: Setting
    style: Setting
    lang: Setting
    format: Setting


def load(
    options: Mapping[str, Any],
    folder: Path,
    environment: Mapping[str, str] = os.environ,
) -> Settings:
    """Settings in force in ``folder``: an option beats the environment beats the file.

    ``options`` holds what was given on the command line, ``None`` for what was not.
    Raises ``CouldNot`` for a relcase.toml that is not TOML, ``BadValue`` for a value
    of the wrong kind in it.
    """
    path = find(folder)
    chosen = _read(path) if path else {}

    def setting(name: str, default: Any, variable: str | None = None) -> Setting:
        if options.get(name) is not None:
            return Setting(options[name], f"option --{name.rstrip('s')}")
        if variable and environment.get(variable):
            return Setting(_from_variable(name, environment[variable]), variable)
        if path and name in chosen:
            return Setting(_from_file(name, chosen[name], path), str(path))
        return Setting(default, "default")

    return Settings(
        stores=setting("stores", (), "RELCASE_STORE"),
        builtin=setting("builtin", True),
        style=setting("style", DEFAULT_STYLE, "RELCASE_STYLE"),
        lang=setting("lang", DEFAULT_LANG),
        format=setting("format", None),
    )


def here() -> Path:
    """The working folder; where it is gone, a place without a relcase.toml."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.devnull)


def find(folder: Path) -> Path | None:
    """The nearest relcase.toml in ``folder`` or above it; a folder closed to us has none."""
    for one in (folder, *folder.parents):
        if os.path.isfile(path := one / FILE):
            return path
    return None


def silences(folder: Path) -> "list[Silence]":
    """What the nearest relcase.toml lets stand in reports, each ``[[ignore]]`` of it.

    Raises ``CouldNot`` and ``BadValue`` as ``load`` does.
    """
    from relcase.domain.report.silences import Silence

    path = find(folder)
    rows = _values(path).get(_SILENCES, []) if path else []
    if path is None or not rows:
        return []
    if not isinstance(rows, list) or not all(isinstance(one, dict) for one in rows):
        raise AskedWrongly(_ONE_BRACKET.format(path))
    text = read_bytes(path).decode("utf-8-sig")
    lines = [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if line.replace(" ", "").startswith("[[ignore]]")
    ]
    found = []
    for number, row in enumerate(rows):
        told = {name: _silencing(name, value, path) for name, value in row.items()}
        line = lines[number] if number < len(lines) else 1
        rules = told.get("rule", "")
        found.append(
            Silence(
                str(path),
                line,
                1,
                tuple(rules.replace(",", " ").split()),
                told.get("words", ""),
                told.get("file", "*"),
                None,
                told.get("until", ""),
                told.get("reason", ""),
            )
        )
    return found


_ONE_BRACKET = (
    "What is let stand in {} begins each time with a line [[ignore]], in two brackets."
)
_SILENCES = "ignore"
_SILENCING = ("rule", "words", "file", "until", "reason")


def _silencing(name: str, value: Any, path: Path) -> str:
    """A field of an ``[[ignore]]`` as text."""
    from datetime import date

    if name not in _SILENCING:
        expected = "its fields are " + ", ".join(_SILENCING)
        raise BadValue(f"A field of {_SILENCES} in {path}", name, expected)
    if name == "rule" and isinstance(value, list):
        value = " ".join(map(str, value))
    if name == "until" and isinstance(value, date):
        return value.isoformat()[:10]
    if not isinstance(value, str):
        expected = "it is text in quotation marks"
        what = f"{name} of {_SILENCES} in {path}"
        raise BadValue(what, _typed(name, value), expected)
    return value


def _values(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(read_bytes(path).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CouldNot(f"{path} is not valid TOML: {error}.") from None


def _read(path: Path) -> dict[str, Any]:
    values = _values(path)
    for name in values:
        if name not in _NAMES and name != _SILENCES:
            expected = "the settings are " + ", ".join((*_NAMES, _SILENCES))
            raise BadValue(f"A setting in {path}", name, expected)
    return {_NAMES[name]: value for name, value in values.items() if name in _NAMES}


def _from_variable(name: str, value: str) -> Any:
    if name == "stores":
        return tuple(Path(part) for part in value.split(os.pathsep) if part)
    return value


def _from_file(name: str, value: Any, path: Path) -> Any:
    if name == "stores":
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(
            isinstance(one, str) for one in listed
        ):
            expected = "it is a path or a list of paths"
            raise BadValue(f"store in {path}", _typed(name, value), expected)
        return tuple(path.parent / one for one in listed)
    wanted = bool if name == "builtin" else str
    if not isinstance(value, wanted):
        kind = "true or false" if wanted is bool else "text in quotation marks"
        given = _typed(name, value)
        raise BadValue(f"{name} in {path}", given, f"it is {kind}")
    return value


def _typed(name: str, value: Any) -> str:
    """A value as it was typed, more or less."""
    import json

    if isinstance(value, dict):
        return f"[{name}]"
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)
