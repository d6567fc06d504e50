"""What was found in one place, or among those who answered, told of a country or of all."""

import re

from relcase.domain.evidence import Figure
from relcase.domain.wording import places
from relcase.domain.wording.phrases import pattern
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.scopes import NOTHING, Found, people
from relcase.domain.wording.tracing import traces

_OF_ONE_PLACE = frozenset(
    {
        *("case_study", "before_after", "controlled_before_after", "expert_statement"),
        "modelling",
    }
)
"""Designs that tell of the place they were made in, and of no other."""
_BODIES = """
    services/servants/sector/councils/authorities/boroughs/towns/cities/communities/neighbourhoods/
    schools/hospitals/surgeries/practices/prisons/charities/landlords/areas
""".replace("\n", "").replace(" ", "")
_PEOPLE = """
    people/families/children/pupils/prisoners/offenders/patients/pensioners/tenants/workers/
    homeless/bereaved/nurses/doctors/teachers/residents/citizens/adults/homes/gps/prison-leavers
""".replace("\n", "").replace(" ", "")
_COUNTRYS = """
    britain's/england's/scotland's/wales's/america's/australia's/canada's/nation's/country's/uk's
""".strip()
_OF_COUNTRY = pattern(f"{_COUNTRYS} (_) (_) {_BODIES}/{_PEOPLE}")
_IN_COUNTRY = pattern(f"""
    british/english/scottish/welsh/american/canadian/australian public services/servants
    across/throughout (the) britain/england/scotland/wales/america/australia/canada/uk/country
    of (_) {_PEOPLE} in britain/england/scotland/wales/america/australia
    rural/urban/coastal/deprived/northern england/britain/scotland/wales/america
    in/of the country as a whole
""")
_IN_GENERAL = pattern("""
    public services/servants/bodies
    councils/authorities/boroughs/hospitals/prisons/practices !on/in
    towns/cities/officials/bureaucrats, the state, the nhs, town halls
    government !report/synthesis/evaluation/survey/statistics/figures/data/study/department
""")
_NARROWED = pattern(f"""
    one/a/an/this/that/its/the/two/three/four/nine (_) (_) borough/council/town/area/place/county
    one/a/an/this/that/its/the/two/three/four/nine (_) (_) city
    one/a/an/this/that/its/two/three/four/nine (_) (_) (_) councils/forecasts/practice/charity/cases
    one/a/an/this/that/its (_) (_) scheme/programme/pilot/pilots/team/study/account/trial/entry/look
    some/other/similar/neighbouring (_) {_BODIES}, local, there, its own
""")
_OF_ALL = pattern(f"""
    of all (the/those) (_) (_) (_) {_PEOPLE}/women/men/girls/boys/employees/staff/carers/relatives
    of all who, of every/each {_PEOPLE}, of the whole, of everyone/everybody/anyone
    every (_) (_) patient/pupil/child/prisoner/woman/man/person/tenant/family/resident who/that/with
    all/every (_) {_PEOPLE} in/across britain/england/scotland/wales/america/uk
""")
_EVERY = pattern(
    f"all (the) (_) (_) {_PEOPLE}/deaths/births/women/men, every (_) _, everyone/everybody"
)
_ASKED = pattern("""
    survey*/interview*/question*/answer*/respon*/recruit*/volunteer*/complet*/participa*/self-selected
    asked, took/taken/take part, sample/samples, of those, study/studied, poll/polled, who gave
    among/of # people/of, people in it, told researchers
""")
_LEFT = pattern("""
    whether or not they/he/she (had) (ever) complete*/finish*/stay*/graduate*
    whether they/he/she (had) (ever) complete*/finish*/stay*/graduate* or not/dropped
    completed/finished/graduated (it/them) or not
    including/even/and those/people/men/ones who never/did/dropped (not) _
""")
"""Those who did not stay, counted with the others."""
_ALL = "all/every/everyone/everybody/anyone"
_STARTED = pattern(f"""
    ever started/joined/began
    {_ALL} (_) (_) (_) who (_) (ever) started/joined/began/enrol*/entered/enlisted/registered
    {_ALL} (_) (_) (_) who (_) (ever) signed/took up
    {_ALL} starters/joiners/entrants/participants/referrals/starter/joiner/entrant/participant
""")
_STAYED = pattern("complet*/finish*/graduat*, stayed/stay (on/to) the end/course")
_OF_ANSWERS = re.compile(r"\b(?:answered|interviews?|interviewed|replied)\b")
_SHARES = frozenset({"percent", "share"})


def place(reading: Reading) -> Found:
    """A whole country, or services in general, for the one place that was looked at."""
    statistic = reading.statistic
    if not _is_local(statistic.place) or _names_place(reading):
        return NOTHING
    why = f"it was made in {statistic.place}"
    if _NARROWED.search(reading.lower):
        return NOTHING
    if match := _OF_COUNTRY.search(reading.lower) or _IN_COUNTRY.search(reading.lower):
        return match, why
    if statistic.design in _OF_ONE_PLACE and reading.numerals:
        return _IN_GENERAL.search(reading.lower), why
    return NOTHING


def sample(reading: Reading) -> Found:
    """All people of a kind for those who were studied, or who chose to answer."""
    if _ASKED.search(reading.lower):
        return NOTHING
    statistic = reading.statistic
    why = f"it was made with {people(statistic.population)}"
    of_all = statistic.design == "admin_data" or _EVERY.search(reading.facts.lower)
    if not of_all and (match := _OF_ALL.search(reading.lower)):
        return match, why
    for numeral in reading.numerals:
        figures = [one.figure for one in traces(reading, numeral)]
        if numeral.kind in _SHARES and any(
            _of_answers(reading, one) for one in figures
        ):
            words = re.compile(re.escape(numeral.text.lower()))
            match = words.search(reading.lower, numeral.start)
            return match, f"{why}, and the share is of those who answered"
    return NOTHING


def starters(reading: Reading) -> Found:
    """All who ever started, for those who stayed to the end."""
    match = _STARTED.search(reading.lower) or _LEFT.search(reading.lower)
    if match is None or _STAYED.search(_LEFT.sub(" ", reading.lower)):
        return NOTHING
    for numeral in reading.numerals:
        figures = [one.figure for one in traces(reading, numeral)]
        groups = [one.group or "" for one in figures if one is not None]
        if numeral.kind in _SHARES and groups and all(map(_is_of_stayers, groups)):
            return match, f"it is a share of {groups[0]}"
    return NOTHING


def _is_of_stayers(group: str) -> bool:
    return _STAYED.search(group.lower()) is not None


def _of_answers(reading: Reading, figure: Figure | None) -> bool:
    """Whether a figure is of those who answered, and who chose to."""
    if figure is None or figure.measure != "percent":
        return False
    chosen = reading.statistic.design == "survey_nonprobability"
    return chosen or _OF_ANSWERS.search((figure.group or "").lower()) is not None


def _is_local(place: str | None) -> bool:
    """Whether a place is a part of a country, and not one or several of them."""
    rest = places.without_countries(place or "").lower()
    return bool(_WORD.search(rest)) and not _WHOLE.search(rest)


def _names_place(reading: Reading) -> bool:
    """Whether the sentence names the place, or a part of it."""
    named = _NAME.findall(places.without_countries(reading.statistic.place or ""))
    return any(one in reading.sentence for one in named)


_WORD = re.compile(r"[a-z]{4,}")
_NAME = re.compile(r"[A-Z][\w’'-]{3,}")
_WHOLE = re.compile(r"\b(?:worldwide|nationwide|countries)\b")
