"""The citation keys that stand in a document, with their lines."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_PANDOC = re.compile(
    r"(?<![\w.@\\])-?@(?:\{([^{}\s]+)\}|([^\W_](?:[\w:.#$%&+?<>~/-]*[\w/])?|_\w+))"
)
_LATEX = re.compile(
    r"\\(?:[A-Za-z]*[cC]ite[A-Za-z]*|nocite)\*?((?:\s*\[[^\]]*\])*\s*\{[^{}]*\}"
    r"(?:(?:\s*\[[^\]]*\])*\s*\{[^{}]*\})*)"
)
_BRACED = re.compile(r"\{([^{}]*)\}")
_CODE = re.compile(
    r"(?ms)^(```+|~~~+).*?^\1[`~]*\s*?$|(`+)(?!`).+?(?<!`)\2(?!`)|<!--.*?-->"
)
_COMMENT = re.compile(r"(?<!\\)%.*")
_ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+")


class FoundKey(NamedTuple):
    """A key, and the line and column (from 1) where it first stands."""

    key: str
    line: int
    column: int


def in_markdown(text: str) -> list[FoundKey]:
    """Keys cited as ``[@key]``, ``@key`` or ``@{key}``, outside code and addresses."""
    bare = _ADDRESS.sub(_blank, _CODE.sub(_blank, text))
    found = ((match[1] or match[2], match.start()) for match in _PANDOC.finditer(bare))
    return _once(text, found)


def in_latex(text: str) -> list[FoundKey]:
    r"""Keys cited by ``\cite`` and its relatives, outside comments."""
    bare = _COMMENT.sub(_blank, text)
    found = []
    for match in _LATEX.finditer(bare):
        for group in _BRACED.finditer(bare, match.start(1), match.end(1)):
            at = group.start(1)
            for part in group[1].split(","):
                if key := part.strip():
                    found.append((key, at + part.index(key)))
                at += len(part) + 1
    return _once(text, (one for one in found if one[0] != "*"))


def _once(text: str, found: Iterable[tuple[str, int]]) -> list[FoundKey]:
    keys: dict[str, FoundKey] = {}
    for key, at in found:
        line = text.count("\n", 0, at) + 1
        keys.setdefault(key, FoundKey(key, line, at - text.rfind("\n", 0, at)))
    return list(keys.values())


def _blank(match: re.Match[str]) -> str:
    """As many spaces as letters, so that places stay the same."""
    return re.sub(r"[^\n]", " ", match[0])
