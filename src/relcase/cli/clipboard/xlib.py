"""As much of libX11 as the owner of a selection needs, by ctypes."""

import ctypes
import os
import select
from collections.abc import Sequence
from ctypes import POINTER, Structure, Union, byref, c_char_p, c_int, c_long, c_void_p
from ctypes import c_ulong as c_id
from ctypes.util import find_library
from typing import Any, ClassVar

from relcase.cli.clipboard.unreachable import Unreachable

DESTROYED, PROPERTY, CLEAR, REQUEST, NOTIFY = 17, 28, 29, 30, 31
DELETED = 1
_STRUCTURE_MASK, _PROPERTY_MASK = 1 << 17, 1 << 22
_REPLACE, _APPEND = 0, 2
_LONGEST = 1 << 16


def _fields(*ids: str) -> list[tuple[str, Any]]:
    """What every event begins with, then windows, atoms and times by name."""
    head = [("type", c_int), ("serial", c_id), ("sent", c_int), ("display", c_void_p)]
    return [*head, *((name, c_id) for name in ids)]


_ASKED = ("requestor", "selection", "target", "property", "time")


class Request(Structure):
    """Somebody asks for the selection."""

    _fields_: ClassVar[Any] = _fields("owner", *_ASKED)


class _Answer(Structure):
    _fields_: ClassVar[Any] = _fields(*_ASKED)


class _Property(Structure):
    _fields_: ClassVar[Any] = [*_fields("window", "atom", "time"), ("state", c_int)]


class _Clear(Structure):
    _fields_: ClassVar[Any] = _fields("window", "selection", "time")


class _Destroyed(Structure):
    _fields_: ClassVar[Any] = _fields("event", "window")


class Event(Union):
    """Any event; ``type`` says which of the others it is."""

    _fields_: ClassVar[Any] = [
        ("type", c_int),
        ("request", Request),
        ("property", _Property),
        ("clear", _Clear),
        ("destroyed", _Destroyed),
        ("room", c_long * 24),
    ]


_OnError = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)
_FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "XOpenDisplay": (c_void_p, [c_char_p]),
    "XDefaultRootWindow": (c_id, [c_void_p]),
    "XCreateSimpleWindow": (c_id, [c_void_p, c_id, *[c_int] * 5, c_id, c_id]),
    "XSelectInput": (c_int, [c_void_p, c_id, c_long]),
    "XMaxRequestSize": (c_long, [c_void_p]),
    "XConnectionNumber": (c_int, [c_void_p]),
    "XInternAtom": (c_id, [c_void_p, c_char_p, c_int]),
    "XSetSelectionOwner": (c_int, [c_void_p, c_id, c_id, c_id]),
    "XGetSelectionOwner": (c_id, [c_void_p, c_id]),
    "XPending": (c_int, [c_void_p]),
    "XNextEvent": (c_int, [c_void_p, POINTER(Event)]),
    "XSendEvent": (c_int, [c_void_p, c_id, c_int, c_long, c_void_p]),
    "XFlush": (c_int, [c_void_p]),
    "XFree": (c_int, [c_void_p]),
    "XChangeProperty": (
        c_int,
        [c_void_p, c_id, c_id, c_id, c_int, c_int, c_void_p, c_int],
    ),
    "XGetWindowProperty": (
        c_int,
        [c_void_p, c_id, c_id, c_long, c_long, c_int, c_id, *[c_void_p] * 5],
    ),
    "XSetErrorHandler": (c_void_p, [_OnError]),
}


# A window that is gone while we answer it is no error; by default the process ends.
_IGNORE = _OnError(lambda display, event: 0)


