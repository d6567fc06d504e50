"""How well the check of reports judges: ``python benchmarks/reports.py [--update]``.

Reads ``benchmarks/reports/passages.yaml``, labelled by hand, and prints for each verdict
how many of its numbers are found (recall) and how many of its findings are right
(precision), and how many true sentences are called false. ``ratchet.json`` beside it
holds what was once reached: less is a failure, ``--update`` writes what is more, and
``--force`` writes also what is less.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from relcase.api.library import open_library
from relcase.api.reports import known_of
from relcase.domain.report import Known, judge
from relcase.reading import read

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import made, ratchet
from benchmarks.ratchet import Score, Terms

ROOT = Path(__file__).resolve().parent
PASSAGES = ROOT / "reports" / "passages.yaml"
RATCHET = ROOT / "reports" / "ratchet.json"
DAY = date(2026, 11, 22)
VERDICTS = ("matches", "differs", "misworded", "unsourced", "claim")
FALSE_ALARMS = "true sentences called false"
TERMS = Terms("passages", "verdicts", FALSE_ALARMS, 10)


class Judged(NamedTuple):
    """A labelled passage: each number, or a claim, with its verdict."""

    text: str
    expected: Counter[tuple[str, str]]
    found: Counter[tuple[str, str]]
    held_out: bool
    batch: str
    """``second`` of the passages that were written when the first had been seen."""
    form: str

    @property
    def is_true(self) -> bool:
        """Whether nothing in it is false."""
        return not {"differs", "misworded", "claim"} & {one for _, one in self.expected}

    @property
    def is_flagged(self) -> bool:
        """Whether something in it was called false."""
        return bool({"differs", "misworded", "claim"} & {one for _, one in self.found})


def judge_all() -> list[Judged]:
    """Every labelled passage, judged by the check as it is."""
    known = known_of(open_library(cache=False))
    labelled = yaml.safe_load(PASSAGES.read_text("utf-8"))["passages"]
    return [_judged(one, known) for one in labelled]


def _judged(one: dict[str, Any], known: Known) -> Judged:
    data = made.file_of(one["form"], one["text"])
    report = read(data, f"passage.{made.SUFFIXES[one['form']]}")
    findings = judge(report, known, DAY)
    found: Counter[tuple[str, str]] = Counter(
        (
            report.passages[it.words.passage].text[it.words.start : it.words.end],
            it.verdict,
        )
        for it in findings.numbers
        if it.verdict != "not_ours"
    )
    if any(it.fault for it in findings.claims):
        found["", "claim"] = 1
    expected = Counter((text, verdict) for text, verdict in one["numbers"])
    if one.get("claim"):
        expected["", "claim"] = 1
    held_out, batch = one.get("held_out", False), one.get("batch", "first")
    return Judged(one["text"], expected, found, held_out, batch, one["form"])


def scores(judged: Iterable[Judged]) -> dict[str, Score]:
    """The score of each verdict."""
    hits, missed, false = Counter[str](), Counter[str](), Counter[str]()
    for one in judged:
        for counter, pairs in (
            (hits, one.expected & one.found),
            (missed, one.expected - one.found),
            (false, one.found - one.expected),
        ):
            for (_, verdict), count in pairs.items():
                counter[verdict] += count
    return {one: Score(hits[one], missed[one], false[one]) for one in VERDICTS}


def false_alarms(judged: Iterable[Judged]) -> float:
    """The share of the true passages in which something is called false."""
    true = [one for one in judged if one.is_true]
    return sum(one.is_flagged for one in true) / len(true) if true else 0.0


def reached(judged: Sequence[Judged]) -> dict[str, Any]:
    """What the ratchet holds, for each batch of passages."""
    batches = dict.fromkeys(one.batch for one in judged)
    return {
        name: _reached([one for one in judged if one.batch == name]) for name in batches
    }


def _reached(judged: Sequence[Judged]) -> dict[str, Any]:
    return TERMS.reached(len(judged), scores(judged), false_alarms(judged))


def worse(now: dict[str, Any], before: dict[str, Any]) -> list[str]:
    """What is worse than the ratchet allows, in sentences."""
    return [
        f"{name} batch, {one}"
        for name, kept in before.items()
        for one in TERMS.worse(now[name], kept)
    ]


def show(judged: Sequence[Judged], title: str) -> None:
    """Prints a table of the verdicts, and the passages judged wrongly."""
    TERMS.show(title, len(judged), scores(judged), false_alarms(judged))
    for one in judged:
        missed, false = one.expected - one.found, one.found - one.expected
        if missed or false:
            wrong = f"missed {sorted(missed)}, found {sorted(false)}"
            print(f"{wrong} ({one.form})\n  {one.text}")


def main(arguments: Sequence[str]) -> int:
    """Prints the tables, compares with the ratchet, writes it if asked."""
    parser = ratchet.parser(__doc__)
    parser.add_argument("--tuned", action="store_true", help="leave the held-out ones")
    options = parser.parse_args(arguments)
    judged = judge_all()
    show([one for one in judged if not one.held_out], "Tuned on")
    if options.tuned:
        return 0
    held_out = [one for one in judged if one.held_out]
    for batch in dict.fromkeys(one.batch for one in held_out):
        kept = [one for one in held_out if one.batch == batch]
        show(kept, f"Held out, {batch} batch")
    return ratchet.hold(RATCHET, reached(judged), worse, options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
