"""M13 more studies than there are: words like "studies show", "consistently", "proven".

One study is one study. "Research shows", "the evidence is clear" and "consistently"
speak of many that agree, and nothing in this field is "proven" or "guaranteed". Say who
found it: "a trial found", "in one survey", "18 of 22 studies found". What
leaves no doubt at all ("proven", "guaranteed", "once and for all") is an error.

Bad:
    entry: wheld-person-centred-care-nursing-homes
    sentence: Research proves that person-centred care improves residents' lives.
Good:
    entry: wheld-person-centred-care-nursing-homes
    sentence: In a UK trial, person-centred care improved quality of life by 2.54 points.
"""

import re
from collections.abc import Iterator

from relcase.domain.problem import Rule, Severity
from relcase.domain.wording.phrases import any_of, ending, pattern
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M13", "more studies than there are", "warning")

_PROVEN = pattern("""
    ~prove !popular/difficult/hard/to, guarante*, undoubted*, no doubt/question that, doubtless
    without (a) doubt/question, beyond (any/all) doubt/dispute/question, once and for all
    for certain/sure
    hard/scientific fact, it is/it's a fact, conclusive*, definitive/definitively, unequivocal*
    incontrovertible/incontrovertibly, indisputable/indisputably, irrefutable/irrefutably
    never re-offend*/relapse*, do n't re-offend/burn, never return/returns/go back
    settled science, science has settled/spoken, (the) science is settled, the verdict is in
""")
"""Words that leave no doubt, of which no study of this kind is capable."""
_CERTAIN = pattern("""
    consistently, consistent evidence/findings/link/links, always, overwhelming evidence
    it is/it's (now) clear/established, it is/it's (now) well established
    evidence/science/research is (now) overwhelming/clear/conclusive/settled/in
    experts/scientists/researchers (all) agree, every (single) study
    all (the) studies/research/evidence, study/research/evidence after study/research/evidence
""")
_SURE: tuple[tuple[Severity, re.Pattern[str]], ...] = (
    ("error", _PROVEN),
    ("warning", _CERTAIN),
)
_STUDIES = "studies/trials/research/evaluations/evidence/science/surveys/experiments"
_SHOW = """
    show/shows/shown/find/finds/found/suggest/suggests/demonstrate/demonstrates/confirm/
    confirms/indicate/indicates/link/links/linked/agree/agrees/say/says
""".strip()
_HOW = "(has/have) (clearly/now/repeatedly/also)"
_MANY = pattern(f"""
    {_STUDIES} {_HOW} {_SHOW}, {_STUDIES} from _ {_SHOW}, {_STUDIES} tell/tells us
    {_STUDIES} is clear, researchers around the world {_HOW} {_SHOW}
""")
_NOT = """
    no/not/cannot/nothing/never/hardly/nobody/without, far from, yet to be, too _ to
"""
_DENIED = re.compile(
    rf"(?:\b(?:{any_of(_NOT)})|n't)(?:\s+\w+){{0,4}}\s*$",
)
_THIS_ONE = ending("this/one/a/single/# (_)")


def check(reading: Reading) -> Iterator[Wrong]:
    """The first word that claims more studies, or more certainty, than there are."""
    for severity, sure in _SURE:
        match = next(_affirmed(reading, sure), None)
        if match is not None:
            message = (
                f"“{reading.words(match)}” claims more certainty than studies of this kind "
                "can give."
            )
            yield Wrong("M13", severity, *match.span(), message)
            return
    for match in _MANY.finditer(reading.lower):
        if not _denied(reading, match) and _too_many(reading, match):
            words = reading.words(match)
            message = f"“{words}” speaks of many studies, and this is a single one."
            yield Wrong("M13", "warning", *match.span(), message, "one study found")
            return


def _affirmed(reading: Reading, words: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where words stand that are not denied, and are not the record's own."""
    for match in words.finditer(reading.lower):
        if not _denied(reading, match) and match[0] not in reading.facts.lower:
            yield match


def _denied(reading: Reading, match: re.Match[str]) -> bool:
    return _DENIED.search(reading.lower[: match.start()]) is not None


def _too_many(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the plural stands for a single study, or studies that disagree for all."""
    if not reading.facts.single:
        return False
    return _THIS_ONE.search(reading.lower[: match.start()]) is None
