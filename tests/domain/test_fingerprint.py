"""A record's hash and the line that carries it."""

from dataclasses import replace

import pytest

from relcase.api import open_library
from relcase.domain.evidence import Entry, Source, Story, Verification
from relcase.domain.fingerprint import Stamp, canonical, fingerprint, stamps

STORY = Story(
    id="tea-and-talk",
    headline="A kitchen table in Hull",
    sectors=("community",),
    source=Source(key="hull2020"),
    verification=Verification(level="abstract", on="2026-01-31"),
    text='They said "come in".\n',
)


def test_the_canonical_json_is_sorted_and_leaves_out_what_the_record_leaves_out() -> (
    None
):
    assert canonical(STORY) == (
        '{"headline":"A kitchen table in Hull","id":"tea-and-talk","kind":"story",'
        '"sectors":["community"],"source":{"key":"hull2020"},'
        '"text":"They said \\"come in\\".\\u000a","verification":{"level":"abstract"}}'
    )


def test_the_hash_is_kept_for_good() -> None:
    """Decks that were handed out hold it; a change here calls them all outdated."""
    assert fingerprint(STORY) == "ceeec0256ace7624"


@pytest.mark.parametrize(
    "changed",
    [
        replace(STORY, text="They said nothing."),
        replace(STORY, status="superseded"),
        replace(STORY, source=Source(key="hull2020", locator="p. 4")),
        replace(STORY, verification=Verification(level="full_text", on="2026-01-31")),
    ],
)
def test_what_an_entry_says_changes_its_hash(changed: Entry) -> None:
    assert fingerprint(changed) != fingerprint(STORY)


@pytest.mark.parametrize(
    "looked_at",
    [
        replace(STORY, review_by="2027-01-31"),
        replace(STORY, acknowledged={"T01": "as the source has it"}),
        replace(STORY, verification=Verification(level="abstract", on="2027-01-31")),
    ],
)
def test_that_somebody_looked_again_does_not(looked_at: Entry) -> None:
    assert fingerprint(looked_at) == fingerprint(STORY)


def test_the_line_is_found_again_among_other_words() -> None:
    made = Stamp("tea-and-talk", "0.1.0", fingerprint(STORY))
    assert list(stamps(f"Say this.\n{made.line()}\nAnd that.")) == [made]


def test_a_line_cut_short_is_none() -> None:
    assert not list(stamps("relcase record tea-and-talk version 0.1.0 content 5f3a"))


def test_every_entry_of_the_store_has_one_of_its_own() -> None:
    library = open_library()
    ids = library.names("ids")
    assert len({fingerprint(library.entry(one)) for one in ids}) == len(ids)
