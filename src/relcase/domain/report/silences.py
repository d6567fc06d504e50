"""What a person looked at and lets stand: findings silenced, with a reason.

In a document, in a comment, for the passage it stands in or before, or for the file::

    <!-- relcase: ignore M02 until 2027-01-01 because the board asked for plain words -->
    % relcase: ignore because the figure is a quotation
    <!-- relcase: ignore-file unsourced because the sources are in the annex -->

A silence without a reason, or past its day, silences nothing and is a problem.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fnmatch import fnmatch
from typing import NamedTuple

from relcase.domain.passage import Report
from relcase.domain.problem import Problem
from relcase.domain.report.findings import Findings, Number, Words

_COMMENT = re.compile(
    r"(?:<!--\s*|^[^\S\n]*%+[^\S\n]*|(?<=[^\\])%+[^\S\n]*)relcase:\s*ignore(?P<file>-file)?\b"
    r"(?P<rest>[^\n]*?)(?:-->|$)",
    re.MULTILINE,
)
_REST = re.compile(
    r"\s*(?P<rules>(?:(?!until\b|because\b)[A-Za-z_]+\d*[\s,]*)*)"
    r"(?:until\s+(?P<until>\S+)\s*)?(?:because\s+(?P<reason>.*\S)\s*)?",
    re.DOTALL,
)
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
    lines: tuple[int, int] | None = None
    """The lines it holds for; ``None`` for the whole file."""
    until: str = ""
    reason: str = ""

    def holds(self, path: str, rule: str, verdict: str, line: int | None) -> bool:
        """Whether it is about a finding, its words aside."""
        if self.rules and not {rule.lower(), verdict} & {
            one.lower() for one in self.rules
        }:
            return False
        if self.lines is not None:
            return line is not None and self.lines[0] <= line <= self.lines[1]
        name = path.replace("\\", "/")
        return fnmatch(name, self.files) or fnmatch(name, f"*/{self.files}")


def in_text(path: str, text: str) -> list[Silence]:
    """The silences in the comments of a text file."""
    found = []
    for match in _COMMENT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        start = text.rfind("\n", 0, match.start()) + 1
        rest = _REST.fullmatch(match["rest"].strip()) or _REST.match("")
        assert rest is not None
        whole = bool(match["file"])
        found.append(
            Silence(
                path,
                line,
                match.start() - start + 1,
                tuple(re.findall(r"\w+", rest["rules"] or "")),
                lines=None if whole else _passage(text, match.start(), match.end()),
                until=rest["until"] or "",
                reason=rest["reason"] or "",
            )
        )
    return found


def _passage(text: str, start: int, end: int) -> tuple[int, int]:
    """The first and the last line of the passage that a comment stands in or before."""
    first = text.count("\n", 0, text.rfind("\n\n", 0, start) + 2) + 1
    above = text[:start].rstrip(" \t")
    alone = not above or above.endswith("\n\n") or above == "\n"
    line_end = _line_end(text, end)
    if alone and not text[end:line_end].strip():
        first = text.count("\n", 0, start) + 1
        behind = re.compile(r"\s*").match(text, line_end)
        end = behind.end() if behind else end
    stop = text.find("\n\n", end)
    return first, text.count("\n", 0, len(text) if stop < 0 else stop) + 1


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


Test = Callable[[Words, Words | None, str, str], bool]
"""Whether a finding is silenced: its words, its sentence, its rule, its verdict."""


class Silenced(NamedTuple):
    """What is left of the findings, and what is wrong with the silences."""

    findings: Findings
    problems: tuple[Problem, ...]


def apply(
    report: Report, findings: Findings, silences: Sequence[Silence], today: date
) -> Silenced:
    """The findings without those that are silenced."""
    faults = {one: fault for one in silences if (fault := _fault(one, today))}
    valid = [one for one in silences if one not in faults]
    used: set[Silence] = set()

    def silenced(words: Words, sentence: Words | None, rule: str, verdict: str) -> bool:
        passage = report.passages[words.passage]
        line = passage.places.at(words.start).line
        told = sentence or words
        text = passage.text[told.start : told.end].casefold()
        mine = [
            one
            for one in valid
            if one.holds(report.path, rule, verdict, line)
            and one.words.casefold() in text
        ]
        used.update(mine)
        return bool(mine)

    numbers = tuple(_numbers(findings.numbers, silenced))
    claims = tuple(
        one
        for one in findings.claims
        if not silenced(one.words, one.sentence, one.rule, "claim")
    )
    problems = [*faults.values()]
    problems += [_idle(one) for one in valid if one not in used]
    return Silenced(Findings(numbers, claims), tuple(problems))


def _numbers(numbers: Sequence[Number], silenced: Test) -> Iterator[Number]:
    for one in numbers:
        if one.verdict not in _SETTLED and silenced(
            one.words, one.sentence, one.rule, one.verdict
        ):
            yield one._replace(verdict="silenced")
        else:
            yield one


def _fault(one: Silence, today: date) -> Problem | None:
    if not one.reason:
        message = "It is not said why this is let stand, so it is not"
        hint = "relcase: ignore RULE because REASON"
        return Problem(one.path, one.line, one.column, "warning", "D09", message, hint)
    if not one.until:
        return None
    try:
        day = date.fromisoformat(one.until)
    except ValueError:
        message = f"“{one.until}” is no day"
        hint = "A day is written as 2027-01-31."
        return Problem(one.path, one.line, one.column, "warning", "D09", message, hint)
    if day < today:
        message = f"This was let stand until {one.until} only"
        hint = "Look at it again: mend it, or give a later day."
        return Problem(one.path, one.line, one.column, "warning", "D10", message, hint)
    return None


def _idle(one: Silence) -> Problem:
    message = "There is nothing here to let stand"
    hint = "Take it away."
    return Problem(one.path, one.line, one.column, "info", "D11", message, hint)
