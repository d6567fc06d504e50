"""When an index is kept, mended, made again or done without: the answers stay right."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from relcase.api import Library
from relcase.domain.query import Query
from relcase.errors import CouldNot, Unreadable
from relcase.store import index, index_build

Answers = Callable[[Library], dict[str, Any]]
HOUR = 3600 * 10**9

THREE = """
statistics:
  - {id: a, headline: Ties and trust.}
  - {id: b, headline: Grief., sectors: [housing]}
definitions:
  - {id: c, sectors: [any]}
"""


@pytest.fixture
def store(new_store: Any) -> Any:
    return new_store(THREE)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Any]:
    """A stretch of a test in which no index may be made or mended."""

    @contextmanager
    def stretch() -> Iterator[None]:
        def make(*_: object) -> None:
            raise AssertionError("the index was not kept")

        with monkeypatch.context() as patch:
            patch.setattr(index_build, "make", make)
            yield

    return stretch


def ids(library: Library) -> list[str]:
    return [entry.id for entry in library.find(Query(sort="id"))]


def index_file(cache: Path) -> Path:
    (path,) = cache.glob("index-*.sqlite")
    return path


def age(*paths: Path) -> None:
    """Makes files an hour old, so that no clock tick leaves doubt about them."""
    for path in paths:
        old = path.stat().st_mtime_ns - HOUR
        os.utime(path, ns=(old, old))


def test_answers_are_the_same_with_and_without(store: Any, answers: Answers) -> None:
    memory = answers(store.open(cache=False))
    assert answers(store.open()) == memory
    assert answers(store.open()) == memory


def test_nothing_is_kept_without_a_cache(store: Any, own_cache: Path) -> None:
    store.open(cache=False)
    assert not own_cache.exists()


def test_a_fresh_index_is_kept(
    store: Any, kept: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    age(store.bibliography, store.folder / "evidence.yaml")
    store.open()
    monkeypatch.setattr(index, "content_hash", None)
    with kept():
        assert ids(store.open()) == ["a", "b", "c"]


def test_a_young_file_is_compared_by_content(store: Any, kept: Any) -> None:
    store.open()
    with kept():
        assert ids(store.open()) == ["a", "b", "c"]


def test_touched_and_unchanged(
    store: Any, kept: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After one comparison by content, the new time is known."""
    path = store.folder / "evidence.yaml"
    age(store.bibliography, path)
    store.open()
    age(path)
    with kept():
        store.open()
        monkeypatch.setattr(index, "content_hash", None)
        assert ids(store.open()) == ["a", "b", "c"]


def test_a_change_of_the_same_size_and_time_is_noticed(store: Any) -> None:
    path = store.folder / "evidence.yaml"
    store.open()
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"id: b", b"id: z"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (
        before.st_size,
        before.st_mtime_ns,
    )
    assert ids(store.open()) == ["a", "c", "z"]


def test_a_changed_file_is_noticed(store: Any) -> None:
    store.open()
    store.write("stories: [{id: s}]")
    assert ids(store.open()) == ["s"]


def test_a_changed_bibliography_is_noticed(store: Any) -> None:
    store.open()
    text = store.bibliography.read_text().replace("2018", "1998", 1)
    store.bibliography.write_text(text.replace("{2018}", "{1998}"))
    left_out = store.open().left_out
    assert [one.id for one in left_out] == ["a", "b", "c"]
    assert {one.problem.path for one in left_out} == {
        str(store.folder / "evidence.yaml")
    }
    assert {one.problem.rule for one in left_out} == {"S02"}
    store.bibliography.write_text(text.replace("abel1998", "abel2018"))
    (first, *_) = store.open().find(Query(kinds=("statistic",)))
    assert first.author_date == "Abel and Clarke, 2018"


def test_a_bibliography_that_appears(store: Any) -> None:
    text = store.bibliography.read_text()
    store.bibliography.unlink()
    assert ids(store.open()) == []
    store.bibliography.write_text(text)
    assert ids(store.open()) == ["a", "b", "c"]
    store.bibliography.unlink()
    assert ids(store.open()) == []


def test_files_that_appear_and_go(new_store: Any) -> None:
    store = new_store()
    store.write("stories: [{id: a}]", "evidence/a.yaml")
    assert ids(store.open()) == ["a"]
    path = store.write("stories: [{id: b}]", "evidence/b.yaml", vocabulary="")
    assert ids(store.open()) == ["a", "b"]
    path.unlink()
    assert ids(store.open()) == ["a"]


def test_evidence_that_is_gone(store: Any) -> None:
    store.open()
    (store.folder / "evidence.yaml").unlink()
    with pytest.raises(Unreadable, match="it holds neither"):
        store.open()


def test_other_stores_have_other_indexes(
    store: Any, new_store: Any, own_cache: Path
) -> None:
    other = new_store("stories: [{id: s}]", "other")
    assert ids(store.open()) == ["a", "b", "c"]
    assert ids(other.open()) == ["s"]
    assert ids(store.open(other)) == ["a", "b", "c", "s"]
    assert ids(other.open(store)) == ["a", "b", "c", "s"]
    assert len(list(own_cache.iterdir())) == 4


def test_the_hash_names_the_content(store: Any, new_store: Any) -> None:
    same = new_store(THREE, "same")
    assert same.open().store_hash == store.open().store_hash
    same.write("stories: [{id: s}]")
    assert same.open().store_hash != store.open().store_hash


def garbage(path: Path) -> None:
    path.write_bytes(b"not a database" * 1000)


def garbage_in_the_middle(path: Path) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[:100] + b"\xff" * 8000 + raw[8100:])


