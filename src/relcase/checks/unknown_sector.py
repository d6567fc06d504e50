"""S10 unknown sector: a sector that the store does not have.

An entry under an unknown sector is found by nobody who asks by sector. Use the id of a
sector, not one of its other names; `any` stands for all of them. A store may bring
sectors of its own in its `sectors` section.

Bad:
    sectors: [nhs]
Good:
    sectors: [health]
"""

from collections.abc import Iterator

from relcase.checks.nearest import did_you_mean
from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.problem import Finding, Rule

RULE = Rule("S10", "unknown sector", "error")

ANY = "any"


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Every sector of an entry that no store in force has."""
    known = around.sectors
    for number, sector in enumerate(placed.entry.sectors):
        if sector not in known and sector != ANY:
            yield placed.finding(
                "S10",
                "error",
                f"there is no sector '{sector}'",
                "sectors",
                number,
                hint=_hint(sector, around),
            )


def _hint(word: str, around: Surroundings) -> str:
    """The sector that goes by this name, else the nearest one, else all of them."""
    for sector in around.sectors.values():
        if word.casefold() in (sector.name.casefold(), *sector.aliases):
            return f"'{word}' is another name of '{sector.id}': write '{sector.id}'."
    everything = "The sectors are: " + ", ".join((*around.sectors, ANY)) + "."
    return did_you_mean(word, around.sectors, everything)
