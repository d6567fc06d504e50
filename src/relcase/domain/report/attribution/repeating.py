"""Sentences of ours and popular versions on record that a sentence repeats."""

from collections import Counter
from collections.abc import Iterable, Sequence

from relcase.domain.report.knowledge.known import SHAPED, Known
from relcase.domain.report.words.likeness import FEWEST, HEAD, bare, shingles, skeleton
from relcase.domain.report.words.splitting import words
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.numerals import Numeral, numerals

_VERSION = 0.5
"""How much of a popular version a sentence repeats."""
_LIKE, _LIKE_SHINGLES = 0.4, FEWEST + 1
"""The same of a sentence of ours, and in how many runs of words."""
_OPENING = 3 * HEAD
"""Letters of a sentence in which the first that count are looked for."""
STRANGERS = 3
"""How many words that none of our sentences has may stand in one that is ours: those of
its numbers, or words that we write with a hyphen."""


def word_for_word(text: str, known: Known) -> tuple[int, ...]:
    """The entries with this very sentence; digits alone may be anything, as "20.2.2" is."""
    if not begins_as_ours(text, known) or not words(text):
        return ()
    return known.by_own.get(bare(text), ())


def begins_as_ours(text: str, known: Known) -> bool:
    """Whether a sentence begins as one of ours does."""
    head = bare(text[:_OPENING])[:HEAD]
    return head in known.heads or len(head) < HEAD


def but_for_numbers(text: str, said: Iterable[str], known: Known) -> dict[int, str]:
    """The sentences of ours that this one is but for its numbers, by entry."""
    if text.count(" ") < SHAPED - 1:
        return {}
    strange = frozenset(said) - known.shape_words
    counted = numerals(text) if len(strange) <= STRANGERS else ()
    if not counted:
        return {}
    return dict(reversed(known.by_skeleton.get(skeleton(text, counted), ())))


def in_part(text: str, known: Known) -> set[int]:
    """The entries with a sentence that this one repeats in good part."""
    mine = set(shingles(text))
    hits = Counter(place for one in mine for place in known.by_run.get(one, ()))
    least = max(_LIKE_SHINGLES, _LIKE * len(mine))
    return {number for (number, _), count in hits.items() if count >= least}


def versions(text: str, known: Known) -> dict[int, tuple[int, ...]]:
    """The popular versions that the sentence repeats, by entry."""
    hits = Counter(
        version for one in set(shingles(text)) for version in known.by_said.get(one, ())
    )
    found: dict[int, tuple[int, ...]] = {}
    told = [one for one in numerals(text) if one.kind == "percent"] if hits else []
    for (number, version), count in hits.items():
        subject = known.subjects[number]
        words = subject.said[version].words
        whole = len(set(shingles(words)))
        if count < min(FEWEST, whole) or count < _VERSION * whole:
            continue
        if _is_of_another(words, told, subject.facts):
            continue
        found[number] = (*found.get(number, ()), version)
    return found


def _is_of_another(words: str, told: Sequence[Numeral], facts: Facts) -> bool:
    """Whether a sentence tells results, and neither a version nor its entry has any."""
    if not told or numerals(words):
        return False
    return not any(one.kind == "percent" for one in facts.derived)
