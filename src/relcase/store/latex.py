"""LaTeX markup as BibTeX uses it → Unicode text; no character is ever lost.

What is not understood stays as it was written and is reported with its place, so a
sum of money or half a sentence never disappears in silence.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from relcase.domain import latex_symbols as symbols
from relcase.domain.latex_braces import closing
from relcase.store.latex_macros import symbol

DEEPEST = 60
"""Braces nested deeper than this are printed and not read."""

_TAGS = {
    "i": ("<i>", "</i>"),
    "b": ("<b>", "</b>"),
    "c": ('<span style="font-variant:small-caps;">', "</span>"),
    "^": ("<sup>", "</sup>"),
    "_": ("<sub>", "</sub>"),
    "nocase": ('<span class="nocase">', "</span>"),
}
_SCRIPTS = {"^": symbols.SUPERSCRIPT, "_": symbols.SUBSCRIPT}
_CASES: dict[str, Callable[[str], str]] = {
    "uppercase": str.upper,
    "MakeUppercase": str.upper,
    "lowercase": str.lower,
    "MakeLowercase": str.lower,
}
_VERBATIM = {"url", "path", "nolinkurl", "doi"}
_FRACTIONS = {"frac", "tfrac", "dfrac", "nicefrac", "sfrac"}
_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("?`", "¿"), ("!`", "¡"))
_MACRO = re.compile(r"\\(?:([A-Za-z]+)\*?|(.)|$)", re.DOTALL)
_PLAIN = re.compile(r"[^\\{}$~%\-`'^_?!]+")
_BLANK = re.compile(r"[ \t\r\n]*")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_LINK = re.compile(r"\\(?:url|href)\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_ESCAPED = re.compile(r"\\([%_#&$~{}^])(?:\{\})?")


class Decoded(NamedTuple):
    """Text with its letters, and what in the source deserves a second look.

    Places are offsets into the text that was decoded, from 0.
    """

    text: str
    unknown: tuple[tuple[str, int], ...] = ()
    bare_percent: tuple[int, ...] = ()


def decode(text: str) -> Decoded:
    r"""Plain text: ``{\pounds}3.5m`` is £3.5m, ``H$_2$O`` is H₂O."""
    return _decode(text, rich=False)


def decode_title(text: str) -> Decoded:
    """Text with the mark-up CSL knows: ``<i>``, ``<sup>``, and words in fixed case."""
    return _decode(text, rich=True)


def verbatim(text: str) -> str:
    """An address or identifier: only the escapes people add by habit are undone."""
    text = "".join(text.split())
    for written in (r"\textasciitilde{}", r"\textasciitilde", r"$\sim$"):
        text = text.replace(written, "~")
    wrapped = re.fullmatch(r"\\(?:url|nolinkurl|doi)\{(.*)\}", text)
    text = wrapped[1] if wrapped else text
    while text.startswith("{") and text.endswith("}"):
        text = text[1:-1]
    return _ESCAPED.sub(r"\1", text.replace(r"{\_}", "_"))


def links(text: str) -> list[str]:
    r"""The addresses in ``\url`` and ``\href``, in order."""
    return [verbatim(address) for address in _LINK.findall(text)]


@lru_cache(maxsize=256)
def _decode(text: str, *, rich: bool) -> Decoded:
    # Kept a while: each field is read for its rule, for its text and for CSL.
    if _PLAIN.fullmatch(text):
        return Decoded(_one_line(text))
    reader = _Reader(text, rich=rich)
    out = _one_line(reader.read_all())
    return Decoded(out, tuple(reader.unknown), tuple(reader.bare_percent))


def _one_line(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


class _Reader:
    """Reads a text once, from left to right."""

    def __init__(self, text: str, *, rich: bool) -> None:
        self.text = text
        self.rich = rich
        self.at = 0
        self.depth = 0
        self.in_math = False
        self.keeps_case = False
        self.open_single_quotes = 0
        self.closing = closing(text)
        self.unknown: list[tuple[str, int]] = []
        self.bare_percent: list[int] = []

    def read_all(self) -> str:
        out = []
        while self.at < len(self.text):
            out.append(self.read_until("}"))
            if self.at < len(self.text):
                out.append("}")
                self.at += 1
        return "".join(out)

    def read_until(self, stop: str) -> str:
        """The text up to ``stop``, which stays unread."""
        out: list[str] = []
        while self.at < len(self.text) and not self.text.startswith(stop, self.at):
            plain = _PLAIN.match(self.text, self.at)
            if plain:
                self.at = plain.end()
                out.append(plain[0])
            else:
                out.append(self._read_special(stop))
        return "".join(out)

    def _read_special(self, stop: str) -> str:
        character = self.text[self.at]
        if character == "\\":
            return self._macro(stop)
        if character == "{":
            return self._group()
        if character == "$":
            return self._dollar()
        if character in "^_" and self.in_math:
            self.at += 1
            return self._script(character)
        return self._punctuation(character)

    def _punctuation(self, character: str) -> str:
        if character == "%":
            self.bare_percent.append(self.at)
        if self.in_math:
            self.at += 1
            return {"-": "−", "'": "′", "~": "\u00a0"}.get(character, character)
        for written, printed in _LIGATURES:
            if self.text.startswith(written, self.at):
                self.at += len(written)
                return printed
        if character in "'`":
            return self._quote(character)
        self.at += 1
        return "\u00a0" if character == "~" else character

    def _quote(self, character: str) -> str:
        following = self.text[self.at + 1 : self.at + 3]
        inside_word = self.at > 0 and self.text[self.at - 1].isalnum()
        if character == "`":
            self.at += 1
            if inside_word or not re.search(r"'(?!\w)", self.text[self.at :]):
                return "`"
            self.open_single_quotes += 1
            return "‘"
        if following == "''" or (following[:1] != "'" and not following[:1].isalnum()):
            self.at += 1
            if not self.open_single_quotes:
                return "'"
            self.open_single_quotes -= 1
            return "’"
        self.at += 2 if following[:1] == "'" else 1
        return "”" if following[:1] == "'" else "'"

    # Groups

    def _group(self) -> str:
        start = self.at
        special = self.text.startswith("{\\", start)
        fixes_case = self.rich and not special and not self.keeps_case
        self.keeps_case = self.keeps_case or fixes_case
        inner = self._braced()
        if fixes_case:
            self.keeps_case = False
        if inner is None:
            self.at = start + 1
            return "{"
        return self._styled("nocase", inner) if fixes_case and _low(inner) else inner

    def _braced(self) -> str | None:
        """What is inside the braces here; ``None`` when they are not closed."""
        end = self.closing.get(self.at)
        if end is None:
            return None
        if self.depth >= DEEPEST:
            start, self.at = self.at, end + 1
            return self.text[start : self.at]
        self.depth += 1
        self.at += 1
        inner = self.read_until("}")
        self.at += 1
        self.depth -= 1
        return inner

    def _argument(self) -> str | None:
        start = self.at
        self._skip_blank()
        if self.at >= len(self.text) or self.text[self.at] == "}":
            argument = None
        elif self.text[self.at] == "{":
            argument = self._braced()
        elif self.text[self.at] == "\\":
            argument = self._macro("}")
        else:
            self.at += 1
            argument = self.text[self.at - 1]
        if argument is None:
            self.at = start
        return argument

    def _verbatim_argument(self) -> str | None:
        match = re.compile(r"\s*\{((?:[^{}]|\{[^{}]*\})*)\}").match(self.text, self.at)
        if match is None:
            return None
        self.at = match.end()
        return verbatim(match[1])

    def _skip_blank(self) -> None:
        blank = _BLANK.match(self.text, self.at)
        if blank:
            self.at = blank.end()

    # Mathematics

    def _dollar(self) -> str:
        end = re.compile(r"(?<!\\)\$").search(self.text, self.at + 1)
        content = self.text[self.at + 1 : end.start()] if end else ""
        following = self.text[end.end() : end.end() + 1] if end else ""
        if not _is_mathematics(content, following):
            self.at += 1
            return "$"
        self.at += 1
        return self._math("$")

    def _math(self, stop: str) -> str:
        outer, self.in_math = self.in_math, True
        inner = self.read_until(stop)
        self.at += len(stop)
        self.in_math = outer
        return inner

    def _script(self, position: str) -> str:
        argument = self._argument()
        if argument is None:
            return position
        if argument in {"°", "′", "*", "†", "‡"}:
            return argument
        return self._styled(position, argument)

    # Macros

    def _macro(self, stop: str) -> str:
        start = self.at
        match = _MACRO.match(self.text, start)
        assert match is not None
        self.at = match.end()
        name = match[1] or match[2] or ""
        if match[2] in {"(", "["}:
            return self._display(start, ")" if name == "(" else "]")
        printed = self._print(name, stop)
        if printed is None:
            self.at = match.end()
            return self._keep(match[0], start)
        return printed

    def _print(self, name: str, stop: str) -> str | None:
        if name in symbols.ACCENTS:
            return self._accent(name)
        if name in symbols.CONTROL_SYMBOLS:
            return symbols.CONTROL_SYMBOLS[name]
        if name in symbols.SWITCHES:
            self._skip_blank()
            return self._styled(symbols.SWITCHES[name], self.read_until(stop))
        if name in symbols.SILENT:
            self._skip_blank()
            return ""
        taken = self._with_argument(name)
        return taken if taken is not None else self._symbol(name)

    def _symbol(self, name: str) -> str | None:
        printed = symbol(name)
        if printed is not None and not self.in_math:
            self._skip_blank()
        return printed

    def _with_argument(self, name: str) -> str | None:
        if name in _VERBATIM:
            return self._verbatim_argument()
        if name == "href":
            address = self._verbatim_argument()
            return None if address is None else self._argument() or address
        if name in _FRACTIONS:
            above, below = self._argument(), self._argument()
            return None if above is None or below is None else f"{above}/{below}"
        if name in symbols.STYLES:
            argument = self._argument()
            return argument and self._styled(symbols.STYLES[name], argument)
        before, after = symbols.SURROUNDING.get(name, ("", ""))
        if name in symbols.TRANSPARENT or name in _CASES or before:
            argument = self._argument()
            change = _CASES.get(name, str)
            return None if argument is None else before + change(argument) + after
        return None

    def _accent(self, name: str) -> str | None:
        argument = self._argument()
        if argument == "":
            return symbols.STANDALONE_ACCENTS.get(name)
        if argument is None or not argument[0].isalpha():
            return None
        mark = symbols.ACCENTS[name]
        # LaTeX takes the dot away before it puts an accent on; Unicode does not.
        first = {"ı": "i", "ȷ": "j"}.get(argument[0], argument[0])
        return unicodedata.normalize("NFC", first + mark) + argument[1:]

    def _display(self, start: int, closing: str) -> str:
        if self.text.find("\\" + closing, self.at) < 0:
            return self._keep(self.text[start : self.at], start)
        return self._math("\\" + closing)

    def _keep(self, written: str, start: int) -> str:
        """An unknown macro as it was written, with the braces of its arguments."""
        self.unknown.append((written, start))
        out = written
        while self.text.startswith("{", self.at):
            inner = self._braced()
            if inner is None:
                break
            out += "{" + inner + "}"
        return out

    def _styled(self, style: str, text: str) -> str:
        if not text:
            return text
        if self.rich:
            before, after = _TAGS[style]
            return before + text + after
        table = _SCRIPTS.get(style)
        if table and all(ord(character) in table for character in text):
            return text.translate(table)
        return text


def _is_mathematics(content: str, following: str) -> bool:
    # "from $5m to $7m" is money: two dollar signs do not make a formula.
    if not content.strip() or not _balanced(content):
        return False
    if re.search(r"[\\^_<>=~]", content):
        return True
    tight = content == content.strip() and not following.isalnum()
    return tight and not re.search(r"[^\W\d_]{2}", content)


def _balanced(text: str) -> bool:
    depth = 0
    for match in _BRACE.finditer(text):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth < 0:
            return False
    return depth == 0


def _low(text: str) -> bool:
    """Whether a style that capitalises titles would change a word."""
    words = _WORD.findall(re.sub(r"<[^>]*>", "", text))
    return any(word[0].islower() for word in words)
