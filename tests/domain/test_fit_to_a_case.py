"""How near a statistic is to somebody's own case, and why."""

from dataclasses import replace
from typing import Any

import pytest

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
            ("distant", "Country: not Denmark; the data are from elsewhere (Leeds)."),
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
            ("close", "The data reach into the 2010s or later (2014)."),
        ),
        (
            {"decade": 2020},
            ("partial", "The data end in 2014, in the decade before the 2020s."),
        ),
        (
            {"decade": 2030},
            ("distant", "The data end in 2014, long before the 2030s."),
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
            "Country: not United Kingdom; the data are from elsewhere (NO, SE).",
        ),
        (
            {"sectors": ("any",)},
            {"sectors": HOUSING},
            "It is general, and not about housing in particular.",
        ),
        (
            {"period": "not_reported"},
            {"decade": 2020},
            "When the data are from is not stated.",
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
        ({"countries": DANISH, "sectors": CARE, "decade": 2010}, "partial"),
        ({"countries": DANISH, "sectors": CARE}, "distant"),
        ({"countries": DANISH, "sectors": HOUSING, "decade": 2010}, "distant"),
    ],
)
def test_several_things_compared(asked: dict[str, Any], word: str) -> None:
    """Close when all match, distant when half or more do not."""
    assert fit(STATISTIC, Context(**asked)).word == word
