"""M03 absolute number without a baseline: so many in 100, from a ratio alone.

A ratio says how two groups compare and not how common the outcome is. Turned into "75
in 100 against 67 in 100" or into percentage points, it needs the risk in one of the
groups, stated by the source. Without it, give the ratio, or a table of examples that
says it is not from the study.

Bad:
    entry: social-relationships-survival
    sentence: Of people with stronger relationships, 75 in 100 were alive at follow-up.
Good:
    entry: social-relationships-survival
    sentence: People with stronger relationships had 1.50 times the odds of being alive.
"""

from collections.abc import Iterator

from relcase.domain.problem import Rule
from relcase.domain.wording.m08_number import ILLUSTRATION, is_absolute
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import contradicted, traces
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M03", "absolute number without a baseline", "error")


def check(reading: Reading) -> Iterator[Wrong]:
    """Every absolute number that a record of ratios alone cannot give."""
    if not reading.facts.only_ratios or ILLUSTRATION.search(reading.lower):
        return
    for numeral in reading.numerals:
        known = traces(reading, numeral) or contradicted(reading, numeral)
        if is_absolute(reading, numeral) and not known:
            message = (
                f"“{numeral.text}” is an absolute number, but the record has ratios alone "
                "and no risk that it could be worked out from."
            )
            yield Wrong("M03", "error", numeral.start, numeral.end, message)
            return
