"""M01 direction reversed: better for worse, more for less, or a difference for none.

A ratio of 0.75 is fewer, one of 1.39 is more, and "39% lower" is neither of them: read
from the other group, 1.39 is 28% lower. A number told of the wrong group reverses it as
well: of "47% of visited prisoners, 68% of the others" neither may be swapped, and 1.32
times the risk belongs to the group that has it. Where the study found no clear
difference, or a change for the worse, a sentence that tells of a gain reverses it too.

Bad:
    entry: uk-family-visits-39-percent-odds
    sentence: Prisoners with family visits had 39% lower odds of reoffending.
Good:
    entry: uk-family-visits-39-percent-odds
    sentence: Prisoners without visits had 39% higher odds of reoffending than those visited.
"""

import re
from collections.abc import Iterator

from relcase.domain.amounts import of_reference, shown
from relcase.domain.measures import includes_null
from relcase.domain.problem import Rule
from relcase.domain.wording import partly
from relcase.domain.wording.comparisons import (
    all_reversed,
    comparisons,
    figures,
    main_figure,
    takes_back,
)
from relcase.domain.wording.outcomes import told
from relcase.domain.wording.pairs import misread
from relcase.domain.wording.phrases import pattern, plain
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import compared, contradicted, traces, turns
from relcase.domain.wording.verbs import causal, denied, is_participle, says_unclear
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M01", "direction reversed", "error")

_GAIN = pattern("""
    less/fewer/lower/shorter/more/better/higher/happier/calmer, improv*, comfort*, benefit*
    ~help, works/worked, cut/cuts, reduc*, rais*, boost*, prevent*, ~protect, protective, transform*
    restor*, saves/saved, fell, rose, build/builds/building, makes/made a/an (_) difference
    good for, no longer isolated/lonely/alone, no longer *offend*/smoke*/relapse*
    live/lives/lived/stay/stayed longer, go/goes/went straight, turned their backs on
    ~give up smoking/crime/offending/drinking/drugs/alcohol
""")
_GOOD = pattern("""
    comfort*, helps/helped/helping @, will/can/to/do help, benefit*, improv*, better/good
    eases/eased, rais*, protect*, ~win, ~gain
    more/greater (_) (_) trust/confidence/satisfaction, trust .. rise/rises/rose/grew/grows
    trusted .. more, less distress/anxious, build/builds/built/building, works/worked
""")
_WORSE = pattern("""
    worse, harm*, no (clear) gain/better, fell, less, not, lower, distress, backfir*, though
    although, despite, but
""")
_BUT = pattern("but, though, although, while, even if")
_FAILED = pattern("""
    backfired, failed to !_, made _ worse, does/did/do n't work/help/improve/reduce
""")


def check(reading: Reading) -> Iterator[Wrong]:
    """The first way in which the sentence reverses the record."""
    for find in _FINDERS:
        wrong = find(reading)
        if wrong is not None:
            yield wrong
            return


def _number(reading: Reading) -> Wrong | None:
    """A number of the right size that points the other way."""
    for numeral in reading.numerals:
        known = contradicted(reading, numeral)
        if known is not None and (turns(known.figure) or not reading.turned):
            way = "more" if known.side > 0 else "fewer"
            printed = known.figure.estimate if known.figure else ""
            message = (
                f"“{numeral.text}” points the other way in the record, where {printed} "
                f"means {way}; read from the other group the number is another one."
            )
            return Wrong("M01", "error", numeral.start, numeral.end, message)
    return None


def _groups(reading: Reading) -> Wrong | None:
    """A number that belongs to the other group: 68 for 47 of "47% against 68%"."""
    found = misread(reading)
    if found is None or found.fault != "group":
        return None
    numeral, figure = found.numeral, found.figure
    message = (
        f"“{numeral.text}” is told of the wrong group: the record has {shown(figure)} for "
        f"{figure.group} and {of_reference(figure)} for {figure.reference_group}."
    )
    return Wrong("M01", "error", numeral.start, numeral.end, message)


def _multiple(reading: Reading) -> Wrong | None:
    """A ratio or a difference told of the group that the record has on the other side."""
    for numeral in reading.numerals:
        said = compared(reading, numeral)
        behind = [
            one.figure
            for one in traces(reading, numeral)
            if one.figure is not None and one.how in _COMPARING and not one.of_end
        ]
        if said and all_reversed(reading, behind, said, numeral.start, numeral.end):
            figure = behind[0]
            message = (
                f"“{numeral.text}” is told of the wrong group: the record has "
                f"{figure.estimate} for {figure.group}, against {figure.reference_group}."
            )
            return Wrong("M01", "error", numeral.start, numeral.end, message)
    return None


_COMPARING = frozenset({"relative", "turned", "pair", "ratio", "change", "difference"})


def _comparison(reading: Reading) -> Wrong | None:
    """More likely told of the group for which the record has less."""
    found = comparisons(reading)
    if len(found) != 1:
        return None
    start, end, said = found[0]
    if takes_back(reading, start) or _is_of_another(reading, start, end):
        return None
    if _is_of_what_was_done(reading, start, end):
        return None
    if not all_reversed(reading, figures(reading, start), said, start, end):
        return None
    words = reading.sentence[start:end]
    message = f"“{words}” is told of the group for which the record has the opposite."
    return Wrong("M01", "error", start, end, message, _opposite(words))


