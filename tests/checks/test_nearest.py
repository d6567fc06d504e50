"""The word a person most likely meant."""

import pytest

from relcase.checks.nearest import did_you_mean, nearest

MANY = [f"abxx{number}yyy" for number in range(1000)]


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("helth", ["health", "housing"], "health"),
        ("arts", ["health", "housing"], None),
        ("", ["health"], None),
        ("health", [], None),
        ("abel2018", [*MANY, "abel2017", "xbel2018"], "abel2017"),
        ("xbel2018", [*MANY, "abel2018"], None),
    ],
)
def test_nearest(word: str, known: list[str], expected: str | None) -> None:
    assert nearest(word, known) == expected


def test_hint() -> None:
    assert did_you_mean("helth", ["health"], "No.") == "Did you mean 'health'?"
    assert did_you_mean("arts", ["health"], "No.") == "No."
