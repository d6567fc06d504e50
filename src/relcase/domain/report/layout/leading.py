"""Lists under a sentence: "In care a year later (MHCLG, 2019):" and what it leads to."""

from collections.abc import Sequence

from relcase.domain.passage import Passage

_ITEM = 200
"""Letters that an item of a list may have; what is longer is no item."""
_ITEMS = 12
"""How many items a sentence may lead to."""


def leads(passages: Sequence[Passage]) -> dict[int, int]:
    """For each item of a list, the passage that leads to it and ends with a colon."""
    found: dict[int, int] = {}
    lead: int | None = None
    for number, passage in enumerate(passages):
        if lead is not None and _is_item(passage) and number - lead <= _ITEMS:
            found[number] = lead
        else:
            lead = None
        if passage.kind == "text" and passage.text.rstrip().endswith(":"):
            lead = number
    return found


def _is_item(passage: Passage) -> bool:
    return passage.kind == "text" and len(passage.text) <= _ITEM
