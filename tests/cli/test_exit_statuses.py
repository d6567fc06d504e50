"""What a command ends in: 0 done, 1 the answer is no, 2 asked wrongly, 3 could not."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

NO = [
    (
        ("stats", "zebra"),
        "No statistics match. Without the words zebra: 3. 'zebra' occurs nowhere.",
    ),
    (
        ("stats", "lonley"),
        "No statistics match. Without the words lonley: 3."
        " 'lonley' occurs nowhere; did you mean 'lonely'?",
    ),
    (
        ("stats", "-s", "health", "--stance", "mixed", "--verified", "full-text"),
        "No statistics match. Without --stance mixed: 1.",
    ),
    (
        ("stats", "-s", "health", "--outcome", "deaths", "--country", "UK"),
        "No statistics match. Without --country GB: 1.",
    ),
    (
        ("stats", "lonely", "befriending", "zebra"),
        "No statistics match. Without the words lonely befriending zebra: 3."
        " Without 'lonely', 'zebra': 1. Type: befriending."
        " Without 'befriending', 'zebra': 1. Type: lonely. 'zebra' occurs nowhere.",
    ),
    (
        ("stats", "pupils", "befriending"),
        "No statistics match. Without the words pupils befriending: 3. Without 'pupils':"
        " 1. Without 'befriending': 1.",
    ),
    (("stats", "--since", "2050"), "No statistics match. Without --since 2050: 3."),
    (
        ("stats", "curve"),
        "No statistics match. Without the words curve: 3. With --all: 1.",
    ),
    (
        ("stories", "kindness"),
        "No stories match. Without the words kindness: 1."
        " Entries of other kinds: 1; see: relcase search.",
    ),
    (
        ("search", "!!!"),
        "No entries match. Without the words !!!: 8. '!!!' occurs nowhere.",
    ),
    (("refs", "--since", "2050"), "No source matches."),
]

WRONG = [
    (
        ("stats", "-s", "helth"),
        "There is no sector 'helth'. Did you mean 'health'? To see them all: relcase sectors",
    ),
    (
        ("stats", "--outcome", "deth"),
        "There is no outcome 'deth'. Did you mean 'mortality'? To see them all: relcase sectors --outcomes",
    ),
    (
        ("stats", "--stance", "suports"),
        "There is no stance 'suports'. Did you mean 'supports'?",
    ),
    (
        ("stats", "--stance", "purple"),
        "The stance cannot be 'purple': it is one of supports, mixed, no-clear-difference, against.",
    ),
    (
        ("stats", "--verified", "full"),
        "There is no level 'full'. Did you mean 'full-text'?",
    ),
    (
        ("stats", "--country", "Norwa"),
        "There is no country 'Norwa'. Did you mean 'Norway'?",
    ),
    (("stats", "--country", "ZZ"), "There is no country 'ZZ'."),
    (
        ("stats", "--source", "aster"),
        "There is no citation key 'aster'. Did you mean 'aster2015'? To see them all: relcase refs -f bibtex",
    ),
    (
        ("stats", "--sort", "size"),
        "The order cannot be 'size': it is one of use, year, certainty, relevance, id.",
    ),
    (
        ("stats", "--certainty", "hihg"),
        "There is no certainty 'hihg'. Did you mean 'high'?",
    ),
    (
        ("stats", "--say", "medium"),
        "The length cannot be 'medium': it is one of short, long.",
    ),
    (
        ("store", "due", "--by", "soon"),
        "--by cannot be 'soon': it is a day such as 2027-03-31.",
    ),
    (
        ("audit", "aster"),
        "There is no citation key 'aster'. Did you mean 'aster2015'? To see them all: relcase audit",
    ),
    (
        ("stats", "-f", "markdwn"),
        "There is no format 'markdwn'. Did you mean 'markdown'?",
    ),
    (
        ("stats", "-f", "doc"),
        "There is no format 'doc'. Did you mean 'docx'?",
    ),
    (
        ("stats", "--style", "vancuver"),
        "There is no style 'vancuver'. Did you mean 'vancouver', 'vancouver-ama'",
    ),
    (
        ("stats", "--style", "vancuver", "-f", "json"),
        "There is no style 'vancuver'. Did you mean 'vancouver', 'vancouver-ama'",
    ),
    (
        ("show", "ties-survival", "--style", "vancuver", "-f", "json"),
        "There is no style 'vancuver'. Did you mean 'vancouver', 'vancouver-ama'",
    ),
    (
        ("stats", "--lang", "old English"),
        "The language cannot be 'old English': it is a tag such as en-GB.",
    ),
    (
        ("stats", "-o", "out.doc"),
        "--out cannot be 'out.doc': its ending must be one of .md, .markdown, .txt, .html, .htm, .tex, .docx, .odt, .pdf, .json, .csv (did you mean .docx?).",
    ),
    (
        ("show", "ties-surviva"),
        "There is no entry 'ties-surviva'. Did you mean 'ties-survival'",
    ),
    (
        ("show", "ties-survival", "nobody"),
        "There is no entry 'nobody'. To see them all: relcase search WORDS",
    ),
    (
        ("cite", "aster2105"),
        "There is no entry or source 'aster2105'. Did you mean 'aster2015'?",
    ),
    (
        ("refs", "aster2105"),
        "There is no entry, source or file 'aster2105'. Did you mean 'aster2015'?",
    ),
    (
        ("refs", "-o", "refs.doc"),
        "--out cannot be 'refs.doc': its ending must be one of .md, .txt, .html, .tex, .docx, .odt, .pdf, .bib, .json, .ris (did you mean .docx?).",
    ),
    (("refs", "--kind", "storys"), "There is no kind 'storys'. Did you mean 'story'?"),
    (("search", " "), "There is no word to search for."),
    (
        ("sectors", "-f", "csv"),
        "The format cannot be 'csv': it is one of table, markdown, plain, html, latex, json, docx, odt, pdf.",
    ),
]

COULD_NOT = [
    (
        ("stats", "--store", "nowhere"),
        "Cannot read nowhere: there is no such file or folder.",
    ),
    (
        ("stats", "--store", "."),
        "Cannot read .: it holds neither evidence.yaml nor a folder evidence/ of .yaml files.",
    ),
    (
        ("stats", "-o", "no/folder/out.md"),
        "Cannot write no/folder/out.md: there is no such file or folder.",
    ),
    (("stats", "--style", "mine.csl"), "Cannot read mine.csl: there is no such file."),
    (("refs", "--bib", "small"), "Cannot read small: it is a folder, not a file."),
    (
        ("refs", "--bib", "none.bib"),
        "Cannot read none.bib: there is no such file or folder.",
    ),
]


@pytest.mark.parametrize(("args", "advice"), NO)
def test_nothing_matches(small: Run, args: tuple[str, ...], advice: str) -> None:
    assert small(*args) == (1, "", f"{advice}\n")


@pytest.mark.parametrize(("args", "sentence"), WRONG)
def test_asked_wrongly(small: Run, args: tuple[str, ...], sentence: str) -> None:
    done = small(*args)
    assert (done.status, done.stdout) == (2, "")
    assert done.stderr.startswith(sentence)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("args", "sentence"), COULD_NOT)
def test_could_not(small: Run, args: tuple[str, ...], sentence: str) -> None:
    assert small(*args) == (3, "", f"{sentence}\n")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("stat",), "No such command 'stat'. Did you mean 'stats'?"),
        (("stats", "--sectr", "health"), "No such option: --sectr"),
        (("stats", "--limit", "0"), "0 is not in the range 1<=x<=1000000000."),
        (("stats", "--since", "last year"), "'last year' is not a whole number"),
        (("search",), "Missing argument 'WORDS...'."),
        (("show",), "Missing argument 'ID...'."),
        (("stats", "--store"), "Option '--store' requires an argument."),
    ],
)
def test_wrong_usage(run: Run, args: tuple[str, ...], sentence: str) -> None:
    done = run(*args)
    assert (done.status, done.stdout) == (2, "")
    assert sentence in done.stderr


def test_nothing_in_json_is_an_empty_envelope(small: Run) -> None:
    done = small("stats", "zebra", "-f", "json")
    assert done.status == 1
    found = json.loads(done.stdout)
    assert (found["entries"], found["references"]) == ([], [])
    assert found["query"]["words"] == ["zebra"]


def test_nothing_in_csv_is_a_header(small: Run) -> None:
    done = small("stats", "zebra", "-f", "csv")
    assert (done.status, done.stdout.count("\n")) == (1, 1)
    assert done.stdout.startswith("id,kind,headline,")


def test_an_argument_that_is_not_text(small: Run) -> None:
    for command in (("stats",), ("search",), ("show",), ("cite",), ("refs",)):
        assert small(*command, "caf\udce9") == (
            2,
            "",
            "An argument is not text in UTF-8.\n",
        )


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01\xff\xfe",
        b"",
        b"just words",
        b"- a list",
        b"statistics: 3",
        b"statistics: [1, null, {id: 5}]",
        b"%PDF-1.7 \x89PNG\r\n",
        b"{" * 5000,
        b"a: &a [*a]",
        b"\xff\xfes\x00t\x00",
    ],
)
def test_garbage_for_a_store(run: Run, desk: Path, content: bytes) -> None:
    """What cannot be read is left out, said, and never ends in a traceback."""
    (desk / "evidence.yaml").write_bytes(content)
    done = run("stats", "--store", "evidence.yaml", "--no-builtin")
    assert (done.status, done.stdout) == (1, "")
    assert done.stderr.endswith("No statistics match.\n")
    checked = run("store", "check", "evidence.yaml")
    assert checked.status in (0, 1)


@pytest.mark.parametrize("content", [b"\x00\xff", b"@article{a", b"@@@", b"\\" * 999])
def test_garbage_for_a_bibliography(run: Run, desk: Path, content: bytes) -> None:
    (desk / "small" / "references.bib").write_bytes(content)
    assert run("stats", "--store", "small", "--no-builtin").status == 1
    assert run("refs", "--bib", "small/references.bib").status == 1


def test_a_folder_where_a_file_is_expected(run: Run, desk: Path) -> None:
    (desk / "small" / "references.bib").unlink()
    (desk / "small" / "references.bib").mkdir()
    assert run("stats", "--store", "small", "--no-builtin").status in (1, 3)
    (desk / "relcase.toml").mkdir()
    assert run("config").status == 0


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("style = 'apa'", 0),
        ("format = 'purple'", 2),
        ("colour = 'red'", 2),
        ("builtin = 'no'", 2),
        ("lang = 'x'", 2),
        ("store = 'nowhere'", 3),
        ("not toml", 3),
    ],
)
def test_settings_of_a_folder(run: Run, desk: Path, text: str, status: int) -> None:
    (desk / "relcase.toml").write_text(text)
    done = run("quotes", "--no-refs", "-n", "1")
    assert done.status == status
    assert bool(done.stderr) is bool(status)


def test_a_damaged_cache_is_no_hindrance(
    small: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "cache").mkdir()
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(desk / "cache"))
    expected = small("quotes")
    for kept in (desk / "cache").rglob("*"):
        if kept.is_file():
            kept.write_bytes(b"damaged")
    assert small("quotes") == expected
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(desk / "small" / "evidence.yaml"))
    assert small("quotes") == expected
    assert small("quotes", "--no-cache") == expected
