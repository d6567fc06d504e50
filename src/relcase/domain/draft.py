"""A plan as it is first written: the sections with their standing words and the choices.

The words hold for whatever is chosen, so that a plan nobody has edited still reads as
somebody's; each section also says what its owner should add.
"""

from collections.abc import Collection
from typing import NamedTuple

from relcase.domain.audience import NEEDS
from relcase.domain.persuade import Choice, Wishes
from relcase.domain.plan import Part


class DraftSection(NamedTuple):
    """One section: its words, and the entries with the reason for each."""

    part: Part
    title: str
    text: str
    prompt: str
    """What to add, for whoever edits the plan; it is never printed."""
    choices: tuple[Choice, ...]


class Draft(NamedTuple):
    """A proposed plan, with reasons."""

    title: str
    wishes: Wishes
    place: str | None
    sections: tuple[DraftSection, ...]
    missed: tuple[str, ...] = ()
    """Sentences on what was asked for and nothing that was chosen is about."""


class Chosen(NamedTuple):
    """What was chosen for each part."""

    why: tuple[Choice, ...]
    evidence: tuple[Choice, ...]
    story: tuple[Choice, ...]
    barriers: tuple[Choice, ...]
    actions: tuple[Choice, ...]
    unknowns: tuple[Choice, ...]


class _Standing(NamedTuple):
    title: str
    text: str
    prompt: str


_STANDING: dict[Part, _Standing] = {
    "ask": _Standing(
        "What we ask",
        "",
        "Say in a few sentences what it would take: money, time, from when, who does it.",
    ),
    "why": _Standing(
        "Why relationships matter here",
        "First, what we mean by the words, and the finding to begin with.",
        "Say what you see where you are: one or two things your readers would recognise.",
    ),
    "evidence": _Standing(
        "The evidence",
        "Each finding is given with its source and with how certain it is. None of them "
        "was made here; whether it would turn out the same for us has to be tried.",
        "Delete what does not help; relcase show ID says all that is known of an entry.",
    ),
    "story": _Standing(
        "What it looks like",
        "One story shows what the numbers cannot. It is an illustration, not a proof.",
        "A story of your own is better, if those it is about agree to its being told.",
    ),
    "barriers": _Standing(
        "What stands in the way",
        "",
        "Name what stands in the way with you; whoever decides knows it already.",
    ),
    "actions": _Standing(
        "What we should do",
        "",
        "Say who does which of these, by when, and how you would notice that it works.",
    ),
    "unknowns": _Standing(
        "What we do not know",
        "Not everything points the same way. A fair case names what was found otherwise.",
        "Keep this section: it is what makes the rest believed.",
    ),
}

VERY_LOW = (
    "What is marked as of very low certainty is reported as it was found; no more can be "
    "concluded from it."
)
"""What a section says of itself where nothing surer is known."""

_ALWAYS: tuple[Part, ...] = ("ask", "unknowns")
"""Parts that a case has even without entries."""


def draft(
    title: str,
    place: str | None,
    wishes: Wishes,
    chosen: Chosen,
    unsure: Collection[str],
) -> Draft:
    """The plan, its parts in the order of the audience; a part without entries is left out.

    ``unsure`` are the ids of statistics of very low certainty.
    """
    sections = []
    for part in NEEDS[wishes.audience].order:
        standing = _STANDING[part]
        choices = getattr(chosen, part, ())
        if not choices and part not in _ALWAYS:
            continue
        text = standing.text
        weak = any(one.id in unsure for one in choices)
        if part in ("why", "evidence") and weak:
            text = f"{text}\n\n{VERY_LOW}"
        sections.append(
            DraftSection(part, standing.title, text, standing.prompt, choices)
        )
    return Draft(title, wishes, place, tuple(sections))
