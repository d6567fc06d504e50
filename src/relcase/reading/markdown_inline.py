"""The text inside a block of Markdown: emphasis, links, citations, entities."""

import html
import re

from relcase.reading import markdown_math
from relcase.reading.letters import RAISED, Letters

_TOKEN = re.compile(
    rf"  {markdown_math.MATH}|"
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
  | (?P<break>\\(?:\r\n|\r|\n))
  | <(?P<address>(?:https?://|mailto:)[^<>\s]{1,2000})>
  | (?P<tag></?[A-Za-z][^<>]{0,2000}>)
  | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});)
  | \[\^(?P<note>[^\]\s]{1,100})\]
  | \[(?P<group>(?=[^\[\]]{0,1000}@)[^\[\]]{1,1000})\](?![(\[{])
  | !?\[(?P<words>(?:[^\[\]\\]{1,2000}+|\\.|\[[^\[\]]{0,300}\]){0,100}+)\]
      (?:\((?P<url>(?:[^()\s]|\([^()\s]{0,500}\)){0,2000})
          (?:\s+(?:"[^"]{0,500}"|'[^']{0,500}'))?\s*\)(?:\{[^{}]{0,200}\})?
        |\[[^\[\]]{0,200}\]|\{[^{}]{0,200}\})
  | (?P<key>(?<![\w@.\\])-?@(?:\{[^{}\s]{1,200}\}|[^\W_](?:[\w:.\#$%&+?<>~/-]{0,200}[\w/])?))
      (?:[ ]?\[(?P<locator>[^\[\]@]{0,200})\])?
  | \^(?P<raised>[^\s^\[\]]{1,50})\^
  | ~(?P<lowered>[^\s~]{1,50})~(?!~)
  | (?P<dash>(?<![-!])---?(?![->]))
  | (?P<emphasis>\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)|~~)
    """,
    re.X | re.S,
)
_CITED = re.compile(
    r"(?<![\w@.])-?@(?:\{([^{}\s]+)\}|([^\W_](?:[\w:.#$%&+?<>~/-]*[\w/])?))(.*)", re.S
)


def write(letters: Letters, start: int, end: int) -> None:
    """Gives a stretch of Markdown to a passage as a reader sees it."""
    at = start
    for match in _TOKEN.finditer(letters.source, start, end):
        if match["group"] and not _cites(match["group"]):
            continue
        letters.copy(at, match.start())
        _token(letters, match)
        at = match.end()
    letters.copy(at, end)


def _token(letters: Letters, match: re.Match[str]) -> None:
    begin, length = match.start(), match.end() - match.start()
    if match["math"]:
        mark = len(match["math"])
        markdown_math.write(letters, begin + mark, match.end() - mark)
    elif match["words"] is not None:
        if match["url"]:
            letters.link(match["url"].strip("<>"))
        write(letters, *match.span("words"))
    elif match["key"]:
        key = match["key"].lstrip("-")[1:].strip("{}")
        at = letters.source.index(key, match.start("key"))
        letters.cite(key, match["locator"] or "", at)
    elif match["group"]:
        for key, locator in _cites(match["group"]):
            letters.cite(key, locator, letters.source.index(key, begin))
    elif match["note"]:
        letters.note(match["note"])
    elif match["raised"]:
        letters.put(match["raised"].translate(RAISED), *_inner(match, "raised"))
    elif name := next((one for one in _COPIED if match[one]), None):
        if name == "address":
            letters.link(match[name])
        letters.copy(*match.span(name))
    else:
        letters.put(_printed(match), begin, length)


_COPIED = ("address", "lowered")
"""Parts that are printed as they stand between their marks."""


def _printed(match: re.Match[str]) -> str:
    if match["entity"]:
        return html.unescape(match[0]).replace("\0", "")
    if match["escaped"]:
        return match["escaped"]
    if match["dash"]:
        return "–" if match["dash"] == "--" else "—"
    return " " if match["break"] or match[0].lower().startswith("<br") else ""


def _inner(match: re.Match[str], name: str) -> tuple[int, int]:
    return match.start(name), match.end(name) - match.start(name)


def _cites(group: str) -> list[tuple[str, str]]:
    """The keys and locators inside the brackets of a citation."""
    found = []
    for part in group.split(";"):
        if match := _CITED.search(part):
            locator = " ".join(match[3].strip(" ,").split())
            found.append((match[1] or match[2], locator))
    return found
