"""Measures what relcase promises about time and memory: ``python benchmarks/run.py``.

Every promise is a ratio: two pieces of work, side by side, in turns, on this machine
and in one run. Medians of several rounds. The large store has 100,000 statistics and
takes about 1.5 GB and a minute to make; ``--work`` keeps it for the next run.
"""

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.measure import Outcome

NAMES = (
    "start",
    "scale",
    "load",
    "rebuild",
    "references",
    "deck",
    "documents",
    "check",
    "memory",
)
_ANSWERS = {True: "yes", False: "NO", None: "–"}


def main() -> None:
    """Measures the budgets asked for and prints a table; status 1 if one is missed."""
    given = _arguments()
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    if given.work:
        outcomes = _measure(given.work.resolve(), given.only or NAMES, given.quick)
    else:
        with TemporaryDirectory(prefix="relcase-benchmark-") as folder:
            outcomes = _measure(Path(folder), given.only or NAMES, given.quick)
    print(f"\n{machine()}\n")
    print(markdown(outcomes) if given.markdown else plain(outcomes))
    sys.exit(any(one.met is False for one in outcomes))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0].split(":")[0])
    parser.add_argument(
        "--quick", action="store_true", help="smaller stores and fewer rounds"
    )
    parser.add_argument(
        "--only", action="append", choices=NAMES, metavar="NAME", help=", ".join(NAMES)
    )
    parser.add_argument("--markdown", action="store_true", help="a Markdown table")
    parser.add_argument(
        "--work", type=Path, metavar="FOLDER", help="keep the stores in this folder"
    )
    return parser.parse_args()


def _measure(folder: Path, names: Sequence[str], quick: bool) -> "list[Outcome]":
    from benchmarks.budgets import BUDGETS
    from benchmarks.measure import progress
    from benchmarks.workshop import FULL, QUICK, Workshop

    shop = Workshop(folder, QUICK if quick else FULL)
    outcomes = []
    for name in names:
        for one in BUDGETS[name](shop):
            progress("")
            print(f"{name}: {one.work}: {one.measured}", file=sys.stderr)
            outcomes.append(one)
    return outcomes


def machine() -> str:
    """What the numbers were measured on."""
    parts = (
        f"Python {platform.python_version()}",
        f"Typer {version('typer')}",
        f"{os.cpu_count()} cores",
        platform.platform(),
    )
    return ", ".join(parts)


def plain(outcomes: "Sequence[Outcome]") -> str:
    """A table for the terminal."""
    rows = [("work", "budget", "measured", "met"), *map(_row, outcomes)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )


def markdown(outcomes: "Sequence[Outcome]") -> str:
    """A table for a page."""
    rows = [("work", "budget", "measured", "met"), ("---",) * 4, *map(_row, outcomes)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(outcome: "Outcome") -> tuple[str, str, str, str]:
    return outcome.work, outcome.budget, outcome.measured, _ANSWERS[outcome.met]


if __name__ == "__main__":
    main()
