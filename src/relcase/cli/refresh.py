"""refresh: the marked places of reports, kept as the store has them."""

import sys
from collections.abc import Iterator
from dataclasses import replace as with_
from difflib import unified_diff
from pathlib import Path
from typing import Annotated, get_args

import typer

from relcase.api.refreshing import Edits, Refreshed, Version, refresh, replace
from relcase.cli.choices import choose
from relcase.cli.complete import among
from relcase.cli.options import Lang, Output, Stores, Style, command
from relcase.cli.output import spare
from relcase.cli.problems import FORMATS, at_line, named, show_problems
from relcase.cli.say import say
from relcase.cli.session import Session, open_session
from relcase.domain.inert import words
from relcase.domain.problem import Problem, Severity
from relcase.errors import AskedWrongly, RelcaseError
from relcase.reading import LIMIT, TOO_LARGE
from relcase.reading.encoding import decode
from relcase.store.textfile import read_bytes

EDITS: tuple[Edits, ...] = get_args(Edits)
Files = Annotated[
    list[Path],
    typer.Argument(
        readable=False,
        metavar="FILE...",
        help="Markdown, HTML, LaTeX, Word or PowerPoint files; - is standard input.",
        show_default=False,
    ),
]
Check = Annotated[
    bool,
    typer.Option("--check", help="Write nothing; status 1 if anything would change."),
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Write nothing; show what would change.")
]
Edited = Annotated[
    str,
    typer.Option(
        "--edits",
        metavar="HOW",
        help="Places edited by hand: refuse (leave them, and say so), overwrite or keep.",
        autocompletion=among(EDITS),
    ),
]
Form = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="Of the messages: text, json, github or sarif.",
        autocompletion=among(FORMATS),
    ),
]


def app(name: str) -> typer.Typer:
    """The command."""
    made = typer.Typer(rich_markup_mode=None, add_completion=False)
    made.command(name)(command(run))
    return made


def run(
    stores: Stores,
    files: Files,
    check: Check = False,
    diff: Diff = False,
    edits: Edited = "refuse",
    format: Form = "text",
    style: Style = None,
    lang: Lang = None,
) -> None:
    """Bring the marked places of reports up to date, and nothing else.

    A place is marked by one line, which is filled the first time: in Markdown and HTML
    <!-- relcase: stat ID -->, in LaTeX % relcase: stat ID, in Word and PowerPoint
    {{relcase:ID}}; the reference list by <!-- relcase: references -->.

    Example: relcase refresh report.md

    Example: relcase refresh --check report.md slides.pptx
    """
    form = choose("format", format, FORMATS)
    how = choose("way", edits, EDITS)
    if form != "text" and (diff or (not check and Path("-") in files)):
        raise AskedWrongly(_TWO_ANSWERS)
    session = open_session(stores, Output(style=style, lang=lang))
    for path in files:
        spare(session.library.files, path)
    done, failed = [], 0
    for path in dict.fromkeys(files):
        try:
            done.append(_one(session, path, how, write=not (check or diff)))
        except RelcaseError as error:  # the others are none the worse for it
            failed = max(failed, error.exit_status)
            say(error)
    if diff:
        for one in done:
            typer.echo("".join(_difference(one)), nl=False)
    problems = [found for one in done for found in _problems(one, check)]
    if done or form != "text":
        _tell(done, problems, form, diff=diff, written=not (check or diff))
    if failed:
        raise typer.Exit(failed)
    if any(one.severity == "error" for one in problems):
        raise typer.Exit(1)


_TWO_ANSWERS = (
    "Standard output is taken: by the differences of --diff, or by the report that came "
    "from standard input. Messages in another format go with --check, or with a file."
)


def _one(session: Session, path: Path, edits: Edits, *, write: bool) -> Refreshed:
    data = read_bytes(path, LIMIT, TOO_LARGE)
    done = refresh(
        session.library,
        data,
        str(path),
        session.style,
        session.lang,
        edits=edits,
        write=write,
    )
    if not write:
        return done
    if str(path) == "-":
        sys.stdout.buffer.write(done.data)
    elif done.data != done.before:
        replace(done, path)
    return done


def _problems(done: Refreshed, check: bool) -> Iterator[Problem]:
    """All there is to say of a report, in the order of its places."""
    severity: Severity = "error" if check else "info"
    found = [
        *done.problems,
        *(with_(one, severity=severity) for one in done.changed),
        *(one.problem for one in done.edited),
    ]
    yield from sorted(found, key=lambda one: (one.line or 0, one.column or 0))


def _tell(
    done: list[Refreshed],
    problems: list[Problem],
    form: str,
    *,
    diff: bool,
    written: bool,
) -> None:
    """Messages for a person beside the data, messages for a program as the data."""
    if form != "text":
        show_problems(problems, form)
        return
    versions = {id(one.problem): one for report in done for one in report.edited}
    for one in problems:
        if diff and one.rule == "F08":
            continue
        where = f"{named(one.path)}:{one.place or ''}"
        if one.line:
            where = at_line(one.path, one.line, one.column)
        say(f"{where}: {one.severity}: {one.message} [{one.rule}]")
        if edited := versions.get(id(one)):
            for row in _versions(edited):
                say(row)
        if one.hint:
            say(f"    {one.hint}")
    changed = sum(len(one.changed) for one in done)
    kept = sum(len(one.edited) for one in done)
    places = "1 place" if changed == 1 else f"{changed} places"
    said = [f"{places} {'changed' if written else 'would change'}"] if changed else []
    said += [f"{kept} edited by hand"] if kept else []
    if said:
        say(", ".join(said) + ".")
    elif not problems:
        is_marked = any(one.places for one in done)
        say("Everything is up to date." if is_marked else "There is no marked place.")


def _versions(edited: Version) -> Iterator[str]:
    unknown = "(not known on this machine)"
    for name, text in (
        ("was written", edited.written or unknown),
        ("is now", edited.now),
        ("the store says", edited.store),
    ):
        yield f"    {name}:"
        yield from (f"        {words(row)}" for row in text.splitlines() if row.strip())


def _difference(done: Refreshed) -> Iterator[str]:
    """Lines as in a patch: of a text file whole, of an office file place by place."""
    named, pairs = [one.place for one in done.changed], done.texts
    if done.form in ("markdown", "html", "latex"):
        named = [None]
        pairs = ((_decoded(done, done.before), _decoded(done, done.data)),)
    for place, (before, after) in zip(named, pairs, strict=True):
        old, new = (
            [f"{words(row)}\n" for row in text.splitlines()] for text in (before, after)
        )
        path = f"{done.path}: {place}" if place else done.path
        yield from unified_diff(old, new, path, f"{path} (refreshed)")


def _decoded(done: Refreshed, data: bytes) -> str:
    return decode(data, done.path).text
