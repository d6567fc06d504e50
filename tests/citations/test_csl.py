"""Items and a style in, citations and references out."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from relcase.citations import pandoc
from relcase.citations.csl import (
    Citation,
    cites,
    format_references,
)
from relcase.citations.pandoc_inlines import to_line
from relcase.citations.style_file import ready
from relcase.citations.styles import resolve
from relcase.domain.content import Footnote, Line, Text, plain
from relcase.domain.formatted import Cited, Formatted
from relcase.errors import CouldNot, Missing, UnknownName

Item = dict[str, Any]


def who(*names: str) -> list[dict[str, str]]:
    """``Smith, John`` is a person, ``Age UK`` a body."""
    people = []
    for name in names:
        family, comma, given = name.partition(", ")
        people.append(
            {"family": family, "given": given} if comma else {"literal": name}
        )
    return people


def source(key: str, kind: str, **more: Any) -> Item:
    return {"id": key, "type": kind, "issued": {"date-parts": [[2024]]}, **more}


CASES = [
    source("body1", "report", author=who("Age UK"), title="First", publisher="Age UK"),
    source("body2", "report", author=who("Age UK"), title="Second", publisher="Age UK"),
    source("lee-a", "book", author=who("Lee, Anna"), title="One", publisher="P"),
    source("lee-m", "book", author=who("Lee, Min-jun"), title="Two", publisher="P"),
    source(
        "edited", "book", editor=who("Green, T", "Hall, U"), title="E", publisher="P"
    ),
    {"id": "bare", "type": "webpage", "title": "No one said", "URL": "https://a.b/c"},
    source(
        "many",
        "article-journal",
        author=who(*(f"Author{letter}, A" for letter in "ABCDEFGHIJKLMNOPQRSTUVW")),
        title="Many hands",
        **{
            "container-title": "BMJ",
            "volume": "3",
            "issue": "4 Suppl",
            "page": "e1023",
        },
        DOI="10.1000/x",
    ),
    source(
        "chapter",
        "chapter",
        author=who("Cook, C"),
        editor=who("Dean, D", "East, E"),
        title="Part",
        publisher="P",
        page="1-9",
        **{"container-title": "Whole"},
    ),
    source(
        "translated",
        "book",
        author=who("Buber, Martin"),
        translator=who("Smith, Ronald"),
        title="I and Thou",
        publisher="Clark",
    ),
    source("report", "report", author=who("Fox, F"), title="R", publisher="ONS")
    | {"number": "5", "publisher-place": "Newport", "genre": "Research report"},
    source(
        "data", "dataset", author=who("ONS"), title="Data", version="2", URL="https://o"
    ),
    source(
        "quoted",
        "article-journal",
        author=who("Gill, G"),
        title="“Who ‘cares’ now?”",
        **{"container-title": "Care"},
    ),
    source("etal", "book", author=who("Hay, H", "others"), title="H", publisher="P"),
]


def formatted(style: str) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Parenthetical, narrative and listed form of each case, in plain words."""
    made = format_references(CASES, resolve(style))
    return (
        {key: _words(cited.parenthetical) for key, cited in made.citations.items()},
        {key: _words(cited.narrative) for key, cited in made.citations.items()},
        {key: _words(listed) for key, listed in made.references},
    )


def _words(content: Line) -> str:
    return "".join(
        f"[{plain(part.content)}]" if isinstance(part, Footnote) else plain((part,))
        for part in content
    )


def test_harvard() -> None:
    cited, narrative, listed = formatted("harvard")
    assert cited == {
        "body1": "(Age UK, 2024a)",
        "body2": "(Age UK, 2024b)",
        # The same family name and year are told apart by initials.
        "lee-a": "(A. Lee, 2024)",
        "lee-m": "(M. Lee, 2024)",
        "edited": "(Green and Hall, 2024)",
        "bare": "(No one said, no date)",
        "many": "(AuthorA et al., 2024)",
        "chapter": "(Cook, 2024)",
        "translated": "(Buber, 2024)",
        "report": "(Fox, 2024)",
        "data": "(ONS, 2024)",
        "quoted": "(Gill, 2024)",
        "etal": "(Hay et al., 2024)",
    }
    assert narrative["body2"] == "Age UK (2024b)"
    assert narrative["edited"] == "Green and Hall (2024)"
    assert listed["body1"] == "Age UK (2024a) First. Age UK."
    assert listed["body2"] == "Age UK (2024b) Second. Age UK."
    assert listed["edited"] == "Green, T. and Hall, U. (eds) (2024) E. P."
    assert listed["quoted"] == "Gill, G. (2024) ‘“Who ‘cares’ now?”’, Care."
    assert listed["many"].endswith(
        "BMJ, 3(4 Suppl), p. e1023. Available at: https://doi.org/10.1000/x."
    )
    assert list(listed)[:3] == ["body1", "body2", "many"]


