"""Problems on the terminal and for machines: one shape for every finding."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from relcase.cli.options import format_option
from relcase.cli.say import say
from relcase.domain.inert import json_text, words
from relcase.domain.problem import Problem

FORMATS = ("text", "json", "github", "sarif")
Form = Annotated[str, format_option(FORMATS)]
Strict = Annotated[bool, typer.Option("--strict", help="Warnings too give status 1.")]
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def show_problems(problems: Sequence[Problem], form: str) -> None:
    """All problems, in the format asked for, on standard output."""
    writers = {"text": as_text, "json": _json, "github": _github, "sarif": _sarif}
    if text := writers[form](problems):
        typer.echo(text)


def named(path: str) -> str:
    """What a file is called for a person."""
    return "standard input" if path == "-" else path


def at_line(path: str, line: int | None, column: int | None) -> str:
    """A place in a text file for a person, as editors read it where there is a file."""
    if path == "-":
        return f"standard input, line {line}, column {column}"
    return f"{path}:{line}:{column}"


def conclude(problems: Sequence[Problem], form: str, *, strict: bool) -> None:
    """All problems and how many; status 1 for errors, when strict for warnings too."""
    show_problems(problems, form)
    counts = summary(problems)
    said = ", ".join(
        f"{count} {name}{'' if count == 1 else 's'}"
        for name, count in counts.items()
        if count
    )
    say(said or "No problems.")
    if counts["error"] or (strict and counts["warning"]):
        raise typer.Exit(1)


def summary(problems: Sequence[Problem]) -> dict[str, int]:
    """How many of each severity."""
    counts = Counter(one.severity for one in problems)
    return {name: counts[name] for name in ("error", "warning", "info")}


def as_text(problems: Sequence[Problem]) -> str:
    """A line for each problem, and its hint under it."""
    lines = []
    for one in problems:
        lines.append(
            words(f"{_where(one)}: {one.severity}: {one.message} [{one.rule}]")
        )
        if one.hint:
            lines.append(words(f"    {one.hint}"))
    return "\n".join(lines)


def _where(one: Problem) -> str:
    if one.line is None:
        return f"{named(one.path)}:{one.place}" if one.place else named(one.path)
    return at_line(one.path, one.line, one.column)


def _json(problems: Sequence[Problem]) -> str:
    listed = [asdict(one) for one in problems]
    for one in listed:
        if one["place"] is None:
            del one["place"]
    return _dump({"problems": listed, "summary": summary(problems)})


def _github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows beside the line."""
    lines = []
    for one in problems:
        kind = {"info": "notice"}.get(one.severity, one.severity)
        place = f"file={_property(one.path)}"
        if one.line is not None:
            place += f",line={one.line},col={one.column}"
        text = f"{_placed(one)} [{one.rule}]" + (f" {one.hint}" if one.hint else "")
        lines.append(f"::{kind} {place},title={_property(one.rule)}::{_data(text)}")
    return "\n".join(lines)


def _placed(one: Problem) -> str:
    """The message, behind the place in words where the file has no lines to point at."""
    if one.line is not None or not one.place:
        return one.message
    return f"{one.place[0].upper()}{one.place[1:]}: {one.message}"


def _data(text: str) -> str:
    return words(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _sarif(problems: Sequence[Problem]) -> str:
    """SARIF 2.1.0, the form code-scanning services read."""
    from relcase import __version__

    results = [
        {
            "ruleId": one.rule,
            "level": _LEVELS[one.severity],
            "message": {"text": _placed(one) + (f" {one.hint}" if one.hint else "")},
            "locations": [_location(one)],
        }
        for one in problems
    ]
    rules = [{"id": rule} for rule in sorted({one.rule for one in problems})]
    driver = {"name": "relcase", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return _dump({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _dump(value: object) -> str:
    return json_text(json.dumps(value, ensure_ascii=False, indent=1))


def _location(one: Problem) -> dict[str, object]:
    from urllib.parse import quote

    place: dict[str, object] = {
        "artifactLocation": {"uri": quote(one.path.replace("\\", "/"))}
    }
    if one.line is not None:
        place["region"] = {"startLine": one.line, "startColumn": one.column}
    location: dict[str, object] = {"physicalLocation": place}
    if one.place:
        location["logicalLocations"] = [{"fullyQualifiedName": one.place}]
    return location
