"""Outcomes and their opposites: to die and to survive, to be housed and homeless."""

import re
from collections.abc import Iterator
from functools import lru_cache

from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import value
from relcase.domain.wording.phrases import pattern, plain

_AVOIDED = (
    "avoid/avoids/avoided/avoiding",
    "escape/escapes/escaped/escaping",
    "spared",
    "free/steer/steers/steered of/from/clear",
    "not (to) get/be/go/develop/have/become/return/being",
    "stay/stays/stayed/staying off",
    "stay/stays/stayed/staying out/away/clear/free of/from",
)


def _avoiding(things: str) -> str:
    """Phrases for not having something: "avoided dementia", "stayed out of prison"."""
    return ", ".join(f"{one} (of) (_) (_) {things}" for one in _AVOIDED)


_PAIRS = {
    "die/died/dies/dying/death/deaths/dead/mortality/kill*/fatal*": """
        surviv*/alive/longevity, live/lived/lives (for) (a) longer/shorter, live/lived/lives on
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


_DENIED = re.compile(
    r"(?:\b(?:not|never|no|without|neither|nor|free\s+(?:of|from))|n't)\s+"
    r"(?:(?:been|be|being|get|got|getting|have|had|having|to|a|an|any|again|back|into|in|further"
    r"|new|lasting|yet|clinically|continuing|prolonged|symptoms\s+of|signs\s+of)\s+){0,3}$"
)
"""What stands before an outcome that people did not have: "did not have any"."""
_REACH = 40


_AT_FIRST = re.compile(
    r"\w*(?:\s+\w+)?\s+(?:at\s+(?:the\s+)?(?:start|baseline|first|entry)|before)\b"
)
"""What stands behind an outcome that people did not have before the study began."""


def _denied(text: str, match: re.Match[str]) -> bool:
    at = match.start()
    if _AT_FIRST.match(text, match.end()):
        return False
    return _DENIED.search(text, max(0, at - _REACH), at) is not None


def sides(text: str) -> dict[int, int]:
    """Which outcomes a text names and from which side: 1 as it is, -1 its opposite.

    An outcome named from both sides is left out.
    """
    return _sides(plain(text))


@lru_cache(maxsize=4096)
def _sides(text: str) -> dict[int, int]:
    found = {}
    for number, (named, opposite) in enumerate(_PATTERNS):
        rest, seen = text, set()
        if opposed := list(opposite.finditer(text)):
            rest = opposite.sub(lambda one: " " * len(one[0]), text)
            seen = {
                1 if _denied(text, one) else -1
                for one in opposed
                if not _AT_FIRST.match(text, one.end())
            }
        seen |= {-1 if _denied(text, one) else 1 for one in named.finditer(rest)}
        if len(seen) == 1:
            found[number] = next(iter(seen))
    return found


def _measured(figure: Figure, statistic: Statistic) -> dict[int, int]:
    """The sides of what a figure measures, by the narrowest words that name an outcome."""
    if figure.outcome:
        return sides(figure.outcome)
    return sides(figure.label) or sides(statistic.outcome)


def turned(sentence: str, figure: Figure, statistic: Statistic) -> bool:
    """Whether a sentence names the opposite of what a figure measures."""
    return _by_pairs(sentence, figure, statistic) is True


def told(sentence: str, figure: Figure, statistic: Statistic) -> bool | None:
    """Whether a sentence names the opposite of what a figure measures.

    ``False`` where it names the outcome itself, and ``None`` where it names neither.
    """
    known = _by_pairs(sentence, figure, statistic)
    return _by_words(sentence, figure, statistic) if known is None else known


def _by_pairs(sentence: str, figure: Figure, statistic: Statistic) -> bool | None:
    mine, theirs = sides(sentence), _measured(figure, statistic)
    of_groups = sides(f"{figure.group or ''}. {figure.reference_group or ''}")
    both = mine.keys() & theirs.keys() - of_groups.keys()
    shared = {mine[one] == theirs[one] for one in both}
    return not shared.pop() if len(shared) == 1 else None


_WORD = re.compile(r"[a-z]{4,}")
_IDLE = frozenset(
    {
        "after", "being", "having", "during", "people", "their", "with", "from", "were",
        "this", "that", "follow", "over", "between", "until", "year", "years", "months",
        "month", "week", "weeks", "later", "still", "share", "time", "rate", "risk", "odds",
        "number", "level", "main", "first", "last", "release", "which", "those", "your",
        "given", "cent", "late", "using", "used", "most", "than", "study",
        "care", "near",
    }
)  # fmt: skip
_STEM = 5


@lru_cache(maxsize=4096)
def words(outcome: str, groups: str = "") -> re.Pattern[str] | None:
    """The words of an outcome by their beginnings, those of the groups left out."""
    known = frozenset(one[:_STEM] for one in _WORD.findall(plain(groups)))
    stems = {
        one[:_STEM] if len(one) >= _STEM else rf"{one}\b"
        for one in _WORD.findall(plain(outcome))
        if one not in _IDLE
    }
    kept = sorted(stems - known)
    return re.compile(rf"\b(?:{'|'.join(kept)})") if kept else None


def words_of(figure: Figure, statistic: Statistic) -> re.Pattern[str] | None:
    """The words that name what a figure measures."""
    groups = (
        figure.group,
        figure.reference_group,
        statistic.place,
        statistic.population,
    )
    return words(
        figure.outcome or statistic.outcome, " ".join(one for one in groups if one)
    )


def _by_words(sentence: str, figure: Figure, statistic: Statistic) -> bool | None:
    known = words_of(figure, statistic)
    found = set(_named(plain(sentence), known)) if known else set()
    return found.pop() if len(found) == 1 else None


def _named(text: str, known: re.Pattern[str]) -> Iterator[bool]:
    """Whether each mention of an outcome is denied; words side by side are one mention."""
    end = -1
    for match in known.finditer(text):
        if end < 0 or not _ALONGSIDE.fullmatch(text, end, match.start()):
            yield _denied(text, match)
        end = match.end()


_ALONGSIDE = re.compile(r"\w*(?:[ -](?:of|in|or|and|the|a|\w+))?[ -]")
"""What may stand between two words of one outcome."""


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