def test_apa() -> None:
    cited, narrative, listed = formatted("apa")
    assert cited["body2"] == "(Age UK, 2024b)"
    assert (cited["lee-a"], cited["lee-m"]) == ("(A. Lee, 2024)", "(M. Lee, 2024)")
    assert narrative["lee-m"] == "M. Lee (2024)"
    assert cited["bare"] == "(No One Said, n.d.)"
    assert listed["lee-m"] == "Lee, M. (2024). Two. P."
    assert ", AuthorS, A., … AuthorW, A. (2024). Many hands. BMJ" in listed["many"]
    assert "In D. Dean & E. East (Eds), Whole (pp. 1–9)" in listed["chapter"]
    assert "(R. Smith, Trans.)" in listed["translated"]
    assert listed["report"] == "Fox, F. (2024). R (Research Report No. 5). ONS."
    assert "(Version 2) [Data set]" in listed["data"]


def test_vancouver() -> None:
    cited, narrative, listed = formatted("vancouver")
    assert cited["body1"] == "(1)"
    assert cited["etal"] == f"({len(CASES)})"
    assert narrative["edited"] == "Green and Hall (5)"
    assert narrative["many"] == "AuthorA et al. (7)"
    assert narrative["bare"] == "No one said (6)"
    assert narrative["etal"] == f"Hay et al. ({len(CASES)})"
    assert list(listed) == [case["id"] for case in CASES]
    assert listed["edited"] == "5. Green T, Hall U, editors. E. P; 2024."
    assert listed["chapter"].startswith("8. Cook C. Part. In: Dean D, East E, editors.")
    assert "2024;3(4 Suppl):e1023" in listed["many"]


def test_chicago() -> None:
    cited, narrative, listed = formatted("chicago")
    assert (cited["body1"], narrative["body1"]) == ("(Age UK 2024a)", "Age UK (2024a)")
    assert (cited["lee-a"], cited["lee-m"]) == ("(A. Lee 2024)", "(M. Lee 2024)")
    assert listed["lee-m"] == "Lee, Min-jun. 2024. Two. P."
    assert "edited by D. Dean and E. East" in listed["chapter"]
    assert "Translated by Ronald Smith" in listed["translated"]


def test_mla() -> None:
    cited, narrative, listed = formatted("mla")
    assert cited["body1"] == "(Age UK, First)"
    assert narrative["chapter"] == "Cook"
    assert listed["edited"] == "Green, T., and U. Hall, editors. E. P, 2024."
    assert listed["many"].startswith("AuthorA, A., et al.")


def test_ieee() -> None:
    cited, narrative, listed = formatted("ieee")
    assert (cited["body2"], narrative["lee-m"]) == ("[2]", "Lee [4]")
    assert listed["lee-m"] == "[4] M. Lee, Two. P, 2024."
    assert listed["edited"].startswith("[5] T. Green and U. Hall, Eds,")


def test_styles_and_links_are_kept() -> None:
    made = format_references(CASES[6:7], resolve("harvard"))
    ((key, listed),) = made.references
    assert key == "many"
    assert listed == (
        Text("AuthorA, A. "),
        Text("et al.", "i"),
        Text(" (2024) ‘Many hands’, "),
        Text("BMJ", "i"),
        Text(", 3(4 Suppl), p. e1023. Available at: "),
        Text("https://doi.org/10.1000/x", url="https://doi.org/10.1000/x"),
        Text("."),
    )


def test_a_note_style_cites_in_footnotes_and_in_full_each_time() -> None:
    made = format_references(CASES[3:4], resolve("oscola"))
    note = Footnote((Text("Min-jun Lee, "), Text("Two", "i"), Text(" (P 2024).")))
    short = Footnote((Text("Two", "i"), Text(" (P 2024).")))
    assert made.citations["lee-m"] == Cited((note,), (Text("Min-jun Lee"), short))


