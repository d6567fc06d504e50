"""Outcomes and their opposites: to die and to survive, to be housed and homeless."""

from collections.abc import Iterator
from functools import lru_cache

from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import value
from relcase.domain.wording.phrases import pattern, plain

_AVOIDED = (
    "avoid/avoids/avoided/avoiding",
    "escape/escapes/escaped/escaping",
    "spared/without",
    "free/steer/steers/steered of/from/clear",
    "not (to) get/be/go/develop/have/become/return/being",
    "not",
    "stay/stays/stayed/staying off",
    "stay/stays/stayed/staying out/away/clear/free of/from",
)


def _avoiding(things: str) -> str:
    """Phrases for not having something: "avoided dementia", "stayed out of prison"."""
    return ", ".join(f"{one} (of) (_) (_) {things}" for one in _AVOIDED)


_PAIRS = {
    "die/died/dies/dying/death/deaths/dead/mortality/kill*/fatal*": """
        surviv*/alive/longevity, live/lived/lives longer/on
    """,
    """
    readmi*/admission/admissions/admitted/hospitalis*, back in/into/to hospital
    """: f"""
        {_avoiding("hospital/readmission/admission/crisis")}, remain/remained/remaining at home
    """,
    """
    re-offend*/re-convict*/re-arrest*/arrest/arrests/arrested/recidivism/convicted/conviction/
        convictions, offend/offended/offending again
    """: f"""
        arrest-free, crime-free, desist*, go/going straight
        {_avoiding("trouble/crime/re-offending/re-conviction/arrest/prison/court")}
    """,
    "homeless*, on the streets": """
        housed, in (stable/long-term) housing, keep/kept a home
    """,
    "in care, taken into care, go into care, care proceedings": """
        out of care, stay/stayed/staying/live/lived/living/remain/remained at home
        stay/stayed/staying/live/lived/living/remain/remained with (their) family/families/parents
    """,
    "care home, residential care, nursing home": """
        stay/stayed/staying in their own home/homes, remain/remained/remaining independent
        remain/remained/remaining at home
    """,
    """
    depressed/depression/dementia/cold/colds/stroke/illness/distress*/burnout/self-harm*
    heart attack/attacks/disease, behaviour problems, prolonged grief
    """: f"""
        healthy/well
        {_avoiding("depression/dementia/cold/colds/heart/stroke/illness/distress/problems")}
        {_avoiding("grief/burnout")}
    """,
    "complete/completed/completing/completion": """
        drop/drops/dropped/dropping out, quit, gave up, abandon*
    """,
    "same placement, kept their placement, settled": """
        move/moved/moving on/placement/home, placement broke/breakdown/move/moves
    """,
}
"""Outcomes, and what it is not to have them."""
_PATTERNS = tuple((pattern(one), pattern(other)) for one, other in _PAIRS.items())


@lru_cache(maxsize=4096)
def sides(text: str) -> dict[int, int]:
    """Which outcomes a text names and from which side: 1 as it is, -1 its opposite.

    An outcome named from both sides is left out.
    """
    found, text = {}, plain(text)
    for number, (named, opposite) in enumerate(_PATTERNS):
        other = opposite.search(text) is not None
        rest = opposite.sub(" ", text) if other else text
        one = named.search(rest) is not None
        if one != other:
            found[number] = 1 if one else -1
    return found


def _measured(figure: Figure, statistic: Statistic) -> dict[int, int]:
    """The sides of what a figure measures, by the narrowest words that name an outcome."""
    if figure.outcome:
        return sides(figure.outcome)
    return sides(figure.label) or sides(statistic.outcome)


def turned(sentence: str, figure: Figure, statistic: Statistic) -> bool:
    """Whether a sentence names the opposite of what a figure measures."""
    mine, theirs = sides(sentence), _measured(figure, statistic)
    shared = mine.keys() & theirs.keys()
    return any(mine[one] != theirs[one] for one in shared) and not any(
        mine[one] == theirs[one] for one in shared
    )


def frequencies(sentence: str, statistic: Statistic) -> Iterator[float]:
    """How many in 100 have the outcome that a sentence names, where the record says it."""
    mine = sides(sentence)
    for figure in statistic.figures:
        share = _share(figure)
        if share is None:
            continue
        theirs = sides(f"{figure.outcome or ''} {figure.label}")
        for one in mine.keys() & theirs.keys():
            yield share if mine[one] == theirs[one] else 100 - share


def _share(figure: Figure) -> float | None:
    """The share of people with the outcome of a figure, if it is one, in per cent."""
    if figure.measure == "percent":
        return value(figure.estimate)
    part, whole = value(figure.events or figure.estimate), value(figure.denominator)
    counted = figure.measure == "count" or figure.events is not None
    return 100 * part / whole if counted and part is not None and whole else None
