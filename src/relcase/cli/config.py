"""config: the settings in force, and where each comes from."""

import json
from typing import Annotated

import typer

from relcase.cli.options import Stores
from relcase.cli.session import settings_for
from relcase.store.locate import builtin, cache_folder
from relcase.store.settings import Setting

Json = Annotated[bool, typer.Option("--json", help="As JSON.")]


def config(stores: Stores, as_json: Json = False) -> None:
    """The settings in force, and where each comes from.

    An option beats an environment variable (RELCASE_STORE, RELCASE_STYLE), which beats
    the nearest relcase.toml in this folder or above it.

    Example: relcase config
    """
    rows = dict(settings_for(stores)._asdict())
    if rows["builtin"].value:
        rows["evidence"] = Setting(builtin().evidence[0], "the installed package")
    usual = "RELCASE_CACHE_DIR or the system's usual place"
    rows["cache"] = Setting(cache_folder(), usual)
    if as_json:
        listed = {name: one._asdict() for name, one in rows.items()}
        typer.echo(json.dumps(listed, ensure_ascii=False, indent=1, default=str))
        return
    width = max(map(len, rows))
    for name, one in rows.items():
        typer.echo(f"{name:<{width}}  {_shown(one.value)}  ({one.origin})")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "by where the output goes" if value is None else str(value)
