"""What the shell offers for a half-typed word. It never fails and says nothing."""

from collections.abc import Callable, Iterable
from contextlib import suppress

from relcase.domain.vocabulary import CERTAINTIES, LENGTHS, STANCES, VERIFIED

FORMATS = (
    *("table", "markdown", "plain", "slide", "html", "latex", "json", "csv"),
    *("docx", "odt", "pdf"),
)
SORTS = ("use", "year", "certainty", "relevance", "id")


def among(words: Iterable[str]) -> Callable[[str], list[str]]:
    """Offers the words of a closed list."""
    listed = [word.replace("_", "-") for word in words]
    return lambda incomplete: [word for word in listed if word.startswith(incomplete)]


formats = among(FORMATS)
sorts = among(SORTS)
stances = among(STANCES)
certainties = among(CERTAINTIES)
verified = among(VERIFIED)
lengths = among(LENGTHS)


def ids(incomplete: str) -> list[str]:
    """Ids of entries."""
    return _known("ids", incomplete)


def sectors(incomplete: str) -> list[str]:
    """Sectors."""
    return _known("sectors", incomplete)


def outcomes(incomplete: str) -> list[str]:
    """Outcome tags."""
    return _known("outcomes", incomplete)


def keys(incomplete: str) -> list[str]:
    """Citation keys."""
    return _known("keys", incomplete)


def styles(incomplete: str) -> list[str]:
    """Citation styles."""
    with suppress(Exception):
        from relcase import api
        from relcase.citations.styles import ALIASES

        short = [one for one in ALIASES if one.startswith(incomplete)]
        long = [one.id for one in api.styles((), prefix=incomplete)][:50]
        return list(dict.fromkeys((*short, *long)))
    return []


def _known(what: str, incomplete: str) -> list[str]:
    with suppress(Exception):
        from relcase import api
        from relcase.store import settings

        chosen = settings.load({}, settings.here())
        library = api.open_library(chosen.stores.value, builtin=chosen.builtin.value)
        return [word for word in library.names(what) if word.startswith(incomplete)]
    return []
