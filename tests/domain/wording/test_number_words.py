"""Numbers in words, as scripts and transcripts spell them."""

import pytest

from relcase.domain.wording.numerals import numerals


def read(text: str) -> list[tuple[str, str, float]]:
    return [(one.text, one.kind, round(one.value, 2)) for one in numerals(text)]


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("Two hundred and thirteen", "number", 213),
        ("two hundred thirteen", "number", 213),
        ("a hundred and twenty", "number", 120),
        ("five hundred and six", "number", 506),
        ("two hundred and seventy thousand", "number", 270_000),
        ("three thousand four hundred", "number", 3400),
        ("three thousand, four hundred and two", "number", 3402),
        ("twelve thousand five hundred and sixty-two", "number", 12_562),
        ("one million two hundred thousand", "number", 1_200_000),
        ("a million", "number", 1_000_000),
        ("half a million", "number", 500_000),
        ("three quarters of a million", "number", 750_000),
        ("two and a half thousand", "number", 2500),
        ("a million and a half", "number", 1_500_000),
        ("two point five million", "number", 2_500_000),
        ("nought point seven one", "number", 0.71),
        ("one point five per cent", "percent", 1.5),
        ("two point one six times", "times", 2.16),
        ("three and a half years", "span", 1278.38),
        ("four hundred and fifty pounds", "money", 450),
    ],
)
def test_a_number_in_words_is_one_number(words: str, kind: str, value: float) -> None:
    assert read(f"{words} of them") == [(words, kind, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between two hundred and three hundred homes", [200, 300]),
        ("between one thousand and two thousand homes", [1000, 2000]),
        ("between a hundred and a hundred and fifty homes", [100, 150]),
        ("two thousand, three of whom left", [2000, 3]),
        ("twenty sixteen-year-olds", [20, 16]),
        ("ten to fifteen thousand", [10, 15_000]),
    ],
)
def test_two_numbers_side_by_side_stay_two(text: str, values: list[float]) -> None:
    assert [value for *_, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("in twenty eleven a team counted", 2011),
        ("the twenty twenty-four survey", 2024),
        ("since nineteen ninety-eight", 1998),
        ("in twenty oh six, they found", 2006),
        ("in two thousand and eighteen.", 2018),
        ("since two thousand and nine the rate fell", 2009),
        ("in two thousand eighteen, she said", 2018),
    ],
)
def test_a_spoken_year_is_a_year(text: str, year: int) -> None:
    assert [(kind, value) for _, kind, value in read(text)] == [("year", year)]


def test_two_thousand_and_eighteen_adults_are_no_year() -> None:
    assert read("a survey of two thousand and eighteen adults") == [
        ("two thousand and eighteen", "number", 2018)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the twenty-first century",
        "the two hundred and fiftieth visit",
        "the two hundredth visit",
        "thousands of people",
    ],
)
def test_an_ordinal_in_words_counts_nothing(text: str) -> None:
    assert read(text) == []


def test_one_point_may_be_a_point_that_somebody_made() -> None:
    assert read("on one point five members disagreed") == []


def test_what_is_round_in_words_leaves_room() -> None:
    (round_one,) = numerals("two hundred and seventy thousand pupils")
    (whole,) = numerals("a hundred per cent of them")

    assert (round_one.low, round_one.high) == (269_500, 270_500)
    assert (whole.low, whole.high) == (99.5, 100.5)
