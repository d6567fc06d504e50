"""Words that no file of the project may hold: names of other places and papers."""

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FORBIDDEN = (
    "shared" + "/",
    "dos" + "sier",
    "/wo" + "rk/",
    "/ro" + "ot/",
    "pypi" + ".org",
    "house" + "-style",
    "evidence" + "-model",
    "product" + ".md",
    "record" + ".md",
    "peers" + ".md",
)
SKIPPED = {"dist", "build", "__pycache__", "node_modules"}
SHOWN = {".ci", ".github"}


def _files() -> Iterator[Path]:
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name in SHOWN or not (name.startswith(".") or name in SKIPPED)
        ]
        yield from (Path(folder, name) for name in names)


def test_no_file_names_what_is_not_part_of_the_project() -> None:
    found = []
    for path in _files():
        text = path.read_bytes().decode("utf-8", "replace").lower()
        found += [(str(path), word) for word in FORBIDDEN if word in text]
    assert found == []
