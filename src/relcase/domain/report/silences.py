"""What a person looked at and lets stand: findings silenced, with a reason.

In a document, in a comment, for the passage it stands in or before, or for the file::

    <!-- relcase: ignore M02 until 2027-01-01 because the board asked for plain words -->
    % relcase: ignore because the figure is a quotation
    <!-- relcase: ignore-file unsourced because the sources are in the annex -->

Of several faults of the same words, those that it names are let stand, and the rest is
told. A silence without a reason, or past its day, silences nothing and is a problem.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from fnmatch import fnmatch
from typing import NamedTuple

from relcase.domain.passage import Report
from relcase.domain.problem import Problem
from relcase.domain.report.findings import (
    VERDICTS,
    Claim,
    Findings,
    Number,
    Words,
)
from relcase.domain.report.standing import Standing

_COMMENT = re.compile(
    r"(?:<!--|%+)\s*relcase(?:\s*(?P<colon>:)\s*|\s+)(?P<word>ignore\b[\w-]*)"
    r"(?P<rest>.*?)(?:-->)?\s*",
    re.DOTALL | re.IGNORECASE,
)
_LINE_END = re.compile(r"\r\n|\r|\n")
_REST = re.compile(
    r"\s*(?P<rules>(?:(?!until\b|because\b).)*)"
    r"(?:until\b(?P<until>(?:(?!because\b).)*))?(?:because\b(?P<reason>.*))?",
    re.DOTALL | re.IGNORECASE,
)
_RULE = re.compile(r"[A-Za-z]\d\d")
_PASSAGE, _FILE = "ignore", "ignore-file"
_SETTLED = ("matches", "not_ours", "silenced")


class Silence(NamedTuple):
    """What is let stand, where, until when, and why."""

    path: str
    """The file that says so, with its place."""
    line: int | None
    column: int | None
    rules: tuple[str, ...] = ()
    """Rules, or verdicts; none means all."""
    words: str = ""
    """Words of the sentence that it is about; none means any sentence."""
    files: str = "*"
    """Pattern of the files it holds for."""
    passages: tuple[int, ...] | None = None
    """The passages of the report it holds for; ``None`` for all."""
    until: str = ""
    reason: str = ""
    unknown: str = ""
    """The word it begins with, where nobody understands that."""
    has_colon: bool = True
    """Whether a colon stands before that word."""

    def holds(self, path: str, rule: str, verdict: str, passage: int) -> bool:
        """Whether it is about a finding, its words aside."""
        if self.rules and not {rule.lower(), verdict} & {
            one.lower() for one in self.rules
        }:
            return False
        if self.passages is not None:
            return passage in self.passages
        return self.is_for(path)

    def is_for(self, path: str) -> bool:
        """Whether it is about a file."""
        name = path.replace("\\", "/")
        return fnmatch(name, self.files) or fnmatch(name, f"*/{self.files}")


def in_text(
    report: Report, text: str, comments: Iterable[tuple[int, int]]
) -> list[Silence]:
    """The silences of a report that was read from a text, given where its comments stand."""
    found = [one for span in comments if (one := _COMMENT.fullmatch(text, *span))]
    standing = Standing(report, text, [_extent(one) for one in found])
    lines = [0, *(one.end() for one in _LINE_END.finditer(text))] if found else []
    return [_silence(report.path, lines, one, standing) for one in found]


def _extent(comment: re.Match[str]) -> tuple[int, int]:
    """Where a comment stands, without the line end that a comment of LaTeX takes along."""
    return comment.start(), comment.start() + len(comment[0].rstrip())


def _silence(
    path: str, lines: Sequence[int], match: re.Match[str], standing: Standing
) -> Silence:
    rest = _REST.fullmatch(" ".join(match["rest"].split()))
    assert rest is not None  # it takes any words
    word = match["word"].lower()
    line = bisect_right(lines, match.start())
    return Silence(
        path,
        line,
        match.start() - lines[line - 1] + 1,
        tuple(re.findall(r"[^\s,;]+", rest["rules"])),
        passages=None if word == _FILE else standing.passages(*_extent(match)),
        until=(rest["until"] or "").strip(),
        reason=(rest["reason"] or "").strip(),
        unknown="" if word in (_PASSAGE, _FILE) else word,
        has_colon=bool(match["colon"]),
    )


Test = Callable[[Words, Words | None, str, str], bool]
"""Whether a finding is silenced: its words, its sentence, its rule, its verdict."""


class Silenced(NamedTuple):
    """What is left of the findings, what is wrong with the silences, which of them serve."""

    findings: Findings
    problems: tuple[Problem, ...]
    """Of those that stand in the report itself."""
    used: frozenset[Silence]


def apply(
    report: Report, findings: Findings, silences: Sequence[Silence], today: date
) -> Silenced:
    """The findings without those that are silenced."""
    valid = [one for one in silences if not _fault(one, today)]
    used: set[Silence] = set()

    def silenced(words: Words, sentence: Words | None, rule: str, verdict: str) -> bool:
        told = sentence or words
        text = report.passages[words.passage].text[told.start : told.end].casefold()
        mine = [
            one
            for one in valid
            if one.holds(report.path, rule, verdict, words.passage)
            and one.words.casefold() in text
        ]
        used.update(mine)
        return bool(mine)

    numbers = tuple(_numbers(findings.numbers, silenced))
    claims = tuple(_claims(findings.claims, silenced))
    own = [one for one in silences if one.path == report.path]
    problems = tuple(wrong(own, used, [report.path], today))
    return Silenced(Findings(numbers, claims), problems, frozenset(used))


def wrong(
    silences: Sequence[Silence],
    used: Collection[Silence],
    paths: Sequence[str],
    today: date,
) -> Iterator[Problem]:
    """What is wrong with silences, given those that served when some files were checked.

    One that is for other files may serve there.
    """
    faults = {one: fault for one in silences if (fault := _fault(one, today))}
    yield from faults.values()
    for one in silences:
        if one not in faults and one not in used and any(map(one.is_for, paths)):
            yield _idle(one)


def _numbers(numbers: Sequence[Number], silenced: Test) -> Iterator[Number]:
    for one in numbers:
        if one.verdict in _SETTLED:
            yield one
            continue
        where = one.words, one.sentence
        left = [
            fault
            for fault in one.faults
            if not silenced(*where, fault.rule, one.verdict)
        ]
        if left:
            yield one._replace(faults=tuple(left))
        else:
            yield one._replace(verdict="silenced")


def _claims(claims: Sequence[Claim], silenced: Test) -> Iterator[Claim]:
    for one in claims:
        where = one.words, one.sentence
        left = [
            fault
            for fault in one.faults
            if not silenced(*where, fault.rule, one.verdict)
        ]
        if left:
            (rule, message), *more = left
            yield one._replace(rule=rule, message=message, more=tuple(more))


def _fault(one: Silence, today: date) -> Problem | None:
    found = _misspelt(one)
    rule = "D09"
    if not found and one.until and date.fromisoformat(one.until) < today:
        message = f"This was let stand until {one.until} only"
        found = message, "Look at it again: mend it, or give a later day."
        rule = "D10"
    if not found:
        return None
    return Problem(one.path, one.line, one.column, "warning", rule, *found)


def _misspelt(one: Silence) -> tuple[str, str] | None:
    """What cannot be understood of a silence, and the cure."""
    if not one.has_colon:
        message = "A colon is missing behind “relcase”, so nothing is let stand"
        return message, "relcase: ignore RULE because REASON"
    if one.unknown:
        message = f"“{one.unknown}” is unknown, so nothing is let stand"
        cure = (
            f"{_PASSAGE} for the passage it stands in or before, {_FILE} for the whole"
        )
        return message, f"Write {cure} file."
    for name in one.rules:
        if not _RULE.fullmatch(name) and name.lower() not in VERDICTS:
            message = f"“{name}” is no rule and no verdict, so nothing is let stand"
            return message, "A rule is written as M02, a verdict as differs."
    if one.until and not _is_day(one.until):
        message = f"“{one.until}” is not read as a day, so nothing is let stand"
        return message, "A day is written as 2027-01-31."
    if not one.reason:
        message = "It is not said why this is let stand, so it is not"
        return message, "relcase: ignore RULE because REASON"
    return None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _idle(one: Silence) -> Problem:
    message = "There is nothing here to let stand"
    hint = "Take it away."
    return Problem(one.path, one.line, one.column, "info", "D11", message, hint)
