"""What is measured inside one process: ``python inside.py WORK ARGUMENTS``.

A process of its own for each measurement, with garbage collection off, as the command
line of relcase has it.
"""

import gc
import os
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from relcase.api.library import Library
    from relcase.domain.answer import Answer


def index(store: str) -> None:
    """Seconds to load, validate and index a store, or to bring its index up to date."""
    from pathlib import Path

    begin = time.perf_counter()
    from relcase.api import open_library

    library = open_library([Path(store)], builtin=False)
    took = time.perf_counter() - begin
    if library.left_out:
        raise SystemExit(f"entries left out: {library.left_out}")
    print(took)


def parse(file: str) -> None:
    """Seconds that PyYAML's own loader takes for the text of a file."""
    import yaml

    with open(file, encoding="utf-8") as stream:
        text = stream.read()
    begin = time.perf_counter()
    yaml.load(text, yaml.CSafeLoader)
    print(time.perf_counter() - begin)


def deck(count: str, file: str) -> None:
    """Seconds to compose so many statistics and write them as a deck."""
    from relcase.api import decks, open_library
    from relcase.domain.query import Query

    library = open_library()
    answer = library.answer(Query(kinds=("statistic",), limit=int(count)))
    style = ("harvard-cite-them-right", "en-GB")
    decks.material(library, answer, *style)  # so that the references are at hand
    begin = time.perf_counter()
    written = decks.deck_file(decks.deck(library, answer, *style))
    print(time.perf_counter() - begin)
    with open(file, "wb") as out:
        out.write(written)


def retype(file: str) -> None:
    """Seconds that python-pptx takes for slides of the same shapes as those of a deck."""
    from io import BytesIO

    from pptx import Presentation
    from pptx.chart.data import CategoryChartData

    shapes = [_shapes(slide) for slide in Presentation(file).slides]
    begin = time.perf_counter()
    made = Presentation(file)
    for layout, texts, pictures, charts, notes in shapes:
        slide = made.slides.add_slide(made.slide_layouts.get_by_name(layout))
        for place in slide.placeholders:
            for number, line in enumerate(texts.get(place.placeholder_format.idx, ())):
                frame = place.text_frame
                paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
                paragraph.text = line
        for picture, box in pictures:
            slide.shapes.add_picture(BytesIO(picture), *box)
        for kind, values, box in charts:
            data = CategoryChartData()
            data.categories = list(values)
            data.add_series("", list(values.values()))
            slide.shapes.add_chart(kind, *box, data)
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    made.save(BytesIO())
    print(time.perf_counter() - begin)


def _shapes(slide: Any) -> tuple[Any, ...]:
    """What stands on a slide: its layout, texts by place, pictures, charts, notes."""
    texts, pictures, charts = {}, [], []
    for shape in slide.shapes:
        box = (shape.left, shape.top, shape.width, shape.height)
        if shape.is_placeholder:
            lines = shape.text_frame.text.split("\n")
            texts[shape.placeholder_format.idx] = lines
        elif shape.has_chart:
            plot = shape.chart.plots[0]
            values = dict(zip(plot.categories, plot.series[0].values, strict=True))
            charts.append((shape.chart.chart_type, values, box))
        else:
            pictures.append((shape.image.blob, box))
    notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
    return slide.slide_layout.name, texts, pictures, charts, notes


def document(form: str) -> None:
    """Seconds to compose and write the whole store as a document, references made."""
    from relcase.api.documents import document_file
    from relcase.api.telling import report

    library, answer = _everything()
    report(library, answer, "harvard", "en-GB")
    begin = time.perf_counter()
    document_file(report(library, answer, "harvard", "en-GB"), form, "en-GB")
    print(time.perf_counter() - begin)


def by_pandoc(form: str) -> None:
    """Seconds that pandoc by itself takes for the same words, from Markdown."""
    import subprocess

    from relcase.api import snippet
    from relcase.citations.pandoc import program

    library, answer = _everything()
    text = snippet(library, answer, "markdown", "harvard", "en-GB").encode()
    command = [str(program()), "--from=markdown", f"--to={form}", "--output=-"]
    begin = time.perf_counter()
    subprocess.run(command, input=text, capture_output=True, check=True)
    print(time.perf_counter() - begin)


def check(file: str) -> None:
    """Seconds to read a report and hold it against what our own store knows."""
    from datetime import date
    from pathlib import Path

    from relcase.api import open_library
    from relcase.api.reports import known_of
    from relcase.domain.report import judge
    from relcase.reading import docx, read

    assert docx  # imported before, as python-docx is where it is measured
    known, day = known_of(open_library()), date(2026, 11, 22)
    judge(
        read(b"In Frome admissions fell by 14% (Abel et al., 2018).", "a.md"),
        known,
        day,
    )
    begin = time.perf_counter()
    judge(read(Path(file).read_bytes(), file), known, day, strangers=False)
    print(time.perf_counter() - begin)


def knowledge() -> None:
    """Seconds to have at hand what our own store knows, kept from an earlier check."""
    from relcase.api import open_library
    from relcase.api.reports import known_of

    library = open_library()
    known_of(library)
    begin = time.perf_counter()
    known_of(library)
    print(time.perf_counter() - begin)


def word_text(file: str) -> None:
    """Seconds that python-docx takes to read the text of a Word file."""
    from docx import Document

    begin = time.perf_counter()
    "\n".join(one.text for one in Document(file).paragraphs)
    print(time.perf_counter() - begin)


def _everything() -> "tuple[Library, Answer]":
    """All statistics of our own store: thirty pages and more."""
    from relcase.api import open_library
    from relcase.domain.query import Query

    library = open_library()
    return library, library.answer(Query(kinds=("statistic",)))


def memory(*arguments: str) -> None:
    """Bytes of memory at their peak; after one relcase command, if there is one.

    They are written to the descriptor that REPORT_TO names, apart from the output.
    """
    if arguments:
        from relcase.__main__ import main

        sys.argv = ["relcase", *arguments]
        try:
            main()
        except SystemExit as end:
            if end.code:
                raise
    os.write(int(os.environ["REPORT_TO"]), str(_peak()).encode())


def started(*arguments: str) -> None:
    """How many processes a relcase command starts; reported like memory."""
    events = {"subprocess.Popen", "os.posix_spawn", "os.exec", "os.system"}
    count = 0

    def watch(event: str, _: object) -> None:
        nonlocal count
        count += event in events

    sys.addaudithook(watch)
    from relcase.__main__ import main

    sys.argv = ["relcase", *arguments]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise
    os.write(int(os.environ["REPORT_TO"]), str(count).encode())


def _peak() -> int:
    # Of what getrusage says on Linux, a part may be the memory of the parent.
    if sys.platform == "linux":
        with open("/proc/self/status") as status:
            line = next(one for one in status if one.startswith("VmHWM:"))
            return int(line.split()[1]) * 1024
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


if __name__ == "__main__":
    gc.disable()
    known = (index, parse, deck, retype, document, by_pandoc, memory, started)
    checking = (check, knowledge, word_text)
    works = {one.__name__: one for one in (*known, *checking)}
    works[sys.argv[1]](*sys.argv[2:])
