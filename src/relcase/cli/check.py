"""check: a finished report held against the evidence it quotes."""

import difflib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, get_args

import typer

from relcase.api.reports import (
    Checked,
    check_reports,
    mended,
    write_mended,
    wrong_silences,
)
from relcase.cli.choices import choose
from relcase.cli.complete import among
from relcase.cli.options import Stores, command
from relcase.cli.problems import FORMATS, Strict, show_problems
from relcase.cli.problems import Form as Format
from relcase.cli.remarks import of_silence, remarks, show
from relcase.cli.say import say
from relcase.cli.session import open_session
from relcase.domain.inert import json_text, words
from relcase.domain.passage import Form
from relcase.domain.problem import Problem
from relcase.domain.report.findings import Number, counted
from relcase.errors import AskedWrongly, CouldNot
from relcase.store import settings

Files = Annotated[
    list[Path],
    typer.Argument(
        readable=False,
        metavar="FILE...",
        help="Markdown, text, HTML, LaTeX, Word, PowerPoint or PDF; - is standard input.",
        show_default=False,
    ),
]
Form_ = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORM",
        help="What the files are: markdown, text, html, latex, docx, pptx or pdf.",
        autocompletion=among(get_args(Form)),
    ),
]
All = Annotated[
    bool, typer.Option("--all", help="Also the numbers that match or are not ours.")
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix", help="Put the record's figure where another stands, if safe."
    ),
]
Diff = Annotated[
    bool,
    typer.Option("--diff", help="Show what --fix would change, and change nothing."),
]


def app(name: str) -> typer.Typer:
    """The command."""
    made = typer.Typer(rich_markup_mode=None, add_completion=False)
    made.command(name)(command(check))
    return made


def check(
    stores: Stores,
    files: Files,
    read_as: Form_ = None,
    format: Format = "text",
    all_numbers: All = False,
    fix: Fix = False,
    diff: Diff = False,
    strict: Strict = False,
) -> None:
    """Check a finished report against the evidence it quotes.

    Finds the sentences that speak of our evidence, and judges each of their numbers:
    it matches, differs, is misworded, stale or unsourced. Status 1 when one differs, is
    misworded or stale.

    Example: relcase check report.docx

    Example: relcase check report.md --fix --diff
    """
    form = choose("format", format, FORMATS)
    kind: Form | None = choose("form", read_as, get_args(Form)) if read_as else None
    if fix and not diff and Path("-") in files:
        raise AskedWrongly(
            "Standard input cannot be mended; use --diff, or name a file."
        )
    library = open_session(stores).library
    silences = settings.silences(settings.here())
    held = partial(
        check_reports, library, form=kind, silences=silences, strangers=all_numbers
    )
    failures: list[CouldNot] = []
    checked = list(held(dict.fromkeys(files), failed=failures.append))
    for one in failures:
        say(one)
    if diff:
        status = _show_changes(checked) if checked else 0
        raise typer.Exit(CouldNot.exit_status if failures else status)
    if fix and (changed := _mend(checked)):
        again = {one.path: one for one in held(changed)}
        checked = [again.get(one.path, one) for one in checked]
    apart = wrong_silences(silences, checked)
    _show(checked, apart, form, all_numbers)
    if checked:
        say(_summary(checked))
    if failures:
        raise typer.Exit(CouldNot.exit_status)
    problems = [*apart, *(found for one in checked for found in one.problems)]
    warned = any(one.severity == "warning" for one in problems)
    if any(one.faulty for one in checked) or (strict and warned):
        raise typer.Exit(1)


def _show(
    checked: Sequence[Checked],
    apart: Sequence[Problem],
    form: str,
    all_numbers: bool,
) -> None:
    problems = [*(problem for one in checked for problem in one.problems), *apart]
    if form == "json":
        typer.echo(_json(checked, problems, all_numbers))
    elif form == "text":
        show(
            (
                *(remark for one in checked for remark in remarks(one, all_numbers)),
                *map(of_silence, apart),
            )
        )
    else:
        show_problems(problems, form)