def half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def one_page(path: Path) -> None:
    os.truncate(path, 4096)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def execute(statement: str) -> Callable[[Path], None]:
    def run(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.executescript(statement)

    return run


@pytest.mark.parametrize(
    "damage",
    [
        garbage,
        garbage_in_the_middle,
        half,
        one_page,
        empty,
        execute("UPDATE meta SET value = '0 old' WHERE name = 'format'"),
        execute("DELETE FROM meta"),
        execute("UPDATE meta SET value = NULL WHERE name = 'written'"),
        execute("DELETE FROM files"),
        execute("DROP TABLE meta"),
        execute("DROP TABLE files; CREATE TABLE files (number)"),
    ],
)
def test_a_damaged_index_is_made_again(
    damage: Callable[[Path], None],
    store: Any,
    own_cache: Path,
    answers: Answers,
    kept: Any,
) -> None:
    expected = answers(store.open())
    damage(index_file(own_cache))
    assert answers(store.open()) == expected
    with kept():
        assert answers(store.open()) == expected
    assert [path.suffix for path in own_cache.iterdir()] == [".sqlite"]


def test_a_damaged_index_of_changed_files(store: Any, own_cache: Path) -> None:
    """Mending it fails half-way."""
    store.open()
    execute("DROP TABLE facets")(index_file(own_cache))
    store.write("stories: [{id: s}]")
    assert ids(store.open()) == ["s"]


def test_the_index_is_a_folder(store: Any, own_cache: Path) -> None:
    store.open()
    path = index_file(own_cache)
    path.unlink()
    path.mkdir()
    assert ids(store.open()) == ["a", "b", "c"]
    assert list(own_cache.iterdir()) == [path]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a lock."""

    def connect(path: Path | str, **more: Any) -> sqlite3.Connection:
        return _connect(path, **{**more, "timeout": 0})

    monkeypatch.setattr(sqlite3, "connect", connect)


_connect: Callable[..., sqlite3.Connection] = sqlite3.connect


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("changed", [False, True])
@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_locked_index(store: Any, own_cache: Path, lock: str, changed: bool) -> None:
    """Locked for writing or for everything; its files have changed or were touched."""
    store.open()
    if changed:
        store.write("stories: [{id: s}]")
    with closing(sqlite3.connect(index_file(own_cache), isolation_level=None)) as db:
        db.execute(f"BEGIN {lock}")
        assert ids(store.open()) == (["s"] if changed else ["a", "b", "c"])


@pytest.mark.parametrize("name", ["cache", "cache/below", "/dev/null/cache"])
def test_the_cache_is_no_folder(
    name: str, store: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file")
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(tmp_path / name))
    assert ids(store.open()) == ["a", "b", "c"]
    assert (tmp_path / "cache").read_text() == "a file"


def test_the_cache_may_not_be_written(
    store: Any, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    store.open()
    store.write("stories: [{id: s}]")
    monkeypatch.setattr(index_build, "_connect", read_only)
    monkeypatch.setattr(os, "replace", refuse)
    assert ids(store.open()) == ["s"]


def read_only(path: Path | str) -> sqlite3.Connection:
    """As SQLite opens a file in a folder that may not be written."""
    mode = "memory" if path == ":memory:" else "ro"
    return sqlite3.connect(f"file:{path}?mode={mode}", uri=True, isolation_level=None)


def test_the_cache_may_not_be_entered(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(sqlite3, "connect", only_in_memory)
    monkeypatch.setattr(Path, "mkdir", refuse)
    assert ids(store.open()) == ["a", "b", "c"]


def only_in_memory(path: Path | str, **more: Any) -> sqlite3.Connection:
    if path != ":memory:":
        raise sqlite3.OperationalError("unable to open database file")
    return _connect(path, **more)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_cache_with_such_permissions(store: Any, own_cache: Path, mode: int) -> None:
    store.open()
    store.write("stories: [{id: s}]")
    own_cache.chmod(mode)
    try:
        assert ids(store.open()) == ["s"]
    finally:
        own_cache.chmod(0o700)


def test_two_at_once(store: Any, own_cache: Path) -> None:
    """Several processes make the same index and all of them answer."""
    code = (
        "import sys; from pathlib import Path\n"
        "from relcase.api import open_library\n"
        "from relcase.domain.query import Query\n"
        "library = open_library([Path(sys.argv[1])], builtin=False)\n"
        "print(*[entry.id for entry in library.find(Query(sort='id'))])"
    )
    command = [sys.executable, "-c", code, str(store.folder)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    assert [one.communicate()[0].split() for one in running] == [[b"a", b"b", b"c"]] * 3
    assert list(own_cache.iterdir()) == [index_file(own_cache)]


def test_without_full_text_search(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_build, "WORDS", "CREATE VIRTUAL TABLE words USING fts0")
    library = store.open()
    assert ids(library) == ["a", "b", "c"]
    with pytest.raises(CouldNot, match="has no full-text search"):
        library.find(Query(words=("ties",)))
    store.write("stories: [{id: s}]")
    assert ids(store.open()) == ["s"]


def test_damage_in_the_middle_of_the_file(store: Any, own_cache: Path) -> None:
    """What opens and looks fresh, and breaks only when its rows are read."""
    expected = [entry.id for entry in store.open().find(Query(sort="id"))]
    path = index_file(own_cache)
    whole = path.read_bytes()
    page = 4096
    for start in range(2 * page, len(whole), page):
        path.write_bytes(whole[:start] + b"\xa5" * page + whole[start + page :])
        library = store.open()
        assert [entry.id for entry in library.find(Query(sort="id"))] == expected
        assert library.count(Query(words=("a",))) == library.count(Query(words=("a",)))
        library.close()
        path.write_bytes(whole)
