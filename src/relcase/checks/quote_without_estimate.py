"""Q01 quotation without the estimate: words of the source that lack the number.

The quotation is there so that anybody can see where the number comes from, so it must
hold the digits of the lead figure. Thousands commas, a raised decimal point, closing
zeros, "million" and numbers below a hundred in words are understood, and numbers that
are our arithmetic (`derived`) are not looked for. Quote the passage with the number, or
leave the quotation out.

Bad:
    source: {key: abel2018, quote: "Admissions fell by 14.0% (95% CI 2.8 to 13.1)"}
    figures:
      - {label: admissions, measure: percent_change, estimate: "-7.9"}
Good:
    source: {key: abel2018, quote: "Admissions fell by 7.9% (95% CI 2.8 to 13.1)"}
    figures:
      - {label: admissions, measure: percent_change, estimate: "-7.9"}
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.printed import is_number
from relcase.domain.problem import Finding, Rule
from relcase.domain.wording.number_words import SCALES, WORD
from relcase.domain.wording.spelling import value_of

RULE = Rule("Q01", "quotation without the estimate", "error")

_separators = re.compile(r"(?<=[0-9])[,\s\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_numbers = re.compile(
    r"([0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[\s-]?(thousand|million|billion|bn|m|k)\b)?",
    re.I,
)
_words = re.compile(rf"\b(?:zero|{WORD})\b").findall


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """A quotation that does not hold the digits of the lead figure."""
    entry = placed.entry
    if entry.source.quote is None or not isinstance(entry, Statistic):
        return
    lead = entry.lead
    if (
        lead is None
        or lead.estimate is None
        or lead.derived
        or not is_number(lead.estimate)
    ):
        return
    if abs(Decimal(lead.estimate)) not in set(_values(entry.source.quote)):
        message = f"the quotation does not hold the number {lead.estimate.lstrip('-')}"
        hint = "Quote the passage that has the number, or leave `quote` out."
        yield placed.finding("Q01", "error", message, "source", "quote", hint=hint)


def _values(quote: str) -> Iterator[Decimal]:
    """Every number of a text: in digits, times the word after it, or in a word."""
    plain = _separators.sub("", quote.replace("\N{MIDDLE DOT}", "."))
    for digits, scale in _numbers.findall(plain):
        yield Decimal(digits)
        if scale:
            yield Decimal(digits) * SCALES[scale.lower()]
    for word in _words(plain.lower()):
        yield Decimal(value_of(word))
