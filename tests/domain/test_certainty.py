"""How sure the evidence makes us: the examples the method was made on, then each step."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relcase.domain.certainty import rate
from relcase.domain.certainty.crosswalk import licence
from relcase.domain.certainty.holdings import Holdings
from relcase.domain.certainty.rating import LEVELS, Contrary, Rating, Standing
from relcase.domain.certainty.start import START, SYNTHESES
from relcase.domain.evidence import (
    Baseline,
    CertaintyOverride,
    Comparator,
    Figure,
    Interval,
    Sample,
    SeeAlso,
    Source,
    Statistic,
    Verification,
)
from relcase.domain.reference import Reference
from relcase.domain.vocabulary import (
    VERIFIED,
    Certainty,
    ClaimType,
    Design,
    Measure,
    Relation,
    Verified,
)

RANK = ("not_rated", *LEVELS)
JOURNAL = Standing("article-journal")


def figure(measure: Measure, estimate: str | None, *ends: str, **more: Any) -> Figure:
    low, high = ends or (None, None)
    return Figure(
        label="x", measure=measure, estimate=estimate, low=low, high=high, **more
    )


def statistic(**fields: Any) -> Statistic:
    """Trials that pool well, read in full: nothing to object to."""
    usual: dict[str, Any] = {
        "id": "example",
        "headline": "x",
        "sectors": (),
        "source": Source(key="smith2020"),
        "verification": Verification(level="full_text", on="2026-01-01"),
        "claim": "x",
        "claim_type": "effect",
        "stance": "supports",
        "use": "support",
        "outcome": "x",
        "outcomes": (),
        "comparator": Comparator(text="x", kind="usual_care", geography="x"),
        "population": "x",
        "countries": ("GB",),
        "period": "x",
        "follow_up": "x",
        "design": "meta_rct",
        "sample": Sample(studies=6),
        "figures": (figure("relative_risk", "0.80", "0.70", "0.90"),),
        "i2": "20",
        "risk_of_bias": "low",
    }
    return Statistic(**(usual | fields))


def read(level: Verified) -> Verification:
    return Verification(level=level, on="2026-01-01")


def cohort(**fields: Any) -> Statistic:
    """One cohort that shows two things going together."""
    usual: dict[str, Any] = {
        "claim_type": "association",
        "design": "cohort_adjusted",
        "sample": Sample(studies=1),
        "i2": None,
        "risk_of_bias": None,
    }
    return statistic(**(usual | fields))


REPLICATED = (SeeAlso(key="jones2022", relation="replicates"),)


# The examples that the method was tried on


def ties_and_survival(claim: ClaimType) -> Rating:
    """148 cohorts, odds ratio 1.50 (1.42 to 1.59), I² 81%."""
    return rate(
        statistic(
            claim_type=claim,
            design="meta_cohort",
            sample=Sample(participants=308849, studies=148),
            figures=(figure("odds_ratio", "1.50", "1.42", "1.59"),),
            i2="81",
        ),
        JOURNAL,
    )


def test_ties_go_with_survival() -> None:
    assert ties_and_survival("association") == (
        "moderate",
        (
            (
                "start",
                None,
                "high",
                "Starts high: meta-analysis of cohort studies, claimed as two things "
                "that go together.",
                None,
            ),
            (
                "down",
                "high",
                "moderate",
                "One down: the pooled studies disagree (I² 81%).",
                "Knowing what makes the studies differ.",
            ),
        ),
        (
            "Moderate",
            None,
            None,
            "A",
            "were more likely to, is associated with, go together",
        ),
    )


def test_the_same_number_as_an_effect_is_very_low() -> None:
    rating = ties_and_survival("effect")

    assert rating.word == "very_low"
    assert rating.reasons == (
        "Starts low: meta-analysis of cohort studies, claimed as an effect.",
        "One down: the pooled studies disagree (I² 81%).",
    )


def breast_cancer(*hazard: str) -> Rating:
    """One cohort of nurses, contradicted by another cohort."""
    women = cohort(figures=(figure("hazard_ratio", *hazard),))
    beasley = Contrary("beasley2010", ("cohort_adjusted",), "Beasley et al., 2010,")
    return rate(women, Standing("article-journal", (beasley,)))


def test_women_without_friends_low() -> None:
    rating = breast_cancer("4.06", "1.40", "11.75")

    assert rating.word == "low"
    assert rating.reasons[1:] == (
        "One down: the interval (1.40 to 11.75) is wide, its upper end 8.4 times the "
        "lower.",
        "One down: Beasley et al., 2010, found otherwise, by a design as good.",
    )


def test_isolated_women_moderate() -> None:
    rating = breast_cancer("1.66", "1.04", "2.65")

    assert rating.word == "moderate"
    assert rating.reasons[1:] == (
        "One down: Beasley et al., 2010, found otherwise, by a design as good.",
        "No higher than moderate: a single study that nobody is recorded to have "
        "repeated.",
    )


def test_frome_very_low() -> None:
    """One town against the rest of its county, told by people of the practice."""
    rating = rate(
        statistic(
            design="controlled_before_after",
            sample=Sample(studies=1),
            figures=(figure("percent_change", "-14.0"),),
            evaluator="deliverer",
            peer_reviewed=False,
            i2=None,
            risk_of_bias=None,
        ),
        JOURNAL,
    )

    assert rating.word == "very_low"
    assert "before and after, with a comparison" in rating.reasons[0]
    assert any("those who made or deliver it" in one for one in rating.reasons)
    assert rating.crosswalk == (
        "Very low",
        2,
        2,
        "X",
        "one place reports; we do not know whether",
    )


def test_great_yarmouth_very_low() -> None:
    rating = rate(
        statistic(
            design="before_after",
            sample=Sample(studies=1),
            figures=(figure("percent_change", "-95"),),
            i2=None,
            risk_of_bias=None,
        ),
        Standing("article-newspaper"),
    )

    assert rating.word == "very_low"
    assert rating.reasons == (
        "Starts very low: before and after, no comparison, claimed as an effect.",
        "One down: the source gives no interval, standard error or p-value for it.",
        "No higher than very low: a news report is the only source.",
    )


def test_a_count_of_cross_sectional_studies_very_low() -> None:
    rating = rate(
        statistic(
            claim_type="association",
            design="review_cross_sectional",
            stance="mixed",
            sample=Sample(studies=10, studies_positive=8),
            figures=(figure("vote_count", "8", denominator="10"),),
            i2=None,
            risk_of_bias=None,
        ),
        JOURNAL,
    )

    assert rating.word == "very_low"
    assert len(rating.reasons) == 2


def test_six_good_trials_high() -> None:
    rating = rate(statistic(), JOURNAL)

    assert (rating.word, rating.would_raise) == ("high", ())
    assert rating.crosswalk == ("High", 5, 4, "C3", "reduces, increases, improves")


def test_one_trial_whose_interval_includes_no_effect_moderate() -> None:
    rating = rate(
        statistic(
            design="rct",
            sample=Sample(studies=1),
            figures=(figure("relative_risk", "0.80", "0.60", "1.05"),),
            i2=None,
        ),
        JOURNAL,
    )

    assert rating.word == "moderate"
    assert (
        rating.reasons[1]
        == "One down: the interval (0.60 to 1.05) includes no difference."
    )


# The start


@pytest.mark.parametrize("design", get_args(Design))
@pytest.mark.parametrize("claim", get_args(ClaimType))
def test_every_claim_of_every_design_starts_somewhere(
    claim: ClaimType, design: Design
) -> None:
    rating = rate(statistic(claim_type=claim, design=design), JOURNAL)

    assert rating.steps[0].part == "start"
    assert (rating.word == "not_rated") == (design == "case_study")
    assert claim == "economic" or (claim, design) in START


@pytest.mark.parametrize(
    ("claim", "design", "word"),
    [
        ("effect", "cluster_rct", "high"),
        ("effect", "natural_experiment", "moderate"),
        ("effect", "matched", "low"),
        ("effect", "cohort_adjusted", "low"),
        ("effect", "controlled_before_after", "very_low"),
        ("effect", "cross_sectional", "very_low"),
        ("effect", "case_study", "not_rated"),
        ("association", "cohort_adjusted", "high"),
        ("association", "case_control", "moderate"),
        ("association", "review_cross_sectional", "low"),
        ("association", "ecological", "very_low"),
        ("description", "survey_probability", "high"),
        ("description", "admin_data", "high"),
        ("description", "survey_nonprobability", "low"),
        ("description", "expert_statement", "very_low"),
        ("qualitative", "qualitative_study", "low"),
        ("qualitative", "case_study", "not_rated"),
        ("economic", "case_study", "not_rated"),
        ("economic", "rct", "very_low"),
    ],
)
def test_where_a_claim_starts(
    claim: ClaimType, design: Design, word: Certainty
) -> None:
    made = statistic(claim_type=claim, design=design)

    assert rate(made, JOURNAL).steps[0].after == word


def test_a_comparison_that_the_source_argues_starts_low() -> None:
    argued = Comparator(text="x", kind="other_area", geography="x", argued=True)
    made = statistic(design="controlled_before_after", comparator=argued)

    assert rate(made, JOURNAL).word == "low"
    assert rate(made, JOURNAL).crosswalk.maryland == 3


def test_the_judgement_of_the_review_itself_comes_first() -> None:
    """Only how far it was read here still counts."""
    review = statistic(grade="high", i2="90", risk_of_bias=None)

    assert rate(review, JOURNAL).reasons == (
        "Starts high: the review's own judgement of its main result.",
    )
    skimmed = replace(review, verification=read("abstract"))
    assert rate(skimmed, JOURNAL).word == "moderate"


def test_people_s_words_take_the_review_s_own_judgement() -> None:
    told = {"claim_type": "qualitative", "design": "qualitative_synthesis"}

    assert rate(statistic(**told), JOURNAL).word == "moderate"
    assert rate(statistic(**told, grade="high"), JOURNAL).word == "high"


@pytest.mark.parametrize("design", sorted(set(get_args(Design)) - SYNTHESES))
def test_one_study_has_no_judgement_of_a_review(design: Design) -> None:
    plain = statistic(design=design)

    assert rate(replace(plain, grade="high"), JOURNAL) == rate(plain, JOURNAL)


def economic(**fields: Any) -> Statistic:
    return statistic(claim_type="economic", **fields)


def test_money_is_no_surer_than_the_effect_it_rests_on() -> None:
    counted = economic(design="rct")

    for word in ("moderate", "low", "very_low"):
        assert rate(counted, Standing("report", (), word)).word == word
    assert rate(counted, Standing("report", (), "not_rated")).word == "very_low"


def test_modelled_or_foreign_money_is_a_level_less_sure() -> None:
    modelled = rate(economic(design="modelling"), Standing("report", (), "high"))
    foreign = rate(economic(countries=("US",)), Standing("report", (), "high"))

    assert (modelled.word, foreign.word) == ("moderate", "moderate")
    assert modelled.crosswalk.licence == "C2"


# Down


@pytest.mark.parametrize(
    ("numbers", "levels"),
    [
        (figure("odds_ratio", "0.8", "0.7", "0.9"), 0),
        (figure("odds_ratio", "0.8", "0.7", "1.0"), 1),
        (figure("odds_ratio", "0.9", "0.7", "1.3"), 2),
        (figure("hazard_ratio", "2.0", "1.1", "3.4"), 1),
        (figure("mean_difference", "2", "0.5", "4"), 0),
        (figure("mean_difference", "2", "-0.5", "4"), 1),
        (figure("mean_difference", "2", se="0.5"), 0),
        (figure("mean_difference", "2", se="1.5"), 1),
        (figure("odds_ratio", "0.8", se="0.05"), 0),
        (figure("odds_ratio", "0.8", se="0.15"), 1),
        (figure("odds_ratio", "0.9", se="0.2"), 2),
        (figure("hazard_ratio", "2.0", se="0.3"), 1),
        (figure("percent", "29", se="2", reference_value="38"), 1),
        (figure("percent_change", "5", "-4", "16"), 1),
        (figure("percent_change", "5", "-30", "45"), 2),
        (figure("percentage_points", "5"), 1),
        (figure("percent", "29", reference_value="38"), 1),
        (figure("percent", "29", "25", "33", reference_value="38"), 1),
        (figure("percent", "29", reference_value="38", p="<0.001"), 0),
        (figure("percent", "29", reference_value="38", p="0.05"), 1),
        (figure("percent", "29", reference_value="38", p="<0.05"), 0),
        (figure("percent", "29", reference_value="38", p=">0.05"), 1),
        (figure("vote_count", "8", denominator="10"), 1),
        (figure("other", None, direction="lower"), 1),
        (figure("other", None, direction="lower", p="0.01"), 0),
    ],
)
def test_imprecision(numbers: Figure, levels: int) -> None:
    rating = rate(statistic(figures=(numbers,)), JOURNAL)

    assert rating.word == LEVELS[3 - levels]


def test_an_interval_made_from_the_standard_error_says_so() -> None:
    made = statistic(figures=(figure("odds_ratio", "0.8", se="0.15"),))

    assert rate(made, JOURNAL).reasons[-1] == (
        "One down: the interval (0.8, standard error 0.15) includes no difference."
    )


@pytest.mark.parametrize("spread", [{"se": "2"}, {"low": "25", "high": "33"}])
def test_a_spread_that_is_given_is_not_told_as_missing(spread: dict[str, Any]) -> None:
    level = figure("percent", "29", reference_value="38")
    made = statistic(figures=(replace(level, **spread),))

    assert rate(made, JOURNAL).reasons[-1] == (
        "One down: the interval or standard error given does not say whether no "
        "difference is ruled out."
    )


def test_no_figure_at_all_is_imprecise() -> None:
    assert rate(statistic(figures=()), JOURNAL).word == "moderate"


def test_a_share_is_judged_by_the_comparison_beside_it() -> None:
    share = figure("percent", "29", reference_value="38")
    odds = figure("odds_ratio", "0.66", "0.43", "0.99")
    elsewhere = replace(odds, outcome="another outcome")

    assert rate(statistic(figures=(share, odds)), JOURNAL).word == "high"
    assert rate(statistic(figures=(share, elsewhere)), JOURNAL).word == "moderate"


@pytest.mark.parametrize(
    ("numbers", "word"),
    [
        (figure("relative_risk", "1.0", "0.9", "1.1"), "high"),
        (figure("relative_risk", "1.0", "0.75", "1.1"), "moderate"),
        (figure("relative_risk", "1.0", "0.9", "1.25"), "moderate"),
        (figure("relative_risk", "1.0", "0.7", "1.4"), "low"),
        (figure("percent_change", "5.5", "-4.5", "16.6"), "high"),
        (figure("standardised_mean_difference", "0", "-0.1", "0.1"), "high"),
        (figure("standardised_mean_difference", "0.1", "-0.1", "0.3"), "moderate"),
        (figure("standardised_mean_difference", "0", se="0.05"), "high"),
        (figure("odds_ratio", "1.0", se="0.05"), "high"),
        (figure("odds_ratio", "1.0", se="0.3"), "low"),
        (figure("mean_difference", "0.0", "-0.1", "0.1"), "moderate"),
        (figure("mean_difference", "0", "-50", "50"), "moderate"),
        (figure("percentage_points", "1", "-1", "3"), "moderate"),
        (figure("mean_difference", "0", "-1", "1", sd="10"), "high"),
        (figure("mean_difference", "1", "-1", "3", sd="10"), "moderate"),
        (figure("percent", "56", p="0.8", reference_value="56"), "moderate"),
    ],
)
def test_no_clear_difference_is_as_sure_as_what_the_interval_leaves_out(
    numbers: Figure, word: Certainty
) -> None:
    null = statistic(stance="no_clear_difference", figures=(numbers,))

    assert rate(null, JOURNAL).word == word


def null(numbers: Figure, **fields: Any) -> Rating:
    return rate(
        statistic(stance="no_clear_difference", figures=(numbers,), **fields), JOURNAL
    )


def test_a_null_by_its_p_value_alone_is_told_as_such() -> None:
    rating = null(figure("mean_difference", "0.3", p="0.47"))

    assert rating.word == "moderate"
    assert rating.reasons[1:] == (
        "One down: the source gives a p-value but no interval of the difference, so it "
        "is not known how large a difference is left open.",
    )


def test_a_null_on_a_scale_where_nothing_says_what_is_small_is_not_high() -> None:
    points = figure("mean_difference", "0.3", "-4", "5")

    assert null(points).reasons[1:] == (
        "No higher than moderate: no clear difference was found, and nothing says what "
        "a small difference is on this scale.",
    )
    assert null(points, design="meta_cohort").word == "low"
    assert null(points, grade="high").word == "high"


def test_counting_people_is_not_rated_down_for_imprecision() -> None:
    counted = statistic(
        claim_type="description",
        design="survey_probability",
        figures=(figure("percent", "7"),),
        sample=Sample(studies=1),
    )

    assert rate(counted, JOURNAL).word == "high"


@pytest.mark.parametrize(
    ("fields", "levels"),
    [
        ({"i2": "74"}, 0),
        ({"i2": "75"}, 1),
        ({"prediction_interval": Interval(low="0.60", high="0.95")}, 0),
        ({"prediction_interval": Interval(low="0.60", high="1.10")}, 1),
        (
            {"i2": "90", "prediction_interval": Interval(low="0.6", high="1.1")},
            1,
        ),
        ({"risk_of_bias": "some"}, 0),
        ({"risk_of_bias": "serious"}, 1),
        ({"risk_of_bias": "critical"}, 2),
        ({"publication_bias": "suspected"}, 1),
        ({"evaluator": "deliverer"}, 0),
        ({"evaluator": "deliverer", "peer_reviewed": False}, 1),
        ({"evaluator": "developer", "peer_reviewed": False}, 1),
        ({"evaluator": "developer", "peer_reviewed": True}, 0),
        (
            {
                "evaluator": "developer",
                "peer_reviewed": False,
                "preregistered": True,
            },
            0,
        ),
        ({"evaluator": "mixed", "peer_reviewed": False}, 0),
        ({"i2": "80", "publication_bias": "suspected"}, 2),
    ],
)
def test_what_takes_a_rating_down(fields: dict[str, Any], levels: int) -> None:
    assert rate(statistic(**fields), JOURNAL).word == LEVELS[3 - levels]


@pytest.mark.parametrize(
    ("designs", "word"),
    [
        ((), "moderate"),
        (("meta_rct",), "moderate"),
        (("before_after", "meta_rct"), "moderate"),
        (("rct",), "high"),
        (("meta_cohort",), "high"),
        (("case_study",), "high"),
    ],
)
def test_a_contrary_source_counts_unless_its_design_is_known_to_be_weaker(
    designs: tuple[Design, ...], word: Certainty
) -> None:
    standing = Standing(
        "article-journal", (Contrary("jones2022", designs, "Jones, 2022,"),)
    )

    assert rate(statistic(), standing).word == word


def test_a_report_by_those_who_deliver_it_is_not_taken_as_reviewed() -> None:
    own = statistic(evaluator="deliverer")

    assert rate(own, Standing("report")).word == "moderate"
    assert rate(replace(own, peer_reviewed=True), Standing("report")).word == "high"


def test_two_contrary_sources_count_once() -> None:
    others = (
        Contrary("jones2022", ("meta_rct",), "Jones, 2022,"),
        Contrary("lee2023", (), "Lee, 2023,"),
    )
    rating = rate(statistic(), Standing("article-journal", others))

    assert rating.word == "moderate"
    assert sum("found otherwise" in one for one in rating.reasons) == 1


# Up


def large(numbers: Figure, **fields: Any) -> Certainty:
    """An effect seen in cohorts, which starts low."""
    usual: dict[str, Any] = {
        "design": "meta_cohort",
        "figures": (numbers,),
        "sample": Sample(studies=9),
    }
    return rate(statistic(**(usual | fields)), JOURNAL).word


@pytest.mark.parametrize(
    ("numbers", "word"),
    [
        (figure("relative_risk", "1.9", "1.5", "2.4"), "low"),
        (figure("relative_risk", "2.0", "1.5", "2.6"), "moderate"),
        (figure("hazard_ratio", "0.5", "0.4", "0.6"), "moderate"),
        (figure("relative_risk", "5.0", "4.0", "6.0"), "high"),
        (figure("rate_ratio", "0.2", "0.1", "0.25"), "high"),
        (figure("odds_ratio", "2.5", "2.0", "3.1"), "low"),
        (figure("odds_ratio", "4.0", "3.0", "5.3"), "moderate"),
        (
            figure("odds_ratio", "2.5", "2.0", "3.1", baseline=Baseline(risk="0.02")),
            "moderate",
        ),
        (
            figure("odds_ratio", "4.0", "3.0", "5.3", baseline=Baseline(risk="0.8")),
            "low",
        ),
        (figure("relative_risk", "2.0", "1.01", "2.9"), "low"),
        (figure("relative_risk", "2.4", p="0.01"), "low"),
        (figure("mean_difference", "9", "5", "13"), "low"),
    ],
)
def test_a_large_difference_raises(numbers: Figure, word: Certainty) -> None:
    assert large(numbers) == word


def test_a_step_by_step_rise_raises_once_more() -> None:
    double = figure("relative_risk", "2.0", "1.5", "2.6")

    assert large(double, dose_response=True) == "high"
    assert large(figure("mean_difference", "9", "5", "13"), dose_response=True) == (
        "moderate"
    )


def test_what_could_be_explained_away_is_not_raised() -> None:
    rating = rate(
        statistic(
            design="meta_cohort",
            figures=(figure("relative_risk", "1.3", "1.02", "1.6"),),
            dose_response=True,
        ),
        JOURNAL,
    )

    assert rating.word == "low"
    assert rating.reasons[-1].startswith("Not raised: an unmeasured difference")


def test_nothing_is_raised_once_something_was_taken_off() -> None:
    assert large(figure("relative_risk", "3", "2", "4"), i2="80") == "very_low"


# Caps


@pytest.mark.parametrize(
    ("made", "standing", "word"),
    [
        (statistic(sample=Sample(studies=1)), JOURNAL, "moderate"),
        (statistic(design="rct", sample=None), JOURNAL, "moderate"),
        (statistic(design="rct", sample=None, see_also=REPLICATED), JOURNAL, "high"),
        (statistic(sample=None), JOURNAL, "high"),
        (statistic(risk_of_bias="not_assessed"), JOURNAL, "moderate"),
        (statistic(risk_of_bias=None), JOURNAL, "moderate"),
        (cohort(see_also=REPLICATED), JOURNAL, "high"),
        (statistic(i2=None), JOURNAL, "moderate"),
        (statistic(i2=None, heterogeneity="low"), JOURNAL, "high"),
        (statistic(verification=read("abstract")), JOURNAL, "moderate"),
        (statistic(verification=read("secondary")), JOURNAL, "low"),
        (statistic(verification=read("none")), JOURNAL, "very_low"),
        (statistic(), Standing("article-newspaper"), "very_low"),
        (statistic(), Standing("webpage"), "very_low"),
        (statistic(), Standing("post-weblog"), "very_low"),
        (statistic(evaluator="independent"), Standing("webpage"), "high"),
        (
            statistic(evaluator="independent"),
            Standing("article-newspaper"),
            "very_low",
        ),
        (statistic(), Standing("report"), "high"),
    ],
)
def test_caps(made: Statistic, standing: Standing, word: Certainty) -> None:
    assert rate(made, standing).word == word


def test_a_census_on_the_site_of_its_office_is_not_hearsay() -> None:
    census = statistic(claim_type="description", design="admin_data")
    web = Standing("webpage")

    assert rate(census, web).word == "high"
    told = replace(census, verification=read("secondary"))
    assert rate(told, web).word == "very_low"


def test_what_was_withdrawn_is_not_rated() -> None:
    rating = rate(statistic(status="withdrawn"), JOURNAL)

    assert (rating.word, rating.crosswalk.licence) == ("not_rated", "X")


# A person's own judgement


def judged(value: Certainty, **more: str) -> Rating:
    """One trial, moderate by its own."""
    wish = CertaintyOverride(value=value, **more)
    return rate(statistic(risk_of_bias=None, certainty_override=wish), JOURNAL)


def test_a_person_may_lower_it_freely() -> None:
    rating = judged("low", by="Ann", reason="The trials were stopped early.")

    assert rating.word == "low"
    assert rating.reasons[-1] == (
        "Lowered to low by Ann: The trials were stopped early."
    )
    assert judged("not_rated").word == "not_rated"


def test_to_raise_it_takes_a_reason_and_two_people() -> None:
    why = "The assessment was read later"

    assert judged("high").word == "moderate"
    assert judged("high", reason=why).word == "moderate"
    assert judged("high", second_checker="Bo").word == "moderate"
    assert judged("high", reason=why, second_checker="Bo").word == "moderate"
    raised = judged("high", reason=why, by="Ann", second_checker="Bo")
    assert raised.word == "high"
    assert raised.reasons[-1] == f"Raised to high by Ann, checked by Bo: {why}."


@pytest.mark.parametrize(
    "blank",
    [
        {"reason": "  "},
        {"by": ""},
        {"second_checker": "\t "},
        {"second_checker": " aNN  Smith "},
    ],
)
def test_blanks_and_the_same_person_twice_raise_nothing(blank: dict[str, str]) -> None:
    two = {"reason": "Read since", "by": "Ann Smith", "second_checker": "Bo"}

    assert judged("high", **two).word == "high"
    assert judged("high", **(two | blank)).word == "moderate"


@pytest.mark.parametrize("fields", [{"status": "withdrawn"}, {"design": "case_study"}])
def test_what_is_not_rated_is_not_raised_by_a_person(fields: dict[str, Any]) -> None:
    wish = CertaintyOverride(
        value="low", reason="Read since", by="Ann", second_checker="Bo"
    )

    assert rate(statistic(**fields, certainty_override=wish), JOURNAL).word == (
        "not_rated"
    )


# Other scales


@pytest.mark.parametrize(
    ("made", "maryland", "nesta"),
    [
        (statistic(), 5, 4),
        (statistic(evaluator="developer", peer_reviewed=True), 5, 3),
        (statistic(sample=Sample(studies=1)), 5, 3),
        (statistic(risk_of_bias="critical"), 3, 3),
        (statistic(design="natural_experiment"), 4, 4),
        (statistic(design="its"), 3, 3),
        (statistic(design="meta_cohort"), 2, 3),
        (statistic(design="before_after"), 1, 2),
        (statistic(design="expert_statement"), 0, 1),
        (statistic(design="case_study"), 0, 1),
        (statistic(design="narrative_review"), None, 3),
        (cohort(), None, None),
    ],
)
def test_maryland_and_nesta(
    made: Statistic, maryland: int | None, nesta: int | None
) -> None:
    others = rate(made, JOURNAL).crosswalk

    assert (others.maryland, others.nesta) == (maryland, nesta)


@pytest.mark.parametrize(
    ("claim", "design", "word", "granted"),
    [
        ("effect", "rct", "high", "C3"),
        ("effect", "rct", "moderate", "C2"),
        ("effect", "did", "low", "C1"),
        ("effect", "before_after", "very_low", "X"),
        ("effect", "case_study", "not_rated", "X"),
        ("economic", "modelling", "low", "C1"),
        ("association", "cohort_adjusted", "high", "A"),
        ("association", "ecological", "very_low", "A"),
        ("description", "survey_probability", "high", "D"),
        ("description", "case_study", "not_rated", "X"),
        ("qualitative", "qualitative_study", "low", "D"),
    ],
)
def test_which_verbs_a_rating_allows(
    claim: ClaimType, design: Design, word: Certainty, granted: str
) -> None:
    assert licence(claim, design, word) == granted


# What else the store holds


def _reference(key: str, kind: str) -> Reference:
    return Reference(key, {"type": kind}, "x", "x", 1)


def test_ratings_of_a_store_depend_on_what_else_it_holds() -> None:
    contrary = (SeeAlso(key="jones2022", relation="contrary"),)
    trial = statistic(id="trial", see_also=contrary)
    weak = statistic(id="weak", source=Source(key="jones2022"), design="before_after")
    money = economic(id="money", design="rct", effect_record="trial")
    circle = economic(id="circle", design="rct", effect_record="money")
    references = {"smith2020": _reference("smith2020", "report")}

    held = Holdings.of((trial, weak, money, circle), references)
    assert held.standing(trial) == Standing(
        "report", (Contrary("jones2022", ("before_after",), "'jones2022'"),)
    )
    assert [held.rating(one).word for one in (trial, money, circle)] == [
        "high",
        "high",
        "very_low",
    ]
    told = SeeAlso(key="jones2022", relation="contrary", design="ecological")
    assert held.standing(replace(trial, see_also=(told,))) == held.standing(trial)
    alone = Holdings.of((trial, money), references)
    assert alone.rating(replace(trial, see_also=(told,))).word == "high"
    assert [alone.rating(one).word for one in (trial, money)] == ["moderate"] * 2


def test_effects_that_name_each_other_are_rated_all_the_same() -> None:
    one = statistic(id="one", effect_record="two")
    two = statistic(id="two", effect_record="one")

    assert Holdings.of((one, two), {}).rating(one).word == "high"


@pytest.mark.parametrize("relation", ["contrary", "replicates"])
def test_a_source_neither_contradicts_nor_repeats_itself(relation: Relation) -> None:
    alone = cohort()
    linked = cohort(see_also=(SeeAlso(key="smith2020", relation=relation),))
    held = Holdings.of((linked,), {})

    assert held.rating(linked) == held.rating(alone)


# Properties

SOUND: dict[str, Any] = {
    "i2": None,
    "prediction_interval": None,
    "risk_of_bias": "low",
    "publication_bias": "undetected",
    "evaluator": "independent",
    "see_also": (),
}
PROBLEMS: dict[str, Callable[[Statistic], Statistic]] = {
    "disagree": lambda one: replace(one, i2="80"),
    "none next": lambda one: replace(
        one, prediction_interval=Interval(low="-9", high="9")
    ),
    "bias": lambda one: replace(one, risk_of_bias="serious"),
    "grave bias": lambda one: replace(one, risk_of_bias="critical"),
    "not assessed": lambda one: replace(one, risk_of_bias="not_assessed"),
    "unpublished": lambda one: replace(one, publication_bias="suspected"),
    "own work": lambda one: replace(one, evaluator="deliverer"),
    "one study": lambda one: replace(one, sample=Sample(studies=1)),
    "no range": lambda one: replace(
        one, figures=tuple(replace(f, low=None, high=None) for f in one.figures)
    ),
    "lowered": lambda one: replace(
        one, certainty_override=CertaintyOverride(value="low")
    ),
}
FIGURES = st.builds(
    lambda measure, estimate, low, high: figure(
        measure, f"{estimate:.2f}", f"{estimate * low:.2f}", f"{estimate * high:.2f}"
    ),
    st.sampled_from(get_args(Measure)),
    st.floats(0.05, 9),
    st.floats(0.1, 0.99),
    st.floats(1.01, 9),
)
STATISTICS = st.builds(
    lambda **fields: statistic(**(SOUND | fields)),
    claim_type=st.sampled_from(get_args(ClaimType)),
    design=st.sampled_from(get_args(Design)),
    stance=st.sampled_from(("supports", "no_clear_difference")),
    figures=FIGURES.map(lambda one: (one,)),
    dose_response=st.booleans(),
    heterogeneity=st.sampled_from((None, "little")),
    grade=st.sampled_from((None, None, *LEVELS)),
    sample=st.builds(Sample, studies=st.sampled_from((None, 1, 5))),
    verification=st.sampled_from(VERIFIED).map(read),
)
STANDINGS = st.builds(
    Standing,
    st.sampled_from(("article-journal", "report", "webpage", "article-newspaper")),
    st.just(()),
    st.sampled_from((None, *LEVELS)),
)


def rank(made: Statistic, standing: Standing) -> int:
    return RANK.index(rate(made, standing).word)


@given(STATISTICS, STANDINGS, st.sampled_from(sorted(PROBLEMS)))
def test_another_problem_never_raises(
    made: Statistic, standing: Standing, problem: str
) -> None:
    assert rank(PROBLEMS[problem](made), standing) <= rank(made, standing)


@given(STATISTICS, STANDINGS, st.lists(st.sampled_from(get_args(Design)), max_size=2))
def test_a_contrary_source_never_raises(
    made: Statistic, standing: Standing, designs: list[Design]
) -> None:
    contradicted = standing._replace(contrary=(Contrary("x", tuple(designs), "X"),))

    assert rank(made, contradicted) <= rank(made, standing)


@given(STATISTICS, STANDINGS)
def test_to_read_more_never_lowers(made: Statistic, standing: Standing) -> None:
    levels: tuple[Verified, ...] = ("none", "secondary", "abstract", "full_text")
    ranks = [
        rank(replace(made, verification=read(level)), standing) for level in levels
    ]

    assert ranks == sorted(ranks)


@given(STATISTICS, STANDINGS)
def test_each_step_goes_on_from_the_last_and_the_way_it_says(
    made: Statistic, standing: Standing
) -> None:
    rating = rate(made, standing)
    first, *others = rating.steps

    assert (first.part, first.before) == ("start", None)
    assert rating.word == rating.steps[-1].after
    for step, earlier in zip(others, rating.steps, strict=False):
        assert step.before == earlier.after
        change = RANK.index(step.after) - RANK.index(step.before)
        assert change >= 0 if step.part == "up" else change <= 0
        assert step.reason.endswith(".")


@given(STATISTICS, STANDINGS)
def test_only_reading_and_the_source_limit_a_review_s_own_judgement(
    made: Statistic, standing: Standing
) -> None:
    if made.grade is not None and made.design in SYNTHESES:
        steps = rate(made, standing).steps
        assert {step.part for step in steps} <= {"start", "cap"}
