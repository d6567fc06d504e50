"""Running the pandoc program, which is our citation engine."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from relcase.errors import CouldNot, Missing

PATIENCE = 120.0
"""Seconds; a list of a thousand sources takes two."""


class EngineFailed(CouldNot):
    """Pandoc ended without a result, and what it said."""

    def __init__(self, said: str) -> None:
        super().__init__(f"Pandoc, which formats references and files, failed: {said}")


def run(
    arguments: Sequence[str],
    document: str,
    patience: float = PATIENCE,
    *,
    sandbox: bool = True,
    strict: bool = True,
) -> str:
    """The text that pandoc makes of ``document``; if ``strict``, a warning is an error.

    Without ``sandbox`` it also reads the files that the document names.
    """
    made = output(arguments, document, patience, sandbox=sandbox, strict=strict)
    return made.decode()


def output(
    arguments: Sequence[str],
    document: str,
    patience: float = PATIENCE,
    *,
    sandbox: bool = True,
    strict: bool = True,
) -> bytes:
    """The bytes that pandoc writes."""
    asked = {"--sandbox": sandbox, "--fail-if-warnings": strict}
    chosen = [option for option, wanted in asked.items() if wanted]
    command = [str(program()), *chosen, *arguments]
    try:
        done = subprocess.run(
            command,
            input=document.encode(),
            capture_output=True,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise EngineFailed(f"pandoc took longer than {patience:.0f} seconds.") from None
    except OSError as error:
        raise EngineFailed(f"pandoc does not start ({error.strerror}).") from error
    if done.returncode != 0:
        raise EngineFailed(_last_words(done.stderr) or f"status {done.returncode}.")
    return done.stdout


@cache
def program() -> Path:
    """The pandoc that came with relcase, or else one that is installed."""
    # Asking pypandoc costs its import and a run of every pandoc it finds.
    spec = find_spec("pypandoc")
    name = "pandoc.exe" if os.name == "nt" else "pandoc"
    for place in (spec and spec.submodule_search_locations) or ():
        path = Path(place, "files", name)
        if path.is_file():
            return path
    if found := shutil.which("pandoc"):
        return Path(found)
    raise Missing(
        "Formatting references needs pandoc, which is not installed.",
        "Install it with: pip install pypandoc_binary",
    )


def _last_words(said: bytes) -> str:
    lines = said.decode(errors="replace").strip().splitlines()
    telling = [line for line in lines if not line.startswith("Failing because")]
    return " ".join(telling[-2:])