def _is_of_another(reading: Reading, start: int, end: int) -> bool:
    """Whether people are likelier to do something that no figure is of."""
    if not reading.lower[start:end].endswith(("likelier", "likely")):
        return False
    figures = reading.statistic.figures
    return all(told(reading.lower, one, reading.statistic) is None for one in figures)


def _is_of_what_was_done(reading: Reading, start: int, end: int) -> bool:
    """Whether something is done more often, and that then changes something else.

    "Seeing the usual doctor more often reduces admissions" says nothing of more of them.
    """
    if not reading.lower[start:end].endswith("often"):
        return False
    behind = (one.start for one in causal(reading.lower) if one.start >= end)
    return any(_THEN.fullmatch(reading.lower[end:at]) for at in behind)


_THEN = re.compile(r"(?:\s+(?!than\b)[\w-]+){0,2}\s+")
_OPPOSITES = {
    "more": "less",
    "less": "more",
    "higher": "lower",
    "raised": "lower",
    "lower": "higher",
    "greater": "smaller",
    "smaller": "greater",
    "increased": "reduced",
    "reduced": "increased",
    "decreased": "increased",
}


def _opposite(words: str) -> str | None:
    first, _, rest = words.partition(" ")
    other = _OPPOSITES.get(first)
    return f"{other} {rest}".strip() if other else None


def _nothing_found(reading: Reading) -> Wrong | None:
    """A difference told where none was clear."""
    if not reading.facts.unclear or says_unclear(reading.lower):
        return None
    if _gives_another(reading):
        return None
    figure = main_figure(reading)
    other = figure is not None and figure is not reading.facts.lead and figure.estimate
    if other and figure is not None and not includes_null(figure):
        return None
    claimed = _difference(reading)
    if claimed is None:
        return None
    start, end = claimed
    message = (
        f"“{reading.sentence[start:end]}” tells of a difference, but the study found "
        "none that was clear."
    )
    return Wrong("M01", "error", start, end, message, reading.statistic.headline)


def _part_unclear(reading: Reading) -> Wrong | None:
    """A change of the one outcome in which a study, which found others, saw none."""
    if reading.facts.unclear or says_unclear(reading.lower):
        return None
    place = partly.changed(reading)
    if place is None:
        return None
    message = (
        f"“{reading.sentence[slice(*place)]}” tells of a difference, but of this the study "
        "found none that was clear."
    )
    return Wrong("M01", "error", *place, message, reading.statistic.headline)


def _gives_another(reading: Reading) -> bool:
    """Whether it gives a difference of the record that is no main result, and clear."""
    found = [
        one.figure
        for numeral in reading.numerals
        for one in traces(reading, numeral)
        if one.figure is not None and one.figure.measure in _DIFFERENCES
    ]
    return any(
        one is not reading.facts.lead and not includes_null(one) for one in found
    )


_DIFFERENCES = frozenset({"percentage_points", "percent_change", "risk_difference"})


def _difference(reading: Reading) -> tuple[int, int] | None:
    """The words that claim a difference; those that give the unclear number are M15's.

    Where a study found one thing and another, only a general claim of a cause is one.
    """
    cause = next(causal(reading.lower), None)
    mixed = reading.statistic.stance == "mixed" and not reading.numerals
    if mixed and (cause is None or cause.tense != "general"):
        return None
    if cause is not None:
        return cause.start, cause.end
    gains = _GAIN.finditer(reading.lower)
    gain = next((one for one in gains if not _on_record(reading, one)), None)
    if gain is None or denied(reading.lower, gain.start()) or _gives_unclear(reading):
        return None
    return gain.span()


def _on_record(reading: Reading, gain: re.Match[str]) -> bool:
    """Whether the record tells the same gain, of something else: "better housed"."""
    what = _WHAT.match(reading.lower, gain.end())
    if what is None:
        return False
    claim = plain(reading.statistic.claim)
    at = claim.find(f"{gain[0]}{what[0]}")
    return at >= 0 and not (_NO_SUCH.search(claim, 0, at) or denied(claim, at))


_WHAT = re.compile(r"\s[a-z]{4,}\b")
_NO_SUCH = re.compile(
    r"\b(?:no|not|nor|neither|little|than|without|whether|clear|if)\s+(?:\w+\s+){0,3}$"
)


def _gives_unclear(reading: Reading) -> bool:
    """Whether it gives the unclear number itself, which is for M15."""
    return any(
        trace.figure is not None and includes_null(trace.figure)
        for numeral in reading.numerals
        for trace in traces(reading, numeral)
    )


def _against(reading: Reading) -> Wrong | None:
    """A gain told where things became worse, or a failure where they became better."""
    stance, effect = reading.statistic.stance, reading.statistic.claim_type == "effect"
    if stance == "against":
        claimed, excuse, found = _GOOD, _WORSE, "worse"
    elif stance == "supports" and effect:
        claimed, excuse, found = _FAILED, _BUT, "better"
    else:
        return None
    said = claimed.finditer(reading.lower)
    match = next((one for one in said if not is_participle(reading.lower, one)), None)
    if match is None or excuse.search(reading.lower):
        return None
    message = (
        f"“{reading.words(match)}” says the opposite: the study found it went {found}."
    )
    return Wrong("M01", "error", *match.span(), message, reading.statistic.headline)


_FINDERS = (
    _number,
    _groups,
    _multiple,
    _comparison,
    _nothing_found,
    _part_unclear,
    _against,
)
