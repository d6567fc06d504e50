"""Certainty and sentences of the statistics in an index, computed when it is made.

Most need the statistic and its source alone. One that names contrary sources, or rests
on the effect of another, depends on other entries too: it is kept in ``depends`` and
rated once more when all of them are known, and again when one of them changes.
"""

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from pydantic_core import to_json

from relcase.domain.certainty import rate
from relcase.domain.certainty.rating import Rating, Standing, contrary_to
from relcase.domain.evidence import Statistic
from relcase.domain.sentence import sentences
from relcase.domain.vocabulary import CERTAINTIES, Certainty, Design
from relcase.store.records import decoded

_RATED = (
    "UPDATE entries SET certainty = ?, short = ?, long = ?, rating = ? WHERE seq = ?"
)


class Rated(NamedTuple):
    """The columns computed for one statistic."""

    certainty: Certainty
    short: str
    long: str
    rating: str
    """Word, reasons, what would raise it, steps and other scales, as JSON."""


def rated(statistic: Statistic, standing: Standing) -> Rated:
    """What is computed of a statistic."""
    rating = rate(statistic, standing)
    said = sentences(statistic, rating.word)
    return Rated(rating.word, *said, as_json(rating))


def as_json(rating: Rating) -> str:
    """A rating as the JSON shows it."""
    scales = rating.crosswalk
    shown = {
        "word": rating.word,
        "reasons": rating.reasons,
        "would_raise": rating.would_raise,
        "steps": [
            {
                "part": step.part,
                "before": step.before,
                "after": step.after,
                "reason": step.reason,
            }
            for step in rating.steps
        ],
        "grade": scales.grade,
        "maryland": scales.maryland,
        "nesta": scales.nesta,
        "may_say": scales.may_say,
    }
    return to_json(shown).decode()


def depends_on(statistic: Statistic) -> list[str]:
    """Keys of contrary sources and the id of an effect: what its rating looks up."""
    names = [one.key for one in statistic.see_also if one.relation == "contrary"]
    return [*names, statistic.effect_record] if statistic.effect_record else names


def standing_in(db: sqlite3.Connection, statistic: Statistic) -> Standing:
    """What else a rating is made from, looked up in an index."""

    def designs(key: str) -> tuple[Design, ...]:
        rows = db.execute(
            "SELECT DISTINCT design FROM keys WHERE source = ? AND hidden < 2 "
            "AND design IS NOT NULL ORDER BY design",
            (key,),
        )
        return tuple(row[0] for row in rows)

    def certainty(entry_id: str) -> Certainty | None:
        row = db.execute(
            "SELECT e.certainty, e.data FROM entries e JOIN keys USING (seq) "
            "WHERE e.id = ? AND hidden < 2",
            (entry_id,),
        ).fetchone()
        effect = decoded(row[1]) if row else None
        rated = isinstance(effect, Statistic) and effect.claim_type == "effect"
        return row[0] if rated else None

    def name(key: str) -> str:
        row = db.execute(
            "SELECT author_date FROM sources WHERE key = ?", (key,)
        ).fetchone()
        return f"{row[0]}," if row else f"'{key}'"

    row = db.execute(
        "SELECT csl FROM sources WHERE key = ?", (statistic.source.key,)
    ).fetchone()
    source_type = json.loads(row[0]).get("type", "") if row else ""
    effect = certainty(statistic.effect_record) if statistic.effect_record else None
    return Standing(source_type, contrary_to(statistic, designs, name), effect)


def rate_again(db: sqlite3.Connection, names: Iterable[str] | None = None) -> None:
    """Rates what depends on other entries: on the sources and ids named, or on any.

    And what has no rating yet. Money comes after the effects that it rests on.
    """
    waiting = _dependent(db, names) | _unrated(db)
    economic = {seq: one for seq, one in waiting.items() if _is_money(one)}
    for seq, one in waiting.items():
        if seq not in economic:
            _rate(db, seq, one)
    rated_now = [one.id for seq, one in waiting.items() if seq not in economic]
    resting = _dependent(db, rated_now)
    economic |= {seq: one for seq, one in resting.items() if _is_money(one)}
    for seq, one in economic.items():
        _rate(db, seq, one)


def _is_money(statistic: Statistic) -> bool:
    return statistic.claim_type == "economic"


def _rate(db: sqlite3.Connection, seq: int, statistic: Statistic) -> None:
    computed = rated(statistic, standing_in(db, statistic))
    rank = CERTAINTIES.index(computed.certainty)
    db.execute(_RATED, (*computed, seq))
    db.execute("UPDATE keys SET certainty = ? WHERE seq = ?", (rank, seq))


def _dependent(
    db: sqlite3.Connection, names: Iterable[str] | None
) -> dict[int, Statistic]:
    """The statistics that look something up, under these names or any, by number."""
    if names is None:
        return _statistics(db, db.execute("SELECT DISTINCT seq FROM depends"))
    return _statistics(
        db,
        (
            row
            for name in names
            for row in db.execute(
                "SELECT seq FROM depends WHERE name = ?", (name,)
            ).fetchall()
        ),
    )


def _unrated(db: sqlite3.Connection) -> dict[int, Statistic]:
    rows = db.execute(
        "SELECT DISTINCT seq FROM depends JOIN entries USING (seq) WHERE rating IS NULL"
    )
    return _statistics(db, rows)


def _statistics(
    db: sqlite3.Connection, rows: Iterable[tuple[int]]
) -> dict[int, Statistic]:
    found: dict[int, Statistic] = {}
    for (seq,) in list(rows):
        (data,) = db.execute(
            "SELECT data FROM entries WHERE seq = ?", (seq,)
        ).fetchone()
        entry = decoded(data)
        assert isinstance(entry, Statistic)
        found[seq] = entry
    return found
