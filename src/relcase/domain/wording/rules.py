"""The rules of wording: one module each, listed here, and applied to one sentence.

A rule's docstring is its page in the manual. To import this is to make the patterns of
all of them, which takes a tenth of a second: what only needs a rule's name, or how a
number is spelt, imports ``meanings`` or ``spelling``.
"""

from types import ModuleType

from relcase.domain.evidence import Statistic
from relcase.domain.vocabulary import Certainty
from relcase.domain.wording import (
    a07_points,
    m01_direction,
    m02_odds,
    m03_absolute,
    m04_multiple,
    m05_turned,
    m06_cause,
    m07_extreme,
    m08_number,
    m09_scope,
    m10_time,
    m11_threshold,
    m12_subgroup,
    m13_studies,
    m14_areas,
    m15_significance,
    m16_relative,
    m17_saving,
    r02_certainty_word,
)
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.wrong import Wrong

RULES: tuple[ModuleType, ...] = (
    m01_direction,
    m02_odds,
    m03_absolute,
    m04_multiple,
    m05_turned,
    m06_cause,
    m07_extreme,
    m08_number,
    m09_scope,
    m10_time,
    m11_threshold,
    m12_subgroup,
    m13_studies,
    m14_areas,
    m15_significance,
    m16_relative,
    m17_saving,
    r02_certainty_word,
)


def problems(
    sentence: str, statistic: Statistic, certainty: Certainty | None = None
) -> tuple[Wrong, ...]:
    """What is wrong with a sentence about a statistic, in the order of the words.

    ``certainty`` is the computed one; without it the design and the claim type decide,
    and leniently.
    """
    return judged(sentence, Facts(statistic), certainty)


def judged(
    sentence: str, facts: Facts, certainty: Certainty | None = None
) -> tuple[Wrong, ...]:
    """The same for several sentences about one statistic, its facts worked out once."""
    return faults(Reading(sentence, facts, certainty))


def faults(reading: Reading) -> tuple[Wrong, ...]:
    """The same of a sentence that is read for other purposes as well."""
    found = [one for rule in (*RULES, a07_points) for one in rule.check(reading)]
    return tuple(sorted(found, key=lambda one: (one.start, one.rule)))
