"""The citation keys that the bibliographies beside a report have."""

import re
from pathlib import Path

_KEY = re.compile(rb"@[A-Za-z]+\s*[{(]\s*([^\s,{}()\"]+)\s*,")
_LARGEST = 64 * 1024 * 1024
"""Bytes above which a bibliography is not looked into."""


def beside(path: Path) -> frozenset[str]:
    """The keys of every ``.bib`` file in the folder of a report.

    A file that cannot be read has none: whether it is in order is not asked here.
    """
    found: set[str] = set()
    try:
        for one in sorted(path.parent.glob("*.bib")):
            if one.is_file() and one.stat().st_size <= _LARGEST:
                found.update(
                    key.decode("utf-8", "replace")
                    for key in _KEY.findall(one.read_bytes())
                )
    except OSError:
        pass
    return frozenset(found)
