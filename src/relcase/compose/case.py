"""A plan and the entries it names as a document: to be read by whoever decides.

Each section has its owner's words first and then its entries, told as their kind is
told. The evidence says how sure it is as a whole, what is not known names what was left
out, and the annex answers the questions that this audience puts.
"""

from collections import Counter
from collections.abc import Iterator

from relcase.compose import challenge
from relcase.compose.listing import (
    bibliography,
    headed,
    left_out,
    listed_in_words,
    quotation,
    sentence,
    with_citation,
)
from relcase.compose.material import Material
from relcase.domain import own_text
from relcase.domain.answer import NOT_IN_CASE
from relcase.domain.audience import NEEDS
from relcase.domain.certainty.rating import LEVELS
from relcase.domain.content import (
    Block,
    Document,
    Heading,
    Image,
    Items,
    Line,
    Paragraph,
    Text,
    line,
)
from relcase.domain.listed import Listed
from relcase.domain.plan import Plan, Section
from relcase.domain.record import Record
from relcase.domain.vocabulary import VERIFIED, spoken


def compose(plan: Plan, material: Material) -> Document:
    """The whole case: what is asked, section by section why, references, annex."""
    writer = _Writer(plan, material)
    blocks: list[Block] = [Paragraph(line(Text(whose(plan, material), "i")))]
    for section in plan.sections:
        blocks.append(Heading(line(section.title), 2))
        blocks += writer.section(section)
    if material.sources.references:
        blocks += bibliography(material.sources)
    blocks += writer.annex()
    return Document(tuple(blocks), plan.title)


def whose(plan: Plan, material: Material) -> str:
    """For whom the case is made, and about what."""
    about = ", ".join(part for part in (material.sector, plan.place) if part)
    return f"For {NEEDS[plan.audience].noun}." + (f" {about}." if about else "")


