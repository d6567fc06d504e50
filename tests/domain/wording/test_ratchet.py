"""The rules of wording judge the labelled sentences no worse than they once did."""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))
benchmark = import_module("benchmarks.wording")
FLAGGED: str = benchmark.FLAGGED


@pytest.fixture(scope="module")
def now() -> dict[str, Any]:
    made: dict[str, Any] = benchmark.reached(benchmark.judge())
    return made


def test_the_ratchet_is_not_undercut(now: dict[str, Any]) -> None:
    """To look closer: ``python benchmarks/wording.py``."""
    assert benchmark.worse(now, json.loads(benchmark.RATCHET.read_text("utf-8"))) == []


def test_there_are_enough_sentences_right_and_wrong(now: dict[str, Any]) -> None:
    judged = benchmark.judge()
    right = [one for one in judged if not one.breaks]

    assert len(judged) >= 120
    assert 0.35 <= len(right) / len(judged) <= 0.65
    assert {f"M{number:02}" for number in range(1, 18)} <= {
        rule for one in judged for rule in one.breaks
    }


def test_a_worse_result_is_named() -> None:
    kept = {FLAGGED: 0.0, "rules": {"M02": {"precision": 1.0, "recall": 1.0}}}
    less = {FLAGGED: 0.1, "rules": {"M02": {"precision": 1.0, "recall": 0.5}}}

    assert benchmark.worse(less, kept) == [
        "right sentences flagged: 10.0%, was 0.0%",
        "M02: recall 50%, was 100%",
    ]
    assert benchmark.worse(kept, less) == []
