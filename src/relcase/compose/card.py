"""All that is known of an entry, on one card: what to say, how sure, who says it wrongly."""

from collections.abc import Iterator, Mapping

from relcase.compose import certainty, numbers
from relcase.compose.listing import NO_SPEAKER, with_citation
from relcase.domain import amounts
from relcase.domain.casing import capital
from relcase.domain.content import (
    Block,
    Document,
    Heading,
    Items,
    Line,
    Paragraph,
    Quotation,
    Table,
    Text,
    ended,
    line,
)
from relcase.domain.evidence import Barrier, Entry, Figure, Said, Statistic
from relcase.domain.formatted import Formatted
from relcase.domain.record import Record
from relcase.domain.vocabulary import spoken


def compose(record: Record, sources: Formatted, answers: Mapping[str, str]) -> Document:
    """The card of one entry. ``answers`` gives headlines of entries it names by id."""
    return Document(tuple(_blocks(record, sources, answers)))


def keys_of(entry: Entry) -> tuple[str, ...]:
    """Every source the card speaks of, its own first."""
    keys = [entry.source.key]
    if isinstance(entry, Statistic):
        keys += [said.source for said in entry.said if said.source]
    keys += [other.key for other in entry.see_also]
    return tuple(dict.fromkeys(keys))


def _blocks(
    record: Record, sources: Formatted, answers: Mapping[str, str]
) -> Iterator[Block]:
    entry = record.entry
    yield Heading(line(entry.headline), 1)
    if entry.status != "active":
        yield Paragraph(line(Text(f"This entry is {entry.status}.", "b")))
    if isinstance(entry, Statistic):
        yield from _statistic(entry, record, sources)
    else:
        yield from _general(entry, answers)
    if entry.caveats:
        yield Heading(line("Caveats"), 2)
        yield Items(tuple(line(caveat) for caveat in entry.caveats))
    if entry.acknowledged:
        yield Heading(line("Known exceptions"), 2)
        yield Items(
            tuple(
                line(reason, Text(f" [{rule}]", "q"))
                for rule, reason in entry.acknowledged.items()
            )
        )
    if isinstance(entry, Statistic):
        yield from _wrongly(entry, sources)
    yield from _source(entry, sources)
    yield from _related(entry, sources)
    yield Paragraph(
        line(
            Text(f"{entry.kind} {entry.id} · sectors: {', '.join(entry.sectors)}", "q"),
            Text(f" · store: {record.store}", "q"),
            Text(f" · review by {entry.review_by}" if entry.review_by else "", "q"),
        )
    )


def _statistic(entry: Statistic, record: Record, sources: Formatted) -> Iterator[Block]:
    if entry.lead:
        around = amounts.interval(entry.lead)
        shown = [
            Text(amounts.named(entry.lead), "b"),
            Text(f"  {around}" if around else ""),
        ]
        yield Paragraph(line(*shown))
        yield Paragraph(ended(capital(entry.lead.label)))
    cited = sources.citations.get(entry.source.key)
    yield Paragraph(with_citation(entry.claim, cited))
    if entry.text:
        yield Paragraph(line(entry.text))
    if record.sentences:
        yield Heading(line("What can be said"), 2)
        yield Items(tuple(line(said) for said in record.sentences))
    yield from numbers.blocks(entry, record.rating.word if record.rating else None)
    if record.rating:
        yield from certainty.blocks(record.rating)
    if record.fit:
        yield Heading(line(f"Fit to your case: {record.fit.word}"), 2)
        yield Items(tuple(line(reason) for reason in record.fit.reasons))
    yield Heading(line("Who was studied, and how"), 2)
    yield Items(
        tuple(
            line(Text(f"{name}: ", "b"), said) for name, said in _facts(entry) if said
        )
    )
    if entry.figures:
        yield Heading(line("All figures, as the source prints them"), 2)
        yield Table(
            ("Figure", "What it measures", "Compared with"),
            tuple(_figure_row(figure) for figure in entry.figures),
        )
    if entry.no_figure:
        yield Paragraph(line(f"No figure: {entry.no_figure}"))


def _facts(entry: Statistic) -> Iterator[tuple[str, str | None]]:
    place = ", ".join(part for part in (entry.place, *country_names(entry)) if part)
    yield "People", entry.population
    yield "Place", place or "several countries, or not stated"
    yield "Data from", spoken(entry.period)
    yield "Followed for", spoken(entry.follow_up)
    yield "Sample", _sample(entry)
    yield "What differed", entry.exposure
    yield "Compared with", _comparator(entry)
    yield "Design", capital(spoken(entry.design)) + _note(entry.design_note)
    yield "Adjusted for", ", ".join(entry.adjusted_for)
    yield "How much studies differ", entry.heterogeneity
    yield "Risk of bias", spoken(entry.risk_of_bias) if entry.risk_of_bias else None
    yield (
        "Publication bias",
        spoken(entry.publication_bias) if entry.publication_bias else None,
    )
    yield "Claim", f"{entry.claim_type}; {spoken(entry.stance)}; use as {entry.use}"


