"""What each audience reads first, and the same plan told to another one."""

import pytest

from relcase.compose import challenge
from relcase.domain.audience import NEEDS, QUESTIONS, retold
from relcase.domain.formatted import Formatted
from relcase.domain.plan import AUDIENCES, PARTS, Audience, Plan, Section
from relcase.domain.record import Record

PLAN = Plan(
    title="A case",
    audience="commissioner",
    ask="Do it.",
    length="long",
    sections=(
        Section(title="What we ask", part="ask"),
        Section(title="Why", part="why"),
        Section(title="Our town"),
        Section(title="The evidence", part="evidence"),
        Section(title="What we do not know", part="unknowns"),
    ),
)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_audience_hears_every_part_of_a_case(audience: Audience) -> None:
    assert sorted(NEEDS[audience].order) == sorted(PARTS)
    assert set(NEEDS[audience].asks) <= set(QUESTIONS)


def test_the_plan_told_to_somebody_else_has_their_order_and_length() -> None:
    told = retold(PLAN, "myself")
    assert [one.title for one in told.sections] == [
        "Why",
        "Our town",
        "The evidence",
        "What we do not know",
        "What we ask",
    ]
    assert (told.audience, told.length) == ("myself", "long")
    assert retold(PLAN, "trustee").length == "short"
    assert told.ask == PLAN.ask


def test_the_questions_are_those_that_a_record_answers(
    statistic_record: Record,
) -> None:
    assert tuple(challenge.answers(statistic_record, Formatted({}, ()))) == QUESTIONS


@pytest.fixture
def statistic_record() -> Record:
    from relcase.api import open_library

    return open_library().record("frome-emergency-admissions")
