"""Claims that one thing makes another happen, unless the sentence takes them back."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from relcase.domain.wording.causes import (
    CHANGES,
    IN_OTHER_WORDS,
    INSTEAD,
    NOUNS,
    OUTRIGHT,
)
from relcase.domain.wording.inflection import is_past
from relcase.domain.wording.phrases import ending, kinds, pattern, starting

Tense = Literal["past", "general", "noun"]


class Causal(NamedTuple):
    """Words that claim a cause, their tense, and what an association may say instead."""

    start: int
    end: int
    text: str
    tense: Tense
    better: str | None


_WILL = "will @"
_OUTRIGHT = f"{OUTRIGHT},{IN_OTHER_WORDS}"
_CAUSAL = kinds(change=CHANGES, outright=_OUTRIGHT, noun=NOUNS, will=_WILL)
_WHEN = re.compile(
    r"^\W*(?:when|if|once)\s[^.;:,]*,\s+(?:[\w-]+\s+){1,4}?"
    r"(?:falls|drops|rises|improves|declines|grows|vanishes)\b"
)
"""What happens whenever something else does: "when they are polite, crime falls"."""
_BY_ITSELF = starting("""
    by, from, to, at, over, during, while, and, or, more, most, less, further, between
    across, when, after, where, with, for, only, slightly, faster, since, as, in, within
    modestly, among, until, on, through, markedly, sharply, somewhat, under
    a little/bit/lot
""")
"""What follows a verb without an object: "reduced by half", "improved during the year"."""
_WHENEVER = starting("when/if/once/whenever")
"""What makes a verb without an object claim a cause: "trust doubles when they listen"."""
_MULTIPLES = frozenset({"doubles", "triples", "quadruples", "halves", "improves"})
_AT_END = re.compile(r"\s*(?:$|[.,;:)(])")
_BEFORE_ADJECTIVE = ending("""
    a/an/the/their/its/any/no/with/of/at/in/for/towards/and/or, had/have/has/having
    show/shows/showed/report/reports/reported/experience/experienced/feel/felt, linked to
    substantially/significantly/markedly/slightly/greatly/clearly
""")
"""What stands before a participle that is an adjective: "had a reduced risk"."""
_BEFORE_PARTICIPLE = ending("""
    the/a/an/of/for/among/amongst/between/with/than/against
""")
"""What no verb follows: "the helped men", "between visited and other families"."""
_PERFECT = ending("has/have")
_RISK = starting("""
    risk/risks/odds/mortality/rate/rates/chance/chances/level/levels/survival/likelihood
""")
_AS_MANY = frozenset({"double", "triple", "quadruple"})
_ADVERBS = "(about/around/roughly/nearly/almost/well/far/just) (more/less/over) (than)"
_SO_MANY = ending(f"""
    have/has/had/having/at/with/was/were/is/are/ran/run/runs/face/faces/faced {_ADVERBS}
    carry/carries/carried/showed/shows/a/an/the/reported {_ADVERBS}
""")
"""What stands before a multiple that is no verb: "had more than double the rate"."""
_FIRST = re.compile(
    r"^\W*(?:(?:about|around|roughly|nearly|almost|well|far|over|more\s+than)\s+){0,2}$"
)
"""What may stand before a multiple at the start of a sentence."""
_GIVES = re.compile(r"giv|gave")
_STUDY_GIVES = re.compile(
    r"\b(?:stud(?:y|ies)|reviews?|trials?|pooling|analys[ie]s|meta-analys[ie]s|surveys?"
    r"|estimates?|evaluations?|models?|papers?|reports?|authors?|researchers?)\b"
    r"(?!,)(?:(?!\b(?:that|shows?|showed|finds?|found|suggests?|says?|said)\b)(?:[^;:,]|,(?=\d)))*$"
)
"""The study tells then a number: "a pooling of 25 studies gives 1.48 times the odds"."""
_A_RESULT = re.compile(
    r"\s*(?:of\b|[\d.]+\s*(?:times\b|%|per\s+cent\b|percentage\s+points?\b|as\s+the\b))"
)
_PASSIVE = ending("was/were/been/being")
_BY_SO_MUCH = re.compile(r"\s+(?:by|from|to)\s+(?:about\s+|over\s+|up\s+to\s+)?[\d£$]")
"""Something done by somebody: "were cut by 14%", where "fell by 14%" happens by itself."""
_AUXILIARY = ending("to/can/will/could/may/might/would")
_A_THING = ending("a/any/all/other/which/of/the/on/about/no/what")
_OF_RESULTS = ending(
    "academic/exam/test/school/the/their/better/worse/these/good/and/its"
)
"""It tells then of results in mathematics, and not of what follows."""
_REASONS = frozenset({"the reason", "the cause"})
_MAY_BE = pattern("may/might/could (not) (well) be")
_THAT = ending("it/that/this/which/these")
"""It explains then a number: "it means that 84% of tenancies were kept"."""
_WHO = ending("who")
"""It tells then what the people studied do: "children who make friends"."""
_NOUNS_TOO = frozenset({"cut", "cause", "causes"})
_A_CERTAIN = ending(
    "a/an/the/each/every/any/no/first/second/last/traffic/vehicle/police/bus"
)
_NOUNS_IN_FRONT = pattern("stop/stops/drive/drives/shape/shapes/trigger/triggers")
"""Words that are nouns behind an article, whatever follows: "the stop fell"."""
_NOUN_SO_FAR = ending(
    "to/at/with/against/than/from/of/in/for/on/by/between/usual/ordinary/other"
)
_PLURALS = pattern("stops/drives/shapes/triggers")
"""The same behind words that no such verb follows: "relative to stops carried on"."""
_ASKED_OF = ending("help*/to/will/can")
_DARE = "afford/deny/ignore/forget/underestimate/overstate/surprising/doubt/secret"
_HELP_IS_GIVEN = ending("""
    friendly/practical/early/extra/professional/social/emotional/medical/formal/informal/daily
    financial/mutual/personal/individual/regular/such/some/any/no/more/enough/much/little/the/their
    his/her/our/your/its/this/of/with/without/for/from/by/given/offered/refused/received/paid
    ~want, ~need, ~seek, ~get, ~ask for, ~accept, ~find, ~receive, ~offer, ~give
