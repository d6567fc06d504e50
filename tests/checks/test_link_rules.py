"""L01 to L06, C03, P03, Q01 and V01: how entries and sources hang together."""

from collections.abc import Callable

import pytest

Judge = Callable[[str], list[str]]


def test_unknown_action(problems: list[str], hints: list[str | None]) -> None:
    """
    barriers:
      - answers:
          - share-budgets
          - share-budget
          - listen
    actions:
      - id: share-budgets
    """
    assert problems == [
        "4:9: error: there is no action 'share-budget' [L01]",
        "5:9: error: there is no action 'listen' [L01]",
    ]
    assert hints == [
        "Did you mean 'share-budgets'?",
        "Add the action, or mend the mistakes that keep it out.",
    ]


def test_an_entry_of_another_kind_is_no_action(problems: list[str]) -> None:
    """
    barriers:
      - id: silos
        answers: [silos]
    """
    assert problems == ["3:15: error: there is no action 'silos' [L01]"]


def test_money_rests_on_an_effect(problems: list[str], hints: list[str | None]) -> None:
    """
    statistics:
      - {id: saved-visits, claim_type: economic, effect_record: fewer-visit}
      - {id: saved-nights, claim_type: economic, effect_record: saved-nights}
      - {id: saved-days, claim_type: economic, effect_record: ties}
      - {id: saved-hours, claim_type: economic, effect_record: fewer-visits}
      - {id: fewer-visits, claim_type: effect}
      - {id: ties}
    """
    wrong = [line for line in problems if "L05" in line]
    assert wrong == [
        "2:61: error: there is no statistic 'fewer-visit' [L05]",
        "3:61: error: 'saved-nights' rests on itself [L05]",
        "4:59: error: 'ties' does not claim an effect [L05]",
    ]
    otherwise = "Name a statistic with `claim_type: effect`, or leave it out."
    assert hints == ["Did you mean 'fewer-visits'?", otherwise, otherwise]


def test_effects_do_not_rest_on_each_other(problems: list[str]) -> None:
    """
    statistics:
      - {id: one, claim_type: effect, effect_record: two}
      - {id: two, claim_type: effect, effect_record: three}
      - {id: three, claim_type: effect, effect_record: two}
    """
    assert [line for line in problems if "L05" in line] == [
        "3:50: error: 'three' rests on 'two' in turn [L05]",
        "4:52: error: 'two' rests on 'three' in turn [L05]",
    ]


def test_a_source_is_not_another_than_itself(problems: list[str]) -> None:
    """
    source: {key: abel2018}
    see_also:
      - {key: abel2018, relation: contrary}
      - {key: abel2018, relation: replicates}
      - {key: abel2018, relation: background}
    """
    own = "'abel2018' is the entry's own source and cannot"
    assert problems == [
        f"3:11: error: {own} contradict it [L06]",
        f"4:11: error: {own} repeat it [L06]",
    ]


def test_one_way_contrary(problems: list[str], hints: list[str | None]) -> None:
    """
    statistics:
      - id: abel
        source: {key: abel2018}
        see_also:
          - {key: undated, relation: contrary}
          - {key: wang2023, relation: contrary}
      - id: wang
        source: {key: wang2023}
        see_also:
          - {key: abel2018, relation: background}
    """
    assert problems == ["6:15: info: 'wang' does not point back to 'abel2018' [L02]"]
    assert hints == [
        "Add there: `see_also: [{key: abel2018, relation: contrary}]`.",
    ]


def test_any_statistic_of_the_other_source_may_point_back(problems: list[str]) -> None:
    """
    statistics:
      - source: {key: abel2018}
        see_also: [{key: wang2023, relation: contrary}]
      - source: {key: wang2023}
      - source: {key: wang2023}
        see_also: [{key: abel2018, relation: contrary}]
    """
    assert problems == []


OPPOSITE = """
statistics:
  - id: one
    use: {use}
    stance: {stance}
    sectors: {sectors}
    outcomes: {outcomes}
    source: {{key: {key}}}
    status: {status}
  - id: two
    use: counter
    stance: against
    sectors: [health]
    outcomes: [mortality, loneliness]
    source: {{key: wang2023}}
"""
LEADING = {
    "use": "lead",
    "stance": "supports",
    "sectors": "[housing, health]",
    "outcomes": "[mortality]",
    "key": "abel2018",
    "status": "active",
}


def test_unlinked_contrary(judge: Judge) -> None:
    assert judge(OPPOSITE.format(**LEADING)) == [
        "3:5: info: 'two' points the other way and is not linked [L04]"
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"use": "support"},
        {"stance": "mixed"},
        {"sectors": "[housing]"},
        {"outcomes": "[loneliness, mortality]"},
        {"outcomes": "[]"},
        {"key": "wang2023"},
        {"status": "withdrawn"},
    ],
)
def test_not_contrary(change: dict[str, str], judge: Judge) -> None:
    assert not [
        line for line in judge(OPPOSITE.format(**LEADING | change)) if "L04" in line
    ]


