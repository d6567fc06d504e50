"""A process that stays behind and hands out what was copied, until something else is.

X11 and Wayland keep no clipboard of their own: whoever copied is asked at each paste.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping

from relcase.cli.clipboard.unreachable import Unreachable

PATIENCE = 10.0
Contents = Mapping[str, bytes]
# Without it Firefox takes no HTML and LibreOffice takes it for Latin-1.
_CHARSET = '<meta http-equiv="content-type" content="text/html; charset=utf-8">'


def start(module: str, rich: str, plain: str) -> None:
    """Starts a module as that process; returns when it holds the clipboard."""
    try:
        done = subprocess.run(
            # -P: no module is taken from the directory that relcase was called in.
            [sys.executable, "-P", "-m", module],
            input=json.dumps([rich, plain]).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreachable(f"no display answers within {PATIENCE:.0f} seconds") from None
    except OSError as error:
        raise Unreachable(f"Python does not start ({error.strerror})") from None
    if done.returncode:
        reason = done.stdout.decode("utf-8", "replace").strip()
        raise Unreachable(reason or "the process that would hold it has failed")


def stay(hold: Callable[[Contents], Callable[[], None]]) -> None:
    """Is that process: takes hold, lets the caller go, and serves to the end."""
    rich, plain = json.load(sys.stdin.buffer)
    try:
        serve = hold(contents(rich, plain))
    except Unreachable as reason:
        sys.stdout.buffer.write(str(reason).encode())
        raise SystemExit(1) from None
    if os.fork():
        # The caller waits for this process and not for the other; nothing is closed,
        # because both share one connection.
        os._exit(0)
    _let_go()
    serve()


def contents(rich: str, plain: str) -> dict[str, bytes]:
    """What is offered, by the names that other programs ask for, best first."""
    text = plain.encode("utf-8", "replace")
    return {
        "text/html": (_CHARSET + rich).encode("utf-8", "replace"),
        "text/plain;charset=utf-8": text,
        "UTF8_STRING": text,
        "text/plain": text,
    }


def _let_go() -> None:
    """Keeps neither the caller's pipes nor its directory in use."""
    os.chdir("/")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.close(nothing)
