"""The clipboard: rich text and plain text put there together, by the system's means."""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from relcase.cli.clipboard.unreachable import Unreachable
from relcase.errors import Missing


def put(rich: str, plain: str) -> None:
    """Puts a fragment of HTML and the same as plain text on the system's clipboard.

    A word processor takes the first, with italics and links; a text box the second.
    """
    reasons = []
    for name in means(sys.platform, os.environ):
        try:
            import_module(f"relcase.cli.clipboard.{name}").put(rich, plain)
        except Unreachable as reason:
            reasons.append(str(reason))
        else:
            return
    raise missing(reasons, os.environ)


def means(platform: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """The modules to try, in their order; none where there is no graphical session."""
    if platform == "darwin":
        return ("macos",)
    if platform == "win32":
        return ("windows",)
    wayland, x11 = environment.get("WAYLAND_DISPLAY"), environment.get("DISPLAY")
    found = (("wayland", wayland), ("x11", x11), ("wl_copy", wayland))
    return tuple(name for name, display in found if display)


def missing(reasons: Sequence[str], environment: Mapping[str, str]) -> Missing:
    """The error that says why no means reached the clipboard, and what to do."""
    why = "; ".join(reasons) or "this terminal runs outside any desktop"
    place = "in a graphical session"
    if "WSL_DISTRO_NAME" in environment:
        place = "in Windows itself, whose clipboard cannot be set from WSL"
    return Missing(
        f"There is no clipboard within reach: {why}.",
        f"Write to a file with --out, or run relcase {place}.",
    )
