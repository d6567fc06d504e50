"""Which files make up a store, and where relcase's own store and cache are."""

import os
import sys
from pathlib import Path
from typing import NamedTuple

from relcase.errors import Unreadable
from relcase.store.textfile import reason

BUILTIN = "relcase"


class StoreFiles(NamedTuple):
    """A store by its files: evidence in reading order, and the bibliography beside it."""

    name: str
    evidence: tuple[Path, ...]
    bibliography: Path


def builtin() -> StoreFiles:
    """relcase's own store: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "data", package.parent.parent / "data"):
        if (folder / "evidence.yaml").is_file():
            return StoreFiles(
                BUILTIN, (folder / "evidence.yaml",), folder / "references.bib"
            )
    raise Unreadable(
        package / "data" / "evidence.yaml",
        "relcase's own evidence is missing from the installation; install relcase again",
    )


def store(given: Path) -> StoreFiles:
    """The store a person names: a folder, or an ``evidence.yaml`` file.

    A folder holds ``evidence.yaml`` or ``evidence/*.yaml``; the bibliography is
    ``references.bib`` beside it. Raises ``Unreadable`` when there is nothing to read.
    """
    try:
        evidence = _evidence(given)
    except OSError as error:
        raise Unreadable(given, reason(error)) from None
    beside = given.parent if evidence == (given,) else given
    # The name BUILTIN says which store is ours; a folder may bear it too.
    name = f".{os.sep}{given}" if str(given) == BUILTIN else str(given)
    return StoreFiles(name, evidence, beside / "references.bib")


def _evidence(given: Path) -> tuple[Path, ...]:
    """The evidence files of a store, in reading order."""
    if given.is_file():
        return (given,)
    if not given.exists():
        raise Unreadable(given, "there is no such file or folder")
    single, several = given / "evidence.yaml", given / "evidence"
    if single.is_file():
        return (single,)
    files = tuple(sorted((*several.glob("*.yaml"), *several.glob("*.yml"))))
    if files:
        return files
    raise Unreadable(
        given, "it holds neither evidence.yaml nor a folder evidence/ of .yaml files"
    )


def cache_folder() -> Path:
    """Where derived files are kept; safe to delete at any time.

    ``RELCASE_CACHE_DIR``, else the system's usual place for caches.
    """
    chosen = os.environ.get("RELCASE_CACHE_DIR")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "relcase"
