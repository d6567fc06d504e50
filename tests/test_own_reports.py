"""What relcase itself writes is found true when it is checked."""

from datetime import date

import pytest

from relcase.api import snippet
from relcase.api.library import Library
from relcase.domain.query import Query
from relcase.domain.report import Known, judge
from relcase.domain.vocabulary import KINDS
from relcase.reading import read

DAY = date(2026, 11, 22)
SUFFIXES = {
    "markdown": "md",
    "plain": "txt",
    "html": "html",
    "latex": "tex",
    "slide": "md",
}


def faults(text: str, suffix: str, known: Known) -> list[str]:
    report = read(text.encode(), f"own.{suffix}")
    found = judge(report, known, DAY)
    wrong = [
        report.passages[one.words.passage].text
        for one in found.numbers
        if one.verdict not in ("matches", "not_ours")
    ]
    return wrong + [one.message for one in found.claims if one.severity == "error"]


@pytest.mark.parametrize("form", SUFFIXES)
def test_every_entry_in_every_format(library: Library, known: Known, form: str) -> None:
    for kind in KINDS:
        answer = library.answer(Query(kinds=(kind,)))
        text = snippet(library, answer, form, "harvard-cite-them-right", "en-GB")
        assert faults(text, SUFFIXES[form], known) == []


@pytest.mark.parametrize(
    "style", ["vancouver", "nature", "oscola", "chicago-author-date"]
)
def test_every_statistic_in_every_kind_of_style(
    library: Library, known: Known, style: str
) -> None:
    answer = library.answer(Query(kinds=("statistic",)))
    assert (
        faults(snippet(library, answer, "markdown", style, "en-GB"), "md", known) == []
    )


@pytest.mark.parametrize("say", ["short", "long"])
def test_the_generated_sentences(library: Library, known: Known, say: str) -> None:
    answer = library.answer(Query(kinds=("statistic",)))
    text = snippet(library, answer, "plain", "apa", "en-GB", say=say)  # type: ignore[arg-type]
    assert faults(text, "txt", known) == []
