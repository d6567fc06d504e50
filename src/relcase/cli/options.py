"""Options that several commands share, in groups.

A group is a named tuple of annotated options. ``command`` spreads the groups of a
function's parameters into single options, so that each option is written once and a
command still reads as what it is asked.
"""

import inspect
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from relcase.cli import complete
from relcase.domain.vocabulary import KINDS


def file_or_output(path: Path | None) -> Path | None:
    """The file to write to; ``-`` means standard output, as no file does."""
    return None if str(path) == "-" else path


def format_option(formats: Sequence[str]) -> Any:
    """``--format`` of a command that writes these."""
    *others, last = formats
    return typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"{', '.join(others)} or {last}.",
        autocompletion=complete.among(formats),
    )


Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        help="Write to a file; its suffix gives the format.",
        callback=file_or_output,
    ),
]
Citations = Annotated[
    str | None,
    typer.Option(
        "--citations",
        metavar="HOW",
        help="text (default), keys (Markdown and LaTeX, with a .bib beside the file), footnotes.",
        autocompletion=complete.among(("text", "keys", "footnotes")),
    ),
]
ReferenceDoc = Annotated[
    Path | None,
    typer.Option(
        "--reference-doc",
        readable=False,
        metavar="FILE",
        help="Your own .docx or .odt, whose styles and page the file takes.",
    ),
]
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...",
        help="Words that must all occur (each may be a beginning), or ids of entries.",
        show_default=False,
        autocompletion=complete.ids,
    ),
]
Copy = Annotated[
    bool,
    typer.Option(
        "--copy", help="Put it on the clipboard, as rich text and as plain text."
    ),
]
Sector = Annotated[
    list[str] | None,
    typer.Option(
        "--sector",
        "-s",
        metavar="SECTOR",
        help="Sector or alias (see: relcase sectors).",
        autocompletion=complete.sectors,
    ),
]
Style = Annotated[
    str | None,
    typer.Option(
        "--style",
        metavar="NAME",
        help="Citation style: a name (harvard, apa, vancouver …), title or .csl file.",
        autocompletion=complete.styles,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="TAG", help="Language of the references, as en-GB."),
]
Theme = Annotated[
    str,
    typer.Option(
        "--theme",
        metavar="THEME",
        help="light or dark.",
        autocompletion=complete.among(("light", "dark")),
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Kind of entry for the filters: statistic (default), story, quote …, or all.",
        autocompletion=complete.among((*KINDS, "all")),
    ),
]
Context = Annotated[
    str | None,
    typer.Option(
        "--context",
        metavar="CASE",
        help="Your own case, as 'uk, social care, older people, 2020s': how near each is.",
    ),
]
Marked = Annotated[
    bool,
    typer.Option(
        "--marked",
        help="With marks around each snippet, so that 'relcase refresh' keeps it current.",
    ),
]


class Filters(NamedTuple):
    """Which entries: an OR within one option, an AND between options."""

    sector: Sector = None
    outcome: Annotated[
        list[str] | None,
        typer.Option(
            "--outcome",
            metavar="TAG",
            help="What was measured, as mortality, loneliness, cost.",
            autocompletion=complete.outcomes,
        ),
    ] = None
    stance: Annotated[
        list[str] | None,
        typer.Option(
            "--stance",
            metavar="STANCE",
            help="supports, mixed, no-clear-difference or against.",
            autocompletion=complete.stances,
        ),
    ] = None
    certainty: Annotated[
        str | None,
        typer.Option(
            "--certainty",
            metavar="WORD",
            help="This certainty or better.",
            autocompletion=complete.certainties,
        ),
    ] = None
    verified: Annotated[
        str | None,
        typer.Option(
            "--verified",
            metavar="LEVEL",
            help="Checked this far or further: full-text, abstract, secondary.",
            autocompletion=complete.verified,
        ),
    ] = None
    country: Annotated[
        list[str] | None,
        typer.Option(
            "--country", metavar="COUNTRY", help="Country of the data, as GB or Norway."
        ),
    ] = None
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source",
            metavar="KEY",
            help="Citation key of the source.",
            autocompletion=complete.keys,
        ),
    ] = None
    since: Annotated[
        int | None,
        typer.Option(
            "--since",
            min=1000,
            max=9999,
            metavar="YEAR",
            help="Sources from this year on.",
        ),
    ] = None
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            min=1,
            max=1_000_000_000,
            metavar="N",
            help="At most this many.",
        ),
    ] = None
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="BY",
            help="use (default), year, certainty, relevance or id.",
            autocompletion=complete.sorts,
        ),
    ] = None
    all: Annotated[
        bool,
        typer.Option(
            "--all", help="Also what is withdrawn, superseded or not checked at all."
        ),
    ] = False


class Output(NamedTuple):
    """In which form, and where to."""

    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table (on a terminal), markdown (piped), plain, html, latex, json; of listings"
            " also slide, csv; docx, odt, pdf (with --out).",
            autocompletion=complete.formats,
        ),
    ] = None
    style: Style = None
    lang: Lang = None
    citations: Citations = None
    refs: Annotated[
        bool,
        typer.Option("--refs/--no-refs", help="With or without the reference list."),
    ] = True
    copy: Copy = False
    out: Out = None
    reference_doc: ReferenceDoc = None


class Telling(NamedTuple):
    """How statistics are told, and beside what."""

    say: Annotated[
        str | None,
        typer.Option(
            "--say",
            metavar="LENGTH",
            help="One generated sentence each: short (slide, talk) or long (report).",
            autocompletion=complete.lengths,
        ),
    ] = None
    balance: Annotated[
        bool,
        typer.Option(
            "--balance/--no-balance",
            help="Name findings to the contrary that the list leaves out.",
        ),
    ] = True
    context: Context = None


class Stores(NamedTuple):
    """Whose evidence."""

    store: Annotated[
        list[Path] | None,
        typer.Option(
            "--store",
            readable=False,
            metavar="PATH",
            help="Your own store, laid over ours: a folder or evidence.yaml.",
        ),
    ] = None
    builtin: Annotated[
        bool | None,
        typer.Option(
            "--builtin/--no-builtin",
            help="With or without relcase's own evidence.",
            show_default=False,
        ),
    ] = None
    cache: Annotated[
        bool,
        typer.Option(
            "--cache/--no-cache", help="Keep an index and references on disk."
        ),
    ] = True
    max_file_size: Annotated[
        int,
        typer.Option(
            "--max-file-size",
            min=1,
            metavar="MB",
            help="Refuse larger files of a store.",
        ),
    ] = 64


def command(function: Callable[..., None]) -> Callable[..., None]:
    """The function with its groups of options spread out into single options."""
    groups: dict[str, Any] = {}
    flat: list[inspect.Parameter] = []
    for parameter in inspect.signature(function).parameters.values():
        group: Any = parameter.annotation
        if (defaults := getattr(group, "_field_defaults", None)) is not None:
            groups[parameter.name] = group
            flat += [
                inspect.Parameter(
                    name,
                    inspect.Parameter.KEYWORD_ONLY,
                    annotation=hint,
                    default=defaults[name],
                )
                for name, hint in group.__annotations__.items()
            ]
        else:
            flat.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

    @wraps(function)
    def spread(**given: Any) -> None:
        for name, group in groups.items():
            given[name] = group._make(given.pop(field) for field in group._fields)
        function(**given)

    spread.__signature__ = inspect.Signature(flat)  # type: ignore[attr-defined]
    spread.__annotations__ = {one.name: one.annotation for one in flat}
    return spread
