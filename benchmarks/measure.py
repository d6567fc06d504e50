"""Timing whole processes: in turns on one machine, so that only the ratio counts."""

import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

Prepare = Callable[[], object]


class Command(NamedTuple):
    """A process to start, and what to do before each start, which is not timed."""

    arguments: Sequence[str]
    environment: Mapping[str, str]
    folder: Path
    prepare: Prepare | None = None


class Outcome(NamedTuple):
    """One line of the table; ``met`` is empty for what is shown without a budget."""

    work: str
    budget: str
    measured: str
    met: bool | None


def seconds(command: Command) -> float:
    """How long one process takes, from its start to its end."""
    if command.prepare:
        command.prepare()
    begin = time.perf_counter()
    done = subprocess.run(
        command.arguments,
        env=command.environment,
        cwd=command.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    took = time.perf_counter() - begin
    _require_success(done, command)
    return took


def output(command: Command) -> str:
    """What one process prints; not timed, but it warms the caches."""
    if command.prepare:
        command.prepare()
    done = subprocess.run(
        command.arguments,
        env=command.environment,
        cwd=command.folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    _require_success(done, command)
    return done.stdout.decode()


def medians(commands: Sequence[Command], rounds: int) -> list[float]:
    """The median time of each command, all of them run once in every round.

    Every other round runs backwards: what one command leaves behind in the machine
    helps or hurts both neighbours alike.
    """
    for command in commands:
        output(command)
    times: list[list[float]] = [[] for _ in commands]
    for number in range(rounds):
        turn = list(enumerate(commands))
        for place, command in reversed(turn) if number % 2 else turn:
            times[place].append(seconds(command))
        progress(f"round {number + 1} of {rounds}")
    progress("")
    return [median(one) for one in times]


def progress(words: str) -> None:
    """What is going on, on one line of a terminal; nothing elsewhere."""
    if sys.stderr.isatty():
        print(f"\r{words:<70}", end="\r" if not words else "", file=sys.stderr)


def milliseconds(time_taken: float) -> str:
    """A time as it is printed."""
    return f"{time_taken * 1000:.1f} ms" if time_taken < 1 else f"{time_taken:.2f} s"


def ratio(
    work: str, allowed: float, ours: float, theirs: float, against: str
) -> Outcome:
    """A time beside the time it is measured against."""
    found = ours / theirs
    measured = f"{found:.2f} ({milliseconds(ours)} against {milliseconds(theirs)})"
    return Outcome(work, f"{allowed} × {against}", measured, found <= allowed)


def _require_success(
    done: subprocess.CompletedProcess[bytes], command: Command
) -> None:
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise SystemExit(f"{' '.join(command.arguments)}\nfailed: {said}")
