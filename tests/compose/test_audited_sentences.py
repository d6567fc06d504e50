"""What publications say, what is wrong with it, what can be said instead."""

from collections.abc import Callable

from relcase.compose import audit
from relcase.domain.evidence import Said, SaidProblem
from relcase.render import renderer

SAID = Said(
    source="birch2001",
    words="ties heal",
    verbatim=True,
    problems=(
        SaidProblem(rule="M06", message="Only linked."),
        SaidProblem(rule="M08", message="No number is given."),
    ),
    better="Ties go with health.",
)
ROWS = [("ties", "Birch, 2001: Ties", SAID), ("more-ties", "Birch, 2001: Ties", SAID)]


def test_side_by_side() -> None:
    made = renderer("markdown")(audit.as_table(ROWS))
    courteous, publication, table, others = made.split("\n\n")
    row = "| Only linked. \\[M06\\] No number is given. \\[M08\\] | Ties go with health. |"

    assert (courteous, others) == (audit.INTRODUCTION, f"{audit.OTHERS}\n")
    assert publication == "## Birch, 2001: Ties"
    assert table == (
        "| What is said | What the study does not say | What can be said |\n"
        "| --- | --- | --- |\n"
        f"| “ties heal” ties {row}\n"
        f"| “ties heal” more-ties {row}"
    )


def test_one_below_the_other(plainly: Callable[..., str]) -> None:
    assert plainly(audit.as_text(ROWS[:1])) == (
        f"{audit.INTRODUCTION}\n\n"
        "Birch, 2001: Ties\n\n"
        "ties\n\n"
        "“ties heal”\n\n"
        "Only linked. [M06]\n\n"
        "No number is given. [M08]\n\n"
        "Say: Ties go with health.\n\n"
        f"{audit.OTHERS}\n"
    )
