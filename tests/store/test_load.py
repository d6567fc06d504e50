"""Files of a store in; entries, sources, and everything that is wrong with them."""

from inspect import cleandoc
from pathlib import Path

import pytest

from relcase.domain.evidence import Outcome, Sector
from relcase.domain.problem import Problem
from relcase.errors import Unreadable
from relcase.store import load, locate
from relcase.store.load import LoadedFile, load_evidence, load_store
from relcase.store.locate import StoreFiles

FILES = StoreFiles("mine", (), Path("references.bib"))

GOOD = """
  - id: {id}
    headline: Words
    text: Words
    sectors: [any]
    source: {{key: abel2018}}
    verification: {{level: full_text, on: 2026-01-15}}
"""


def loaded(text: str) -> LoadedFile:
    return load_evidence(FILES, "evidence.yaml", text.encode())


def lines(file: LoadedFile) -> list[str]:
    """All problems of a file by place."""
    found = [*file.problems, *file.located(file.findings)]
    return [
        f"{one.line}:{one.column}: {one.message} [{one.rule}]"
        for one in sorted(found, key=lambda one: (one.line or 0, one.message))
    ]


def ids(file: LoadedFile) -> list[str]:
    return [placed.entry.id for placed in file.placed]


@pytest.fixture
def file(request: pytest.FixtureRequest) -> LoadedFile:
    """The docstring of the test, loaded; ``GOOD x`` stands for a whole entry."""
    text = cleandoc(request.function.__doc__)
    lines = [
        GOOD.format(id=line.split()[-1]).strip("\n") if "GOOD" in line else line
        for line in text.splitlines()
    ]
    return loaded("\n".join(lines) + "\n")


def test_a_whole_file() -> None:
    text = "sectors: [{id: a, name: A, description: x}]\nstories:" + GOOD.format(id="s")
    file = loaded(text + "outcomes: [{id: b, name: B, polarity: bad}]\nquotes:\n")
    assert (file.problems, file.findings) == ((), ())
    assert file.sectors == (Sector(id="a", name="A", description="x"),)
    assert file.outcomes == (Outcome(id="b", name="B", polarity="bad"),)
    (placed,) = file.placed
    assert (placed.entry.kind, placed.entry.id) == ("story", "s")
    assert (placed.store, placed.file) == ("mine", "evidence.yaml")
    assert placed.steps == ("stories", 0)
    assert file.raw == (
        {
            "id": "s",
            "headline": "Words",
            "text": "Words",
            "sectors": ["any"],
            "source": {"key": "abel2018"},
            "verification": {"level": "full_text", "on": "2026-01-15"},
        },
    )


@pytest.mark.parametrize("text", ["", "# a comment\n", "---\n", "\ufeff"])
def test_empty_file(text: str) -> None:
    assert lines(loaded(text)) == ["1:1: the file is empty [S03]"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- id: a\n", "1:1: a store is a map of sections, not a list or a text [S03]"),
        ("\nwords\n", "2:1: a store is a map of sections, not a list or a text [S03]"),
        ("5\n", "1:1: a store is a map of sections, not a list or a text [S03]"),
        ("statistcs: []\n", "1:1: there is no section 'statistcs' [S01]"),
        ("stories: {id: a}\n", "1:10: 'stories' must be a list [S03]"),
        ("stories: none\n", "1:10: 'stories' must be a list [S03]"),
        ("stories:\n  - words\n", "2:5: an entry is a map of fields [S03]"),
        ("stories:\n  - [a]\n", "2:5: an entry is a map of fields [S03]"),
        ("stories:\n  -\n", "2:4: an entry is a map of fields [S03]"),
    ],
)
def test_wrong_shape(text: str, problem: str) -> None:
    assert lines(loaded(text)) == [problem]


def test_entries_stay_beside_broken_ones(file: LoadedFile) -> None:
    """
    stories:
      - id: first
        headlin: Words
      - GOOD second
      - id: third
        text: a: b
    people:
      - GOOD fourth
    quotes:
      - GOOD fifth
    sectors:
      - {id: a, name: 5, description: x}
    """
    assert lines(file) == [
        "2:5: 'headline' is missing [S03]",
        "2:5: 'sectors' is missing [S03]",
        "2:5: 'source' is missing [S03]",
        "2:5: 'text' is missing [S03]",
        "2:5: 'verification' is missing [S03]",
        "3:5: there is no field 'headlin' here [S01]",
        "11:12: not YAML: mapping values are not allowed in this context [Y01]",
        "12:1: there is no section 'people' [S01]",
        "27:19: 'name' is a bare number [S05]",
    ]
    assert ids(file) == ["second", "fifth"]
    assert file.sectors == ()


