"""Cases: entries proposed for an audience, plans checked, documents built of them."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from relcase.api.library import Library
from relcase.domain import persuade
from relcase.domain.content import Document
from relcase.domain.draft import Chosen, Draft, draft
from relcase.domain.fit import Context
from relcase.domain.persuade import Choice, Wishes
from relcase.domain.plan import Plan
from relcase.domain.problem import Problem
from relcase.domain.query import Query
from relcase.domain.record import Record
from relcase.errors import NothingFound, UnknownName
from relcase.store import filters, plans
from relcase.store.plans import LoadedPlan

if TYPE_CHECKING:
    from relcase.api.decks import Look
    from relcase.checks.plans.shelf import Shelf
    from relcase.compose.case import Material
    from relcase.domain.content import Image
    from relcase.domain.deck import Deck
    from relcase.domain.evidence import Entry
    from relcase.domain.listed import Listed

CANDIDATES = 400
"""Statistics that are looked at for a case: the first of the sector, most useful first."""


def propose(
    library: Library, wishes: Wishes, *, title: str = "", place: str | None = None
) -> Draft:
    """A plan for these wishes, with the reason for every entry that it names.

    ``place`` is compared with the studies where its last part is a country.
    """
    sectors = (wishes.sector,) if wishes.sector else ()
    query = Query(kinds=("statistic",), sectors=sectors, limit=CANDIDATES)
    context = placed(place)
    answer = library.answer(query, balance=False, context=context)
    if not answer.entries:
        raise NothingFound(
            f"The stores hold no statistic of {wishes.sector or 'any kind'}."
        )
    numbers = persuade.numbers(answer.entries, answer.fits, wishes)
    named = tuple(one.id for one in (*numbers.opening, *numbers.evidence))
    listed = library.find(Query(ids=named)) if named else []
    others = _others(library)
    barrier, answers = persuade.barrier(others, wishes)
    shared = Counter(name for one in listed for name in (one.sectors or "").split())
    near = [name for name, _ in shared.most_common()]
    chosen = Chosen(
        (*_some(persuade.definition(others, wishes)), *numbers.opening),
        numbers.evidence,
        _some(persuade.story(others, wishes, near)),
        _some(barrier),
        persuade.actions(others, answers, wishes),
        _against(library, named, answer.entries, wishes),
    )
    unsure = {one.id for one in listed if one.certainty == "very_low"}
    heading = title or _title(library, wishes)
    return draft(heading, place, wishes, chosen, unsure)


def placed(place: str | None) -> Context | None:
    """What studies are compared with: the country that a place ends with, if it does."""
    last = (place or "").rpartition(",")[2].strip()
    if not last:
        return None
    if (nation := filters.nation(last)) is not None:
        return Context(dict([nation]), names=filters.country_names())
    with suppress(UnknownName):
        (code,) = filters.countries((last,))
        known = {code: filters.country_name(code)}
        return Context(known, names=filters.country_names())
    return None


def _others(library: Library) -> "list[Entry]":
    """The entries that are no statistics, in stored order."""
    query = Query(kinds=("story", "definition", "barrier", "action"))
    return [library.entry(one.id) for one in library.find(query)]


def _against(
    library: Library,
    named: tuple[str, ...],
    statistics: "Sequence[Listed]",
    wishes: Wishes,
) -> tuple[Choice, ...]:
    if not named:
        return ()
    answer = library.answer(Query(ids=named))
    sources = {one.source for one in answer.entries}
    rest = [one for one in statistics if one.source not in sources]
    return persuade.against(answer.otherwise, rest, wishes)


def _some(choice: Choice | None) -> tuple[Choice, ...]:
    return (choice,) if choice else ()


def _title(library: Library, wishes: Wishes) -> str:
    names = {one.id: one.name for one in library.sectors()}
    name = names.get(wishes.sector or "")
    if not name:
        return "The case for putting relationships first"
    return f"The case for relationships in {name[:1].lower()}{name[1:]}"


def plan_text(draft: Draft) -> str:
    """A proposed plan as a file to edit, with the reason for each entry in it."""
    return plans.written(draft)


def load_plan(path: Path) -> LoadedPlan:
    """The plan of a file, and what is wrong with its text. Raises ``Unreadable``."""
    return plans.load_plan(path)


def check_plan(
    library: Library, loaded: LoadedPlan, today: date | None = None
) -> list[Problem]:
    """Everything wrong with a plan: its text, its fields, and what it rests on."""
    if loaded.plan is None:
        return list(loaded.problems)
    from relcase.checks.plans import plan_findings

    around = _shelf(library, loaded.plan, loaded.path, today or date.today())
    return loaded.located(plan_findings(loaded.plan, around))


def _shelf(library: Library, plan: Plan, file: str, today: date) -> "Shelf":
    from relcase.checks.plans.shelf import Shelf

    records = held(library, plan)
    entries = {one: record.entry for one, record in records.items()}
    certainties = {
        one: record.rating.word for one, record in records.items() if record.rating
    }
    statistics = tuple(one for one, record in records.items() if record.rating)
    answer = library.answer(Query(ids=statistics)) if statistics else None
    return Shelf(
        entries,
        certainties,
        library.names("ids"),
        [one.id for one in library.sectors()],
        [one.id for one in library.outcomes()],
        answer.otherwise if answer else (),
        file,
        today,
    )


def held(library: Library, plan: Plan) -> dict[str, Record]:
    """The entries of a plan that the stores hold, each compared with its place."""
    context = placed(plan.place)
    return {one: library.record(one, context) for one in plan.ids if library.has(one)}


def case_document(
    library: Library, plan: Plan, style: str, lang: str, *, pictures: bool = False
) -> Document:
    """The case as a document, to be written in a format.

    ``pictures`` draws those statistics of a long case that are best seen. Raises
    ``UnknownName`` for an entry of the plan that the stores do not hold; ``check_plan``
    finds these with their places. Raises ``MissingExtra`` when nothing is installed that
    draws.
    """
    from relcase.compose import case

    material = _material(library, plan, style, lang)
    if pictures and plan.length == "long":
        drawn = ((one, _picture(record)) for one, record in material.records.items())
        found = {one: image for one, image in drawn if image is not None}
        material = material._replace(pictures=found)
    return case.compose(plan, material)


def case_deck(
    library: Library,
    plan: Plan,
    style: str,
    lang: str,
    look: "Look | None" = None,
    *,
    covered: bool = True,
) -> "Deck":
    """The case as slides, with their pictures drawn for the form, and with a cover if it
    is ``covered``. Raises as a document."""
    from relcase.api import decks
    from relcase.compose import case_deck as composer
    from relcase.compose import deck

    material = _material(library, plan, style, lang)
    answer = library.answer(Query(ids=plan.ids))
    drawn = decks.visuals(material.records, look or decks.POWERPOINT)
    made_of = deck.Material(answer, material.records, material.sources, drawn)
    return composer.compose(plan, material, made_of, lang, covered=covered)


def _material(library: Library, plan: Plan, style: str, lang: str) -> "Material":
    from relcase.compose.case import Material

    context = placed(plan.place)
    records = {one: library.record(one, context) for one in plan.ids}
    answer = library.answer(Query(ids=plan.ids)) if plan.ids else None
    listed = {one.id: one for one in answer.entries} if answer else {}
    otherwise = tuple(answer.otherwise) if answer else ()
    keys = [one.source for one in listed.values()]
    keys += [one.source for one in otherwise]
    sources = library.references(tuple(dict.fromkeys(keys)), style, lang)
    names = {one.id: one.name for one in library.sectors()}
    sector = names.get(plan.sector or "", "")
    return Material(records, listed, otherwise, sources, sector)


def _picture(record: Record) -> "Image | None":
    """Two groups in whole people as icons; any other number is told in words."""
    from relcase.charts import making
    from relcase.charts.draw import draw
    from relcase.domain.content import Image, line
    from relcase.domain.evidence import Statistic

    entry = record.entry
    if not isinstance(entry, Statistic) or entry.lead is None:
        return None
    if making.best([record]) != "icons":
        return None
    made = making.chart([record], "icons", bare=True)
    return Image(draw(made, "svg"), made.alt, line(made.source))
