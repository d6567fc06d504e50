"""Citation styles by name, and sources formatted in one, kept from earlier runs."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relcase.domain.formatted import Formatted
from relcase.store import locate, reference_cache

if TYPE_CHECKING:
    from relcase.citations.styles import Style, StyleTitle


def formatted(
    folder: Path | None,
    request: reference_cache.Request,
    items: Callable[[], list[dict[str, Any]]],
) -> Formatted:
    """From the cache, else by one run of the citation engine."""
    kept = reference_cache.get(folder, request) if folder else None
    if kept is not None:
        return kept
    from relcase.citations import csl, pandoc

    chosen = resolve_style(request.style, folder)
    answer = csl.format_references(
        items(), chosen, request.lang, in_text=request.in_text
    )
    if folder:
        reference_cache.put(folder, request, answer, (chosen.path, pandoc.program()))
    return answer


def styles(words: Sequence[str], prefix: str = "") -> list["StyleTitle"]:
    """Citation styles whose id or title holds all the words."""
    from relcase.citations import styles as catalogue

    found = catalogue.search(" ".join(words), _titles(locate.cache_folder()))
    return [one for one in found if one.id.startswith(prefix)]


def usual_styles() -> list["StyleTitle"]:
    """The styles most asked for, by their short names."""
    from relcase.citations import styles as catalogue

    return [
        catalogue.StyleTitle(name, catalogue.resolve(name).title)
        for name in catalogue.USUAL
    ]


def resolve_style(name: str, folder: Path | None) -> "Style":
    """The style by an id, alias, title or path of a .csl file. Raises ``UnknownName``."""
    from relcase.citations import styles as catalogue

    return catalogue.resolve(name, _titles(folder))


def _titles(folder: Path | None) -> Path | None:
    return folder / "styles.json" if folder else None
