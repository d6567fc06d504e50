"""What each audience of a case reads first, wants to know, and can be asked to do."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from relcase.domain.plan import Audience, Part, Plan, Section
from relcase.domain.vocabulary import Length

Question = Literal[
    "Says who?",
    "Compared with what?",
    "How big is it, in plain numbers?",
    "How sure is it?",
    "Is it the cause, or only in its company?",
    "Would it work here?",
    "What would it cost, and is it cashable?",
    "What is the evidence against it?",
]
"""What a sceptic asks of a statistic, in the order it is asked."""
QUESTIONS: tuple[Question, ...] = get_args(Question)


class Needs(NamedTuple):
    """One audience: how a case is told to it."""

    noun: str
    """What its members are called, many of them."""
    order: tuple[Part, ...]
    """The parts of the case, first things first."""
    length: Length
    """How much it reads."""
    cares: tuple[str, ...]
    """Outcomes it usually answers for."""
    asks: tuple[Question, ...]
    """The hard questions it is likely to put."""
    does: str
    """What it is called in the records of actions."""


_USUAL: tuple[Part, ...] = (
    "ask",
    "why",
    "evidence",
    "story",
    "barriers",
    "actions",
    "unknowns",
)

NEEDS: Mapping[Audience, Needs] = MappingProxyType(
    {
        "commissioner": Needs(
            "commissioners",
            _USUAL,
            "long",
            (
                "service-demand",
                "hospital-use",
                "reoffending",
                "children-in-care",
                "housing-stability",
                "cost",
            ),
            (
                "Compared with what?",
                "How big is it, in plain numbers?",
                "How sure is it?",
                "Would it work here?",
                "What would it cost, and is it cashable?",
            ),
            "commissioners",
        ),
        "funder": Needs(
            "funders",
            ("ask", "why", "story", "evidence", "barriers", "actions", "unknowns"),
            "long",
            (
                "wellbeing",
                "loneliness",
                "social-connection",
                "reoffending",
                "attainment",
            ),
            (
                "Says who?",
                "How sure is it?",
                "Is it the cause, or only in its company?",
                "What would it cost, and is it cashable?",
            ),
            "funders",
        ),
        "manager": Needs(
            "managers",
            ("ask", "evidence", "barriers", "actions", "why", "story", "unknowns"),
            "short",
            ("staff-wellbeing", "performance", "service-demand", "care-experience"),
            (
                "How big is it, in plain numbers?",
                "Would it work here?",
                "What would it cost, and is it cashable?",
            ),
            "managers",
        ),
        "trustee": Needs(
            "trustees",
            ("ask", "why", "evidence", "unknowns", "story", "barriers", "actions"),
            "short",
            ("wellbeing", "cost", "institutional-trust", "mortality"),
            (
                "Says who?",
                "How sure is it?",
                "What would it cost, and is it cashable?",
                "What is the evidence against it?",
            ),
            "leaders",
        ),
        "team": Needs(
            "the team",
            ("story", "why", "ask", "evidence", "barriers", "actions", "unknowns"),
            "short",
            ("care-experience", "wellbeing", "staff-wellbeing", "social-connection"),
            (
                "How big is it, in plain numbers?",
                "Is it the cause, or only in its company?",
                "Would it work here?",
            ),
            "front-line teams",
        ),
        "myself": Needs(
            "my own use",
            ("why", "evidence", "unknowns", "story", "barriers", "actions", "ask"),
            "long",
            (),
            QUESTIONS,
            "everyone",
        ),
    }
)


def retold(plan: Plan, audience: Audience) -> Plan:
    """The same plan for another audience: its order, and its length.

    A section of one's own stays behind the section that it follows.
    """
    needs = NEEDS[audience]
    order = {part: number for number, part in enumerate(needs.order)}
    place, placed = -1, list[tuple[int, Section]]()
    for section in plan.sections:
        place = order[section.part] if section.part else place
        placed.append((place, section))
    sections = tuple(one for _, one in sorted(placed, key=lambda pair: pair[0]))
    return replace(plan, audience=audience, sections=sections, length=needs.length)
