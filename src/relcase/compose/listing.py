"""Entries as lines to paste: the words, who is cited, the first caveat."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relcase.domain.answer import NAMED, NOT_IN_LIST, Answer, Otherwise
from relcase.domain.content import (
    STOPS,
    Block,
    Document,
    Footnote,
    Heading,
    Items,
    Key,
    Line,
    Paragraph,
    Quotation,
    References,
    Text,
    ended,
    line,
)
from relcase.domain.formatted import Cited, Formatted
from relcase.domain.listed import Listed
from relcase.domain.vocabulary import Length, spoken

REFERENCES = "References"
NO_SPEAKER = "Speaker not named"
if TYPE_CHECKING:
    from relcase.domain.fit import Fit


def compose(
    answer: Answer, sources: Formatted, *, references: bool, say: Length | None = None
) -> Document:
    """A list of entries with their citations, and the reference list under it.

    ``say`` is the length of the generated sentences, which stand for headline and claim
    where there are any.
    """
    blocks: list[Block] = []
    items: list[Line] = []
    for entry in answer.entries:
        cited = cited_here(entry, sources)
        if entry.kind == "quote":
            _close(items, blocks)
            blocks.append(quotation(entry, cited))
        else:
            near_by = near(answer.fits.get(entry.id))
            items.append(line(told(entry, cited, say), near_by))
    _close(items, blocks)
    if answer.otherwise:
        blocks.append(Paragraph(left_out(answer.otherwise, sources)))
    if references and answer.entries:
        blocks += bibliography(sources)
    return Document(tuple(blocks))


def bibliography(sources: Formatted) -> list[Block]:
    """The reference list under its heading."""
    listed = tuple(text for _, text in sources.references)
    return [Heading(line(REFERENCES), 2), References(listed, sources.left_open)]


def cited_here(entry: Listed, sources: Formatted) -> Cited | None:
    """The citation of an entry's source; a key tells the place in it as well."""
    cited = sources.citations.get(entry.source)
    place = entry.locator or ""
    if cited is None or not place.casefold().startswith(_PLACES):
        return cited
    return cited._replace(
        parenthetical=tuple(
            part._replace(place=place) if isinstance(part, Key) else part
            for part in cited.parenthetical
        )
    )


_PLACES = (*"0123456789", "p.", "pp.", "table", "figure", "chapter", "section", "para")
"""How a locator begins that a citation can name, unlike ``abstract`` or ``main points``."""


def told(entry: Listed, cited: Cited | None, say: Length | None) -> Line:
    """One entry in a paragraph: the generated sentence of this length, else its own words."""
    return _said(entry, cited, say) or sentence(entry, cited)


def sentence(entry: Listed, cited: Cited | None) -> Line:
    """One entry in a paragraph: headline, exact words with their citation, caveat."""
    parts: list[str | Text | Line] = [headed(entry, cited)]
    if entry.kind == "action" and entry.byline:
        parts.append(f" For: {entry.byline}.")
    if entry.kind == "barrier" and entry.byline:
        parts.append(f" What answers it: {entry.byline}")
    if entry.caveat:
        parts += [" ", Text(entry.caveat, "i")]
    if entry.certainty:
        parts.append(f" Certainty: {spoken(entry.certainty)}.")
    return line(*parts)


def headed(entry: Listed, cited: Cited | None) -> Line:
    """Headline or term in bold, and the exact words with their citation."""
    defined = term(entry)
    body = f"{entry.headline} {entry.body}" if defined else entry.body
    bold = Text(entry.marked(defined or entry.headline), "b")
    return line(bold, " ", with_citation(body, cited))


def _said(entry: Listed, cited: Cited | None, say: Length | None) -> Line:
    """The generated sentence with its citation after what was found; long with caveat."""
    words = entry.said(say)
    if words is None:
        return ()
    found, rest = words
    parts = [with_citation(entry.marked(found), cited)]
    if rest:
        parts.append(line(f" {rest}"))
    if say == "long" and entry.caveat:
        parts.append(line(" ", Text(entry.caveat, "i")))
    return line(*parts)


def near(fit: "Fit | None") -> str:
    """How near an entry is to the case that was described, as a sentence that follows."""
    if fit is None:
        return ""
    return f" Fit to your case: {fit.word}. {' '.join(fit.reasons)}"


def left_out(
    otherwise: Sequence[Otherwise], sources: Formatted, what: str = NOT_IN_LIST
) -> Line:
    """One sentence that names what a selection leaves out."""
    groups = []
    for recorded, about in ((True, _CONTRARY), (False, _RELATED)):
        found = [one for one in otherwise if one.recorded is recorded]
        named = [line(_named(one, sources), _on(one)) for one in found]
        if not recorded and len(named) > NAMED:
            named[NAMED:] = [line("others")]
        if named:
            groups.append(line(about, listed_in_words(named)))
    first, *second = groups
    return ended(f"{what}: ", first, *(line("; ", one) for one in second))


_CONTRARY = "recorded as finding otherwise, "
_RELATED = "no clear difference or the contrary on the same kind of outcome, "


def _named(one: Otherwise, sources: Formatted) -> Line:
    cited = sources.citations.get(one.source)
    return cited.narrative if cited else line(one.author_date)


def _on(one: Otherwise) -> str:
    return f" on {one.about}" if one.about else ""


def term(entry: Listed) -> str:
    """The term that a definition defines, as the beginning of a paragraph."""
    if entry.kind != "definition" or not entry.byline:
        return ""
    from relcase.domain.casing import capital  # definitions alone need it

    return f"{capital(entry.byline)}."


def quotation(entry: Listed, cited: Cited | None) -> Quotation:
    """Somebody's words in quotation marks, and under them whose they are."""
    who = entry.byline or NO_SPEAKER
    source = cited.parenthetical if cited else line(f"({entry.author_date})")
    apart = "" if _is_mark(source) else " "
    said = line(entry.marked(f"“{entry.body}”"))
    return Quotation(said, line(f"{who}{apart}", source))


def with_citation(words: str, cited: Cited | None) -> Line:
    """A sentence with its citation before the full stop, or a note after it."""
    if cited is None or not cited.parenthetical:
        return line(words)
    source = cited.parenthetical
    if _is_mark(source):
        return line(words, source)
    body, stop = (words[:-1], words[-1]) if words.endswith(STOPS) else (words, "")
    return line(f"{body} ", source, stop)


def _is_mark(source: Line) -> bool:
    """Whether a citation is a note or a raised number, which hugs the word before it."""
    first = source[0] if source else None
    raised = isinstance(first, Text) and "^" in first.style
    return raised or isinstance(first, Footnote)


def _close(items: list[Line], blocks: list[Block]) -> None:
    if items:
        blocks.append(Items(tuple(items)))
        items.clear()


def keys_of(entries: Sequence[Listed]) -> tuple[str, ...]:
    """The sources of a selection, each once, in order of first use."""
    return tuple(dict.fromkeys(entry.source for entry in entries))


def listed_in_words(parts: Sequence[Line]) -> Line:
    """Several lines as one: ``A, B and C``."""
    out: list[str | Line] = []
    for number, part in enumerate(parts):
        if number:
            out.append(" and " if number == len(parts) - 1 else ", ")
        out.append(part)
    return line(*out)
