"""The check judges the labelled passages no worse than it once did."""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))
benchmark = import_module("benchmarks.reports")


@pytest.fixture(scope="module")
def judged() -> list[Any]:
    made: list[Any] = benchmark.judge_all()
    return made


def test_the_ratchet_is_not_undercut(judged: list[Any]) -> None:
    """To look closer: ``python benchmarks/reports.py``."""
    kept = json.loads(benchmark.RATCHET.read_text("utf-8"))
    assert benchmark.worse(benchmark.reached(judged), kept) == []


def test_what_the_check_is_for_is_reached(judged: list[Any]) -> None:
    scores = benchmark.scores(judged)
    assert len(judged) >= 60
    assert scores["misworded"].recall >= 0.95
    assert scores["differs"].recall >= 0.9
    assert benchmark.false_alarms(judged) <= 0.02
