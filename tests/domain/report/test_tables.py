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


def test_a_paragraph_above_gives_the_source_of_a_table(judged: Judged) -> None:
    text = (
        "A review gives these relative risks of developing dementia \\citep{kuiper2015}:\n\n"
        "\\begin{tabular}{lll} Tie & Risk ratio & 95\\% interval \\\\ "
        "More against less loneliness & 1.85 & 1.19 to 2.09 \\\\ "
        "Less against more frequent contact & 1.57 & 1.32 to 1.85 \\end{tabular}"
    )
    assert judged(text, "a.tex") == [
        *(("1.85", "differs"), ("1.19", "matches"), ("2.09", "matches")),
        *(("1.57", "matches"), ("1.32", "matches"), ("1.85", "matches")),
    ]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "<p>The trial compared early palliative care with standard care (Temel et al., "
            "2010).</p><table><tr><th>Outcome</th><th>Early palliative care</th><th>Standard "
            "care</th></tr><tr><td>Aggressive care near the end of life</td><td>33%</td>"
            "<td>45%</td></tr><tr><td>Depressive symptoms at 12 weeks</td><td>16%</td>"
            "<td>38%</td></tr><tr><td>Anxiety</td><td>25%</td><td>30%</td></tr></table>",
            "a.html",
            [
                *("33% matches", "45% differs", "12 weeks matches"),
                *("16% matches", "38% matches"),
            ],
        ),
        (
            "Standardised change among lonely young people (Cruwys et al., 2021).\n\n"
            "| Outcome | Groups 4 Health | Group CBT |\n|---|---|---|\n"
            "| Loneliness | −0.89 | −1.07 |\n| Depression | −0.71 | −0.91 |",
            "a.md",
            ["−0.89 differs", "−1.07 differs", "−0.71 matches", "−0.91 matches"],
        ),
        (
            "The trial was of a letter to relatives (Kentish-Barnes et al., 2017).\n\n"
            "| Outcome | Letter | No letter |\n|---|---|---|\n"
            "| Post-traumatic stress symptoms | 52.4% | 37.1% |\n"
            "| Symptoms of depression | 24.7% | 36.6% |\n| Weight gained | 30% | 29% |",
            "a.md",
            ["52.4% matches", "37.1% matches", "24.7% differs", "36.6% differs"],
        ),
        (
            "Restorative practices in Pittsburgh (Augustine et al., 2018).\n\n"
            "| Rated by students | Programme schools | Comparison schools |\n|---|---|---|\n"
            "| Trust | 0.01 | 0.17 |\n| Peer support | −0.10 | −0.14 |",
            "a.md",
            ["0.01 differs", "0.17 matches", "−0.10 matches", "−0.14 differs"],
        ),
        (
            "| Group | Programme | Comparison |\n|---|---|---|\n"
            "| Adults given a custodial sentence | 1.6% | 1.2% |\n"
            "| Juvenile convictions | 3.9% | 6.4% |\n\nSource: MHCLG, 2019.",
            "a.md",
            ["1.6% differs", "1.2% differs", "3.9% matches", "6.4% differs"],
        ),
        (
            "The study of contact gives these shares \\citep{friedmann2014}.\n\n"
            "\\begin{tabular}{lrr} Outcome & 3 visitors & No contact \\\\ "
            "Returned to prison in the first year & 12\\% & 2\\% \\end{tabular}",
            "a.tex",
            ["12% differs", "2% differs"],
        ),
        (
            "Mentoring was tested in a trial (DuBois et al., 2025).\n\n"
            "| Group | Arrested | Substance use |\n|---|---|---|\n"
            "| Offered a mentor | 5% | 10% |\n| Control group | 17% | 11% |",
            "a.md",
            ["5% matches", "10% matches", "17% differs", "11% differs"],
        ),
    ],
)
def test_a_column_or_a_row_is_one_of_two_groups(
    judged: Judged, text: str, name: str, expected: list[str]
) -> None:
    assert [" ".join(one) for one in judged(text, name)] == expected


