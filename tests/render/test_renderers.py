"""One document with every kind of block, in every format; and words that stay words."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relcase.citations import pandoc
from relcase.domain import inert
from relcase.domain.content import (
    Document,
    Footnote,
    Heading,
    Image,
    Items,
    Paragraph,
    Quotation,
    References,
    Slide,
    Table,
    Text,
    line,
)
from relcase.render import (
    html,
    latex,
    markdown,
    pandoc_tree,
    pictures,
    plain,
    spreadsheet,
)

NOTE = Footnote((Text("A note.", "i"),))
DOCUMENT = Document(
    (
        Heading(line("Heading"), 1),
        Paragraph(
            line("Words ", Text("bold", "b"), Text(" both ", "ib"), "end.", NOTE)
        ),
        Items((line("one"), line(Text("two", "", "https://e.org/2")))),
        Quotation(line("“Said.”"), line("Ann")),
        Quotation(line("“Unsigned.”")),
        Table(("a", "b"), ((line("1"), line(Text("x", "^"))), (line("|"), line("y")))),
        References((line("Aster ", Text("Ties", "i")), line(Text("sc", "c")))),
    ),
    "Title",
)


def test_markdown() -> None:
    assert (
        markdown.render(DOCUMENT)
        == """\
# Title

# Heading

Words **bold** ***both*** end.[^1]

