"""What is let stand, with a reason, until a day."""

from datetime import date

from relcase.domain.report import Known, judge
from relcase.domain.report.silences import Silence, Silenced, apply, in_text
from relcase.reading import read

DAY = date(2026, 11, 22)
CLAIM = "Isolation causes early death (Wang et al., 2023)."


def checked(text: str, known: Known, *more: Silence) -> Silenced:
    report = read(text.encode(), "report.md")
    silences = [*in_text("report.md", text), *more]
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


def test_a_silenced_number_is_counted_as_let_stand(known: Known) -> None:
    text = (
        "Across 156 studies, odds of survival were 50% higher (Holt-Lunstad et al., 2010).\n"
        "<!-- relcase: ignore differs because 156 is in the preprint -->"
    )
    verdicts = [one.verdict for one in checked(text, known).findings.numbers]
    assert verdicts == ["silenced", "matches"]


def test_without_a_reason_or_past_its_day_it_silences_nothing(known: Known) -> None:
    for comment, rule in (
        ("<!-- relcase: ignore M06 -->", "D09"),
        ("<!-- relcase: ignore M06 until soon because quoted -->", "D09"),
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
