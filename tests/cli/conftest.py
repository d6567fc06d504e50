"""The command as a person calls it: words in; status, output and messages out."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from relcase.cli import app

SMALL = Path(__file__).with_name("small")
SNAPSHOTS = Path(__file__).parent.parent / "snapshots" / "cli"


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    stdout: str
    stderr: str


Run = Callable[..., Ran]


def call(*args: str) -> Ran:
    """Calls the command in this process; an exception that escapes it is a failure."""
    done = CliRunner().invoke(app, args, prog_name="relcase")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout, done.stderr)


@pytest.fixture
def run() -> Run:
    """Calls the command with relcase's own evidence."""
    return call


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a store of six kinds of entry beside the work."""
    shutil.copytree(SMALL, tmp_path / "small")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def small(desk: Path) -> Run:
    """Calls the command with the small store alone."""
    return lambda *args: call(*args, "--store", "small", "--no-builtin")


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Compares an output with the kept one; ``UPDATE_SNAPSHOTS=1 pytest`` keeps it anew."""

    def compare(name: str, output: str) -> None:
        kept = SNAPSHOTS / name
        if os.environ.get("UPDATE_SNAPSHOTS"):
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(output, encoding="utf-8", newline="")
        assert kept.is_file(), f"run UPDATE_SNAPSHOTS=1 pytest to make {kept}"
        assert output == kept.read_bytes().decode()

    return compare
