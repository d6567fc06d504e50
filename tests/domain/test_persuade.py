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
from relcase.domain.persuade import Seen, Wishes
from relcase.domain.topic import Touch

WISHES = Wishes("Do it.", "commissioner", ("health",), ("hospital-use",), "short")


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
    seen = Seen(more.get("fits", {}), more.get("touches", {}))
    found = persuade.numbers(statistics, seen, more.get("wishes", WISHES))
    return [one.id for one in (*found.opening, *found.evidence)]


def test_what_is_surest_comes_first() -> None:
    found = chosen(
        statistic("low", certainty="low"),
        statistic("moderate"),
        statistic("high", certainty="high"),
        statistic("leads", certainty="low", use="lead"),
    )
    assert found == ["leads", "high", "moderate", "low"]


def test_what_was_not_meant_is_told_only_when_nothing_was() -> None:
    meant = {"asked": Touch(0.8, ("visits",)), "both": Touch(0.3, ("visits",))}
    statistics = (
        statistic("opens", use="lead", certainty="high"),
        statistic("near"),
        statistic("asked", certainty="low"),
        statistic("cared", outcomes="hospital-use"),
        statistic("both", outcomes="hospital-use", certainty="low"),
    )
    fits = {"near": Fit("close", ()), "cared": Fit("distant", ())}
    found = chosen(*statistics, fits=fits, touches=meant)
    assert found == ["both", "cared", "asked"]
    anything = WISHES._replace(cares=())
    assert chosen(*statistics, wishes=anything)[0] == "opens"


def test_an_outcome_of_every_field_is_not_enough_where_no_field_was_named() -> None:
    anywhere = WISHES._replace(sectors=())
    seen = Seen({}, {"choir": Touch(0.9, ("choir",))}, hit=True)
    cared = statistic("elsewhere", outcomes="hospital-use")
    choir = statistic("choir", outcomes="hospital-use")
    assert persuade.near(choir, seen, anywhere) == 3
    assert persuade.near(cared, seen, anywhere) == 0
    assert persuade.near(cared, seen, WISHES) == 2
    assert persuade.near(cared, Seen(), anywhere) == 2


def test_what_was_found_otherwise_about_the_very_thing_stands_beside_it() -> None:
    for_it = statistic("for")
    held = (
        for_it,
        statistic("null", stance="no_clear_difference"),
        statistic("mixed", stance="mixed", certainty="low"),
        statistic("elsewhere", stance="against"),
    )
    touches = {name: Touch(0.6, ("befriending",)) for name in ("for", "null", "mixed")}
    wishes = WISHES._replace(length="long")
    found = persuade.beside(held, [for_it], Seen({}, touches), wishes)
    assert [one.id for one in found] == ["null", "mixed"]
    assert found[0].reason == "found otherwise about befriending; moderate certainty"


def test_a_statistic_of_another_sector_has_to_be_about_what_was_asked() -> None:
    one = statistic("one", outcomes="hospital-use")
    plain = WISHES._replace(cares=())
    strong = Seen({}, {"one": Touch(0.6, ("visits",), frozenset({"visit"}))})
    weak = Seen({}, {"one": Touch(0.1, ("visits",), frozenset({"visit"}))})
    assert persuade.belongs(one, strong, plain)
    assert persuade.belongs(one, strong, plain, {"visit"})
    assert not persuade.belongs(one, strong, plain, {"prison"})
    assert not persuade.belongs(one, weak, plain)
    assert persuade.belongs(one, weak, WISHES)
    assert not persuade.belongs(one, Seen(), WISHES)


def test_what_nothing_is_about_is_said() -> None:
    seen = Seen({}, {"one": Touch(0.6, ("visits",))})
    one = statistic("one", outcomes="mortality")
    few, cared = persuade.missed([one], seen, WISHES, True)
    assert few.startswith("Only 1 statistic is for it and about what you ask.")
    assert few.endswith("relcase stats --sector health")
    assert cared == (
        "None of the statistics chosen is about hospital-use, which you named; see: "
        "relcase stats --outcome hospital-use"
    )
    (none,) = persuade.missed([one], Seen(), WISHES._replace(cares=()), True)
    assert none.startswith("No statistic is about the words of the ask")


def test_the_reason_says_what_counted() -> None:
    one = statistic("one", outcomes="mortality hospital-use")
    leads = statistic("leads", use="lead", outcomes="hospital-use")
    fits = {"one": Fit("close", ())}
    touches = {"one": Touch(0.5, ("visits", "prison"))}
    leading = {"leads": Touch(0.5, ("visits",))}
    seen = Seen(fits, touches | leading)
    found = persuade.numbers([leads, one], seen, WISHES)
    assert found.evidence[0].reason == (
        "about visits and prison, as you asked; on hospital use, which you named; "
        "moderate certainty; from the country you named"
    )
    usual = WISHES._replace(cares=())
    told = persuade.numbers([leads, one], Seen(), usual).evidence[0]
    assert told.reason == (
        "on hospital use, which commissioners answer for; moderate certainty"
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
    found = persuade.against(otherwise, [of_field, recorded], Seen(), wishes)
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
