"""What holds for every test: a cache of its own, no settings of this machine, no network.

And what tests of many kinds ask of: relcase's own store.
"""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from relcase.api.library import Library, open_library
from relcase.api.reports import known_of
from relcase.domain.corpus import Corpus
from relcase.domain.evidence import Comparator, Source, Statistic, Verification
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


@pytest.fixture(scope="session")
def plain_statistic() -> Callable[..., Statistic]:
    """Makes a statistic with nothing odd about it; the fields in question are given."""

    def made(**fields: Any) -> Statistic:
        usual: dict[str, Any] = {
            "id": "ties",
            "headline": "People with ties were well more often.",
            "sectors": ("health",),
            "source": Source(key="aster2015"),
            "verification": Verification(level="full_text", on="2026-01-15"),
            "claim": "People with ties were well more often.",
            "claim_type": "association",
            "stance": "supports",
            "use": "lead",
            "outcome": "being well",
            "outcomes": ("wellbeing",),
            "comparator": Comparator(
                text="few ties", kind="low_v_high", geography="not_reported"
            ),
            "population": "Adults in Norway",
            "period": "2000 to 2010",
            "follow_up": "ten years",
            "design": "cohort_adjusted",
        }
        return Statistic(**(usual | fields))

    return made


class _LocalSocket(socket.socket):
    """A socket that reaches this machine's own programs only."""

    def __init__(self, family: int = -1, *more: Any, **named: Any) -> None:
        if family != socket.AF_UNIX:
            raise AssertionError("a test asks the network")
        super().__init__(family, *more, **named)
