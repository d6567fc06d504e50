"""Numbers as people write them, read as kind, value and hedge."""

import pytest

from relcase.domain.wording.numerals import numerals


def read(text: str) -> list[tuple[str, str, float, str | None]]:
    return [
        (one.text, one.kind, round(one.value, 2), one.hedge) for one in numerals(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fell by 14.0%", [("14.0%", "percent", 14, None)]),
        ("fell by 24,0%", [("24,0%", "percent", 24, None)]),
        ("-14,05 per cent", [("-14,05 per cent", "percent", -14.05, None)]),
        ("1,250%", [("1,250%", "percent", 1250, None)]),
        (
            "2,5 to 4,5 times",
            [("2,5", "number", 2.5, None), ("4,5 times", "times", 4.5, None)],
        ),
        ("12, 5%", [("12", "number", 12, None), ("5%", "percent", 5, None)]),
        (
            "10,15,20%",
            [
                ("10", "number", 10, None),
                ("15", "number", 15, None),
                ("20%", "percent", 20, None),
            ],
        ),
        ("2018,24%", [("2018", "year", 2018, None), ("24%", "percent", 24, None)]),
        ("up to 80 per cent", [("80 per cent", "percent", 80, "up_to")]),
        (
            "40 to 50% of them",
            [("40", "percent", 40, None), ("50%", "percent", 50, None)],
        ),
        (
            "33.0 percentage points more",
            [("33.0 percentage points", "points", 33, None)],
        ),
        ("1 in 6 adults", [("1 in 6", "share", 16.67, None)]),
        ("eight in ten", [("eight in ten", "share", 80, None)]),
        ("8/10 of staff", [("8/10", "share", 80, None)]),
        ("18 of 22 studies", [("18 of 22", "share", 81.82, None)]),
        ("nearly half of them", [("half", "share", 50, "nearly")]),
        ("a third less likely", [("a third", "share", 33.33, None)]),
        ("for every 100 adults, 15 moved", [("15", "share", 15, None)]),
        ("four times more likely", [("four times", "times", 4, None)]),
        ("twice the odds", [("twice", "times", 2, None)]),
        ("half as likely", [("half", "times", 0.5, None)]),
        ("one and a half times", [("one and a half times", "times", 1.5, None)]),
        ("£1.2m saved", [("£1.2m", "money", 1_200_000, None)]),
        (
            "over 140 million pounds",
            [("140 million pounds", "money", 140_000_000, "over")],
        ),
        ("some 2.5 million people", [("2.5 million", "number", 2_500_000, "about")]),
        (
            "1,297 people in 2017",
            [("1,297", "number", 1297, None), ("2017", "year", 2017, None)],
        ),
        ("18 months later", [("18 months", "span", 547.92, None)]),
        ("over 14 years", [("14 years", "span", 5113.5, None)]),
        ("within a year", [("a year", "span", 365.25, None)]),
        ("3 or more times as likely", [("3", "number", 3, "at_least")]),
        (
            "-0.15 (-0.21 to -0.10)",
            [
                ("-0.15", "number", -0.15, None),
                ("-0.21", "number", -0.21, None),
                ("-0.10", "number", -0.1, None),
            ],
        ),
        (
            "(95% confidence interval 1.42 to 1.59)",
            [
                ("95% confidence interval"[:14], "level", 95, None),
                ("1.42", "number", 1.42, None),
                ("1.59", "number", 1.59, None),
            ],
        ),
    ],
)
def test_a_number_is_read(
    text: str, expected: list[tuple[str, str, float, str | None]]
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the SF-12 and HbA1c",
        "on the 3rd of the month",
        "one-to-one support",
        "people trusted one another and tended to stay",
        "couples in their eighties",
        "the most isolated fifth",
        "the two go together",
        "slide 4",
        "three times a week",
        "a double-blind trial and a double bed",
        "2 more in 0",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("7.9 fewer admissions a quarter.", ["7.9"]),
        ("fell by 7.9 a quarter, on trend", ["7.9"]),
        ("12 admissions fewer a quarter in Frome", ["12"]),
        ("Of 867 people a quarter were lonely", ["867", "a quarter"]),
        ("fell from 50 to a quarter.", ["50", "a quarter"]),
        ("among 200 people, a quarter.", ["200", "a quarter"]),
    ],
)
def test_a_quarter_may_be_three_months(text: str, numbers: list[str]) -> None:
    assert [one for one, *_ in read(text)] == numbers


def test_a_printed_number_is_an_interval_of_rounding() -> None:
    (one,) = numerals("14.0%")

    assert (one.low, one.high) == pytest.approx((13.95, 14.05))
