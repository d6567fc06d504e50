"""M09 scope not the study's: another place, comparator, population or thing.

"A national rise" when the comparison was with one county; "waiting lists" for one
housing list; "everyone" for nurses. A sentence has to stay with where the study was
made, who was in it, what was counted and what it was compared with.

Bad:
    entry: frome-emergency-admissions
    sentence: In Frome unplanned admissions fell by 14.0% against a national rise of 28.5%.
Good:
    entry: frome-emergency-admissions
    sentence: In Frome unplanned admissions fell by 14.0% and in Somerset rose by 28.5%.
"""

import re
from collections.abc import Iterator

from relcase.domain.problem import Rule
from relcase.domain.wording.places import ANY, NAMED, PARTS_OF_UK
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.scopes import COMPARATORS, OUTCOMES, PEOPLE
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M09", "scope not the study's", "error")

_WIDE = re.compile(
    r"\b(?P<nation>national(?:ly|\s+average|\s+\w+)?|nationwide|across\s+the\s+(?:country|nation)"
    r"|the\s+whole\s+country|countrywide)\b"
    r"|\b(?P<world>world-?wide|global(?:ly)?|around\s+the\s+(?:world|globe)|across\s+the\s+"
    r"(?:world|globe)|internationally|everywhere)\b"
    r"|\b(?P<all>(?:everyone|everybody|anyone)(?!\s+(?:aged|registered|in|on|else))|all\s+of\s+us|we\s+all|each\s+of\s+us|human\s+beings"
    r"|regardless\s+of\s+(?:age|background|who))\b",
    re.IGNORECASE,
)
_WORLD = re.compile(
    r"\b(?:world|global|international|countries|several\s+countries)", re.I
)
_ALL = re.compile(r"\b(?:everyone|everybody)\b", re.IGNORECASE)
_NATION = re.compile(r"\b(?:national\w*|nationwide|country)\b", re.IGNORECASE)
_NATIONAL = re.compile(
    r"\bnational\s+(?:government|health|statistic|survey|network|institute|audit|archives"
    r"|foundation|lottery|academ|school)",
    re.IGNORECASE,
)
_ONLY_COUNTRY = re.compile(
    r"\b(?:across|throughout|all\s+over)\s+(?:the\s+)?(?:whole\s+of\s+)?(?:the\s+)?(?P<name>UK"
    r"|England|Britain|Scotland|Wales|United\s+Kingdom|US|United\s+States|country)\b"
)
_QUALIFIED = (
    (
        r"hospital\s+admissions|admissions\s+to\s+hospital|admissions",
        r"unplanned|emergency|acute",
        r"unplanned|emergency|acute|urgent|avoidable|manage|conditions|care\s+admission",
    ),
    (
        r"(?:council\s+)?waiting\s+lists?|waiting\s+times",
        r"housing\s+(?:waiting\s+)?list",
        r"housing",
    ),
    (r"re-?offen\w+|re-?arrest\w*", r"sex\s+offence", r"sex"),
    (
        r"\bcrime\b|offending",
        r"violent\s+crime|drink-driv|bullying",
        r"violen|drink|bully",
    ),
)
_NARROWED = tuple(
    (
        re.compile(rf"\b(?:{broad})\b"),
        re.compile(record),
        re.compile(needed),
    )
    for broad, record, needed in _QUALIFIED
)


def check(reading: Reading) -> Iterator[Wrong]:
    """The first place, comparator, people or thing that the record does not have."""
    for find in (_wide, _place, _part, _comparator, _people, _outcome, _thing):
        match, why = find(reading)
        if match is not None:
            words = reading.sentence[match.start() : match.end()].strip()
            message = f"“{words}” is not what was studied: {why}."
            yield Wrong("M09", "error", match.start(), match.end(), message)
            return


Found = tuple[re.Match[str] | None, str]
_NOTHING: Found = (None, "")


_LANGUAGE = re.compile(
    r"English(?:[- ]speak\w+|\s+as\s+an|\s+language)|(?:spoke|speak\w*|learn\w*|in)\s+English\b"
)


