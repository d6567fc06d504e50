"""A plan as a document and as slides, composed of entries of our own store."""

from typing import Any

from relcase.api import Library, case_deck, case_document
from relcase.api.decks import Look
from relcase.domain.content import (
    Document,
    Heading,
    Image,
    Items,
    Paragraph,
    Text,
    line,
    plain,
)
from relcase.domain.deck import Cover, Points, Section, Statement
from relcase.domain.plan import Plan
from relcase.domain.plan import Section as Planned
from relcase.render import plain as words

PLAN = Plan(
    title="A case",
    audience="commissioner",
    ask="Fund it.",
    sector=("health",),
    place="Leeds, England",
    sections=(
        Planned(
            title="What we ask", part="ask", text="For *two* years.\n\n- one\n- two"
        ),
        Planned(
            title="The evidence",
            part="evidence",
            entries=("peer-support-crisis-readmission", "gp-continuity-norway"),
        ),
        Planned(title="Our town", text="It rained.", entries=("act-as-enablers",)),
        Planned(
            title="What we do not know",
            part="unknowns",
            entries=("named-gp-policy-no-effect",),
        ),
    ),
)


def document(
    library: Library, plan: Plan = PLAN, *, pictures: bool = False
) -> Document:
    return case_document(library, plan, "harvard", "en-GB", pictures=pictures)


def headings(made: Document) -> list[tuple[int, str]]:
    return [
        (one.level, plain(one.content))
        for one in made.blocks
        if isinstance(one, Heading)
    ]


def test_the_ask_in_bold_then_the_words_of_the_owner(library: Library) -> None:
    made = document(library)
    assert made.title == "A case"
    assert plain(made.blocks[0].content) == "For commissioners. Health, Leeds, England."  # type: ignore[union-attr]
    assert made.blocks[2:5] == (
        Paragraph((Text("Fund it.", "b"),)),
        Paragraph((Text("For "), Text("two", "i"), Text(" years."))),
        Items(((Text("one"),), (Text("two"),))),
    )


def test_findings_are_headings_of_a_long_case_and_run_in_of_a_short_one(
    library: Library,
) -> None:
    long, short = document(library), document(library, PLAN.with_length("short"))
    finding = "In Norway, people listed long-term with one GP had lower odds of dying "
    assert any(
        level == 3 and text.startswith(finding) for level, text in headings(long)
    )
    before_annex = headings(short)[: headings(short).index((2, "References"))]
    assert [level for level, _ in before_annex] == [2, 2, 2, 2]
    assert f"{finding}than people listed for one year. People" in words.render(short)


def test_a_short_case_keeps_the_caveats(library: Library) -> None:
    short = words.render(document(library, PLAN.with_length("short")))
    for one in PLAN.sections[1].entries:
        caveat = library.entry(one).caveats[0]
        assert caveat in " ".join(short.split())


def test_the_annex_says_it_for_a_reader_of_a_paper(library: Library) -> None:
    told = " ".join(words.render(document(library)).partition("Annex: ")[2].split())
    assert "No higher than" not in told
    assert "One down" not in told
    assert "Moderate certainty. It rests on: " in told
    assert "Its limits: " in told
    assert "only the abstract or summary was read" in told


def test_the_annex_has_one_illustration_of_each(library: Library) -> None:
    lonely = Planned(
        title="Why", part="evidence", entries=("loneliness-care-home-admission",)
    )
    plan = Plan(title="A", audience="commissioner", ask="Do.", sections=(lonely,))
    told = " ".join(words.render(document(library, plan)).split())
    assert told.count("As an illustration, not from the study:") == 1
    assert "How near that is depends on how common it is where you are." in told


def test_how_sure_how_far_read_and_what_is_left_out(library: Library) -> None:
    told = words.render(document(library))
    assert "Certainty of the statistics in this case: 3 moderate." in told
    assert (
        "How far the sources of the statistics were read: "
        "the abstract or summary was read for 3." in told
    )
    assert "Not in this case: recorded as finding otherwise, " in told


def test_the_annex_has_the_questions_of_the_audience_and_says_things_once(
    library: Library,
) -> None:
    told = words.render(document(library)).partition("Annex: ")[2]
    assert "Says who?" not in told
    assert told.count("How sure is it?") == 2
    assert told.count("What would it cost, and is it cashable?") == 1
    assert "Fit to your case: close." in told
    assert "Fit to your case: distant." in told


def test_a_case_without_statistics_has_no_annex(library: Library) -> None:
    bare = Plan(
        title="A case", audience="team", ask="Do it.", sections=PLAN.sections[:1]
    )
    assert headings(document(library, bare)) == [(2, "What we ask")]


def test_two_groups_in_whole_people_are_drawn(library: Library) -> None:
    made = document(library, pictures=True)
    (picture,) = [one for one in made.blocks if isinstance(one, Image)]
    assert "29" in picture.alt
    assert "38" in picture.alt
    assert plain(picture.caption).startswith("Source: Johnson et al., 2018.")
    short = document(library, PLAN.with_length("short"), pictures=True)
    assert not [one for one in short.blocks if isinstance(one, Image)]


def test_the_same_as_slides(library: Library) -> None:
    made = case_deck(library, PLAN, "harvard", "en-GB", Look("markdown"))
    assert [(type(one), one.title) for one in made.slides[:3]] == [
        (Cover, "A case"),
        (Statement, "Fund it."),
        (Section, "The evidence"),
    ]
    enabling = next(one for one in made.slides if one.title == "Our town")
    assert isinstance(enabling, Section)
    points = [one for one in made.slides if isinstance(one, Points)]
    assert [one.is_references for one in points] == [False, True]
    assert plain(points[0].items[0]).startswith("• Treat people as citizens")
    assert "(A Better Way, no date" in plain(points[0].items[0])
    asked = made.slides[1]
    assert isinstance(asked, Statement)
    assert [plain(one) for one in asked.words] == ["For two years.", "• one", "• two"]
    assert words.render(Document(enabling.notes)) == "It rained.\n"


def test_slides_of_an_unedited_plan_say_nothing_twice(library: Library) -> None:
    plan = Plan(
        title="A case",
        audience="commissioner",
        ask="Fund it.",
        sections=(
            Planned(title="What we ask", part="ask"),
            Planned(
                title="What stands in the way",
                part="barriers",
                entries=("funders-count-outputs",),
            ),
            Planned(
                title="What we should do",
                part="actions",
                entries=("fund-and-measure-relationship-building",),
            ),
        ),
    )

    def slides(covered: bool) -> list[Any]:
        made = case_deck(
            *(library, plan, "harvard", "en-GB", Look("markdown")), covered=covered
        )
        return list(made.slides)

    cover, way, barrier, actions, *_ = slides(covered=True)
    assert plain(cover.lines[0]) == "Fund it."
    assert way == Section("What stands in the way", (line("1 barrier."),))
    assert "What answers it" not in "".join(map(plain, barrier.words))
    assert actions.title == "What we should do"
    bare = slides(covered=False)
    assert bare[0] == Section("What we ask", (line("Fund it."),))
    assert bare[1:] == [way, barrier, actions, *_]
