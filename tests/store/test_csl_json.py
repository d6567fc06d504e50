"""Fields as they stand in a file in, a CSL item out."""

from typing import Any

import pytest

from relcase.store.csl_json import clean_doi, to_item


def item(entry_type: str, **raw: str) -> dict[str, Any]:
    """The item but for its id; the type only where it is asked for."""
    made = to_item("k", entry_type, raw)
    assert made.pop("id") == "k"
    return made


def part(entry_type: str = "misc", **raw: str) -> dict[str, Any]:
    made = item(entry_type, **raw)
    del made["type"]
    return made


def test_article() -> None:
    assert item(
        "article",
        author="Holt-Lunstad, Julianne and others",
        title=r"Social relationships: a {NHS} review \emph{in vivo}",
        journal=r"{PLoS} Medicine",
        year="2010",
        month="July",
        volume="7",
        number="{4 Suppl}",
        eid="e1000316",
        doi="https://doi.org/10.1371/journal.pmed.1000316",
        url="https://example.org/not-printed",
        pmid="20668659",
        issn="1549-1277",
        langid="british",
        annote="for me",
        unconfirmed="year 2011",
        abstract="long",
        keywords="a, b",
        file="/x.pdf",
    ) == {
        "type": "article-journal",
        "author": [
            {"family": "Holt-Lunstad", "given": "Julianne"},
            {"literal": "others"},
        ],
        "title": "Social relationships: a NHS review <i>in vivo</i>",
        "container-title": "PLoS Medicine",
        "issued": {"date-parts": [[2010, 7]]},
        "volume": "7",
        "issue": "4 Suppl",
        "page": "e1000316",
        "DOI": "10.1371/journal.pmed.1000316",
        "PMID": "20668659",
        "ISSN": "1549-1277",
        "language": "en-GB",
    }


def test_report() -> None:
    assert item(
        "techreport",
        institution="{Department for Work and Pensions}",
        author="{Age UK}",
        title="Later life",
        type="Research report",
        number="5",
        address="London",
        url=r"https://a.b/c\_d%20e",
        urldate="2024-05-06",
        note="Second of three",
    ) == {
        "type": "report",
        "author": [{"literal": "Age UK"}],
        "title": "Later life",
        "publisher": "Department for Work and Pensions",
        "genre": "Research report",
        "number": "5",
        "publisher-place": "London",
        "URL": "https://a.b/c_d%20e",
        "accessed": {"date-parts": [[2024, 5, 6]]},
        "note": "Second of three",
    }


def test_chapter_in_a_translated_book() -> None:
    assert item(
        "incollection",
        author="A, B",
        editor="C, D and E, F",
        translator="G, H",
        title="Part",
        booktitle="Whole",
        booksubtitle="A story",
        series="Lives",
        number="3",
        edition="Second",
        pages="12--15, 20",
        publisher="P",
        isbn="978-1",
        year="2001",
    ) == {
        "type": "chapter",
        "author": [{"family": "A", "given": "B"}],
        "editor": [{"family": "C", "given": "D"}, {"family": "E", "given": "F"}],
        "translator": [{"family": "G", "given": "H"}],
        "title": "Part",
        "container-title": "Whole: A story",
        "collection-title": "Lives",
        "collection-number": "3",
        "edition": "2",
        "page": "12-15, 20",
        "publisher": "P",
        "ISBN": "978-1",
        "issued": {"date-parts": [[2001]]},
    }


@pytest.mark.parametrize(
    ("entry_type", "raw", "csl_type"),
    [
        ("article", {}, "article-journal"),
        ("article", {"entrysubtype": "newspaper"}, "article-newspaper"),
        ("article", {"entrysubtype": "magazine"}, "article-magazine"),
        ("article", {"date": "2024-05-06"}, "article-newspaper"),
        ("article", {"date": "2024-05-06", "volume": "3"}, "article-journal"),
        ("article", {"date": "2024-05-06", "doi": "10.1000/x"}, "article-journal"),
        ("article", {"date": "2024-05"}, "article-journal"),
        ("BOOK", {}, "book"),
        ("conference", {}, "paper-conference"),
        ("dataset", {}, "dataset"),
        ("inproceedings", {}, "paper-conference"),
        ("inbook", {}, "chapter"),
        ("misc", {}, "document"),
        ("misc", {"url": "u"}, "webpage"),
        ("misc", {"howpublished": r"\url{https://a.b}"}, "webpage"),
        ("online", {}, "webpage"),
        ("phdthesis", {}, "thesis"),
        ("report", {}, "report"),
        ("software", {}, "software"),
        ("unpublished", {}, "manuscript"),
        ("www", {}, "webpage"),
        ("nonsense", {}, "document"),
    ],
)
def test_types(entry_type: str, raw: dict[str, str], csl_type: str) -> None:
    assert item(entry_type, **raw)["type"] == csl_type


