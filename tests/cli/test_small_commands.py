"""sectors, styles and config."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_sectors(small: Run) -> None:
    assert small("sectors").stdout == (
        "| id | name | statistics | other entries | aliases | description |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| **health** | Health | 2 | 0 | nhs, hospitals | Hospitals and general practice. |\n"
        "| **education** | Education | 2 | 0 | schools | Schools and colleges. |\n"
        "| **any** | Any sector | 0 | 5 |  | General entries. |\n"
    )


def test_outcomes(small: Run) -> None:
    assert small("sectors", "--outcomes", "-f", "plain").stdout == (
        "id\tname\tpolarity\tgroup\tstatistics\n"
        "mortality\tDeaths\tbad\t\t1\n"
        "loneliness\tLoneliness\tbad\t\t2\n"
    )


def test_sectors_in_json(small: Run) -> None:
    found = json.loads(small("sectors", "-f", "json").stdout)
    assert found["sectors"][0] == {
        "id": "health",
        "name": "Health",
        "statistics": 2,
        "other_entries": 0,
        "aliases": ["nhs", "hospitals"],
        "description": "Hospitals and general practice.",
    }
    found = json.loads(small("sectors", "--outcomes", "-f", "json").stdout)
    assert [one["id"] for one in found["outcomes"]] == ["mortality", "loneliness"]


@pytest.mark.parametrize("form", ["html", "latex", "table"])
def test_sectors_in_other_formats(small: Run, form: str) -> None:
    done = small("sectors", "-f", form)
    assert done.status == 0
    assert "Any sector" in done.stdout


def test_styles_by_their_words(run: Run) -> None:
    done = run("styles", "british", "PAIN")
    assert done == (0, "british-journal-of-pain  British Journal of Pain\n", "")


def test_styles_in_json(run: Run) -> None:
    found = json.loads(run("styles", "british", "pain", "--json").stdout)
    assert found == [
        {"id": "british-journal-of-pain", "title": "British Journal of Pain"}
    ]


def test_without_words_the_usual_styles(run: Run) -> None:
    lines = run("styles").stdout.splitlines()
    assert lines[0].startswith("harvard  Cite Them Right")
    assert len(lines) == 14


def test_the_style_that_is_meant_comes_first(run: Run) -> None:
    assert run("styles", "apa").stdout.startswith("apa  APA Style")
    assert run("styles", "harvard").stdout.startswith("harvard-cite-them-right  ")


def test_no_such_style(run: Run) -> None:
    assert run("styles", "zebra", "stripes") == (
        1,
        "",
        "No style is called 'zebra stripes'. Try fewer or shorter words.\n",
    )


def origins(done: Any) -> dict[str, tuple[Any, str]]:
    return {
        name: (one["value"], one["origin"])
        for name, one in json.loads(done.stdout).items()
    }


def test_settings_and_their_origins(
    run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = origins(run("config", "--json"))
    assert found["stores"] == ([], "default")
    assert found["builtin"] == (True, "default")
    assert found["style"] == ("harvard-cite-them-right", "default")
    assert found["format"] == (None, "default")
    assert found["cache"][1] == "RELCASE_CACHE_DIR or the system's usual place"

    settings = desk / "relcase.toml"
    settings.write_text(
        'store = ["small"]\nstyle = "apa"\nformat = "html"\nlang = "de"\n'
    )
    found = origins(run("config", "--json"))
    assert found["stores"] == ([str(desk / "small")], str(settings))
    assert found["style"] == ("apa", str(settings))
    assert found["format"] == ("html", str(settings))

    monkeypatch.setenv("RELCASE_STYLE", "bmj")
    monkeypatch.setenv("RELCASE_STORE", "small")
    found = origins(run("config", "--json"))
    assert found["stores"] == (["small"], "RELCASE_STORE")
    assert found["style"] == ("bmj", "RELCASE_STYLE")

    found = origins(run("config", "--json", "--store", "mine", "--no-builtin"))
    assert found["stores"] == (["mine"], "option --store")
    assert found["builtin"] == (False, "option --builtin")
    assert "evidence" not in found


def test_settings_for_people(run: Run, desk: Path) -> None:
    lines = run("config", "--store", "small", "--no-builtin").stdout.splitlines()
    assert lines[:5] == [
        "stores   small  (option --store)",
        "builtin  no  (option --builtin)",
        "style    harvard-cite-them-right  (default)",
        "lang     en-GB  (default)",
        "format   by where the output goes  (default)",
    ]
