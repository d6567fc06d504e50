"""What the clipboard is given, and by which means, as far as no clipboard is needed."""

import ctypes
import os
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, repeat
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from relcase.cli import clipboard
from relcase.cli.clipboard import background, macos, wayland, windows, wire, wl_copy
from relcase.cli.clipboard.unreachable import Unreachable
from relcase.errors import Missing

RICH = '<p><em>Éva</em> – <a href="https://example.org">χάρις</a> 🌱</p>'
PLAIN = 'Éva – "χάρις" 🌱\nC:\\notes\n'
_BOTH = {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="Wayland")


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("darwin", {"DISPLAY": ":0"}, ("macos",)),
        ("win32", {}, ("windows",)),
        ("linux", {}, ()),
        ("linux", {"DISPLAY": ":0"}, ("x11",)),
        ("linux", {"WAYLAND_DISPLAY": "w"}, ("wayland", "wl_copy")),
        ("linux", _BOTH, ("wayland", "x11", "wl_copy")),
    ],
)
def test_order_of_means(
    platform: str, environment: dict[str, str], expected: tuple[str, ...]
) -> None:
    assert clipboard.means(platform, environment) == expected


@ON_POSIX
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has a clipboard")
def test_without_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(Missing) as error:
        clipboard.put(RICH, PLAIN)
    assert str(error.value) == (
        "There is no clipboard within reach: this terminal runs outside any desktop."
        " Write to a file with --out, or run relcase in a graphical session."
    )


def test_every_reason_is_given() -> None:
    error = clipboard.missing(["one", "two"], {"WSL_DISTRO_NAME": "Debian"})
    assert str(error) == (
        "There is no clipboard within reach: one; two. Write to a file with --out, or"
        " run relcase in Windows itself, whose clipboard cannot be set from WSL."
    )


def test_the_package_imports_nothing_heavy() -> None:
    code = (
        "import relcase.cli, sys; before = set(sys.modules);"
        "import relcase.cli.clipboard; print(*sorted(set(sys.modules) - before))"
    )
    new = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert new == "relcase.cli.clipboard relcase.cli.clipboard.unreachable\n"


def test_html_names_its_charset() -> None:
    assert background.contents("<b>é</b>", "é") == {
        "text/html": b'<meta http-equiv="content-type" content="text/html; charset='
        b'utf-8"><b>\xc3\xa9</b>',
        "text/plain;charset=utf-8": b"\xc3\xa9",
        "UTF8_STRING": b"\xc3\xa9",
        "text/plain": b"\xc3\xa9",
    }


def test_a_process_that_fails_is_a_reason() -> None:
    with pytest.raises(Unreachable, match="the process that would hold it has failed"):
        background.start("relcase.no_such_module", RICH, PLAIN)


@pytest.mark.parametrize("fragment", ["", "plain", RICH, "é" * 100_000])
def test_cf_html_offsets_count_bytes(fragment: str) -> None:
    data = windows.cf_html(fragment)
    start, end, first, last = (int(x.split(b":")[1]) for x in data.split()[1:5])
    assert data[first:last].decode() == fragment
    assert (data[start : start + 12], end) == (b"<html><body>", len(data))


def test_cf_html_whole() -> None:
    assert windows.cf_html("<i>é</i>") == (
        b"Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000182\r\n"
        b"StartFragment:0000000139\r\nEndFragment:0000000148\r\n"
        b"<html><body>\r\n<!--StartFragment--><i>\xc3\xa9</i><!--EndFragment-->\r\n"
        b"</body></html>"
    )


def test_windows_text() -> None:
    assert windows.unicode_text("a\né\r\n").decode("utf-16-le") == "a\r\né\r\n\0"


def _fake_windows(clipboard: dict[int, bytes], answers: Iterator[bool]) -> object:
    """The functions of user32 and kernel32 in one."""
    memory: dict[int, ctypes.Array[ctypes.c_char]] = {}

    def allocate(flags: int, size: int) -> int:
        buffer = ctypes.create_string_buffer(size)
        memory[ctypes.addressof(buffer)] = buffer
        return ctypes.addressof(buffer)

    def take(form: int, place: int) -> int:
        clipboard[form] = memory[place].raw
        return place

    return SimpleNamespace(
        RegisterClipboardFormatW=lambda name: 49_000,
        CreateWindowExW=lambda *_: 7,
        DestroyWindow=lambda window: clipboard.update({window: b"destroyed"}),
        OpenClipboard=lambda window: next(answers),
        EmptyClipboard=clipboard.clear,
        CloseClipboard=lambda: clipboard.update({0: b"closed"}),
        SetClipboardData=take,
        GlobalAlloc=allocate,
        GlobalLock=lambda place: place,
        GlobalUnlock=lambda place: 0,
        GlobalFree=lambda place: 0,
    )


