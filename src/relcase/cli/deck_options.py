"""Options of the commands that make decks: how one looks, and which file of yours it uses."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypedDict

import typer

from relcase.api import decks
from relcase.api.decks import Form, Look
from relcase.cli import complete
from relcase.cli.choices import choose
from relcase.cli.options import Theme
from relcase.domain.deck import SIZES, THEMES
from relcase.errors import AskedWrongly, BadValue

if TYPE_CHECKING:
    from relcase.render.powerpoint.deck import Foreign


class Given(TypedDict):
    """The user's own PowerPoint files, and where slides go in one."""

    template: "Foreign | None"
    into: "Foreign | None"
    after: int | None


class Shown(NamedTuple):
    """How a deck looks, and the PowerPoint file that it is filled or put into."""

    size: Annotated[
        str,
        typer.Option(
            "--size",
            metavar="SIZE",
            help="16:9 or 4:3.",
            autocompletion=complete.among(SIZES),
        ),
    ] = "16:9"
    theme: Theme = "light"
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="FILE",
            help="Your own PowerPoint file: its layouts, fonts and colours are used.",
        ),
    ] = None
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="FILE",
            help="Put the slides into this PowerPoint file, which stays as it is; "
            "they come without a cover.",
        ),
    ] = None
    after: Annotated[
        int | None,
        typer.Option(
            "--after",
            min=0,
            metavar="N",
            help="With --into: after this slide; 0 is before the first. [default: the last]",
            show_default=False,
        ),
    ] = None

    @property
    def files(self) -> Sequence[Path]:
        """The user's files that are read."""
        return [one for one in (self.template, self.into) if one is not None]

    def look(self, form: Form) -> Look:
        """The form, the size and the theme; what cannot be had together is refused.

        Raises ``BadValue`` for a size or theme that is not there, and ``AskedWrongly``.
        """
        size = next((one for one in SIZES if one == self.size), None)
        if size is None:
            raise BadValue("--size", self.size, f"it is one of {', '.join(SIZES)}")
        if form != "pptx" and self.files:
            raise AskedWrongly(
                "--template and --into are for PowerPoint: --out deck.pptx."
            )
        if self.template and self.into:
            raise AskedWrongly(
                "--template and --into do not go together: a deck has layouts of its own."
            )
        if self.after is not None and self.into is None:
            raise AskedWrongly(
                "--after needs --into, the deck that the slides go into."
            )
        return Look(form, size, choose("theme", self.theme, THEMES))

    def refuse(self) -> None:
        """Raises ``AskedWrongly`` if anything is asked of a deck where none is made."""
        if self != Shown():
            raise AskedWrongly(
                "--size, --theme, --template, --into and --after are for PowerPoint: "
                "--out deck.pptx."
            )

    def foreign(self) -> Given:
        """The user's files, read whole. Raises ``Unreadable``."""
        return {
            "template": decks.opened(self.template, "--template"),
            "into": decks.opened(self.into, "--into"),
            "after": self.after,
        }
