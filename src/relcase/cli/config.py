"""config: the settings in force, and where each comes from."""

import json
from pathlib import Path
from typing import Annotated

import typer

from relcase.cli.options import Stores, command
from relcase.cli.session import settings_for
from relcase.store.locate import builtin, cache_folder

Json = Annotated[bool, typer.Option("--json", help="As JSON.")]


def app(name: str) -> typer.Typer:
    """The command."""
    made = typer.Typer(rich_markup_mode=None, add_completion=False)
    made.command(name)(command(config))
    return made


def config(stores: Stores, as_json: Json = False) -> None:
    """Print the settings in force here, and where each of them comes from.

    An option beats an environment variable (RELCASE_STORE, RELCASE_STYLE), which beats
    the nearest relcase.toml in this folder or above it. Example: relcase config
    """
    chosen = settings_for(stores)
    rows = [
        (name, _shown(one.value), one.origin) for name, one in chosen._asdict().items()
    ]
    own = str(builtin().evidence[0]) if chosen.builtin.value else "left out"
    rows.append(("evidence", own, "the installed package"))
    rows.append(
        ("cache", str(cache_folder()), "RELCASE_CACHE_DIR or the system's usual place")
    )
    if as_json:
        listed = {
            name: {"value": value, "origin": origin} for name, value, origin in rows
        }
        typer.echo(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    width = max(len(name) for name, *_ in rows)
    for name, value, origin in rows:
        typer.echo(f"{name:<{width}}  {value}  ({origin})")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(Path(one)) for one in value) or "none"
    if value is None:
        return "by where the output goes"
    return (
        {True: "yes", False: "no"}.get(value, str(value))
        if isinstance(value, bool)
        else str(value)
    )
