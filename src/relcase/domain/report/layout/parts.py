"""The sentences of a report, cut where several sources stand behind their parts."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from relcase.domain.answer import NOT_IN_CASE, NOT_IN_LIST
from relcase.domain.audience import QUESTIONS
from relcase.domain.report.attribution.about import Hints
from relcase.domain.report.attribution.sieving import may_be_ours, reaches_any
from relcase.domain.report.citations.beside import NOTHING_CITED, Beside
from relcase.domain.report.figures.counted import counts_studied
from relcase.domain.report.knowledge.known import Known
from relcase.domain.report.layout.joining import joined
from relcase.domain.report.layout.sections import Section
from relcase.domain.report.layout.surroundings import Surroundings
from relcase.domain.report.layout.tables import Framed
from relcase.domain.report.words.masking import masked, without
from relcase.domain.report.words.splitting import Sentence, sentences, stems
from relcase.domain.wording.corrections import by_what_follows
from relcase.domain.wording.numerals import numerals

_BETWEEN = 25
"""Letters between two citations from which each has a part of the sentence to itself."""
_NEXT = 80
"""Letters of the next sentence that tell whether it takes the one before back."""
_SHORT = 30
"""Letters that a number alone has at most."""
_LEFT_OUT = (NOT_IN_LIST, NOT_IN_CASE)
"""A list of what was left out claims nothing of any of it."""


class Part(NamedTuple):
    """A sentence, or the part of one that a citation stands behind."""

    passage: int
    start: int
    end: int
    sentence: Sentence
    text: str
    """Its words, with spaces for its citations and for what claims nothing."""
    section: Section
    is_heading: bool
    is_answer: bool
    """Whether it answers a sceptic's question, and claims nothing of its own."""
    hints: Hints
    elsewhere: bool
    """Whether it cites works, and none of them is ours."""
    has_citation: bool
    """Whether any citation stands in it or near it."""
    behind: str = ""
    """The letters that follow its sentence."""
    frame: Framed | None = None
    """What is around it, if it is a number of a table."""
    is_large: bool = False
    """Whether it is the number of a slide, with the words of the line under it."""

    @property
    def is_quoted(self) -> bool:
        """Whether it stands there to be taken back, and claims nothing."""
        return self.section.is_warning or by_what_follows(self.text, self.behind)


def parts(
    surroundings: Surroundings,
    known: Known,
    leads_to: Callable[[int, Section], bool],
    *,
    strangers: bool,
) -> Iterator[Part]:
    """Every sentence or part of one; without ``strangers`` those that may be ours.

    ``leads_to`` says of a passage, by its number and section, whether the parts so far
    tell what the next is about.
    """
    passages, sections = surroundings.passages, surroundings.sections
    alone, framed = surroundings.alone, surroundings.framed
    for place, number in enumerate(surroundings.read):
        if number in alone:
            yield from _in_source_line(number, surroundings)
            continue
        if frame := framed.get(number):
            part = _in_table(number, frame, surroundings)
            if strangers or part.has_citation or reaches_any(frame.before, known):
                yield part
            continue
        text, section = passages[number].text, sections[number]
        around = _around(place, number, surroundings)
        if section.is_slide and _is_number_alone(text):
            yield _large(number, place, around, surroundings)
            continue
        is_read = strangers or bool(around) or _is_led_to(number, surroundings)
        if not (is_read or leads_to(number, section) or may_be_ours(text, known)):
            continue
        naming = surroundings.named(number)
        named = frozenset(one for one, is_sure in naming.items() if not is_sure)
        around, is_read = around.union(naming.keys() - named), is_read or bool(naming)
        for sentence in _sentences(text, surroundings.beside[number]):
            told = text[slice(*sentence)]
            if told in QUESTIONS or told.startswith(_LEFT_OUT):
                continue
            if (
                is_read
                or leads_to(number, section)
                or may_be_ours(masked(told), known, is_sentence=True)
            ):
                yield from _parts(number, sentence, around, surroundings, named)


def _around(place: int, number: int, surroundings: Surroundings) -> frozenset[str]:
    """The sources that stand beside a passage, on its slide, or with its table."""
    around, section = surroundings.around(place), surroundings.sections[number]
    if not (section.is_slide or surroundings.framed):
        return around
    on_slide = surroundings.cited_on_slide(section)
    return around.union(on_slide, surroundings.of_label(number))


def _sentences(text: str, beside: Beside) -> list[Sentence]:
    """The sentences of a passage; those that are cited as one, together."""
    found = sentences(text)
    if len(found) > 1 and beside is not NOTHING_CITED:
        return joined(found, text, partial(_cites, beside))
    return found


