"""Citation styles, and an example of each."""

import re

from _parts.markdown import table
from _parts.store import library
from relcase import api
from relcase.api.telling import written
from relcase.citations import styles as catalogue
from relcase.domain.content import Document, Footnote, Line, Paragraph

EXAMPLE_SOURCE = "holtlunstad2010"


def styles() -> str:
    """Common styles: what to type, the title, a citation and a reference."""
    parts = []
    for name in catalogue.USUAL:
        style = api.resolve_style(name, None)
        made = library().references([EXAMPLE_SOURCE], name, "en-GB")
        cited = _in_text(made.citations[EXAMPLE_SOURCE].parenthetical)
        reference = _markdown(made.references[0][1])
        own = "" if style.id == name else f" (`{style.id}`)"
        parts.append(
            f"## {name}\n\n{style.title}{own}; {_KINDS[style.kind]}\n\n"
            f"> {cited}\n>\n> {reference}\n"
        )
    return "\n".join(parts)


_KINDS = {
    "author-date": "author and year in the text.",
    "author": "author in the text.",
    "numeric": "numbers in the text.",
    "note": "footnotes.",
    "label": "labels in the text.",
}


def _in_text(cited: Line) -> str:
    for part in cited:
        if isinstance(part, Footnote):
            return f"In the footnote: {_markdown(part.content)}"
    return f"In the text: {_markdown(cited)}"


def _markdown(content: Line) -> str:
    text = written(Document((Paragraph(content),)), "markdown").strip()
    return re.sub(r"\^(\d+)\^", r"<sup>\1</sup>", text)


def aliases() -> str:
    """Short names for styles, and what they stand for."""
    found = ((name, api.resolve_style(name, None).id) for name in catalogue.ALIASES)
    return table(
        ("you may type", "for"),
        ((f"`{name}`", f"`{stands}`") for name, stands in found if name != stands),
    )
