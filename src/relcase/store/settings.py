"""What is in force and where each value came from: options, environment, relcase.toml."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from relcase.errors import BadValue, CouldNot
from relcase.store.textfile import read_bytes

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
    """The nearest relcase.toml in ``folder`` or above it."""
    for one in (folder, *folder.parents):
        if (path := one / FILE).is_file():
            return path
    return None


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        values = tomllib.loads(read_bytes(path).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CouldNot(f"{path} is not valid TOML: {error}.") from None
    for name in values:
        if name not in _NAMES:
            expected = "the settings are " + ", ".join(_NAMES)
            raise BadValue(f"A setting in {path}", name, expected)
    return {_NAMES[name]: value for name, value in values.items()}


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
            raise BadValue(f"store in {path}", str(value), expected)
        return tuple(path.parent / one for one in listed)
    wanted = bool if name == "builtin" else str
    if not isinstance(value, wanted):
        kind = "true or false" if wanted is bool else "text in quotation marks"
        raise BadValue(f"{name} in {path}", str(value), f"it is {kind}")
    return value
