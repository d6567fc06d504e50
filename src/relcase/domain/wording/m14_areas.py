"""M14 areas told as persons: a link between places, told of the people in them.

That towns with stronger ties had lower death rates does not say who died in them: the
people with few friends may have been spared. A comparison of places has to name the
places: "neighbourhoods with more", "areas where".

Bad:
    entry: tsunami-social-capital-vulnerable-2019
    sentence: Older people who had more social ties were more likely to survive the tsunami.
Good:
    entry: tsunami-social-capital-vulnerable-2019
    sentence: In the tsunami, neighbourhoods with more social capital had lower death rates.
"""

import re
from collections.abc import Iterator

from relcase.domain.problem import Rule
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M14", "areas told as persons", "error")

_AREA = re.compile(
    r"\b(?:neighbourhoods?|areas?|places?|towns?|municipalit\w+|count(?:y|ies)|countries"
    r"|country|regions?|societies|communities|districts?|cities|boroughs?|villages?|where"
    r"|nations?|blocks?)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:(?:people|persons?|individuals?|residents?|citizens|children|men|women|survivors?"
    r"|adults|victims|neighbours|anyone|everyone|someone|somebody|pensioners|voters)\s+"
    r"(?:who(?:se)?|with|that)|you(?:r)?\b|(?:trusting|connected|isolated|lonely|sociable)\s+"
    r"(?:\w+\s+)?(?:people|residents|individuals|citizens|children|pensioners|adults))\b",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterator[Wrong]:
    """The person that a link between areas is told of, or the lack of any area."""
    if reading.statistic.design != "ecological":
        return
    person = _PERSON.search(reading.sentence)
    if person is not None:
        words = person[0]
    elif not _AREA.search(reading.sentence):
        words = reading.sentence
    else:
        return
    start = person.start() if person else 0
    end = person.end() if person else len(reading.sentence)
    message = (
        f"“{words}” speaks of persons, but places were compared; name the places and say "
        "what they had more of."
    )
    yield Wrong("M14", "error", start, end, message)
