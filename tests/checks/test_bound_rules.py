"""B01 to B07 and I01: what a number can be."""

from collections.abc import Callable

import pytest

Judge = Callable[[str], list[str]]

LABEL = "label: x"
INTERVAL = 'low: "1", high: "2", level: "95"'


def rules(lines: list[str]) -> list[str]:
    """What each line says of place, severity and rule."""
    return [f"{line.split(': ')[1]} {line.split()[-1]}" for line in lines]


def test_percentage_out_of_range(problems: list[str]) -> None:
    """
    figures:
      - label: share
        measure: percent
        estimate: "140"
        reference_value: "-1"
      - {label: change, measure: percent_change, estimate: "-100.5"}
    """
    assert problems == [
        "4:15: error: 140% is not between 0 and 100% [B01]",
        "5:22: error: -1% is not between 0 and 100% [B01]",
        "6:56: error: a change of -100.5% would take away more than there was [B01]",
    ]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ('measure: percent, estimate: "0"', []),
        ('measure: percent, estimate: "100"', []),
        ('measure: percent, estimate: "100.1"', ["error [B01]"]),
        (
            'measure: percent, estimate: "1", low: "-0.5", high: "3", level: "95"',
            ["warning [B01]"],
        ),
        ('measure: attributable_fraction, estimate: "101"', ["error [B01]"]),
        (
            'measure: attributable_fraction, estimate: "1", low: "-5", high: "7", level: "95"',
            [],
        ),
        ('measure: percent_change, estimate: "250"', []),
        ('measure: percent_change, estimate: "-100"', []),
        ('measure: percentage_points, estimate: "-140"', []),
        ('measure: odds_ratio, estimate: "0"', ["error [B02]"]),
        ('measure: ratio, estimate: "-1.5"', ["error [B02]"]),
        ('measure: benefit_cost_ratio, estimate: "0.00"', ["error [B02]"]),
        (
            'measure: benefit_cost_ratio, estimate: "2", low: "-1", high: "3", level: "90"',
            [],
        ),
        (
            'measure: rate_ratio, estimate: "0.01", low: "0.00", high: "0.30", level: "95"',
            [],
        ),
        (
            'measure: rate_ratio, estimate: "1", low: "0", high: "2", level: "95"',
            ["error [B02]"],
        ),
        (
            'measure: hazard_ratio, estimate: null, direction: lower, low: "-2", '
            'high: "-1", level: "95"',
            ["error [B02]", "error [B02]"],
        ),
        ('measure: mean_difference, estimate: "-5"', []),
        ('measure: correlation, estimate: "-1"', []),
        ('measure: correlation, estimate: "1.01"', ["error [B03]"]),
        (
            'measure: correlation, estimate: "0.9", low: "0.7", high: "1.1", level: "95"',
            ["error [B03]"],
        ),
        ('measure: regression_coefficient, estimate: "1.4"', []),
        ('measure: mean, estimate: "1", p: "0.000"', ["error [B03]"]),
        ('measure: mean, estimate: "1", p: "-0.1"', ["error [B03]"]),
        ('measure: mean, estimate: "1", p: "1.2"', ["error [B03]"]),
        ('measure: mean, estimate: "1", p: "1"', []),
        ('measure: mean, estimate: "1", p: ">0.05"', []),
        ('measure: mean, estimate: "1", p: "<0.001"', []),
        ('measure: count, estimate: "-1"', ["error [B04]"]),
        ('measure: count, estimate: "2.5"', ["error [B04]"]),
        ('measure: count, estimate: "2.5", unit: Million people', []),
        ('measure: count, estimate: "0"', []),
        ('measure: count, estimate: "12", denominator: "10"', []),
        ('measure: vote_count, estimate: "9", denominator: "10"', []),
        ('measure: vote_count, estimate: "11", denominator: "10"', ["error [B04]"]),
        ('measure: vote_count, estimate: "9", studies: 4', ["error [B04]"]),
        ('measure: percent, estimate: "9", denominator: "0"', ["error [B04]"]),
        (
            'measure: relative_risk, estimate: "4.0", baseline: {risk: "0.5"}',
            ["error [B04]"],
        ),
        ('measure: relative_risk, estimate: "1.9", baseline: {risk: "0.5"}', []),
        ('measure: odds_ratio, estimate: "4.0", baseline: {risk: "0.5"}', []),
        ('measure: mean, estimate: "1", baseline: {risk: "0"}', ["error [B04]"]),
        ('measure: mean, estimate: "1", baseline: {risk: "1"}', ["error [B04]"]),
        ('measure: mean, estimate: "1", baseline: {risk: "30"}', ["error [B04]"]),
        ('measure: mean, estimate: "1", baseline: {risk: "0.30"}', []),
    ],
)
def test_bounds(figure: str, expected: list[str], judge: Judge) -> None:
    assert rules(judge(f"figures: [{{{LABEL}, {figure}}}]")) == expected


