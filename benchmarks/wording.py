"""How well the rules of wording judge: ``python benchmarks/wording.py [--update]``.

Reads ``benchmarks/wording/sentences.yaml``, labelled by hand, and prints for each rule
how many of its sentences are found (recall) and how many of its findings are right
(precision). ``ratchet.json`` beside it holds what was once reached: less is a failure,
``--update`` writes what is more, and ``--force`` writes also what is less.
"""

import argparse
import json
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

ROOT = Path(__file__).resolve().parent
SENTENCES = ROOT / "wording" / "sentences.yaml"
RATCHET = ROOT / "wording" / "ratchet.json"
OVERALL = "overall"
FLAGGED = "right sentences flagged"


@dataclass(frozen=True)
class Judged:
    """A labelled sentence with the rules it breaks and those that were found."""

    entry: str
    sentence: str
    breaks: frozenset[str]
    found: frozenset[str]
    held_out: bool


@dataclass(frozen=True)
class Score:
    """Found rightly, missed, and found wrongly."""

    hits: int
    missed: int
    false: int

    @property
    def recall(self) -> float:
        """The share of broken rules that is found."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def precision(self) -> float:
        """The share of findings that is right."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0


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
    rules = {
        rule: {"precision": round(one.precision, 4), "recall": round(one.recall, 4)}
        for rule, one in scores(judged).items()
    }
    return {
        "sentences": len(judged),
        FLAGGED: round(flagged(judged), 4),
        "rules": rules,
    }


def worse(now: dict[str, Any], before: dict[str, Any]) -> list[str]:
    """What is worse than the ratchet allows, in sentences."""
    found = []
    if now[FLAGGED] > before[FLAGGED]:
        found.append(f"{FLAGGED}: {now[FLAGGED]:.1%}, was {before[FLAGGED]:.1%}")
    for rule, kept in before["rules"].items():
        mine = now["rules"].get(rule, {"precision": 1.0, "recall": 1.0})
        found += [
            f"{rule}: {what} {mine[what]:.0%}, was {kept[what]:.0%}"
            for what in ("precision", "recall")
            if mine[what] < kept[what]
        ]
    return found


def show(judged: Sequence[Judged], title: str) -> None:
    """Prints a table of the rules, and the sentences judged wrongly."""
    print(f"\n{title}: {len(judged)} sentences\n")
    print(f"{'rule':<8} {'labelled':>8} {'recall':>7} {'precision':>9}")
    for rule, score in scores(judged).items():
        labelled = score.hits + score.missed
        shares = f"{score.recall:>7.0%} {score.precision:>9.0%}"
        print(f"{rule:<8} {labelled:>8} {shares}")
    print(f"{FLAGGED}: {flagged(judged):.1%}\n")
    for one in judged:
        for rule in sorted(one.breaks ^ one.found):
            kind = "missed" if rule in one.breaks else "false alarm"
            print(f"{kind} {rule} [{one.entry}] {one.sentence}")


def main(arguments: Sequence[str]) -> int:
    """Prints the tables, compares with the ratchet, writes it if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="keep what is better")
    parser.add_argument("--force", action="store_true", help="keep what is worse too")
    options = parser.parse_args(arguments)
    judged = judge()
    show([one for one in judged if not one.held_out], "Tuned on")
    held_out = [one for one in judged if one.held_out]
    if held_out:
        show(held_out, "Held out")
    now = reached(judged)
    before = json.loads(RATCHET.read_text("utf-8")) if RATCHET.exists() else now
    lost = worse(now, before)
    print(
        "\n".join(("", "Worse than the ratchet:", *lost)) if lost else "\nRatchet held."
    )
    if options.force or (options.update and not lost):
        RATCHET.write_text(json.dumps(now, indent=2) + "\n", "utf-8")
    return 1 if lost and not options.force else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
