"""store: check a store, explain the rules, list what is due for review."""

from pathlib import Path
from typing import Annotated

import typer

from relcase.api.checking import check_stores, explain_rule, plan_rules, report_rules
from relcase.api.checking import rules as all_rules
from relcase.cli import due
from relcase.cli.choices import choose
from relcase.cli.options import command
from relcase.cli.problems import FORMATS, Form, Strict, conclude
from relcase.domain.wording.meanings import WORDING_RULES

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        readable=False,
        metavar="[PATH]...",
        help="Stores: folders or evidence.yaml files. Without: those in force.",
        show_default=False,
    ),
]
Size = Annotated[
    int,
    typer.Option("--max-file-size", min=1, metavar="MB", help="Refuse larger files."),
]
RuleIds = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[RULE]...", help="Ids of rules, as S02.", show_default=False
    ),
]


def app(name: str) -> typer.Typer:
    """The group of commands about stores."""
    made = typer.Typer(
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        help="Check a store, explain its rules, list what is due for review.\n\n"
        "Example: relcase store check my-evidence/",
    )
    made.command("check")(check)
    made.command("rules")(rules)
    made.command("due")(command(due.due))
    return made


def check(
    paths: Paths = None,
    format: Form = "text",
    strict: Strict = False,
    max_file_size: Size = 64,
) -> None:
    """Report every mistake of a store with its line and column.

    Status 1 when there are errors.

    Example: relcase store check my-evidence/
    """
    form = choose("format", format, FORMATS)
    problems = check_stores(_stores(paths), limit=max_file_size * 1024 * 1024)
    conclude(problems, form, strict=strict)


def rules(rule: RuleIds = None) -> None:
    """List the rules, or explain one with a bad and a good example.

    Example: relcase store rules I01
    """
    if not rule:
        for one in all_rules():
            typer.echo(f"{one.id}  {one.severity:<7}  {one.title}")
        typer.echo("\nRules of a plan (relcase case check):\n")
        for one in plan_rules():
            typer.echo(f"{one.id}  {one.severity:<7}  {one.title}")
        typer.echo("\nRules of reports (relcase check, relcase refresh):\n")
        for one in report_rules():
            typer.echo(f"{one.id}  {one.severity:<7}  {one.title}")
        typer.echo("\nRules of wording, for what is wrong with a popular version:\n")
        for name, meaning in WORDING_RULES.items():
            typer.echo(f"{name}  {meaning}")
        return
    for number, wanted in enumerate(rule):
        page = explain_rule(wanted)
        gap = "\n" if number else ""
        severity = f" ({page.severity})" if page.bad else ""
        typer.echo(f"{gap}{page.id} {page.title}{severity}\n\n{page.text}")
        for name, example in (("Bad", page.bad), ("Good", page.good)):
            if example:
                indented = "\n".join(f"    {line}" for line in example.splitlines())
                typer.echo(f"\n{name}:\n\n{indented}")


def _stores(paths: list[Path] | None) -> list[Path] | None:
    if paths:
        return paths
    from relcase.cli.session import settings_for

    chosen = settings_for()
    return list(chosen.stores.value) or None
