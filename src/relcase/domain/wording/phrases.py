"""Lists of phrases, in a small notation, made into one pattern.

A list is a text with one phrase to a comma or a line; a line that ends with ``/`` goes
on in the next. It is looked for in
what ``plain`` makes of a text:

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
========================  ======================================================
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from relcase.domain.wording.inflection import forms

_WORD = r"[^\s.,;:!?()]+(?:[.,]\d[\d%]*)*"
_DIGITS = r"\d[\d,.]*(?:%|bn|m|k)?"
_START = r"(?<![\w-])"
_STARTED = r"(?<![\w-].)"
"""The same behind the first letter."""
_FEW_LETTERS = 10
_END = r"(?![\w-])"
_NO_OBJECT = """
    across/and/are/as/because/but/by/each/for/from/go/goes/had/has/if/in/into/is/no/not/of/on/or
    than/that/they/to/was/went/were/when/which/while/who/with, at !least, up !to
"""
_SPECIAL = {"_": _WORD, "#": f"[£$€]?{_DIGITS}", "£": f"[£$€]{_DIGITS}"}


def plain(text: str) -> str:
    """A text in small letters and straight apostrophes, every letter where it was."""
    lower = text.lower()
    return (lower if len(lower) == len(text) else text).replace("’", "'")


def pattern(phrases: str, end: str = _END) -> re.Pattern[str]:
    """The pattern that finds any of the phrases of a list.

    Where these start with few letters, the letters come first in it: to skip all others
    is far less work for ``re`` than to look at each place for the start of a word.
    """
    by_letter = _expressions(phrases)
    if "" in by_letter or len(by_letter) > _FEW_LETTERS:
        return re.compile(f"{_START}(?:{any_of(phrases)}){end}")
    begun = (f"{letter}{_STARTED}{rest}" for letter, rest in by_letter.items())
    return re.compile(f"(?:{'|'.join(begun)}){end}")


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
    return "|".join(letter + rest for letter, rest in _expressions(phrases).items())


def _expressions(phrases: str) -> dict[str, str]:
    """For each first letter of the phrases of a list, the expression of what follows."""
    by_letter: dict[str, dict[str, None]] = {}
    for phrase in _split(phrases):
        for letter, rest in _by_letter(phrase):
            by_letter.setdefault(letter, {})[rest] = None
    return {letter: _either(rests) for letter, rests in by_letter.items()}


def _split(phrases: str) -> Iterator[str]:
    joined = re.sub(r"/\s+", "/", phrases)
    return (" ".join(one.split()) for one in re.split(r"[,\n]", joined) if one.strip())


def _by_letter(phrase: str) -> Iterator[tuple[str, str]]:
    """A phrase by the letters that it may start with, and the expression of the rest.

    The letter is empty where the phrase starts with no plain word.
    """
    first, _, rest = phrase.partition(" ")
    if first.startswith("("):
        yield from _by_letter(rest)
        first = first[1:-1]
    ends: dict[str, list[str]] = {}
    for word in map(_literal, _words(first)):
        letter = word[0] if word[0].isalnum() else ""
        ends.setdefault(letter, []).append(word.removeprefix(letter))
    tail = _sequence(rest.split())
    for letter, words in ends.items():
        yield letter, _either(words) + tail


def _either(expressions: Collection[str]) -> str:
    """Any of some expressions, the earlier ones preferred."""
    made = "|".join(expressions)
    return made if len(expressions) == 1 else f"(?:{made})"


def _sequence(tokens: list[str]) -> str:
    """The expression of what follows the first word, its spaces in front."""
    made = ""
    for token in tokens:
        if token == "n't":
            made += r"(?:\s+not|n't)"
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
    return _either([_literal(word) for word in _words(token)])


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
    made = re.escape(word).replace(r"\-", r"[-\s]?")
    return made.replace(r"\*", r"\w*")
