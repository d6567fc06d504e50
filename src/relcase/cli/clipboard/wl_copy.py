"""Wayland where only a window may set the clipboard: plain text, by ``wl-copy``."""

import subprocess
import sys

from relcase.cli.clipboard.unreachable import Unreachable

PATIENCE = 5.0


def put(rich: str, plain: str) -> None:
    """Puts the plain text alone on the clipboard, and says so."""
    try:
        subprocess.run(
            ["wl-copy", "--type", "text/plain"],
            input=plain.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        )
    except FileNotFoundError:
        raise Unreachable("wl-copy (wl-clipboard) is not installed") from None
    except (OSError, subprocess.SubprocessError):
        raise Unreachable("wl-copy cannot set the clipboard either") from None
    print(
        "Only plain text is on the clipboard: this desktop lets no command offer more.",
        file=sys.stderr,
    )
