"""What a stranger writes into a store stays words, in every format and on a terminal.

One store carries every kind of malice in every field that is shown; each format is
then read by a program that knows it.
"""

import csv
import io
import json
import re
import shlex
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

from relcase.citations import pandoc

Run = Callable[..., Any]

MALICE = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "\" onmouseover='x' style=\"",
    "{{ 7*7 }} {% raw %} {{< include x >}} ${7*7} <%= 7 %>",
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\\input{x} \\write18{ls} $x^2_3$ % & # ~ | --- ``quoted''",
    "[link](javascript:alert(1)) ![image](x) [^1] [@key] @key https://e.org",
    "# heading",
    "- item",
    "1. item",
    "(2) item",
    ": definition",
    "::: div",
    "    code",
    "> quotation",
    "--- rule",
    "```code``` `code` ~~~ **bold** _emph_ ^up^ ~down~ ~~gone~~",
    "--> <!-- --!> -- >",
    "&lt;b&gt; &copy; &#x41;",
    "\x1b[31mred\x1b[0m \x9b31m \x07 \x1b]8;;https://e.org\x1b\\",
    "\u202egnp.exe\u202c \u2066isolated\u2069 \u200f\u061c",
    "two\nlines\u2028three\x85four",
    "W" * 300,
    "'",
)
URLS = (
    "javascript:alert(1)",
    "data:text/html,<script>1</script>",
    'https://e.org/"onclick="x',
    "https://e.org/a)b](c){{x}}|<i>`$&%#~_^",
    "https://e.org/\x1b]8;;\u202e x",
    "file:///etc/passwd",
)
UNSEEN = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)


def hostile(number: int, end: str = "") -> str:
    return json.dumps(MALICE[number % len(MALICE)] + end)


def as_bibtex(text: str) -> str:
    return re.sub(r"([\\{}$&%#_^~])", "", text).replace("\n", " ")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store where each entry has another malice in another place."""
    folder = tmp_path_factory.mktemp("hostile")
    sources, statistics, quotes = "", "", ""
    for number, malice in enumerate(MALICE):
        url = as_bibtex(URLS[number % len(URLS)])
        sources += (
            f"@online{{k{number}2020, author = {{{{{as_bibtex(malice)}}}}},"
            f" title = {{T{number} {as_bibtex(malice)}}}, year = {{2020}}, url = {{{url}}}}}\n"
        )
        words, others = hostile(number), hostile(number + 1)
        statistics += f"""
  - id: entry-{number}
    headline: {hostile(number, ".")}
    claim: {words}
    text: {others}
    claim_type: description
    stance: supports
    use: lead
    sectors: [health]
    outcome: {words}
    outcomes: [mortality]
    comparator: {{text: {words}, kind: none, geography: {words}}}
    population: {others}
    period: {words}
    follow_up: not_reported
    design: survey_probability
    design_note: {words}
    figures:
      - {{label: {words}, measure: other, estimate: "5", unit: {words}, note: {others}}}
      - {{label: {words}, measure: percent, estimate: "5", group: {words}}}
    source: {{key: k{number}2020, locator: {words}}}
    verification: {{level: abstract, on: 2026-01-15, note: {words}, url: {json.dumps(URLS[number % len(URLS)])}}}
    caveats: [{words}, {others}]
    do_not_say: [{words}]
"""
        quotes += f"""
  - id: quote-{number}
    headline: {hostile(number, ".")}
    text: {words}
    speaker: {words}
    role: {others}
    sectors: [any]
    source: {{key: k{number}2020}}
    verification: {{level: full_text, on: 2026-01-15, note: {words}}}
"""
    (folder / "references.bib").write_text(sources, encoding="utf-8")
    (folder / "evidence.yaml").write_text(
        'sectors:\n  - {id: health, name: "<b>H|", description: "{{x}}", aliases: []}\n'
        "  - {id: any, name: Any, description: Any.}\n"
        "outcomes: [{id: mortality, name: Deaths, polarity: bad}]\n"
        f"statistics:{statistics}quotes:{quotes}",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def show(run: Run, store: Path) -> Callable[[str], str]:
    """The output of a command on the hostile store."""

    def output(line: str) -> str:
        done = run(*shlex.split(line), "--store", str(store), "--no-builtin")
        assert done.status == 0, done.stderr
        return str(done.stdout)

    return output


TEXTS = ("markdown", "plain", "slide", "html", "latex", "json", "csv")


def test_every_entry_is_sound(show: Callable[[str], str]) -> None:
    """The malice is in the words: a store of it is loaded whole."""
    found = json.loads(show("stats -f json"))["entries"]
    assert len(found) == len(MALICE)
    assert len(json.loads(show("quotes -f json"))["entries"]) == len(MALICE)


@pytest.mark.parametrize("form", TEXTS)
def test_nothing_unseen_in_any_format(show: Callable[[str], str], form: str) -> None:
    for command in ("stats", "quotes"):
        assert not UNSEEN.search(show(f"{command} -f {form}"))


@pytest.mark.parametrize(
    "line",
    [
        "stats -f table",
        "quotes -f table",
        "search alert -f table",
        "search lines -f table",
        "sectors -f table",
        *(f"show entry-{number} -f table" for number in range(len(MALICE))),
    ],
)
def test_nothing_unseen_on_a_terminal(
    show: Callable[[str], str], line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = show(line)
    assert not UNSEEN.search(shown)
    assert max(map(cell_len, shown.split("\n"))) <= 80
    assert "…" not in shown


def test_json_means_what_the_store_says(show: Callable[[str], str]) -> None:
    found = json.loads(show("stats -f json"))["entries"]
    assert [one["headline"] for one in found] == [f"{one}." for one in MALICE]


class _Tags(HTMLParser):
    """Collects the tags and attributes, and refuses what is not words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.links: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


