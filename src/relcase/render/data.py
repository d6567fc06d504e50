"""Entries and problems as JSON, for other programs."""

import json
from collections.abc import Iterable, Iterator

from relcase import __version__
from relcase.domain.answer import Answer, Otherwise
from relcase.domain.inert import json_text


def about_answer(store_hash: str, answer: Answer) -> str:
    """What was asked, the findings to the contrary left out, the fits that were asked."""
    about = _dump({"version": __version__, "store_hash": store_hash})
    balance = [_left_out(one) for one in answer.otherwise]
    parts: dict[str, object] = {"query": answer.query.given(), "balance": balance}
    if answer.fits:
        parts["fit"] = {one: near._asdict() for one, near in answer.fits.items()}
    named = (f'"{name}": {_dump(value)}' for name, value in parts.items())
    return f'"relcase": {about},\n' + ",\n".join(named)


def _left_out(one: Otherwise) -> dict[str, object]:
    """A source left out, and the statistic that says so where there is one."""
    about = {"key": one.source, "citation": one.author_date, "recorded": one.recorded}
    if one.entry is None:
        return about
    entry = one.entry
    return {
        **about,
        "id": entry.id,
        "headline": entry.headline,
        "stance": entry.stance,
    }


def envelope(
    about: str, records: Iterable[str], references: Iterable[str]
) -> Iterator[str]:
    """The listing contract: version and store, the query, the entries, their sources.

    Piece by piece, because an answer can be larger than the memory. ``records`` and
    ``references`` are JSON texts already, and are not read again; one stands on each
    line, so that a comparison of two outputs shows what changed.
    """
    yield f'{{{about},\n"entries": ['
    yield from _lines(records)
    yield '],\n"references": ['
    yield from _lines(references)
    yield "]}\n"


def _lines(texts: Iterable[str]) -> Iterator[str]:
    before = "\n"
    for text in texts:
        yield before + json_text(text)
        before = ",\n"
    if before != "\n":
        yield "\n"


def _dump(value: object) -> str:
    return json_text(json.dumps(value, ensure_ascii=False))
