"""I02 to I07: what an estimate, its interval, its P value and its error say together."""

from collections.abc import Callable

import pytest

Judge = Callable[[str], list[str]]

DIFFERENCE = 'measure: mean_difference, estimate: "2.5", low: "0.8", high: "4.2", '


def found(judge: Judge, figure: str) -> list[str]:
    """The severity and rule of what is wrong with a figure."""
    lines = judge(f"figures: [{{label: x, {figure}}}]")
    return [f"{line.split(': ')[1]} {line.split()[-1]}" for line in lines]


def triple(measure: str, estimate: str, low: str, high: str, more: str = "") -> str:
    return (
        f'measure: {measure}, estimate: "{estimate}", low: "{low}", high: "{high}", '
        f'level: "95"{more}'
    )


@pytest.mark.parametrize(
    ("measure", "estimate", "low", "high"),
    [
        ("odds_ratio", "1.50", "1.42", "1.59"),
        ("odds_ratio", "1.91", "1.63", "2.23"),
        ("odds_ratio", "1.19", "0.99", "1.44"),
        ("hazard_ratio", "4.06", "1.40", "11.75"),
        ("hazard_ratio", "1.66", "1.04", "2.65"),
        ("hazard_ratio", "2.14", "1.11", "4.12"),
        ("hazard_ratio", "2.65", "1.03", "6.82"),
        ("hazard_ratio", "5.62", "1.20", "26.46"),
        ("hazard_ratio", "0.46", "0.26", "0.82"),
        ("relative_risk", "0.81", "0.70", "0.94"),
        ("rate_ratio", "0.02", "0.00", "0.30"),
        ("mean_difference", "-7.9", "-13.1", "-2.8"),
        ("mean_difference", "236", "152", "320"),
        ("percent", "74.3", "60.0", "79.3"),
        ("benefit_cost_ratio", "2", "-1", "9"),
    ],
)
def test_intervals_that_are_centred(
    measure: str, estimate: str, low: str, high: str, judge: Judge
) -> None:
    assert found(judge, triple(measure, estimate, low, high)) == []


@pytest.mark.parametrize(
    ("measure", "estimate", "low", "high", "rule"),
    [
        ("odds_ratio", "0.78", "0.63", "0.94", "I02"),
        ("relative_risk", "4.78", "1.07", "17.11", "I02"),
        ("mean_difference", "2.35", "0.06", "4.76", "I03"),
        ("standardised_mean_difference", "1.07", "0.01", "2.16", "I03"),
    ],
)
def test_intervals_that_are_not(
    measure: str, estimate: str, low: str, high: str, rule: str, judge: Judge
) -> None:
    figure = triple(measure, estimate, low, high)
    assert found(judge, figure) == [f"warning [{rule}]"]
    for kind in ("Credible interval.", "bootstrap, 1,000 times", "exact limits"):
        assert found(judge, f'{figure}, note: "{kind}"') == []


@pytest.mark.parametrize("measure", ["odds_ratio", "mean_difference"])
def test_what_is_outside_its_interval_is_reported_once(
    measure: str, judge: Judge
) -> None:
    assert found(judge, triple(measure, "1.50", "1.52", "1.59")) == ["error [I01]"]
    assert found(judge, triple(measure, "1.50", "1.59", "1.42")) == ["error [I01]"]


def test_an_interval_off_its_centre_says_where_the_centre_is(
    problems: list[str],
) -> None:
    """
    figures:
      - {label: x, measure: odds_ratio, estimate: "0.78", low: "0.63", high: "0.94",
         level: "95"}
      - {label: x, measure: mean_difference, estimate: "2.35", low: "0.06", high: "4.76",
         level: "95"}
    """
    assert problems == [
        "2:47: warning: 0.78 is off the centre of 0.63 to 0.94, "
        "which is 0.764 to 0.775 [I02]",
        "4:52: warning: 2.35 is off the middle of 0.06 to 4.76, "
        "which is 2.405 to 2.415 [I03]",
    ]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (triple("odds_ratio", "1.50", "1.42", "1.59", ', p: "<0.001"'), []),
        (triple("odds_ratio", "1.81", "1.01", "3.27", ', p: "0.05"'), []),
        (triple("hazard_ratio", "0.60", "0.35", "1.04", ', p: "0.05"'), []),
        (
            triple("hazard_ratio", "0.60", "0.35", "1.04", ', p: "0.04"'),
            ["error [I04]"],
        ),
        (triple("odds_ratio", "1.50", "1.00", "2.25", ', p: "0.06"'), []),
        (triple("odds_ratio", "1.81", "1.01", "3.24", ', p: "0.06"'), ["error [I04]"]),
        (triple("odds_ratio", "1.81", "1.01", "3.24", ', p: ">0.05"'), ["error [I04]"]),
        (triple("mean_difference", "1", "-1", "3", ', p: "<0.05"'), ["error [I04]"]),
        (
            triple("mean_difference", "1", "-0.2", "2.2", ', p: "0.03"'),
            ["error [I04]"],
        ),
        (
            triple(
                "mean_difference", "1", "-0.2", "2.2", ', p: "0.05", one_sided: true'
            ),
            [],
        ),
        (triple("percent", "32", "25", "38", ', p: "0.30"'), []),
    ],
)
def test_interval_and_p_value_decide_alike(
    figure: str, expected: list[str], judge: Judge
) -> None:
    assert found(judge, figure) == expected


