"""What the stores know as plain data, and a check that leaves the strangers out."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from relcase.domain.passage import Form
from relcase.domain.report import Known, judge
from relcase.domain.report.knowledge import keeping
from relcase.domain.report.knowledge.subjects import Subject
from relcase.reading import read

DAY = date(2026, 11, 22)
PASSAGES = Path(__file__).resolve().parents[3] / "benchmarks/reports/passages.yaml"
STRANGER = (
    "The library opens at 9 on weekdays, and the budget of the ward is 3.4 million for "
    "the 12 roads that the council looks after."
)
TEXTS = (
    "In Frome, unplanned hospital admissions fell by 19% (Abel et al., 2018).",
    "Across 148 studies, people with stronger social relationships were 50% more likely "
    "to survive.",
    f"# Roads\n\n{STRANGER}\n\nIn Frome, unplanned hospital admissions fell by 14% while "
    f"they rose by 28.5% across Somerset. {STRANGER}\n\nSource: Abel et al., 2018\n\n"
    f"{STRANGER}",
    f"{STRANGER} {STRANGER} Of 1,234 people, 5 in 10 said so (Smith, 2011).",
)


def without_records(known: Known) -> list[Subject]:
    """The entries as they are when nothing of them has been worked out."""
    return [
        Subject(one.id, one.source, one.read, one.certainty, one.short, one.long)
        for one in known.subjects
    ]


@pytest.fixture(scope="module")
def again(known: Known) -> Known:
    """What is known, through JSON and back."""
    kept = json.loads(json.dumps(keeping.plain(known)))
    return keeping.known(kept, without_records(known), known.sources)


def test_what_was_kept_is_what_was_known(known: Known, again: Known) -> None:
    for name in ("source", "stem", "count", "said", "run", "own", "skeleton"):
        assert getattr(again, f"by_{name}") == getattr(known, f"by_{name}"), name
    assert again.signs == known.signs
    assert again.weights == known.weights
    for one, other in zip(again.subjects, known.subjects, strict=True):
        assert one.recognised == other.recognised


@pytest.mark.parametrize("text", TEXTS)
def test_a_report_is_judged_alike(known: Known, again: Known, text: str) -> None:
    report = read(text.encode(), "report.md")
    assert judge(report, again, DAY) == judge(report, known, DAY)


@pytest.mark.parametrize("text", TEXTS)
def test_only_strangers_are_left_out(known: Known, text: str) -> None:
    report = read(text.encode(), "report.md")
    whole, quick = judge(report, known, DAY), judge(report, known, DAY, strangers=False)
    ours = tuple(one for one in whole.numbers if one.verdict != "not_ours")
    assert quick.numbers == ours
    assert quick.claims == whole.claims


@pytest.mark.parametrize("form", ["markdown", "text"])
@pytest.mark.parametrize("cited", [True, False])
def test_what_is_ours_is_found_among_strangers(
    known: Known, form: Form, cited: bool
) -> None:
    """Every labelled passage, under a heading that cites a source of ours and not."""
    labelled = yaml.safe_load(PASSAGES.read_text("utf-8"))["passages"]
    texts = [one["text"] for one in labelled if one["form"] in ("markdown", "text")]
    source = "Admissions fell in Frome (Abel et al., 2018)." if cited else ""
    told = "\n\n".join(f"# A part\n\n{source}\n\n{STRANGER} {one}" for one in texts)
    report = read(told.encode(), "report.md", form)
    whole, quick = judge(report, known, DAY), judge(report, known, DAY, strangers=False)
    ours = tuple(one for one in whole.numbers if one.verdict != "not_ours")
    assert len(ours) > len(texts)
    assert quick.numbers == ours
    assert quick.claims == whole.claims


def test_an_entry_is_read_only_when_a_sentence_speaks_of_it(known: Known) -> None:
    read_so_far: list[str] = []

    def watched(one: Subject) -> Subject:
        def read_now() -> object:
            read_so_far.append(one.id)
            return one.read()

        return Subject(one.id, one.source, read_now, one.certainty)  # type: ignore[arg-type]

    kept = keeping.plain(known)
    watching = keeping.known(
        kept, [watched(one) for one in known.subjects], known.sources
    )
    judge(read(STRANGER.encode(), "report.md"), watching, DAY)
    assert read_so_far == []
