"""Decks as Markdown and as one page of HTML."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest

from relcase.citations import pandoc
from relcase.domain.content import Image, Paragraph, Quotation, Text, line
from relcase.domain.deck import (
    Bar,
    Bars,
    Cover,
    Deck,
    Number,
    Points,
    Section,
    Statement,
)
from relcase.render import deck_html, deck_markdown

STATEMENT = Statement(
    title="People with ties lived longer.",
    number=Number(
        "29 in 100", "with ties", "compared with 38 in 100", "without", "About."
    ),
    caveat="One study.",
    certainty="low",
    source=line("Source: ", Text("Aster, 2015", "", "https://doi.org/10.1/x")),
    notes=(Paragraph(line("Say -- this --> {{x}} -- >")),),
)
REFERENCES = Points("References", tuple(line(f"R{n}.") for n in range(6)), True)
DECK = Deck(
    'Ties: {{x}} "and" <b>',
    (
        Cover("Ties", (line("One statistic."),)),
        Section("Health"),
        STATEMENT,
        REFERENCES,
    ),
)


def test_markdown_of_a_statistic() -> None:
    assert deck_markdown.slides(Deck("", (STATEMENT,))) == (
        "# People with ties lived longer.\n\n"
        "**29 in 100** with ties\n\n**compared with 38 in 100** without\n\nAbout.\n\n"
        "*One study.*\n\nCertainty: low\n\n"
        "Source: [Aster, 2015](https://doi.org/10.1/x)\n\n"
        "<!--\nSay -- this ‐‐> { {x}} ‐‐ >\n-->\n"
    )


def test_markdown_of_a_quotation_and_of_nothing() -> None:
    quoted = Statement("Kindness.", quotation=Quotation(line("“Begin.”"), line("Ann")))
    assert deck_markdown.slides(Deck("", (quoted,))) == (
        "# Kindness.\n\n> “Begin.”\n>\n> — Ann\n"
    )
    assert deck_markdown.slides(Deck("", ())) == ""


def test_references_are_divided() -> None:
    assert deck_markdown.slides(Deck("", (REFERENCES,))).split("\n\n---\n\n") == [
        "# References\n\nR0.\n\nR1.\n\nR2.\n\nR3.\n\nR4.",
        "# References\n\nR5.\n",
    ]


def test_quarto_reads_one_slide_for_each() -> None:
    """Quarto hands the file to pandoc; a heading after a rule begins no slide of its own."""
    made = pandoc.run(
        ("--from=markdown", "--to=revealjs", "--slide-level=1"),
        deck_markdown.render(DECK),
    )
    shown = re.findall(r"<h1[^>]*>([^<]*)</h1>", made)
    assert shown == ["Ties", "Health", STATEMENT.title, "References", "References"]
    assert made.count("<section ") == 5


def test_both_programs_are_told_beforehand() -> None:
    front = deck_markdown.render(DECK).split("---\n")[1]
    meta = json.loads(
        pandoc.run(("--from=markdown", "--to=json"), f"---\n{front}---\n")
    )["meta"]
    assert meta["marp"] == {"t": "MetaBool", "c": True}
    assert meta["format"]["c"]["revealjs"]["c"]["slide-level"]
    assert "{{" not in front


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


def page(text: str) -> _Page:
    read = _Page()
    read.feed(text)
    return read


def test_the_page_fetches_nothing_and_allows_its_own_script_alone() -> None:
    made = deck_html.render(DECK)
    read = page(made)
    assert {"link", "iframe", "object", "base", "form"}.isdisjoint(read.tags)
    fetched = [v for _, name, v in read.attributes if name in ("src", "srcset", "data")]
    assert all(value.startswith("data:") for value in fetched)
    assert "url(" not in made
    script = made.partition("<script>")[2].partition("</script>")[0]
    allowed = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{allowed}'" in made
    assert "default-src 'none'" in made


def test_the_page_has_a_language_a_title_and_a_heading_a_slide() -> None:
    read = page(deck_html.render(DECK))
    assert ("html", "lang", "en-GB") in read.attributes
    assert read.tags.count("h1") == 1
    assert read.tags.count("h2") == 4  # the references stand on two
    assert read.tags.count("title") == 1
    named = [
        v
        for tag, name, v in read.attributes
        if (tag, name) == ("section", "aria-label")
    ]
    assert named == [f"{number} of 5" for number in range(1, 6)]


def test_pictures_and_bars_say_what_they_show() -> None:
    bars = Bars(
        "Bars: 29% and 38%.", (Bar("With", 29, "29%"), Bar("Without", 38, "38%"))
    )
    drawn = Image(b"<svg/>", "Icons: 29 in 100.")
    made = deck_html.render(
        Deck("T", (STATEMENT._replace(visual=bars), STATEMENT._replace(visual=drawn)))
    )
    read = page(made)
    assert ("img", "alt", "Icons: 29 in 100.") in read.attributes
    assert ("div", "aria-label", "Bars: 29% and 38%.") in read.attributes
    assert "38%" in read.words


def test_bars_below_zero_are_not_drawn_to_the_other_side() -> None:
    bars = Bars("Two.", (Bar("Frome", -14, "−14%"), Bar("Somerset", 28.5, "28.5%")))
    made = deck_html.render(Deck("T", (STATEMENT._replace(visual=bars),)))
    assert 'class="bar"' not in made
    assert "−14%" in made


@pytest.mark.parametrize(
    "malice",
    [
        "<script>alert(1)</script>",
        '"onmouseover="x',
        "{{x}} {% y %}",
        "</style><b>",
        "-->",
    ],
)
def test_words_stay_words(malice: str) -> None:
    slide: Any = STATEMENT._replace(
        title=malice,
        number=Number(malice, malice, malice, malice, malice),
        caveat=malice,
        notes=(Paragraph(line(malice)),),
        visual=Bars(malice, (Bar(malice, 1, malice),)),
    )
    deck = Deck(
        malice, (Cover(malice), Section(malice), slide, Points(malice, (line(malice),)))
    )
    made = deck_html.render(deck)
    plain = page(deck_html.render(DECK._replace(slides=deck.slides[:0])))
    read = page(made)
    assert read.tags.count("script") == plain.tags.count("script") == 1
    assert not [one for one in read.attributes if one[1].startswith("on")]
    assert "{{" not in made.partition("<main>")[2].partition("</main>")[0]
