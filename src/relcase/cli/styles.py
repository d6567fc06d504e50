"""styles: find a citation style by name."""

from typing import Annotated

import typer

from relcase.api.formatting import styles as find_styles
from relcase.api.formatting import usual_styles
from relcase.errors import NothingFound

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...", help="Words of the style's name.", show_default=False
    ),
]
Json = Annotated[bool, typer.Option("--json", help="As JSON.")]


def styles(words: Words = None, as_json: Json = False) -> None:
    """Find a citation style by name.

    Lists the styles whose name holds all the words, or without words the best known;
    what stands first on a line is what --style takes.

    Example: relcase styles british journal
    """
    found = find_styles(words) if words else usual_styles()
    if not found:
        raise NothingFound(
            f"No style is called '{' '.join(words or ())}'. Try fewer or shorter words."
        )
    if as_json:
        import json

        typer.echo(
            json.dumps(
                [{"id": one.id, "title": one.title} for one in found],
                ensure_ascii=False,
            )
        )
        return
    for one in found:
        typer.echo(f"{one.id}  {one.title}")
