"""What is said of entries that no answer has, because they have errors."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from relcase.api.library import Library
from relcase.cli.problems import at_line
from relcase.cli.say import say
from relcase.domain.problem import FaultyEntry

_NAMED = 5
"""How many entries of a file are named."""


def tell(library: Library) -> None:
    """Names them on standard error, file by file."""
    for path, found in groupby(library.left_out, key=lambda one: one.problem.path):
        say("\n".join(_of_file(library, path, list(found))))


def _of_file(
    library: Library, path: str, found: Sequence[FaultyEntry]
) -> Iterator[str]:
    """Which entries of a file are not used, why, and what is used in their place."""
    entries = "1 entry" if len(found) == 1 else f"{len(found)} entries"
    yield f"{path}: {entries} left out because of errors; see: relcase store check {path}"
    for one in found[:_NAMED]:
        where = at_line(path, one.problem.line, one.problem.column)
        said = f"{one.problem.message} [{one.problem.rule}]"
        yield f"    {where}: {one.id}{': ' * bool(one.id)}{said}"
        if one.id and library.has(one.id):
            yield f"    In its place stands the {one.id} of another store."
    if len(found) > _NAMED:
        yield f"    … and {len(found) - _NAMED} more."
