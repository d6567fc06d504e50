"""A09 count of studies that chance may give: the split is not clear of a coin's.

A count says how many studies point one way, and not how far. By the two-sided sign test
8 of 10 has P = 0.11, so chance alone gives as uneven a split one time in nine. Quote a
pooled size where there is one. A count that is clear of chance is let be.

Bad:
    figures:
      - {label: studies in favour, measure: vote_count, estimate: "8", denominator: "10"}
Good:
    figures:
      - {label: studies in favour, measure: vote_count, estimate: "9", denominator: "10"}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import whole
from relcase.domain.problem import Finding, Rule
from relcase.domain.significance import sign_test

RULE = Rule("A09", "count of studies that chance may give", "info")

_CLEAR = 0.05


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """A lead figure that counts studies and is compatible with chance."""
    entry = placed.entry
    lead = entry.lead if isinstance(entry, Statistic) else None
    if lead is None or lead.measure != "vote_count" or not isinstance(entry, Statistic):
        return
    p = _p(lead)
    if p is not None and p >= _CLEAR:
        number = next(n for n, one in enumerate(entry.figures) if one is lead)
        message = (
            f"{lead.estimate} of {lead.denominator} studies is a split that chance gives "
            f"too (sign test, P = {p:.2g})"
        )
        hint = "Look for a pooled size of effect; never count studies by significance."
        yield placed.finding(
            "A09", "info", message, "figures", number, "estimate", hint=hint
        )


def _p(figure: Figure) -> float | None:
    votes, of = whole(figure.estimate), whole(figure.denominator)
    if votes is None or of is None or votes > of:
        return None
    return sign_test(votes, of)
