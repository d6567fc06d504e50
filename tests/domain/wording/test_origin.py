"""The eight sentences of the Case Maker fail, and what is said better passes."""

import pytest

from relcase.domain.evidence import Said, Statistic
from relcase.domain.wording.rules import problems

ORIGIN = "casemaker2024"
AT_LEAST = {
    "social-relationships-survival": {"M02", "M10"},
    "breast-cancer-social-ties-2006": {"M04", "M05"},
    "frome-emergency-admissions": {"M06", "M09"},
    "burnout-empathy-review": {"M06"},
    "great-yarmouth-housing-list-95-percent": {"M09"},
    "compassionomics-adherence-spending": {"M07"},
    "tsunami-social-infrastructure-aldrich-2023": {"M07"},
    "prison-family-contact-friedmann-2014": {"M13"},
}


def first_said(statistic: Statistic) -> Said:
    return next(one for one in statistic.said if one.source == ORIGIN)


@pytest.mark.parametrize("entry", AT_LEAST)
def test_the_sentence_breaks_at_least_these_rules(
    entry: str, statistics: dict[str, Statistic]
) -> None:
    statistic = statistics[entry]
    found = {one.rule for one in problems(first_said(statistic).words, statistic)}

    assert found >= AT_LEAST[entry]


@pytest.mark.parametrize("entry", AT_LEAST)
def test_the_better_sentence_breaks_none(
    entry: str, statistics: dict[str, Statistic]
) -> None:
    statistic = statistics[entry]

    assert problems(first_said(statistic).better, statistic) == ()


def test_every_problem_quotes_its_words(statistics: dict[str, Statistic]) -> None:
    for entry in AT_LEAST:
        words = first_said(statistics[entry]).words
        for one in problems(words, statistics[entry]):
            assert 0 <= one.start < one.end <= len(words)
            assert words[one.start : one.end].strip() in one.message
