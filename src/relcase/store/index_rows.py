"""One entry, one source: the rows that an index holds of them.

The data of an entry are its record and nothing computed, so that a mending can tell by
them whether it changed. What is computed stands in columns of its own, because some of
it depends on other entries (``index_rating``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from hashlib import sha256
from typing import Any, NamedTuple

from pydantic_core import to_json

from relcase.domain.corpus import Placed
from relcase.domain.evidence import Entry, Statistic
from relcase.domain.reference import Reference, author_date
from relcase.domain.sentence.found import is_unclear
from relcase.domain.vocabulary import AGAINST, CERTAINTIES, USES, VERIFIED
from relcase.store.index_rating import Rated, depends_on


def encode(value: Any) -> str:
    """JSON text, in a quarter of the time that the standard library takes."""
    return to_json(value).decode()


class EntryRows(NamedTuple):
    """What the tables of an index hold of one entry."""

    entry: tuple[object, ...]
    keys: tuple[object, ...]
    depends: list[tuple[str, int]]
    facets: list[tuple[object, ...]]
    words: tuple[int, str, str]


def entry_rows(
    number: int,
    seq: int,
    placed: Placed,
    raw: dict[str, Any],
    references: Mapping[str, Reference],
    sectors: Iterable[str],
    computed: Rated | None,
) -> EntryRows:
    """The rows of the entry with the number ``seq``, from the file ``number``.

    ``computed`` is ``None`` for what is not rated, or not yet.
    """
    entry = placed.entry
    reference = references[entry.source.key]
    data = public(placed, raw, reference)
    # General entries list after the specific ones.
    rank, stance, names = int(entry.sectors == ("any",)), None, list[str]()
    if isinstance(entry, Statistic):
        rank, stance = USES.index(entry.use), str(entry.stance)
        names = depends_on(entry)
    hidden = int(entry.status != "active" or entry.verification.level == "none")
    verified = VERIFIED.index(entry.verification.level)
    keys = (
        *(seq, entry.id, entry.kind, hidden, rank, stance),
        CERTAINTIES.index(computed.certainty) if computed else None,
        *(verified, reference.year, entry.source.key, getattr(entry, "design", None)),
        entry.review_by if entry.status == "active" else None,
    )
    return EntryRows(
        (seq, number, *columns(placed, raw, computed), encode(data)),
        keys,
        [(name, seq) for name in names],
        [
            (*facet, entry.kind, rank, seq)
            for facet in facets(data, sectors, is_otherwise=_found_otherwise(entry))
        ],
        (seq, *searchable(data, reference.csl.get("title", ""))),
    )


def _found_otherwise(entry: Entry) -> bool:
    """Whether a statistic found the contrary, or no clear difference."""
    if not isinstance(entry, Statistic):
        return False
    if entry.stance in AGAINST:
        return True
    lead = entry.lead
    return entry.stance == "mixed" and lead is not None and is_unclear(entry, lead)


def public(placed: Placed, raw: dict[str, Any], reference: Reference) -> dict[str, Any]:
    """An entry as JSON shows it: the record's own fields in order, and its source.

    A field that the record leaves out is left out here too.
    """
    entry = placed.entry
    data: dict[str, Any] = {"id": entry.id, "kind": entry.kind, "store": placed.store}
    data |= {name: raw[name] for name in _field_names(type(entry)) if name in raw}
    data["status"] = entry.status
    data["source"] = {
        **raw["source"],
        "citation": author_date(reference.csl),
        "doi": reference.doi,
        "url": reference.url,
    }
    return data


def searchable(data: dict[str, Any], title: str) -> tuple[str, str]:
    """The words an entry is found by: its headline, and everything else said in it."""
    words: list[str] = []
    _gather([data[name] for name in data if name not in _NOT_IN_BODY], words)
    return data["headline"], " ".join((*words, title, data["source"]["citation"]))


_NOT_WORDS = {
    # what is not about the subject
    *("verification", "review_by", "status", "store", "source", "kind", "see_also"),
    # closed lists, which would make "lead" or "percent" match everything
    *("claim_type", "stance", "use", "design", "measure", "role", "polarity", "level"),
    *("direction", "rule", "verbatim", "risk_of_bias", "publication_bias"),
    *("grade", "evaluator", "benefit_kind", "certainty_override", "acknowledged"),
}


_NOT_IN_BODY = {*_NOT_WORDS, "headline"}


def _gather(values: Iterable[Any], words: list[str]) -> None:
    """All texts in some values; a list is filled: nested generators take twice as long."""
    for value in values:
        if isinstance(value, str):
            words.append(value)
        elif isinstance(value, dict):
            _gather([value[name] for name in value if name not in _NOT_WORDS], words)
        elif isinstance(value, list):
            _gather(value, words)


def _field_names(model: type[Entry]) -> tuple[str, ...]:
    if model not in _FIELD_NAMES:
        own = [one.name for one in fields(model)]
        early = [name for name in own if name not in _AFTER_THE_REST]
        _FIELD_NAMES[model] = (
            *early,
            *(name for name in own if name in _AFTER_THE_REST),
        )
    return _FIELD_NAMES[model]


_FIELD_NAMES: dict[type[Entry], tuple[str, ...]] = {}
_AFTER_THE_REST = {
    "source",
    "verification",
    "caveats",
    "status",
    "review_by",
    "see_also",
    "acknowledged",
}


def columns(
    placed: Placed, raw: dict[str, Any], computed: Rated | None
) -> tuple[object, ...]:
    """What listings need of an entry, in the order of the table's columns."""
    entry = placed.entry
    lead = entry.lead if isinstance(entry, Statistic) else None
    first = entry.figures[0] if isinstance(entry, Statistic) and entry.figures else None
    figure = [getattr(lead, name, None) for name in _FIGURE]
    return (
        *(entry.id, entry.kind, placed.store, entry.status, entry.headline),
        raw["claim"] if isinstance(entry, Statistic) else raw["text"],
        entry.caveats[0] if entry.caveats else None,
        *(getattr(entry, "use", None), getattr(entry, "stance", None)),
        computed.certainty if computed else None,
        entry.verification.level,
        _byline(entry),
        first.direction if first and not lead else None,
        *(entry.source.key, entry.source.locator),
        *figure,
        *_around(entry),
        *(computed[1:] if computed else (None, None, None)),
    )


