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

from relcase.domain.evidence import Figure
from relcase.domain.problem import Rule
from relcase.domain.wording import comparators, places, sexes, widened
from relcase.domain.wording.before_after import told_as_change
from relcase.domain.wording.numerals import numerals
from relcase.domain.wording.outcomes import told, words_of
from relcase.domain.wording.phrases import ending, kinds, pattern, starting
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.scopes import (
    NARROWED,
    NOTHING,
    OUTCOMES,
    PEOPLE,
    Found,
    Narrowed,
    people,
)
from relcase.domain.wording.tracing import traces
from relcase.domain.wording.verbs import denied
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M09", "scope not the study's", "error")

_WIDE = kinds(
    nation="""
        nationwide/countrywide/nationally, national (_), across the country/nation
        the whole country
    """,
    world="""
        world-wide, global/globally/internationally/everywhere
        around/across/in the (whole) world/globe
    """,
    all="""
        everyone/everybody/anyone !aged/registered/in/on/else/leaving, all of us, we all, each of us
        human beings, regardless of age/background/who
    """,
)
_WORLD = pattern("world-wide, global*, international*, countries")
_THE_WORLD = pattern("the (whole) world !health/bank/economic")
_WHOLE_WORLD = pattern("world-wide, global*")
_SOME_COUNTRIES = pattern("high-income/oecd/european/western/rich/richer countries")
_ALL = pattern("everyone/everybody")
_NATION = pattern("national*, nationwide, country")
_NATIONAL = pattern("""
    national government/health/statistic*/survey/network/institute/audit/archives/foundation
    national lottery/academ*/school*/trial*/stud*/evaluation*/pilot*/programme*/report*/estimate*
""")
_TO_READERS = ending("""
    before/if/when/unless/until, can/could/does/did/do/will/would/should/has/have/let
    in case, wonder if, so that
""")
"""What stands before "anyone" and "we all" where they are those who read."""
_WHOLE_COUNTRY = pattern("""
    across/throughout (the) (whole) (of) (the) uk/england/britain/scotland/wales/us/country
    across/throughout (the) (whole) (of) (the) united kingdom/states
    all over (the) uk/england/britain/scotland/wales/us/country
""")


def check(reading: Reading) -> Iterator[Wrong]:
    """The first place, comparator, people or thing that the record does not have."""
    for find in _FINDERS:
        match, why = find(reading)
        if match is not None:
            words = reading.words(match)
            fault = (
                "is not of all" if words[:1].isdigit() else "is not what was studied"
            )
            message = f"“{words}” {fault}: {why}."
            yield Wrong("M09", "error", *match.span(), message)
            return


def _wide(reading: Reading) -> Found:
    """Words for a whole country, the whole world or everybody."""
    for match in _WIDE.finditer(reading.lower):
        if match.lastgroup == "all" and _TO_READERS.search(
            reading.lower, 0, match.start()
        ):
            continue
        known, why = _covered(reading, match)
        if not known:
            return match, why
    return NOTHING


def _covered(reading: Reading, match: re.Match[str]) -> tuple[bool, str]:
    """Whether the record is as wide as a word, and what it is where it is not."""
    record, statistic = reading.facts.lower, reading.statistic
    if match.lastgroup == "nation":
        known = bool(_NATION.search(record) or _NATIONAL.match(match[0]))
        return known, f"the comparison was with {statistic.comparator.text}"
    if match.lastgroup == "world":
        return _of_the_world(
            reading
        ), f"it was made in {statistic.place or 'one place'}"
    return bool(_ALL.search(record)), f"it was made with {people(statistic.population)}"


def _of_the_world(reading: Reading) -> bool:
    """Whether the record speaks of the world, or of countries of every kind."""
    record = reading.facts.lower
    several = len(reading.statistic.countries) > 1 or _WORLD.search(record)
    every_kind = several and not _SOME_COUNTRIES.search(record)
    return bool(_WHOLE_WORLD.search(record) or every_kind)


def _country(reading: Reading) -> Found:
    """A country that the record does not name, or the whole of one for a part."""
    place = reading.statistic.place
    of_the_world = not reading.statistic.countries and _WORLD.search(
        reading.facts.lower
    )
    for code, match in places.countries(reading.sentence).items():
        known = code in reading.facts.named_countries or of_the_world
        if not known and not places.is_where_told(reading.sentence, match):
            return match, _made_elsewhere(place)
    if of_the_world and (one := _of_one_country(reading)):
        return one, "the number is of many countries together"
    wide = _WHOLE_COUNTRY.search(reading.lower)
    if wide is not None and "," in (place or ""):
        return wide, f"it was made in {place}"
    return NOTHING


def _made_elsewhere(place: str | None) -> str:
    return f"it was made in {place}" if place else "the record names no such place"


def _of_one_country(reading: Reading) -> re.Match[str] | None:
    """The people of one country, of whom a number for many countries is told."""
    if _WORLD.search(reading.lower) or _THE_WORLD.search(reading.lower):
        return None
    known = reading.facts.named_countries
    for code, match in places.countries(reading.sentence).items():
        start, end = reading.clause(match.start())
        told = any(
            one.figure is not None and one.figure.role == "result"
            for numeral in reading.numerals
            if start <= numeral.start < end
            for one in traces(reading, numeral)
        )
        if (
            code not in known
            and told
            and places.is_whereabouts(reading.sentence, match)
        ):
            return match
    return None


