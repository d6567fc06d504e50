"""Whatever numbers a store holds, a chart is made or refused with a sentence."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relcase.charts.making import KINDS, chart
from relcase.domain.measures import MEASURES
from relcase.domain.record import Record
from relcase.errors import CannotDraw

NUMBERS = st.sampled_from(
    [
        "0",
        "-0",
        "1",
        "1.5",
        "-3.2",
        "0.00001",
        "100",
        "101",
        "50",
        "999999999999999",
        "-7",
    ]
)
FIGURES = st.fixed_dictionaries(
    {"measure": st.sampled_from(list(MEASURES)), "estimate": st.none() | NUMBERS},
    optional={
        name: st.none() | NUMBERS
        for name in (
            *("low", "high", "reference_value", "before", "after", "reference_change"),
            *("denominator", "events", "reference_denominator", "reference_events"),
        )
    },
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    figures=st.lists(FIGURES, min_size=1, max_size=4),
    kind=st.sampled_from(KINDS),
    polarity=st.sampled_from(["good", "bad", None]),
)
def test_a_chart_or_a_sentence(
    record: Callable[..., Record],
    figures: list[dict[str, Any]],
    kind: Any,
    polarity: Any,
) -> None:
    first, *more = figures
    drawn = record(figure=first, more=tuple(more))._replace(polarity=polarity)
    with suppress(CannotDraw):
        made = chart([drawn], kind)
        assert made.rows
        assert made.alt
        assert all(_finite(layer) for layer in made.spec["layer"])


def _finite(layer: dict[str, Any]) -> bool:
    """Whether every number that is placed by a scale is within what the scale holds."""
    x = layer["encoding"]["x"]
    if not x["scale"]:
        return True
    low, high = x["scale"]["domain"]
    placed = (one[x["field"]] for one in layer["data"]["values"])
    return bool(low < high) and all(one is None or low <= one <= high for one in placed)
