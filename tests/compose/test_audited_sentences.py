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
ROWS = [("ties", "Birch, 2001", SAID)]


def test_side_by_side() -> None:
    made = renderer("markdown")(audit.as_table(ROWS))
    courteous, _, table = made.partition("\n\n")

    assert courteous == audit.INTRODUCTION
    assert table == (
        "| What is said | What the study does not say | What can be said |\n"
        "| --- | --- | --- |\n"
        "| “ties heal” (Birch, 2001) ties | Only linked. \\[M06\\] No number is given."
        " \\[M08\\] | Ties go with health. |\n"
    )


def test_one_below_the_other(plainly: Callable[..., str]) -> None:
    assert plainly(audit.as_text(ROWS)) == (
        f"{audit.INTRODUCTION}\n\n"
        "ties\n\n"
        "“ties heal”\n— Birch, 2001\n\n"
        "Only linked. [M06]\n\n"
        "No number is given. [M08]\n\n"
        "Say: Ties go with health.\n"
    )
