"""The protocol of Wayland on its socket: requests out, events and files in."""

import socket
import struct
from collections import deque
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import NamedTuple

from relcase.cli.clipboard.unreachable import Unreachable

DISPLAY = 1
_SYNC, _GET_REGISTRY, _BIND = 0, 1, 0
_ERROR, _GLOBAL, _DONE = 0, 0, 0
_MOST_FILES = 28


class Event(NamedTuple):
    """What the compositor says of an object, with the arguments undecoded."""

    sender: int
    code: int
    body: bytes


class Connection:
    """A client of the compositor that the environment names."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        path = address(environment)
        self._socket = socket.socket(socket.AF_UNIX)
        try:
            self._socket.connect(str(path))
        except OSError:
            self.close()
            raise Unreachable(f"no Wayland compositor answers at {path}") from None
        self._ids = count(DISPLAY + 1)
        self._unread = b""
        self._files: deque[int] = deque()
        self._registry = 0

    def close(self) -> None:
        """Ends the connection."""
        self._socket.close()

    def new_id(self) -> int:
        """The number of an object that the next request makes."""
        return next(self._ids)

    def request(self, target: int, code: int, *arguments: int | str) -> None:
        """Sends a request; a string goes with its length, a final zero and padding."""
        body = b"".join(map(_packed, arguments))
        head = struct.pack("=II", target, (len(body) + 8) << 16 | code)
        try:
            self._socket.sendall(head + body)
        except ConnectionError:
            return  # the end, and perhaps the reason, come with the events

    def events(self) -> Iterator[Event]:
        """Events as they come, until the compositor ends the connection."""
        while True:
            while len(self._unread) < 8 or len(self._unread) < self._size():
                if not self._receive():
                    return
            sender, code = struct.unpack_from("=IH", self._unread)
            size = self._size()
            body, self._unread = self._unread[8:size], self._unread[size:]
            yield Event(sender, code, body)

    def file(self) -> int:
        """The next file that came with an event."""
        return self._files.popleft()

    def offered(self) -> dict[str, int]:
        """The interfaces of the compositor, each with the number to bind it by."""
        self._registry = self.new_id()
        self.request(DISPLAY, _GET_REGISTRY, self._registry)
        found: dict[str, int] = {}
        for event in self.settle():
            if (event.sender, event.code) == (self._registry, _GLOBAL):
                (name,) = struct.unpack_from("=I", event.body)
                found.setdefault(text(event.body[4:]), name)
        return found

    def bind(self, name: int, interface: str) -> int:
        """Takes an interface in its first version, as a new object."""
        made = self.new_id()
        self.request(self._registry, _BIND, name, interface, 1, made)
        return made

    def settle(self) -> list[Event]:
        """Waits until all requests are carried out; the other events meanwhile."""
        callback = self.new_id()
        self.request(DISPLAY, _SYNC, callback)
        meanwhile: list[Event] = []
        for event in self.events():
            if (event.sender, event.code) == (callback, _DONE):
                return meanwhile
            if (event.sender, event.code) == (DISPLAY, _ERROR):
                why = text(event.body[8:])
                raise Unreachable(f"the Wayland compositor refuses ({why})")
            meanwhile.append(event)
        raise Unreachable("the Wayland compositor has ended the connection")

    def _size(self) -> int:
        (size,) = struct.unpack_from("=H", self._unread, 6)
        # A size below that of the head would be read for ever.
        return max(int(size), 8)

    def _receive(self) -> bool:
        try:
            data, files, _, _ = socket.recv_fds(self._socket, 1 << 16, _MOST_FILES)
        except ConnectionError:
            return False
        self._files += files
        self._unread += data
        return bool(data)


def address(environment: Mapping[str, str]) -> Path:
    """Where the compositor's socket is."""
    name, folder = environment["WAYLAND_DISPLAY"], environment.get("XDG_RUNTIME_DIR")
    if not folder and not Path(name).is_absolute():
        raise Unreachable("XDG_RUNTIME_DIR is not set")
    return Path(folder or "", name)


def text(body: bytes) -> str:
    """The string that a body begins with."""
    (length,) = struct.unpack_from("=I", body)
    return body[4 : 4 + length].rstrip(b"\0").decode("utf-8", "replace")


def _packed(argument: int | str) -> bytes:
    if isinstance(argument, int):
        return struct.pack("=I", argument)
    data = argument.encode() + b"\0"
    return struct.pack("=I", len(data)) + data + b"\0" * (-len(data) % 4)
