"""How well the rules of wording judge: ``python benchmarks/wording.py [--update]``.

Reads ``benchmarks/wording/sentences.yaml``, labelled by hand, and prints for each rule
how many of its sentences are found (recall) and how many of its findings are right
(precision). ``ratchet.json`` beside it holds what was once reached: less is a failure,
``--update`` writes what is more, and ``--force`` writes also what is less.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from relcase.domain.evidence import Statistic
from relcase.domain.wording.rules import problems
from relcase.store import load, locate

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import ratchet
from benchmarks.ratchet import Score, Terms

ROOT = Path(__file__).resolve().parent
SENTENCES = ROOT / "wording" / "sentences.yaml"
RATCHET = ROOT / "wording" / "ratchet.json"
OVERALL = "overall"
FLAGGED = "right sentences flagged"
TERMS = Terms("sentences", "rules", FLAGGED, 8)


@dataclass(frozen=True)
class Judged:
    """A labelled sentence with the rules it breaks and those that were found."""

    entry: str
    sentence: str
    breaks: frozenset[str]
    found: frozenset[str]
    held_out: bool


def judge() -> list[Judged]:
    """Every labelled sentence, judged by the rules as they are."""
    store = load.load_store(locate.builtin())
    entries = {one.entry.id: one.entry for file in store.files for one in file.placed}
    labelled: list[dict[str, Any]] = yaml.safe_load(SENTENCES.read_text("utf-8"))[
        "sentences"
    ]
    return [_judged(one, entries[one["entry"]]) for one in labelled]


def _judged(one: dict[str, Any], entry: object) -> Judged:
    assert isinstance(entry, Statistic), one["entry"]
    found = problems(one["says"], entry, one.get("certainty"))
    return Judged(
        one["entry"],
        one["says"],
        frozenset(one["breaks"]),
        frozenset(wrong.rule for wrong in found),
        one.get("held_out", False),
    )


def scores(judged: Iterable[Judged]) -> dict[str, Score]:
    """The score of each rule, and of all together."""
    hits, missed, false = Counter[str](), Counter[str](), Counter[str]()
    for one in judged:
        hits.update([*one.breaks & one.found, *[OVERALL] * len(one.breaks & one.found)])
        missed.update(
            [*one.breaks - one.found, *[OVERALL] * len(one.breaks - one.found)]
        )
        false.update(
            [*one.found - one.breaks, *[OVERALL] * len(one.found - one.breaks)]
        )
    rules = sorted(hits.keys() | missed.keys() | false.keys() - {OVERALL})
    return {rule: Score(hits[rule], missed[rule], false[rule]) for rule in rules}


def flagged(judged: Iterable[Judged]) -> float:
    """The share of the right sentences in which something was found."""
    right = [one for one in judged if not one.breaks]
    return sum(bool(one.found) for one in right) / len(right) if right else 0.0


def reached(judged: Sequence[Judged]) -> dict[str, Any]:
    """What the ratchet holds: precision and recall by rule, and the false alarms."""
    return TERMS.reached(len(judged), scores(judged), flagged(judged))


def worse(now: dict[str, Any], before: dict[str, Any]) -> list[str]:
    """What is worse than the ratchet allows, in sentences."""
    return TERMS.worse(now, before)


def show(judged: Sequence[Judged], title: str) -> None:
    """Prints a table of the rules, and the sentences judged wrongly."""
    TERMS.show(title, len(judged), scores(judged), flagged(judged))
    for one in judged:
        for rule in sorted(one.breaks ^ one.found):
            kind = "missed" if rule in one.breaks else "false alarm"
            print(f"{kind} {rule} [{one.entry}] {one.sentence}")


def main(arguments: Sequence[str]) -> int:
    """Prints the tables, compares with the ratchet, writes it if asked."""
    options = ratchet.parser(__doc__).parse_args(arguments)
    judged = judge()
    show([one for one in judged if not one.held_out], "Tuned on")
    held_out = [one for one in judged if one.held_out]
    if held_out:
        show(held_out, "Held out")
    return ratchet.hold(RATCHET, reached(judged), worse, options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
