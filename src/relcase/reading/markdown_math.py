"""Mathematics in a line of Markdown, as far as it is numbers: ``$24\\%$`` prints 24%."""

import re

from relcase.domain.latex_symbols import CONTROL_SYMBOLS, SYMBOLS
from relcase.reading.letters import RAISED, Letters

MATH = r"(?P<math>\$\$?)(?![\s$])(?:[^$\\]|\\.){1,1000}+(?<!\s)(?P=math)(?!\d)"
"""As pandoc reads it: "$5 and $6" is money."""
_TOKEN = re.compile(
    r"\\[dt]?frac\{(?P<above>[^{}\\]{1,50})\}\{(?P<below>[^{}\\]{1,50})\}"
    r"|\\(?P<name>[A-Za-z]+)|\\(?P<sign>.)"
    r"|\^\{?(?P<raised>[-−]?\d{1,9})\}?|(?P<mark>[-{}^_~])",
    re.S,
)
_MARKS = {"-": "−", "~": " "}
_THIN = "\u202f"


def write(letters: Letters, start: int, end: int) -> None:
    """Gives what stands between the dollar signs to a passage as a reader sees it."""
    at = start
    for match in _TOKEN.finditer(letters.source, start, end):
        letters.copy(at, match.start())
        at = match.end()
        if match["above"]:
            letters.copy(*match.span("above"))
            letters.put("/", match.end("above"), 1)
            letters.copy(*match.span("below"))
        else:
            letters.put(_printed(match), match.start(), at - match.start())
    letters.copy(at, end)


def _printed(match: re.Match[str]) -> str:
    if match["name"]:
        return SYMBOLS.get(match["name"], "")
    if match["raised"]:
        return match["raised"].translate(RAISED)
    if match["sign"]:
        return CONTROL_SYMBOLS.get(match["sign"], "").replace(_THIN, " ")
    return _MARKS.get(match["mark"], "")
