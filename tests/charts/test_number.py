"""One large number says of what it is, also to somebody who sees nothing else."""

from collections.abc import Callable

from relcase.charts import number
from relcase.charts.chart import Chart
from relcase.charts.palette import LIGHT
from relcase.domain.record import Record

Make = Callable[..., Record]
Written = Callable[[Chart], list[str]]


def test_a_ratio_says_what_it_multiplies(record: Make, written: Written) -> None:
    chart = number.chart(record(ratio={}), LIGHT)
    assert "1.50 times" in written(chart)
    assert ("What it is", "The odds of living (odds ratio)") in chart.rows
    assert chart.alt.startswith(
        "One number, 1.50 times: the odds of living (odds ratio). "
    )


def test_a_bare_number_has_the_name_of_its_measure(
    record: Make, written: Written
) -> None:
    chart = number.chart(
        record(figure={"measure": "correlation", "estimate": "0.3"}), LIGHT
    )
    assert "Correlation 0.3" in written(chart)
