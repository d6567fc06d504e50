"""What a macro of LaTeX prints that takes no argument."""

import re
from functools import cache

from relcase.domain.latex_symbols import SYMBOLS


def symbol(name: str) -> str | None:
    """What the macro ``name`` prints, or ``None`` when nobody knows."""
    known = SYMBOLS.get(name)
    return known if known is not None else _rare_symbols().get(name)


@cache
def _rare_symbols() -> dict[str, str]:
    # Greek, Cyrillic, arrows …: pylatexenc's table the other way round. It is asked
    # last, because it has the mathematician's "∼" where a report means "~".
    from pylatexenc.latexencode import (
        get_builtin_uni2latex_dict,
    )

    pattern = re.compile(r"(?:\\ensuremath\{)?\\([A-Za-z]+)\}?")
    rare: dict[str, str] = {}
    for codepoint, written in get_builtin_uni2latex_dict().items():
        match = pattern.fullmatch(written)
        if match:
            rare.setdefault(match[1], chr(codepoint))
    return rare
