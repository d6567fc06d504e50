"""One table over all formats: a stranger's headline is words there, and nothing else.

Each format is read by a program that knows it. What that program shows must be the
headline, and what it could be made to do must be nothing.
"""

import csv
import io
import json
import re
import subprocess
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import docx
import pytest
from pptx import Presentation

from relcase.citations import pandoc

Run = Callable[..., Any]

HEADLINES = {
    "html": '<script>alert(1)</script><img src=x onerror="alert(1)"> &lt;b&gt;',
    "template": "{{ 7*7 }} {% raw %} {{< include x >}} ${7*7} <%= 7 %>",
    "formula": "=cmd|' /C calc'!A0",
    "at": "@SUM(A1) and @key and [@key]",
    "latex": r"\input{x} \write18{ls} $x^2_3$ % & # ~ ^^M",
    "typst": '#eval("1+1") $ x $ <label> @ref */ // "; #sys #{1+1}',
    "direction": "\u202egnp.exe\u202c \u2066isolated\u2069 \u200f\u061c",
    "unseen": "NUL \x00 escape \x1b[31mred\x1b[0m \x9b31m bell \x07",
    "lines": "two\nlines\u2028three\x85four",
    "link": "[link](javascript:alert(1)) ![image](x) <javascript:alert(1)>",
    "field": '{ HYPERLINK "file:///etc/passwd" } MERGEFIELD DDEAUTO c:\\x',
    "comment": "--> <!-- --!> -- ]]> <!DOCTYPE x> <?php ?>",
    "heading": "# heading",
    "list": "1. item",
    "long": "Q" * 300,
}
UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
URL = "javascript:alert(1)"


class Read(NamedTuple):
    """What a reader of a format shows, and what it was made to do."""

    words: str
    done: list[str]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("headlines")
    entries = "".join(
        f"  - id: entry-{name}\n    headline: {json.dumps(words + '.')}\n"
        f"    text: {json.dumps(words)}\n    sectors: [any]\n"
        f"    source: {{key: k2020}}\n    verification: {{level: abstract,"
        f" on: 2026-01-15, url: {json.dumps(URL)}}}\n"
        for name, words in HEADLINES.items()
    )
    (folder / "evidence.yaml").write_text(
        f"sectors: [{{id: any, name: Any, description: Any.}}]\nstories:\n{entries}",
        encoding="utf-8",
    )
    (folder / "references.bib").write_text(
        f"@online{{k2020, author = {{A}}, title = {{T}}, year = {{2020}}, url = {{{URL}}}}}"
    )
    return folder


def seen(words: str) -> str:
    """The words without what is never shown and without spaces."""
    return re.sub(
        r"[\s\u200b]", "", UNSEEN.sub("", re.sub(r"[\u2028\x85]", " ", words))
    )


def tree_of(text: str, reader: str, harmless: frozenset[str] = frozenset()) -> Read:
    """A text as pandoc reads it: everything that is more than words was done."""
    tree = json.loads(pandoc.run((f"--from={reader}", "--to=json"), text))
    found = list(nodes(tree["blocks"]))
    more = {
        "RawInline",
        "RawBlock",
        "Math",
        "Image",
        "Code",
        "CodeBlock",
        "Cite",
        "Note",
    }
    done = [kind for kind, _ in found if kind in more - harmless]
    done += [node[2][0] for kind, node in found if kind == "Link"]
    spaced = ("Space", "SoftBreak", "LineBreak")
    words = "".join(
        node if kind == "Str" else " "
        for kind, node in found
        if kind == "Str" or kind in spaced
    )
    return Read(words, done)


