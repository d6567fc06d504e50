"""The budgets: each a function that measures one kind of work and says how it went."""

import json
import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks import write_report
from benchmarks.generate import RARE_WORD
from benchmarks.measure import (
    Command,
    Outcome,
    medians,
    milliseconds,
    output,
    progress,
    ratio,
)
from benchmarks.workshop import Workshop, alone

ASK = ("stats", "--sector", "health", "-f", "markdown")
FILTERS = (
    ("--sector", "health"),
    ("--sector", "health", "--stance", "supports"),
    ("--sector", "health", "--stance", "no-clear-difference"),
    ("--country", "GB"),
    ("--outcome", "mortality", "--verified", "abstract"),
    ("--since", "2015"),
    ("--sector", "community", "--stance", "mixed", "--country", "GB"),
    ("--sector", "health", "--sector", "community", "--sort", "year"),
)
WORDS = (
    ("people",),
    ("people", "support"),
    ("loneliness", "--sector", "health"),
    ("older", "neighbours"),
    ("people", "--sector", "health", "--stance", "mixed"),
)
NEEDLES = ((RARE_WORD,), (RARE_WORD[:5], "--since", "2015"))
"""Words that few entries of the large store hold, and none of relcase's own."""
MEMORY_HUNGRY = (
    *FILTERS,
    *WORDS,
    *NEEDLES,
    ("people", "--sort", "relevance"),
    ("--sort", "id"),
)
SOURCES = 100
STATISTICS = 50
STYLE = "harvard-cite-them-right"
MEGABYTE = 1024 * 1024


def start(shop: Workshop) -> Iterator[Outcome]:
    """A question to a fresh index, beside an app that does nothing."""
    ours, empty = medians([shop.relcase(*ASK), shop.empty()], shop.size.rounds)
    yield ratio(f"relcase {' '.join(ASK)}", 1.3, ours, empty, "an empty Typer app")


def scale(shop: Workshop) -> Iterator[Outcome]:
    """The same question to a large store, as many entries printed."""
    store = alone(shop.large())
    for question in (*FILTERS, *WORDS, *NEEDLES):
        usual = ("loneliness",) if question in NEEDLES else question
        limit = min(_printed(shop, *usual), _printed(shop, *question, *store))
        shown = ("-f", "markdown", "--limit", str(limit))
        large, small = medians(
            [
                shop.relcase("stats", *question, *shown, *store),
                shop.relcase("stats", *usual, *shown),
            ],
            shop.size.rounds,
        )
        allowed = 1.1 if question in FILTERS else 1.25
        work = f"{shop.size.statistics:,} statistics, {' '.join(question)}"
        against = f"relcase's own store, {limit} printed"
        yield ratio(work, allowed, large, small, against)


def _printed(shop: Workshop, *arguments: str) -> int:
    """How many entries a question prints, ten at most."""
    asked = shop.relcase("stats", *arguments, "-f", "json", "--limit", "10")
    return len(json.loads(output(asked))["entries"])


