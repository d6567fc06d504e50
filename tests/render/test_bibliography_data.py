"""References in, text that other programs read out."""

import json
from textwrap import dedent

from hypothesis import given, settings
from hypothesis import strategies as st

from relcase.domain.reference import Reference
from relcase.render.bibliography_data import to_bibtex, to_csl_json, to_ris
from relcase.store.bibtex_text import parse

SOURCE = r"""
@report{ageuk2024,
  author = {{Age UK} and de la Cruz, Mar{\'i}a and {Barnes \& Noble} and others},
  title = {50\% of {\pounds}3m, {iPhone} and \emph{more}},
  institution = {{Department for Work and Pensions}},
  date = {2024-03-05},
  url = {https://a.b/c_d%20e},
  annote = {for me: 5\%},
}
"""


def test_bibtex() -> None:
    references, _ = parse(SOURCE, "a.bib")
    assert to_bibtex(references.values()) == dedent(
        r"""
        @report{ageuk2024,
          author = {{Age UK} and de la Cruz, María and {Barnes \& Noble} and others},
          title = {50\% of £3m, {{}iPhone} and \emph{more}},
          institution = {Department for Work and Pensions},
          year = {2024},
          date = {2024-03-05},
          url = {https://a.b/c_d%20e},
          annote = {for me: 5\%},
        }
        """
    ).lstrip("\n")


def test_ris() -> None:
    item = {
        "id": "a",
        "type": "article-journal",
        "author": [{"family": "Cruz", "given": "M", "non-dropping-particle": "de la"}],
        "title": 'The <i>big</i> <span class="nocase">iPhone</span>',
        "container-title": "BMJ",
        "issued": {"date-parts": [[2024, 3]]},
        "page": "12-15",
        "DOI": "10.1000/x",
        "accessed": {"date-parts": [[2024, 5, 6]]},
    }
    assert to_ris([item]) == dedent(
        """\
        TY  - JOUR
        ID  - a
        AU  - de la Cruz, M
        PY  - 2024
        DA  - 2024/03/
        TI  - The big iPhone
        T2  - BMJ
        DO  - 10.1000/x
        SP  - 12
        EP  - 15
        Y2  - 2024/05/06
        ER  - \n"""
    )


def test_csl_json() -> None:
    item = {"id": "é", "type": "book"}
    text = to_csl_json([item])
    assert json.loads(text) == [item]
    assert "é" in text


def test_a_reference_that_came_without_fields() -> None:
    item = {"id": "a", "type": "book", "author": [{"family": "van Dam", "given": "A"}]}
    reference = Reference("a", item, "book", "", 0)
    assert to_bibtex([reference]) == "@book{a,\n  author = {{van Dam}, A},\n}\n"


def again(references: dict[str, Reference]) -> dict[str, Reference]:
    return parse(to_bibtex(references.values()), "b.bib")[0]


def test_a_second_reading_says_the_same() -> None:
    references, _ = parse(SOURCE, "a.bib")
    assert {key: made.csl for key, made in again(references).items()} == {
        key: made.csl for key, made in references.items()
    }


WORDS = st.lists(
    st.sampled_from(
        [
            r"{\'e}",
            r"\&",
            r"\%",
            "5%",
            "iPhone",
            "{iPhone}",
            r"\emph{x y}",
            "--",
            "-{}-",
            "`a'",
            "''",
            r"\textasciitilde{}",
            r"\_",
            r"\{",
            r"\textbackslash{}",
            "de",
            "la",
            "<",
            "é",
            "x~y",
            r"\foo{b}",
            "$<$5",
            "H$_2$O",
            "{a {b} c}",
            "^",
            "_",
            "#",
            "&",
            "{NHS}",
            "and",
            "Age",
            "UK",
            ".",
            "'",
            "`",
            r"{\&x y}",
            '"',
        ]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
NAMES = st.lists(
    st.sampled_from(
        [
            "{Age UK}",
            "de la Cruz, Mar{\\'i}a",
            "St. John, Jr., R",
            "Plato",
            "J. Doe",
            r"{Marks \& Spencer}",
            "{van Dam}, A",
            "O'Neill, P-J",
            "{A, B}, C",
            r"{\&x}",
            "Ludwig van Beethoven",
            "{A and B}, C",
            "Smith Jones, A",
            "others",
            "d'A, B",
        ]
    ),
    max_size=4,
).map(" and ".join)
DATES = st.sampled_from(
    [
        "date={2024}",
        "date={2024-03/2024-05}",
        "date={2024-03-05~}",
        "year={2019--21}",
        "year=2024, month=mar",
        "year={in press}",
        "year={n.d.}",
        "year={c. 1900}",
        "year=2024, month={Spring}",
        "year=2024, month={5 May}",
        "year={20x}",
    ]
)
TYPES = st.sampled_from(
    ["article", "report", "book", "incollection", "online", "misc", "phdthesis", "odd"]
)
OTHERS = st.dictionaries(
    st.sampled_from(
        [
            "journal",
            "booktitle",
            "series",
            "publisher",
            "institution",
            "volume",
            "issue",
            "number",
            "pages",
            "edition",
            "note",
            "type",
            "address",
            "howpublished",
            "annote",
            "langid",
            "subtitle",
            "version",
            "entrysubtype",
            "eprint",
        ]
    ),
    WORDS,
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(TYPES, WORDS, NAMES, DATES, OTHERS)
def test_whatever_was_read_is_written_so_that_it_reads_the_same(
    entry_type: str, title: str, names: str, dates: str, others: dict[str, str]
) -> None:
    fields = ", ".join(f"{name}={{{text}}}" for name, text in others.items())
    text = (
        f"@{entry_type}{{k, title={{{title}}}, author={{{names}}}, {dates}, {fields}}}"
    )
    references, _ = parse(text, "a.bib")
    assert again(references)["k"].csl == references["k"].csl
