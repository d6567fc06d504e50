"""Phrases of the record as they stand in a sentence."""

from collections.abc import Callable

import pytest

from relcase.domain.sentence.phrases import predicate, with_group

Told = Callable[..., str]


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("being housed", "were housed"),
        ("Being housed", "were housed"),
        ("having had a stroke", "had had a stroke"),
        ("reoffending", "reoffended"),
        ("dying in 2018", "died in 2018"),
        ("feeling well,", "felt well"),
        ("behaviour problems", "had behaviour problems"),
        ("housing problems", "had housing problems"),
    ],
)
def test_what_people_did_or_had(outcome: str, expected: str) -> None:
    assert predicate(outcome) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("women given support", "for women given support"),
        ("the most isolated fifth of people", "for the most isolated fifth of people"),
        ("usual care", "with usual care"),
        ("no letter", "with no letter"),
        ("a comparison group", "in a comparison group"),
        ("control groups", "in control groups"),
        ("before referral", "before referral"),
        ("", ""),
    ],
)
def test_the_word_before_a_group(phrase: str, expected: str) -> None:
    assert with_group(phrase) == expected


def test_an_aside_is_closed_with_a_comma(short: Told) -> None:
    figure = {"measure": "standardised_mean_difference", "estimate": "0.11"}
    aside = short(figure=figure, outcome="health, measured objectively")
    assert aside.startswith("Health, measured objectively, came out 0.11 standard")
    listed = short(figure=figure, outcome="pain, sleep and mood")
    assert listed.startswith("Pain, sleep and mood came out 0.11 standard")