def _in_table(number: int, frame: Framed, surroundings: Surroundings) -> Part:
    """The number of a table as if it stood in a sentence.

    Places count from the beginning of the cell, so the words before it have negative ones.
    """
    text = surroundings.passages[number].text
    beside, section = surroundings.beside[number], surroundings.sections[number]
    row, near = surroundings.of_row(frame), surroundings.of_table(frame)
    near = near.union(surroundings.cited_on_slide(section))
    cell = _text(text, 0, len(text), beside)
    return Part(
        number,
        -len(frame.before),
        len(text),
        Sentence(0, len(text)),
        f"{frame.before}{cell}{frame.behind}",
        section,
        is_heading=False,
        is_answer=False,
        hints=Hints(row, near | row),
        elsewhere=False,
        has_citation=bool(row or near),
        frame=frame,
    )


def _is_number_alone(text: str) -> bool:
    """Whether a line of a slide is a number and nothing else."""
    if len(text) > _SHORT:
        return False
    found = [(one.start, one.end) for one in numerals(text)]
    return bool(found) and not stems(without(text, found))


def _large(
    number: int, place: int, around: frozenset[str], surroundings: Surroundings
) -> Part:
    """The large number of a slide, read with the line under it."""
    text, section = surroundings.passages[number].text, surroundings.sections[number]
    below = surroundings.read[place + 1 : place + 2]
    told = [
        surroundings.passages[one].text
        for one in below
        if surroundings.sections[one] == section and one not in surroundings.alone
    ]
    return Part(
        number,
        0,
        len(text),
        Sentence(0, len(text)),
        masked(" ".join((text, *told))),
        section,
        is_heading=False,
        is_answer=False,
        hints=Hints((), around),
        elsewhere=False,
        has_citation=bool(around),
        is_large=True,
    )


def _cites(beside: Beside, sentence: Sentence) -> bool:
    return bool(beside.within(*sentence))


def _in_source_line(number: int, surroundings: Surroundings) -> Iterator[Part]:
    """What a line of sources tells of a study: "Source: Li, 2013 (6,500 people)"."""
    text, beside = surroundings.passages[number].text, surroundings.beside[number]
    for one, following in pairwise((*beside.sources, None)):
        if one is None or not one.keys:
            continue
        start = one.cited.end
        end = following.cited.start if following else len(text)
        told = masked(text[start:end])
        if counts_studied(told):
            yield Part(
                number,
                start,
                end,
                Sentence(0, len(text)),
                told,
                surroundings.sections[number],
                is_heading=False,
                is_answer=False,
                hints=Hints((), one.keys),
                elsewhere=False,
                has_citation=True,
            )


def _is_led_to(number: int, surroundings: Surroundings) -> bool:
    """Whether more than its own words can tell what a passage is about."""
    if surroundings.beside[number].gives_ours:
        return True
    passage = surroundings.passages[number]
    if passage.text.startswith(QUESTIONS):
        return True
    section = surroundings.sections[number]
    return passage.kind == "heading" and bool(surroundings.cited_under(section))


def _parts(
    number: int,
    sentence: Sentence,
    around: frozenset[str],
    surroundings: Surroundings,
    named: frozenset[str],
) -> Iterator[Part]:
    passage = surroundings.passages[number]
    beside, section = surroundings.beside[number], surroundings.sections[number]
    is_heading = passage.kind == "heading"
    if is_heading:
        around = around.union(surroundings.cited_under(section))
    cites_any = beside is not NOTHING_CITED
    near = around.union(beside.outside(*sentence)) if cites_any else around
    named, near = named - near, near | named
    others = surroundings.others(passage.text[slice(*sentence)])
    asked = passage.text.startswith(QUESTIONS)
    for start, end in _cuts(sentence, beside) if cites_any else (sentence,):
        keys = beside.keys(start, end) if cites_any else ()
        cites = cites_any and any(
            one.surely and not one.cited.address for one in beside.within(start, end)
        )
        yield Part(
            number,
            start,
            end,
            sentence,
            _text(passage.text, start, end, beside),
            section,
            is_heading,
            asked,
            Hints(keys, near, named=named, others=others),
            elsewhere=cites and not keys,
            has_citation=cites_any or bool(around or named),
            behind=passage.text[sentence.end : sentence.end + _NEXT],
        )


def _cuts(sentence: Sentence, beside: Beside) -> list[tuple[int, int]]:
    """Where the parts of a sentence end, each behind a citation of its own."""
    start, end = sentence
    cuts = [start]
    last: set[str] = set()
    at = start
    for one, listed, _ in beside.within(start, end):
        keys = set(listed)
        if not one.aside or not keys:
            continue
        if last and keys != last and one.start - at > _BETWEEN:
            cuts.append(at)
        last, at = keys, one.end
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _text(text: str, start: int, end: int, beside: Beside) -> str:
    if beside is NOTHING_CITED:
        return masked(text[start:end])
    asides = [
        (max(one.start - start, 0), min(one.end, end) - start)
        for one, keys, _ in beside.within(start, end)
        if one.start < end and (one.aside or keys)
    ]
    return masked(without(text[start:end], asides))
