"""The clipboard of macOS, set by AppleScript."""

import subprocess

from relcase.cli.clipboard.unreachable import Unreachable

PATIENCE = 30.0
_DOCUMENT = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    "</head><body>{}</body></html>"
)
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
)


def put(rich: str, plain: str) -> None:
    """Puts both on the clipboard."""
    try:
        done = subprocess.run(
            ["osascript", "-"],
            input=script(rich, plain).encode("utf-8", "replace"),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise Unreachable("osascript does not run") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().rstrip(".")
        raise Unreachable(f"osascript says '{said}'")


def script(rich: str, plain: str) -> str:
    """The AppleScript that sets the clipboard; HTML goes in as hexadecimal digits."""
    html = _DOCUMENT.format(rich).encode("utf-8", "replace").hex().upper()
    text = plain.translate(_ESCAPES)
    return (
        f'set the clipboard to {{Unicode text:"{text}", «class HTML»:«data HTML{html}»}}'
        "\n"
    )
