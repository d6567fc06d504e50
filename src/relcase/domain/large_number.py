"""The number of a slide, in the lines that are shown: it alone, or two groups in people."""

from relcase.domain import absolute, amounts
from relcase.domain.alone import alone, plain_label
from relcase.domain.casing import capital
from relcase.domain.deck import Number
from relcase.domain.evidence import Baseline, Figure, Statistic


def of_statistic(statistic: Statistic) -> Number | None:
    """What stands large for a statistic, and of whom; ``None`` without a lead figure."""
    lead = statistic.lead
    if lead is None:
        return None
    pair = absolute.of_statistic(statistic)
    if pair is not None:
        return _pair(pair, lead)
    shown, around = alone(lead), amounts.interval(lead)
    label = ", ".join(part for part in (shown.kind, around) if part)
    return Number(shown.large, shown.of, label=label)


def in_words(pair: absolute.Pair, lead: Figure) -> str:
    """The pair of the lead figure, and whether a ratio was applied to a baseline."""
    said = absolute.in_words(pair, interval=True)
    if pair.source != "baseline":
        return said
    assumed = lead.baseline is not None and lead.baseline.assumed
    named = f"{'an assumed' if assumed else 'the stated'} baseline"
    return f"applied to {named}{_where_from(lead.baseline)}, {said}"


def _where_from(baseline: Baseline | None) -> str:
    return f" ({baseline.source})" if baseline and baseline.source else ""


def _pair(pair: absolute.Pair, lead: Figure) -> Number:
    """A pair of groups in whole people, and where it comes from."""
    first, second = absolute.each_in_words(pair)
    said = in_words(pair, lead)
    return Number(
        first,
        lead.group or plain_label(lead),
        f"compared with {second}",
        lead.reference_group or "",
        capital(said) if _says_more(pair) else "",
    )


def _says_more(pair: absolute.Pair) -> bool:
    return pair.source == "baseline" or pair.low is not None
