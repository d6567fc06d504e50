"""Our own statistics, by id, for sentences about them."""

import pytest

from relcase.domain.evidence import Statistic
from relcase.store import load, locate


@pytest.fixture(scope="session")
def statistics() -> dict[str, Statistic]:
    corpus = load.corpus([load.load_store(locate.builtin())])
    return {statistic.id: statistic for _, statistic in corpus.statistics}
