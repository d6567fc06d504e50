"""The whole built-in bibliography in six styles, reviewed by eye and kept.

A change of a source, of a style or of the engine shows here as a difference to read.
To take the new text over, after reading it: ``RELCASE_RENEW=1 pytest tests/data``.
"""

import os
from pathlib import Path

import pytest

from relcase import api

GOLDEN = Path(__file__).with_name("golden")
STYLES = ("harvard", "apa", "vancouver", "chicago", "mla", "oscola")


@pytest.mark.parametrize("style", STYLES)
def test_the_whole_bibliography_reads_as_reviewed(style: str) -> None:
    library = api.open_library()
    kept = GOLDEN / f"{style}.md"

    text = api.reference_list(
        library, library.names("keys"), "markdown", style, "en-GB"
    )

    if os.environ.get("RELCASE_RENEW"):
        kept.write_text(str(text), encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("style", STYLES)
def test_no_style_prints_what_was_not_confirmed_or_leaves_markup(style: str) -> None:
    text = (GOLDEN / f"{style}.md").read_text(encoding="utf-8")

    for stray in ("unconfirmed", "nocase", "{", "}", "reprint", ", ,", "( ", "()"):
        assert stray not in text, stray


def test_two_works_of_one_body_without_a_year_are_told_apart() -> None:
    text = (GOLDEN / "harvard.md").read_text(encoding="utf-8")

    assert "A Better Way (no date a)" in text
    assert "The Relationships Project (no date h)" in text


def test_bodies_stay_whole() -> None:
    text = (GOLDEN / "apa.md").read_text(encoding="utf-8")

    assert "Department for Digital, Culture, Media and Sport" in text
    assert "House of Commons Committee of Public Accounts" in text
