"""Entries and problems as JSON, for other programs."""

import json
from collections.abc import Iterable

from relcase import __version__
from relcase.domain.listed import Listed
from relcase.domain.query import Query
from relcase.render.inert import json_text


def about_answer(store_hash: str, query: Query, otherwise: Iterable[Listed]) -> str:
    """What an answer is to, and the findings to the contrary that it leaves out."""
    about = _dump({"version": __version__, "store_hash": store_hash})
    balance = [
        {
            "id": one.id,
            "headline": one.headline,
            "stance": one.stance,
            "citation": one.author_date,
        }
        for one in otherwise
    ]
    given = _dump(query.given())
    return f'"relcase": {about},\n"query": {given},\n"balance": {_dump(balance)}'


def envelope(about: str, records: Iterable[str], references: Iterable[str]) -> str:
    """The listing contract: version and store, the query, the entries, their sources.

    ``records`` and ``references`` are JSON texts already, and are not read again; one
    stands on each line, so that a comparison of two outputs shows what changed.
    """
    return (
        f'{{{about},\n"entries": [{_lines(records)}],\n'
        f'"references": [{_lines(references)}]}}\n'
    )


def _lines(texts: Iterable[str]) -> str:
    inside = ",\n".join(map(json_text, texts))
    return f"\n{inside}\n" if inside else ""


def _dump(value: object) -> str:
    return json_text(json.dumps(value, ensure_ascii=False))
