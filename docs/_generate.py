"""Fills the generated parts of the manual: ``python docs/_generate.py [--check]``.

The parts stand between cog's marks in README.md and docs/*.md; each calls one of the
functions named here. ``--check`` writes nothing and fails when a part is out of date.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from _parts.certainty import certainties, licences, starts
from _parts.record import plan, record, values
from _parts.rules import plan_rules, report_rules, rules, wording
from _parts.sessions import audit, commands, environment, pasted, refreshed, session
from _parts.store import contents
from _parts.styles import aliases, styles

__all__ = [
    "aliases",
    "audit",
    "certainties",
    "commands",
    "contents",
    "licences",
    "pasted",
    "plan",
    "plan_rules",
    "record",
    "refreshed",
    "report_rules",
    "rules",
    "session",
    "starts",
    "styles",
    "values",
    "wording",
]
"""What a page may call."""

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str]) -> int:
    """Runs cog over every page; its status is ours."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    names = [str(path.relative_to(ROOT)) for path in pages]
    how = ["--check", "--diff"] if "--check" in arguments else ["-r"]
    options = ["-c", "-U", "-n", "utf-8", "--verbosity=1", "-I", "docs"]
    cog = [sys.executable, "-m", "cogapp", *how, *options, *names]
    return subprocess.run(cog, cwd=ROOT, env=environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
