"""YAML text to plain data, scalars as printed, every value with a place.

A small constructor over the event stream of PyYAML's C parser. The ready-made loaders
turn ``1.50`` into 1.5 and ``no`` into False, and keep the last of two equal keys in
silence; and a tree of nodes costs three times as much. Places are not kept while
reading: the rare file with something to report is walked a second time.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import yaml

from relcase.domain.problem import KeyOf, Problem, Step

DEPTH = 40
MISTAKES = 100

_PLAIN = re.compile(
    r"(?P<int>-?[0-9]+)|(?P<float>-?[0-9]+\.[0-9]*(?:[eE][-+]?[0-9]+)?)"
)
_NOT_ALWAYS_TEXT = {"", "~", "t", "f", "n", "-", *"0123456789"}
"""What booleans, nulls and numbers begin with: all else is text at a glance."""
_LONGEST_INTEGER = 19
_Parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SCALAR = yaml.ScalarEvent
_MAP, _MAP_END = yaml.MappingStartEvent, yaml.MappingEndEvent
_LIST, _LIST_END = yaml.SequenceStartEvent, yaml.SequenceEndEvent
_VALUES = {_SCALAR, _MAP, _LIST}
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_BREAKS = "\n\r\x85\u2028\u2029"
_BREAK = re.compile("(?<=[\n\x85\u2028\u2029])|(?<=\r)(?!\n)")
"""Where YAML begins a new line; ``str.splitlines`` knows a few more places."""
_TAB = re.compile(r"[ -]*\t")
_SECTION = re.compile(r"[^\s#-].*:")
_ITEM = re.compile(r"( *)-(?=\s)")

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


def read(text: str, path: str) -> Content:
    """Plain data of a YAML text.

    A mistake of syntax costs the list item it stands in and nothing else: the item is
    blanked out and the rest read again, so that one run reports every mistake.
    """
    found: dict[tuple[str, Place], _Mistake] = {}
    data = None
    for _ in range(MISTAKES):
        try:
            data = _build(text, found)
            break
        except _Mistake as mistake:
            lines = _BREAK.split(text)
            span = _item(lines, mistake.start)
            nearest = _within(lines, span, mistake) if span else mistake
            found.setdefault((nearest.rule, nearest.place), nearest)
            if span is None:
                break
            for number in span:
                lines[number] = lines[number][len(lines[number].rstrip(_BREAKS)) :]
            text = "".join(lines)
    mistakes = sorted(found.values(), key=lambda one: one.place)
    return Content(data, [_problem(path, one) for one in mistakes], text)


def places(
    text: str, wanted: Iterable[tuple[Step, ...]]
) -> dict[tuple[Step, ...], Place]:
    """Where the values at ``wanted`` stand; for one that is missing, its nearest parent."""
    want = list(wanted)
    needed = {steps[:end] for steps in want for end in range(len(steps) + 1)}
    seen: dict[tuple[Step, ...], Place] = {}
    with suppress(_Mistake):  # what stands before it has its place all the same
        for at, place in _walk(text, needed):
            seen.setdefault(at, place)  # of a field given twice, the first is read
    out = {}
    for steps in want:
        at = steps
        while at not in seen and at:
            at = at[:-1]
        out[steps] = seen.get(at, (1, 1))
    return out


def _build(text: str, found: dict[tuple[str, Place], _Mistake]) -> Any:
    """One pass over the events, with a stack of open containers.

    What costs no entry is noted in ``found``; anything else is raised.
    """
    root: list[Any] = []
    stack: list[tuple[Any, Any, bool]] = []
    box: Any = root
    key: Any = None
    in_map = False
    for event in _events(text):
        kind = event.__class__
        if kind is _SCALAR:
            if in_map and key is None:
                key = event.value
                if key in box:
                    found.setdefault(("Y03", _place(event)), _duplicate(key, event))
                continue
            value = _scalar(event)
        elif kind is _MAP or kind is _LIST:
            if in_map and key is None:
                raise _not_text_key(event)
            stack.append((box, key, in_map))
            _check_depth(len(stack), event)
            in_map = kind is _MAP
            box, key = ({} if in_map else []), None
            continue
        elif kind is _MAP_END or kind is _LIST_END:
            value = box
            box, key, in_map = stack.pop()
        elif kind is yaml.AliasEvent:
            raise _alias(event)
        else:
            if kind is yaml.DocumentStartEvent and root:
                found.setdefault(("Y01", _place(event)), _second_document(event))
            continue
        if in_map:
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
        if kind is _MAP_END or kind is _LIST_END:
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
        if kind is not _SCALAR:
            stack.append((steps, count, in_map))
            steps, count, in_map = at, 0, kind is _MAP


def _events(text: str) -> Iterator[Any]:
    """The parser's events; its complaints become mistakes with a place and a cure."""
    try:
        yield from iter(_Parser(text).get_event, None)
    except yaml.MarkedYAMLError as error:
        raise _syntax(text, error) from None
    except (yaml.reader.ReaderError, UnicodeEncodeError):
        raise _character(text) from None


