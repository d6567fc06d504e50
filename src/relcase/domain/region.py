"""The marked places of a report: what stands there, and what is wrong with the marks."""

from typing import NamedTuple

from relcase.domain.marker import Marker, checksum
from relcase.domain.passage import Place


class Region(NamedTuple):
    """A place that a marker keeps, with what stands there now."""

    marker: Marker
    place: Place
    content: str = ""
    """What stands between the marks, without indentation; line ends are ``\\n``."""
    inline: bool = False
    """Whether it stands within a line of text."""
    at: int = 0
    """Where in the file it begins, to order it among what else is there."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written there yet."""
        return not self.marker.sum and not self.content.strip()

    @property
    def is_edited(self) -> bool:
        """Whether it is no longer what was written there."""
        return not self.is_empty and checksum(self.content) != self.marker.sum


class Fault(NamedTuple):
    """Something wrong with a mark."""

    place: Place
    rule: str
    message: str
    hint: str


def not_closed(place: Place) -> Fault:
    """A marker with a checksum, and no end."""
    return Fault(
        place,
        "F01",
        "this marked place is never closed",
        "Put the comment /relcase after what was written, or delete sum=… from the "
        "marker to have it filled anew.",
    )


def holds_another(place: Place, inner: Place) -> Fault:
    """A marker whose end comes after another marker."""
    where = f"line {inner.line}" if inner.line else inner.words
    return Fault(
        place,
        "F02",
        f"another marked place begins inside this one, at {where}",
        "Close this one before the other begins.",
    )


def closes_nothing(place: Place) -> Fault:
    """An end without a beginning."""
    return Fault(
        place, "F03", "this closes a marked place that never began", "Delete it."
    )


def misspelt(place: Place, why: str) -> Fault:
    """A marker that is not understood; in office files, which have no lines, in braces."""
    in_comments = "relcase: stat ID, relcase: stat ID short, relcase: references apa"
    in_braces = "{{relcase:ID}}, {{relcase:ID short}}, {{relcase:references apa}}"
    return Fault(
        place,
        "F04",
        f"this marker is not understood: {why}",
        f"As: {in_comments if place.line else in_braces}.",
    )


def misplaced(place: Place, where: str, cure: str) -> Fault:
    """A marker where nothing can be written."""
    return Fault(place, "F04", f"this marker stands {where}, so it is not filled", cure)


def not_there(place: Place, why: str, hint: str = "") -> Fault:
    """A marker that names what the stores do not hold, or a style that does not serve."""
    return Fault(place, "F05", why, hint)


def still_shown(place: Place, title: str, what: str) -> Fault:
    """Something that was made of an entry as it was, and cannot be rewritten."""
    return Fault(
        place,
        "F09",
        f"{title}: {what}, and cannot be renewed in its place",
        "Make the slide anew with relcase slides ID --marked --into FILE --out NEW, "
        "and delete this one.",
    )
