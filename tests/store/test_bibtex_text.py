"""The text of a ``.bib`` file in, references and problems with their places out."""

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relcase.domain.reference import Reference
from relcase.store import bibtex_rules
from relcase.store.bibtex_text import parse


def problems(text: str) -> list[tuple[int | None, int | None, str]]:
    _, found = parse(dedent(text), "a.bib")
    return [(problem.line, problem.column, problem.rule) for problem in found]


def test_an_entry() -> None:
    references, found = parse(
        dedent(
            r"""
            % a comment
            @string{bmj = "British Medical " # {Journal}}
            @preamble{"\newcommand{\x}{}"}
            @comment{ @article{no, title={no}} }
            @Article{Smith2024,
              Author = {{Age UK} and Smith, J},
              title  = "The {NHS} and {\pounds}3m",
              journal = bmj # { Open},
              year = 2024, month = mar # "~5",
              pages = {12--15},
              doi = {10.1136/x_1},
              annote = {for me},
            }
            """
        ),
        "a.bib",
    )
    assert list(found) == []
    assert references == {
        "Smith2024": Reference(
            key="Smith2024",
            csl={
                "id": "Smith2024",
                "type": "article-journal",
                "author": [{"literal": "Age UK"}, {"family": "Smith", "given": "J"}],
                "title": "The NHS and £3m",
                "container-title": "British Medical Journal Open",
                "page": "12-15",
                "issued": {"date-parts": [[2024, 3, 5]]},
                "DOI": "10.1136/x_1",
            },
            entry_type="article",
            file="a.bib",
            line=6,
            fields={
                "author": "Age UK and Smith, J",
                "title": "The NHS and £3m",
                "journal": "British Medical Journal Open",
                "year": "2024",
                "month": "March\u00a05",
                "pages": "12–15",
                "doi": "10.1136/x_1",
                "annote": "for me",
            },
            places={
                "": (6, 10),
                "author": (7, 13),
                "title": (8, 13),
                "journal": (9, 13),
                "year": (10, 10),
                "month": (10, 24),
                "pages": (11, 12),
                "doi": (12, 10),
                "annote": (13, 13),
            },
        )
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # K01
        (
            "@misc{a,\n  title = {x\n}\n\n@misc{b, title={y}, year=2001}",
            [(1, 1, "K01")],
        ),
        ("@misc{a, title={x}, year=2001", [(1, 1, "K01")]),
        ("@misc{a, title {x}}", [(1, 1, "K01")]),
        ('@misc{a\n title={x}, year="2001"}', [(1, 1, "K01")]),
        ("text\n  @misc a, title={x}\n", [(2, 3, "K01")]),
        # K02, K09
        (
            "@misc{a, title={x}, year=2001}\n@misc{a, title={y}, year=2001}",
            [(2, 7, "K02")],
        ),
        (
            "@misc{a, title={x}, year=2001, doi={10.1000/X}}\n"
            "@misc{b, title={y}, year=2001, doi={10.1000/x}}",
            [(2, 37, "K09")],
        ),
        # K03, K13
        ("@article{a, title={x}, year=2001}", [(1, 10, "K03")]),
        ("@article{a, title={}, journal={j}, year=2001}", [(1, 10, "K03")]),
        ("@report{a, title={x}, year=2001}", [(1, 9, "K03")]),
        ("@report{a, title={x}, author={{B}}, year=2001}", []),
        ("@book{a, title={x}, year=2001}", [(1, 7, "K03"), (1, 7, "K03")]),
        ("@book{a, title={x}, editor={B, C}, publisher={P}, year=2001}", []),
        ("@online{a, title={x}, year=2001}", [(1, 9, "K03")]),
        ("@misc{a, title={x}}", [(1, 7, "K13")]),
        ("@misc{a, title={x}, unconfirmed={year 2001}}", []),
        ("@misc{a, title={x}, unconfirmed={doi}}", [(1, 7, "K13")]),
        ("@misc{a, title={x}, year={n.d.}}", []),
        ("@online{a, title={x}, url={u}, urldate={2024-01-02}}", []),
        # K04
        ("@misc{a, title={x}, year=2001,\n author={Age UK}}", [(2, 10, "K04")]),
        (
            "@misc{a, title={x}, year=2001,\n author={Smith, J and Barnes UK}}",
            [(2, 23, "K04")],
        ),
        ("@misc{a, title={x}, year=2001,\n publisher={A and B}}", [(2, 13, "K04")]),
        ("@misc{a, title={x}, year=2001, author={{Age UK}}}", []),
        # K05, K06: not where other people never read
        (
            "@misc{a, title={5% of\n  10% x}, year=2001}",
            [(1, 18, "K05"), (2, 5, "K05")],
        ),
        (r"@misc{a, title={5\%}, url={a%20b}, annote={5%}, year=2001}", []),
        ("@misc{a, year=2001, title={x\n \\foo{y}}}", [(2, 2, "K06")]),
        ('@misc{a, year=2001, title="x" # { \\foo{y}}}', [(1, 35, "K06")]),
        ("@misc{a, year=2001, title={x} # nope}", [(1, 33, "K06")]),
        # K07
        ("@misc{a, title={x}, year=2001, doi={10.1/x}}", [(1, 37, "K07")]),
        ("@misc{a, title={x}, year=2001, doi={10.1000/x y}}", [(1, 37, "K07")]),
        (
            "@misc{a, title={x}, year=2001, doi={https://doi.org/10.1000/x}}",
            [(1, 37, "K07")],
        ),
        (r"@misc{a, title={x}, year=2001, doi={10.1000/x\_y}}", []),
        # K08
        ("@articel{a, title={x}, year=2001}", [(1, 1, "K08")]),
        # K10
        ("@misc{, title={x}, year=2001}", [(1, 7, "K10")]),
        ("@misc{a b, title={x}, year=2001}", [(1, 7, "K10")]),
        # K11
        ("@misc{a, title={x}, Title={y}, year=2001}", [(1, 28, "K11")]),
        # K12
        ("@misc{a, title={x}, year={20x4}}", [(1, 27, "K12")]),
        ("@misc{a, title={x}, date={2024-02-30}}", [(1, 27, "K12")]),
        ("@misc{a, title={x}, year=2024, month={Mai}}", [(1, 39, "K12")]),
        ("@misc{a, title={x}, year=2024, urldate={2.3.2024}}", [(1, 41, "K12")]),
        ("@misc{a, title={x}, year=2024, day=32}", [(1, 36, "K12")]),
        ("@misc{a, title={x}, date={2024-02/2024-05}}", []),
        ("@misc{a, title={x}, year={2019--2021}, month={March--April}}", []),
        ("@misc{a, title={x}, year={in press}}", []),
        # Line ends, and what else an editor may add
        ("\ufeff@misc{a,\r\n title={5%},\r\n year=2001}", [(2, 10, "K05")]),
        ("@misc(a, title={x}, year=2001)", []),
        ("@misc{a,\n % a remark\n title={x}, year=2001}", []),
        ("", []),
        ("only words", []),
    ],
)
def test_rules(text: str, found: list[tuple[int, int, str]]) -> None:
    assert problems(text) == found


