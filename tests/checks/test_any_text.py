"""Whatever stands in the fields, a rule answers with findings and never fails."""

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from relcase.domain.problem import Finding

NUMBERS = st.text("0123456789.,-<> %e_\N{MINUS SIGN}", max_size=20)
TEXTS = st.one_of(NUMBERS, st.text(max_size=30), st.just("9" * 5000))
MAYBE = st.one_of(st.none(), TEXTS)
FIGURES = st.fixed_dictionaries(
    {
        "label": TEXTS,
        "measure": st.sampled_from(
            [
                "percent",
                "odds_ratio",
                "correlation",
                "count",
                "vote_count",
                "mean",
                "percent_change",
                "mean_difference",
                "money",
                "benefit_cost_ratio",
            ]
        ),
        "estimate": MAYBE,
        "low": MAYBE,
        "high": MAYBE,
        "level": MAYBE,
        "p": MAYBE,
        "denominator": MAYBE,
        "reference_value": MAYBE,
        "events": MAYBE,
        "reference_events": MAYBE,
        "reference_denominator": MAYBE,
        "before": MAYBE,
        "after": MAYBE,
        "se": MAYBE,
        "sd": MAYBE,
        "scale": st.fixed_dictionaries(
            {"min": MAYBE, "max": MAYBE, "items": st.one_of(st.none(), st.integers())}
        ),
        "one_sided": st.booleans(),
        "adjusted": st.one_of(st.none(), st.booleans()),
        "price_year": MAYBE,
        "benefit": MAYBE,
        "cost": MAYBE,
        "baseline": st.one_of(st.none(), st.fixed_dictionaries({"risk": TEXTS})),
    }
)
FIELDS = st.fixed_dictionaries(
    {
        "id": TEXTS,
        "headline": TEXTS,
        "period": TEXTS,
        "review_by": MAYBE,
        "figures": st.lists(FIGURES, max_size=2),
        "source": st.fixed_dictionaries({"key": TEXTS, "quote": MAYBE}),
        "verification": st.fixed_dictionaries({"level": st.just("none"), "on": TEXTS}),
        "acknowledged": st.dictionaries(TEXTS, TEXTS, max_size=2),
        "countries": st.lists(TEXTS, max_size=2),
        "i2": MAYBE,
        "prediction_interval": st.one_of(
            st.none(), st.fixed_dictionaries({"low": TEXTS, "high": TEXTS})
        ),
        "claim_type": st.sampled_from(["effect", "association", "economic"]),
        "stance": st.sampled_from(["supports", "no_clear_difference"]),
        "effect_record": MAYBE,
        "certainty_override": st.one_of(
            st.none(),
            st.fixed_dictionaries(
                {"value": st.just("high"), "by": MAYBE, "reason": MAYBE, "on": MAYBE}
            ),
        ),
    }
)


@given(FIELDS)
def test_rules_never_fail(
    findings_of_fields: Callable[[dict[str, Any]], list[Finding]],
    fields: dict[str, Any],
) -> None:
    assert all(one.message and one.hint for one in findings_of_fields(fields))
