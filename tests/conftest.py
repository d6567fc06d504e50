"""What holds for every test: a cache of its own, no settings of this machine, no network.

And what tests of many kinds ask of: relcase's own store.
"""

import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from relcase.api.library import Library, open_library
from relcase.api.reports import known_of
from relcase.domain.corpus import Corpus
from relcase.domain.evidence import Statistic
from relcase.domain.report import Known
from relcase.store import load, locate

settings.register_profile("relcase", deadline=None, database=None, derandomize=True)
settings.load_profile("relcase")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all tests that do not choose their own keep what is derived."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("empty")


@pytest.fixture(autouse=True)
def nothing_of_this_machine(
    monkeypatch: pytest.MonkeyPatch, cache: Path, empty_folder: Path
) -> None:
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(cache))
    monkeypatch.delenv("RELCASE_STORE", raising=False)
    monkeypatch.delenv("RELCASE_STYLE", raising=False)
    monkeypatch.chdir(empty_folder)
    monkeypatch.setattr(socket, "socket", _LocalSocket)


@pytest.fixture(scope="session")
def library(cache: Path) -> Library:
    """Our own store, open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RELCASE_CACHE_DIR", str(cache))
        return open_library()


@pytest.fixture(scope="session")
def known(library: Library) -> Known:
    """What reports are checked by."""
    return known_of(library)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Our own store as its files hold it."""
    return load.corpus([load.load_store(locate.builtin())])


@pytest.fixture(scope="session")
def statistics(corpus: Corpus) -> dict[str, Statistic]:
    """Our own statistics, by id."""
    return {statistic.id: statistic for _, statistic in corpus.statistics}


class _LocalSocket(socket.socket):
    """A socket that reaches this machine's own programs only."""

    def __init__(self, family: int = -1, *more: Any, **named: Any) -> None:
        if family != socket.AF_UNIX:
            raise AssertionError("a test asks the network")
        super().__init__(family, *more, **named)
