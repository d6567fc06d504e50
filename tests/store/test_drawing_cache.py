"""A kept drawing is used again only as it was drawn."""

from pathlib import Path

import pytest

from relcase.store import drawing_cache
from relcase.store.drawing_cache import get, put


def test_the_same_again(tmp_path: Path) -> None:
    assert get(tmp_path, b"a") is None
    put(tmp_path, b"a", b"drawing")
    assert get(tmp_path, b"a") == b"drawing"
    assert get(tmp_path, b"b") is None


@pytest.mark.parametrize("damaged", [b"", b"short", b"\0" * 100])
def test_a_damaged_one_is_none(tmp_path: Path, damaged: bytes) -> None:
    put(tmp_path, b"a", b"drawing")
    (kept,) = (tmp_path / "drawings").iterdir()
    kept.write_bytes(damaged)
    assert get(tmp_path, b"a") is None


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    put(tmp_path / "file", b"a", b"drawing")
    assert get(tmp_path / "file", b"a") is None


def test_not_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing_cache, "KEPT", 2)
    for name in (b"a", b"b", b"c"):
        put(tmp_path, name, name)
    assert len(list((tmp_path / "drawings").iterdir())) == 2
