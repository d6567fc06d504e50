"""Words about the data: to standard error, and never more than words."""

import typer

from relcase.domain.inert import words


def say(message: object) -> None:
    """One or more lines for the person at the keyboard."""
    for line in str(message).splitlines():
        typer.echo(words(line), err=True)