class _Writer:
    """Writes the sections of one plan."""

    def __init__(self, plan: Plan, material: Material) -> None:
        self.plan, self.material = plan, material
        self.listed = material.answer.by_id
        self.needs = NEEDS[plan.audience]

    def section(self, section: Section) -> Iterator[Block]:
        """One section: the ask in bold, its owner's words, its entries, what follows."""
        if section.part == "ask":
            yield Paragraph(line(Text(self.plan.ask, "b")))
        yield from own_text.blocks(section.text)
        yield from self.entries(section)
        if section.part == "evidence":
            yield from self.how_sure()
        if section.part == "unknowns":
            yield from self.how_read()
            yield from self.left_out()

    def entries(self, section: Section) -> Iterator[Block]:
        """The entries of a section, each as its kind is told; actions as a list."""
        actions: list[Line] = []
        for name in section.entries:
            entry = self.listed[name]
            cited = self.material.sources.citations.get(entry.source)
            if entry.kind == "action":
                actions.append(sentence(entry, cited))
                continue
            if actions:
                yield Items(tuple(actions))
                actions = []
            if entry.kind == "quote":
                yield quotation(entry, cited)
            elif entry.kind == "statistic":
                yield from self.statistic(entry)
            else:
                yield Paragraph(self.told(entry))
        if actions:
            yield Items(tuple(actions))

    def statistic(self, entry: Listed) -> Iterator[Block]:
        """What was found and how sure it is.

        A short case has the headline, the short sentence and the first caveat in one
        paragraph; a long one has the headline over the sentence with people, place and
        interval, and the caveat under it.
        """
        cited = self.material.sources.citations.get(entry.source)
        found, rest = entry.said(self.plan.length) or (entry.body, "")
        parts: list[str | Text | Line] = [with_citation(found, cited)]
        if rest:
            parts.append(f" {rest}")
        if entry.certainty and "certainty" not in rest.casefold():
            parts.append(f" Certainty: {spoken(entry.certainty)}.")
        headline = entry.marked(entry.headline)
        if self.plan.length == "short":
            if entry.caveat:
                parts += [" ", Text(entry.caveat, "i")]
            yield Paragraph(_run_in(headline, line(*parts)))
            return
        yield Heading(line(headline), 3)
        yield Paragraph(line(*parts))
        if entry.caveat:
            yield Paragraph(line(Text(entry.caveat, "i")))
        picture = self.material.visuals.get(entry.id)
        if isinstance(picture, Image):
            yield picture

    def told(self, entry: Listed) -> Line:
        """A story, a definition or a barrier, with its source and its caveat."""
        told = headed(entry, self.material.sources.citations.get(entry.source))
        if entry.caveat:
            return line(told, " ", Text(entry.caveat, "i"))
        return told

    def left_out(self) -> Iterator[Block]:
        """What was found otherwise and the plan does not name."""
        otherwise = self.material.answer.otherwise
        if otherwise:
            told = left_out(otherwise, self.material.sources, NOT_IN_CASE)
            yield Paragraph(told)

    def how_sure(self) -> Iterator[Block]:
        """How many of the statistics have which certainty, in a sentence."""
        held = [one for one in self.statistics() if one.certainty in LEVELS]
        counts = Counter(one.certainty for one in held)
        found = [
            line(f"{counts[level]} {spoken(level)}")
            for level in reversed(LEVELS)
            if counts[level]
        ]
        if found:
            told = line(_CERTAINTY, listed_in_words(found), f". {_RATED}")
            yield Paragraph(told)

    def how_read(self) -> Iterator[Block]:
        """How far the sources of the statistics were read, in a sentence."""
        counts = Counter(one.verified for one in self.statistics())
        found = [
            line(f"{spoken(level)} for {counts[level]}")
            for level in VERIFIED
            if counts[level]
        ]
        if found:
            yield Paragraph(line(_READ, listed_in_words(found), "."))

    def statistics(self) -> list[Listed]:
        """The statistics of the whole case."""
        return [one for one in self.listed.values() if one.kind == "statistic"]

    def annex(self) -> Iterator[Block]:
        """The questions this audience is likely to put, answered from the records.

        What has the same answer for all of them is told once.
        """
        answers = {
            name: self.answers(self.material.records[name])
            for section in self.plan.of_part("evidence")
            for name in section.entries
            if self.listed[name].kind == "statistic"
        }
        if not answers:
            return
        yield Heading(line(ANNEX), 2)
        yield Paragraph(line(_ANSWERED))
        first, *others = answers.values()
        same = [one for one in first if others and all(one in more for more in others)]
        if same:
            yield Heading(line(_OF_ALL), 3)
            yield Items(tuple(same))
        for name, told in answers.items():
            yield Heading(line(self.listed[name].headline), 3)
            yield Items(tuple(one for one in told if one not in same))

    def answers(self, record: Record) -> list[Line]:
        """Question and answer, each as one line."""
        concerned = [
            one
            for one in self.material.answer.otherwise
            if record.entry.id in one.bears_on
        ]
        found = challenge.answers(record, self.material.sources, concerned, brief=True)
        return [
            line(Text(asked, "b"), *(line(" ", told) for told in found[asked]))
            for asked in self.needs.asks
        ]


_CERTAINTY = "Certainty of the statistics in this case: "
_RATED = "It is worked out from each record by published rules, in the manner of GRADE."
_READ = "How far the sources of the statistics were read: "


def _run_in(headline: str, told: Line) -> Line:
    """A headline in bold before what it is about; once, where that begins with it."""
    first, *rest = told
    if isinstance(first, Text) and headline.startswith(first.text.strip()):
        return line(Text(first.text, "b"), *rest)
    return line(Text(headline, "b"), " ", *told)


ANNEX = "Annex: questions you may be asked"
_OF_ALL = "Of every finding in the evidence"
_ANSWERED = (
    "The answers are those of the records; what they do not hold is said to be unknown."
)
