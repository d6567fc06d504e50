"""S01 to S14: what an entry must have, and in which form."""

from collections.abc import Callable

import pytest

Judge = Callable[[str], list[str]]
Sources = Callable[[str, str], list[tuple[str, ...]]]


def test_unknown_field(problems: list[str]) -> None:
    """
    stance: supports
    caveat: none
    """
    assert problems == ["2:1: error: there is no field 'caveat' here [S01]"]


def test_unknown_source(problems: list[str], hints: list[str | None]) -> None:
    """
    source: {key: holtlunstad2001, locator: p. 5}
    """
    assert problems == [
        "1:15: error: the bibliography has no source 'holtlunstad2001' [S02]"
    ]
    assert hints == ["Did you mean 'holtlunstad2010'?"]


def test_unknown_sources_in_every_place(
    problems: list[str], hints: list[str | None]
) -> None:
    """
    see_also:
      - {key: wang2023, relation: background}
      - {key: nobody1999, relation: replicates}
    said:
      - source: able2018
        words: half as many
        verbatim: false
        problems: []
        better: fewer
      - {source: null, words: more, verbatim: false, problems: [], better: some}
    """
    assert problems == [
        "3:11: error: the bibliography has no source 'nobody1999' [S02]",
        "5:13: error: the bibliography has no source 'able2018' [S02]",
    ]
    assert hints == [
        "Add it to references.bib, or correct the key.",
        "Did you mean 'abel2018'?",
    ]


def test_other_kinds_cite_too(problems: list[str]) -> None:
    """
    stories:
      - headline: A street that looked after itself
        source: {key: nobody1999}
    """
    assert problems == [
        "3:19: error: the bibliography has no source 'nobody1999' [S02]"
    ]


def test_empty_values(problems: list[str]) -> None:
    """
    population: ""
    sectors: []
    period: " "
    """
    assert problems == [
        "2:10: error: 'sectors' is empty [S03]",
        "1:13: error: 'population' is empty [S03]",
        "3:9: error: 'period' is empty [S03]",
    ]


def test_empty_text_of_a_story(problems: list[str]) -> None:
    """
    stories:
      - text: ""
    """
    assert problems == ["2:11: error: 'text' is empty [S03]"]


def test_impossible_choice(problems: list[str]) -> None:
    """
    stance: support
    """
    assert problems == [
        "1:9: error: 'support' is not one of the values of 'stance' [S03]"
    ]


def test_no_figure_without_a_reason(problems: list[str]) -> None:
    """
    outcome: trust
    figures: []
    """
    assert problems == ["2:10: error: there is no figure and no reason for it [S04]"]


def test_reason_beside_a_figure(problems: list[str]) -> None:
    """
    no_figure: The report counts nothing.
    """
    assert problems == [
        "1:12: error: 'no_figure' gives a reason for having no figure, but there are figures [S04]"
    ]


def test_numbers_not_as_printed(problems: list[str]) -> None:
    """
    figures:
      - label: admissions
        measure: rate
        estimate: "1,234"
        low: "about 5"
        high: "20%"
        level: 95 %
        p: ≤0.05
        reference_value: "£30"
        denominator: 100,000
        baseline: {risk: "30%"}
    """
    assert problems == [
        "4:15: error: '1,234' is not a plain number [S05]",
        "5:10: error: 'about 5' is not a plain number [S05]",
        "6:11: error: '20%' is not a plain number [S05]",
        "7:12: error: '95 %' is not a plain number [S05]",
        "9:22: error: '£30' is not a plain number [S05]",
        "10:18: error: '100,000' is not a plain number [S05]",
        "8:8: error: '≤0.05' is not a plain number [S05]",
        "11:22: error: '30%' is not a plain number [S05]",
    ]


@pytest.mark.parametrize(
    ("printed", "hint"),
    [
        ("1,234,567", 'Write "1234567"; `measure` and `unit` say what it counts.'),
        ("12 300", 'Write "12300"; `measure` and `unit` say what it counts.'),
        ("£3.50", 'Write "3.50"; `measure` and `unit` say what it counts.'),
        ("\N{MINUS SIGN}14%", 'Write "-14"; `measure` and `unit` say what it counts.'),
        ("1·50", 'Write "1.50"; `measure` and `unit` say what it counts.'),
        ("1,50", "Write one number"),
        ("10-20", "Write one number"),
        ("1e5", "Write one number"),
        ("nan", "Write one number"),
        ("1_000", "Write one number"),
        ("\N{ARABIC-INDIC DIGIT FIVE}", "Write one number"),
        ("", "Write one number"),
    ],
)
def test_cure_for_a_number(
    printed: str, hint: str, located: Callable[[str], list[object]]
) -> None:
    text = f'figures: [{{label: x, measure: mean, estimate: "{printed}"}}]'
    (problem,) = located(text)
    assert hint in str(problem)
    assert "S05" in str(problem)


@pytest.mark.parametrize("printed", ["0", "-14", "1.50", ".35", "-.35", "308849"])
def test_numbers_as_printed(printed: str, judge: Judge) -> None:
    text = f'figures: [{{label: x, measure: mean, estimate: "{printed}", p: "<.05"}}]'
    assert judge(text) == []


def test_bare_number(problems: list[str]) -> None:
    """
    figures: [{label: x, measure: mean, estimate: 1.50}]
    """
    assert problems == ["1:47: error: 'estimate' is a bare number [S05]"]


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("Trust_2024", "Write 'trust-2024'."),
        ("trust--2024", "Write 'trust-2024'."),
        ("trust-", "Write 'trust'."),
        ("a/../b", "Write 'a-b'."),
        ("жжж", "Write a few plain words with hyphens."),
    ],
)
def test_ill_formed_id(
    given: str, hint: str, located: Callable[[str], list[object]]
) -> None:
    (problem,) = located(f"id: {given}")
    assert f"the id '{given}' is not" in str(problem)
    assert hint in str(problem)


