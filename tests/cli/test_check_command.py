"""check, as a person calls it: what it prints, what it mends, how it ends."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from relcase.api import reports as api_reports

Run = Callable[..., Any]

TRUE = (
    "In Frome, unplanned hospital admissions fell by 14.0% while they rose by 28.5% across "
    "Somerset (Abel et al., 2018).\n"
)
FALSE = TRUE.replace("14.0%", "24%")


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("report.md")


def test_a_true_report_is_done(run: Run, report: Path) -> None:
    report.write_text(TRUE, "utf-8")
    done = run("check", "report.md")
    assert (done.status, done.stderr) == (0, "2 numbers: 2 match.\n")


def test_a_false_one_shows_the_sentence_the_number_and_the_cure(
    run: Run, report: Path
) -> None:
    report.write_text(f"# Admissions\n\n{FALSE}", "utf-8")
    done = run("check", "report.md")
    assert done.status == 1
    assert done.stderr == "2 numbers: 1 matches, 1 differs.\n"
    lines = done.stdout.splitlines()
    at = lines.index("report.md:3:49  differs  frome-emergency-admissions [D01]")
    assert "fell by »24%« while they rose" in lines[at + 1]
    assert lines[at + 2] == "    You wrote 24%; the record has −14.0%."
    assert lines[at + 3].startswith("    Say: One place reports that")


def test_json_for_programs(run: Run, report: Path) -> None:
    report.write_text(FALSE, "utf-8")
    data = json.loads(run("check", "report.md", "-f", "json").stdout)
    assert list(data) == ["problems", "numbers", "summary"]
    assert data["summary"]["matches"] == data["summary"]["differs"] == 1
    first = data["numbers"][0]
    assert list(first) == [
        *("path", "line", "column", "text", "sentence", "verdict", "entry", "advice"),
        "rules",
    ]
    assert (first["text"], first["verdict"], first["line"]) == ("24%", "differs", 1)
    assert [one["rule"] for one in data["problems"]] == ["D08", "D01"]


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_for_other_machines(run: Run, report: Path, form: str) -> None:
    report.write_text(FALSE, "utf-8")
    done = run("check", "report.md", "-f", form)
    assert done.status == 1
    assert "D01" in done.stdout


def test_places_of_files_without_lines_for_other_machines(
    run: Run, report: Path
) -> None:
    """Only text and JSON had them."""
    document = Document()
    document.add_paragraph("A letter.")
    document.add_paragraph(FALSE)
    document.save("report.docx")
    shown = run("check", "report.docx", "-f", "github").stdout
    assert "::error file=report.docx,title=D01::Paragraph 2: “24%25” differs: " in shown
    found = json.loads(run("check", "report.docx", "-f", "sarif").stdout)
    (one,) = (row for row in found["runs"][0]["results"] if row["ruleId"] == "D01")
    assert one["message"]["text"].startswith("Paragraph 2: “24%” differs: ")
    (place,) = one["locations"]
    assert place["logicalLocations"] == [{"fullyQualifiedName": "paragraph 2"}]
    assert place["physicalLocation"] == {"artifactLocation": {"uri": "report.docx"}}


def test_all_numbers_when_asked(run: Run, report: Path) -> None:
    report.write_text(f"{TRUE}\nWe met 31 people.\n", "utf-8")
    assert "»31«" not in run("check", "report.md").stdout
    assert "»31«" in run("check", "report.md", "--all").stdout


def test_mending_puts_the_figure_in_its_place_and_nothing_else(
    run: Run, report: Path
) -> None:
    before = f"A **line**.\r\n\r\n{FALSE}\r\nIsolation causes early death (Wang et al., 2023).\r\n"
    report.write_bytes(before.encode())
    shown = run("check", "report.md", "--fix", "--diff")
    assert shown.status == 1
    assert report.read_bytes() == before.encode()
    assert (
        "+In Frome, unplanned hospital admissions fell by 14.0% while" in shown.stdout
    )
    done = run("check", "report.md", "--fix")
    assert report.read_bytes() == before.replace("24%", "14.0%").encode()
    assert "report.md: 1 number mended." in done.stderr
    assert done.status == 1  # the claim is left to its author
    assert "Nothing can be mended safely." in run("check", "report.md", "--diff").stderr


def test_decimal_commas_and_mathematics(run: Run, report: Path) -> None:
    comma = TRUE.replace(".0%", ",0%").replace("28.5%", "28,5 %")
    maths = TRUE.replace("14.0%", r"$14.0\%$")
    report.write_text(f"{comma}\n{maths}", "utf-8")
    assert "4 numbers: 4 match" in run("check", "report.md").stderr
    wrong = comma.replace("14,0", "24,0"), maths.replace("14.0", "24")
    report.write_text("\n".join(wrong), "utf-8")
    assert run("check", "report.md", "--fix").status == 0
    assert report.read_text("utf-8") == f"{comma}\n{maths}"


def test_mending_keeps_a_byte_that_is_no_letter(run: Run, report: Path) -> None:
    """One byte of Windows-1252 that was pasted into UTF-8."""
    before = "“Résumé” – " + FALSE
    report.write_bytes(before.encode() + b"\nWe don\x92t know.\n")
    assert "don\u2019t" in run("check", "report.md", "--fix", "--diff").stdout
    run("check", "report.md", "--fix")
    after = before.replace("24%", "14.0%").encode() + b"\nWe don\x92t know.\n"
    assert report.read_bytes() == after


def test_a_figure_in_another_form_is_left_to_the_author(run: Run, report: Path) -> None:
    text = "Homeless people offered Housing First were 3.5 times as likely to be housed (Baxter et al., 2019).\n"
    report.write_text(text, "utf-8")
    assert run("check", "report.md", "--fix").status == 1
    assert report.read_text("utf-8") == text


def test_settings_let_stand_with_a_reason(run: Run, report: Path) -> None:
    report.write_text(FALSE, "utf-8")
    ignore = '[[ignore]]\nrule = "D01"\nwords = "fell by 24%"\nuntil = 9999-01-01\n'
    Path("relcase.toml").write_text(f'{ignore}reason = "quoted"\n', "utf-8")
    done = run("check", "report.md")
    assert (done.status, done.stderr) == (0, "2 numbers: 1 matches, 1 let stand.\n")
    Path("relcase.toml").write_text(ignore, "utf-8")
    done = run("check", "report.md")
    assert done.status == 1
    assert "relcase.toml:1:1  warning  [D09]" in done.stdout
    Path("relcase.toml").write_text('[[ignore]]\nbecause = "x"\n', "utf-8")
    assert run("check", "report.md").status == 2
    Path("relcase.toml").write_text('[ignore]\nreason = "x"\n', "utf-8")
    done = run("check", "report.md")
    assert (done.status, "a line [[ignore]], in two brackets" in done.stderr) == (
        2,
        True,
    )
    assert "{" not in done.stderr


def test_settings_for_other_files_are_not_called_idle(run: Run, report: Path) -> None:
    report.write_text(FALSE, "utf-8")
    other = report.with_name("other.md")
    other.write_text("It rains.\n", "utf-8")
    setting = '[[ignore]]\nfile = "{}"\nreason = "quoted"\n'
    Path("relcase.toml").write_text(setting.format("*.docx"), "utf-8")
    assert "D11" not in run("check", "report.md").stdout
    Path("relcase.toml").write_text(setting.format("*.md"), "utf-8")
    assert "D11" not in run("check", "report.md", "other.md").stdout
    assert run("check", "other.md").stdout.count("[D11]") == 1


def test_standard_input_is_checked_and_cannot_be_mended(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = io.TextIOWrapper(io.BytesIO(FALSE.encode()))
    monkeypatch.setattr(api_reports, "read_bytes", lambda *_: piped.buffer.read())
    done = run("check", "-")
    assert done.status == 1
    assert "standard input, line 1, column " in done.stdout
    assert "-:1:" not in done.stdout
    assert run("check", "-", "--fix").status == 2
    piped.seek(0)
    found = json.loads(run("check", "-", "--format", "json").stdout)
    assert {one["path"] for one in (*found["numbers"], *found["problems"])} == {"-"}


def test_a_count_beside_the_numbers_that_differs_is_counted_with_them(
    run: Run, report: Path
) -> None:
    text = (
        "In a review of 10 studies of nurses and doctors, 9 found that higher empathy went "
        "with lower burnout (Wilkinson et al., 2017).\n"
    )
    report.write_text(text, "utf-8")
    done = run("check", "report.md")
    assert done.stderr == "2 numbers: 1 matches, 1 differs.\n"
    assert "report.md:1:50  differs  burnout-empathy-review [D01]" in done.stdout


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"", "empty.md"), (b"\x00\x01", "noise.md"), (b"PK\x03\x04", "broken.docx")],
)
def test_what_cannot_be_read_gets_one_sentence(
    run: Run, report: Path, content: bytes, name: str
) -> None:
    Path(name).write_bytes(content)
    done = run("check", name)
    assert done.status == 3
    assert len(done.stderr.splitlines()) == 1
    assert name in done.stderr


def test_keys_of_the_bibliography_beside_the_report_are_known(
    run: Run, desk: Path
) -> None:
    (desk / "report.md").write_text("Friends matter [@ash2015; @nobody].\n", "utf-8")
    (desk / "own.bib").write_text("@book{ash2015,\n  title = {Friends}}\n", "utf-8")
    assert "ash2015" not in (told := run("check", "report.md").stdout)
    assert "nobody" in told


def test_notes_of_a_deck_in_markdown_are_read(run: Run, desk: Path) -> None:
    notes = "<!--\nIn Frome admissions fell by 24% (Abel et al., 2018).\n-->\n"
    (desk / "deck.md").write_text(
        f"---\nmarp: true\n---\n\n# Frome\n\n{notes}", "utf-8"
    )
    (desk / "draft.md").write_text(f"# Frome\n\n{notes}", "utf-8")
    assert "deck.md:8:29" in run("check", "deck.md").stdout
    assert run("check", "draft.md").stdout == ""


def test_lengths_of_latex_are_no_text(run: Run, desk: Path) -> None:
    text = "\\hangindent=2em \\noindent 29\\% of women (Mann, 2018)\\par\n"
    (desk / "report.tex").write_text(text, "utf-8")
    assert "2em" not in run("check", "report.tex", "--all").stdout


def test_a_number_of_a_table_is_shown_with_its_row(run: Run, report: Path) -> None:
    """It stood there alone, and nobody knew of what."""
    row = "Odds of survival, stronger ties (Holt-Lunstad et al., 2010) | 1.50 | {}"
    table = f"| Measure | Odds | Higher |\n|--|--|--|\n| {row.format('82%')} |\n"
    report.write_text(table, "utf-8")
    done = run("check", "report.md")
    assert f"    {row.format('»82%«')}\n" in done.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fell by 14.0%", "1 number: it matches.\n"),
        ("fell by 24%", "1 number: it differs.\n"),
        ("were cut by 14.0%", "1 number: it is misworded.\n"),
    ],
)
def test_one_number_is_told_in_a_sentence(
    run: Run, report: Path, text: str, said: str
) -> None:
    sentence = f"In Frome, unplanned hospital admissions {text} (Abel et al., 2018).\n"
    report.write_text(sentence, "utf-8")
    assert run("check", "report.md").stderr == said


def test_the_rules_of_a_number_are_all_named(run: Run, report: Path) -> None:
    report.write_text(
        "Having good friends makes you 50% more likely to survive "
        "(Holt-Lunstad et al., 2010).\n"
    )
    shown = run("check", "report.md").stdout
    assert "social-relationships-survival [M06, M02]\n" in shown
    data = json.loads(run("check", "report.md", "-f", "json").stdout)
    assert [one["rules"] for one in data["numbers"]] == [["M06", "M02"]]
    errors = [one["rule"] for one in data["problems"] if one["severity"] == "error"]
    assert errors == ["M06", "M02"]
