"""The verdict on each number of a sentence, held against the entry it speaks of."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from relcase.domain.amounts import large, shown
from relcase.domain.evidence import Figure, Said
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.report.attribution import BESIDE, About
from relcase.domain.report.knowledge import Known
from relcase.domain.report.masking import masked
from relcase.domain.report.splitting import stems
from relcase.domain.report.subjects import Subject
from relcase.domain.wording.a07_points import confused
from relcase.domain.wording.derived import Derived
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.rules import judged
from relcase.domain.wording.tracing import contradicted, traces, within
from relcase.domain.wording.wrong import Wrong

_RESULTS = frozenset({"percent", "share", "points", "times"})
_OF_NUMBERS = frozenset({"M08", "A07"})
"""Rules whose findings are verdicts on the numbers themselves."""
_OF_BOTH_GROUPS = frozenset({"M01"})
"""What a number that differs makes the rules say of the numbers beside it."""
_NO_VALUE = frozenset({"year", "level"})
_STUDIES = re.compile(
    r"\s+(?:[a-z-]+\s+){0,3}?(?:studies|trials|evaluations|papers|cohorts|experiments"
    r"|surveys|reports|samples|randomi[sz]ed)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\s+(?:[a-z’'-]+\s+){0,3}?(?:people|adults|participants|patients|women|men|children"
    r"|pupils|students|individuals|respondents|residents|nurses|families|prisoners"
    r"|persons|clients|mothers|drivers|workers|offenders|couples|boys|girls|youth"
    r"|veterans|staff|employees|carers|relatives|volunteers|users)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:]|,\s|\s[–—-]\s|\s(?:and|while|whereas|but|against|compared|than|versus|where)\s"
)
_COUNTS = frozenset({"count", "vote_count"})
_FEW = 10
_TOPIC = 2.4
_NEAR_VALUE = 0.5


class Judged(NamedTuple):
    """A number with its verdict; ``fault`` says what is wrong."""

    numeral: Numeral
    verdict: str
    rule: str = ""
    advice: str = ""
    instead: str | None = None


class Version(NamedTuple):
    """A popular version on record, and from where to where a sentence repeats it."""

    said: Said
    start: int
    end: int

    @property
    def rule(self) -> str:
        """The first rule that it breaks."""
        return next((one.rule for one in self.said.problems), "M08")

    @property
    def faults(self) -> str:
        """What is wrong with it, as recorded."""
        return " ".join(one.message for one in self.said.problems)

    def has(self, numeral: Numeral) -> bool:
        """Whether a number of the sentence stands in it."""
        return self.start < numeral.end and numeral.start < self.end

    def repeats(self, numeral: Numeral) -> bool:
        """Whether the version has this number."""
        return any(within(one, numeral.value) for one in numerals(self.said.words))


class Trial(NamedTuple):
    """A sentence held against one entry: its numbers, and what else is wrong with it."""

    subject: Subject
    about: About
    numbers: tuple[Judged, ...]
    wrongs: tuple[Wrong, ...]
    """What is wrong and belongs to no number."""
    versions: tuple[Version, ...] = ()
    """The popular versions that the sentence repeats."""

    @property
    def explained(self) -> int:
        """How many numbers the entry has."""
        return sum(one.verdict in ("matches", "misworded") for one in self.numbers)

    @property
    def faults(self) -> int:
        """How many things are wrong."""
        return len(self.wrongs) + sum(
            one.verdict in ("differs", "misworded") for one in self.numbers
        )


def tried(
    text: str, about: Sequence[About], known: Known, *, wording: bool = True
) -> Trial | None:
    """The sentence held against the entry that explains most of it.

    Of several entries of one source, the one with the fewest faults is meant. Without
    ``wording`` its numbers alone are judged.
    """
    trials = [_trial(text, one, known, wording) for one in about]
    if not trials:
        return None
    most = max(one.about.weight for one in trials)
    return max(
        (one for one in trials if one.explained or one.about.weight >= BESIDE * most),
        key=lambda one: (
            bool(one.about.versions),
            one.explained,
            -one.faults,
            one.about.weight,
        ),
    )


def _trial(text: str, about: About, known: Known, wording: bool) -> Trial:
    subject = known.subjects[about.subject]
    if about.own:
        numbers = tuple(Judged(one, "matches") for one in _values(numerals(text), text))
        return Trial(subject, about, numbers, ())
    if subject.statistic is None:
        return Trial(subject, about, tuple(_told(text, subject)), ())
    return _Hearing(text, about, subject, known, wording).trial()


def _values(
    found: Iterable[Numeral],
    text: str = "",
    has_unit: Callable[[Numeral], object] = lambda _: False,
) -> list[Numeral]:
    """The numbers that claim something: no years, and no "two towns"."""
    return [
        one
        for one in found
        if one.kind not in _NO_VALUE
        and not (
            one.kind == "number"
            and one.value < _FEW
            and "." not in one.text
            and not _STUDIES.match(text, one.end)
            and not has_unit(one)
        )
    ]


def _told(text: str, subject: Subject) -> Iterator[Judged]:
    """The numbers of a story or a definition: right, or of no concern."""
    for one in _values(numerals(text), text):
        same = any(
            other.kind == one.kind and within(one, other.value)
            for other in subject.numbers
        )
        yield Judged(one, "matches" if same else "not_ours")


class _Hearing:
    """One sentence before one statistic."""

    def __init__(
        self, text: str, about: About, subject: Subject, known: Known, wording: bool
    ) -> None:
        self.text, self.about, self.subject, self.known = text, about, subject, known
        self.wording = wording
        self.reading = Reading(text, subject.facts, subject.certainty)
        self.values = _values(self.reading.numerals, text, self._has_unit)

    def trial(self) -> Trial:
        """The verdicts on all numbers, and what is wrong besides."""
        first = {one.start: self._number(one) for one in self.values}
        left: list[Wrong] = []
        differs = any(one.verdict == "differs" for one in first.values())
        for wrong in (*self.wrongs, *self._unnumbered(first)):
            if differs and wrong.rule in _OF_BOTH_GROUPS:
                continue
            mine = self._carrier(wrong, first)
            if mine is None:
                left.append(wrong)
            elif first[mine.start].verdict != "differs":
                first[mine.start] = _blamed(first[mine.start], wrong)
        if any(one.verdict in ("differs", "misworded") for one in first.values()):
            left = [one for one in left if one.severity != "error"]
        return Trial(
            self.subject,
            self.about,
            tuple(first[one.start] for one in self.values),
            tuple(left),
            self.versions,
        )

    def _unnumbered(self, judged: dict[int, Judged]) -> Iterator[Wrong]:
        """The popular versions that have no number to tell their faults by."""
        for one in self.versions:
            if not any(
                one.has(known.numeral) and known.verdict == "misworded"
                for known in judged.values()
            ):
                yield Wrong(one.rule, "error", one.start, one.end, one.faults)

    @cached_property
    def wrongs(self) -> tuple[Wrong, ...]:
        """What the rules of wording, or the record of a popular version, find."""
        if not self.wording:
            return ()
        found = [
            one
            for one in judged(self.text, self.subject.facts, self.subject.certainty)
            if one.rule not in _OF_NUMBERS
        ]
        if self.versions:
            found = [one for one in found if not self._is_known(one)]
        elif self.about.like:
            usual = {
                one.rule
                for one in judged(
                    self.about.like, self.subject.facts, self.subject.certainty
                )
            }
            found = [one for one in found if one.rule not in usual]
        return tuple(found)

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """The popular versions that the sentence repeats, and where."""
        return tuple(
            Version(said, *_place_of(said.words, self.text))
            for said in (self.subject.said[one] for one in self.about.versions)
        )

    def _is_known(self, wrong: Wrong) -> bool:
        """Whether a fault lies in a popular version, whose faults are on record."""
        return any(
            one.start <= wrong.end and wrong.start <= one.end for one in self.versions
        )

    def _number(self, numeral: Numeral) -> Judged:
        reading = self.reading
        if self.about.like:
            return self._against_own(numeral)
        for one in self.versions:
            if one.has(numeral) and one.repeats(numeral):
                return self._in_version(numeral, one)
        if known := contradicted(reading, numeral):
            return Judged(numeral, "differs", "M01", self._direction(numeral, known))
        if confused(reading, numeral):
            return Judged(numeral, "differs", "A07", self._units(numeral))
        if self._miscounts(numeral):
            return self._strange(numeral)
        if traces(reading, numeral):
            return Judged(numeral, "matches")
        return self._strange(numeral)

    def _miscounts(self, numeral: Numeral) -> bool:
        """Whether a number of studies is not one that the record has of studies."""
        statistic = self.subject.facts.statistic
        sample = statistic.sample
        if numeral.kind != "number" or not _STUDIES.match(self.text, numeral.end):
            return False
        if sample is None or (sample.studies or 0) < 2:
            return False
        printed = [one.estimate for one in statistic.figures if one.measure in _COUNTS]
        printed += [one.denominator for one in statistic.figures]
        known: set[float | None] = {
            sample.studies,
            sample.studies_positive,
            sample.participants,
        }
        known |= {one.studies for one in statistic.figures}
        known |= {value(one) for one in printed}
        known |= {one.value for one in self.subject.facts.numerals}
        return not any(one is not None and within(numeral, one) for one in known)

    def _in_version(self, numeral: Numeral, version: Version) -> Judged:
        """A number of a popular version, which is wrong in the ways on record."""
        if not self._may_carry(numeral) and traces(self.reading, numeral):
            return Judged(numeral, "matches")
        return Judged(numeral, "misworded", version.rule, version.faults)

    def _against_own(self, numeral: Numeral) -> Judged:
        """A number of a sentence that is ours but for its numbers."""
        mine = numerals(self.text)
        ours = numerals(masked(self.about.like))
        if len(mine) != len(ours):
            return self._strange(numeral)
        other = ours[mine.index(numeral)]
        if within(numeral, other.value) and numeral.kind == other.kind:
            return Judged(numeral, "matches")
        advice = f"You wrote {numeral.text}; the record has {other.text}."
        return Judged(numeral, "differs", "D01", advice, other.text)

    def _strange(self, numeral: Numeral) -> Judged:
        """A number that the record does not have: another value, or another matter."""
        if numeral.kind == "span":
            return Judged(numeral, "not_ours")
        nearest = self._nearest(numeral)
        if nearest is None or not self._is_on_topic(numeral):
            return Judged(numeral, "not_ours")
        printed, instead = nearest
        if instead and instead.strip("−-") == numeral.text.strip("−-"):
            return Judged(numeral, "matches")
        advice = f"You wrote {numeral.text}; the record has {printed}."
        return Judged(numeral, "differs", "D01", advice, instead)

    def _nearest(self, numeral: Numeral) -> tuple[str, str | None] | None:
        """What the record has in the place of a number, and what could replace it."""
        if numeral.kind == "number":
            return self._counted(numeral)
        figures = self._free(numeral)
        if not figures:
            return None
        clause = frozenset(stems(self._clause(numeral)))
        best = max(figures, key=lambda one: self._likeness(one, clause, numeral))
        alone = len({one.estimate for one in figures}) == 1
        return _as_printed(best), _instead(numeral, best) if alone else None

    def _free(self, numeral: Numeral) -> list[Figure]:
        """The figures of a number's kind and direction that no other number tells.

        All of the kind where the others tell every one of them.
        """
        side = self.reading.side(numeral)
        told = [one for one in self.values if one is not numeral]
        figures = [
            one
            for one in self.subject.facts.statistic.figures
            if one.estimate is not None
            and one.role == "result"
            and _comparable(numeral, one)
        ]
        free = [
            one
            for one in figures
            if not (
                MEASURES[one.measure].kind == "change"
                and side * float(value(one.estimate) or 0) < 0
            )
            and not any(within(it, abs(value(one.estimate) or 0)) for it in told)
        ]
        return free or figures

    def _likeness(
        self, figure: Figure, clause: frozenset[str], numeral: Numeral
    ) -> tuple[float, float]:
        """How well a figure fits a clause, then how near its value is."""
        told = " ".join(
            one or "" for one in (figure.label, figure.group, figure.outcome)
        )
        shared = sum(
            self.known.weights.get(one, 0) for one in clause & set(stems(told))
        )
        estimate = abs(value(figure.estimate) or 0)
        far = abs(estimate - abs(numeral.value)) / max(
            estimate, abs(numeral.value), 1e-9
        )
        return shared - 2 * far, -far

    def _counted(self, numeral: Numeral) -> tuple[str, str | None] | None:
        """A count of studies or people, where the record has one."""
        if unit := self._of_unit(numeral):
            return unit
        if "." in numeral.text:
            return self._decimal(numeral)
        sample = self.subject.facts.statistic.sample
        if sample is None:
            return None
        if _STUDIES.match(self.text, numeral.end) and (sample.studies or 0) > 1:
            noun = "studies"
            ours = sample.studies
        elif _PEOPLE.match(self.text, numeral.end) and sample.participants:
            noun, ours = "people", sample.participants
            if not _NEAR_VALUE <= numeral.value / ours <= 1 / _NEAR_VALUE:
                return None
        else:
            return None
        assert ours is not None
        return f"{ours:,} {noun}", f"{ours:,}"

    def _has_unit(self, numeral: Numeral) -> bool:
        """Whether the unit of a figure stands behind the number."""
        return any(True for _ in self._in_unit(numeral))

    def _in_unit(self, numeral: Numeral) -> Iterator[Figure]:
        behind = stems(self.text[numeral.end : numeral.end + 30])[:2]
        for figure in self.subject.facts.statistic.figures:
            unit = stems(figure.unit or "")
            named = set(unit) <= set(behind) or unit[-1:] == behind[:1]
            if figure.estimate and unit and named:
                yield figure

    def _of_unit(self, numeral: Numeral) -> tuple[str, str | None] | None:
        """The figure that is told in the unit behind the number."""
        for figure in self._in_unit(numeral):
            return large(figure), (figure.estimate or "").lstrip("-")
        return self._of_measure(numeral)

    def _of_measure(self, numeral: Numeral) -> tuple[str, str | None] | None:
        """The figure of the measure that is named beside the number."""
        measures = _named_beside(self.text, numeral)
        figures = [
            one
            for one in self.subject.facts.statistic.figures
            if one.measure in measures and one.estimate
        ]
        if not figures:
            return None
        clause = frozenset(stems(self._clause(numeral)))
        best = max(figures, key=lambda one: self._likeness(one, clause, numeral))
        alone = best.estimate if len(figures) == 1 else None
        return shown(best), alone and alone.lstrip("-")

    def _decimal(self, numeral: Numeral) -> tuple[str, str | None] | None:
        """The decimal number of the record that is nearest, if any is near."""
        size = abs(numeral.value)
        near = [
            (abs(size - abs(float(one))), one)
            for figure in self.subject.facts.statistic.figures
            for one in (figure.estimate, figure.low, figure.high)
            if one is not None and "." in one and value(one) is not None
        ]
        far, printed = min(near, default=(0.0, ""))
        if not printed or far > max(size, abs(float(printed))) * _NEAR_VALUE:
            return None
        return printed, printed

    def _clause(self, numeral: Numeral) -> str:
        ends = [one.start() for one in _CLAUSE.finditer(self.text)]
        start = max((one for one in ends if one < numeral.start), default=0)
        end = min((one for one in ends if one >= numeral.end), default=len(self.text))
        return self.text[start:end]

    def _is_on_topic(self, numeral: Numeral) -> bool:
        """Whether the clause of a number is about what the record measures.

        Where no other number of the sentence is in the record, the sentence is enough.
        """
        if numeral.kind == "number":
            return True
        others = [
            one
            for one in self.values
            if one is not numeral
            and one.kind in _RESULTS
            and any(trace.figure for trace in traces(self.reading, one))
        ]
        clause = set(stems(self._clause(numeral)))
        statistic = self.subject.facts.statistic
        told = [statistic.outcome, statistic.headline]
        told += [one.label for one in statistic.figures]
        core = {one for text in told for one in stems(text)}
        weights = self.known.weights
        weight = sum(weights.get(one, 0) for one in clause & core)
        foreign = sum(
            weights.get(one, self.known.strange) for one in clause - self.subject.topic
        )
        if others:
            return weight >= foreign
        sentence = set(stems(self.text))
        whole = sum(weights.get(one, 0) for one in sentence & core)
        return whole >= 2 * _TOPIC

    def _direction(self, numeral: Numeral, one: Derived) -> str:
        way = "more" if one.side > 0 else "fewer"
        printed = _as_printed(one.figure) if one.figure else ""
        return f"“{numeral.text}” points the other way: in the record {printed} means {way}."

    def _units(self, numeral: Numeral) -> str:
        if numeral.kind == "points":
            return f"“{numeral.text}” is in per cent in the record, not in percentage points."
        return (
            f"“{numeral.text}” is in percentage points in the record, not in per cent."
        )

    def _carrier(self, wrong: Wrong, judged: dict[int, Judged]) -> Numeral | None:
        """The number that a fault of wording belongs to."""
        if wrong.severity != "error":
            return None
        for one in self.values:
            if one.kind == "span" and wrong.start < one.end and one.start < wrong.end:
                return one
        mine = [
            one
            for one in self.values
            if judged[one.start].verdict != "not_ours" and self._may_carry(one)
        ]
        for one in mine:
            if wrong.start < one.end and one.hedge_start < wrong.end:
                return one
        results = [one for one in mine if one.kind in _RESULTS] or mine
        return min(
            results,
            key=lambda one: min(abs(one.start - wrong.end), abs(wrong.start - one.end)),
            default=None,
        )

    def _may_carry(self, numeral: Numeral) -> bool:
        """Whether a number tells a result, and not who was asked or for how long."""
        if numeral.kind in _RESULTS or numeral.kind == "money":
            return True
        found = traces(self.reading, numeral)
        return any(one.figure and one.figure.role == "result" for one in found)


def _blamed(one: Judged, wrong: Wrong) -> Judged:
    """A number with a fault of wording added."""
    if one.verdict == "misworded" and one.rule != "M08":
        return one._replace(advice=f"{one.advice} {wrong.message}")
    advice = f"{one.advice} {wrong.message}".strip()
    return Judged(one.numeral, "misworded", wrong.rule, advice)


_BEFORE_IT = 30
_MEASURES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), frozenset(measures.split()))
    for words, measures in (
        ("odds ratio|OR", "odds_ratio"),
        ("(?:relative )?risk(?: ratio)?|RR", "relative_risk"),
        ("hazard ratio|HR", "hazard_ratio"),
        ("rate ratio", "rate_ratio"),
        ("correlation|r", "correlation"),
        (
            "standard deviations?|standardi[sz]ed|effect size|Cohen.s d|Hedges. g|SMD",
            "standardised_mean_difference",
        ),
    )
)


def _named_beside(text: str, numeral: Numeral) -> frozenset[str]:
    """The measures whose name stands right before a number, or right behind it."""
    if "." not in numeral.text:
        return frozenset()
    front = re.split(
        r"[,;(]|\d", text[max(0, numeral.start - _BEFORE_IT) : numeral.start]
    )
    behind = text[numeral.end : numeral.end + _BEFORE_IT]
    near = (front[-1], behind if re.match(r"\s*(?:of\s+a\s+)?standard", behind) else "")
    return frozenset[str]().union(
        *(names for found, names in _MEASURES if any(map(found.search, near)))
    )


_ANY_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def _runs_with_places(text: str) -> list[tuple[tuple[str, ...], int, int]]:
    found = list(_ANY_WORD.finditer(text))
    return [
        (
            tuple(one[0].casefold().replace("’", "'") for one in found[at : at + 3]),
            found[at].start(),
            found[at + 2].end(),
        )
        for at in range(len(found) - 2)
    ]


def _place_of(version: str, text: str) -> tuple[int, int]:
    """From the first to the last run of words that a text has from a version.

    A number with which the version ends may stand behind the last: "by up to 51%".
    """
    wanted = {run for run, _, _ in _runs_with_places(version)}
    found = [one for one in _runs_with_places(text) if one[0] in wanted]
    if not found:
        return 0, len(text)
    start, end = found[0][1], found[-1][2]
    behind = [one for one in numerals(text) if one.start >= end]
    if behind and version.rstrip(".").endswith(behind[0].text):
        end = behind[0].end
    return start, end


_KINDS: dict[str, frozenset[str]] = {
    "percent": frozenset({"share", "change", "ratio"}),
    "share": frozenset({"share"}),
    "times": frozenset({"ratio"}),
}


def _comparable(numeral: Numeral, figure: Figure) -> bool:
    """Whether a figure is of the kind that a number tells."""
    if numeral.kind == "money":
        return figure.measure == "money"
    if numeral.kind == "points":
        return figure.measure in ("percentage_points", "risk_difference", "percent")
    if numeral.kind == "share" and figure.measure in _COUNTS:
        return figure.denominator is not None
    return MEASURES[figure.measure].kind in _KINDS.get(numeral.kind, ())


def _as_printed(figure: Figure) -> str:
    """A figure with what it is: "odds ratio 1.50 (50% more)"."""
    told = shown(figure)
    if figure.reference_value and MEASURES[figure.measure].kind == "share":
        return f"{told} against {figure.reference_value}%"
    if MEASURES[figure.measure].kind == "ratio":
        ratio = value(figure.estimate)
        if ratio:
            change = 100 * (ratio - 1)
            way = "higher" if change > 0 else "lower"
            odds = "odds " if figure.measure == "odds_ratio" else ""
            return f"{told} ({odds}{abs(change):.0f}% {way})"
    return told


def _instead(numeral: Numeral, figure: Figure) -> str | None:
    """The figure in the form of the number it may replace; ``None`` for another form."""
    printed = figure.estimate or ""
    if numeral.kind == "percent" and MEASURES[figure.measure].kind in (
        "share",
        "change",
    ):
        digits = re.match(r"[−-]?\d[\d.,]*", numeral.text)
        if digits and digits.end() < len(numeral.text):
            return printed.lstrip("-") + numeral.text[digits.end() :]
    if numeral.kind == "money" and numeral.text[:1] in "£$€":
        return large(figure)
    return None
