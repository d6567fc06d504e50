"""M01 direction reversed: better for worse, more for less, or a difference for none.

A ratio of 0.75 is fewer, one of 1.39 is more, and "39% lower" is neither of them: read
from the other group, 1.39 is 28% lower. Where the study found no clear difference, or a
change for the worse, a sentence that tells of a gain reverses it too.

Bad:
    entry: uk-family-visits-39-percent-odds
    sentence: Prisoners with family visits had 39% lower odds of reoffending.
Good:
    entry: uk-family-visits-39-percent-odds
    sentence: Prisoners without visits had 39% higher odds of reoffending than those visited.
"""

import re
from collections.abc import Iterator

from relcase.domain.evidence import Figure
from relcase.domain.printed import value
from relcase.domain.problem import Rule
from relcase.domain.wording.facts import includes_null, null_of
from relcase.domain.wording.groups import subject
from relcase.domain.wording.outcomes import turned
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import contradicted, traces
from relcase.domain.wording.verbs import causal, says_unclear
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M01", "direction reversed", "error")

_COMPARED = re.compile(
    r"\b(?:(?P<up>(?:more|likelier)\s+likely|likelier|(?:higher|greater|increased|raised)\s+"
    r"(?:\w+\s+)?(?:odds|risks?|rates?|chances?|mortality|likelihood|probability))"
    r"|(?P<down>less\s+likely|(?:lower|smaller|reduced|decreased)\s+(?:\w+\s+)?"
    r"(?:odds|risks?|rates?|chances?|mortality|likelihood|probability)))\b",
    re.IGNORECASE,
)
_GAIN = re.compile(
    r"\b(?:(?:less|fewer|lower|shorter)|(?:more|better|higher|improv\w+|happier|calmer)"
    r"|comfort\w*|help(?:s|ed|ing)?|benefit\w*|works|worked|cuts?|reduc\w+|rais\w+|boost\w*"
    r"|ma(?:kes?|de)\s+an?\s+(?:\w+\s+)?difference|prevent\w*|protect\w*|sav(?:es|ed)|transform\w*|fell|rose|build(?:s|ing)?|restor\w+"
    r"|good\s+for)\b",
    re.IGNORECASE,
)
_GOOD = re.compile(
    r"\b(?:comfort\w*|help(?:s|ed|ing)?|benefit\w*|improv\w+|better|good|eas(?:es|ed)|trust"
    r"\s+(?:\w+\s+)?rise|rais\w+|protect\w*|less\s+(?:distress|anxious)|build(?:s|ing)?"
    r"|works|worked)\b",
    re.IGNORECASE,
)
_WORSE = re.compile(
    r"\b(?:worse|harm\w*|no\s+(?:clear\s+)?(?:gain|better)|fell|less|not|lower|distress"
    r"|backfir\w*|though|although|despite|but)\b",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:but|though|although|while|even\s+if)\b", re.IGNORECASE)
