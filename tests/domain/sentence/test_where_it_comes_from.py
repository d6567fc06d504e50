"""Where a sentence says that its number comes from: place, one place, studies, people."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.domain.evidence import Figure, Sample

Told = Callable[..., str]
ODDS = (
    "dults with company had 1.50 times the odds of sleeping well compared with adults"
    " living alone."
)
STUDY = "In a study that followed people over time"


@pytest.mark.parametrize(
    ("place", "before"),
    [
        ("Leeds", "In Leeds, a"),
        ("Wigan, England", "In Wigan, England, a"),
        ("England and Wales", "In England and Wales, a"),
        ("Boston, New York and Dallas", "In Boston, New York and Dallas, a"),
        ("Stoke-on-Trent", "In Stoke-on-Trent, a"),
        ("St. John's", "In St. John's, a"),
        ("United Kingdom", "In the United Kingdom, a"),
        ("USA", "In the USA, a"),
        ("Netherlands", "In the Netherlands, a"),
        ("Ukraine", "In Ukraine, a"),
        (None, "A"),
        ("England (18 partnerships)", "A"),
        ("12 local authorities in England", "A"),
        ("south-east England", "A"),
        ("Artlift programme; area not stated", "A"),
    ],
)
def test_a_short_sentence_begins_with_the_place_if_it_is_a_name(
    found: Told, place: str | None, before: str
) -> None:
    assert found({}, place=place) == f"{before}{ODDS}"


def test_a_place_is_not_said_twice(found: Told) -> None:
    said = found({"group": "adults in Leeds"}, place="Leeds, England")
    assert said.startswith("Adults in Leeds had 1.50 times")


def test_a_long_sentence_has_the_place_in_brackets(long: Told) -> None:
    around = f"{STUDY} (500 people; Leeds; follow-up: two years), adults"
    assert long(place="Leeds").startswith(around)


def test_a_headline_says_the_place_itself_if_it_likes(short: Told) -> None:
    said = short(figures=(), claim_type="description", place="Leeds")
    assert said == "Company went with sleep."


FELL = {"measure": "percent_change", "estimate": "-14", "outcome": "visits"}
ONE_PLACE = "One place reports that visits fell by 14% for adults with company."


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"design": "case_study", "place": "Leeds"}, ONE_PLACE),
        ({"design": "case_study"}, ONE_PLACE),
        ({"design": "before_after", "place": "Leeds"}, ONE_PLACE),
        ({"design": "controlled_before_after", "place": "a town"}, ONE_PLACE),
        ({"design": "before_after"}, "Visits fell by 14% for adults with company."),
        (
            {"design": "before_after", "place": "12 towns in England"},
            "Visits fell by 14% for adults with company.",
        ),
        (
            {"design": "before_after", "place": "seven European countries"},
            "Visits fell by 14% for adults with company.",
        ),
        (
            {"design": "its", "place": "Leeds"},
            "In Leeds, visits fell by 14% for adults with company.",
        ),
        (
            {"design": "case_study", "claim_type": "description", "place": "Leeds"},
            ONE_PLACE,
        ),
    ],
)
def test_what_a_place_tells_of_itself(
    short: Told, more: dict[str, Any], expected: str
) -> None:
    effect = {"claim_type": "effect", "comparator": "before", "figure": FELL}
    assert short(**effect | more) == expected


@pytest.mark.parametrize(
    "group", ["carers who shared the watch", "veterans", "trustees"]
)
def test_those_who_do_something_are_people(found: Told, group: str) -> None:
    share = {"measure": "percent", "estimate": "8", "group": group}
    assert found(share) == f"Among {group}, 8% slept well."


def test_a_treatment_is_not_people(found: Told) -> None:
    share = {
        "measure": "percent",
        "estimate": "8",
        "group": "letters and usual services",
    }
    assert found(share) == "With letters and usual services, 8% slept well."


def test_a_case_study_is_not_compared_with_its_reference_value(found: Told) -> None:
    share = {"measure": "percent", "estimate": "8", "reference_value": "50"}
    assert "compared with 50%" in found(share)
    assert found(share, design="case_study") == (
        "One place reports that among adults with company, 8% slept well."
    )


SHARE = {"measure": "percent", "estimate": "60"}


@pytest.mark.parametrize(
    ("more", "size"),
    [
        ({}, "500 people"),
        ({"sample": Sample(participants=5000, studies=12)}, "12 studies; 5,000 people"),
        ({"sample": Sample(participants=5000, studies=1)}, "5,000 people"),
        ({"figure": {"participants": 320}}, "320 people"),
        ({"figure": {"studies": 4}, "sample": Sample(participants=900)}, "4 studies"),
        (
            {
                "figure": {"studies": 4, "participants": 320},
                "sample": Sample(participants=900, studies=12),
            },
            "4 studies; 320 people",
        ),
        ({"figure": SHARE}, None),
        ({"figure": SHARE | {"denominator": "1200"}}, "1,200 people"),
        ({"figure": SHARE | {"denominator": "about half"}}, None),
        (
            {
                "figure": SHARE
                | {"denominator": "1200", "reference_value": "40"}
                | {"reference_denominator": "800"}
            },
            "2,000 people",
        ),
        (
            {"figure": SHARE | {"denominator": "1200", "reference_value": "40"}},
            None,
        ),
        (
            {
                "figure": {
                    **{"measure": "vote_count", "estimate": "8", "denominator": "10"},
                    "label": "studies finding less pain",
                },
                "sample": Sample(participants=900, studies=12),
            },
            "900 people",
        ),
        ({"sample": None}, None),
    ],
)
def test_studies_and_people_are_those_of_the_figure(
    long: Told, more: dict[str, Any], size: str | None
) -> None:
    """What the figure does not say is taken from the sample, but not for a share."""
    said = long(follow_up="not_reported", **more)
    assert said.startswith(f"{STUDY} ({size}), " if size else f"{STUDY}, ")


@pytest.mark.parametrize("claim_type", ["effect", "association"])
@pytest.mark.parametrize(
    ("stance", "expected"),
    [
        ("supports", None),
        ("mixed", "Other results of the study differ. "),
        ("against", "Other results of the study speak against it. "),
    ],
)
def test_a_lead_that_is_not_the_whole_story(
    short: Told, claim_type: str, stance: str, expected: str | None
) -> None:
    said = short("low", claim_type=claim_type, stance=stance)
    plain = short("low", claim_type=claim_type)
    assert plain.startswith(f"A{ODDS}")
    concludes = plain.removeprefix(f"A{ODDS} ")
    assert said == f"A{ODDS} {expected or ''}{concludes}"


def test_a_headline_of_mixed_findings_tells_of_both_itself(short: Told) -> None:
    said = short("low", claim_type="effect", stance="mixed", figures=())
    assert said == "Company went with sleep. Certainty: low."


def test_against_with_an_unclear_lead(short: Told) -> None:
    unclear = {"low": "0.90", "high": "1.80"}
    said = short("low", figure=unclear, stance="against")
    assert said.endswith(
        "and adults living alone. Other results of the study speak against it."
        " Certainty: low."
    )


def test_what_showed_nothing_is_named_before_that_others_differ(short: Told) -> None:
    share = Figure(label="x", measure="percent", estimate="60", group="adults")
    families = Figure(
        label="x",
        measure="other",
        estimate=None,
        direction="none",
        outcome="what families got",
    )
    said = short("low", figures=(share, families), stance="mixed")
    assert said == (
        "Among adults, 60% slept well. There was no clear difference in what families"
        " got. Certainty: low."
    )
