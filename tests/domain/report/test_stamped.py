"""Records that have changed since a document was made of them."""

from datetime import date

from relcase.domain.fingerprint import Stamp, fingerprint
from relcase.domain.report import Known, judge
from relcase.reading import read

DAY = date(2026, 11, 22)
FROME = "frome-emergency-admissions"


def rules(known: Known, stamp: Stamp) -> list[str]:
    report = read(f"A note. {stamp.line()}".encode(), "notes.txt")
    return [one.rule for one in judge(report, known, DAY).claims]


def test_a_record_that_says_the_same_is_no_matter(known: Known) -> None:
    (entry,) = [one.entry for one in known.subjects if one.entry.id == FROME]
    assert rules(known, Stamp(FROME, "0.1.0", fingerprint(entry))) == []


def test_a_record_that_changed_or_went_makes_it_stale(known: Known) -> None:
    assert rules(known, Stamp(FROME, "0.1.0", "0" * 16)) == ["D02"]
    assert rules(known, Stamp("never-there", "0.1.0", "0" * 16)) == ["D02"]
