"""Entries as slides: what stands on them, what their speaker has, and their order."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.compose import deck
from relcase.compose.deck import Part
from relcase.compose.listing import left_out
from relcase.compose.material import Material
from relcase.domain.answer import Answer, Otherwise
from relcase.domain.content import Document, Text, line
from relcase.domain.content import plain as plain_words
from relcase.domain.deck import Cover, Number, Points, Section, Statement
from relcase.domain.evidence import Quote, SeeAlso, Source, Statistic, Verification
from relcase.domain.fingerprint import fingerprint, stamps
from relcase.domain.formatted import Formatted
from relcase.domain.listed import Lead, Listed
from relcase.domain.query import Query
from relcase.domain.record import Record
from relcase.render import plain

Make = Callable[..., Statistic]
LEAD = Lead("odds of living", "odds_ratio", "1.50", "1.42", "1.59", "95", *[None] * 5)
USUAL: dict[str, Any] = {
    "id": "ties",
    "kind": "statistic",
    "store": "relcase",
    "status": "active",
    "headline": "Ties matter.",
    "body": "People with ties lived longer.",
    "verified": "full_text",
    "source": "aster2015",
    "author_date": "Aster, 2015",
}


def listed(**more: Any) -> Listed:
    unset: dict[str, Any] = dict.fromkeys(Listed._fields)
    return Listed(**(unset | USUAL | more))


@pytest.fixture
def slide(make: Make, sources: Formatted) -> Callable[..., Statement]:
    """The slide of a listed entry and its statistic."""

    def made(entry: Listed, statistic: Any = None, **answer: Any) -> Statement:
        record = Record(statistic or make(), "relcase")
        material = Material(
            Answer(Query(), [entry], **answer), {entry.id: record}, sources
        )
        found = deck.statement(entry, material)
        assert isinstance(found, Statement)
        return found

    return made


def test_a_statistic(slide: Callable[..., Statement]) -> None:
    made = slide(
        listed(
            lead=LEAD,
            caveat="One study.",
            certainty="low",
            doi="10.1/x",
            url="https://x",
        )
    )
    assert made[:6] == (
        "Ties matter.",
        Number(
            "1.50 times",
            "the odds of living",
            label="odds ratio, 95% CI 1.42 to 1.59",
        ),
        (),
        None,
        "One study.",
        "low",
    )
    assert made.source == line(
        "Source: Aster, 2015. ",
        Text("https://doi.org/10.1/x", "", "https://doi.org/10.1/x"),
    )


def test_a_pair_in_a_hundred_stands_in_the_place_of_its_figure(
    slide: Callable[..., Statement], make: Make
) -> None:
    shares = {"measure": "percent", "estimate": "29", "reference_value": "38"}
    rest = dict.fromkeys(("low", "high", "level"))
    made = slide(listed(lead=LEAD), make(figure=shares | rest))
    assert made.number == Number(
        "29 in 100", "people with ties", "compared with 38 in 100", "people without"
    )


def test_an_undated_source_has_one_full_stop(slide: Callable[..., Statement]) -> None:
    undated = {"author_date": "Aster, n.d.", "source": "unknown"}
    shown = slide(listed(doi="10.1000/182", **undated)).source
    assert plain_words(shown) == "Source: Aster, n.d. https://doi.org/10.1000/182"
    other = Otherwise("unknown", "Aster, n.d.", False, frozenset({"ties"}), listed())
    told = left_out([other], Formatted({}, ()))
    assert plain_words(told).endswith("outcome, Aster, n.d.")


def test_where_no_number_says_it_the_claim_does(
    slide: Callable[..., Statement],
) -> None:
    assert slide(listed()).words == (line("People with ties lived longer."),)


def test_somebodys_words(slide: Callable[..., Statement]) -> None:
    quote = Quote(
        id="ties",
        headline="Ties matter.",
        sectors=("any",),
        source=Source(key="aster2015"),
        verification=Verification(level="full_text", on="2026-01-15"),
        text="Ties.",
    )
    quotation = slide(listed(kind="quote", byline="Ann", body="Ties."), quote).quotation
    assert quotation is not None
    assert quotation == (line("“Ties.”"), line("Ann"))
    nobody = slide(listed(kind="quote", body="Ties."), quote).quotation
    assert nobody is not None
    assert nobody.attribution == line("Speaker not named")


def test_the_mark_of_what_is_superseded_stays(slide: Callable[..., Statement]) -> None:
    assert slide(listed(status="superseded")).title == "Superseded: Ties matter."


def test_the_notes_answer_and_can_be_found_again(
    slide: Callable[..., Statement], make: Make
) -> None:
    told = plain.render(Document(slide(listed(lead=LEAD)).notes))
    for question in (
        "Says who?",
        "Would it work here?",
        "What would it cost, and is it",
    ):
        assert question in told
    assert "the evidence against it" not in told
    assert "Source: Aster A. Ties." in told
    (stamp,) = stamps(told)
    assert (stamp.id, stamp.content) == ("ties", fingerprint(make()))


def test_the_notes_name_what_was_found_otherwise(
    slide: Callable[..., Statement], make: Make
) -> None:
    contrary = SeeAlso(key="birch2001", relation="contrary", note="No difference")
    told = plain.render(Document(slide(listed(), make(see_also=(contrary,))).notes))
    assert "What is the evidence against it? Birch (2001): No difference." in told
    found = Otherwise("birch2001", "Birch, 2001", False, frozenset({"ties"}))
    told = plain.render(Document(slide(listed(), otherwise=[found]).notes))
    assert "was found by Birch (2001)." in told


@pytest.fixture
def material(make: Make, sources: Formatted) -> Material:
    """Three statistics in two sectors."""
    sectors = {"one": ("health",), "two": ("housing", "health"), "three": ("health",)}
    stances = {"one": "supports", "two": "supports", "three": "against"}
    entries = [listed(id=name, stance=stances[name]) for name in sectors]
    records = {
        name: Record(make(id=name, sectors=held), "relcase")
        for name, held in sectors.items()
    }
    return Material(Answer(Query(), entries), records, sources)


PARTS = (Part("housing", "Housing", "Homes."), Part("health", "Health", "Care."))


def test_entries_stand_by_sector_each_once(material: Material) -> None:
    made = deck.compose(material, PARTS, title="Ties").slides
    assert [type(one) for one in made] == [
        *(Cover, Section, Statement, Section, Statement, Statement, Points)
    ]
    assert made[1] == Section("Housing", (line("Homes."), line("1 statistic.")))
    assert made[3] == Section(
        "Health",
        (
            line("Care."),
            line(
                "2 statistics. One of them found no clear difference, or the contrary."
            ),
        ),
    )


def test_what_was_named_keeps_its_order(material: Material) -> None:
    answer = material.answer._replace(query=Query(ids=("one", "two", "three")))
    made = deck.compose(
        material._replace(answer=answer), PARTS, title="Ties", references=False
    ).slides
    assert [type(one) for one in made] == [Cover, Statement, Statement, Statement]


def test_one_sector_needs_no_section(material: Material) -> None:
    made = deck.compose(material, PARTS[1:], title="Ties").slides
    assert Section not in map(type, made)


def test_what_goes_into_another_deck_has_no_cover(material: Material) -> None:
    made = deck.compose(material, title="Ties", covered=False).slides
    assert Cover not in map(type, made)


def test_a_cover_counts_what_it_holds(material: Material) -> None:
    def told(count: int) -> object:
        answer = material.answer._replace(entries=material.answer.entries[:count])
        return deck.cover(material._replace(answer=answer), "Ties").lines[0]  # type: ignore[union-attr]

    assert told(1) == line("1 statistic, with its source.")
    assert told(2) == line("2 statistics, each with its source.")
