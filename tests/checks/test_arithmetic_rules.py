"""A01 to A09 and B06: numbers that follow from other numbers of the record."""

from collections.abc import Callable

import pytest

Judge = Callable[[str], list[str]]

FOUR = 'events: "64", denominator: "218", reference_events: "83", reference_denominator: "216"'


def found(judge: Judge, figure: str) -> list[str]:
    """The severity and rule of what is wrong with a figure."""
    lines = judge(f"figures: [{{label: x, {figure}}}]")
    return [f"{line.split(': ')[1]} {line.split()[-1]}" for line in lines]


def test_groups_do_not_add_up(problems: list[str]) -> None:
    """
    sample:
      participants: 1441
      groups:
        - {name: peer support, participants: 718}
        - {name: workbook, participants: 716}
      missing: 5
    """
    assert problems == [
        "2:17: error: the groups hold 1,434 and 5 missing, not 1,441 [A01]"
    ]


@pytest.mark.parametrize(
    "sample",
    [
        "participants: 10, groups: [{name: a, participants: 4}, {name: b, participants: 6}]",
        "participants: 10, missing: 1, groups: [{name: a, participants: 9}]",
        "groups: [{name: a, participants: 9}]",
        "participants: 10, missing: 1",
    ],
)
def test_groups_that_add_up_or_are_not_all_known(sample: str, judge: Judge) -> None:
    assert judge(f"sample: {{{sample}}}") == []


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (f'measure: percent, estimate: "29", reference_value: "38", {FOUR}', []),
        (f'measure: percent, estimate: "29.4", reference_value: "38.4", {FOUR}', []),
        (
            f'measure: percent, estimate: "30", reference_value: "38", {FOUR}',
            ["error [A02]"],
        ),
        (
            f'measure: percent, estimate: "29", reference_value: "39", {FOUR}',
            ["error [A02]"],
        ),
        (f'measure: odds_ratio, estimate: "0.66", {FOUR}', []),
        (
            'measure: percent, estimate: "50", events: "9", denominator: "4"',
            ["error [A02]"],
        ),
        (
            'measure: percent, estimate: "50", events: "1.5", denominator: "3"',
            ["error [B04]"],
        ),
        ('measure: percent, estimate: "50", events: "2"', []),
        (f'measure: odds_ratio, estimate: "0.67", adjusted: false, {FOUR}', []),
        (
            f'measure: odds_ratio, estimate: "0.60", adjusted: false, {FOUR}',
            ["warning [A03]"],
        ),
        (f'measure: odds_ratio, estimate: "0.60", adjusted: true, {FOUR}', []),
        (f'measure: odds_ratio, estimate: "0.60", {FOUR}', []),
        (f'measure: relative_risk, estimate: "0.76", adjusted: false, {FOUR}', []),
        (
            f'measure: relative_risk, estimate: "0.67", adjusted: false, {FOUR}',
            ["warning [A03]"],
        ),
        (f'measure: percentage_points, estimate: "-9.1", adjusted: false, {FOUR}', []),
        (f'measure: risk_difference, estimate: "-0.091", adjusted: false, {FOUR}', []),
        (f'measure: risk_difference, estimate: "-9.1", adjusted: false, {FOUR}', []),
        (
            f'measure: percentage_points, estimate: "9.1", adjusted: false, {FOUR}',
            ["warning [A03]"],
        ),
    ],
)
def test_events_of_both_groups(figure: str, expected: list[str], judge: Judge) -> None:
    assert found(judge, figure) == expected


def test_messages_say_what_the_numbers_make(problems: list[str]) -> None:
    """
    figures:
      - {label: x, measure: percent, estimate: "31", events: "64", denominator: "218"}
      - {label: x, measure: relative_risk, estimate: "0.67", adjusted: false, events: "64",
         denominator: "218", reference_events: "83", reference_denominator: "216"}
      - {label: x, measure: percent, estimate: "71", denominator: "43"}
      - {label: x, measure: benefit_cost_ratio, estimate: "4.0", benefit: "300", cost: "100"}
      - {label: x, measure: mean, estimate: "5.6", scale: {min: "1", max: "5"}}
    """
    assert problems == [
        "2:44: error: 64 of 218 is 29.3578%, not 31% [A02]",
        "3:50: warning: the events of both groups give 0.764, not 0.67 [A03]",
        "5:44: warning: 71 cannot come from 43 whole answers; "
        "the nearest are 69.8 and 72.1 [A04]",
        "6:55: error: a benefit of 300 by a cost of 100 is 2.98 to 3.021, not 4.0 [A08]",
        "7:41: error: 5.6 is not within 1 to 5 [B06]",
    ]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ('measure: percent, estimate: "80", denominator: "10"', []),
        ('measure: percent, estimate: "71", denominator: "430"', []),
        ('measure: percent, estimate: "71", denominator: "43"', ["warning [A04]"]),
        (
            'measure: mean, estimate: "5.27", denominator: "43", scale: {items: 1}',
            ["warning [A04]"],
        ),
        (
            'measure: mean, estimate: "5.19", denominator: "28", scale: {items: 1}',
            ["warning [A04]"],
        ),
        ('measure: mean, estimate: "5.19", denominator: "32", scale: {items: 1}', []),
        ('measure: mean, estimate: "5.19", denominator: "28", scale: {items: 4}', []),
        ('measure: mean, estimate: "5.19", denominator: "28"', []),
        (
            'measure: mean, estimate: "3.44", denominator: "18", sd: "2.47", '
            "scale: {items: 1}",
            ["info [A05]"],
        ),
        (
            'measure: mean, estimate: "3.44", denominator: "18", sd: "2.48", '
            "scale: {items: 1}",
            [],
        ),
        (
            'measure: percent, estimate: "35", denominator: "20", sd: "11"',
            ["info [A05]"],
        ),
        ('measure: percent, estimate: "35", denominator: "20", sd: "49"', []),
    ],
)
def test_whole_answers(figure: str, expected: list[str], judge: Judge) -> None:
    assert found(judge, figure) == expected