""")
"""It is then a thing that people are given, and not what something does."""
_HELP_ENDS = pattern("""
    help now/today/soon/again/early/earlier/first/here/there/too/sooner/when/where/if/only
    help found/fared/felt/lived/died/came/went/did/got/ended
""")
"""What stands behind the thing, and is nobody who could be helped."""
_SOMEBODY = """
    them/him/her/us/you/me/everyone/people/tenants/residents/patients/staff/prisoners/families
""".strip()
_TREATS_SO = starting(f"""
    _ (_) (_) with (_) respect/dignity/courtesy/fairness/contempt/suspicion/consideration
    _ (_) (_) fairly/unfairly/respectfully
    (_) (_) {_SOMEBODY} well/badly/kindly/equally/like/differently
    (_) (_) {_SOMEBODY} as !well/good/much/effectively, (_) (_) {_SOMEBODY} with (_) kindness/care
""")
"""How somebody behaves to somebody: "their landlord treats them with respect"."""
_DENIED = pattern(f"""
    no (reliable/good) evidence/proof/sign/indication/figure
    no moderate or strong evidence, little (reliable) evidence/support, no claim
    do/does/did/is/are/was/were/has/have/had/can/could/need/would n't !only/just/merely/{_DARE}
    cannot !{_DARE}, can't !{_DARE}, not that/been/shown/proof/evidence/which/one
    not a proven, never !underestimate/forget, nobody
    whether, nor, neither, too _ to, if/were .. causal
    credited with, look/looks/looked like, rather than that, unknown, unclear, failed to
    without showing, may/might/could itself/themselves
