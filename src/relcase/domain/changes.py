"""What changed between two versions of a text, word by word."""

from difflib import SequenceMatcher
from typing import NamedTuple

REWRITTEN = "rewritten"
"""What is said of two texts that are not compared."""
SHOWN = 3
"""Changes named before it is "and more"."""
_LONGEST = 4000
"""Words above which two texts are not compared."""


class Change(NamedTuple):
    """Words that stood there, and those that stand there now."""

    before: str
    after: str

    def __str__(self) -> str:
        if not self.before:
            return f"added “{self.after}”"
        if not self.after:
            return f"taken out “{self.before}”"
        return f"“{self.before}” → “{self.after}”"


def changes(before: str, after: str) -> list[Change]:
    """The words that differ, in order."""
    old, new = before.split(), after.split()
    if len(old) + len(new) > _LONGEST:
        return []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        Change(" ".join(old[a:b]), " ".join(new[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]


def in_words(before: str, after: str) -> str:
    """The changes as a phrase: ``“14.0%” → “15.2%”``."""
    found = changes(before, after)
    if not found:
        return REWRITTEN
    more = len(found) - SHOWN
    shown = [str(one) for one in found[:SHOWN]]
    return "; ".join((*shown, f"and {more} more")) if more > 0 else "; ".join(shown)
