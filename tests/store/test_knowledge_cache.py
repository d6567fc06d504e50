"""What reports are checked by, kept from one check to the next."""

from pathlib import Path

import pytest

from relcase.store import knowledge_cache
from relcase.store.knowledge_cache import get, made_of, put
from relcase.store.locate import StoreFiles, builtin

KEPT = {"by_stem": {"frome": [3, 5]}, "counts": [[148.0]], "names": [["abel’s"]]}
STORES: list[StoreFiles] = [builtin()]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a cache that keeps something."""
    put(tmp_path / "cache", STORES, "name", KEPT)
    (path,) = (tmp_path / "cache").iterdir()
    return path


def test_the_same_again(file: Path) -> None:
    assert get(file.parent, STORES, "name") == KEPT


def test_nothing_is_kept_of_other_records_or_other_stores(file: Path) -> None:
    assert get(file.parent, STORES, "other") is None
    assert get(file.parent, [], "name") is None


def test_the_newer_replaces_the_older(file: Path) -> None:
    put(file.parent, STORES, "other", {})
    assert get(file.parent, STORES, "other") == {}
    assert get(file.parent, STORES, "name") is None
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("place", [0, 4, 5, 40, 69, 70, 100, -1])
def test_a_damaged_letter(file: Path, place: int) -> None:
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)
    assert get(file.parent, STORES, "name") is None


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"name\n{}", b"\xff" * 300, b"[" * 10_000]
)
def test_another_file(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    assert get(file.parent, STORES, "name") is None


def test_a_file_cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-10])
    assert get(file.parent, STORES, "name") is None


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    put(tmp_path / "cache", STORES, "name", KEPT)
    assert get(tmp_path / "cache", STORES, "name") is None


def test_what_is_large_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knowledge_cache, "LARGEST", 10)
    put(tmp_path / "cache", STORES, "name", KEPT)
    assert not (tmp_path / "cache").exists()


def test_a_name_for_records_and_code(tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    code.write_text("one")
    first = made_of(["a", "b"], [str(code)])
    assert first == made_of(["a", "b"], [str(code)])
    assert first != made_of(["a", "c"], [str(code)])
    assert first != made_of(["ab"], [str(code)])
    assert first != made_of(["a", "b"], [])
    code.write_text("other code")
    assert first != made_of(["a", "b"], [str(code)])
