"""What a new user types: everyday words, a whole question, a near miss of an ending."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize("command", ["stats", "search", "gaps", "slides"])
def test_a_part_of_a_sector_is_said_to_be_one(
    small: Run, desk: Path, command: str
) -> None:
    words = ("ties",) if command == "search" else ()
    out = ("--out", "deck.md") if command == "slides" else ()
    told = "nhs has no sector of its own: this is all of health.\n"
    assert told in small(command, *words, "--sector", "nhs", *out).stderr
    for plain in ("health", "Health"):
        done = small(command, *words, "--sector", plain, *out)
        assert "no sector" not in done.stderr


def test_a_word_that_is_no_sector_is_found_as_a_word(run: Run) -> None:
    done = run("stats", "--sector", "dementia")
    assert done.stderr == (
        "There is no sector 'dementia'. As a word it is found by: relcase stats dementia."
        " To see them all: relcase sectors\n"
    )
    assert run("stats", "dementia").status == 0
    assert "Did you mean 'health'?" in run("stats", "--sector", "helth").stderr


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("lonely", "Did you mean 'loneliness'?"),
        ("isolation", "relcase stats isolation"),
    ],
)
def test_the_same_of_an_outcome(run: Run, word: str, said: str) -> None:
    assert said in run("stats", "--outcome", word).stderr


@pytest.mark.parametrize("word", ["elderly", "charity"])
def test_everyday_words_for_sectors(run: Run, word: str) -> None:
    done = run("stats", "--sector", word, "-n", "1")
    assert (done.status, "no sector of its own" in done.stderr) == (0, True)


def test_a_question_is_told_what_to_leave_out(run: Run) -> None:
    asked = "how much does loneliness cost the NHS?"
    quoted, plain = run("search", asked), run("search", *asked.split())
    assert quoted == plain
    assert quoted.status == 1
    assert "Type: loneliness cost." in quoted.stderr
    assert run("search", "loneliness cost").status == 0


def test_short_words_are_not_guessed(run: Run) -> None:
    assert "curb" not in run("search", "lunch", "club").stderr


def test_words_beside_an_id_are_explained(small: Run) -> None:
    done = small("stats", "ties", "ties-survival")
    assert done.stderr == (
        "Only the entries named are searched for: ties. For both, ask twice.\n"
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("stats", "--out", "b.doc"), "(did you mean .docx?)"),
        (("slides", "--out", "b.ppt"), "(did you mean .pptx?)"),
        (("chart", "ties-survival", "--out", "b.jpg"), "(did you mean .png?)"),
        (("stats", "--out", "b.pptx"), "a deck is made by relcase slides"),
        (("stats", "--plain"), "Did you mean -f plain?"),
        (("stats", "-n", "two"), "'two' is not a whole number"),
    ],
)
def test_a_near_miss_is_understood(
    small: Run, asked: tuple[str, ...], said: str
) -> None:
    done = small(*asked)
    assert done.status == 2
    assert said in done.stderr


@pytest.mark.parametrize("program", ["zotero", "EndNote"])
def test_references_for_a_program(small: Run, program: str) -> None:
    assert small("refs", "-f", program) == small("refs", "-f", "ris")


def test_references_by_words(small: Run, desk: Path) -> None:
    done = small("refs", "ties", "-f", "bibtex")
    assert "@article{aster2015" in done.stdout
    assert "cedar2021" not in done.stdout
    assert small("refs", "ties", "lonely").status == 1


def test_where_nothing_is_so_sure_it_says_so(run: Run) -> None:
    done = run("stats", "--certainty", "high")
    assert done.status == 1
    assert "Nothing in the stores is rated high" in done.stderr
    housing = run("stats", "--sector", "arts", "--certainty", "moderate", "zebra")
    assert "Nothing in the stores" not in housing.stderr


def test_what_is_left_out_is_named_with_what_it_was_about(run: Run, desk: Path) -> None:
    listed = run("stats", "befriending").stdout
    named = listed.partition("Not in this list")[2].partition("\n")[0]
    assert "(2021) on Dementia Care Mapping" in named
    run("slides", "befriending", "--out", "deck.md")
    deck = (desk / "deck.md").read_text(encoding="utf-8")
    shown = deck.rpartition("# References")[2]
    assert "Mead, N." in shown
    assert "Surr" not in shown


def test_references_hold_only_what_a_line_names(run: Run) -> None:
    listed = run("stats", "--outcome", "mental-distress", "--stance", "supports").stdout
    text, _, references = listed.partition("## References")
    assert " and others." in text
    named = text.partition("Not in this list")[2]
    firsts = re.findall(r"^([^,\n]+), ", references, re.MULTILINE)
    assert all(one in text or one in named for one in firsts)


def test_too_much_for_one_picture_names_a_command_that_draws(
    run: Run, desk: Path
) -> None:
    for words in (("befriending",), ("--sector", "public-health")):
        done = run("chart", *words, "--out", "a.svg")
        assert done.status == 2
        assert len(done.stderr) < 800
        example = re.search(r"relcase (chart [a-z0-9-]+)\.?$", done.stderr.strip())
        assert example is not None
        assert run(*example[1].split(), "--out", "b.svg").status == 0


def test_what_is_not_confirmed_is_handed_to_nobody(run: Run) -> None:
    assert "unconfirmed" not in run("refs", "-f", "bibtex").stdout


def test_people_are_not_taken_for_a_sector(run: Run) -> None:
    done = run("stats", "befriending", "--context", "older people", "-n", "1")
    assert "Fit to your case" in done.stdout
    assert "about social care" not in done.stdout
