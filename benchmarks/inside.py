"""What is measured inside one process: ``python inside.py WORK ARGUMENTS``.

A process of its own for each measurement, with garbage collection off, as the command
line of relcase has it.
"""

import gc
import os
import sys
import time
from typing import TYPE_CHECKING

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
    known = (index, parse, document, by_pandoc, memory, started)
    works = {one.__name__: one for one in known}
    works[sys.argv[1]](*sys.argv[2:])
