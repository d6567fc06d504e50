"""Words that a sentence gives only to take them back: denied, warned of, or quoted as wrong.

"It does not mean that visits cut reoffending", "not 92% of everyone", "beware of
“friends save lives”": whoever writes so claims the opposite, and nothing there is a
fault. A sentence may also be taken back by the next: "You may read that … That is wrong."
"""

import re
from collections.abc import Iterator

from relcase.domain.wording.phrases import pattern, plain, starting

Span = tuple[int, int]

_SAYING = (
    "mean/means/say/says/show/shows/prove/proves/imply/follow/claim/conclude/write/tell/"
    "infer/establish/demonstrate/suggest/amount/support/justify/repeat/quote"
)
_SAID = (
    "said/told/read/taken/understood/quoted/shown/proved/proven/claimed/written/repeated/"
    "used/supported/justified"
)
_SAID_THAT = pattern(f"""
    do/does/did/can/could/should/must/need/may/would n't !only/just/merely/simply/all (_) {_SAYING}
    be/is/are/was/were n't (to) (be) {_SAID}/proof, should/must/can/may n't be {_SAID}
    cannot (_) {_SAYING}, cannot be {_SAID} !often/enough/too, never {_SAYING}
    is/are not to {_SAYING}
    rather than {_SAYING}
    no (good/clear/reliable) evidence/proof/sign/basis that/of/for
    no (good/clear) reason/grounds to {_SAYING}/believe/think
    nothing shows/proves/says/suggests, nobody/no-one should/can/could/may (_) {_SAYING}
    wrong/misleading/mistake/tempting/unfair/false/untrue/premature to {_SAYING}
    too much/far/strong/early to {_SAYING}, mistake is to {_SAYING}
    is/are wrong/misleading/false/untrue/mistaken that, not true that, the myth that
    nor does/do/did/is/are/can/could/should, far from showing/proving/saying
    none of this/that/these/it (_) {_SAYING}
    popular/usual/familiar/old line/version/story/saying (_) (_) that
    falls/fall/stops/stop short of
    before anyone/anybody/you/we say/says/write/writes/claim/claims
    no study/trial/research/review/evidence/one (has) (yet/ever) shown/shows/proved/proves/found
    nobody/no-one (has) (yet/ever) shown/proved/found/claims/claimed
""")
"""What the words up to the end of the clause do not mean, or are not to be told as."""
_OTHERWISE = pattern("contrary to, despite what, unlike what, whatever _ say/says/said")
_CLAUSE_ENDS = re.compile(
    r"[;:](?=\s)|[.?!](?=\s|$)|,?\s(?:but|(?<=,\s)yet|whereas|while)\s|\s[–—]\s"
)
_IS_NOT = re.compile(
    r"(?:^\W*(?:and\s|but\s)?(?:that|this|it|these|those|they)\s+(?:is|are|was|were)"
    r"|^\W*(?=not\s+(?:every|all\b))|[,(–—]|\band|\bbut)(?:\s*n't|\s*\bnot)"
    r"\s+(?!only|just|merely|simply|least|surpris|secret|news\b|hard|difficult)"
)
"""What something is not, up to the next comma: "not 92% of everyone who joined"."""
_PART_ENDS = re.compile(
    r"[,;:)](?=\s|$)|[.?!](?=\s|$)|\s(?:but|(?<=,\s)yet)\s|\s[–—]\s"
)
_OR_NOT = re.compile(
    r"\b(?:(?:may|might),?\s+or\s+(?:may|might)\s+not"
    r"|(?:false|wrong|untrue|misleading|nonsense)\s*[:,]\s+(?:that|to\s+say))\b"
)
_HOPED = re.compile(
    r"(?:^that|\b(?:the|a|this|any)\s+(?:hope|idea|belief|claim|notion|view|promise|theory)\s+that)"
    r"\s[^.;:?]*?(?=\s(?:is|was|has|have|were|did|does|cannot|proved|remains)\s[^.;:?]*?"
    r"\b(?:not|n't|be\s+shown|wrong|false|unfounded|myth|unproven|untested|unknown|open)\b)"
)
"""What was hoped or claimed, and not borne out."""
_LABELLED = re.compile(
    r"^\W*(?:myth|wrong|false|don't say|do not say|never say|not)\s*[:–—]"
)
_NO_REASON = re.compile(
    r"\bthe\s+(?:real\s+|true\s+|main\s+)?(?:reason|cause|explanation)s?\b[^.,;:?]*?"
    r"\b(?:may|might|could|need|is|are|was|were)(?:\s+(?:well|perhaps|probably|possibly))*"
    r"(?:\s+not|n't)\b(?!\s+(?:only|just|simply|merely|hard|far|clear|known|surprising))"
)
"""The reason or the cause of something, which may well not be that."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^']*'(?!\w)")
_OF_QUOTES = pattern(f"""
    goes/go/going/far too far/strong/simple, too strong/simple/far/sweeping
    wrong/false/untrue/inaccurate/incorrect/unfounded/unsupported/unproven/misleading/misquoted
    mistake/mistaken/myth/myths, mislead/misleads, beware/careful/wary/caution
    overstate*/exaggerate*/overclaim*/oversell*/distort*
    you/we/people/members will/may/might/often/sometimes (have/also) hear/heard/read/see/seen/find
    often/oft/much/widely/frequently-quoted/repeated/cited/heard, so-called
    the papers/press/headlines put/puts/had/have it, taken/left/struck/leave/take out
    removed/deleted
    sometimes/often told/put/quoted/reported/rendered as, withdrawn/avoid/avoided
    contrary to, despite what, instead of, nobody should
    do/does/did/should/must/would/can n't {_SAYING}/use/hold, cannot {_SAYING}, never say/write
    is/are/was/were n't (to) (be) {_SAID}/true/what, should/must/can/may n't be {_SAID}
    cannot be {_SAID}, no basis/evidence/support for, overlook*/forgets/ignores, leaves out
    untruth/untruths/falsehood/falsehoods, needs a (_) footnote/caveat/correction/source
