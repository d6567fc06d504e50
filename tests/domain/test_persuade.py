"""Which entries are chosen for whom, and why; counted on entries made for the purpose."""

from collections.abc import Callable
from typing import Any

from relcase.domain import persuade
from relcase.domain.answer import Otherwise
from relcase.domain.evidence import (
    Action,
    Barrier,
    Definition,
    Source,
    Story,
    Verification,
)
from relcase.domain.fit import Fit
from relcase.domain.listed import Listed
from relcase.domain.persuade import Wishes

WISHES = Wishes("Do it.", "commissioner", "health", ("hospital-use",), "short")


def statistic(name: str, **fields: Any) -> Listed:
    usual: dict[str, Any] = dict.fromkeys(Listed._fields)
    usual |= {
        "id": name,
        "kind": "statistic",
        "status": "active",
        "headline": f"Headline of {name}.",
        "use": "support",
        "stance": "supports",
        "certainty": "moderate",
        "outcomes": name,
        "sectors": "health",
        "source": f"of-{name}",
    }
    return Listed(**(usual | fields))


def chosen(*statistics: Listed, **more: Any) -> list[str]:
    found = persuade.numbers(
        statistics, more.get("fits", {}), more.get("wishes", WISHES)
    )
    return [one.id for one in (*found.opening, *found.evidence)]


def test_what_is_surest_comes_first() -> None:
    found = chosen(
        statistic("low", certainty="low"),
        statistic("moderate"),
        statistic("high", certainty="high"),
        statistic("leads", certainty="low", use="lead"),
    )
    assert found == ["leads", "high", "moderate", "low"]


def test_what_somebody_cares_about_beats_what_is_near_and_both_beat_neither() -> None:
    found = chosen(
        statistic("opens", use="lead", certainty="high"),
        statistic("plain"),
        statistic("near"),
        statistic("cared", outcomes="hospital-use"),
        fits={"near": Fit("close", ()), "cared": Fit("distant", ())},
    )
    assert found == ["opens", "cared", "near", "plain"]


def test_the_reason_says_what_counted() -> None:
    one = statistic("one", outcomes="mortality hospital-use")
    fits = {"one": Fit("close", ())}
    found = persuade.numbers([statistic("leads", use="lead"), one], fits, WISHES)
    assert found.evidence[0].reason == (
        "moderate certainty; on hospital use, which you named; fit to the place: close"
    )
    usual = WISHES._replace(cares=())
    told = persuade.numbers([statistic("leads", use="lead"), one], {}, usual).evidence[
        0
    ]
    assert told.reason == (
        "moderate certainty; on hospital use, which commissioners answer for"
    )


def test_one_study_speaks_once_and_no_outcome_takes_all_the_room() -> None:
    found = chosen(
        statistic("opens", use="lead", source="same"),
        statistic("again", source="same", certainty="high"),
        *(statistic(f"death-{n}", outcomes="mortality") for n in range(3)),
        statistic("other"),
    )
    assert found == ["opens", "death-0", "death-1", "other"]


def test_weak_evidence_is_taken_only_to_make_three() -> None:
    weak = [statistic(f"weak-{n}", certainty="very_low") for n in range(5)]
    strong = [statistic(f"strong-{n}") for n in range(6)]
    assert chosen(*weak, *strong) == [f"strong-{n}" for n in range(5)]
    assert chosen(*weak, *strong[:2]) == ["strong-0", "strong-1", "weak-0", "weak-1"]
    assert chosen(*weak[:1]) == ["weak-0"]


def test_what_does_not_support_is_no_evidence_for_the_case() -> None:
    mixed = statistic("mixed", stance="mixed")
    null = statistic("null", stance="no_clear_difference")
    assert chosen(mixed, null, statistic("for")) == ["for"]
    assert chosen(mixed, null) == ["mixed"]
    assert chosen(null) == []


def test_counter_evidence_begins_with_what_the_records_name() -> None:
    recorded = statistic("recorded", stance="no_clear_difference")
    elsewhere = statistic("elsewhere", stance="against", sectors="business")
    of_field = statistic("of-field", stance="against")
    supporting = statistic("supporting")
    otherwise = [
        Otherwise("of-elsewhere", "", False, frozenset(), elsewhere),
        Otherwise("of-supporting", "", True, frozenset(), supporting),
        Otherwise("of-nothing", "", True, frozenset()),
        Otherwise("of-recorded", "", True, frozenset(), recorded),
    ]
    wishes = WISHES._replace(length="long")
    found = persuade.against(otherwise, [of_field, recorded], wishes)
    assert [one.id for one in found] == ["recorded", "of-field", "elsewhere"]
    assert found[0].reason.startswith("recorded as finding otherwise")


def test_the_barrier_is_the_one_that_the_audience_can_answer_most_of() -> None:
    entries = [
        other(Barrier, "first", answers=("theirs", "ours")),
        other(Barrier, "second", answers=("ours", "ours-too")),
        other(Action, "theirs", who=("funders",)),
        other(Action, "ours", who=("commissioners",)),
        other(Action, "ours-too", who=("commissioners",)),
        other(Action, "apart", who=("commissioners",), sectors=("health",)),
        other(Action, "elsewhere", who=("commissioners",), sectors=("business",)),
    ]
    barrier, answers = persuade.barrier(entries, WISHES)
    assert barrier is not None
    assert barrier.id == "second"
    assert barrier.reason == "2 of the 2 actions that answer it are for commissioners"
    asked = persuade.actions(entries, answers, WISHES)
    assert [one.id for one in asked] == ["ours", "ours-too", "apart"]


def test_a_story_of_the_sector_else_of_one_that_the_evidence_shares() -> None:
    stories = [
        other(Story, "of-housing", sectors=("housing",)),
        other(Story, "of-health", sectors=("health",)),
    ]
    own = persuade.story(stories, WISHES, ["housing"])
    assert own is not None
    assert own.id == "of-health"
    near = persuade.story(stories[:1], WISHES, ["health", "housing"])
    assert near is not None
    assert "no story of health" in near.reason
    assert persuade.story(stories[:1], WISHES, ["health"]) is None


def test_the_definition_that_was_checked_furthest() -> None:
    entries = [
        other(Definition, "second-hand", level="secondary", term="x"),
        other(Definition, "read", term="y"),
    ]
    found = persuade.definition(entries, WISHES)
    assert found is not None
    assert found.id == "read"
    assert persuade.definition([], WISHES) is None


def other(kind: Callable[..., Any], name: str, **fields: Any) -> Any:
    level = fields.pop("level", "full_text")
    usual = {"sectors": ("any",), "headline": f"Headline of {name}.", "text": "Text."}
    checked = Verification(level=level, on="2026-01-15")
    return kind(
        id=name,
        source=Source(key=f"of-{name}"),
        verification=checked,
        **(usual | fields),
    )
