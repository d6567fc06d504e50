"""The clipboard of Wayland, by the protocol for clipboard managers (data control)."""

import os
import struct
from collections.abc import Callable, Iterable
from itertools import chain
from threading import Thread

from relcase.cli.clipboard import background
from relcase.cli.clipboard.unreachable import Unreachable
from relcase.cli.clipboard.wire import DISPLAY, Connection, Event, text

PATIENCE = 10.0
# The second was there first; the requests and events used here have the same numbers.
_MANAGERS = ("ext_data_control_manager_v1", "zwlr_data_control_manager_v1")
_SEAT = "wl_seat"
_CREATE_SOURCE, _GET_DEVICE = 0, 1  # requests to a manager
_OFFER = 0  # request to a source
_SET_SELECTION = 0  # request to a device
_DESTROY_OFFER = 1  # request to an offer
_SEND, _CANCELLED = 0, 1  # events of a source
_SELECTION, _FINISHED, _PRIMARY = 1, 2, 3  # events of a device
_ERROR = 0  # event of the display


def put(rich: str, plain: str) -> None:
    """Puts both on the clipboard; a process stays behind to hand them out."""
    background.start("relcase.cli.clipboard.wayland", rich, plain)


def hold(contents: background.Contents) -> Callable[[], None]:
    """Sets the selection; gives back what serves it."""
    wire = Connection(os.environ)
    try:
        return _Source(wire, contents).serve
    except Unreachable:
        wire.close()
        raise


class _Source:
    """The source of the selection."""

    def __init__(self, wire: Connection, contents: background.Contents) -> None:
        self.wire, self.contents = wire, contents
        offered = wire.offered()
        manager = next((name for name in _MANAGERS if name in offered), None)
        if manager is None or _SEAT not in offered:
            raise Unreachable(
                "the Wayland compositor lets only windows set the clipboard"
            )
        seat = wire.bind(offered[_SEAT], _SEAT)
        control = wire.bind(offered[manager], manager)
        self.source, self.device = wire.new_id(), wire.new_id()
        wire.request(control, _CREATE_SOURCE, self.source)
        for name in contents:
            wire.request(self.source, _OFFER, name)
        wire.request(control, _GET_DEVICE, self.device, seat)
        wire.request(self.device, _SET_SELECTION, self.source)
        self.early = wire.settle()

    def serve(self) -> None:
        """Hands out the contents until something else is copied."""
        senders: list[Thread] = []
        for event in self._events():
            if (event.sender, event.code) == (self.source, _SEND):
                data = self.contents.get(text(event.body), b"")
                # In a thread, because a reader may be slow, or never read at all.
                sender = Thread(target=_send, args=(self.wire.file(), data))
                sender.daemon = True
                sender.start()
                senders = [*filter(Thread.is_alive, senders), sender]
            elif event.sender == self.device:
                self._dismiss(event)
        for sender in senders:
            sender.join(PATIENCE)
        self.wire.close()

    def _events(self) -> Iterable[Event]:
        """The events up to the one that ends it all."""
        ends = {
            (self.source, _CANCELLED),
            (self.device, _FINISHED),
            (DISPLAY, _ERROR),
        }
        for event in chain(self.early, self.wire.events()):
            if (event.sender, event.code) in ends:
                return
            yield event

    def _dismiss(self, event: Event) -> None:
        """Gives back an offer of the selection, which would otherwise be kept for us."""
        if event.code in (_SELECTION, _PRIMARY):
            (offer,) = struct.unpack("=I", event.body)
            if offer:
                self.wire.request(offer, _DESTROY_OFFER)


def _send(file: int, data: bytes) -> None:
    os.set_blocking(file, True)
    try:
        with open(file, "wb") as pipe:
            pipe.write(data)
    except OSError:
        return  # the reader has had enough


if __name__ == "__main__":
    background.stay(hold)