def nodes(tree: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree["t"], tree.get("c")
        for inner in tree.values():
            yield from nodes(inner)
    elif isinstance(tree, list):
        for inner in tree:
            yield from nodes(inner)


def markdown(path: Path) -> Read:
    return tree_of(path.read_text(encoding="utf-8"), "markdown-smart-auto_identifiers")


def slide(path: Path) -> Read:
    """The notes of a slide are comments, which show nothing."""
    text = path.read_text(encoding="utf-8")
    read = tree_of(text, "markdown-smart-auto_identifiers", frozenset({"RawBlock"}))
    comments = re.findall(r"<!--\n(?:.*?)\n-->", text, re.DOTALL)
    assert len(comments) == len(HEADLINES)
    return read


def latex(path: Path) -> Read:
    text = path.read_text(encoding="utf-8")
    body = text[text.index("\\begin{document}") :]
    commands = set(re.findall(r"\\([A-Za-z]+)", body))
    strange = commands - {
        *("begin", "end", "maketitle", "item", "textbf", "emph", "href", "section"),
        *("hangindent", "noindent", "par", "textbackslash", "textless", "textgreater"),
        *(
            "textbar",
            "textasciicircum",
            "textasciitilde",
            "textasciigrave",
            "allowbreak",
        ),
    }
    # The one of these commands that pandoc does not know.
    read = tree_of(text.replace("\\textbar{}", "|"), "latex-smart")
    words = re.sub("[“”]|''", '"', read.words).translate({0x2018: "'", 0x2019: "'"})
    return Read(words, [*read.done, *strange])


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.words, self.done = "", list[str]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "img", "iframe", "object", "svg"):
            self.done.append(tag)
        self.done += [name for name, _ in attrs if name.startswith("on")]
        self.done += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.done.append(data)


def html(path: Path) -> Read:
    text = path.read_text(encoding="utf-8")
    page = Page(text)
    template = re.findall(r"\{\{|\{%|<%", text.split("</style>")[1])
    return Read(page.words, page.done + template)


def data(path: Path) -> Read:
    entries = json.loads(path.read_text(encoding="utf-8"))["entries"]
    return Read(" ".join(one["headline"] for one in entries), [])


