"""S14 ill-formed country code: a country that is not two capital letters of ISO 3166.

Countries are stored as ISO codes so that `--country` finds them under every name:
GB for the United Kingdom and its nations, US, NL. Several countries are several codes;
an international study has an empty list. Only the form is checked, and UK, which is
not the code of that list.

Bad:
    countries: [UK]
Good:
    countries: [GB]
"""

import re
from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic, Story
from relcase.domain.problem import Finding, Rule

RULE = Rule("S14", "ill-formed country code", "error")

_is_code = re.compile("[A-Z]{2}").fullmatch
_UNITED_KINGDOM = {"UK", "ENGLAND", "SCOTLAND", "WALES", "NORTHERN IRELAND"}
_UNITED_KINGDOM |= {"UNITED KINGDOM", "GREAT BRITAIN"}


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Country codes that are not two capital letters, or are UK."""
    entry = placed.entry
    if not isinstance(entry, Statistic | Story):
        return
    for number, code in enumerate(entry.countries):
        if not _is_code(code) or code == "UK":
            yield placed.finding(
                "S14",
                "error",
                f"'{code}' is not an ISO country code",
                "countries",
                number,
                hint=_hint(code),
            )


def _hint(code: str) -> str:
    if code.upper() in _UNITED_KINGDOM:
        return "Write GB; the nation goes into `place`."
    if _is_code(code.upper()):
        return f"Write {code.upper()}."
    return "Use the two capital letters of ISO 3166, such as GB, US or NL."
