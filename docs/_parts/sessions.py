"""What commands print and do, as the pages show it."""

import os
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Iterator

from _parts.store import library
from relcase.api.refreshing import refresh
from relcase.cli import COMMANDS

WIDTH = 76
"""Columns of a session, so that it fits a page."""

_ON_A_TERMINAL = """
import io, sys
class Terminal(io.StringIO):
    def isatty(self):
        return True
pipe, sys.stdout = sys.stdout, Terminal()
from relcase.cli import app
try:
    app(sys.argv[1:], prog_name="relcase")
finally:
    pipe.write(sys.stdout.getvalue())
"""


def session(*lines: str) -> str:
    """Commands and what they print on a terminal of ``WIDTH`` columns."""
    shown = (f"$ {line}\n{on_terminal(line)}" for line in lines)
    return "```console\n" + "\n\n".join(shown) + "\n```\n"


def pasted(line: str) -> str:
    """What a command hands over as Markdown, as a page shows it."""
    output = _run([sys.executable, "-m", "relcase", *_words(line)])
    return "".join(f"> {row}".rstrip() + "\n" for row in output.splitlines())


def on_terminal(line: str) -> str:
    """What a command prints on a terminal, wrapped where the terminal would wrap."""
    output = _run([sys.executable, "-c", _ON_A_TERMINAL, *_words(line)])
    return "\n".join(_wrapped(output.rstrip().splitlines()))


def _wrapped(rows: Iterable[str]) -> Iterator[str]:
    for row in rows:
        yield from textwrap.wrap(
            row.rstrip(), WIDTH, break_long_words=False, break_on_hyphens=False
        ) or [""]


def _words(line: str) -> list[str]:
    program, *words = line.split()
    assert program == "relcase", line
    return words


def _run(command: list[str]) -> str:
    """Output of a command in an empty folder, away from anybody's settings."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        raise SystemExit(f"{' '.join(command[3:])}\n{done.stdout}{done.stderr}")
    return done.stdout


def environment() -> dict[str, str]:
    """The same for everybody: a plain terminal, and nobody's settings."""
    ours = {"RELCASE_STORE", "RELCASE_STYLE", "FORCE_COLOR"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    plain_terminal = {"TERM": "dumb", "NO_COLOR": "1", "COLUMNS": str(WIDTH)}
    return kept | plain_terminal | {"LINES": "50", "PYTHONUTF8": "1"}


def refreshed() -> str:
    """A report with marked places, before and after it is refreshed."""
    before = (
        "Frome shows what can change:\n\n"
        "<!-- relcase: stat frome-emergency-admissions short -->\n\n"
        "## References\n\n<!-- relcase: references apa -->\n"
    )
    done = refresh(library(), before.encode(), "report.md", "apa")
    fenced = (f"```markdown\n{text}```\n" for text in (before, done.data.decode()))
    return "\nbecomes\n\n".join(fenced)


def audit() -> str:
    """What publications say of our evidence, and what can be said instead."""
    output = _run([sys.executable, "-m", "relcase", "audit", "-f", "markdown"])
    return "\n\n".join(output.split("\n\n")[1:-1]) + "\n"


def commands() -> str:
    """The help of every command, as it prints it."""
    calls = [[], *([name] for name in COMMANDS)]
    at = calls.index(["store"]) + 1
    calls[at:at] = [["store", "check"], ["store", "rules"], ["store", "due"]]
    at = calls.index(["case"]) + 1
    calls[at:at] = [["case", "new"], ["case", "build"], ["case", "check"]]
    parts = []
    for call in calls:
        told = _run([sys.executable, "-m", "relcase", *call, "--help"])
        title = " ".join(["relcase", *call])
        text = "\n".join(row.rstrip() for row in told.strip().splitlines())
        parts.append(f"## {title}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)
