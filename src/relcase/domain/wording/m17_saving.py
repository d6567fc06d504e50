"""M17 saving nobody can bank: words like "saves £X" for value that is in no budget.

Time freed and value to society are worth having, but a finance director cannot spend
them. Only a saving that can be taken out of a budget is to be called one; say whose
estimate it is, and of what.

Bad:
    entry: local-area-coordination-sroi-2016
    sentence: Local Area Coordination saves councils £4 for every £1 spent.
Good:
    entry: local-area-coordination-sroi-2016
    sentence: Two forecasts put the social value at £4 or less for each £1 spent.
"""

import re
from collections.abc import Iterator

from relcase.domain.problem import Rule
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M17", "saving nobody can bank", "error")

_WHOM = (
    r"(?:money|cash|costs?|(?:the\s+)?(?:nhs|councils?|taxpayers?|state|public\s+purse|treasury"
    r"|system|service|government|prison\s+service|health\s+service|local\s+authorit\w+))"
)
_SAVING = re.compile(
    rf"\b(?:sav(?:e[sd]?|ing)\s+(?:\w+\s+){{0,2}}?(?:{_WHOM}\b|(?:more\s+than\s+|over\s+|about\s+"
    r"|around\s+|nearly\s+|up\s+to\s+|at\s+least\s+|an?\s+estimated\s+)?[£$€]|\d+[\d.,]*\s+"
    r"(?:million|billion|thousand)?\s*(?:pounds|dollars|euros)|(?:over|about|more\s+than)\s+\d)"
    r"|savings?\s+(?:of|worth|to|for)\b|(?:cost|cash|cashable|financial|budget)[- ]savings?"
    r"|(?:pays?|paid|paying)\s+(?:for\s+itself|back|its\s+way)|self-financing|cost-saving"
    r"|returns?\s+(?:\w+\s+){0,3}?(?:[£$€]|\w+\s+(?:pounds|dollars))"
    r"|(?:cuts?|slash(?:es|ed)?|reduc(?:es?|ed)|lower(?:s|ed)?)\s+(?:\S+\s+){0,3}?(?:costs?|bills?"
    r"|spending|budgets?)|money\s+back)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:report(?:s|ed|ing)?|said|says|claim(?:s|ed)|forecast\w*|according\s+to|own\s+(?:account|figures)|estimat\w+"
    r"|social\s+value|not\s+(?:been\s+)?(?:shown|savings)|no\s+(?:evidence|clear)|not\s+cash"
    r"|has\s+not|have\s+not|did\s+not|does\s+not|whether|cannot)\b",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterator[Wrong]:
    """The first claim of a saving, unless the record has one that can be banked."""
    if reading.statistic.benefit_kind == "cashable":
        return
    match = _SAVING.search(reading.sentence)
    if match is None or _TOLD.search(reading.sentence):
        return
    message = (
        f"“{match[0].strip()}” promises money that could be taken out of a budget, which the "
        "record does not show."
    )
    yield Wrong("M17", "error", match.start(), match.end(), message)
