"""Which entries are about what is asked, by its words."""

import pytest

from relcase.api import open_library
from relcase.domain import topic as topics
from relcase.domain.topic import RELATED, STRONG, Touch


@pytest.mark.parametrize(
    ("ask", "place", "expected"),
    [
        ("Fund our befriending service.", None, ["befriending"]),
        ("Befriending, befrienders, befriend!", None, ["Befriending"]),
        ("For the lonely, against loneliness", None, ["lonely"]),
        ("Mentors in Leeds, please", "Leeds, England", ["Mentors"]),
        ("Two link workers", None, ["link workers"]),
        ("General practice", None, ["GP"]),
        ("Family group conferences", None, ["family group conferences"]),
        ("Fund it for two years.", None, []),
        ("", None, []),
    ],
)
def test_the_words_that_tell_something(
    ask: str, place: str | None, expected: list[str]
) -> None:
    assert list(topics.told((ask,), place).values()) == expected


def touches(ask: str, *names: str) -> list[Touch]:
    library = open_library(cache=False)
    entries = [library.entry(one) for one in names]
    asked = topics.topic(topics.told((ask,)), entries)
    return [topics.touch(asked, one) for one in entries]


def test_what_was_done_tells_more_than_whom_it_was_done_for() -> None:
    befriending, lonely, families = touches(
        "Befriending for lonely older people",
        "befriending-depression-2010",
        "loneliness-care-home-admission",
        "family-group-conferences-trial-2024",
    )
    assert befriending.share >= STRONG
    assert befriending.words == ("Befriending",)
    assert lonely.share >= RELATED
    assert families == topics.NOTHING


def test_studies_of_children_are_not_about_older_people() -> None:
    of_children, of_old = touches(
        "Settled placements for lonely older people",
        "placement-stability-rubin-2007",
        "loneliness-care-home-admission",
    )
    assert of_children == topics.NOTHING
    assert of_old.share > 0


def test_other_words_for_the_same_are_understood() -> None:
    (singing, prescribing) = (
        touches("A choir", "community-singing-older-people-2015")[0],
        touches("Link workers", "social-prescribing-link-workers")[0],
    )
    assert singing.words == ("choir",)
    assert prescribing.words == ("link workers",)
