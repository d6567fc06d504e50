"""What is a reference list, and what only looks like the last of one."""

import pytest

from relcase.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Abel, J., Kingston, H., Scally, A. (2018). Reducing emergency admissions.",
        "Smith, J., van den Berg, P. and Jones, A. (2019). Talking with neighbours.",
        "Smith J, Jones A. Talking with neighbours. PLoS Med. 2010;7:e12.",
    ],
)
def test_names_a_year_and_a_title_are_a_reference(text: str) -> None:
    report = read(f"Some words.\n\n{text}\n".encode(), "report.txt")
    assert [one.kind for one in report.passages] == ["text", "reference"]


def test_a_letter_that_cites_someone_is_no_reference() -> None:
    text = (
        "Dear all, I know that some of you were keen on mapping. Before we pay for it, "
        "please look at Surr et al. (2021). Fifty homes took part."
    )
    assert [one.kind for one in read(text.encode(), "letter.txt").passages] == ["text"]
