"""What looks like a number of a sentence and is none: dates, pages, addresses, labels."""

import re
from collections.abc import Sequence

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|(?<!\S)[^\s@]+@[^\s@]+\.\w+", re.IGNORECASE
)
_TO_A_DIGIT = r"++[.:]?+(?:\s++items?+)?+[\s‑-]*+(?:cov-?+)?+[a-z]{0,2}+\d"
"""How a word goes on that names a digit: "agenda item 5", "sars-cov-2", "p. B4"."""
_NO_CLAIM = re.compile(
    rf"""
    (?:(?=[\d+(\[])|^|\b(?=[a-z]{_TO_A_DIGIT}))  # where one of these can begin at all
    (?:
      (?:doi:\s*)?\b10\.\d{{4,9}}/\S+
    | \b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?   # dates
    | \b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d|[.,]\d|%)(?:,?\s+\d{{4}})?
    | \b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b
    | \b(?:1[89]|20)\d\d\s?[/–-]\s?\d{{2,4}}\b
    | \b\d{{1,2}}[:.]\d\d\s?[ap]\.?m\b|\b\d{{1,2}}:\d\d\b|\b\d{{1,2}}\s?[ap]m\b
    | (?<![\d.])(?:\+\d{{1,3}}[\s-]?)?\(?0\d{{2,4}}\)?(?:[\s-]\d{{3,6}}){{1,3}}\b  # telephones
    | \b(?:pp?\.|pages?|sections?|chapters?|paragraphs?|paras?\.?|tables?|figures?|figs?\.
      |appendix|annex|clauses?|articles?|agenda\s+items?|items?|slides?|volumes?|vol\.?
      |versions?|issue|boxes|box|exhibit|schedule|regulation|question|q|objective|priority
      |recommendations?|rooms?|floors?|wards?|bus|route|junction|class|unit)
      \s*(?-i:[A-Z]{{0,2}})\d+(?:\.\d+)*(?:\s?[–,&-]\s?\d+|\s+(?:and|to)\s+\d+)*(?!\s?%|[\d,.]*\d)
    | \[\d{{1,3}}(?:\s?[,;–-]\s?\d{{1,3}})*\]                    # numbered references
    | \b(?:covid|sars)[-‑\s]?(?:cov-?)?\d+|\b24/7\b|\b9/11\b|\b999\b
    | \bv\d+(?:\.\d+)+
    | (?<![\d.,])\d+(?:\.\d+){{2,}}(?!\d|%|\s*$|\s+(?-i:[A-Z]))       # versions: "2.5.0 beta"
    | ^\s*(?:\(?\d{{1,3}}[.)]\s|\d+(?:\.\d+)+\.?\s+(?=(?-i:[A-Z])))   # numbers of a list
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


_TO_THE_READER = re.compile(
    r"\b(?:will|may|might|should|are\s+asked\s+to|is\s+asked\s+to|would)\s+"
    r"(?:recall|note|remember|see|know|recognise|hear|read|be\s+aware|want\s+to\s+know|find|wish)\b",
    re.IGNORECASE,
)
"""What a paper says to those who read it: "members will recall"."""
_ASKED = [
    "recall",
    "note",
    "remember",
    "see",
    "know",
    "hear",
    "read",
    "recognise",
    "aware",
    "find",
    "wish",
]
"""The words of which one is always there."""


_DIGIT = re.compile(r"\d")


def masked(text: str) -> str:
    """The text with spaces for what has digits or verbs and claims nothing, all in place."""
    lower = text.lower()
    if "@" in text or "://" in text or "www." in lower:
        text = _ADDRESS.sub(_blank, text)
    if _DIGIT.search(text):
        text = _NO_CLAIM.sub(_blank, text)
    if any(map(lower.__contains__, _ASKED)):
        text = _TO_THE_READER.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with spaces for some stretches of it, all else in place."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if end > at:
            begin = max(start, at)
            parts += [text[at:begin], " " * (end - begin)]
            at = end
    return "".join((*parts, text[at:]))
