"""Sentences of a passage, and what has digits and claims nothing."""

import pytest

from relcase.domain.report.words.masking import masked
from relcase.domain.report.words.splitting import sentences


def split(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It fell (Abel et al. 2018, p. 4) by 14.0% in 2017.",
        "Dr. J. Smith of St. Mary's, e.g. in Frome, agrees.",
        "It fell by 14.0%. (Abel et al., 2018)",
    ],
)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


def test_several_sentences() -> None:
    text = "It fell.¹ It rose [2]. “Why?” 14 people asked. So it is…"
    assert split(text) == [
        "It fell.¹",
        "It rose [2].",
        "“Why?”",
        "14 people asked.",
        "So it is…",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "on 10th April 2018",
        "by 3 May",
        "see pp. 4–7 and Table 3",
        "ring 01273 555 0148",
        "at 9:30 or 10 am",
        "doi:10.1000/x.148",
        "https://example.org/148",
        "4.2 Members",
        "in 2024/25",
        "COVID-19",
        "[3, 5–7]",
    ],
)
def test_no_claims(text: str) -> None:
    assert not any(letter.isdigit() for letter in masked(text))


def test_numbers_stay_where_they_are() -> None:
    text = "On 3 May 148 of 276 (54%) came."
    assert masked(text)[9:] == text[9:].rjust(len(text) - 9)
    assert len(masked(text)) == len(text)


def test_what_goes_on_without_a_stop_is_cut_at_a_space() -> None:
    text = "and so on " * 1000
    found = sentences(text)
    assert max(one.end - one.start for one in found) <= 2000
    told = " ".join(text[one.start : one.end] for one in found)
    assert told == text.strip()


def test_a_letter_without_end_is_cut_all_the_same() -> None:
    assert [one.end for one in sentences("a" * 4500)] == [2000, 4000, 4500]