@pytest.mark.parametrize(
    ("p", "expected"),
    [
        ("0.004", []),
        ("0.02", []),
        ("0.04", ["warning [I05]"]),
        ("0.0004", ["warning [I05]"]),
        ("<0.01", []),
        ("<0.0001", ["warning [I05]"]),
        ("nonsense", ["error [S05]"]),
    ],
)
def test_p_value_within_five_times(p: str, expected: list[str], judge: Judge) -> None:
    assert found(judge, f'{DIFFERENCE}level: "95", p: "{p}"') == expected


def test_a_small_sample_is_no_contradiction(judge: Judge) -> None:
    frome = triple("mean_difference", "-7.9", "-13.1", "-2.8", ', p: "0.006"')
    assert found(judge, frome) == []


def test_p_value_of_a_ratio_is_recomputed_by_logarithms(judge: Judge) -> None:
    assert (
        found(judge, triple("relative_risk", "0.81", "0.70", "0.94", ', p: "0.005"'))
        == []
    )
    assert found(
        judge, triple("relative_risk", "0.81", "0.70", "0.94", ', p: "0.0001"')
    ) == ["warning [I05]"]


def test_messages_print_the_recomputed_range(problems: list[str]) -> None:
    """
    figures:
      - {label: x, measure: mean_difference, estimate: "2.5", low: "0.8", high: "4.2",
         level: "95", p: "0.04"}
      - {label: x, measure: mean_difference, estimate: "2.5", low: "0.8", high: "4.2",
         level: "95", p: "0.20"}
      - {label: x, measure: mean_difference, estimate: "2.5", low: "0.8", high: "4.2",
         level: "95", se: "1.70"}
    """
    assert problems == [
        "5:22: error: the 95% interval 0.8 to 4.2 leaves out no difference, 0, "
        "but P is 0.195 to 0.205 [I04]",
        "3:22: warning: a P value of 0.04 does not go with the interval, "
        "which gives 0.0025 to 0.0061 [I05]",
        "5:22: warning: a P value of 0.20 does not go with the interval, "
        "which gives 0.0025 to 0.0061 [I05]",
        "7:23: warning: a standard error of 1.70 does not go with the interval, "
        "which gives 0.748 to 0.893 [I07]",
    ]


def test_a_missing_interval_is_reconstructed(problems: list[str]) -> None:
    """
    figures:
      - {label: x, measure: mean_difference, estimate: "17", p: "0.032"}
      - {label: x, measure: mean_difference, estimate: "17", p: "0.032"}
    """
    assert problems == [
        "2:5: info: no interval is given; 17 with P 0.032 would have one of about "
        "1.35 to 33.6 (95%, reconstructed) [I06]"
    ]


@pytest.mark.parametrize(
    "figure",
    [
        'measure: mean_difference, estimate: "17", p: "<0.05"',
        'measure: mean_difference, estimate: "17"',
        'measure: mean_difference, estimate: "0", p: "1"',
        'measure: median, estimate: "17", p: "0.032"',
        'measure: mean_difference, estimate: "17", low: "1", high: "33", level: "95"',
    ],
)
def test_nothing_is_reconstructed_from_too_little(figure: str, judge: Judge) -> None:
    assert found(judge, figure) == []


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (f'{DIFFERENCE}level: "95", se: "0.87"', []),
        (f'{DIFFERENCE}level: "95", se: "0.77"', []),
        (f'{DIFFERENCE}level: "95", se: "0.60"', ["warning [I07]"]),
        (f'{DIFFERENCE}se: "0.60", level: "90"', ["warning [I07]"]),
        (triple("odds_ratio", "1.50", "1.42", "1.59", ', se: "0.029"'), []),
        (triple("odds_ratio", "1.50", "1.42", "1.59", ', se: "0.043"'), []),
        (
            triple("odds_ratio", "1.50", "1.42", "1.59", ', se: "0.15"'),
            ["warning [I07]"],
        ),
    ],
)
def test_standard_error_goes_with_the_width(
    figure: str, expected: list[str], judge: Judge
) -> None:
    assert found(judge, figure) == expected
