"""The questions of a new case: answered by options, by a person, or by what is usual."""

import re
import sys
from collections.abc import Callable
from typing import Annotated, NamedTuple, TypeVar

import typer

from relcase.api.cases import placed
from relcase.api.library import Library
from relcase.cli import complete
from relcase.cli.choices import choose
from relcase.cli.complete import among
from relcase.cli.options import Sector
from relcase.cli.say import say
from relcase.domain.audience import NEEDS
from relcase.domain.persuade import Wishes
from relcase.domain.plan import AUDIENCES, Audience
from relcase.domain.vocabulary import LENGTHS, Length
from relcase.errors import AskedWrongly, BadValue
from relcase.store import filters

AudienceOption = Annotated[
    str | None,
    typer.Option(
        "--audience",
        metavar="WHO",
        help="commissioner, funder, manager, trustee, team or myself.",
        autocompletion=among(AUDIENCES),
    ),
]
LengthOption = Annotated[
    str | None,
    typer.Option(
        "--length",
        metavar="LENGTH",
        help="Sentences short (to be said) or long (to be read).",
        autocompletion=among(LENGTHS),
    ),
]


class Answers(NamedTuple):
    """The answers to the questions of a new case."""

    ask: Annotated[
        str | None,
        typer.Option("--ask", metavar="SENTENCE", help="The decision that you want."),
    ] = None
    audience: AudienceOption = None
    sector: Sector = None
    cares: Annotated[
        list[str] | None,
        typer.Option(
            "--cares",
            metavar="TAG",
            help="What they care about, as hospital-use (see: relcase sectors --outcomes).",
            autocompletion=complete.outcomes,
        ),
    ] = None
    place: Annotated[
        str | None,
        typer.Option(
            "--place",
            metavar="PLACE",
            help="Where it is, country last: 'Leeds, England'.",
        ),
    ] = None
    length: LengthOption = None
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TITLE", help="Title of the document."),
    ] = None


_Value = TypeVar("_Value")
_USUAL_AUDIENCE: Audience = "commissioner"
_USUAL_PLACE = "United Kingdom"


_QUESTIONS = {
    "audience": f"Who is to decide? ({', '.join(AUDIENCES)})",
    "sector": "Which sector, or several with commas? (see: relcase sectors; 'any' for all)",
    "ask": "What do you want them to decide, in a sentence?",
    "cares": "What do they care about? Outcomes, with commas (relcase sectors --outcomes)",
    "place": "Where is it? The country last, as 'Leeds, England'",
    "length": "Short sentences to be said, or long ones to be read? (short, long)",
    "title": "A title, or nothing for ours",
}
"""What is asked for each of the answers, in this order."""


def wishes(library: Library, given: Answers) -> tuple[Wishes, str, str]:
    """What the case is to be, where it is, and its title (empty for the usual one).

    Raises ``BadValue`` without an ask, ``UnknownName`` for a word that does not exist.
    """
    asker = _Asker(given)
    audience = asker.answer(
        "audience", _USUAL_AUDIENCE, lambda typed: choose("audience", typed, AUDIENCES)
    )
    sectors, words = asker.answer(
        "sector", filters.EVERY_SECTOR, lambda typed: _sectors(library, typed)
    )
    ask = asker.answer("ask", "", _asked)
    known = {one.id for one in library.outcomes()}
    usual = tuple(tag for tag in NEEDS[audience].cares if tag in known)
    cares = asker.answer(
        "cares", ",".join(usual), lambda typed: _cares(library, typed, usual)
    )
    again = asker.on_terminal and given.place is None
    place = asker.answer(
        "place", _USUAL_PLACE, lambda typed: _place(typed, again=again)
    )
    length = asker.answer("length", NEEDS[audience].length, _length)
    title = asker.answer("title", "", str.strip)
    asker.tell()
    if place and placed(place) is None:
        say(f"No study is compared with '{place}': it does not end with a country.")
    return Wishes(ask, audience, sectors, cares, length, words), place, title


class _Asker:
    """Asks on a terminal; elsewhere takes what is usual, and says so at the end."""

    def __init__(self, given: Answers) -> None:
        self.given = given
        self.on_terminal = _on_terminal()
        self.taken: list[str] = []

    def answer(self, name: str, usual: str, read: Callable[[str], _Value]) -> _Value:
        """The value of one answer; a person who types a wrong one is asked again."""
        if (given := self._typed(name)) is not None:
            return read(given)
        if not self.on_terminal:
            if usual:
                self.taken.append(f"{name} {usual}")
            return read(usual)
        while True:
            typed = typer.prompt(
                _QUESTIONS[name], default=usual, show_default=bool(usual), err=True
            )
            try:
                return read(str(typed))
            except AskedWrongly as error:
                say(error)

    def _typed(self, name: str) -> str | None:
        """What an option says; several values with commas, as a person types them."""
        value: str | list[str] | None = getattr(self.given, name)
        if isinstance(value, list):
            return ",".join(value) if value else None
        return value

    def tell(self) -> None:
        """What was taken without being asked."""
        if self.taken:
            say(f"Taken as usual: {'; '.join(self.taken)}.")


def _asked(typed: str) -> str:
    if not typed.strip():
        raise BadValue(
            "--ask", typed, "it is the decision that you want, in a sentence"
        )
    return typed.strip()


def _place(typed: str, *, again: bool) -> str:
    """Where it is; ``again`` refuses what ends with no country, so that it is asked again."""
    place = typed.strip()
    if again and place and placed(place) is None:
        wanted = f"the country comes last, as '{place}, England'"
        raise BadValue("The place", place, wanted)
    return place


def _sectors(library: Library, typed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sectors that were meant, and the words for them that name a part of one."""
    words = _apart(typed)
    if words == (filters.EVERY_SECTOR,):  # also where a store has no sector so named
        return (), ()
    meant = {word: filters.sectors(library.index, (word,))[0] for word in words}
    if filters.EVERY_SECTOR in meant.values():
        return (), ()
    names = {one.id: one.name for one in library.sectors()}
    parts = filters.taken_wider(library.index, words)
    for word, sector in parts:
        say(f"'{word}' is part of {names[sector]}, and is looked for in it first.")
    return tuple(dict.fromkeys(meant.values())), tuple(word for word, _ in parts)


def _apart(typed: str) -> tuple[str, ...]:
    """What was typed with commas between."""
    return tuple(filter(None, map(str.strip, re.split("[,;]", typed))))


def _cares(library: Library, typed: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    """The outcomes that were named; those that the audience usually has are not named."""
    found = filters.outcomes(library.index, _apart(typed))
    return () if found == usual else found


def _length(typed: str) -> Length:
    return choose("length", typed, LENGTHS)


def _on_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()
