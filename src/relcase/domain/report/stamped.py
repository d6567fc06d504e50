"""Records that have changed since a report was made of them.

What relcase writes carries, in its notes, a line for each record that it used.
"""

from collections.abc import Iterator

from relcase.domain.fingerprint import Stamp, fingerprint, stamps
from relcase.domain.passage import Report
from relcase.domain.report.findings import Claim, Words
from relcase.domain.report.knowledge.known import Known


def check(report: Report, known: Known) -> Iterator[Claim]:
    """Every line whose record says something else now, or is gone."""
    subjects = {one.id: one for one in known.subjects}
    for number, passage in enumerate(report.passages):
        for stamp in stamps(passage.text):
            subject = subjects.get(stamp.id)
            if subject is None:
                message = f"The stores have no entry “{stamp.id}” any more"
                yield _claim(number, passage.text, stamp, message)
            elif fingerprint(subject.entry) != stamp.content:
                message = f"The record of “{stamp.id}” has changed since this was made"
                yield _claim(number, passage.text, stamp, message)


def _claim(number: int, text: str, stamp: Stamp, message: str) -> Claim:
    start = text.index(stamp.line())
    place = Words(number, start, start + len(stamp.line()))
    hint = f"See what it says now: relcase show {stamp.id}"
    return Claim(place, "D02", "error", message, hint, stamp.id, fault=True)
