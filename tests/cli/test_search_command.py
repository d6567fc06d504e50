"""search: entries of every kind with the words that were found."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ("kindness",),
            "- **Kindness** comes first. (quote kindness-first; Gorse Network, n.d.)\n",
        ),
        (
            ("FRIENDS", "ties"),
            "- People with stronger **ties** were more likely to be alive ten years later."
            " (statistic ties-survival; Áster and Birch, 2015) – said wrongly:"
            " **friends** halve your risk of dying\n",
        ),
        (
            ("sjogren",),
            "- People with stronger ties were more likely to be alive ten years later."
            " (statistic ties-survival; Áster and Birch, 2015) – caveat:"
            " **Sjögren**'s syndrome was not recorded.\n",
        ),
        (
            ("zoë",),
            "",
        ),
        (
            ("birch",),
            "- People with stronger ties were more likely to be alive ten years later."
            " (statistic ties-survival; Áster and Birch, 2015)\n",
        ),
        (
            ("lockdown",),
            "- In England, 11% of pupils said that they were often lonely. (statistic"
            " lonely-pupils; Cedar Trust, 2021) – caveat: Before the first"
            " **lockdown**, so not a figure for today.\n",
        ),
    ],
)
def test_words_in_their_places(
    small: Run, words: tuple[str, ...], expected: str
) -> None:
    done = small("search", *words)
    assert done.stdout == expected
    assert done.status == (0 if expected else 1)


def test_filters_and_order(small: Run) -> None:
    def ids(*args: str) -> list[str]:
        found = json.loads(small("search", *args, "-f", "json").stdout)
        return [one["id"] for one in found["entries"]]

    assert ids("lonely") == ["lonely-pupils"]
    assert ids("loneliness", "-s", "health") == ["befriending-trials"]
    assert ids("contract") == ["short-contracts", "longer-contracts"]
    assert ids("contract", "--sort", "id") == ["longer-contracts", "short-contracts"]
    assert ids("contract", "-n", "1") == ["short-contracts"]


def test_other_formats_are_those_of_a_listing(small: Run) -> None:
    assert small("search", "kindness", "-f", "plain") == small("quotes", "-f", "plain")
