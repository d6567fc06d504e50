"""The certainty on a card, and step by step."""

from collections.abc import Callable

from relcase.compose import certainty
from relcase.domain.certainty import rate
from relcase.domain.certainty.rating import Standing
from relcase.domain.evidence import CertaintyOverride, Quote, Source, Statistic
from relcase.domain.evidence import Verification as Read
from relcase.domain.record import Record

Make = Callable[..., Statistic]
Plainly = Callable[..., str]
JOURNAL = Standing("article-journal")


def test_the_word_its_reasons_and_what_would_raise_it(
    make: Make, plainly: Plainly
) -> None:
    elsewhere = Read(level="secondary", on="2026-01-15")
    rating = rate(make(verification=elsewhere), JOURNAL)

    assert plainly(list(certainty.blocks(rating))) == (
        "How sure: ●●○○ low\n\n"
        "Starts high: cohort study, adjusted, claimed as two things that go"
        " together.\n\n"
        "No higher than moderate: a single study that nobody is recorded to have"
        " repeated.\n\n"
        "No higher than low: read through another source only.\n\n"
        "What would raise it:\n\n"
        "Another study, by others, that finds the same.\n\n"
        "Reading the source itself.\n\n"
        "This is relcase certainty (GRADE-informed), computed from the record. On other"
        " scales, roughly: GRADE Low. It allows words of this kind, where they fit"
        " what was found: “were more likely to”, “is associated with”, “go together”.\n"
    )


def test_each_step_is_numbered(make: Make, plainly: Plainly) -> None:
    lowered = CertaintyOverride(
        value="very_low", reason="Retraction asked for", by="AB"
    )
    entry = make(certainty_override=lowered)
    made = plainly(certainty.why(Record(entry, "relcase", rate(entry, JOURNAL))))

    assert made.startswith(
        "Ties matter.\n\nCertainty: ●○○○ very low\n\n"
        "Step\tWhat\tCertainty\tWhy\n1\tstart\t"
    )
    assert (
        "\ta person’s judgement\tmoderate → very low\tLowered to very low by AB:"
        " Retraction asked for.\n" in made
    )
    assert made.count("Starts high") == 1


def test_other_kinds_are_not_rated(plainly: Plainly) -> None:
    quote = Quote(
        id="q",
        headline="Kindness.",
        sectors=("any",),
        source=Source(key="aster2015"),
        verification=Read(level="none", on="2026-01-15"),
        text="Be kind.",
    )
    made = plainly(certainty.why(Record(quote, "relcase")))
    assert made == "Kindness.\n\nOnly statistics are rated.\n"