EVERYTHING = (
    "stats",
    "quotes",
    "refs",
    "sectors",
    "show " + " ".join(f"entry-{number}" for number in range(len(MALICE))),
)


@pytest.mark.parametrize("line", EVERYTHING)
def test_html_has_our_tags_only(show: Callable[[str], str], line: str) -> None:
    written = show(f"{line} -f html")
    found = _Tags()
    found.feed(written)
    assert found.tags <= {
        *("ul", "li", "ol", "p", "h1", "h2", "strong", "em", "a", "sup", "blockquote"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    assert found.attributes <= {("a", "href"), ("p", "style"), ("th", "scope")}
    assert all(link.startswith("https://") for link in found.links)
    assert "{{" not in written
    if line == "stats":
        for malice in MALICE:
            assert seen(malice).strip() in found.words


def seen(text: str) -> str:
    """The words of a text without what is never shown."""
    lines = re.sub(r"[\n\u2028\x85]", " ", text)
    return UNSEEN.sub("", lines)


@pytest.mark.parametrize("line", [*EVERYTHING, "stats -f slide"])
def test_markdown_is_read_as_our_blocks(show: Callable[[str], str], line: str) -> None:
    written = show(line if "slide" in line else f"{line} -f markdown")
    reader = "--from=markdown-smart-auto_identifiers"
    tree = json.loads(pandoc.run((reader, "--to=json"), written))
    allowed = {
        *("BulletList", "Plain", "Header", "Para", "BlockQuote", "Table"),
        *("Str", "Space", "Strong", "Emph", "Link", "SoftBreak"),
        *("AlignDefault", "ColWidthDefault", "ColWidth"),
    }
    if "slide" in line:
        allowed |= {"HorizontalRule", "RawBlock"}
    assert {kind for kind, _ in nodes(tree["blocks"])} <= allowed
    targets = [node[2][0] for kind, node in nodes(tree["blocks"]) if kind == "Link"]
    assert all(target.startswith("https://") for target in targets)
    if line in ("stats", "quotes"):
        said = " ".join(plain_words(tree["blocks"]).split())
        for malice in MALICE:
            assert " ".join(seen(malice).split()) in said


def nodes(tree: Any) -> Iterator[tuple[str, Any]]:
    """Every node of pandoc's tree, with its content."""
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree["t"], tree.get("c")
        for inner in tree.values():
            yield from nodes(inner)
    elif isinstance(tree, list):
        for inner in tree:
            yield from nodes(inner)


def plain_words(tree: Any) -> str:
    return "".join(
        content if kind == "Str" else " "
        for kind, content in nodes(tree)
        if kind in ("Str", "Space", "SoftBreak", "Plain", "Para")
    ).replace("\xa0", " ")


def test_a_comment_of_a_slide_ends_at_its_end(show: Callable[[str], str]) -> None:
    written = show("stats -f slide")
    comments = re.findall(r"<!--\n(.*?)--!?>", written, re.DOTALL)
    assert len(comments) == len(MALICE)
    assert all(re.search(r"\nEntry: entry-\d+\n\Z", one) for one in comments)
    assert "{{" not in written
    assert "{%" not in written


def test_latex_has_our_commands_only(show: Callable[[str], str]) -> None:
    for line in EVERYTHING:
        written = show(f"{line} -f latex")
        commands = set(re.findall(r"\\([A-Za-z]+)", written))
        assert commands <= {
            *(
                "begin",
                "end",
                "item",
                "textbf",
                "emph",
                "href",
                "section",
                "subsection",
            ),
            *("hangindent", "noindent", "par", "hline", "textbackslash", "textbar"),
            *("textless", "textgreater", "textasciicircum", "textasciitilde"),
            *("textasciigrave", "endhead", "linewidth", "allowbreak"),
        }
        body = re.sub(r"\\href\{[^{}]*\}", "", written)
        body = re.sub(
            r"\\begin\{longtable\}.*?\\end\{longtable\}", "", body, flags=re.DOTALL
        )
        assert not re.search(r"(?<!\\)[$&#^_%]", body)
        assert braces(body) == 0


def braces(text: str) -> int:
    bare = text.replace("\\\\", "").replace("\\{", "").replace("\\}", "")
    return bare.count("{") - bare.count("}")


def test_no_cell_begins_a_formula(show: Callable[[str], str]) -> None:
    rows = list(csv.reader(io.StringIO(show("stats -f csv") + show("quotes -f csv"))))
    assert len({len(row) for row in rows}) == 1
    assert not [
        cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))
    ]


def test_a_word_file_is_well_formed(run: Run, store: Path, desk: Path) -> None:
    done = run("refs", "-o", "refs.docx", "--store", str(store), "--no-builtin")
    assert done.status == 0
    with zipfile.ZipFile(desk / "refs.docx") as made:
        for name in made.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(made.read(name))
        document = made.read("word/document.xml").decode()
        links = made.read("word/_rels/document.xml.rels").decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in document
    assert not UNSEEN.search(document.replace("\r", ""))
    targets = re.findall(r'Target="([^"]*)" TargetMode="External"', links)
    assert targets
    assert all(target.startswith("https://") for target in targets)


def test_problems_are_words_too(run: Run, desk: Path) -> None:
    (desk / "small" / "evidence.yaml").write_text(
        'statistics: [{"id\u202e": "\\e[31m", "<b>": "::error::x"}]', encoding="utf-8"
    )
    for form in ("text", "github", "json", "sarif"):
        done = run("store", "check", "small", "-f", form)
        assert done.status == 1
        assert not UNSEEN.search(done.stdout)