def _json(
    checked: Sequence[Checked], problems: Sequence[Problem], all_numbers: bool
) -> str:
    numbers = [
        _row(one, number)
        for one in checked
        for number in one.findings.numbers
        if all_numbers or number.verdict != "not_ours"
    ]
    listed = [
        {
            name: value
            for name, value in vars_of(problem)
            if name != "place" or value is not None
        }
        for problem in problems
    ]
    summary = dict(Counter(str(one["verdict"]) for one in numbers))
    data = {"problems": listed, "numbers": numbers, "summary": summary}
    return json_text(json.dumps(data, ensure_ascii=False, indent=1))


def vars_of(problem: Problem) -> Iterable[tuple[str, object]]:
    """The fields of a problem with their names."""
    from dataclasses import asdict

    return asdict(problem).items()


def _row(one: Checked, number: Number) -> dict[str, object]:
    place = one.report.passages[number.words.passage].places.at(number.words.start)
    row: dict[str, object] = {
        "path": str(one.path),
        "line": place.line,
        "column": place.column,
    }
    if place.words:
        row["place"] = place.words
    return row | {
        "text": one.text(number.words),
        "sentence": one.text(number.sentence),
        "verdict": number.verdict,
        "entry": number.entry,
        "advice": number.advice or None,
        "rules": list(number.rules),
    }


_SPOKEN = {
    "matches": ("match", "matches", "it matches"),
    "differs": ("differ", "differs", "it differs"),
    "misworded": ("misworded", "misworded", "it is misworded"),
    "stale": ("stale", "stale", "it is stale"),
    "unsourced": ("unsourced", "unsourced", "it is unsourced"),
    "silenced": ("let stand", "let stand", "it is let stand"),
}
"""Of several numbers; of one of them; of the only one."""


def _summary(checked: Sequence[Checked]) -> str:
    """``23 numbers: 18 match, 2 differ, 1 misworded, 2 unsourced``, and faulty claims.

    A claim that differs from the record is a number that is written as a word.
    """
    ours = [
        number
        for one in checked
        for number in one.findings.numbers
        if number.verdict != "not_ours"
    ]
    claims = [one for file in checked for one in file.findings.claims if one.fault]
    in_words = sum(one.verdict == "differs" for one in claims)
    counts = counted(ours)
    counts["differs"] += in_words
    told_of = [
        f"{count} {_SPOKEN[name][count == 1]}"
        for name, count in counts.items()
        if count
    ]
    total = len(ours) + in_words
    if total == 1:
        told_of = [_SPOKEN[name][2] for name, count in counts.items() if count]
    noun = "number" if total == 1 else "numbers"
    said = f"{total} {noun}: {', '.join(told_of)}" if total else "No numbers of ours"
    if others := len(claims) - in_words:
        said += f"; {others} faulty claim{'' if others == 1 else 's'} without a number"
    return f"{said}."


def _show_changes(checked: Sequence[Checked]) -> int:
    """What a mending would change; the status says whether anything."""
    changes = 0
    for one in checked:
        mend = mended(one)
        changes += mend.changes
        lines = difflib.unified_diff(
            mend.before.splitlines(),
            mend.after.splitlines(),
            str(one.path),
            f"{one.path} mended",
            lineterm="",
        )
        for line in lines:
            typer.echo(words(line))
    if not changes:
        say("Nothing can be mended safely.")
    return 1 if changes else 0


def _mend(checked: Sequence[Checked]) -> list[Path]:
    """The files in which something was mended."""
    changed = []
    for one, mend in [(one, mended(one)) for one in checked]:
        if mend.changes:
            write_mended(one, mend)
            noun = "number" if mend.changes == 1 else "numbers"
            say(f"{one.path}: {mend.changes} {noun} mended.")
            changed.append(one.path)
    return changed
