"""What our own store says of its figures breaks no rule of wording."""

from relcase.domain.evidence import Statistic
from relcase.domain.wording.rules import problems


def test_every_headline_claim_and_better_version(
    statistics: dict[str, Statistic],
) -> None:
    found = [
        (statistic.id, one.rule, sentence[one.start : one.end])
        for statistic in statistics.values()
        for sentence in (
            statistic.headline,
            statistic.claim,
            *(said.better for said in statistic.said),
        )
        for one in problems(sentence, statistic)
    ]

    assert found == []
