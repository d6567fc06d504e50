"""Formatted references kept from earlier runs, so that a list is formatted once.

One small file a request. A kept answer is used only if the request is the same word
for word and the style and the citation engine are still the files they were.
"""

import json
import os
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from relcase import __version__
from relcase.domain.content import Footnote, Inline, Line, Text
from relcase.domain.formatted import Cited, Formatted
from relcase.errors import Unwritable
from relcase.store.textfile import keep_newest, write_whole

KEPT = 200
"""Answers kept; the least lately used go when there are more."""


class Request(NamedTuple):
    """What was asked of the citation engine: the very set, since years get letters by set."""

    style: str
    lang: str
    in_text: bool
    """Whether the citations are wanted too, or the list alone."""
    sources: tuple[str, ...]
    """``key=hash`` of each source, in order: numbered styles count in this order."""


def get(folder: Path, request: Request) -> Formatted | None:
    """The kept answer to a request, if there is one that still holds."""
    try:
        path = _path(folder, request)
        kept = json.loads(path.read_bytes())
        if kept["request"] != _text(request):
            return None
        if any(_state(name) != state for name, state in kept["made_with"].items()):
            return None
        with suppress(OSError):
            os.utime(path)
        return Formatted(
            {key: Cited(_line(one), _line(two)) for key, one, two in kept["citations"]},
            tuple((key, _line(text)) for key, text in kept["references"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def put(
    folder: Path, request: Request, answer: Formatted, made_with: Iterable[Path]
) -> None:
    """Keeps an answer. A folder that cannot be written is no reason to fail."""
    kept = {
        "request": _text(request),
        "made_with": {str(path): _state(str(path)) for path in made_with},
        "citations": [
            (key, _plain(one.parenthetical), _plain(one.narrative))
            for key, one in answer.citations.items()
        ],
        "references": [(key, _plain(text)) for key, text in answer.references],
    }
    path = _path(folder, request)
    with suppress(OSError, Unwritable):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(kept).encode())
        keep_newest(path.parent, "*.json", KEPT)


def _text(request: Request) -> str:
    return "\n".join(
        (
            __version__,
            request.style,
            request.lang,
            str(request.in_text),
            *request.sources,
        )
    )


def _path(folder: Path, request: Request) -> Path:
    name = zlib.crc32(_text(request).encode("utf-8", "surrogatepass"))
    return folder / "references" / f"{name:08x}.json"


def _state(path: str) -> list[int]:
    """Time and size of a file; a file that is not there has none."""
    try:
        found = os.stat(path)
    except OSError:
        return []
    return [found.st_mtime_ns, found.st_size]


def _plain(content: Sequence[Inline]) -> list[Any]:
    return [
        [_plain(part.content)] if isinstance(part, Footnote) else list(part)
        for part in content
    ]


def _line(kept: list[Any]) -> Line:
    return tuple(
        Text(*part) if len(part) > 1 else Footnote(_line(part[0]))  # type: ignore[arg-type]
        for part in kept
    )
