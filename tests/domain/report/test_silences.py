"""What is let stand, with a reason, until a day."""

from datetime import date
from time import process_time

import pytest

from relcase.domain.report import Known, judge
from relcase.domain.report.silences import Silence, Silenced, apply, in_text, wrong
from relcase.reading import comments, read

DAY = date(2026, 11, 22)
CLAIM = "Isolation causes early death (Wang et al., 2023)."


def checked(
    text: str, known: Known, *more: Silence, name: str = "report.md"
) -> Silenced:
    report = read(text.encode(), name)
    silences = [*in_text(report, text, comments(text, report.form)), *more]
    return apply(report, judge(report, known, DAY), silences, DAY)


def test_a_comment_silences_the_passage_behind_it_and_no_other(known: Known) -> None:
    comment = "<!-- relcase: ignore M06 until 2027-01-01 because it is quoted -->"
    done = checked(f"{comment}\n{CLAIM}\n\n{CLAIM}\n", known)
    assert [one.words.passage for one in done.findings.claims if one.fault] == [1]
    assert done.problems == ()


def test_a_comment_in_the_passage_and_one_for_the_file(known: Known) -> None:
    inside = f"{CLAIM} <!-- relcase: ignore because it is quoted -->"
    assert not checked(inside, known).findings.faulty
    whole = (
        f"<!-- relcase: ignore-file M06 because it is a play -->\n\n{CLAIM}\n\n{CLAIM}"
    )
    assert not checked(whole, known).findings.faulty


def test_capitals_silence_as_well_and_code_does_not(known: Known) -> None:
    assert not checked(
        f"<!-- RELCASE: Ignore M06 Because it is quoted -->\n{CLAIM}", known
    ).findings.faulty
    shown = "As:\n\n    <!-- relcase: ignore-file because it is quoted -->\n\n"
    assert checked(f"{shown}{CLAIM}", known).findings.faulty


@pytest.mark.parametrize("text", ["One.\n\n{}\n\nTwo.", "One.\n{}Two.", "One. {}"])
def test_many_comments_in_a_row_take_no_longer_each(text: str) -> None:
    """Forty thousand took many minutes when each looked through those before it."""
    comment = "<!-- relcase: ignore M06 because it is quoted -->"
    text = text.format(comment * 40_000)
    report = read(text.encode(), "report.md")
    began = process_time()
    found = in_text(report, text, comments(text, report.form))
    assert process_time() - began < 5
    assert len({one.passages for one in found}) == 1


def test_a_silenced_number_is_counted_as_let_stand(known: Known) -> None:
    text = (
        "Across 156 studies, odds of survival were 50% higher (Holt-Lunstad et al., 2010).\n"
        "<!-- relcase: ignore differs because 156 is in the preprint -->"
    )
    verdicts = [one.verdict for one in checked(text, known).findings.numbers]
    assert verdicts == ["silenced", "matches"]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("relcase: ignore M06", "It is not said why"),
        ("relcase: ignore M06 because", "It is not said why"),
        (
            "relcase: ignore M06 until 1 March 2027 because x",
            "“1 March 2027” is not read",
        ),
        ("relcase: ignore M06 until 1 March 2027", "“1 March 2027” is not read"),
        ("relcase: ignore the fault because x", "“the” is no rule and no verdict"),
        ("relcase ignore M06 because x", "A colon is missing"),
    ],
)
def test_it_is_said_what_is_not_understood(
    known: Known, comment: str, told: str
) -> None:
    (problem,) = checked(f"{CLAIM} <!-- {comment} -->", known).problems
    assert problem.rule == "D09"
    assert problem.message.startswith(told)


@pytest.mark.parametrize("name", ["misworded", "Misworded", "m06"])
def test_a_claim_is_let_stand_by_the_verdict_that_is_shown(
    known: Known, name: str
) -> None:
    comment = f"<!-- relcase: ignore {name} because it is quoted -->"
    done = checked(f"{CLAIM} {comment}", known)
    assert not done.findings.faulty
    assert done.problems == ()


