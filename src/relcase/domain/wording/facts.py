"""What a record says that a sentence about it may be held against."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from relcase.domain.certainty.start import SYNTHESES
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.measures import MEASURES, includes_null
from relcase.domain.printed import value
from relcase.domain.wording import places
from relcase.domain.wording.derived import Derived, of_statistic
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.phrases import pattern, plain

_WHOLE_UK = re.compile(r"\b(?:UK|United Kingdom|Brit)")
_QUOTED_LIMIT = re.compile(
    r"(?<!\w)['‘“](up to|at least|at most|more than)['’”](?=\s[£$€]?\d)"
)
"""A limit in the words of the source: "'up to' 15 cigarettes"."""
_YEAR_OF_KEY = re.compile(r"(?:18|19|20)\d\d")


@dataclass(frozen=True)
class Facts:
    """A statistic, and what follows from it; worked out when first asked for."""

    statistic: Statistic

    @cached_property
    def lead(self) -> Figure | None:
        """The figure that stands for the statistic."""
        return self.statistic.lead

    @cached_property
    def derived(self) -> tuple[Derived, ...]:
        """The numbers that the figures give."""
        return tuple(of_statistic(self.statistic))

    @cached_property
    def printed(self) -> tuple[float, ...]:
        """The numbers in the fields that hold numbers."""
        return tuple(_printed(self.statistic))

    @cached_property
    def text(self) -> str:
        """Everything the record says in words, its headline and claim left out."""
        return _QUOTED_LIMIT.sub(r"\1", "\n".join(_texts(self.statistic)))

    @cached_property
    def lower(self) -> str:
        """The same without capitals."""
        return plain(self.text)

    @cached_property
    def numerals(self) -> tuple[Numeral, ...]:
        """The numbers in those words."""
        return numerals(self.text)

    @cached_property
    def years(self) -> frozenset[float]:
        """The years that the record names, and that of its source."""
        named = _YEAR_OF_KEY.findall(f"{self.statistic.source.key} {self.text}")
        return frozenset(map(float, named))

    @cached_property
    def named_countries(self) -> frozenset[str]:
        """Codes of the countries that it was made in or names as its place."""
        where = places.without_language("\n".join(_wheres(self.statistic)))
        return frozenset((*self.statistic.countries, *places.countries(where)))

    @cached_property
    def parts_of_uk(self) -> frozenset[str]:
        """The parts of the United Kingdom it was made in; none where it was the whole."""
        record = f"{self.text} {self.statistic.headline}"
        if "GB" not in self.statistic.countries or _WHOLE_UK.search(record):
            return frozenset()
        return frozenset(places.parts_of_uk(record))

    @cached_property
    def listed(self) -> frozenset[int]:
        """How many countries and places it lists."""
        place = re.split(r",\s+|\s+and\s+", self.statistic.place or "")
        counts = {len(self.statistic.countries), len(place), len(place) - 1}
        return frozenset(counts - {0, 1})

    @cached_property
    def only_ratios(self) -> bool:
        """Whether its results are ratios alone, so that no absolute number follows."""
        results = [one for one in self.statistic.figures if one.role == "result"]
        kinds = [MEASURES[one.measure].kind for one in results]
        return "ratio" in kinds and all(
            (kind == "ratio" or one.measure == "attributable_fraction")
            and not one.baseline
            for kind, one in zip(kinds, results, strict=True)
        )

    @cached_property
    def single(self) -> bool:
        """Whether it is one study and no review or pooling."""
        sample = self.statistic.sample
        if sample is not None and sample.studies is not None:
            return sample.studies == 1
        return self.statistic.design not in SYNTHESES

    @cached_property
    def unclear(self) -> bool:
        """Whether the main result is that no difference was clear."""
        lead = self.lead
        found_nothing = self.statistic.stance == "no_clear_difference"
        return found_nothing or (lead is not None and bool(includes_null(lead)))


def _wheres(statistic: Statistic) -> Iterator[str]:
    """The record's words for where it was made."""
    comparator = statistic.comparator
    given = [statistic.place, statistic.population, statistic.period]
    given += [statistic.exposure, statistic.outcome, statistic.design_note]
    given += [comparator.text, comparator.geography]
    for figure in statistic.figures:
        given += [figure.label, figure.group, figure.reference_group, figure.note]
    yield from (one for one in given if one)


def _printed(statistic: Statistic) -> Iterator[float]:
    for figure in statistic.figures:
        texts = [figure.estimate, figure.low, figure.high, figure.level]
        texts += [figure.reference_value, figure.denominator, figure.events]
        texts += [figure.reference_events, figure.reference_denominator, figure.before]
        texts += [figure.after, figure.se, figure.sd, figure.typical, figure.benefit]
        texts += [figure.cost, (figure.p or "").lstrip("<>") or None]
        if figure.scale is not None:
            texts += [figure.scale.min, figure.scale.max]
        yield from (one for one in map(value, texts) if one is not None)
    sample = statistic.sample
    if sample is not None:
        counts = [sample.participants, sample.studies, sample.studies_positive]
        counts += [sample.missing, *(one.participants for one in sample.groups)]
        yield from (float(one) for one in counts if one is not None)
    between = statistic.prediction_interval
    ends = (between.low, between.high) if between else ()
    yield from (one for one in map(value, (statistic.i2, *ends)) if one is not None)


_SENTENCE = re.compile(r"(?<=[.;])\s+")
_DENIES = pattern("not that/found, not a _ of, the often-quoted, no (_) figure")


def _affirms(sentence: str) -> bool:
    """Whether a sentence of the record may lend its numbers: not what it warns of."""
    return _DENIES.search(sentence.lower()) is None


def _texts(statistic: Statistic) -> Iterator[str]:
    comparator, source = statistic.comparator, statistic.source
    given = [statistic.outcome, statistic.population, statistic.place, statistic.period]
    given += [statistic.follow_up, statistic.exposure, comparator.text]
    given += [comparator.geography, statistic.design_note]
    given += [one for one in _SENTENCE.split(statistic.text or "") if _affirms(one)]
    given += [
        statistic.heterogeneity,
        statistic.no_figure,
        source.locator,
        source.quote,
    ]
    given += statistic.adjusted_for
    for figure in statistic.figures:
        given += [figure.label, figure.unit, figure.group, figure.reference_group]
        given += [figure.outcome, figure.note, figure.derived, figure.price_year]
        if figure.baseline is not None:
            given += [figure.baseline.group, figure.baseline.source]
    if statistic.sample is not None:
        given += [one.name for one in statistic.sample.groups]
    yield from (one for one in given if one)
