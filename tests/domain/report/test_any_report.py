"""No text of any form breaks the check."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from relcase.domain.report import Known, judge
from relcase.domain.report.silences import apply, in_text
from relcase.reading import comments, read

DAY = date(2026, 11, 22)
WORDS = st.lists(
    st.sampled_from(
        [
            "In",
            "Frome",
            ",",
            "admissions",
            "fell",
            "by",
            "14.0%",
            "24%",
            "(Abel",
            "et",
            "al.,",
            "2018)",
            "[1]",
            "(1)",
            ".¹",
            "148",
            "studies",
            "half\n",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "twice",
            "£140m",
            "|",
            "---",
            "#",
            "##",
            "References",
            "\n\n",
            ">",
            "*",
            "_",
            "<!--",
            "-->",
            "%",
            "\\cite{abel2018}",
            "[@abel2018]",
            "1.",
            "“",
            "”\n",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "percentage",
            "points",
            "relcase:",
            "ignore",
            "until",
            "because",
            "odds",
            "likely",
            "to",
            "survive",
            "more",
            "than",
            "up",
            "to\n",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "١٤",
            "½",
            "𝟙",
            "ßẞ",
            "İ",
            "\u202e",
            "{{",
            "}}",
            "<p>",
            "&pound;",
            "Holt-Lunstad",
        ]
    ),
    max_size=60,
)


@given(WORDS, st.sampled_from(["md", "txt", "html", "tex"]))
def test_no_text_breaks_it(known: Known, words: list[str], suffix: str) -> None:
    text = " ".join(["Text.", *words])
    report = read(text.encode(), f"any.{suffix}")
    findings = judge(report, known, DAY)
    done = apply(
        report, findings, in_text(report, text, comments(text, report.form)), DAY
    )
    for one in done.findings.numbers:
        passage = report.passages[one.words.passage]
        assert passage.text[one.words.start : one.words.end].strip()