TWO = "Having good friends makes you 50% more likely to survive (Holt-Lunstad et al., 2010)."
"""A cause from an association, and odds told as a chance."""


@pytest.mark.parametrize(
    ("ignored", "told"),
    [
        ("M02", ("M06",)),
        ("M06", ("M02",)),
        ("M09", ("M06", "M02")),
        ("M02, M06", ()),
        ("misworded", ()),
    ],
)
def test_of_two_faults_of_a_number_the_one_that_is_named_is_let_stand(
    known: Known, ignored: str, told: tuple[str, ...]
) -> None:
    comment = f"<!-- relcase: ignore {ignored} because the minister is quoted -->"
    done = checked(f"{comment}\n{TWO}\n", known)
    (number,) = done.findings.numbers
    assert number.verdict == ("misworded" if told else "silenced")
    assert number.rules == (told or ("M06", "M02"))
    assert ("odds are not the chance" in number.message) is ("M02" in number.rules)
    assert ("an association" in number.message) is ("M06" in number.rules)
    assert [one.rule for one in done.problems] == (["D11"] if ignored == "M09" else [])


def test_a_popular_version_without_a_number_is_let_stand_fault_by_fault(
    known: Known,
) -> None:
    version = "Isolation and loneliness are deadly (Wang et al., 2023)."
    for ignored, told in (("M01", ["M06", "M09", "S04"]), ("M06", ["M09", "S04"])):
        comment = f"<!-- relcase: ignore {ignored} because it is quoted -->"
        done = checked(f"{comment}\n{version}", known)
        (left,) = (one for one in done.findings.claims if one.fault)
        assert [one.rule for one in left.faults] == told


def test_without_a_reason_or_past_its_day_it_silences_nothing(known: Known) -> None:
    for comment, rule in (
        ("<!-- relcase: ignore M06 -->", "D09"),
        ("<!-- relcase: ignore M06 until soon because quoted -->", "D09"),
        ("<!-- relcase ignore M06 because quoted -->", "D09"),
        ("<!-- relcase: ignore M-06 because quoted -->", "D09"),
        ("<!-- relcase: ignore M06 until 2026-11-21 because quoted -->", "D10"),
    ):
        done = checked(f"{CLAIM} {comment}", known)
        assert done.findings.faulty
        assert [(one.rule, one.line, one.column) for one in done.problems] == [
            (rule, 1, len(CLAIM) + 2)
        ]


def test_one_that_silences_nothing_is_named(known: Known) -> None:
    text = "It rains. <!-- relcase: ignore M06 because of nothing -->"
    assert [one.rule for one in checked(text, known).problems] == ["D11"]


def test_words_and_files_choose_what_is_let_stand(known: Known) -> None:
    def named(words: str, files: str) -> Silence:
        return Silence("relcase.toml", 1, 1, words=words, files=files, reason="quoted")

    assert not checked(CLAIM, known, named("early death", "*.md")).findings.faulty
    assert checked(CLAIM, known, named("early death", "*.tex")).findings.faulty
    assert checked(CLAIM, known, named("late birth", "*")).findings.faulty


