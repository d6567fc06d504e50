"""Whole files in and out."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from relcase.errors import Unreadable, Unwritable
from relcase.store.textfile import read_bytes, reason, write_together, write_whole


def test_reading(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\xff\r\n")
    assert read_bytes(path) == b"\xff\r\n"
    assert read_bytes(path, 3) == b"\xff\r\n"


def test_what_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 3 * 1024 * 1024)
    advice = (
        "it has 3 MB and the limit is 2 MB; split it into several files in a folder "
        "evidence/, or raise the limit with --max-file-size"
    )
    reasons = {
        read(tmp_path / "missing"): "there is no such file or folder",
        read(tmp_path): "it is a folder, not a file",
        read(path / "below"): "part of its path is a file, not a folder",
        read(path, 2 * 1024 * 1024): advice,
        read(tmp_path / ("long" * 100)): "file name too long",
    }
    for message, expected in reasons.items():
        assert message.startswith("Cannot read ")
        assert message.endswith(f": {expected}.")


def test_what_never_ends_is_read_to_the_limit(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for content, limit in ((b"ten bytes.", 10), (b"ten bytes, and more", 10)):
        writer = Thread(target=pipe.write_bytes, args=(content,))
        writer.start()
        if len(content) > limit:
            assert read(pipe, limit).endswith(": it goes on beyond the limit of 0 MB.")
        else:
            assert read_bytes(pipe, limit) == content
        writer.join()
    assert read(Path("/dev/zero")).endswith(": it goes on beyond the limit of 64 MB.")


def read(path: Path, limit: int | None = None) -> str:
    with pytest.raises(Unreadable) as caught:
        read_bytes(path, limit)
    return str(caught.value)


def test_the_default_limit_is_64_megabytes(tmp_path: Path) -> None:
    from relcase import api
    from relcase.store import textfile

    path = tmp_path / "evidence.yaml"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)  # takes no room on the disk
    assert textfile.LIMIT == 64 * 1024 * 1024
    with pytest.raises(Unreadable, match="the limit is 64 MB"):
        api.open_library([path], builtin=False)


def test_writing_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_whole(path, b"one")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


def test_replacing_a_file(tmp_path: Path) -> None:
    """The old file stays whole for those who have it open; permissions are kept."""
    path = tmp_path / "a.md"
    path.write_bytes(b"a longer text that was here")
    path.chmod(0o640)
    with path.open("rb") as old:
        write_whole(path, b"short")
        assert old.read() == b"a longer text that was here"
    assert path.read_bytes() == b"short"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_pieces_that_end_too_early(tmp_path: Path) -> None:
    """A file is written whole also when it is made while it is written."""

    def pieces() -> Iterator[bytes]:
        yield b"one "
        if not path.exists():
            raise KeyError("two")
        yield b"two"

    path = tmp_path / "a.md"
    with pytest.raises(KeyError):
        write_whole(path, pieces())
    assert list(tmp_path.iterdir()) == []
    path.write_bytes(b"old")
    write_whole(path, pieces())
    assert path.read_bytes() == b"one two"


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link(tmp_path: Path, there: bool) -> None:
    target, link = tmp_path / "elsewhere" / "target", tmp_path / "link"
    target.parent.mkdir()
    if there:
        target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(Unwritable, match=r"a\.md: permission is refused\.$"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Unwritable, match="permission is refused"):
            write_whole(tmp_path / "a.md", b"new")
    finally:
        tmp_path.chmod(0o700)


def test_what_cannot_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    reasons = {
        tmp_path / "missing" / "a.md": "there is no such file or folder",
        tmp_path: "it is a folder, not a file",
        file / "a.md": "part of its path is a file, not a folder",
    }
    for path, expected in reasons.items():
        with pytest.raises(Unwritable) as caught:
            write_whole(path, b"new")
        assert str(caught.value) == f"Cannot write {path}: {expected}."
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(path, b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_reasons_in_words() -> None:
    assert reason(OSError(28, "No space left on device")) == "no space left on device"
    assert reason(OSError("odd")) == "odd"


def test_files_that_belong_together(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("before")
    write_together({one: b"new", two: b"beside"})
    assert (one.read_text(), two.read_text()) == ("new", "beside")


def test_when_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    one, two, three = tmp_path / "one", tmp_path / "two", tmp_path / "three"
    one.write_text("before")
    three.mkdir()
    with pytest.raises(Unwritable, match="three"):
        write_together({one: b"new", two: b"beside", three: b"never"})
    assert one.read_text() == "before"
    assert not two.exists()