class Display:
    """A connection to the X server, with a window that is never shown."""

    def __init__(self) -> None:
        self._x = _library()
        self._d = self._x.XOpenDisplay(None)
        if not self._d:
            shown = os.environ.get("DISPLAY", "")
            raise Unreachable(f"the X display '{shown}' does not answer")
        self._x.XSetErrorHandler(_IGNORE)
        root = self._x.XDefaultRootWindow(self._d)
        self.window: int = self._x.XCreateSimpleWindow(
            self._d, root, -1, -1, 1, 1, 0, 0, 0
        )
        # Room for the head of a request; the size itself is counted in words.
        self.longest: int = self._x.XMaxRequestSize(self._d) * 4 - 256
        self._atoms: dict[str, int] = {}

    def atom(self, name: str) -> int:
        """The number that stands for a name on this server."""
        if name not in self._atoms:
            self._atoms[name] = self._x.XInternAtom(self._d, name.encode(), 0)
        return self._atoms[name]

    def now(self) -> int:
        """The server's time, which comes with a change of nothing in a property."""
        self.watch(self.window)
        self._change(self.window, self.atom("RELCASE"), "INTEGER", [], _APPEND)
        while event := self.event(5.0):
            if event.type == PROPERTY:
                return int(event.property.time)
        raise Unreachable("the X server does not answer")

    def own(self, selection: int, time: int) -> bool:
        """Makes the window the selection's owner, if the server agrees."""
        self._x.XSetSelectionOwner(self._d, selection, self.window, time)
        return bool(self._x.XGetSelectionOwner(self._d, selection) == self.window)

    def watch(self, window: int, wanted: bool = True) -> None:
        """Asks for the events of a window: its properties and its end."""
        mask = _PROPERTY_MASK | _STRUCTURE_MASK if wanted else 0
        self._x.XSelectInput(self._d, window, mask)

    def write(
        self, window: int, name: int, kind: str, value: bytes | Sequence[int]
    ) -> None:
        """Sets a property: bytes, or numbers of 32 bits."""
        self._change(window, name, kind, value, _REPLACE)

    def _change(
        self, window: int, name: int, kind: str, value: bytes | Sequence[int], mode: int
    ) -> None:
        # Xlib takes numbers of 32 bits as long, however long that is.
        small = isinstance(value, bytes)
        bits, data = (8, value) if small else (32, (c_id * len(value))(*value))
        form = self.atom(kind)
        self._x.XChangeProperty(
            self._d, window, name, form, bits, mode, data, len(value)
        )

    def read(self, window: int, name: int) -> list[int]:
        """The numbers in a property."""
        kind, bits, count, left = c_id(), c_int(), c_id(), c_id()
        place = c_void_p()
        self._x.XGetWindowProperty(
            *(self._d, window, name, 0, _LONGEST, 0, 0),
            *map(byref, (kind, bits, count, left, place)),
        )
        if not place.value:
            return []
        numbers = ctypes.cast(place, POINTER(c_id))
        found = numbers[: count.value] if bits.value == 32 else []
        self._x.XFree(place)
        return found

    def answer(self, request: Request, name: int) -> None:
        """Tells who asked which property the answer is in; 0 is a refusal."""
        answer = _Answer(
            type=NOTIFY,
            requestor=request.requestor,
            selection=request.selection,
            target=request.target,
            property=name,
            time=request.time,
        )
        event = Event()
        ctypes.memmove(byref(event), byref(answer), ctypes.sizeof(answer))
        self._x.XSendEvent(self._d, request.requestor, 0, 0, byref(event))
        self._x.XFlush(self._d)

    def event(self, patience: float | None = None) -> Event | None:
        """The next event; none if it does not come in so many seconds."""
        if not self._x.XPending(self._d):
            connection = self._x.XConnectionNumber(self._d)
            if not select.select([connection], [], [], patience)[0]:
                return None
        event = Event()
        self._x.XNextEvent(self._d, byref(event))
        return event


def _library() -> Any:
    for name in ("libX11.so.6", find_library("X11")):
        try:
            library = ctypes.CDLL(name) if name else None
        except OSError:
            continue
        if library:
            break
    else:
        raise Unreachable("the library libX11 is not installed")
    for function, (result, takes) in _FUNCTIONS.items():
        known = getattr(library, function)
        known.restype, known.argtypes = result, takes
    return library
