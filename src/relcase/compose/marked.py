"""What is written at the marked places of a report."""

from collections.abc import Collection

from relcase.compose import listing
from relcase.domain.answer import Answer
from relcase.domain.content import (
    Document,
    Footnote,
    Line,
    Paragraph,
    References,
    line,
)
from relcase.domain.formatted import Formatted
from relcase.domain.marker import CONTRARY, Marker


def references(
    sources: Formatted, shown: Collection[str], start: int = 0, end: int | None = None
) -> Document:
    """The list of the sources that a report shows, from a row to a row."""
    listed = [text for key, text in sources.references if key in shown]
    return Document((References(tuple(listed[start:end])),))


def document(
    marker: Marker, answer: Answer, sources: Formatted, *, inline: bool
) -> Document:
    """The content that a marker asks for; empty where there is nothing to say.

    A marker that names a format has an item of a list, as in a listing; one that an
    author wrote by hand has a paragraph.

    ``answer`` is that of the marker's entries, and ``inline`` says that it stands
    within a line of text.
    """
    if marker.what == CONTRARY:
        if not answer.otherwise:
            return Document(())
        return Document((Paragraph(listing.left_out(answer.otherwise, sources)),))
    entry = answer.entries[0]
    alone = marker.shape is None and entry.kind != "quote"
    if inline or alone:
        return Document((Paragraph(sentence(marker, answer, sources)),))
    listed = answer._replace(otherwise=())
    return listing.compose(listed, sources, references=False, say=marker.say)


def sentence(marker: Marker, answer: Answer, sources: Formatted) -> Line:
    """An entry as words within a paragraph."""
    entry = answer.entries[0]
    cited = sources.citations.get(entry.source)
    if entry.kind == "quote":
        made = listing.quotation(entry, cited)
        return line(made.content, " – ", made.attribution)
    return listing.told(entry, cited, marker.say)


def needs_contrary(marker: Marker) -> bool:
    """Whether findings to the contrary are part of what a marker asks for."""
    return marker.what == CONTRARY or marker.shape == "slide" or bool(marker.parts)


def has_notes(sources: Formatted) -> bool:
    """Whether the style cites by footnotes, which a marked place cannot keep apart."""
    cited = (one.parenthetical for one in sources.citations.values())
    return any(isinstance(part, Footnote) for content in cited for part in content)


NO_NOTES = (
    "a style with footnotes cannot be kept at a marked place; "
    "name an author-date or numeric style"
)