def test_columns_and_rows_of_those_who_write_stay_silent(judged: Judged) -> None:
    text = (
        "The trial of family group conferences gives (Taylor et al., 2024):\n\n"
        "| Outcome | Referred | Not referred | Us | This year |\n|---|---|---|---|---|\n"
        "| In care after a year | 36.2% | 44.8% | 31% | 36% |\n"
        "| Days in care | 87 | 115 | 64 | 87 |\n"
        "| Our families in care | 22% | 36% | | |"
    )
    assert [number for number, _ in judged(text)] == ["36.2%", "44.8%", "87", "115"]
    assert {verdict for _, verdict in judged(text)} == {"matches"}


@pytest.mark.parametrize(
    "clause",
    [
        "; our score was 29%",
        "; ours was 29%",
        ", and we reached 29%",
        "; with us it was 29%",
        ", against 29% of our tenants",
    ],
)
def test_a_number_of_those_who_write_differs_from_no_record(
    found: Found, clause: str
) -> None:
    text = (
        "## Tenants' views\n\n| Measure (low cost rental homes) | Median landlord | Ours |\n"
        "|---|---|---|\n| Agree that the landlord treats them fairly and with respect | 78% "
        "| 81% |\n\nAt the median landlord 36% were satisfied with how complaints were "
        f"handled{clause}. Source for the medians: Regulator of Social Housing (2025)."
    )
    findings = found(text)
    assert [one.verdict for one in findings.numbers if one.verdict != "not_ours"] == [
        *("matches", "matches"),
    ]
    assert not any(one.fault for one in findings.claims)


def test_a_paragraph_of_those_who_write_gives_a_table_no_source(judged: Judged) -> None:
    text = (
        "Visitors to our scheme were asked how they felt; the idea is from a study of visits "
        "(Brunton-Smith and McCarthy, 2013).\n\n| Outcome | Visits | No visits |\n"
        "|---|---|---|\n| Reoffending within a year | 22% | 41% |"
    )
    assert judged(text) == []


def test_a_row_gives_the_unit_and_a_cell_more_decimals(judged: Judged) -> None:
    text = (
        "Visits and reoffending in England (Brunton-Smith and McCarthy, 2013).\n\n"
        "| Outcome | Family visits | No visits |\n|---|---|---|\n"
        "| Reoffended within a year (%) | 47 | {} |"
    )
    assert judged(text.format("68")) == [("47", "matches"), ("68", "matches")]
    assert judged(text.format("67.8")) == [("47", "matches")]
    assert judged(text.format("61")) == [("47", "matches"), ("61", "differs")]


def test_a_cell_may_hold_a_key_and_nothing_else(judged: Judged) -> None:
    rows = "| Area | Change in unplanned hospital admissions | |\n|---|---|---|\n"
    table = f"{rows}| Frome | −14.0% | [@abel2018] |\n"
    assert judged(table) == [("−14.0%", "matches")]


_LETTERS = """
| | Sent a letter | No letter |
|---|---|---|
| Symptoms of post-traumatic stress | 31% | 37% |
"""


@pytest.mark.parametrize(
    "lead",
    [
        "The trial we rely on, Kentish-Barnes et al. (2017), gives:",
        "The trial we rely on is French (Kentish-Barnes et al., 2017). It gives:",
        "The letters did harm (Kentish-Barnes et al., 2017). The table is from that trial.",
    ],
)
def test_a_sentence_above_leads_to_a_table(judged: Judged, lead: str) -> None:
    assert judged(f"{lead}\n{_LETTERS}") == [("31%", "differs"), ("37%", "matches")]


@pytest.mark.parametrize(
    "given",
    [
        "The table below is from Smith and Jones (2019).",
        "The table is from our own hospital's records.",
        "The figures below are NHS Digital's.",
    ],
)
def test_a_table_may_be_given_to_another_source_than_what_stands_above(
    judged: Judged, given: str
) -> None:
    lead = f"The letters did harm (Kentish-Barnes et al., 2017). {given}"
    assert judged(f"{lead}\n{_LETTERS}") == []
    sourced = f"{lead}\n{_LETTERS}\nSource: Kentish-Barnes et al., 2017.\n"
    assert judged(sourced) == [("31%", "differs"), ("37%", "matches")]