_FAILED = re.compile(
    r"\b(?:backfired|failed\s+to(?!\s+\w+\s+more)|(?:does|did|do)\s+not\s+(?:work|help|improve|reduce)"
    r"|do(?:es)?n[’']t\s+(?:work|help)|made\s+(?:things|matters|\w+)\s+worse)\b",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterator[Wrong]:
    """The first way in which the sentence reverses the record."""
    for find in (_number, _comparison, _nothing_found, _against):
        wrong = find(reading)
        if wrong is not None:
            yield wrong
            return


def _number(reading: Reading) -> Wrong | None:
    """A number of the right size that points the other way."""
    for numeral in () if reading.turned else reading.numerals:
        known = contradicted(reading, numeral)
        if known is not None:
            way = "more" if known.side > 0 else "fewer"
            printed = known.figure.estimate if known.figure else ""
            message = (
                f"“{numeral.text}” points the other way in the record, where {printed} "
                f"means {way}; read from the other group the number is another one."
            )
            return Wrong("M01", "error", numeral.start, numeral.end, message)
    return None


def _comparison(reading: Reading) -> Wrong | None:
    """More likely told of the group for which the record has less."""
    found = list(_COMPARED.finditer(reading.sentence))
    figure = _figure(reading)
    if len(found) != 1 or figure is None:
        return None
    match = found[0]
    who = subject(reading.sentence, match.start(), figure)
    expected = _side(figure) * who
    if not expected:
        return None
    if turned(reading.sentence, figure, reading.statistic):
        expected = -expected
    said = 1 if match["up"] else -1
    if said == expected:
        return None
    message = (
        f"“{match[0]}” is told of the group for which the record has the opposite."
    )
    return Wrong("M01", "error", match.start(), match.end(), message, _opposite(match))


def _side(figure: Figure) -> int:
    """Whether a figure's group has more (1) or fewer (-1); 0 where nothing says it."""
    if figure.estimate is None:
        return {"higher": 1, "lower": -1}.get(figure.direction or "", 0)
    null, estimate = null_of(figure), value(figure.estimate)
    if figure.reference_value and figure.measure == "percent":
        null = value(figure.reference_value)
    if null is None or estimate is None:
        return 0
    return (estimate > null) - (estimate < null)


_OPPOSITES = {
    "more": "less",
    "higher": "lower",
    "greater": "smaller",
    "raised": "lower",
}
_OPPOSITES |= {"increased": "reduced", "less": "more", "lower": "higher"}
_OPPOSITES |= {"smaller": "greater", "reduced": "increased", "decreased": "increased"}


def _opposite(match: re.Match[str]) -> str | None:
    first, _, rest = match[0].partition(" ")
    other = _OPPOSITES.get(first.lower())
    return f"{other} {rest}".strip() if other else None


def _figure(reading: Reading) -> Figure | None:
    """The figure that the sentence is about: that of its numbers, or the main one."""
    for numeral in reading.numerals:
        for trace in traces(reading, numeral):
            if trace.figure is not None and trace.figure.role == "result":
                return trace.figure
    results = (one for one in reading.statistic.figures if one.role == "result")
    return reading.facts.lead or next(results, None)


def _nothing_found(reading: Reading) -> Wrong | None:
    """A difference told where none was clear."""
    facts, sentence = reading.facts, reading.sentence
    if not facts.unclear or says_unclear(reading.lower):
        return None
    figure = _figure(reading)
    other = figure is not None and figure is not facts.lead and figure.estimate
    if other and figure is not None and not includes_null(figure):
        return None
    cause = next(causal(reading.lower), None)
    general = cause is not None and cause.tense == "general"
    mixed = reading.statistic.stance == "mixed" and not reading.numerals
    if mixed and not general:
        return None
    claimed = (cause.start, cause.end) if cause else _match(_GAIN.search(sentence))
    if claimed is None or (cause is None and _gives_unclear(reading)):
        return None
    start, end = claimed
    message = (
        f"“{sentence[start:end].strip()}” tells of a difference, but the study found none "
        "that was clear."
    )
    return Wrong("M01", "error", start, end, message, reading.statistic.headline)


def _gives_unclear(reading: Reading) -> bool:
    """Whether it gives the unclear number itself, which is for M15."""
    return any(
        trace.figure is not None and includes_null(trace.figure)
        for numeral in reading.numerals
        for trace in traces(reading, numeral)
    )


def _against(reading: Reading) -> Wrong | None:
    """A gain told where things became worse, or a failure where they became better."""
    stance, sentence = reading.statistic.stance, reading.sentence
    if stance == "against":
        claimed = _match(_GOOD.search(sentence))
        if claimed is None or _WORSE.search(sentence):
            return None
        found = "worse"
    elif stance == "supports" and reading.statistic.claim_type == "effect":
        claimed = _match(_FAILED.search(sentence))
        if claimed is None or _BUT.search(sentence):
            return None
        found = "better"
    else:
        return None
    start, end = claimed
    message = (
        f"“{sentence[start:end]}” says the opposite: the study found it went {found}."
    )
    return Wrong("M01", "error", start, end, message, reading.statistic.headline)


def _match(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None