def test_initials_beside_full_names_stand_apart() -> None:
    item = source("layton2010", "book", title="Ties")
    item["author"] = [{"family": "Layton", "given": "J. Bradley"}]

    (note,) = (
        format_references([item], resolve("oscola"))
        .citations["layton2010"]
        .parenthetical
    )

    assert isinstance(note, Footnote)
    assert plain(note.content).startswith("J Bradley Layton, ")


def test_a_superscript_style_raises_its_numbers() -> None:
    made = format_references(CASES[3:4], resolve("nature"))
    raised = Text("1", "^")
    assert made.citations["lee-m"] == Cited((raised,), (Text("Lee"), raised))


def test_a_style_without_a_list_lists_its_notes() -> None:
    made = format_references(CASES[2:4], resolve("chicago-notes"), in_text=False)
    assert [(key, plain(listed)) for key, listed in made.references] == [
        ("lee-a", "Anna Lee, One (P, 2024)."),
        ("lee-m", "Min-jun Lee, Two (P, 2024)."),
    ]


@pytest.mark.parametrize("style", ["harvard", "apa", "vancouver", "oscola"])
def test_the_list_alone_is_the_same_list(style: str) -> None:
    whole = format_references(CASES, resolve(style))
    alone = format_references(CASES, resolve(style), in_text=False)
    assert alone.references == whole.references
    assert alone.citations == {}


@pytest.mark.parametrize("style", ["harvard", "apa", "vancouver", "oscola", "nature"])
def test_one_citation_reads_as_it_does_among_all(style: str) -> None:
    made = format_references(CASES, resolve(style))
    for key in ("body2", "lee-m", "bare"):
        for narrative in (False, True):
            wanted = Citation((key,), narrative)
            (one,) = cites(CASES, resolve(style), "en-GB", [wanted])
            assert one == made.citations[key][narrative]


@pytest.mark.parametrize(
    ("style", "wanted", "printed"),
    [
        ("harvard", Citation(("lee-m",), locator="12"), "(M. Lee, 2024, p. 12)"),
        ("harvard", Citation(("lee-m",), locator="12-14"), "(M. Lee, 2024, pp. 12–14)"),
        ("harvard", Citation(("lee-m",), locator="xii"), "(M. Lee, 2024, p. xii)"),
        ("harvard", Citation(("lee-m",), True, "12"), "M. Lee (2024, p. 12)"),
        ("harvard", Citation(("fox",), False, "3", "table"), "(Fox, 2024, Table 3)"),
        ("harvard", Citation(("fox",), False, "3", "chapter"), "(Fox, 2024, ch. 3)"),
        ("mla", Citation(("fox",), True, "3", "table"), "Fox (Table 3)"),
        ("ieee", Citation(("fox",), True, "3"), "Fox [2, p. 3]"),
        ("harvard", Citation(("lee-m", "fox")), "(M. Lee, 2024; Fox, 2024)"),
        ("ieee", Citation(("fox", "lee-m")), "[1], [2]"),
    ],
)
def test_citation(style: str, wanted: Citation, printed: str) -> None:
    fox = source("fox", "book", author=who("Fox, F"), title="F")
    items = [CASES[3], fox, *([CASES[2]] if style == "harvard" else [])]
    assert plain(cites(items, resolve(style), "en-GB", [wanted])[0]) == printed


def test_language() -> None:
    made = format_references(CASES[5:6], resolve("harvard"), "de-DE")
    assert plain(made.references[0][1]) == (
        "No one said (ohne Datum). Verfügbar unter: https://a.b/c."
    )


def test_nothing_to_format() -> None:
    assert format_references([], resolve("apa")) == Formatted({}, ())


def test_awkward_keys_and_words() -> None:
    odd = [
        source(
            "a b:c/é@*", "book", author=who("Fox, <F> & *x* [y]"), title="5% <6 $x$ @a"
        ),
        source("A B:C/É@*", "book", author=who("O'Neill, P"), title="--csl=x\n\\foo"),
    ]
    made = format_references(odd, resolve("harvard"))
    assert list(made.citations) == ["a b:c/é@*", "A B:C/É@*"]
    words = {key: plain(listed) for key, listed in made.references}
    assert "5% <6 $x$ @a" in words["a b:c/é@*"]
    assert "O’Neill" in words["A B:C/É@*"]


