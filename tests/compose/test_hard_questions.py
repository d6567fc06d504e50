"""What a sceptic asks, answered from the record, and "not known" where it is silent."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.compose import challenge
from relcase.domain.answer import Otherwise
from relcase.domain.certainty import rate
from relcase.domain.certainty.rating import Standing
from relcase.domain.evidence import (
    Baseline,
    Comparator,
    Figure,
    SeeAlso,
    Statistic,
    Story,
)
from relcase.domain.fit import Fit
from relcase.domain.formatted import Formatted
from relcase.domain.listed import Listed
from relcase.domain.record import Record

Make = Callable[..., Statistic]
Answers = Callable[..., dict[str, str]]
QUESTIONS = [
    "Says who?",
    "Compared with what?",
    "How big is it, in plain numbers?",
    "How sure is it?",
    "Is it the cause, or only in its company?",
    "Would it work here?",
    "What would it cost, and is it cashable?",
    "What is the evidence against it?",
]
WHO, COMPARED, SIZE, SURE, CAUSE, HERE, COST, AGAINST = QUESTIONS
SAVING = Figure(
    label="saving a year",
    measure="money",
    estimate="948",
    unit="GBP",
    price_year="2019",
)


@pytest.fixture
def answers(make: Make, sources: Formatted, plainly: Callable[..., str]) -> Answers:
    """The answer to each question, its paragraphs joined."""

    def ask(
        fit: Fit | None = None, otherwise: tuple[Otherwise, ...] = (), **more: Any
    ) -> dict[str, str]:
        entry = make(**more)
        record = Record(entry, "x", rate(entry, Standing("article-journal")), fit=fit)
        parts = plainly(challenge.compose(record, sources, otherwise)).split("\n\n")
        assert parts[-3:] == ["References", "Aster A. Ties.", "Birch B. Trees.\n"]
        found: dict[str, str] = {}
        for part in parts[1:-3]:
            if part in QUESTIONS:
                question = part
                found[question] = ""
            else:
                found[question] = f"{found[question]} {part.strip()}".strip()
        return found

    return ask


def test_every_question_is_asked_in_order(answers: Answers) -> None:
    assert answers() == {
        WHO: "Aster (2015). How far we checked: the passage was read in the source"
        " itself (2026-01-15).",
        COMPARED: "Few ties.",
        SIZE: "Odds ratio 1.50 (95% CI 1.42 to 1.59): odds of living. As an"
        " illustration, not from the study: about 27 in 100 compared with 20 in 100. As an"
        " illustration, not from the study: about 60 in 100 compared with 50 in 100. As an"
        " illustration, not from the study: about 86 in 100 compared with 80 in 100. Which"
        " of them is near depends on how common it is where you are.",
        SURE: "Moderate certainty. Starts high: cohort study, adjusted, claimed as two"
        " things that go together. No higher than moderate: a single study that nobody is"
        " recorded to have repeated. The interval: 95% CI 1.42 to 1.59.",
        CAUSE: "Company: the two were seen together (cohort study, adjusted). The study"
        " allows for other differences between people; which ones is not in the record."
        " Something that was not measured could explain it away only if it were linked with both sides, with each by a factor of"
        " about 1.7 or more (the E-value).",
        HERE: "Who was studied: Adults (Oslo; data from: 2000). How near that is to your"
        " own case is for you to say.",
        COST: "Not known: the record holds no cost.",
        AGAINST: "None is recorded here, which does not mean that there is none.",
    }


NO_FIGURE = {"figures": (), "no_figure": "The paper prints a curve."}


@pytest.mark.parametrize(
    ("question", "more", "expected"),
    [
        (
            WHO,
            {"peer_reviewed": False, "evaluator": "developer"},
            "Aster (2015). It was not peer reviewed. Who developed the programme"
            " evaluated it. How far we checked: the passage was read in the source itself"
            " (2026-01-15).",
        ),
        (
            COMPARED,
            {"comparator": Comparator(text="x", kind="none", geography="Oslo")},
            "With nothing: there was no comparison group.",
        ),
        (
            COMPARED,
            {
                "comparator": Comparator(
                    text="bergen", kind="other_area", geography="NO"
                )
            },
            "Bergen (NO).",
        ),
        (SIZE, NO_FIGURE, "There is no figure: The paper prints a curve."),
        (SIZE, {"figures": ()}, "Not known: the record does not say."),
        (
            SIZE,
            {"figure": {"baseline": Baseline(risk="0.50")}},
            "Living: applied to the stated baseline, about 60 in 100 (likely between 59"
            " and 61) compared with 50 in 100 (people with ties; people without).",
        ),
        (
            SIZE,
            {
                "claim_type": "effect",
                "figure": {"baseline": Baseline(risk="0.50", assumed=True)},
            },
            "Living: applied to an assumed baseline, about 60 in 100 (likely between 59"
            " and 61) compared with 50 in 100 (people with ties; people without). To have"
            " one more with this outcome (living), it would take about 10 people.",
        ),
        (
            SIZE,
            {
                "figure": {
                    **{"measure": "percent_change", "estimate": "-14.0", "low": None},
                    **{"label": "visits", "reference_value": "28.5"},
                }
            },
            "−14.0%: visits (people without: 28.5%). It is no share of people, so no"
            " number in a hundred can be given.",
        ),
        (
            CAUSE,
            {"claim_type": "effect"},
            "Perhaps the cause (cohort study, adjusted): nobody was assigned by chance, so"
            " something else may be behind it.",
        ),
        (
            CAUSE,
            {"claim_type": "effect", "design": "before_after"},
            "That cannot be told from this (before and after, no comparison): nobody was"
            " assigned by chance, so something else may be behind it.",
        ),
        (
            CAUSE,
            {"claim_type": "effect", "design": "case_study"},
            "That cannot be told from an illustration (case study): nobody was assigned by"
            " chance, so something else may be behind it.",
        ),
        (
            CAUSE,
            {"claim_type": "effect", "design": "rct"},
            "Probably the cause (randomised controlled trial): chance decided who got"
            " what.",
        ),
        (
            CAUSE,
            {"claim_type": "economic", "design": "modelling"},
            "Neither: it counts costs and what is gained (modelling).",
        ),
        (
            CAUSE,
            {"claim_type": "description", "design": "admin_data"},
            "Neither: it describes, and explains nothing (administrative data).",
        ),
        (
            CAUSE,
            {"adjusted_for": ("age", "income"), "figures": ()},
            "Company: the two were seen together (cohort study, adjusted). The study"
            " allows for: age, income.",
        ),
        (
            SURE,
            {"claim_type": "effect", "design": "case_study", "figures": ()},
            "Not rated: a case study is an illustration, not evidence of a size.",
        ),
        (
            HERE,
            {
                **{"place": None, "population": "Adults.", "period": "not_reported"},
                "fit": Fit("partial", ("Country: Norway.",)),
            },
            "Who was studied: Adults (several countries; data from: not reported). Fit to your case:"
            " partial. Country: Norway.",
        ),
        (
            COST,
            {"figures": (SAVING,), "benefit_kind": "cashable"},
            "Saving a year: £948 (prices of 2019). It can be taken out of a budget.",
        ),
        (
            COST,
            {"figures": (SAVING,)},
            "Saving a year: £948 (prices of 2019). Whether any of it can be taken out of a"
            " budget is not known.",
        ),
        (
            AGAINST,
            {"see_also": (SeeAlso(key="birch2001", relation="contrary", note="none"),)},
            "Birch (2001): none.",
        ),
    ],
)
def test_an_answer(
    answers: Answers, question: str, more: dict[str, Any], expected: str
) -> None:
    assert answers(**more)[question] == expected


def otherwise(
    source: str, author_date: str, *, recorded: bool = True, headline: str | None = None
) -> Otherwise:
    unset: dict[str, Any] = dict.fromkeys(Listed._fields)
    entry = Listed(**(unset | {"headline": headline})) if headline else None
    return Otherwise(source, author_date, recorded, frozenset(), entry)


BIRCH, FIR = ("birch2001", "Birch, 2001"), ("fir1999", "Fir, 1999")
SAID_OF_BIRCH = SeeAlso(key="birch2001", relation="contrary", note="none in Bergen")


@pytest.mark.parametrize(
    ("found", "see_also", "expected"),
    [
        ((otherwise(*BIRCH),), (SAID_OF_BIRCH,), "Birch (2001): none in Bergen."),
        ((), (SAID_OF_BIRCH,), "Birch (2001): none in Bergen."),
        (
            (otherwise(*BIRCH, headline="None at all."),),
            (),
            "Birch (2001): None at all.",
        ),
        (
            (otherwise(*FIR), otherwise(*BIRCH, recorded=False)),
            (),
            "Fir, 1999, recorded as finding otherwise. On the same kind of outcome,"
            " perhaps in other people, no clear difference or the contrary was found by"
            " Birch (2001).",
        ),
        (
            (otherwise(*BIRCH, recorded=False),),
            (SAID_OF_BIRCH,),
            "Birch (2001): none in Bergen.",
        ),
    ],
)
def test_who_found_otherwise_is_named_once(
    answers: Answers,
    found: tuple[Otherwise, ...],
    see_also: tuple[SeeAlso, ...],
    expected: str,
) -> None:
    assert answers(otherwise=found, see_also=see_also)[AGAINST] == expected


def test_other_kinds_make_no_claim_of_size(
    make: Make, sources: Formatted, plainly: Callable[..., str]
) -> None:
    one = make()
    story = Story(
        id="s",
        headline="A street.",
        sectors=("any",),
        source=one.source,
        verification=one.verification,
        text="x",
    )
    assert plainly(challenge.compose(Record(story, "x"), sources)) == (
        "A street.\n\nOnly statistics are challenged; this entry makes no claim of"
        " size.\n"
    )