def _part(reading: Reading) -> Found:
    """One part of the United Kingdom named for another."""
    known = reading.facts.parts_of_uk
    for part, match in places.parts_of_uk(reading.sentence).items() if known else ():
        if part not in known and not places.is_where_told(reading.sentence, match):
            made_in = min(known).replace("_", " ").title()
            return match, f"it was made in {made_in}"
    return NOTHING


def _people(reading: Reading) -> Found:
    strangers = PEOPLE.strangers(reading.lower, reading.facts.lower)
    found = next((one for one in strangers if not _is_apart(reading, one)), None)
    return found, f"it was made with {people(reading.statistic.population)}"


def _is_apart(reading: Reading, match: re.Match[str]) -> bool:
    """Whether people are those who wrote the study, who read, or who do the work."""
    text = reading.lower
    is_read = _KNOWING.match(text, match.end())
    is_work = match[0] == "workers" and _AT_WORK.search(text, 0, match.start())
    return bool(is_read or is_work) or _is_author(reading, match)


_KNOWING = starting("""
    should/will/may/might/must/can/need (to) know/note/remember/see/find/ask/be/bear/read/recall
""")
_AT_WORK = ending("support/link/key/peer/outreach/family/youth/care/health/social")


def _is_author(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the people wrote the study: "Steptoe and colleagues"."""
    front = reading.sentence[: match.start()]
    return match[0] == "colleagues" and _NAME_AND.search(front) is not None


_NAME_AND = re.compile(
    r"[A-Z][\w’'-]+,?\s+(?:and|with|&)\s+(?:(?:her|his|their|some|several|a|few|many|other|fellow"
    r"|\d+|two|three|four|five|six|seven|eight|nine|ten|university|research)\s+){0,3}$"
)


def _outcome(reading: Reading) -> Found:
    known = f"{reading.facts.lower} {' '.join(reading.statistic.outcomes)}"
    for match in OUTCOMES.strangers(reading.lower, known):
        is_named = _IN_A_NAME.search(reading.sentence, 0, match.end())
        if not is_named and not denied(reading.lower, match.start()):
            return match, f"what was measured was {reading.statistic.outcome}"
    return NOTHING


_IN_A_NAME = re.compile(r"\b[A-Z][a-z]+\s[A-Z][\w’'-]+$")
"""Words written large, one after another: "the World Happiness Report"."""


def _measured(reading: Reading) -> Found:
    """Another outcome told with a number that the record gives for its own."""
    for numeral in reading.numerals:
        figures = {
            one.figure.label: one.figure
            for one in traces(reading, numeral)
            if one.figure is not None
        }
        if not figures or any(_named(reading, one) for one in figures.values()):
            continue
        known = " ".join((_of_people(reading), *map(_of_figure, figures.values())))
        start, end = reading.clause(numeral.start)
        for match in OUTCOMES.strangers(reading.lower, known.lower()):
            if start <= match.start() < end and not denied(
                reading.lower, match.start()
            ):
                first = next(iter(figures.values()))
                what = first.outcome or reading.statistic.outcome
                return match, f"“{numeral.text}” is about {what}"
    return NOTHING


def _named(reading: Reading, figure: Figure) -> bool:
    """Whether the sentence names what a figure measures, or the opposite of it."""
    named = words_of(figure, reading.statistic)
    if named is None or told(reading.lower, figure, reading.statistic) is not None:
        return True
    return named.search(reading.lower) is not None


def _of_figure(figure: Figure) -> str:
    given = (figure.label, figure.outcome, figure.group, figure.reference_group)
    return " ".join(one for one in (*given, figure.unit, figure.note) if one)


def _of_people(reading: Reading) -> str:
    """What the record says of who was studied, where and what differed."""
    statistic = reading.statistic
    given = [statistic.population, statistic.exposure, statistic.comparator.text]
    given += [statistic.outcome, statistic.place, statistic.design_note]
    return " ".join(one for one in given if one)


def _thing(reading: Reading) -> Found:
    """A broad word for the narrower thing that was counted."""
    lead = reading.facts.lead
    outcome = f"{reading.statistic.outcome} {lead.label if lead else ''}".lower()
    for narrowed in NARROWED:
        match = narrowed.said.search(reading.lower)
        if match is None or not narrowed.counted.search(outcome):
            continue
        told_so = _told_broadly(reading, narrowed)
        if not narrowed.needed.search(reading.lower) and not told_so:
            return match, f"what was counted was {reading.statistic.outcome}"
    return NOTHING


def _told_broadly(reading: Reading, narrowed: Narrowed) -> bool:
    """Whether the record's own words have the broad word with a number of the sentence."""
    numbers = [one for one in reading.numerals if one.text[0].isdigit()]
    for sentence in _SENTENCE.split(reading.statistic.text or ""):
        if narrowed.said.search(sentence.lower()) and not narrowed.needed.search(
            sentence.lower()
        ):
            theirs = {(one.kind, one.value) for one in numerals(sentence)}
            return bool(numbers) and all(
                (one.kind, one.value) in theirs for one in numbers
            )
    return False


_SENTENCE = re.compile(r"(?<=\.)\s+")
_FINDERS = (
    _wide,
    _country,
    _part,
    widened.place,
    comparators.untrue,
    told_as_change,
    widened.sample,
    widened.starters,
    _people,
    sexes.of_one_sex,
    _outcome,
    _measured,
    _thing,
)
