"""What a person sees on a terminal of 60, 80 and 140 columns, and what a pipe gets."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

Run = Callable[..., Any]
Snapshot = Callable[[str, str], None]
See = Callable[..., str]

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no pseudo-terminals"
)
WIDTHS = (60, 80, 140)
CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\]8;[^\x1b]*\x1b\\")
SMALL = ("--store", "small", "--no-builtin")


def on_terminal(width: int, args: tuple[str, ...], environment: dict[str, str]) -> str:
    """All that a terminal of this width gets from the command."""
    import fcntl
    import pty
    import struct
    import termios

    child, terminal = pty.fork()
    if child == 0:
        size = struct.pack("HHHH", 24, width, 0, 0)
        fcntl.ioctl(1, termios.TIOCSWINSZ, size)
        # Not execv: readline puts COLUMNS where os.environ does not see it.
        known = {**os.environ, "TERM": "xterm-256color"} | environment
        command = [sys.executable, "-m", "relcase", *args]
        os.execve(sys.executable, command, known)
    seen = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        seen += part
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, seen.decode()
    return seen.decode().replace("\r\n", "\n")


@pytest.fixture
def see(desk: Path, monkeypatch: pytest.MonkeyPatch) -> See:
    """What the command shows, with its escape codes."""
    for name in ("NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    return lambda width, *args, **environment: on_terminal(width, args, environment)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_view(see: See, snapshot: Snapshot, width: int) -> None:
    views = [
        ("stats", *SMALL),
        ("quotes", *SMALL),
        ("definitions", *SMALL),
        ("search", "friend", *SMALL),
        ("sectors", *SMALL),
        ("show", "ties-survival", "kindness-first", *SMALL),
    ]
    shown = ""
    for view in views:
        bare = CODES.sub("", see(width, *view))
        assert max(map(cell_len, bare.split("\n"))) <= width
        lines = "\n".join(line.rstrip() for line in bare.split("\n"))
        shown += f"$ relcase {' '.join(view)}\n{lines}\n"
    snapshot(f"terminal-{width}.txt", shown)


@pytest.mark.parametrize("width", [30, 60, 100])
def test_our_own_evidence_fits(see: See, width: int) -> None:
    for view in (("stats", "-n", "40"), ("sectors", "--outcomes"), ("sectors",)):
        bare = CODES.sub("", see(width, *view))
        shown = [line for line in bare.split("\n") if "To paste" not in line]
        assert max(map(cell_len, shown)) <= width


def test_emphasis_and_links(see: See) -> None:
    shown = see(80, "stats", "ties-survival", *SMALL)
    assert "\x1b[1m1.50\x1b[0m" in shown
    assert ";https://doi.org/10.1234/ties.2015.003\x1b\\Áster and Birch, 2015" in shown


@pytest.mark.parametrize("setting", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_words_alone(see: See, setting: dict[str, str]) -> None:
    for view in (("stats",), ("show", "ties-survival"), ("sectors",)):
        assert "\x1b" not in see(80, *view, *SMALL, **setting)


def test_a_format_of_its_own_on_a_terminal(see: See) -> None:
    assert see(60, "quotes", "-f", "plain", *SMALL).startswith(
        "“We begin with kindness;"
    )


@pytest.mark.parametrize(
    "args",
    [
        ("stats",),
        ("stats", "-f", "table"),
        ("search", "kindness"),
        ("show", "ties-survival"),
        ("show", "ties-survival", "-f", "table"),
        ("sectors", "-f", "table"),
    ],
)
def test_a_pipe_gets_no_codes(small: Run, args: tuple[str, ...]) -> None:
    done = small(*args)
    assert done.status == 0
    assert "\x1b" not in done.stdout + done.stderr


def test_a_reader_that_has_seen_enough(desk: Path) -> None:
    import subprocess

    command = [sys.executable, "-m", "relcase", "styles"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.readline()
        child.stdout.close()
        assert child.stderr.read() == b""


@pytest.mark.parametrize("width", [60, 80])
def test_messages_break_between_words(see: See, desk: Path, width: int) -> None:
    """The terminal broke them within words."""
    store = desk / "small" / "evidence.yaml"
    text = store.read_text("utf-8").replace("1.42", "1.52")
    store.write_text(text, "utf-8")
    shown = CODES.sub("", see(width, "sectors", *SMALL)).split("\n")
    assert max(map(cell_len, shown)) <= width
    said = " ".join(line.strip() for line in shown)
    assert "1 entry left out because of errors; see: relcase store check" in said
    assert "ties-survival: 1.50 is outside its interval 1.52 to 1.59 [I01]" in said
