"""M13 more studies than there are: words like "studies show", "consistently", "proven".

One study is one study. "Research shows", "the evidence is clear" and "consistently"
speak of many that agree, and nothing in this field is "proven" or "guaranteed". Say who
found it: "a trial found", "in one survey", "18 of 22 studies found".

Bad:
    entry: wheld-person-centred-care-nursing-homes
    sentence: Research proves that person-centred care improves residents' lives.
Good:
    entry: wheld-person-centred-care-nursing-homes
    sentence: In a UK trial, person-centred care improved quality of life by 2.54 points.
"""

import re
from collections.abc import Iterator

from relcase.domain.problem import Rule
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M13", "more studies than there are", "warning")

_CERTAIN = re.compile(
    r"\b(?:consistent(?:ly)?(?=\s+(?:found|find|show|evidence|link|report|associat|point))"
    r"|(?:have|has|had)\s+consistently|consistently|prov(?:e[sdn]?|en|ing)(?!\s+(?:to\s+be\s+)?"
    r"(?:popular|difficult|hard))|guarante\w+|undoubted\w*|without\s+(?:a\s+)?doubt|hard\s+fact"
    r"|beyond\s+(?:any\s+)?(?:doubt|dispute)|conclusive\w*|definitive(?:ly)?|incontrovertibl[ey]"
    r"|indisputabl[ey]|irrefutabl[ey]|unequivocal\w*|overwhelming\s+evidence"
    r"|(?:evidence|science|research)\s+is\s+(?:now\s+)?(?:overwhelming|clear|conclusive|settled|in)"
    r"|(?:it\s+is|it[’']s)\s+(?:now\s+)?(?:clear|well\s+established|a\s+fact)|scientific\s+fact"
    r"|(?:experts|scientists|researchers)\s+(?:all\s+)?agree|always|every\s+(?:single\s+)?study"
    r"|all\s+(?:the\s+)?(?:studies|research|evidence)|(?:study|research|evidence)\s+after\s+"
    r"(?:study|research|evidence)|no\s+doubt|settled\s+science)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:(?:many|numerous|several|countless|a\s+wealth\s+of|the|decades\s+of|most|multiple"
    r"|recent|two|other|international)\s+)?(?:studies|trials|research|evaluations|evidence"
    r"|science|surveys|experiments|researchers\s+around\s+the\s+world)\s+(?:has\s+|have\s+"
    r"|clearly\s+|now\s+|repeatedly\s+|also\s+|from\s+\w+\s+)*(?:show[ns]?|find|finds|found"
    r"|suggests?|demonstrates?d?|confirms?|tells?\s+us|indicates?|is\s+clear|agrees?|says?"
    r"|link(?:s|ed)?)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not?|cannot|nothing|never|hardly|nobody|far\s+from|without|yet\s+to\s+be|too\s+\w+"
    r"\s+to)\b(?:\s+\w+){0,4}\s*$|n[’']t(?:\s+\w+){0,3}\s*$",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"\b(?:research|official)\s+(?:bureau|council|office)\b", re.I)


def check(reading: Reading) -> Iterator[Wrong]:
    """The first word that claims more studies, or more certainty, than there are."""
    for pattern in (_CERTAIN, _MANY):
        for match in pattern.finditer(reading.sentence):
            if _DENIED.search(reading.sentence[: match.start()]):
                continue
            if pattern is _MANY and not _too_many(reading, match):
                continue
            if match[0].lower() in reading.facts.lower and pattern is _CERTAIN:
                continue
            yield _wrong(reading, match, pattern is _MANY)
            return


def _too_many(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the plural stands for a single study, or studies that disagree for all."""
    if not reading.facts.single:
        return False
    before = reading.sentence[max(0, match.start() - 12) : match.start()]
    return not re.search(r"\b(?:this|one|a|single|\d+)\s+(?:\w+\s+)?$", before, re.I)


def _wrong(reading: Reading, match: re.Match[str], many: bool) -> Wrong:
    if many:
        message = f"“{match[0]}” speaks of many studies, and this is a single one."
        better = "one study found"
    else:
        message = (
            f"“{match[0]}” claims more certainty than studies of this kind can give."
        )
        better = None
    return Wrong("M13", "warning", match.start(), match.end(), message, better)