def _scalar(event: Any) -> Any:
    """Booleans, nulls and numbers of a plain scalar; anything else stays text.

    Numbers are read only so that one written without quotes can be refused by name.
    """
    value: str = event.value
    if event.anchor or event.tag:
        raise _not_read(event)
    if not event.implicit[0] or value[:1] not in _NOT_ALWAYS_TEXT:
        return value
    if value in _WORDS:
        return _WORDS[value]
    match = _PLAIN.fullmatch(value)
    if not match:
        return value
    if match["int"]:
        return int(value) if len(value) < _LONGEST_INTEGER else value
    return float(value)


def _place(event: Any) -> Place:
    return _mark(event.start_mark)


def _check_depth(depth: int, event: Any) -> None:
    if depth > DEPTH:
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


def _not_read(event: Any) -> _Mistake:
    mark = f"&{event.anchor}" if event.anchor else event.tag
    return _Mistake(
        "Y01",
        _place(event),
        f"YAML does not read '{mark}' as text",
        "Put quotation marks around the whole text.",
    )


def _second_document(event: Any) -> _Mistake:
    return _Mistake(
        "Y01",
        _place(event),
        "a second document begins here, and only the first is read",
        "Delete the line `---`.",
    )


def _alias(event: Any) -> _Mistake:
    return _Mistake(
        "Y04",
        _place(event),
        "aliases (*name) are not allowed in a store",
        "Write the value out in full.",
    )


def _syntax(text: str, error: yaml.MarkedYAMLError) -> _Mistake:
    doing, problem = str(error.context), str(error.problem)
    line, column = at = _mark(error.problem_mark or error.context_mark)
    opening = _mark(error.context_mark) if error.context_mark else at
    lines = _BREAK.split(text)
    tab = _TAB.match(lines[line - 1]) if line <= len(lines) else None
    if tab and tab.end() <= column:
        return _Mistake(
            "Y02",
            (line, tab.end()),
            "a tab cannot indent YAML",
            "Use spaces; most editors can convert tabs to spaces.",
        )
    if "quoted scalar" in doing and "unexpected" in problem:
        return _Mistake(
            "Y01",
            opening,
            "this quotation mark is never closed",
            "Close it at the end of the text, or double a quotation mark inside it.",
        )
    if "flow" in doing and line >= len(lines):
        return _Mistake(
            "Y01",
            opening,
            "this bracket is never closed",
            "Close it at the end of the list, and put quotation marks around a text "
            "that begins with a bracket.",
        )
    # The list of entries and the outermost map begin too early to say which entry it is.
    too_early = "collection" in doing or ("block mapping" in doing and opening[1] == 1)
    return _Mistake(
        "Y01",
        opening if "simple key" in doing else at,
        f"not YAML: {problem}",
        "Often a text with `: ` or ` #` in it that needs quotation marks, "
        "or a line with the wrong indentation.",
        line if too_early else opening[0],
    )


def _character(text: str) -> _Mistake:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return _Mistake(
        "Y01",
        _end(text[: found.start()] if found else ""),
        "a control character that YAML does not allow",
        "Delete it; it is often invisible, so retype the word it stands in.",
    )


def _mark(mark: Any) -> Place:
    return mark.line + 1, mark.column + 1


def _end(text: str) -> Place:
    """The place right after a text."""
    lines = _BREAK.split(text)
    return len(lines), len(lines[-1]) + 1


def _problem(path: str, mistake: _Mistake) -> Problem:
    line, column = mistake.place
    return Problem(
        path, line, column, "error", mistake.rule, mistake.message, mistake.hint
    )


def _item(lines: list[str], line: int) -> range | None:
    """The lines of the entry that ``line`` (from 1) stands in, if it stands in one.

    Entries are the outermost list items of a section.
    """
    above = range(min(line, len(lines)))
    head = next((n for n in reversed(above) if _SECTION.match(lines[n])), -1)
    items = [
        (n, len(match[1]))
        for n in above[head + 1 :]
        if (match := _ITEM.match(lines[n]))
    ]
    if not items:
        return None
    indent = items[0][1]
    first = max(n for n, margin in items if margin <= indent)
    end = max(first + 1, line)
    while end < len(lines) and not _ends_item(lines[end], indent):
        end += 1
    return range(first, min(end, len(lines)))


def _within(lines: list[str], span: range, mistake: _Mistake) -> _Mistake:
    """The mistake as the parser sees it when the text ends with the entry it is in.

    What is never closed in one entry is noticed only in a later one.
    """
    if mistake.place[0] <= span.stop:
        return mistake
    try:
        _build("".join(lines[: span.stop]), {})
    except _Mistake as nearer:
        return nearer
    return mistake


def _ends_item(line: str, indent: int) -> bool:
    """Whether a line belongs to the next item or the next section."""
    body = line.lstrip(" \t")
    margin = line[: len(line) - len(body)]
    if not body.strip() or body.startswith("#") or "\t" in margin:
        return False
    return len(margin) <= indent