def test_unknown_key_and_place() -> None:
    with pytest.raises(UnknownName, match=r"no source 'lee'\. Did you mean 'lee-"):
        cites(CASES, resolve("apa"), "en-GB", [Citation(("lee",))])
    with pytest.raises(UnknownName, match="Did you mean 'page'"):
        cites(CASES, resolve("apa"), "en-GB", [Citation(("data",), False, "1", "pp")])


def test_a_broken_style_is_a_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "mine.csl"
    path.write_text('<style xmlns="http://purl.org/net/xbiblio/csl" class="note">')
    with pytest.raises(CouldNot):
        format_references(CASES, resolve(str(path)))


def test_no_pandoc(monkeypatch: pytest.MonkeyPatch) -> None:
    pandoc.program.cache_clear()
    monkeypatch.setattr(pandoc, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Missing, match="pip install pypandoc_binary"):
        format_references(CASES, resolve("apa"))
    pandoc.program.cache_clear()


def test_a_slow_pandoc(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_slow(command: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(subprocess, "run", too_slow)
    with pytest.raises(CouldNot, match="longer than"):
        format_references(CASES, resolve("apa"))


STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl">{}</style>'


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("<names><label/></names>", "<names><name /><label /></names>"),
        ("<names><label/><name/></names>", None),
        ("<names><name/><label/></names>", None),
        ('<label variable="page"/>', None),
        (
            '<citation et-al-subsequent-min="3" et-al-min="4"/>',
            '<citation et-al-min="4" />',
        ),
        ('<if position="ibid"/>', '<if variable="relcase-never" match="all" />'),
        ('<if position="first"/>', '<if variable="relcase-never" match="none" />'),
        ('<if position="first" type="book"/>', '<if type="book" />'),
        (
            '<if position="ibid" type="book"/>',
            '<if variable="relcase-never" match="all" />',
        ),
        (
            '<if position="ibid" type="book" match="any"/>',
            '<if type="book" match="any" />',
        ),
        (
            '<if position="first" type="book" match="any"/>',
            '<if variable="relcase-never" match="none" />',
        ),
        (
            '<else-if position="subsequent" match="none"/>',
            '<else-if variable="relcase-never" match="none" />',
        ),
        (
            '<if match="none" variable="page"><text value="Preprint"/></if>',
            '<if match="none" variable="page" />',
        ),
        ('<if type="article"><text value="Preprint"/></if>', None),
        (
            '<if position="subsequent" type="book" match="none"/>',
            '<if type="book" match="none" />',
        ),
    ],
)
def test_style_repair(written: str, mended: str | None, tmp_path: Path) -> None:
    path = tmp_path / "a.csl"
    path.write_text(STYLE.format(written), encoding="utf-8")
    assert ready(path) == (mended and STYLE.format(mended))


@pytest.mark.parametrize(
    ("inlines", "content"),
    [
        (
            [{"t": "Str", "c": "a"}, {"t": "Space"}, {"t": "Str", "c": "b"}],
            (Text("a b"),),
        ),
        (
            [{"t": "Emph", "c": [{"t": "Emph", "c": [{"t": "Str", "c": "a"}]}]}],
            (Text("a"),),
        ),
        (
            [
                {
                    "t": "Emph",
                    "c": [
                        {"t": "Str", "c": "a"},
                        {
                            "t": "Span",
                            "c": [["", ["csl-no-emph"], []], [{"t": "Str", "c": "b"}]],
                        },
                    ],
                }
            ],
            (Text("a", "i"), Text("b")),
        ),
        (
            [
                {"t": "Quoted", "c": [{"t": "SingleQuote"}, [{"t": "Str", "c": "a"}]]},
                {"t": "Underline", "c": [{"t": "Str", "c": "b"}]},
                {"t": "Code", "c": [["", [], []], "c"]},
            ],
            (Text("‘a’bc"),),
        ),
        (
            [
                {"t": "Str", "c": "<https://doi.org/"},
                {
                    "t": "Link",
                    "c": [
                        ["", [], []],
                        [{"t": "Str", "c": "10.1/x"}],
                        ["https://doi.org/10.1/x", ""],
                    ],
                },
                {"t": "Str", "c": ">"},
            ],
            (
                Text("<"),
                Text("https://doi.org/10.1/x", url="https://doi.org/10.1/x"),
                Text(">"),
            ),
        ),
    ],
)
def test_inlines(inlines: list[dict[str, Any]], content: Line) -> None:
    assert to_line(inlines) == content
