"""Sentences of ours in which somebody changed a few words, and what the change claims.

Who copies a sentence of ours and puts "all children" for "children", or "no care" for
"usual care", says what the study does not, in words that no list could have. So the
sentence is laid beside ours, and each change is judged by what it takes away or adds.
A change of no such kind is a choice of words.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from relcase.domain.report.hearing import Hearing
from relcase.domain.report.splitting import folded, sentences, stems
from relcase.domain.wording.licences import licence
from relcase.domain.wording.places import countries, parts_of_uk
from relcase.domain.wording.wrong import Wrong

_HAS_DIGIT = re.compile(r"\d")
_COUNTING = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve".split()
)
_TOKEN = re.compile(r"[^\W_]+(?:['’.,‑-][^\W_]+)*%?")
_LEAST, _MOST = 7, 90
"""Words of a sentence that is compared."""
_SAME = 0.7
"""The least part of its words that is ours, and of ours that it has."""
_MOST_CHANGES = 2
"""How many places differ at most; where more do, somebody has told it in words of their own."""
_FEW = 5
"""How many words a change may put away or add; more makes it another sentence."""
_WHOLE_SIDE = 14
_UNIVERSAL = frozenset("all every each any most everyone everybody always entire whole".split())
_DENYING = frozenset("no not never neither nor without cannot nothing none".split())
_UPWARD = frozenset("higher more greater better rose rise larger longer raised likelier".split())
_DOWNWARD = frozenset("lower less fewer worse fell fall smaller shorter lowered".split())
_DOING = frozenset(
    """
    made cut raised reduced lowered brought kept spared driven pushed boosted slashed halved
    improved increased decreased prevented saved protected helped led multiplied doubled
    caused produced stopped delivered achieved gained won secured turned
    """.split()
)
"""Verbs of somebody who does something, where ours tell what was found."""
_COMPARING = frozenset("than against versus".split())
_COMPARED = ("compared", "with")
_ANYBODY = frozenset("people adults persons individuals everyone women men".split())
_PEOPLE = _ANYBODY | frozenset("patients children participants residents those".split())
_SOME_PEOPLE = frozenset(
    """
    prisoners tenants renters families mothers parents pupils students workers nurses
    doctors carers relatives couples clients users veterans toddlers babies teams homes
    hospitals neighbourhoods councils schools areas
    """.split()
)
"""Words that say by themselves of whom a study is."""
_WHICH = frozenset(
    """
    older young younger teenage elderly homeless at-risk low-risk high-risk low-income poor
    poorer disabled lonely pregnant bereaved vulnerable disadvantaged deprived secondary
    primary first-time
    """.split()
)
"""Words before one for people that say which of them are meant."""
_STUDIED = frozenset("study studies trial trials review survey pooled evaluation".split())
_WITHIN = frozenset("in with who of from".split())
"""What begins the words that say which people: "children in care"."""
_SHORT = 2
"""How many words may be gone for "no" among them to be what matters."""
_BESIDE = 3
"""How far from the word for people the words stand that say which."""


class _Word(NamedTuple):
    text: str
    """In small letters."""
    start: int
    end: int
    is_name: bool


class _Change(NamedTuple):
    """What stands in a sentence in place of some words of ours."""

    ours: Sequence[_Word]
    """The whole sentence of ours."""
    start: int
    """Between which of its words the change is."""
    end: int
    gone: frozenset[str]
    new: frozenset[str]
    put: Sequence[_Word]
    """The words that stand there instead; none where words were only taken away."""
    place: tuple[int, int]
    """Where in the sentence that is."""

    @property
    def is_long(self) -> bool:
        """Whether it puts away or adds more than a few words.

        What something is compared with may be put away whole, for something else.
        """
        most = _WHOLE_SIDE if self.put and _in_comparison(self) else _FEW
        return self.end - self.start > most or len(self.put) > _FEW


def check(hearing: Hearing) -> Iterator[Wrong]:
    """The first change of a sentence of ours that says what the record does not."""
    ours = _nearest(hearing)
    if ours is None:
        return
    changes = list(_changes(ours, _words(hearing.text)))
    if len(changes) > _MOST_CHANGES or any(one.is_long for one in changes):
        return
    for change in changes:
        for rule, judge in _KINDS:
            if why := judge(change, hearing):
                at = hearing.text[slice(*change.place)]
                yield Wrong(rule, "error", *change.place, f"“{at}” {why}.", _whole(ours))
                return


def _nearest(hearing: Hearing) -> list[_Word] | None:
    """The sentence of ours that this one is but for a few words."""
    told = [one.text for one in _words(hearing.text)]
    if not _LEAST <= len(told) <= _MOST:
        return None
    known = frozenset(told)
    best: tuple[float, list[_Word]] | None = None
    for text in hearing.subject.told:
        for span in sentences(text):
            ours = _words(text[slice(*span)])
            common = len(known & {one.text for one in ours})
            if len(ours) < _LEAST or common < _SAME * min(len(ours), len(known)):
                continue
            ratio = _matcher([one.text for one in ours], told).ratio()
            if ratio >= _SAME and (best is None or ratio > best[0]):
                best = ratio, ours
    return best[1] if best and best[0] < 1 else None


def _matcher(ours: Sequence[str], told: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, ours, told, autojunk=False)


def _words(text: str) -> list[_Word]:
    return [
        _Word(
            folded(found[0]).removesuffix("'s"),
            *found.span(),
            is_name=found[0][0].isupper() and found.start() > 0,
        )
        for found in _TOKEN.finditer(text)
    ]


def _whole(ours: Sequence[_Word]) -> str:
    return " ".join(one.text for one in ours)


def _changes(ours: Sequence[_Word], told: Sequence[_Word]) -> Iterator[_Change]:
    matcher = _matcher([one.text for one in ours], [one.text for one in told])
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        put = told[begin:stop]
        beside = put or told[max(begin - 1, 0) : begin + 1]
        yield _Change(
            ours,
            start,
            end,
            frozenset(one.text for one in ours[start:end]),
            frozenset(one.text for one in put),
            put,
            (beside[0].start, beside[-1].end),
        )


def _universal(change: _Change, hearing: Hearing) -> str:
    """All of them, where the record has some."""
    if change.new & _UNIVERSAL and not change.gone & _UNIVERSAL:
        return f"is wider than what was studied: {hearing.statistic.population}"
    return ""


def _wider(change: _Change, hearing: Hearing) -> str:
    """People without the words that say which, or a general word for some of them."""
    if _in_comparison(change):
        return ""
    general = change.new and change.new <= _ANYBODY and change.gone & _SOME_PEOPLE
    if general or (not change.put and _says_which(change, hearing)):
        return f"is wider than what was studied: {hearing.statistic.population}"
    return ""


def _says_which(change: _Change, hearing: Hearing) -> bool:
    """Whether the words that are gone say which people were studied.

    A clause that is left out at the end, or how it was studied, says nothing of the kind.
    """
    if change.end == len(change.ours) or change.gone & _STUDIED:
        return False
    everybody = _PEOPLE | _SOME_PEOPLE
    if change.gone <= _WHICH and change.ours[change.end].text in everybody:
        return True
    around = change.ours[max(change.start - _BESIDE, 0) : change.end + _BESIDE]
    if not any(one.text in everybody for one in around):
        return False
    known = [hearing.statistic.population, hearing.statistic.place or ""]
    if change.ours[change.start].text in _WITHIN:
        known += [one.group or "" for one in hearing.statistic.figures]
    narrowing = _telling(change.gone) & _stems_of(known)
    return bool(narrowing - frozenset(stems(hearing.text)))


def _comparator(change: _Change, hearing: Hearing) -> str:
    """Something else than what the record compares with."""
    if not _in_comparison(change) or not change.put:
        return ""
    strange = _telling(change.new - _PEOPLE - _SOME_PEOPLE) - hearing.subject.topic
    denied = change.new & _DENYING and not change.gone & _DENYING
    compared = [hearing.statistic.comparator.text]
    compared += [one.reference_group or "" for one in hearing.statistic.figures]
    whole = change.ours[change.start - 1].text in _COMPARING | {_COMPARED[1]}
    if denied or (strange and (whole or _telling(change.gone) & _stems_of(compared))):
        return f"is not what was compared: it was {hearing.statistic.comparator.text}"
    return ""


def _stems_of(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(stems(" ".join(texts)))


def _place(change: _Change, hearing: Hearing) -> str:
    """Another place, or a wider one."""
    named = any(one.is_name for one in change.ours[change.start : change.end])
    names = frozenset(one.text for one in change.put if one.is_name)
    told = hearing.text[slice(*change.place)]
    if countries(told) or parts_of_uk(told):  # which a rule of its own has judged
        return ""
    if named and _telling(names) - hearing.subject.topic:
        return f"is not where it was studied: {hearing.statistic.place or 'one place'}"
    return ""


def _turned(change: _Change, hearing: Hearing) -> str:
    """The opposite of what the record says."""
    opposite = (change.gone & _UPWARD and change.new & _DOWNWARD) or (
        change.gone & _DOWNWARD and change.new & _UPWARD
    )
    if not change.put and change.end - change.start > _SHORT:
        return ""
    if opposite or bool(change.gone & _DENYING) != bool(change.new & _DENYING):
        return "turns round what the record says"
    return ""


def _cause(change: _Change, hearing: Hearing) -> str:
    """Somebody's doing, where the study cannot say whose."""
    done = change.new & _DOING - {one.text for one in change.ours}
    allowed = licence(hearing.facts, hearing.subject.certainty)
    if done and allowed in ("none", "may"):
        return "says that one thing causes the other, which the study cannot show"
    return ""


