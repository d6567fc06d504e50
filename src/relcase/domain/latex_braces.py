"""Which brace closes which in LaTeX: bibliographies and reports are both read by it."""

import re

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def closing(text: str) -> dict[int, int]:
    """Where each opening brace has its partner, escaped braces left out."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(text):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            pairs[opened.pop()] = match.start()
    return pairs
