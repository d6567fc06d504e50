"""Which one it is: a word of a closed list, or a format by its name, by the suffix of a
file, or by where the output goes."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from relcase.cli.complete import FORMATS
from relcase.cli.options import Output
from relcase.cli.session import Session
from relcase.errors import BadValue, UnknownName
from relcase.store.filters import nearest

Word = TypeVar("Word", bound=str)

SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain",
    ".html": "html",
    ".htm": "html",
    ".tex": "latex",
    ".docx": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
    ".json": "json",
    ".csv": "csv",
}
TABULAR = ("table", "markdown", "plain", "html", "latex", "json", "docx", "odt", "pdf")
"""The formats of commands that show a table of their own."""


def choose(kind: str, typed: str, known: Sequence[Word]) -> Word:
    """The word that was typed, with hyphens, spaces or underscores.

    Raises ``UnknownName`` with the nearest words, ``BadValue`` with all of them when
    none is near.
    """
    spoken = {one.replace("_", "-"): one for one in known}
    name = "-".join(typed.casefold().replace("_", " ").replace("-", " ").split())
    if name in spoken:
        return spoken[name]
    if near := nearest(name, list(spoken)):
        raise UnknownName(kind, typed, near)
    raise BadValue(f"The {kind}", typed, f"it is one of {', '.join(spoken)}")


def listing_format(
    output: Output, session: Session, formats: Sequence[str] = FORMATS
) -> str:
    """The format asked for, else that of the file, else of relcase.toml if the command
    has it, else by where the output goes."""
    if asked := asked_format(output.format, output.out, formats, SUFFIXES):
        return asked
    usual = session.settings.format.value
    if usual and (form := choose("format", str(usual), FORMATS)) in formats:
        return form
    if output.copy or output.citations:
        return "markdown"
    if output.style and "plain" in formats and sys.stdout.isatty():
        return "plain"  # a style is for references, which a table has not
    return "table" if sys.stdout.isatty() else "markdown"


def tabular_format(typed: str | None, out: Path | None = None) -> str:
    """The format of a table: as asked for, else that of the file, else by where it goes."""
    usual = "table" if sys.stdout.isatty() else "markdown"
    return asked_format(typed, out, TABULAR, SUFFIXES) or usual


def asked_format(
    typed: str | None,
    out: Path | None,
    formats: Sequence[Word],
    suffixes: Mapping[str, Word],
) -> Word | None:
    """The format asked for, else that of the file; nothing where neither says one."""
    if typed:
        return choose("format", typed, formats)
    if out is None:
        return None
    return format_of(out, {end: one for end, one in suffixes.items() if one in formats})


def format_of(path: Path, suffixes: Mapping[str, Word]) -> Word:
    """The format that a file's suffix stands for."""
    if found := suffixes.get(path.suffix.lower()):
        return found
    meant = _MEANT.get(path.suffix.lower())
    guessed = f" (did you mean {meant}?)" if meant in suffixes else ""
    elsewhere = _ELSEWHERE.get(meant or path.suffix.lower(), "") if not guessed else ""
    listed = f"its ending must be one of {', '.join(suffixes)}"
    raise BadValue("--out", str(path), f"{listed}{guessed}{elsewhere}")


_MEANT = {
    **dict.fromkeys((".doc", ".dox", ".docs", ".word", ".rtf", ".docm"), ".docx"),
    **dict.fromkeys((".ppt", ".pptm", ".potx", ".key", ".odp"), ".pptx"),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), ".csv"),
    **dict.fromkeys((".jpg", ".jpeg", ".gif", ".webp", ".bmp"), ".png"),
    ".ott": ".odt",
    ".text": ".txt",
}
"""The ending that is likely meant by one that is not written."""
_ELSEWHERE = {
    ".pptx": "; a deck is made by relcase slides",
    **dict.fromkeys((".png", ".svg"), "; a picture is made by relcase chart"),
}
