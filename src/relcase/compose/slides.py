"""Entries as slides: one assertion, one number, one caveat, the short source."""

from collections.abc import Sequence

from relcase.compose.listing import left_out, near, term
from relcase.domain import amounts
from relcase.domain.answer import Answer, Otherwise
from relcase.domain.content import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Quotation,
    Slide,
    Text,
    line,
)
from relcase.domain.formatted import Formatted
from relcase.domain.listed import Listed
from relcase.domain.vocabulary import Length, spoken

REFERENCES_A_SLIDE = 5
"""How many references are shown on one slide before another is begun."""


def compose(
    answer: Answer, sources: Formatted, *, references: bool, say: Length | None = None
) -> Document:
    """A slide for each entry, then slides of references.

    The notes of a slide name the findings to the contrary on its main outcome. ``say``
    is the length of the generated sentence that stands for the headline.
    """
    slides: list[Block] = []
    for entry in answer.entries:
        contrary = [one for one in answer.otherwise if entry.id in one.bears_on]
        made = slide(entry, sources, contrary, say)
        if told := near(answer.fits.get(entry.id)).strip():
            made = made._replace(notes=(*made.notes, Paragraph(line(told))))
        slides.append(made)
    if references:
        lines = [text for _, text in sources.references]
        for start in range(0, len(lines), REFERENCES_A_SLIDE):
            shown = tuple(
                Paragraph(one) for one in lines[start : start + REFERENCES_A_SLIDE]
            )
            slides.append(Slide((Heading(line("References"), 1), *shown)))
    return Document(tuple(slides))


def slide(
    entry: Listed,
    sources: Formatted,
    contrary: Sequence[Otherwise] = (),
    say: Length | None = None,
) -> Slide:
    """What is shown of one entry, and what its speaker can say when asked."""
    found, rest = entry.said(say) or (entry.headline, "")
    blocks: list[Block] = [Heading(line(entry.marked(found)), 1)]
    if rest:
        blocks.append(Paragraph(line(rest)))
    if entry.lead:
        blocks.append(Paragraph(line(Text(amounts.named(entry.lead), "b"))))
        around = amounts.interval(entry.lead)
        blocks.append(
            Paragraph(line(entry.lead.label, f" ({around})" if around else ""))
        )
    elif entry.kind == "quote":
        blocks.append(
            Quotation(
                line(f"“{entry.body}”"), line(entry.byline or "Speaker not named")
            )
        )
    elif entry.kind != "statistic":
        blocks.append(Paragraph(line(_term(entry), entry.body)))
    if entry.caveat:
        blocks.append(Paragraph(line(Text(entry.caveat, "i"))))
    if entry.certainty:
        blocks.append(Paragraph(line(f"Certainty: {spoken(entry.certainty)}")))
    blocks.append(Paragraph(line("Source: ", Text(entry.author_date, "", entry.url))))
    return Slide(tuple(blocks), _notes(entry, sources, contrary))


def _term(entry: Listed) -> Line:
    return line(Text(term(entry), "b"), " ") if term(entry) else ()


def _notes(
    entry: Listed, sources: Formatted, contrary: Sequence[Otherwise]
) -> tuple[Block, ...]:
    cited = sources.citations.get(entry.source)
    full = next((text for key, text in sources.references if key == entry.source), ())
    rows: list[Line] = [line(entry.long or entry.body)]
    if entry.lead:
        rows.append(line(f"Figure: {amounts.worded(entry.lead)}; {entry.lead.label}."))
    if contrary:
        rows.append(left_out(contrary, sources, "Ask also for"))
    rows.append(line(f"Checked: {spoken(entry.verified)}."))
    rows.append(
        line("Source: ", full or (cited.parenthetical if cited else entry.author_date))
    )
    rows.append(line(f"Entry: {entry.id}"))
    return tuple(Paragraph(row) for row in rows)