def test_fields_given_twice(file: LoadedFile) -> None:
    """
    stories:
      - GOOD one
        text: 5
    """
    assert lines(file) == ["8:5: 'text' is given twice here [Y03]"]
    assert ids(file) == ["one"]


def test_not_utf8() -> None:
    text = ("stories:" + GOOD.format(id="a")).encode() + b"# caf\xe9\n"
    file = load_evidence(FILES, "evidence.yaml", text)
    assert lines(file) == ["8:6: byte 0xe9 is not UTF-8 text [Y05]"]
    assert ids(file) == ["a"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "references.bib").write_text("@misc{abel2018, title = {T}}\n")
    return tmp_path


def write(folder: Path, name: str, ids: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("stories:" + "".join(GOOD.format(id=one) for one in ids.split()))
    return path


def test_a_store_of_one_file(folder: Path) -> None:
    path = write(folder, "evidence.yaml", "a b")
    store = load_store(locate.store(folder))
    assert [(file.path, ids(file)) for file in store.files] == [(str(path), ["a", "b"])]
    assert list(store.references) == ["abel2018"]


def test_a_folder_store(folder: Path) -> None:
    write(folder, "evidence/b.yaml", "b")
    write(folder, "evidence/a.yaml", "c a")
    store = load_store(locate.store(folder))
    assert [ids(file) for file in store.files] == [["c", "a"], ["b"]]
    corpus = load.corpus([store])
    assert [placed.entry.id for placed in corpus.placed] == ["c", "a", "b"]


def test_stores_over_each_other(folder: Path, tmp_path: Path) -> None:
    write(folder, "evidence.yaml", "a")
    over = tmp_path / "over"
    path = write(over, "evidence.yaml", "a b")
    path.write_text(path.read_text() + "sectors: [{id: x, name: X, description: y}]\n")
    (over / "references.bib").write_text("@misc{abel2018, title = {Other}}\n")
    stores = [load_store(locate.store(one)) for one in (folder, over)]
    corpus = load.corpus(stores)
    assert [(one.entry.id, one.store) for one in corpus.placed] == [
        ("a", str(folder)),
        ("a", str(over)),
        ("b", str(over)),
    ]
    assert corpus.references["abel2018"].csl["title"] == "Other"
    assert list(corpus.sectors) == ["x"]


def bibliography_problems(folder: Path) -> list[Problem]:
    write(folder, "evidence.yaml", "a")
    store = load_store(locate.store(folder))
    assert ids(store.files[0]) == ["a"]
    return [*store.problems]


def test_no_bibliography(folder: Path) -> None:
    path = folder / "references.bib"
    path.unlink()
    assert bibliography_problems(folder) == [
        Problem(
            str(path),
            1,
            1,
            "error",
            "K01",
            f"Cannot read {path}: there is no such file or folder.",
            "The bibliography of a store is references.bib beside its evidence.",
        )
    ]


def test_bibliography_is_a_folder(folder: Path) -> None:
    path = folder / "references.bib"
    path.unlink()
    path.mkdir()
    (problem,) = bibliography_problems(folder)
    assert problem.message == f"Cannot read {path}: it is a folder, not a file."


def test_bibliography_may_not_be_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deny(folder / "references.bib", monkeypatch)
    (problem,) = bibliography_problems(folder)
    assert problem.message.endswith("references.bib: permission is refused.")


def test_bibliography_is_not_utf8(folder: Path) -> None:
    (folder / "references.bib").write_bytes(b"@misc{abel2018,\n title = {Caf\xe9}}\n")
    problem, *_ = bibliography_problems(folder)
    assert (problem.line, problem.column, problem.rule) == (2, 14, "Y05")


def test_evidence_may_not_be_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deny(write(folder, "evidence.yaml", "a"), monkeypatch)
    with pytest.raises(Unreadable, match=r"evidence.yaml: permission is refused\.$"):
        load_store(locate.store(folder))


def deny(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes a file unreadable, for the superuser too."""
    allowed = Path.read_bytes

    def read_bytes(one: Path) -> bytes:
        if one == path:
            raise PermissionError(13, "Permission denied")
        return allowed(one)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)


def test_a_file_over_the_limit(folder: Path) -> None:
    write(folder, "evidence.yaml", "a")
    with pytest.raises(Unreadable, match="split it into several files"):
        load_store(locate.store(folder), limit=100)