def change(measure: str, estimate: str, before: str, after: str) -> str:
    return f'measure: {measure}, estimate: "{estimate}", before: "{before}", after: "{after}"'


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (change("percent_change", "25", "40", "50"), []),
        (change("percentage_points", "10", "40", "50"), []),
        (change("percent_change", "10", "40", "50"), ["error [A07]"]),
        (change("percentage_points", "25", "40", "50"), ["error [A07]"]),
        (change("percent_change", "-25", "4", "3"), []),
        (change("percent_change", "-1", "4.0", "3.0"), ["error [A07]"]),
        (change("percentage_points", "-1", "4", "3"), []),
        (change("percent_change", "-14", "200", "172"), []),
        (change("percent_change", "14", "200", "172"), ["error [A06]"]),
        (change("percent_change", "-28", "200", "172"), ["error [A06]"]),
        (change("percentage_points", "12", "40", "50"), ["error [A06]"]),
        (change("percent_change", "50", "0", "5"), []),
    ],
)
def test_change_follows_from_its_ends(
    figure: str, expected: list[str], judge: Judge
) -> None:
    assert found(judge, figure) == expected


def test_both_readings_of_a_change_are_shown(problems: list[str]) -> None:
    """
    figures:
      - label: x
        measure: percent_change
        estimate: "10"
        before: "40"
        after: "50"
    """
    assert problems == [
        "3:14: error: from 40 to 50 is 9 to 11 percentage points and 22.2 to 27.9 per cent; "
        "10 is labelled as per cent [A07]"
    ]


def test_a_single_study_gives_the_base_of_its_leading_change(judge: Judge) -> None:
    figure = 'figures: [{label: x, measure: percent_change, estimate: "-14"%s}]'
    alone, second = (
        "design: before_after\n",
        'label: x, measure: percent, estimate: "5"',
    )
    assert [line.split()[-1] for line in judge(alone + figure % "")] == ["[A06]"]
    assert judge(alone + figure % ', reference_value: "200"') == []
    assert judge(alone + (figure % "").replace("[{", f"[{{{second}}}, {{")) == []
    assert judge("design: meta_rct\n" + figure % "") == []
    assert judge(f"{alone}sample: {{studies: 7}}\n" + figure % "") == []


@pytest.mark.parametrize(
    ("figure", "messages"),
    [
        ('estimate: "5", unit: pounds, price_year: "2016"', []),
        ('estimate: "5", unit: US dollars a year, price_year: 2016/17', []),
        ('estimate: "5", unit: EUR, price_year: not_reported', []),
        ('estimate: "5", unit: "£ a week", price_year: "2016"', []),
        ('estimate: "5", unit: pounds', ["without the year of its prices"]),
        ('estimate: "5", price_year: "2016"', ["without its currency"]),
        ('estimate: "5", unit: a year, price_year: "2016"', ["without its currency"]),
        (
            'estimate: "5", unit: pounds, price_year: recent',
            ["not the year of a price"],
        ),
    ],
)
def test_money_has_a_currency_and_a_year(
    figure: str, messages: list[str], judge: Judge
) -> None:
    lines = judge(f"figures: [{{label: x, measure: money, {figure}}}]")
    assert len(lines) == len(messages)
    for line, message in zip(lines, messages, strict=True):
        assert "error" in line
        assert f"{message} [A08]" in line


@pytest.mark.parametrize(
    ("votes", "expected"), [("8", ["info [A09]"]), ("9", []), ("5", ["info [A09]"])]
)
def test_a_count_that_chance_may_give(
    votes: str, expected: list[str], judge: Judge
) -> None:
    figure = f'measure: vote_count, estimate: "{votes}", denominator: "10"'
    assert found(judge, figure) == expected


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ('measure: mean, estimate: "98.0", scale: {min: "0", max: "136"}', []),
        (
            'measure: mean, estimate: "137", scale: {min: "0", max: "136"}',
            ["error [B06]"],
        ),
        (
            'measure: mean, estimate: "5.04", scale: {min: "1", max: "5"}',
            ["error [B06]"],
        ),
        ('measure: mean, estimate: "5.0", scale: {min: "1", max: "5"}', []),
        (
            'measure: mean, estimate: "3", reference_value: "6", scale: {min: "1", max: "5"}',
            ["error [B06]"],
        ),
        ('measure: mean, estimate: "3", scale: {min: "5", max: "1"}', ["error [B06]"]),
        (
            'measure: mean, estimate: "3", scale: {min: "low", max: "5"}',
            ["error [S05]"],
        ),
        (
            'measure: mean, estimate: "3.0", sd: "2.9", scale: {min: "1", max: "5"}',
            ["error [B06]"],
        ),
        ('measure: mean, estimate: "3.0", sd: "2.5", scale: {min: "1", max: "5"}', []),
        (
            'measure: mean, estimate: "3.0", sd: "2.5", denominator: "20", '
            'scale: {min: "1", max: "5"}',
            ["error [B06]"],
        ),
        ('measure: mean_difference, estimate: "-3", scale: {min: "1", max: "5"}', []),
    ],
)
def test_numbers_within_their_scale(
    figure: str, expected: list[str], judge: Judge
) -> None:
    assert found(judge, figure) == expected
