"""The command line: the table of commands, and the one place where errors end.

Commands are imported when they are called; the table below says what each does, so
that neither ``--help`` nor another command pays for them.
"""

import io
import os
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from relcase.cli.say import say
from relcase.errors import AskedWrongly, CouldNot, RelcaseError
from relcase.store.textfile import reason

COMMANDS = {
    "stats": ("listing", "Statistics: what is known, worded so that it can be pasted."),
    "stories": ("listing", "Stories: what relationship-centred work looks like."),
    "quotes": ("listing", "Quotations, with speaker and source."),
    "definitions": ("listing", "Definitions: what the terms mean."),
    "barriers": ("listing", "Barriers: what stands in the way, and what answers it."),
    "actions": ("listing", "Actions: what can be done, and by whom."),
    "search": ("search", "Search entries of every kind, best match first."),
    "show": ("show", "Show all that is known of an entry."),
    "chart": (
        "chart",
        "A statistic as a picture, or several of one outcome and measure.",
    ),
    "gaps": (
        "gaps",
        "How much evidence there is where, and where there is no record yet.",
    ),
    "refs": ("refs", "The reference list of a selection, document or bibliography."),
    "cite": ("cite", "The in-text citation and the reference of a source."),
    "slides": (
        "slides",
        "A deck: one statistic a slide, with its source, and answers in the notes.",
    ),
    "audit": (
        "audit",
        "What publications say of the evidence, and what to say instead.",
    ),
    "check": ("check", "Check a finished report against the evidence it quotes."),
    "refresh": (
        "refresh",
        "Bring the marked places of reports up to date, and nothing else.",
    ),
    "sectors": ("sectors", "The sectors, and how many entries each has."),
    "styles": ("styles", "Find a citation style by name."),
    "case": ("case", "Make a case: a plan, its check, the document."),
    "store": (
        "store",
        "Check a store, explain its rules, list what is due for review.",
    ),
    "config": ("config", "The settings in force, and where each comes from."),
}


class _Commands(MutableMapping[str, Any]):
    """The commands by name, each imported when it is first looked up."""

    def __init__(self, names: list[str]) -> None:
        self.names, self.loaded = names, dict[str, Any]()

    def __getitem__(self, name: str) -> Any:
        if name not in self.names:
            raise KeyError(name)
        if name not in self.loaded:
            command = typer.main.get_command(_app(name))
            command.name = name
            self.loaded[name] = command
        return self.loaded[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self.loaded[name] = command

    def __delitem__(self, name: str) -> None:
        self.names.remove(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def _app(name: str) -> typer.Typer:
    """What a module makes of itself, else its function that is called as the command."""
    module = import_module(f"relcase.cli.{COMMANDS[name][0]}")
    if hasattr(module, "app"):
        made: typer.Typer = module.app(name)
        return made
    from relcase.cli.options import command

    made = typer.Typer(rich_markup_mode=None, add_completion=False)
    made.command(name)(command(getattr(module, name)))
    return made


_UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What a mistyped option raises: typer names only the kinds of it."""


def _word(error: Any) -> None:
    """Puts a message about an option into words that a person can follow."""
    error.message = error.message.replace(
        "is not a valid int range", "is not a whole number"
    )
    typed = getattr(error, "option_name", "").lstrip("-")
    if typed and getattr(error, "possibilities", None):
        error.possibilities = [
            one for one in error.possibilities if one.startswith(f"--{typed[:2]}")
        ]
    if typed in _FORMATS:
        error.possibilities = []
        error.message = f"{error.message}. Did you mean -f {typed}?"


_FORMATS = ("table", "markdown", "plain", "html", "latex", "json", "csv", "ris", "text")


class _Table(TyperGroup):
    """The group of all commands; errors become one sentence and an exit status."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _Commands(list(COMMANDS))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """``relcase help stats`` is ``relcase stats --help``."""
        if args[:1] == ["help"]:
            args = [*args[1:], "--help"]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in COMMANDS.items()])

    def invoke(self, ctx: Any) -> Any:
        try:
            return self._invoke(ctx)
        except RelcaseError as error:
            from relcase.cli.say import say

            say(error)
            raise typer.Exit(error.exit_status) from None

    def _invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except UnicodeEncodeError:
            # Bytes of an argument that are no text reach us as lone surrogates.
            raise AskedWrongly("An argument is not text in UTF-8.") from None
        except _UsageError as error:
            _word(error)
            raise


app = typer.Typer(
    cls=_Table,
    name="relcase",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from relcase import __version__

        typer.echo(f"relcase {__version__}")
        raise typer.Exit


@app.callback()
def relcase(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Evidence on human relationships that can be stood behind.

    Begin with: relcase stats --sector health
    """


def run() -> None:
    """Runs the command that ``sys.argv`` asks for."""
    _prepare_streams()
    try:
        try:
            app(prog_name="relcase")
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()
    except OSError as error:
        _let_go_of_output()
        what = f"use {error.filename}" if error.filename else "write the output"
        say(f"Cannot {what}: {reason(error)}.")
        sys.exit(CouldNot.exit_status)


def _prepare_streams() -> None:
    """Data in a pipe are UTF-8 on every system; a terminal has its own encoding."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever called
            setattr(sys, name, io.StringIO())
        elif hasattr(stream, "reconfigure"):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def _let_go_of_output() -> None:
    """Nobody reads on: what is not written yet is not tried again on the way out."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
