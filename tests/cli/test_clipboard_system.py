"""The clipboard of real X servers and Wayland compositors, read by other programs."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from relcase.cli import clipboard
from relcase.cli.clipboard.background import contents
from relcase.errors import Missing

pytestmark = pytest.mark.system

RICH = '<p><em>Éva</em> – <a href="https://example.org">χάρις</a> 🌱</p>\n'
PLAIN = "Éva – χάρις 🌱\n\tno end of line"
NAMES = ["text/html", "text/plain;charset=utf-8", "UTF8_STRING", "text/plain"]
LARGE = "<p>é – 🌱</p>" * 200_000
_NOBODY = 65_534


@pytest.fixture(autouse=True)
def _no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XAUTHORITY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def x_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An X server of our own; gives the setting that its clients are known by."""
    number, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-nolisten", "tcp"]
    with _running(command, pass_fds=[told]):
        os.close(told)
        with open(number, encoding="ascii") as line:
            display = ":" + line.readline().strip()
        monkeypatch.setenv("DISPLAY", display)
        yield f"DISPLAY={display}"
    _until(lambda: not _holders(f"DISPLAY={display}"))


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A new place for sockets, open to the user that a compositor runs as."""
    with tempfile.TemporaryDirectory(prefix="relcase-") as name:
        if os.geteuid() == 0:
            os.chown(name, _NOBODY, _NOBODY)
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        yield Path(name)
        _until(lambda: not _holders(f"XDG_RUNTIME_DIR={name}"))


@pytest.fixture
def sway(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A compositor with data control; it refuses to run as root."""
    (folder / "config").write_text("xwayland disable\n", "ascii")
    settings = {
        "HOME": str(folder),
        "WLR_BACKENDS": "headless",
        "WLR_LIBINPUT_NO_DEVICES": "1",
        "WLR_RENDERER": "pixman",
    }
    user = _NOBODY if os.geteuid() == 0 else None
    command = ["sway", "--config", str(folder / "config")]
    with _running(command, user=user, environment=settings):
        yield from _wayland_display(folder, monkeypatch)


