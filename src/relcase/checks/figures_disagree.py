"""C03 figures disagree: two statistics give one result of a source two numbers.

They share the source, the outcome, the exposure, the population and what is measured
in which group, but not the number. One of them is mistyped, or they differ in a way
that a reader should see: say it in `outcome`, `population` or the figure's `group`.

Bad:
    statistics:
      - figures:
          - {label: odds of survival, measure: odds_ratio, estimate: "1.50"}
      - figures:
          - {label: odds of survival, measure: odds_ratio, estimate: "1.05"}
Good:
    statistics:
      - outcome: alive at follow-up
        figures:
          - {label: odds of survival, measure: odds_ratio, estimate: "1.50"}
      - outcome: alive at follow-up, social isolation alone
        figures:
          - {label: odds of survival, measure: odds_ratio, estimate: "1.05"}
"""

from collections.abc import Hashable, Iterator

from relcase.domain.corpus import Corpus, Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.problem import Finding, Rule

RULE = Rule("C03", "figures disagree", "warning")


def check_corpus(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """Every lead figure that differs from an earlier one of the same result."""
    first: dict[Hashable, tuple[Placed, Figure]] = {}
    for placed, statistic in corpus.statistics:
        lead = statistic.lead
        if lead is None:
            continue
        earlier, figure = first.setdefault(_result(statistic, lead), (placed, lead))
        if figure.estimate != lead.estimate and earlier.entry.id != statistic.id:
            at = ("figures", _number(statistic, lead), "estimate")
            message = (
                f"{lead.estimate} here, but '{earlier.entry.id}' has {figure.estimate} "
                f"for the same outcome of '{statistic.source.key}'"
            )
            hint = "Correct one, or say in `outcome` or `population` how they differ."
            yield placed.finding("C03", "warning", message, *at, hint=hint)


def _result(statistic: Statistic, lead: Figure) -> Hashable:
    """What a number stands for; two numbers for one of these disagree."""
    words = (statistic.outcome, lead.outcome, statistic.exposure, statistic.population)
    said = tuple((text or "").casefold() for text in (*words, lead.group))
    return (statistic.source.key, lead.measure, *said)


def _number(statistic: Statistic, lead: Figure) -> int:
    return next(n for n, one in enumerate(statistic.figures) if one is lead)
