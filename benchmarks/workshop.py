"""The folder the benchmark works in: its stores, its caches, the programs it runs."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import generate
from benchmarks.measure import Command, output, progress

INSIDE = Path(__file__).with_name("inside.py")
_EMPTY_APP = '''"""An app of two commands that do nothing."""
import typer

app = typer.Typer()


@app.command()
def one() -> None:
    """Does nothing."""


@app.command()
def two() -> None:
    """Does nothing."""


def main() -> None:
    app()
'''
_SCRIPT = "from {module} import main\n\nmain()\n"


class Size(NamedTuple):
    """How much is measured, and how often."""

    statistics: int
    """In the large store."""
    loaded: int
    """In the store of one file that is loaded from nothing."""
    rounds: int
    loads: int
    reports: tuple[int, ...]
    """Megabytes of the Markdown files that are checked."""


FULL = Size(100_000, 10_000, 25, 5, (1, 3, 10))
QUICK = Size(10_000, 1_000, 9, 3, (1, 3))


class Workshop:
    """Where the benchmark keeps its things; kept between runs if the folder is."""

    def __init__(self, folder: Path, size: Size) -> None:
        self.folder, self.size = folder, size
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "empty_app.py").write_text(_EMPTY_APP)
        (folder / "empty.py").write_text(_SCRIPT.format(module="empty_app"))
        (folder / "run_relcase.py").write_text(
            _SCRIPT.format(module="relcase.__main__")
        )

    def environment(self, cache: str = "cache") -> dict[str, str]:
        """The environment of every process: nothing of the caller's that matters.

        Compiled modules are kept in the folder, also where the caller's settings would
        keep none: a command that compiles itself at each start takes a third longer.
        """
        own = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "RELCASE_"))
        }
        return {
            **own,
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
            "RELCASE_CACHE_DIR": str(self.folder / cache),
        }

    def empty(self) -> Command:
        """The empty app, which everything is measured against."""
        return self._python([str(self.folder / "empty.py"), "one"])

    def relcase(self, *arguments: str, cache: str = "cache") -> Command:
        """A relcase command, started as its installed script starts it."""
        return self._python([str(self.folder / "run_relcase.py"), *arguments], cache)

    def inside(self, *arguments: str, cache: str = "cache") -> Command:
        """A measurement inside a process."""
        return self._python([str(INSIDE), *arguments], cache)

    def report(self, *arguments: str, cache: str = "cache") -> int:
        """The number that a measurement inside a process reports beside its output."""
        command = self.inside(*arguments, cache=cache)
        reader, writer = os.pipe()
        with os.fdopen(reader) as answer:
            subprocess.run(
                command.arguments,
                env={**command.environment, "REPORT_TO": str(writer)},
                cwd=command.folder,
                stdout=subprocess.DEVNULL,
                pass_fds=(writer,),
                check=True,
            )
            os.close(writer)
            return int(answer.read())

    def large(self) -> Path:
        """The large store of many files, indexed."""
        count = self.size.statistics
        store = self.store("large", count, count // 1000, count // 20)
        progress(f"indexing {count} statistics")
        output(self.relcase("stats", "-n1", *alone(store)))
        return store

    def store(self, name: str, entries: int, files: int, sources: int) -> Path:
        """A generated store; made once and kept."""
        folder = self.folder / f"{name}-{entries}-{files}-{sources}"
        if not (folder / "references.bib").is_file():
            progress(f"writing {entries} statistics")
            shutil.rmtree(folder, ignore_errors=True)
            generate.write_store(folder, entries, files, sources)
        return folder

    def forget(self, cache: str) -> None:
        """Empties a cache."""
        shutil.rmtree(self.folder / cache, ignore_errors=True)

    def _python(self, arguments: Sequence[str], cache: str = "cache") -> Command:
        return Command(
            [sys.executable, *arguments], self.environment(cache), self.folder
        )


def alone(store: Path) -> tuple[str, ...]:
    """The options that ask this store and no other."""
    return "--store", str(store), "--no-builtin"