def test_problem_in_full() -> None:
    _, (problem,) = parse("@misc{a, title={5% x}, year=2001}", "a.bib")
    assert (problem.path, problem.severity, problem.message, problem.hint) == (
        "a.bib",
        "warning",
        "A bare % in title: many tools drop the rest of the line.",
        r"Write \%.",
    )


def test_entries_after_a_broken_one_are_read() -> None:
    text = "@misc{a,\n title = {x\n@misc{b, title={y}}\n@misc a\n@misc{c, title={z}}"
    references, _ = parse(text, "a.bib")
    assert list(references) == ["b", "c"]


def test_the_first_of_two_counts() -> None:
    text = "@misc{a, title={x}, title={y}}\n@misc{a, title={z}}"
    references, _ = parse(text, "a.bib")
    assert references["a"].csl["title"] == "x"


def test_every_rule_has_its_own_id() -> None:
    ids = [rule.id for rule in bibtex_rules.RULES]
    assert ids == sorted(set(ids))


def test_abbreviations_cannot_explode() -> None:
    doubled = "\n".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}" for n in range(1, 60))
    text = f"@string{{s0 = {{ha}}}}\n{doubled}\n@misc{{a, title = s59, year=2001}}"
    references, _ = parse(text, "a.bib")
    assert len(references["a"].csl["title"]) < 300_000


PIECES = st.sampled_from(
    [
        "@misc{",
        "@string{",
        "@comment(",
        "a",
        "=",
        ",",
        "{",
        "}",
        '"',
        "#",
        "\\",
        "%",
        "\n",
        " ",
        "title",
        "author",
        "year",
        "2001",
        " and ",
        "$",
        "@",
        "(",
        ")",
        "doi",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=60))
def test_no_file_is_too_odd(pieces: list[str]) -> None:
    text = "".join(pieces)
    _, found = parse(text, "a.bib")
    lines = text.split("\n")
    for problem in found:
        assert problem.line is not None
        assert problem.column is not None
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
