"""Words that say one thing makes another happen, and words that take that back.

Which of them a study allows is the licence of its design, claim type and certainty.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from relcase.domain.vocabulary import Certainty
from relcase.domain.wording.facts import TRIALS, Facts

Licence = Literal["causal", "probably", "may", "none"]
"""What may be said: outright, with "probably", with "may" or in the past tense of this
study, or nothing that means a cause."""

Tense = Literal["past", "general", "noun"]


class Causal(NamedTuple):
    """Words that claim a cause, their tense, and what an association may say instead."""

    start: int
    end: int
    text: str
    tense: Tense
    better: str | None


_CHANGE = (
    r"reduc(?P<f1>es?|ed|ing)|lower(?P<f2>s|ed|ing)|cut(?P<f3>s|ting)?(?!\s+off|\s+back)|boost(?P<f4>s|ed|ing)?"
    r"|rais(?P<f5>es?|ed|ing)|increas(?P<f6>es?|ed|ing)|improv(?P<f7>es?|ed|ing)"
    r"|decreas(?P<f8>es?|ed|ing)|halv(?P<f9>es?|ed|ing)|doubl(?P<f10>es?|ed|ing)"
    r"|slash(?P<f11>es|ed|ing)?|lift(?P<f12>s|ed|ing)?|curb(?P<f13>s|ed|ing)?"
    r"|strengthen(?P<f14>s|ed|ing)?|worsen(?P<f15>s|ed|ing)?|tripl(?P<f16>es?|ed|ing)"
    r"|extend(?P<f17>s|ed|ing)?|enhanc(?P<f18>es?|ed|ing)|eas(?P<f19>es|ed|ing)"
    r"|shrink(?P<f20>s)?|shorten(?P<f21>s|ed|ing)?|quadrupl(?P<f22>es?|ed|ing)"
)
_OUTRIGHT = (
    r"(?<!any )(?<!all )(?<!other )(?<!which )(?<!and )caus(?:es?|ed|ing)"
    r"|leads?\s+to|led\s+to|leading\s+to|prevent(?:s|ed|ing)?"
    r"|protect(?:s|ed|ing)?|driv(?:es?|ing|en)\b|drove|result(?:s|ed|ing)?\s+in"
    r"|produc(?:es?|ed)|trigger(?:s|ed)?|creat(?:es?|ed)|transform(?:s|ed|ing)?"
    r"|heal(?:s|ed)?|treats?|kill(?:s|ed)?|cur(?:es|ed)|ends?\s+(?:homelessness|loneliness)"
    r"|sav(?:es?|ed|ing)\s+(?:\w+\s+){0,2}(?:lives|life|money|women|men|people|patients"
    r"|children|babies|residents)|saved?\s(?=\D{0,18}[£$€]|\D{0,18}\d)|comfort(?:s|ed)"
    r"|help(?:s|ed|ing)?\s+(?:to\s+)?(?!with\b|from\b|they\b|given\b|later\b|for\b|was\b|is\b|others\b|each\b|one\b|if\b)\w+"
    r"|ke(?:eps?|pt)\s+(?!pace|in\s+touch|their|diaries|waiting|it\b|a\b|up\b|his|her|an\b)"
    r"(?:\w+\s+){1,6}?(?:out|in|at|happy|healthy|settled|safe\w*|well|alive|away)\b"
    r"|mak(?:es?|ing)\s+(?!up\b|sense|it\b|sure|no\b|any\b|use\b)(?:\S+\s+){0,5}?"
    r"(?:\w+er|more|less|better|worse|happy|healthy|safe|well|live|perform)\b"
    r"|made\s+(?!up\b|no\b|in\b|little\b|any\b)(?:\w+\s+){0,5}?(?:\w{2,}er|more|less|worse)\b"
    r"|gets?\s+(?:\w+\s+){1,3}?(?:well|better|home)\b|adds?\s+\w+|returns\s+(?!to\b)"
    r"|bring(?:s|ing)?\s+(?:\S+\s+){1,4}?(?:down|up)\b|brings?\s+(?:about|down|up|neighbours|social|people|better|new|real)\b|brought\s+\w+"
    r"|builds?\s+\w+|mean(?:s|t)?\s+(?:that\s+)?(?:you|they|people|children|(?:\S+\s+){0,3}?(?:fewer|more|less|higher"
    r"|lower|better|worse|greater))"
    r"|gives?\s+(?:people|young|children|families|patients|you)\s|secur(?:es|ed)\s"
    r"|shield(?:s|ed|ing)?|buffer(?:s|ed)|ward(?:s|ed)?\s+off|foster(?:s|ed)\s|promot(?:es?|ed|ing)"
    r"|enabl(?:es?|ed|ing)|lets\s|fuel(?:s|led)|spark(?:s|ed)|yield(?:s|ed)|generat(?:es?|ed)"
    r"|unlock(?:s|ed)?|turn(?:s|ed)?\s+(?:\w+\s+)?(?:lives|around)|stav(?:es?|ed)\s+off"
    r"|bolster(?:s|ed)?|tackl(?:es?|ed)|ma(?:kes?|de)\s+(?:a|the|all\s+the)\s+(?:\w+\s+)?difference"
    r"|(?:is|are|was)\s+behind\s|stops?\s|stopped\s|halt(?:s|ed)|avert(?:s|ed)|deliver(?:s|ed)\s+(?:\w+\s+)?(?:better|"
    r"a\s+\d|lower|fewer|improve|savings?|results|gains?|benefits?|reduc)|deters?|deterred|spar(?:es|ed)\s|pays?\s+(?:off|for\s+itself)"
    r"|determin(?:es?|ed)\b|decid(?:es|ed)\s+who|works?\s+by|shapes?\s+\w+|chang(?:es|ed)\s+\w+"
    r"(?:\s+\w+)?['’]?\s+(?:lives|life)|changed\s+\w+\s+\w+['’]s?\s+lives"
    r"|translates?\s+into|contributes?\s+to|contributed\s+to|allows?\s|restor(?:es?|ed)"
    r"|eliminat(?:es?|ed)|undermin(?:es?|ed)|damag(?:es?|ed)|harm(?:s|ed)\b|speeds?\s+up"
    r"|boosted|accounts?\s+for|accounted\s+for|responsible\s+for|attributable\s+to"
    r"|(?:is|are|be)\s+(?:good|bad|best|deadly|a\s+killer)\b(?:\s+for)?"
    r"|(?:as|so)\s+(?:bad|good|powerful)\s+(?:for\s+\w+\s+)?as|wear(?:s)?\s+\w+\s+down"
)
_NOUNS = (
    r"because\s+of|thanks\s+to|due\s+to|as\s+a\s+(?:direct\s+)?(?:result|consequence)"
    r"|owing\s+to|(?:the\s+)?(?:impact|effects?|power|influence|benefits)\s+(?:of|on)\b"
    r"|an?\s+(?:real\s+|big\s+|clear\s+|direct\s+)?(?:impact|effect)\s+on|the\s+key\s+to"
    r"|caused\s+by|driven\s+by|the\s+(?:cause|reason|secret)\b|(?:is|are)\s+what\s+\w+"
    r"|pay-?off|it\s+is\s+the\s+\w+\s+that|it\s+is\s+\w+\s+that|protective\s+effect"
)
_CAUSAL = re.compile(
    rf"\b(?:(?P<change>{_CHANGE})|(?P<outright>{_OUTRIGHT})|(?P<noun>{_NOUNS}))"
    rf"(?:(?<=\s)|(?![\w-]))|\b(?P<will>(?:you|they|families|people|children|pupils|it|trust|fewer"
    rf"|behaviour|benefits?|residents|patients|staff|results|\w+s)\s+will\b)",
    re.IGNORECASE,
)
_INTRANSITIVE = re.compile(
    r"\s*(?:$|[.,;:)(]|(?:by|from|to|at|over|during|while|and|or|more|most|less|further"
    r"|between|across|when|after|where|with|for|only|slightly|faster|since|as|in|within"
    r"|modestly|among|until|on|through|markedly|sharply|somewhat|under)\b)",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"\b(?:an?|the|with|had|have|has|having|of|at|any|showed?|shows?|reported|reports"
    r"|experienced?|their|its|felt|and|or|for|feel|towards?|no|linked\s+to|substantially"
    r"|significantly|markedly|slightly|greatly|clearly|in)\s+$",
    re.IGNORECASE,
)
_RISK = re.compile(
    r"\s+(?:risks?|odds|mortality|rates?|chances?|levels?|survival|likelihood)\b", re.I
)
_DENIED = re.compile(
    r"\b(?:no\s+(?:reliable\s+|moderate\s+or\s+strong\s+|good\s+)?(?:evidence|proof|sign|"
    r"indication)|little\s+(?:reliable\s+)?(?:evidence|support)|(?:do|does|did|is|are|was|were"
    r"|has|have|had|can|could|need|would)(?:n[’']t|\s+not)\s+(?!only|just|merely)|cannot|can[’']t"
    r"|not\s+(?:that|been|shown|proof|evidence|a\s+proven)|never\b|nobody|whether|too\s+\w+\s+to"
    r"|(?:if|were)\s+(?:\w+\s+){0,3}causal|credited\s+with|rather\s+than\s+that|nor\b|neither"
    r"|unknown|unclear|failed\s+to|without\s+showing|no\s+claim|not\s+which|not\s+one)",
    re.IGNORECASE,
)
_NOT_KNOWN = re.compile(r"[^.;]*\bis\s+(?:not\s+known|unknown)\b", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|suggests?|suggested)\b", re.I
)
_PROBABLY = re.compile(r"\b(?:probably|likely\s+to|is\s+likely|are\s+likely)\b", re.I)
_PAST = re.compile(
    r"(?:ed|led to|cut|drove|kept|made|brought|meant|driven|saved\s.*|helped\s.*|changed\s.*)$"
    r"|^(?:helped|saved|kept|made|brought|changed|led|paid|stopped|spared|prevented|resulted"
    r"|produced|created|contributed|accounted|delivered)\b",
    re.IGNORECASE,
)
_INSTEAD = {
    "leads to": "goes with",
    "lead to": "go with",
    "led to": "went with",
    "leading to": "going with",
    "has led to": "went with",
    "results in": "goes with",
    "resulted in": "went with",
    "causes": "goes with",
    "cause": "go with",
    "caused": "went with",
    "because of": "together with",
    "thanks to": "together with",
    "due to": "together with",
    "as a result": "at the same time",
    "reduces": "goes with lower",
    "reduce": "go with lower",
    "reduced": "went with lower",
    "cuts": "goes with lower",
    "lowers": "goes with lower",
    "lowered": "went with lower",
    "increases": "goes with higher",
    "increase": "go with higher",
    "increased": "went with higher",
    "raises": "goes with higher",
    "raised": "went with higher",
    "boosts": "goes with higher",
    "boosted": "went with higher",
    "improves": "goes with better",
    "improve": "go with better",
    "improved": "went with better",
}


def causal(sentence: str) -> Iterator[Causal]:
    """Every claim of a cause in a sentence that the sentence does not take back."""
    for match in _CAUSAL.finditer(sentence):
        text = match[0]
        if match["change"] and _describes(sentence, match):
            continue
        if _taken_back(sentence, match.start()) or _open(sentence, match.end()):
            continue
        tense: Tense = "general"
        if match["noun"]:
            tense = "noun"
        elif _PAST.search(text.lower()) and not _has_to(sentence, match.start()):
            tense = "past"
        better = _INSTEAD.get(" ".join(text.lower().split()))
        yield Causal(match.start(), match.end(), text, tense, better)


def _describes(sentence: str, match: re.Match[str]) -> bool:
    """Whether the word tells how a thing went and not what something did to it."""
    if _INTRANSITIVE.match(sentence, match.end()):
        before = sentence[: match.start()]
        bare = not match[0].lower().endswith(("s", "ed", "ing"))
        return not (bare and re.search(r"\b(?:help\w*|to|will|can)\s+$", before, re.I))
    word = match["change"].lower()
    if word == "cut" and re.search(r"\ba\s+$", sentence[: match.start()]):
        return True
    before = sentence[max(0, match.start() - 16) : match.start()]
    perfect = re.search(r"\bha(?:s|ve)\s+$", before, re.IGNORECASE)
    if perfect and not _RISK.match(sentence, match.end()):
        return False
    return bool(word.endswith("ed") and _ADJECTIVE.search(before))


def _has_to(sentence: str, start: int) -> bool:
    """Whether "to", "can" or "will" before a word like "cut" takes it out of the past."""
    before = sentence[max(0, start - 10) : start]
    return bool(re.search(r"\b(?:to|can|will|could|may|might|would)\s+$", before, re.I))


def _taken_back(sentence: str, start: int) -> bool:
    """Whether words before, in the same sentence, deny the claim or leave it open."""
    before = re.split(r"[;.]\s|,?\s+but\s", sentence[:start])[-1]
    return _DENIED.search(before) is not None


def _open(sentence: str, end: int) -> bool:
    """Whether what follows says that nobody knows: ``what made the difference is not known``."""
    return _NOT_KNOWN.match(sentence, end) is not None


def hedged(sentence: str) -> bool:
    """Whether the sentence says that something may be so."""
    return _HEDGED.search(sentence) is not None


def probably(sentence: str) -> bool:
    """Whether the sentence says that something is probably so."""
    return _PROBABLY.search(sentence) is not None


_BY_CERTAINTY: dict[Certainty, Licence] = {
    "high": "causal",
    "moderate": "probably",
    "low": "may",
    "very_low": "none",
}
_UNCONTROLLED = frozenset({"before_after", "controlled_before_after", "case_study"})


def licence(facts: Facts, certainty: Certainty | None) -> Licence:
    """What a study allows to be said of causes.

    Without a certainty, claim type and design decide, and leniently.
    """
    statistic = facts.statistic
    if statistic.claim_type not in ("effect", "economic"):
        return "none"
    if statistic.design in _UNCONTROLLED or statistic.design == "expert_statement":
        return "none"
    if certainty is not None and certainty != "not_rated":
        return _BY_CERTAINTY[certainty]
    return "causal" if statistic.design in TRIALS else "may"


_UNCLEAR = re.compile(
    r"\bno\s+(?:clear|measurable|material|detectable|moderate|evidence|gain|lasting|overall)"
    r"|\b(?:not|n[’']t)\s+(?:\w+\s+){0,2}(?:clear|clearly|improve|change|differ|shown|show"
    r"|better|raise|reduce|followed|rise|fall|confirm|cut|lower|increase|lead|single|work|help"
    r"|linked|tell|know|make)|\blittle\s+or\s+no|\bunclear|\bno\s+(?:\w+\s+)?(?:difference"
    r"|effect|better|more|fewer|worse|higher|lower|less|benefit|impact|improvement|change|link"
    r"|sign)\b|\binclud\w+\s+no|\binconsistent|\bleaned|\btoo\s+(?:uncertain|imprecise"
    r"|weak|small|few)|\bneither\b|\bmade\s+little|\bfailed\s+to|\bstill\s+socially"
    r"|\blimited\s+change|\bwithout\s+(?:clear|any)",
    re.IGNORECASE,
)


def says_unclear(sentence: str) -> bool:
    """Whether the sentence says that no difference was clear."""
    return _UNCLEAR.search(sentence) is not None
