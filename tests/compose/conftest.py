"""A statistic to compose from, and a composed document as plain text."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.domain.content import Block, Document, line
from relcase.domain.evidence import (
    Figure,
    Statistic,
)
from relcase.domain.formatted import Cited, Formatted
from relcase.render import renderer


@pytest.fixture
def sources() -> Formatted:
    """Two sources in a style."""
    return Formatted(
        {
            "aster2015": Cited(line("(Aster, 2015)"), line("Aster (2015)")),
            "birch2001": Cited(line("(Birch, 2001)"), line("Birch (2001)")),
        },
        (("aster2015", line("Aster A. Ties.")), ("birch2001", line("Birch B. Trees."))),
    )


@pytest.fixture
def make(plain_statistic: Callable[..., Statistic]) -> Callable[..., Statistic]:
    """Makes a statistic of ties and living; ``figure`` are fields of its only figure."""

    def statistic(**more: Any) -> Statistic:
        figure = {
            "label": "odds of living",
            "measure": "odds_ratio",
            "estimate": "1.50",
            "low": "1.42",
            "high": "1.59",
            "level": "95",
            "group": "people with ties",
            "reference_group": "people without",
        } | more.pop("figure", {})
        own: dict[str, Any] = {
            "headline": "Ties matter.",
            "claim": "People with ties lived longer.",
            "outcome": "living",
            "outcomes": ("mortality",),
            "population": "Adults",
            "place": "Oslo",
            "period": "2000",
            "follow_up": "not_reported",
            "figures": (Figure(**figure),),
        }
        return plain_statistic(**(own | more))

    return statistic


@pytest.fixture
def plainly() -> Callable[..., str]:
    """Blocks as plain text."""

    def write(blocks: Document | list[Block]) -> str:
        whole = blocks if isinstance(blocks, Document) else Document(tuple(blocks))
        return renderer("plain")(whole)

    return write