@pytest.mark.parametrize(
    ("raw", "issued"),
    [
        ({"year": "2024"}, {"date-parts": [[2024]]}),
        ({"year": "2024", "month": "3"}, {"date-parts": [[2024, 3]]}),
        ({"year": "2024", "month": "sept."}, {"date-parts": [[2024, 9]]}),
        ({"year": "2024", "month": "5 March"}, {"date-parts": [[2024, 3, 5]]}),
        ({"year": "2024", "month": "mar", "day": "5"}, {"date-parts": [[2024, 3, 5]]}),
        ({"year": "2023", "month": "feb", "day": "29"}, {"date-parts": [[2023, 2]]}),
        (
            {"year": "2024", "month": "March--April"},
            {"date-parts": [[2024, 3], [2024, 4]]},
        ),
        ({"year": "2024", "month": "Spring"}, {"date-parts": [[2024]], "season": 1}),
        ({"year": "2019--2021"}, {"date-parts": [[2019], [2021]]}),
        ({"year": "2019/20"}, {"date-parts": [[2019], [2020]]}),
        ({"year": "c. 1900"}, {"date-parts": [[1900]], "circa": True}),
        ({"year": "in press"}, {"literal": "in press"}),
        ({"date": "2024-03-05"}, {"date-parts": [[2024, 3, 5]]}),
        ({"date": "2024-03/2024-05"}, {"date-parts": [[2024, 3], [2024, 5]]}),
        ({"date": "2024/"}, {"date-parts": [[2024]]}),
        ({"date": "2024~"}, {"date-parts": [[2024]], "circa": True}),
        ({"year": "n.d."}, None),
        ({"year": "20x4"}, None),
        ({"date": "2024-13-01"}, None),
        ({}, None),
    ],
)
def test_issued(raw: dict[str, str], issued: dict[str, Any] | None) -> None:
    assert item("misc", **raw).get("issued") == issued


@pytest.mark.parametrize(
    ("entry_type", "raw", "parts"),
    [
        ("phdthesis", {"school": "{UCL}"}, {"publisher": "UCL", "genre": "PhD thesis"}),
        ("thesis", {"type": "mathesis"}, {"genre": "Master’s thesis"}),
        ("report", {"type": "techreport"}, {"genre": "Technical report"}),
        ("software", {"version": "2.1"}, {"version": "2.1"}),
        ("book", {"edition": "3rd ed."}, {"edition": "3"}),
        ("book", {"edition": "Revised"}, {"edition": "Revised"}),
        ("misc", {"eprint": "123", "eprinttype": "pubmed"}, {"PMID": "123"}),
        (
            "misc",
            {"eprint": "2101.1", "archiveprefix": "arXiv"},
            {"URL": "https://arxiv.org/abs/2101.1"},
        ),
        ("misc", {"note": r"\url{https://a.b}"}, {"URL": "https://a.b"}),
        (
            "misc",
            {"howpublished": r"\url{https://a.b}"},
            {"URL": "https://a.b"},
        ),
        ("misc", {"title": "What now?", "subtitle": "Us"}, {"title": "What now? Us"}),
        ("misc", {"pages": r"1\textendash 5"}, {"page": "1-5"}),
    ],
)
def test_parts(entry_type: str, raw: dict[str, str], parts: dict[str, str]) -> None:
    assert part(entry_type, **raw) == parts


@pytest.mark.parametrize(
    "written",
    [
        "10.1000/x_1",
        r"10.1000/x\_1",
        "https://doi.org/10.1000/x_1",
        "http://dx.doi.org/10.1000/x_1",
        "doi:10.1000/x_1",
        "DOI: 10.1000/x_1",
    ],
)
def test_clean_doi(written: str) -> None:
    assert clean_doi(written) == "10.1000/x_1"