""")
"""Words beside a quotation that say that it is wrong."""
_BEFORE_QUOTE = re.compile(
    r"(?:\bthe\s+words?|\bnot|n't|\brather than|\bno longer|\bneither|\bnor)\s+(?:as\s+|a\s+)?$"
)
_OTHERS_SAY = pattern("""
    is/are sometimes/often/widely/commonly/frequently/usually said/claimed/told/written/thought
    is/are sometimes/often/widely/commonly/frequently/usually believed/quoted/reported/put
    you/readers/members/we may/might/will/often (have) hear/heard/read/see/seen/find/found/meet
    you/readers/members/we can/may/might/will often/still/sometimes hear/read/see/find/meet
    some/many/people/others/campaigners/papers/newspapers/headlines say/claim/write/believe
    press release/releases, headline/headlines/leaflet/slogan/poster/tweet/advert
    some/many/people/others/campaigners/papers (still/often) quote/repeat/cite
    popular/usual/common/familiar version/claim/saying/story/reading/mistake
    the claim/idea/notion/myth, at first sight
""")
_WRONG_THEN = starting("""
    that/this/it/they/these/which is/are/was/were wrong/false/untrue/mistaken/misleading/nonsense
    that/this/it/they/these is/are a myth/mistake/misreading, that/this/it is not/n't so/true/right
    that/this/it is not what, it/that/this goes/is too far/strong, not so/true/quite/at
    wrong/false/untrue
""")
_NOT_THEN = starting("""
    that/this/it/they/these is/are/was/were/does/do/did n't, in fact/truth/reality, actually, but
    the/this/that/these/those (_) (_) do/does/did/can/could/is/are n't, the/this/that _ (_) cannot
    no study/evidence, nothing, nobody, neither, the truth/evidence is, what _ (_) shows/show/found
    the true/right/real/correct/actual/published/peer-reviewed figure/number/result/difference
""")
_THEN = re.compile(r"[;:]\s|\s[–—]\s")
"""Where a clause begins that may take back the one before it."""
_QUESTION = re.compile(
    r"^(?:[^.:?]{0,40}:)?\W*(?:(?:what|which|who)\s[^.!?]*\?\W*$|(?:do|does|did(?!\s+you\s+know)|is|are|was|were|can|could|will|would|has|have|should)\s"
    r"(?!not\b|it\s+any)[^.!?]*\?\W*$)"
)


_WARNING = pattern("""
    what not to say/write/claim, do/please n't say/write/claim/use, never say/write, myths, misuses
    common/popular/frequent mistakes/misreadings/misquotations/errors, avoid saying/writing
    (claims/phrases/words/lines/sentences) to avoid, misquoted, how not to say/quote/use
""")


def warns(heading: str) -> bool:
    """Whether what stands under a heading is there as a warning."""
    return _WARNING.search(plain(heading)) is not None


def taken_back(sentence: str) -> tuple[Span, ...]:
    """The stretches of a sentence, in small letters, that it gives only to take back."""
    return tuple(sorted(_spans(sentence)))


def inside(spans: tuple[Span, ...], start: int, end: int) -> bool:
    """Whether most of some words lies in one of the stretches."""
    return any(
        min(end, last) - max(start, first) > (end - start) / 2 for first, last in spans
    )


def by_what_follows(sentence: str, following: str) -> bool:
    """Whether a sentence claims nothing, being taken back by the next, or a question."""
    mine = plain(sentence)
    return bool(_QUESTION.match(mine)) or _is_taken_back(mine, plain(following))


def _is_taken_back(told: str, then: str) -> bool:
    """Whether what follows says that what was told is not so."""
    if _WRONG_THEN.match(then):
        return True
    return bool(_NOT_THEN.match(then) and _OTHERS_SAY.search(told))


def _spans(sentence: str) -> Iterator[Span]:
    if _LABELLED.match(sentence):
        yield 0, len(sentence)
    for match in _THEN.finditer(sentence):
        if _is_taken_back(sentence[: match.start()], sentence[match.end() :]):
            yield 0, match.start()
    for match in (*_SAID_THAT.finditer(sentence), *_OR_NOT.finditer(sentence)):
        yield match.start(), _end(_CLAUSE_ENDS, sentence, match.end())
    for match in (*_IS_NOT.finditer(sentence), *_OTHERWISE.finditer(sentence)):
        yield match.end(), _end(_PART_ENDS, sentence, match.end())
    for match in (*_HOPED.finditer(sentence), *_NO_REASON.finditer(sentence)):
        yield match.span()
    yield from _quotes(sentence)


def _quotes(sentence: str) -> Iterator[Span]:
    """The quotations that the words around them call wrong."""
    found = list(_QUOTED.finditer(sentence))
    if not found:
        return
    around = _QUOTED.sub(lambda one: " " * len(one[0]), sentence)
    warned = _OF_QUOTES.search(around) is not None
    for one in found:
        if warned or _BEFORE_QUOTE.search(sentence, 0, one.start()):
            yield one.span()


def _end(ends: re.Pattern[str], sentence: str, start: int) -> int:
    """Where the clause that goes on from a place ends, quotations apart."""
    hidden = _QUOTED.sub(lambda one: "x" * len(one[0]), sentence)
    match = ends.search(hidden, start)
    return match.start() if match else len(sentence)
