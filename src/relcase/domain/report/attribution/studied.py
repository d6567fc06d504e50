"""Sentences that tell who was studied, and how long, beside the finding and its source.

"1,645 young women took part." has hardly a word of the record, but its number; with the
source in the next sentence, or in a line below, it is of that study.
"""

import re

from relcase.domain.report.figures.counted import (
    counts_same_studies,
    is_own,
    names_sample,
)
from relcase.domain.report.knowledge.subjects import Subject
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.tracing import within

_LARGE, _DIGITS = 100, 3
"""A count from which on it tells a study by itself, and its digits without the last noughts."""
_LEAST = 10
"""A whole number below this tells nothing."""
_WEIGHT, _SHARE = 3.0, 0.2
"""The least weight of the words shared, and their share, with which any number tells."""
_WEIGHT_OF_TIME, _SHARE_OF_TIME = 5.0, 0.5
"""The same, with which a length of time tells, in an item of a list or a table."""
_ROOM = 0.03
"""How near lengths of time are one, in parts of them."""
_STUDYING = re.compile(
    r"\b(?:took\s+part|taking\s+part|participa|follow|enrol|randomi[sz]|assigned|allocated"
    r"|interview|survey|recruit|stud(?:y|ies)\b|studied|trial|sample|cohort|review|pooled"
    r"|analys|referred|questionnaire)",
    re.IGNORECASE,
)
"""What is said of people studied."""
_STOP = re.compile(r"[.!?]\W*$")
"""What ends a sentence, and not an item of a list."""


def tells_of_study(text: str, subject: Subject, weight: float, share: float) -> bool:
    """Whether a number of a sentence is one of a study whose source stands near.

    Or is the number of its people but for a slip of the pen.
    """
    if subject.statistic is None or not any(map(str.isalpha, text)):
        return False  # a number alone may be that of a page
    enough = weight >= _WEIGHT and share >= _SHARE
    is_item = _STOP.search(text) is None
    is_time = is_item and weight >= _WEIGHT_OF_TIME and share >= _SHARE_OF_TIME
    is_telling = enough or is_item or _STUDYING.search(text)
    sample = subject.statistic.sample
    for one in numerals(text):
        if is_own(text, one):
            continue
        if (enough or _is_rare(one)) and _has(subject.facts, one):
            return True
        if is_time and one.kind == "span" and _lasted(subject.facts, one):
            return True
        if counts_same_studies(text, one, sample):
            return True
        if sample and is_telling and names_sample(text, one, sample):
            return True
    return False


def _lasted(facts: Facts, one: Numeral) -> bool:
    """Whether the record has a length of time."""
    room = max(one.high - one.value, one.value * _ROOM)
    return any(
        it.kind == "span" and abs(it.value - one.value) <= room for it in facts.numerals
    )


def _is_rare(one: Numeral) -> bool:
    """Whether few studies can have a number: "4.55 million", and not "about 150"."""
    digits = re.sub(r"\D", "", one.text)
    if one.kind != "number" or len(digits.strip("0")) < _DIGITS:
        return False
    return one.value >= _LARGE or "." in one.text


def _has(facts: Facts, one: Numeral) -> bool:
    """Whether the record has a number that says something."""
    if one.kind != "number" or (one.value < _LEAST and "." not in one.text):
        return False
    counts = [it.value for it in facts.numerals if it.kind == "number"]
    return any(within(one, abs(known)) for known in (*facts.printed, *counts))
