"""What holds for every test: a cache of its own, no settings of this machine, no network."""

import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

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


class _LocalSocket(socket.socket):
    """A socket that reaches this machine's own programs only."""

    def __init__(self, family: int = -1, *more: Any, **named: Any) -> None:
        if family != socket.AF_UNIX:
            raise AssertionError("a test asks the network")
        super().__init__(family, *more, **named)