def test_places_of_numbers_out_of_bounds(problems: list[str]) -> None:
    """
    figures:
      - {label: x, measure: odds_ratio, estimate: "-1.5"}
      - {label: x, measure: correlation, estimate: "1.5"}
      - {label: x, measure: mean, estimate: "1.5", p: "0"}
      - {label: x, measure: count, estimate: "1.5"}
      - {label: x, measure: mean, estimate: "1.5", baseline: {risk: "15"}}
    """
    assert problems == [
        "2:47: error: -1.5 is not a possible value of a ratio [B02]",
        "3:48: error: a correlation cannot be 1.5 [B03]",
        "4:51: error: a p-value cannot be 0 [B03]",
        "5:42: error: 1.5 is not a count [B04]",
        "6:65: error: a baseline risk cannot be 15 [B04]",
    ]


def test_impossible_samples(problems: list[str]) -> None:
    """
    sample: {participants: -5, studies: 8, studies_positive: 9}
    """
    assert problems == [
        "1:24: error: -5 is less than none [B04]",
        "1:58: error: 9 positive studies out of 8 [B04]",
    ]


def test_impossible_groups(problems: list[str]) -> None:
    """
    sample: {missing: -1, groups: [{name: one, participants: -5}]}
    """
    assert problems == [
        "1:58: error: -5 is less than none [B04]",
        "1:19: error: -1 is less than none [B04]",
    ]


def test_possible_sample(problems: list[str]) -> None:
    """
    sample: {participants: 1, studies: 8, studies_positive: 0, missing: 0}
    """
    assert problems == []


def test_a_sample_of_nobody(problems: list[str], hints: list[str | None]) -> None:
    """
    sample:
      participants: 0
      studies: 0
      groups: [{name: one, participants: 0}]
    """
    assert sorted(problems) == [
        "2:17: error: 0 is less than one [B04]",
        "3:12: error: 0 is less than one [B04]",
        "4:38: error: 0 is less than one [B04]",
    ]
    assert set(hints) == {"Count those who were studied; leave out what is not known."}


def test_disagreement_of_studies(problems: list[str]) -> None:
    """
    statistics:
      - i2: "0"
      - i2: "100"
      - i2: "101"
      - i2: "-1"
      - i2: considerable
    """
    assert problems == [
        "4:9: error: an I² of 101% is not between 0 and 100% [B01]",
        "5:9: error: an I² of -1% is not between 0 and 100% [B01]",
        "6:9: error: 'considerable' is not a plain number [S05]",
    ]


def test_prediction_intervals(problems: list[str]) -> None:
    """
    statistics:
      - prediction_interval: {low: "0.6", high: "1.1"}
      - prediction_interval: {low: "1.1", high: "0.6"}
      - prediction_interval: {low: "0.6", high: 1·1}
    """
    assert problems == [
        "3:32: error: the prediction interval 1.1 to 0.6 is back to front [I01]",
        "4:45: error: '1·1' is not a plain number [S05]",
    ]


def test_spreads_below_zero(problems: list[str]) -> None:
    """
    figures:
      - {label: x, measure: mean_difference, estimate: "-2", se: "-0.9", sd: "-3"}
      - {label: x, measure: mean_difference, estimate: "-2", se: "0.9", sd: "0"}
    """
    assert problems == [
        "2:74: error: a standard deviation cannot be -3 [B07]",
        "2:62: error: a standard error cannot be -0.9 [B07]",
    ]