- one
- [two](https://e.org/2)

> “Said.”
>
> — Ann

> “Unsigned.”

| a | b |
| --- | --- |
| 1 | ^x^ |
| \\| | y |

Aster *Ties*

sc

[^1]: *A note.*
"""
    )


def test_plain() -> None:
    assert (
        plain.render(DOCUMENT)
        == """\
Title

Heading

Words bold both end. [1]

one

two

“Said.”
— Ann

“Unsigned.”

a	b
1	x
|	y

Aster Ties

sc

[1] A note.
"""
    )


def test_html() -> None:
    assert (
        html.render(DOCUMENT)
        == """\
<h1>Title</h1>
<h1>Heading</h1>
<p>Words <strong>bold</strong><strong><em> both </em></strong>end.<sup><a href="#note-1">1</a></sup></p>
<ul>
<li>one</li>
<li><a href="https://e.org/2">two</a></li>
</ul>
<blockquote>
<p>“Said.”</p>
<p>— Ann</p>
</blockquote>
<blockquote>
<p>“Unsigned.”</p>
</blockquote>
<table>
<thead>
<tr><th scope="col">a</th><th scope="col">b</th></tr>
</thead>
<tbody>
<tr><td>1</td><td><sup>x</sup></td></tr>
<tr><td>|</td><td>y</td></tr>
</tbody>
</table>
<p style="padding-left:2em;text-indent:-2em">Aster <em>Ties</em></p>
<p style="padding-left:2em;text-indent:-2em"><span style="font-variant:small-caps">sc</span></p>
<ol>
<li id="note-1"><em>A note.</em></li>
</ol>
"""
    )


def test_latex() -> None:
    assert (
        latex.render(DOCUMENT)
        == r"""\section*{Title}

\section*{Heading}

Words \textbf{bold}\textbf{\emph{ both }}end.\footnote{\emph{A note.}}

\begin{itemize}
\item one
\item \href{https://e.org/2}{two}
\end{itemize}

\begin{quote}
“Said.”\\
--- Ann
\end{quote}

\begin{quote}
“Unsigned.”
\end{quote}

\begin{longtable}{p{0.470\linewidth}p{0.470\linewidth}}
a & b \\ \hline \endhead
1 & \textsuperscript{x} \\
\textbar{} & y \\
\end{longtable}

\hangindent=2em \noindent Aster \emph{Ties}\par
\hangindent=2em \noindent \textsc{sc}\par
"""
    )


SLIDES = Document(
    (
        Slide((Heading(line("One"), 1),), (Paragraph(line("Say -- this --> {{x}}")),)),
        Slide((Heading(line("Two"), 1),)),
    )
)


def test_slides() -> None:
    assert markdown.render(SLIDES) == (
        "# One\n\n<!--\nSay -- this ‐‐> { {x}}\n-->\n\n---\n\n# Two\n"
    )
    assert plain.render(SLIDES) == "One\n\nTwo\n"
    assert html.render(SLIDES).count("<section>") == 2
    assert latex.render(SLIDES) == "\\section*{One}\n\n\\section*{Two}\n"


PICTURE = Image(b"<svg></svg>", "Two of *ten*", line("How ", Text("many", "i")))


@pytest.mark.parametrize(
    ("form", "name", "written"),
    [
        (markdown, "", "\\[Picture: Two of \\*ten\\*\\]\\\nHow *many*\n"),
        (markdown, "a.svg", "![Two of \\*ten\\*](<a.svg>)\\\nHow *many*\n"),
        (plain, "a.svg", "[Picture: Two of *ten*]\nHow many\n"),
        (
            html,
            "",
            '<figure>\n<img src="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4="'
            ' alt="Two of *ten*">\n<figcaption>How <em>many</em></figcaption>\n</figure>\n',
        ),
        (
            latex,
            "",
            "\\begin{center}\n[Picture: Two of *ten*]\n\nHow \\emph{many}\n\\end{center}\n",
        ),
        (
            latex,
            "a.png",
            "\\begin{center}\n\\includegraphics[width=\\linewidth]{\\detokenize{a.png}}\n\n"
            "How \\emph{many}\n\\end{center}\n",
        ),
    ],
)
def test_a_picture(form: Any, name: str, written: str) -> None:
    assert form.render(Document((PICTURE._replace(name=name),))) == written


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"\x89PNG...", "png"), (b"\xff\xd8\xff", "jpeg"), (b"<svg/>", "svg+xml")],
)
def test_kinds_of_pictures(data: bytes, kind: str) -> None:
    assert pictures.media_type(Image(data, "")) == f"image/{kind}"


def test_a_picture_in_the_tree() -> None:
    made = pandoc_tree.tree(Document((PICTURE, PICTURE._replace(caption=()))), "en")
    figure, alone = json.loads(made.json)["blocks"]
    assert (figure["t"], alone["t"]) == ("Figure", "Para")
    assert list(made.pictures) == ["picture-1.svg", "picture-2.svg"]
    assert alone["c"][0]["c"][2] == ["picture-2.svg", ""]


@pytest.mark.parametrize("render", [markdown.render, plain.render, html.render])
def test_nothing(render: Any) -> None:
    assert render(Document(())) == ""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("R&D", "R&D"),
        ("&copy;", "\\&copy;"),
        ("a -- b", "a -\\- b"),
        ("me@e.org @key", "me\\@e.org \\@key"),
        ("{% x %}", "\\{\\% x %\\}"),
        ("5 < 6 | #1", "5 \\< 6 \\| \\#1"),
        ("- one", "\\- one"),
        ("+ one", "\\+ one"),
        ("-5 to +3", "-5 to +3"),
        ("1. one", "1\\. one"),
        ("(2) two", "(2\\) two"),
        ("iv) four", "iv\\) four"),
        ("J. Smith", "J. Smith"),
        ("A.", "A\\."),
        ("IV. four", "IV\\. four"),
        ("@) five", "\\@) five"),
        ("2010. Ties", "2010\\. Ties"),
        ("2.5 times", "2.5 times"),
        (": sure", "\\: sure"),
        ("% title", "\\% title"),
        ("=== x", "\\=== x"),
        ("    code", "code"),
        ("two\nlines", "two lines"),
    ],
)
def test_a_paragraph_of_markdown(text: str, written: str) -> None:
    assert markdown.render(Document((Paragraph(line(text)),))) == f"{written}\n"


def test_a_link_is_no_picture() -> None:
    content = line("Help!", Text("here", "", "https://e.org/(1)?a=1&b"))
    assert markdown.render(Document((Paragraph(content),))) == (
        "Help\\![here](https://e.org/%281%29?a=1&amp;b)\n"
    )


@pytest.mark.parametrize(
    ("url", "fit"),
    [
        ("https://e.org/a?b=c&d#e", "https://e.org/a?b=c&d#e"),
        ("HTTP://E.org", "HTTP://E.org"),
        ("mailto:ann@e.org", "mailto:ann@e.org"),
        (
            'https://e.org/é{}|"<>\\^` []',
            "https://e.org/é%7B%7D%7C%22%3C%3E%5C%5E%60%20%5B%5D",
        ),
        ("https://e.org/\x1b\u202e\nx ", "https://e.org/%20x"),
        ("javascript:alert(1)", None),
        ("JavaScript:alert(1)", None),
        (" https://e.org", None),
        ("\x01javascript:x", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//e.org", None),
        ("", None),
        (None, None),
    ],
)
def test_addresses(url: str | None, fit: str | None) -> None:
    assert inert.address(url) == fit


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain – “text” é 漢 🌱 \u00a0", "plain – “text” é 漢 🌱 \u00a0"),
        ("a\tb\nc\r\nd\x85e\u2028f", "a b c  d e f"),
        ("\x1b[31mred\x1b[0m\x07", "[31mred[0m"),
        ("\u202egnp.exe\u2069\u200f\u061c", "gnp.exe"),
        ("\ud800\uffff", ""),
    ],
)
def test_words(text: str, seen: str) -> None:
    assert inert.words(text) == seen


@given(st.text())
def test_json_says_the_same(text: str) -> None:
    written = json.dumps(text, ensure_ascii=False)
    assert json.loads(inert.json_text(written)) == text


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=cmd|'x'!A0", "'=cmd|'x'!A0"),
        ("+1 person", "'+1 person"),
        ("-14.0", "-14.0"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("<0.001", "<0.001"),
        ("\t=1", " =1"),
        (["a", "=b"], "a; =b"),
        (["=a", "b"], "'=a; b"),
        (None, ""),
        (5, "5"),
    ],
)
def test_cells(value: object, cell: str) -> None:
    assert spreadsheet._cell(value) == cell


def test_latex_takes_nothing_for_an_option() -> None:
    rows = ((line("[1]"), line("x")), (line("*"), line("y")))
    text = latex.render(
        Document((Items((line("[1] a"), line("* b"))), Table(("a", "b"), rows)))
    )
    assert "\\item {}[1] a\n\\item {}* b" in text
    assert "\n{}[1] & x \\\\\n{}* & y \\\\" in text


WORDS = st.text(
    st.one_of(
        st.sampled_from("\\`*_{}[]()<>#+-.!|~^$&@%:=\"' 1a\n\t\x1b\u202e"),
        st.characters(exclude_categories=["Cs", "Zs"]),
    ),
    max_size=12,
)


@settings(max_examples=12)
@given(st.lists(WORDS, min_size=40, max_size=40))
def test_any_words_are_words_to_pandoc(texts: list[str]) -> None:
    """Forty paragraphs a run: what pandoc reads is what was said."""
    texts = [" ".join(inert.words(text).split()) or "x" for text in texts]
    written = markdown.render(Document(tuple(Paragraph(line(one)) for one in texts)))
    tree = json.loads(pandoc.run(("--from=markdown-smart", "--to=json"), written))
    assert [block["t"] for block in tree["blocks"]] == ["Para"] * len(texts)
    read = [
        "".join(
            one["c"] if one["t"] == "Str" else f" {one['t'][5:]}" for one in block["c"]
        )
        for block in tree["blocks"]
    ]
    assert [one.replace("\xa0", " ") for one in read] == [
        one.replace("\xa0", " ") for one in texts
    ]


def test_the_tree_for_office_formats() -> None:
    tree = pandoc_tree.tree(DOCUMENT, "en-GB").json
    read = json.loads(pandoc.run(("--from=json", "--to=json"), tree))
    assert [block["t"] for block in read["blocks"]] == [
        *("Header", "Para", "BulletList", "BlockQuote", "BlockQuote", "Table", "Div"),
    ]
    assert '"Note"' in tree
    assert '["https://e.org/2", ""]' in tree
