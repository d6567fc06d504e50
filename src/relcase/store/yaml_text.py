"""YAML text to plain data, scalars as printed, every value with a place.

A small constructor over the event stream of PyYAML's C parser. The ready-made loaders
turn ``1.50`` into 1.5 and ``no`` into False, and keep the last of two equal keys in
silence; and a tree of nodes costs three times as much. Places are not kept while
reading: the rare file with something to report is walked a second time.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import yaml

from relcase.domain.problem import KeyOf, Problem, Step

MEGABYTE = 1024 * 1024
LIMIT = 64 * MEGABYTE
DEPTH = 40
MISTAKES = 100

_PLAIN = re.compile(
    r"(?P<int>-?[0-9]+)|(?P<float>-?[0-9]+\.[0-9]*(?:[eE][-+]?[0-9]+)?)"
)
_LONGEST_INTEGER = 19
_Parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_ITEM = re.compile(r"^( {0,4})- ")

Place = tuple[int, int]
"""Line and column, both from 1."""


class Content(NamedTuple):
    """What a text holds, as far as it could be read, and what stood in the way."""

    data: Any
    problems: list[Problem]
    text: str
    """The text that ``data`` was read from: unreadable items blanked, lines unmoved."""


class _Mistake(Exception):
    """One thing YAML or the store does not allow; the item that holds it is skipped."""

    def __init__(
        self, rule: str, place: Place, message: str, hint: str, start: int | None = None
    ) -> None:
        super().__init__(message)
        self.rule, self.place, self.message, self.hint = rule, place, message, hint
        self.start = start or place[0]


def decode(raw: bytes, path: str) -> tuple[str, list[Problem]]:
    """Text of a file. UTF-8 with or without a mark; other bytes are reported in place."""
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        problem = Problem(
            path,
            line,
            column,
            "error",
            "Y05",
            f"byte 0x{raw[error.start]:02x} is not UTF-8 text",
            "Save the file as UTF-8 (in most editors: Save as, Encoding, UTF-8).",
        )
        return raw.decode("utf-8-sig", errors="replace"), [problem]


def read(text: str, path: str) -> Content:
    """Plain data of a YAML text.

    A mistake of syntax costs the list item it stands in and nothing else: the item is
    blanked out and the rest read again, so that one run reports every mistake.
    """
    mistakes: list[_Mistake] = []
    data = None
    while True:
        try:
            data = _build(text, mistakes)
            break
        except _Mistake as mistake:
            mistakes.append(mistake)
            shorter = _without_item(text, mistake.start)
            if shorter is None or len(mistakes) >= MISTAKES:
                break
            text = shorter
    # A repeated key before a mistake is met again on the next reading.
    once = {(mistake.rule, mistake.place): mistake for mistake in mistakes}
    return Content(data, [_problem(path, mistake) for mistake in once.values()], text)


def places(
    text: str, wanted: Iterable[tuple[Step, ...]]
) -> dict[tuple[Step, ...], Place]:
    """Where the values at ``wanted`` stand; for one that is missing, its nearest parent."""
    want = list(wanted)
    needed = {steps[:end] for steps in want for end in range(len(steps) + 1)}
    seen = dict(_walk(text, needed))
    out = {}
    for steps in want:
        at = steps
        while at not in seen and at:
            at = at[:-1]
        out[steps] = seen.get(at, (1, 1))
    return out


def _build(text: str, duplicates: list[_Mistake]) -> Any:
    """One pass over the events, with a stack of open containers."""
    root: list[Any] = []
    stack: list[tuple[Any, Any]] = []
    box: Any = root
    key: Any = None
    for event in _events(text):
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            value = event.value
            if box.__class__ is dict and key is None:
                key = value
                if key in box:
                    duplicates.append(_duplicate(key, event))
                continue
            if event.implicit[0]:
                value = _resolve(value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if box.__class__ is dict and key is None:
                raise _not_text_key(event)
            stack.append((box, key))
            _check_depth(stack, event)
            box, key = ({} if kind is yaml.MappingStartEvent else []), None
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            value = box
            box, key = stack.pop()
        elif kind is yaml.AliasEvent:
            raise _alias(event)
        else:
            continue
        if box.__class__ is dict:
            box.setdefault(key, value)
            key = None
        else:
            box.append(value)
    return root[0] if root else None


def _walk(
    text: str, needed: set[tuple[Step, ...]]
) -> Iterator[tuple[tuple[Step, ...], Place]]:
    """The places of those values and keys of a text that are needed."""
    stack: list[tuple[tuple[Step, ...], int, bool]] = []
    steps: tuple[Step, ...] = ()
    count, in_map = 0, False
    key: str | None = None
    for event in _events(text):
        kind = event.__class__
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            steps, count, in_map = stack.pop()
            key = None
            continue
        if kind not in _VALUES:
            continue
        if in_map and key is None:
            key = event.value
            if (*steps, KeyOf(key)) in needed:
                yield (*steps, KeyOf(key)), _place(event)
            continue
        at: tuple[Step, ...] = (*steps, key if in_map else count) if stack else ()  # type: ignore[arg-type]
        if at in needed:
            yield at, _place(event)
        count, key = count + 1, None
        if kind is not yaml.ScalarEvent:
            stack.append((steps, count, in_map))
            steps, count, in_map = at, 0, kind is yaml.MappingStartEvent


_VALUES = {yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent}


def _events(text: str) -> Iterator[Any]:
    """The parser's events; its complaints become mistakes with a place and a cure."""
    loader = _Parser(text)
    try:
        event = loader.get_event()
        while event is not None:
            yield event
            event = loader.get_event()
    except yaml.MarkedYAMLError as error:
        raise _syntax(text, error) from None
    except yaml.reader.ReaderError as error:
        raise _character(text, error) from None
    finally:
        loader.dispose()


