"""How near a statistic is to somebody's own case, and why."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relcase.domain.evidence import Comparator, Source, Statistic, Verification
from relcase.domain.fit import Context, fit

STATISTIC = Statistic(
    id="visits",
    headline="x",
    sectors=("health", "social-care"),
    source=Source(key="smith2020"),
    verification=Verification(level="full_text", on="2026-01-01"),
    claim="x",
    claim_type="association",
    stance="supports",
    use="support",
    outcome="x",
    outcomes=(),
    comparator=Comparator(text="x", kind="other_group", geography="x"),
    population="Lonely older adults at home.",
    place="Leeds",
    countries=("GB",),
    period="2009 to 2014",
    follow_up="not_reported",
    design="cohort_adjusted",
    figures=(),
)
BRITISH = {"GB": "United Kingdom"}
DANISH = {"DK": "Denmark"}
CARE = {"social-care": "social care"}
HOUSING = {"housing": "housing"}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"countries": BRITISH}, ("close", "Country: United Kingdom.")),
        (
            {"countries": DANISH},
            ("distant", "Country: not Denmark, but Leeds, GB."),
        ),
        ({"countries": DANISH | BRITISH}, ("close", None)),
        ({"sectors": CARE}, ("close", "It is about social care.")),
        (
            {"sectors": HOUSING},
            ("distant", "It is not about housing, but about health, social care."),
        ),
        ({"people": ("older adult",)}, ("close", None)),
        (
            {"people": ("refugees",)},
            (
                "partial",
                "Whether ‘refugees’ fits is for you to judge; studied: Lonely older"
                " adults at home.",
            ),
        ),
        ({"people": ("!!",)}, ("partial", None)),
        (
            {"decade": 2010},
            ("close", "Time: the data are from 2009 to 2014."),
        ),
        ({"decade": 2000}, ("close", "Time: the data are from 2009 to 2014.")),
        (
            {"decade": 2020},
            ("partial", "Time: the data are from 2009 to 2014, near the 2020s."),
        ),
        (
            {"decade": 1990},
            ("partial", "Time: the data are from 2009 to 2014, near the 1990s."),
        ),
        (
            {"decade": 2030},
            ("distant", "Time: the data are from 2009 to 2014, far from the 2030s."),
        ),
        (
            {"decade": 1980},
            ("distant", "Time: the data are from 2009 to 2014, far from the 1980s."),
        ),
    ],
)
def test_one_thing_compared(
    asked: dict[str, Any], expected: tuple[str, str | None]
) -> None:
    word, reason = expected
    found = fit(STATISTIC, Context(**asked))

    assert found.word == word
    assert len(found.reasons) == 1
    assert reason is None or found.reasons == (reason,)


@pytest.mark.parametrize(
    ("more", "asked", "reason"),
    [
        (
            {"countries": ()},
            {"countries": BRITISH},
            "Country: several, or none named; United Kingdom may be among them.",
        ),
        (
            {"place": None, "countries": ("NO", "SE")},
            {"countries": BRITISH},
            "Country: not United Kingdom, but NO, SE.",
        ),
        (
            {"sectors": ("any",)},
            {"sectors": HOUSING},
            "It is general, and not about housing in particular.",
        ),
        (
            {"period": "not_reported"},
            {"decade": 2020},
            "Time: when the data are from is not stated.",
        ),
    ],
)
def test_what_the_record_leaves_open(
    more: dict[str, Any], asked: dict[str, Any], reason: str
) -> None:
    assert fit(replace(STATISTIC, **more), Context(**asked)).reasons == (reason,)


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ({"countries": BRITISH, "sectors": CARE, "decade": 2010}, "close"),
        ({"countries": BRITISH, "sectors": CARE, "decade": 2020}, "partial"),
        ({"countries": BRITISH, "sectors": CARE, "decade": 2030}, "partial"),
        ({"countries": DANISH, "sectors": CARE, "decade": 2010}, "partial"),
        ({"countries": DANISH, "sectors": CARE}, "partial"),
        ({"countries": DANISH, "people": ("refugees",)}, "distant"),
        ({"countries": DANISH, "sectors": HOUSING, "decade": 2010}, "distant"),
    ],
)
def test_several_things_compared(asked: dict[str, Any], word: str) -> None:
    """Close when all match, distant when two do not or nothing does."""
    assert fit(STATISTIC, Context(**asked)).word == word


SCOTTISH = {"GB-SCT": "Scotland"}


@pytest.mark.parametrize(
    ("place", "asked", "word", "reason"),
    [
        ("Glasgow, Scotland", SCOTTISH, "close", "Country: Scotland."),
        (
            "Leeds",
            SCOTTISH,
            "partial",
            "Country: whether Scotland is not told apart: Leeds, GB.",
        ),
        (None, SCOTTISH, "partial", None),
        ("England", SCOTTISH, "distant", "Country: not Scotland, but England, GB."),
        ("England and Wales", {"GB-WLS": "Wales"}, "close", "Country: Wales."),
        ("England", SCOTTISH | BRITISH, "close", None),
        ("England", SCOTTISH | DANISH, "distant", None),
        (
            "Leeds",
            SCOTTISH | DANISH,
            "partial",
            "Country: whether Scotland or Denmark is not told apart: Leeds, GB.",
        ),
    ],
)
def test_nations_are_told_apart_by_name(
    place: str | None, asked: dict[str, str], word: str, reason: str | None
) -> None:
    found = fit(replace(STATISTIC, place=place), Context(countries=asked))
    assert found.word == word
    assert reason is None or found.reasons == (reason,)


@pytest.mark.parametrize(
    ("population", "asked", "word"),
    [
        ("Residents of care homes", "older people", "close"),
        ("Adults aged 65 and over", "elderly", "close"),
        ("Couples aged 70", "pensioners", "close"),
        ("Adults aged 50 to 90", "older people", "close"),
        ("People with dementia", "old people", "close"),
        ("Children aged 10 to 15", "older people", "distant"),
        ("Pupils over 5", "older people", "distant"),
        ("Adults with a mean age of 64, aged 55 to 90", "children", "distant"),
        ("Residents of care homes", "people", "partial"),
        ("Residents of care homes", "older prisoners", "partial"),
    ],
)
def test_older_people_are_known_by_how_they_are_described(
    population: str, asked: str, word: str
) -> None:
    statistic = replace(STATISTIC, population=population)
    assert fit(statistic, Context(people=(asked,))).word == word


@pytest.mark.parametrize(
    ("period", "word", "reason"),
    [
        (
            "published 2015",
            "partial",
            "Time: the data are not dated, and none are later than 2015.",
        ),
        (
            "median of 10 years (published online December 1997)",
            "distant",
            "Time: the data are not dated, and none are later than 1997.",
        ),
        (
            "Studies up to 2016",
            "partial",
            "Time: the data are not dated, and none are later than 2016.",
        ),
        (
            "to August 2017",
            "partial",
            "Time: the data are not dated, and none are later than 2017.",
        ),
        (
            "1972 study; article published 15 April 2014",
            "distant",
            "Time: the data are from 1972, far from the 2010s.",
        ),
        (
            "2004-05 to 2008; report published 2012",
            "partial",
            "Time: the data are from 2004 to 2008, near the 2010s.",
        ),
        ("2018", "close", "Time: the data are from 2018."),
        (
            "spring 2020",
            "partial",
            "Time: the data are from 2020, near the 2010s.",
        ),
    ],
)
def test_when_something_was_published_does_not_date_the_data(
    period: str, word: str, reason: str
) -> None:
    found = fit(replace(STATISTIC, period=period), Context(decade=2010))
    assert (found.word, found.reasons) == (word, (reason,))


NEARNESS = ("close", "partial", "distant")
CASES = st.fixed_dictionaries(
    {},
    optional={
        "countries": st.sampled_from([BRITISH, DANISH, SCOTTISH]),
        "sectors": st.sampled_from([CARE, HOUSING]),
        "people": st.sampled_from([("older adult",), ("refugees",)]),
        "decade": st.sampled_from(range(1960, 2060, 10)),
    },
)
MISMATCHES: list[tuple[str, Any]] = [
    ("countries", DANISH),
    ("sectors", HOUSING),
    ("decade", 1960),
]


@given(CASES, st.sampled_from(MISMATCHES))
def test_one_mismatch_more_never_brings_it_nearer(
    case: dict[str, Any], mismatch: tuple[str, Any]
) -> None:
    name, value = mismatch
    without = {key: one for key, one in case.items() if key != name}
    before = fit(STATISTIC, Context(**without)).word
    after = fit(STATISTIC, Context(**without | {name: value})).word
    assert NEARNESS.index(after) >= NEARNESS.index(before)
    if name in case:
        other = fit(STATISTIC, Context(**case)).word
        assert NEARNESS.index(after) >= NEARNESS.index(other)
