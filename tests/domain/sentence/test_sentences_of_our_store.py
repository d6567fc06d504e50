"""The sentences of our own statistics keep every rule and read as English."""

import re

import pytest

from relcase.domain.certainty.holdings import Holdings
from relcase.domain.corpus import Corpus
from relcase.domain.evidence import Statistic
from relcase.domain.sentence import sentences
from relcase.domain.vocabulary import Certainty
from relcase.domain.wording.rules import problems

Rated = list[tuple[Statistic, Certainty]]
ODD = {
    "a digit begins it": r"^\W*\d",
    "two spaces": r"\s\s",
    "two commas": r",\s*,",
    "a space before a stop": r"\s[.,;:)]",
    "a space after a bracket": r"\(\s",
    "a field that is not there": r"\bNone\b|not[_ ]reported",
    "an underscore": r"_",
    "two full stops": r"\.\.",
    "a bracket after a bracket": r"\) \(",
    "a preposition with nothing after it": r"\b(?:with|for|among|in|than|to)[.,;]",
    "a word twice": r"\b(\w+) \1\b",
    "no people in a group": r"\bwith (?:people|adults|women|men|patients|children)\b(?= than)",
    "what people had done to them": r"\bhad \w+ing\b",
}


@pytest.fixture(scope="module")
def rated(corpus: Corpus) -> Rated:
    ours = [one for _, one in corpus.statistics]
    holdings = Holdings.of(ours, corpus.references)
    return [(one, holdings.rating(one).word) for one in ours]


def test_no_sentence_breaks_a_rule_of_wording(rated: Rated) -> None:
    broken = [
        (statistic.id, one.rule, one.message)
        for statistic, certainty in rated
        for said in sentences(statistic, certainty)
        for one in problems(said, statistic, certainty)
    ]
    assert broken == []


@pytest.mark.parametrize("fault", ODD)
def test_no_sentence_has(fault: str, rated: Rated) -> None:
    odd = re.compile(ODD[fault])
    found = [
        said
        for statistic, certainty in rated
        for said in sentences(statistic, certainty)
        if odd.search(said)
    ]
    assert found == []


def test_every_sentence_closes_its_brackets_and_ends(rated: Rated) -> None:
    for statistic, certainty in rated:
        for said in sentences(statistic, certainty):
            assert said.count("(") == said.count(")"), said
            assert said.count("“") == said.count("”"), said
            assert said.endswith("."), said
            assert said[0].isupper(), said


def test_an_effect_is_put_as_the_certainty_allows(rated: Rated) -> None:
    for statistic, certainty in rated:
        for said in sentences(statistic, certainty):
            if "is due to" in said:
                assert (statistic.claim_type, certainty) == ("effect", "high")
            if "probably due to" in said:
                assert (statistic.claim_type, certainty) == ("effect", "moderate")


def test_odds_are_never_printed_without_their_reminder(rated: Rated) -> None:
    for statistic, certainty in rated:
        said = sentences(statistic, certainty).long
        if "times the odds" in said and statistic.lead is not None:
            assert "These are odds; the chance itself differs by less." in said
