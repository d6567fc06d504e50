"""Whatever is typed, a command ends with 0, 1, 2 or 3, and never with a traceback."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relcase.cli import COMMANDS

Run = Callable[..., Any]

WORDS = st.one_of(
    st.text(st.characters(exclude_characters="\0"), max_size=8),
    st.sampled_from(
        [
            *(
                "health",
                "ties-survival",
                "aster2015",
                "small",
                ".",
                "-",
                "--",
                "kindness",
            ),
            *("small/evidence.yaml", "small/references.bib", "", "json", "html", "csv"),
            *(
                "check",
                "rules",
                "I01",
                "NO",
                "2010",
                "0",
                "-1",
                "999999999999999999999",
            ),
            *('"', "*", "a AND b", "NEAR(", "caf\udce9", "x.csl", "relevance", "@{x}"),
        ]
    ),
)
OPTIONS = st.sampled_from(
    [
        *(
            "--sector",
            "--outcome",
            "--stance",
            "--certainty",
            "--verified",
            "--country",
        ),
        *("--source", "--since", "--limit", "--sort", "--all", "--format", "-f", "-n"),
        *("--lang", "--no-refs", "--page", "--narrative", "--bib", "--kind"),
        *(
            "--no-cache",
            "--max-file-size",
            "--outcomes",
            "--json",
            "--strict",
            "--help",
        ),
    ]
)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_arguments_make_a_traceback(run: Run, desk: Path, command: str) -> None:
    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.one_of(WORDS, OPTIONS), max_size=5))
    def holds(args: list[str]) -> None:
        where = (
            []
            if command in ("styles", "store")
            else ["--store", "small", "--no-builtin"]
        )
        if command not in ("config", "sectors", "store"):
            where += ["--style", "apa"] if command != "styles" else []
        done = run(command, *where, *args)
        assert done.status in (0, 1, 2, 3)
        assert done.stdout or done.stderr or done.status == 0

    holds()


@pytest.mark.parametrize("option", ["--style", "--store", "-o", "--bib"])
def test_no_name_of_a_file_makes_a_traceback(run: Run, desk: Path, option: str) -> None:
    command = {"--bib": "refs"}.get(option, "stats")
    for name in (
        "",
        " ",
        "..",
        "/",
        "~",
        "a" * 5000,
        "caf\udce9.md",
        "\n.md",
        "small/x/y.md",
    ):
        done = run(command, "--no-builtin", option, name)
        assert done.status in (0, 1, 2, 3)
