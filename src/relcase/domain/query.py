"""What a person asks the store for, as a value."""

from typing import Literal, NamedTuple

from relcase.domain.vocabulary import Certainty, Kind, Stance, Verified

Sort = Literal["use", "year", "certainty", "relevance", "id"]


class Query(NamedTuple):
    """Filters: an OR within one, an AND between them; empty means no filter."""

    kinds: tuple[Kind, ...] = ()
    words: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    certainty: Certainty | None = None
    verified: Verified | None = None
    countries: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: int | None = None
    sort: Sort = "use"
    limit: int | None = None
    hidden: bool = False
    """Also what is withdrawn, superseded or not verified at all."""

    def given(self) -> dict[str, object]:
        """The filters that are in force, by name."""
        return {name: value for name, value in self._asdict().items() if value}