""")
_TURN = re.compile(
    r"[;.]\s|,?\s+(?:but|(?<=,\s)yet)\s|[,:]\s+(?:it|they|this|and\s+(?:it|they))\s(?!is\b|are\b)"
)
_NOT_KNOWN = re.compile(
    r"[^.;]*\bis\s+(?:not\s+known|unknown)\b"
    r"|\s+(?:cannot|can't|can\s+not|is\s+not|isn't)\s+(?:be\s+)?(?:read|shown|inferred|told|known"
    r"|established|claimed|proved|proven|settled|concluded)\b"
)
_HEDGED = pattern("may, might, could, possibly, perhaps, suggest/suggests/suggested")
_PROBABLY = pattern("probably, likely to, is/are likely")
_UNCLEAR = pattern("""
    no clear/measurable/material/detectable/moderate/evidence/gain/lasting/overall
    not/*n't (_) (_) clear/clearly/improve/change/differ/shown/show/better/raise/reduce
    not/*n't (_) (_) work/followed/rise/fall/confirm/cut/lower/increase/lead/single/help
    not/*n't (_) (_) linked/tell/know/make, little or no, unclear, includ* no, neither
    no (_) difference/effect/better/more/fewer/worse/higher/lower/less/benefit/impact
    no (_) improvement/change/link/sign, too uncertain/imprecise/weak/small/few
    made little, failed to, but/yet still, limited change
    and/though/yet/while/were still (as) (_) isolated/lonely/alone/homeless/depressed/unwell
    but/and/yet/though/they remained/stayed (as) (_) isolated/lonely/alone/homeless/depressed
    without clear/any, inconsistent
""")

_DID_NOT = re.compile(
    r"\b(?:do|does|did|is|are|was|were)(?:\s+not|n't)\s*(?:[.,;:(]|$)"
)
"""A denial with nothing behind it: "depression eased, and mortality did not"."""


def causal(sentence: str) -> Iterator[Causal]:
    """Every claim of a cause in a sentence that the sentence does not take back.

    ``sentence`` in small letters.
    """
    for match in (*_CAUSAL.finditer(sentence), *_WHEN.finditer(sentence)):
        if _idle(sentence, match):
            continue
        if denied(sentence, match.start()) or _open(sentence, match.end()):
            continue
        better = INSTEAD.get(" ".join(match[0].split()))
        yield Causal(*match.span(), match[0], _tense(sentence, match), better)


def hedged(sentence: str) -> bool:
    """Whether the sentence says that something may be so."""
    return _HEDGED.search(sentence) is not None


def probably(sentence: str) -> bool:
    """Whether the sentence says that something is probably so."""
    return _PROBABLY.search(sentence) is not None


@lru_cache(maxsize=256)
def says_unclear(sentence: str) -> bool:
    """Whether the sentence says that no difference was clear."""
    return bool(_UNCLEAR.search(sentence) or _DID_NOT.search(sentence))


def _tense(sentence: str, match: re.Match[str]) -> Tense:
    if match.lastgroup == "noun":
        return "noun"
    past = is_past(match[0].split(maxsplit=1)[0])
    return "past" if past and not _before(_AUXILIARY, sentence, match) else "general"


def _idle(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words claim no cause here."""
    return bool(
        _describes(sentence, match)
        or _before(_WHO, sentence, match)
        or (match[0] in _NOUNS_TOO and _before(_A_THING, sentence, match))
        or (_NOUNS_IN_FRONT.match(match[0]) and _before(_A_CERTAIN, sentence, match))
        or (_PLURALS.match(match[0]) and _before(_NOUN_SO_FAR, sentence, match))
        or _tells(sentence, match)
        or (match[0] in _REASONS and _may_be(sentence, match.start()))
        or (match[0].startswith("mean") and _before(_THAT, sentence, match))
        or (match[0] == "results in" and _before(_OF_RESULTS, sentence, match))
        or (match[0].startswith("help ") and _is_thing(sentence, match))
        or (match[0] == "treats" and _TREATS_SO.match(sentence, match.end()))
    )


def _is_thing(sentence: str, match: re.Match[str]) -> bool:
    """Whether "help" is what people get: "those given friendly help found worse"."""
    ends = _HELP_ENDS.match(match[0]) is not None
    return ends or _before(_HELP_IS_GIVEN, sentence, match)


def _tells(sentence: str, match: re.Match[str]) -> bool:
    """Whether a study gives a result, and no measure gives anything to people."""
    verb = _GIVES.match(match[0])
    if verb is None or not _A_RESULT.match(sentence, _end_of_verb(match)):
        return False
    return _STUDY_GIVES.search(sentence, 0, match.start()) is not None


def _end_of_verb(match: re.Match[str]) -> int:
    return match.start() + len(match[0].split(maxsplit=1)[0])


def _may_be(sentence: str, start: int) -> bool:
    """Whether words before say that something may be so."""
    return _MAY_BE.search(sentence, 0, start) is not None


def _describes(sentence: str, match: re.Match[str]) -> bool:
    """Whether the word tells how a thing went and not what something did to it."""
    word = match[0]
    if is_participle(sentence, match):
        return True
    if match.lastgroup != "change":
        return False
    if _before(_PASSIVE, sentence, match) and _BY_SO_MUCH.match(sentence, match.end()):
        return False
    first = _FIRST.search(sentence, 0, match.start()) is not None
    if word in _AS_MANY and (first or _before(_SO_MANY, sentence, match)):
        return True
    if word in _MULTIPLES and _WHENEVER.match(sentence, match.end()):
        return False
    if _AT_END.match(sentence, match.end()) or _BY_ITSELF.match(sentence, match.end()):
        bare = not word.endswith(("s", "ed", "ing"))
        return not (bare and _before(_ASKED_OF, sentence, match))
    if _before(_PERFECT, sentence, match) and not _RISK.match(sentence, match.end()):
        return False
    return word.endswith("ed") and _before(_BEFORE_ADJECTIVE, sentence, match)


def is_participle(sentence: str, match: re.Match[str]) -> bool:
    """Whether a verb tells which people are meant: "the helped men", "of visited families"."""
    in_past = match[0].split(maxsplit=1)[0].endswith("ed")
    return in_past and _before(_BEFORE_PARTICIPLE, sentence, match)


_REACH = 32


def _before(words: re.Pattern[str], sentence: str, match: re.Match[str]) -> bool:
    start = match.start()
    return words.search(sentence, max(0, start - _REACH), start) is not None


def denied(sentence: str, start: int) -> bool:
    """Whether words before, in the same sentence, deny the claim or leave it open."""
    return _DENIED.search(_TURN.split(sentence[:start])[-1]) is not None


def _open(sentence: str, end: int) -> bool:
    """Whether what follows says that nobody knows: ``what helped them is not known``."""
    return _NOT_KNOWN.match(sentence, end) is not None
