"""Listings in every format: whole outputs, and the contracts that scripts rely on."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from relcase import __version__

Run = Callable[..., Any]
Snapshot = Callable[[str, str], None]
TEXTS = {
    "markdown": "md",
    "plain": "txt",
    "slide": "slides.md",
    "html": "html",
    "latex": "tex",
}


@pytest.mark.parametrize("form", TEXTS)
def test_statistics(small: Run, snapshot: Snapshot, form: str) -> None:
    done = small("stats", "-f", form)
    assert (done.status, done.stderr) == (0, "")
    snapshot(f"stats.{TEXTS[form]}", done.stdout)


@pytest.mark.parametrize("form", ["markdown", "slide"])
@pytest.mark.parametrize(
    "command", ["stories", "quotes", "definitions", "barriers", "actions"]
)
def test_other_kinds(small: Run, snapshot: Snapshot, command: str, form: str) -> None:
    done = small(command, "-f", form)
    assert (done.status, done.stderr) == (0, "")
    snapshot(f"{command}.{TEXTS[form]}", done.stdout)


@pytest.mark.parametrize("style", ["vancouver", "nature", "chicago-notes"])
@pytest.mark.parametrize("form", ["markdown", "html", "latex", "plain"])
def test_statistics_in_numbers_and_notes(
    small: Run, snapshot: Snapshot, style: str, form: str
) -> None:
    done = small("stats", "-f", form, "--style", style)
    snapshot(f"stats-{style}.{TEXTS[form]}", done.stdout)


def test_what_is_no_longer_used_says_so(small: Run) -> None:
    done = small("stats", "--all", "--no-refs", "-f", "plain", "old-survival")
    assert done.stdout == (
        "Superseded: An older count of ties and survival. An older count of the same"
        " cohort found the same (Áster and Birch, 2015). Superseded by the ten-year"
        " follow-up. Certainty: low.\n"
    )


@pytest.mark.parametrize(
    "ids",
    [
        ("befriending-trials", "ties-survival", "lonely-pupils"),
        ("lonely-pupils", "kindness-first", "ties-survival"),
    ],
)
def test_ids_are_listed_in_the_order_they_are_typed(
    small: Run, ids: tuple[str, ...]
) -> None:
    def listed(*asked: str) -> list[str]:
        found = json.loads(small("stats", *asked, "-f", "json").stdout)["entries"]
        return [one["id"] for one in found]

    assert listed(*ids) == list(ids)
    assert listed(*ids, "--sort", "id") == sorted(ids)
    assert listed(*ids, "--stance", "supports") == [
        one for one in ids if one == "ties-survival"
    ]


@pytest.mark.parametrize("form", ["markdown", "plain", "html", "latex"])
def test_without_references(small: Run, form: str) -> None:
    full = small("stats", "-f", form).stdout
    short = small("stats", "-f", form, "--no-refs").stdout
    assert full.startswith(short.rstrip("\n"))
    assert "References" in full
    assert "References" not in short


def test_slides_without_references(small: Run) -> None:
    assert small("stats", "-f", "slide", "--no-refs").stdout.count("\n---\n") == 2
    assert small("stats", "-f", "slide").stdout.count("\n---\n") == 3


def test_json_is_an_envelope(small: Run) -> None:
    done = small("stats", "--sector", "nhs", "--since", "2000", "-f", "json")
    found = json.loads(done.stdout)
    assert list(found) == ["relcase", "query", "balance", "entries", "references"]
    assert found["relcase"]["version"] == __version__
    assert list(found["relcase"]) == ["version", "store_hash"]
    assert found["query"] == {
        "kinds": ["statistic"],
        "sectors": ["health"],
        "since": 2000,
        "sort": "use",
    }
    assert [one["id"] for one in found["entries"]] == [
        "ties-survival",
        "befriending-trials",
    ]
    assert [one["id"] for one in found["references"]] == ["aster2015", "dogwood2008"]


def test_json_has_the_fields_of_the_record(small: Run, snapshot: Snapshot) -> None:
    ids = ("ties-survival", "side-by-side", "kindness-first", "relational-work")
    done = small("stats", *ids, "short-contracts", "longer-contracts", "-f", "json")
    entries = json.loads(done.stdout)["entries"]
    for entry in entries:
        assert entry.keys() >= {
            *("id", "kind", "store", "headline", "sectors", "source"),
            *("verification", "status"),
        }
        assert ("certainty" in entry) is (entry["kind"] == "statistic")
        assert entry["source"].keys() >= {"key", "citation", "doi", "url"}
    snapshot("entries.json", json.dumps(entries, ensure_ascii=False, indent=1) + "\n")


def test_json_has_numbers_as_printed(small: Run) -> None:
    done = small("stats", "ties-survival", "-f", "json")
    figure = json.loads(done.stdout)["entries"][0]["figures"][0]
    assert {
        name: figure[name] for name in ("estimate", "low", "high", "level", "p")
    } == {
        "estimate": "1.50",
        "low": "1.42",
        "high": "1.59",
        "level": "95",
        "p": "<0.001",
    }


def test_json_without_references(small: Run) -> None:
    done = small("stats", "-f", "json", "--no-refs")
    assert json.loads(done.stdout)["references"] == []


def test_csv_has_a_row_an_entry(small: Run, snapshot: Snapshot) -> None:
    done = small("stats", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["id"] for row in rows] == [
        "ties-survival",
        "lonely-pupils",
        "befriending-trials",
    ]
    assert rows[0]["estimate"] == "1.50"
    snapshot("stats.csv", done.stdout)


@pytest.mark.parametrize(
    ("suffix", "form"),
    [
        (".md", "markdown"),
        (".markdown", "markdown"),
        (".txt", "plain"),
        (".json", "json"),
        (".csv", "csv"),
    ],
)
def test_a_file_takes_its_format_from_its_suffix(
    small: Run, desk: Path, suffix: str, form: str
) -> None:
    done = small("stats", "-o", f"out{suffix}")
    assert done == (0, "", f"Written: out{suffix}\n")
    mark = "\ufeff" if form == "csv" else ""
    written = (desk / f"out{suffix}").read_bytes().decode()
    assert written == mark + small("stats", "-f", form).stdout


def test_the_format_option_beats_the_suffix(small: Run, desk: Path) -> None:
    small("stats", "-f", "slide", "-o", "deck.txt")
    assert (desk / "deck.txt").read_text() == small("stats", "-f", "slide").stdout


def test_a_dash_is_standard_output(small: Run) -> None:
    assert small("stats", "-o", "-") == small("stats")


def test_nothing_is_left_beside_a_written_file(small: Run, desk: Path) -> None:
    small("stats", "-o", "out.md")
    small("stats", "-o", "out.md")
    assert sorted(one.name for one in desk.iterdir()) == ["out.md", "small"]


def test_a_file_that_cannot_be_written_is_left_alone(small: Run, desk: Path) -> None:
    (desk / "out.md").mkdir()
    done = small("stats", "-o", "out.md")
    assert done == (3, "", "Cannot write out.md: it is a folder, not a file.\n")


def test_a_table_is_not_for_files(small: Run) -> None:
    for command in (("stats",), ("show", "ties-survival")):
        done = small(*command, "-f", "table", "-o", "out.txt")
        assert done == (
            2,
            "",
            "A table is for the terminal; for a file choose another format.\n",
        )


@pytest.mark.parametrize(
    ("args", "form"),
    [
        ((), "csv"),
        (("-f", "html"), "html"),
        (("-o", "out.txt"), "plain"),
        (("-o", "out.txt", "-f", "json"), "json"),
    ],
)
def test_the_order_of_formats(
    small: Run, desk: Path, args: tuple[str, ...], form: str
) -> None:
    """An option beats the file's suffix beats relcase.toml beats the pipe."""
    expected = small("stats", "-f", form).stdout
    (desk / "relcase.toml").write_text('format = "csv"\n')
    done = small("stats", *args)
    out = desk / "out.txt"
    assert (out.read_bytes().decode() if out.exists() else done.stdout) == expected


