"""The shapes in which a sentence writes a number, one expression each.

Read in small letters, in which a shape is soon ruled out by how it starts. A shape is
the name of its group, so that ``lastgroup`` of a match tells which one it was.
"""

import re

from relcase.domain.wording.number_words import SCALE, YEAR_WORD
from relcase.domain.wording.spelling import NUMBER

_FRESH = r"(?<![\w.])"
"""Not within a word or a number."""
_UNIT = r"(?P<unit>hour|day|week|month|year|decade)s?"
_ONE_UNIT = r"(?:year|month|week|decade)"
_TAIL = (
    r"(?=\s*(?:of|more|less|fewer|lower|higher|greater|smaller|reduction|increase|fall"
    r"|drop|cut|rise|off|as|than|likelier|in|were|was|are|said|had|did|felt|say|agreed)"
    r"\b|(?<=half)\s+\(|\s*[.,;:)]|\s*$)"
)
"""What may follow "half" and "a third" where they are numbers."""
_SHAPES = {
    # 9 fewer in 100
    "difference": rf"""
        {_FRESH}(?P<more>{NUMBER})\s+(?:more|fewer|less|extra)\s+(?:\w+\s+)?
        (?:in|per|of|for|out\s+of)\s+(?:every\s+|each\s+)?
        (?P<more_of>{NUMBER})(?![\w%]|[.,]?\d)""",
    # 1 in 6, 18 of 22, 8/10
    "share": rf"""
        {_FRESH}(?P<first>{NUMBER})(?P<link>\s+(?:in(?:\s+every)?|out\s+of(?:\s+every)?
        |per|for\s+every|of(?:\s+the|\s+every)?)\s+|/)(?P<whole>{NUMBER})
        (?![\w%]|[.,]?\d|\s*(?:%|per\s?cent|{SCALE}\b|times\b))""",
    # twice, doubled
    "fold": rf"{_FRESH}(?:twice|thrice|(?:doubl|tripl|trebl|quadrupl)(?:e[sd]?|ing))\b",
    # two and a half years, one and a half times
    "and_a_half": rf"""
        {_FRESH}(?P<halved>{NUMBER})\s+and\s+a\s+half
        (?:\s+(?P<half_scale>{SCALE})|\s+(?P<half_unit>time|year|month|week|day|hour)s?)?\b""",
    # a year and a half
    "unit_and_a_half": rf"\b(?:an?|one)\s+(?P<one_unit>{_ONE_UNIT})\s+and\s+a\s+half\b",
    # twenty eleven, nineteen ninety-eight
    "spoken_year": rf"""
        (?P<century>nineteen|twenty)[ -](?P<in_century>{YEAR_WORD})
        (?!-|\s+(?:{SCALE}|per\s?cent|times|(?:year|month|week|day)s?)\b)""",
    # halved
    "halving": r"\bhalv(?:e[sd]?|ing)\b",
    # half, two thirds, nine-tenths, half a million
    "fraction": rf"""
        \b(?:(?P<parts>an?|one|two|three|four|nine)[ -])?
        (?P<part>half|(?:third|quarter|fifth|sixth|tenth)s?)\b
        (?:\s+(?:of\s+)?an?\s+(?P<of_scale>{SCALE})\b|{_TAIL})""",
    # 14.0%, £1.2m, three times, 18 months, 3rd
    "plain": rf"""
        {_FRESH}(?P<currency>[£$€])?(?P<sign>(?<![\w)])[-−])?(?P<number>{NUMBER})
        (?:\s?(?P<short>bn|mn|m|k)\b|[ -](?P<scale>{SCALE})\b)?
        (?:(?P<percent>\s?%|\s?per\s?cent\b)(?P<level>\s+(?:confidence|ci|interval))?
          |(?P<points>[ -]percentage[ -]points?)
          |(?P<times>[ -]?(?:times|fold)\b|x\b)
          |(?P<pay>\s+(?:pounds|dollars|euros)\b)
          |[ -]{_UNIT}(?P<old>[ -]olds?|\s+of\s+age)?\b
          |(?P<ordinal>st|nd|rd|th)\b)?""",
    # within a year
    "within": rf"""
        \b(?:within|after|in|over|for|first|of|by)\s+(?P<article>an?|one)\s+
        (?:whole\s+|single\s+|full\s+)?(?P<within_unit>{_ONE_UNIT})\b(?!['’-])""",
    # a year later
    "later": rf"""
        \b(?P<span>(?:an?|one)\s+(?P<later_unit>{_ONE_UNIT}))\s+
        (?:later|after|on|earlier|before|of)\b""",
}
"""Shapes by name; the earlier one wins where two would fit."""
_STARTS = r"""(?<![a-z])(?=\d|[£$€]|\.\d|[−\-][\d.a-z]|one|t(?:w[oei]|h(?:ree|ri|ir)|en(?:th|[^a-z]
    |\Z)|reb|rip)|fi[fv]|four|fort|s(?:ix|even)|e(?:igh|lev)|n(?:ine|ought\spoint)|doub|qua[rd]|hal[fv]
    |(?:(?:within|after|in|over|for|first|of|by)\s+)?(?:an?|one)[\s-]+(?:whole\s|single\s|full\s
    |half|third|quarter|fifth|sixth|tenth|year|month|week|decade|hundred|thousand|[mb]illion)
    |zero\spoint)"""
"""What a shape begins with: soon told, where most words begin none."""

ANY = re.compile(
    f"{_STARTS}(?:{'|'.join(f'(?P<{name}>{one})' for name, one in _SHAPES.items())})",
    re.VERBOSE,
)
RANGE = re.compile(
    rf"\s?(?:to|–|-|or|and)\s?{NUMBER}(?P<percent>\s?%|\s?per\s?cent\b)?"
    rf"(?:[ -](?:to[ -])?{_UNIT}(?P<old>[ -]olds?)?\b)?"
)
"""The other end of a range behind a number: "40 to 50%"."""
