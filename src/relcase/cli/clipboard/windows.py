"""The clipboard of Windows: Unicode text and the registered format "HTML Format"."""

import ctypes
import sys
import time
from typing import Any

from relcase.cli.clipboard.unreachable import Unreachable

ATTEMPTS, PAUSE = 40, 0.05
_CF_UNICODETEXT = 13
_GMEM_MOVEABLE = 2
_HEADER = (
    "Version:0.9\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\n"
    "StartFragment:{:010}\r\nEndFragment:{:010}\r\n"
)
_BEFORE = b"<html><body>\r\n<!--StartFragment-->"
_AFTER = b"<!--EndFragment-->\r\n</body></html>"


def put(rich: str, plain: str) -> None:
    """Puts both on the clipboard."""
    api = _Api()
    window = api.open()
    try:
        api.set(api.format("HTML Format"), cf_html(rich) + b"\0")
        api.set(_CF_UNICODETEXT, unicode_text(plain))
    finally:
        api.close(window)


def cf_html(fragment: str) -> bytes:
    """A fragment as "HTML Format": a header of byte offsets, then a document."""
    start = len(_HEADER.format(0, 0, 0, 0))
    body = fragment.encode("utf-8", "replace")
    first = start + len(_BEFORE)
    last = first + len(body)
    header = _HEADER.format(start, last + len(_AFTER), first, last)
    return header.encode("ascii") + _BEFORE + body + _AFTER


def unicode_text(plain: str) -> bytes:
    """Plain text as Windows keeps it: UTF-16, lines that end in CR LF, a final zero."""
    lines = plain.replace("\r\n", "\n").replace("\n", "\r\n")
    return (lines + "\0").encode("utf-16-le", "replace")


class _Api:
    """The functions of user32 and kernel32 that the clipboard takes."""

    user: Any
    kernel: Any
    format: Any

    def __init__(self) -> None:
        if sys.platform != "win32":
            raise Unreachable("this is not Windows")
        from ctypes import wintypes as w

        user, kernel = ctypes.WinDLL("user32"), ctypes.WinDLL("kernel32")
        self.user, self.kernel = user, kernel
        self.format = user.RegisterClipboardFormatW
        self.format.argtypes, self.format.restype = [w.LPCWSTR], w.UINT
        user.CreateWindowExW.argtypes = [
            *(w.DWORD, w.LPCWSTR, w.LPCWSTR, w.DWORD),
            *[ctypes.c_int] * 4,
            *(w.HWND, w.HMENU, w.HINSTANCE, w.LPVOID),
        ]
        user.CreateWindowExW.restype = w.HWND
        user.DestroyWindow.argtypes = user.OpenClipboard.argtypes = [w.HWND]
        user.SetClipboardData.argtypes = [w.UINT, w.HANDLE]
        user.SetClipboardData.restype = w.HANDLE
        kernel.GlobalAlloc.argtypes = [w.UINT, ctypes.c_size_t]
        kernel.GlobalLock.restype = w.LPVOID
        kernel.GlobalAlloc.restype = kernel.GlobalFree.restype = w.HGLOBAL
        for takes_memory in (kernel.GlobalLock, kernel.GlobalUnlock, kernel.GlobalFree):
            takes_memory.argtypes = [w.HGLOBAL]

    def open(self) -> int | None:
        """Opens and empties the clipboard, in the name of a window never shown."""
        # Without a window as its owner, an emptied clipboard takes no data.
        window: int | None = self.user.CreateWindowExW(
            0, "STATIC", None, 0, 0, 0, 0, 0, None, None, None, None
        )
        for _ in range(ATTEMPTS):
            if self.user.OpenClipboard(window):
                self.user.EmptyClipboard()
                return window
            time.sleep(PAUSE)
        self.user.DestroyWindow(window)
        raise Unreachable("another program keeps the clipboard open")

    def set(self, form: int, data: bytes) -> None:
        """Gives the clipboard a copy of the data, which the system then owns."""
        memory = self.kernel.GlobalAlloc(_GMEM_MOVEABLE, len(data))
        place = self.kernel.GlobalLock(memory) if memory else None
        if not place:
            raise Unreachable("there is no memory left for it")
        ctypes.memmove(place, data, len(data))
        self.kernel.GlobalUnlock(memory)
        if not self.user.SetClipboardData(form, memory):
            self.kernel.GlobalFree(memory)
            raise Unreachable("Windows does not take the data")

    def close(self, window: int | None) -> None:
        """Lets other programs use the clipboard again."""
        self.user.CloseClipboard()
        self.user.DestroyWindow(window)
