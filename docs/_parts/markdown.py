"""Tables and links in Markdown."""

import re
from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table of these rows under this header."""
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|")


def anchor(title: str) -> str:
    """The name by which a page can point at a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
