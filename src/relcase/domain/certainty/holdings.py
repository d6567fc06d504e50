"""What a store holds, as far as one rating depends on another statistic or a source."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from relcase.domain.certainty import rate
from relcase.domain.certainty.rating import Rating, Standing, contrary_to
from relcase.domain.evidence import Statistic
from relcase.domain.reference import Reference, author_date
from relcase.domain.vocabulary import Certainty, Design


@dataclass(frozen=True, slots=True)
class Holdings:
    """All statistics by id and by source, and the kinds of sources."""

    statistics: Mapping[str, Statistic]
    designs: Mapping[str, tuple[Design, ...]]
    """The designs of the statistics of each source that are not withdrawn."""
    references: Mapping[str, Reference]

    @classmethod
    def of(
        cls, statistics: Iterable[Statistic], references: Mapping[str, Reference]
    ) -> "Holdings":
        """Of several statistics with one id the first is meant."""
        by_id: dict[str, Statistic] = {}
        designs: defaultdict[str, list[Design]] = defaultdict(list)
        for one in statistics:
            by_id.setdefault(one.id, one)
            if one.status != "withdrawn":
                designs[one.source.key].append(one.design)
        listed = {key: tuple(found) for key, found in designs.items()}
        return cls(by_id, listed, references)

    def rating(self, statistic: Statistic) -> Rating:
        """How sure the evidence makes us, given what else there is."""
        return rate(statistic, self.standing(statistic))

    def standing(self, statistic: Statistic) -> Standing:
        """What the rating depends on and the statistic does not hold itself."""
        contrary = contrary_to(
            statistic, lambda key: self.designs.get(key, ()), self._name
        )
        reference = self.references.get(statistic.source.key)
        kind = str(reference.csl.get("type", "")) if reference else ""
        return Standing(kind, contrary, self._effect(statistic))

    def _name(self, key: str) -> str:
        reference = self.references.get(key)
        return f"{author_date(reference.csl)}," if reference else f"'{key}'"

    def _effect(self, statistic: Statistic) -> Certainty | None:
        """The word of the effect an economic claim names; money is no ground for money.

        Only economic claims rest on another, so two effects that name each other end.
        """
        if statistic.claim_type != "economic":
            return None
        effect = self.statistics.get(statistic.effect_record or "")
        if effect is None or effect.claim_type != "effect":
            return None
        return self.rating(effect).word