def test_us_and_a_year_is_no_citation(judged: Judged) -> None:
    table = (
        "| Area | Us, 2024 | Frome (Abel et al., 2018) |\n|---|---|---|\n"
        "| Change in unplanned hospital admissions | +3% | −14.0% |\n"
    )
    assert judged(table) == [("−14.0%", "matches")]


def test_a_change_without_its_sign_is_no_fall(judged: Judged) -> None:
    table = FROME.replace("−24%", "14.0%")
    assert judged(table) == [("14.0%", "differs"), ("28.5%", "matches")]
    falls = table.replace("| Somerset | +28.5% |\n", "").replace("Change", "Fall")
    assert judged(falls) == [("14.0%", "matches")]


@pytest.mark.parametrize(
    ("head", "number", "verdict"),
    [
        ("Relatives", "875", "matches"),
        ("Number of relatives", "875", "matches"),
        ("Relatives", "785", "differs"),
    ],
)
def test_a_column_of_all_who_took_part_is_of_no_group(
    judged: Judged, head: str, number: str, verdict: str
) -> None:
    table = (
        f"| Trial | {head} | What was offered | Result |\n|---|---|---|---|\n"
        f"| Kentish-Barnes et al. 2022 | {number} | Meetings before and after the death "
        "| Prolonged grief: 15%, against 21% with usual support |\n"
        "| Kentish-Barnes et al. 2017 | 242 | A handwritten letter of condolence "
        "| Median HADS: 16, against 14 without a letter |\n"
    )

    assert (number, verdict) in judged(table)
    assert ("242", "matches") in judged(table)


@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.parametrize(
    ("label", "source", "right", "wrong", "first"),
    [
        ("Prolonged grief", "Kentish-Barnes et al., 2022", "21%", "25%", False),
        ("Family group conference", "Taylor et al., 2024", "36.2%", "48.4%", True),
        ("Peer support", "Johnson et al., 2018", "29%", "48%", True),
    ],
)
def test_a_wrong_cell_beside_the_right_one_of_its_row_differs(
    judged: Judged,
    label: str,
    source: str,
    right: str,
    wrong: str,
    first: bool,
    name: str,
) -> None:
    cells = (right, wrong) if first else (wrong, right)
    rows = [("Study", "Offered", "Comparison", "Source"), (label, *cells, source)]
    if name == "a.md":
        lines = [f"| {' | '.join(one)} |" for one in rows]
        text = "\n".join((lines[0], "|---|---|---|---|", lines[1]))
    else:
        told = "".join(f"<tr><td>{'</td><td>'.join(one)}</td></tr>" for one in rows)
        text = f"<table>{told}</table>"
    assert sorted(judged(text, name)) == sorted(
        [(right, "matches"), (wrong, "differs")]
    )


@pytest.mark.parametrize(
    "row",
    [
        "Our own peer support | 29% | 48% | our records",
        "Peer support | 28% | 48% | Johnson et al., 2018",
        "Mentoring by neighbours | 29% | 48% | Smith, 2011",
    ],
)
def test_a_cell_beside_a_number_of_somebody_else_does_not(
    judged: Judged, row: str
) -> None:
    text = f"| Study | Offered | Comparison | Source |\n|---|---|---|---|\n| {row} |"
    assert "differs" not in [verdict for _, verdict in judged(text)]


def test_a_difference_beside_a_number_of_the_record_is_no_other_half(
    judged: Judged,
) -> None:
    text = (
        "| Study | Offered | Difference | Source |\n|---|---|---|---|\n"
        "| Peer support | 29% | 12% | Johnson et al., 2018 |"
    )
    assert "differs" not in [verdict for _, verdict in judged(text)]


def test_the_other_number_of_the_pair_may_stand_in_its_place(found: Found) -> None:
    text = (
        "| Study | Offered | Comparison | Source |\n|---|---|---|---|\n"
        "| Family group conference | 36.2% | 48.4% | Taylor et al., 2024 |"
    )
    (wrong,) = [one for one in found(text).numbers if one.verdict == "differs"]
    assert wrong.instead == "44.8%"