NOTE = "<!-- relcase: ignore M06 because it is quoted -->"
TEX = "% relcase: ignore M06 because it is quoted"


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("a.html", f"<p>{CLAIM}</p>{NOTE}<p>{CLAIM}</p><p>{CLAIM}</p>", [0, 2]),
        ("a.html", f"<p>{CLAIM}</p>\n<p>{CLAIM} {NOTE}</p>\n<p>{CLAIM}</p>", [0, 2]),
        ("a.html", f"<ul><li>{CLAIM}<li>{NOTE}{CLAIM}<li>{CLAIM}</ul>", [0, 2]),
        ("a.html", f"<p>{CLAIM}</p>\n\n{NOTE}\n", [0]),
        ("a.md", f"- {CLAIM}\n- {CLAIM} {NOTE}\n- {CLAIM}\n", [0, 2]),
        ("a.md", f"- {CLAIM}\n- {NOTE} {CLAIM}\n- {CLAIM}\n", [0, 2]),
        ("a.md", f"- {CLAIM}\n{NOTE}\n- {CLAIM}\n- {CLAIM}\n", [0, 2]),
        ("a.md", f"- {CLAIM}\n  {NOTE}\n- {CLAIM}\n", [1]),
        ("a.md", f"{CLAIM}\n{NOTE}\n\n{CLAIM}\n", [1]),
        ("a.md", f"# A play\n{NOTE}\n\n{CLAIM}\n\n{CLAIM}\n", [2]),
        ("a.md", f"{CLAIM}\n\n{NOTE}\n", [0]),
        ("a.tex", f"{CLAIM}\n{TEX}\n\n{CLAIM}\n", [1]),
        ("a.tex", f"{CLAIM}\n\n{TEX}\n{CLAIM}\n\n{CLAIM}\n", [0, 2]),
        (
            "a.tex",
            "\\begin{itemize}\n"
            f"\\item {CLAIM}\n\\item {CLAIM} {TEX}\n\\item {CLAIM}\n\\end{{itemize}}\n",
            [0, 2],
        ),
        (
            "a.tex",
            "\\begin{itemize}\n"
            f"\\item {CLAIM}\n{TEX}\n\\item {CLAIM}\n\\item {CLAIM}\n\\end{{itemize}}\n",
            [0, 2],
        ),
    ],
)
def test_a_comment_is_about_one_passage_in_every_format(
    known: Known, name: str, text: str, left: list[int]
) -> None:
    done = checked(text, known, name=name)
    faults = [one.words.passage for one in done.findings.claims if one.fault]
    assert faults == left


def test_a_comment_in_a_row_of_a_table_is_about_its_cells(known: Known) -> None:
    def faults(text: str, name: str) -> list[int]:
        found = checked(text, known, name=name).findings.claims
        return [one.words.passage // 2 for one in found if one.fault]

    head, row = "| claim | who |\n|---|---|\n", f"| {CLAIM} | a minister |"
    assert faults(f"{head}{row}\n{row} {NOTE}\n{row}\n", "a.md") == [1, 3]
    inside = row.replace("minister", f"minister {NOTE}")
    assert faults(f"{head}{row}\n{inside}\n{row}\n", "a.md") == [1, 3]
    cells = f"<td>{CLAIM}</td><td>a minister</td>"
    rows = (
        f"<tr>{cells}</tr><tr>{cells}{NOTE}</tr>{NOTE}<tr>{cells}</tr><tr>{cells}</tr>"
    )
    assert faults(f"<table>{rows}</table>", "a.html") == [0, 3]


def test_a_word_that_is_unknown_is_named_and_not_the_reason(known: Known) -> None:
    text = f"{CLAIM} <!-- relcase: ignore-everything because I want -->"
    done = checked(text, known)
    assert done.findings.faulty
    (problem,) = done.problems
    assert (problem.rule, "“ignore-everything” is unknown" in problem.message) == (
        "D09",
        True,
    )
    assert "ignore-file for the whole file" in (problem.hint or "")


def test_one_for_files_that_were_not_checked_is_not_idle() -> None:
    silence = Silence("relcase.toml", 1, 1, files="*.docx", reason="quoted")
    assert list(wrong([silence], (), ["d.md"], DAY)) == []
    (idle,) = wrong([silence], (), ["d.md", "folder/d.docx"], DAY)
    assert idle.rule == "D11"
    assert list(wrong([silence], [silence], ["d.md", "d.docx"], DAY)) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way_and_a_comment_go_on(
    known: Known, newline: str
) -> None:
    comment = "<!-- relcase: ignore\n     because it is quoted -->"
    text = f"{CLAIM}\n\n{comment}\n\n{CLAIM}\n".replace("\n", newline)
    done = checked(text, known)
    assert [one.words.passage for one in done.findings.claims if one.fault] == [0]
    assert done.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        f"```\n<!-- relcase: ignore-file because it is shown -->\n```\n\n{CLAIM}",
        f"Of 50% relcase: ignore-file because it is no comment.\n\n{CLAIM}",
    ],
)
def test_what_is_no_comment_silences_nothing(known: Known, text: str) -> None:
    assert checked(text, known).findings.faulty
