"""What check says of a report, remark by remark, for a person."""

import sys
from collections.abc import Iterable, Iterator, Sequence

import typer

from relcase.api.reports import VERDICT_WORDS, Checked
from relcase.cli.problems import at_line, named
from relcase.compose.report import Remark, told
from relcase.domain.content import plain
from relcase.domain.inert import words
from relcase.domain.passage import Cell, Passage, Report
from relcase.domain.problem import Problem
from relcase.domain.report.findings import Number, Words


def remarks(one: Checked, all_numbers: bool) -> Iterator[Remark]:
    """What is to be said of a report, in the order of its text."""
    shown = [
        number
        for number in one.findings.numbers
        if all_numbers or number.verdict not in ("matches", "not_ours", "silenced")
    ]
    found: list[tuple[Words, Remark]] = []
    for group in _alike(shown):
        found.append((group[0].words, _of_numbers(one, group)))
    for claim in one.findings.claims:
        text, marked = _marked(one, claim.sentence or claim.words, [claim.words])
        hint = claim.hint or ""
        remark = Remark(
            _where(one, claim.words),
            claim.verdict,
            text,
            marked if claim.sentence else (),
            " ".join(f"{fault.message}." for fault in claim.faults)
            + ("" if hint.startswith("Say: ") else f" {hint}".rstrip()),
            hint.removeprefix("Say: ") if hint.startswith("Say: ") else "",
            _about(claim.entry, dict.fromkeys(fault.rule for fault in claim.faults)),
        )
        found.append((claim.words, remark))
    found.sort(key=lambda pair: pair[0])
    yield from (remark for _, remark in found)
    yield from map(of_silence, one.others)


def _about(entry: str | None, rules: Iterable[str]) -> str:
    """The entry and the rules, as ``social-relationships-survival [M06, M02]``."""
    named = ", ".join(rules)
    return f"{entry or ''}{f' [{named}]' if named else ''}".strip()


def of_silence(problem: Problem) -> Remark:
    """What is wrong with something that is to be let stand."""
    where = at_line(problem.path, problem.line, problem.column)
    message = f"{problem.message}. {problem.hint or ''}".strip()
    return Remark(where, problem.severity, "", (), message, about=f"[{problem.rule}]")


def _alike(numbers: Sequence[Number]) -> Iterator[list[Number]]:
    """Numbers of one sentence that the same is said of, together."""
    groups: dict[tuple[object, ...], list[Number]] = {}
    for one in numbers:
        same = (one.sentence, one.verdict, one.entry, one.advice)
        groups.setdefault(same, []).append(one)
    yield from groups.values()


def _of_numbers(one: Checked, group: Sequence[Number]) -> Remark:
    first = group[0]
    verdict = VERDICT_WORDS[first.verdict].removeprefix("is ")
    words_of = [number.words for number in group]
    return Remark(
        _where(one, first.words),
        verdict,
        *_marked(one, first.sentence, words_of),
        first.message,
        first.say,
        _about(first.entry, first.rules),
    )


def _marked(
    one: Checked, sentence: Words, marked: Sequence[Words]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A sentence and where in it the marked words stand; of a cell, the whole row."""
    before, behind = _beside(one.report, sentence.passage)
    length = sentence.end - sentence.start
    places = (
        (max(each.start - sentence.start, 0), min(each.end - sentence.start, length))
        for each in marked
    )
    at = len(before)
    moved = tuple((start + at, end + at) for start, end in places)
    return f"{before}{one.text(sentence)}{behind}", moved


_CELL = " | "
"""What stands between the cells of a row."""


def _beside(report: Report, number: int) -> tuple[str, str]:
    """What stands before and behind a cell in its row; nothing beside other passages."""
    at = report.passages[number].cell
    if at is None:
        return "", ""
    first, last = number, number + 1
    while first and _is_in_row(report.passages[first - 1], at):
        first -= 1
    while last < len(report.passages) and _is_in_row(report.passages[last], at):
        last += 1
    before = (f"{each.text.strip()}{_CELL}" for each in report.passages[first:number])
    behind = (
        f"{_CELL}{each.text.strip()}" for each in report.passages[number + 1 : last]
    )
    return "".join(before), "".join(behind)


def _is_in_row(passage: Passage, at: Cell) -> bool:
    return passage.cell is not None and passage.cell[:2] == at[:2]


def _where(one: Checked, at: Words) -> str:
    place = one.report.passages[at.passage].places.at(at.start)
    if place.line is None:
        return f"{named(str(one.path))}: {place.words}"
    return at_line(str(one.path), place.line, place.column)


_INDENT = 4


def show(found: Iterable[Remark]) -> None:
    """Every remark, its lines below each other; as wide as the terminal, if it is one."""
    if not sys.stdout.isatty():
        for one in found:
            first, *rest = (words(plain(line)) for line in told(one))
            typer.echo("\n".join((first, *(" " * _INDENT + line for line in rest), "")))
        return
    from rich.padding import Padding

    from relcase.cli.terminal import READABLE, console, inline

    out = console()
    width = min(out.width, READABLE)
    for one in found:
        for number, line in enumerate(told(one)):
            indent = _INDENT if number else 0
            out.print(Padding(inline(line), (0, 0, 0, indent)), width=width)
        out.print()
