"""What is wrong with a report, composed for reading: the sentence, the number, the cure."""

from typing import NamedTuple

from relcase.domain.content import Line, Text, line

_ROOM = 130
"""Letters of a long sentence that are shown to each side of a number."""


class Remark(NamedTuple):
    """Something to be said of some words of a report."""

    where: str
    """The file, with line and column or the place in words."""
    verdict: str
    """The verdict, or how bad a problem is, in words."""
    sentence: str
    marked: tuple[tuple[int, int], ...]
    """Offsets of the words in the sentence; none where it is about no words."""
    message: str
    say: str = ""
    """What can be said instead."""
    about: str = ""
    """The entry, or the rule."""


def told(one: Remark) -> tuple[Line, ...]:
    """A remark line by line: where and what, the sentence, what is wrong, what to say."""
    about = f"  {one.about}" if one.about else ""
    lines = [line(f"{one.where}  ", Text(one.verdict, "b"), Text(about, "q"))]
    if one.marked:
        lines.append(_marked(one))
    if one.message:
        lines.append(line(one.message))
    if one.say:
        lines.append(line(Text("Say: ", "b"), one.say))
    return tuple(lines)


def _marked(one: Remark) -> Line:
    """The sentence, shortened around its marked words, which stand between »…«."""
    first, last = one.marked[0][0], one.marked[-1][1]
    start = max(0, first - _ROOM) if first > _ROOM else 0
    end = min(len(one.sentence), last + _ROOM)
    if start:
        start = one.sentence.find(" ", start) + 1
    if end < len(one.sentence):
        end = max(one.sentence.rfind(" ", last, end), last)
    parts: list[str | Text] = ["… " if start else ""]
    at = start
    for begin, stop in one.marked:
        parts += [one.sentence[at:begin], Text(f"»{one.sentence[begin:stop]}«", "b")]
        at = stop
    parts += [one.sentence[at:end], " …" if end < len(one.sentence) else ""]
    return line(*parts)
