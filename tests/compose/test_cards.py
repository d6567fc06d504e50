"""Cards: what stands on them, and what is left out when it is not known."""

from typing import Any

import pytest

from relcase.compose import card
from relcase.domain.content import Document, Heading, line, plain
from relcase.domain.evidence import (
    Barrier,
    Comparator,
    Entry,
    Figure,
    Said,
    SaidProblem,
    Sample,
    SeeAlso,
    Source,
    Statistic,
    Verification,
)
from relcase.domain.formatted import Cited, Formatted
from relcase.domain.record import Record
from relcase.render import renderer

SOURCES = Formatted(
    {
        "aster2015": Cited(line("(Aster, 2015)"), line("Aster (2015)")),
        "birch2001": Cited(line("(Birch, 2001)"), line("Birch (2001)")),
    },
    (("aster2015", line("Aster A. Ties.")), ("birch2001", line("Birch B. Trees."))),
)


def plainly(document: Document) -> str:
    return renderer("plain")(document)


FIGURE = Figure(label="odds of living", measure="odds_ratio", estimate="1.50", p="0.03")
STATISTIC = Statistic(
    id="ties",
    headline="Ties matter.",
    sectors=("health", "any"),
    source=Source(key="aster2015"),
    verification=Verification(level="full_text", on="2026-01-15"),
    claim="People with ties lived longer.",
    claim_type="association",
    stance="supports",
    use="lead",
    outcome="living",
    outcomes=(),
    comparator=Comparator(text="few ties", kind="low_v_high", geography="not_reported"),
    population="Adults",
    period="2000",
    follow_up="not_reported",
    design="rct",
    figures=(FIGURE,),
)
USUAL = {
    *("In plain numbers", "Who was studied, and how"),
    *("All figures, as the source prints them", "Source"),
}


def shown(entry: Entry, **answers: str) -> str:
    return plainly(card.compose(Record(entry, "relcase"), SOURCES, answers))


def with_(**more: Any) -> Statistic:
    from dataclasses import replace

    return replace(STATISTIC, **more)


def test_a_card_of_the_least() -> None:
    assert shown(STATISTIC) == (
        "Ties matter.\n\n"
        "odds ratio 1.50\n\n"
        "Odds of living.\n\n"
        "People with ties lived longer (Aster, 2015).\n\n"
        "In plain numbers\n\n"
        "An odds ratio is not a ratio of chances: the chance itself differs by less, and"
        " by how much depends on how common the outcome is.\n\n"
        "Not from the study: how common the outcome was is not in the record. If the"
        " number were the same everywhere, it would mean:\n\n"
        "If, of the other group,\tthen, of the one group,\tlikely between\n"
        "20 in 100\tabout 27 in 100\tnot known\n"
        "50 in 100\tabout 60 in 100\tnot known\n"
        "80 in 100\tabout 86 in 100\tnot known\n\n"
        "Something that was not measured could explain it away only if it were linked with"
        " both sides, with each by a factor of about 1.7 or more (the E-value).\n\n"
        "Who was studied, and how\n\n"
        "People: Adults\n\n"
        "Place: several countries, or not stated\n\n"
        "Data from: 2000\n\n"
        "Followed for: not reported\n\n"
        "Sample: not reported\n\n"
        "Compared with: few ties\n\n"
        "Design: Randomised controlled trial\n\n"
        "Claim: association; supports; use as lead\n\n"
        "All figures, as the source prints them\n\n"
        "Figure\tWhat it measures\tCompared with\n"
        "odds ratio 1.50, P = 0.03\todds of living\t\n\n"
        "Source\n\n"
        "Aster A. Ties.\n\n"
        "How far it was checked: the passage was read in the source itself, 2026-01-15.\n\n"
        "statistic ties · sectors: health, any · store: relcase\n"
    )


@pytest.mark.parametrize(
    ("year", "words"),
    [("2016", "prices of 2016"), ("not_reported", "year of the prices not reported")],
)
def test_a_sum_has_the_year_of_its_prices(year: str, words: str) -> None:
    sum_ = Figure(
        label="saving", measure="money", estimate="5", unit="GBP", price_year=year
    )
    assert f"£5\tsaving; {words}\t" in shown(with_(figures=(sum_,)))


def test_a_known_exception_has_its_reason_and_its_rule() -> None:
    made = shown(with_(acknowledged={"A06": "The abstract gives no base."}))
    assert "Known exceptions\n\nThe abstract gives no base. [A06]\n" in made


SAID = Said(
    source="birch2001",
    words="ties heal",
    verbatim=True,
    problems=(SaidProblem(rule="M06", message="Only linked."),),
    better="Ties go with health.",
)