def test_scales_that_cannot_be(problems: list[str]) -> None:
    """
    figures:
      - {label: x, measure: mean_difference, estimate: "2", scale: {min: "5", max: "1"}}
      - {label: x, measure: mean_difference, estimate: "2", scale: {min: "5", max: "5"}}
      - {label: x, measure: mean, estimate: "2", scale: {items: 0}}
      - {label: x, measure: mean, estimate: "2", scale: {min: "1", max: "5", items: 1}}
    """
    assert problems == [
        "2:64: error: a scale from 5 to 1 is back to front [B06]",
        "3:64: error: a scale from 5 to 5 is back to front [B06]",
        "4:61: error: a scale of 0 items has no score [B06]",
    ]


def test_level_of_an_interval(problems: list[str]) -> None:
    """
    figures:
      - {label: x, measure: mean, estimate: "1.5", low: "1", high: "2", level: "0.95"}
      - {label: x, measure: mean, estimate: "1.5", low: "1", high: "2"}
      - {label: x, measure: mean, estimate: "1.5", level: "95"}
      - {label: x, measure: mean, estimate: "1.5", low: "1", high: "2", level: "99.0"}
    """
    assert problems == [
        "2:76: error: 0.95 is not the level of an interval [B05]",
        "3:5: warning: the interval 1 to 2 has no level [B05]",
        "4:55: warning: a level of 95 without an interval [B05]",
    ]


def test_interval_out_of_order(problems: list[str], hints: list[str | None]) -> None:
    """
    figures:
      - {label: x, measure: mean, estimate: "1.5", low: "2", high: "1", level: "95"}
      - {label: x, measure: mean, estimate: "2.6", low: "1", high: "2", level: "95"}
      - {label: x, measure: mean, estimate: "-14", low: "7", high: "20", level: "95"}
      - {label: x, measure: mean, estimate: "1.5", low: "1", level: "95"}
      - {label: x, measure: mean, estimate: "1.5", high: "2", level: "95"}
    """
    assert problems == [
        "2:53: error: the interval 2 to 1 is back to front [I01]",
        "3:41: error: 2.6 is outside its interval 1 to 2 [I01]",
        "4:41: error: -14 is outside its interval 7 to 20 [I01]",
        "5:53: warning: the interval has 'low' but not 'high' [I01]",
        "6:54: warning: the interval has 'high' but not 'low' [I01]",
    ]
    assert hints[1:3] == ["Check all three numbers.", "Give all three the same sign."]


@pytest.mark.parametrize(
    ("low", "estimate", "high"),
    [
        ("1.42", "1.50", "1.59"),
        ("1.0", "1.04", "1.0"),  # all three may be 1.04
        ("1", "2.5", "2"),  # 2 is anything up to 2.5
        ("1.5", "1.46", "2.0"),  # 1.5 is anything from 1.45
        ("-20", "-14", "-7"),
        ("0.10", ".10", "0.10"),
    ],
)
def test_rounding_explains_it(low: str, estimate: str, high: str, judge: Judge) -> None:
    figure = f'estimate: "{estimate}", low: "{low}", high: "{high}", level: "95"'
    assert judge(f"figures: [{{{LABEL}, measure: mean, {figure}}}]") == []


@pytest.mark.parametrize(
    ("low", "estimate", "high"),
    [
        ("1.0", "1.11", "1.0"),
        ("1", "2.51", "2"),
        ("1.5", "1.44", "2.0"),
        ("1.2", "1.15", "1.1"),
    ],
)
def test_rounding_does_not_explain_it(
    low: str, estimate: str, high: str, judge: Judge
) -> None:
    figure = f'estimate: "{estimate}", low: "{low}", high: "{high}", level: "95"'
    found = judge(f"figures: [{{{LABEL}, measure: mean, {figure}}}]")
    assert rules(found) == ["error [I01]"]


def test_an_interval_without_an_estimate(problems: list[str]) -> None:
    """
    figures:
      - {label: x, measure: mean, estimate: null, direction: higher, low: "2", high: "1",
         level: "95"}
      - {label: x, measure: mean, estimate: null, direction: higher, low: "1.0", high: "1",
         level: "95"}
    """
    assert problems == ["2:71: error: the interval 2 to 1 is back to front [I01]"]


def test_a_number_that_is_none_is_reported_once(problems: list[str]) -> None:
    """
    figures:
      - label: x
        measure: percent
        estimate: "140%"
        low: "150%"
        high: "130%"
        level: "95%"
        p: "0,000"
    """
    assert [line.split()[-1] for line in problems] == ["[S05]"] * 5
