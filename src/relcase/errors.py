"""Everything that stops a request, each with the exit status it ends in.

    RelcaseError
    ├── NothingFound        1  the answer is no
    ├── AskedWrongly        2  an option, name or id that does not exist
    │   ├── UnknownName         … with the nearest names
    │   ├── BadValue            … a value of the wrong form
    │   ├── AlreadyThere        … a file that would be written over
    │   ├── NotOurs             … a document of somebody else's that would be
    │   └── CannotDraw          … a chart that these numbers do not make
    └── CouldNot            3  something outside stands in the way
        ├── Unreadable          a file cannot be read
        ├── Unwritable          a file cannot be written
        └── Missing             a program, package or clipboard is not there
            └── MissingExtra        … a part that is installed on request

A class takes facts and writes the sentence itself; callers never word an error.
Mistakes inside a store are not errors but values: see ``domain.problem``.
"""

import sys
from collections.abc import Sequence


class RelcaseError(Exception):
    """The request cannot be carried out; the message is one sentence for a person."""

    exit_status = 3


class NothingFound(RelcaseError):
    """A question was well put and nothing answers it."""

    exit_status = 1


class AskedWrongly(RelcaseError):
    """The request itself is mistaken."""

    exit_status = 2


class UnknownName(AskedWrongly):
    """A sector, id, style, format … that does not exist."""

    def __init__(
        self,
        kind: str,
        name: str,
        nearest: Sequence[str] = (),
        see: str = "",
        word: str = "",
    ) -> None:
        message = f"There is no {kind} '{name}'."
        if nearest:
            message += f" Did you mean {_either(nearest)}?"
        if word:
            message += f" As a word it is found by: {word}"
        if see:
            message += f"{'.' if word else ''} To see them all: {see}"
        super().__init__(message)
        self.name = name
        self.nearest = tuple(nearest)
        self.see = see


class LeftOut(AskedWrongly):
    """An entry that exists, but is kept out of every answer by its errors."""

    def __init__(self, entry_id: str, path: object, place: str, why: str) -> None:
        super().__init__(
            f"'{entry_id}' is in {path}, and is left out because it has errors. {place}: "
            f"{why}. To see them all: relcase store check {path}"
        )


class BadValue(AskedWrongly):
    """A value that cannot be what its option asks for."""

    def __init__(self, option: str, value: str, expected: str) -> None:
        super().__init__(f"{option} cannot be '{value}': {expected}.")


class AlreadyThere(AskedWrongly):
    """A file that somebody may have edited would be written over."""

    def __init__(self, path: object, option: str) -> None:
        super().__init__(
            f"{path} is there already; choose another name, or write over it with {option}."
        )


class NotOurs(AskedWrongly):
    """A document that somebody else made would be written over."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path} is there already, and relcase did not make it: it stays as it is. "
            "Choose another name to write to."
        )


class CannotDraw(AskedWrongly):
    """A chart that the numbers asked for do not make, or that would mislead, and why."""

    def __init__(self, kind: str, why: str, instead: str = "") -> None:
        message = f"This cannot be drawn as {_DRAWN[kind]}: {why}."
        super().__init__(f"{message} {instead}".rstrip())


_DRAWN = {
    "auto": "a chart",
    "icons": "icons",
    "bars": "bars",
    "forest": "a forest plot",
    "number": "a number",
}


class CouldNot(RelcaseError):
    """The request is sound, and something outside relcase stands in its way."""

    exit_status = 3


class Unreadable(CouldNot):
    """A file that cannot be read, and why."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"Cannot read {path}: {why}.")


class Unwritable(CouldNot):
    """A file that cannot be written, and why."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"Cannot write {path}: {why}.")


class Missing(CouldNot):
    """Something relcase needs is not on this machine; says how to get it."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(f"{what} {cure}")


class MissingExtra(Missing):
    """A part of relcase that is installed only when it is asked for."""

    def __init__(self, what: str) -> None:
        pip = r".venv\Scripts\pip" if sys.platform == "win32" else ".venv/bin/pip"
        super().__init__(
            f"{what} needs a part of relcase that is not installed.",
            f'To install all parts, in the folder of relcase: {pip} install ".[all]"',
        )


def _either(names: Sequence[str]) -> str:
    quoted = [f"'{name}'" for name in names]
    if len(quoted) == 1:
        return quoted[0]
    return ", ".join(quoted[:-1]) + " or " + quoted[-1]
