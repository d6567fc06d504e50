"""What was found of men told of women or of everybody, and the reverse."""

import re

from relcase.domain.evidence import Figure
from relcase.domain.wording.phrases import pattern
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.scopes import NOTHING, Found
from relcase.domain.wording.tracing import traces

_OF_MEN = "man/men/male/males/boy/boys/husband/husbands/widower/widowers/gentlemen"
_OF_WOMEN = "woman/women/female/females/girl/girls/wife/wives/widow/widows/ladies"
_SEXES = {"men": pattern(_OF_MEN), "women": pattern(_OF_WOMEN)}
_BOTH = pattern(f"""
    {_OF_MEN} and/or/& {_OF_WOMEN}, {_OF_WOMEN} and/or/& {_OF_MEN}
    both/either sexes/sex/genders, both/either _ and/or {_OF_WOMEN}/{_OF_MEN}
    {_OF_MEN} as well as {_OF_WOMEN}, {_OF_WOMEN} as well as {_OF_MEN}
    regardless of sex/gender
""")
_ANYBODY = pattern(
    "people/adults/persons/anyone/everyone/anybody/everybody/britons/patients"
)
_HERS = re.compile(r"['’]s?\b")
"""Behind a word for one sex: "women's centre" is a name."""


def of_one_sex(reading: Reading) -> Found:
    """Words for the other sex, for both or for anybody, of a number of one sex alone."""
    for numeral in reading.numerals:
        figures = [
            one.figure
            for one in traces(reading, numeral)
            if one.figure is not None and not one.of_end
        ]
        sexes = {_sex(one) if one.role == "result" else "" for one in figures}
        sex = sexes.pop() if len(sexes) == 1 else ""
        if sex and (match := _wrong(reading, sex)) is not None:
            return match, f"“{numeral.text}” is about {figures[0].group or sex}"
    return NOTHING


def _sex(figure: Figure) -> str:
    """The sex of those whom a figure compares; empty where it is both or not told."""
    told = (figure.label, figure.group, figure.reference_group)
    words = " ".join(one for one in told if one).lower()
    named = [sex for sex, words_of in _SEXES.items() if words_of.search(words)]
    return named[0] if len(named) == 1 else ""


def _wrong(reading: Reading, sex: str) -> re.Match[str] | None:
    """The words for whom a sentence tells of, where it never names the sex alone."""
    together = _BOTH.search(reading.lower)
    rest = _BOTH.sub(lambda one: " " * len(one[0]), reading.lower)
    if any(not _HERS.match(rest, one.end()) for one in _SEXES[sex].finditer(rest)):
        return None
    if together is not None:
        return together
    other = _SEXES["men" if sex == "women" else "women"]
    for match in other.finditer(rest):
        if not _HERS.match(rest, match.end()):
            return match
    if _is_of_one_sex(reading):
        return None
    return _ANYBODY.search(rest)


def _is_of_one_sex(reading: Reading) -> bool:
    """Whether all who were studied were of one sex, so that "people" tells of them."""
    who = reading.statistic.population.lower()
    return sum(bool(words.search(who)) for words in _SEXES.values()) == 1
