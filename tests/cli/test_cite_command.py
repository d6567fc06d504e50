"""cite: what stands in the text, and the reference under it."""

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("ties-survival",), "(Áster and Birch, 2015)"),
        (("aster2015",), "(Áster and Birch, 2015)"),
        (("aster2015", "--page", "12"), "(Áster and Birch, 2015, p. 12)"),
        (("aster2015", "-p", "12-14"), "(Áster and Birch, 2015, pp. 12–14)"),
        (("aster2015", "--narrative"), "Áster and Birch (2015)"),
        (("aster2015", "--narrative", "-p", "12"), "Áster and Birch (2015, p. 12)"),
        (("cedar2021", "aster2015"), "(Áster and Birch, 2015; Cedar Trust, 2021)"),
        (
            ("cedar2021", "aster2015", "gorse", "--narrative"),
            "Cedar Trust (2021), Áster and Birch (2015) and Gorse Network (no date)",
        ),
        (("aster2015", "ties-survival"), "(Áster and Birch, 2015)"),
        (("aster2015", "--style", "vancouver"), "(1)"),
        (("aster2015", "--style", "nature"), "¹"),
        (("aster2015", "--style", "nature", "--narrative"), "Áster and Birch¹"),
        (("aster2015", "--style", "nature", "-f", "html"), "<p><sup>1</sup></p>"),
        (("aster2015", "--style", "ieee", "-p", "12"), "[1, p. 12]"),
        (
            ("cedar2021", "--style", "chicago-notes"),
            "Cedar Trust, Lonely at School (Cedar Trust, 2021),"
            " https://example.org/lonely-at-school.",
        ),
        (("cedar2021", "--style", "chicago-notes", "--narrative"), "Cedar Trust [1]"),
        (("cedar2021", "-f", "latex"), "(Cedar Trust, 2021)"),
    ],
)
def test_in_the_text(small: Run, args: tuple[str, ...], expected: str) -> None:
    done = small("cite", *args)
    assert (done.status, done.stderr) == (0, "")
    assert done.stdout.split("\n")[0] == expected


def test_the_whole(small: Run) -> None:
    assert small("cite", "gorse", "cedar2021", "-f", "markdown").stdout == (
        "(Cedar Trust, 2021; Gorse Network, no date)\n"
        "\n"
        "Cedar Trust (2021) *Lonely at School*. Cedar Trust. Available at:"
        " <https://example.org/lonely-at-school>.\n"
        "\n"
        "Gorse Network (no date) *Working side by side*. Available at:"
        " <https://example.org/side-by-side>.\n"
    )


def test_from_a_bibliography(run: Run, desk: object) -> None:
    done = run("cite", "cedar2021", "--bib", "small/references.bib", "-p", "3")
    assert done.stdout.startswith("(Cedar Trust, 2021, p. 3)\n")
    wrong = run("cite", "ties-survival", "--bib", "small/references.bib")
    assert (wrong.status, wrong.stderr) == (2, "There is no source 'ties-survival'.\n")
