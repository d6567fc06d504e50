"""Numbers of tables, which have their row, their column and their source around them."""

from collections.abc import Callable

import pytest

from relcase.domain.report import Findings

Judged = Callable[..., list[tuple[str, str]]]
Found = Callable[..., Findings]
FROME = """\
| Area | Change in unplanned hospital admissions, 2013 to 2017 |
|---|---|
| Frome | −24% |
| Somerset | +28.5% |
| Our own town | +3% |

Source: Abel et al., 2018.
"""


def test_a_row_and_a_head_say_what_a_number_is(judged: Judged) -> None:
    assert judged(FROME) == [("−24%", "differs"), ("28.5%", "matches")]


def test_the_place_of_a_number_is_its_cell(found: Found) -> None:
    wrong = next(one for one in found(FROME).numbers if one.verdict == "differs")
    assert (wrong.words.start, wrong.words.end) == (0, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Table 1: Change in unplanned hospital admissions (Abel et al., 2018)\n\n"
        "| Area | Change |\n|---|---|\n| Frome | −24% |\n| Our town | +3% |",
        "| Area | Change in unplanned hospital admissions (%) | Source |\n|---|---|---|\n"
        "| Frome | −24 | Abel et al., 2018 |\n| Taunton | 11 | our records |",
        "| Area | 2013–17 |\n|---|---|\n| Change in unplanned hospital admissions | |\n"
        "| Frome | −24% |\n| Staff sickness | |\n| Frome | −4% |\n\nSource: Abel et al., 2018",
        "| | Frome | Leeds |\n|---|---|---|\n| Change in unplanned hospital admissions | −24% "
        "| −9% |\n\n*Abel et al., 2018, and our own figures.*",
    ],
)
def test_captions_columns_and_headings_between_give_what_a_cell_leaves_out(
    judged: Judged, text: str
) -> None:
    assert [verdict for _, verdict in judged(text)] == ["differs"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "<table><caption>Unplanned hospital admissions (Abel et al., 2018)</caption><tr>"
            "<th></th><th>Change</th></tr><tr><td>Frome</td><td>−24%</td></tr></table>",
            "a.html",
        ),
        (
            "\\begin{table}\\caption{Unplanned hospital admissions (Abel et al., 2018)}"
            "\\begin{tabular}{lr}Area & \\multicolumn{1}{c}{Change, 2013--17}\\\\ \\hline "
            "Frome & $-24\\%$\\\\ Leeds & 3\\% \\end{tabular}\\end{table}",
            "a.tex",
        ),
    ],
)
def test_tables_of_other_formats(judged: Judged, text: str, name: str) -> None:
    assert judged(text, name) == [("−24%", "differs")]


def test_a_number_of_another_row_or_with_the_other_sign_differs(judged: Judged) -> None:
    swapped = (
        "| Where | Strongly agree that they meet kindness |\n|---|---|\n"
        "| GP service | 22% |\n| Public transport | 42% |\n\nSource: Unwin, 2018"
    )
    assert judged(swapped) == [("22%", "differs"), ("42%", "differs")]
    turned = FROME.replace("−24%", "+14%")
    assert judged(turned) == [("14%", "differs"), ("28.5%", "matches")]


def test_a_ratio_with_its_interval_and_its_count_of_studies(judged: Judged) -> None:
    text = (
        "| Study | Outcome | Odds ratio (95% CI) | Studies |\n|---|---|---|---|\n"
        "| Holt-Lunstad et al., 2010 | Survival | 1.50 (1.42–1.59) | 149 |\n"
        "| Smith et al., 2011 | Falls | 1.31 (1.02–1.70) | 12 |"
    )
    assert judged(text) == [
        *(("1.50", "matches"), ("1.42", "matches"), ("1.59", "matches")),
        ("149", "differs"),
    ]


def test_a_long_table_of_somebodys_own_stays_silent(found: Found) -> None:
    rows = "".join(
        f"| Q{number} | {number}48 | £{number},435 | {number}4% | {number}0% |\n"
        for number in range(1, 9)
    )
    text = (
        "## Social relationships\n\nUnplanned hospital admissions fell by 14.0% in Frome "
        "(Abel et al., 2018).\n\n| Quarter | Visits | Cost | Staff | Admissions |\n"
        f"|---|---|---|---|---|\n{rows}"
    )
    ours = [one for one in found(text).numbers if one.verdict != "not_ours"]
    assert [one.verdict for one in ours] == ["matches"]