def test_unused_source(of_sources: Sources) -> None:
    """A source counts as used wherever an entry names it."""
    text = """
source: {key: a2001}
see_also: [{key: b2002, relation: background}]
said: [{source: c2003, words: x, verbatim: false, problems: [], better: y}]
figures:
  - {label: x, measure: odds_ratio, estimate: "2", baseline: {risk: "0.2", source: d2004}}
"""
    keys = ["a2001", "b2002", "c2003", "d2004", "e2005"]
    bibliography = "".join(
        f"@misc{{{key}, title = {{T}}, year = {{{key[1:]}}}}}\n" for key in keys
    )
    assert of_sources(text, bibliography) == [
        ("e2005", "warning", "S07", "nothing cites the source 'e2005'")
    ]


def test_id_given_twice(problems: list[str]) -> None:
    """
    stories:
      - id: one
      - id: two
    statistics:
      - headline: A number that is here twice.
        id: two
    """
    assert problems == [
        "6:9: error: the id 'two' is taken by number 2 of 'stories' [S08]"
    ]


def test_too_many_words(problems: list[str], hints: list[str | None]) -> None:
    """
    headline: >-
      a b c d e f g h i j - k l m n o p q r s t u.
    caveats:
      - 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26
      - 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27
    source:
      key: abel2018
      quote: 1.50 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26
    said:
      - source: null
        words: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27
        verbatim: false
        problems: []
        better: fewer
    """
    assert problems == [
        "1:11: error: 'headline' has 21 words, at most 20 are allowed [S09]",
        "4:5: error: the first caveat has 26 words, at most 25 are allowed [S09]",
        "8:10: error: 'quote' has 26 words, at most 25 are allowed [S09]",
        "11:12: error: 'words' has 27 words, at most 25 are allowed [S09]",
    ]
    assert hints[0] == "Shorten it by 1 word."
    assert hints[3] == "Shorten it by 2 words."


def test_words_within_their_limits(problems: list[str]) -> None:
    """
    headline: a b c d e - f g h i j k l m n o p q r s t.
    """
    assert problems == []


def test_too_long_a_quote(problems: list[str]) -> None:
    """
    quotes:
      - text: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26
    """
    assert problems == [
        "2:11: error: 'text' has 26 words, at most 25 are allowed [S09]"
    ]


@pytest.mark.parametrize(
    "end", [".", "?", '."', ".)", ".\N{RIGHT DOUBLE QUOTATION MARK}"]
)
def test_headline_is_a_sentence(end: str, judge: Judge) -> None:
    assert judge(f"headline: 'Trust rose{end}'") == []


def test_headline_is_no_sentence(problems: list[str]) -> None:
    """
    headline: Loneliness and health
    """
    assert problems == ["1:11: error: the headline does not end as a sentence [S09]"]


def test_only_statistics_need_a_sentence(problems: list[str]) -> None:
    """
    definitions:
      - headline: Relationship
        term: relationship
    """
    assert problems == []


def test_unknown_sectors(problems: list[str], hints: list[str | None]) -> None:
    """
    sectors: [health, nhs, houses, arts, any]
    """
    assert problems == [
        "1:19: error: there is no sector 'nhs' [S10]",
        "1:24: error: there is no sector 'houses' [S10]",
        "1:32: error: there is no sector 'arts' [S10]",
    ]
    assert hints == [
        "'nhs' is another name of 'health': write 'health'.",
        "Did you mean 'housing'?",
        "The sectors are: health, housing, any.",
    ]


def test_unknown_outcomes(problems: list[str], hints: list[str | None]) -> None:
    """
    outcomes:
      - mortality
      - lonelyness
      - crime
    """
    assert problems == [
        "3:5: error: there is no outcome tag 'lonelyness' [S11]",
        "4:5: error: there is no outcome tag 'crime' [S11]",
    ]
    assert hints == [
        "Did you mean 'loneliness'?",
        "The tags are: mortality, loneliness.",
    ]


def test_direction_only(problems: list[str]) -> None:
    """
    figures:
      - {label: x, measure: mean, estimate: null, direction: higher}
      - {label: x, measure: mean, estimate: null}
      - {label: x, measure: mean, estimate: "5", direction: higher}
    """
    assert problems == [
        "3:5: error: the figure has neither an estimate nor a direction [S12]",
        "4:57: error: the figure has the estimate 5 and a direction too [S12]",
    ]


@pytest.mark.parametrize("caveats", ["[]", '[""]'])
def test_no_caveat(caveats: str, judge: Judge) -> None:
    assert judge(f"caveats: {caveats}") == [
        "1:10: error: the statistic has no caveat [S13]"
    ]


def test_other_kinds_need_no_caveat(problems: list[str]) -> None:
    """
    stories:
      - caveats: []
    """
    assert problems == []


def test_country_codes(problems: list[str], hints: list[str | None]) -> None:
    """
    stories:
      - countries: [GB, NO, UK, England, us, GBR]
    """
    assert problems == [
        "2:25: error: 'UK' is not an ISO country code [S14]",
        "2:29: error: 'England' is not an ISO country code [S14]",
        "2:38: error: 'us' is not an ISO country code [S14]",
        "2:42: error: 'GBR' is not an ISO country code [S14]",
    ]
    assert hints == [
        "Write GB; the nation goes into `place`.",
        "Write GB; the nation goes into `place`.",
        "Write US.",
        "Use the two capital letters of ISO 3166, such as GB, US or NL.",
    ]
