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

from collections.abc import Iterator

from relcase.domain.problem import Rule
from relcase.domain.wording.phrases import pattern, starting
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.verbs import causal
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M14", "areas told as persons", "error")

_AREA = pattern("""
    neighbourhood*, area/areas, place/places, town/towns, municipal*, county/counties
    country/countries, region/regions, societies, communities, district/districts, cities
    borough/boroughs, village/villages, where, nation/nations, block/blocks
    rate/rates
""")
_MORE = pattern("""
    more/less/fewer/lower/higher/likelier/better/greater/smaller/related/linked, surviv*, stronger
""")
_PERSON = pattern("""
    people/person/persons/individuals/residents/citizens/children/men/women/adults/victims/
        survivor/survivors/neighbours/anyone/everyone/someone/somebody/pensioners/
        voters who/whose/with/that
    you/your, those who, those with (more/many/few) friends
    trusting/connected/isolated/lonely/sociable (_) people/residents/individuals/citizens/
        children/pensioners/adults
""")
_NOTE = starting("related/linked/associated/correlated")
"""What begins a note in key words, whose subject stands above it."""


def _links(text: str) -> bool:
    """Whether a text in small letters says that one thing goes with another."""
    return bool(_MORE.search(text) or next(causal(text), None))


def check(reading: Reading) -> Iterator[Wrong]:
    """The person that a link between areas is told of, or the lack of any area."""
    if reading.statistic.design != "ecological":
        return
    person = _PERSON.search(reading.lower)
    if person is None and (_AREA.search(reading.lower) or _NOTE.match(reading.lower)):
        return
    start, end = person.span() if person else (0, len(reading.sentence))
    clause = slice(*reading.clause(start)) if person else slice(None)
    if not _links(reading.lower[clause]):
        return
    words = reading.sentence[start:end]
    message = (
        f"“{words}” speaks of persons, but places were compared; name the places and say "
        "what they had more of."
    )
    yield Wrong("M14", "error", start, end, message)
