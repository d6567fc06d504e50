"""Phrases of the record as parts of a sentence: groups, outcomes, numbers, directions."""

import re
from dataclasses import replace

from relcase.domain import amounts
from relcase.domain.evidence import Figure, Statistic


def outcome_of(statistic: Statistic, figure: Figure) -> str:
    """The outcome as a phrase; one that ends in an aside is closed with a comma."""
    outcome = figure.outcome or statistic.outcome
    *before, last = outcome.split(", ")
    return f"{outcome}," if before and " and " not in last else outcome


def groups_of(statistic: Statistic, figure: Figure) -> tuple[str, str]:
    """Whom the figure is about and whom they are compared with, as phrases."""
    who = figure.group or statistic.exposure or ""
    against = figure.reference_group
    if against is None and statistic.comparator.kind != "none":
        against = statistic.comparator.text
    return who, against or ""


def with_group(phrase: str, of_people: str = "for") -> str:
    """A group with the word before it: ``for women``, ``in a group``, ``with usual care``.

    A phrase that brings its own, as ``before referral``, stays as it is.
    """
    if not phrase or _PLACED.match(phrase):
        return phrase
    if _GROUP.match(phrase):
        return f"in {phrase}"
    return f"{of_people if are_people(phrase) else 'with'} {phrase}"


def are_people(phrase: str) -> bool:
    """Whether a phrase names people or places, and no thing or treatment."""
    return _PEOPLE.search(phrase) is not None


def is_name(place: str) -> bool:
    """Whether a place is one that has a name, and no description or list of places."""
    return _NAME.fullmatch(place) is not None


_NAME = re.compile(r"[A-Z][\w'’.-]+(?:,? (?:[A-Z][\w'’.-]+|of|the|and|upon))*")
_PLACED = re.compile(r"(?:before|after|at|in|without|when|earlier)\b")
_GROUP = re.compile(
    r"(?:an? |the )?(?:matched )?(?:control|comparison|other) groups?\b"
)


_PEOPLE = re.compile(
    r"\b(?:people|persons?|adults|women|men|boys|girls|children|mothers|parents|famil\w+"
    r"|relatives|patients|residents|tenants|clients|students|pupils|teachers|workers"
    r"|clinicians|doctors|GPs|nurses|staff|officers|drivers|prisoners|volunteers|members"
    r"|participants|those|others|everyone|employees|couples|teams|groups?|schools|homes"
    r"|centres|hospitals|practices|hot spots|places|areas|neighbourhoods|towns|counties"
    r"|countries|councils?|prison-leavers|completers|steps|veterans|migrants"
    r"|(?!letters|orders|offers|papers|numbers|matters|doors|floors|factors|fees|trees)"
    r"[a-z]+(?:ers|ors|ists|ians|ees))\b"
)
"""Common words for people and places, and the endings of words for those who do."""


def versus(figure: Figure, against: str) -> str:
    """The value of the reference group: ``, against 14 for relatives …``."""
    if figure.reference_value is None:
        return ""
    unit = figure.unit if figure.measure == "money" else None
    other = amounts.large(replace(figure, estimate=figure.reference_value, unit=unit))
    return f", against {other} {with_group(against)}" if against else ""


def compared(against: str) -> str:
    """Whom a group is compared with, if anybody."""
    return f" compared with {against}" if against else ""


def between(statistic: Statistic, figure: Figure) -> str:
    """Both groups of a difference, where both are known."""
    who, against = groups_of(statistic, figure)
    if not who or not against:
        return ""
    if are_people(who) and not are_people(against):
        against = f"those {with_group(against)}"
    return f" between {who} and {against}"


def number(figure: Figure) -> str:
    """The estimate as it is read: with a true minus sign and thousands commas."""
    return amounts.number(figure.estimate or "", figure.measure)


def magnitude(figure: Figure) -> str:
    """The same without its sign."""
    return amounts.number((figure.estimate or "").lstrip("-"), figure.measure)


def unit(figure: Figure) -> str:
    """What a difference is counted in; of one, without its plural."""
    counted = _COUNTED_IN.get(figure.measure) or figure.unit or ""
    return counted.removesuffix("s") if magnitude(figure) == "1" else counted


_COUNTED_IN = {
    "standardised_mean_difference": "standard deviations",
    "percentage_points": "percentage points",
    "risk_difference": "percentage points",
}


def falls(figure: Figure) -> bool:
    """Whether a change or a difference goes down."""
    return (figure.estimate or "").startswith("-")


def higher(figure: Figure) -> str:
    """``higher`` or ``lower``, by the sign."""
    return "lower" if falls(figure) else "higher"


def predicate(outcome: str) -> str:
    """An outcome as what people did or had: ``being housed`` → ``were housed``."""
    outcome = outcome.rstrip(",")
    first, _, rest = outcome.partition(" ")
    if is_deed(outcome):
        return f"{_PAST[first.casefold()]} {rest}".rstrip()
    return f"had {outcome}"


def is_deed(outcome: str) -> bool:
    """Whether an outcome begins with something that people do, as ``being housed``."""
    return outcome.partition(" ")[0].casefold() in _PAST


_PAST = {
    "achieving": "achieved",
    "agreeing": "agreed",
    "attending": "attended",
    "becoming": "became",
    "being": "were",
    "belonging": "belonged",
    "completing": "completed",
    "developing": "developed",
    "drinking": "drank",
    "dropping": "dropped",
    "dying": "died",
    "eating": "ate",
    "entering": "entered",
    "experiencing": "experienced",
    "feeling": "felt",
    "finding": "found",
    "finishing": "finished",
    "getting": "got",
    "giving": "gave",
    "going": "went",
    "having": "had",
    "keeping": "kept",
    "leaving": "left",
    "living": "lived",
    "losing": "lost",
    "meeting": "met",
    "moving": "moved",
    "needing": "needed",
    "offending": "offended",
    "receiving": "received",
    "recovering": "recovered",
    "relapsing": "relapsed",
    "remaining": "remained",
    "reoffending": "reoffended",
    "reporting": "reported",
    "returning": "returned",
    "saying": "said",
    "seeing": "saw",
    "showing": "showed",
    "sleeping": "slept",
    "smoking": "smoked",
    "spending": "spent",
    "starting": "started",
    "staying": "stayed",
    "stopping": "stopped",
    "suffering": "suffered",
    "taking": "took",
    "thinking": "thought",
    "trusting": "trusted",
    "using": "used",
    "visiting": "visited",
    "volunteering": "volunteered",
    "voting": "voted",
    "wanting": "wanted",
    "working": "worked",
}
