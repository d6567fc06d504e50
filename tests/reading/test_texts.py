"""Markdown, HTML, LaTeX and plain text: what a reader sees, and where it stands."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.reading import read

Told = Callable[[str, str], list[tuple[str, str]]]
FoundAt = Callable[[str, str, str], Any]

MARKDOWN = """\
---
title: Not read
---
# What we *found* {#found .class}

People[^1] with **stronger** ties were 1.50 times [see @aster2015, p. 3; -@cedar2021] as
likely &pound;5 [to live](https://doi.org/10.1/x "title")<!-- a note
to myself -->.

| place | fall |
|-------|-----:|
| Frome | **14.0**% |

- one `item`
- two
  goes on

```r
x <- 9
```

> quoted
> over two lines

Last part
---------

[^1]: The note.

::: {#refs}
Aster (2015) Ties.
:::
"""


def test_markdown(told: Told) -> None:
    assert told(MARKDOWN, "report.md") == [
        ("heading", "What we found"),
        ("text", "People with stronger ties were 1.50 times as likely £5 to live."),
        ("cell", "place"),
        ("cell", "fall"),
        ("cell", "Frome"),
        ("cell", "14.0%"),
        ("text", "one item"),
        ("text", "two goes on"),
        ("text", "quoted over two lines"),
        ("heading", "Last part"),
        ("footnote", "The note."),
        ("reference", "Aster (2015) Ties."),
    ]


def test_what_markdown_marks_is_handed_on() -> None:
    claim = read(MARKDOWN.encode(), "report.md").passages[1]
    before = claim.text.index(" as likely")
    assert claim.citations == (
        (before, "aster2015", "p. 3"),
        (before, "cedar2021", ""),
    )
    assert claim.notes == ((6, "1"),)
    assert claim.links == ((claim.text.index("to live"), "https://doi.org/10.1/x"),)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"5 \* 3 and 2 * 3", "5 * 3 and 2 * 3"),
        ("a_b_c and _so_ on", "a_b_c and so on"),
        ("ties.^12^ H~2~O", "ties.¹² H2O"),
        ("1.42--1.59 --- so", "1.42–1.59 — so"),
        ("[text]{.smallcaps} and [12]", "text and [12]"),
        ("two\\\nlines<br>here", "two lines here"),
        ("ann@example.org wrote", "ann@example.org wrote"),
        ("As @aster2015 [p. 4] found", "As found"),
        ("<https://example.org/a_b_c>", "https://example.org/a_b_c"),
        ("`code` ``a ` b``", "code a ` b"),
        ("**14**.**0**%", "14.0%"),
        ("never closed <!-- here", "never closed <!-- here"),
        ("![A chart](chart.png)", "A chart"),
        (r"fell by $24\%$, or $14{,}5\%$", "fell by 24%, or 14,5%"),
        (r"$-14.0\%$ and $1.5\times$", "−14.0% and 1.5×"),
        (r"$n = 1\,250$, $p < 10^{-3}$", "n = 1 250, p < 10⁻³"),
        (r"$\frac{1}{4}$ of $N_1$ ($\mathrm{CI}$ 3--4)", "1/4 of N1 (CI 3–4)"),
        (r"$$x \approx 24\%$$", "x ≈ 24%"),
        ("from $5 and $6 to $20,000/$30,000", "from $5 and $6 to $20,000/$30,000"),
        (r"\$5 is 5$, and $ 6$ too", "$5 is 5$, and $ 6$ too"),
        ("US$20m or A$30m, $a", "US$20m or A$30m, $a"),
    ],
)
def test_inside_a_line(told: Told, source: str, text: str) -> None:
    assert told(source, "a.md") == [("text", text)]


HTML = """\
<!DOCTYPE html>
<html><head><title>No</title><style>p { margin: 5px }</style></head>
<body><h1>A <em>report</em></h1>
<p class="x">Ties &amp; survival<sup><a href="#fn1" role="doc-noteref">1</a></sup>:
1<b>.5</b>0, &pound;5, <span class="citation" data-cites="aster2015">(Áster 2015)</span>.
<p>Second<br>line<!-- unseen -->
<table><tr><th>Frome<td>14%</table>
<ul><li>one<li><p>two</ul>
<div hidden>not shown</div><script>if (1 < 2) {}</script>
<section><ol><li id="fn1">The note.</li></ol></section>
<div id="refs"><p>Áster (2015) Ties.</p></div>
</body></html>
"""


def test_html(told: Told) -> None:
    assert told(HTML, "page.html") == [
        ("heading", "A report"),
        ("text", "Ties & survival¹: 1.50, £5, (Áster 2015)."),
        ("text", "Second line"),
        ("cell", "Frome"),
        ("cell", "14%"),
        ("text", "one"),
        ("text", "two"),
        ("footnote", "The note."),
        ("reference", "Áster (2015) Ties."),
    ]
    claim = read(HTML.encode(), "page.html").passages[1]
    assert [one.key for one in claim.citations] == ["aster2015"]
    assert [one.label for one in claim.notes] == ["fn1"]


LATEX = r"""\documentclass{article}
\title{Not read}
\begin{document}
\section*{What we \emph{found}} % a note to myself
Ties\footnote{The \textbf{note}.} \& survival -- 1.50, \pounds5,
\href{https://doi.org/10.1/x}{to live} \parencite[p.~3]{aster2015}, Z\"oe,
``so'' 50\%, $-$3, 10\,000.

\begin{itemize}
\item {}one
\item two\\lines
\end{itemize}
\begin{tabular}{ll}
Frome & fall \\ \hline
14.0\% & \textcolor{red}{28.5\%} \\
\end{tabular}
\begin{verbatim}
99
\end{verbatim}
\begin{thebibliography}{9}
\bibitem{aster2015} Áster (2015) Ties.
\end{thebibliography}
\end{document}
Not read.
"""


def test_latex(told: Told) -> None:
    assert told(LATEX, "report.tex") == [
        ("heading", "What we found"),
        (
            "text",
            "Ties & survival – 1.50, £5, to live, Zöe, “so” 50%, −3, 10\u202f000.",
        ),
        ("footnote", "The note."),
        ("text", "one"),
        ("text", "two lines"),
        ("cell", "Frome"),
        ("cell", "fall"),
        ("cell", "14.0%"),
        ("cell", "28.5%"),
        ("reference", "Áster (2015) Ties."),
    ]
    claim = read(LATEX.encode(), "report.tex").passages[1]
    assert claim.citations[0][1:] == ("aster2015", "p. 3")
    assert claim.notes[0].label == "1"


PLAIN = """\
THE CASE FOR TIES

People with stronger ties
were 1.50 times as likely.
- one
- two

References
Áster, Z. (2015) Ties. https://doi.org/10.1/x
Birch, T. (2019) Kindness.
  Leeds: Press.
"""


def test_plain_text(told: Told) -> None:
    assert told(PLAIN, "report.txt") == [
        ("heading", "THE CASE FOR TIES"),
        ("text", "People with stronger ties were 1.50 times as likely."),
        ("text", "one"),
        ("text", "two"),
        ("heading", "References"),
        ("reference", "Áster, Z. (2015) Ties. https://doi.org/10.1/x"),
        ("reference", "Birch, T. (2019) Kindness. Leeds: Press."),
    ]


@pytest.mark.parametrize(
    ("text", "name", "words", "place"),
    [
        (MARKDOWN, "report.md", "1.50", (6, 40)),
        (MARKDOWN, "report.md", "£5", (7, 8)),
        (MARKDOWN, "report.md", "to live", (7, 18)),
        (MARKDOWN, "report.md", "14.0%", (12, 13)),
        (MARKDOWN, "report.md", "over two", (23, 3)),
        (HTML, "page.html", "1.50", (5, 1)),
        (HTML, "page.html", "£5", (5, 14)),
        (HTML, "page.html", "14%", (7, 25)),
        (LATEX, "report.tex", "1.50", (5, 50)),
        (LATEX, "report.tex", "50%", (7, 8)),
        (LATEX, "report.tex", "28.5%", (15, 26)),
        (PLAIN, "report.txt", "1.50", (4, 6)),
        ("a\r\nb\r\n\r\nc 5", "a.txt", "5", (4, 3)),
        ("a\rb 5", "a.txt", "5", (2, 3)),
    ],
)
def test_places_are_those_of_the_file(
    found_at: FoundAt, text: str, name: str, words: str, place: tuple[int, int]
) -> None:
    assert found_at(text, name, words) == place


def test_the_stretch_of_the_file_behind_some_words() -> None:
    text = "It was **14**.0% of &pound;5, not 28\\.5%."
    passage = read(text.encode(), "a.md").passages[0]

    def behind(words: str) -> str | None:
        at = passage.text.index(words)
        span = passage.places.span(at, at + len(words))
        return text[slice(*span)] if span else None

    assert behind("of") == "of"
    assert behind("£5") == "&pound;5"
    assert behind("28.5%") == "28\\.5%"
    assert behind("14.0%") is None  # a replacement would take the emphasis away


def test_references_at_the_end_need_no_heading(told: Told) -> None:
    text = (
        "Words about 2015.\n\nÁster, Z. (2015) Ties. https://doi.org/10.1/x\n\n"
        "Birch T. Kindness. Leeds; 2019. https://example.org\n"
    )
    assert [kind for kind, _ in told(text, "a.md")] == [
        "text",
        "reference",
        "reference",
    ]


LISTED = (
    "Wang, F. et al. (2023) A systematic review and meta-analysis of 90 cohort studies.",
    "Office for National Statistics (2021) Loneliness in Great Britain.",
    "Holt-Lunstad J, Smith TB. Ties and mortality risk: 148 studies. PLoS Med. 2010;7(7).",
)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("<p>{}</p>\n", "a.html"),
        ("{}\n\n", "a.md"),
        ("{}\n\n", "a.tex"),
        ("{}\n\n", "a.txt"),
    ],
)
def test_lines_at_the_end_set_out_like_references_are_their_list(
    told: Told, form: str, name: str
) -> None:
    for listed in (LISTED, LISTED[:1], (LISTED[0], "Contact the council.")):
        rows = ("Ties matter, as Wang, F. (2023) says.", *listed)
        kinds = [kind for kind, _ in told("".join(map(form.format, rows)), name)]
        assert kinds == [
            "text",
            *("text" if "council" in one else "reference" for one in listed),
        ]


@pytest.mark.parametrize(
    "text",
    [
        "Wang, F. et al. (2023) found that 90 cohort studies agree.",
        "In Leeds, Smith (2020) counted 90 studies.",
        "Office for National Statistics (2021) Loneliness in Great Britain.",
        "Some 90 studies agree (Wang, 2023). Others do not.",
    ],
)
def test_sentences_at_the_end_are_no_references(told: Told, text: str) -> None:
    assert [kind for kind, _ in told(f"Words.\n\n{text}\n", "a.md")] == ["text", "text"]


def test_a_heading_like_sources_needs_entries_that_look_like_it(told: Told) -> None:
    text = "## Sources\n\nWe asked people.\n\n1. Áster (2015) Ties.\n\n## Next\n\nIn 2015.\n"
    assert [kind for kind, _ in told(text, "a.md")] == [
        *("heading", "text", "reference", "heading", "text")
    ]
    assert read(text.encode(), "a.md").passages[2].label == "1"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Before\n\n| a | b | c |\n|---|---|---|\n| d | e | f |\n\n| g |\n|---|",
            "a.md",
        ),
        (
            "<table><tr><th>a<th>b<th>c<tr><td>d<td>e<td>f</table><table><tr><td>g</table>",
            "a.html",
        ),
        (
            "\\begin{tabular}{lll}a & b & c\\\\ d & e & f\\end{tabular}"
            "\\begin{tabular}{l}g\\end{tabular}",
            "a.tex",
        ),
    ],
)
def test_a_cell_knows_its_table_its_row_and_its_column(text: str, name: str) -> None:
    found = {
        one.text: tuple(one.cell)
        for one in read(text.encode(), name).passages
        if one.cell
    }
    assert found == {
        **{"a": (1, 1, 1), "b": (1, 1, 2), "c": (1, 1, 3)},
        **{"d": (1, 2, 1), "e": (1, 2, 2), "f": (1, 2, 3)},
        "g": (2, 1, 1),
    }


def test_a_wide_cell_counts_for_all_its_columns() -> None:
    text = b"<table><tr><th colspan='2'>a<th>c<tr><td>d<td>e<td>f</table>"
    found = {one.text: one.cell for one in read(text, "a.html").passages}
    assert found["c"] is not None
    assert found["f"] is not None
    assert found["c"].column == found["f"].column == 3


def test_letters_that_grow_when_small_hide_nothing_of_a_page(told: Told) -> None:
    page = f"<p>{'İ' * 20}<script>var x</script> and 14%</p>"
    assert told(page, "a.html") == [("text", f"{'İ' * 20} and 14%")]


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("| Frome | [@abel2018, p. 3; @b] |\n", "a.md", "abel2018"),
        ("Frome\n\n@{abel:2018} [p. 3]\n", "a.md", "abel:2018"),
        ("Frome\n\n\\parencite[p. 3]{ abel2018, b}\n", "a.tex", "abel2018"),
    ],
)
def test_what_is_a_citation_and_nothing_else_is_read(
    text: str, name: str, told: str
) -> None:
    last = read(text.encode(), name).passages[-1]
    assert last.text == told
    assert last.citations[0] == (0, told, "p. 3")
    line, column, _ = last.places.at(0)
    assert text.splitlines()[(line or 1) - 1][(column or 1) - 1 :].startswith(told)
