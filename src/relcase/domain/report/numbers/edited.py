"""Sentences of ours in which somebody changed a few words, and what the change claims.

Who copies a sentence of ours and puts "all children" for "children", or "no care" for
"usual care", says what the study does not, in words that no list could have. So the
sentence is laid beside ours, and each change is judged by what it takes away or adds.
A change of no such kind is a choice of words.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from relcase.domain.report.numbers.changes import Change, changes
from relcase.domain.report.numbers.hearing import Hearing
from relcase.domain.report.words.splitting import stems
from relcase.domain.wording.licences import licence
from relcase.domain.wording.places import countries, parts_of_uk
from relcase.domain.wording.scopes import people
from relcase.domain.wording.wrong import Wrong


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HAS_DIGIT = re.compile(r"\d")
_COUNTING = """
zero one two three four five six seven eight nine ten eleven twelve
"""
_DIGITS = {word: str(number) for number, word in enumerate(_COUNTING.split())}
_UNIVERSAL = _listed("all every each any most everyone everybody always entire whole")
_DENYING = _listed("no not never neither nor without cannot nothing none")
_UPWARD = _listed("higher more greater better rose rise larger longer raised likelier")
_DOWNWARD = _listed("lower less fewer worse fell fall smaller shorter lowered")
_DOING = _listed("""
    made cut raised reduced lowered brought kept spared driven pushed boosted slashed halved
    improved increased decreased prevented saved protected helped led multiplied doubled
    caused produced stopped delivered achieved gained won secured turned
    """)
"""Verbs of somebody who does something, where ours tell what was found."""
_ANYBODY = _listed("people adults persons individuals everyone women men")
_PEOPLE = _ANYBODY | _listed("patients children participants residents those")
_SOME_PEOPLE = _listed("""
    prisoners tenants renters families mothers parents pupils students workers nurses
    doctors carers relatives couples clients users veterans toddlers babies teams homes
    hospitals neighbourhoods councils schools areas
    """)
"""Words that say by themselves of whom a study is."""
_WHICH = _listed("""
    older young younger teenage elderly homeless at-risk low-risk high-risk low-income poor
    poorer disabled lonely pregnant bereaved vulnerable disadvantaged deprived secondary
    primary first-time
    """)
"""Words before one for people that say which of them are meant."""
_STUDIED = _listed("study studies trial trials review survey pooled evaluation")
_WITHIN = _listed("in with who of from")
"""What begins the words that say which people: "children in care"."""
_SHORT = 2
"""How many words may be gone for "no" among them to be what matters."""
_BESIDE = 3
"""How far from the word for people the words stand that say which."""


def check(hearing: Hearing) -> Iterator[Wrong]:
    """The first change of a sentence of ours that says what the record does not."""
    for change in changes(hearing.text, hearing.subject.told):
        for rule, judge in _KINDS:
            if why := judge(change, hearing):
                at = hearing.text[slice(*change.place)]
                told = f"“{at}” {why}."
                yield Wrong(rule, "error", *change.place, told, change.sentence)
                return


def _universal(change: Change, hearing: Hearing) -> str:
    """All of them, where the record has some."""
    if change.new & _UNIVERSAL and not change.gone & _UNIVERSAL:
        return f"is wider than what was studied: {people(hearing.statistic.population)}"
    return ""


def _wider(change: Change, hearing: Hearing) -> str:
    """People without the words that say which, or a general word for some of them."""
    if change.in_comparison:
        return ""
    general = change.new and change.new <= _ANYBODY and change.gone & _SOME_PEOPLE
    if general or (not change.put and _says_which(change, hearing)):
        return f"is wider than what was studied: {people(hearing.statistic.population)}"
    return ""


def _says_which(change: Change, hearing: Hearing) -> bool:
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


def _comparator(change: Change, hearing: Hearing) -> str:
    """Something else than what the record compares with."""
    if not change.in_comparison or not change.put:
        return ""
    strange = _telling(change.new - _PEOPLE - _SOME_PEOPLE) - hearing.subject.topic
    denied = change.new & _DENYING and not change.gone & _DENYING
    compared = [hearing.statistic.comparator.text]
    compared += [one.reference_group or "" for one in hearing.statistic.figures]
    if denied or (
        strange
        and (change.begins_comparison or _telling(change.gone) & _stems_of(compared))
    ):
        return f"is not what was compared: it was {hearing.statistic.comparator.text}"
    return ""


def _stems_of(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(stems(" ".join(texts)))


def _place(change: Change, hearing: Hearing) -> str:
    """Another place, or a wider one."""
    named = any(one.is_name for one in change.ours[change.start : change.end])
    names = frozenset(one.text for one in change.put if one.is_name)
    told = hearing.text[slice(*change.place)]
    if countries(told) or parts_of_uk(told):  # which a rule of its own has judged
        return ""
    if named and _telling(names) - hearing.subject.topic:
        return f"is not where it was studied: {hearing.statistic.place or 'one place'}"
    return ""


def _turned(change: Change, hearing: Hearing) -> str:
    """The opposite of what the record says."""
    opposite = (change.gone & _UPWARD and change.new & _DOWNWARD) or (
        change.gone & _DOWNWARD and change.new & _UPWARD
    )
    if not change.put and change.end - change.start > _SHORT:
        return ""
    if opposite or bool(change.gone & _DENYING) != bool(change.new & _DENYING):
        return "turns round what the record says"
    return ""


def _cause(change: Change, hearing: Hearing) -> str:
    """Somebody's doing, where the study cannot say whose."""
    done = change.new & _DOING - {one.text for one in change.ours}
    allowed = licence(hearing.facts, hearing.subject.certainty)
    if done and allowed in ("none", "may"):
        return "says that one thing causes the other, which the study cannot show"
    return ""


def _number(change: Change, hearing: Hearing) -> str:
    """Another number than ours, and not ours rounded."""
    ours = [one.text for one in change.ours[change.start : change.end]]
    put = [one.text for one in change.put]
    pairs = list(zip(map(_in_digits, put), map(_in_digits, ours), strict=False))
    numbers = all(_HAS_DIGIT.search(one) for pair in pairs for one in pair)
    if len(ours) != len(put) or not numbers:
        return ""
    for mine, theirs in pairs:
        if not _is_rounded(mine, theirs):
            return f"differs: the record has {theirs}"
    return ""


def _in_digits(word: str) -> str:
    return _DIGITS.get(word, word)


def _is_rounded(mine: str, ours: str) -> bool:
    """Whether a number is another with fewer digits."""
    try:
        short, exact = (float(one.rstrip("%").replace(",", "")) for one in (mine, ours))
    except ValueError:
        return mine == ours
    digits = len(mine.rstrip("%").partition(".")[2])
    zeros = len(mine) - len(mine.rstrip("0")) if not digits else 0
    return abs(short - exact) <= 0.5 * 10.0 ** (zeros - digits) + 1e-9


_KINDS: tuple[tuple[str, Callable[[Change, Hearing], str]], ...] = (
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
