"""stats: the generated sentence, what is left out, and how near it is to one's case."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from relcase.cli.terminal import WIDE

Run = Callable[..., Any]
TIES = ("stats", "ties-survival", "--no-refs")
SHORT = (
    "With stronger social ties, the odds of being alive after ten years were 1.50 times"
    " those for people with weaker ties"
)
LONG = (
    "In a study that followed people over time (5,000 people; follow-up: ten years), with"
    " stronger social ties, the odds of being alive after ten years were 1.50 times those"
    " for people with weaker ties (95% CI 1.42 to 1.59)"
)
TOGETHER = (
    "The two go together; this does not show that one causes the other (moderate"
    " certainty)."
)
REMINDER = "These are odds; the chance itself differs by less."
CAVEAT = "This shows that the two go together, not that one causes the other."
LEFT_OUT = (
    "Not in this list: no clear difference or the contrary on the same kind of outcome,"
    " Dogwood, Elm and Fir (2008)."
)


@pytest.fixture
def contrary(small: Run, desk: Path) -> Run:
    """The small store, where the trials of befriending measured deaths too."""
    evidence = desk / "small" / "evidence.yaml"
    before, trials, after = evidence.read_text("utf-8").partition("befriending-trials")
    after = after.replace("outcomes: [loneliness]", "outcomes: [mortality]", 1)
    evidence.write_text(before + trials + after, encoding="utf-8")
    return small


@pytest.fixture(params=[60, 140])
def columns(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """A narrow and a wide terminal."""
    monkeypatch.setenv("COLUMNS", str(request.param))
    width: int = request.param
    return width


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("length", "form", "expected"),
    [
        ("short", "plain", f"{SHORT} (Áster and Birch, 2015). {TOGETHER}\n"),
        ("short", "markdown", f"- {SHORT} (Áster and Birch, 2015). {TOGETHER}\n"),
        (
            "long",
            "plain",
            f"{LONG} (Áster and Birch, 2015). {REMINDER} {TOGETHER} {CAVEAT}\n",
        ),
        (
            "long",
            "markdown",
            f"- {LONG} (Áster and Birch, 2015). {REMINDER} {TOGETHER} *{CAVEAT}*\n",
        ),
    ],
)
def test_one_sentence_to_paste(
    small: Run, length: str, form: str, expected: str
) -> None:
    assert small(*TIES, "--say", length, "-f", form) == (0, expected, "")


@pytest.mark.parametrize(("length", "said"), [("short", SHORT), ("long", LONG)])
def test_a_slide_asserts_the_sentence_and_then_limits_it(
    small: Run, length: str, said: str
) -> None:
    slide = small(*TIES, "--say", length, "-f", "slide").stdout
    heading, number, _, limits, *_ = slide.split("\n\n")

    assert heading == f"# {said}."
    assert limits.endswith(TOGETHER)
    assert number == "**1.50 times** the odds of being alive after ten years"
    assert small(*TIES, "-f", "slide").stdout.startswith(
        "# People with stronger ties were more likely to be alive ten years later.\n"
    )


def test_a_table_of_sentences(small: Run, columns: int) -> None:
    shown = small(*TIES, "--say", "short", "-f", "table").stdout

    assert ("Figure" in shown) == (columns >= WIDE)
    assert "●●●○" in shown
    narrow = one_line(shown)
    if columns < WIDE:
        assert f"{SHORT}. {TOGETHER}" in narrow
    assert one_line(small(*TIES, "-f", "table").stdout) != narrow


def test_what_has_no_sentence_stays_as_it_is(small: Run) -> None:
    everything = ("stats", "kindness-first", "relational-work", "-f", "plain")
    assert small(*everything, "--say", "long") == small(*everything)


def test_the_mark_of_what_is_superseded_stays(small: Run) -> None:
    done = small("stats", "--all", "old-survival", "--say", "short", "-f", "plain")
    assert done.stdout.startswith("Superseded: An older count of ties and survival")


def test_a_length_that_does_not_exist(small: Run) -> None:
    done = small("stats", "--say", "medium")
    assert (done.status, done.stdout) == (2, "")
    assert done.stderr == ("The length cannot be 'medium': it is one of short, long.\n")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("moderate", ["ties-survival", "lonely-pupils"]),
        ("Low", ["ties-survival", "lonely-pupils", "befriending-trials"]),
        ("very-low", ["ties-survival", "lonely-pupils", "befriending-trials"]),
    ],
)
def test_this_certainty_or_better(small: Run, word: str, expected: list[str]) -> None:
    done = small("stats", "--certainty", word, "-f", "json")
    assert [one["id"] for one in json.loads(done.stdout)["entries"]] == expected


def test_no_certainty_that_high(small: Run) -> None:
    done = small("stats", "--certainty", "high")
    assert done.status == 1
    assert "Without --certainty high: 3." in done.stderr
    wrong = small("stats", "--certainty", "sure")
    assert (wrong.status, wrong.stdout) == (2, "")


SUPPORTS = ("stats", "--stance", "supports")


def test_a_list_names_what_it_leaves_out_and_cites_it(contrary: Run) -> None:
    done = contrary(*SUPPORTS)
    assert done.status == 0
    body, references = done.stdout.split("## References")
    assert body.rstrip().endswith(LEFT_OUT)
    assert "Befriending trials pooled" in references
    assert "Befriending trials pooled" not in (
        contrary(*SUPPORTS, "--no-balance").stdout
    )


@pytest.mark.parametrize("form", ["plain", "html", "latex"])
def test_so_does_every_text(contrary: Run, form: str) -> None:
    about = "the contrary on the same kind of outcome, Dogwood"
    assert about in contrary(*SUPPORTS, "-f", form).stdout
    assert about not in contrary(*SUPPORTS, "-f", form, "--no-balance").stdout


def test_slides_carry_it_in_their_notes(contrary: Run) -> None:
    slide = contrary(*SUPPORTS, "-f", "slide").stdout
    seen, _, notes = slide.partition("<!--")
    told = (
        "What is the evidence against it? On the same kind of outcome, perhaps in other "
        "people, no clear difference or the contrary was found by Dogwood"
    )
    assert told in notes.partition("-->")[0]
    assert "Dogwood" not in seen
    silent = contrary(*SUPPORTS, "-f", "slide", "--no-balance").stdout
    assert "the evidence against it" not in silent


def test_a_table_says_it_beside_the_table(contrary: Run) -> None:
    done = contrary(*SUPPORTS, "-f", "table")
    named = "on the same kind of outcome, Dogwood et al., 2008."
    assert "Dogwood" not in done.stdout
    assert named in one_line(done.stderr)
    assert "Dogwood" not in contrary(*SUPPORTS, "-f", "table", "--no-balance").stderr


def test_json_lists_it(contrary: Run) -> None:
    found = json.loads(contrary(*SUPPORTS, "-f", "json").stdout)
    assert found["balance"] == [
        {
            "key": "dogwood2008",
            "citation": "Dogwood et al., 2008",
            "recorded": False,
            "id": "befriending-trials",
            "headline": "Pooled trials of befriending showed no clear difference in"
            " loneliness.",
            "stance": "no_clear_difference",
        }
    ]
    silent = contrary(*SUPPORTS, "-f", "json", "--no-balance").stdout
    assert json.loads(silent)["balance"] == []


@pytest.mark.parametrize(
    "asked", [("stats",), ("stats", "--country", "NO"), ("stats", "-s", "education")]
)
def test_nothing_is_missing_from_a_full_list(
    contrary: Run, asked: tuple[str, ...]
) -> None:
    done = contrary(*asked, "-f", "json")
    assert json.loads(done.stdout)["balance"] == []


CASE = "norway, nhs, adults, 2010s"
FIT = (
    "Fit to your case: close. Country: Norway. It is about health. The people studied"
    " include: adults. Time: the data are from 2000 to 2010."
)


@pytest.mark.parametrize("form", ["markdown", "plain", "table", "slide"])
def test_how_near_it_is(small: Run, form: str) -> None:
    done = small(*TIES, "--context", CASE, "-f", form)
    assert FIT in one_line(done.stdout.replace("’", "’"))
    assert "Fit to your case" not in small(*TIES, "-f", form).stdout


def test_how_near_it_is_in_json(small: Run) -> None:
    done = small("stats", "--context", "denmark, education, pupils", "-f", "json")
    found = json.loads(done.stdout)
    assert found["fit"]["lonely-pupils"] == {
        "word": "partial",
        "reasons": [
            "Country: not Denmark, but England, United Kingdom.",
            "It is about education.",
            "The people studied include: pupils.",
        ],
    }
    assert found["fit"]["ties-survival"]["word"] == "distant"
    assert list(found["fit"]) == [one["id"] for one in found["entries"]]
    assert "fit" not in json.loads(small("stats", "-f", "json").stdout)


@pytest.mark.parametrize("typed", ["", " , "])
def test_a_case_of_nothing_is_refused(small: Run, typed: str) -> None:
    done = small(*TIES, "--context", typed)
    assert (done.status, done.stdout) == (2, "")
    assert "name a country, a sector, a decade or people" in done.stderr


def test_the_spreadsheet_says_it_in_the_length_asked_for(small: Run) -> None:
    short = small("stats", "ties-survival", "-f", "csv", "--say", "short").stdout
    long = small("stats", "ties-survival", "-f", "csv").stdout
    assert "In a study that followed people over time" in long
    assert "In a study that followed people over time" not in short
