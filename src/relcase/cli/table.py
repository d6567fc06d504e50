"""Listings on a terminal: a table where it is wide enough, cards where it is not."""

from collections.abc import Mapping, Sequence
from textwrap import fill

from rich.console import Group
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from relcase.cli.say import say
from relcase.cli.terminal import WIDE, console
from relcase.compose.listing import NO_SPEAKER, left_out, near
from relcase.domain import amounts
from relcase.domain.answer import Answer
from relcase.domain.content import plain
from relcase.domain.fit import Fit
from relcase.domain.formatted import Formatted
from relcase.domain.inert import address, words
from relcase.domain.listed import Listed
from relcase.domain.vocabulary import Length, rated, spoken


def show_table(answer: Answer, say_as: Length | None) -> None:
    """Entries on the terminal, with a word on what is left out and how to paste them."""
    out = console()
    entries = answer.entries
    told = {one.id: _words(one, say_as, answer.fits.get(one.id)) for one in entries}
    if out.width >= WIDE:
        out.print(_table(entries, told))
    else:
        for entry in entries:
            out.print(_card(entry, told[entry.id]))
    if answer.otherwise:
        sources = Formatted({}, ())
        told_of = plain(left_out(answer.otherwise, sources))
        say(fill(told_of, out.width, break_on_hyphens=False))
    noun = "entry" if len(entries) == 1 else "entries"
    say(f"{len(entries)} {noun}. To paste with references: --copy or -f plain.")


def _table(entries: Sequence[Listed], told: Mapping[str, Text]) -> Table:
    table = Table(box=None, header_style="dim", padding=(0, 2, 1, 0), pad_edge=False)
    figures = any(entry.lead for entry in entries)
    certain = any(entry.certainty for entry in entries)
    if figures:
        table.add_column("Figure", justify="right", max_width=18, overflow="fold")
    table.add_column("What can be said", ratio=5, overflow="fold")
    if certain:
        table.add_column("Certainty", max_width=9)
    table.add_column("Source", ratio=2, overflow="fold")
    for entry in entries:
        cells = [_figure(entry, stacked=True)] if figures else []
        cells.append(told[entry.id])
        cells += [Text(_certainty(entry).replace(" ", "\n", 1))] if certain else []
        cells.append(_source(entry))
        table.add_row(*cells)
    return table


def _card(entry: Listed, told: Text) -> Padding:
    parts = [_figure(entry, stacked=False)] if entry.lead else []
    parts.append(told)
    if entry.certainty:
        rated_at_all = entry.certainty != "not_rated"
        parts.append(Text(_certainty(entry) + (" certainty" if rated_at_all else "")))
    parts.append(_source(entry))
    return Padding(Group(*parts), (0, 0, 1, 0))


def _figure(entry: Listed, *, stacked: bool) -> Text:
    """The number, large; its measure and interval under it, or after it."""
    if entry.lead is None:
        return Text("")
    text = Text(words(amounts.large(entry.lead)), style="bold")
    interval = amounts.interval(entry.lead)
    parts = [
        amounts.measure_name(entry.lead),
        interval.replace("CI ", "CI\n" if stacked else "CI "),
    ]
    for part in "\n".join(parts).split("\n"):
        if part:
            text.append(("\n" if stacked else "  ") + words(part), style="not bold dim")
    return text


def _words(entry: Listed, say_as: Length | None, fit: Fit | None) -> Text:
    if entry.kind == "quote":
        lines = [entry.marked(f"“{entry.body}”")]
        lines.append(f"— {entry.byline or NO_SPEAKER}")
    elif entry.kind == "definition" and entry.byline:
        lines = [entry.marked(entry.byline), entry.headline, entry.body]
    elif said := {"short": entry.short, "long": entry.long}.get(say_as or ""):
        lines = [entry.marked(said)]
    else:
        lines = [entry.marked(entry.headline)]
        lines += [entry.body] if entry.kind != "statistic" else []
    if entry.kind == "action" and entry.byline:
        lines.append(f"For: {entry.byline}.")
    text = Text(words(lines[0]), style="bold")
    for line in lines[1:]:
        text.append(f"\n{words(line)}", style="not bold")
    if entry.caveat and say_as != "short":
        text.append(f"\n{words(entry.caveat)}", style="not bold dim")
    if fit:
        text.append(f"\n{words(near(fit).strip())}", style="not bold dim")
    return text


def _source(entry: Listed) -> Text:
    text = Text(words(entry.author_date))
    text.stylize(Style(link=address(entry.url)))
    text.append(f"\n{words(entry.id)}", style="dim")
    if entry.store != "relcase":
        text.append(f"\nstore: {words(entry.store)}", style="dim")
    if entry.verified in ("secondary", "none"):
        text.append(f"\n{spoken(entry.verified)}", style="dim")
    return text


def _certainty(entry: Listed) -> str:
    return rated(entry.certainty) if entry.certainty else ""