def country_names(entry: Statistic) -> Iterator[str]:
    """The countries of the data that the place does not name already."""
    import pycountry

    for code in entry.countries:
        known = pycountry.countries.get(alpha_2=code)
        name = str(known.name) if known else code
        if name not in (entry.place or ""):
            yield name


def _sample(entry: Statistic) -> str:
    if entry.sample is None:
        return "not reported"
    parts = []
    if entry.sample.participants is not None:
        parts.append(f"{entry.sample.participants:,} people")
    if entry.sample.studies is not None:
        noun = "study" if entry.sample.studies == 1 else "studies"
        parts.append(f"{entry.sample.studies:,} {noun}")
    if entry.sample.studies_positive is not None:
        parts.append(f"{entry.sample.studies_positive:,} of them pointing this way")
    return ", ".join(parts) or "not reported"


def _comparator(entry: Statistic) -> str:
    where = entry.comparator.geography
    known = (
        where not in ("not_applicable", "not_reported")
        and where not in entry.comparator.text
    )
    return entry.comparator.text + (f" ({where})" if known else "")


def _figure_row(figure: Figure) -> tuple[Line, Line, Line]:
    around = amounts.interval(figure)
    p = f", P {'= ' if figure.p[0].isdigit() else ''}{figure.p}" if figure.p else ""
    value = amounts.shown(figure) + (f" ({around})" if around else "") + p
    label = figure.label + (" (for context)" if figure.role == "context" else "")
    if of := amounts.denominator(figure):
        label += f"; of {of}"
    if figure.price_year:
        label += f"; {_prices(figure.price_year)}"
    if figure.derived:
        label += f"; our arithmetic: {figure.derived}"
    if figure.note:
        label += f"; {figure.note}"
    against = figure.reference_group or ""
    if figure.reference_value:
        against += f": {amounts.number(figure.reference_value, figure.measure)}"
    return line(value), line(label), line(against)


def _prices(year: str) -> str:
    known = year != "not_reported"
    return f"prices of {year}" if known else "year of the prices not reported"


def _general(entry: Entry, answers: Mapping[str, str]) -> Iterator[Block]:
    text = str(getattr(entry, "text", ""))
    if entry.kind == "quote":
        who = [
            getattr(entry, "speaker", None) or NO_SPEAKER,
            getattr(entry, "role", None),
        ]
        yield Quotation(
            line(f"“{text}”"), line(", ".join(part for part in who if part))
        )
        return
    yield Paragraph(line(text))
    for name in ("term", "organisation", "place"):
        if value := getattr(entry, name, None):
            yield Paragraph(line(Text(f"{name.capitalize()}: ", "b"), value))
    for name in ("people", "who"):
        if values := getattr(entry, name, ()):
            yield Paragraph(
                line(Text(f"{name.capitalize()}: ", "b"), ", ".join(values))
            )
    if isinstance(entry, Barrier) and entry.answers:
        yield Heading(line("What answers it"), 2)
        yield Items(
            tuple(
                line(answers.get(one, one), Text(f" ({one})", "q"))
                for one in entry.answers
            )
        )


def _wrongly(entry: Statistic, sources: Formatted) -> Iterator[Block]:
    if entry.said:
        yield Heading(line("Said wrongly, and what to say instead"), 2)
    for said in entry.said:
        yield Quotation(line(f"“{said.words}”"), _who_says(said, sources))
        yield Items(
            tuple(
                line(one.message, Text(f" [{one.rule}]", "q")) for one in said.problems
            )
        )
        yield Paragraph(line(Text("Say: ", "b"), said.better))
    if entry.do_not_say:
        yield Heading(line("Do not say"), 2)
        yield Items(tuple(line(phrase) for phrase in entry.do_not_say))


def _who_says(said: Said, sources: Formatted) -> Line:
    if said.source is None:
        return line("commonly said")
    cited = sources.citations.get(said.source)
    return cited.narrative if cited else line(said.source)


def _source(entry: Entry, sources: Formatted) -> Iterator[Block]:
    yield Heading(line("Source"), 2)
    full = next(
        (text for key, text in sources.references if key == entry.source.key), ()
    )
    where = f" At: {entry.source.locator}." if entry.source.locator else ""
    yield Paragraph(line(full or entry.source.key, where))
    if entry.source.quote:
        yield Quotation(line(f"“{entry.source.quote}”"))
    checked = entry.verification
    shown: list[str | Text] = [
        Text("How far it was checked: ", "b"),
        spoken(checked.level),
    ]
    shown.append(f", {checked.on}. {checked.note or ''}".rstrip())
    if checked.url:
        shown += [" ", Text(checked.url, "", checked.url)]
    yield Paragraph(line(*shown))


def _related(entry: Entry, sources: Formatted) -> Iterator[Block]:
    if not entry.see_also:
        return
    yield Heading(line("See also"), 2)
    full = dict(sources.references)
    rows = []
    for other in entry.see_also:
        note = f" {capital(other.note)}" if other.note else ""
        rows.append(
            line(
                Text(f"{capital(other.relation)}: ", "b"),
                full.get(other.key, line(other.key)),
                note,
            )
        )
    yield Items(tuple(rows))


def _note(text: str | None) -> str:
    return f" ({text})" if text else ""
