"""Plans as files: written to be edited, read strictly, every mistake with its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relcase.domain.draft import Chosen, draft
from relcase.domain.persuade import Choice, Wishes
from relcase.errors import Unreadable
from relcase.store.plans import LoadedPlan, load_plan, written

WISHES = Wishes("Fund: two “people”.", "trustee", ("health",), ("cost",), "short")
ROWS = (
    *(
        "title: A case",
        "audience: team",
        "ask: Do it.",
        "ask: [",
        "sections:",
        "cares: 1",
    ),
    *(
        "  - title: Ours",
        "    entries: [a, b]",
        "    text: |",
        "      Words.",
        "    \tx",
    ),
    *("  - 1", "  -", "    entries:", "      - a", "---", "&a", "length: null"),
)
NOTHING = Chosen((), (), (), (), (), ())


def loaded(folder: Path, text: str) -> LoadedPlan:
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    return load_plan(path)


def problems(folder: Path, text: str) -> list[tuple[int | None, int | None, str, str]]:
    found = loaded(folder, text).problems
    return [(one.line, one.column, one.rule, one.message) for one in found]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    choice = Choice("an-entry", "A headline: with # and 'marks'.", "it is sure")
    chosen = NOTHING._replace(evidence=(choice,), actions=(choice,))
    made = written(draft("A “case”: ours", "Leeds, England", WISHES, chosen, ()))
    plan = loaded(tmp_path, made).plan
    assert plan is not None
    assert (plan.title, plan.ask) == ("A “case”: ours", "Fund: two “people”.")
    assert (plan.audience, plan.sector, plan.cares) == (
        "trustee",
        ("health",),
        ("cost",),
    )
    assert (plan.place, plan.length) == ("Leeds, England", "short")
    assert [(one.part, one.entries) for one in plan.sections] == [
        ("ask", ()),
        ("evidence", ("an-entry",)),
        ("unknowns", ()),
        ("actions", ("an-entry",)),
    ]


def test_the_reason_stands_above_the_entry_as_a_comment() -> None:
    choice = Choice("an-entry", "A headline.", "it is sure")
    chosen = NOTHING._replace(evidence=(choice,))
    made = written(draft("A case", None, WISHES, chosen, ()))
    assert "      # A headline.\n      # Why: it is sure.\n      - an-entry\n" in made


def test_words_of_a_store_cannot_leave_their_comment_or_their_quotes(
    tmp_path: Path,
) -> None:
    wild = 'x\n      - other\u2028- other\x85"\x07'
    chosen = NOTHING._replace(evidence=(Choice("an-entry", wild, wild),))
    made = written(draft(wild, wild, WISHES._replace(ask=wild), chosen, ()))
    found = loaded(tmp_path, made)
    assert found.problems == ()
    assert found.plan is not None
    assert found.plan.ids == ("an-entry",)
    assert found.plan.ask.startswith("x       - other")


def test_an_empty_field_is_one_left_out(tmp_path: Path) -> None:
    text = """
title: A case
audience: team
ask: Do it.
place:
sections:
  - title: Ours
    part:
    text:
    entries:
"""
    plan = loaded(tmp_path, text).plan
    assert plan is not None
    assert (plan.place, plan.length) == (None, "long")
    assert (plan.sections[0].part, plan.sections[0].text) == (None, "")


def test_every_mistake_has_its_place(tmp_path: Path) -> None:
    text = """title: A case
audience: board
asks: Do it.
sections:
  - part: proof
    entries: [1]
"""
    assert problems(tmp_path, text) == [
        (1, 1, "S03", "'ask' is missing"),
        (2, 11, "S03", "'board' is not one of the values of 'audience'"),
        (3, 1, "S01", "there is no field 'asks' here"),
        (5, 5, "S03", "'title' is missing"),
        (5, 11, "S03", "'proof' is not one of the values of 'part'"),
        (6, 15, "S05", "'entries' is a bare number"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (1, 1, "S03", "a plan is a map of fields, such as `title:` and `ask:`")),
        (
            "- x",
            (1, 1, "S03", "a plan is a map of fields, such as `title:` and `ask:`"),
        ),
        ("title: 'x", (1, 8, "Y01", "this quotation mark is never closed")),
        ("title: a\ntitle: b", (2, 1, "Y03", "'title' is given twice here")),
    ],
)
def test_what_is_no_plan(
    tmp_path: Path, text: str, expected: tuple[int, int, str, str]
) -> None:
    assert problems(tmp_path, text) == [expected]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there is no such file"):
        load_plan(tmp_path / "none.yaml")


@given(text=st.text() | st.lists(st.sampled_from(ROWS)).map("\n".join))
def test_any_text_is_a_plan_or_has_problems_with_places(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    found = load_plan(path)
    assert (found.plan is None) == bool(found.problems)
    assert all(one.line and one.column for one in found.problems)
