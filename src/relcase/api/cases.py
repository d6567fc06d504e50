"""Cases: entries proposed for an audience, plans checked, documents built of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from relcase.api.library import Library
from relcase.domain import persuade
from relcase.domain import topic as topics
from relcase.domain.answer import Answer
from relcase.domain.content import Document
from relcase.domain.draft import Chosen, Draft, draft
from relcase.domain.fit import Context
from relcase.domain.persuade import Choice, Seen, Wishes
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
    from relcase.compose.material import Material
    from relcase.domain.content import Image
    from relcase.domain.deck import Deck
    from relcase.domain.evidence import Entry
    from relcase.domain.listed import Listed
    from relcase.domain.topic import Topic

CANDIDATES = 400
"""Statistics that are looked at for a case: the first of the sector, most useful first."""
_OF_A_WORD = 60
"""Statistics that are looked at besides for each word of what is asked, in any sector."""


def propose(
    library: Library, wishes: Wishes, *, title: str = "", place: str | None = None
) -> Draft:
    """A plan for these wishes, with the reason for every entry that it names.

    ``place`` is compared with the studies where its last part is a country.
    """
    typed = topics.told((wishes.ask, *wishes.words), place)
    entries, seen, asked = _candidates(library, wishes, typed, placed(place))
    numbers = persuade.numbers(entries, seen, wishes)
    named = tuple(one.id for one in (*numbers.opening, *numbers.evidence))
    listed = library.find(Query(ids=named)) if named else []
    otherwise = persuade.beside(entries, listed, seen, wishes) if named else ()
    others = _others(library)
    barrier, answers = persuade.barrier(others, wishes)
    shared = Counter(name for one in listed for name in one.sector_ids)
    near = [name for name, _ in shared.most_common()]
    told = sorted(others, key=lambda one: -topics.touch(asked, one).share)
    told_of = (*named, *(one.id for one in otherwise))
    chosen = Chosen(
        (*_some(persuade.definition(others, wishes)), *numbers.opening),
        (*numbers.evidence, *otherwise),
        _some(persuade.story(told, wishes, near)),
        _some(barrier),
        persuade.actions(others, answers, wishes),
        _against(library, told_of, entries, seen, wishes, told=bool(otherwise)),
    )
    unsure = {one.id for one in listed if one.certainty == "very_low"}
    heading = title or _title(library, wishes)
    missed = tuple(persuade.missed(listed, seen, wishes, bool(typed)))
    return draft(heading, place, wishes, chosen, unsure)._replace(missed=missed)


def _candidates(
    library: Library,
    wishes: Wishes,
    typed: Mapping[str, str],
    context: Context | None,
) -> "tuple[Sequence[Listed], Seen, Topic]":
    """The statistics to choose among, in stored order, and what is known of them: those of
    the sector, and of any sector those that are about the thing that is asked for."""
    query = Query(kinds=("statistic",), sectors=wishes.sectors, limit=CANDIDATES)
    own = {one.id for one in library.find(query)}
    if not own:
        raise NothingFound(
            f"The stores hold no statistic of {' or '.join(wishes.sectors) or 'any kind'}."
        )
    wider = Query(kinds=("statistic",), limit=_OF_A_WORD)
    found = [
        one for stem in typed for one in library.find(wider._replace(words=(stem,)))
    ]
    if wishes.cares:
        found += library.find(wider._replace(outcomes=wishes.cares))
    ids = tuple(dict.fromkeys((*own, *(one.id for one in found))))
    answer = library.answer(Query(ids=ids), balance=False, context=context)
    whole = {one.id: library.entry(one.id) for one in answer.entries}
    asked = topics.topic(typed, list(whole.values()))
    touches = {name: topics.touch(asked, one) for name, one in whole.items()}
    hit = any(one.share >= topics.STRONG for one in touches.values())
    seen = Seen(answer.fits, touches, hit)
    narrow = topics.told(wishes.words)
    entries = [
        one
        for one in answer.entries
        if one.id in own or persuade.belongs(one, seen, wishes, narrow)
    ]
    return entries, seen, asked


def placed(place: str | None) -> Context | None:
    """What studies are compared with: the country that a place ends with, if it does."""
    last = (place or "").rpartition(",")[2].strip()
    if not last:
        return None
    if (nation := filters.nation(last)) is not None:
        return Context(dict([nation]), names=filters.country_names())
    with suppress(UnknownName):
        (code,) = filters.countries((last,))
        names = filters.country_names()
        return Context({code: names.get(code, code)}, names=names)
    return None


def _others(library: Library) -> "list[Entry]":
    """The entries that are no statistics, in stored order."""
    query = Query(kinds=("story", "definition", "barrier", "action"))
    return [library.entry(one.id) for one in library.find(query)]


def _against(
    library: Library,
    named: tuple[str, ...],
    statistics: "Sequence[Listed]",
    seen: Seen,
    wishes: Wishes,
    *,
    told: bool,
) -> tuple[Choice, ...]:
    if not named:
        return ()
    answer = library.answer(Query(ids=named))
    sources = {one.source for one in answer.entries}
    rest = [one for one in statistics if one.source not in sources]
    return persuade.against(answer.otherwise, rest, seen, wishes, told=told)


def _some(choice: Choice | None) -> tuple[Choice, ...]:
    return (choice,) if choice else ()


def _title(library: Library, wishes: Wishes) -> str:
    names = _names(library, wishes.sectors)
    if not names:
        return "The case for putting relationships first"
    between = " and " if len(names) == 2 else ", "
    in_words = between.join(f"{name[:1].lower()}{name[1:]}" for name in names)
    return f"The case for relationships in {in_words}"


def _names(library: Library, sectors: tuple[str, ...]) -> list[str]:
    """The names of sectors, in their order."""
    names = {one.id: one.name for one in library.sectors()}
    return [names[one] for one in sectors if one in names]


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
        records, folder = material.records, library.folder
        drawn = ((one, _picture(record, folder)) for one, record in records.items())
        found = {one: image for one, image in drawn if image is not None}
        material = material._replace(visuals=found)
    return case.compose(plan, material)


def marked_case(
    library: Library,
    plan: Plan,
    style: str,
    lang: str,
    reference_doc: Path | None = None,
) -> bytes:
    """The case as a Word file that ``refresh`` keeps current, entry by entry.

    What it would say of all of them together is left out. Raises as a document, and
    ``AskedWrongly`` where a style cannot be kept.
    """
    from relcase.api import decks
    from relcase.api.marking import marked_document
    from relcase.compose import case_marked

    material = _material(library, plan, style, lang)
    document = case_marked.compose(plan, material, decks.marker_of(style, lang))
    return marked_document(library, document, style, lang, reference_doc)


def case_deck(
    library: Library,
    plan: Plan,
    style: str,
    lang: str,
    look: "Look | None" = None,
    *,
    covered: bool = True,
    marked: bool = False,
) -> "Deck":
    """The case as slides, with their pictures drawn for the form, and with a cover if it
    is ``covered``. ``marked`` lets ``refresh`` keep what it tells of each entry current.
    Raises as a document, and ``BadValue`` where a style cannot be kept."""
    from relcase.api import decks
    from relcase.compose import case_deck as composer

    material = _material(library, plan, style, lang)
    if marked:
        listed = material.answer.by_id
        shown = [listed[one] for part in plan.sections for one in part.entries]
        material = decks.each_alone(library, material, shown, style, lang)
    drawn = decks.visuals(material.records, look or decks.POWERPOINT, library.folder)
    return composer.compose(
        plan,
        material._replace(visuals=drawn),
        lang,
        covered=covered,
        marker=decks.marker_of(style, lang) if marked else None,
    )


def _material(library: Library, plan: Plan, style: str, lang: str) -> "Material":
    from relcase.compose.material import Material

    context, query = placed(plan.place), Query(ids=plan.ids)
    records = {one: library.record(one, context) for one in plan.ids}
    answer = library.answer(query) if plan.ids else Answer(query, ())
    sources = library.references(answer.cites, style, lang)
    sector = ", ".join(_names(library, plan.sector))
    return Material(answer, records, sources, sector=sector)


def _sector(library: Library, sector: str | None) -> str:
    """The name of a sector; nothing for none."""
    return next((one.name for one in library.sectors() if one.id == sector), "")


def _picture(record: Record, folder: Path | None) -> "Image | None":
    """Two groups in whole people as icons; any other number is told in words."""
    from relcase.api.drawing import drawn
    from relcase.charts import making
    from relcase.domain.content import Image, line

    made = making.beside(record)
    if made is None or made.kind != "icons":
        return None
    return Image(drawn(folder, made, "svg"), made.alt, line(made.source))
