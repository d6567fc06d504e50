"""A statistic to compose from, and a composed document as plain text."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.domain.content import Block, Document, line
from relcase.domain.evidence import (
    Comparator,
    Figure,
    Source,
    Statistic,
    Verification,
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
def make() -> Callable[..., Statistic]:
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
        usual: dict[str, Any] = {
            "id": "ties",
            "headline": "Ties matter.",
            "sectors": ("health",),
            "source": Source(key="aster2015"),
            "verification": Verification(level="full_text", on="2026-01-15"),
            "claim": "People with ties lived longer.",
            "claim_type": "association",
            "stance": "supports",
            "use": "lead",
            "outcome": "living",
            "outcomes": ("mortality",),
            "comparator": Comparator(
                text="few ties", kind="low_v_high", geography="not_reported"
            ),
            "population": "Adults",
            "place": "Oslo",
            "period": "2000",
            "follow_up": "not_reported",
            "design": "cohort_adjusted",
            "figures": (Figure(**figure),),
        }
        return Statistic(**(usual | more))

    return statistic


@pytest.fixture
def plainly() -> Callable[..., str]:
    """Blocks as plain text."""

    def write(blocks: Document | list[Block]) -> str:
        whole = blocks if isinstance(blocks, Document) else Document(tuple(blocks))
        return renderer("plain")(whole)

    return write
