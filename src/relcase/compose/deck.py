"""Entries as slides: one assertion, one number, one caveat, the short source.

What a speaker may be asked stands in the notes of the slide: the exact words, the full
reference, what was found otherwise, the answers to a sceptic's questions, and a line by
which it can be told later whether the record has changed.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from relcase import __version__
from relcase.compose import challenge
from relcase.compose.listing import (
    NO_SPEAKER,
    REFERENCES,
    keys_of,
    listed_in_words,
    near,
    term,
)
from relcase.compose.material import Material
from relcase.domain import amounts, large_number
from relcase.domain.alone import plain_label
from relcase.domain.answer import Otherwise
from relcase.domain.content import (
    Block,
    Line,
    Paragraph,
    Quotation,
    Text,
    ended,
    line,
    plain,
)
from relcase.domain.deck import (
    Cover,
    Deck,
    Number,
    Points,
    Section,
    Slide,
    Statement,
)
from relcase.domain.evidence import Statistic
from relcase.domain.fingerprint import Stamp, fingerprint
from relcase.domain.formatted import Formatted
from relcase.domain.listed import Listed
from relcase.domain.marker import REFERENCES as LISTED
from relcase.domain.marker import Marker
from relcase.domain.record import Record
from relcase.domain.vocabulary import AGAINST, PLURALS, Kind, Length, spoken


class Part(NamedTuple):
    """A sector as a part of a deck."""

    id: str
    name: str
    description: str


def compose(
    material: Material,
    parts: Sequence[Part] = (),
    *,
    title: str,
    covered: bool = True,
    references: bool = True,
    say: Length | None = None,
    lang: str = "en-GB",
    marker: Marker | None = None,
) -> Deck:
    """A whole deck: a cover if it is ``covered``, the entries by sector, the references.

    ``parts`` are the sectors in their order; an entry stands in the first that it
    belongs to. Entries that were asked for by id keep the order of the ids, and one
    sector alone needs no division. A ``marker`` that names a style marks each place.
    """
    made = [cover(material, title)] if covered else []
    division = list(grouped(material, parts))
    for part, entries in division:
        if len(division) > 1 and part is not None:
            made.append(_section(part, entries))
        chosen = material._replace(answer=material.answer._replace(entries=entries))
        made += statements(chosen, say, marker)
    if references:
        keys = keys_of(material.answer.entries)
        made += reference_slides(material.sources, keys, marker)
    return Deck(title, tuple(made), lang)


def cover(material: Material, title: str) -> Slide:
    """The first slide: the title, what the deck holds, which store it is from."""
    entries = material.answer.entries
    each = "each " if len(entries) > 1 else ""
    return Cover(
        title,
        (
            line(f"{counted(entries)}, {each}with its source."),
            line(f"From the relcase evidence store, version {__version__}."),
        ),
    )


def statements(
    material: Material, say: Length | None = None, marker: Marker | None = None
) -> list[Slide]:
    """A slide for each entry. ``say`` is the length of the generated sentence that stands
    for the headline."""
    return [
        statement(entry, material, say)._replace(marker=_of(entry, say, marker))
        for entry in material.answer.entries
    ]


def _of(entry: Listed, say: Length | None, marker: Marker | None) -> Marker | None:
    return marker and marker._replace(what=entry.kind, ids=(entry.id,), say=say)


def reference_slides(
    sources: Formatted,
    keys: Collection[str] | None = None,
    marker: Marker | None = None,
) -> list[Slide]:
    """The reference list, which a renderer splits; nothing without sources.

    ``keys`` are the sources that slides name; those of the notes alone are left out.
    """
    lines = tuple(
        text for key, text in sources.references if keys is None or key in keys
    )
    listed = marker and marker._replace(what=LISTED)
    made = Points(REFERENCES, lines, is_references=True, marker=listed)
    return [made] if lines else []


def statement(
    entry: Listed, material: Material, say: Length | None = None
) -> Statement:
    """What is shown of one entry, and what its speaker can say when asked."""
    record = material.records[entry.id]
    found, rest = entry.said(say) or (entry.headline, "")
    words = (line(rest),) if rest else ()
    return Statement(
        title=entry.marked(found),
        number=_number(record),
        words=words or _words(entry),
        quotation=_quotation(entry),
        caveat=entry.caveat or "",
        certainty=entry.certainty,
        source=_source(entry),
        visual=material.visuals.get(entry.id),
        notes=tuple(_notes(entry, record, material)),
    )


def _words(entry: Listed) -> tuple[Line, ...]:
    """What an entry says: of a statistic its claim, where no number says it."""
    if entry.kind == "statistic":
        return () if entry.lead else (line(entry.body),)
    if entry.kind == "quote":
        return ()
    defined = term(entry)
    told = line(Text(defined, "b"), " ", entry.body) if defined else line(entry.body)
    if entry.kind == "action" and entry.byline:
        return (told, line(f"For: {entry.byline}."))
    if entry.kind == "barrier" and entry.byline:
        return (told, line(f"What answers it: {entry.byline}"))
    return (told,)


def _quotation(entry: Listed) -> Quotation | None:
    if entry.kind != "quote":
        return None
    by = entry.byline or NO_SPEAKER
    return Quotation(line(f"“{entry.body}”"), line(by))


def _source(entry: Listed) -> Line:
    """``Source: Aster, 2015. doi.org/…``, a link to the source itself."""
    url = f"https://doi.org/{entry.doi}" if entry.doi else entry.url
    if not url:
        return line(f"Source: {entry.author_date}")
    shown = url if entry.doi else ""
    if not shown:
        return line("Source: ", Text(entry.author_date, "", url))
    named = plain(ended(f"Source: {entry.author_date}"))
    return line(f"{named} ", Text(shown, "", url))


def _number(record: Record) -> Number | None:
    if not isinstance(record.entry, Statistic):
        return None
    return large_number.of_statistic(record.entry)


def _notes(entry: Listed, record: Record, material: Material) -> Iterator[Block]:
    sources, answer = material.sources, material.answer
    yield Paragraph(line(entry.long or entry.body))
    if entry.lead:
        what = f"{amounts.worded(entry.lead)}; {plain_label(entry.lead)}"
        yield Paragraph(line(f"Figure: {what}."))
    if fits := near(answer.fits.get(entry.id)).strip():
        yield Paragraph(line(fits))
    contrary = [one for one in answer.otherwise if entry.id in one.bears_on]
    yield from _challenged(record, sources, contrary)
    full = next((text for key, text in sources.references if key == entry.source), ())
    yield Paragraph(line("Source: ", full or entry.author_date))
    yield Paragraph(line(f"Checked: {spoken(entry.verified)}."))
    yield Paragraph(line(stamp(record).line()))


def _challenged(
    record: Record, sources: Formatted, contrary: Sequence[Otherwise]
) -> Iterator[Block]:
    """A sceptic's questions with their answers.

    Where nothing is known to speak against a statistic, the question is left out: a
    listing may have been told not to look for it.
    """
    asked = challenge.answers(record, sources, contrary)
    linked = any(one.relation == "contrary" for one in record.entry.see_also)
    for question, told in asked.items():
        if question == challenge.AGAINST and not (contrary or linked):
            continue
        spoken_of = [line(" ", one) for one in told]
        yield Paragraph(line(Text(question, "b"), *spoken_of))


def stamp(record: Record) -> Stamp:
    """Which record a slide was made from, and what it said then."""
    return Stamp(record.entry.id, __version__, fingerprint(record.entry))


def grouped(
    material: Material, parts: Sequence[Part]
) -> Iterator[tuple[Part | None, list[Listed]]]:
    """Entries by the first of the parts that each belongs to, in the order of the parts."""
    entries = list(material.answer.entries)
    if material.answer.query.ids:
        yield None, entries
        return
    for part in parts:
        belong = [
            one for one in entries if part.id in material.records[one.id].entry.sectors
        ]
        entries = [one for one in entries if one not in belong]
        if belong:
            yield part, belong
    if entries:
        yield None, entries


def _section(part: Part, entries: Sequence[Listed]) -> Slide:
    otherwise = sum(one.stance in AGAINST for one in entries)
    told = f"{counted(entries)}."
    if otherwise:
        told += (
            f" {otherwise} of them found no clear difference, or the contrary."
            if otherwise > 1
            else " One of them found no clear difference, or the contrary."
        )
    return Section(part.name, (line(part.description), line(told)))


def counted(entries: Sequence[Listed]) -> str:
    """What there is of each kind: ``12 statistics and 3 stories``."""
    counts: dict[Kind, int] = {}
    for one in entries:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    named = [
        f"{count} {kind if count == 1 else PLURALS[kind]}"
        for kind, count in counts.items()
    ]
    return plain(listed_in_words([line(one) for one in named])) or "Nothing"