def spreadsheet(path: Path) -> Read:
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    cells = [cell for row in rows for cell in row]
    formulas = [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    return Read(" ".join(cells), formulas)


def word(path: Path) -> Read:
    opened = docx.Document(str(path))
    words = "\n".join(one.text for one in opened.paragraphs)
    links = [one.target_ref for one in opened.part.rels.values() if one.is_external]
    fields = re.findall(
        r"w:instrText|w:fldSimple|w:altChunk|w:object", opened.element.xml
    )
    return Read(words, links + fields)


def open_document(path: Path) -> Read:
    with zipfile.ZipFile(path) as archive:
        tree = ElementTree.fromstring(archive.read("content.xml"))
    for one in tree.iter():
        one.tail = (one.tail or "") + (" " if one.tag.endswith("}s") else "")
    links = [
        value
        for one in tree.iter()
        for name, value in one.items()
        if name.endswith("}href")
    ]
    scripts = [one.tag for one in tree.iter() if "script" in one.tag and one.text]
    return Read("".join(tree.itertext()), links + scripts)


def pdf(path: Path) -> Read:
    def said(*command: str) -> str:
        done = subprocess.run(
            [*command, str(path), "-"], capture_output=True, check=True
        )
        return done.stdout.decode()

    info = ["pdfinfo", "-url", str(path)]
    urls = subprocess.run(info, capture_output=True, check=True, text=True).stdout
    links = [one for one in urls.split() if ":" in one and not one.startswith("#")]
    content = path.read_bytes()
    actions = (b"/JavaScript", b"/JS", b"/OpenAction", b"/Launch", b"/AA")
    words = re.sub(r"\n\f?\d+ / \d+\n", "\n", said("pdftotext", "-layout"))
    return Read(words, [str(one) for one in actions if one in content] + links)


def deck(path: Path) -> Read:
    """Text of slides and notes; a title that was cut stands whole in the notes."""
    presentation = Presentation(io.BytesIO(path.read_bytes()))
    words, done = [], list[str]()
    for slide in presentation.slides:
        words += [one.text for one in slide.shapes if one.has_text_frame]
        words.append(slide.notes_slide.notes_text_frame.text)
        done += [one.target_ref for one in slide.part.rels.values() if one.is_external]
        xml = slide._element.xml
        done += [
            one for one in re.findall(r"<a:fld [^>]*>", xml) if "slidenum" not in one
        ]
        done += re.findall(r"hlinkHover|hlinkMouseOver|p:oleObj|p:controls", xml)
    return Read("\n".join(words), done)


def deck_page(path: Path) -> Read:
    """The page has one script of its own, and its policy allows no other."""
    text = path.read_text(encoding="utf-8")
    script = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(script) == 1
    digest = b64encode(sha256(script[0].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in text
    page = Page(text.replace(script[0], ""))
    template = re.findall(
        r"\{\{|\{%|<%", text.split("</style>")[1].split("<script>")[0]
    )
    return Read(page.words, [one for one in page.done if one != "script"] + template)


def text(path: Path) -> Read:
    return Read(path.read_text(encoding="utf-8"), [])


DECKS: dict[str, Callable[[Path], Read]] = {
    "out.pptx": deck,
    "out.md": slide,
    "out.html": deck_page,
}
FORMATS: dict[str, tuple[str, Callable[[Path], Read]]] = {
    "markdown": ("out.md", markdown),
    "slide": ("out.md", slide),
    "plain": ("out.txt", text),
    "html": ("out.html", html),
    "latex": ("out.tex", latex),
    "json": ("out.json", data),
    "csv": ("out.csv", spreadsheet),
    "docx": ("out.docx", word),
    "odt": ("out.odt", open_document),
    "pdf": ("out.pdf", pdf),
}


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(form, marks=[pytest.mark.system] if form == "pdf" else [])
        for form in FORMATS
    ],
)
def test_a_headline_is_words(run: Run, store: Path, desk: Path, form: str) -> None:
    name, reader = FORMATS[form]
    done = run(
        *("stories", "-f", form, "--out", name, "--store", str(store), "--no-builtin")
    )
    assert done.status == 0, done.stderr
    read = reader(desk / name)
    # An address that a style writes as a page is one, whatever is in it.
    assert [one for one in read.done if not one.startswith("https://")] == []
    if form != "json":  # which says what the store says, in escapes
        assert not UNSEEN.search(read.words)
    shown = seen(read.words)
    for headline in HEADLINES.values():
        assert seen(headline) in shown


@pytest.mark.parametrize("name", DECKS)
def test_a_headline_on_a_slide_is_words(
    run: Run, store: Path, desk: Path, name: str
) -> None:
    args = ("--no-refs", "--out", name, "--store", str(store), "--no-builtin")
    assert run("slides", "--kind", "story", *args).status == 0
    read = DECKS[name](desk / name)
    assert [one for one in read.done if not one.startswith("https://")] == []
    assert not UNSEEN.search(read.words)
    shown = seen(read.words)
    for headline in HEADLINES.values():
        assert seen(headline) in shown


@pytest.mark.parametrize("name", DECKS)
def test_a_title_of_a_deck_is_words(
    run: Run, store: Path, desk: Path, name: str
) -> None:
    for one, headline in HEADLINES.items():
        args = ("--out", name, "--store", str(store), "--no-builtin", "--no-refs")
        assert run("slides", f"entry-{one}", "--title", headline, *args).status == 0
        if name != "out.md":
            assert seen(headline) in seen(DECKS[name](desk / name).words)


@pytest.mark.parametrize("form", ["docx", "odt", "pdf", "html", "latex"])
def test_a_title_is_words(run: Run, store: Path, desk: Path, form: str) -> None:
    """The headline of a single card is the title of its file."""
    for name, headline in HEADLINES.items():
        out = FORMATS[form][0]
        args = ("-f", form, "--out", out, "--store", str(store), "--no-builtin")
        assert run("show", f"entry-{name}", *args).status == 0
        if form in ("docx", "html"):
            read = FORMATS[form][1](desk / out)
            assert seen(headline) in seen(read.words)
