"""The clipboard of X11: a process that owns the selection CLIPBOARD.

No common tool offers two forms at once; hence this one. See the conventions of X
clients (ICCCM), sections 2.1 to 2.7.
"""

from collections.abc import Callable
from typing import NamedTuple

from relcase.cli.clipboard import background, xlib
from relcase.cli.clipboard.unreachable import Unreachable

PATIENCE = 5.0
_MULTIPLE, _TARGETS, _TIMESTAMP = "MULTIPLE", "TARGETS", "TIMESTAMP"


def put(rich: str, plain: str) -> None:
    """Puts both on the clipboard; a process stays behind to hand them out."""
    background.start("relcase.cli.clipboard.x11", rich, plain)


def hold(contents: background.Contents) -> Callable[[], None]:
    """Owns the selection; gives back what serves it."""
    return _Owner(contents).serve


class _Transfer(NamedTuple):
    """What is still to be handed over, a piece at a time."""

    target: str
    rest: bytes


class _Owner:
    """The owner of the selection, and all transfers under way."""

    def __init__(self, contents: background.Contents) -> None:
        self.display = display = xlib.Display()
        text = contents["UTF8_STRING"].decode("utf-8")
        self.contents = {**contents, "STRING": text.encode("latin-1", "replace")}
        targets = [_TARGETS, _TIMESTAMP, _MULTIPLE, *self.contents]
        self.targets = {display.atom(name): name for name in targets}
        self.transfers: dict[tuple[int, int], _Transfer] = {}
        self.selection = display.atom("CLIPBOARD")
        self.since = display.now()
        self.owned = display.own(self.selection, self.since)
        if not self.owned:
            raise Unreachable("another program keeps the X selection")

    def serve(self) -> None:
        """Answers until the selection is another's and every transfer is over."""
        while self.owned or self.transfers:
            event = self.display.event(None if self.owned else PATIENCE)
            if event is None:
                return
            self._handle(event)

    def _handle(self, event: xlib.Event) -> None:
        if event.type == xlib.REQUEST:
            self._answer(event.request)
        elif event.type == xlib.PROPERTY and event.property.state == xlib.DELETED:
            self._continue(event.property.window, event.property.atom)
        elif event.type == xlib.DESTROYED:
            self._forget(event.destroyed.window)
        elif event.type == xlib.CLEAR:
            self.owned = self.owned and event.clear.selection != self.selection

    def _answer(self, request: xlib.Request) -> None:
        # Clients from before the conventions name no property.
        place = request.property or request.target
        known = request.selection == self.selection
        done = known and self._convert(request.requestor, request.target, place)
        self.display.answer(request, place if done else 0)

    def _convert(self, window: int, target: int, place: int) -> bool:
        name = self.targets.get(target)
        if name is None:
            return False
        if name == _TARGETS:
            self.display.write(window, place, "ATOM", list(self.targets))
        elif name == _TIMESTAMP:
            self.display.write(window, place, "INTEGER", [self.since])
        elif name == _MULTIPLE:
            self._convert_each(window, place)
        else:
            self._deliver(window, place, name)
        return True

    def _convert_each(self, window: int, place: int) -> None:
        """Several targets in one request: pairs of target and property."""
        asked = self.display.read(window, place)
        done = []
        for target, into in zip(asked[::2], asked[1::2], strict=False):
            nested = self.targets.get(target) == _MULTIPLE
            fine = into and not nested and self._convert(window, target, into)
            done += [target if fine else 0, into]
        self.display.write(window, place, "ATOM_PAIR", done)

    def _deliver(self, window: int, place: int, name: str) -> None:
        data = self.contents[name]
        if len(data) <= self.display.longest:
            self.display.write(window, place, name, data)
            return
        self.transfers[window, place] = _Transfer(name, data)
        self.display.watch(window)
        self.display.write(window, place, "INCR", [len(data)])

    def _continue(self, window: int, place: int) -> None:
        """The last piece was taken: the next one, and an empty one at the end."""
        transfer = self.transfers.pop((window, place), None)
        if transfer is None:
            return
        piece = transfer.rest[: self.display.longest]
        self.display.write(window, place, transfer.target, piece)
        if piece:
            rest = transfer.rest[len(piece) :]
            self.transfers[window, place] = _Transfer(transfer.target, rest)
        elif all(other != window for other, _ in self.transfers):
            self.display.watch(window, False)

    def _forget(self, window: int) -> None:
        for key in [key for key in self.transfers if key[0] == window]:
            del self.transfers[key]


if __name__ == "__main__":
    background.stay(hold)
