"""A report that quotes a misuse to correct it is not told that it misuses."""

from collections.abc import Callable

import pytest

from relcase.domain.report import Findings

Judged = Callable[..., list[tuple[str, str]]]
Found = Callable[..., Findings]


def test_what_the_next_sentence_takes_back_is_no_fault(judged: Judged) -> None:
    text = (
        "You may read that friends make you 50% more likely to survive. That is not what "
        "the review says: the odds of being alive were 50% higher (Holt-Lunstad et al., 2010)."
    )
    assert judged(text)[-1] == ("50%", "matches")
    assert "misworded" not in [verdict for _, verdict in judged(text)]


def test_under_a_heading_that_warns_nothing_is_claimed(
    found: Found, judged: Judged
) -> None:
    claims = (
        "- Visits cut reoffending by 39% (May et al., 2008).\n"
        "- Loneliness kills 871,000 people a year (WHO Commission on Social Connection, 2025)."
    )
    assert not found(f"## What not to say\n\n{claims}").faulty
    assert ("39%", "differs") in judged(f"## What we say\n\n{claims}")
    assert ("871,000", "misworded") in judged(f"## What we say\n\n{claims}")


def test_a_popular_version_quoted_as_wrong_is_not_repeated(found: Found) -> None:
    told = "Isolation and loneliness are deadly (Wang et al., 2023)."
    corrected = (
        "“Isolation and loneliness are deadly” goes too far (Wang et al., 2023)."
    )

    assert [one.rule for one in found(told).claims if one.fault] == ["M06"]
    assert not [one for one in found(corrected).claims if one.fault]


@pytest.mark.parametrize(
    "told",
    [
        "It is often said that loneliness raises the risk of early death by 24%; in truth "
        "the figure is 14% (Wang et al., 2023).",
        "You will often read that unplanned admissions in Frome fell by 30% – the published "
        "figure is 14.0% (Abel et al., 2018).",
        "Many still quote a fall of 24% in unplanned admissions in Frome: the peer-reviewed "
        "figure is 14.0% (Abel et al., 2018).",
    ],
)
def test_a_figure_may_be_put_right_in_the_same_sentence(
    found: Found, judged: Judged, told: str
) -> None:
    assert not found(told).faulty
    assert judged(told)[-1][1] == "matches"
    claimed = told.replace("; in truth", "; surely").replace(" – the", " while the")
    assert found(claimed.replace(": the", " although the")).faulty
