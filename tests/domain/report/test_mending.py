"""A number is only ever replaced by the one that stood there before it was miscopied."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from relcase.domain.report import Findings

Found = Callable[..., Findings]
PASSAGES = Path(__file__).parents[3] / "benchmarks" / "reports" / "passages.yaml"


def instead(found: Found, text: str) -> dict[str, str | None]:
    """What could stand in the place of each number that differs."""
    return {
        text[one.words.start : one.words.end]: one.instead
        for one in found(text, "report.txt").numbers
        if one.verdict == "differs"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "74% kept their placement a year after Lifelong Links, against 14% of a "
            "comparison group (Holmes et al., 2020).",
            {"14%": "41%"},
        ),
        (
            "Of those referred 36.2% were in care a year later, compared with 48.4% of "
            "those not referred to a family group conference (Taylor et al., 2024).",
            {"48.4%": "44.8%"},
        ),
        (
            "Of prisoners with family visits 47% reoffended, compared with 86% without "
            "(Brunton-Smith and Hopkins, 2013).",
            {"86%": "68%"},
        ),
        ("Frome reduced costs by 21% (Abel et al., 2018).", {"21%": None}),
        (
            "Worldwide, about 61% of people had experienced loneliness, while in "
            "high-income countries the share was about 11% (WHO Commission on Social "
            "Connection, 2025).",
            {"61%": None},
        ),
        (
            "In the Housing First pilots 92% of the 617 people interviewed were in "
            "long-term housing a year later (MHCLG, 2024).",
            {"617": None},
        ),
    ],
)
def test_only_what_can_be_meant_is_put_in_its_place(
    found: Found, text: str, expected: dict[str, str | None]
) -> None:
    assert instead(found, text) == expected


def miscopied(number: str) -> list[str]:
    """A number with each two neighbouring digits exchanged, and with its first changed."""
    digits = [match.start() for match in re.finditer(r"\d", number)]
    pairs = pairwise(digits)
    made = [
        f"{number[:a]}{number[b]}{number[a + 1 : b]}{number[a]}{number[b + 1 :]}"
        for a, b in pairs
        if number[b] != "0"
    ]
    first = digits[0]
    changed = str((int(number[first]) + 3) % 9 + 1)
    return [*made, f"{number[:first]}{changed}{number[first + 1 :]}"]


def labelled() -> list[tuple[str, str]]:
    """The passages that are true, with each of their numbers that has digits."""
    passages = yaml.safe_load(PASSAGES.read_text("utf-8"))["passages"]
    return [
        (one["text"], number)
        for one in passages
        if one["form"] in ("text", "markdown") and not one.get("held_out")
        if all(verdict == "matches" for _, verdict in one["numbers"])
        for number, _ in one["numbers"]
        if one["text"].count(number) == 1 and re.search(r"\d", number)
    ]


def test_a_digit_miscopied_is_put_right_or_left_alone(found: Found) -> None:
    mended = 0
    for text, number in labelled():
        for wrong in miscopied(number):
            if wrong == number:
                continue
            other = instead(found, text.replace(number, wrong)).get(wrong)
            if other is not None:
                same = float(re.sub(r"[^\d.]", "", other)) == pytest.approx(
                    float(re.sub(r"[^\d.]", "", number)), abs=0.5
                )
                assert same, (number, wrong, other, text)
                mended += 1
    assert mended > 50