@pytest.fixture
def weston(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A compositor without data control."""
    command = ["weston", "--backend=headless-backend.so", "--socket=wayland-1"]
    with _running(command):
        yield from _wayland_display(folder, monkeypatch)


def _wayland_display(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    _until((folder / "wayland-1").exists)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-1")
    yield f"XDG_RUNTIME_DIR={folder}"


def test_x11_gives_every_target(x_server: str) -> None:
    """Debian packages: xvfb, xclip, libx11-6."""
    clipboard.put(RICH, PLAIN)
    offered = contents(RICH, PLAIN)
    assert {name: _xclip(name) for name in NAMES} == offered
    assert offered["text/html"].endswith(RICH.encode())
    assert _xclip("STRING") == "Éva ? ????? ?\n\tno end of line".encode("latin-1")
    targets = ["TARGETS", "TIMESTAMP", "MULTIPLE", *NAMES, "STRING"]
    assert _xclip("TARGETS").decode().split() == targets
    assert int(_xclip("TIMESTAMP")) > 0
    with pytest.raises(subprocess.CalledProcessError):
        _xclip("image/png")


def test_x11_gives_a_large_text_whole(x_server: str) -> None:
    """Debian packages: xvfb, xclip, libx11-6."""
    clipboard.put(LARGE, PLAIN)
    assert len(LARGE.encode()) > 3_000_000
    for _ in range(2):
        assert _xclip("text/html") == contents(LARGE, "")["text/html"]
    assert _xclip("text/plain") == PLAIN.encode()


def test_x11_process_ends_when_something_else_is_copied(x_server: str) -> None:
    """Debian packages: xvfb, xclip, libx11-6."""
    clipboard.put("first", "first")
    (first,) = _holders(x_server)
    clipboard.put("second", "second")
    _until(lambda: len(_holders(x_server)) == 1)
    assert _holders(x_server) != [first]
    assert _xclip("UTF8_STRING") == b"second"
    subprocess.run(
        ["xclip", "-in", "-selection", "clipboard"],
        stdout=subprocess.DEVNULL,
        input=b"third",
        check=True,
    )
    _until(lambda: not _holders(x_server))


def test_x11_caller_is_let_go(x_server: str) -> None:
    """Debian packages: xvfb, libx11-6."""
    code = "from relcase.cli import clipboard; clipboard.put('a', 'b'); print('done')"
    done = subprocess.check_output(
        [sys.executable, "-c", code], stderr=subprocess.STDOUT, timeout=10
    )
    assert done.decode().split() == ["done"]
    (holder,) = _holders(x_server)
    assert os.readlink(f"/proc/{holder}/cwd") == "/"
    assert os.getsid(holder) != os.getsid(0)


def test_x11_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian packages: libx11-6."""
    monkeypatch.setenv("DISPLAY", ":987")
    with pytest.raises(Missing, match="the X display ':987' does not answer"):
        clipboard.put(RICH, PLAIN)


def test_wayland_gives_every_type(sway: str) -> None:
    """Debian packages: sway, wl-clipboard."""
    clipboard.put(RICH, PLAIN)
    offered = contents(RICH, PLAIN)
    assert _wl_paste("--list-types").decode().split() == NAMES
    assert {name: _wl_paste("--type", name) for name in NAMES} == offered


def test_wayland_gives_a_large_text_whole(sway: str) -> None:
    """Debian packages: sway, wl-clipboard."""
    clipboard.put(LARGE, PLAIN)
    assert _wl_paste("--type", "text/html") == contents(LARGE, "")["text/html"]


def test_wayland_process_ends_when_something_else_is_copied(sway: str) -> None:
    """Debian packages: sway, wl-clipboard."""
    clipboard.put("first", "first")
    (first,) = _holders(sway)
    clipboard.put("second", "second")
    _until(lambda: len(_holders(sway)) == 1)
    assert _holders(sway) != [first]
    assert _wl_paste("--type", "UTF8_STRING") == b"second"
    subprocess.run(["wl-copy", "third"], stdout=subprocess.DEVNULL, check=True)
    _until(lambda: not _holders(sway))


def test_wayland_process_ends_with_the_compositor(
    folder: Path, request: pytest.FixtureRequest
) -> None:
    """Debian packages: sway."""
    setting = f"XDG_RUNTIME_DIR={folder}"
    request.getfixturevalue("sway")
    clipboard.put(RICH, PLAIN)
    assert len(_holders(setting)) == 1
    for server in _processes("sway", setting):
        os.kill(server, 15)
    _until(lambda: not _holders(setting))


def test_without_data_control_x11_is_used(weston: str, x_server: str) -> None:
    """Debian packages: weston, xvfb, xclip, libx11-6."""
    clipboard.put(RICH, PLAIN)
    assert _xclip("text/html") == contents(RICH, PLAIN)["text/html"]


def test_without_data_control_or_x11(weston: str) -> None:
    """Debian packages: weston, wl-clipboard."""
    with pytest.raises(Missing) as error:
        clipboard.put(RICH, PLAIN)
    assert str(error.value).startswith(
        "There is no clipboard within reach: the Wayland compositor lets only windows"
        " set the clipboard; wl-copy cannot set the clipboard either."
    )


def _xclip(target: str) -> bytes:
    command = ["xclip", "-out", "-selection", "clipboard", "-target", target]
    return subprocess.check_output(command, stderr=subprocess.DEVNULL, timeout=20)


def _wl_paste(*options: str) -> bytes:
    return subprocess.check_output(["wl-paste", "--no-newline", *options], timeout=20)


def _holders(setting: str) -> list[int]:
    """The processes of ours that hold a clipboard in the given environment."""
    return _processes("relcase.cli.clipboard.", setting)


def _processes(part: str, setting: str) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            settings = (folder / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if part.encode() in command and setting.encode() in settings:
            found.append(int(folder.name))
    return found


@contextmanager
def _running(
    command: list[str],
    pass_fds: list[int] | None = None,
    user: int | None = None,
    environment: dict[str, str] | None = None,
) -> Iterator[None]:
    """A server, from its start to its end."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=pass_fds or [],
        user=user,
        group=user,
        extra_groups=None if user is None else [],
        env={**os.environ, **(environment or {})},
    ) as server:
        try:
            yield
        finally:
            server.terminate()


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 15
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)
