"""The headings of a report whose letters do not show them, as in a PDF file."""

from collections.abc import Sequence

from relcase.domain.passage import Passage
from relcase.domain.report.knowledge.known import Known
from relcase.domain.report.words.likeness import bare
from relcase.domain.report.words.masking import masked


def with_headings(passages: Sequence[Passage], known: Known) -> tuple[Passage, ...]:
    """The passages, those as headings that are a headline of ours and nothing else."""
    return tuple(
        one._replace(kind="heading")
        if one.kind == "text" and _is_headline(one.text, known)
        else one
        for one in passages
    )


def _is_headline(text: str, known: Known) -> bool:
    same = bare(masked(text))
    return any(
        same == bare(masked(known.subjects[number].entry.headline))
        for number in known.by_own.get(same, ())
    )
