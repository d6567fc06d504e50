"""M06 cause claimed: a verb says more than the design can show.

People with friends live longer; that friends make them live longer is another claim,
which only a comparison made on purpose can bear. A trial of high certainty may say
"reduces", one of moderate certainty "probably reduces", one of low certainty "may
reduce". What was measured there may be told in the past tense, with its number or with
the words "in a trial": "reduced readmissions by 9 percentage points". A before-and-after
figure or a single place can be reported ("one place reports"), and an association goes
with something and neither causes nor protects.

Bad:
    entry: social-relationships-survival
    sentence: Strong friendships reduce the odds of dying.
Good:
    entry: social-relationships-survival
    sentence: People with stronger relationships had higher odds of being alive.
"""

import re
from collections.abc import Iterator

from relcase.domain.certainty.start import TRIALS
from relcase.domain.problem import Rule
from relcase.domain.wording.licences import Licence, licence
from relcase.domain.wording.phrases import pattern
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import traces
from relcase.domain.wording.verbs import (
    Causal,
    causal,
    hedged,
    probably,
    says_unclear,
)
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M06", "cause claimed", "error")

_STUDY = pattern("""
    trial/trials, study/studies, review/reviews, evaluation/evaluations, pilot/pilots
    experiment/experiments, pool/pooled/pooling, randomised, analysis/analyses, evaluated
    survey/surveys/surveyed, tested, researchers, compared with, than, against, in/between #
""")
_REPORTED = pattern("""
    report/reports/reported, say/says/said, according to, claim/claims/claimed, estimate/estimated
    forecast/forecasts, in its own, one place, in an award, argue/argues/argued, judged
    call/calls/called, its/their/own (own) account/figures/entry, puts
""")
_OTHER_WORK = pattern("""
    later/other/another/newer/subsequent/earlier (_) randomised/experimental/trial/trials
""")
"""Work that may show a cause, where the study at hand does not."""
_WOULD = pattern("would, could")
_IF_CAUSAL = pattern(
    "if (the/that/this/it) (_) (is/are/were) (_) (_) (_) causal/cause/causes"
)
_SAY: dict[Licence, str] = {
    "causal": "",
    "probably": "say “probably”, or tell in the past tense what the study found, with its number",
    "may": "say “may”, or tell in the past tense what the study found, with its number",
    "none": "say that the two went together, or who reported it",
}


def check(reading: Reading) -> Iterator[Wrong]:
    """Every verb that claims a cause beyond the licence of the study."""
    allowed = licence(reading.facts, reading.certainty)
    if reading.facts.unclear and allowed != "none":
        allowed = "may"
    is_of_another = _OTHER_WORK.search(reading.lower) and not reading.numerals
    if allowed == "causal" or is_of_another:
        return
    for one in causal(reading.lower):
        if not _fair(reading, one, allowed):
            yield _wrong(reading, one, allowed)
            return


def _fair(reading: Reading, one: Causal, allowed: Licence) -> bool:
    sentence = reading.lower
    effect = reading.statistic.claim_type in ("effect", "economic")
    told = one.tense in ("past", "noun") or _WOULD.search(sentence)
    if effect and told and _REPORTED.search(sentence):
        return True
    if _IF_CAUSAL.search(sentence):
        return True
    if reading.statistic.stance == "no_clear_difference" and says_unclear(sentence):
        return True
    if allowed == "none":
        return False
    if one.tense == "noun" and "effect" in one.text:
        return True
    if one.tense == "past" and _names_its_study(reading):
        return not reading.facts.unclear or says_unclear(sentence)
    if reading.facts.unclear:
        return says_unclear(sentence)
    if allowed == "probably":
        return probably(sentence) or hedged(sentence)
    return hedged(sentence)


def _names_its_study(reading: Reading) -> bool:
    """Whether the sentence tells of this study and not in general.

    A number that a trial found is told of that trial, and of no other.
    """
    if _STUDY.search(reading.lower) or _gives_result(reading):
        return True
    place = reading.statistic.place or ""
    parts = re.findall(r"[A-Z][\w-]{3,}", place)
    return any(part in reading.sentence for part in parts)


def _gives_result(reading: Reading) -> bool:
    if reading.statistic.design not in TRIALS:
        return False
    return any(
        trace.figure is not None and trace.figure.role == "result"
        for one in reading.numerals
        for trace in traces(reading, one)
    )


def _wrong(reading: Reading, one: Causal, allowed: Licence) -> Wrong:
    words = reading.sentence[one.start : one.end]
    why = _why(reading, allowed)
    message = f"“{words}” says that one thing causes the other: {why}."
    return Wrong("M06", "error", one.start, one.end, message, _better(one, allowed))


def _why(reading: Reading, allowed: Licence) -> str:
    if reading.statistic.claim_type == "association":
        return "this is an association, which cannot show a cause"
    cannot = "the study cannot carry that claim"
    too_low = "the certainty is too low for it"
    return f"{cannot if allowed == 'none' else too_low}; {_SAY[allowed]}"


def _better(one: Causal, allowed: Licence) -> str | None:
    if allowed == "probably" and one.tense != "noun":
        return f"probably {one.text}"
    return one.better if allowed == "none" else None