def _around(entry: Entry) -> tuple[str | None, str | None, str | None]:
    """Outcomes, sectors and contrary sources of a statistic, with spaces between."""
    if not isinstance(entry, Statistic):
        return None, None, None
    contrary = (one.key for one in entry.see_also if one.relation == "contrary")
    listed = (entry.outcomes, entry.sectors, contrary)
    outcomes, sectors, sources = (" ".join(one) or None for one in listed)
    return outcomes, sectors, sources


_FIGURE = (
    *("label", "measure", "estimate", "low", "high", "level", "unit", "group"),
    *("reference_group", "reference_value", "denominator"),
)


def _byline(entry: Entry) -> str | None:
    """Who speaks, whose story it is, which term is meant, who should act."""
    parts: list[str | None] = []
    for name in ("speaker", "role", "term", "organisation", "place"):
        if not isinstance(entry, Statistic):
            parts.append(getattr(entry, name, None))
    parts += getattr(entry, "who", ())
    return ", ".join(part for part in parts if part) or None


def source_row(store: str, reference: Reference) -> tuple[object, ...]:
    """The row of one source, under the name of the store whose bibliography has it."""
    csl, text = reference.csl, encode(reference.csl)
    return (
        *(
            reference.key,
            store,
            author_date(csl),
            reference.year,
            reference.doi,
            reference.url,
        ),
        *(
            csl.get("title"),
            text,
            encode([reference.entry_type, dict(reference.fields)]),
        ),
        sha256(text.encode()).hexdigest()[:16],
    )


def facets(
    data: dict[str, Any], sectors: Iterable[str], *, is_otherwise: bool = True
) -> set[tuple[str, str]]:
    """What an entry is found by. A general entry belongs to every sector.

    ``otherwise`` is the main outcome of a statistic that found nothing clear, or the
    contrary; ``said`` a publication that words it wrongly.
    """
    mine = data["sectors"] if "any" not in data["sectors"] else (*sectors, "any")
    named = {
        "sector": mine,
        "outcome": data.get("outcomes"),
        "country": data.get("countries"),
        "said": [one["source"] for one in data.get("said") or () if one["source"]],
    }
    if is_otherwise:
        named["otherwise"] = data.get("outcomes", [])[:1]
    return {(name, value) for name, values in named.items() for value in values or ()}
