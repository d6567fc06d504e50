"""How well something judges, and what it once reached: less than that is a failure.

A ratchet is a file of precision and recall by name, and of the share of what is right
that is flagged all the same.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

_FAULTLESS = {"precision": 1.0, "recall": 1.0}
"""Of a name that is neither labelled nor found any more."""


class Score(NamedTuple):
    """Found rightly, missed, and found wrongly."""

    hits: int
    missed: int
    false: int

    @property
    def recall(self) -> float:
        """The share of what is there that is found."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def precision(self) -> float:
        """The share of findings that is right."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0


class Terms(NamedTuple):
    """What the scores of a benchmark are called, in its tables and in its file."""

    judged: str
    """What is labelled: ``sentences``."""
    named: str
    """What scores are kept by: ``rules``."""
    flagged: str
    """The share of what is right in which something was found."""
    width: int
    """Columns of the names in a table."""

    def reached(
        self, count: int, scores: Mapping[str, Score], flagged: float
    ) -> dict[str, Any]:
        """What the file holds: precision and recall by name, and the false alarms."""
        shares = {
            name: {"precision": round(one.precision, 4), "recall": round(one.recall, 4)}
            for name, one in scores.items()
        }
        return {self.judged: count, self.flagged: round(flagged, 4), self.named: shares}

    def worse(self, now: dict[str, Any], before: dict[str, Any]) -> list[str]:
        """What is worse than before, in sentences."""
        found = []
        if now[self.flagged] > before[self.flagged]:
            alarms = f"{now[self.flagged]:.1%}, was {before[self.flagged]:.1%}"
            found.append(f"{self.flagged}: {alarms}")
        for name, kept in before[self.named].items():
            mine = now[self.named].get(name, _FAULTLESS)
            found += [
                f"{name}: {what} {mine[what]:.0%}, was {kept[what]:.0%}"
                for what in ("precision", "recall")
                if mine[what] < kept[what]
            ]
        return found

    def show(
        self, title: str, count: int, scores: Mapping[str, Score], flagged: float
    ) -> None:
        """Prints a table of the scores."""
        name_of_one = self.named.removesuffix("s")
        print(f"\n{title}: {count} {self.judged}\n")
        head = f"{'labelled':>8} {'recall':>7} {'precision':>9}"
        print(f"{name_of_one:<{self.width}} {head}")
        for name, one in scores.items():
            labelled = one.hits + one.missed
            shares = f"{labelled:>8} {one.recall:>7.0%} {one.precision:>9.0%}"
            print(f"{name:<{self.width}} {shares}")
        print(f"{self.flagged}: {flagged:.1%}\n")


def parser(description: str | None) -> argparse.ArgumentParser:
    """The options that every benchmark with a ratchet has."""
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--update", action="store_true", help="keep what is better")
    made.add_argument("--force", action="store_true", help="keep what is worse too")
    return made


def hold(
    path: Path,
    now: dict[str, Any],
    worse: Callable[[dict[str, Any], dict[str, Any]], Sequence[str]],
    options: argparse.Namespace,
) -> int:
    """Compares with the file and writes it if asked; the status is 1 for less."""
    before = json.loads(path.read_text("utf-8")) if path.exists() else now
    lost = worse(now, before)
    if lost:
        print("\n".join(("", "Worse than the ratchet:", *lost)))
    else:
        print("\nRatchet held.")
    if options.force or (options.update and not lost):
        path.write_text(json.dumps(now, indent=2) + "\n", "utf-8")
    return 1 if lost and not options.force else 0
