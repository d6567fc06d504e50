"""Whether a passage can be ours at all: soon told, since most passages of a report are not."""

import re
from collections.abc import Sequence, Set

from relcase.domain.report.attribution import levels, reaching, repeating
from relcase.domain.report.knowledge.known import Known
from relcase.domain.report.knowledge.weighing import Lanes
from relcase.domain.report.words.likeness import FEWEST, runs
from relcase.domain.report.words.masking import masked
from relcase.domain.report.words.splitting import (
    sentences,
    stem,
    stems,
    words,
    words_and_stems,
)

NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]{2,}")
_SHORT = 60
"""Letters up to which a passage can be a sentence of ours without a run of words."""


def may_be_ours(text: str, known: Known, *, is_sentence: bool = False) -> bool:
    """Whether a passage can have a sentence of ours, if nothing is cited in or near it.

    One look at the whole: mostly it has too few runs of words of ours, and shares too
    few words with any entry. Of a sentence, without what claims nothing, they must be a
    good part of it besides; so what tells by its figures alone is looked for in each.
    """
    if known.lanes is None:
        return True
    if len(text) < _SHORT and repeating.begins_as_ours(text, known):
        return True
    told, meant = words_and_stems(text)
    ours = known.signs_and_runs.intersection(runs(told))
    if len(ours) >= FEWEST or not known.signs.isdisjoint(ours):
        return True
    weighed = known.lanes.weigh(meant)
    share = levels.LEAST_SHARE * whole_weight(meant, known) if is_sentence else 0.0
    least = max(levels.FIGURED, share)
    if not known.lanes.any_reaches(weighed, least):
        return False
    by_words = max(_least_by_words(text, meant, known), share)
    if known.lanes.any_reaches(weighed, by_words):
        return True
    if not is_sentence and _may_be_named(text, told, weighed, known, known.lanes):
        return True
    if not reaching.may_tell(text, told):
        return False
    if is_sentence:
        having = reaching.having_results(text, known)
        return bool(having) and known.lanes.any_reaches(weighed, least, having)
    every = (text[slice(*one)] for one in sentences(text))
    return any(
        _may_be_figured(one, known, known.lanes)
        and may_be_ours(masked(one), known, is_sentence=True)
        for one in every
    )


def _may_be_named(
    text: str, told: Sequence[str], weighed: int | None, known: Known, lanes: Lanes
) -> bool:
    """Whether a passage names a source of ours, and has words enough for it to tell."""
    if not lanes.any_reaches(weighed, levels.NEAR):
        return False
    return known.naming.may_name(text, told) and bool(known.naming.named(text))


def _may_be_figured(text: str, known: Known, lanes: Lanes) -> bool:
    """Whether a figure of a sentence can tell, before what claims nothing is left out."""
    told, meant = words_and_stems(text)
    if not reaching.may_tell(text, told):
        return False
    least = max(levels.FIGURED, levels.ROUGHLY * whole_weight(meant, known))
    return lanes.any_reaches(lanes.weigh(meant), least)


def _least_by_words(text: str, meant: Set[str], known: Known) -> float:
    """The least weight with which the words of a text can tell without any figure."""
    if known.own_names.isdisjoint(meant):
        return levels.LEAST
    names = (stem(word) for one in NAME.findall(text) for word in words(one))
    return levels.LEAST if known.own_names.isdisjoint(names) else levels.PLACED


def reaches_any(text: str, known: Known) -> bool:
    """Whether words can be enough to tell of any entry, with a number beside them."""
    if known.lanes is None:
        return True
    weighed = known.lanes.weigh(frozenset(stems(text)))
    return known.lanes.any_reaches(weighed, levels.FIGURED)


def whole_weight(told: Set[str], known: Known) -> float:
    """What all the words of a sentence weigh."""
    weights, strange = known.weights, known.strange
    return sum([weights.get(one, strange) for one in told])
