"""Files of a store to entries, references and findings. Never raises for bad content."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from relcase.domain.corpus import Corpus, Placed
from relcase.domain.evidence import KIND_TYPES, Closed, Entry, Outcome, Sector
from relcase.domain.problem import Finding, KeyOf, Problem, Step
from relcase.domain.reference import Reference
from relcase.domain.vocabulary import PLURALS
from relcase.errors import Unreadable
from relcase.store import textfile, yaml_text
from relcase.store.decoding import decode
from relcase.store.locate import StoreFiles
from relcase.store.validate import repaired, validate

SECTIONS: dict[str, type[Closed]] = {
    "sectors": Sector,
    "outcomes": Outcome,
    **{PLURALS[kind]: model for kind, model in KIND_TYPES.items()},
}


class LoadedFile(NamedTuple):
    """One evidence file: what it holds, and what is wrong with it."""

    path: str
    placed: tuple[Placed, ...]
    raw: tuple[dict[str, Any], ...]
    """The plain data of each entry of ``placed``, field for field."""
    spoilt: tuple[Placed, ...]
    """Entries with stand-ins for what is wrong in them, to judge the rest of them by."""
    sectors: tuple[Sector, ...]
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    text: str
    """What could be read of it: of the same lines, without those that could not."""
    lines: tuple[str, ...] = ()
    """All its lines, where something is wrong with them."""

    def located(self, findings: Iterable[Finding]) -> list[Problem]:
        """Findings about this file with their line and column."""
        listed = list(findings)
        where = (
            yaml_text.places(self.text, (one.steps for one in listed)) if listed else {}
        )
        return [
            Problem(
                one.file,
                *where[one.steps],
                one.severity,
                one.rule,
                one.message,
                one.hint,
            )
            for one in listed
        ]


class LoadedStore(NamedTuple):
    """A whole store: its files, its bibliography, and the problems of reading them."""

    files: tuple[LoadedFile, ...]
    references: dict[str, Reference]
    problems: tuple[Problem, ...]


def load_store(files: StoreFiles, limit: int = textfile.LIMIT) -> LoadedStore:
    """Everything a store holds. Only a file that cannot be opened at all raises."""
    references, problems = load_bibliography(files, limit)
    loaded = tuple(
        load_evidence(files, str(path), textfile.read_bytes(path, limit))
        for path in files.evidence
    )
    return LoadedStore(loaded, references, tuple(problems))


def load_bibliography(
    files: StoreFiles, limit: int = textfile.LIMIT
) -> tuple[dict[str, Reference], Iterator[Problem]]:
    """The sources of a store; a missing bibliography is a problem, not an error.

    Problems are looked for when they are asked for.
    """
    path = str(files.bibliography)
    try:
        raw = textfile.read_bytes(files.bibliography, limit)
    except Unreadable as error:
        hint = "The bibliography of a store is references.bib beside its evidence."
        return {}, iter([Problem(path, 1, 1, "error", "K01", str(error), hint)])
    text, problems = decode(raw, path)
    from relcase.store.bibtex_text import parse  # of no use to most mendings

    references, more = parse(text, path)
    return references, chain(problems, more)


def load_evidence(files: StoreFiles, path: str, raw: bytes) -> LoadedFile:
    """The entries of one evidence file, given its bytes."""
    text, problems = decode(raw, path)
    content = yaml_text.read(text, path)
    problems += content.problems
    reader = _Reader(files.name, path)
    reader.read(content.data)
    if content.data is None and not problems:
        hint = "A store starts with a section such as `statistics:`."
        problems.append(Problem(path, 1, 1, "error", "S03", "the file is empty", hint))
    return LoadedFile(
        path,
        tuple(reader.placed),
        tuple(reader.raw),
        tuple(reader.spoilt),
        tuple(reader.sectors),
        tuple(reader.outcomes),
        tuple(reader.findings),
        tuple(problems),
        content.text,
        tuple(text.splitlines()) if problems or reader.findings else (),
    )


def located_in_bibliography(
    store: LoadedStore, findings: Iterable[Finding]
) -> list[Problem]:
    """Findings about the sources of a store, at the field or else the key they name."""
    files = {reference.file for reference in store.references.values()}
    problems = []
    for one in findings:
        if one.file in files:
            key, *rest = one.steps
            places = store.references[str(key)].places
            line, column = places.get(str(rest[0]) if rest else "", places[""])
            problems.append(
                Problem(
                    one.file,
                    line,
                    column,
                    one.severity,
                    one.rule,
                    one.message,
                    one.hint,
                )
            )
    return problems


class _Reader:
    """Sorts the sections of a file into entries, sectors, outcomes and findings."""

    def __init__(self, store: str, path: str) -> None:
        self.store, self.path = store, path
        self.placed: list[Placed] = []
        self.raw: list[dict[str, Any]] = []
        self.spoilt: list[Placed] = []
        self.sectors: list[Sector] = []
        self.outcomes: list[Outcome] = []
        self.findings: list[Finding] = []

    def read(self, data: object) -> None:
        """All sections of the file."""
        if data is None:
            return
        if not isinstance(data, dict):
            self._refuse(
                (), "a store is a map of sections, not a list or a text", _SECTION_HINT
            )
            return
        for name, items in data.items():
            model = SECTIONS.get(name)
            if model is None:
                self._refuse(
                    (KeyOf(name),),
                    f"there is no section '{name}'",
                    _SECTION_HINT,
                    "S01",
                )
            elif items is None:
                continue
            elif not isinstance(items, list):
                self._refuse(
                    (name,),
                    f"'{name}' must be a list",
                    "Start each entry with `- id:`.",
                )
            else:
                for number, item in enumerate(items):
                    self._item(model, item, (name, number))

    def _item(self, model: type[Closed], item: object, steps: tuple[Step, ...]) -> None:
        if not isinstance(item, dict):
            self._refuse(
                steps, "an entry is a map of fields", "Start it with `- id: …`."
            )
            return
        value, findings = validate(model, item, self.path, steps)
        self.findings += findings
        if value is None and issubclass(model, Entry):
            if (rest := repaired(model, item)) is not None:
                self.spoilt.append(Placed(rest, self.store, self.path, steps))
        elif isinstance(value, Entry):
            self.placed.append(Placed(value, self.store, self.path, steps))
            self.raw.append(item)
        elif isinstance(value, Sector):
            self.sectors.append(value)
        elif isinstance(value, Outcome):
            self.outcomes.append(value)

    def _refuse(
        self, at: tuple[Step, ...], message: str, hint: str, rule: str = "S03"
    ) -> None:
        self.findings.append(Finding(self.path, at, rule, "error", message, hint))


_SECTION_HINT = "The sections are: " + ", ".join(SECTIONS) + "."


def corpus(stores: Iterable[LoadedStore]) -> Corpus:
    """Several stores as one, later ones laid over earlier ones."""
    placed: list[Placed] = []
    references: dict[str, Reference] = {}
    sectors: dict[str, Sector] = {}
    outcomes: dict[str, Outcome] = {}
    redefined: list[Reference] = []
    for store in stores:
        for key, reference in store.references.items():
            if key in references and references[key].csl != reference.csl:
                redefined.append(reference)
        references |= store.references
        for file in store.files:
            placed += file.placed
            sectors |= {sector.id: sector for sector in file.sectors}
            outcomes |= {outcome.id: outcome for outcome in file.outcomes}
    return Corpus(tuple(placed), references, sectors, outcomes, tuple(redefined))
