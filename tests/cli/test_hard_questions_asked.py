"""show --why, --challenge and --context; and the number of the case, told honestly."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


def test_why(small: Run) -> None:
    done = small("show", "ties-survival", "--why")
    assert (done.status, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "# People with stronger ties were more likely to be alive ten years later.\n\n"
        "**Certainty: ●●●○ moderate**\n\n"
        "| Step | What | Certainty | Why |\n| --- | --- | --- | --- |\n"
        "| 1 | start | high | Starts high: cohort study, adjusted, claimed as two things"
        " that go together. |\n"
        "| 2 | ceiling | high → moderate | No higher than moderate: a single study that"
        " nobody is recorded to have repeated. |\n"
    )
    assert done.stdout.count("Starts high") == 1
    assert (
        "It allows words of this kind, where they fit what was found: " in done.stdout
    )


def test_why_and_challenge_are_both_shown(small: Run) -> None:
    both = small("show", "ties-survival", "--why", "--challenge", "-f", "plain").stdout
    why = small("show", "ties-survival", "--why", "-f", "plain").stdout
    challenge = small("show", "ties-survival", "--challenge", "-f", "plain").stdout
    assert both.startswith(why.rstrip())
    assert both.endswith(challenge)


def test_why_of_what_is_not_rated(small: Run) -> None:
    assert small("show", "kindness-first", "--why").stdout == (
        "# Kindness comes first.\n\nOnly statistics are rated.\n"
    )


def test_the_reasons_are_in_the_json_too(small: Run) -> None:
    (entry,) = json.loads(small("show", "ties-survival", "-f", "json").stdout)[
        "entries"
    ]
    certainty = entry["certainty"]
    assert certainty["word"] == "moderate"
    assert certainty["reasons"][0].startswith("Starts high: cohort study")
    assert certainty["would_raise"] == [
        "Another study, by others, that finds the same."
    ]


def test_challenge(small: Run) -> None:
    done = small("show", "ties-survival", "--challenge", "-f", "plain")
    asked = [one for one in done.stdout.split("\n\n") if one.endswith("?")]
    assert asked == [
        "Says who?",
        "Compared with what?",
        "How big is it, in plain numbers?",
        "How sure is it?",
        "Is it the cause, or only in its company?",
        "Would it work here?",
        "What would it cost, and is it cashable?",
        "What is the evidence against it?",
    ]
    assert "The study allows for: age, income." in done.stdout
    assert "Not known: the record holds no cost." in done.stdout


def test_challenge_with_ones_own_case(small: Run) -> None:
    case = ("--context", "england, older people, 2020s")
    done = small("show", "ties-survival", "--challenge", *case, "-f", "plain")
    assert (
        "Fit to your case: distant. Country: not England, but Norway. Whether ‘older people’"
        " fits is for you to judge; studied: Adults aged 40 and over. Time: the data are"
        " from 2000 to 2010, near the 2020s.\n"
    ) in done.stdout
    assert "for you to say" not in done.stdout
    assert done.stderr == ""


def test_a_card_says_how_near_it_is(small: Run) -> None:
    case = ("--context", "norway, 2000s")
    card = small("show", "ties-survival", *case, "-f", "plain").stdout
    assert "close" in card
    assert "Country: Norway." in card
    fit = json.loads(small("show", "ties-survival", *case, "-f", "json").stdout)["fit"]
    assert fit["ties-survival"]["word"] == "close"


@pytest.mark.parametrize("view", ["--why", "--challenge"])
def test_several_at_once(small: Run, view: str) -> None:
    both = small("show", "ties-survival", "kindness-first", view).stdout
    assert both.startswith("# People with stronger ties")
    assert "\n# Kindness comes first.\n" in both


def test_the_survival_figure_is_told_honestly(run: Run) -> None:
    """The sentence, the interval, an illustration marked as one, how sure and why."""
    done = run("show", "social-relationships-survival", "-f", "plain")
    assert done.status == 0
    for said in (
        "People with stronger social relationships had 1.50 times the odds of being alive"
        " at follow-up compared with people with weaker social relationships. The two go"
        " together; this does not show that one causes the other (moderate certainty).",
        "odds ratio 1.50  95% CI 1.42 to 1.59",
        "These are odds; the chance itself differs by less.",
        "An odds ratio is not a ratio of chances: the chance itself differs by less, and"
        " by how much depends on how common the outcome is.",
        "Not from the study: how common the outcome was is not in the record.",
        "20 in 100\tabout 27 in 100\t26 and 28\n"
        "50 in 100\tabout 60 in 100\t59 and 61\n"
        "80 in 100\tabout 86 in 100\t85 and 86\n",
        "How sure: ●●●○ moderate",
        "Starts high: meta-analysis of cohort studies, claimed as two things that go"
        " together.",
        "No higher than moderate: how much the pooled studies disagree was not read.",
        "What would raise it:",
    ):
        assert said in done.stdout