def load(shop: Workshop) -> Iterator[Outcome]:
    """Loading, validating and indexing, beside PyYAML's own loader on the same text."""
    amount = shop.size.loaded
    store = shop.store("loaded", amount, 1, amount // 10)
    ours, theirs = _inside_medians(
        shop,
        shop.inside("index", str(store), cache="loading")._replace(
            prepare=lambda: shop.forget("loading")
        ),
        shop.inside("parse", str(store / "evidence.yaml")),
    )
    work = f"load, validate and index {amount:,} statistics, 1 source for 10"
    yield ratio(work, 0.75, ours, theirs, "yaml.load with CSafeLoader")
    shop.forget("loading")


def rebuild(shop: Workshop) -> Iterator[Outcome]:
    """Bringing the index up to date after one file of a large store changed."""
    store = shop.large()
    files = sorted((store / "evidence").iterdir())
    changed = files[len(files) // 2]
    before = changed.stat()
    content = changed.read_text(encoding="utf-8")
    edits = {"the words of one entry": _reworded, "an entry more at its top": _longer}
    entries = shop.size.statistics // len(files)
    try:
        for name, edit in edits.items():
            contents = (edit(content, number) for number in count())
            ours, parse = _inside_medians(
                shop,
                shop.inside("index", str(store))._replace(
                    prepare=partial(_change, changed, contents)
                ),
                shop.inside("parse", str(changed)),
            )
            allowed = 0.1 + 0.75 * parse
            yield Outcome(
                f"1 of {len(files)} files changed: {name} of its {entries:,}",
                f"100 ms + 0.75 × its parse = {milliseconds(allowed)}",
                milliseconds(ours),
                ours <= allowed,
            )
    finally:
        changed.write_text(content, encoding="utf-8")
        os.utime(changed, (before.st_atime, before.st_mtime))


def _change(file: Path, contents: Iterator[str]) -> None:
    file.write_text(next(contents), encoding="utf-8")


def _reworded(content: str, number: int) -> str:
    """Another follow-up for the entry in the middle."""
    begin = content.index("    follow_up:", len(content) // 2)
    end = content.index("\n", begin)
    return f'{content[:begin]}    follow_up: "{number} months"{content[end:]}'


def _longer(content: str, number: int) -> str:
    """The first entry once more under another id; every other time, as it was."""
    begin = content.index("  - id:")
    entry = content[begin : content.index("  - id:", begin + 1)]
    entry = entry.replace("generated", f"added-{number}", 1) if number % 2 == 0 else ""
    return content[:begin] + entry + content[begin:]


def _inside_medians(shop: Workshop, *commands: Command) -> list[float]:
    """Medians of the seconds that measurements inside processes report, in turns."""
    found: list[list[float]] = [[] for _ in commands]
    for number in range(shop.size.loads):
        for place, command in enumerate(commands):
            progress(f"round {number + 1} of {shop.size.loads}")
            found[place].append(float(output(command)))
    return [median(one) for one in found]


def references(shop: Workshop) -> Iterator[Outcome]:
    """A reference list nobody asked for before, beside pandoc by itself."""
    store = shop.store("cited", SOURCES, 1, SOURCES)
    asked = ("refs", "-f", "markdown", "--style", STYLE, *alone(store))
    items = shop.folder / "items.json"
    items.write_text(output(shop.relcase("refs", "-f", "csl-json", *alone(store))))
    cold, pandoc, empty = medians(
        [
            shop.relcase(*asked)._replace(
                prepare=lambda: shop.forget("cache/references")
            ),
            _pandoc(shop, items),
            shop.empty(),
        ],
        shop.size.rounds,
    )
    work = f"reference list of {SOURCES} sources, cold"
    yield ratio(work, 1.1, cold, pandoc + empty, "(pandoc + the empty app)")
    again = shop.report("started", *asked)
    work = f"reference list of {SOURCES} sources, repeated"
    yield Outcome(work, "no process started", f"{again} started", again == 0)


def _pandoc(shop: Workshop, items: Path) -> Command:
    """Pandoc alone, with the same items in the same style."""
    from relcase.api import resolve_style
    from relcase.citations.pandoc import program

    document = shop.folder / "everything.md"
    document.write_text("---\nnocite: '@*'\nlang: en-GB\n---\n")
    style = resolve_style(STYLE, None).path
    arguments = ["--citeproc", f"--csl={style}", f"--bibliography={items}"]
    command = [str(program()), *arguments, "--to=markdown", str(document)]
    return Command(command, shop.environment(), shop.folder)


def deck(shop: Workshop) -> Iterator[Outcome]:
    """Statistics as a deck, beside python-pptx writing slides of the same shapes."""
    file = str(shop.folder / "deck.pptx")
    made = shop.inside("deck", str(STATISTICS), file)
    anew = made._replace(prepare=lambda: shop.forget("cache/drawings"))
    first, again, theirs = _inside_medians(
        shop, anew, made, shop.inside("retype", file)
    )
    for ours, pictures in ((first, "pictures drawn"), (again, "pictures kept")):
        work = f"{STATISTICS} statistics as a PowerPoint deck, {pictures}"
        yield ratio(work, 3, ours, theirs, "python-pptx with the same shapes")


def documents(shop: Workshop) -> Iterator[Outcome]:
    """All our statistics as a document of thirty pages and more, beside pandoc alone."""
    for form in ("docx", "odt", "pdf"):
        theirs = "docx" if form == "pdf" else form  # pandoc makes no PDF by itself
        commands = (shop.inside("document", form), shop.inside("by_pandoc", theirs))
        ours, pandoc = _inside_medians(shop, *commands)
        work = f"all statistics as {form}"
        yield ratio(work, 1.5, ours, pandoc, f"pandoc writing {theirs}")


def check(shop: Workshop) -> Iterator[Outcome]:
    """Reports checked: a long Word file, and how the time grows with a Markdown file."""
    file = str(write_report.word(shop.folder / "report.docx"))
    ours, theirs, at_hand = _inside_medians(
        shop,
        shop.inside("check", file),
        shop.inside("word_text", file),
        shop.inside("knowledge"),
    )
    yield ratio("check a Word report of 300 pages", 2, ours, theirs, "python-docx")
    work = "have at hand what our store knows, before"
    yield Outcome(work, "none", milliseconds(at_hand), None)
    sizes = shop.size.reports
    files = [
        write_report.markdown(shop.folder / f"report-{one}.md", one) for one in sizes
    ]
    times = _inside_medians(shop, *(shop.inside("check", str(file)) for file in files))
    each = [took / size for took, size in zip(times, sizes, strict=True)]
    for size, took in zip(sizes, each, strict=True):
        work = f"check {size} MB of Markdown, a tenth of it ours, for each MB"
        yield ratio(work, 1.2, took, each[0], f"the same for {sizes[0]} MB")


def memory(shop: Workshop) -> Iterator[Outcome]:
    """The most memory that any question to a large store takes."""
    store = alone(shop.large())
    bare = min(shop.report("memory") for _ in range(3))
    peaks = {}
    for question in MEMORY_HUNGRY:
        asked = ("stats", *question, "-f", "markdown", "--limit", "10", *store)
        output(shop.relcase(*asked))
        peaks[question] = shop.report("memory", *asked) - bare
    hungriest, peak = max(peaks.items(), key=lambda one: one[1])
    listed = f"hungriest of {len(peaks)} questions: {' '.join(hungriest)}"
    yield _memory(f"{shop.size.statistics:,} statistics, {listed}", peak)
    for form in ("json", "csv"):
        everything = shop.report("memory", "stats", "-f", form, *store) - bare
        work = f"{shop.size.statistics:,} statistics, all of them as {form}"
        yield _memory(work, everything)


def _memory(work: str, above: int) -> Outcome:
    measured = f"{above / MEGABYTE:.1f} MB"
    return Outcome(
        work, "20 MB above the interpreter", measured, above <= 20 * MEGABYTE
    )


BUDGETS: dict[str, Callable[[Workshop], Iterator[Outcome]]] = {
    "start": start,
    "scale": scale,
    "load": load,
    "rebuild": rebuild,
    "references": references,
    "deck": deck,
    "documents": documents,
    "check": check,
    "memory": memory,
}
