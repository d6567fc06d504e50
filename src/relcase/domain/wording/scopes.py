"""Words for people, comparators and outcomes, and how a record shows that it has them.

Each table has what a sentence may say and, beside it, what the record's own words must
then hold (notation: ``phrases``; a record is searched for beginnings of words).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from relcase.domain.wording.phrases import any_of, pattern

Found = tuple[re.Match[str] | None, str]
"""Words that a record does not bear out, and what it has in their place."""
NOTHING: Found = (None, "")

_PEOPLE = {
    """
    children/kids/toddler/toddlers/babies/infants/pupils/teenager/teenagers/schoolchildren/
        teens/youngsters/boys/students/adolescents, young people
    """: """
    child*/schoolchild*/kid*/toddler*/baby/babies/infant*/pupil*/teen*/school*/young*/boy*/
        girl*/student*/adolesc*/birth*/childbirth/famil*
    """,
    "nurses": "nurs*",
    "doctors/gps/physicians/clinicians": """
    doctor*/gp/gps/physician*/clinic*/practi*/consult*/patient*/health*
    """,
    "teachers": "teach*/school*",
    "pensioners, older people, the elderly, elderly people, over-50s/60s/65s/70s/75s/80s": """
    older/elder*/aged/50/60/65/70/75/80/eight*/octogen*/dementia/nursing, care home*, end of
    """,
    "men/fathers/husbands": "men/male*/father*/boys/husband*/prisoner*",
    "women/mothers/wives/mums/girls": "woman/women/female*/mother*/matern*/birth*/preg*/girl*",
    "prisoners/inmates/offenders/ex-offenders/criminals": """
    prison*/inmate*/offen*/reoffen*/parole*/sentenc*/convict*/supervis*/custod*
    """,
    "homeless people, rough sleepers": "homeless*/rough*",
    "workers/employees/staff/colleagues": """
    work*/employ*/staff*/colleag*/team*/nurs*/doctor*/practi*/officer*/teacher*/council*
    """,
    "tenants/renters": "tenan*/rent*",
    "carers/relatives": "carer*/relativ*/famil*/kin/bereav*",
}
_COMPARATORS = {
    "placebo": "placebo",
    """
    than/over/as medication/drug/drugs/medicines/tablets/antidepressants, as a drug
    """: "drug*/medic*",
    """
    than/with/to/against (#) (of/in) (the) general population
    than/with/to/against the public at large
    """: "general population",
    "(the) national/english/uk/england/regional average": "average*",
    "previous/preceding year, year before": "before/previous*/earlier",
    "other/similar/neighbouring councils/boroughs/authorities": "council*/author*",
    "other/similar/neighbouring local authorities": "council*/author*",
    "other/similar/neighbouring towns/areas/places": "area*/town*/places, rest of",
    "a/an (matched) control group": "control*/matched/usual/group*/random*/trial*",
    "no/without treatment/support/help, without any treatment/support/help": """
    no/none/not/without/wait*
    """,
    "smokers/smoking/cigarettes/obese/obesity": "smok*/obes*",
    "exercising/exercise": "exercis*",
}
_OUTCOMES = {
    "burn-out": "burn-out*",
    "depress*": "depress*",
    "anxi*": "anxi*",
    "dementia": "dementia",
    "suicid*": "suicid*",
    "happy/happi*": "happ*",
    "well-being": "well-being",
    "live/lived/lives longer, longevity/lifespan, life expectancy, early death": """
    surviv*/mortal*/death*/die*/dying/alive/longevity
    """,
    "die/dies/died/dying/death/deaths/mortality": """
    surviv*/mortal*/death*/die/dies/died/dying/dead/alive/longevity/live/lives/lived
    bereav*/kill*/terminal*/palliativ*/hospice*/fatal*/suicid*, end-of-life, last year
    """,
    "survive/survives/survived/survival/surviving": """
    surviv*/mortal*/death*/die/dies/died/dying/dead/alive/longevity/live/lives/lived
    """,
    "readmit*/readmission*/hospitalis*, admitted to hospital, hospital admission/admissions": """
    hospital*/readmi*/re-admi*/admission*/admitted/inpatient*
    """,
    "loneliness": "lonel*",
    "pneumonia/asthma/diabetes": "pneumonia/asthma/diabet*",
    "quality of life": "quality of life, life quality",
    "crime": "crim*/offen*/re-offen*/arrest*/re-arrest*/convict*/re-convict*/violen*",
    "bully*": "bull*",
    """
    attainment, exam/school/test results/scores, schoolwork, gcse/gcses, results at school
    """: "attain*/grade*/gcse*/achiev*/schoolwork/progress*/liter*/academ*/learn*/exam*",
    "employment/unemploy*/jobs": "employ*/unemploy*/job*/work*",
    "heart attack/attacks/disease": "heart/coronary/cardi*",
    "cancer": "cancer*",
    "stroke": "stroke*",
    "cost/costs !lives/life, spending/bill/bills": """
    cost*/spend*/charg*/saving*/pound*/dollar*/value*/money/econom*/overspend*/£
    """,
    "absence/truancy, attendance at school": "absen*/attend*/truan*",
    "prejudice": "prejudic*",
    "obesity": "obes*",
    "blood pressure": "blood pressure",
    "homeless*": "homeless*/hous*/rough*/tenanc*",
    "stress": "stress*",
    "re-offend*": "offen*/re-offen*/convict*/re-convict*/arrest*/re-arrest*/felon*/recid*/crim*",
    "self-harm*": "self-harm*/suicid*",
    "productivity/profit/profits": "productiv*/perform*/profit*",
    "staff turnover, sick/sickness leave/absence": "turnover/sick*/absence*",
    "immun*": "immun*",
    "viral load": "viral load",
    "engagement": "engag*",
    "violence": "violen*",
    "victim/victims/victims' happier/satisf*": "victim*",
    "(very) satisfied/dissatisfied/happy with": "satisf*/dissatisf*/happ*",
    "treated with respect": "respect*",
}


class Narrowed(NamedTuple):
    """A broad word for something narrower, and the words that would make it narrow."""

    said: re.Pattern[str]
    counted: re.Pattern[str]
    """What the record counted."""
    needed: re.Pattern[str]
    """What the sentence has to say then."""


NARROWED = (
    Narrowed(
        pattern("(hospital) admissions (to) (hospital)"),
        pattern("unplanned/emergency/acute"),
        pattern(
            "unplanned/emergency/acute/urgent/avoidable/manage*/conditions, care admission*"
        ),
    ),
    Narrowed(
        pattern("was/were helped/supported/fed, got/received/given help"),
        pattern("offered help"),
        pattern("offer*"),
    ),
    Narrowed(
        pattern("crime/crimes/offending"), pattern("being arrested"), pattern("arrest*")
    ),
    Narrowed(
        pattern("(council) waiting list/lists, waiting times"),
        pattern("housing (waiting) list"),
        pattern("housing"),
    ),
    Narrowed(
        pattern("re-offen*, re-arrest*"), pattern("sex offence*"), pattern("sex*")
    ),
    Narrowed(
        pattern("crime/offending"),
        pattern("violent crime*, drink-driv*, bullying"),
        pattern("violen*/drink*/bully*"),
    ),
)
"""What is told too broadly of some records."""


def people(population: str) -> str:
    """Who was studied, as words within a sentence: no capital but that of a name.

    What a record adds about them behind a semicolon is left out.
    """
    population = population.partition(";")[0]
    first, _, rest = population.partition(" ")
    common = _COMMON.fullmatch(first.rstrip(",").lower())
    return f"{first.lower()} {rest}".strip() if common else population


_COMMON = re.compile(
    "accused|adults?|almost|areas|cases|child|children|chronically|closest"
    "|community-dwelling|countries|drivers|employees|everyone|families|general-population"
    "|healthy|homeless|kindergarten|low-income|married|medical|men|middle|municipalities"
    "|neighbourhoods|new|nurses|nursing|older|outpatients|patients|patrol|people|police"
    "|pregnant|previously|prisoners|published|pupils|relatives|residents|school|secondary"
    "|sentenced|staff|students|tenants|underprivileged|varied|women|work|workers|world|young"
)
"""The words that populations on record start with and that are no names."""


class Words:
    """What sentences say and records must then hold, looked for together."""

    def __init__(self, table: dict[str, str]) -> None:
        self._any = re.compile(rf"\b(?:{any_of(', '.join(table))})\b")
        self._rows = [
            (re.compile(any_of(said)), pattern(known)) for said, known in table.items()
        ]

    def strangers(self, sentence: str, record: str) -> Iterator[re.Match[str]]:
        """What a sentence says and the record does not, both in small letters."""
        for match in self._any.finditer(sentence):
            known = next(
                known
                for said, known in self._rows
                if said.fullmatch(sentence, *match.span())
            )
            if not known.search(record):
                yield match


PEOPLE = Words(_PEOPLE)
COMPARATORS = Words(_COMPARATORS)
OUTCOMES = Words(_OUTCOMES)
