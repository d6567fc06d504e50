"""Which numbers are put right, and which are left to a person."""

from datetime import date

import pytest

from relcase.domain.report import Known, judge
from relcase.domain.report.mending import replacements
from relcase.reading import read, verbatim

DAY = date(2026, 11, 22)
SENTENCE = (
    "In Frome, unplanned hospital admissions fell by {} while they rose by 28.5{} "
    "across Somerset (Abel et al., 2018)."
)


def mended(text: str, name: str, known: Known) -> str:
    report = read(text.encode(), name)
    found = judge(report, known, DAY).numbers
    made = replacements(report, found, text, verbatim(text, report.form))
    for one in reversed(made):
        text = text[: one.start] + one.new + text[one.end :]
    return text


@pytest.mark.parametrize(
    ("wrong", "right", "name"),
    [
        ("24%", "14.0%", "a.md"),
        ("**24**%", "**14.0**%", "a.md"),
        ("24 per cent", "14.0 per cent", "a.md"),
        ("−24%", "−14.0%", "a.md"),
        ("[24%](https://x.org/24%)", "[14.0%](https://x.org/24%)", "a.md"),
        ("24&#37;", "14.0&#37;", "a.html"),
        ('<a title="24%">24%</a>', '<a title="24%">14.0%</a>', "a.html"),
        (r"24\%", r"14.0\%", "a.tex"),
        (r"24~\%", r"14.0~\%", "a.tex"),
    ],
)
def test_the_digits_of_a_number_are_replaced_and_nothing_else(
    known: Known, wrong: str, right: str, name: str
) -> None:
    percent = r"\%" if name == "a.tex" else "%"
    text = SENTENCE.format(wrong, percent)
    assert mended(text, name, known) == SENTENCE.format(right, percent)


@pytest.mark.parametrize(
    "wrong",
    [
        *("`24%`", "<code>24%</code>", "24–26%", "between 24% and 26%"),
        *("more than 24%", "at least 24%", "twenty-four per cent"),
    ],
)
def test_what_is_code_a_range_or_a_bound_is_left(known: Known, wrong: str) -> None:
    text = SENTENCE.format(wrong, "%")
    assert mended(text, "a.md", known) == text


@pytest.mark.parametrize(
    ("around", "name"),
    [
        ("“{}”", "a.md"),
        ('He said: "{}"', "a.md"),
        ("> {}", "a.md"),
        ("<blockquote>{}</blockquote>", "a.html"),
        ("<p>He said: <q>{}</q></p>", "a.html"),
        ("<textarea>{}</textarea>", "a.html"),
        (r"\begin{{quote}}{}\end{{quote}}", "a.tex"),
    ],
)
def test_words_of_others_are_left(known: Known, around: str, name: str) -> None:
    percent = r"\%" if name == "a.tex" else "%"
    text = around.format(SENTENCE.format(f"24{percent}", percent))
    assert mended(text, name, known) == text
