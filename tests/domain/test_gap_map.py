"""How much there is where, how sure, and what disagrees."""

from relcase.domain.gap_map import Cell, Held, gap_map

HELD = (
    Held("a", "A.", ("Health",), ("Deaths", "Cost"), "low", otherwise=False),
    Held("b", "B.", ("Health", "Housing"), ("Deaths",), "moderate", otherwise=True),
    Held("c", "C.", ("Schools",), ("Deaths",), "high", otherwise=False),
)
FOUND = gap_map(
    "Map", ("Sector", "Outcome"), ("Health", "Housing"), ("Deaths", "Cost"), HELD
)


def test_cells_count_and_name_the_best_certainty() -> None:
    assert FOUND.cells == {
        ("Health", "Deaths"): Cell(("a", "b"), "moderate", ("b",)),
        ("Health", "Cost"): Cell(("a",), "low", ()),
        ("Housing", "Deaths"): Cell(("b",), "moderate", ("b",)),
    }


def test_cells_in_words() -> None:
    assert FOUND.lines("Health", "Deaths") == (
        "2 records",
        "best: moderate",
        "1 found otherwise",
    )
    assert FOUND.lines("Health", "Cost") == ("1 record", "best: low")
    assert FOUND.lines("Housing", "Cost") == ("no record yet",)
