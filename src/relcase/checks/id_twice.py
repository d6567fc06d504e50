"""S08 id given twice: two entries of one store with the same id.

An id must lead to one entry, or a slide made from it may change its number. Only the
first of the two can be found; give the other an id of its own, or delete it. A store of
your own may reuse an id of the built-in one: its entry then takes the other's place.

Bad:
    statistics:
      - id: loneliness-2015
      - id: loneliness-2015
Good:
    statistics:
      - id: loneliness-2015
      - id: loneliness-men-2015
"""

from collections.abc import Iterator

from relcase.domain.corpus import Corpus, Placed, Surroundings
from relcase.domain.problem import Finding, Rule

RULE = Rule("S08", "id given twice", "error")


def check_corpus(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """Every id that an earlier entry of the same store has."""
    first: dict[tuple[str, str], Placed] = {}
    for placed in corpus.placed:
        earlier = first.setdefault((placed.store, placed.entry.id), placed)
        if earlier is not placed:
            message = (
                f"the id '{placed.entry.id}' is taken by {_where(earlier, placed)}"
            )
            hint = "Give this entry another id, or delete one of the two."
            yield placed.finding("S08", "error", message, "id", hint=hint)


def _where(earlier: Placed, placed: Placed) -> str:
    """The place of the earlier entry in words: number 3 of 'statistics'."""
    section, number = earlier.steps[0], earlier.steps[-1]
    position = number + 1 if isinstance(number, int) else number
    file = "" if earlier.file == placed.file else f" in {earlier.file}"
    return f"number {position} of '{section}'{file}"
