"""What a rating cannot pass: what is known of a study, and how far we read it.

A cap never raises. Where the source is a review with a judgement of its own, that
judgement has weighed its studies; only how far *we* read it still limits the rating.
"""

from collections.abc import Iterator

from relcase.domain.certainty.precision import null_of_unknown_size
from relcase.domain.certainty.rating import Move, Standing
from relcase.domain.certainty.start import POOLED, SYNTHESES, own_judgement
from relcase.domain.evidence import Statistic
from relcase.domain.vocabulary import Design, Verified

_MODERATE, _LOW, _VERY_LOW = 2, 1, 0

NEWS = frozenset(("article-newspaper", "article-magazine", "broadcast", "interview"))
WEB = frozenset(("webpage", "post", "post-weblog", "motion_picture", "speech"))

_COUNTED: frozenset[Design] = frozenset(("survey_probability", "admin_data"))

_SINGLE = Move(
    _MODERATE,
    "No higher than moderate: a single study that nobody is recorded to have repeated.",
    "Another study, by others, that finds the same.",
)
_BIAS = Move(
    _MODERATE,
    "No higher than moderate: the risk of bias was not assessed, or not read.",
    "An assessment of the risk of bias.",
)
_SPREAD = Move(
    _MODERATE,
    "No higher than moderate: how much the pooled studies disagree was not read.",
    "The I² or prediction interval of the pooled result, from the full text.",
)
_NO_SCALE = Move(
    _MODERATE,
    "No higher than moderate: no clear difference was found, and nothing says what a "
    "small difference is on this scale.",
    "The standard deviation of the outcome, by which a small difference can be told.",
)
_READ: dict[Verified, Move] = {
    "abstract": Move(
        _MODERATE,
        "No higher than moderate: only the abstract or summary was read.",
        "Reading the passage in the source itself.",
    ),
    "secondary": Move(
        _LOW,
        "No higher than low: read through another source only.",
        "Reading the source itself.",
    ),
    "none": Move(
        _VERY_LOW,
        "No higher than very low: the source was not checked.",
        "Reading the source itself.",
    ),
}
_REPORTED = "No higher than very low: {} is the only source."
_NEWS = Move(
    _VERY_LOW, _REPORTED.format("a news report"), "The study behind the report."
)
_WEB = Move(_VERY_LOW, _REPORTED.format("a web page"), "The study behind the page.")


def caps(statistic: Statistic, standing: Standing) -> Iterator[Move]:
    """Every limit on the rating, the level to stop at in ``by``; biting or not."""
    if own_judgement(statistic) is None:
        if single(statistic):
            yield _SINGLE
        if statistic.claim_type == "effect" and not _bias_assessed(statistic):
            yield _BIAS
        if statistic.design in POOLED and not _spread_read(statistic):
            yield _SPREAD
        if null_of_unknown_size(statistic):
            yield _NO_SCALE
    if statistic.verification.level in _READ:
        yield _READ[statistic.verification.level]
    if standing.source_type in NEWS:
        yield _NEWS
    elif standing.source_type in WEB and not _own_publication(statistic):
        yield _WEB


def single(statistic: Statistic) -> bool:
    """Whether an effect or a link rests on one study without a replication.

    To count people once is enough for a description, so the question is not asked there.
    """
    if statistic.claim_type not in ("effect", "association"):
        return False
    own = statistic.source.key
    if any(
        other.relation == "replicates" and other.key != own
        for other in statistic.see_also
    ):
        return False
    studies = statistic.sample.studies if statistic.sample else None
    if studies is None:
        return statistic.design not in SYNTHESES
    return studies < 2


def _bias_assessed(statistic: Statistic) -> bool:
    return statistic.risk_of_bias not in (None, "not_assessed")


def _spread_read(statistic: Statistic) -> bool:
    return (
        statistic.i2 is not None
        or statistic.prediction_interval is not None
        or statistic.heterogeneity is not None
    )


def _own_publication(statistic: Statistic) -> bool:
    """Whether a web page is where those who made the study publish it.

    So for the page of an independent evaluator, and for counts that a statistical office
    puts on its site, read there.
    """
    if statistic.evaluator == "independent":
        return True
    read = statistic.verification.level in ("full_text", "abstract")
    return (
        read and statistic.claim_type == "description" and statistic.design in _COUNTED
    )