def test_a_link_from_either_side_is_enough(problems: list[str]) -> None:
    """
    statistics:
      - source: {key: abel2018}
      - stance: against
        source: {key: wang2023}
        see_also: [{key: abel2018, relation: contrary}]
    """
    assert [line for line in problems if "L04" in line] == []


def test_figures_disagree(problems: list[str]) -> None:
    """
    statistics:
      - id: one
        outcome: Alive at follow-up
      - id: two
        figures:
          - {label: people, measure: count, estimate: "308849", role: context}
          - {label: odds, measure: odds_ratio, estimate: "1.05"}
      - id: three
        figures: [{label: odds, measure: odds_ratio, estimate: "1.50"}]
    """
    assert problems == [
        "7:54: warning: 1.05 here, but 'one' has 1.50 for the same outcome of "
        "'holtlunstad2010' [C03]"
    ]


@pytest.mark.parametrize(
    "difference",
    [
        "population: men",
        "outcome: dead at follow-up",
        "exposure: living alone",
        "source: {key: abel2018}",
        "figures: [{label: odds, measure: rate_ratio, estimate: '1.05'}]",
        "figures: [{label: odds, measure: odds_ratio, estimate: '1.05', group: men}]",
        "{figures: [], no_figure: None is given.}",
    ],
)
def test_different_results(difference: str, judge: Judge) -> None:
    figures = "figures: [{label: odds, measure: odds_ratio, estimate: '1.05'}]"
    if "figures" in difference:
        figures = "period: not_reported"
    item = difference.strip("{}") if "no_figure" in difference else difference
    item = item.replace("[], ", "[]\n    ")
    assert judge(f"statistics:\n  - id: one\n  - {item}\n    {figures}\n") == []


def test_untraced_reading(problems: list[str]) -> None:
    """
    verification:
      level: full_text
      on: 2026-01-15
    """
    assert problems == [
        "2:10: warning: the passage was read in the source itself, but it is not said where [P03]"
    ]


@pytest.mark.parametrize(
    "reading",
    [
        "level: secondary",
        "level: none",
        "level: abstract, note: printed copy",
        "level: full_text, url: https://example.org/report",
    ],
)
def test_traced_reading(reading: str, judge: Judge) -> None:
    assert judge(f"verification: {{{reading}, on: 2026-01-15}}") == []


def test_quotation_without_the_estimate(problems: list[str]) -> None:
    """
    source:
      key: holtlunstad2010
      quote: OR = 11.50 (95% CI 1.42 to 1.59)
    """
    assert problems == [
        "3:10: error: the quotation does not hold the number 1.50 [Q01]"
    ]


@pytest.mark.parametrize(
    ("estimate", "quote"),
    [
        ("1.50", "OR = 1.50 (95% CI 1.42 to 1.59)"),
        ("1.50", "OR = 1.5"),
        ("1.50", "OR 1·50"),
        ("-7.9", "fell by 7.9%"),
        ("308849", "308,849 people"),
        ("308849", "308 849 people"),
        ("9.4", "9.4 million people"),
        ("9400000", "9.4 million people"),
        ("3000", "saved £3k a year"),
        ("3500000", "£3.5m"),
        ("0.35", "r = .35"),
        ("9", "Nine of ten studies"),
        ("2010", "by the year 2010."),
    ],
)
def test_quotation_with_the_estimate(estimate: str, quote: str, judge: Judge) -> None:
    figure = f'{{label: x, measure: mean, estimate: "{estimate}"}}'
    text = f'source: {{key: abel2018, quote: "{quote}"}}\nfigures: [{figure}]'
    assert judge(text) == []


@pytest.mark.parametrize(
    ("estimate", "quote"),
    [
        ("5", "15% of 50 people"),
        ("1.5", "1.55"),
        ("1234", "1,2345"),
        ("4", "99.4"),
        ("3000000", "3 men"),
    ],
)
def test_quotation_with_other_digits(estimate: str, quote: str, judge: Judge) -> None:
    figure = f'{{label: x, measure: mean, estimate: "{estimate}"}}'
    text = f'source: {{key: abel2018, quote: "{quote}"}}\nfigures: [{figure}]'
    assert [line.split()[-1] for line in judge(text)] == ["[Q01]"]


def test_our_own_arithmetic_is_not_quoted(problems: list[str]) -> None:
    """
    source: {key: abel2018, quote: 30 of 40 people}
    figures: [{label: share, measure: percent, estimate: "75", derived: 30 / 40}]
    """
    assert problems == []


def test_superseded_by_nothing(problems: list[str]) -> None:
    """
    status: superseded
    see_also: [{key: wang2023, relation: background}]
    """
    assert problems == ["1:9: info: superseded, but it is not said by what [V01]"]


def test_withdrawn_needs_no_successor(problems: list[str]) -> None:
    """
    status: withdrawn
    """
    assert problems == []
