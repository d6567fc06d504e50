"""Formatted references are used again only for the same request, word for word."""

import json
import os
import zlib
from pathlib import Path

import pytest

from relcase.domain.content import Footnote, Text
from relcase.domain.formatted import Cited, Formatted
from relcase.store import reference_cache
from relcase.store.reference_cache import Request, get, put

REQUEST = Request("apa", "en-GB", True, ("abel2018=1", "ageuk=2"))
NOTE = (Text("Frome"), Footnote((Text("Abel", "c"), Text(", 2018."))))
ANSWER = Formatted(
    {
        "abel2018": Cited((Text("("), Text("Abel", "i", "https://x")), (Text("Abel"),)),
        "ageuk": Cited(NOTE, ()),
    },
    (("ageuk", NOTE), ("abel2018", (Text("Café “1.50”", "ib"),))),
)


@pytest.fixture
def style(tmp_path: Path) -> Path:
    path = tmp_path / "apa.csl"
    path.write_text("<style/>")
    return path


@pytest.fixture
def folder(tmp_path: Path, style: Path) -> Path:
    """A cache that holds the answer."""
    put(tmp_path / "cache", REQUEST, ANSWER, [style])
    return tmp_path / "cache"


def kept_file(folder: Path) -> Path:
    (path,) = (folder / "references").iterdir()
    return path


def test_the_same_request_again(folder: Path) -> None:
    assert get(folder, REQUEST) == ANSWER


def test_nothing_is_kept_yet(tmp_path: Path) -> None:
    assert get(tmp_path, REQUEST) is None


@pytest.mark.parametrize(
    "other",
    [
        REQUEST._replace(style="bmj"),
        REQUEST._replace(lang="de-DE"),
        REQUEST._replace(in_text=False),
        REQUEST._replace(sources=("abel2018=1", "ageuk=3")),
        REQUEST._replace(sources=("ageuk=2", "abel2018=1")),
        REQUEST._replace(sources=("abel2018=1",)),
        REQUEST._replace(sources=()),
    ],
)
def test_another_request(
    other: Request, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even when the names of the two files are the same by chance."""
    assert get(folder, other) is None
    monkeypatch.setattr(zlib, "crc32", lambda _: 0)
    put(folder, REQUEST, ANSWER, [])
    assert get(folder, REQUEST) == ANSWER
    assert get(folder, other) is None


def test_another_version_of_relcase(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reference_cache, "__version__", "0.0.0")
    assert get(folder, REQUEST) is None


def test_the_style_has_changed(folder: Path, style: Path) -> None:
    style.write_text("<style></style>")
    assert get(folder, REQUEST) is None


def test_the_style_is_newer(folder: Path, style: Path) -> None:
    os.utime(style, (1, 1))
    assert get(folder, REQUEST) is None


def test_the_style_is_gone(folder: Path, style: Path) -> None:
    style.unlink()
    assert get(folder, REQUEST) is None
    put(folder, REQUEST, ANSWER, [style])
    assert get(folder, REQUEST) == ANSWER


@pytest.mark.parametrize(
    "damage",
    [
        *(b"", b"{", b"\xff\xfe", b"[]", b"null", b"5", b"{}", b'{"request": 5}'),
        b"[" * 50,
    ],
)
def test_a_damaged_file(damage: bytes, folder: Path, style: Path) -> None:
    kept_file(folder).write_bytes(damage)
    assert get(folder, REQUEST) is None
    put(folder, REQUEST, ANSWER, [style])
    assert get(folder, REQUEST) == ANSWER


@pytest.mark.parametrize("name", ["made_with", "citations", "references"])
@pytest.mark.parametrize("value", [[5], 5, None])
def test_a_file_with_a_damaged_part(name: str, value: object, folder: Path) -> None:
    kept = json.loads(kept_file(folder).read_bytes())
    kept_file(folder).write_text(json.dumps(kept | {name: value}))
    assert get(folder, REQUEST) is None


def test_a_file_cut_short(folder: Path) -> None:
    os.truncate(kept_file(folder), 100)
    assert get(folder, REQUEST) is None


def test_the_folder_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    put(tmp_path / "cache", REQUEST, ANSWER, [])
    assert get(tmp_path / "cache", REQUEST) is None


def test_the_folder_may_not_be_written(
    folder: Path, style: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(os, "utime", refuse)
    other = REQUEST._replace(style="bmj")
    put(folder, other, ANSWER, [style])
    assert get(folder, other) is None
    assert get(folder, REQUEST) == ANSWER
    assert kept_file(folder).suffix == ".json"


def test_what_is_not_utf8_in_a_path(tmp_path: Path) -> None:
    request = REQUEST._replace(style="caf\udce9.csl")
    put(tmp_path, request, ANSWER, [Path("caf\udce9.csl")])
    assert get(tmp_path, request) == ANSWER


def test_the_least_lately_used_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reference_cache, "KEPT", 3)
    asked = [REQUEST._replace(style=f"style-{number}") for number in range(5)]
    for number, request in enumerate(asked[:3]):
        put(tmp_path, request, ANSWER, [])
        (newest,) = (
            path
            for path in (tmp_path / "references").iterdir()
            if path.stat().st_mtime > 100
        )
        os.utime(newest, (number, number))
    assert get(tmp_path, asked[0]) == ANSWER
    put(tmp_path, asked[3], ANSWER, [])
    kept = [number for number, one in enumerate(asked) if get(tmp_path, one)]
    assert kept == [0, 2, 3]
