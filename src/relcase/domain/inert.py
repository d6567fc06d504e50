"""What words and addresses of a store may not do, in any format or on a terminal.

Words cannot drive a terminal, turn the direction of a line or break it; an address
leads to a page and nowhere else. Each format then escapes what means something to it.
"""

import re

_UNSEEN = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # controls, and with them the beginning of escape codes
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of writing
    "\u2028\u2029"  # ends of lines and paragraphs
    "\ud800-\udfff\ufffe\uffff"  # no characters at all
    "]"
)
_UNFIT = re.compile(r"[^\w\-.~:/?#@!$&'()*+,;=%]")
_SCHEMES = ("https://", "http://", "mailto:")


def words(text: str) -> str:
    """Words on one line, without anything that is not seen."""
    return _UNSEEN.sub(lambda found: " " if found[0].isspace() else "", text)


def address(url: str | None) -> str | None:
    """A web or mail address fit for a link in any format; ``None`` for any other."""
    if url is None or not url.casefold().startswith(_SCHEMES):
        return None
    return _UNFIT.sub(_percent, words(url).strip())


def json_text(text: str) -> str:
    """JSON that means the same, with the unseen characters written as escapes."""
    return _UNSEEN.sub(_escape, text)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _escape(found: re.Match[str]) -> str:
    return found[0] if found[0] in "\n\r\t" else f"\\u{ord(found[0]):04x}"