def _resolve(value: str) -> Any:
    """Booleans, nulls and numbers of a plain scalar; anything else stays text.

    Numbers are read only so that one written without quotes can be refused by name.
    """
    if value in _WORDS:
        return _WORDS[value]
    match = _PLAIN.fullmatch(value)
    if not match:
        return value
    if match["int"]:
        return int(value) if len(value) < _LONGEST_INTEGER else value
    return float(value)


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _check_depth(stack: list[tuple[Any, Any]], event: Any) -> None:
    if len(stack) > DEPTH:
        raise _Mistake(
            "Y04",
            _place(event),
            f"nested more than {DEPTH} levels deep",
            "An entry is at most five levels deep; check the brackets and the indentation.",
        )


def _duplicate(key: str, event: Any) -> _Mistake:
    return _Mistake(
        "Y03",
        _place(event),
        f"'{key}' is given twice here",
        "Only the first is read; delete one of the two.",
    )


def _not_text_key(event: Any) -> _Mistake:
    return _Mistake(
        "Y01",
        _place(event),
        "a field name must be plain text",
        "Write it as `name: value`.",
    )


def _alias(event: Any) -> _Mistake:
    return _Mistake(
        "Y04",
        _place(event),
        "aliases (*name) are not allowed in a store",
        "Write the value out in full.",
    )


def _syntax(text: str, error: yaml.MarkedYAMLError) -> _Mistake:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    shown = lines[line - 1] if line <= len(lines) else ""
    if "\t" in shown[: column + 1] and not shown[:column].replace("\t", "").strip():
        tab = shown.index("\t") + 1
        return _Mistake(
            "Y02",
            (line, tab),
            "a tab cannot indent YAML",
            "Use spaces; most editors can convert tabs to spaces.",
        )
    context = error.context_mark
    start = context.line + 1 if context and context.line + 1 < line else line
    if context and "quoted scalar" in str(error.context):
        return _Mistake(
            "Y01",
            (context.line + 1, context.column + 1),
            "this quotation mark is never closed",
            "Close it at the end of the text, or double a quotation mark inside it.",
            start,
        )
    return _Mistake(
        "Y01",
        (line, column),
        f"not YAML: {error.problem}",
        "Often a text with `: ` or ` #` in it that needs quotation marks, "
        "or a line with the wrong indentation.",
    )


def _character(text: str, error: yaml.reader.ReaderError) -> _Mistake:
    before = text[: error.position] if isinstance(error.position, int) else ""
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return _Mistake(
        "Y01",
        (line, column),
        "a control character that YAML does not allow",
        "Delete it; it is often invisible, so retype the word it stands in.",
    )


def _problem(path: str, mistake: _Mistake) -> Problem:
    line, column = mistake.place
    return Problem(
        path, line, column, "error", mistake.rule, mistake.message, mistake.hint
    )


def _without_item(text: str, line: int) -> str | None:
    """The text with the list item around ``line`` blanked out, or ``None`` if none is.

    Only items that start at the outermost indentation count: those are the entries.
    """
    lines = text.splitlines(keepends=True)
    starts = [number for number, one in enumerate(lines) if _ITEM.match(one)]
    if not starts:
        return None
    indent = min(len(_ITEM.match(lines[n])[1]) for n in starts)  # type: ignore[index]
    outer = [n for n in starts if lines[n].startswith(" " * indent + "- ")]
    first = max((n for n in outer if n < line), default=None)
    if first is None:
        return None
    last = first + 1
    while last < len(lines) and not _ends_item(lines[last], indent):
        last += 1
    blank = ["\n"] * (last - first)
    return "".join(lines[:first] + blank + lines[last:])


def _ends_item(line: str, indent: int) -> bool:
    """Whether a line belongs to the next item or the next section."""
    body = line.lstrip(" \t")
    margin = line[: len(line) - len(body)]
    if not body.strip() or body.startswith("#") or "\t" in margin:
        return False
    return len(margin) <= indent