@pytest.mark.parametrize(
    ("more", "section"),
    [
        ({}, set()),
        ({"caveats": ("One study.",)}, {"Caveats"}),
        ({"said": (SAID,)}, {"Said wrongly, and what to say instead"}),
        ({"do_not_say": ("ties heal",)}, {"Do not say"}),
        ({"acknowledged": {"A06": "No base is given."}}, {"Known exceptions"}),
        ({"see_also": (SeeAlso(key="birch2001", relation="contrary"),)}, {"See also"}),
    ],
)
def test_sections_that_may_be_missing(more: dict[str, Any], section: set[str]) -> None:
    made = card.compose(Record(with_(**more), "relcase"), SOURCES, {})
    headings = {
        plain(block.content)
        for block in made.blocks
        if isinstance(block, Heading) and block.level == 2
    }
    assert headings == USUAL | section


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"status": "withdrawn"}, "\n\nThis entry is withdrawn.\n\n"),
        ({"text": "More."}, "(Aster, 2015).\n\nMore.\n\n"),
        ({"figures": (), "no_figure": "A curve."}, "\n\nNo figure: A curve.\n\n"),
        ({"place": "Leeds", "countries": ("GB",)}, "Place: Leeds, United Kingdom\n"),
        ({"place": "Oslo, Norway", "countries": ("NO",)}, "Place: Oslo, Norway\n"),
        ({"countries": ("NO", "SE")}, "Place: Norway, Sweden\n"),
        ({"sample": Sample(participants=1234)}, "Sample: 1,234 people\n"),
        ({"sample": Sample(studies=1)}, "Sample: 1 study\n"),
        (
            {"sample": Sample(studies=9, studies_positive=7)},
            "9 studies, 7 of them pointing",
        ),
        ({"sample": Sample()}, "Sample: not reported\n"),
        (
            {"design_note": "two arms"},
            "Design: Randomised controlled trial (two arms)\n",
        ),
        ({"exposure": "many ties"}, "What differed: many ties\n"),
        ({"risk_of_bias": "serious"}, "Risk of bias: serious\n"),
        ({"publication_bias": "not_assessed"}, "Publication bias: not assessed\n"),
        ({"heterogeneity": "I2 = 80%"}, "How much studies differ: I2 = 80%\n"),
        (
            {"comparator": Comparator(text="few", kind="before", geography="Oslo")},
            "Compared with: few (Oslo)\n",
        ),
        (
            {"source": Source(key="aster2015", locator="p. 3")},
            "Aster A. Ties. At: p. 3.\n",
        ),
        ({"source": Source(key="aster2015", quote="ties")}, "Ties.\n\n“ties”\n"),
        (
            {"said": (SAID,)},
            "“ties heal”\n— Birch (2001)\n\nOnly linked. [M06]\n\nSay: Ties go",
        ),
        (
            {
                "see_also": (
                    SeeAlso(key="birch2001", relation="contrary", note="older"),
                )
            },
            "Contrary: Birch B. Trees. Older\n",
        ),
        ({"review_by": "2028-01-31"}, "store: relcase · review by 2028-01-31\n"),
        (
            {
                "verification": Verification(
                    level="abstract",
                    on="2026-01-15",
                    note="Page 2.",
                    url="https://e.org",
                )
            },
            "the abstract or summary was read, 2026-01-15. Page 2. https://e.org\n",
        ),
    ],
)
def test_what_is_known_is_shown(more: dict[str, Any], expected: str) -> None:
    assert expected in shown(with_(**more))


@pytest.mark.parametrize(
    ("more", "row"),
    [
        ({"p": "<0.001"}, "odds ratio 1.50, P <0.001\todds of living\t"),
        (
            {"p": None, "role": "context"},
            "odds ratio 1.50\todds of living (for context)\t",
        ),
        (
            {"p": None, "derived": "3/2"},
            "odds ratio 1.50\todds of living; our arithmetic: 3/2\t",
        ),
        ({"p": None, "note": "Table 2"}, "odds ratio 1.50\todds of living; Table 2\t"),
        (
            {"p": None, "reference_group": "few", "reference_value": "-3"},
            "odds ratio 1.50\todds of living\tfew: −3",
        ),
        (
            {"p": None, "measure": "percent", "estimate": "11", "denominator": "2000"},
            "11%\todds of living; of 2,000\t",
        ),
        (
            {"p": None, "estimate": None, "direction": "lower"},
            "lower\todds of living\t",
        ),
    ],
)
def test_a_row_of_the_figures(more: dict[str, Any], row: str) -> None:
    from dataclasses import replace

    assert f"Compared with\n{row}\n" in shown(with_(figures=(replace(FIGURE, **more),)))


def test_nobody_is_made_to_have_said_it() -> None:
    from dataclasses import replace

    assert "— commonly said\n" in shown(with_(said=(replace(SAID, source=None),)))


def test_a_barrier_names_its_answers() -> None:
    barrier = Barrier(
        id="b",
        headline="Time is short.",
        sectors=("any",),
        source=Source(key="aster2015"),
        verification=Verification(level="none", on="2026-01-15"),
        text="Visits last ten minutes.",
        answers=("longer", "gone"),
    )
    text = shown(barrier, longer="Make them longer.")
    assert "What answers it\n\nMake them longer. (longer)\n\ngone (gone)\n" in text


def test_keys_of_a_card() -> None:
    full = with_(said=(SAID,), see_also=(SeeAlso(key="cedar2021", relation="lineage"),))
    assert card.keys_of(full) == ("aster2015", "birch2001", "cedar2021")
