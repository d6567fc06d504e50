"""Bytes of a file as text, with the place of what is no text."""

import re

from relcase.domain.problem import Problem


def decode(raw: bytes, path: str) -> tuple[str, list[Problem]]:
    """Text of a file. UTF-8 with or without a mark; other bytes are reported in place."""
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        # The error counts from after the mark.
        before = error.object[: error.start].decode()
        lines = re.split(r"\r\n|[\r\n]", before)
        line, column = len(lines), len(lines[-1]) + 1
        problem = Problem(
            path,
            line,
            column,
            "error",
            "Y05",
            f"byte 0x{error.object[error.start]:02x} is not UTF-8 text",
            "Save the file as UTF-8 (in most editors: Save as, Encoding, UTF-8).",
        )
        return raw.decode("utf-8-sig", errors="replace"), [problem]
