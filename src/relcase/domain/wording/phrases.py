"""Lists of phrases, in a small notation, made into one pattern.

A list is a text with one phrase to a comma or a line; a line that ends with ``/`` goes
on in the next. It is meant for small letters:

========================  ======================================================
``lead/bring to``         either word
``~lead to``              any form of the verb: lead, leads, leading, led
``(very) low``            a word that may be there
``make .. better``        up to five words in between
``keep _``                one word, whichever
``bring @``               one word that can start an object: no "of", "if" or "was"
``homeless*``, ``*er``    any word that starts, or ends, so
``save #``, ``save £``    a number in digits, an amount of money in digits
``cut !off/back``         and not this word next
``did n't work``          "did not" as well as "didn't"
``self-harm``             with a hyphen, a space, or in one word
``the study's``           either apostrophe
========================  ======================================================
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from relcase.domain.wording.inflection import forms

_WORD = r"[£$€]?[\w'’-]+(?:[.,]\d+)*%?"
_DIGITS = r"\d[\d,.]*(?:%|bn|m|k)?"
_START = r"(?<![\w-])"
_END = r"(?![\w-])"
_NO_OBJECT = """
    across/and/are/as/because/but/by/each/for/from/had/has/if/in/into/is/no/not/of/on/or
    than/that/they/to/was/were/when/which/while/who/with, at !least, up !to
"""
_SPECIAL = {"_": _WORD, "#": f"[£$€]?{_DIGITS}", "£": f"[£$€]{_DIGITS}"}


def pattern(phrases: str, end: str = _END) -> re.Pattern[str]:
    """The pattern that finds any of the phrases of a list."""
    return re.compile(f"{_START}(?:{any_of(phrases)}){end}")


def starting(phrases: str) -> re.Pattern[str]:
    """The pattern for a text that starts with one of the phrases, after any space."""
    return re.compile(rf"\s*(?:{any_of(phrases)}){_END}")


def ending(phrases: str) -> re.Pattern[str]:
    """The pattern for a text that ends with one of the phrases and a space."""
    return re.compile(rf"{_START}(?:{any_of(phrases)})\s+$")


def kinds(**lists: str) -> re.Pattern[str]:
    """One pattern for several lists; ``lastgroup`` of a match names the list."""
    named = (f"(?P<{name}>{any_of(phrases)})" for name, phrases in lists.items())
    return re.compile(f"{_START}(?:{'|'.join(named)}){_END}")


def any_of(phrases: str) -> str:
    """A regular expression for the phrases of a list, the earlier ones preferred.

    They are ordered by first letter, so that most are ruled out at once.
    """
    by_letter: dict[str, list[str]] = {}
    for phrase in _split(phrases):
        for expanded in _expanded(phrase):
            by_letter.setdefault(expanded[0], []).append(expanded)
    return "|".join(
        _grouped(letter, dict.fromkeys(found)) for letter, found in by_letter.items()
    )


def _split(phrases: str) -> Iterator[str]:
    joined = re.sub(r"/\s+", "/", phrases)
    return (" ".join(one.split()) for one in re.split(r"[,\n]", joined) if one.strip())


def _grouped(letter: str, expanded: Iterable[str]) -> str:
    """The expressions that start with the same letter, that letter put in front."""
    if not letter.isalnum():
        return "|".join(expanded)
    rests = [one[1:] for one in expanded]
    return f"{letter}(?:{'|'.join(rests)})" if len(rests) > 1 else letter + rests[0]


def _expanded(phrase: str) -> Iterator[str]:
    """A phrase as expressions that start with a plain word, one for each first word."""
    first, _, rest = phrase.partition(" ")
    if first.startswith("("):
        yield from _expanded(rest)
        first = first[1:-1]
    tail = _sequence(rest.split())
    for word in _words(first):
        yield _literal(word) + tail


def _sequence(tokens: list[str]) -> str:
    """The expression of what follows the first word, its spaces in front."""
    made = ""
    for token in tokens:
        if token == "n't":
            made += r"(?:\s+not|n['’]t)"
        elif token == "..":
            made += rf"(?:\s+{_WORD}){{0,5}}?"
        elif token.startswith("!"):
            made += rf"(?!\s+{_choice(token[1:])}{_END})"
        elif token.startswith("("):
            made += rf"(?:\s+{_choice(token[1:-1])})?"
        else:
            made += rf"\s+{_choice(token)}"
    return made


def _choice(token: str) -> str:
    made = [_literal(word) for word in _words(token)]
    return made[0] if len(made) == 1 else f"(?:{'|'.join(made)})"


def _words(token: str) -> Iterator[str]:
    for word in token.split("/"):
        yield from dict.fromkeys(forms(word[1:])) if word.startswith("~") else (word,)


@cache
def _object() -> str:
    return rf"(?!(?:{any_of(_NO_OBJECT)}){_END}){_WORD}"


def _literal(word: str) -> str:
    if word == "@":
        return _object()
    if word in _SPECIAL:
        return _SPECIAL[word]
    made = re.escape(word).replace("'", "['’]").replace(r"\-", r"[-\s]?")
    return made.replace(r"\*", r"\w*")