def test_windows_is_given_both(monkeypatch: pytest.MonkeyPatch) -> None:
    clipboard: dict[int, bytes] = {}
    fake = _fake_windows(clipboard, chain([False, False, True], repeat(False)))
    monkeypatch.setattr(windows, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(windows, "PAUSE", 0)
    monkeypatch.setattr(ctypes, "WinDLL", lambda name: fake, raising=False)
    windows.put(RICH, PLAIN)
    assert clipboard == {
        49_000: windows.cf_html(RICH) + b"\0",
        13: windows.unicode_text(PLAIN),
        0: b"closed",
        7: b"destroyed",
    }
    with pytest.raises(Unreachable, match="another program keeps the clipboard open"):
        windows.put(RICH, PLAIN)


def test_applescript() -> None:
    script = macos.script("<i>é</i>", 'a "b" \\ c\nd')
    head, digits = script.split("«data HTML")
    assert (
        head
        == 'set the clipboard to {Unicode text:"a \\"b\\" \\\\ c\\nd", «class HTML»:'
    )
    assert digits.endswith("»}\n")
    assert bytes.fromhex(digits[:-3]).decode() == (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
        "</head><body><i>é</i></body></html>"
    )


@ON_POSIX
def test_osascript_is_given_the_script(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(programs / "osascript", f"cat > {programs}/given")
    macos.put(RICH, PLAIN)
    assert (programs / "given").read_text("utf-8") == macos.script(RICH, PLAIN)
    _program(programs / "osascript", "echo 'No user is logged in.' >&2; exit 1")
    with pytest.raises(Unreachable, match="osascript says 'No user is logged in'"):
        macos.put(RICH, PLAIN)


@ON_POSIX
def test_wl_copy_says_that_it_is_plain(
    programs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Unreachable, match=r"wl-copy .* is not installed"):
        wl_copy.put(RICH, PLAIN)
    _program(programs / "wl-copy", f"cat > {programs}/given")
    wl_copy.put(RICH, PLAIN)
    assert (programs / "given").read_text("utf-8") == PLAIN
    assert capsys.readouterr() == (
        "",
        "Only plain text is on the clipboard: this desktop lets no command offer more.\n",
    )


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only directory that programs are found in."""
    (tmp_path / "cat").symlink_to("/bin/cat")
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def _program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


@ON_POSIX
def test_address_of_the_compositor() -> None:
    named = {"WAYLAND_DISPLAY": "w-0", "XDG_RUNTIME_DIR": "/run/user/1"}
    assert wire.address(named) == Path("/run/user/1/w-0")
    assert wire.address({**named, "WAYLAND_DISPLAY": "/w"}) == Path("/w")
    with pytest.raises(Unreachable, match="XDG_RUNTIME_DIR is not set"):
        wire.address({"WAYLAND_DISPLAY": "w-0", "XDG_RUNTIME_DIR": ""})


class _FakeCompositor(Thread):
    """A compositor of one client, which pastes as soon as something is copied."""

    def __init__(self, path: Path, interfaces: list[str]) -> None:
        super().__init__(daemon=True)
        self.interfaces, self.offered = interfaces, list[str]()
        self.pasted, self.sink = os.pipe()
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(path))
        self.listener.listen()
        self.start()

    def run(self) -> None:
        with self.listener:
            self.client, _ = self.listener.accept()
        with self.client, suppress(ConnectionError):
            for target, code, body in self._requests():
                self._answer(target, code, body)

    def _requests(self) -> Iterator[tuple[int, int, bytes]]:
        with self.client.makefile("rb") as stream:
            while head := stream.read(8):
                target, code, size = struct.unpack("=IHH", head)
                yield target, code, stream.read(size - 8)

    def _answer(self, target: int, code: int, body: bytes) -> None:
        # The client numbers registry 2, sync 3, seat 4, manager 5, source 6, device 7.
        if (target, code) == (1, 1):
            for name, interface in enumerate(self.interfaces, 20):
                self._event(
                    2, 0, struct.pack("=I", name) + _string(interface) + b"\1\0\0\0"
                )
        elif (target, code) == (1, 0):
            self._event(struct.unpack("=I", body)[0], 0, b"\0" * 4)
        elif (target, code) == (6, 0):
            self.offered.append(wire.text(body))
        elif (target, code) == (7, 0):
            paste = struct.pack("=IHH", 6, 0, 24) + _string("text/html")
            socket.send_fds(self.client, [paste[:5]], [self.sink])
            os.close(self.sink)
            self.client.sendall(paste[5:])
            self._event(7, 1, struct.pack("=I", 0xFF000001))
        elif (target, code) == (0xFF000001, 1):
            self._event(6, 1, b"")

    def _event(self, sender: int, code: int, body: bytes) -> None:
        self.client.sendall(struct.pack("=IHH", sender, code, len(body) + 8) + body)


def _string(value: str) -> bytes:
    data = value.encode() + b"\0"
    return struct.pack("=I", len(data)) + data.ljust(-(-len(data) // 4) * 4, b"\0")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the compositor is said to be."""
    monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "w"))
    return tmp_path / "w"


@ON_POSIX
@pytest.mark.parametrize("prefix", ["ext", "zwlr"])
def test_wayland(prefix: str, path: Path) -> None:
    interfaces = ["wl_compositor", "wl_seat", f"{prefix}_data_control_manager_v1"]
    fake, contents = _FakeCompositor(path, interfaces), background.contents(RICH, PLAIN)
    wayland.hold(contents)()
    fake.join()
    with open(fake.pasted, "rb") as pasted:
        assert pasted.read() == contents["text/html"]
    assert fake.offered == list(contents)


@ON_POSIX
def test_wayland_for_windows_only(path: Path) -> None:
    with pytest.raises(Unreachable, match="no Wayland compositor answers at"):
        wayland.hold({})
    fake = _FakeCompositor(path, ["wl_seat"])
    with pytest.raises(Unreachable, match="lets only windows set the clipboard"):
        wayland.hold({})
    fake.join()