def test_a_format_that_a_command_does_not_have_is_no_hindrance(
    small: Run, desk: Path
) -> None:
    (desk / "relcase.toml").write_text('format = "csv"\n')
    assert small("show", "kindness-first").stdout.startswith("# Kindness comes first.")


def test_style_and_store_from_a_file_above(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "relcase.toml").write_text(
        'store = "small"\nbuiltin = false\nstyle = "vancouver"\n'
    )
    (desk / "chapter").mkdir()
    monkeypatch.chdir(desk / "chapter")
    assert "often lonely (1)." in run("stats", "lonely-pupils").stdout
    assert (
        "(Cedar Trust, 2021)." in run("stats", "lonely-pupils", "--style", "apa").stdout
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (("--sector", "education"), ["lonely-pupils", "befriending-trials"]),
        (("-s", "nhs", "-s", "schools", "--stance", "mixed"), ["lonely-pupils"]),
        (("--outcome", "Deaths"), ["ties-survival"]),
        (("--stance", "no clear difference"), ["befriending-trials"]),
        (("--verified", "full-text"), ["ties-survival"]),
        (("--verified", "abstract"), ["ties-survival", "lonely-pupils"]),
        (("--country", "Norway"), ["ties-survival"]),
        (("--country", "england"), ["lonely-pupils"]),
        (("--source", "cedar2021"), ["lonely-pupils"]),
        (("--since", "2015"), ["ties-survival", "lonely-pupils"]),
        (("--sort", "year", "-n", "1"), ["lonely-pupils"]),
        (("--sort", "id"), ["befriending-trials", "lonely-pupils", "ties-survival"]),
        (("--all", "-s", "health", "aster"), ["ties-survival", "old-survival"]),
        (("lonel", "surv"), ["lonely-pupils"]),
        (("sjogren",), ["ties-survival"]),
        (("side-by-side",), ["side-by-side"]),
        (("", "lonely"), ["lonely-pupils"]),
    ],
)
def test_filters(small: Run, filters: tuple[str, ...], expected: list[str]) -> None:
    done = small("stats", *filters, "-f", "json")
    assert [one["id"] for one in json.loads(done.stdout)["entries"]] == expected