def _places(reading: Reading) -> str:
    """The record's words for where it was made, without the language English."""
    statistic, comparator = reading.statistic, reading.statistic.comparator
    given = [
        statistic.place,
        statistic.population,
        statistic.period,
        statistic.exposure,
    ]
    given += [comparator.text, comparator.geography, statistic.design_note]
    given += [statistic.outcome]
    for figure in statistic.figures:
        given += [figure.label, figure.group, figure.reference_group, figure.note]
    return _LANGUAGE.sub(" ", "\n".join(one for one in given if one))


def _record(reading: Reading) -> str:
    return reading.facts.text


def _wide(reading: Reading) -> Found:
    """Words for a whole country, the whole world or everybody."""
    for match in _WIDE.finditer(reading.sentence):
        known, why = _covered(reading, match)
        if not known:
            return match, why
    return _NOTHING


def _covered(reading: Reading, match: re.Match[str]) -> tuple[bool, str]:
    """Whether the record is as wide as a word, and what it is where it is not."""
    record, statistic = reading.facts.text, reading.statistic
    if match["nation"]:
        known = bool(_NATION.search(record) or _NATIONAL.match(match[0]))
        return known, f"the comparison was with {statistic.comparator.text}"
    if match["world"]:
        known = bool(_WORLD.search(record)) or len(statistic.countries) > 1
        return known, f"it was made in {statistic.place or 'one place'}"
    return bool(_ALL.search(record)), f"it was made with {statistic.population}"


def _place(reading: Reading) -> Found:
    """A country that the record does not name."""
    first = ANY.search(reading.sentence)
    if first is None:
        return _NOTHING
    codes = reading.statistic.countries
    for code, names in NAMED.items():
        match = names.search(reading.sentence)
        if match is None or code in codes or names.search(_places(reading)):
            continue
        if not codes and _WORLD.search(_record(reading)):
            continue
        return match, f"the record has {reading.statistic.place or 'no such place'}"
    wide = _ONLY_COUNTRY.search(reading.sentence)
    place = reading.statistic.place or ""
    if wide is not None and "," in place:
        return wide, f"it was made in {place}"
    return _NOTHING


def _part(reading: Reading) -> Found:
    """One part of the United Kingdom named for another."""
    if "GB" not in reading.statistic.countries:
        return _NOTHING
    record = f"{_record(reading)} {reading.statistic.headline}"
    if re.search(r"\b(?:UK|United\s+Kingdom|Brit)", record):
        return _NOTHING
    known = [name for name, words in PARTS_OF_UK.items() if words.search(record)]
    for name, words in PARTS_OF_UK.items():
        match = words.search(reading.sentence)
        if match is not None and known and name not in known:
            return match, f"it was made in {known[0]}"
    return _NOTHING


def _comparator(reading: Reading) -> Found:
    comparator = reading.statistic.comparator
    found = next(COMPARATORS.strangers(reading.lower, reading.facts.lower), None)
    return found, f"the comparison was with {comparator.text}"


def _people(reading: Reading) -> Found:
    found = next(PEOPLE.strangers(reading.lower, reading.facts.lower), None)
    return found, f"it was made with {reading.statistic.population}"


def _outcome(reading: Reading) -> Found:
    known = f"{reading.facts.lower} {' '.join(reading.statistic.outcomes)}"
    found = next(OUTCOMES.strangers(reading.lower, known), None)
    return found, f"what was measured was {reading.statistic.outcome}"


def _thing(reading: Reading) -> Found:
    """A broad word for the narrower thing that was counted."""
    lead = reading.facts.lead
    outcome = f"{reading.statistic.outcome} {lead.label if lead else ''}".lower()
    for broad, record, needed in _NARROWED:
        match = broad.search(reading.lower)
        if match is None or not record.search(outcome):
            continue
        if not needed.search(reading.lower):
            return match, f"what was counted was {reading.statistic.outcome}"
    return _NOTHING
