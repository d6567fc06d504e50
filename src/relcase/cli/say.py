"""Words about the data: to standard error, and never more than words."""

import os
import sys
from collections.abc import Iterable

import typer

from relcase.domain.inert import words


def say(message: object) -> None:
    """One or more lines for the person at the keyboard, as wide as their terminal."""
    width = _columns()
    for line in str(message).splitlines():
        for row in _rows(words(line), width):
            typer.echo(row, err=True)


def _columns() -> int | None:
    """How wide the terminal is; ``None`` where there is none."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or None
    except (AttributeError, OSError, ValueError):
        return None


def _rows(line: str, width: int | None) -> Iterable[str]:
    """A line, broken between words; what it hangs under is indented alike."""
    if width is None or len(line) <= width:
        return (line,)
    from textwrap import wrap

    indent = line[: len(line) - len(line.lstrip())]
    return wrap(
        line,
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