def _number(change: _Change, hearing: Hearing) -> str:
    """Another number than ours, and not ours rounded."""
    ours = [one.text for one in change.ours[change.start : change.end]]
    put = [one.text for one in change.put]
    if len(ours) != len(put):
        return ""
    for mine, theirs in zip(map(_in_digits, put), map(_in_digits, ours), strict=True):
        if not (_HAS_DIGIT.search(mine) and _HAS_DIGIT.search(theirs)):
            return ""
        if not _is_rounded(mine, theirs):
            return f"differs: the record has {theirs}"
    return ""


def _in_digits(word: str) -> str:
    return str(_COUNTING.index(word)) if word in _COUNTING else word


def _is_rounded(mine: str, ours: str) -> bool:
    """Whether a number is another with fewer digits."""
    try:
        short, exact = (float(one.rstrip("%").replace(",", "")) for one in (mine, ours))
    except ValueError:
        return mine == ours
    digits = len(mine.rstrip("%").partition(".")[2])
    zeros = len(mine) - len(mine.rstrip("0")) if not digits else 0
    return abs(short - exact) <= 0.5 * 10.0 ** (zeros - digits) + 1e-9


_KINDS: tuple[tuple[str, Callable[[_Change, Hearing], str]], ...] = (
    ("M09", _universal),
    ("M09", _comparator),
    ("M01", _turned),
    ("M06", _cause),
    ("D01", _number),
    ("M09", _place),
    ("M09", _wider),
)


def _telling(words: frozenset[str]) -> frozenset[str]:
    return frozenset(one for word in words for one in stems(word))


def _in_comparison(change: _Change) -> bool:
    """Whether words stand behind "than" or "compared with"."""
    before = [one.text for one in change.ours[: change.start]]
    return bool(_COMPARING & {*before}) or any(
        pair == _COMPARED for pair in zip(before, before[1:], strict=False)
    )
